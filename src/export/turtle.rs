//! Turtle and TriG for people: grouped by subject, in reading order, with the prefixes in use only.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{
    GraphName, LiteralRef, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, TermRef,
    Triple, TripleRef,
};

use super::reading_order;
use crate::rdf::{Iris, PREFIXES};

/// Bytes gathered before they are written.
const CHUNK: usize = 1 << 16;

/// Writes triples in reading order as Turtle.
///
/// # Errors
/// If the output fails.
pub(super) fn write_turtle(
    triples: &[Triple],
    iris: &Iris,
    writer: &mut impl Write,
) -> io::Result<()> {
    let mut page = Page::new(iris, writer);
    page.head(triples.iter().flat_map(iris_of));
    page.subjects(triples, "")?;
    page.finish()
}

/// Writes every graph as a block of TriG, the default graph first; tells how many quads there were.
///
/// # Errors
/// If the output fails.
pub(super) fn write_trig(
    mut quads: Vec<Quad>,
    iris: &Iris,
    writer: &mut impl Write,
) -> io::Result<usize> {
    quads.sort_by_cached_key(|quad| match &quad.graph_name {
        GraphName::DefaultGraph => String::new(),
        name => name.to_string(),
    });
    let mut page = Page::new(iris, writer);
    let names = quads.iter().filter_map(|quad| match &quad.graph_name {
        GraphName::NamedNode(node) => Some(node.as_ref()),
        _ => None,
    });
    page.head(
        quads
            .iter()
            .flat_map(|quad| iris_of(quad.as_ref()))
            .chain(names),
    );
    let mut count = 0;
    for graph in quads.chunk_by(|a, b| a.graph_name == b.graph_name) {
        let mut triples: Vec<Triple> = graph.iter().cloned().map(Triple::from).collect();
        reading_order::sort(&mut triples, iris);
        count += triples.len();
        let name = match graph.first().map(|quad| &quad.graph_name) {
            Some(GraphName::NamedNode(node)) => page.iri(node.as_ref()),
            Some(GraphName::BlankNode(node)) => node.to_string(),
            _ => {
                page.subjects(&triples, "")?;
                continue;
            }
        };
        let _ = writeln!(page.text, "\n{name} {{");
        page.subjects(&triples, "    ")?;
        page.text.push_str("}\n");
    }
    page.finish()?;
    Ok(count)
}

/// The prefixes that the terms of `triples` use.
pub(super) fn used_prefixes(triples: &[Triple], iris: &Iris) -> Vec<(&'static str, String)> {
    let mut nowhere = io::sink();
    let mut page = Page::new(iris, &mut nowhere);
    page.head(triples.iter().flat_map(iris_of));
    page.prefixes
}

/// The IRIs that a triple writes, its datatype included.
fn iris_of<'a>(triple: impl Into<TripleRef<'a>>) -> impl Iterator<Item = NamedNodeRef<'a>> {
    let triple = triple.into();
    let subject = match triple.subject {
        NamedOrBlankNodeRef::NamedNode(node) => Some(node),
        NamedOrBlankNodeRef::BlankNode(_) => None,
    };
    let predicate = (triple.predicate != rdf::TYPE).then_some(triple.predicate);
    let object = match triple.object {
        TermRef::NamedNode(node) => Some(node),
        TermRef::Literal(literal) => named_datatype(literal),
        TermRef::BlankNode(_) => None,
    };
    [subject, predicate, object].into_iter().flatten()
}

