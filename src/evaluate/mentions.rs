//! Mentions: exact span and type; anaphors and optional ones are neither right nor wrong.

use std::collections::{BTreeMap, BTreeSet};

use super::document::Place;
use super::words::quoted;
use super::{Document, Scores};
use crate::model::EntityType;

/// A span with the type of what it names.
type Typed<'a> = (Place, Option<&'a str>);

pub(super) fn score(gold: &Document, system: &Document, scores: &mut Scores) {
    let free = gold.places_where(|mention| mention.anaphor || mention.optional);
    let gold_types = gold.types();
    let wanted: BTreeMap<Typed<'_>, &str> = gold
        .mentions
        .iter()
        .filter(|mention| !free.contains(&mention.place()))
        .map(|mention| {
            let kind = gold_types.get(mention.entity.as_str()).copied();
            ((mention.place(), kind), mention.text.as_str())
        })
        .collect();
    let system_types = system.types();
    let got: BTreeMap<Typed<'_>, &str> = system
        .mentions
        .iter()
        .filter(|mention| !mention.anaphor && !free.contains(&mention.place()))
        .map(|mention| {
            let kind = system_types.get(mention.entity.as_str()).copied();
            ((mention.place(), kind), mention.text.as_str())
        })
        .collect();
    let all: BTreeSet<&Typed<'_>> = wanted.keys().chain(got.keys()).collect();
    for key in all {
        let measure = format!("mention {}", known_type(key.1));
        let measures = [measure.as_str(), "mentions"];
        match (wanted.get(key), got.get(key)) {
            (Some(_), Some(_)) => scores.right(measures),
            (Some(text), None) => {
                scores.missed(measures);
                scores.error(&gold.doc, '-', &line(key, text));
            }
            (None, text) => {
                scores.wrong(measures);
                scores.error(&gold.doc, '+', &line(key, text.unwrap_or(&"")));
            }
        }
    }
}

fn line(key: &Typed<'_>, text: &str) -> String {
    let ((start, end), kind) = key;
    let kind = kind.unwrap_or("None");
    format!("mention {kind} {start}-{end} {}", quoted(text))
}

/// The type's name, `?` for one that the guidelines do not have.
fn known_type(kind: Option<&str>) -> &'static str {
    kind.and_then(EntityType::from_name)
        .map_or("?", EntityType::name)
}
