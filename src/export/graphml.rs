//! GraphML of the entity graph, as Gephi's importer wants it and as networkx, igraph and Cytoscape read it.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use petgraph::graph::NodeIndex;

use super::look::{color, size};
use super::xml::Escaper;
use crate::graph::{Edge, EdgeView, KnowledgeGraph, Measures, Node, NodeView, PageRank};
use crate::model::{Edtf, EntityId, Predicate};

/// Bytes gathered before they are written.
const CHUNK: usize = 1 << 16;

/// Columns of nodes: key, name, type. Gephi takes `label size r g b` as looks and not as columns, so the
/// name stands a second time.
const NODE_KEYS: [(&str, &str, &str); 20] = [
    ("label", "label", "string"),
    ("name", "name", "string"),
    ("type", "type", "string"),
    ("code", "code", "string"),
    ("aliases", "aliases", "string"),
    ("dates", "dates", "string"),
    ("themes", "themes", "string"),
    ("first_year", "first_year", "int"),
    ("last_year", "last_year", "int"),
    ("articles", "articles", "int"),
    ("mentions", "mentions", "int"),
    ("in_degree", "in_degree", "int"),
    ("out_degree", "out_degree", "int"),
    ("weighted_degree", "weighted_degree", "int"),
    ("pagerank", "pagerank", "double"),
    ("component", "component", "int"),
    ("size", "size", "float"),
    ("r", "r", "int"),
    ("g", "g", "int"),
    ("b", "b", "int"),
];

/// Columns of edges. Gephi merges parallel edges of one type, and the type is the label: so the label is
/// the predicate, and the predicate stands a second time as a column.
const EDGE_KEYS: [(&str, &str, &str); 9] = [
    ("edge_label", "label", "string"),
    ("edge_weight", "weight", "double"),
    ("edge_predicate", "predicate", "string"),
    ("edge_title", "title", "string"),
    ("edge_times", "times", "string"),
    ("edge_first_year", "first_year", "int"),
    ("edge_last_year", "last_year", "int"),
    ("edge_sentences", "sentences", "int"),
    ("edge_mutual", "mutual", "boolean"),
];

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GraphReport {
    /// Number of nodes.
    pub nodes: usize,
    /// Number of edges.
    pub edges: usize,
    /// Characters left out because XML cannot hold them.
    pub removed_characters: u64,
}

/// Writes `graph`. Nodes and edges come sorted, so that the same graph gives the same bytes.
///
/// # Errors
/// If the output fails.
pub fn write_graphml(graph: &KnowledgeGraph, writer: &mut impl Write) -> io::Result<GraphReport> {
    let mut out = Page {
        text: String::with_capacity(2 * CHUNK),
        escaper: Escaper::default(),
        writer,
    };
    out.text.push_str(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    ));
    for (kind, keys) in [
        ("node", NODE_KEYS.as_slice()),
        ("edge", EDGE_KEYS.as_slice()),
    ] {
        for (id, name, column) in keys {
            let _ = writeln!(
                out.text,
                "  <key id=\"{id}\" for=\"{kind}\" attr.name=\"{name}\" attr.type=\"{column}\"/>"
            );
        }
    }
    out.text
        .push_str("  <graph id=\"ngoaivu\" edgedefault=\"directed\">\n");
    let nodes = graph.nodes();
    let measures = graph.measures();
    let ranks = graph.page_rank(PageRank::default());
    let highest = measures
        .values()
        .map(|m| m.weighted_degree)
        .max()
        .unwrap_or(0);
    for view in &nodes {
        let measures = measures.get(&view.index).copied().unwrap_or_default();
        write_node(view, measures, rank_of(view, &ranks), highest, &mut out);
        out.flush_when_full()?;
    }
    let edges = graph.edges();
    for (number, view) in edges.iter().enumerate() {
        write_edge(number, view, &mut out);
        out.flush_when_full()?;
    }
    out.text.push_str("  </graph>\n</graphml>\n");
    out.writer.write_all(out.text.as_bytes())?;
    Ok(GraphReport {
        nodes: nodes.len(),
        edges: edges.len(),
        removed_characters: out.escaper.removed,
    })
}

/// Text on its way to the output.
struct Page<'a, W> {
    text: String,
    escaper: Escaper,
    writer: &'a mut W,
}

