//! Articles in a store: which there are, replacing and removing them, reading them back.

use std::collections::BTreeMap;

use oxigraph::model::{GraphName, NamedNode, NamedNodeRef, Quad, Term};
use oxigraph::store::StorageError;
use rayon::prelude::*;

use super::{Store, StoreError};
use crate::graph::{ArticleFacts, Gathering, KnowledgeGraph};
use crate::ontology::Entry;
use crate::rdf::Mapping;
use crate::rdf::vocabulary::{dcterms, prov, schema};

/// Shares of the articles that enter a graph, each gathered by one thread.
const SHARES: usize = 8;

/// An article that a store holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct StoredArticle {
    /// Its id.
    pub id: String,
    /// SHA-256 of the bytes it was read from.
    pub sha256: String,
    /// Version of the program that read it.
    pub software: String,
    /// Where it was read from.
    pub source: String,
    /// Its day of publication, as its metadata give it.
    pub published: Option<String>,
}

impl Store {
    /// The articles, sorted by id.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn articles(&self) -> Result<Vec<StoredArticle>, StoreError> {
        let articles = self.read_articles();
        articles.map_err(|source| self.failed(source))
    }

    fn read_articles(&self) -> Result<Vec<StoredArticle>, StorageError> {
        let mut software = self.by_graph(prov::WAS_ASSOCIATED_WITH)?;
        let mut sources = self.by_graph(dcterms::SOURCE)?;
        let mut dates = self.by_graph(schema::DATE_PUBLISHED)?;
        let mut articles = Vec::new();
        for (graph, sha256) in self.by_graph(schema::SHA256)? {
            if let Some(id) = self.iris.read_article(graph.as_str()) {
                let software = software.remove(&graph).unwrap_or_default();
                articles.push(StoredArticle {
                    id,
                    sha256,
                    software: self.iris.read_software(&software).unwrap_or_default(),
                    source: sources.remove(&graph).unwrap_or_default(),
                    published: dates.remove(&graph),
                });
            }
        }
        articles.sort();
        Ok(articles)
    }

    /// The text or IRI that a property has in each named graph.
    fn by_graph(
        &self,
        property: NamedNodeRef<'_>,
    ) -> Result<BTreeMap<NamedNode, String>, StorageError> {
        let mut values = BTreeMap::new();
        for quad in self.statements.scan(property) {
            let quad = quad?;
            let value = match quad.object {
                Term::Literal(literal) => literal.value().to_owned(),
                Term::NamedNode(iri) => iri.into_string(),
                _ => continue,
            };
            if let GraphName::NamedNode(graph) = quad.graph_name {
                values.insert(graph, value);
            }
        }
        Ok(values)
    }

    /// Adds an article, in place of what the store says of it.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written.
    pub fn replace_article(
        &mut self,
        mapping: &Mapping,
        facts: &ArticleFacts,
    ) -> Result<(), StoreError> {
        self.replace_read(&facts.id, &mapping.article_quads(facts))
    }

    /// Adds the quads of an article as it was read, in place of what the store says of it.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written.
    pub fn replace_read(&mut self, id: &str, quads: &[Quad]) -> Result<(), StoreError> {
        let graph = self.iris.article(id);
        self.replace_graph(&graph, quads)?;
        self.forget_beside(&graph)
    }

    /// Removes an article with all it says; tells whether it was there.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written.
    pub fn remove_article(&mut self, id: &str) -> Result<bool, StoreError> {
        let graph = self.iris.article(id);
        self.forget_beside(&graph)?;
        self.remove_graph(&graph)
    }

    /// What an article says.
    ///
    /// # Errors
    /// If the store cannot be read, or holds no such article.
    pub fn article_facts(&self, mapping: &Mapping, id: &str) -> Result<ArticleFacts, StoreError> {
        let graph = self.iris.article(id);
        let quads: Vec<_> = self.graph_quads(graph.as_ref()).collect::<Result<_, _>>()?;
        mapping
            .read_article(quads)
            .map_err(|source| StoreError::Article {
                article: id.to_owned(),
                source,
            })
    }

    /// The graph of entities of all articles, with the names that the ontology gives.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn knowledge_graph(
        &self,
        mapping: &Mapping,
        entries: &[Entry],
    ) -> Result<KnowledgeGraph, StoreError> {
        self.fill(KnowledgeGraph::new(), mapping, entries)
    }

    /// A graph to which all articles are added, with the names that the ontology gives.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn fill(
        &self,
        mut graph: KnowledgeGraph,
        mapping: &Mapping,
        entries: &[Entry],
    ) -> Result<KnowledgeGraph, StoreError> {
        let articles = self.articles()?;
        let share = articles.len().div_ceil(SHARES).max(1);
        let gathered = articles.par_chunks(share).map(|articles| {
            let mut gathering = graph.gathering();
            for article in articles {
                gathering.add(&self.article_facts(mapping, &article.id)?);
            }
            Ok(gathering)
        });
        let gathered: Vec<Gathering> = gathered.collect::<Result<_, StoreError>>()?;
        graph.take_in(gathered);
        graph.count_stories_once(&self.repeats()?);
        graph.recognise(entries);
        Ok(graph)
    }
}
