//! Articles, dates and sentences as nodes, for those who ask for them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::NodeIndex;

use super::{Extra, Network, NetworkEdge, NetworkNode, NodeKind, Spell};
use crate::graph::{ArticleNode, KnowledgeGraph, Measures, Sentence};
use crate::model::{Edtf, Predicate};

/// What ties an entity to an article or a sentence that names it.
const MENTIONED_IN: &str = "mentionedIn";
/// What ties a sentence to its article.
const IS_PART_OF: &str = "isPartOf";

impl<'a> Network<'a> {
    /// Adds what was asked for behind the entities, each kind sorted by itself.
    pub(super) fn add_extras(&mut self, graph: &'a KnowledgeGraph, extras: &BTreeSet<Extra>) {
        let entities: Vec<NodeIndex> = self.graph.node_indices().collect();
        if extras.contains(&Extra::Dates) {
            self.add_dates(&entities);
        }
        let articles = if extras.contains(&Extra::Articles) {
            self.add_articles(graph, &entities, !extras.contains(&Extra::Sentences))
        } else {
            BTreeMap::new()
        };
        if extras.contains(&Extra::Sentences) {
            self.add_sentences(graph, &entities, &articles);
        }
    }

    fn add_dates(&mut self, entities: &[NodeIndex]) {
        let mut dated: BTreeMap<&str, Vec<(NodeIndex, Predicate)>> = BTreeMap::new();
        for &index in entities {
            let Some(entity) = self.graph[index].entity else {
                continue;
            };
            for predicate in [Predicate::OccursOn, Predicate::IssuedOn] {
                for date in entity.attributes.get(&predicate).into_iter().flatten() {
                    dated.entry(date).or_default().push((index, predicate));
                }
            }
        }
        for (date, of) in dated {
            let mut node = NetworkNode::extra(NodeKind::Date, format!("date/{date}"), date);
            node.date = Some(date);
            let spell = date.parse::<Edtf>().ok().and_then(Spell::of);
            node.spells = spell.into_iter().collect();
            let node = self.graph.add_node(node);
            for (entity, predicate) in of {
                let edge = NetworkEdge::extra(predicate.name(), 1);
                self.graph.add_edge(entity, node, edge);
            }
        }
    }

    /// Adds the articles that name an entity; ties them to it, unless sentences will.
    fn add_articles(
        &mut self,
        graph: &'a KnowledgeGraph,
        entities: &[NodeIndex],
        tied: bool,
    ) -> BTreeMap<&'a str, NodeIndex> {
        let mut naming: BTreeMap<&'a ArticleNode, Vec<(NodeIndex, u32)>> = BTreeMap::new();
        for &index in entities {
            if let Some(entity) = self.graph[index].entity {
                for (article, sentences) in graph.articles_of_node(entity) {
                    naming.entry(article).or_default().push((index, sentences));
                }
            }
        }
        let mut places = BTreeMap::new();
        for (article, of) in naming {
            let name = article.title.as_deref().unwrap_or(&article.id);
            let id = format!("article/{}", article.id);
            let mut node = NetworkNode::extra(NodeKind::Article, id, name);
            node.date = article.date.as_deref();
            let node = self.graph.add_node(node);
            places.insert(article.id.as_str(), node);
            for (entity, sentences) in of.into_iter().filter(|_| tied) {
                let edge = NetworkEdge::extra(MENTIONED_IN, sentences.into());
                self.graph.add_edge(entity, node, edge);
            }
        }
        places
    }

    fn add_sentences(
        &mut self,
        graph: &'a KnowledgeGraph,
        entities: &[NodeIndex],
        articles: &BTreeMap<&'a str, NodeIndex>,
    ) {
        let mut places = BTreeMap::new();
        for &index in entities {
            places.insert(self.graph[index].id.to_string(), index);
        }
        let mut sentences: Vec<&'a Sentence> = graph.sentences().collect();
        sentences.sort_by(|a, b| (&a.article, a.span).cmp(&(&b.article, b.span)));
        for sentence in sentences {
            let named = sentence.entities.iter().map(|id| places.get(id.as_str()));
            let named: Vec<NodeIndex> = named.flatten().copied().collect();
            if named.is_empty() {
                continue;
            }
            let (start, end) = (sentence.span.start, sentence.span.end);
            let id = format!("article/{}#char={start},{end}", sentence.article);
            let node = NetworkNode::extra(NodeKind::Sentence, id, &sentence.text);
            let node = self.graph.add_node(node);
            for entity in named {
                self.graph
                    .add_edge(entity, node, NetworkEdge::extra(MENTIONED_IN, 1));
            }
            if let Some(&article) = articles.get(sentence.article.as_str()) {
                self.graph
                    .add_edge(node, article, NetworkEdge::extra(IS_PART_OF, 1));
            }
        }
    }
}

impl<'a> NetworkNode<'a> {
    fn extra(kind: NodeKind, id: String, name: &'a str) -> Self {
        Self {
            id: Cow::Owned(id),
            kind,
            name: Cow::Borrowed(name),
            entity: None,
            date: None,
            spells: Vec::new(),
            measures: Measures::default(),
            position: None,
        }
    }
}

impl NetworkEdge<'_> {
    fn extra(label: &'static str, sentences: u64) -> Self {
        Self {
            label,
            statement: None,
            weight: 1,
            sentences,
            directed: true,
            spells: Vec::new(),
        }
    }
}
