//! Articles as quads and back; what SPARQL reaches.

use oxigraph::model::Quad;
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

use super::*;
use crate::graph::{ArticleFacts, fixture};
use crate::model::{EntityId, EntityType};

pub(super) fn mapping() -> Mapping {
    Mapping::new(Iris::default(), &[])
}

pub(super) fn rows(store: &Store, query: &str) -> Vec<Vec<String>> {
    const PREFIXES: &str = "PREFIX nv: <https://w3id.org/ngoaivu/ontology#>
        PREFIX org: <http://www.w3.org/ns/org#> PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
        PREFIX schema: <https://schema.org/> PREFIX qb: <http://purl.org/linked-data/cube#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ";
    let mut prepared = SparqlEvaluator::new()
        .parse_query(&format!("{PREFIXES}{query}"))
        .unwrap();
    prepared.dataset_mut().set_default_graph_as_union();
    let QueryResults::Solutions(solutions) = prepared.on_store(store).execute().unwrap() else {
        panic!("not a SELECT");
    };
    let variables = solutions.variables().to_vec();
    let mut rows: Vec<Vec<String>> = solutions
        .map(|solution| {
            let solution = solution.unwrap();
            let value = |v| {
                solution
                    .get(v)
                    .map_or_else(String::new, |t| plain(&t.to_string()))
            };
            variables.iter().map(value).collect()
        })
        .collect();
    rows.sort();
    rows
}

fn plain(term: &str) -> String {
    let inside = term.trim_matches(['<', '>']);
    inside
        .rsplit_once('"')
        .map_or(inside, |(value, _)| value)
        .trim_matches('"')
        .to_owned()
}

pub(super) fn store_of(articles: &[ArticleFacts]) -> Store {
    let store = Store::new().unwrap();
    for facts in articles {
        store.extend(mapping().article_quads(facts)).unwrap();
    }
    store
}

#[test]
fn sparql_reaches_article_offsets_and_quote_from_a_post() {
    let store = store_of(&[ArticleFacts::from(&fixture::conference())]);
    let found = rows(
        &store,
        "SELECT ?name ?title ?headline ?start ?quote WHERE {
           ?post a org:Membership ; org:member ?person ; org:organization ?body ;
                 nv:title ?title ; nv:evidence ?sentence .
           ?person rdfs:label ?name .
           ?sentence oa:exact ?quote ; oa:start ?start ; oa:hasSource ?article .
           ?article schema:headline ?headline }",
    );
    let quote =
        "Quyền Cục trưởng Lê Thu An cho biết các tỉnh đã ký 119 thỏa thuận năm 2020, tăng 20%.";
    assert_eq!(
        found,
        [[
            "Lê Thu An",
            "Quyền Cục trưởng",
            "Hội nghị ở Cần Thơ",
            "79",
            quote
        ]]
    );
}

#[test]
fn one_pattern_reaches_every_statement() {
    let store = store_of(&[ArticleFacts::from(&fixture::conference())]);
    let found = rows(
        &store,
        "SELECT ?predicate WHERE {
           ?statement rdf:predicate ?predicate ;
             rdf:subject|org:member|sem:hasActor ?subject ;
             rdf:object|org:organization|sem:hasPlace ?object ;
             nv:evidence/oa:hasSource ?article .
           ?subject ?predicate ?object . }",
    );
    assert_eq!(found.len(), 6);
}

#[test]
fn times_and_figures_can_be_filtered() {
    let store = store_of(&[ArticleFacts::from(&fixture::conference())]);
    let visits =
        "SELECT ?time WHERE { ?visit a sem:Event ; rdf:predicate nv:visits ; nv:time ?time ;
        nv:begin ?begin ; nv:end ?end
        FILTER(?begin <= '2022-12-31'^^xsd:date && ?end >= '2022-01-01'^^xsd:date) }";
    assert_eq!(rows(&store, visits), [["2022-03-26"]]);
    let figures = "SELECT ?value ?unit ?change ?time WHERE { ?figure a qb:Observation ;
        nv:value ?value ; nv:unit ?unit ; nv:change ?change ; nv:time ?time FILTER(?value > 100.5) }";
    assert_eq!(rows(&store, figures), [["119", "thỏa thuận", "20", "2020"]]);
}

#[test]
fn what_the_ontology_knows_is_not_said_again() {
    let facts = ArticleFacts::from(&fixture::conference());
    let chile = EntityId::new(EntityType::Country, "cl");
    let mut known = fixture::entry(&chile, "Chile");
    known.code = Some("CL".to_owned());
    let mapping = Mapping::new(Iris::default(), &[known]);
    let quads = mapping.article_quads(&facts);
    let node = mapping.iris().entity(&chile);
    let of_chile: Vec<&Quad> = quads
        .iter()
        .filter(|q| q.subject == node.clone().into())
        .collect();
    let properties: Vec<&str> = of_chile.iter().map(|q| q.predicate.as_str()).collect();
    assert_eq!(
        properties,
        [
            "https://w3id.org/ngoaivu/ontology#mentionedIn",
            "https://w3id.org/ngoaivu/ontology#visits"
        ]
    );
    assert_eq!(mapping.read_article(quads).unwrap(), facts);
}

#[test]
fn a_broken_graph_is_refused_by_name() {
    let facts = ArticleFacts::from(&fixture::conference());
    let mut quads = mapping().article_quads(&facts);
    quads.retain(|quad| quad.predicate.as_str() != "https://w3id.org/ngoaivu/ontology#value");
    let error = mapping().read_article(quads).unwrap_err().to_string();
    assert!(error.ends_with("has no value"), "{error}");
    assert_eq!(mapping().read_article([]), Err(UnreadableGraph::NoArticle));
}

#[test]
fn another_base_moves_everything_of_ours() {
    let iris = Iris::new("https://du-lieu.example/nv/").unwrap();
    let mapping = Mapping::new(iris, &[]);
    let facts = ArticleFacts::from(&fixture::conference());
    let quads = mapping.article_quads(&facts);
    assert!(
        quads
            .iter()
            .all(|quad| !quad.to_string().contains("w3id.org/ngoaivu"))
    );
    assert_eq!(mapping.read_article(quads).unwrap(), facts);
}
