//! Which part of a graph becomes a network.

use std::collections::BTreeSet;

use super::Spell;
use crate::graph::{Edge, Node};
use crate::model::{EdtfDate, EntityId, EntityType, Predicate};

/// What is wanted of a graph; the default is all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only entities of these types; all where empty.
    pub types: BTreeSet<EntityType>,
    /// Only these relations; all where empty.
    pub predicates: BTreeSet<Predicate>,
    /// Only relations that so many articles speak of.
    pub minimum_weight: usize,
    /// Only what is dated on this day or later.
    pub since: Option<EdtfDate>,
    /// Only what is dated on this day or before.
    pub until: Option<EdtfDate>,
    /// Only what is near these entities.
    pub about: Option<About>,
    /// Only one connected component.
    pub component: Component,
    /// What else becomes a node.
    pub extras: BTreeSet<Extra>,
    /// Names are the English ones, where the ontology gives them.
    pub english: bool,
}

/// Entities and how far from them something may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The entities.
    pub entities: BTreeSet<EntityId>,
    /// Number of relations on the way.
    pub depth: usize,
}

/// Which connected components are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Component {
    /// All.
    #[default]
    All,
    /// The one with most nodes; of equal ones that of the first node.
    Largest,
    /// Those of these entities.
    Of(BTreeSet<EntityId>),
}

/// What becomes a node only when asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extra {
    /// The articles that name an entity.
    Articles,
    /// The dates of events and documents.
    Dates,
    /// The sentences that name an entity.
    Sentences,
}

impl Selection {
    pub(super) fn admits_node(&self, node: &Node) -> bool {
        self.types.is_empty() || self.types.contains(&node.kind)
    }

    pub(super) fn admits_edge(&self, [source, target]: [&Node; 2], edge: &Edge) -> bool {
        (self.predicates.is_empty() || self.predicates.contains(&edge.predicate))
            && edge.weight() >= self.minimum_weight
            && self.in_time([source, target], edge)
    }

    /// Whether relations are chosen, so that entities without any are out.
    pub(super) fn chooses_edges(&self) -> bool {
        let in_time = self.since.is_some() || self.until.is_some();
        !self.predicates.is_empty() || self.minimum_weight > 1 || in_time
    }

    /// An undated statement on a dated event or document is of that date.
    fn in_time(&self, ends: [&Node; 2], edge: &Edge) -> bool {
        let window = Spell {
            start: self.since.and_then(EdtfDate::first_day),
            end: self.until.and_then(|day| day.last_day()?.following()),
        };
        if window.start.is_none() && window.end.is_none() {
            return true;
        }
        let mut spells: Vec<Spell> = edge.times().iter().filter_map(|&t| Spell::of(t)).collect();
        if spells.is_empty() {
            spells = ends.into_iter().flat_map(Spell::of_dates).collect();
        }
        spells.iter().any(|spell| spell.meets(window))
    }
}
