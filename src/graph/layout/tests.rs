//! Laws of the layout: what is tied lies close, nothing coincides, threads change nothing.

use super::tree::Tree;
use crate::graph::{KnowledgeGraph, Network, Selection, fixture};
use crate::model::{EntityType, Object, Predicate};

/// Two groups of five that are tied among themselves, and one tie between them.
fn two_groups() -> KnowledgeGraph {
    let mut draft = fixture::Draft::new("nhóm", "Nhóm.");
    let nodes: Vec<usize> = (0..10)
        .map(|number| draft.entity(EntityType::Agency, &format!("Sở {number}")))
        .collect();
    let mut tie = |a: usize, b: usize| {
        draft.relation(
            nodes[a],
            Predicate::CooperatesWith,
            Object::Entity(nodes[b]),
            0,
        );
    };
    for group in [0, 5] {
        for a in 0..5 {
            (0..a).for_each(|b| tie(group + a, group + b));
        }
    }
    tie(4, 5);
    let mut graph = KnowledgeGraph::new();
    graph.add(&(&draft.annotated).into());
    graph
}

fn laid_out(threads: usize) -> Vec<(f32, f32)> {
    let graph = two_groups();
    let mut network = Network::new(&graph, &Selection::default());
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .unwrap();
    pool.install(|| {
        network.measure();
        network.lay_out();
    });
    network.nodes().map(|node| node.position.unwrap()).collect()
}

#[test]
fn groups_lie_together_and_apart_from_others() {
    let points = laid_out(2);
    let distance = |a: usize, b: usize| {
        let ((x, y), (u, v)) = (points[a], points[b]);
        ((x - u) * (x - u) + (y - v) * (y - v)).sqrt()
    };
    for a in 0..5 {
        for b in 0..5 {
            assert!(
                distance(a, b) < distance(a, 5 + b) || a == 4 || b == 0,
                "{a} {b}"
            );
            assert!(a == b || distance(a, b) > 1.0, "{a} and {b} coincide");
        }
    }
}

#[test]
fn threads_change_no_digit() {
    assert_eq!(laid_out(1), laid_out(4));
}

#[test]
fn a_far_group_pushes_almost_as_its_members_do() {
    let point = |number: u16| [f32::from(number % 37), f32::from(number % 29) * 1.5];
    let points: Vec<[f32; 2]> = (0..500).map(point).collect();
    let mass = vec![1.0; points.len()];
    let tree = Tree::new(&points, &mass);
    for node in [0, 77, 499] {
        let at = points[node];
        let mut exact = [0.0_f32; 2];
        for (other, there) in points.iter().enumerate() {
            let (dx, dy) = (at[0] - there[0], at[1] - there[1]);
            let distance = dx * dx + dy * dy;
            if other != node && distance > 0.0 {
                exact[0] += dx / distance;
                exact[1] += dy / distance;
            }
        }
        let near = tree.push_on(node, at);
        let error = (near[0] - exact[0]).abs() + (near[1] - exact[1]).abs();
        let size = exact[0].abs() + exact[1].abs();
        assert!(error < 0.1 * size, "{near:?} for {exact:?}");
    }
}
