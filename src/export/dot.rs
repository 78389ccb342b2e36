//! DOT of a network, for Graphviz.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::page::{Page, push_number};
use super::rendering::{GraphReport, Rendering};
use super::xml::is_forbidden;

/// Points in an inch: Graphviz measures nodes in inches.
const INCH: f64 = 72.0;

/// Writes a network.
///
/// # Errors
/// If the output fails.
pub fn write_dot(
    rendering: &Rendering<'_, '_>,
    writer: &mut impl Write,
) -> io::Result<GraphReport> {
    let mut report = rendering.report();
    let mut page = Page::new(writer);
    page.text.push_str(concat!(
        "digraph ngoaivu {\n",
        "  graph [charset=\"UTF-8\", overlap=false, splines=true, outputorder=edgesfirst];\n",
        "  node [shape=circle, style=filled, fontname=\"Be Vietnam Pro, Noto Sans, sans-serif\"];\n",
        "  edge [color=\"#8f9aa8\", fontname=\"Be Vietnam Pro, Noto Sans, sans-serif\"];\n",
    ));
    for node in rendering.nodes() {
        let text = &mut page.text;
        text.push_str("  ");
        quote(&node.id, text, &mut report);
        text.push_str(" [label=");
        quote(&node.name, text, &mut report);
        text.push_str(", class=");
        quote(node.kind.name(), text, &mut report);
        let look = rendering.look(node);
        let (r, g, b) = look.color;
        let width = look.size / INCH;
        let _ = write!(
            text,
            ", fillcolor=\"#{r:02x}{g:02x}{b:02x}\", width={width:.3}"
        );
        if let Some((x, y)) = node.position {
            let _ = write!(text, ", pos=\"{x:.2},{y:.2}\"");
        }
        text.push_str("];\n");
        page.turn()?;
    }
    for link in rendering.links() {
        let text = &mut page.text;
        text.push_str("  ");
        quote(&rendering.node(link.source).id, text, &mut report);
        text.push_str(" -> ");
        quote(&rendering.node(link.target).id, text, &mut report);
        text.push_str(" [label=");
        quote(link.edge.label, text, &mut report);
        text.push_str(", weight=");
        push_number(text, link.edge.weight as u64);
        if let Some(title) = link.edge.statement.and_then(|s| s.title.as_deref()) {
            text.push_str(", tooltip=");
            quote(title, text, &mut report);
        }
        if !rendering.directed(&link) {
            text.push_str(", dir=none");
        }
        text.push_str("];\n");
        page.turn()?;
    }
    page.text.push_str("}\n");
    page.finish()?;
    Ok(report)
}

/// A quoted string: a backslash would begin an escape, a line break ends a line in some readers.
fn quote(value: &str, text: &mut String, report: &mut GraphReport) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' | '\r' | '\t' => text.push(' '),
            c if is_forbidden(c) => report.removed_characters += 1,
            c => text.push(c),
        }
    }
    text.push('"');
}
