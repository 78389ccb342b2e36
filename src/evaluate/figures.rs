//! Figures: the same value, an overlapping span and unit, each used once; then their time and change.

use std::collections::BTreeSet;

use super::document::Figure;
use super::words::{overlap, quoted};
use super::{Count, Document, Scores};

pub(super) fn score(gold: &Document, system: &Document, scores: &mut Scores) {
    let mut used = BTreeSet::new();
    for wanted in &gold.figures {
        let hit = system
            .figures
            .iter()
            .enumerate()
            .find(|(i, found)| !used.contains(i) && same(wanted, found));
        let Some((hit, found)) = hit else {
            scores.count("figures").missed += 1;
            scores.error(&gold.doc, '-', &line(wanted));
            continue;
        };
        used.insert(hit);
        scores.count("figures").right += 1;
        if wanted.time.is_some() || found.time.is_some() {
            let count = scores.count("figure time");
            qualifier(count, wanted.time.as_ref(), found.time.as_ref());
        }
        if wanted.change.is_some() || found.change.is_some() {
            let count = scores.count("figure change");
            qualifier(count, wanted.change.as_ref(), found.change.as_ref());
        }
    }
    for (i, found) in system.figures.iter().enumerate() {
        if !used.contains(&i) {
            scores.count("figures").wrong += 1;
            scores.error(&gold.doc, '+', &line(found));
        }
    }
}

fn same(wanted: &Figure, found: &Figure) -> bool {
    let (Some(want), Some(got)) = (wanted.value.as_f64(), found.value.as_f64()) else {
        return false;
    };
    (got - want).abs() <= 1e-9 * want.abs().max(1.0)
        && found.start < wanted.end
        && wanted.start < found.end
        && overlap(&found.unit, &wanted.unit) >= 0.5
}

fn qualifier<T: PartialEq>(count: &mut Count, wanted: Option<&T>, found: Option<&T>) {
    if wanted == found {
        count.right += 1;
    } else {
        count.missed += u64::from(wanted.is_some());
        count.wrong += u64::from(found.is_some());
    }
}

fn line(figure: &Figure) -> String {
    format!("figure {} {}", figure.value, quoted(&figure.unit))
}
