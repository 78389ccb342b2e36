//! Reads Markdown: headings, paragraphs, lists; links and emphasis as their words.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::ReadOptions;
use super::origin::Origin;
use super::plain::take_pair;
use super::record::{Record, decode, sha256};
use crate::model::{BlockKind, Metadata};

/// Whether a text opens like Markdown: a heading, and then marks that plain text does not have.
pub(super) fn is_markdown(head: &str) -> bool {
    let heading = |line: &str| {
        let marks = line.len() - line.trim_start_matches('#').len();
        (1..=6).contains(&marks) && line[marks..].starts_with(' ')
    };
    let first = head.lines().find(|line| !line.trim().is_empty());
    let others = head.lines().skip(1);
    first.is_some_and(heading)
        && (head.contains("](") || head.contains("**") || others.into_iter().any(heading))
}

/// The article in a Markdown file.
pub(super) fn read(bytes: &[u8], origin: &Origin, options: &ReadOptions) -> Result<Record, String> {
    let (markup, notes) = decode(bytes, None, options)?;
    let mut lines = Lines::default();
    let known = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for event in Parser::new_ext(&markup, known) {
        lines.take(event);
    }
    lines.end_line(false);
    let hints = lines.lines.iter().map(|&(_, hint)| hint).collect();
    let text: Vec<String> = lines.lines.into_iter().map(|(line, _)| line).collect();
    Ok(Record {
        id: origin.stem.clone(),
        source: origin.source.clone(),
        text: text.join("\n"),
        hints,
        metadata: lines.metadata,
        sha256: sha256(bytes),
        notes,
        ..Record::default()
    })
}

#[derive(Default)]
struct Lines {
    lines: Vec<(String, Option<BlockKind>)>,
    line: String,
    hint: Option<BlockKind>,
    /// How many elements around this place are no text of the article: code, pictures.
    silent: usize,
    in_metadata: bool,
    metadata: Metadata,
}

impl Lines {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) if self.in_metadata => {
                for line in text.lines() {
                    take_pair(line, &mut self.metadata);
                }
            }
            Event::Text(text) | Event::Code(text) if self.silent == 0 => self.line.push_str(&text),
            Event::SoftBreak => self.line.push(' '),
            Event::HardBreak => self.end_line(false),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock => self.silent += 1,
            Tag::MetadataBlock(_) => self.in_metadata = true,
            Tag::Heading { level, .. } => {
                self.end_line(true);
                self.hint = Some(match level {
                    HeadingLevel::H1 => BlockKind::Title,
                    _ => BlockKind::Heading,
                });
            }
            Tag::Paragraph | Tag::Item | Tag::TableRow | Tag::TableHead => self.end_line(false),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock | TagEnd::Image | TagEnd::HtmlBlock => {
                self.silent = self.silent.saturating_sub(1);
            }
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            TagEnd::TableCell => self.line.push_str("  "),
            TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead => self.end_line(false),
            TagEnd::Paragraph | TagEnd::Heading(_) => self.end_line(true),
            _ => {}
        }
    }

    /// Ends a line, with an empty one behind it where a paragraph ends.
    fn end_line(&mut self, ends_paragraph: bool) {
        let line = std::mem::take(&mut self.line);
        let hint = self.hint.take();
        if !line.trim().is_empty() {
            self.lines.push((line.trim().to_owned(), hint));
        }
        if ends_paragraph && self.lines.last().is_some_and(|(last, _)| !last.is_empty()) {
            self.lines.push((String::new(), None));
        }
    }
}
