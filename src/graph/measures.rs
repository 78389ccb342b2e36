//! Measures of nodes and of the whole graph.

use std::collections::HashMap;

use petgraph::Direction;
use petgraph::graph::NodeIndex;

use super::KnowledgeGraph;

/// How a node is tied to others.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Measures {
    /// Number of edges that reach it.
    pub in_degree: usize,
    /// Number of edges that leave it.
    pub out_degree: usize,
    /// Sum of the weights of all its edges.
    pub weighted_degree: usize,
    /// Its connected component, counted from 0 for the largest.
    pub component: usize,
}

impl Measures {
    /// Number of its edges.
    pub const fn degree(self) -> usize {
        self.in_degree + self.out_degree
    }
}

/// How PageRank is computed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageRank {
    /// Probability of following an edge instead of jumping anywhere.
    pub damping: f64,
    /// Number of rounds.
    pub rounds: usize,
}

impl Default for PageRank {
    fn default() -> Self {
        Self {
            damping: 0.85,
            rounds: 50,
        }
    }
}

impl KnowledgeGraph {
    /// The measures of every node, by its index.
    pub fn measures(&self) -> HashMap<NodeIndex, Measures> {
        let components = self.components();
        let weight = |node, direction| -> (usize, usize) {
            let edges = self.graph.edges_directed(node, direction);
            edges.fold((0, 0), |(n, sum), edge| {
                (n + 1, sum + edge.weight().weight())
            })
        };
        self.graph
            .node_indices()
            .map(|node| {
                let (in_degree, weight_in) = weight(node, Direction::Incoming);
                let (out_degree, weight_out) = weight(node, Direction::Outgoing);
                let measures = Measures {
                    in_degree,
                    out_degree,
                    weighted_degree: weight_in + weight_out,
                    component: components.get(&node).copied().unwrap_or(0),
                };
                (node, measures)
            })
            .collect()
    }

    /// Number of connected components.
    pub fn component_count(&self) -> usize {
        petgraph::algo::connected_components(&self.graph)
    }

    /// The component of every node: the largest is 0, equal ones are ordered by their first node.
    fn components(&self) -> HashMap<NodeIndex, usize> {
        let mut found: Vec<Vec<NodeIndex>> = Vec::new();
        let mut seen = vec![false; self.graph.node_count()];
        for view in self.nodes() {
            if seen[view.index.index()] {
                continue;
            }
            seen[view.index.index()] = true;
            let mut component = vec![view.index];
            let mut next = 0;
            while let Some(&node) = component.get(next) {
                next += 1;
                for neighbour in self.graph.neighbors_undirected(node) {
                    if !std::mem::replace(&mut seen[neighbour.index()], true) {
                        component.push(neighbour);
                    }
                }
            }
            found.push(component);
        }
        found.sort_by_key(|component| std::cmp::Reverse(component.len()));
        let numbered = found.iter().enumerate();
        numbered
            .flat_map(|(number, component)| component.iter().map(move |&node| (node, number)))
            .collect()
    }

    /// PageRank of every node over edges taken in both directions and weighted; the ranks sum to 1.
    /// Sums run in sorted order, so that the last bit never depends on the order of articles.
    pub fn page_rank(&self, settings: PageRank) -> HashMap<NodeIndex, f64> {
        let nodes = self.nodes();
        let place: HashMap<NodeIndex, usize> = nodes
            .iter()
            .enumerate()
            .map(|(i, view)| (view.index, i))
            .collect();
        let mut ties: Vec<(usize, usize, f64)> = Vec::new();
        let mut total = vec![0.0; nodes.len()];
        for view in self.edges() {
            let Some(edge) = self.graph.edge_endpoints(view.index) else {
                continue;
            };
            let (from, to) = (place[&edge.0], place[&edge.1]);
            let weight = f64::from(u32::try_from(view.edge.weight()).unwrap_or(u32::MAX));
            for (a, b) in [(from, to), (to, from)] {
                ties.push((a, b, weight));
                total[a] += weight;
            }
        }
        let ranks = settings.iterate(&ties, &total);
        nodes
            .iter()
            .zip(ranks)
            .map(|(view, rank)| (view.index, rank))
            .collect()
    }
}

impl PageRank {
    fn iterate(self, ties: &[(usize, usize, f64)], total: &[f64]) -> Vec<f64> {
        let count = f64::from(u32::try_from(total.len()).unwrap_or(u32::MAX));
        let mut ranks = vec![1.0 / count; total.len()];
        for _ in 0..self.rounds {
            let lost: f64 = ranks
                .iter()
                .zip(total)
                .filter(|(_, t)| **t == 0.0)
                .map(|(r, _)| r)
                .sum();
            let base = (1.0 - self.damping + self.damping * lost) / count;
            let mut next = vec![base; total.len()];
            for &(from, to, weight) in ties {
                next[to] += self.damping * ranks[from] * weight / total[from];
            }
            ranks = next;
        }
        ranks
    }
}
