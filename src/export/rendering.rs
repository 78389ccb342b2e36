//! A network ready to be written: how its nodes look, and what its readers can take.

use super::look::{color_of, color_of_community, size};
use crate::graph::{Link, Measures, Network, NetworkNode};

/// A network with the looks of its nodes; every graph format is written from it.
#[derive(Debug)]
pub struct Rendering<'n, 'a> {
    network: &'n Network<'a>,
    settings: Settings,
    highest: f64,
}

/// What may be chosen about looks and readers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settings {
    /// Mutual relations are written as directed ones too, for readers that know one direction only.
    pub one_direction: bool,
    /// What the size of a node tells.
    pub size: SizeBy,
    /// What the colour of a node tells.
    pub color: ColorBy,
}

/// What the size of a node tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SizeBy {
    /// Its number of edges.
    Degree,
    /// The sum of their weights.
    #[default]
    WeightedDegree,
    /// Its PageRank.
    PageRank,
    /// Its betweenness.
    Betweenness,
}

/// What the colour of a node tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ColorBy {
    /// Its type.
    #[default]
    Type,
    /// Its community.
    Community,
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GraphReport {
    /// Number of nodes.
    pub nodes: usize,
    /// Number of edges.
    pub edges: usize,
    /// Characters left out because the format cannot hold them.
    pub removed_characters: u64,
    /// Cells that a spreadsheet would take for formulas, now behind an apostrophe.
    pub guarded_cells: u64,
    /// Marks inside the members of lists that are written as commas because they part the members.
    pub replaced_separators: u64,
}

/// How a node looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    /// Diameter.
    pub(super) size: f64,
    /// Red, green, blue.
    pub(super) color: (u8, u8, u8),
}

impl<'n, 'a> Rendering<'n, 'a> {
    /// A measured network in these settings.
    pub fn new(network: &'n Network<'a>, settings: Settings) -> Self {
        let measures = network.nodes().map(|node| settings.size.of(node.measures));
        Self {
            network,
            settings,
            highest: measures.fold(0.0, f64::max),
        }
    }

    pub(super) fn nodes(&self) -> impl ExactSizeIterator<Item = &'n NetworkNode<'a>> {
        self.network.nodes()
    }

    pub(super) fn node(&self, place: usize) -> &'n NetworkNode<'a> {
        self.network.node(place)
    }

    pub(super) fn links(&self) -> impl ExactSizeIterator<Item = Link<'n, 'a>> {
        self.network.links()
    }

    pub(super) fn link(&self, number: usize) -> Link<'n, 'a> {
        self.network.link(number)
    }

    pub(super) fn look(&self, node: &NetworkNode<'_>) -> Look {
        Look {
            size: size(self.settings.size.of(node.measures), self.highest),
            color: match self.settings.color {
                ColorBy::Type => color_of(node.kind),
                ColorBy::Community => color_of_community(node.measures.community),
            },
        }
    }

    /// Whether colours tell communities.
    pub(super) fn colors_communities(&self) -> bool {
        self.settings.color == ColorBy::Community
    }

    /// Whether an edge is written with an arrow.
    pub(super) fn directed(&self, link: &Link<'_, '_>) -> bool {
        link.edge.directed || self.settings.one_direction
    }

    /// Whether readers are told that all edges have one direction.
    pub(super) fn one_direction(&self) -> bool {
        self.settings.one_direction
    }

    /// A report without losses.
    pub(super) fn report(&self) -> GraphReport {
        GraphReport {
            nodes: self.network.node_count(),
            edges: self.network.edge_count(),
            ..GraphReport::default()
        }
    }
}

impl SizeBy {
    fn of(self, measures: Measures) -> f64 {
        let as_float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        match self {
            Self::Degree => as_float(measures.degree()),
            Self::WeightedDegree => as_float(measures.weighted_degree),
            Self::PageRank => measures.page_rank,
            Self::Betweenness => measures.betweenness,
        }
    }
}

impl GraphReport {
    /// What was changed on the way, one sentence for each kind of change.
    pub fn losses(&self) -> Vec<String> {
        let mut losses = Vec::new();
        let mut add = |count: u64, what: &str| {
            if count > 0 {
                losses.push(format!("{count} {what}"));
            }
        };
        add(
            self.removed_characters,
            "control characters, which the format forbids, are left out",
        );
        add(
            self.guarded_cells,
            "cells that a spreadsheet would take for formulas begin with an apostrophe",
        );
        add(
            self.replaced_separators,
            "semicolons inside the members of lists are written as commas",
        );
        losses
    }
}
