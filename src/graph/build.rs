//! The graph, and how its nodes and edges are found.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use rustc_hash::FxHashMap;

use super::{ArticleFacts, ArticleNode, Edge, Node, Sentence, Statement, Value};
use crate::model::{Edtf, EntityId, EntityType, Index, Predicate, Span, hash_of};
use crate::ontology::Entry;

/// The entities of all articles, and what is said between them.
#[derive(Debug, Clone, Default)]
pub struct KnowledgeGraph {
    pub(super) graph: DiGraph<Node, Edge>,
    pub(super) articles: Vec<ArticleNode>,
    pub(super) node_index: Index,
    edge_index: Index,
    /// How many edges the index holds; those behind them are taken into it when it is asked.
    indexed_edges: usize,
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

    /// Adds what an article says. Adding an article again changes nothing. Where there are many, a
    /// [`gathering`](Self::gathering) takes far less time.
    pub fn add(&mut self, facts: &ArticleFacts) {
        let mut gathering = self.gathering();
        gathering.add(facts);
        self.take_in(vec![gathering]);
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

    pub(super) fn ensure_node(&mut self, id: &EntityId, kind: EntityType) -> NodeIndex {
        let hash = hash_of(id.as_str());
        if let Some(index) = self.find_node(id, hash) {
            return index;
        }
        let node = Node::new(id.clone(), id.kind().unwrap_or(kind));
        let index = self.graph.add_node(node);
        self.node_index.insert(hash, index.index());
        index
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
            hash: hash_of_edge(from, to, predicate, number),
            title: title.map(|(title, _)| title),
        }
    }

    pub(super) fn ensure_title(&mut self, title: &str) -> (Arc<str>, u32) {
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
        self.index_edges();
        let is = |place| self.is_edge(EdgeIndex::new(place), &key);
        if let Some(place) = self.edge_index.find(key.hash, is) {
            return EdgeIndex::new(place);
        }
        let edge = Edge::new(key.predicate, key.title);
        let index = self.graph.add_edge(key.from, key.to, edge);
        self.edge_index.insert(key.hash, index.index());
        self.indexed_edges += 1;
        index
    }

    /// Takes the edges into the index that are not there: a graph that was made at once needs none.
    fn index_edges(&mut self) {
        for edge in &self.graph.raw_edges()[self.indexed_edges..] {
            let title = edge.weight.title.as_ref();
            let title = title.and_then(|title| self.titles.get(title).copied());
            let hash = hash_of_edge(edge.source(), edge.target(), edge.weight.predicate, title);
            self.edge_index.insert(hash, self.indexed_edges);
            self.indexed_edges += 1;
        }
    }
}

fn hash_of_edge(from: NodeIndex, to: NodeIndex, predicate: Predicate, title: Option<u32>) -> u32 {
    hash_of(&(from.index(), to.index(), predicate as u8, title))
}

impl Statement {
    /// First and last year that it speaks of.
    pub(super) fn years(&self) -> Option<(u16, u16)> {
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
pub(super) fn naming_sentences(facts: &ArticleFacts) -> Vec<Sentence> {
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

pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
