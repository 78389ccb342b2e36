//! The shapes hold of what the program writes and catch what it never would; each constraint does its job.

use std::path::Path;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Graph;

use super::parse::read_shapes;
use super::*;
use crate::graph::{ArticleFacts, fixture};
use crate::rdf::{Iris, Mapping, entity_quads, software_quads};
use crate::store::Statements;

const PREFIXES: &str = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n\
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix : <x:> .\n";

fn store(turtle: &str) -> Statements {
    let text = format!("{PREFIXES}{turtle}");
    let quads = RdfParser::from_format(RdfFormat::Turtle).for_slice(&text);
    Statements::of(quads.map(Result::unwrap)).unwrap()
}

fn shapes(turtle: &str) -> Result<Shapes, ShapeError> {
    let text = format!("{PREFIXES}{turtle}");
    let mut graph = Graph::new();
    for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(&text) {
        graph.insert(&oxigraph::model::Triple::from(quad.unwrap()));
    }
    read_shapes(&graph)
}

/// The nodes that break a shape on `:p` of all that is `:T`, and why.
#[track_caller]
fn broken(constraint: &str, data: &str) -> Vec<String> {
    let shape = format!(
        "[] a sh:NodeShape ; sh:targetClass :T ; sh:property [ sh:path :p ; {constraint} ] ."
    );
    let report = validate(&store(data), &shapes(&shape).unwrap()).unwrap();
    let found = report.violations.iter();
    found
        .map(|v| {
            format!(
                "{} {}",
                v.focus,
                v.component.replace("ConstraintComponent", "")
            )
        })
        .collect()
}

#[test]
fn what_the_program_writes_conforms() {
    let iris = Iris::default();
    let mapping = Mapping::new(iris.clone(), &[]);
    let mut quads = Vec::new();
    for annotated in [fixture::conference(), fixture::appointment()] {
        let facts = ArticleFacts::from(&annotated);
        for (id, entity) in &facts.entities {
            quads.extend(entity_quads(&iris, id, &entity.name));
        }
        quads.extend(mapping.article_quads(&facts));
        quads.extend(software_quads(&iris, &facts.software));
    }
    let data = Statements::of(quads).unwrap();
    let report = validate(&data, &own_shapes(&iris).unwrap()).unwrap();
    assert!(report.conforms(), "{}", report_text(&report, &iris));
    assert!(report.nodes > 20 && report.shapes > 15);
}

#[test]
fn the_shapes_move_with_the_base() {
    let iris = Iris::new("https://a.example/x/").unwrap();
    let facts = ArticleFacts::from(&fixture::conference());
    let quads = Mapping::new(iris.clone(), &[]).article_quads(&facts);
    let data = Statements::of(quads).unwrap();
    // Without the graph of entities nothing has its type.
    let report = validate(&data, &own_shapes(&iris).unwrap()).unwrap();
    assert!(
        report
            .violations
            .iter()
            .any(|v| v.component == "OrConstraintComponent")
    );
}

#[test]
fn broken_graphs_are_caught_where_they_are_broken() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/shacl");
    let iris = Iris::default();
    let shapes = own_shapes(&iris).unwrap();
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let mut found = String::new();
    for file in files {
        let data = read_data(std::slice::from_ref(&file), &iris).unwrap();
        let report = validate(&data, &shapes).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        assert_eq!(report.conforms(), name.starts_with("good"), "{name}");
        found.push_str(&format!("== {name}\n{}", report_text(&report, &iris)));
    }
    insta::assert_snapshot!(found);
}

#[test]
fn counts_types_and_kinds_are_checked() {
    let data = ":a a :T . :b a :T ; :p 1, 2 . :c a :T ; :p \"x\"@vi . :d a :T ; :p :a . :e a :T ; :p \"2x\"^^xsd:integer .";
    assert_eq!(broken("sh:minCount 1", data), ["<x:a> MinCount"]);
    assert_eq!(broken("sh:maxCount 1", data), ["<x:b> MaxCount"]);
    assert_eq!(
        broken("sh:datatype xsd:integer", data),
        ["<x:c> Datatype", "<x:d> Datatype", "<x:e> Datatype"]
    );
    assert_eq!(broken("sh:nodeKind sh:Literal", data), ["<x:d> NodeKind"]);
    assert_eq!(broken("sh:languageIn ( \"vi\" )", data).len(), 4);
    assert_eq!(
        broken("sh:class :T", data),
        ["<x:b> Class", "<x:b> Class", "<x:c> Class", "<x:e> Class"]
    );
}

#[test]
fn subclasses_count() {
    let data = ":U rdfs:subClassOf :V . :V rdfs:subClassOf :T . :a a :U ; :p :b . :b a :V .";
    assert!(broken("sh:class :T", data).is_empty());
    assert_eq!(broken("sh:minCount 1", data), ["<x:b> MinCount"]);
}

