//! One story in two papers: found, linked, counted once, found again without reading anything.

use predicates::prelude::*;
use predicates::str::contains;

use crate::program::Desk;

const STORY: &str = "Sáng 3/6/2021, tại thành phố Vinh, Sở Ngoại vụ Nghệ An tổ chức Hội nghị Xúc tiến hợp tác Nghệ An - Osaka \
    năm 2021. Phát biểu khai mạc, Giám đốc Sở Ngoại vụ Nghệ An Trần Khánh Thục cho biết tỉnh đang có 14 dự án của các nhà \
    đầu tư Nhật Bản với tổng vốn 230 triệu USD. Các đại biểu đã nghe giới thiệu về cảng Cửa Lò, khu kinh tế Đông Nam và \
    chính sách đào tạo nghề, sau đó trao đổi trực tiếp theo ba nhóm ngành: chế biến nông sản, dệt may và công nghệ thông tin.";

/// A desk with a story, the same in another paper, and another story.
fn desk() -> Desk {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("tin")).expect("a writable folder");
    desk.file("tin/a.txt", format!("date: 2021-06-03\n\n{STORY}\n"));
    let copy = STORY.replace("Phát biểu khai mạc, ", "");
    desk.file(
        "tin/b.txt",
        format!("date: 2021-06-04\n\n{copy}\nBình Minh (tổng hợp)\n"),
    );
    desk.file(
        "tin/c.txt",
        "Ngày 5/6/2019, tỉnh Hải Dương ký thỏa thuận hợp tác với thành phố Suwon.\n",
    );
    desk
}

#[test]
fn a_story_in_two_papers_is_linked_and_counted_once() {
    let desk = desk();
    let counted = "1 article repeats the story of another";
    desk.ngoaivu(&["build", "tin"])
        .assert()
        .success()
        .stderr(contains(counted));
    desk.ngoaivu(&["stats"])
        .assert()
        .success()
        .stdout(contains("repeats of others"));
    let query = ["query", "repeats", "--param", "article=a"];
    desk.ngoaivu(&query)
        .assert()
        .success()
        .stdout(contains("article/b"));
    let none = ["query", "repeats", "--param", "article=c"];
    desk.ngoaivu(&none)
        .assert()
        .success()
        .stdout(contains("article/").not());
    desk.ngoaivu(&["validate"]).assert().success();
    let export = [
        "export",
        "--format",
        "csv",
        "-o",
        "graph.csv",
        "--min-weight",
        "2",
    ];
    desk.ngoaivu(&export)
        .assert()
        .success()
        .stderr(contains("0 edges"));
}

#[test]
fn a_repeat_is_found_in_whatever_order_it_comes_and_forgotten_when_it_is_gone() {
    let desk = desk();
    desk.ngoaivu(&["build", "tin"]).assert().success();
    for file in ["tin/b.txt", "tin/c.txt", "tin/a.txt"] {
        desk.ngoaivu(&["build", file, "--store", "other.store"])
            .assert()
            .success();
    }
    assert_eq!(desk.nquads("other.store"), desk.nquads("ngoaivu.store"));
    assert!(desk.nquads("ngoaivu.store").contains("ontology#repeats"));
    std::fs::remove_file(desk.path("tin/a.txt")).expect("a file");
    desk.ngoaivu(&["build", "tin", "--sync"]).assert().success();
    assert!(!desk.nquads("ngoaivu.store").contains("ontology#repeats"));
}
