//! Which articles of a store print the same story, and the signatures by which that is told.

use std::collections::BTreeMap;

use oxigraph::model::{Literal, NamedOrBlankNode, Quad, Term};
use oxigraph::store::StorageError;

use super::{Store, StoreError};
use crate::rdf::Iris;
use crate::rdf::vocabulary::nv;
use crate::text::Signature;

impl Store {
    /// The signatures of articles' texts, by article.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn signatures(&self) -> Result<BTreeMap<String, Signature>, StoreError> {
        let quads = self.signature_quads();
        let quads = quads.map_err(|source| self.failed(source))?;
        let read = quads.into_iter().filter_map(|quad| {
            let id = self.read_reading(&quad.subject)?;
            match quad.object {
                Term::Literal(literal) => Some((id, literal.value().parse().ok()?)),
                _ => None,
            }
        });
        Ok(read.collect())
    }

    /// Keeps these signatures for the builds to come, and no others.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written.
    pub fn keep_signatures(
        &mut self,
        signatures: &BTreeMap<String, Signature>,
    ) -> Result<(), StoreError> {
        self.begin_change()?;
        let there = self.signature_quads();
        let there = there.map_err(|source| self.failed(source))?;
        if there.is_empty() {
            return self.add_signatures(signatures);
        }
        let quads = signatures.iter();
        let quads = quads.map(|(id, signature)| signature_quad(self.iris(), id, signature));
        let mut wanted: BTreeMap<String, Quad> =
            quads.map(|quad| (quad.subject.to_string(), quad)).collect();
        let mut gone = Vec::new();
        for quad in there {
            let subject = quad.subject.to_string();
            if wanted.get(&subject) == Some(&quad) {
                wanted.remove(&subject);
            } else {
                gone.push(quad);
            }
        }
        let new: Vec<Quad> = wanted.into_values().collect();
        if gone.is_empty() && new.is_empty() {
            return Ok(());
        }
        let changed = self.statements.change(&gone, &new);
        changed.map_err(|source| self.failed(source))
    }

    /// Keeps the signatures of a store that has none yet.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written.
    pub fn add_signatures(
        &mut self,
        signatures: &BTreeMap<String, Signature>,
    ) -> Result<(), StoreError> {
        self.begin_change()?;
        let Self {
            statements, iris, ..
        } = self;
        let quads = signatures.iter();
        let quads = quads.map(|(id, signature)| signature_quad(iris, id, signature));
        let added = statements.extend(quads);
        added.map_err(|source| self.failed(source))
    }

    /// The articles that print the story of another one, each with that one.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn repeats(&self) -> Result<BTreeMap<String, String>, StoreError> {
        let graph = self.iris().stories_graph();
        let mut repeats = BTreeMap::new();
        for quad in self.graph_quads(graph.as_ref()) {
            if let Quad {
                subject: NamedOrBlankNode::NamedNode(repeat),
                object: Term::NamedNode(original),
                ..
            } = quad?
                && let Some(repeat) = self.iris().read_article(repeat.as_str())
                && let Some(original) = self.iris().read_article(original.as_str())
            {
                repeats.insert(repeat, original);
            }
        }
        Ok(repeats)
    }

    /// Writes which articles print the story of another one, in place of what the store says of it.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written.
    pub fn replace_repeats(
        &mut self,
        repeats: &BTreeMap<String, String>,
    ) -> Result<(), StoreError> {
        if self.repeats()? == *repeats {
            return Ok(());
        }
        let graph = self.iris().stories_graph();
        let property = self.iris().term(nv::REPEATS);
        let quads = repeats.iter().map(|(repeat, original)| {
            let (repeat, original) = (self.iris().article(repeat), self.iris().article(original));
            Quad::new(repeat, property.clone(), original, graph.clone())
        });
        let quads: Vec<Quad> = quads.collect();
        self.replace_graph(&graph, &quads)
    }

    fn signature_quads(&self) -> Result<Vec<Quad>, StorageError> {
        let property = self.iris().term(nv::SIGNATURE);
        self.statements.scan(property.as_ref()).collect()
    }

    /// The article whose reading a node is.
    fn read_reading(&self, node: &NamedOrBlankNode) -> Option<String> {
        let NamedOrBlankNode::NamedNode(node) = node else {
            return None;
        };
        let (article, _) = node.as_str().split_once('#')?;
        self.iris().read_article(article)
    }
}

fn signature_quad(iris: &Iris, article: &str, signature: &Signature) -> Quad {
    let literal = Literal::new_simple_literal(signature.to_string());
    Quad::new(
        iris.reading(&iris.article(article)),
        iris.term(nv::SIGNATURE),
        literal,
        iris.readings_graph(),
    )
}