#[test]
fn values_are_compared_as_what_they_are() {
    let data = ":a a :T ; :p 9.5 ; :q 10 . :b a :T ; :p \"2024-02-01\"^^xsd:date ; :q \"2024-01-31\"^^xsd:date . \
                :c a :T ; :p \"Đà\" .";
    assert_eq!(broken("sh:minInclusive 10", data).len(), 3);
    assert_eq!(
        broken("sh:maxExclusive 9.6", data),
        ["<x:b> MaxExclusive", "<x:c> MaxExclusive"]
    );
    assert_eq!(broken("sh:lessThan :q", data), ["<x:b> LessThan"]);
    assert_eq!(broken("sh:maxLength 2", data).len(), 2);
    assert_eq!(broken("sh:pattern \"^đ\" ; sh:flags \"i\"", data).len(), 2);
    assert_eq!(broken("sh:in ( 9.5 \"Đà\" )", data), ["<x:b> In"]);
    assert_eq!(broken("sh:hasValue \"Đà\"", data).len(), 2);
    assert_eq!(broken("sh:equals :q", data).len(), 5);
    assert!(broken("sh:disjoint :q", data).is_empty());
}

#[test]
fn shapes_can_be_combined() {
    let data = ":a a :T ; :p 1 . :b a :T ; :p \"x\" . :c a :T ; :p :a .";
    let or = "sh:or ( [ sh:datatype xsd:integer ] [ sh:datatype xsd:string ] )";
    assert_eq!(broken(or, data), ["<x:c> Or"]);
    assert_eq!(broken("sh:not [ sh:nodeKind sh:IRI ]", data), ["<x:c> Not"]);
    let and = "sh:and ( [ sh:nodeKind sh:Literal ] [ sh:minLength 1 ] )";
    assert_eq!(broken(and, data), ["<x:c> And"]);
    let xone = "sh:xone ( [ sh:nodeKind sh:Literal ] [ sh:datatype xsd:string ] )";
    assert_eq!(broken(xone, data), ["<x:b> Xone", "<x:c> Xone"]);
}

#[test]
fn paths_lead_back_and_through() {
    let shape = "[] a sh:NodeShape ; sh:targetNode :z ; sh:property [ \
                 sh:path ( [ sh:inversePath :p ] [ sh:alternativePath ( :q :r ) ] ) ; sh:minCount 3 ] .";
    let data = ":a :p :z ; :q 1 ; :r 2 . :b :p :z ; :q 3 .";
    let report = validate(&store(data), &shapes(shape).unwrap()).unwrap();
    assert!(report.conforms());
    let report = validate(&store(":a :p :z ; :q 1 ."), &shapes(shape).unwrap()).unwrap();
    let text = report_text(&report, &Iris::default());
    assert!(
        text.contains("^<x:p>/<x:q>|<x:r>: needs at least 3 values"),
        "{text}"
    );
    let star = "[] a sh:NodeShape ; sh:targetNode :a ; sh:property [ \
                sh:path [ sh:zeroOrMorePath :p ] ; sh:maxCount 3 ] .";
    let circle = store(":a :p :b . :b :p :c . :c :p :a .");
    assert!(
        validate(&circle, &shapes(star).unwrap())
            .unwrap()
            .conforms()
    );
}

#[test]
fn closed_shapes_name_the_stranger() {
    let shape = "[] a sh:NodeShape ; sh:targetNode :a ; sh:closed true ; sh:ignoredProperties ( :q ) ; \
                 sh:property [ sh:path :p ] .";
    let report = validate(&store(":a :p 1 ; :q 2 ; :r 3 ."), &shapes(shape).unwrap()).unwrap();
    assert_eq!(report.violations.len(), 1);
    assert_eq!(report.violations[0].component, "ClosedConstraintComponent");
}

#[test]
fn what_is_not_supported_is_refused_by_name() {
    let error = shapes(":s a sh:NodeShape ; sh:sparql [ sh:select \"\" ] .").unwrap_err();
    assert_eq!(
        error.to_string(),
        "shape <x:s> uses sh:sparql, which is not supported"
    );
    let error = shapes(":s a sh:NodeShape ; sh:minCount \"many\" .").unwrap_err();
    assert!(error.to_string().contains("sh:minCount"), "{error}");
    assert_eq!(shapes(":s a :T .").unwrap_err(), ShapeError::Empty);
    let path = shapes(":s a sh:PropertyShape ; sh:path [ :x 1 ] .").unwrap_err();
    assert!(matches!(path, ShapeError::Path(_)));
}

#[test]
fn shapes_in_a_circle_come_to_an_end() {
    let shape = ":s a sh:NodeShape ; sh:targetNode :a ; sh:property [ sh:path :p ; sh:node :s ] .";
    let data = store(":a :p :b . :b :p :a .");
    assert!(validate(&data, &shapes(shape).unwrap()).unwrap().conforms());
}
