//! A network ready to be written: how its nodes look, and what its readers can take.

use super::look::{color, size};
use crate::graph::{Link, Network, NetworkNode, NodeKind};

/// A network with the looks of its nodes; every graph format is written from it.
#[derive(Debug)]
pub struct Rendering<'n, 'a> {
    network: &'n Network<'a>,
    settings: Settings,
    highest: usize,
}

/// What may be chosen about looks and readers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settings {
    /// Mutual relations are written as directed ones too, for readers that know one direction only.
    pub one_direction: bool,
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
        let highest = network.nodes().map(|node| node.measures.weighted_degree);
        Self {
            network,
            settings,
            highest: highest.max().unwrap_or(0),
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

    pub(super) fn look(&self, node: &NetworkNode<'_>) -> Look {
        let NodeKind::Entity(kind) = node.kind;
        Look {
            size: size(node.measures.weighted_degree, self.highest),
            color: color(kind),
        }
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
