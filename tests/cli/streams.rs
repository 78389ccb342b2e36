//! What goes where: data to standard output, the rest to standard error, and nobody need listen.

use std::process::{Command, Stdio};

use predicates::prelude::*;

use crate::program::{Desk, package, text};

const MEETING: &str =
    "Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ toàn quốc lần thứ 19 tại Hà Nội.\n";

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let examples = package("examples/articles");
    let examples = examples.to_str().expect("a path in UTF-8");
    for command in [
        &["queries"][..],
        &["man"],
        &["--help"],
        &["completions", "zsh"],
        &["annotate", examples],
        &["stats", "--from", examples],
        &["export", "--format", "turtle", "--from", examples],
        &["query", "-e", "SELECT * { ?s ?p ?o }", "--from", examples],
    ] {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("ngoaivu"))
            .args(command)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a started run");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("a finished run");
        let message = text(&output.stderr);
        assert!(output.status.success(), "{command:?}: {message}");
        assert!(!message.contains("error"), "{command:?}: {message}");
    }
}

#[test]
fn quiet_leaves_errors_only() {
    let desk = Desk::new();
    desk.file("tin.txt", MEETING);
    desk.file("empty.txt", "");
    desk.ngoaivu(&["build", "-q", "tin.txt", "empty.txt"])
        .assert()
        .success()
        .stderr("");
    desk.ngoaivu(&["export", "-q", "-o", "graph.ttl"])
        .assert()
        .success()
        .stdout("")
        .stderr("");
    let run = desk
        .ngoaivu(&["stats", "-q", "--store", "none.store"])
        .assert()
        .code(1);
    run.stderr(predicate::str::starts_with(
        "error: there is no store at none.store",
    ));
}

#[test]
fn no_bar_and_no_colour_outside_a_terminal() {
    let desk = Desk::new();
    desk.file("tin.txt", MEETING);
    for command in [&["build", "tin.txt"][..], &["query", "posts"], &["--help"]] {
        let output = desk.ngoaivu(command).output().expect("a finished run");
        for bytes in [&output.stdout, &output.stderr] {
            assert!(
                !bytes.contains(&0x1b) && !bytes.contains(&b'\r'),
                "{command:?}"
            );
        }
    }
}

#[test]
fn an_answer_comes_in_the_format_asked_for() {
    let desk = Desk::new();
    desk.file("tin.txt", MEETING);
    desk.ngoaivu(&["build", "tin.txt"]).assert().success();
    let names =
        "SELECT DISTINCT ?name { ?x a nv:Event ; nv:mentionedIn [] ; skos:prefLabel ?name }";
    let wanted = [
        (None, "name\nHội nghị Ngoại vụ toàn quốc lần thứ 19\n"),
        (
            Some("csv"),
            "name\nHội nghị Ngoại vụ toàn quốc lần thứ 19\n",
        ),
        (
            Some("tsv"),
            "?name\n\"Hội nghị Ngoại vụ toàn quốc lần thứ 19\"@vi\n",
        ),
    ];
    for (format, answer) in wanted {
        let mut command = desk.ngoaivu(&["query", "-e", names]);
        if let Some(format) = format {
            command.args(["--format", format]);
        }
        // Line ends of CSV are those of its standard.
        let output = command.output().expect("a finished run");
        assert_eq!(
            text(&output.stdout).replace("\r\n", "\n"),
            answer,
            "{format:?}"
        );
    }
    let graph =
        "CONSTRUCT { ?x skos:prefLabel ?name } WHERE { ?x a nv:Event ; skos:prefLabel ?name }";
    let run = desk.ngoaivu(&["query", "-e", graph]).assert().success();
    run.stdout(predicate::str::contains(
        "skos:prefLabel \"Hội nghị Ngoại vụ",
    ));
    desk.ngoaivu(&["query", "-e", graph, "--format", "csv"])
        .assert()
        .code(2);
    desk.ngoaivu(&["query", "-e", names, "--format", "turtle"])
        .assert()
        .code(2);
    desk.ngoaivu(&["query", "-e", names, "--format", "papyrus"])
        .assert()
        .code(2);
    desk.ngoaivu(&["query", "-e", "ASK { ?x a nv:Event }"])
        .assert()
        .success()
        .stdout("true\n");
}

#[test]
fn a_query_can_be_explained_and_stopped() {
    let desk = Desk::new();
    desk.file("tin.txt", MEETING);
    desk.ngoaivu(&["build", "tin.txt"]).assert().success();
    let names = "SELECT ?name { ?x a nv:Event ; skos:prefLabel ?name }";
    let run = desk
        .ngoaivu(&["query", "-e", names, "--explain"])
        .assert()
        .success();
    run.stdout(predicate::str::is_empty().not());
    let endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    let run = desk
        .ngoaivu(&["query", "-e", endless, "--timeout", "0.2"])
        .assert()
        .code(1);
    run.stderr(predicate::str::contains("longer than 0.2 s"));
}
