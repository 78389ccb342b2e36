//! What is written reads back as it was, by other implementations too, and keeps its form.

use std::collections::HashSet;

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfParser};
use oxigraph::model::{GraphName, Literal, NamedNode, Quad, Triple};
use proptest::prelude::*;
use sophia::api::prelude::*;
use sophia::api::quad::Spog;
use sophia::api::term::SimpleTerm;
use sophia::isomorphism::{isomorphic_datasets, isomorphic_graphs};
use sophia::turtle::parser::{nq, nt, trig, turtle};

use super::canonical::write_canonical;
use super::*;
use crate::graph::{ArticleFacts, KnowledgeGraph, fixture};
use crate::rdf::{Iris, Mapping, entity_quads};
use crate::store::Statements;

fn facts() -> [ArticleFacts; 2] {
    [fixture::conference(), fixture::appointment()].map(|article| ArticleFacts::from(&article))
}

fn graph() -> KnowledgeGraph {
    let mut graph = KnowledgeGraph::new();
    for facts in &facts() {
        graph.add(facts);
    }
    graph
}

fn quads() -> Vec<Quad> {
    let iris = Iris::default();
    let mapping = Mapping::new(iris.clone(), &[]);
    let articles = facts();
    let mut quads: Vec<Quad> = articles
        .iter()
        .flat_map(|f| mapping.article_quads(f))
        .collect();
    for view in graph().nodes() {
        quads.extend(entity_quads(&iris, &view.node.id, view.node.name()));
    }
    quads
}

