//! GEXF 1.3 of a network with its timeline, as Gephi's importer wants it.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::columns::{Cell, ColumnType, edge_cells, edge_headers, node_cells, node_headers};
use super::page::{Page, push_number};
use super::rendering::{GraphReport, Look, Rendering};
use super::xml::Escaper;
use crate::graph::Spell;

/// Writes a network. Its dates are spells; they stand as text and years among the columns too, since Gephi
/// drops columns of dates.
///
/// # Errors
/// If the output fails.
pub fn write_gexf(
    rendering: &Rendering<'_, '_>,
    writer: &mut impl Write,
) -> io::Result<GraphReport> {
    let mut out = Sheet {
        page: Page::new(writer),
        escaper: Escaper::default(),
    };
    out.head(rendering);
    let mut ids = Vec::with_capacity(rendering.nodes().len());
    out.open_list("nodes", rendering.nodes().len());
    for node in rendering.nodes() {
        let mut id = String::new();
        out.escaper.push_id(&node.id, &mut id);
        let text = &mut out.page.text;
        text.push_str("      <node id=\"");
        text.push_str(&id);
        ids.push(id);
        text.push_str("\" label=\"");
        out.escaper.push(&node.name, text);
        text.push_str("\">\n");
        out.values(node_cells(node));
        out.spells(&node.spells);
        out.looks(rendering.look(node), node.position);
        out.page.text.push_str("      </node>\n");
        out.page.turn()?;
    }
    out.page.text.push_str("    </nodes>\n");
    out.open_list("edges", rendering.links().len());
    for (number, link) in rendering.links().enumerate() {
        let text = &mut out.page.text;
        text.push_str("      <edge id=\"e");
        push_number(text, number as u64);
        text.push_str("\" source=\"");
        text.push_str(&ids[link.source]);
        text.push_str("\" target=\"");
        text.push_str(&ids[link.target]);
        // Gephi keeps parallel edges apart by their kind.
        text.push_str(if rendering.directed(&link) {
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
        out.values(edge_cells(link.edge));
        out.spells(&link.edge.spells);
        out.page.text.push_str("      </edge>\n");
        out.page.turn()?;
    }
    out.page
        .text
        .push_str("    </edges>\n  </graph>\n</gexf>\n");
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
    fn head(&mut self, rendering: &Rendering<'_, '_>) {
        // Directions stand at the edges: with a default, Gephi refuses edges of another direction.
        let default = if rendering.one_direction() {
            " defaultedgetype=\"directed\""
        } else {
            ""
        };
        let _ = write!(
            self.page.text,
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
        self.attributes("node", node_headers());
        self.attributes("edge", edge_headers());
    }

    fn attributes(
        &mut self,
        class: &str,
        columns: impl Iterator<Item = (&'static str, ColumnType)>,
    ) {
        let text = &mut self.page.text;
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

    fn open_list(&mut self, name: &str, count: usize) {
        let _ = writeln!(self.page.text, "    <{name} count=\"{count}\">");
    }

    fn values<'c>(&mut self, cells: impl Iterator<Item = (&'static str, Cell<'c>)>) {
        let text = &mut self.page.text;
        text.push_str("        <attvalues>\n");
        for (name, cell) in cells {
            if cell == Cell::Empty {
                continue;
            }
            text.push_str("          <attvalue for=\"");
            text.push_str(name);
            text.push_str("\" value=\"");
            cell.push_xml(&mut self.escaper, text);
            text.push_str("\"/>\n");
        }
        text.push_str("        </attvalues>\n");
    }

    fn spells(&mut self, spells: &[Spell]) {
        if spells.is_empty() {
            return;
        }
        let text = &mut self.page.text;
        text.push_str("        <spells>\n");
        for spell in spells {
            text.push_str("          <spell");
            for (name, day) in [("start", spell.start), ("end", spell.end)] {
                if let Some(day) = day {
                    let _ = write!(text, " {name}=\"{day}\"");
                }
            }
            text.push_str("/>\n");
        }
        text.push_str("        </spells>\n");
    }

    fn looks(&mut self, look: Look, position: Option<(f32, f32)>) {
        let text = &mut self.page.text;
        let (r, g, b) = look.color;
        let _ = writeln!(text, "        <viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/>");
        if let Some((x, y)) = position {
            let _ = writeln!(
                text,
                "        <viz:position x=\"{x:.2}\" y=\"{y:.2}\" z=\"0\"/>"
            );
        }
        let _ = writeln!(text, "        <viz:size value=\"{:.2}\"/>", look.size);
    }
}

fn type_name(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text | ColumnType::List => "string",
        ColumnType::Integer => "integer",
        ColumnType::Decimal => "double",
        ColumnType::Truth => "boolean",
    }
}
