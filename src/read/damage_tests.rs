//! Whatever is wrong with a file, it is read or refused in words: random damage to files of all formats.

use proptest::prelude::*;

use super::samples::{hostile, of_each_format};
use super::{Limits, ReadOptions, read_bytes};
use crate::model::Problem;

fn options() -> ReadOptions {
    ReadOptions {
        any_language: true,
        limits: Limits {
            document: 1 << 20,
            unpacked: 4 << 20,
            ..Limits::default()
        },
        ..ReadOptions::default()
    }
}

/// Reads bytes and looks whether blocks lie in order within the text.
fn check(name: &str, bytes: Vec<u8>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for result in read_bytes(name, bytes, &options()).take(1000) {
        match result {
            Ok(article) => {
                let length = article.text.chars().count();
                let mut end = 0;
                for block in &article.blocks {
                    assert!(end <= block.span.start && block.span.start <= block.span.end);
                    end = block.span.end;
                }
                assert!(end as usize <= length);
            }
            Err(problem) => problems.push(problem),
        }
    }
    problems
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_of_all_formats(
        which in any::<prop::sample::Index>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        length in any::<prop::sample::Index>(),
    ) {
        let samples = of_each_format();
        let (name, bytes) = &samples[which.index(samples.len())];
        let mut bytes = bytes.clone();
        for (at, byte) in cuts {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let keep = bytes.len() / 2 + length.index(bytes.len() / 2 + 1);
        bytes.truncate(keep);
        check(name, bytes);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600), ending in 0..4_usize) {
        check(["a.txt", "a.html", "a.csv", "a.md"][ending], bytes);
    }

    #[test]
    fn any_text_in_pages(parts in prop::collection::vec(prop_oneof![
        Just("<div>"), Just("</div>"), Just("<p>"), Just("<table><td>"), Just("<a href=x>"), Just("</a>"),
        Just("<script>"), Just("<!--"), Just("&#0;"), Just("\u{202e}"), Just("\0"), Just("Bộ Ngoại giao họp."),
        Just("<svg><p>"), Just("<template>"), Just("12/8/2018 | 9:05"), Just("\n"),
    ], 0..60)) {
        check("a.html", parts.concat().into_bytes());
        check("a.txt", parts.concat().into_bytes());
    }
}

#[test]
fn a_text_without_end_is_no_article() {
    let options = ReadOptions::default();
    let told = read_bytes(
        "a.txt",
        "Bộ Ngoại giao ".repeat(100_000).into_bytes(),
        &options,
    )
    .next();
    let problem = told.expect("an answer").expect_err("a problem");
    assert!(problem.message.contains("split it"), "{problem}");
}

#[test]
fn what_is_made_to_take_forever_does_not() {
    let start = std::time::Instant::now();
    for (name, bytes) in hostile() {
        check(name, bytes);
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[cfg(feature = "parquet")]
#[test]
fn one_bit_turned_anywhere_in_a_table() {
    for (name, bytes) in of_each_format() {
        if !name.ends_with(".parquet") {
            continue;
        }
        for at in 0..8 * bytes.len() {
            let mut bytes = bytes.clone();
            bytes[at / 8] ^= 1 << (at % 8);
            check(name, bytes);
        }
    }
}
