//! Cuts what is exported into pieces that are small however large the store is: an entity, or all that
//! belongs to one article.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{
    BlankNode, GraphName, GraphNameRef, LiteralRef, NamedNode, NamedNodeRef, NamedOrBlankNode,
    NamedOrBlankNodeRef, QuadRef, TermRef, TripleRef,
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::compact::Compact;
use super::numbered::Numbered;
use super::reading_order::{self, Order};
use super::scope::{Provenance, Scope};
use super::turtle::named_datatype;
use crate::rdf::Iris;
use crate::store::{Numbers, Selection, Statements};

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
    /// A subject by its number in the store.
    Numbered(u32),
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
    /// Looks at all that is wanted, in no order; what the scope merges may come twice.
    pub(super) fn each_quad(&self, mut look: impl FnMut(QuadRef<'_>)) -> io::Result<()> {
        let looked = self.store.each_quad(|quad| {
            if let Some(quad) = self.scope.admit(quad, self.iris) {
                look(quad);
            }
        });
        looked.map_err(io::Error::other)
    }

    /// Looks at all statements once.
    pub(super) fn survey(&self) -> io::Result<Survey> {
        let empty = || Found::new(self.iris);
        // Where quads are changed on the way, their numbers do not tell what is written.
        let as_they_are = self.scope.provenance() == Provenance::Quotes;
        let parts = self.store.in_parts(
            empty,
            |found, numbers| as_they_are && found.numbered.knows(numbers),
            |found, numbers, quad| {
                if let Some(quad) = self.scope.admit(quad, self.iris) {
                    found.note(quad, numbers);
                }
            },
        );
        let parts = parts.map_err(io::Error::other)?.into_iter();
        let found = parts.reduce(Found::with);
        Ok(found.unwrap_or_else(empty).survey())
    }

    /// What may belong to a piece, to be read with [`triples`](Self::triples).
    pub(super) fn select(&self, unit: &Unit) -> io::Result<Selection<'_>> {
        let selected = match unit {
            Unit::Subject(subject) => self.store.select(Some(subject.as_ref()), None),
            Unit::Numbered(subject) => match self.store.select_numbered(*subject) {
                Some(selected) => Ok(selected),
                None => return Err(io::Error::other("terms lost their numbers")),
            },
            Unit::Parts(article) => self.store.select(None, Some(article.into())),
        };
        selected.map_err(io::Error::other)
    }

    /// The subject of a piece, or the article whose parts it is, and whether it is these.
    pub(super) fn subject<'u>(&self, unit: &'u Unit) -> (NamedOrBlankNodeRef<'u>, bool)
    where
        Self: 'u,
    {
        match unit {
            Unit::Subject(subject) => (subject.as_ref(), false),
            Unit::Numbered(subject) => {
                let nameless = NamedNodeRef::new_unchecked("").into();
                (self.store.node(*subject).unwrap_or(nameless), false)
            }
            Unit::Parts(article) => (article.into(), true),
        }
    }

    /// Prepares for pieces that will be read.
    pub(super) fn bring_near<'u>(&self, units: impl Iterator<Item = &'u Unit>) {
        let numbers = units.filter_map(|unit| match unit {
            Unit::Numbered(subject) => Some(*subject),
            _ => None,
        });
        self.store.bring_near(numbers);
    }

    /// The statements of a piece, in no order.
    pub(super) fn quads<'s>(
        &self,
        unit: &Unit,
        selected: &'s Selection<'_>,
    ) -> impl Iterator<Item = QuadRef<'s>> {
        let quads = selected.iter();
        let wanted = quads.filter_map(|quad| self.scope.admit(quad, self.iris));
        wanted.filter(move |quad| match (unit, quad.graph_name) {
            (Unit::Parts(article), _) => is_part_of(quad.subject, article.as_ref()),
            (_, GraphNameRef::NamedNode(article)) => !is_part_of(quad.subject, article),
            _ => true,
        })
    }

    /// What may belong to a graph.
    pub(super) fn select_graph(&self, graph: GraphNameRef<'_>) -> io::Result<Selection<'_>> {
        let selected = self.store.select(None, Some(graph));
        selected.map_err(io::Error::other)
    }

    /// The triples of a selected graph in reading order.
    pub(super) fn graph_triples<'s>(
        &self,
        selected: &'s Selection<'_>,
        order: &Order<'_>,
    ) -> Vec<TripleRef<'s>> {
        let quads = selected.iter();
        let wanted = quads.filter_map(|quad| self.scope.admit(quad, self.iris));
        reading_order::sorted(wanted.map(TripleRef::from), order)
    }
}

/// What a survey has found so far.
struct Found {
    compact: Compact,
    subjects: FxHashSet<String>,
    blank_subjects: FxHashSet<BlankNode>,
    articles: FxHashSet<String>,
    graphs: BTreeSet<String>,
    properties: FxHashMap<String, Values>,
    /// The graph and the subject of the last quad.
    last: (Option<GraphName>, String),
    numbered: Numbered,
}

impl Found {
    fn new(iris: &Iris) -> Self {
        Self {
            compact: Compact::new(iris),
            subjects: FxHashSet::default(),
            blank_subjects: FxHashSet::default(),
            articles: FxHashSet::default(),
            graphs: BTreeSet::new(),
            properties: FxHashMap::default(),
            last: (None, String::new()),
            numbered: Numbered::default(),
        }
    }

