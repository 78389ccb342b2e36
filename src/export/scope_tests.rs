//! What a scope lets through, and how statements are named by RDF 1.2.

use std::collections::BTreeSet;

use oxigraph::model::{GraphName, Literal, NamedNode, Quad};

use super::*;
use crate::graph::{ArticleFacts, fixture};
use crate::rdf::vocabulary::nv;
use crate::rdf::{Iris, Mapping, entity_quads};
use crate::store::Statements;

/// Both articles of the fixture with the graph of entities, as a store holds them.
fn store() -> Statements {
    let mut quads = Vec::new();
    let iris = Iris::default();
    let mapping = Mapping::new(iris.clone(), &[]);
    for annotated in [fixture::conference(), fixture::appointment()] {
        let facts = ArticleFacts::from(&annotated);
        for (id, entity) in &facts.entities {
            quads.extend(entity_quads(&iris, id, &entity.name));
        }
        quads.extend(mapping.article_quads(&facts));
    }
    Statements::of(quads).unwrap()
}

fn written(wanted: &Wanted, format: Format, reify: bool) -> String {
    let (store, iris) = (store(), Iris::default());
    let scope = Scope::new(&store, &iris, wanted).unwrap();
    let mut bytes = Vec::new();
    write_store(&store, &iris, &scope, format, reify, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn entity(path: &str) -> NamedNode {
    NamedNode::new(format!("{}id/{path}", Iris::default().base())).unwrap()
}

#[test]
fn without_provenance_only_direct_triples_stay() {
    let wanted = Wanted {
        provenance: Provenance::None,
        ..Wanted::default()
    };
    let text = written(&wanted, Format::Turtle, false);
    for gone in [
        "article/",
        "rdf:Statement",
        "mentionedIn",
        "oa:exact",
        "prov:",
    ] {
        assert!(!text.contains(gone), "{gone} in {text}");
    }
    insta::assert_snapshot!(text);
}

#[test]
fn statements_can_lead_to_their_article_instead_of_its_sentences() {
    let wanted = Wanted {
        provenance: Provenance::Articles,
        ..Wanted::default()
    };
    let text = written(&wanted, Format::Turtle, false);
    assert!(
        !text.contains("#char=") && !text.contains("oa:exact"),
        "{text}"
    );
    assert!(text.contains("prov:wasDerivedFrom <article/"), "{text}");
    assert!(text.contains("schema:subjectOf <article/"), "{text}");
}

#[test]
fn what_is_kept_for_the_next_build_stays_in_the_store() {
    let iris = Iris::default();
    let (kept, subject) = (iris.readings_graph(), iris.article("hoi-nghi"));
    let mut quads: Vec<Quad> = store().iter().map(Result::unwrap).collect();
    let there = written(&Wanted::default(), Format::NQuads, false);
    let text = Literal::new_simple_literal("{}");
    quads.push(Quad::new(subject, iris.term(nv::CHANGES), text, kept));
    let store = Statements::of(quads).unwrap();
    let scope = Scope::new(&store, &iris, &Wanted::default()).unwrap();
    let mut bytes = Vec::new();
    write_store(&store, &iris, &scope, Format::NQuads, false, &mut bytes).unwrap();
    assert_eq!(String::from_utf8(bytes).unwrap(), there);
}

#[test]
fn neighbourhood_ends_after_its_depth() {
    let all = written(&Wanted::default(), Format::NQuads, false);
    let around = |depth| Wanted {
        about: vec![entity("agency/cục-ngoại-vụ")],
        depth,
        ..Wanted::default()
    };
    assert!(all.contains("id/agency/cục-ngoại-vụ>"), "{all}");
    let sizes = [0, 1, 2].map(|depth| {
        written(&around(depth), Format::NQuads, false)
            .lines()
            .count()
    });
    assert!(
        0 < sizes[0] && sizes[0] < sizes[1] && sizes[1] <= sizes[2],
        "{sizes:?}"
    );
    assert!(sizes[2] <= all.lines().count());
    let text = written(&around(1), Format::NQuads, false);
    for line in text.lines() {
        assert!(all.contains(line), "{line}");
    }
    insta::assert_snapshot!(written(&around(1), Format::Turtle, false));
}

#[test]
fn one_article_comes_with_the_names_of_what_it_names() {
    let iris = Iris::default();
    let store = store();
    let articles = store
        .iter()
        .filter_map(|quad| match quad.unwrap().graph_name {
            GraphName::NamedNode(node) => iris.read_article(node.as_str()).map(|_| node),
            _ => None,
        });
    let articles: BTreeSet<NamedNode> = articles.collect();
    let articles: Vec<NamedNode> = articles.into_iter().collect();
    assert_eq!(articles.len(), 2);
    let wanted = Wanted {
        articles: vec![articles[0].clone()],
        ..Wanted::default()
    };
    let text = written(&wanted, Format::NQuads, false);
    assert!(
        text.contains(articles[0].as_str())
            && !text.contains(&format!("{}#", articles[1].as_str()))
    );
    assert!(
        text.contains(&format!("<{}entities>", iris.base())),
        "{text}"
    );
}

#[test]
fn reifiers_name_the_triples_they_stand_for() {
    let text = written(&Wanted::default(), Format::Turtle, true);
    assert!(text.contains("rdf:reifies <<( <id/"), "{text}");
    assert!(
        !text.contains("rdf:Statement") && !text.contains("rdf:subject"),
        "{text}"
    );
    assert!(text.contains("org:member"), "{text}");
    let plain = written(&Wanted::default(), Format::NTriples, false);
    let lines = written(&Wanted::default(), Format::NTriples, true);
    let reifiers = lines.lines().filter(|line| line.contains("#reifies> <<( "));
    let nodes = plain
        .lines()
        .filter(|line| line.contains("rdf-syntax-ns#predicate>"));
    assert_eq!(reifiers.count(), nodes.count());
    assert!(lines.lines().is_sorted());
}

#[test]
fn of_the_ontology_only_that_stays_which_articles_lead_to() {
    let iris = Iris::default();
    let node = |path: &str| NamedNode::new(format!("{}{path}", iris.base())).unwrap();
    let quad = |s: &str, p: &str, o: &str, g: &str| Quad::new(node(s), node(p), node(o), node(g));
    let successor = format!("ontology#{}", nv::SUCCESSOR);
    let quads = [
        quad(
            "id/agency/a",
            "ontology#visits",
            "id/province/old",
            "article/x",
        ),
        quad("id/province/old", &successor, "id/province/new", "ontology"),
        quad(
            "id/province/new",
            &successor,
            "id/province/newest",
            "ontology",
        ),
        quad(
            "id/province/newest",
            "ontology#liesIn",
            "id/country/vn",
            "ontology",
        ),
        quad("id/country/vn", "ontology#code", "ontology#x", "ontology"),
        quad(
            "id/province/other",
            &successor,
            "id/province/new",
            "ontology",
        ),
        quad("ontology#visits", "ontology#code", "ontology#x", "ontology"),
    ];
    let store = Statements::of(quads.clone()).unwrap();
    let scope = Scope::new(&store, &iris, &Wanted::default()).unwrap();
    let mut kept: Vec<String> = quads_in(&store, &iris, &scope)
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    let mut expected: Vec<String> = quads[..5].iter().map(ToString::to_string).collect();
    kept.sort();
    expected.sort();
    assert_eq!(kept, expected);
}

#[test]
fn a_store_without_numbers_writes_the_same() {
    let iris = Iris::default();
    let numbered = store();
    let nameless = oxigraph::store::Store::new().unwrap();
    for quad in numbered.iter() {
        nameless.insert(&quad.unwrap()).unwrap();
    }
    let nameless = Statements::from(nameless);
    for provenance in [Provenance::None, Provenance::Articles, Provenance::Quotes] {
        let wanted = Wanted {
            ontology: true,
            provenance,
            ..Wanted::default()
        };
        for format in Format::all().filter(|format| format.family() == Family::Rdf) {
            let written = |store: &Statements| {
                let scope = Scope::new(store, &iris, &wanted).unwrap();
                let mut bytes = Vec::new();
                write_store(store, &iris, &scope, format, false, &mut bytes).unwrap();
                String::from_utf8(bytes).unwrap()
            };
            assert_eq!(written(&numbered), written(&nameless), "{format}");
        }
    }
}
