//! Reads PDF documents: the text page by page, title and author from the document's properties.
//!
//! The library that takes the text out is large and made for well-meaning documents. What is known to
//! bring it down is refused beforehand; where a helper program is given, it works in a process of its
//! own, whose time and memory the system bounds.

mod bounds;
mod codes;
mod pages;
mod process;

use super::ReadOptions;
use super::dateline::metadata_date;
use super::origin::Origin;
use super::record::{Record, sha256};
use crate::model::{BlockKind, Metadata};

pub use process::answer;

/// What a document holds.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
struct Extracted {
    pages: Vec<String>,
    title: Option<String>,
    author: Option<String>,
    created: Option<String>,
}

/// The article of a PDF document.
pub(super) fn read(bytes: &[u8], origin: &Origin, options: &ReadOptions) -> Result<Record, String> {
    bounds::check_size(bytes, options.limits)?;
    let found = match &options.helper {
        Some(program) => process::take(program, bytes, options.limits)?,
        None => pages::take(bytes, options.limits)?,
    };
    let (text, hints) = arrange(&found.pages);
    if text.trim().is_empty() {
        return Err(
            "is a PDF of pictures without text; run it through text recognition first".to_owned(),
        );
    }
    Ok(Record {
        id: origin.stem.clone(),
        source: origin.source.clone(),
        text,
        hints,
        weak: Metadata {
            title: found.title,
            author: found.author,
            date: found.created.and_then(|date| metadata_date(&date)),
            ..Metadata::default()
        },
        sha256: sha256(bytes),
        ..Record::default()
    })
}

/// Pages joined to one text; a sentence may go on over the page, so a page's end is no gap. Page numbers
/// and what stands alike at the head or foot of most pages is furniture.
fn arrange(pages: &[String]) -> (String, Vec<Option<BlockKind>>) {
    let pages: Vec<Vec<&str>> = pages
        .iter()
        .map(|page| page.trim_matches('\n').lines().map(str::trim).collect())
        .collect();
    let shape = |line: &str| {
        line.chars()
            .filter(|ch| !ch.is_ascii_digit())
            .collect::<String>()
    };
    let edges = |page: &Vec<&str>| {
        let ends = [page.first(), page.last()];
        ends.into_iter()
            .flatten()
            .map(|line| shape(line))
            .collect::<Vec<_>>()
    };
    let all: Vec<Vec<String>> = pages.iter().map(edges).collect();
    let repeats = |line: &str| {
        let shape = shape(line);
        let count = all.iter().filter(|edges| edges.contains(&shape)).count();
        count >= 3 && count * 2 > pages.len()
    };
    let (mut lines, mut hints) = (Vec::new(), Vec::new());
    for page in &pages {
        for (at, line) in page.iter().enumerate() {
            let at_edge = at == 0 || at + 1 == page.len();
            let number =
                !line.is_empty() && line.chars().all(|ch| !ch.is_alphabetic()) && line.len() <= 12;
            hints.push((at_edge && (number || repeats(line))).then_some(BlockKind::Furniture));
            lines.push(*line);
        }
    }
    (lines.join("\n"), hints)
}