    fn note(&mut self, quad: QuadRef<'_>, numbers: Option<Numbers>) {
        let (graph, _) = &self.last;
        let same_graph = graph.as_ref().map(GraphName::as_ref) == Some(quad.graph_name);
        if !same_graph {
            self.note_graph(quad.graph_name);
        }
        match quad.subject {
            // Quads of one subject often follow each other.
            NamedOrBlankNodeRef::NamedNode(node) if same_graph && node.as_str() == self.last.1 => {}
            NamedOrBlankNodeRef::NamedNode(node) => {
                self.note_subject(node, quad.graph_name, numbers);
            }
            NamedOrBlankNodeRef::BlankNode(node) => {
                self.blank_subjects.insert(node.into_owned());
            }
        }
        if let Some(numbers) = numbers {
            self.numbered.note(quad.object, numbers);
        }
        if let TermRef::NamedNode(node) = quad.object {
            self.compact.note(node.as_str());
        }
        match self.properties.get_mut(quad.predicate.as_str()) {
            Some(known) if known.hold(quad.object) => {}
            known => {
                note_terms(quad, &mut self.compact);
                match known {
                    Some(known) => *known = Values::Mixed,
                    None => {
                        let property = quad.predicate.as_str().to_owned();
                        self.properties.insert(property, Values::of(quad.object));
                    }
                }
            }
        }
    }

    fn note_graph(&mut self, graph: GraphNameRef<'_>) {
        if let GraphNameRef::NamedNode(graph) = graph {
            self.compact.note(graph.as_str());
        }
        let graph = graph.into_owned();
        self.graphs.insert(graph_key(&graph));
        self.last = (Some(graph), String::new());
    }

    fn note_subject(
        &mut self,
        node: NamedNodeRef<'_>,
        graph: GraphNameRef<'_>,
        numbers: Option<Numbers>,
    ) {
        let iri = node.as_str();
        self.compact.note(iri);
        iri.clone_into(&mut self.last.1);
        let (set, unit) = match graph {
            GraphNameRef::NamedNode(article) if is_part_of(node.into(), article) => {
                (&mut self.articles, article.as_str())
            }
            _ => {
                if let Some(numbers) = numbers {
                    self.numbered.note_subject(numbers.subject, iri);
                    return;
                }
                (&mut self.subjects, iri)
            }
        };
        if !set.contains(unit) {
            set.insert(unit.to_owned());
        }
    }

    /// What both have found.
    fn with(mut self, other: Self) -> Self {
        self.compact.add(other.compact);
        self.subjects.extend(other.subjects);
        self.blank_subjects.extend(other.blank_subjects);
        self.numbered.add_subjects(&other.numbered);
        self.articles.extend(other.articles);
        self.graphs.extend(other.graphs);
        for (property, values) in other.properties {
            let known = self.properties.entry(property);
            let known = known.or_insert_with(|| values.clone());
            if *known != values {
                *known = Values::Mixed;
            }
        }
        self
    }

    fn survey(self) -> Survey {
        let node = |iri: String| NamedNode::new_unchecked(iri);
        let subjects = self.subjects.into_iter().map(node);
        let subjects = subjects.map(|node| Unit::Subject(node.into()));
        let blank = self.blank_subjects.into_iter();
        let blank = blank.map(|node| Unit::Subject(node.into()));
        let numbered = self.numbered.subjects().map(Unit::Numbered);
        let parts = self.articles.into_iter().map(node).map(Unit::Parts);
        let properties = self.properties.into_iter();
        Survey {
            compact: self.compact,
            units: subjects.chain(blank).chain(numbered).chain(parts).collect(),
            graphs: self.graphs,
            properties: properties
                .map(|(iri, values)| (node(iri), values))
                .collect(),
        }
    }
}

impl Values {
    fn of(object: TermRef<'_>) -> Self {
        match object {
            TermRef::NamedNode(_) | TermRef::BlankNode(_) => Self::Iris,
            TermRef::Literal(literal) => match literal.language() {
                Some(language) => Self::Language(language.to_owned()),
                None => Self::Typed(literal.datatype().into_owned()),
            },
        }
    }

    /// Whether an object is as all of them are.
    fn hold(&self, object: TermRef<'_>) -> bool {
        match (self, object) {
            (Self::Iris, TermRef::NamedNode(_) | TermRef::BlankNode(_)) => true,
            (Self::Language(known), TermRef::Literal(literal)) => {
                literal.language() == Some(known.as_str())
            }
            (Self::Typed(known), TermRef::Literal(literal)) => {
                literal.language().is_none() && literal.datatype() == known.as_ref()
            }
            _ => false,
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

fn is_part_of(subject: NamedOrBlankNodeRef<'_>, article: NamedNodeRef<'_>) -> bool {
    match subject {
        NamedOrBlankNodeRef::NamedNode(node) => {
            let part = node.as_str().strip_prefix(article.as_str());
            part.is_some_and(|part| part.starts_with('#'))
        }
        NamedOrBlankNodeRef::BlankNode(_) => false,
    }
}

/// Notes property and datatype, which are few.
fn note_terms(quad: QuadRef<'_>, compact: &mut Compact) {
    if quad.predicate != rdf::TYPE {
        compact.note(quad.predicate.as_str());
    }
    if let TermRef::Literal(literal) = quad.object
        && let Some(datatype) = datatype(literal)
    {
        compact.note(datatype.as_str());
    }
}

fn datatype(literal: LiteralRef<'_>) -> Option<NamedNodeRef<'_>> {
    named_datatype(literal).filter(|datatype| *datatype != xsd::STRING)
}
