//! Reads web pages: the article's own text and what the markup says about it.

mod content;
mod lines;
mod metadata;

use std::sync::LazyLock;

use regex::bytes::Regex;
use scraper::Html;

use super::input::{Input, note, skipped};
use super::record::{Record, sha256};
use super::{ReadOptions, charset};
use crate::model::{Article, BlockKind, Problem};

/// The character set that a page declares in its first bytes.
static DECLARED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?i)charset\s*=\s*["']?\s*([a-z0-9_-]+)"#).ok());

/// The article in the bytes of a page, a note before it where its character set was guessed.
pub(super) fn read(
    bytes: &[u8],
    input: &Input,
    options: &ReadOptions,
) -> Vec<Result<Article, Problem>> {
    let source = input.name();
    let decoded = match charset::decode(bytes, declared_charset(bytes).as_deref()) {
        Ok(decoded) => decoded,
        Err(reason) => return vec![Err(skipped(&source, reason))],
    };
    let mut results = Vec::new();
    if let Some(guessed) = decoded.guessed {
        results.push(Err(note(&source, format!("read as {guessed}"))));
    }
    let page = Html::parse_document(&decoded.text);
    let metadata = metadata::read(&page);
    let (text, hints) = content::extract(&page);
    let record = Record {
        id: input.stem(),
        source,
        text,
        hints,
        metadata,
        sha256: sha256(bytes),
    };
    results.push(record.into_article(options));
    results
}

/// The text of a piece of HTML and the kind of each of its lines, where the markup says it.
pub(super) fn extract(markup: &str) -> (String, Vec<Option<BlockKind>>) {
    content::extract(&Html::parse_document(markup))
}

/// Whether a text is HTML rather than plain.
pub(super) fn is_markup(text: &str) -> bool {
    ["</p>", "</div>", "<br", "</span>"]
        .iter()
        .any(|tag| text.contains(tag))
}

fn declared_charset(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(2048)];
    let label = DECLARED.as_ref()?.captures(head)?.get(1)?;
    Some(String::from_utf8_lossy(label.as_bytes()).into_owned())
}
