//! Any bytes, as a file of any kind: they are read or refused, and blocks lie within the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ngoaivu::read::{Limits, ReadOptions, read_bytes};

const ENDINGS: [&str; 12] = [
    "", "txt", "html", "md", "csv", "tsv", "json", "jsonl", "docx", "epub", "warc", "pdf",
];

fuzz_target!(|data: (u8, Vec<u8>)| {
    let (kind, bytes) = data;
    let name = format!("a.{}", ENDINGS[usize::from(kind) % ENDINGS.len()]);
    let options = ReadOptions {
        any_language: true,
        limits: Limits {
            document: 1 << 20,
            unpacked: 4 << 20,
        },
        ..ReadOptions::default()
    };
    for article in read_bytes(&name, bytes, &options).take(1000).flatten() {
        let length = article.text.chars().count() as u32;
        let mut end = 0;
        for block in &article.blocks {
            assert!(end <= block.span.start && block.span.start <= block.span.end);
            end = block.span.end;
        }
        assert!(end <= length);
    }
});
