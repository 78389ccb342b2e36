//! Reads a Turtle file of the ontology into described things, each with the place it came from.

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedOrBlankNode, Term};

use super::{OntologyError, plain_turtle};

/// Where ids of entities, roles and head nouns live in the ontology's files.
pub(super) const ID_BASE: &str = "https://w3id.org/ngoaivu/id/";

/// A file of the ontology.
#[derive(Debug, Clone)]
pub(super) struct SourceFile {
    /// Its name, relative to `ontology/` or as the user named it.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
}

impl SourceFile {
    /// An error at the place where `subject` is described and, behind that, `needle` stands.
    pub(super) fn error_at(&self, subject: &str, needle: &str, message: String) -> OntologyError {
        let mut opening = format!("<{subject}>");
        let at = match self.line_of(&opening, 0) {
            Some(at) => Some(at),
            None => {
                opening = format!("[{subject}]");
                self.line_of(&opening, 0)
            }
        };
        let line = at.map(|at| {
            let place = self.text[at..]
                .find(needle)
                .map_or(at, |offset| at + offset);
            1 + self.text[..place].matches('\n').count()
        });
        OntologyError::new(&self.name, line, message)
    }

    /// Byte offset of the first line at or behind `from` that begins with `opening`.
    fn line_of(&self, opening: &str, from: usize) -> Option<usize> {
        let found = from + self.text[from..].find(opening)?;
        if found == 0 || self.text.as_bytes()[found - 1] == b'\n' {
            return Some(found);
        }
        self.line_of(opening, found + opening.len())
    }
}

/// The object of a statement.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// An IRI.
    Iri(String),
    /// Words or a number, with the language tag where there is one.
    Literal(String, Option<String>),
}

/// A thing that a file describes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Node {
    /// Its id, the IRI without [`ID_BASE`].
    pub(super) id: String,
    /// What is said of it: predicate IRI and value, in the order of the file.
    pub(super) statements: Vec<(String, Value)>,
}

/// The things that a file describes, in its order.
pub(super) fn read(source: &SourceFile) -> Result<Vec<Node>, OntologyError> {
    match plain_turtle::read(&source.text) {
        Some(nodes) => Ok(nodes),
        None => read_fully(source),
    }
}

/// The same by a full parser, which also says where a mistake is.
pub(super) fn read_fully(source: &SourceFile) -> Result<Vec<Node>, OntologyError> {
    let mut nodes: Vec<Node> = Vec::new();
    let parser = RdfParser::from_format(RdfFormat::Turtle)
        .with_base_iri(ID_BASE)
        .map_err(|error| OntologyError::new(&source.name, None, error.to_string()))?;
    for quad in parser.for_slice(source.text.as_bytes()) {
        let quad = quad.map_err(|error| {
            let line = error
                .location()
                .and_then(|range| usize::try_from(range.start.line + 1).ok());
            OntologyError::new(&source.name, line, error.to_string())
        })?;
        let id = match quad.subject {
            NamedOrBlankNode::NamedNode(node) => local_id(node.into_string()),
            NamedOrBlankNode::BlankNode(_) => {
                return Err(OntologyError::new(
                    &source.name,
                    None,
                    "a thing without an id; give it one such as <agency/cuc-ngoai-vu>",
                ));
            }
        };
        let value = match quad.object {
            Term::NamedNode(node) => Value::Iri(local_id(node.into_string())),
            Term::Literal(literal) => {
                let (text, _, language) = literal.destruct();
                Value::Literal(text, language)
            }
            other => {
                let message = format!("`{other}` is neither an id nor a text");
                return Err(source.error_at(&id, "", message));
            }
        };
        let predicate = quad.predicate.into_string();
        match nodes.last_mut() {
            Some(node) if node.id == id => {
                node.statements.push((predicate, value));
            }
            _ => nodes.push(Node {
                id,
                statements: vec![(predicate, value)],
            }),
        }
    }
    Ok(nodes)
}

fn local_id(mut iri: String) -> String {
    if iri.starts_with(ID_BASE) {
        iri.drain(..ID_BASE.len());
    }
    iri
}
