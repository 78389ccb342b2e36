//! `ngoaivu build`: what it does to a store, and that order, threads and history leave no trace.

use predicates::prelude::*;
use predicates::str::contains;

use crate::program::{Desk, package, text};

const MEETING: &str =
    "Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ toàn quốc lần thứ 19 tại Hà Nội.\n";
const VISIT: &str =
    "Ngày 23/3/2012, Tổng thống Chile Sebastián Rojas thăm Thành phố Hồ Chí Minh.\n";
const TWINNING: &str =
    "Ngày 5/6/2019, tỉnh Hải Dương ký thỏa thuận hợp tác với thành phố Suwon, Hàn Quốc.\n";

/// A desk with three articles in `tin/`.
fn desk() -> Desk {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("tin")).expect("a writable folder");
    desk.file("tin/a.txt", MEETING);
    desk.file("tin/b.txt", VISIT);
    desk.file("tin/c.txt", TWINNING);
    desk
}

/// Builds `store` and gives the report back.
#[track_caller]
fn build(desk: &Desk, store: &str, arguments: &[&str]) -> String {
    let mut command = desk.ngoaivu(&["build", "--store", store]);
    let output = command.args(arguments).output().expect("a finished run");
    let report = text(&output.stderr);
    assert!(output.status.success(), "{report}");
    assert!(output.stdout.is_empty(), "a report is no data");
    report
}

#[test]
fn the_report_says_what_was_found_and_what_to_try() {
    let desk = Desk::new();
    let examples = package("examples/articles");
    let mut command = desk.ngoaivu(&["build"]);
    let output = command.arg(examples).output().expect("a finished run");
    let report = text(&output.stderr);
    assert!(report.starts_with("read 19 articles\n"), "{report}");
    assert!(
        report.contains(" people\n") && report.contains(" statements\n"),
        "{report}"
    );
    let tips: Vec<&str> = report
        .lines()
        .skip_while(|line| *line != "try next:")
        .skip(1)
        .collect();
    assert_eq!(tips.len(), 3, "{report}");
    for tip in tips {
        // What is proposed works, and finds something.
        let run = std::process::Command::new("sh")
            .args(["-c", &tip.replace("ngoaivu ", "$NGOAIVU ")])
            .env("NGOAIVU", assert_cmd::cargo::cargo_bin!("ngoaivu"))
            .current_dir(desk.path(""))
            .output()
            .expect("a finished run");
        assert!(run.status.success(), "{tip}: {}", text(&run.stderr));
        assert!(!text(&run.stderr).contains("no rows"), "{tip}");
    }
    assert!(desk.bytes("graph.ttl").len() > 10_000);
    assert!(desk.bytes("graph.graphml").len() > 10_000);
}

#[test]
fn order_threads_and_history_leave_no_trace() {
    let desk = desk();
    build(&desk, "all.store", &["tin/a.txt", "tin/b.txt", "tin/c.txt"]);
    let all = desk.nquads("all.store");
    assert!(all.contains("/article/a>") && all.contains("/article/c>"));

    build(
        &desk,
        "reverse.store",
        &["tin/c.txt", "tin/b.txt", "tin/a.txt", "--threads", "1"],
    );
    assert_eq!(desk.nquads("reverse.store"), all);

    for one in ["tin/b.txt", "tin/c.txt", "tin/a.txt"] {
        build(&desk, "one-by-one.store", &[one]);
    }
    assert_eq!(desk.nquads("one-by-one.store"), all);

    desk.file("tin/b.txt", TWINNING.replace("Suwon", "Busan"));
    build(
        &desk,
        "changed.store",
        &["tin/a.txt", "tin/b.txt", "tin/c.txt"],
    );
    assert_ne!(desk.nquads("changed.store"), all);
    desk.file("tin/b.txt", VISIT);
    build(&desk, "changed.store", &["tin/b.txt"]);
    assert_eq!(desk.nquads("changed.store"), all);
    assert_eq!(
        desk.kept("changed.store"),
        desk.kept("all.store"),
        "what is on disk is equal, too"
    );
}

