//! Reads Word documents: paragraphs in reading order, the properties of the file.

use super::super::open::articles;
use super::super::origin::Origin;
use super::super::record::{Record, sha256};
use super::super::{Articles, dateline};
use super::Package;
use super::xml::{Step, attribute, first_text, walk};
use crate::model::{BlockKind, Metadata};

/// The article of a document.
pub(super) fn read(mut package: Package, origin: &Origin) -> Result<Articles, String> {
    let document = package.xml("word/document.xml")?.unwrap_or_default();
    let properties = package
        .xml("docProps/core.xml")
        .ok()
        .flatten()
        .unwrap_or_default();
    let mut paragraphs = Paragraphs::default();
    walk(&document, |step| paragraphs.take(&step))?;
    let options = package.opener.options.clone();
    let (text, hints) = paragraphs.finish();
    let record = Record {
        id: origin.stem.clone(),
        source: origin.source.clone(),
        text,
        hints,
        weak: Metadata {
            title: first_text(&properties, "title"),
            date: first_text(&properties, "created")
                .and_then(|date| dateline::metadata_date(&date)),
            author: first_text(&properties, "creator"),
            language: first_text(&properties, "language"),
            ..Metadata::default()
        },
        sha256: sha256(&package.into_bytes()?),
        ..Record::default()
    };
    Ok(articles(record, &options))
}

#[derive(Default)]
struct Paragraphs {
    lines: Vec<(String, Option<BlockKind>)>,
    /// The paragraphs that are open; a text box stands within another one.
    open: Vec<(String, Option<BlockKind>)>,
    in_text: bool,
    /// Copies for old programs and deleted words.
    silent: usize,
}

impl Paragraphs {
    fn take(&mut self, step: &Step<'_>) {
        match step {
            Step::Open(element) => {
                let name = element.local_name();
                match name.as_ref() {
                    "Fallback" | "del" => self.silent += 1,
                    "p" => self.open.push((String::new(), None)),
                    "t" => self.in_text = true,
                    "tab" => self.push(" "),
                    "br" | "cr" => self.push("\n"),
                    "noBreakHyphen" => self.push("-"),
                    "pStyle" => {
                        let kind = attribute(element, "val").and_then(|style| kind_of(&style));
                        if let Some((_, hint)) = self.open.last_mut() {
                            *hint = kind;
                        }
                    }
                    _ => {}
                }
            }
            Step::Close("Fallback" | "del") => self.silent = self.silent.saturating_sub(1),
            Step::Close("t") => self.in_text = false,
            Step::Close("p") => {
                if let Some((text, hint)) = self.open.pop() {
                    self.lines
                        .extend(text.split('\n').map(|line| (line.trim().to_owned(), hint)));
                    self.lines.push((String::new(), None));
                }
            }
            Step::Text(text) if self.in_text => self.push(text),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.silent == 0
            && let Some((line, _)) = self.open.last_mut()
        {
            line.push_str(text);
        }
    }

    fn finish(self) -> (String, Vec<Option<BlockKind>>) {
        let hints = self.lines.iter().map(|&(_, hint)| hint).collect();
        let lines: Vec<String> = self.lines.into_iter().map(|(line, _)| line).collect();
        (lines.join("\n"), hints)
    }
}

/// What the name of a style says of a paragraph; Vietnamese versions of Word name them in English too.
fn kind_of(style: &str) -> Option<BlockKind> {
    let style = style.to_lowercase();
    match style.as_str() {
        "title" => Some(BlockKind::Title),
        "caption" => Some(BlockKind::Caption),
        _ if style.starts_with("heading") => Some(BlockKind::Heading),
        _ => None,
    }
}
