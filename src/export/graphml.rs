//! GraphML of a network, as Gephi's importer wants it and as networkx, igraph and Cytoscape read it.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::columns::{Cell, ColumnType, edge_cells, edge_headers, node_cells, node_headers};
use super::page::{Page, push_number};
use super::rendering::{GraphReport, Rendering};
use super::xml::Escaper;

/// Keys of nodes that are looks in Gephi and no columns.
const NODE_LOOKS: [(&str, &str); 7] = [
    ("label", "string"),
    ("size", "float"),
    ("r", "int"),
    ("g", "int"),
    ("b", "int"),
    ("x", "float"),
    ("y", "float"),
];

/// Keys of edges that Gephi knows by name.
const EDGE_LOOKS: [(&str, &str); 2] = [("label", "string"), ("weight", "double")];

/// Writes a network. Nodes and edges are sorted, so that the same graph gives the same bytes.
///
/// # Errors
/// If the output fails.
pub fn write_graphml(
    rendering: &Rendering<'_, '_>,
    writer: &mut impl Write,
) -> io::Result<GraphReport> {
    let mut out = Sheet {
        page: Page::new(writer),
        escaper: Escaper::default(),
    };
    out.head();
    let mut ids = Vec::with_capacity(rendering.nodes().len());
    for node in rendering.nodes() {
        let mut id = String::new();
        out.escaper.push_id(&node.id, &mut id);
        let text = &mut out.page.text;
        text.push_str("    <node id=\"");
        text.push_str(&id);
        text.push_str("\">\n");
        ids.push(id);
        let look = rendering.look(node);
        out.data("label", &node.name);
        out.cells("", node_cells(node));
        out.number("size", format_args!("{:.2}", look.size));
        let (r, g, b) = look.color;
        for (key, part) in [("r", r), ("g", g), ("b", b)] {
            out.number(key, part);
        }
        if let Some((x, y)) = node.position {
            out.number("x", format_args!("{x:.2}"));
            out.number("y", format_args!("{y:.2}"));
        }
        out.page.text.push_str("    </node>\n");
        out.page.turn()?;
    }
    for (number, link) in rendering.links().enumerate() {
        let text = &mut out.page.text;
        text.push_str("    <edge id=\"e");
        push_number(text, number as u64);
        text.push_str("\" source=\"");
        text.push_str(&ids[link.source]);
        text.push_str("\" target=\"");
        text.push_str(&ids[link.target]);
        // Gephi reads the word in any case; networkx refuses a graph in which it reads `false` in lower case.
        let directed = rendering.directed(&link);
        text.push_str(if directed {
            "\" directed=\"true\">\n"
        } else {
            "\" directed=\"FALSE\">\n"
        });
        out.data("edge_label", link.edge.label);
        out.open("edge_weight");
        push_number(&mut out.page.text, link.edge.weight as u64);
        out.close();
        out.cells("edge_", edge_cells(link.edge));
        out.page.text.push_str("    </edge>\n");
        out.page.turn()?;
    }
    out.page.text.push_str("  </graph>\n</graphml>\n");
    let removed_characters = out.escaper.removed;
    out.page.finish()?;
    Ok(GraphReport {
        removed_characters,
        ..rendering.report()
    })
}

struct Sheet<'w, W> {
    page: Page<'w, W>,
    escaper: Escaper,
}

impl<W: Write> Sheet<'_, W> {
    fn head(&mut self) {
        self.page.text.push_str(concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
        ));
        for (name, kind) in NODE_LOOKS {
            self.key("node", "", name, kind);
        }
        for (name, kind) in node_headers() {
            self.key("node", "", name, type_name(kind));
        }
        for (name, kind) in EDGE_LOOKS {
            self.key("edge", "edge_", name, kind);
        }
        for (name, kind) in edge_headers() {
            self.key("edge", "edge_", name, type_name(kind));
        }
        self.page
            .text
            .push_str("  <graph id=\"ngoaivu\" edgedefault=\"directed\">\n");
    }

    fn key(&mut self, of: &str, prefix: &str, name: &str, kind: &str) {
        let _ = writeln!(
            self.page.text,
            "  <key id=\"{prefix}{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
        );
    }

    fn cells<'c>(&mut self, prefix: &str, cells: impl Iterator<Item = (&'static str, Cell<'c>)>) {
        for (name, cell) in cells {
            if cell == Cell::Empty {
                continue;
            }
            let text = &mut self.page.text;
            text.push_str("      <data key=\"");
            text.push_str(prefix);
            text.push_str(name);
            text.push_str("\">");
            cell.push_xml(&mut self.escaper, text);
            text.push_str("</data>\n");
        }
    }

    fn data(&mut self, key: &str, value: &str) {
        self.open(key);
        self.escaper.push(value, &mut self.page.text);
        self.close();
    }

    fn number(&mut self, key: &str, value: impl std::fmt::Display) {
        self.open(key);
        let _ = write!(self.page.text, "{value}");
        self.close();
    }

    fn open(&mut self, key: &str) {
        self.page.text.push_str("      <data key=\"");
        self.page.text.push_str(key);
        self.page.text.push_str("\">");
    }

    fn close(&mut self) {
        self.page.text.push_str("</data>\n");
    }
}

fn type_name(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text | ColumnType::List => "string",
        ColumnType::Integer => "int",
        ColumnType::Decimal => "double",
        ColumnType::Truth => "boolean",
    }
}
