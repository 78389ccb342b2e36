//! Every prebuilt query on a small store, and what free queries may and may not do.

use std::time::Duration;

use super::catalog::Catalog;
use super::fixture;
use super::names::Names;
use super::parameters::{ParameterError, bind};
use super::results::{ResultFormat, write_rows, write_truth};
use super::run::{Answer, QueryError, Runner};
use crate::model::EntityType;
use crate::rdf::Iris;
use crate::store::Statements;

/// A query, and the parameters with which it finds something in the fixture.
const CASES: [(&str, &[(&str, &str)]); 29] = [
    ("article", &[("article", "phong-van")]),
    ("career", &[("person", "Nguyễn An")]),
    ("cooperation", &[("party", "Phương Nam")]),
    // A party that nothing was merged into and that has no heir.
    ("cooperation", &[("party", "Nhật Bản")]),
    ("date-conflicts", &[]),
    (
        "delegations-received",
        &[
            ("place", "tỉnh Hoà An"),
            ("from", "2012-01"),
            ("to", "6/2012"),
        ],
    ),
    ("delegations-sent", &[("sender", "CHILE")]),
    (
        "documents",
        &[("issuer", "Ban Bí thư"), ("from", "2022"), ("to", "2022")],
    ),
    ("documents", &[("name", "ghi nhớ")]),
    // A body that took the place of another.
    ("documents", &[("issuer", "Ban Thường trực")]),
    ("editions", &[("series", "Hội nghị Ngoại vụ")]),
    ("editions", &[("series", "Gặp gỡ Đại sứ")]),
    (
        "events-by-organizer",
        &[
            ("organizer", "Cục Ngoại vụ"),
            ("from", "2022"),
            ("to", "2022"),
        ],
    ),
    ("events-by-organizer", &[("organizer", "Bộ Đối ngoại")]),
    ("events-in-period", &[("from", "2020"), ("to", "2022-03")]),
    ("events-in-place", &[("place", "Hoa An")]),
    ("events-with-partner", &[("partner", "Hàn Quốc")]),
    ("figure-conflicts", &[]),
    ("figures", &[("measure", "thỏa thuận")]),
    ("participants", &[("event", "Hội nghị Ngoại vụ lần thứ 19")]),
    ("partner-coverage", &[]),
    (
        "posts",
        &[("body", "Cục Ngoại vụ"), ("title", "cục trưởng")],
    ),
    ("posts", &[("body", "Việt Nam"), ("on", "2024-06-01")]),
    ("products", &[("market", "Nhật Bản")]),
    ("province-succession", &[("province", "VN-98")]),
    ("repeats", &[("article", "hoi-nghi")]),
    (
        "shared-partners",
        &[("first", "Hòa An"), ("second", "Thượng Du")],
    ),
    ("sources", &[("entity", "Chile")]),
    ("statements", &[("entity", "Thượng Du")]),
];

fn given(parameters: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |text: &str| text.to_owned();
    parameters
        .iter()
        .map(|(name, value)| (owned(name), owned(value)))
        .collect()
}

/// The answer to a prebuilt query as a table, with the number of rows.
fn ask(store: &Statements, name: &str, parameters: &[(&str, &str)]) -> (String, usize) {
    let iris = Iris::default();
    let query = Catalog::embedded().unwrap().get(name).unwrap();
    let names = Names::new(store, &iris);
    let bindings = bind(query, &given(parameters), &names, &iris).unwrap();
    let runner = Runner::new(store, &iris, None);
    let answer = runner
        .run(runner.prebuilt(query, &bindings).unwrap())
        .unwrap();
    let Answer::Rows(rows) = answer else {
        panic!("{name} is no SELECT");
    };
    let mut table = Vec::new();
    let count = write_rows(rows, ResultFormat::Table, &iris, None, &mut table).unwrap();
    (String::from_utf8(table).unwrap(), count)
}