#[test]
fn only_changed_articles_are_read_again() {
    let desk = desk();
    build(&desk, "s.store", &["tin"]);
    let before = desk.kept("s.store");
    assert!(build(&desk, "s.store", &["tin"]).starts_with("read 0 articles, 3 unchanged\n"));
    assert_eq!(desk.kept("s.store"), before);
    assert!(build(&desk, "s.store", &["tin", "--reread"]).starts_with("read 3 articles\n"));
    assert_eq!(desk.kept("s.store"), before);
    desk.file("tin/b.txt", VISIT.replace("23/3", "24/3"));
    assert!(build(&desk, "s.store", &["tin"]).starts_with("read 1 article, 2 unchanged\n"));
    // Another day of publication changes what an article says.
    assert!(
        build(&desk, "s.store", &["tin", "--date", "2020-01-01"]).starts_with("read 3 articles\n")
    );
}

#[test]
fn a_folder_is_one_place_however_it_is_written() {
    let desk = desk();
    build(&desk, "s.store", &["tin"]);
    let before = desk.kept("s.store");
    let full = desk.path("tin");
    let full = full.to_str().expect("a path in UTF-8");
    for written in ["./tin", "tin/", "tin/../tin", full] {
        let report = build(&desk, "s.store", &[written, "--sync"]);
        let unchanged = "read 0 articles, 3 unchanged\n";
        assert!(report.starts_with(unchanged), "{written}: {report}");
    }
    let report = build(&desk, "s.store", &[full, "--sync", "--reread"]);
    assert!(report.starts_with("read 3 articles\n"), "{report}");
    assert_eq!(desk.kept("s.store"), before);
}

#[test]
fn knowledge_of_the_users_own_counts_as_a_change() {
    let desk = desk();
    build(&desk, "s.store", &["tin"]);
    std::fs::create_dir(desk.path("own")).expect("a writable folder");
    let cues = "[own-list]\ndoc = \"Words for a test.\"\nphrases = [\"khai mạc\"]\n";
    desk.file("own/own.toml", cues);
    let report = build(&desk, "s.store", &["tin", "--ontology", "own"]);
    assert!(report.starts_with("read 3 articles\n"), "{report}");
    let report = build(&desk, "s.store", &["tin", "--ontology", "own"]);
    assert!(
        report.starts_with("read 0 articles, 3 unchanged\n"),
        "{report}"
    );
}

#[test]
fn sync_removes_what_is_gone_and_only_that() {
    let desk = desk();
    build(&desk, "two.store", &["tin/a.txt", "tin/c.txt"]);
    build(&desk, "s.store", &["tin"]);
    std::fs::remove_file(desk.path("tin/b.txt")).expect("a file to remove");
    let kept = build(&desk, "s.store", &["tin"]);
    assert!(kept.contains("now holds 3 articles"), "{kept}");
    let report = build(&desk, "s.store", &["tin", "--sync"]);
    assert!(
        report.starts_with("read 0 articles, 2 unchanged, 1 removed\n"),
        "{report}"
    );
    assert_eq!(desk.nquads("s.store"), desk.nquads("two.store"));

    // What cannot be read today is not gone.
    desk.file("tin/c.txt", "");
    let report = build(&desk, "s.store", &["tin", "--sync"]);
    assert!(report.contains("now holds 2 articles"), "{report}");
}

#[test]
fn two_files_of_one_name_are_two_articles_in_any_order() {
    let desk = desk();
    std::fs::create_dir(desk.path("khac")).expect("a writable folder");
    desk.file("khac/a.txt", TWINNING.replace("Suwon", "Busan"));
    desk.file("khac/b.txt", VISIT);
    let report = build(&desk, "s.store", &["tin", "khac", "--strict"]);
    assert!(report.contains("khac/b.txt: the same article as tin/b.txt; left out"));
    assert!(report.contains("now holds 4 articles"), "{report}");
    build(&desk, "other.store", &["khac/a.txt"]);
    build(&desk, "other.store", &["tin"]);
    assert_eq!(desk.nquads("other.store"), desk.nquads("s.store"));
    std::fs::remove_dir_all(desk.path("khac")).expect("a folder to remove");
    build(&desk, "other.store", &["tin", "--sync"]);
    build(&desk, "tin.store", &["tin"]);
    assert_eq!(desk.nquads("other.store"), desk.nquads("tin.store"));
}

