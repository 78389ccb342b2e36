//! What resolution across articles goes by: each article's things, described from its facts.

use std::collections::{BTreeMap, BTreeSet};

use super::{ArticleFacts, Statement, Value};
use crate::model::{Edtf, EntityId, EntityType, Predicate, Span};
use crate::ontology::Ontology;
use crate::resolve::{Description, Post};

/// Describes the things of an article that the ontology does not know, sorted by id.
pub fn descriptions(facts: &ArticleFacts, ontology: &Ontology) -> Vec<Description> {
    let spoken = spoken(facts);
    let mut in_sentence: BTreeMap<Span, Vec<&EntityId>> = BTreeMap::new();
    for (id, entity) in &facts.entities {
        for &sentence in &entity.sentences {
            in_sentence.entry(sentence).or_default().push(id);
        }
    }
    let mut described: BTreeMap<&EntityId, Description> = facts
        .entities
        .iter()
        .filter(|(id, _)| ontology.entry(id).is_none())
        .map(|(id, entity)| {
            let beside = entity.sentences.iter().flat_map(|s| &in_sentence[s]);
            let description = Description {
                article: facts.id.clone(),
                id: id.clone(),
                name: entity.name.clone(),
                spoken,
                posts: BTreeSet::new(),
                companions: beside.copied().filter(|c| *c != id).cloned().collect(),
                ties: BTreeSet::new(),
                dates: BTreeSet::new(),
            };
            (id, description)
        })
        .collect();
    for statement in facts.statements.keys() {
        note(statement, facts, ontology, &mut described);
    }
    described.into_values().collect()
}

fn note(
    statement: &Statement,
    facts: &ArticleFacts,
    ontology: &Ontology,
    described: &mut BTreeMap<&EntityId, Description>,
) {
    match &statement.object {
        Value::Entity(object) => {
            if let Some(subject) = described.get_mut(&statement.subject) {
                if statement.predicate == Predicate::HoldsPosition {
                    subject
                        .posts
                        .insert(post(statement, object, facts, ontology));
                } else {
                    subject.ties.insert((statement.predicate, object.clone()));
                }
            }
            if let Some(object) = described.get_mut(object) {
                let tie = (statement.predicate, statement.subject.clone());
                object.ties.insert(tie);
            }
        }
        Value::Date(date) => {
            if let Some(subject) = described.get_mut(&statement.subject) {
                subject.dates.insert(*date);
            }
        }
        Value::Text(_) => {}
    }
}

fn post(statement: &Statement, body: &EntityId, facts: &ArticleFacts, ontology: &Ontology) -> Post {
    let territory = facts.statements.keys().find_map(|other| {
        let of_body = other.subject == *body && other.predicate == Predicate::HasJurisdiction;
        match &other.object {
            Value::Entity(territory) if of_body => Some(territory.clone()),
            _ => None,
        }
    });
    let entry = ontology.entry(body).map(|entry| &ontology.entries[entry]);
    let known = || Some(ontology.entries[entry?.territory?].id.clone());
    let own = matches!(
        body.kind(),
        Some(EntityType::Country | EntityType::Province)
    );
    Post {
        body: body.clone(),
        body_name: match (entry, facts.entities.get(body)) {
            (Some(entry), _) => entry.name.clone(),
            (None, Some(entity)) => entity.name.clone(),
            (None, None) => body.to_string(),
        },
        title: statement.title.clone(),
        territory: territory
            .or_else(known)
            .or_else(|| own.then(|| body.clone())),
        time: statement.time,
    }
}

/// The year in which an article speaks: that of its publication, or of the last event that it dates.
fn spoken(facts: &ArticleFacts) -> Option<u16> {
    let published: Option<Edtf> = facts.metadata.date.as_deref().and_then(|d| d.parse().ok());
    let published = published.and_then(|date| date.start().year);
    let events = || {
        let dates = facts.statements.keys().filter_map(|s| match &s.object {
            Value::Date(date) if s.predicate == Predicate::OccursOn => {
                date.end().unwrap_or(date.start()).year
            }
            _ => None,
        });
        dates.max()
    };
    published.or_else(events)
}
