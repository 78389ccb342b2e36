//! What a network keeps of a graph.

use crate::graph::{ArticleFacts, KnowledgeGraph, Network, Selection, fixture};

#[test]
fn a_network_is_sorted_and_knows_when_things_are_there() {
    let mut graph = KnowledgeGraph::new();
    for article in [fixture::appointment(), fixture::conference()] {
        graph.add(&ArticleFacts::from(&article));
    }
    let network = Network::new(&graph, &Selection::default());
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

use std::collections::BTreeSet;

use crate::graph::{About, Component, Extra, NodeKind};
use crate::model::{EntityId, EntityType, Predicate};

fn articles() -> KnowledgeGraph {
    let mut graph = KnowledgeGraph::with_sentences();
    for article in [fixture::appointment(), fixture::conference()] {
        graph.add(&ArticleFacts::from(&article));
    }
    graph
}

/// Names of nodes and labels of edges of a part.
#[track_caller]
fn part(selection: &Selection) -> (Vec<String>, Vec<&'static str>) {
    let graph = articles();
    let network = Network::new(&graph, selection);
    let names = network.nodes().map(|node| node.name.to_string()).collect();
    (names, network.links().map(|link| link.edge.label).collect())
}

#[test]
fn types_and_predicates_choose() {
    let selection = Selection {
        types: BTreeSet::from([EntityType::Person, EntityType::Agency, EntityType::Country]),
        predicates: BTreeSet::from([Predicate::HoldsPosition]),
        ..Selection::default()
    };
    let (names, labels) = part(&selection);
    assert_eq!(
        names,
        ["Lê Thu An", "Cục Ngoại vụ"],
        "what has no such relation is out"
    );
    assert_eq!(labels, ["holdsPosition", "holdsPosition"]);
}

#[test]
fn a_window_of_time_takes_dated_statements_and_statements_on_dated_events() {
    let day = |text: &str| Some(text.parse().unwrap());
    let selection = Selection {
        since: day("2022-03-25"),
        until: day("2022"),
        ..Selection::default()
    };
    let (_, labels) = part(&selection);
    assert_eq!(labels, ["organizes", "visits", "takesPlaceIn"]);
    let selection = Selection {
        since: day("2022-03-26"),
        until: day("2022-03-26"),
        ..Selection::default()
    };
    let (names, labels) = part(&selection);
    assert_eq!(labels, ["visits"]);
    assert_eq!(names, ["Cần Thơ", "Chile"]);
}

#[test]
fn depth_and_components_are_kept() {
    let person = EntityId::new(EntityType::Person, "lê-thu-an");
    let near = |depth| {
        let entities = BTreeSet::from([person.clone()]);
        let about = Some(About { entities, depth });
        part(&Selection {
            about,
            ..Selection::default()
        })
    };
    assert_eq!(near(0).0, ["Lê Thu An"]);
    assert_eq!(near(1).0, ["Lê Thu An", "Cục Ngoại vụ"]);
    assert_eq!(near(2).0.len(), 4);
    let component = |component| {
        let predicates = BTreeSet::from([Predicate::HoldsPosition, Predicate::TakesPlaceIn]);
        part(&Selection {
            component,
            predicates,
            ..Selection::default()
        })
    };
    assert_eq!(
        component(Component::Largest).0,
        ["Lê Thu An", "Cục Ngoại vụ"]
    );
    let city = EntityId::new(EntityType::Province, "cần-thơ");
    let of_city = component(Component::Of(BTreeSet::from([city])));
    assert_eq!(of_city.0, ["Cần Thơ", "Hội nghị Xúc tiến Phương Nam"]);
}

#[test]
fn articles_dates_and_sentences_are_nodes_when_asked_for() {
    let graph = articles();
    let count = |extras: &[Extra]| {
        let selection = Selection {
            extras: extras.iter().copied().collect(),
            ..Selection::default()
        };
        let network = Network::new(&graph, &selection);
        let of = |kind| network.nodes().filter(|node| node.kind == kind).count();
        let counts = [NodeKind::Date, NodeKind::Article, NodeKind::Sentence].map(of);
        (counts, network.edge_count())
    };
    let (none, entities) = count(&[]);
    assert_eq!(none, [0, 0, 0]);
    // The event's date; five entities in one article and three in the other.
    assert_eq!(count(&[Extra::Dates]), ([1, 0, 0], entities + 1));
    assert_eq!(count(&[Extra::Articles]), ([0, 2, 0], entities + 8));
    let (counts, edges) = count(&[Extra::Articles, Extra::Sentences]);
    assert_eq!(counts, [0, 2, 5]);
    // Sentences lead to their article, and name entities in its place.
    assert!(edges > entities + 5, "{edges}");
    let network_ids: BTreeSet<String> = {
        let selection = Selection {
            extras: BTreeSet::from([Extra::Articles, Extra::Dates, Extra::Sentences]),
            ..Selection::default()
        };
        let network = Network::new(&graph, &selection);
        network.nodes().map(|node| node.id.to_string()).collect()
    };
    assert!(network_ids.contains("date/2022-03-25"));
    assert!(network_ids.contains("article/bo-nhiem#2"));
    assert_eq!(network_ids.len(), 5 + 1 + 2 + 5);
}
