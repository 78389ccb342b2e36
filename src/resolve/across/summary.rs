//! What is known of a group of descriptions that may exclude others.

use std::collections::BTreeSet;

use crate::model::EntityId;

/// What a group of descriptions says that another thing of the name may contradict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Summary {
    /// The states whose posts a person holds.
    pub(super) states: BTreeSet<EntityId>,
    /// The full names of people who may also be called by their surname alone.
    pub(super) full_names: BTreeSet<String>,
    /// What tells who of a name is meant: bodies of posts, for documents the sign.
    pub(super) marks: BTreeSet<String>,
    /// First and last year it is spoken of as present, or took place, or was issued.
    pub(super) years: Option<(u16, u16)>,
    /// Years more than this apart are another thing.
    pub(super) reach: u16,
    /// The provinces or countries where it takes place.
    pub(super) places: BTreeSet<EntityId>,
    /// The ministries that a body is part of.
    pub(super) owners: BTreeSet<EntityId>,
    /// The best protocol rank of a person's posts; 0 for none.
    pub(super) rank: u8,
}

impl Summary {
    pub(super) fn absorb(&mut self, other: &Self) {
        self.states.extend(other.states.iter().cloned());
        self.full_names.extend(other.full_names.iter().cloned());
        self.marks.extend(other.marks.iter().cloned());
        self.places.extend(other.places.iter().cloned());
        self.owners.extend(other.owners.iter().cloned());
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
        if let Some((one, other)) = disjoint(&self.full_names, &other.full_names) {
            return Some(format!("they are called {one} and {other}"));
        }
        if let Some((one, other)) = disjoint(&self.states, &other.states) {
            return Some(format!("they serve different states: {one}, {other}"));
        }
        if let Some((one, other)) = disjoint(&self.places, &other.places) {
            return Some(format!("they lie apart: {one}, {other}"));
        }
        if let Some((one, other)) = disjoint(&self.owners, &other.owners) {
            return Some(format!("they belong to different bodies: {one}, {other}"));
        }
        if let (Some((a, b)), Some((c, d))) = (self.years, other.years)
            && self.years_lie_apart(other)
        {
            return Some(format!("their years lie apart: {a}-{b}, {c}-{d}"));
        }
        None
    }

    /// Whether two groups cannot be one thing.
    pub(super) fn excludes(&self, other: &Self) -> bool {
        self.years_lie_apart(other) || self.conflict(other).is_some()
    }

    fn years_lie_apart(&self, other: &Self) -> bool {
        let (Some((a, b)), Some((c, d))) = (self.years, other.years) else {
            return false;
        };
        let gap = a.saturating_sub(d).max(c.saturating_sub(b));
        gap > self.reach.max(other.reach)
    }
}

/// The first of each, where two sets have nothing in common.
fn disjoint<'a, T: Ord>(a: &'a BTreeSet<T>, b: &'a BTreeSet<T>) -> Option<(&'a T, &'a T)> {
    let firsts = (a.first()?, b.first()?);
    a.is_disjoint(b).then_some(firsts)
}
