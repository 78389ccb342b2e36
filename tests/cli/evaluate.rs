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

/// The first sentence of the article, with a place marked in it.
fn sentence(marked: &str) -> String {
    let plain = marked.replace(['⟦', '⟧'], "");
    let sentence = "Ông Trần Văn Mẫu, Giám đốc Sở Ngoại vụ Đà Nẵng, dự Hội nghị Gặp gỡ Lào ngày 3/5/2022 với chủ \
                    đề “Kết nối cùng phát triển bền vững”.";
    assert!(sentence.contains(&plain), "{plain}");
    format!("    {}\n", sentence.replacen(&plain, marked, 1))
}

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
    let output = evaluate(&["--errors"]).output().expect("a finished run");
    let report = text(&output.stdout);
    assert!(report.ends_with(&format!("\n\n{TABLE}")), "{report}");
    assert_eq!(report.matches("hop-mat + ").count(), 9, "{report}");
    assert_eq!(report.matches("hop-mat - ").count(), 8, "{report}");
}

#[test]
fn errors_are_grouped_by_kind_and_rule_with_their_sentence() {
    let output = evaluate(&["--errors"]).output().expect("a finished run");
    let report = text(&output.stdout);
    let missed = sentence("Giám đốc ⟦Sở Ngoại vụ Đà Nẵng⟧, dự");
    let by_rule = sentence("⟦Giám⟧ đốc");
    let relation = sentence("dự Hội nghị");
    for group in [
        format!(
            "mention Agency, missed: 1\nhop-mat - mention Agency 27-46 'Sở Ngoại vụ Đà Nẵng'; read there: Agency \
             'Sở Ngoại vụ'\n{missed}\n"
        ),
        format!("mention Person, wrong by person/title: 1\nhop-mat + mention Person 18-22 'Giám'\n{by_rule}\n"),
        format!(
            "relation occursOn, wrong by occurs-on/sentence: 1\nhop-mat + relation 'Hội nghị Gặp gỡ Lào' occursOn \
             '2022-05-04'\n{relation}\n"
        ),
        "figure time, missed: 1\nhop-mat - figure time 2022 of 120.0 'khách', read as 2022-05\n".to_owned(),
        "position title, missed: 1\nhop-mat - position title 'Giám đốc', read as 'Phó Giám đốc'\n\n".to_owned(),
    ] {
        assert!(report.contains(&group), "{group}\n{report}");
    }
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