#[test]
fn an_expert_has_the_last_word_in_later_builds_too() {
    let desk = desk();
    build(&desk, "plain.store", &["tin"]);
    let person = "person/sebastián-rojas";
    let rule = format!("[[rename]]\nthing = \"{person}\"\nname = \"Miguel Rojas\"\n");
    desk.file("who.toml", rule);
    build(&desk, "s.store", &["tin"]);
    build(&desk, "s.store", &["tin", "--curation", "who.toml"]);
    assert!(desk.nquads("s.store").contains("\"Miguel Rojas\"@vi"));
    build(&desk, "s.store", &["tin", "--reread"]);
    assert!(desk.nquads("s.store").contains("\"Miguel Rojas\"@vi"));
    build(&desk, "s.store", &["tin", "--no-curation"]);
    assert_eq!(desk.nquads("s.store"), desk.nquads("plain.store"));
}

#[test]
fn a_wrong_curation_is_told_with_its_line_and_changes_nothing() {
    let desk = desk();
    build(&desk, "s.store", &["tin"]);
    let before = desk.kept("s.store");
    let person = "person/sebastián-rojas";
    let cases = [
        (
            "[[drop]]\nthing = \"event/x\"\n".to_owned(),
            "who.toml, line 2: no article speaks of `event/x`",
        ),
        ("[[drop]]\n".to_owned(), "who.toml, line 1: `drop` takes"),
        (
            "\n[[same]]\nthings = [\"event/x\"]\n".to_owned(),
            "who.toml, line 3: `same` needs two",
        ),
        (
            format!("[[retype]]\nthing = \"{person}\"\ntype = \"Thing\"\n"),
            "who.toml, line 3: `Thing` is no type",
        ),
        (
            "[[drop]]\nthing = \"province/ha-noi\"\n".to_owned(),
            "line 2: `province/ha-noi` is part of the ontology",
        ),
        (
            format!(
                "[[rename]]\nthing = \"{person}\"\nname = \"A\"\n[[rename]]\nthing = \"{person} in b\"\nname = \"B\"\n"
            ),
            "who.toml, line 5: this contradicts the name `A` in line 2",
        ),
        (
            format!(
                "[[drop]]\narticle = \"a\"\nsubject = \"{person}\"\npredicate = \"visits\"\nobject = \"province/ha-noi\"\n"
            ),
            "who.toml, line 2: article `a` does not say",
        ),
    ];
    for (text, words) in cases {
        desk.file("who.toml", text);
        let arguments = [
            "build",
            "tin",
            "--store",
            "s.store",
            "--curation",
            "who.toml",
        ];
        desk.ngoaivu(&arguments)
            .assert()
            .code(1)
            .stderr(contains(words));
        assert_eq!(desk.kept("s.store"), before);
    }
}

#[test]
fn articles_can_stand_in_for_a_store() {
    let desk = desk();
    build(&desk, "ngoaivu.store", &["tin"]);
    let names = "SELECT ?name { ?x a nv:Event ; skos:prefLabel ?name } ORDER BY ?name";
    for command in [
        &["stats"][..],
        &["export", "--format", "turtle"],
        &["query", "-e", names],
    ] {
        let stored = desk.ngoaivu(command).output().expect("a finished run");
        let direct = desk
            .ngoaivu(command)
            .args(["--from", "tin"])
            .output()
            .expect("a finished run");
        assert!(direct.status.success(), "{}", text(&direct.stderr));
        assert!(!stored.stdout.is_empty());
        assert_eq!(text(&direct.stdout), text(&stored.stdout), "{command:?}");
    }
    let both = ["stats", "--store", "ngoaivu.store", "--from", "tin"];
    desk.ngoaivu(&both).assert().code(2);
}

#[test]
fn a_base_of_ones_own_is_kept_and_not_mixed() {
    let desk = desk();
    let base = "https://example.org/kg/";
    build(&desk, "own.store", &["tin", "--base-iri", base]);
    let quads = desk.nquads("own.store");
    assert!(quads.contains("<https://example.org/kg/article/a>"));
    assert!(!quads.contains("https://w3id.org/ngoaivu/article/"));
    let run = desk
        .ngoaivu(&["build", "tin", "--store", "own.store"])
        .assert()
        .code(1);
    run.stderr(contains("add `--base-iri https://example.org/kg/`"));
    let run = desk
        .ngoaivu(&["build", "tin", "--base-iri", "example.org"])
        .assert()
        .code(2);
    run.stderr(predicate::str::contains("example.org"));
}