#[test]
fn every_prebuilt_query_answers() {
    let store = fixture::store();
    for query in Catalog::embedded().unwrap().iter() {
        assert!(
            CASES.iter().any(|(name, _)| *name == query.name),
            "no case for {}",
            query.name
        );
    }
    for (number, (name, parameters)) in CASES.iter().enumerate() {
        let (table, count) = ask(&store, name, parameters);
        assert!(count > 0, "{name} finds nothing");
        let earlier = CASES[..number]
            .iter()
            .filter(|(other, _)| other == name)
            .count();
        let suffix = if earlier > 0 {
            format!("-{}", earlier + 1)
        } else {
            String::new()
        };
        let shown: Vec<String> = parameters.iter().map(|(k, v)| format!("{k}={v}")).collect();
        insta::with_settings!({ description => shown.join(", "), omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}{suffix}"), table);
        });
    }
}

/// Figures and documents of nobody are not those of a thing that took in others.
#[test]
fn what_is_of_nobody_is_not_of_an_heir() {
    let store = fixture::store();
    let figures = |owner| ask(&store, "figures", &[("measure", "dự án"), owner]).1;
    assert_eq!(figures(("owner", "Thượng Du")), 2);
    let figures = [("measure", "thỏa thuận"), ("owner", "Phương Nam")];
    assert_eq!(ask(&store, "figures", &figures).1, 0);
    let memos = [("name", "ghi nhớ"), ("issuer", "Ban Thường trực")];
    assert_eq!(ask(&store, "documents", &memos).1, 0);
}

#[test]
fn rows_about_statements_carry_their_source() {
    for query in Catalog::embedded().unwrap().iter() {
        let tells_sources = query.text.contains("oa:exact") && query.text.contains("uote");
        assert!(
            tells_sources || ["province-succession", "repeats"].contains(&query.name.as_str()),
            "{}",
            query.name
        );
    }
}

fn refusal(name: &str, parameters: &[(&str, &str)]) -> String {
    let (store, iris) = (fixture::store(), Iris::default());
    let query = Catalog::embedded().unwrap().get(name).unwrap();
    let names = Names::new(&store, &iris);
    match bind(query, &given(parameters), &names, &iris) {
        Err(ParameterError::Storage(error)) => panic!("{error}"),
        Err(error) => error.to_string(),
        Ok(_) => panic!("{parameters:?} passed"),
    }
}

#[test]
fn wrong_parameters_are_refused_with_advice() {
    let refusals = [
        refusal("posts", &[]),
        refusal("posts", &[("bodi", "Cục Ngoại vụ")]),
        refusal("posts", &[("body", "Cục Ngoai"), ("title", "x")]),
        refusal("posts", &[("body", "Cục Ngoại vụ"), ("body", "Ban Bí thư")]),
        refusal("posts", &[("body", "\" } DROP ALL")]),
        refusal("events-in-period", &[("from", "hôm qua"), ("to", "2020")]),
    ];
    insta::assert_snapshot!(refusals.join("\n"));
}

#[test]
fn names_are_found_as_people_write_them() {
    let (store, iris) = (fixture::store(), Iris::default());
    let names = Names::new(&store, &iris);
    let found = |text: &str, kind: EntityType| -> Vec<String> {
        let entities = names.find(text, &[kind]).unwrap();
        entities.into_iter().map(|entity| entity.id.0).collect()
    };
    let province = ["province/hoà-an"];
    for text in [
        "Hòa An",
        "hoà an",
        "tỉnh Hòa An",
        "HA",
        "Peace",
        "VN-98",
        "Hoa An",
        "province/hoà-an",
    ] {
        assert_eq!(found(text, EntityType::Province), province, "{text}");
    }
    assert_eq!(
        found(
            "https://w3id.org/ngoaivu/id/province/hoà-an",
            EntityType::Province
        ),
        province
    );
    // Two units share a code, and both are meant.
    assert_eq!(
        found("VN-97", EntityType::Province),
        ["province/biển-đông", "province/phương-nam"]
    );
    assert!(found("Hòa An", EntityType::Country).is_empty());
    assert!(found("Hóa An", EntityType::Province).is_empty());
    assert!(found("", EntityType::Province).is_empty());
}

