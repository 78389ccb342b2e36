//! Cuts what is exported into pieces that are small however large the store is: an entity, or all that
//! belongs to one article.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io;

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{
    BlankNode, GraphName, GraphNameRef, LiteralRef, NamedNode, NamedNodeRef, NamedOrBlankNode,
    Quad, Term, Triple,
};
use oxigraph::store::StorageError;

use super::compact::Compact;
use super::reading_order::{self, Order};
use super::scope::Scope;
use super::turtle::named_datatype;
use crate::rdf::Iris;
use crate::store::{Quads, Statements};

/// A store, and what of it is wanted.
#[derive(Clone, Copy)]
pub(super) struct Extract<'a> {
    pub(super) store: &'a Statements,
    pub(super) iris: &'a Iris,
    pub(super) scope: &'a Scope,
}

/// A piece: what has this subject, or the parts of this article.
#[derive(Debug, Clone)]
pub(super) enum Unit {
    Subject(NamedOrBlankNode),
    Parts(NamedNode),
}

/// What all values of a property have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Values {
    Iris,
    Typed(NamedNode),
    Language(String),
    Mixed,
}

/// What one look at all statements tells.
pub(super) struct Survey {
    pub(super) compact: Compact,
    pub(super) units: Vec<Unit>,
    pub(super) graphs: BTreeSet<String>,
    /// The properties with their values.
    pub(super) properties: BTreeMap<NamedNode, Values>,
}

impl Extract<'_> {
    /// All that is wanted, in no order; what the scope merges may come twice.
    pub(super) fn quads(&self) -> impl Iterator<Item = io::Result<Quad>> {
        self.wanted(self.store.iter())
    }

    /// Looks at all statements once.
    pub(super) fn survey(&self) -> io::Result<Survey> {
        let mut compact = Compact::new(self.iris);
        let mut subjects: HashSet<NamedOrBlankNode> = HashSet::new();
        let mut articles: HashSet<NamedNode> = HashSet::new();
        let mut graphs: HashSet<GraphName> = HashSet::new();
        let mut properties: HashMap<NamedNode, Values> = HashMap::new();
        let mut last_graph = None;
        for quad in self.quads() {
            let quad = quad?;
            note_ends(&quad, &mut compact);
            let values = Values::of(&quad.object);
            match properties.get_mut(&quad.predicate) {
                Some(known) if *known == values => {}
                known => {
                    note_terms(&quad, &mut compact);
                    match known {
                        Some(known) => *known = Values::Mixed,
                        None => drop(properties.insert(quad.predicate, values)),
                    }
                }
            }
            if let GraphName::NamedNode(article) = &quad.graph_name
                && is_part_of(&quad.subject, article)
            {
                if !articles.contains(article) {
                    articles.insert(article.clone());
                }
            } else if !subjects.contains(&quad.subject) {
                subjects.insert(quad.subject);
            }
            if last_graph.as_ref() != Some(&quad.graph_name) {
                if let GraphName::NamedNode(graph) = &quad.graph_name {
                    compact.note(graph.as_str());
                }
                graphs.insert(quad.graph_name.clone());
                last_graph = Some(quad.graph_name);
            }
        }
        let subjects = subjects.into_iter().map(Unit::Subject);
        Ok(Survey {
            compact,
            units: subjects
                .chain(articles.into_iter().map(Unit::Parts))
                .collect(),
            graphs: graphs.iter().map(graph_key).collect(),
            properties: properties.into_iter().collect(),
        })
    }

    /// The statements of a piece, in no order.
    pub(super) fn unit(&self, unit: &Unit) -> io::Result<Vec<Quad>> {
        match unit {
            Unit::Subject(subject) => {
                let quads = self
                    .store
                    .quads_for_pattern(Some(subject.as_ref()), None, None, None);
                let quads = self.wanted(quads).filter(|quad| match quad {
                    Ok(Quad {
                        graph_name: GraphName::NamedNode(article),
                        subject,
                        ..
                    }) => !is_part_of(subject, article),
                    _ => true,
                });
                quads.collect()
            }
            Unit::Parts(article) => {
                let quads = self.graph_quads(GraphNameRef::from(article));
                let parts = quads.filter(|quad| match quad {
                    Ok(quad) => is_part_of(&quad.subject, article),
                    Err(_) => true,
                });
                parts.collect()
            }
        }
    }

    /// The statements of a graph, in no order.
    pub(super) fn graph_quads(
        &self,
        graph: GraphNameRef<'_>,
    ) -> impl Iterator<Item = io::Result<Quad>> {
        self.wanted(self.store.quads_for_pattern(None, None, None, Some(graph)))
    }

    /// The triples of a graph in reading order.
    pub(super) fn graph_triples(
        &self,
        graph: GraphNameRef<'_>,
        order: &Order<'_>,
    ) -> io::Result<Vec<Triple>> {
        let quads = self.graph_quads(graph);
        let mut triples: Vec<Triple> = quads
            .map(|quad| quad.map(Triple::from))
            .collect::<io::Result<_>>()?;
        reading_order::sort(&mut triples, order);
        Ok(triples)
    }

    fn wanted(&self, quads: Quads<'_>) -> impl Iterator<Item = io::Result<Quad>> {
        quads.filter_map(|quad: Result<Quad, StorageError>| match quad {
            Ok(quad) => self.scope.admit(quad, self.iris).map(Ok),
            Err(error) => Some(Err(io::Error::other(error))),
        })
    }
}

