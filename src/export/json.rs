//! Node-link JSON of a network, as networkx reads it and D3 draws it.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::columns::{Cell, edge_cells, node_cells, push_times};
use super::page::{Page, push_decimal, push_number};
use super::rendering::{GraphReport, Rendering};

/// Writes a network, one node or edge on a line.
///
/// # Errors
/// If the output fails.
pub fn write_json(
    rendering: &Rendering<'_, '_>,
    writer: &mut impl Write,
) -> io::Result<GraphReport> {
    let mut page = Page::new(writer);
    page.text.push_str(concat!(
        "{\n\"directed\": true,\n\"multigraph\": true,\n\"graph\": {\"name\": \"ngoaivu\"},\n",
        "\"nodes\": [\n",
    ));
    for (number, node) in rendering.nodes().enumerate() {
        let text = &mut page.text;
        text.push_str(if number == 0 {
            "{\"id\": "
        } else {
            ",\n{\"id\": "
        });
        push_string(&node.id, text);
        text.push_str(", \"label\": ");
        push_string(&node.name, text);
        push_members(node_cells(node), text);
        let look = rendering.look(node);
        let (r, g, b) = look.color;
        let _ = write!(
            text,
            ", \"size\": {:.2}, \"color\": \"#{r:02x}{g:02x}{b:02x}\"",
            look.size
        );
        if let Some((x, y)) = node.position {
            let _ = write!(text, ", \"x\": {x:.2}, \"y\": {y:.2}");
        }
        text.push('}');
        page.turn()?;
    }
    page.text.push_str("\n],\n\"edges\": [\n");
    for (number, link) in rendering.links().enumerate() {
        let text = &mut page.text;
        text.push_str(if number == 0 {
            "{\"source\": "
        } else {
            ",\n{\"source\": "
        });
        push_string(&rendering.node(link.source).id, text);
        text.push_str(", \"target\": ");
        push_string(&rendering.node(link.target).id, text);
        text.push_str(", \"key\": \"e");
        push_number(text, number as u64);
        text.push_str("\", \"label\": \"");
        text.push_str(link.edge.label);
        text.push_str("\", \"weight\": ");
        push_number(text, link.edge.weight as u64);
        push_members(edge_cells(link.edge), text);
        text.push('}');
        page.turn()?;
    }
    page.text.push_str("\n]\n}\n");
    page.finish()?;
    Ok(rendering.report())
}

/// Appends the columns that have a value, each behind a comma.
pub(super) fn push_members<'c>(
    cells: impl Iterator<Item = (&'static str, Cell<'c>)>,
    text: &mut String,
) {
    for (name, cell) in cells {
        if cell.is_empty() {
            continue;
        }
        let _ = write!(text, ", \"{name}\": ");
        match cell {
            Cell::Empty => {}
            Cell::Word(word) => push_string(word, text),
            Cell::Text(value) => push_string(&value, text),
            Cell::Times(times) => {
                text.push_str("[\"");
                push_times(times, "\", \"", text);
                text.push_str("\"]");
            }
            Cell::List(members) => {
                text.push('[');
                for (number, member) in members.iter().enumerate() {
                    if number > 0 {
                        text.push_str(", ");
                    }
                    push_string(member, text);
                }
                text.push(']');
            }
            Cell::Integer(number) => push_number(text, number),
            Cell::Decimal(number, decimals) => {
                push_decimal(text, number, decimals);
            }
            Cell::Truth(truth) => text.push_str(if truth { "true" } else { "false" }),
        }
    }
}

/// Appends a string; JSON can hold every character.
pub(super) fn push_string(value: &str, text: &mut String) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(text, "\\u{:04x}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text.push('"');
}
