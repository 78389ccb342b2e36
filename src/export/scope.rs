//! What of a store is exported: all of it, some articles, what surrounds an entity; with or without sources.

use std::collections::HashSet;

use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphName, GraphNameRef, NamedNode, NamedOrBlankNode, Quad, Term};
use oxigraph::store::StorageError;

use super::neighbourhood::Neighbourhood;
use crate::rdf::Iris;
use crate::rdf::vocabulary::{nv, prov, schema};
use crate::store::Statements;

/// How much of the sources is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Provenance {
    /// None: the direct triples between entities only.
    None,
    /// The nodes of statements and figures, each with its article.
    Articles,
    /// Articles and the sentences in them.
    #[default]
    Quotes,
}

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The vocabulary, and what is known of things that no article speaks of.
    pub ontology: bool,
    /// Only what surrounds these entities.
    pub about: Vec<NamedNode>,
    /// How many statements away from them.
    pub depth: usize,
    /// Only what these articles say.
    pub articles: Vec<NamedNode>,
    /// How much of the sources.
    pub provenance: Provenance,
}

/// Tells statements that are exported from those that are not.
#[derive(Debug)]
pub struct Scope {
    ontology: bool,
    provenance: Provenance,
    articles: HashSet<GraphName>,
    /// Things whose description is exported; only the known ones unless the scope is narrowed.
    described: HashSet<NamedNode>,
    around: Option<Neighbourhood>,
    ontology_graph: GraphName,
    entities_graph: GraphName,
}

impl Scope {
    /// Everything.
    pub fn all(iris: &Iris) -> Self {
        Self {
            ontology: true,
            provenance: Provenance::Quotes,
            articles: HashSet::new(),
            described: HashSet::new(),
            around: None,
            ontology_graph: iris.ontology_graph().into(),
            entities_graph: iris.entities_graph().into(),
        }
    }