impl Values {
    fn of(object: &Term) -> Self {
        match object {
            Term::NamedNode(_) | Term::BlankNode(_) => Self::Iris,
            Term::Literal(literal) => match literal.language() {
                Some(language) => Self::Language(language.to_owned()),
                None => Self::Typed(literal.datatype().into_owned()),
            },
        }
    }
}

/// The name by which graphs are ordered, the default graph first.
pub(super) fn graph_key(graph: &GraphName) -> String {
    match graph {
        GraphName::DefaultGraph => String::new(),
        name => name.to_string(),
    }
}

/// The graph of a [`graph_key`].
pub(super) fn graph_of_key(key: &str) -> GraphName {
    let iri = key.strip_prefix('<').and_then(|key| key.strip_suffix('>'));
    match (iri, key.strip_prefix("_:")) {
        (Some(iri), _) => NamedNode::new_unchecked(iri).into(),
        (None, Some(label)) => BlankNode::new_unchecked(label).into(),
        (None, None) => GraphName::DefaultGraph,
    }
}

fn is_part_of(subject: &NamedOrBlankNode, article: &NamedNode) -> bool {
    match subject {
        NamedOrBlankNode::NamedNode(node) => {
            let part = node.as_str().strip_prefix(article.as_str());
            part.is_some_and(|part| part.starts_with('#'))
        }
        NamedOrBlankNode::BlankNode(_) => false,
    }
}

/// Notes subject and object.
fn note_ends(quad: &Quad, compact: &mut Compact) {
    if let NamedOrBlankNode::NamedNode(node) = &quad.subject {
        compact.note(node.as_str());
    }
    if let Term::NamedNode(node) = &quad.object {
        compact.note(node.as_str());
    }
}

/// Notes property and datatype, which are few.
fn note_terms(quad: &Quad, compact: &mut Compact) {
    if quad.predicate != rdf::TYPE {
        compact.note(quad.predicate.as_str());
    }
    if let Term::Literal(literal) = &quad.object
        && let Some(datatype) = datatype(literal.as_ref())
    {
        compact.note(datatype.as_str());
    }
}

fn datatype(literal: LiteralRef<'_>) -> Option<NamedNodeRef<'_>> {
    named_datatype(literal).filter(|datatype| *datatype != xsd::STRING)
}
