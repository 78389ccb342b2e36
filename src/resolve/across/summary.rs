//! What is known of a group of descriptions that may exclude others.

use std::collections::BTreeSet;

use crate::model::EntityId;

/// What a group of descriptions says that another thing of the name may contradict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Summary {
    /// The states whose posts a person holds.
    pub(super) states: BTreeSet<EntityId>,
    /// What tells who of a name is meant: bodies of posts, for documents the sign.
    pub(super) marks: BTreeSet<String>,
    /// First and last year it is spoken of as present, or took place, or was issued.
    pub(super) years: Option<(u16, u16)>,
    /// Years more than this apart are another thing.
    pub(super) reach: u16,
    /// The provinces or countries where it takes place.
    pub(super) places: BTreeSet<EntityId>,
    /// The best protocol rank of a person's posts; 0 for none.
    pub(super) rank: u8,
}

impl Summary {
    pub(super) fn absorb(&mut self, other: &Self) {
        self.states.extend(other.states.iter().cloned());
        self.marks.extend(other.marks.iter().cloned());
        self.places.extend(other.places.iter().cloned());
        self.reach = self.reach.max(other.reach);
        self.years = match (self.years, other.years) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (years, None) | (None, years) => years,
        };
        self.rank = match (self.rank, other.rank) {
            (0, rank) | (rank, 0) => rank,
            (a, b) => a.min(b),
        };
    }

    /// Why two groups cannot be one thing.
    pub(super) fn conflict(&self, other: &Self) -> Option<String> {
        if let Some(words) = disjoint(&self.states, &other.states) {
            return Some(format!("they serve different states: {words}"));
        }
        if let Some(words) = disjoint(&self.places, &other.places) {
            return Some(format!("they lie apart: {words}"));
        }
        if let (Some((a, b)), Some((c, d))) = (self.years, other.years) {
            let gap = a.saturating_sub(d).max(c.saturating_sub(b));
            if gap > self.reach.max(other.reach) {
                return Some(format!("their years lie apart: {a}-{b}, {c}-{d}"));
            }
        }
        None
    }
}

fn disjoint(a: &BTreeSet<EntityId>, b: &BTreeSet<EntityId>) -> Option<String> {
    let (first, second) = (a.first()?, b.first()?);
    a.is_disjoint(b).then(|| format!("{first}, {second}"))
}