    /// What is `wanted` of `store`. Of what the ontology knows, only that stays which articles name, and
    /// what its description leads to: thousands of other names would bury a small graph.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn new(store: &Statements, iris: &Iris, wanted: &Wanted) -> Result<Self, StorageError> {
        let mut scope = Self {
            ontology: wanted.ontology,
            provenance: wanted.provenance,
            articles: wanted.articles.iter().cloned().map(Into::into).collect(),
            ..Self::all(iris)
        };
        if !wanted.about.is_empty() {
            let said = |graph: &GraphName| scope.is_said(graph);
            let around = Neighbourhood::new(store, iris, &wanted.about, wanted.depth, said)?;
            scope.described = around.entities().clone();
            scope.around = Some(around);
        } else if !wanted.ontology || !scope.articles.is_empty() {
            scope.described = scope.named_entities(store, iris)?;
        }
        scope.describe_what_they_lead_to(store, iris)?;
        Ok(scope)
    }

    /// The statement as it is exported, if it is.
    pub(super) fn admit(&self, quad: Quad, iris: &Iris) -> Option<Quad> {
        let admitted = if quad.graph_name == self.ontology_graph {
            let narrow = self.around.is_some() || !self.articles.is_empty();
            let is_term = !matches!(&quad.subject, NamedOrBlankNode::NamedNode(node) if is_entity(node, iris));
            if self.ontology && (is_term || !narrow) {
                true
            } else {
                self.describes(&quad.subject)
            }
        } else if quad.graph_name == self.entities_graph {
            let narrow = self.around.is_some() || !self.articles.is_empty();
            !narrow || self.describes(&quad.subject)
        } else {
            self.is_said(&quad.graph_name)
                && self
                    .around
                    .as_ref()
                    .is_none_or(|around| around.admits(&quad, iris))
        };
        if admitted {
            self.with_sources(quad, iris)
        } else {
            None
        }
    }

    /// Leads to as much of the sources as is wanted.
    fn with_sources(&self, mut quad: Quad, iris: &Iris) -> Option<Quad> {
        let NamedOrBlankNode::NamedNode(subject) = &quad.subject else {
            return Some(quad);
        };
        let term = |property: &NamedNode| match iris.read_term(property.as_str()) {
            Some(nv::EVIDENCE_OF) => Some(prov::WAS_DERIVED_FROM),
            Some(nv::MENTIONED_IN) => Some(schema::SUBJECT_OF),
            _ => None,
        };
        match self.provenance {
            Provenance::Quotes => Some(quad),
            Provenance::None => {
                let below = subject.as_str().strip_prefix(iris.base()).unwrap_or("");
                let is_source = below.starts_with("article/") || below.starts_with("software/");
                let stays = !is_source && term(&quad.predicate).is_none();
                stays.then_some(quad)
            }
            Provenance::Articles if subject.as_str().contains("#char=") => None,
            Provenance::Articles => {
                if let Some(property) = term(&quad.predicate)
                    && let Term::NamedNode(sentence) = &quad.object
                {
                    let article = sentence.as_str().split('#').next().unwrap_or_default();
                    quad.object = NamedNode::new_unchecked(article).into();
                    quad.predicate = property.into_owned();
                }
                Some(quad)
            }
        }
    }

    fn describes(&self, subject: &NamedOrBlankNode) -> bool {
        match subject {
            NamedOrBlankNode::NamedNode(node) => self.described.contains(node),
            NamedOrBlankNode::BlankNode(_) => false,
        }
    }

    /// Whether a graph is that of an article that is wanted.
    fn is_said(&self, graph: &GraphName) -> bool {
        let known = *graph == self.ontology_graph || *graph == self.entities_graph;
        !known && (self.articles.is_empty() || self.articles.contains(graph))
    }

    /// The entities that wanted articles name.
    fn named_entities(
        &self,
        store: &Statements,
        iris: &Iris,
    ) -> Result<HashSet<NamedNode>, StorageError> {
        let mut named = HashSet::new();
        let graphs: Vec<GraphName> = if self.articles.is_empty() {
            Vec::new()
        } else {
            self.articles.iter().cloned().collect()
        };
        let all = graphs.is_empty().then(|| store.iter());
        let some = graphs
            .iter()
            .map(|graph| store.quads_for_pattern(None, None, None, Some(graph.as_ref())));
        for quad in all.into_iter().chain(some).flatten() {
            let quad = quad?;
            if quad.graph_name == self.ontology_graph {
                continue;
            }
            for node in nodes_of(quad) {
                if is_entity(&node, iris) {
                    named.insert(node);
                }
            }
        }
        Ok(named)
    }

    /// What the description of a thing leads to is described too, so that everything has a name.
    fn describe_what_they_lead_to(
        &mut self,
        store: &Statements,
        iris: &Iris,
    ) -> Result<(), StorageError> {
        let graph = Some(GraphNameRef::from(&self.ontology_graph));
        let mut open: Vec<NamedNode> = self.described.iter().cloned().collect();
        while let Some(node) = open.pop() {
            for quad in store.quads_for_pattern(Some((&node).into()), None, None, graph) {
                let quad = quad?;
                if quad.predicate == rdf::TYPE {
                    continue;
                }
                if let Term::NamedNode(object) = quad.object
                    && is_entity(&object, iris)
                    && !self.described.contains(&object)
                {
                    self.described.insert(object.clone());
                    open.push(object);
                }
            }
        }
        Ok(())
    }
}

fn nodes_of(quad: Quad) -> impl Iterator<Item = NamedNode> {
    let subject = match quad.subject {
        NamedOrBlankNode::NamedNode(node) => Some(node),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    let object = match quad.object {
        Term::NamedNode(node) => Some(node),
        _ => None,
    };
    subject.into_iter().chain(object)
}

/// Whether an IRI is that of an entity.
pub(super) fn is_entity(node: &NamedNode, iris: &Iris) -> bool {
    let below = node.as_str().strip_prefix(iris.base());
    below.is_some_and(|below| below.starts_with("id/"))
}
