//! What the targets have in common.

use ngoaivu::model::Article;
use ngoaivu::read::{Limits, ReadOptions, read_bytes};

/// Parts the letter that says what the bytes are from the bytes; a letter that is none of these counts as
/// one all the same.
pub fn split<'a, T: Copy>(data: &'a [u8], kinds: &[(u8, T)]) -> (T, &'a [u8]) {
    let (first, bytes) = data.split_first().unwrap_or((&0, &[]));
    let known = kinds.iter().find(|(letter, _)| letter == first);
    let (_, kind) = known.unwrap_or(&kinds[usize::from(*first) % kinds.len()]);
    (*kind, bytes)
}

/// Reads bytes as a file of this name, looks whether blocks lie in order within the text, and gives the
/// articles.
pub fn read(name: &str, bytes: Vec<u8>) -> Vec<Article> {
    let options = ReadOptions {
        any_language: true,
        limits: Limits {
            document: 1 << 20,
            unpacked: 4 << 20,
            ..Limits::default()
        },
        ..ReadOptions::default()
    };
    let articles: Vec<Article> = read_bytes(name, bytes, &options).take(1000).flatten().collect();
    for article in &articles {
        let length = article.text.chars().count() as u32;
        let mut end = 0;
        for block in &article.blocks {
            assert!(end <= block.span.start && block.span.start <= block.span.end);
            end = block.span.end;
        }
        assert!(end <= length);
    }
    articles
}
