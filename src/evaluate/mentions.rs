//! Mentions: exact span and type; anaphors and optional ones are neither right nor wrong.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Mention, Place};
use super::finding::spanned;
use super::words::quoted;
use super::{Document, Finding, Scores};
use crate::model::EntityType;

/// A span with the type of what it names.
type Typed<'a> = (Place, Option<&'a str>);

pub(super) fn score(gold: &Document, system: &Document, scores: &mut Scores) {
    let free = gold.places_where(|mention| mention.anaphor || mention.optional);
    let wanted = by_place(gold, |mention| !free.contains(&mention.place()));
    let got = by_place(system, |mention| {
        !mention.anaphor && !free.contains(&mention.place())
    });
    let all: BTreeSet<&Typed<'_>> = wanted.keys().chain(got.keys()).collect();
    for key in all {
        let measure = format!("mention {}", known_type(key.1));
        let measures = [measure.as_str(), "mentions"];
        match (wanted.get(key), got.get(key)) {
            (Some(_), Some(_)) => scores.right(measures),
            (Some(mention), _) => {
                scores.missed(measures);
                let mut what = spanned(key.0, &mention.text);
                what.push_str(&instead(&got, key));
                let finding = Finding::missed(&gold.doc, &measure, Some(key.0), what);
                scores.errors.push(finding);
            }
            (None, mention) => {
                scores.wrong(measures);
                let text = mention.map_or("", |mention| &mention.text);
                let what = spanned(key.0, text);
                let finding = Finding::wrong(&gold.doc, &measure, Some(key.0), what);
                let rule = mention.and_then(|mention| mention.rule.as_deref());
                scores.errors.push(finding.by(rule));
            }
        }
    }
}

/// The mentions of a document that fulfil a condition, by place and type.
fn by_place(
    document: &Document,
    condition: impl Fn(&Mention) -> bool,
) -> BTreeMap<Typed<'_>, &Mention> {
    let types = document.types();
    document
        .mentions
        .iter()
        .filter(|mention| condition(mention))
        .map(|mention| {
            let kind = types.get(mention.entity.as_str()).copied();
            ((mention.place(), kind), mention)
        })
        .collect()
}

/// What the system read where it missed a mention: of those that touch it, the longest.
fn instead(got: &BTreeMap<Typed<'_>, &Mention>, missed: &Typed<'_>) -> String {
    let (start, end) = missed.0;
    let touching = got
        .iter()
        .filter(|((place, _), _)| place.0 < end && start < place.1);
    let longest = touching.max_by_key(|((place, _), _)| (place.1 - place.0, -place.0));
    longest.map_or_else(String::new, |((_, kind), mention)| {
        format!(
            "; read there: {} {}",
            known_type(*kind),
            quoted(&mention.text)
        )
    })
}

/// The type's name, `?` for one that the guidelines do not have.
fn known_type(kind: Option<&str>) -> &'static str {
    kind.and_then(EntityType::from_name)
        .map_or("?", EntityType::name)
}
