//! `ngoaivu evaluate` on a small gold standard whose scores were worked out by hand.

use crate::program::{Desk, ngoaivu, package, text};

/// Mentions: 3 right, 2 missed (`Sở Ngoại vụ Đà Nẵng` too short, `Lào` of the wrong type), 3 wrong; the
/// anaphors and `sông Mê Công` (optional) do not count. Entities: the Sở pairs through its anaphor.
/// Relations: 4 of 7, where the theme shares 5 of 7 and 5 words (0.83), cooperation holds in both
/// directions, and saying a thing twice is no mistake; 2 wrong.
const TABLE: &str = "                                  P      R     F1   gold
mentions                      0.500  0.600  0.545      5
entities                      0.667  0.800  0.727      5
dates                         0.500  1.000  0.667      1
relations                     0.667  0.571  0.615      7
figures                       0.500  1.000  0.667      1
figure time                   0.000  0.000  0.000      1
figure change                 1.000  1.000  1.000      1
entity Agency                 1.000  1.000  1.000      1
entity Country                0.000  0.000  0.000      1
entity Event                  1.000  1.000  1.000      1
entity Person                 0.500  1.000  0.667      1
entity Place                  0.000  0.000  0.000      0
entity Province               1.000  1.000  1.000      1
mention Agency                0.000  0.000  0.000      1
mention Country               0.000  0.000  0.000      1
mention Event                 1.000  1.000  1.000      1
mention Person                0.500  1.000  0.667      1
mention Place                 0.000  0.000  0.000      0
mention Province              1.000  1.000  1.000      1
position title                0.000  0.000  0.000      1
relation cooperatesWith       0.500  0.500  0.500      2
relation hasJurisdiction      0.000  0.000  0.000      1
relation hasTheme             1.000  1.000  1.000      1
relation holdsPosition        1.000  1.000  1.000      1
relation occursOn             0.000  0.000  0.000      1
relation participatesIn       1.000  1.000  1.000      1
link accuracy                               0.500      2
";

const ERRORS: &str = "\
hop-mat + date 'ngày 3/5/2022' = 2022-05-03
hop-mat + entity Person 'Giám'
hop-mat + entity Place 'Lào'
hop-mat + figure 3 'đoàn'
hop-mat + mention Agency 27-38 'Sở Ngoại vụ'
hop-mat + mention Person 18-22 'Giám'
hop-mat + mention Place 67-70 'Lào'
hop-mat + relation 'Hội nghị Gặp gỡ Lào' occursOn '2022-05-04'
hop-mat + relation 'Đà Nẵng' cooperatesWith 'Lào'
hop-mat - entity Country 'Lào'
hop-mat - mention Agency 27-46 'Sở Ngoại vụ Đà Nẵng'
hop-mat - mention Country 67-70 'Lào'
hop-mat - relation 'Hội nghị Gặp gỡ Lào' occursOn '2022-05-03'
hop-mat - relation 'Sở Ngoại vụ Đà Nẵng' hasJurisdiction 'Đà Nẵng'
hop-mat - relation 'Đà Nẵng' cooperatesWith 'Lào'
";

fn evaluate(more: &[&str]) -> assert_cmd::Command {
    let folder = package("tests/fixtures/evaluate");
    let system = folder.join("system.jsonl");
    let mut command = ngoaivu(&["evaluate", "--gold"]);
    command.arg(folder).arg("--system").arg(system).args(more);
    command
}

#[test]
fn the_table_holds_the_numbers_worked_out_by_hand() {
    evaluate(&[]).assert().success().stdout(TABLE).stderr("");
}

#[test]
fn errors_come_before_the_table() {
    let both = format!("{ERRORS}{TABLE}");
    evaluate(&["--errors"]).assert().success().stdout(both);
}

#[test]
fn json_holds_the_same_numbers() {
    let output = evaluate(&["--json"]).output().expect("a finished run");
    let scores: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(scores["mentions"]["p"], 0.5);
    assert_eq!(scores["mentions"]["n"], 5);
    assert_eq!(scores["relations"]["r"], 4.0 / 7.0);
    assert_eq!(scores["link accuracy"]["f1"], 0.5);
}

#[test]
fn a_document_that_is_not_there_is_missed_whole() {
    let desk = Desk::new();
    desk.file("none.jsonl", "\n");
    let gold = package("tests/fixtures/evaluate");
    let mut command = desk.ngoaivu(&["evaluate", "--system", "none.jsonl", "--gold"]);
    let output = command.arg(gold).output().expect("a finished run");
    let table = text(&output.stdout);
    assert!(
        table.contains("mentions                      0.000  0.000  0.000      5\n"),
        "{table}"
    );
    assert!(!table.contains("position title"), "{table}");
}

#[test]
fn annotations_that_are_none_are_refused_with_line_and_column() {
    let desk = Desk::new();
    desk.file(
        "bad.jsonl",
        "{\"doc\": \"a\"}\n{\"doc\": \"b\", \"mentions\": [{}]}\n",
    );
    let gold = package("tests/fixtures/evaluate");
    let mut command = desk.ngoaivu(&["evaluate", "--system", "bad.jsonl", "--gold"]);
    let output = command.arg(gold).output().expect("a finished run");
    let message = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    let place = "error: bad.jsonl, line 2, column 28: ";
    assert!(
        message.starts_with(place) && !message.contains("line 1"),
        "{message}"
    );
}

#[test]
fn a_folder_without_gold_is_refused() {
    let desk = Desk::new();
    let run = desk.ngoaivu(&["evaluate", "--gold", "."]).assert().code(1);
    run.stderr("error: . holds no NAME.gold.json\n");
}
