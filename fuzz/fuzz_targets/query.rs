//! Any words as the value of a parameter, as a query, as a file of one: a value stays a value, whatever
//! is written in it, and mistakes are told.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use ngoaivu::graph::ArticleFacts;
use ngoaivu::ontology::Ontology;
use ngoaivu::pipeline::Reader;
use ngoaivu::query::catalog::{Catalog, ParameterKind, PrebuiltQuery};
use ngoaivu::query::names::Names;
use ngoaivu::query::parameters::bind;
use ngoaivu::query::run::{Answer, Runner};
use ngoaivu::rdf::{Iris, Mapping};
use ngoaivu::store::Statements;
use ngoaivu_fuzz::read;
use oxigraph::model::Literal;
use spargebra::SparqlParser;
use unicode_normalization::UnicodeNormalization;

/// A value that looks like nothing else in a query.
const PLAIN: &str = "giá trị thường";

const ARTICLE: &str = include_str!("../../examples/articles/02-hoi-nghi-ngoai-vu-21.txt");

static IRIS: LazyLock<Iris> = LazyLock::new(Iris::default);
static STORE: LazyLock<Statements> = LazyLock::new(|| {
    let ontology = Ontology::embedded();
    let reader = Reader::new(ontology).expect("the cues that are compiled in");
    let mapping = Mapping::new(IRIS.clone(), &ontology.entries);
    let mut quads = Vec::new();
    for article in read("a.txt", ARTICLE.as_bytes().to_vec()) {
        let facts = ArticleFacts::from(&reader.annotate(article));
        quads.extend(mapping.article_quads(&facts));
    }
    Statements::of(quads).expect("few quads")
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
    if query.parameters[index].kind == ParameterKind::Text {
        let term = Literal::new_simple_literal(value.trim().nfc().collect::<String>());
        given[0].1 = PLAIN.to_owned();
        let plain = bind(query, &given, &names, &IRIS).expect("a plain word is a value");
        let plain = runner.prebuilt(query, &plain).expect("a query of the program's own");
        // Were a value more than a term, the query would read otherwise.
        let wanted = plain.to_string().replace(&format!("\"{PLAIN}\""), &term.to_string());
        assert_eq!(read_again(&filled.to_string()), read_again(&wanted));
    }
    if let Answer::Rows(rows) = runner.run(filled).expect("an answer") {
        for row in rows {
            row.expect("a row");
        }
    }
}

/// A query as it stands after being written and read, with numbers for the names that the parser draws by
/// lot for what has none.
fn read_again(written: &str) -> String {
    let read = SparqlParser::new().parse_query(written);
    let text = read.expect("a query as written").to_string();
    let mut drawn = Vec::new();
    let mut parts = text.split('?');
    let mut numbered = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        numbered.push('?');
        let digits = part.find(|letter: char| !letter.is_ascii_hexdigit());
        let (name, rest) = part.split_at(digits.unwrap_or(part.len()));
        if name.len() < 24 {
            numbered.push_str(part);
            continue;
        }
        let known = drawn.iter().position(|other| *other == name);
        numbered.push_str(&known.unwrap_or(drawn.len()).to_string());
        drawn.extend(known.is_none().then_some(name));
        numbered.push_str(rest);
    }
    numbered
}
