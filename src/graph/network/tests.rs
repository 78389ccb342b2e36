//! What a network keeps of a graph.

use crate::graph::{ArticleFacts, KnowledgeGraph, Network, fixture};

#[test]
fn a_network_is_sorted_and_knows_when_things_are_there() {
    let mut graph = KnowledgeGraph::new();
    for article in [fixture::appointment(), fixture::conference()] {
        graph.add(&ArticleFacts::from(&article));
    }
    let network = Network::new(&graph);
    let names: Vec<&str> = network.nodes().map(|node| &*node.name).collect();
    let expected = [
        "Lê Thu An",
        "Cục Ngoại vụ",
        "Cần Thơ",
        "Chile",
        "Hội nghị Xúc tiến Phương Nam",
    ];
    assert_eq!(names, expected);
    let event = network.node(4);
    assert_eq!(event.spells.len(), 1);
    assert!(
        network.node(1).spells.is_empty(),
        "nothing says when the bureau was there"
    );
    let visit = network
        .links()
        .find(|link| link.edge.label == "visits")
        .unwrap();
    assert_eq!(visit.edge.spells.len(), 1);
    assert_eq!((visit.source, visit.target), (3, 2));
}
