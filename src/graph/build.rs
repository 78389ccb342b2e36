//! Adds articles to the graph; the order never matters.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use rustc_hash::FxHashMap;

use super::node::is_symmetric;
use super::{
    ArticleFacts, ArticleNode, Edge, EntityFacts, Node, Sentence, Source, Statement, Value,
};
use crate::model::{Edtf, EntityId, EntityType, Index, Predicate, Span, hash_of};
use crate::ontology::Entry;

/// The entities of all articles, and what is said between them.
#[derive(Debug, Clone, Default)]
pub struct KnowledgeGraph {
    pub(super) graph: DiGraph<Node, Edge>,
    pub(super) articles: Vec<ArticleNode>,
    node_index: Index,
    edge_index: Index,
    article_index: FxHashMap<String, u32>,
    /// Titles of edges, each once, with their numbers.
    titles: FxHashMap<Arc<str>, u32>,
    /// Sentences of articles by their ids, where they are kept.
    pub(super) sentences: Option<BTreeMap<String, Vec<Sentence>>>,
}

/// An edge to be found or made.
pub(super) struct EdgeKey {
    from: NodeIndex,
    to: NodeIndex,
    predicate: Predicate,
    title: Option<Arc<str>>,
    hash: u32,
}

/// What an article says between two entities.
struct Said {
    key: EdgeKey,
    time: Option<Edtf>,
    sentences: u32,
}

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
        self.add_entities(article, &facts.entities);
        if let Some(kept) = &mut self.sentences {
            kept.insert(facts.id.clone(), naming_sentences(facts));
        }
        let said = facts.statements.iter();
        let said = said.filter_map(|(statement, reading)| {
            self.read_statement(statement, count(reading.evidence.len()))
        });
        let said: Vec<Said> = said.collect();
        self.add_edges(article, said);
    }

    /// Gives the entities that the ontology knows the names, codes and points that stand there.
    pub fn recognise(&mut self, entries: &[Entry]) {
        for entry in entries {
            let Some(index) = self.index_of(&entry.id) else {
                continue;
            };
            let node = &mut self.graph[index];
            for label in &entry.labels {
                node.add_alias(&label.text);
            }
            let known = node.particulars_mut();
            known.known_name = Some(entry.name.clone());
            known.name_en.clone_from(&entry.name_en);
            known.point = entry.point;
            known.valid = (entry.valid_from, entry.valid_until);
            if entry.code.is_some() {
                known.code.clone_from(&entry.code);
            }
        }
    }

    pub(super) fn index_of(&self, id: &EntityId) -> Option<NodeIndex> {
        self.find_node(id, hash_of(id.as_str()))
    }

    fn find_node(&self, id: &EntityId, hash: u32) -> Option<NodeIndex> {
        let found = self
            .node_index
            .find(hash, |place| self.graph[NodeIndex::new(place)].id == *id);
        found.map(NodeIndex::new)
    }

    pub(super) fn ensure_article(&mut self, article: ArticleNode) -> u32 {
        if let Some(&index) = self.article_index.get(&article.id) {
            return index;
        }
        let index = count(self.articles.len());
        self.article_index.insert(article.id.clone(), index);
        self.articles.push(article);
        index
    }

    /// Adds the entities of an article. Each step goes over all of them: waiting for memory is most of
    /// the work where the graph is large, and so it waits for many at once.
    fn add_entities(&mut self, article: u32, entities: &BTreeMap<EntityId, EntityFacts>) {
        let hashes: Vec<u32> = entities.keys().map(|id| hash_of(id.as_str())).collect();
        let likely = hashes.iter().map(|&hash| self.node_index.likely(hash));
        let likely: Vec<Option<usize>> = likely.collect();
        let mut nodes = Vec::with_capacity(entities.len());
        for (((id, entity), hash), likely) in entities.iter().zip(hashes).zip(likely) {
            let likely = likely.map(NodeIndex::new);
            let known = likely.filter(|&index| self.graph[index].id == *id);
            nodes.push(known.unwrap_or_else(|| self.ensure_node_with(id, entity.kind, hash)));
        }
        for (entity, index) in entities.values().zip(nodes) {
            let node = &mut self.graph[index];
            let source = Source::new(article, count(entity.sentences.len()));
            node.add_naming(source, &entity.name);
            entity
                .aliases
                .iter()
                .for_each(|alias| node.add_alias(alias));
            if entity.code.is_some() {
                let known = node.particulars_mut();
                known.code = known.code.take().max(entity.code.clone());
            }
        }
    }

    pub(super) fn ensure_node(&mut self, id: &EntityId, kind: EntityType) -> NodeIndex {
        self.ensure_node_with(id, kind, hash_of(id.as_str()))
    }

    fn ensure_node_with(&mut self, id: &EntityId, kind: EntityType, hash: u32) -> NodeIndex {
        if let Some(index) = self.find_node(id, hash) {
            return index;
        }
        let node = Node::new(id.clone(), id.kind().unwrap_or(kind));
        let index = self.graph.add_node(node);
        self.node_index.insert(hash, index.index());
        index
    }

    /// What a statement says between entities; of one that leads to a date or to words its subject takes
    /// note.
    fn read_statement(&mut self, statement: &Statement, sentences: u32) -> Option<Said> {
        let subject = self.index_of(&statement.subject)?;
        let years = statement.years();
        self.graph[subject].widen_years(years);
        let value = match &statement.object {
            Value::Date(date) => date.to_string(),
            Value::Text(text) => text.clone(),
            Value::Entity(object) => {
                let object = self.index_of(object).filter(|&o| o != subject)?;
                self.graph[object].widen_years(years);
                let (from, to) = self.ends(subject, object, statement.predicate);
                return Some(Said {
                    key: self.edge_key(from, to, statement.predicate, statement.title.as_deref()),
                    time: statement.time,
                    sentences,
                });
            }
        };
        let attributes = &mut self.graph[subject].attributes;
        attributes
            .entry(statement.predicate)
            .or_default()
            .insert(value);
        None
    }

    /// Adds what an article says between entities, step by step as in [`add_entities`](Self::add_entities).
    fn add_edges(&mut self, article: u32, said: Vec<Said>) {
        let likely = said
            .iter()
            .map(|said| self.edge_index.likely(said.key.hash));
        let likely: Vec<Option<usize>> = likely.collect();
        let mut counted: Vec<(EdgeIndex, u32)> = Vec::with_capacity(said.len());
        for (said, likely) in said.into_iter().zip(likely) {
            let likely = likely.map(EdgeIndex::new);
            let known = likely.filter(|&index| self.is_edge(index, &said.key));
            let index = known.unwrap_or_else(|| self.ensure_edge(said.key));
            if let Some(time) = said.time {
                self.graph[index].add_time(time);
            }
            counted.push((index, said.sentences));
        }
        counted.sort_unstable();
        for of_edge in counted.chunk_by(|a, b| a.0 == b.0) {
            let sentences = of_edge.iter().map(|(_, sentences)| sentences).sum();
            self.graph[of_edge[0].0].add_source(Source::new(article, sentences));
        }
    }

    pub(super) fn edge_key(
        &mut self,
        from: NodeIndex,
        to: NodeIndex,
        predicate: Predicate,
        title: Option<&str>,
    ) -> EdgeKey {
        let title = title.map(|title| self.ensure_title(title));
        let number = title.as_ref().map(|(_, number)| *number);
        EdgeKey {
            from,
            to,
            predicate,
            hash: hash_of(&(from.index(), to.index(), predicate as u8, number)),
            title: title.map(|(title, _)| title),
        }
    }

    fn ensure_title(&mut self, title: &str) -> (Arc<str>, u32) {
        if let Some((known, number)) = self.titles.get_key_value(title) {
            return (Arc::clone(known), *number);
        }
        let (title, number) = (Arc::<str>::from(title), count(self.titles.len()));
        self.titles.insert(Arc::clone(&title), number);
        (title, number)
    }

    fn is_edge(&self, index: EdgeIndex, key: &EdgeKey) -> bool {
        let edge = &self.graph.raw_edges()[index.index()];
        edge.source() == key.from
            && edge.target() == key.to
            && edge.weight.predicate == key.predicate
            && edge.weight.title == key.title
    }

    pub(super) fn ensure_edge(&mut self, key: EdgeKey) -> EdgeIndex {
        let is = |place| self.is_edge(EdgeIndex::new(place), &key);
        if let Some(place) = self.edge_index.find(key.hash, is) {
            return EdgeIndex::new(place);
        }
        let edge = Edge::new(key.predicate, key.title);
        let index = self.graph.add_edge(key.from, key.to, edge);
        self.edge_index.insert(key.hash, index.index());
        index
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
