//! `ngoaivu explain`: sentences with their marks, rules, and what was left out.

use crate::program::{Desk, text};

const ARTICLE: &str = "Tin ngắn\n\n\
    Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ toàn quốc lần thứ 19 tại Hà Nội với 500 đại biểu.\n\n\
    Tổng lãnh sự quán Nhật Bản tại Thành phố Hồ Chí Minh tài trợ.\n\n\
    Chia sẻ\nFacebook\nTwitter\nĐăng nhập\nLiên hệ quảng cáo\n";

fn explain(arguments: &[&str]) -> String {
    let desk = Desk::new();
    desk.file("tin.txt", ARTICLE);
    let mut command = desk.ngoaivu(&["explain", "tin.txt"]);
    let output = command.args(arguments).output().expect("a finished run");
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn what_was_read_stands_under_its_sentence_with_its_rule() {
    let page = explain(&[]);
    for part in [
        "{Ngày 12/8/2018=2018-08-12}, [Bộ Ngoại giao|Agency] tổ chức [Hội nghị Ngoại vụ toàn quốc lần thứ 19|Event]",
        "\n    name: Bộ Ngoại giao = agency/",
        "\n    date: Ngày 12/8/2018 = 2018-08-12 (date/day)\n",
        "\n    figure: 500 đại biểu = 500 đại biểu",
        "\n    states: Bộ Ngoại giao organizes ",
        "\n    left out: Person 'Hồ Chí Minh' (known/name) is only a part of Province 'Thành phố Hồ Chí Minh' (known/name)\n",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let (read, unread) = page.split_once("Not read").expect("a second part");
    assert!(!read.contains("Facebook"), "{page}");
    assert!(unread.contains("is page furniture"), "{page}");
}

#[test]
fn colours_only_on_a_terminal_or_when_asked_for() {
    assert!(!explain(&[]).contains('\u{1b}'));
    assert!(explain(&["--color", "always"]).contains("\u{1b}[36m[Bộ Ngoại giao"));
}
