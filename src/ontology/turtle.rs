//! Reads a Turtle file of the ontology into described things, each with the place it came from.

use std::borrow::Cow;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedOrBlankNode, Term};

use super::plain_turtle::NotPlain;
use super::{OntologyError, plain_turtle};

/// Where the ontology's own vocabulary lives.
pub(super) const OWN: &str = "https://w3id.org/ngoaivu/ontology#";
/// Where ids of entities, roles and head nouns live in the ontology's files.
pub(super) const ID_BASE: &str = "https://w3id.org/ngoaivu/id/";

/// A file of the ontology.
#[derive(Debug, Clone)]
pub(super) struct SourceFile {
    /// Its name, relative to `ontology/` or as the user named it.
    pub(super) name: String,
    /// Its text.
    pub(super) text: Cow<'static, str>,
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

/// A vocabulary whose properties the ontology's files may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vocabulary {
    /// That of the ontology itself.
    Own,
    Skos,
    Wgs84,
    Rdf,
    Other,
}

impl Vocabulary {
    const KNOWN: [(&str, Self); 4] = [
        (OWN, Self::Own),
        ("http://www.w3.org/2004/02/skos/core#", Self::Skos),
        ("http://www.w3.org/2003/01/geo/wgs84_pos#", Self::Wgs84),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", Self::Rdf),
    ];

    /// The vocabulary whose IRIs begin so.
    pub(super) fn at(iri: &str) -> Self {
        let mut known = Self::KNOWN.into_iter();
        let found = known.find(|(base, _)| *base == iri);
        found.map_or(Self::Other, |(_, vocabulary)| vocabulary)
    }
}

/// The property of a statement.
#[derive(Debug, Clone, Copy)]
pub(super) struct Property<'a> {
    pub(super) vocabulary: Vocabulary,
    /// Its name there, in another vocabulary its IRI.
    pub(super) name: &'a str,
}

impl Property<'_> {
    /// What tells the class of a thing.
    pub(super) const TYPE: Self = Self {
        vocabulary: Vocabulary::Rdf,
        name: "type",
    };
}

impl<'a> Property<'a> {
    /// Its IRI.
    pub(super) fn iri(self) -> String {
        let mut known = Vocabulary::KNOWN.into_iter();
        let base = known.find(|(_, vocabulary)| *vocabulary == self.vocabulary);
        [base.map_or("", |(base, _)| base), self.name].concat()
    }

    fn of_iri(iri: &'a str) -> Self {
        let mut known = Vocabulary::KNOWN.into_iter();
        let found = known.find_map(|(base, vocabulary)| {
            let name = iri.strip_prefix(base)?;
            Some(Self { vocabulary, name })
        });
        found.unwrap_or(Self {
            vocabulary: Vocabulary::Other,
            name: iri,
        })
    }
}

/// The object of a statement.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value<'a> {
    /// A class of the own vocabulary.
    Class(&'a str),
    /// Any other IRI, without [`ID_BASE`].
    Iri(&'a str),
    /// Words or a number, with the language tag where there is one.
    Literal(&'a str, Option<&'a str>),
}

impl<'a> Value<'a> {
    /// What an IRI names.
    pub(super) fn of_iri(iri: &'a str) -> Self {
        match iri.strip_prefix(OWN) {
            Some(class) => Self::Class(class),
            None => Self::Iri(local_id(iri)),
        }
    }
}

/// What a file says of a thing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Statement<'a> {
    /// The id of the thing, the IRI without [`ID_BASE`].
    pub(super) subject: &'a str,
    pub(super) property: Property<'a>,
    pub(super) value: Value<'a>,
}

/// Gathers what a file says, statement by statement in its order.
pub(super) fn read<T: Default>(
    source: &SourceFile,
    take: impl Fn(&mut T, &Statement<'_>) -> Result<(), OntologyError>,
) -> Result<T, OntologyError> {
    let mut taken = T::default();
    let mut statements = plain_turtle::Statements::of(&source.text);
    loop {
        match statements.next() {
            Ok(Some(statement)) => take(&mut taken, statement)?,
            Ok(None) => return Ok(taken),
            Err(NotPlain) => return read_fully(source, take),
        }
    }
}

/// The same by a full parser, which also says where a mistake is.
pub(super) fn read_fully<T: Default>(
    source: &SourceFile,
    take: impl Fn(&mut T, &Statement<'_>) -> Result<(), OntologyError>,
) -> Result<T, OntologyError> {
    let mut taken = T::default();
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
        let NamedOrBlankNode::NamedNode(subject) = &quad.subject else {
            let message = "a thing without an id; give it one such as <agency/cuc-ngoai-vu>";
            return Err(OntologyError::new(&source.name, None, message));
        };
        let subject = local_id(subject.as_str());
        let value = match &quad.object {
            Term::NamedNode(node) => Value::of_iri(node.as_str()),
            Term::Literal(literal) => Value::Literal(literal.value(), literal.language()),
            other => {
                let message = format!("`{other}` is neither an id nor a text");
                return Err(source.error_at(subject, "", message));
            }
        };
        let property = Property::of_iri(quad.predicate.as_str());
        let statement = Statement {
            subject,
            property,
            value,
        };
        take(&mut taken, &statement)?;
    }
    Ok(taken)
}

/// The id that an IRI is.
pub(super) fn local_id(iri: &str) -> &str {
    iri.strip_prefix(ID_BASE).unwrap_or(iri)
}
