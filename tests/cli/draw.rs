//! Pictures: which appear, and what is refused.

use predicates::prelude::*;

use crate::program::{Desk, text};

const MEETING: &str =
    "Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ toàn quốc lần thứ 19 tại Hà Nội.\n";

#[test]
fn the_ending_chooses_the_kind_of_picture() {
    let desk = Desk::new();
    desk.file("tin.txt", MEETING);
    desk.ngoaivu(&["build", "-q", "tin.txt"]).assert().success();
    let run = desk
        .ngoaivu(&["draw", "-o", "graph.svg"])
        .assert()
        .success();
    run.stderr(predicate::str::contains(
        "drawn: 3 of 3 things and 2 relations",
    ));
    let svg = text(&desk.bytes("graph.svg"));
    assert!(svg.contains("<title>Hà Nội (Province)</title>"), "{svg}");
    let aria = "aria-label=\"Tỉnh, thành phố";
    assert!(svg.contains(aria), "the legend speaks Vietnamese");
    let english = [
        "draw",
        "-o",
        "en.svg",
        "--language",
        "en",
        "--color",
        "community",
    ];
    desk.ngoaivu(&english).assert().success();
    assert!(text(&desk.bytes("en.svg")).contains("Hanoi"));
    desk.ngoaivu(&["draw", "-o", "graph.png", "--width", "400"])
        .assert()
        .success();
    assert!(desk.bytes("graph.png").starts_with(b"\x89PNG"));

    let run = desk.ngoaivu(&["draw", "-o", "graph.gif"]).assert().code(2);
    run.stderr(predicate::str::contains(".svg or .png"));
    let nothing = ["draw", "-o", "none.svg", "--type", "Product"];
    let run = desk.ngoaivu(&nothing).assert().code(2);
    run.stderr(predicate::str::contains("nothing to draw"));
    assert!(!desk.path("none.svg").exists());
}
