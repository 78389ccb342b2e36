//! What surrounds entities: those that statements connect with them, and the sources of these statements.

use std::collections::HashSet;

use oxigraph::model::vocab::rdf;
use oxigraph::model::{
    GraphNameRef, NamedNode, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, QuadRef,
    Term, TermRef,
};
use oxigraph::store::StorageError;

use super::scope::is_entity;
use crate::rdf::Iris;
use crate::rdf::vocabulary::{nv, org, sem};
use crate::store::Statements;

/// Properties that lead from the node of a statement or figure to an entity.
const ENDS: [NamedNodeRef<'_>; 6] = [
    rdf::SUBJECT,
    rdf::OBJECT,
    org::MEMBER,
    org::ORGANIZATION,
    sem::HAS_ACTOR,
    sem::HAS_PLACE,
];

/// Entities within some statements of the first ones.
#[derive(Debug)]
pub(super) struct Neighbourhood {
    /// All of them.
    entities: HashSet<String>,
    /// Those whose statements are all there.
    inner: HashSet<String>,
    /// Statements, figures, sentences, articles and their readings.
    sources: HashSet<String>,
}

impl Neighbourhood {
    /// What is within `depth` statements of `centre`; only statements of graphs that are `said` count.
    pub(super) fn new(
        store: &Statements,
        iris: &Iris,
        centre: &[NamedNode],
        depth: usize,
        said: impl Fn(GraphNameRef<'_>) -> bool,
    ) -> Result<Self, StorageError> {
        let mut around = Self {
            entities: centre.iter().cloned().map(NamedNode::into_string).collect(),
            inner: HashSet::new(),
            sources: HashSet::new(),
        };
        let mut edge: Vec<NamedNode> = centre.to_vec();
        for _ in 0..depth {
            let mut reached = Vec::new();
            for entity in edge {
                around.inner.insert(entity.as_str().to_owned());
                for other in neighbours(store, iris, &entity, &said)? {
                    if around.entities.insert(other.as_str().to_owned()) {
                        reached.push(other);
                    }
                }
            }
            edge = reached;
        }
        around.find_sources(store, iris, &said)?;
        Ok(around)
    }

    /// All entities in it.
    pub(super) fn entities(&self) -> &HashSet<String> {
        &self.entities
    }

    /// Whether a statement of an article belongs to it.
    pub(super) fn admits(&self, quad: QuadRef<'_>, iris: &Iris) -> bool {
        let NamedOrBlankNodeRef::NamedNode(subject) = quad.subject else {
            return false;
        };
        if !is_entity(subject, iris) {
            return self.sources.contains(subject.as_str());
        }
        let subject = subject.as_str();
        match quad.object {
            TermRef::NamedNode(object) if is_entity(object, iris) => {
                let object = object.as_str();
                let inner = self.inner.contains(subject) || self.inner.contains(object);
                inner && self.entities.contains(subject) && self.entities.contains(object)
            }
            TermRef::NamedNode(sentence) if is_mention(quad.predicate, iris) => {
                self.inner.contains(subject) && self.sources.contains(sentence.as_str())
            }
            _ => self.entities.contains(subject),
        }
    }

    fn find_sources(
        &mut self,
        store: &Statements,
        iris: &Iris,
        said: &impl Fn(GraphNameRef<'_>) -> bool,
    ) -> Result<(), StorageError> {
        let figure_of = iris.term(nv::FIGURE_OF);
        let mentioned = iris.term(nv::MENTIONED_IN);
        let mut statements = Vec::new();
        for entity in &self.inner {
            let entity = NamedNodeRef::new_unchecked(entity);
            for end in ENDS.into_iter().chain([figure_of.as_ref()]) {
                for quad in store.quads_for_pattern(None, Some(end), Some(entity.into()), None) {
                    let quad = quad?;
                    if let NamedOrBlankNode::NamedNode(node) = quad.subject
                        && said(quad.graph_name.as_ref())
                    {
                        statements.push(node);
                    }
                }
            }
            let sentences =
                store.quads_for_pattern(Some(entity.into()), Some(mentioned.as_ref()), None, None);
            let sentences = objects(sentences, said)?;
            self.sources
                .extend(sentences.into_iter().map(NamedNode::into_string));
        }
        let evidence = iris.term(nv::EVIDENCE_OF);
        for statement in statements {
            let sentences = store.quads_for_pattern(
                Some((&statement).into()),
                Some(evidence.as_ref()),
                None,
                None,
            );
            let sentences = objects(sentences, said)?;
            self.sources
                .extend(sentences.into_iter().map(NamedNode::into_string));
            self.sources.insert(statement.into_string());
        }
        let whole = |part: &String| part.split('#').next().map(NamedNode::new_unchecked);
        let articles: HashSet<NamedNode> = self.sources.iter().filter_map(whole).collect();
        for article in articles {
            let reading = iris.reading(&article);
            let quads = store.quads_for_pattern(Some((&reading).into()), None, None, None);
            let objects = objects(quads, said)?;
            let found = objects.into_iter().chain([article, reading]);
            self.sources.extend(found.map(NamedNode::into_string));
        }
        Ok(())
    }
}

fn is_mention(property: NamedNodeRef<'_>, iris: &Iris) -> bool {
    iris.read_term(property.as_str()) == Some(nv::MENTIONED_IN)
}

/// The entities that articles connect directly with one.
fn neighbours(
    store: &Statements,
    iris: &Iris,
    entity: &NamedNode,
    said: &impl Fn(GraphNameRef<'_>) -> bool,
) -> Result<Vec<NamedNode>, StorageError> {
    let mut found = Vec::new();
    for quad in store.quads_for_pattern(Some(entity.into()), None, None, None) {
        let quad = quad?;
        if let Term::NamedNode(object) = quad.object
            && said(quad.graph_name.as_ref())
            && is_entity(object.as_ref(), iris)
        {
            found.push(object);
        }
    }
    for quad in store.quads_for_pattern(None, None, Some(entity.into()), None) {
        let quad = quad?;
        if let NamedOrBlankNode::NamedNode(subject) = quad.subject
            && said(quad.graph_name.as_ref())
            && is_entity(subject.as_ref(), iris)
        {
            found.push(subject);
        }
    }
    Ok(found)
}

fn objects(
    quads: impl Iterator<Item = Result<Quad, StorageError>>,
    said: &impl Fn(GraphNameRef<'_>) -> bool,
) -> Result<Vec<NamedNode>, StorageError> {
    let mut nodes = Vec::new();
    for quad in quads {
        let quad = quad?;
        if let Term::NamedNode(node) = quad.object
            && said(quad.graph_name.as_ref())
        {
            nodes.push(node);
        }
    }
    Ok(nodes)
}