fn written(quads: &[Quad], format: Format) -> String {
    let mut bytes = Vec::new();
    write_rdf(quads.to_vec(), format, &Iris::default(), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

type SophiaGraph = HashSet<[SimpleTerm<'static>; 3]>;
type SophiaDataset = HashSet<Spog<SimpleTerm<'static>>>;

#[track_caller]
fn assert_sophia_reads_back(quads: &[Quad]) {
    let lines = |quads: &[Quad]| -> String { quads.iter().map(|q| format!("{q} .\n")).collect() };
    let triples: Vec<Quad> = quads
        .iter()
        .cloned()
        .map(|q| Triple::from(q).in_graph(GraphName::DefaultGraph))
        .collect();
    let graph: SophiaGraph = nt::parse_str(&lines(&triples)).collect_triples().unwrap();
    let dataset: SophiaDataset = nq::parse_str(&lines(quads)).collect_quads().unwrap();

    let text = written(quads, Format::Turtle);
    let read: SophiaGraph = turtle::parse_str(&text).collect_triples().expect(&text);
    assert!(isomorphic_graphs(&graph, &read).unwrap(), "Turtle:\n{text}");
    let read: SophiaGraph = nt::parse_str(&written(quads, Format::NTriples))
        .collect_triples()
        .unwrap();
    assert!(isomorphic_graphs(&graph, &read).unwrap(), "N-Triples");
    let text = written(quads, Format::Trig);
    let read: SophiaDataset = trig::parse_str(&text).collect_quads().expect(&text);
    assert!(
        isomorphic_datasets(&dataset, &read).unwrap(),
        "TriG:\n{text}"
    );
    let read: SophiaDataset = nq::parse_str(&written(quads, Format::NQuads))
        .collect_quads()
        .unwrap();
    assert!(isomorphic_datasets(&dataset, &read).unwrap(), "N-Quads");
}

#[test]
fn sophia_reads_what_we_wrote() {
    assert_sophia_reads_back(&quads());
}

#[test]
fn turtle_is_laid_out_for_people() {
    insta::assert_snapshot!(written(&quads(), Format::Turtle));
}

#[test]
fn trig_has_a_block_for_each_article() {
    insta::assert_snapshot!(written(&quads(), Format::Trig));
}

#[test]
fn jsonld_has_a_compact_context() {
    insta::assert_snapshot!(written(&quads(), Format::JsonLd));
}

#[test]
fn other_formats_read_back_with_oxigraph() {
    let sorted = |mut lines: Vec<String>| {
        lines.sort();
        lines.dedup();
        lines
    };
    let profile = JsonLdProfileSet::empty();
    let expected = sorted(quads().iter().map(ToString::to_string).collect());
    let text = written(&quads(), Format::JsonLd);
    let read = RdfParser::from_format(RdfFormat::JsonLd { profile }).for_slice(&text);
    assert_eq!(
        sorted(read.map(|quad| quad.unwrap().to_string()).collect()),
        expected
    );

    let expected = sorted(
        quads()
            .into_iter()
            .map(|q| Triple::from(q).to_string())
            .collect(),
    );
    let text = written(&quads(), Format::RdfXml);
    let read = RdfParser::from_format(RdfFormat::RdfXml).for_slice(&text);
    assert_eq!(
        sorted(read.map(|q| Triple::from(q.unwrap()).to_string()).collect()),
        expected
    );
}

#[test]
fn order_of_statements_never_shows() {
    let mut reversed = quads();
    reversed.reverse();
    reversed.extend(quads());
    for format in Format::all().filter(|format| format.family() == Family::Rdf) {
        assert_eq!(
            written(&quads(), format),
            written(&reversed, format),
            "{format}"
        );
    }
}

#[test]
fn canonical_form_is_that_of_sorted_lines_when_nothing_is_blank() {
    for format in [Format::NQuads, Format::NTriples] {
        let mut canonical = Vec::new();
        let report = write_canonical(quads(), format, &mut canonical).unwrap();
        assert_eq!(
            String::from_utf8(canonical).unwrap(),
            written(&quads(), format)
        );
        assert_eq!(report.statements, written(&quads(), format).lines().count());
        assert_eq!(report.hash.len(), 64);
    }
}

proptest! {
    #[test]
    fn hostile_literals_survive(value in ".{0,30}", lexical in "[-+.0-9eE]{0,6}", path in "[a-z:./#%?é-]{1,12}") {
        let iris = Iris::default();
        let node = |iri: &str| NamedNode::new(iri);
        let Ok(subject) = node(&format!("{}{path}", iris.base())) else { return Ok(()); };
        let xsd = |name: &str| NamedNode::new_unchecked(format!("http://www.w3.org/2001/XMLSchema#{name}"));
        let literals = [
            Literal::new_simple_literal(&value),
            Literal::new_language_tagged_literal_unchecked(&value, "vi"),
            Literal::new_typed_literal(&lexical, xsd("decimal")),
            Literal::new_typed_literal(&lexical, xsd("integer")),
            Literal::new_typed_literal(&lexical, xsd("boolean")),
            Literal::new_typed_literal(&value, iris.term("x")),
        ];
        let quads: Vec<Quad> = literals
            .into_iter()
            .map(|literal| Quad::new(subject.clone(), iris.term("value"), literal, subject.clone()))
            .collect();
        // The store knows numbers and truth values by value, not by spelling.
        let store = Statements::of(quads).unwrap();
        let quads: Vec<Quad> = store.iter().map(Result::unwrap).collect();
        let expected: HashSet<String> = quads.iter().map(ToString::to_string).collect();
        let profile = JsonLdProfileSet::empty();
        for (format, parser) in [(Format::Trig, RdfFormat::TriG), (Format::JsonLd, RdfFormat::JsonLd { profile })] {
            let text = written(&quads, format);
            let read = RdfParser::from_format(parser).for_slice(&text);
            let read: Result<HashSet<String>, _> = read.map(|quad| quad.map(|q| q.to_string())).collect();
            prop_assert_eq!(read.expect(&text), expected.clone(), "{}", text);
        }
        let triples: HashSet<String> = quads.into_iter().map(|quad| Triple::from(quad).to_string()).collect();
        let whole: Vec<Quad> = literals_of(&triples);
        let mut bytes = Vec::new();
        match write_rdf(whole, Format::RdfXml, &iris, &mut bytes) {
            Ok(_) => {
                let read = RdfParser::from_format(RdfFormat::RdfXml).for_slice(&bytes);
                let read: Result<HashSet<String>, _> =
                    read.map(|quad| quad.map(|q| Triple::from(q).to_string())).collect();
                prop_assert_eq!(read.unwrap(), triples);
            }
            Err(error) => prop_assert!(error.to_string().contains("RDF/XML cannot hold U+"), "{}", error),
        }
    }
}

fn literals_of(triples: &HashSet<String>) -> Vec<Quad> {
    let lines: String = triples
        .iter()
        .map(|triple| format!("{triple} .\n"))
        .collect();
    let read = RdfParser::from_format(RdfFormat::NTriples).for_slice(&lines);
    read.map(Result::unwrap).collect()
}
