//! All that a graph says of one node, for reading it back.

use std::str::FromStr;

use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};

use super::read_back::UnreadableGraph;

/// A node with its properties.
pub(super) struct Description {
    name: String,
    properties: Vec<(NamedNode, Term)>,
}

impl Description {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            properties: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, property: NamedNode, value: Term) {
        self.properties.push((property, value));
    }

    /// Its IRI.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn has_type(&self, class: NamedNodeRef<'_>) -> bool {
        self.iris(rdf::TYPE).any(|iri| iri == class.as_str())
    }

    /// The IRIs that a property leads to.
    pub(super) fn iris(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = &str> {
        self.values(property).filter_map(|value| match value {
            Term::NamedNode(iri) => Some(iri.as_str()),
            _ => None,
        })
    }

    pub(super) fn iri(&self, property: NamedNodeRef<'_>) -> Option<&str> {
        self.iris(property).next()
    }

    /// The words of a property's values; of an IRI the IRI itself.
    pub(super) fn texts(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = String> {
        self.values(property).filter_map(|value| match value {
            Term::Literal(literal) => Some(literal.value().to_owned()),
            Term::NamedNode(iri) => Some(iri.as_str().to_owned()),
            _ => None,
        })
    }

    pub(super) fn optional(&self, property: NamedNodeRef<'_>) -> Option<String> {
        self.texts(property).next()
    }

    pub(super) fn text(&self, property: NamedNodeRef<'_>) -> Result<String, UnreadableGraph> {
        self.optional(property)
            .ok_or_else(|| self.lacks(&format!("has no {property}")))
    }

    pub(super) fn parsed<T: FromStr>(
        &self,
        property: NamedNodeRef<'_>,
    ) -> Result<Option<T>, UnreadableGraph> {
        let Some(text) = self.optional(property) else {
            return Ok(None);
        };
        let value = text.parse();
        value
            .map(Some)
            .map_err(|_| self.lacks(&format!("has `{text}` as {property}")))
    }

    pub(super) fn object(&self, property: NamedNodeRef<'_>) -> Result<&Term, UnreadableGraph> {
        let object = self.values(property).next();
        object.ok_or_else(|| self.lacks(&format!("has no {property}")))
    }

    pub(super) fn lacks(&self, what: &str) -> UnreadableGraph {
        UnreadableGraph::Broken {
            node: self.name.clone(),
            lacks: what.to_owned(),
        }
    }

    fn values(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = &Term> {
        let pairs = self.properties.iter();
        pairs.filter_map(move |(name, value)| (name.as_ref() == property).then_some(value))
    }
}
