//! The part of a knowledge graph that is written or drawn: nodes and edges in sorted order.

mod build;
mod extras;
mod selection;
mod spell;
#[cfg(test)]
mod tests;
mod ties;

use std::borrow::Cow;

use petgraph::graph::{DiGraph, NodeIndex};

use super::{Edge, Measures, Node};
use crate::model::EntityType;

pub use selection::{About, Component, Extra, Selection};
pub use spell::Spell;
pub(super) use ties::Ties;

/// What a node of a [`Network`] stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// An entity of this type.
    Entity(EntityType),
    /// A date.
    Date,
    /// An article.
    Article,
    /// A sentence of an article.
    Sentence,
}

impl NodeKind {
    /// The name of the type, as exports give it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Entity(kind) => kind.name(),
            Self::Date => "Date",
            Self::Article => "Article",
            Self::Sentence => "Sentence",
        }
    }
}

/// A node with all that exports say of it.
#[derive(Debug, Clone)]
pub struct NetworkNode<'a> {
    /// Identity, unique in the network.
    pub id: Cow<'a, str>,
    /// What it stands for.
    pub kind: NodeKind,
    /// The name to show.
    pub name: Cow<'a, str>,
    /// The entity, where it stands for one.
    pub entity: Option<&'a Node>,
    /// The date it is, or the day an article was published.
    pub date: Option<&'a str>,
    /// When it is there; empty where nothing says so.
    pub spells: Vec<Spell>,
    /// How it is tied to others.
    pub measures: Measures,
    /// Where it lies in a picture.
    pub position: Option<(f32, f32)>,
}

/// An edge with all that exports say of it.
#[derive(Debug, Clone)]
pub struct NetworkEdge<'a> {
    /// What is said: the predicate's name.
    pub label: &'static str,
    /// What articles say, where it is a statement between entities.
    pub statement: Option<&'a Edge>,
    /// Number of articles that say it, at least 1.
    pub weight: usize,
    /// Number of sentences that say it.
    pub sentences: u64,
    /// Whether it points from source to target.
    pub directed: bool,
    /// When it holds; empty where nothing says so.
    pub spells: Vec<Spell>,
}

/// An edge with the places of its ends among the nodes.
#[derive(Debug, Clone, Copy)]
pub struct Link<'n, 'a> {
    /// Place of the source.
    pub source: usize,
    /// Place of the target.
    pub target: usize,
    /// The edge.
    pub edge: &'n NetworkEdge<'a>,
}

/// Sorted nodes and edges, held in petgraph: an index there is the place in that order.
#[derive(Debug, Clone, Default)]
pub struct Network<'a> {
    pub(super) graph: DiGraph<NetworkNode<'a>, NetworkEdge<'a>>,
}

impl<'a> Network<'a> {
    /// The nodes, entities sorted by type and id, then what was asked for beside them.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = &NetworkNode<'a>> {
        self.graph.raw_nodes().iter().map(|node| &node.weight)
    }

    /// The edges, sorted by subject, predicate, object, title.
    pub fn links(&self) -> impl ExactSizeIterator<Item = Link<'_, 'a>> {
        (0..self.edge_count()).map(|number| self.link(number))
    }

    /// The edge with a number, counted from 0 in that order.
    pub fn link(&self, number: usize) -> Link<'_, 'a> {
        let edge = &self.graph.raw_edges()[number];
        Link {
            source: edge.source().index(),
            target: edge.target().index(),
            edge: &edge.weight,
        }
    }

    /// The node at a place.
    pub fn node(&self, place: usize) -> &NetworkNode<'a> {
        &self.graph[NodeIndex::new(place)]
    }

    /// Number of nodes.
    pub fn node_count(&self) -> usize {
        self.graph.node_count()
    }

    /// Number of edges.
    pub fn edge_count(&self) -> usize {
        self.graph.edge_count()
    }

    /// A thing with a time of its own is also there while one of its edges holds.
    fn widen_spells(&mut self) {
        let mut more: Vec<(NodeIndex, Vec<Spell>)> = Vec::new();
        for edge in self.graph.raw_edges() {
            if edge.weight.spells.is_empty() {
                continue;
            }
            for end in [edge.source(), edge.target()] {
                if !self.graph[end].spells.is_empty() {
                    more.push((end, edge.weight.spells.clone()));
                }
            }
        }
        for (node, spells) in more {
            self.graph[node].spells.extend(spells);
        }
        for node in self.graph.node_weights_mut() {
            node.spells = Spell::merged(std::mem::take(&mut node.spells));
        }
    }
}

impl<'a> NetworkNode<'a> {
    fn of(node: &'a Node, english: bool) -> Self {
        let known = node.particulars().filter(|_| english);
        let name_en = known.and_then(|known| known.name_en.as_deref());
        Self {
            id: Cow::Borrowed(node.id.as_str()),
            kind: NodeKind::Entity(node.kind),
            name: Cow::Borrowed(name_en.unwrap_or_else(|| node.name())),
            entity: Some(node),
            date: None,
            spells: Spell::of_node(node),
            measures: Measures::default(),
            position: None,
        }
    }
}

impl<'a> NetworkEdge<'a> {
    fn of(edge: &'a Edge) -> Self {
        Self {
            label: edge.predicate.name(),
            statement: Some(edge),
            weight: edge.weight().max(1),
            sentences: edge.sentences(),
            directed: edge.directed(),
            spells: Spell::merged(
                edge.times()
                    .iter()
                    .filter_map(|&time| Spell::of(time))
                    .collect(),
            ),
        }
    }
}
