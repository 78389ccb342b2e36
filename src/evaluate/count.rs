//! Counts of right, wrong and missed, and what follows from them.

use std::collections::BTreeMap;

use super::Finding;

/// How often a thing was found, wrongly found and missed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Found and in the gold.
    pub right: u64,
    /// Found, not in the gold.
    pub wrong: u64,
    /// In the gold, not found.
    pub missed: u64,
}

impl Count {
    /// The share of what was found that is right; 0 where nothing was found.
    pub fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// The share of the gold that was found; 0 where the gold is empty.
    pub fn recall(self) -> f64 {
        share(self.right, self.gold())
    }

    /// The harmonic mean of the two.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 {
            2.0 * precision * recall / (precision + recall)
        } else {
            0.0
        }
    }

    /// How many the gold has.
    pub const fn gold(self) -> u64 {
        self.right + self.missed
    }
}

/// `part / whole`, 0 where the whole is nothing.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of annotations stay far below 2^53"
)]
pub(super) fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// The result of a comparison.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scores {
    /// Counts by measure: `mentions`, `mention Person`, `relation organizes` and so on.
    pub counts: BTreeMap<String, Count>,
    /// How many gold entities have a code.
    pub codes: u64,
    /// How many of these were found with the same code.
    pub codes_right: u64,
    /// What was missed and wrong, sorted.
    pub errors: Vec<Finding>,
}

impl Scores {
    /// The share of gold entities with a code whose counterpart has the same.
    pub fn link_accuracy(&self) -> f64 {
        share(self.codes_right, self.codes)
    }

    /// The count of a measure, which from now on is in the report.
    pub(super) fn count(&mut self, measure: &str) -> &mut Count {
        self.counts.entry(measure.to_owned()).or_default()
    }

    pub(super) fn right(&mut self, measures: [&str; 2]) {
        for measure in measures {
            self.count(measure).right += 1;
        }
    }

    pub(super) fn wrong(&mut self, measures: [&str; 2]) {
        for measure in measures {
            self.count(measure).wrong += 1;
        }
    }

    pub(super) fn missed(&mut self, measures: [&str; 2]) {
        for measure in measures {
            self.count(measure).missed += 1;
        }
    }
}
