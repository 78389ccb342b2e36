//! GraphML of a network, as Gephi's importer wants it and as networkx, igraph and Cytoscape read it.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::columns::{ColumnType, edge_cells, edge_headers, node_cells, node_headers};
use super::page::{push_decimal, push_number};
use super::rendering::{GraphReport, Rendering};
use super::sheet::{Sheet, push_cells, write_elements};
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
    writer: &mut (impl Write + Send),
) -> io::Result<GraphReport> {
    let open = |prefix: &str, name: &str| format!("      <data key=\"{prefix}{name}\">");
    let sheet = Sheet::new(rendering, |name| open("", name), |name| open("edge_", name));
    writer.write_all(head().as_bytes())?;
    let mut removed_characters = 0;
    let nodes = rendering.nodes().len();
    removed_characters += write_elements(writer, nodes, |place, escaper, text| {
        push_node(&sheet, place, escaper, text);
    })?;
    let links = rendering.links().len();
    removed_characters += write_elements(writer, links, |number, escaper, text| {
        push_edge(&sheet, number, escaper, text);
    })?;
    writer.write_all(b"  </graph>\n</graphml>\n")?;
    Ok(GraphReport {
        removed_characters,
        ..rendering.report()
    })
}

fn head() -> String {
    let mut text = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    ));
    let mut key = |of: &str, prefix: &str, name: &str, kind: &str| {
        let _ = writeln!(
            text,
            "  <key id=\"{prefix}{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
        );
    };
    for (name, kind) in NODE_LOOKS {
        key("node", "", name, kind);
    }
    for (name, kind) in node_headers() {
        key("node", "", name, type_name(kind));
    }
    for (name, kind) in EDGE_LOOKS {
        key("edge", "edge_", name, kind);
    }
    for (name, kind) in edge_headers() {
        key("edge", "edge_", name, type_name(kind));
    }
    text.push_str("  <graph id=\"ngoaivu\" edgedefault=\"directed\">\n");
    text
}

const CLOSE: &str = "</data>\n";

fn push_node(sheet: &Sheet<'_, '_, '_>, place: usize, escaper: &mut Escaper, text: &mut String) {
    let node = sheet.rendering.node(place);
    text.push_str("    <node id=\"");
    text.push_str(&sheet.ids[place]);
    text.push_str("\">\n      <data key=\"label\">");
    escaper.push(&node.name, text);
    text.push_str(CLOSE);
    push_cells(&sheet.node_columns, node_cells(node), CLOSE, escaper, text);
    let look = sheet.rendering.look(node);
    text.push_str("      <data key=\"size\">");
    push_decimal(text, look.size, 2);
    text.push_str(CLOSE);
    let (r, g, b) = look.color;
    for (open, part) in [
        ("      <data key=\"r\">", r),
        ("      <data key=\"g\">", g),
        ("      <data key=\"b\">", b),
    ] {
        text.push_str(open);
        push_number(text, part.into());
        text.push_str(CLOSE);
    }
    if let Some((x, y)) = node.position {
        for (open, part) in [("      <data key=\"x\">", x), ("      <data key=\"y\">", y)] {
            text.push_str(open);
            push_decimal(text, part.into(), 2);
            text.push_str(CLOSE);
        }
    }
    text.push_str("    </node>\n");
}

fn push_edge(sheet: &Sheet<'_, '_, '_>, number: usize, escaper: &mut Escaper, text: &mut String) {
    let link = &sheet.rendering.link(number);
    text.push_str("    ");
    sheet.push_ends(link, number, text);
    // Gephi reads the word in any case; networkx refuses a graph in which it reads `false` in lower case.
    text.push_str(if sheet.rendering.directed(link) {
        "\" directed=\"true\">\n      <data key=\"edge_label\">"
    } else {
        "\" directed=\"FALSE\">\n      <data key=\"edge_label\">"
    });
    text.push_str(link.edge.label);
    text.push_str("</data>\n      <data key=\"edge_weight\">");
    push_number(text, link.edge.weight as u64);
    text.push_str(CLOSE);
    push_cells(
        &sheet.edge_columns,
        edge_cells(link.edge),
        CLOSE,
        escaper,
        text,
    );
    text.push_str("    </edge>\n");
}

fn type_name(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text | ColumnType::List => "string",
        ColumnType::Integer => "int",
        ColumnType::Decimal => "double",
        ColumnType::Truth => "boolean",
    }
}
