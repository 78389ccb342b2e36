//! Measures of nodes: degrees, PageRank, betweenness, communities, components.

mod betweenness;
mod community;
mod component;
mod page_rank;
#[cfg(test)]
mod tests;

use super::network::{Network, Ties};

/// How a node is tied to others.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Measures {
    /// Number of edges that reach it.
    pub in_degree: usize,
    /// Number of edges that leave it.
    pub out_degree: usize,
    /// Sum of the weights of all its edges.
    pub weighted_degree: usize,
    /// PageRank over edges taken in both directions; those of all nodes sum to 1.
    pub page_rank: f64,
    /// The share of shortest paths between others that lead through it, 0 to 1.
    pub betweenness: f64,
    /// Its community, counted from 0 for the largest.
    pub community: usize,
    /// Its connected component, counted from 0 for the largest.
    pub component: usize,
}

/// How nodes were measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// Betweenness is estimated from the shortest paths from this many nodes; none where it is exact.
    pub pivots: Option<usize>,
}

impl Measures {
    /// Number of its edges.
    pub const fn degree(self) -> usize {
        self.in_degree + self.out_degree
    }
}

impl Network<'_> {
    /// Measures all nodes. The numbers are a function of the sorted network alone: sums run in its order,
    /// whatever the number of threads.
    pub fn measure(&mut self) -> Measured {
        let ties = Ties::new(self);
        let components = component::components(&ties);
        let ranks = page_rank::page_rank(&ties);
        let simple = ties.simple();
        let communities = community::communities(&simple);
        let (between, pivots) = betweenness::betweenness(&simple);
        let mut degrees = vec![(0, 0, 0); self.node_count()];
        for link in self.links() {
            degrees[link.source].1 += 1;
            degrees[link.target].0 += 1;
            degrees[link.source].2 += link.edge.weight;
            degrees[link.target].2 += link.edge.weight;
        }
        for (place, node) in self.graph.node_weights_mut().enumerate() {
            let (in_degree, out_degree, weighted_degree) = degrees[place];
            node.measures = Measures {
                in_degree,
                out_degree,
                weighted_degree,
                page_rank: ranks[place],
                betweenness: between[place],
                community: communities[place],
                component: components[place],
            };
        }
        Measured { pivots }
    }
}
