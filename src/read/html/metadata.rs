//! Reads what a page's markup says about the article: JSON-LD, OpenGraph, meta elements, `<time>`.

use scraper::Html;
use serde_json::Value;

use super::content::selector;
use crate::model::Metadata;
use crate::read::dateline::metadata_date;

/// Names under which pages give the day of publication.
const DATE_NAMES: [&str; 12] = [
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date.issued",
    "dc.date",
    "date",
];

/// What a page says about its article.
pub(super) fn read(page: &Html) -> Metadata {
    let linked = linked_data(page);
    let meta = |names: &[&str]| meta_content(page, names);
    let said = |path: &[&str]| linked.as_ref().and_then(|data| text_at(data, path));
    Metadata {
        title: said(&["headline"])
            .or_else(|| meta(&["og:title"]))
            .or_else(|| element_text(page, "h1"))
            .or_else(|| element_text(page, "title")),
        date: said(&["datePublished"])
            .or_else(|| meta(&DATE_NAMES))
            .and_then(|date| metadata_date(&date))
            .or_else(|| time_element(page)),
        url: meta(&["og:url"])
            .or_else(|| attribute(page, "link[rel=canonical]", "href"))
            .or_else(|| said(&["url"])),
        publisher: said(&["publisher", "name"])
            .or_else(|| meta(&["og:site_name", "publisher", "dc.publisher"])),
        author: said(&["author", "name"])
            .or_else(|| said(&["author"]))
            .or_else(|| meta(&["author", "article:author", "dc.creator"]))
            .filter(|author| !author.contains("://")),
        language: attribute(page, "html[lang]", "lang").or_else(|| said(&["inLanguage"])),
    }
}

/// The first of the named `<meta>` elements that says something.
fn meta_content(page: &Html, names: &[&str]) -> Option<String> {
    let metas = selector("meta[content]");
    names.iter().find_map(|wanted| {
        page.select(&metas).find_map(|meta| {
            let element = meta.value();
            let name = ["property", "name", "itemprop"]
                .iter()
                .find_map(|attribute| element.attr(attribute))?;
            let named = name.eq_ignore_ascii_case(wanted);
            named
                .then(|| element.attr("content").and_then(tidy))
                .flatten()
        })
    })
}

fn time_element(page: &Html) -> Option<String> {
    page.select(&selector("time[datetime], [itemprop=datePublished]"))
        .find_map(|time| {
            let value = time.value();
            let machine = value.attr("datetime").or_else(|| value.attr("content"));
            metadata_date(machine?)
        })
}

fn attribute(page: &Html, css: &str, name: &str) -> Option<String> {
    page.select(&selector(css))
        .find_map(|element| tidy(element.value().attr(name)?))
}

fn element_text(page: &Html, css: &str) -> Option<String> {
    page.select(&selector(css))
        .find_map(|element| tidy(&element.text().collect::<String>()))
}

/// Single blanks; nothing where there are no words.
fn tidy(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The description of an article among the page's JSON-LD.
fn linked_data(page: &Html) -> Option<Value> {
    page.select(&selector("script[type='application/ld+json']"))
        .filter_map(|script| serde_json::from_str(&script.text().collect::<String>()).ok())
        .find_map(find_article)
}

fn find_article(data: Value) -> Option<Value> {
    match data {
        Value::Array(items) => items.into_iter().find_map(find_article),
        Value::Object(mut object) => {
            let is_article = object.get("@type").is_some_and(|kind| {
                let kind = kind.to_string();
                kind.contains("Article") || kind.contains("Posting") || kind.contains("Report")
            });
            if is_article {
                return Some(Value::Object(object));
            }
            object.remove("@graph").and_then(find_article)
        }
        _ => None,
    }
}

/// The text at a path of keys; the first member of a list stands for the list.
fn text_at(data: &Value, path: &[&str]) -> Option<String> {
    let data = match data {
        Value::Array(items) => items.first()?,
        single => single,
    };
    match path.split_first() {
        Some((key, rest)) => text_at(data.get(key)?, rest),
        None => tidy(data.as_str()?),
    }
}
