//! Both backends hold and answer the same.

use oxigraph::model::{GraphName, Literal, NamedNode, NamedOrBlankNode, Term};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store as Oxigraph;
use proptest::prelude::*;

use super::*;

fn node(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("x:{name}"))
}

fn graph(number: usize) -> GraphName {
    match number {
        0 => GraphName::DefaultGraph,
        number => node(&format!("g{number}")).into(),
    }
}

fn term(number: usize) -> Term {
    let typed = |text: &str, datatype: &str| {
        let datatype = format!("http://www.w3.org/2001/XMLSchema#{datatype}");
        Literal::new_typed_literal(text, NamedNode::new_unchecked(datatype)).into()
    };
    match number {
        0 => Literal::new_simple_literal("tên").into(),
        1 => Literal::new_language_tagged_literal_unchecked("tên", "vi").into(),
        2 => typed("05", "integer"),
        3 => typed("5", "byte"),
        4 => typed("1.50", "decimal"),
        5 => typed("2025-02-30", "date"),
        6 => typed("1", "boolean"),
        number => node(&format!("n{number}")).into(),
    }
}

fn quads() -> impl Strategy<Value = Vec<Quad>> {
    let quad = (0..4_usize, 5..9_usize, 0..3_usize, 0..9_usize).prop_map(|(g, s, p, o)| {
        let subject = NamedOrBlankNode::from(node(&format!("n{s}")));
        Quad::new(subject, node(&format!("p{p}")), term(o), graph(g))
    });
    prop::collection::vec(quad, 0..60)
}

fn lines(statements: &Statements) -> Vec<String> {
    let quads = statements.iter();
    let mut lines: Vec<String> = quads.map(|quad| quad.unwrap().to_string()).collect();
    lines.sort();
    lines
}

/// What is read where it lies: all, and what is selected by subject and graph.
fn lines_in_place(statements: &Statements) -> [Vec<String>; 4] {
    let mut all = Vec::new();
    statements
        .each_quad(|quad| all.push(quad.to_string()))
        .unwrap();
    let selected = |subject: Option<&NamedNode>, graph: Option<&GraphName>| -> Vec<String> {
        let (subject, graph) = (subject.map(Into::into), graph.map(GraphName::as_ref));
        let selection = statements.select(subject, graph).unwrap();
        selection.iter().map(|quad| quad.to_string()).collect()
    };
    let of_subject = selected(Some(&node("n6")), None);
    let in_parts = statements.in_parts(
        Vec::new,
        |_, _| false,
        |found, _, quad| found.push(quad.to_string()),
    );
    let in_parts = in_parts.unwrap().concat();
    let of_graph = selected(None, Some(&graph(2)));
    let mut lines = [all, in_parts, of_subject, of_graph];
    lines.iter_mut().for_each(|lines| lines.sort());
    lines
}

/// The rows of a query on the union of all graphs, sorted.
fn answer(statements: &Statements, query: &str) -> Vec<String> {
    let query = SparqlEvaluator::new().parse_query(query);
    let mut prepared = query.unwrap();
    prepared.dataset_mut().set_default_graph_as_union();
    let Ok(QueryResults::Solutions(rows)) = statements.answer(prepared) else {
        panic!("no rows");
    };
    let mut rows: Vec<String> = rows.map(|row| format!("{:?}", row.unwrap())).collect();
    rows.sort();
    rows
}

const QUERIES: [&str; 9] = [
    "SELECT * { ?s <x:p0> ?o . ?o <x:p1> ?x }",
    "SELECT * { ?s ?p 5 }",
    "SELECT * { ?s ?p \"tên\" OPTIONAL { ?s <x:p2> ?o FILTER(?o > 1) } }",
    "SELECT ?o (COUNT(*) AS ?n) (SUM(?o) AS ?sum) { ?s <x:p1> ?o } GROUP BY ?o",
    "SELECT * { GRAPH ?g { ?s <x:p0> ?o } FILTER NOT EXISTS { GRAPH <x:g1> { ?s ?p ?o } } }",
    "SELECT * { GRAPH <x:g2> { ?s ?p ?o } }",
    "SELECT DISTINCT ?made { ?s ?p ?o BIND(CONCAT(STR(?o), \"-\") AS ?made) }",
    "SELECT * { ?s (<x:p0>|^<x:p1>)* ?o }",
    "SELECT * { VALUES ?o { 5 1.5 true \"tên\"@vi <x:n8> <x:nobody> } OPTIONAL { ?s ?p ?o } }",
];

proptest! {
    #[test]
    fn both_backends_answer_alike(
        first in quads(),
        replaced in quads(),
        removed in quads(),
        added in quads(),
    ) {
        let mut both = [Statements::default(), Oxigraph::new().unwrap().into()];
        for statements in &mut both {
            statements.add(first.clone(), None).unwrap();
            let one: Vec<Quad> = replaced
                .iter()
                .map(|quad| Quad { graph_name: graph(1), ..quad.clone() })
                .collect();
            statements.replace_graph(&node("g1"), &one).unwrap();
            statements.change(&removed, &added).unwrap();
        }
        let [table, oxigraph] = &both;
        // A graph is looked at before all are, and after.
        for _ in 0..2 {
            for number in 0..4 {
                let name = graph(number);
                let of = |statements: &Statements| -> Vec<String> {
                    let subject = node("n8");
                    let subject = Some(subject.as_ref().into());
                    let quads = statements.quads_for_pattern(subject, None, None, Some(name.as_ref()));
                    let mut lines: Vec<String> = quads.map(|quad| quad.unwrap().to_string()).collect();
                    lines.sort();
                    lines
                };
                prop_assert_eq!(of(table), of(oxigraph));
            }
            prop_assert_eq!(lines(table), lines(oxigraph));
            prop_assert_eq!(lines_in_place(table), lines_in_place(oxigraph));
        }
        for query in QUERIES {
            prop_assert_eq!(answer(table, query), answer(oxigraph, query), "{}", query);
        }
    }

    #[test]
    fn equal_statements_are_equal_bytes(quads in quads()) {
        let bytes = |quads: Vec<Quad>| {
            let mut out = bytes::Writer::new(Vec::new());
            let statements = Statements::of(quads).unwrap();
            statements.table().unwrap().write(&mut out).unwrap();
            out.finish().unwrap()
        };
        let written = bytes(quads.clone());
        prop_assert_eq!(&written, &bytes(quads.iter().rev().cloned().collect()));
        let read = table::Table::read(&mut bytes::Reader::new(&written)).unwrap();
        prop_assert_eq!(lines(&read.into()), lines(&Statements::of(quads).unwrap()));
    }
}
