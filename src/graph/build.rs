//! Adds articles to the graph and merges graphs; the order never matters.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use rustc_hash::FxHashMap;

use super::node::{add_source, is_symmetric};
use super::{ArticleFacts, ArticleNode, Edge, Node, Reading, Sentence, Source, Statement, Value};
use crate::model::{Edtf, EntityId, EntityType, Predicate, Span};
use crate::ontology::Entry;

/// The entities of all articles, and what is said between them.
#[derive(Debug, Clone, Default)]
pub struct KnowledgeGraph {
    pub(super) graph: DiGraph<Node, Edge>,
    pub(super) articles: Vec<ArticleNode>,
    node_index: FxHashMap<EntityId, NodeIndex>,
    edge_index: FxHashMap<EdgeKey, EdgeIndex>,
    article_index: FxHashMap<String, u32>,
    /// Sentences of articles by their ids, where they are kept.
    sentences: Option<BTreeMap<String, Vec<Sentence>>>,
}

type EdgeKey = (NodeIndex, NodeIndex, Predicate, Option<String>);

impl KnowledgeGraph {
    /// An empty graph.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty graph that also keeps the sentences that name entities.
    pub fn with_sentences() -> Self {
        Self {
            sentences: Some(BTreeMap::new()),
            ..Self::default()
        }
    }

