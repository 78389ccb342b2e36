//! Entities: paired or not; those with optional mentions only are neither right nor wrong. Codes too.

use std::collections::BTreeMap;

use super::pairing::Pairing;
use super::words::quoted;
use super::{Document, Finding, Scores};

pub(super) fn score(
    gold: &Document,
    system: &Document,
    pairing: &Pairing<'_>,
    scores: &mut Scores,
) {
    found_and_missed(gold, pairing, scores);
    wrong(gold, system, pairing, scores);
    codes(gold, system, pairing, scores);
}

fn found_and_missed(gold: &Document, pairing: &Pairing<'_>, scores: &mut Scores) {
    let names = gold.names();
    for (id, kind) in gold.types() {
        let only_optional = gold
            .mentions
            .iter()
            .filter(|mention| mention.entity == id)
            .all(|mention| mention.optional);
        if only_optional {
            continue;
        }
        let measure = format!("entity {kind}");
        if pairing.system(id).is_some() {
            scores.right([&measure, "entities"]);
        } else {
            scores.missed([&measure, "entities"]);
            let name = names.get(id).copied().unwrap_or(id);
            let first = gold.first_place(id);
            let finding = Finding::missed(&gold.doc, &measure, first, quoted(name));
            scores.errors.push(finding);
        }
    }
}

fn wrong(gold: &Document, system: &Document, pairing: &Pairing<'_>, scores: &mut Scores) {
    let optional = gold.places_where(|mention| mention.optional);
    let (places, names) = (system.places(), system.names());
    for (id, kind) in system.types() {
        let Some(own) = places.get(id) else { continue };
        if pairing.gold(id).is_some() || own.is_subset(&optional) {
            continue;
        }
        let measure = format!("entity {kind}");
        scores.wrong([&measure, "entities"]);
        let name = names.get(id).copied().unwrap_or(id);
        let first = system.first_place(id);
        let finding = Finding::wrong(&gold.doc, &measure, first, quoted(name));
        scores.errors.push(finding);
    }
}

fn codes(gold: &Document, system: &Document, pairing: &Pairing<'_>, scores: &mut Scores) {
    let found: BTreeMap<&str, Option<&str>> = system
        .entities
        .iter()
        .map(|entity| (entity.id.as_str(), entity.code.as_deref()))
        .collect();
    for entity in &gold.entities {
        let Some(code) = entity.code.as_deref().filter(|code| !code.is_empty()) else {
            continue;
        };
        scores.codes += 1;
        let counterpart = pairing.system(&entity.id);
        let same = counterpart.is_some_and(|id| found.get(id) == Some(&Some(code)));
        scores.codes_right += u64::from(same);
    }
}
