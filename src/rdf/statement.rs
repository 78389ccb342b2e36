//! What an article's graph says between entities: direct triples, and nodes with qualifiers and source.

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term};

use super::sheet::{Sheet, date, day_or_date, words};
use super::vocabulary::{nv, org, sem, time};
use crate::graph::{Reading, Statement, Value};
use crate::model::{Edtf, EdtfDate, Predicate, Rule, Span};

/// The class of a statement's node, and the properties that lead to subject and object.
pub(super) struct Form {
    pub(super) class: NamedNodeRef<'static>,
    pub(super) subject: NamedNodeRef<'static>,
    pub(super) object: NamedNodeRef<'static>,
}

/// The form that a predicate's statements take: posts and visits have classes of their own.
pub(super) const fn form(predicate: Predicate) -> Form {
    match predicate {
        Predicate::HoldsPosition => Form {
            class: org::MEMBERSHIP,
            subject: org::MEMBER,
            object: org::ORGANIZATION,
        },
        Predicate::Visits => Form {
            class: sem::EVENT,
            subject: sem::HAS_ACTOR,
            object: sem::HAS_PLACE,
        },
        _ => Form {
            class: rdf::STATEMENT,
            subject: rdf::SUBJECT,
            object: rdf::OBJECT,
        },
    }
}

/// Writes one statement; `number` tells it from the article's others.
pub(super) fn describe(
    number: usize,
    statement: &Statement,
    reading: &Reading,
    article: &NamedNode,
    sheet: &mut Sheet<'_>,
) {
    let form = form(statement.predicate);
    let subject = sheet.iris.entity(&statement.subject);
    let predicate = sheet.iris.predicate(statement.predicate);
    let object: Term = match &statement.object {
        Value::Entity(id) => sheet.iris.entity(id).into(),
        Value::Date(value) => date(value).into(),
        Value::Text(text) => words(text).into(),
    };
    sheet.add(&subject, predicate.clone(), object.clone());

    let node = sheet.iris.statement(article, number);
    sheet.add_type(&node, form.class);
    sheet.add(&node, form.subject, subject);
    sheet.add(&node, rdf::PREDICATE, predicate);
    sheet.add(&node, form.object, object);
    if let Some(title) = &statement.title {
        sheet.add_term(&node, nv::TITLE, words(title));
    }
    match (statement.time, &statement.object) {
        (Some(time), _) => sheet.add_time(&node, time),
        (None, Value::Date(value)) => sheet.add_limits(&node, *value),
        (None, _) => {}
    }
    if let (Predicate::HoldsPosition, Some(time)) = (statement.predicate, statement.time) {
        add_validity(&node, time, sheet);
    }
    let rules = reading.rules.iter();
    add_source(&node, reading.evidence.iter(), rules, article, sheet);
}

/// Adds when a post was held, in OWL-Time: to the day, and as plain years.
fn add_validity(node: &NamedNode, when: Edtf, sheet: &mut Sheet<'_>) {
    let part = |name: &str| NamedNode::new_unchecked(format!("{}-{name}", node.as_str()));
    let interval = part("validity");
    let ends = [
        (time::HAS_BEGINNING, "begin", when.start().first_day()),
        (
            time::HAS_END,
            "end",
            when.end().and_then(EdtfDate::last_day),
        ),
    ];
    if ends.iter().all(|(.., day)| day.is_none()) {
        return;
    }
    sheet.add(node, org::MEMBER_DURING, interval.clone());
    sheet.add_type(&interval, time::INTERVAL);
    for (property, name, day) in ends {
        let Some(day) = day else { continue };
        let instant = part(name);
        sheet.add(&interval, property, instant.clone());
        sheet.add_type(&instant, time::INSTANT);
        sheet.add(&instant, time::IN_DATE, day_or_date(day));
        if let Some(year) = day.year {
            let year = Literal::new_typed_literal(format!("{year:04}"), xsd::G_YEAR);
            sheet.add(&instant, time::IN_YEAR, year);
        }
    }
}

/// Adds sentences and rules.
pub(super) fn add_source<'a>(
    node: &NamedNode,
    evidence: impl Iterator<Item = &'a Span>,
    rules: impl Iterator<Item = &'a Rule>,
    article: &NamedNode,
    sheet: &mut Sheet<'_>,
) {
    for &sentence in evidence {
        let sentence = sheet.iris.text_range(article, sentence);
        sheet.add_term(node, nv::EVIDENCE_OF, sentence);
    }
    for rule in rules {
        let rule = Literal::new_simple_literal(rule.as_ref());
        sheet.add_term(node, nv::RULE, rule);
    }
}
