//! Figures: the same value, an overlapping span and unit, each used once; then their time and change.

use std::collections::BTreeSet;

use super::document::Figure;
use super::words::{overlap, quoted};
use super::{Document, Finding, Scores};

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
            let finding = Finding::missed(&gold.doc, "figure", place(wanted), line(wanted));
            scores.errors.push(finding);
            continue;
        };
        used.insert(hit);
        scores.count("figures").right += 1;
        let times = (wanted.time.clone(), found.time.clone());
        qualifier(gold, "figure time", found, times, scores);
        let change = |figure: &Figure| figure.change.map(|change| change.to_string());
        let changes = (change(wanted), change(found));
        qualifier(gold, "figure change", found, changes, scores);
    }
    for (i, found) in system.figures.iter().enumerate() {
        if !used.contains(&i) {
            scores.count("figures").wrong += 1;
            let finding = Finding::wrong(&gold.doc, "figure", place(found), line(found));
            scores.errors.push(finding.by(found.rule.as_deref()));
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

/// Counts a qualifier of a figure that was found, wanted and got, where either has it.
fn qualifier(
    gold: &Document,
    measure: &str,
    figure: &Figure,
    (wanted, got): (Option<String>, Option<String>),
    scores: &mut Scores,
) {
    if wanted.is_none() && got.is_none() {
        return;
    }
    let count = scores.count(measure);
    if wanted == got {
        count.right += 1;
        return;
    }
    count.missed += u64::from(wanted.is_some());
    count.wrong += u64::from(got.is_some());
    let said = |value: Option<String>| value.unwrap_or_else(|| "none".to_owned());
    let what = format!(
        "{} of {}, read as {}",
        said(wanted),
        line(figure),
        said(got)
    );
    let finding = Finding::missed(&gold.doc, measure, place(figure), what);
    scores.errors.push(finding);
}

fn place(figure: &Figure) -> Option<(i64, i64)> {
    Some((figure.start, figure.end))
}

fn line(figure: &Figure) -> String {
    format!("{} {}", figure.value, quoted(&figure.unit))
}
