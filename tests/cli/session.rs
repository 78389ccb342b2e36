//! Queries of one's own, and sessions of questions.

use predicates::prelude::*;

use crate::program::{Desk, text};

const MEETING: &str =
    "Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ toàn quốc lần thứ 19 tại Hà Nội.\n";

const OWN: &str = "\
# name = \"names\"
# title = { vi = \"Tên\", en = \"Names\" }
# description = { vi = \"Tên của một loại.\", en = \"Names of a kind.\" }
#
# [[parameter]]
# name = \"entity\"
# type = \"entity\"
# required = true
# example = \"Hà Nội\"
# about = { vi = \"đối tượng\", en = \"the thing\" }

PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name WHERE { VALUES ?givenEntity { UNDEF } ?givenEntity skos:prefLabel ?name }
";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.file("hop.txt", MEETING);
    desk.ngoaivu(&["build", "-q", "hop.txt"]).assert().success();
    desk
}

#[test]
fn a_folder_of_queries_adds_to_the_prebuilt_ones() {
    let desk = desk();
    std::fs::create_dir(desk.path("mine")).expect("a writable folder");
    desk.file("mine/names.rq", OWN);
    desk.file("mine/notes.txt", "no query");
    desk.ngoaivu(&["queries", "--queries", "mine"])
        .assert()
        .success()
        .stdout(predicate::str::contains("\nnames").and(predicate::str::contains("\nposts")));
    let command = [
        "query",
        "names",
        "--queries",
        "mine",
        "--param",
        "entity=ha noi",
    ];
    desk.ngoaivu(&command)
        .assert()
        .success()
        .stdout("name\r\nHà Nội\r\n");
    desk.ngoaivu(&["query", "names"]).assert().code(2);
    desk.file(
        "mine/broken.rq",
        OWN.replace("SELECT", "SELEKT").replace("names", "broken"),
    );
    desk.ngoaivu(&command)
        .assert()
        .code(1)
        .stderr(predicate::str::contains("mine/broken.rq, line 13"));
    desk.ngoaivu(&["queries", "--queries", "nowhere"])
        .assert()
        .code(1)
        .stderr(predicate::str::contains("nowhere"));
}

#[test]
fn a_session_answers_line_by_line_and_survives_mistakes() {
    let desk = desk();
    let lines = "\
        .format csv\n\
        sources entity=\"Bộ Ngoại giao\"\n\
        SELECT ?name {\n ?x a nv:Event ; skos:prefLabel ?name\n}\n\
        nonsense\n\
        .timeout x\n\
        .explain ASK { ?s ?p ?o }\n\
        .queries\n\
        .quit\n\
        SELECT ?never { }\n";
    let output = desk
        .ngoaivu(&["query", "--interactive"])
        .env("XDG_STATE_HOME", desk.path("state"))
        .write_stdin(lines)
        .output()
        .expect("a finished run");
    let (told, said) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{said}");
    for answer in [
        "tổ chức Hội nghị",
        "Hội nghị Ngoại vụ toàn quốc lần thứ 19\r\n",
        "rows         ms  step",
        "posts  ",
    ] {
        assert!(told.contains(answer), "{answer} in {told}");
    }
    for mistake in ["there is no query `nonsense`", "write a number of seconds"] {
        assert!(said.contains(mistake), "{mistake} in {said}");
    }
    assert!(!told.contains("never"), "{told}");
}
