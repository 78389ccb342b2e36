//! `ngoaivu annotate`: one line for each article, in input order, the same for any number of threads.

use serde_json::Value;

use crate::program::{Desk, package, text};

const MEETING: &str =
    "Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ toàn quốc lần thứ 19 tại Hà Nội.\n";

fn annotate(desk: &Desk, arguments: &[&str]) -> Vec<Value> {
    let mut command = desk.ngoaivu(&["annotate"]);
    let output = command.args(arguments).output().expect("a finished run");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let lines = text(&output.stdout);
    lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

#[test]
fn spans_quote_the_untouched_input() {
    let desk = Desk::new();
    // Decomposed letters and carriage returns stay in the count.
    let article = format!(
        "Tin ngắn\r\n\r\n{}",
        MEETING.replace("Hà Nội", "Ha\u{300} No\u{323}\u{302}i")
    );
    desk.file("tin.txt", &article);
    let found = &annotate(&desk, &["tin.txt"])[0];
    let letters: Vec<char> = article.chars().collect();
    let mentions = found["mentions"].as_array().expect("a list");
    assert!(mentions.len() >= 3, "{found}");
    for mention in mentions {
        let place =
            |end: &str| usize::try_from(mention[end].as_u64().expect("a number")).expect("small");
        let quoted: String = letters[place("start")..place("end")].iter().collect();
        let same = |text: &str| {
            text.replace("a\u{300}", "à")
                .replace("o\u{323}\u{302}", "ộ")
        };
        assert_eq!(same(&quoted), same(mention["text"].as_str().expect("text")));
    }
}

#[test]
fn articles_come_in_input_order_for_any_number_of_threads() {
    let desk = Desk::new();
    let folder = package("examples/articles");
    let folder = folder.to_str().expect("a path in UTF-8");
    let run = |threads| {
        let mut command = desk.ngoaivu(&["annotate", folder, "--threads", threads]);
        command.output().expect("a finished run").stdout
    };
    let one = run("1");
    assert!(one.len() > 10_000);
    assert_eq!(one, run("2"));
    assert_eq!(one, run("7"));
    let mut order: Vec<String> = annotate(&desk, &[folder])
        .iter()
        .map(|article| article["doc"].to_string())
        .collect();
    // Records of JSON have ids of their own.
    order.retain(|doc| doc.starts_with("\"0") || doc.starts_with("\"1"));
    assert!(order.len() > 10, "{order:?}");
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn standard_input_is_an_article() {
    let desk = Desk::new();
    let run = desk
        .ngoaivu(&["annotate", "-"])
        .write_stdin(MEETING)
        .output()
        .expect("a finished run");
    let found: Value = serde_json::from_slice(&run.stdout).expect("JSON");
    assert_eq!(found["doc"], "stdin");
    assert_ne!(found["entities"], Value::Array(Vec::new()));
}

#[test]
fn an_article_with_no_known_name_is_an_article_all_the_same() {
    let desk = Desk::new();
    desk.file("troi.txt", "trời hôm nay đẹp và gió nhẹ.\n");
    let found = annotate(&desk, &["troi.txt"]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["doc"], "troi");
    assert_eq!(found[0]["entities"], Value::Array(Vec::new()));
}

#[test]
fn the_year_in_a_bracket_tells_two_events_of_a_series_apart() {
    let events = |year: &str| {
        let desk = Desk::new();
        let text = format!(
            "Bộ Ngoại giao đã tổ chức Hội nghị “Gặp gỡ Hàn Quốc” (6/{year}). Ngày 25/3/2022, bộ tổ chức Hội nghị Gặp gỡ Hàn Quốc 2022 ở Sầm Sơn.\n"
        );
        desk.file("tin.txt", text);
        let found = &annotate(&desk, &["tin.txt"])[0];
        let entities = found["entities"].as_array().expect("a list");
        entities.iter().filter(|e| e["type"] == "Event").count()
    };
    assert_eq!(events("2020"), 2);
    assert_eq!(events("2022"), 1);
}

#[test]
fn the_date_of_publication_can_be_given() {
    let desk = Desk::new();
    desk.file("tin.txt", "Ngày 24/3, Bộ Ngoại giao họp tại Hà Nội.\n");
    let value = |arguments: &[&str]| annotate(&desk, arguments)[0]["dates"][0]["value"].clone();
    assert_eq!(value(&["tin.txt"]), "XXXX-03-24");
    assert_eq!(value(&["tin.txt", "--date", "2022-03-25"]), "2022-03-24");
    desk.ngoaivu(&["annotate", "tin.txt", "--date", "25.3.22"])
        .assert()
        .code(2);
}

#[test]
fn the_output_file_appears_whole_and_replaces_the_old_one() {
    let desk = Desk::new();
    desk.file("tin.txt", MEETING);
    desk.file("out.jsonl", "old");
    let run = desk
        .ngoaivu(&["annotate", "tin.txt", "-o", "out.jsonl"])
        .assert()
        .success();
    run.stdout("");
    assert_eq!(
        desk.bytes("out.jsonl"),
        desk.ngoaivu(&["annotate", "tin.txt"])
            .output()
            .expect("a finished run")
            .stdout
    );
}
