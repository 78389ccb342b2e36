//! Parts of the store as RDF, and the check of RDF against shapes.

use predicates::prelude::*;

use crate::program::{Desk, package, text};

const MEETING: &str =
    "Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ toàn quốc lần thứ 19 tại Hà Nội.\n";
const VISIT: &str =
    "Ngày 2/3/2019, đoàn tỉnh Hủa Phăn do Tỉnh trưởng dẫn đầu thăm tỉnh Thanh Hóa.\n";

/// A store of two articles.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.file("hop.txt", MEETING);
    desk.file("tham.txt", VISIT);
    desk.ngoaivu(&["build", "-q", "hop.txt", "tham.txt"])
        .assert()
        .success();
    desk
}

fn exported(desk: &Desk, options: &[&str]) -> String {
    let command = [&["export", "-q", "--format", "turtle"], options].concat();
    let output = desk.ngoaivu(&command).output().expect("a finished run");
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn an_article_an_entity_and_bare_triples_can_be_exported() {
    let desk = desk();
    let all = exported(&desk, &[]);
    let article = exported(&desk, &["--article", "hop"]);
    assert!(all.contains("<article/tham>") && article.contains("<article/hop>"));
    assert!(!article.contains("<article/tham>") && !article.contains("Thanh Hóa"));
    let about = exported(&desk, &["--about", "thanh hoa"]);
    assert!(about.contains("<article/tham>") && !about.contains("<article/hop>"));
    let bare = exported(&desk, &["--provenance", "none"]);
    assert!(
        bare.contains("nv:organizes") && !bare.contains("article/"),
        "{bare}"
    );
    let articles = exported(&desk, &["--provenance", "articles"]);
    assert!(!articles.contains("oa:exact") && articles.contains("prov:wasDerivedFrom"));
    assert!(exported(&desk, &["--rdf12"]).contains("rdf:reifies <<( "));
}

#[test]
fn what_is_not_there_or_makes_no_sense_is_wrong_usage() {
    let desk = desk();
    for (options, said) in [
        (
            &["--format", "turtle", "--about", "Thanh Hoà Hoá"][..],
            "nothing in the store is called",
        ),
        (
            &["--format", "turtle", "--article", "nowhere"],
            "there is no article `nowhere`",
        ),
        (
            &["--format", "graphml", "--provenance", "none"],
            "are for RDF formats",
        ),
        (&["--format", "jsonld", "--rdf12"], "has no RDF 1.2"),
        (
            &["--format", "nquads", "--canonical", "--rdf12"],
            "leave out --rdf12",
        ),
    ] {
        let command = [&["export"], options].concat();
        let run = desk.ngoaivu(&command).assert().code(2);
        run.stdout("").stderr(predicate::str::contains(said));
    }
}

#[test]
fn what_was_built_conforms_and_so_does_each_export_of_it() {
    let desk = desk();
    desk.ngoaivu(&["validate"])
        .assert()
        .success()
        .stdout(predicate::str::starts_with("conforms: "));
    for file in ["a.ttl", "a.trig", "a.nt", "a.nq", "a.rdf", "a.jsonld"] {
        desk.ngoaivu(&["export", "-q", "-o", file])
            .assert()
            .success();
        desk.ngoaivu(&["validate", file]).assert().success();
    }
}

#[test]
fn broken_graphs_are_told_with_exit_code_one() {
    let desk = Desk::new();
    let broken = package("tests/fixtures/shacl/names.ttl");
    let broken = broken.to_str().expect("a path in UTF-8");
    desk.ngoaivu(&["validate", broken])
        .assert()
        .code(1)
        .stdout(predicate::str::contains("skos:prefLabel: is missing"));
    desk.ngoaivu(&["validate", broken, "--format", "turtle"])
        .assert()
        .code(1)
        .stdout(predicate::str::contains("sh:conforms false"));
    desk.file(
        "shapes.ttl",
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <x:s> a sh:NodeShape ; sh:js [] .",
    );
    desk.ngoaivu(&["validate", broken, "--shapes", "shapes.ttl"])
        .assert()
        .code(1)
        .stderr(predicate::str::contains(
            "shapes.ttl: shape <x:s> uses sh:js, which is not supported",
        ));
    desk.file("broken.ttl", "<x:a> <x:p> \n .");
    desk.ngoaivu(&["validate", "broken.ttl"])
        .assert()
        .code(1)
        .stderr(predicate::str::contains("broken.ttl: "));
    desk.ngoaivu(&["validate", "a.docx"]).assert().code(1);
}

#[test]
fn the_ontology_is_owl_and_its_page_and_shapes_are_whole() {
    let desk = Desk::new();
    for (file, form, said) in [
        ("o.ttl", "turtle", "a owl:Ontology"),
        ("o.html", "html", "</html>"),
        ("s.ttl", "shapes", "a sh:NodeShape"),
    ] {
        desk.ngoaivu(&[
            "ontology",
            "--format",
            form,
            "-o",
            file,
            "--base-iri",
            "https://a.example/",
        ])
        .assert()
        .success();
        let written = text(&desk.bytes(file));
        assert!(
            written.contains(said) && written.contains("https://a.example/ontology#"),
            "{file}"
        );
        assert!(!written.contains("w3id.org/ngoaivu/"), "{file}");
    }
    // The shapes that are written are those that are checked.
    let broken = package("tests/fixtures/shacl/names.ttl");
    let broken = broken.to_str().expect("a path in UTF-8");
    desk.ngoaivu(&["ontology", "--format", "shapes", "-o", "own.ttl"])
        .assert()
        .success();
    let reports = [
        &["validate", broken][..],
        &["validate", broken, "--shapes", "own.ttl"],
    ]
    .map(|command| {
        text(
            &desk
                .ngoaivu(command)
                .output()
                .expect("a finished run")
                .stdout,
        )
    });
    assert_eq!(reports[0], reports[1]);
}
