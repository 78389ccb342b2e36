//! Cuts the tokens of a block into sentences.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Case, Sentence, Text, TokenKind};
use crate::model::BlockKind;

#[derive(Deserialize)]
struct AbbreviationFile {
    abbreviations: Phrases,
}

#[derive(Deserialize)]
struct Phrases {
    phrases: BTreeSet<String>,
}

/// Words whose full stop ends no sentence; empty only if the file compiled in is damaged, which a test
/// rules out.
static ABBREVIATIONS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    toml::from_str::<AbbreviationFile>(include_str!("../../ontology/reading/abbreviations.toml"))
        .map(|file| file.abbreviations.phrases)
        .unwrap_or_default()
});

/// Appends the sentences of the tokens from `first` on, which are one block.
pub(super) fn append(text: &mut Text, first: usize, block: BlockKind, block_index: usize) {
    let mut start = first;
    let mut i = first;
    let push = |tokens, sentences: &mut Vec<Sentence>| {
        sentences.push(Sentence {
            tokens,
            block,
            block_index,
        });
    };
    while i < text.tokens.len() {
        if i > start && is_line_glued(text, i) {
            push(start..i, &mut text.sentences);
            start = i;
        }
        let end = end_of_stop(text, i);
        if end > i && is_boundary(text, start, i, end) {
            push(start..end, &mut text.sentences);
            start = end;
        }
        i = end.max(i + 1);
    }
    if start < text.tokens.len() {
        push(start..text.tokens.len(), &mut text.sentences);
    }
}

/// Whether the end of a line was lost before a word, behind a name: `Nguyễn ThủyTheo Reuters`.
fn is_line_glued(text: &Text, i: usize) -> bool {
    text.is_glued(i) && text.tokens[i - 1].case == Case::Title && text.tokens[i].case != Case::Lower
}

/// One past the stops and closing quotes or brackets that begin at token `i`; `i` itself where the
/// token is no stop.
fn end_of_stop(text: &Text, i: usize) -> usize {
    if !is_stop(text, i) {
        return i;
    }
    let closes =
        |j: usize| !text.tokens[j].space_before && (is_stop(text, j) || is_closing(text.clean(j)));
    (i + 1..text.tokens.len())
        .find(|&j| !closes(j))
        .unwrap_or(text.tokens.len())
}

/// Whether the stop at `stop`, which reaches up to `end`, ends the sentence that began at `start`.
fn is_boundary(text: &Text, start: usize, stop: usize, end: usize) -> bool {
    let Some(next) = text.tokens.get(end) else {
        return true;
    };
    if !begins_sentence(text, end) {
        return false;
    }
    if text.clean(stop) != "." || end > stop + 1 {
        return next.space_before;
    }
    let Some(last) = stop.checked_sub(1).filter(|&last| last >= start) else {
        return next.space_before;
    };
    if !next.space_before {
        return is_glued(text, last, end);
    }
    !is_item_number(text, start, last) && !is_abbreviation(text, last)
}

fn begins_sentence(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word => text
            .clean(i)
            .chars()
            .next()
            .is_some_and(|first| !first.is_lowercase()),
        TokenKind::Mark => matches!(
            text.clean(i),
            "“" | "”"
                | "‘"
                | "\""
                | "'"
                | "«"
                | "("
                | "["
                | "-"
                | "–"
                | "—"
                | "*"
                | "•"
                | "+"
                | "#"
                | "►"
        ),
    }
}

/// Whether a blank was forgotten between two sentences: `… hai nước.Ông nói`.
fn is_glued(text: &Text, last: usize, next: usize) -> bool {
    let (before, after) = (&text.tokens[last], &text.tokens[next]);
    before.kind == TokenKind::Word
        && before.case == Case::Lower
        && before.space_before
        && !is_abbreviation(text, last)
        && after.kind == TokenKind::Word
        && after.case == Case::Title
        && text.clean(next).chars().nth(1).is_some()
        && text
            .tokens
            .get(next + 1)
            .is_some_and(|token| token.space_before)
}

/// Whether the sentence so far is only a number that counts paragraphs: `1.`, `IV.`, `a.`.
fn is_item_number(text: &Text, start: usize, last: usize) -> bool {
    start == last && text.clean(last).chars().count() <= 4 && {
        let item = text.clean(last);
        text.tokens[last].kind == TokenKind::Number
            || item.chars().all(|ch| matches!(ch, 'I' | 'V' | 'X'))
            || item.chars().count() == 1
    }
}

fn is_abbreviation(text: &Text, word: usize) -> bool {
    let token = &text.tokens[word];
    if token.kind != TokenKind::Word {
        return false;
    }
    let single_capital = token.case == Case::Title && text.clean(word).chars().nth(1).is_none();
    single_capital
        || (token.case != Case::Lower || text.folded(word) == "tp")
            && ABBREVIATIONS.contains(text.folded(word))
}

fn is_stop(text: &Text, i: usize) -> bool {
    text.tokens[i].kind == TokenKind::Mark && matches!(text.clean(i), "." | "!" | "?" | "…")
}

fn is_closing(mark: &str) -> bool {
    matches!(mark, "”" | "’" | "\"" | "'" | "»" | ")" | "]")
}

#[cfg(test)]
pub(super) fn knows_abbreviations() -> bool {
    ABBREVIATIONS.contains("tp")
}
