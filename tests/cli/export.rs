//! Graph files: which appear where, and what is refused.

use predicates::prelude::*;

use crate::program::{Desk, text};

const MEETING: &str =
    "Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ toàn quốc lần thứ 19 tại Hà Nội.\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.file("tin.txt", MEETING);
    desk.ngoaivu(&["build", "-q", "tin.txt"]).assert().success();
    desk
}

#[test]
fn the_ending_chooses_the_graph_format() {
    let desk = desk();
    for (file, beginning) in [
        (
            "graph.graphml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml",
        ),
        (
            "graph.gexf",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf",
        ),
        ("graph.dot", "digraph ngoaivu {"),
        ("graph.json", "{\n\"directed\": true"),
        ("graph.geojson", "{\"type\": \"FeatureCollection\""),
    ] {
        desk.ngoaivu(&["export", "-o", file]).assert().success();
        let content = text(&desk.bytes(file));
        assert!(content.starts_with(beginning), "{file}: {content}");
        assert!(
            content.contains("Hội nghị Ngoại vụ toàn quốc lần thứ 19"),
            "{file}"
        );
    }
}

#[test]
fn tables_are_two_files() {
    let desk = desk();
    let run = desk
        .ngoaivu(&["export", "-o", "graph.csv"])
        .assert()
        .success();
    run.stderr(predicate::str::contains(
        "graph-nodes.csv and graph-edges.csv",
    ));
    let nodes = text(&desk.bytes("graph-nodes.csv"));
    assert!(nodes.starts_with("Id,Label,name,type"), "{nodes}");
    let edges = text(&desk.bytes("graph-edges.csv"));
    assert!(edges.contains(",organizes,"), "{edges}");

    let run = desk
        .ngoaivu(&["export", "--format", "neo4j", "-o", "import"])
        .assert()
        .success();
    run.stderr(predicate::str::contains(
        "--nodes=import/nodes.csv --relationships=import/relationships.csv",
    ));
    assert!(desk.path("import/relationships.csv").is_file());

    let run = desk
        .ngoaivu(&["export", "--format", "neptune"])
        .assert()
        .code(2);
    run.stderr(predicate::str::contains("two files"));
}

#[test]
fn a_table_that_cannot_be_written_leaves_none() {
    let desk = desk();
    std::fs::create_dir(desk.path("graph-edges.csv")).expect("a folder");
    let run = desk
        .ngoaivu(&["export", "-o", "graph.csv"])
        .assert()
        .code(1);
    run.stderr(predicate::str::contains("graph-edges.csv"));
    assert!(!desk.path("graph-nodes.csv").exists());
}

#[test]
fn parts_of_the_graph_are_chosen() {
    let desk = desk();
    let export = |options: &[&str]| {
        let mut arguments = vec!["export", "--format", "json"];
        arguments.extend(options);
        let run = desk.ngoaivu(&arguments).assert().success();
        text(&run.get_output().stdout)
    };
    let all = export(&[]);
    assert!(all.contains("takesPlaceIn") && all.contains("organizes"));
    let held = export(&["--predicate", "takesPlaceIn", "--language", "en"]);
    assert!(
        held.contains("Hanoi") && !held.contains("organizes"),
        "{held}"
    );
    let near = export(&[
        "--about",
        "Hà Nội",
        "--depth",
        "1",
        "--include",
        "articles,dates",
    ]);
    assert!(
        near.contains("takesPlaceIn") && !near.contains("organizes"),
        "{near}"
    );
    assert!(
        near.contains("\"date/2018-08-12\"") && near.contains("\"article/tin\""),
        "{near}"
    );
    assert!(!export(&["--since", "2019"]).contains("organizes"));
    assert!(export(&["--until", "2018-08"]).contains("organizes"));

    let run = desk
        .ngoaivu(&["export", "--format", "json", "--about", "Hà Nộ"])
        .assert();
    run.code(2).stderr(predicate::str::contains("did you mean"));
    for options in [
        ["--format", "turtle", "--type", "Person"],
        ["--format", "turtle", "--include", "dates"],
        ["--format", "gexf", "--include", "ontology"],
        ["--format", "gexf", "--type", "Robot"],
        ["--format", "gexf", "--predicate", "occursOn"],
    ] {
        let mut arguments = vec!["export"];
        arguments.extend(options);
        desk.ngoaivu(&arguments).assert().code(2);
    }
}
