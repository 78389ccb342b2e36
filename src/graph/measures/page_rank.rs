//! PageRank over edges taken in both directions and weighted.

use rayon::prelude::*;

use crate::graph::network::Ties;

/// Probability of following an edge instead of jumping anywhere.
const DAMPING: f64 = 0.85;
const ROUNDS: usize = 50;

/// The rank of every node; the ranks sum to 1.
pub(super) fn page_rank(ties: &Ties) -> Vec<f64> {
    let nodes = ties.len();
    let count = f64::from(u32::try_from(nodes).unwrap_or(u32::MAX));
    let total: Vec<f64> = (0..nodes).map(|node| ties.weight(node)).collect();
    let mut ranks = vec![1.0 / count; nodes];
    for _ in 0..ROUNDS {
        let alone = ranks.iter().zip(&total).filter(|(_, total)| **total == 0.0);
        let lost: f64 = alone.map(|(rank, _)| rank).sum();
        let base = (1.0 - DAMPING + DAMPING * lost) / count;
        let given: Vec<f64> = ranks
            .iter()
            .zip(&total)
            .map(|(rank, total)| {
                if *total == 0.0 {
                    0.0
                } else {
                    DAMPING * rank / total
                }
            })
            .collect();
        // Each node gathers by itself, in the order of its edges, so threads cannot change a sum.
        ranks = (0..nodes)
            .into_par_iter()
            .with_min_len(1024)
            .map(|node| {
                let received = ties.of(node).iter();
                let received =
                    received.map(|&(from, weight)| given[from as usize] * f64::from(weight));
                base + received.sum::<f64>()
            })
            .collect();
    }
    ranks
}
