//! Help, wrong usage, completions and manual pages.

use predicates::prelude::*;

use crate::program::{Desk, ngoaivu, text};

const COMMANDS: [&str; 10] = [
    "build",
    "annotate",
    "queries",
    "query",
    "export",
    "validate",
    "ontology",
    "evaluate",
    "completions",
    "man",
];

#[test]
fn every_command_has_help_with_examples() {
    let general = ngoaivu(&["--help"]).output().expect("a finished run");
    for command in COMMANDS {
        assert!(
            text(&general.stdout).contains(&format!("\n  {command} ")),
            "{command}"
        );
        let help = ngoaivu(&[command, "--help"]).assert().success();
        help.stdout(predicate::str::contains("Examples:\n  ngoaivu "));
    }
}

#[test]
fn wrong_usage_is_two() {
    for wrong in [
        &[][..],
        &["buld"],
        &["evaluate"],
        &["man", "--loud"],
        &["completions", "cmd"],
    ] {
        let run = ngoaivu(wrong).assert().code(2);
        run.stdout("").stderr(predicate::str::is_empty().not());
    }
}

#[test]
fn version_goes_to_standard_output() {
    let version = format!("ngoaivu {}\n", env!("CARGO_PKG_VERSION"));
    ngoaivu(&["--version"]).assert().success().stdout(version);
}

#[test]
fn completions_and_manual_know_every_command() {
    let script = ngoaivu(&["completions", "bash"])
        .output()
        .expect("a finished run");
    let page = ngoaivu(&["man"]).output().expect("a finished run");
    for command in COMMANDS {
        assert!(text(&script.stdout).contains(command), "{command}");
        assert!(text(&page.stdout).contains(command), "{command}");
    }
    let desk = Desk::new();
    desk.ngoaivu(&["man", "-o", "pages"])
        .assert()
        .success()
        .stdout("");
    for command in COMMANDS {
        let name = format!("pages/ngoaivu-{command}.1");
        assert!(desk.path(&name).is_file(), "{name}");
    }
}
