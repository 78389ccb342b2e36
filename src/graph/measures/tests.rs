//! Measures of small graphs that are known by hand.

use crate::graph::{ArticleFacts, KnowledgeGraph, Network, Selection, fixture};

#[test]
fn measures_see_the_bureau_in_the_middle() {
    let mut graph = KnowledgeGraph::new();
    for article in [fixture::conference(), fixture::appointment()] {
        graph.add(&ArticleFacts::from(&article));
    }
    let mut network = Network::new(&graph, &Selection::default());
    network.measure();
    let most = network
        .nodes()
        .max_by_key(|node| node.measures.degree())
        .unwrap();
    assert_eq!(most.name, "Cục Ngoại vụ");
    assert_eq!(most.measures.weighted_degree, 4);
    assert!(network.nodes().all(|node| node.measures.component == 0));
    let sum: f64 = network.nodes().map(|node| node.measures.page_rank).sum();
    assert!((sum - 1.0).abs() < 1e-9);
}

use crate::model::{EntityType, Object, Predicate};

/// A path of five: 0 - 1 - 2 - 3 - 4.
fn path() -> KnowledgeGraph {
    let mut draft = fixture::Draft::new("đường", "Đường.");
    let nodes: Vec<usize> = (0..5)
        .map(|number| draft.entity(EntityType::Agency, &format!("Sở {number}")))
        .collect();
    for pair in nodes.windows(2) {
        let object = Object::Entity(pair[1]);
        draft.relation(pair[0], Predicate::PartOf, object, 0);
    }
    let mut graph = KnowledgeGraph::new();
    graph.add(&ArticleFacts::from(&draft.annotated));
    graph
}

#[test]
fn betweenness_of_a_path_is_known() {
    let graph = path();
    let mut network = Network::new(&graph, &Selection::default());
    assert_eq!(network.measure().pivots, None);
    let between: Vec<f64> = network
        .nodes()
        .map(|node| node.measures.betweenness)
        .collect();
    // Of the six pairs of others, three lead through the second node and four through the middle.
    for (found, expected) in between.iter().zip([0.0, 0.5, 4.0 / 6.0, 0.5, 0.0]) {
        assert!((found - expected).abs() < 1e-12, "{between:?}");
    }
}

#[test]
fn two_cliques_are_two_communities() {
    let mut draft = fixture::Draft::new("nhóm", "Nhóm.");
    let nodes: Vec<usize> = (0..8)
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
    for group in [0, 4] {
        for a in 0..4 {
            (0..a).for_each(|b| tie(group + a, group + b));
        }
    }
    tie(3, 4);
    let mut graph = KnowledgeGraph::new();
    graph.add(&ArticleFacts::from(&draft.annotated));
    let mut network = Network::new(&graph, &Selection::default());
    network.measure();
    let communities: Vec<usize> = network
        .nodes()
        .map(|node| node.measures.community)
        .collect();
    assert_eq!(communities, [0, 0, 0, 0, 1, 1, 1, 1]);
}
