//! Nodes and edges in sorted order, the same whatever order the articles came in.

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{ArticleNode, Edge, KnowledgeGraph, Node, Source};
use crate::model::EntityId;

/// A node with its place in the graph.
#[derive(Debug, Clone, Copy)]
pub struct NodeView<'a> {
    /// Index into [`KnowledgeGraph::petgraph`].
    pub index: NodeIndex,
    /// The node.
    pub node: &'a Node,
}

/// An edge with its ends.
#[derive(Debug, Clone, Copy)]
pub struct EdgeView<'a> {
    /// Index into [`KnowledgeGraph::petgraph`].
    pub index: EdgeIndex,
    /// Of whom it is said.
    pub source: &'a Node,
    /// What or who it leads to.
    pub target: &'a Node,
    /// The edge.
    pub edge: &'a Edge,
}

impl KnowledgeGraph {
    /// All nodes, sorted by type in reading order, then by id.
    pub fn nodes(&self) -> Vec<NodeView<'_>> {
        let mut nodes: Vec<NodeView<'_>> = self
            .graph
            .node_indices()
            .map(|index| NodeView {
                index,
                node: &self.graph[index],
            })
            .collect();
        nodes.sort_by(|a, b| (a.node.kind, &a.node.id).cmp(&(b.node.kind, &b.node.id)));
        nodes
    }

    /// All edges, sorted by subject, predicate, object, title.
    pub fn edges(&self) -> Vec<EdgeView<'_>> {
        // Places of sorted nodes compare faster than ids.
        let mut places = vec![0_u32; self.graph.node_count()];
        for (place, view) in (0..).zip(self.nodes()) {
            places[view.index.index()] = place;
        }
        let mut edges: Vec<(EdgeIndex, NodeIndex, NodeIndex)> = self
            .graph
            .edge_references()
            .map(|edge| (edge.id(), edge.source(), edge.target()))
            .collect();
        edges.sort_unstable_by_key(|&(edge, source, target)| {
            let edge = &self.graph[edge];
            let (source, target) = (places[source.index()], places[target.index()]);
            (source, edge.predicate, target, edge.title.as_deref())
        });
        edges
            .into_iter()
            .map(|(index, source, target)| EdgeView {
                index,
                source: &self.graph[source],
                target: &self.graph[target],
                edge: &self.graph[index],
            })
            .collect()
    }

    /// All articles, sorted by id.
    pub fn articles(&self) -> Vec<&ArticleNode> {
        let mut articles: Vec<&ArticleNode> = self.articles.iter().collect();
        articles.sort_by(|a, b| a.id.cmp(&b.id));
        articles
    }

    /// The articles that name an entity or say what an edge says, sorted by id, each with its number
    /// of sentences.
    fn resolve<'s>(&self, sources: impl Iterator<Item = &'s Source>) -> Vec<(&ArticleNode, u32)> {
        let mut articles: Vec<(&ArticleNode, u32)> = sources
            .map(|source| (&self.articles[source.article as usize], source.sentences))
            .collect();
        articles.sort_by(|a, b| a.0.id.cmp(&b.0.id));
        articles
    }

    /// The articles that name an entity, sorted by id, with the number of sentences.
    pub fn articles_of_node(&self, node: &Node) -> Vec<(&ArticleNode, u32)> {
        self.resolve(node.sources())
    }

    /// The articles that say what an edge says, sorted by id, with the number of sentences.
    pub fn articles_of_edge(&self, edge: &Edge) -> Vec<(&ArticleNode, u32)> {
        self.resolve(edge.sources.iter())
    }

    /// The node of an entity.
    pub fn node(&self, id: &EntityId) -> Option<&Node> {
        self.index_of(id).map(|index| &self.graph[index])
    }

    /// The graph itself, for algorithms. Its indices depend on the order of adding.
    pub fn petgraph(&self) -> &DiGraph<Node, Edge> {
        &self.graph
    }
}

impl EdgeView<'_> {
    fn key(&self) -> impl Ord + '_ {
        let source = (self.source.kind, &self.source.id);
        let target = (self.target.kind, &self.target.id);
        (source, self.edge.predicate, target, &self.edge.title)
    }
}

impl PartialEq for KnowledgeGraph {
    fn eq(&self, other: &Self) -> bool {
        let (own, theirs) = (self.nodes(), other.nodes());
        let same_nodes = own.len() == theirs.len()
            && own
                .iter()
                .zip(&theirs)
                .all(|(a, b)| self.same_node(a.node, other, b.node));
        let (own, theirs) = (self.edges(), other.edges());
        same_nodes
            && self.articles() == other.articles()
            && own.len() == theirs.len()
            && own.iter().zip(&theirs).all(|(a, b)| {
                a.key() == b.key()
                    && a.edge.times() == b.edge.times()
                    && self.articles_of_edge(a.edge) == other.articles_of_edge(b.edge)
            })
    }
}

impl KnowledgeGraph {
    fn same_node(&self, own: &Node, other: &Self, theirs: &Node) -> bool {
        own.id == theirs.id
            && own.kind == theirs.kind
            && own.name() == theirs.name()
            && own.aliases() == theirs.aliases()
            && own.particulars() == theirs.particulars()
            && own.attributes == theirs.attributes
            && own.years == theirs.years
            && self.articles_of_node(own) == other.articles_of_node(theirs)
    }
}
