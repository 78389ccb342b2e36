//! Bad input: a clear message, the right exit code, the old store and the old output untouched.

use predicates::prelude::*;
use predicates::str::contains;

use crate::program::{Desk, text};

const ARTICLE: &str =
    "Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ toàn quốc lần thứ 19 tại Hà Nội.\n";

/// A desk with one article and a store of it at the usual place.
fn desk_with_store() -> Desk {
    let desk = Desk::new();
    desk.file("hoi-nghi.txt", ARTICLE);
    desk.ngoaivu(&["build", "hoi-nghi.txt"]).assert().success();
    desk
}

/// Runs a command that must fail without a word on standard output, and gives its message back.
#[track_caller]
fn refused(desk: &Desk, arguments: &[&str], code: i32) -> String {
    let output = desk.ngoaivu(arguments).output().expect("a finished run");
    let message = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {message}");
    assert_eq!(text(&output.stdout), "", "{arguments:?}");
    assert!(message.contains("error: "), "{arguments:?}: {message}");
    message
}

#[test]
fn skipped_input_is_named_and_counted() {
    let desk = Desk::new();
    desk.file("empty.txt", "");
    desk.file("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01");
    let noise: Vec<u8> = (0..4096_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    desk.file("noise.txt", noise);
    desk.file("tin.txt", ARTICLE);
    let inputs = ["empty.txt", "noise.txt", "picture.txt", "tin.txt"];
    let run = desk.ngoaivu(&["annotate"]).args(inputs).assert().success();
    let told = contains("empty.txt: ")
        .and(contains("noise.txt: "))
        .and(contains("picture.txt: "));
    run.stderr(told.and(contains("3 inputs skipped")))
        .stdout(predicate::str::starts_with("{\"doc\":\"tin\""));
    for command in ["annotate", "build"] {
        let run = desk
            .ngoaivu(&[command, "--strict", "-q"])
            .args(inputs)
            .assert()
            .code(1);
        run.stderr(contains("error: 3 inputs skipped"));
    }
}

#[test]
fn invalid_utf8_does_not_stop_a_run() {
    let desk = Desk::new();
    let mut broken = ARTICLE.as_bytes().to_vec();
    broken.splice(30..30, [0xff, 0xfe, 0xc3]);
    desk.file("broken.txt", broken);
    let run = desk.ngoaivu(&["annotate", "broken.txt"]).assert().success();
    run.stderr(contains("broken.txt: "));
}

/// A PDF of many words, of which a test program reads a few thousand in a second.
#[cfg(all(unix, feature = "pdf"))]
fn long_pdf() -> Vec<u8> {
    let words = "(Hoi nghi) Tj 0 -14 Td ".repeat(300_000);
    let content = format!("BT /F 12 Tf {words} ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
            .to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let (mut document, mut table) = ("%PDF-1.4\n".to_owned(), String::new());
    for (number, object) in (1..).zip(&objects) {
        table += &format!("{:010} 00000 n \n", document.len());
        document += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let start = document.len();
    document +=
        &format!("xref\n0 6\n0000000000 65535 f \n{table}trailer\n<</Size 6/Root 1 0 R>>\n");
    document += &format!("startxref\n{start}\n%%EOF\n");
    document.into_bytes()
}

#[cfg(all(unix, feature = "pdf"))]
#[test]
fn a_pdf_that_takes_too_long_is_left_out() {
    let desk = Desk::new();
    desk.file("dai.pdf", long_pdf());
    desk.file("tin.txt", ARTICLE);
    let inputs = ["dai.pdf", "tin.txt"];
    let run = desk
        .ngoaivu(&["annotate", "--pdf-seconds", "1"])
        .args(inputs)
        .assert()
        .success();
    run.stderr(
        contains("dai.pdf: is a PDF that takes more than 1 s").and(contains("1 input skipped")),
    )
    .stdout(predicate::str::starts_with("{\"doc\":\"tin\""));
}

#[test]
fn a_path_that_leads_nowhere_stops_the_run_before_it_begins() {
    let desk = desk_with_store();
    let before = desk.kept("ngoaivu.store");
    let message = refused(&desk, &["build", "hoi-nghi.txt", "hoi-nghj.txt"], 1);
    assert!(message.contains("hoi-nghj.txt: no such file"), "{message}");
    assert_eq!(desk.kept("ngoaivu.store"), before);
}

#[test]
fn an_unknown_query_is_wrong_usage_and_gets_a_hint() {
    let desk = desk_with_store();
    let message = refused(&desk, &["query", "edition"], 2);
    assert!(
        message.contains("`edition`") && message.contains("editions"),
        "{message}"
    );
}

#[test]
fn a_parameter_that_means_nothing_is_wrong_usage() {
    let desk = desk_with_store();
    let unknown = refused(
        &desk,
        &["query", "posts", "--param", "bodi=Bộ Ngoại giao"],
        2,
    );
    assert!(
        unknown.contains("bodi") && unknown.contains("body"),
        "{unknown}"
    );
    let missing = refused(&desk, &["query", "posts"], 2);
    assert!(missing.contains("--param body="), "{missing}");
    let nobody = refused(
        &desk,
        &["query", "posts", "--param", "body=Bộ Phép thuật"],
        2,
    );
    assert!(nobody.contains("Bộ Phép thuật"), "{nobody}");
    refused(&desk, &["query", "posts", "--param", "body"], 2);
}

#[test]
fn a_syntax_error_is_told_with_line_and_column() {
    let desk = desk_with_store();
    let query = "SELECT ?name\nWHERE { ?x skos:prefLabel ?name ]";
    let message = refused(&desk, &["query", "-e", query], 2);
    assert!(message.contains("line 2, column 3"), "{message}");
    desk.file("my.rq", query);
    let message = refused(&desk, &["query", "--file", "my.rq"], 2);
    assert!(
        message.contains("my.rq") && message.contains("line 2, column 3"),
        "{message}"
    );
}

#[test]
fn queries_cannot_change_the_store() {
    let desk = desk_with_store();
    let before = desk.kept("ngoaivu.store");
    let update = "DELETE WHERE { ?s ?p ?o }";
    assert!(refused(&desk, &["query", "-e", update], 2).contains("only read"));
    assert_eq!(desk.kept("ngoaivu.store"), before);
}

#[test]
fn what_is_no_store_is_not_read_and_not_overwritten() {
    let desk = desk_with_store();
    assert!(refused(&desk, &["stats", "--store", "none.store"], 1).contains("none.store"));
    desk.file("letter.store", "Kính gửi quý cơ quan,\n");
    for command in [
        &["stats", "--store", "letter.store"][..],
        &["build", "hoi-nghi.txt", "--store", "letter.store"],
    ] {
        assert!(refused(&desk, command, 1).contains("letter.store"));
        assert_eq!(
            desk.bytes("letter.store"),
            "Kính gửi quý cơ quan,\n".as_bytes()
        );
    }
}

#[test]
fn a_damaged_store_is_told_and_left_alone() {
    let desk = desk_with_store();
    let damaged = desk.damage("ngoaivu.store");
    let bytes = desk.bytes(&damaged);
    for command in [
        &["stats"][..],
        &["build", "hoi-nghi.txt"],
        &["export", "--format", "turtle"],
    ] {
        assert!(refused(&desk, command, 1).contains("ngoaivu.store"));
        assert_eq!(desk.bytes(&damaged), bytes);
    }
}

#[test]
fn a_failed_export_leaves_the_old_file() {
    let desk = desk_with_store();
    desk.file("old.ttl", "# old\n");
    refused(
        &desk,
        &["export", "-o", "old.ttl", "--store", "none.store"],
        1,
    );
    assert_eq!(desk.bytes("old.ttl"), b"# old\n");
    let message = refused(&desk, &["export", "-o", "old.ttl/graph.ttl"], 1);
    assert!(message.contains("old.ttl/graph.ttl"), "{message}");
    refused(&desk, &["export", "-o", "graph.xyz"], 2);
    refused(&desk, &["export", "--format", "papyrus"], 2);
}

#[test]
fn a_store_below_a_file_cannot_be_written() {
    let desk = Desk::new();
    desk.file("tin.txt", ARTICLE);
    let message = refused(
        &desk,
        &["build", "tin.txt", "--store", "tin.txt/ngoaivu.store"],
        1,
    );
    assert!(message.contains("tin.txt/ngoaivu.store"), "{message}");
    assert_eq!(desk.bytes("tin.txt"), ARTICLE.as_bytes());
}

/// Runs a script in a folder of 64 MB, which is gone when the script ends. Where the system lets nobody
/// mount, there is nothing to test.
#[cfg(target_os = "linux")]
fn on_a_small_disk(desk: &Desk, script: &str) -> Option<std::process::Output> {
    std::fs::create_dir(desk.path("small")).expect("a writable folder");
    let mount = "mount -t tmpfs -o size=64m none small";
    let run = |script: &str| {
        std::process::Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", script])
            .current_dir(desk.path(""))
            .env("NGOAIVU", assert_cmd::cargo::cargo_bin!("ngoaivu"))
            .output()
    };
    let possible = run(mount).is_ok_and(|output| output.status.success());
    possible.then(|| run(&format!("{mount} && cd small && {script}")).expect("a finished run"))
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_store_and_the_old_output() {
    let desk = Desk::new();
    desk.file("tin.txt", ARTICLE);
    desk.file("khac.txt", ARTICLE.replace("19", "20"));
    let cases = [
        ("annotate -q", "-o out.jsonl", "out.jsonl", "cat out.jsonl"),
        (
            "build -q",
            "--store s.store",
            "s.store",
            "$NGOAIVU export -q --store s.store --format nquads",
        ),
    ];
    for (command, option, made, content) in cases {
        let script = format!(
            "$NGOAIVU {command} ../tin.txt {option} && {content} > ../before || exit 90
             cat /dev/zero > filler 2>/dev/null
             $NGOAIVU {command} ../khac.txt {option}; echo code $?
             rm filler && {content} > ../after && cmp ../before ../after && ls -A"
        );
        let Some(output) = on_a_small_disk(&desk, &script) else {
            return;
        };
        let (told, message) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(told, format!("code 1\n{made}\n"), "{command}: {message}");
        assert!(
            message.starts_with("error: ")
                && message.contains(made)
                && message.contains("No space left"),
            "{command}: {message}"
        );
        std::fs::remove_dir(desk.path("small")).expect("an empty folder");
    }
}