    /// The sentences that name entities, where they are kept, by article.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().flat_map(BTreeMap::values).flatten()
    }

    /// Adds what an article says. Adding an article again changes nothing.
    pub fn add(&mut self, facts: &ArticleFacts) {
        let article = self.ensure_article(ArticleNode {
            id: facts.id.clone(),
            title: facts.metadata.title.clone(),
            date: facts.metadata.date.clone(),
        });
        for (id, entity) in &facts.entities {
            let index = self.ensure_node(id, entity.kind);
            let node = &mut self.graph[index];
            node.names
                .entry(entity.name.clone())
                .or_default()
                .insert(article);
            node.aliases.extend(entity.aliases.iter().cloned());
            node.code = node.code.take().max(entity.code.clone());
            let source = Source::new(article, count(entity.sentences.len()));
            add_source(&mut node.sources, source);
        }
        if let Some(kept) = &mut self.sentences {
            kept.insert(facts.id.clone(), naming_sentences(facts));
        }
        let mut counted: BTreeMap<EdgeIndex, u32> = BTreeMap::new();
        for (statement, reading) in &facts.statements {
            self.add_statement(statement, reading, &mut counted);
        }
        for (edge, sentences) in counted {
            let source = Source::new(article, sentences);
            add_source(&mut self.graph[edge].sources, source);
        }
    }

    /// Adds what another graph holds.
    pub fn merge(&mut self, other: &Self) {
        if let (Some(kept), Some(theirs)) = (&mut self.sentences, &other.sentences) {
            kept.extend(theirs.clone());
        }
        let articles: Vec<u32> = other
            .articles
            .iter()
            .map(|a| self.ensure_article(a.clone()))
            .collect();
        let own = |source: &Source| Source {
            article: articles[source.article as usize],
            ..*source
        };
        for theirs in other.graph.node_weights() {
            let index = self.ensure_node(&theirs.id, theirs.kind);
            let node = &mut self.graph[index];
            for (name, in_articles) in &theirs.names {
                let in_articles = in_articles
                    .iter()
                    .map(|&article| articles[article as usize]);
                node.names
                    .entry(name.clone())
                    .or_default()
                    .extend(in_articles);
            }
            node.aliases.extend(theirs.aliases.iter().cloned());
            node.code = node.code.take().max(theirs.code.clone());
            node.known_name = node.known_name.take().max(theirs.known_name.clone());
            node.name_en = node.name_en.take().max(theirs.name_en.clone());
            node.point = node.point.or(theirs.point);
            node.valid.0 = node.valid.0.or(theirs.valid.0);
            node.valid.1 = node.valid.1.or(theirs.valid.1);
            theirs
                .sources
                .iter()
                .for_each(|source| add_source(&mut node.sources, own(source)));
            for (&predicate, values) in &theirs.attributes {
                node.attributes
                    .entry(predicate)
                    .or_default()
                    .extend(values.iter().cloned());
            }
            node.widen_years(theirs.years);
        }
        for edge in other.graph.edge_indices() {
            let Some((from, to)) = other.graph.edge_endpoints(edge) else {
                continue;
            };
            let from = self.ensure_node(&other.graph[from].id, other.graph[from].kind);
            let to = self.ensure_node(&other.graph[to].id, other.graph[to].kind);
            let theirs = &other.graph[edge];
            let index = self.ensure_edge((from, to, theirs.predicate, theirs.title.clone()));
            let edge = &mut self.graph[index];
            edge.times.extend(&theirs.times);
            theirs
                .sources
                .iter()
                .for_each(|source| add_source(&mut edge.sources, own(source)));
        }
    }

    /// Gives the entities that the ontology knows the names, codes and points that stand there.
    pub fn recognise(&mut self, entries: &[Entry]) {
        for entry in entries {
            let Some(&index) = self.node_index.get(&entry.id) else {
                continue;
            };
            let node = &mut self.graph[index];
            node.known_name = Some(entry.name.clone());
            node.name_en.clone_from(&entry.name_en);
            node.point = entry.point;
            node.valid = (entry.valid_from, entry.valid_until);
            node.aliases
                .extend(entry.labels.iter().map(|label| label.text.clone()));
            if entry.code.is_some() {
                node.code.clone_from(&entry.code);
            }
        }
    }

    pub(super) fn index_of(&self, id: &EntityId) -> Option<NodeIndex> {
        self.node_index.get(id).copied()
    }

    fn ensure_article(&mut self, article: ArticleNode) -> u32 {
        if let Some(&index) = self.article_index.get(&article.id) {
            return index;
        }
        let index = count(self.articles.len());
        self.article_index.insert(article.id.clone(), index);
        self.articles.push(article);
        index
    }

    fn ensure_node(&mut self, id: &EntityId, kind: EntityType) -> NodeIndex {
        if let Some(&index) = self.node_index.get(id) {
            return index;
        }
        let index = self
            .graph
            .add_node(Node::new(id.clone(), id.kind().unwrap_or(kind)));
        self.node_index.insert(id.clone(), index);
        index
    }

    fn ensure_edge(&mut self, key: EdgeKey) -> EdgeIndex {
        if let Some(&index) = self.edge_index.get(&key) {
            return index;
        }
        let (from, to, predicate, title) = key.clone();
        let edge = Edge {
            predicate,
            title,
            times: BTreeSet::new(),
            sources: Vec::new(),
        };
        let index = self.graph.add_edge(from, to, edge);
        self.edge_index.insert(key, index);
        index
    }

    fn add_statement(
        &mut self,
        statement: &Statement,
        reading: &Reading,
        counted: &mut BTreeMap<EdgeIndex, u32>,
    ) {
        let Some(&subject) = self.node_index.get(&statement.subject) else {
            return;
        };
        let years = statement.years();
        self.graph[subject].widen_years(years);
        let value = match &statement.object {
            Value::Date(date) => date.to_string(),
            Value::Text(text) => text.clone(),
            Value::Entity(object) => {
                if let Some(&object) = self.node_index.get(object).filter(|&&o| o != subject) {
                    self.graph[object].widen_years(years);
                    let (from, to) = self.ends(subject, object, statement.predicate);
                    let key = (from, to, statement.predicate, statement.title.clone());
                    let index = self.ensure_edge(key);
                    self.graph[index].times.extend(statement.time);
                    *counted.entry(index).or_default() += count(reading.evidence.len());
                }
                return;
            }
        };
        let attributes = &mut self.graph[subject].attributes;
        attributes
            .entry(statement.predicate)
            .or_default()
            .insert(value);
    }

    /// From where to where an edge runs; a mutual one from the smaller id.
    fn ends(
        &self,
        subject: NodeIndex,
        object: NodeIndex,
        predicate: Predicate,
    ) -> (NodeIndex, NodeIndex) {
        if is_symmetric(predicate) && self.graph[object].id < self.graph[subject].id {
            (object, subject)
        } else {
            (subject, object)
        }
    }
}

impl Statement {
    /// First and last year that it speaks of.
    fn years(&self) -> Option<(u16, u16)> {
        let time = match (&self.object, self.time) {
            (Value::Date(date), _) => *date,
            (_, Some(time)) => time,
            _ => return None,
        };
        years(time)
    }
}

fn years(time: Edtf) -> Option<(u16, u16)> {
    let start = time.start().year?;
    Some((start, time.end().and_then(|end| end.year).unwrap_or(start)))
}

/// The sentences of an article that name entities, in its order.
fn naming_sentences(facts: &ArticleFacts) -> Vec<Sentence> {
    let mut named: BTreeMap<Span, BTreeSet<EntityId>> = BTreeMap::new();
    for (id, entity) in &facts.entities {
        for &span in &entity.sentences {
            named.entry(span).or_default().insert(id.clone());
        }
    }
    let with_words = named.into_iter().filter_map(|(span, entities)| {
        Some(Sentence {
            article: facts.id.clone(),
            span,
            text: facts.quotes.get(&span)?.clone(),
            entities,
        })
    });
    with_words.collect()
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
