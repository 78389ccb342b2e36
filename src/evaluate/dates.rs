//! Dates: an overlapping span and the same value, each used once.

use std::collections::BTreeSet;

use super::words::quoted;
use super::{Document, Scores};

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
            let what = format!("date {} = {}", quoted(&wanted.text), wanted.value);
            scores.error(&gold.doc, '-', &what);
        }
    }
    for (i, found) in system.dates.iter().enumerate() {
        if !used.contains(&i) {
            scores.count("dates").wrong += 1;
            let what = format!("date {} = {}", quoted(&found.text), found.value);
            scores.error(&gold.doc, '+', &what);
        }
    }
}
