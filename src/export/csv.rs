//! Two tables, nodes and edges, as CSV: for Gephi and spreadsheets, for Neo4j's import, for Neptune.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use super::columns::{
    Cell, ColumnType, edge_cells, edge_headers, node_cells, node_headers, push_times,
};
use super::page::{Page, push_decimal, push_number};
use super::rendering::{GraphReport, Rendering};
use super::xml::is_forbidden;
use crate::graph::{Link, NetworkNode};

/// Whose headers the tables have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Gephi's spreadsheet import, and people with a spreadsheet.
    Gephi,
    /// `neo4j-admin database import`.
    Neo4j,
    /// The Gremlin loader of Amazon Neptune.
    Neptune,
}

/// Writes the table of nodes and the table of edges.
///
/// # Errors
/// If an output fails.
pub fn write_csv(
    rendering: &Rendering<'_, '_>,
    dialect: Dialect,
    nodes: &mut impl Write,
    edges: &mut impl Write,
) -> io::Result<GraphReport> {
    let mut report = rendering.report();
    let mut table = Table::new(dialect, nodes, &mut report);
    table.head(dialect.node_head(), node_headers());
    for node in rendering.nodes() {
        table.node(node);
        table.page.turn()?;
    }
    table.page.finish()?;
    let mut table = Table::new(dialect, edges, &mut report);
    table.head(dialect.edge_head(), edge_headers());
    for (number, link) in rendering.links().enumerate() {
        let ends = [rendering.node(link.source), rendering.node(link.target)];
        table.edge(
            number,
            &link,
            ends.map(|node| &*node.id),
            rendering.directed(&link),
        );
        table.page.turn()?;
    }
    table.page.finish()?;
    Ok(report)
}

impl Dialect {
    /// Headers before those of the columns.
    const fn node_head(self) -> &'static [&'static str] {
        match self {
            Self::Gephi => &["Id", "Label"],
            Self::Neo4j => &["id:ID", ":LABEL"],
            Self::Neptune => &["~id", "~label"],
        }
    }

    const fn edge_head(self) -> &'static [&'static str] {
        match self {
            Self::Gephi => &["Source", "Target", "Type", "Id", "Label", "Kind", "Weight"],
            Self::Neo4j => &[":START_ID", ":END_ID", ":TYPE", "id", "weight:int"],
            Self::Neptune => &["~id", "~from", "~to", "~label", "weight:Int"],
        }
    }

    /// What marks a column's type behind its name.
    const fn suffix(self, kind: ColumnType) -> &'static str {
        match (self, kind) {
            (Self::Gephi, _) | (Self::Neo4j, ColumnType::Text) => "",
            (Self::Neo4j, ColumnType::List) => ":string[]",
            (Self::Neo4j, ColumnType::Integer) => ":int",
            (Self::Neo4j, ColumnType::Decimal) => ":double",
            (Self::Neo4j, ColumnType::Truth) => ":boolean",
            (Self::Neptune, ColumnType::Text) => ":String",
            (Self::Neptune, ColumnType::List) => ":String[]",
            (Self::Neptune, ColumnType::Integer) => ":Int",
            (Self::Neptune, ColumnType::Decimal) => ":Double",
            (Self::Neptune, ColumnType::Truth) => ":Bool",
        }
    }
}

struct Table<'w, 'r, W> {
    dialect: Dialect,
    page: Page<'w, W>,
    report: &'r mut GraphReport,
    /// Whether the row has a cell already.
    begun: bool,
}

impl<'w, 'r, W: Write> Table<'w, 'r, W> {
    fn new(dialect: Dialect, writer: &'w mut W, report: &'r mut GraphReport) -> Self {
        Self {
            dialect,
            page: Page::new(writer),
            report,
            begun: false,
        }
    }

