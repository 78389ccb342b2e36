//! What GEXF and GraphML share: ids and columns of a network, its nodes and edges written piece by piece.

use std::borrow::Cow;
use std::io::{self, Write};

use super::columns::{Cell, edge_headers, node_headers};
use super::page::push_number;
use super::pieces::write_in_order;
use super::rendering::Rendering;
use super::xml::{Escaper, escaped_id};
use crate::graph::Link;

/// Nodes or edges that are written at once.
const PIECE: usize = 1_000;

/// What all nodes and edges are written with.
pub(super) struct Sheet<'r, 'n, 'a> {
    pub(super) rendering: &'r Rendering<'n, 'a>,
    /// The ids of the nodes, as XML holds them.
    pub(super) ids: Vec<Cow<'n, str>>,
    /// What stands before each value of a column.
    pub(super) node_columns: Vec<String>,
    pub(super) edge_columns: Vec<String>,
}

impl<'r, 'n, 'a> Sheet<'r, 'n, 'a> {
    /// `open_node` and `open_edge` make what stands before a value from the name of its column.
    pub(super) fn new(
        rendering: &'r Rendering<'n, 'a>,
        open_node: impl Fn(&str) -> String,
        open_edge: impl Fn(&str) -> String,
    ) -> Self {
        Self {
            rendering,
            ids: rendering.nodes().map(|node| escaped_id(&node.id)).collect(),
            node_columns: node_headers().map(|(name, _)| open_node(name)).collect(),
            edge_columns: edge_headers().map(|(name, _)| open_edge(name)).collect(),
        }
    }

    /// Opens the element of an edge with its id and ends, up to the mark that closes the last of them.
    pub(super) fn push_ends(&self, link: &Link<'_, '_>, number: usize, text: &mut String) {
        text.push_str("<edge id=\"e");
        push_number(text, number as u64);
        text.push_str("\" source=\"");
        text.push_str(&self.ids[link.source]);
        text.push_str("\" target=\"");
        text.push_str(&self.ids[link.target]);
    }
}

/// Writes `count` nodes or edges in their order, each by its number; tells how many characters were left out.
pub(super) fn write_elements<W: Write + Send>(
    writer: &mut W,
    count: usize,
    push: impl Fn(usize, &mut Escaper, &mut String) + Sync,
) -> io::Result<u64> {
    write_in_order(writer, count, PIECE, |numbers, text| {
        let mut escaper = Escaper::default();
        for number in numbers {
            push(number, &mut escaper, text);
        }
        Ok(escaper.removed)
    })
}

/// Appends the values of a node or edge, each between what opens its column and `close`.
pub(super) fn push_cells<'c>(
    columns: &[String],
    cells: impl Iterator<Item = (&'static str, Cell<'c>)>,
    close: &str,
    escaper: &mut Escaper,
    text: &mut String,
) {
    for (open, (_, cell)) in columns.iter().zip(cells) {
        if !cell.is_empty() {
            text.push_str(open);
            cell.push_xml(escaper, text);
            text.push_str(close);
        }
    }
}