impl<W: Write> Page<'_, W> {
    fn flush_when_full(&mut self) -> io::Result<()> {
        if self.text.len() >= CHUNK {
            self.writer.write_all(self.text.as_bytes())?;
            self.text.clear();
        }
        Ok(())
    }

    fn data(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            let _ = write!(self.text, "      <data key=\"{key}\">");
            self.escaper.push(value, &mut self.text);
            self.text.push_str("</data>\n");
        }
    }

    fn number(&mut self, key: &str, value: impl std::fmt::Display) {
        let _ = writeln!(self.text, "      <data key=\"{key}\">{value}</data>");
    }

    fn years(&mut self, prefix: &str, years: Option<(u16, u16)>) {
        if let Some((first, last)) = years {
            self.number(&format!("{prefix}first_year"), first);
            self.number(&format!("{prefix}last_year"), last);
        }
    }

    /// Ids must not begin or end with blanks or hold line breaks, and stay apart: such characters are
    /// written as in IRIs.
    fn id(&mut self, id: &EntityId) {
        for c in id.as_str().chars() {
            if c.is_whitespace() || c.is_control() {
                let _ = write!(self.text, "%{:02X}", u32::from(c));
            } else {
                self.escaper
                    .push(c.encode_utf8(&mut [0; 4]), &mut self.text);
            }
        }
    }
}

fn rank_of(view: &NodeView<'_>, ranks: &HashMap<NodeIndex, f64>) -> f64 {
    ranks.get(&view.index).copied().unwrap_or(0.0)
}

fn write_node<W: Write>(
    view: &NodeView<'_>,
    measures: Measures,
    rank: f64,
    highest: usize,
    out: &mut Page<'_, W>,
) {
    let node = view.node;
    out.text.push_str("    <node id=\"");
    out.id(&node.id);
    out.text.push_str("\">\n");
    out.data("label", node.name());
    out.data("name", node.name());
    out.data("type", node.kind.name());
    out.data("code", node.code.as_deref().unwrap_or(""));
    out.data("aliases", &node.aliases().join("; "));
    out.data(
        "dates",
        &attributes(node, &[Predicate::OccursOn, Predicate::IssuedOn]),
    );
    out.data("themes", &attributes(node, &[Predicate::HasTheme]));
    out.years("", node.years);
    out.number("articles", node.articles());
    out.number("mentions", node.mentions());
    out.number("in_degree", measures.in_degree);
    out.number("out_degree", measures.out_degree);
    out.number("weighted_degree", measures.weighted_degree);
    out.number("pagerank", format_args!("{rank:.8}"));
    out.number("component", measures.component);
    let size = size(measures.weighted_degree, highest);
    out.number("size", format_args!("{size:.2}"));
    let (r, g, b) = color(node.kind);
    out.number("r", r);
    out.number("g", g);
    out.number("b", b);
    out.text.push_str("    </node>\n");
}

fn attributes(node: &Node, predicates: &[Predicate]) -> String {
    let values = predicates
        .iter()
        .filter_map(|p| node.attributes.get(p))
        .flatten();
    let values: Vec<&str> = values.map(String::as_str).collect();
    values.join("; ")
}

fn write_edge<W: Write>(number: usize, view: &EdgeView<'_>, out: &mut Page<'_, W>) {
    let edge = view.edge;
    let _ = write!(out.text, "    <edge id=\"e{number}\" source=\"");
    out.id(&view.source.id);
    out.text.push_str("\" target=\"");
    out.id(&view.target.id);
    // Gephi reads the word in any case; networkx refuses a graph in which it reads `false` in lower case.
    let directed = if edge.directed() { "true" } else { "FALSE" };
    let _ = writeln!(out.text, "\" directed=\"{directed}\">");
    out.data("edge_label", edge.predicate.name());
    // An edge nobody says would weigh nothing, which Gephi refuses.
    out.number("edge_weight", edge.weight().max(1));
    out.data("edge_predicate", edge.predicate.name());
    out.data("edge_title", edge.title.as_deref().unwrap_or(""));
    let times: Vec<String> = edge.times.iter().map(Edtf::to_string).collect();
    out.data("edge_times", &times.join("; "));
    out.years("edge_", years(edge));
    out.number("edge_sentences", edge.sentences());
    out.number("edge_mutual", !edge.directed());
    out.text.push_str("    </edge>\n");
}

/// First and last year of the times that sentences give.
fn years(edge: &Edge) -> Option<(u16, u16)> {
    let dates = edge
        .times
        .iter()
        .flat_map(|time| [Some(time.start()), time.end()]);
    let years: Vec<u16> = dates.flatten().filter_map(|date| date.year).collect();
    Some((*years.iter().min()?, *years.iter().max()?))
}
