//! Collects what the rules find and keeps each statement once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Reading;
use crate::model::{Edtf, EntityType, Object, Predicate, Relation, Span};

/// A statement in the making: what every rule must say.
pub(super) struct Claim {
    pub(super) subject: usize,
    pub(super) predicate: Predicate,
    pub(super) object: Object,
    pub(super) evidence: Span,
    pub(super) rule: &'static str,
}

/// The statements found so far.
pub(super) struct Findings<'a> {
    reading: &'a Reading<'a>,
    found: Vec<Relation>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(reading: &'a Reading<'a>) -> Self {
        Self {
            reading,
            found: Vec::new(),
        }
    }

    /// Adds a statement without qualifiers.
    pub(super) fn add(&mut self, claim: Claim) {
        self.add_qualified(claim, None, None);
    }

    /// Adds a statement; one that the predicate does not admit is dropped.
    pub(super) fn add_qualified(
        &mut self,
        claim: Claim,
        title: Option<String>,
        time: Option<Edtf>,
    ) {
        if !self.admits(&claim) {
            return;
        }
        self.found.push(Relation {
            subject: claim.subject,
            predicate: claim.predicate,
            object: claim.object,
            title,
            time,
            evidence: claim.evidence,
            rule: Cow::Borrowed(claim.rule),
        });
    }

    fn admits(&self, claim: &Claim) -> bool {
        let kind = |entity: usize| -> Option<EntityType> {
            self.reading.entities.get(entity).map(|e| e.kind)
        };
        let subject_fits =
            kind(claim.subject).is_some_and(|kind| claim.predicate.admits_subject(kind));
        let object_fits = match &claim.object {
            Object::Entity(object) => {
                *object != claim.subject
                    && kind(*object).is_some_and(|kind| claim.predicate.admits_object(kind))
            }
            Object::Date(_) => claim.predicate.takes_date(),
            Object::Text(text) => claim.predicate.takes_text() && !text.is_empty(),
        };
        subject_fits && object_fits
    }

    /// Whether anything is stated of a subject with a predicate.
    pub(super) fn states(&self, subject: usize, predicate: Predicate) -> bool {
        let mut found = self.found.iter();
        found.any(|r| r.subject == subject && r.predicate == predicate)
    }

    /// Drops of several dates of an event those that another one says more exactly: its year or month beside a
    /// day, its opening beside the days it lasts.
    pub(super) fn drop_vague_days(&mut self) {
        let date = |r: &Relation| match r.object {
            Object::Date(date) if r.predicate == Predicate::OccursOn => Some((r.subject, date)),
            _ => None,
        };
        let dates: BTreeMap<usize, Vec<Edtf>> =
            self.found
                .iter()
                .filter_map(date)
                .fold(BTreeMap::new(), |mut all, (event, date)| {
                    all.entry(event).or_insert_with(Vec::new).push(date);
                    all
                });
        self.found.retain(|r| {
            let told = date(r);
            told.is_none_or(|(event, date)| {
                !dates[&event].iter().any(|&other| outdoes(other, date))
            })
        });
    }

    /// All that is stated with a predicate.
    pub(super) fn with(&self, predicate: Predicate) -> Vec<&Relation> {
        let found = self.found.iter();
        found.filter(|r| r.predicate == predicate).collect()
    }

    /// What is stated of a subject with a predicate.
    pub(super) fn objects(&self, subject: usize, predicate: Predicate) -> Vec<Object> {
        let found = self.found.iter();
        found
            .filter(|r| r.subject == subject && r.predicate == predicate)
            .map(|r| r.object.clone())
            .collect()
    }

    /// Repeats for `to` whatever is stated of `from` as an object of the predicate.
    pub(super) fn inherit(&mut self, predicate: Predicate, from: usize, to: usize, evidence: Span) {
        let subjects: Vec<usize> = self
            .found
            .iter()
            .filter(|r| r.predicate == predicate && r.object == Object::Entity(from))
            .map(|r| r.subject)
            .collect();
        for subject in subjects {
            self.add(Claim {
                subject,
                predicate,
                object: Object::Entity(to),
                evidence,
                rule: "series/inherited",
            });
        }
    }

    /// The relations sorted by place; of several readings of one statement the first one stays, and
    /// takes a title or a time from the next one that has it.
    pub(super) fn into_relations(mut self) -> Vec<Relation> {
        self.found
            .sort_by_key(|r| (r.evidence, r.predicate, r.subject));
        let mut kept: Vec<Relation> = Vec::new();
        let mut seen: BTreeMap<(usize, Predicate, Object), usize> = BTreeMap::new();
        for relation in self.found {
            match seen.get(&statement(&relation)) {
                Some(&at) => {
                    let first = &mut kept[at];
                    first.title = first.title.take().or(relation.title);
                    first.time = longer(first.time, relation.time);
                }
                None => {
                    seen.insert(statement(&relation), kept.len());
                    kept.push(relation);
                }
            }
        }
        kept.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
        kept
    }
}

/// Of two times of one statement the one that holds the other, else the first.
fn longer(first: Option<Edtf>, other: Option<Edtf>) -> Option<Edtf> {
    let (Some(first), Some(other)) = (first, other) else {
        return first.or(other);
    };
    let days = other.start().day.is_some() && first.start().day.is_some();
    let holds =
        other.start() <= first.start() && first.end().zip(other.end()).is_some_and(|(a, b)| a <= b);
    Some(if days && holds { other } else { first })
}

/// What makes two relations the same statement; cooperation has no direction.
fn statement(relation: &Relation) -> (usize, Predicate, Object) {
    if let (Predicate::CooperatesWith, Object::Entity(object)) =
        (relation.predicate, &relation.object)
        && *object < relation.subject
    {
        return (
            *object,
            relation.predicate,
            Object::Entity(relation.subject),
        );
    }
    (
        relation.subject,
        relation.predicate,
        relation.object.clone(),
    )
}

fn sort_key(relation: &Relation) -> (Span, Predicate, usize, &Object) {
    (
        relation.evidence,
        relation.predicate,
        relation.subject,
        &relation.object,
    )
}

/// Whether a date of an event says more of it than another: days in that year or month, or the days around
/// that day.
fn outdoes(date: Edtf, other: Edtf) -> bool {
    let Edtf::Date(vague) = other else {
        return false;
    };
    let (start, end) = (date.start(), date.end());
    let finer = match (vague.month, vague.day) {
        (None, _) => start.month.is_some() && start.year == vague.year,
        (_, None) => start.day.is_some() && (start.year, start.month) == (vague.year, vague.month),
        _ => false,
    };
    let lasts = vague.day.is_some()
        && start.day.is_some()
        && matches!(date, Edtf::Interval(..))
        && end.is_some_and(|end| start <= vague && vague <= end);
    finer || lasts
}
