//! Tells the parts of a page by what its lines look like: title, paragraphs, captions, furniture.

use std::ops::Range;

use super::dateline;
use super::furniture;
use super::letters::composed;
use crate::model::{Block, BlockKind, Metadata, Span};

/// A line of a text, without the blanks around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    /// Number of words between blanks.
    pub(super) words: usize,
    /// Whether an empty line stands before it.
    pub(super) after_gap: bool,
}

impl Line<'_> {
    /// Whether it ends as a sentence does.
    pub(super) fn is_stopped(&self) -> bool {
        self.text
            .trim_end_matches(['”', '"', '’', '\'', ')', ']', '»', '/'])
            .ends_with(['.', '!', '?', '…', ':', ';'])
    }

    /// Whether it is running text: long enough and closed like a sentence.
    pub(super) fn is_paragraph(&self) -> bool {
        self.words >= 60 || (self.words >= 18 && self.is_stopped())
    }
}

/// The blocks of a text and what its lines say about the article. `hints` holds the kind of each line
/// where markup gave it, and may be shorter than the text.
pub(super) fn arrange(text: &str, hints: &[Option<BlockKind>]) -> (Vec<Block>, Metadata) {
    let Visible {
        lines,
        forms,
        hints,
    } = visible_lines(text, hints);
    let furniture = furniture::find(&lines, &forms, &hints);
    let mut found = Metadata::default();
    let mut kinds = Vec::with_capacity(lines.len());
    let mut title_seen = hints.contains(&Some(BlockKind::Title));
    let has_paragraph = lines.iter().any(Line::is_paragraph);
    let is_cut = !has_paragraph && has_wrapped_paragraph(&lines);
    for (i, line) in lines.iter().enumerate() {
        let kind = if furniture[i] {
            BlockKind::Furniture
        } else if let Some(hint) = hints[i].filter(|&hint| hint != BlockKind::Body) {
            hint
        } else {
            let heads = has_paragraph || is_cut && stands_alone(&lines[i..]);
            classify(line, &forms[i], i, heads && !title_seen)
        };
        title_seen |= !matches!(kind, BlockKind::Dateline | BlockKind::Furniture);
        kinds.push(kind);
    }
    for (line, kind) in lines.iter().zip(&kinds) {
        note_metadata(line, *kind, &mut found);
    }
    mark_byline(&lines, &mut kinds, &mut found);
    let blocks = join_wrapped(&lines, &kinds);
    if let Some(title) = blocks.iter().find(|block| block.kind == BlockKind::Title) {
        let within = |line: &&Line<'_>| {
            title.span.start <= line.span.start && line.span.end <= title.span.end
        };
        let words: Vec<&str> = lines.iter().filter(within).map(|line| line.text).collect();
        found.title = Some(composed(&words.join(" ")).into_owned());
    }
    (blocks, found)
}

