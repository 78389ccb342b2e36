//! Reads EPUB books: an article for each chapter with text, in reading order.

use std::collections::BTreeMap;

use super::super::open::articles;
use super::super::origin::Origin;
use super::super::record::{Record, sha256};
use super::super::{Articles, dateline, html};
use super::Package;
use super::xml::{Step, attribute, first_text, walk};
use crate::model::Metadata;
use crate::read::input::{one, skipped};

/// The articles of a book.
pub(super) fn read(mut package: Package, origin: &Origin) -> Result<Articles, String> {
    let container = package.xml("META-INF/container.xml")?.unwrap_or_default();
    let mut contents = None;
    walk(&container, |step| {
        if let Step::Open(element) = step
            && element.local_name().as_ref() == "rootfile"
        {
            contents = contents.take().or_else(|| attribute(element, "full-path"));
        }
    })?;
    let contents = contents.ok_or("is a book without a table of its parts")?;
    let folder = contents
        .rsplit_once('/')
        .map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let contents = package
        .xml(&contents)?
        .ok_or("is a book without a table of its parts")?;
    let book = Metadata {
        date: first_text(&contents, "date").and_then(|date| dateline::metadata_date(&date)),
        publisher: first_text(&contents, "publisher"),
        author: first_text(&contents, "creator"),
        language: first_text(&contents, "language"),
        ..Metadata::default()
    };
    let origin = origin.clone();
    let chapters = chapters(&contents)?.into_iter().flat_map(move |href| {
        let name = format!("{folder}{}", unescaped(&href));
        let place = origin.part(&name);
        match chapter(&mut package, &name, &place, &book) {
            // A cover has no words.
            Ok(record) if record.text.trim().is_empty() => Box::new(std::iter::empty()),
            Ok(record) => articles(record, &package.opener.options),
            Err(message) => one(Err(skipped(&place.source, message))),
        }
    });
    Ok(Box::new(chapters))
}

/// Where the chapters lie, in reading order.
fn chapters(contents: &str) -> Result<Vec<String>, String> {
    let (mut parts, mut order) = (BTreeMap::new(), Vec::new());
    walk(contents, |step| {
        let Step::Open(element) = step else { return };
        match element.local_name().as_ref() {
            "item" => {
                if let (Some(id), Some(href)) =
                    (attribute(element, "id"), attribute(element, "href"))
                {
                    parts.insert(id, href);
                }
            }
            "itemref" => order.extend(attribute(element, "idref")),
            _ => {}
        }
    })?;
    // A book made to take forever names one chapter many times.
    Ok(order
        .into_iter()
        .filter_map(|id| parts.remove(&id))
        .collect())
}

fn chapter(
    package: &mut Package,
    name: &str,
    place: &Origin,
    book: &Metadata,
) -> Result<Record, String> {
    let bytes = package
        .part(name)?
        .ok_or("is named in the book and missing")?;
    let mut record = html::read(&bytes, place, &package.opener.options)?;
    record.sha256 = sha256(&bytes);
    record.weak = book.clone();
    Ok(record)
}

/// A reference with `%20` and its like as characters.
fn unescaped(href: &str) -> String {
    let href = href.split('#').next().unwrap_or(href);
    let mut bytes = Vec::with_capacity(href.len());
    let mut rest = href.as_bytes();
    while let [first, behind @ ..] = rest {
        let code = behind
            .get(..2)
            .and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            _ => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