fn free(text: &str, timeout: Option<Duration>) -> Result<String, QueryError> {
    let (store, iris) = (fixture::store(), Iris::default());
    let runner = Runner::new(&store, &iris, timeout);
    let mut bytes = Vec::new();
    match runner.run(runner.free(text)?)? {
        Answer::Rows(rows) => {
            let rows = rows.collect::<Result<Vec<_>, _>>()?;
            bytes.extend(rows.len().to_string().bytes());
        }
        Answer::Truth(truth) => write_truth(truth, ResultFormat::Json, &mut bytes).unwrap(),
        Answer::Graph(triples) => bytes.extend(triples.len().to_string().bytes()),
    }
    Ok(String::from_utf8(bytes).unwrap())
}

#[test]
fn free_queries_see_all_graphs_and_know_the_prefixes() {
    assert_eq!(
        free(
            "SELECT DISTINCT ?g { GRAPH ?g { ?s a schema:NewsArticle } }",
            None
        )
        .unwrap(),
        "5"
    );
    let ask = "ASK { ?e nv:organizes ?x . ?x a nv:Event }";
    assert_eq!(free(ask, None).unwrap(), "{\"head\":{},\"boolean\":true}\n");
    let build = "CONSTRUCT { ?a nv:visits ?b } WHERE { ?v sem:hasActor ?a ; sem:hasPlace ?b }";
    assert_eq!(free(build, None).unwrap(), "3");
}

#[test]
fn free_queries_only_read() {
    for update in [
        "DELETE WHERE { ?s ?p ?o }",
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "CLEAR ALL",
    ] {
        assert!(
            matches!(free(update, None), Err(QueryError::Update)),
            "{update}"
        );
    }
    let service = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }";
    assert!(matches!(free(service, None), Err(QueryError::Service)));
    let Err(QueryError::Syntax(error)) = free("SELECT *\nWHERE { ?s ?p", None) else {
        panic!("a half query passed");
    };
    assert_eq!((error.line, error.column), (2, 14));
}

#[test]
fn long_queries_are_stopped() {
    let endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    let limit = Duration::from_millis(50);
    assert!(matches!(
        free(endless, Some(limit)),
        Err(QueryError::Timeout(_))
    ));
}

#[test]
fn standard_formats_are_written() {
    let (store, iris) = (fixture::store(), Iris::default());
    let runner = Runner::new(&store, &iris, None);
    let text = "SELECT ?name ?value { ?f nv:value ?value ; nv:figureOf/skos:prefLabel ?name } ORDER BY ?value";
    let mut all = String::new();
    for format in ["csv", "tsv", "json", "xml", "md"] {
        let Answer::Rows(rows) = runner.run(runner.free(text).unwrap()).unwrap() else {
            panic!("no rows");
        };
        let mut bytes = Vec::new();
        let count = write_rows(rows, format.parse().unwrap(), &iris, None, &mut bytes).unwrap();
        assert_eq!(count, 2);
        all += &format!("{format}:\n{}\n", String::from_utf8(bytes).unwrap());
    }
    insta::assert_snapshot!(all);
    assert!("word".parse::<ResultFormat>().is_err());
}

#[test]
fn words_of_an_article_are_no_formulas() {
    let (store, iris) = (fixture::store(), Iris::default());
    let runner = Runner::new(&store, &iris, None);
    let text = r#"SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) { ("=HYPERLINK(\"http://a\",\"b\")" "@A1" -5 "a=1") } }"#;
    let written = |format: ResultFormat| {
        let Answer::Rows(rows) = runner.run(runner.free(text).unwrap()).unwrap() else {
            panic!("no rows");
        };
        let mut bytes = Vec::new();
        write_rows(rows, format, &iris, None, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    let row = "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\",'@A1,-5,a=1";
    assert_eq!(written(ResultFormat::Csv).lines().nth(1), Some(row));
    assert!(written(ResultFormat::Json).contains("\"=HYPERLINK("));
}

#[test]
fn the_plan_shows_rows_and_steps() {
    let (store, iris) = (fixture::store(), Iris::default());
    let runner = Runner::new(&store, &iris, None);
    let query = runner
        .free("SELECT ?who { ?post org:member ?who ; nv:title ?title }")
        .unwrap();
    let plan = runner.explain(query).unwrap();
    assert!(plan.contains("nv:title") && plan.contains("rows"), "{plan}");
}
