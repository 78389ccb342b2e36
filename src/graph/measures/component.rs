//! Connected components.

use std::cmp::Reverse;

use crate::graph::network::Ties;

/// The component of every node: the largest is 0, equal ones are ordered by their first node.
pub(in crate::graph) fn components(ties: &Ties) -> Vec<usize> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut seen = vec![false; ties.len()];
    for first in 0..ties.len() {
        if std::mem::replace(&mut seen[first], true) {
            continue;
        }
        let mut component = vec![first];
        let mut next = 0;
        while let Some(&node) = component.get(next) {
            next += 1;
            for &(neighbour, _) in ties.of(node) {
                if !std::mem::replace(&mut seen[neighbour as usize], true) {
                    component.push(neighbour as usize);
                }
            }
        }
        found.push(component);
    }
    found.sort_by_key(|component| Reverse(component.len()));
    let mut numbers = vec![0; ties.len()];
    for (number, component) in found.iter().enumerate() {
        for &node in component {
            numbers[node] = number;
        }
    }
    numbers
}