    fn head(&mut self, first: &[&str], columns: impl Iterator<Item = (&'static str, ColumnType)>) {
        for name in first {
            self.text(name);
        }
        for (name, kind) in columns {
            let suffix = self.dialect.suffix(kind);
            self.text(&format!("{name}{suffix}"));
        }
        self.end_row();
    }

    fn node(&mut self, node: &NetworkNode<'_>) {
        self.id(&node.id);
        match self.dialect {
            Dialect::Gephi => self.text(&node.name),
            Dialect::Neo4j | Dialect::Neptune => self.text(node.kind.name()),
        }
        self.cells(node_cells(node));
        self.end_row();
    }

    fn edge(&mut self, number: usize, link: &Link<'_, '_>, [from, to]: [&str; 2], directed: bool) {
        let id = format!("e{number}");
        let label = link.edge.label;
        match self.dialect {
            Dialect::Gephi => {
                self.id(from);
                self.id(to);
                self.text(if directed { "Directed" } else { "Undirected" });
                self.text(&id);
                self.text(label);
                self.text(label);
            }
            Dialect::Neo4j => {
                self.id(from);
                self.id(to);
                self.text(label);
                self.text(&id);
            }
            Dialect::Neptune => {
                self.text(&id);
                self.id(from);
                self.id(to);
                self.text(label);
            }
        }
        self.part();
        push_number(&mut self.page.text, link.edge.weight as u64);
        self.cells(edge_cells(link.edge));
        self.end_row();
    }

    fn cells<'c>(&mut self, cells: impl Iterator<Item = (&'static str, Cell<'c>)>) {
        for (_, cell) in cells {
            match cell {
                Cell::Empty => self.part(),
                Cell::Word(word) => self.text(word),
                Cell::Text(text) => self.text(&text),
                Cell::Times(times) => {
                    let mut all = String::new();
                    push_times(times, self.between(), &mut all);
                    self.text(&all);
                }
                Cell::List(members) => self.list(&members),
                Cell::Integer(number) => {
                    self.part();
                    push_number(&mut self.page.text, number);
                }
                Cell::Decimal(number, decimals) => {
                    self.part();
                    push_decimal(&mut self.page.text, number, decimals);
                }
                Cell::Truth(truth) => self.text(if truth { "true" } else { "false" }),
            }
        }
    }

    fn list(&mut self, members: &[Cow<'_, str>]) {
        let mut all = String::new();
        for (number, member) in members.iter().enumerate() {
            if number > 0 {
                all.push_str(self.between());
            }
            let marks = member.matches(';').count() as u64;
            match self.dialect {
                Dialect::Neo4j if marks > 0 => {
                    self.report.replaced_separators += marks;
                    all.push_str(&member.replace(';', ","));
                }
                Dialect::Neptune if marks > 0 => all.push_str(&member.replace(';', "\\;")),
                _ => all.push_str(member),
            }
        }
        self.text(&all);
    }

    /// What parts the members of a list.
    fn between(&self) -> &'static str {
        match self.dialect {
            Dialect::Gephi => "; ",
            Dialect::Neo4j | Dialect::Neptune => ";",
        }
    }

    /// An id: as in the other formats, without white space.
    fn id(&mut self, id: &str) {
        if !id.contains(|c: char| c.is_whitespace() || is_forbidden(c)) {
            return self.text(id);
        }
        let mut written = String::new();
        for c in id.chars() {
            if c.is_whitespace() || is_forbidden(c) {
                let _ = write!(written, "%{:02X}", u32::from(c));
            } else {
                written.push(c);
            }
        }
        self.text(&written);
    }

    /// A cell on one line, without control characters, in quotes where it needs them.
    fn text(&mut self, text: &str) {
        self.part();
        let clean = self.clean(text);
        let quoted =
            clean.contains(['"', ',', ';']) || clean.starts_with(' ') || clean.ends_with(' ');
        let into = &mut self.page.text;
        if quoted {
            into.push('"');
        }
        if self.dialect == Dialect::Gephi && is_formula(&clean) {
            self.report.guarded_cells += 1;
            into.push('\'');
        }
        if quoted {
            into.push_str(&clean.replace('"', "\"\""));
            into.push('"');
        } else {
            into.push_str(&clean);
        }
    }

    /// Line breaks become blanks, since not every reader takes them inside a cell.
    fn clean<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        if !text.contains(is_forbidden) {
            return Cow::Borrowed(text);
        }
        let mut clean = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' | '\r' | '\t' => clean.push(' '),
                c if is_forbidden(c) => self.report.removed_characters += 1,
                c => clean.push(c),
            }
        }
        Cow::Owned(clean)
    }

    fn part(&mut self) {
        if std::mem::replace(&mut self.begun, true) {
            self.page.text.push(',');
        }
    }

    fn end_row(&mut self) {
        self.page.text.push('\n');
        self.begun = false;
    }
}

/// Whether a spreadsheet would compute the cell instead of showing it.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}
