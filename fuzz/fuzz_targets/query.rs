//! Any words as the value of a parameter, as a query, as a file of one: a value stays a value, whatever
//! is written in it, and mistakes are told.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use ngoaivu::graph::ArticleFacts;
use ngoaivu::ontology::Ontology;
use ngoaivu::pipeline::Reader;
use ngoaivu::query::catalog::{Catalog, PrebuiltQuery};
use ngoaivu::query::names::Names;
use ngoaivu::query::parameters::bind;
use ngoaivu::query::run::{Answer, Runner};
use ngoaivu::rdf::{Iris, Mapping};
use ngoaivu_fuzz::read;
use oxigraph::store::Store;
use spargebra::SparqlParser;

const ARTICLE: &str = include_str!("../../examples/articles/02-hoi-nghi-ngoai-vu-21.txt");

static IRIS: LazyLock<Iris> = LazyLock::new(Iris::default);
static STORE: LazyLock<Store> = LazyLock::new(|| {
    let ontology = Ontology::embedded();
    let reader = Reader::new(ontology).expect("the cues that are compiled in");
    let mapping = Mapping::new(IRIS.clone(), &ontology.entries);
    let store = Store::new().expect("a store in memory");
    for article in read("a.txt", ARTICLE.as_bytes().to_vec()) {
        let facts = ArticleFacts::from(&reader.annotate(article));
        store.extend(mapping.article_quads(&facts)).expect("quads in memory");
    }
    store
});

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let runner = Runner::new(&STORE, &IRIS, None);
    match first {
        b'f' => {
            if let Ok(query) = runner.free(text) {
                assert!(!query.to_string().is_empty());
            }
        }
        b'q' => {
            let mut catalog = Catalog::default();
            if catalog.add("mine/a.rq", "a", text).is_ok() {
                let query = catalog.get("a").expect("what was added");
                let _ = query.parse(&IRIS);
            }
        }
        _ => bind_value(first, text, &runner),
    }
});

/// Gives `value` to one parameter of a prebuilt query, and the others their examples.
fn bind_value(which: u8, value: &str, runner: &Runner<'_>) {
    let catalog = Catalog::embedded().expect("the queries that are compiled in");
    let places: Vec<(&PrebuiltQuery, usize)> = catalog
        .iter()
        .flat_map(|query| (0..query.parameters.len()).map(move |index| (query, index)))
        .collect();
    let (query, index) = places[usize::from(which) % places.len()];
    let mut given = vec![(query.parameters[index].name.clone(), value.to_owned())];
    for (other, parameter) in query.parameters.iter().enumerate() {
        if other != index && parameter.required {
            let example = parameter.example.clone().unwrap_or_default();
            given.push((parameter.name.clone(), example));
        }
    }
    let names = Names::new(&STORE, &IRIS);
    let Ok(bindings) = bind(query, &given, &names, &IRIS) else {
        return;
    };
    let filled = runner.prebuilt(query, &bindings).expect("a query of the program's own");
    // Were a value more than a term, its text would read as another query.
    let written = filled.to_string();
    let read_again = SparqlParser::new().parse_query(&written).expect("a query as written");
    assert_eq!(read_again.to_string(), written);
    if let Answer::Rows(rows) = runner.run(filled).expect("an answer") {
        for row in rows {
            row.expect("a row");
        }
    }
}
