//! Betweenness: how often a node lies on the shortest paths between others (Brandes' algorithm).

use rayon::prelude::*;

use crate::graph::network::Ties;

/// Up to this many nodes all shortest paths are counted.
const EXACT: usize = 2_000;
/// Beyond, those from so many nodes, evenly spread in sorted order.
const PIVOTS: usize = 256;
/// Sources whose sums are made together; fixed, so that threads cannot change the order of additions.
const TOGETHER: usize = 16;

/// The betweenness of every node as a share of all pairs, and the number of pivots if it is an estimate.
pub(super) fn betweenness(ties: &Ties) -> (Vec<f64>, Option<usize>) {
    let nodes = ties.len();
    let sources: Vec<usize> = if nodes <= EXACT {
        (0..nodes).collect()
    } else {
        (0..PIVOTS).map(|pivot| pivot * nodes / PIVOTS).collect()
    };
    let parts: Vec<Vec<f64>> = sources
        .par_chunks(TOGETHER)
        .map(|sources| {
            let mut walk = Walk::new(nodes);
            sources.iter().for_each(|&source| walk.from(source, ties));
            walk.sums
        })
        .collect();
    let mut sums = vec![0.0; nodes];
    for part in parts {
        for (sum, share) in sums.iter_mut().zip(part) {
            *sum += share;
        }
    }
    // Each path is walked from both ends, and a node is no stop of a path that begins or ends at it.
    let others = |less: usize| as_float(nodes.saturating_sub(less));
    let pairs = others(1) * others(2) * as_float(sources.len()) / as_float(nodes).max(1.0);
    if pairs > 0.0 {
        sums.iter_mut().for_each(|sum| *sum /= pairs);
    }
    (sums, (nodes > EXACT).then_some(sources.len()))
}

/// What one source needs, kept for the next.
struct Walk {
    sums: Vec<f64>,
    distance: Vec<u32>,
    paths: Vec<f64>,
    share: Vec<f64>,
    order: Vec<u32>,
}

const UNSEEN: u32 = u32::MAX;

impl Walk {
    fn new(nodes: usize) -> Self {
        Self {
            sums: vec![0.0; nodes],
            distance: vec![UNSEEN; nodes],
            paths: vec![0.0; nodes],
            share: vec![0.0; nodes],
            order: Vec::new(),
        }
    }

    /// Adds the shares of all shortest paths that begin at `source`.
    fn from(&mut self, source: usize, ties: &Ties) {
        self.order.clear();
        self.order.push(u32::try_from(source).unwrap_or(u32::MAX));
        self.distance[source] = 0;
        self.paths[source] = 1.0;
        let mut next = 0;
        while let Some(&node) = self.order.get(next) {
            next += 1;
            let node = node as usize;
            for &(to, _) in ties.of(node) {
                let reached = to as usize;
                if self.distance[reached] == UNSEEN {
                    self.distance[reached] = self.distance[node] + 1;
                    self.order.push(to);
                }
                if self.distance[reached] == self.distance[node] + 1 {
                    self.paths[reached] += self.paths[node];
                }
            }
        }
        for &node in self.order.iter().rev() {
            let node = node as usize;
            let given = (1.0 + self.share[node]) / self.paths[node];
            for &(to, _) in ties.of(node) {
                let before = to as usize;
                if self.distance[before].wrapping_add(1) == self.distance[node] {
                    self.share[before] += self.paths[before] * given;
                }
            }
            if node != source {
                self.sums[node] += self.share[node];
            }
        }
        for &node in &self.order {
            let node = node as usize;
            self.distance[node] = UNSEEN;
            self.paths[node] = 0.0;
            self.share[node] = 0.0;
        }
    }
}

fn as_float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