/// Whether lines without a gap between them make a paragraph together.
fn has_wrapped_paragraph(lines: &[Line<'_>]) -> bool {
    let mut words = 0;
    lines.windows(2).any(|pair| {
        words = if pair[0].after_gap {
            pair[0].words
        } else {
            words + pair[0].words
        };
        !pair[1].after_gap && words + pair[1].words >= 18 && pair[1].is_stopped()
    })
}

/// Whether the first of these lines, with what follows before the next gap, is no paragraph.
fn stands_alone(lines: &[Line<'_>]) -> bool {
    let end = (1..lines.len())
        .find(|&i| lines[i].after_gap)
        .unwrap_or(lines.len());
    end <= 4 && !is_sentence(&lines[end - 1])
}

fn classify(line: &Line<'_>, form: &str, index: usize, may_be_title: bool) -> BlockKind {
    if dateline::is_dateline(line.text, form) {
        BlockKind::Dateline
    } else if may_be_title && index < 12 && line.words <= 40 && !is_sentence(line) {
        BlockKind::Title
    } else if is_caption(line, form) {
        BlockKind::Caption
    } else if line.words <= 25 && !line.is_stopped() && index > 0 {
        BlockKind::Heading
    } else {
        BlockKind::Body
    }
}

/// Whether a line closes with a full stop; titles may ask, exclaim or trail off.
fn is_sentence(line: &Line<'_>) -> bool {
    let bare = line.text.trim_end_matches(['”', '"', '’', '\'', ')', '/']);
    bare.ends_with(['.', ':', ';']) && !bare.ends_with("..")
}

/// Longest credit of a picture, in words.
const CREDIT: usize = 8;

/// Whether a line ends with the credit of a picture: `(Ảnh: …)`, `- Ảnh: …`, `(Nguồn: …)`.
fn is_caption(line: &Line<'_>, folded: &str) -> bool {
    // What begins further left has too many words behind it.
    let end = folded.rmatch_indices(' ').nth(CREDIT + 4);
    let from = end.map_or(0, |(blank, _)| blank);
    let tail = &folded[from..];
    // One of these is in every credit.
    if !tail.contains(':') && !tail.contains("ảnh ") {
        return false;
    }
    let credit = |word: &str| {
        tail.rfind(word).is_some_and(|at| {
            let at = from + at;
            let before = folded[..at].trim_end();
            let opened =
                before.is_empty() || before.ends_with(['(', '-', '–', '.', '|', '/', ',', ';']);
            let behind = &folded[at + word.len()..];
            opened && behind.split_whitespace().count() <= CREDIT
        })
    };
    line.words <= 120
        && [
            "ảnh:",
            "ảnh :",
            "nguồn:",
            "ảnh minh h",
            "ảnh tư liệu",
            "photo:",
            "đồ họa:",
        ]
        .iter()
        .any(|word| credit(word))
}

fn note_metadata(line: &Line<'_>, kind: BlockKind, found: &mut Metadata) {
    match kind {
        BlockKind::Dateline => {
            let said = dateline::read(line.text);
            found.date = found.date.take().or(said.date);
            found.author = found.author.take().or(said.author);
        }
        BlockKind::Body if found.date.is_none() => {
            found.date = dateline::opening_date(line.text);
        }
        _ => {}
    }
}

/// The author's name often stands alone in the last line: `Nguyễn An`, `Nguyễn An (thực hiện)`.
fn mark_byline(lines: &[Line<'_>], kinds: &mut [BlockKind], found: &mut Metadata) {
    let read = |kind: BlockKind| !matches!(kind, BlockKind::Furniture | BlockKind::Caption);
    let last = (0..lines.len()).rev().find(|&i| read(kinds[i]));
    let Some(last) = last.filter(|&last| last > 1) else {
        return;
    };
    if let Some(author) = dateline::byline(lines[last].text) {
        kinds[last] = BlockKind::Dateline;
        found.author = found.author.take().or(Some(author));
    }
}

/// Blocks of the lines; lines of one kind that were cut within a sentence are one block.
fn join_wrapped(lines: &[Line<'_>], kinds: &[BlockKind]) -> Vec<Block> {
    let wrapped = is_wrapped(lines, kinds);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut i = 0;
    while i < lines.len() {
        let mut end = i + 1;
        while end < lines.len() && continues(lines, kinds, end, wrapped) {
            end += 1;
        }
        blocks.push(Block {
            span: Span::new(lines[i].span.start, lines[end - 1].span.end),
            kind: joined_kind(&kinds[i..end]),
        });
        i = end;
    }
    blocks
}

fn joined_kind(kinds: &[BlockKind]) -> BlockKind {
    if kinds.len() > 1 && kinds[0] == BlockKind::Heading {
        return BlockKind::Body;
    }
    kinds[0]
}

/// Whether line `next` goes on with the sentence of the line before it.
fn continues(lines: &[Line<'_>], kinds: &[BlockKind], next: usize, wrapped: bool) -> bool {
    let running = |kind| {
        matches!(
            kind,
            BlockKind::Body | BlockKind::Heading | BlockKind::Title
        )
    };
    let (line, before) = (&lines[next], &lines[next - 1]);
    if line.after_gap || !running(kinds[next]) || !running(kinds[next - 1]) {
        return false;
    }
    let broken = !before.is_stopped() && before.words >= 4;
    broken && starts_lower(line.text) || wrapped && (broken || before.words >= 8)
}

fn starts_lower(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

/// Whether the text was cut into lines of equal width, as by a printer or from a PDF.
fn is_wrapped(lines: &[Line<'_>], kinds: &[BlockKind]) -> bool {
    let longest = lines.iter().map(|line| line.span.len()).max().unwrap_or(0);
    let is_body = |i: usize| matches!(kinds[i], BlockKind::Body | BlockKind::Heading);
    let pairs = |range: Range<usize>| {
        range.filter(|&i| !lines[i].after_gap && is_body(i) && is_body(i - 1))
    };
    let all = pairs(1..lines.len()).count();
    let broken = pairs(1..lines.len())
        .filter(|&i| !lines[i - 1].is_stopped() && starts_lower(lines[i].text))
        .count();
    longest <= 140 && all >= 4 && broken * 3 >= all
}

/// The lines that hold letters or digits.
#[derive(Default)]
struct Visible<'a> {
    lines: Vec<Line<'a>>,
    /// Each in the form that is compared.
    forms: Vec<String>,
    hints: Vec<Option<BlockKind>>,
}

fn visible_lines<'a>(text: &'a str, hints: &[Option<BlockKind>]) -> Visible<'a> {
    let mut visible = Visible::default();
    let mut after_gap = true;
    let mut point = 0;
    for (number, raw) in text.split('\n').enumerate() {
        let length = raw.chars().count();
        let start = point;
        point += length + 1;
        let trimmed = raw.trim();
        if !trimmed.chars().any(char::is_alphanumeric) {
            after_gap |= trimmed.is_empty();
            continue;
        }
        let lead = raw.chars().take_while(|ch| ch.is_whitespace()).count();
        let trail = raw.chars().rev().take_while(|ch| ch.is_whitespace());
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let form = furniture::plain_form(trimmed);
        visible.lines.push(Line {
            text: trimmed,
            span: Span::new(narrow(start + lead), narrow(start + length - trail.count())),
            words: form.bytes().filter(|&byte| byte == b' ').count() + 1,
            after_gap,
        });
        visible.forms.push(form);
        visible.hints.push(hints.get(number).copied().flatten());
        after_gap = false;
    }
    visible
}
