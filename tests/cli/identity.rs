//! `ngoaivu show`, `explain --entity` and `review`: one thing's page, why it is one, what is uncertain.

use predicates::prelude::*;
use predicates::str::contains;

use crate::program::{Desk, text};

/// A desk with a store of articles on two people of one name.
fn desk() -> Desk {
    let desk = Desk::new();
    let articles = [
        (
            "a",
            "2016-03-02",
            "Ông Trần Quốc Bình, Phó Giám đốc Sở Ngoại vụ Đà Nẵng, tiếp đoàn Nhật Bản.",
        ),
        (
            "b",
            "2019-05-02",
            "Ông Trần Quốc Bình, Giám đốc Sở Ngoại vụ Đà Nẵng, dự hội thảo.",
        ),
        (
            "c",
            "2018-06-02",
            "Ông Trần Quốc Bình, Chủ tịch UBND tỉnh Lào Cai, tiếp Đại sứ Mỹ.",
        ),
    ];
    let lines: Vec<String> = articles
        .iter()
        .map(|(id, date, text)| {
            format!("{{\"id\":\"{id}\",\"date\":\"{date}\",\"text\":\"{text}\"}}\n")
        })
        .collect();
    desk.file("tin.jsonl", lines.concat());
    desk.ngoaivu(&["build", "tin.jsonl"]).assert().success();
    desk
}

#[test]
fn a_page_is_in_the_order_of_time_with_sources() {
    let desk = desk();
    let run = desk.ngoaivu(&["show", "Trần Quốc Bình"]).output();
    let page = text(&run.expect("a finished run").stdout);
    assert_eq!(
        page.matches("(Person, person/trần-quốc-bình").count(),
        2,
        "{page}"
    );
    let places =
        ["said 2016-03-02", "said 2019-05-02", "\n  a char=0,"].map(|words| page.find(words));
    let [Some(first), Some(second), Some(source)] = places else {
        panic!("{page}");
    };
    assert!(first < source && source < second, "{page}");
    desk.ngoaivu(&["show", "province/hai-duong"])
        .assert()
        .success()
        .stdout(contains("followed by Hải Phòng").and(contains("no more since 2025-07-01")));
    desk.ngoaivu(&["show", "Trần Quốc Bìn"])
        .assert()
        .code(2)
        .stderr(contains("did you mean Trần Quốc Bình?"));
}

#[test]
fn reasons_are_given_for_one_and_for_two() {
    let desk = desk();
    desk.ngoaivu(&["explain", "--entity", "Trần Quốc Bình"])
        .assert()
        .success()
        .stdout(
            contains("one in a and b, certain: both hold a post in sở ngoại vụ đà nẵng")
                .and(contains("kept apart: person/trần-quốc-bình and person/trần-quốc-bình.ủy-ban-nhân-dân-lào-cai"))
                .and(contains("`person/trần-quốc-bình in c`: Chủ tịch, Ủy ban nhân dân Lào Cai")),
        );
}

#[test]
fn what_review_asks_can_be_answered_and_fed_back() {
    let desk = desk();
    desk.ngoaivu(&["review", "-o", "who.toml"])
        .assert()
        .success();
    let asked = text(&desk.bytes("who.toml"));
    assert!(asked.contains("# [[same]]\n# things = [\"person/trần-quốc-bình in a\", \"person/trần-quốc-bình in c\"]"), "{asked}");
    let answered = asked.replace("# [[same]]\n# things", "[[same]]\nthings");
    desk.file("who.toml", answered);
    desk.ngoaivu(&["build", "tin.jsonl", "--curation", "who.toml"])
        .assert()
        .success()
        .stderr(contains("0 articles, 3 unchanged"));
    desk.ngoaivu(&["explain", "--entity", "Trần Quốc Bình"])
        .assert()
        .success()
        .stdout(contains("said by an expert").and(contains("kept apart").not()));
    let review = desk.ngoaivu(&["review"]).output().expect("a finished run");
    assert!(text(&review.stdout).contains("# Said already:"));
}
