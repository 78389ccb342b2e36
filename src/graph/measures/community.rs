//! Communities: groups tied among themselves more than by chance (the Louvain method).

use std::cmp::Reverse;

use crate::graph::network::Ties;

/// Passes over all nodes on one level; more change little.
const PASSES: usize = 20;

/// The community of every node: the largest is 0, equal ones are ordered by their first node.
pub(super) fn communities(ties: &Ties) -> Vec<usize> {
    let mut level = Level::new(ties);
    let mut of: Vec<usize> = (0..ties.len()).collect();
    loop {
        let moved = level.settle();
        let count = level.renumber();
        of.iter_mut()
            .for_each(|community| *community = level.community[*community]);
        if !moved {
            return by_size(&of, count);
        }
        level = level.folded(count);
    }
}

fn by_size(of: &[usize], count: usize) -> Vec<usize> {
    let mut sizes = vec![(0_usize, usize::MAX); count];
    for (node, &community) in of.iter().enumerate() {
        sizes[community].0 += 1;
        sizes[community].1 = sizes[community].1.min(node);
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|&community| (Reverse(sizes[community].0), sizes[community].1));
    let mut number = vec![0; count];
    for (place, community) in order.into_iter().enumerate() {
        number[community] = place;
    }
    of.iter().map(|&community| number[community]).collect()
}

/// A graph whose nodes are the communities of the level below.
struct Level {
    ties: Vec<Vec<(usize, f64)>>,
    /// Sum of the weights of each node's ties, those within it counted twice.
    degree: Vec<f64>,
    within: Vec<f64>,
    total: f64,
    community: Vec<usize>,
}

impl Level {
    fn new(ties: &Ties) -> Self {
        let own = |node| -> Vec<(usize, f64)> {
            let own = ties.of(node).iter();
            own.map(|&(to, weight)| (to as usize, f64::from(weight)))
                .collect()
        };
        let ties: Vec<Vec<(usize, f64)>> = (0..ties.len()).map(own).collect();
        let within = vec![0.0; ties.len()];
        Self::of(ties, within)
    }

    fn of(ties: Vec<Vec<(usize, f64)>>, within: Vec<f64>) -> Self {
        let degree: Vec<f64> = ties
            .iter()
            .zip(&within)
            .map(|(ties, within)| ties.iter().map(|(_, weight)| weight).sum::<f64>() + within)
            .collect();
        Self {
            total: degree.iter().sum(),
            community: (0..ties.len()).collect(),
            ties,
            degree,
            within,
        }
    }

    /// Moves each node where it fits best, until none moves; tells whether any did.
    fn settle(&mut self) -> bool {
        let mut size = self.degree.clone();
        let mut toward = vec![0.0; self.ties.len()];
        let mut near: Vec<usize> = Vec::new();
        let mut any = false;
        for _ in 0..PASSES {
            let mut moved = false;
            for node in 0..self.ties.len() {
                let own = self.community[node];
                near.clear();
                near.push(own);
                for &(to, weight) in &self.ties[node] {
                    let community = self.community[to];
                    if toward[community] == 0.0 && community != own {
                        near.push(community);
                    }
                    toward[community] += weight;
                }
                size[own] -= self.degree[node];
                let gain = |community: usize| {
                    toward[community] - size[community] * self.degree[node] / self.total
                };
                let mut best = (own, gain(own));
                for &community in &near[1..] {
                    let gain = gain(community);
                    // A hair more, lest rounding moves nodes to and fro.
                    if gain > best.1 + 1e-9 {
                        best = (community, gain);
                    }
                }
                size[best.0] += self.degree[node];
                self.community[node] = best.0;
                moved |= best.0 != own;
                near.iter().for_each(|&community| toward[community] = 0.0);
            }
            any |= moved;
            if !moved {
                break;
            }
        }
        any
    }

    /// Numbers the communities in the order of their first nodes; gives their count.
    fn renumber(&mut self) -> usize {
        let mut number = vec![usize::MAX; self.ties.len()];
        let mut count = 0;
        for community in &mut self.community {
            if number[*community] == usize::MAX {
                number[*community] = count;
                count += 1;
            }
            *community = number[*community];
        }
        count
    }

    /// The level above.
    fn folded(&self, count: usize) -> Self {
        let mut members = vec![Vec::new(); count];
        for (node, &community) in self.community.iter().enumerate() {
            members[community].push(node);
        }
        let mut within = vec![0.0; count];
        let mut toward = vec![0.0; count];
        let ties = members
            .iter()
            .enumerate()
            .map(|(own, members)| {
                let mut near: Vec<usize> = Vec::new();
                for &node in members {
                    within[own] += self.within[node];
                    for &(to, weight) in &self.ties[node] {
                        let community = self.community[to];
                        if community == own {
                            within[own] += weight;
                            continue;
                        }
                        if toward[community] == 0.0 {
                            near.push(community);
                        }
                        toward[community] += weight;
                    }
                }
                near.sort_unstable();
                near.iter()
                    .map(|&community| (community, std::mem::take(&mut toward[community])))
                    .collect()
            })
            .collect();
        Self::of(ties, within)
    }
}
