//! What of a store is exported: all of it, some articles, what surrounds an entity; with or without sources.

use std::collections::HashSet;

use oxigraph::model::vocab::rdf;
use oxigraph::model::{
    GraphName, GraphNameRef, NamedNode, NamedNodeRef, NamedOrBlankNodeRef, QuadRef, TermRef,
};
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
    /// The graphs of the wanted articles; none where all are wanted.
    articles: HashSet<String>,
    /// Things whose description is exported; only the known ones unless the scope is narrowed.
    described: HashSet<String>,
    around: Option<Neighbourhood>,
    ontology_graph: GraphName,
    entities_graph: GraphName,
    readings_graph: GraphName,
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
            readings_graph: iris.readings_graph().into(),
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
            articles: wanted
                .articles
                .iter()
                .cloned()
                .map(NamedNode::into_string)
                .collect(),
            ..Self::all(iris)
        };
        if !wanted.about.is_empty() {
            let said = |graph: GraphNameRef<'_>| scope.is_said(graph);
            let around = Neighbourhood::new(store, iris, &wanted.about, wanted.depth, said)?;
            scope.described = around.entities().clone();
            scope.around = Some(around);
        } else if !wanted.ontology || !scope.articles.is_empty() {
            scope.described = scope.named_entities(store, iris)?;
        }
        scope.describe_what_they_lead_to(store, iris)?;
        Ok(scope)
    }

    /// How much of the sources is exported.
    pub(super) fn provenance(&self) -> Provenance {
        self.provenance
    }

    /// The statement as it is exported, if it is.
    pub(super) fn admit<'q>(&self, quad: QuadRef<'q>, iris: &Iris) -> Option<QuadRef<'q>> {
        let admitted = if quad.graph_name == self.ontology_graph.as_ref() {
            let narrow = self.around.is_some() || !self.articles.is_empty();
            let is_term = !matches!(quad.subject, NamedOrBlankNodeRef::NamedNode(node) if is_entity(node, iris));
            if self.ontology && (is_term || !narrow) {
                true
            } else {
                self.describes(quad.subject)
            }
        } else if quad.graph_name == self.entities_graph.as_ref() {
            let narrow = self.around.is_some() || !self.articles.is_empty();
            !narrow || self.describes(quad.subject) || is_software(quad.subject, iris)
        } else {
            self.is_said(quad.graph_name)
                && self
                    .around
                    .as_ref()
                    .is_none_or(|around| around.admits(quad, iris))
        };
        if admitted {
            self.with_sources(quad, iris)
        } else {
            None
        }
    }

    /// Leads to as much of the sources as is wanted.
    fn with_sources<'q>(&self, mut quad: QuadRef<'q>, iris: &Iris) -> Option<QuadRef<'q>> {
        let NamedOrBlankNodeRef::NamedNode(subject) = quad.subject else {
            return Some(quad);
        };
        let term = |property: NamedNodeRef<'_>| match iris.read_term(property.as_str()) {
            Some(nv::EVIDENCE_OF) => Some(prov::WAS_DERIVED_FROM),
            Some(nv::MENTIONED_IN) => Some(schema::SUBJECT_OF),
            _ => None,
        };
        match self.provenance {
            Provenance::Quotes => Some(quad),
            Provenance::None => {
                let below = subject.as_str().strip_prefix(iris.base()).unwrap_or("");
                let is_source = below.starts_with("article/") || below.starts_with("software/");
                let stays = !is_source && term(quad.predicate).is_none();
                stays.then_some(quad)
            }
            Provenance::Articles if subject.as_str().contains("#char=") => None,
            Provenance::Articles => {
                if let Some(property) = term(quad.predicate)
                    && let TermRef::NamedNode(sentence) = quad.object
                {
                    let article = sentence.as_str().split('#').next().unwrap_or_default();
                    quad.object = NamedNodeRef::new_unchecked(article).into();
                    quad.predicate = property;
                }
                Some(quad)
            }
        }
    }

    fn describes(&self, subject: NamedOrBlankNodeRef<'_>) -> bool {
        match subject {
            NamedOrBlankNodeRef::NamedNode(node) => self.described.contains(node.as_str()),
            NamedOrBlankNodeRef::BlankNode(_) => false,
        }
    }

    /// Whether a graph is that of an article that is wanted.
    fn is_said(&self, graph: GraphNameRef<'_>) -> bool {
        let kept = [
            &self.ontology_graph,
            &self.entities_graph,
            &self.readings_graph,
        ];
        let is_kept = kept.iter().any(|kept| kept.as_ref() == graph);
        let is_wanted = || match graph {
            GraphNameRef::NamedNode(node) => self.articles.contains(node.as_str()),
            _ => false,
        };
        !is_kept && (self.articles.is_empty() || is_wanted())
    }

    /// The entities that wanted articles name.
    fn named_entities(
        &self,
        store: &Statements,
        iris: &Iris,
    ) -> Result<HashSet<String>, StorageError> {
        let mut named = HashSet::new();
        let ontology = self.ontology_graph.as_ref();
        let mut note = |quad: QuadRef<'_>| {
            if quad.graph_name == ontology {
                return;
            }
            for node in nodes_of(quad).filter(|node| is_entity(*node, iris)) {
                if !named.contains(node.as_str()) {
                    named.insert(node.as_str().to_owned());
                }
            }
        };
        if self.articles.is_empty() {
            store.each_quad(note)?;
        } else {
            for article in &self.articles {
                let graph = NamedNodeRef::new_unchecked(article).into();
                store.select(None, Some(graph))?.iter().for_each(&mut note);
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
        let mut open: Vec<String> = self.described.iter().cloned().collect();
        while let Some(node) = open.pop() {
            let subject = NamedNodeRef::new_unchecked(&node).into();
            for quad in store.select(Some(subject), graph)?.iter() {
                if quad.predicate != rdf::TYPE
                    && let TermRef::NamedNode(object) = quad.object
                    && is_entity(object, iris)
                    && !self.described.contains(object.as_str())
                {
                    self.described.insert(object.as_str().to_owned());
                    open.push(object.as_str().to_owned());
                }
            }
        }
        Ok(())
    }
}

fn nodes_of(quad: QuadRef<'_>) -> impl Iterator<Item = NamedNodeRef<'_>> {
    let subject = match quad.subject {
        NamedOrBlankNodeRef::NamedNode(node) => Some(node),
        NamedOrBlankNodeRef::BlankNode(_) => None,
    };
    let object = match quad.object {
        TermRef::NamedNode(node) => Some(node),
        _ => None,
    };
    subject.into_iter().chain(object)
}

/// Whether a subject is a program that read articles.
fn is_software(subject: NamedOrBlankNodeRef<'_>, iris: &Iris) -> bool {
    match subject {
        NamedOrBlankNodeRef::NamedNode(node) => iris.read_software(node.as_str()).is_some(),
        NamedOrBlankNodeRef::BlankNode(_) => false,
    }
}

/// Whether an IRI is that of an entity.
pub(super) fn is_entity(node: NamedNodeRef<'_>, iris: &Iris) -> bool {
    let below = node.as_str().strip_prefix(iris.base());
    below.is_some_and(|below| below.starts_with("id/"))
}
