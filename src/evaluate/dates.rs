//! Dates: an overlapping span and the same value, each used once.

use std::collections::BTreeSet;

use super::document::Date;
use super::finding::spanned;
use super::{Document, Finding, Scores};

pub(super) fn score(gold: &Document, system: &Document, scores: &mut Scores) {
    let mut used = BTreeSet::new();
    for wanted in &gold.dates {
        let hit = system.dates.iter().enumerate().position(|(i, found)| {
            !used.contains(&i)
                && found.value == wanted.value
                && found.start < wanted.end
                && wanted.start < found.end
        });
        if let Some(hit) = hit {
            used.insert(hit);
            scores.count("dates").right += 1;
        } else {
            scores.count("dates").missed += 1;
            let (place, what) = line(wanted);
            let finding = Finding::missed(&gold.doc, "date", place, what);
            scores.errors.push(finding);
        }
    }
    for (i, found) in system.dates.iter().enumerate() {
        if !used.contains(&i) {
            scores.count("dates").wrong += 1;
            let (place, what) = line(found);
            let finding = Finding::wrong(&gold.doc, "date", place, what);
            scores.errors.push(finding.by(found.rule.as_deref()));
        }
    }
}

fn line(date: &Date) -> (Option<(i64, i64)>, String) {
    let place = (date.start, date.end);
    let what = format!("{} = {}", spanned(place, &date.text), date.value);
    (Some(place), what)
}
