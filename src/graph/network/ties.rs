//! Who is tied to whom, whatever the direction: neighbours side by side in memory, for algorithms.

use super::Network;

/// Ties of all nodes: those of node `i` are `ties[starts[i]..starts[i + 1]]`, in the order of edges.
#[derive(Debug, Clone)]
pub(in crate::graph) struct Ties {
    starts: Vec<usize>,
    ties: Vec<(u32, f32)>,
}

impl Ties {
    /// The ties of a network. Each edge stands at both of its ends.
    pub(in crate::graph) fn new(network: &Network<'_>) -> Self {
        let mut starts = vec![0_usize; network.node_count() + 1];
        for link in network.links() {
            starts[link.source + 1] += 1;
            starts[link.target + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut next = starts.clone();
        let mut ties = vec![(0, 0.0); 2 * network.edge_count()];
        for link in network.links() {
            let weight = as_float(link.edge.weight);
            for (from, to) in [(link.source, link.target), (link.target, link.source)] {
                ties[next[from]] = (as_index(to), weight);
                next[from] += 1;
            }
        }
        Self { starts, ties }
    }

    /// The same without parallel edges: each neighbour once, in order, with the sum of the weights; no node
    /// is its own neighbour.
    pub(in crate::graph) fn simple(&self) -> Self {
        let mut starts = Vec::with_capacity(self.starts.len());
        let mut ties: Vec<(u32, f32)> = Vec::with_capacity(self.ties.len());
        starts.push(0);
        let mut own: Vec<(u32, f32)> = Vec::new();
        for node in 0..self.len() {
            own.clear();
            own.extend(self.of(node).iter().filter(|(to, _)| *to as usize != node));
            own.sort_by_key(|&(to, _)| to);
            let begin = ties.len();
            for &(to, weight) in &own {
                match ties[begin..].last_mut() {
                    Some(last) if last.0 == to => last.1 += weight,
                    _ => ties.push((to, weight)),
                }
            }
            starts.push(ties.len());
        }
        Self { starts, ties }
    }

    /// Number of nodes.
    pub(in crate::graph) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The neighbours of a node with the weights of the edges; a neighbour stands once for each edge.
    pub(in crate::graph) fn of(&self, node: usize) -> &[(u32, f32)] {
        &self.ties[self.starts[node]..self.starts[node + 1]]
    }

    /// Sum of the weights of a node's edges.
    pub(in crate::graph) fn weight(&self, node: usize) -> f64 {
        self.of(node)
            .iter()
            .map(|&(_, weight)| f64::from(weight))
            .sum()
    }
}

fn as_float(weight: usize) -> f32 {
    weight as f32
}

fn as_index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
