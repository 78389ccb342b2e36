//! What an article's graph says of the article and of its reading.

use oxigraph::model::{Literal, NamedNode, Quad};

use super::Iris;
use super::sheet::{self, Sheet};
use super::vocabulary::{dcterms, nv, prov, schema};
use crate::graph::{ArticleFacts, Value};
use crate::model::{EdtfDate, Predicate};

/// Describes the article and the activity that read it.
pub(super) fn describe(facts: &ArticleFacts, article: &NamedNode, sheet: &mut Sheet<'_>) {
    let metadata = &facts.metadata;
    sheet.add_type(article, schema::NEWS_ARTICLE);
    sheet.add(article, schema::SHA256, literal(&facts.sha256));
    sheet.add(article, dcterms::SOURCE, literal(&facts.source));
    for (property, text) in [
        (schema::HEADLINE, &metadata.title),
        (schema::PUBLISHER, &metadata.publisher),
        (schema::AUTHOR, &metadata.author),
        (schema::IN_LANGUAGE, &metadata.language),
    ] {
        if let Some(text) = text {
            sheet.add(article, property, literal(text));
        }
    }
    if let Some(date) = &metadata.date {
        sheet.add(article, schema::DATE_PUBLISHED, publication_day(date));
    }
    if let Some(date) = as_of(facts) {
        sheet.add_term(article, nv::AS_OF, date);
    }
    match metadata
        .url
        .as_deref()
        .map(|url| (url, NamedNode::new(url)))
    {
        Some((_, Ok(iri))) => sheet.add(article, schema::URL, iri),
        Some((url, Err(_))) => sheet.add(article, schema::URL, literal(url)),
        None => {}
    }
    let reading = sheet.iris.reading(article);
    let software = sheet.iris.software(&facts.software);
    sheet.add_type(&reading, prov::ACTIVITY);
    sheet.add(&reading, prov::USED, article.clone());
    sheet.add(&reading, prov::WAS_ASSOCIATED_WITH, software);
}

/// Describes the program that read articles, for the graph of entities: once there, not once per article.
pub fn software_quads(iris: &Iris, version: &str) -> Vec<Quad> {
    let mut sheet = Sheet::new(iris, iris.entities_graph());
    let software = iris.software(version);
    sheet.add_type(&software, prov::SOFTWARE_AGENT);
    sheet.add(&software, schema::SOFTWARE_VERSION, literal(version));
    sheet.into_quads()
}

/// When the article speaks: on its day of publication, or, if that is unknown, not before the last event
/// that it dates.
fn as_of(facts: &ArticleFacts) -> Option<Literal> {
    if let Some(date) = &facts.metadata.date {
        return Some(publication_day(date));
    }
    let events = facts.statements.keys().filter_map(|statement| {
        match (statement.predicate, &statement.object) {
            (Predicate::OccursOn, Value::Date(date)) => Some(date.end().unwrap_or(date.start())),
            _ => None,
        }
    });
    let known = events.filter(|date| date.year.is_some());
    known
        .max_by_key(|date| date.last_day())
        .map(sheet::day_or_date)
}

fn publication_day(date: &str) -> Literal {
    let parsed = date.parse::<EdtfDate>();
    parsed.map_or_else(|_| sheet::date(&date), sheet::day_or_date)
}

fn literal(text: &str) -> Literal {
    Literal::new_simple_literal(text)
}