/// The datatype, where it must be written.
fn named_datatype(literal: LiteralRef<'_>) -> Option<NamedNodeRef<'_>> {
    let datatype = literal.datatype();
    let unwritten = literal.language().is_some() || datatype == xsd::STRING || is_bare(literal);
    (!unwritten).then_some(datatype)
}

/// Whether a literal may stand without quotes.
fn is_bare(literal: LiteralRef<'_>) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let value = literal.value();
    let unsigned = value.strip_prefix(['+', '-']).unwrap_or(value);
    match literal.datatype() {
        xsd::INTEGER => digits(unsigned),
        xsd::DECIMAL => unsigned
            .split_once('.')
            .is_some_and(|(whole, part)| (whole.is_empty() || digits(whole)) && digits(part)),
        xsd::BOOLEAN => matches!(value, "true" | "false"),
        _ => false,
    }
}

struct Page<'a, W> {
    text: String,
    prefixes: Vec<(&'static str, String)>,
    iris: &'a Iris,
    writer: &'a mut W,
}

impl<'a, W: Write> Page<'a, W> {
    fn new(iris: &'a Iris, writer: &'a mut W) -> Self {
        let own = ("nv", format!("{}ontology#", iris.base()));
        let others = PREFIXES
            .iter()
            .map(|(name, iri)| (*name, (*iri).to_owned()));
        let mut prefixes: Vec<_> = others.chain([own]).collect();
        prefixes.sort();
        Self {
            text: String::with_capacity(2 * CHUNK),
            prefixes,
            iris,
            writer,
        }
    }

    /// Declares the prefixes that `terms` use, and forgets the others.
    fn head<'t>(&mut self, terms: impl Iterator<Item = NamedNodeRef<'t>>) {
        let mut used: BTreeSet<&'static str> = BTreeSet::new();
        let mut relative = false;
        for term in terms {
            match self.split(term.as_str()) {
                Some((prefix, _)) => drop(used.insert(prefix)),
                None => relative |= self.relative(term.as_str()).is_some(),
            }
        }
        self.prefixes.retain(|(name, _)| used.contains(name));
        if relative {
            let _ = writeln!(self.text, "@base <{}> .", self.iris.base());
        }
        for (name, iri) in &self.prefixes {
            let _ = writeln!(self.text, "@prefix {name}: <{iri}> .");
        }
    }

    fn subjects(&mut self, triples: &[Triple], indent: &str) -> io::Result<()> {
        for (number, group) in triples.chunk_by(|a, b| a.subject == b.subject).enumerate() {
            if number > 0 || indent.is_empty() {
                self.text.push('\n');
            }
            self.subject(group, indent);
            if self.text.len() >= CHUNK {
                self.writer.write_all(self.text.as_bytes())?;
                self.text.clear();
            }
        }
        Ok(())
    }

    fn subject(&mut self, triples: &[Triple], indent: &str) {
        let subject = match triples.first().map(|triple| &triple.subject) {
            Some(NamedOrBlankNode::NamedNode(node)) => self.iri(node.as_ref()),
            Some(NamedOrBlankNode::BlankNode(node)) => node.to_string(),
            None => return,
        };
        self.text.push_str(indent);
        self.text.push_str(&subject);
        for (number, group) in triples
            .chunk_by(|a, b| a.predicate == b.predicate)
            .enumerate()
        {
            if number > 0 {
                let _ = write!(self.text, " ;\n{indent}   ");
            }
            for (place, triple) in group.iter().enumerate() {
                if place > 0 {
                    let _ = write!(self.text, " ,\n{indent}        ");
                } else if triple.predicate == rdf::TYPE {
                    self.text.push_str(" a");
                } else {
                    let predicate = self.iri(triple.predicate.as_ref());
                    self.text.push(' ');
                    self.text.push_str(&predicate);
                }
                let object = self.term(triple.object.as_ref());
                self.text.push(' ');
                self.text.push_str(&object);
            }
        }
        self.text.push_str(" .\n");
    }

    fn finish(self) -> io::Result<()> {
        self.writer.write_all(self.text.as_bytes())
    }

    fn term(&self, term: TermRef<'_>) -> String {
        match term {
            TermRef::NamedNode(node) => self.iri(node),
            TermRef::BlankNode(node) => node.to_string(),
            TermRef::Literal(literal) => self.literal(literal),
        }
    }

    fn literal(&self, literal: LiteralRef<'_>) -> String {
        if is_bare(literal) {
            return literal.value().to_owned();
        }
        let mut text = quoted(literal.value());
        if let Some(language) = literal.language() {
            text.push('@');
            text.push_str(language);
        } else if let Some(datatype) = named_datatype(literal) {
            text.push_str("^^");
            text.push_str(&self.iri(datatype));
        }
        text
    }

    fn iri(&self, node: NamedNodeRef<'_>) -> String {
        let iri = node.as_str();
        if let Some((prefix, local)) = self.split(iri) {
            return format!("{prefix}:{local}");
        }
        bracketed(self.relative(iri).unwrap_or(iri))
    }

    /// Prefix and local name, where the local name needs no escapes.
    fn split<'i>(&self, iri: &'i str) -> Option<(&'static str, &'i str)> {
        self.prefixes.iter().find_map(|(name, start)| {
            let local = iri.strip_prefix(start.as_str())?;
            is_plain_local(local).then_some((*name, local))
        })
    }

    /// The IRI without the base, where that reads back as the same IRI.
    fn relative<'i>(&self, iri: &'i str) -> Option<&'i str> {
        let below = iri.strip_prefix(self.iris.base())?;
        let first = below.split(['/', '#', '?']).next()?;
        let safe = !first.is_empty() && !first.contains(':') && !has_dots(below);
        safe.then_some(below)
    }
}

/// Whether a path has segments that resolving takes away.
fn has_dots(path: &str) -> bool {
    let path = path.split(['#', '?']).next().unwrap_or(path);
    path.split('/')
        .any(|segment| segment == "." || segment == "..")
}

fn is_plain_local(local: &str) -> bool {
    local.starts_with(|c: char| c.is_ascii_alphabetic())
        && local
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

fn bracketed(iri: &str) -> String {
    let mut text = String::with_capacity(iri.len() + 2);
    text.push('<');
    for c in iri.chars() {
        match c {
            '\0'..=' ' | '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' => {
                let _ = write!(text, "\\u{:04X}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text.push('>');
    text
}

fn quoted(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 2);
    text.push('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            // What turns the direction of a line would make it read as something else.
            c if c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                let _ = write!(text, "\\u{:04X}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text.push('"');
    text
}
