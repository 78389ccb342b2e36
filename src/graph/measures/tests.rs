//! Measures of small graphs that are known by hand.

use crate::graph::{ArticleFacts, KnowledgeGraph, Network, fixture};

#[test]
fn measures_see_the_bureau_in_the_middle() {
    let mut graph = KnowledgeGraph::new();
    for article in [fixture::conference(), fixture::appointment()] {
        graph.add(&ArticleFacts::from(&article));
    }
    let mut network = Network::new(&graph);
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
