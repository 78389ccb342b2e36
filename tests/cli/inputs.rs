//! Files as people have them: old encodings, fields of other names, other languages, archives.

use predicates::prelude::*;
use predicates::str::contains;

use crate::program::{Desk, text};

/// `Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị tại Hà Nội.` in TCVN3.
const TCVN3: &[u8] =
    b"Ng\xb5y 12/8/2018, B\xe9 Ngo\xb9i giao t\xe6 ch\xf8c H\xe9i ngh\xde t\xb9i H\xb5 N\xe9i.\n";

fn annotated(desk: &Desk, arguments: &[&str]) -> String {
    let run = desk
        .ngoaivu(&["annotate", "-q"])
        .args(arguments)
        .assert()
        .success();
    text(&run.get_output().stdout)
}

#[test]
fn an_old_encoding_is_told_or_named() {
    let desk = Desk::new();
    desk.file("tin.txt", TCVN3);
    let run = desk.ngoaivu(&["annotate", "tin.txt"]).assert().success();
    run.stdout(contains("\"Bộ Ngoại giao\"").and(contains("2018-08-12")))
        .stderr(contains(
            "tin.txt: read as TCVN3, which was guessed; --encoding says otherwise",
        ));
    // Two words are too few for a guess to be sure of, the name of the encoding settles it.
    desk.file("ngan.txt", b"B\xe9 Ngo\xb9i giao");
    assert!(annotated(&desk, &["ngan.txt", "--encoding", "tcvn3"]).contains("Bộ Ngoại giao"));
    let wrong = desk
        .ngoaivu(&["annotate", "tin.txt", "--encoding", "klingon"])
        .assert()
        .code(2);
    wrong.stderr(contains("no such character set"));
}

#[test]
fn fields_of_other_names() {
    let desk = Desk::new();
    desk.file(
        "tin.jsonl",
        "{\"ma\":\"bai-7\",\"noi_dung\":\"Bộ Ngoại giao tổ chức Hội nghị tại Hà Nội.\"}\n",
    );
    let told = annotated(
        &desk,
        &["tin.jsonl", "--field", "id=ma", "--field", "text=noi_dung"],
    );
    assert!(told.starts_with("{\"doc\":\"bai-7\""), "{told}");
    let wrong = desk
        .ngoaivu(&["annotate", "tin.jsonl", "--field", "body=x"])
        .assert()
        .code(2);
    wrong.stderr(contains("one of id, title, date"));
}

#[test]
fn other_languages_are_set_aside() {
    let desk = Desk::new();
    let english = "This morning the provincial department of foreign affairs held a meeting with its partners from \
                   abroad to discuss cooperation in the years to come.";
    desk.file("news.txt", english);
    let run = desk.ngoaivu(&["annotate", "news.txt"]).assert().success();
    run.stdout(predicate::str::is_empty())
        .stderr(contains("news.txt: is not in Vietnamese"));
    assert!(annotated(&desk, &["news.txt", "--any-language"]).starts_with("{\"doc\":\"news\""));
}

#[test]
fn an_archive_removed_or_damaged_keeps_or_loses_its_articles() {
    let desk = Desk::new();
    let article = |n: u8| format!("Ngày {n}/8/2018, Bộ Ngoại giao tổ chức Hội nghị tại Hà Nội.\n");
    let mut packed = tar::Builder::new(Vec::new());
    for n in 1..=2_u8 {
        let mut header = tar::Header::new_gnu();
        header.set_size(article(n).len() as u64);
        let name = format!("{n}.txt");
        packed
            .append_data(&mut header, name, article(n).as_bytes())
            .expect("a part");
    }
    std::fs::create_dir(desk.path("in")).expect("a writable folder");
    desk.file("in/a.tar", packed.into_inner().expect("an archive"));
    desk.file("in/b.txt", article(3));
    let build = |told: &'static str| {
        let run = desk.ngoaivu(&["build", "in", "--sync"]).assert().success();
        run.stderr(contains(told));
    };
    build("now holds 3 articles");
    desk.file("in/a.tar", "\u{1f}damaged");
    std::fs::write(desk.path("in/a.tar"), b"PK\x03\x04damaged").expect("a writable folder");
    build("now holds 3 articles");
    std::fs::remove_file(desk.path("in/a.tar")).expect("a file");
    build("now holds 1 article");
}

#[test]
fn a_report_says_what_was_skipped_and_why() {
    let desk = Desk::new();
    desk.file(
        "tin.txt",
        "Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị tại Hà Nội.\n",
    );
    for name in ["1.png", "2.png", "3.png"] {
        desk.file(name, b"\x89PNG\r\n");
    }
    let inputs = ["1.png", "2.png", "3.png", "tin.txt"];
    let run = desk
        .ngoaivu(&["build", "--report", "report.json"])
        .args(inputs)
        .assert()
        .success();
    run.stderr(contains(
        "      3 skipped  is a picture, which is not read\n",
    ));
    let report: serde_json::Value =
        serde_json::from_slice(&desk.bytes("report.json")).expect("JSON");
    assert_eq!(
        (&report["read"], &report["skipped"], &report["stopped"]),
        (&1.into(), &3.into(), &false.into())
    );
    assert_eq!(report["reasons"][0]["count"], 3);
    assert_eq!(report["problems"][1]["source"], "2.png");
}
