//! Reads web pages: the article's own text and what the markup says about it.

mod content;
mod lines;
mod metadata;
mod nesting;

use std::sync::LazyLock;

use regex::bytes::Regex;
use scraper::Html;

use super::ReadOptions;
use super::origin::Origin;
use super::record::{Record, decode, sha256};
use crate::model::BlockKind;

/// The character set that a page declares in its first bytes.
static DECLARED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?i)charset\s*=\s*["']?\s*([a-z0-9_-]+)"#).ok());

/// The article in the bytes of a page.
pub(super) fn read(bytes: &[u8], origin: &Origin, options: &ReadOptions) -> Result<Record, String> {
    let (markup, notes) = decode(bytes, declared_charset(bytes).as_deref(), options)?;
    let page = parse(&markup)?;
    let metadata = metadata::read(&page);
    let (text, hints) = content::extract(&page);
    Ok(Record {
        id: origin.stem.clone(),
        source: origin.source.clone(),
        text,
        hints,
        metadata,
        sha256: sha256(bytes),
        notes,
        ..Record::default()
    })
}

/// The text of a piece of HTML and the kind of each of its lines, where the markup says it.
pub(super) fn extract(markup: &str) -> Result<(String, Vec<Option<BlockKind>>), String> {
    Ok(content::extract(&parse(markup)?))
}

/// Parses a page, unless it is made to take forever.
fn parse(markup: &str) -> Result<Html, String> {
    nesting::check(markup)?;
    Ok(Html::parse_document(markup))
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
