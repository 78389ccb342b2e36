//! GEXF 1.3 of a network with its timeline, as Gephi's importer wants it.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::columns::{Cell, ColumnType, edge_cells, edge_headers, node_cells, node_headers};
use super::page::{push_date, push_decimal, push_number};
use super::rendering::{GraphReport, Rendering};
use super::sheet::{Sheet, push_cells, write_elements};
use super::xml::Escaper;
use crate::graph::{NetworkNode, Spell};

/// Writes a network. Its dates are spells; they stand as text and years among the columns too, since Gephi
/// drops columns of dates.
///
/// # Errors
/// If the output fails.
pub fn write_gexf(
    rendering: &Rendering<'_, '_>,
    writer: &mut (impl Write + Send),
) -> io::Result<GraphReport> {
    let open = |name: &str| format!("          <attvalue for=\"{name}\" value=\"");
    let sheet = Sheet::new(rendering, open, open);
    writer.write_all(head(rendering.one_direction()).as_bytes())?;
    let mut removed_characters = 0;
    let nodes = rendering.nodes().len();
    writeln!(writer, "    <nodes count=\"{nodes}\">")?;
    removed_characters += write_elements(writer, nodes, |place, escaper, text| {
        push_node(&sheet, place, escaper, text);
    })?;
    let links = rendering.links().len();
    writeln!(writer, "    </nodes>\n    <edges count=\"{links}\">")?;
    removed_characters += write_elements(writer, links, |number, escaper, text| {
        push_edge(&sheet, number, escaper, text);
    })?;
    writer.write_all(b"    </edges>\n  </graph>\n</gexf>\n")?;
    Ok(GraphReport {
        removed_characters,
        ..rendering.report()
    })
}

fn head(one_direction: bool) -> String {
    // Directions stand at the edges: with a default, Gephi refuses edges of another direction.
    let default = if one_direction {
        " defaultedgetype=\"directed\""
    } else {
        ""
    };
    let mut text = format!(
        concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n",
            "  <meta>\n",
            "    <creator>ngoaivu {version}</creator>\n",
            "    <description>Viet Nam's external affairs</description>\n",
            "  </meta>\n",
            "  <graph mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\"{default}>\n",
        ),
        version = env!("CARGO_PKG_VERSION"),
        default = default,
    );
    push_attributes("node", node_headers(), &mut text);
    push_attributes("edge", edge_headers(), &mut text);
    text
}

fn push_attributes(
    class: &str,
    columns: impl Iterator<Item = (&'static str, ColumnType)>,
    text: &mut String,
) {
    let _ = writeln!(text, "    <attributes class=\"{class}\" mode=\"static\">");
    for (name, kind) in columns {
        let kind = type_name(kind);
        let _ = writeln!(
            text,
            "      <attribute id=\"{name}\" title=\"{name}\" type=\"{kind}\"/>"
        );
    }
    text.push_str("    </attributes>\n");
}

fn push_node(sheet: &Sheet<'_, '_, '_>, place: usize, escaper: &mut Escaper, text: &mut String) {
    let node = sheet.rendering.node(place);
    text.push_str("      <node id=\"");
    text.push_str(&sheet.ids[place]);
    text.push_str("\" label=\"");
    escaper.push(&node.name, text);
    text.push_str("\">\n");
    push_values(&sheet.node_columns, node_cells(node), escaper, text);
    push_spells(&node.spells, text);
    push_look(sheet, node, text);
    text.push_str("      </node>\n");
}

fn push_edge(sheet: &Sheet<'_, '_, '_>, number: usize, escaper: &mut Escaper, text: &mut String) {
    let link = &sheet.rendering.link(number);
    text.push_str("      ");
    sheet.push_ends(link, number, text);
    // Gephi keeps parallel edges apart by their kind.
    text.push_str(if sheet.rendering.directed(link) {
        "\" type=\"directed\" kind=\""
    } else {
        "\" type=\"undirected\" kind=\""
    });
    text.push_str(link.edge.label);
    text.push_str("\" label=\"");
    text.push_str(link.edge.label);
    text.push_str("\" weight=\"");
    push_number(text, link.edge.weight as u64);
    text.push_str("\">\n");
    push_values(&sheet.edge_columns, edge_cells(link.edge), escaper, text);
    push_spells(&link.edge.spells, text);
    text.push_str("      </edge>\n");
}

fn push_look(sheet: &Sheet<'_, '_, '_>, node: &NetworkNode<'_>, text: &mut String) {
    let look = sheet.rendering.look(node);
    let (r, g, b) = look.color;
    for (open, part) in [
        ("        <viz:color r=\"", r),
        ("\" g=\"", g),
        ("\" b=\"", b),
    ] {
        text.push_str(open);
        push_number(text, part.into());
    }
    if let Some((x, y)) = node.position {
        text.push_str("\"/>\n        <viz:position x=\"");
        push_decimal(text, x.into(), 2);
        text.push_str("\" y=\"");
        push_decimal(text, y.into(), 2);
        text.push_str("\" z=\"0");
    }
    text.push_str("\"/>\n        <viz:size value=\"");
    push_decimal(text, look.size, 2);
    text.push_str("\"/>\n");
}

fn push_values<'c>(
    columns: &[String],
    cells: impl Iterator<Item = (&'static str, Cell<'c>)>,
    escaper: &mut Escaper,
    text: &mut String,
) {
    text.push_str("        <attvalues>\n");
    push_cells(columns, cells, "\"/>\n", escaper, text);
    text.push_str("        </attvalues>\n");
}

fn push_spells(spells: &[Spell], text: &mut String) {
    if spells.is_empty() {
        return;
    }
    text.push_str("        <spells>\n");
    for spell in spells {
        text.push_str("          <spell");
        for (open, day) in [(" start=\"", spell.start), (" end=\"", spell.end)] {
            if let Some(day) = day {
                text.push_str(open);
                push_date(text, day);
                text.push('"');
            }
        }
        text.push_str("/>\n");
    }
    text.push_str("        </spells>\n");
}

fn type_name(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text | ColumnType::List => "string",
        ColumnType::Integer => "integer",
        ColumnType::Decimal => "double",
        ColumnType::Truth => "boolean",
    }
}
