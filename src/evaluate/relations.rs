//! Relations: paired entities, the same predicate, the same object; then the titles of positions.

use std::collections::{BTreeMap, BTreeSet};

use super::document::Relation;
use super::pairing::Pairing;
use super::words::{fold, overlap, quoted};
use super::{Document, Finding, Scores};

/// From this share of common words on, two themes are the same.
const SAME_THEME: f64 = 0.8;

/// Subject, predicate and object in the gold's terms.
type Key = (String, String, String);

pub(super) fn score(
    gold: &Document,
    system: &Document,
    pairing: &Pairing<'_>,
    scores: &mut Scores,
) {
    let gold_types = gold.types();
    let gold_key = |relation: &Relation| -> Key {
        let object = if gold_types.contains_key(relation.object.as_str()) {
            relation.object.clone()
        } else {
            fold(&relation.object)
        };
        (relation.subject.clone(), relation.predicate.clone(), object)
    };
    let wanted: BTreeSet<Key> = gold.relations.iter().map(gold_key).collect();
    let mut titles: BTreeMap<Key, Option<&str>> = BTreeMap::new();
    for relation in &gold.relations {
        let title = relation.title.as_deref().filter(|title| !title.is_empty());
        titles.entry(gold_key(relation)).or_insert(title);
    }
    let (system_types, names) = (system.types(), system.names());
    let mut found = BTreeSet::new();
    for relation in &system.relations {
        let subject = pairing.gold(&relation.subject).map(str::to_owned);
        let object = if system_types.contains_key(relation.object.as_str()) {
            pairing.gold(&relation.object).map(str::to_owned)
        } else {
            Some(fold(&relation.object))
        };
        let hit = subject
            .zip(object)
            .and_then(|(subject, object)| find(&wanted, &relation.predicate, subject, object));
        if let Some(hit) = hit {
            if let Some(title) = titles.get(&hit).copied().flatten() {
                score_title(gold, title, relation, scores);
            }
            found.insert(hit);
        } else {
            let measure = format!("relation {}", relation.predicate);
            scores.wrong([&measure, "relations"]);
            let place = relation.evidence.map(|span| (span.start, span.end));
            let finding = Finding::wrong(&gold.doc, &measure, place, line(relation, &names));
            scores.errors.push(finding.by(relation.rule.as_deref()));
        }
    }
    missed(gold, &wanted, &found, scores);
}

/// The gold relation that the system's one, already in the gold's terms, is.
fn find(wanted: &BTreeSet<Key>, predicate: &str, subject: String, object: String) -> Option<Key> {
    let straight = (subject, predicate.to_owned(), object);
    if wanted.contains(&straight) {
        return Some(straight);
    }
    let (subject, predicate, object) = straight;
    match predicate.as_str() {
        "cooperatesWith" => Some((object, predicate, subject)).filter(|key| wanted.contains(key)),
        "hasTheme" => wanted
            .iter()
            .find(|key| {
                key.0 == subject && key.1 == predicate && overlap(&key.2, &object) >= SAME_THEME
            })
            .cloned(),
        _ => None,
    }
}

fn score_title(gold: &Document, wanted: &str, relation: &Relation, scores: &mut Scores) {
    if relation.predicate != "holdsPosition" {
        return;
    }
    let title = relation.title.as_deref().unwrap_or_default();
    let right = fold(title) == fold(wanted);
    let count = scores.count("position title");
    count.right += u64::from(right);
    count.missed += u64::from(!right);
    count.wrong += u64::from(!right && !title.is_empty());
    if !right {
        let what = format!("{}, read as {}", quoted(wanted), quoted(title));
        let place = relation.evidence.map(|span| (span.start, span.end));
        let finding = Finding::missed(&gold.doc, "position title", place, what);
        scores.errors.push(finding.by(relation.rule.as_deref()));
    }
}

fn missed(gold: &Document, wanted: &BTreeSet<Key>, found: &BTreeSet<Key>, scores: &mut Scores) {
    let names = gold.names();
    for key in wanted {
        let (subject, predicate, object) = key;
        let measure = format!("relation {predicate}");
        if found.contains(key) {
            scores.right([&measure, "relations"]);
            continue;
        }
        scores.missed([&measure, "relations"]);
        let what = format!(
            "{} {predicate} {}",
            quoted(name(&names, subject)),
            quoted(name(&names, object))
        );
        let place = nearest(gold, subject, object);
        let finding = Finding::missed(&gold.doc, &measure, place, what);
        scores.errors.push(finding);
    }
}

fn line(relation: &Relation, names: &BTreeMap<&str, &str>) -> String {
    format!(
        "{} {} {}",
        quoted(name(names, &relation.subject)),
        relation.predicate,
        quoted(name(names, &relation.object))
    )
}

/// Where the ends of a relation stand closest together; without an object, where its subject first stands.
fn nearest(gold: &Document, subject: &str, object: &str) -> Option<(i64, i64)> {
    let places = gold.places();
    let dates = gold
        .dates
        .iter()
        .filter(|date| fold(&date.value) == object)
        .map(|date| (date.start, date.end));
    let objects: Vec<(i64, i64)> = match places.get(object) {
        Some(places) => places.iter().copied().collect(),
        None => dates.collect(),
    };
    let pairs = places.get(subject)?.iter().flat_map(|subject| {
        objects
            .iter()
            .map(move |object| (subject.0.min(object.0), subject.1.max(object.1)))
    });
    pairs
        .min_by_key(|&(start, end)| (end - start, start))
        .or_else(|| gold.first_place(subject))
}

/// The name behind an id; what is no id stands for itself.
fn name<'a>(names: &BTreeMap<&'a str, &'a str>, id: &'a str) -> &'a str {
    names.get(id).copied().unwrap_or(id)
}
