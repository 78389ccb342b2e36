//! Finds authors and photographers: credits, bylines and lines that hold nothing but a name.

use std::ops::Range;

use super::{Context, capital_run};
use crate::model::{BlockKind, EntityType, Found, Source};
use crate::text::Case;

/// All people in credits and bylines.
pub(super) fn names(context: &Context<'_>) -> Vec<Found> {
    let mut people = Vec::new();
    for token in 0..context.token_count() {
        if let Some(end) = context.cue_at(context.cues.credit, token)
            && context.is_mark(end, ":")
            && let Some(person) = credited(context, end + 1)
        {
            people.push(person);
        }
    }
    for (index, sentence) in context.text.sentences.iter().enumerate() {
        let start = sentence.tokens.start;
        let alone = index == 0
            || index + 1 == context.text.sentences.len()
            || context.text.sentences[index - 1].block_index != sentence.block_index;
        if alone && let Some(person) = signed(context, start, sentence.tokens.end, sentence.block) {
            people.push(person);
        }
    }
    people
}

fn person(tokens: Range<usize>, rule: &'static str) -> Found {
    Found::new(tokens, EntityType::Person, Source::Context, rule)
}

/// `Ảnh: Tuấn Anh`, `Ảnh: Doãn Tấn/TTXVN`, `Ảnh: Đ. Bình`.
fn credited(context: &Context<'_>, start: usize) -> Option<Found> {
    if start >= context.token_count() || context.name_at(start).is_some() {
        return None;
    }
    let run = author_run(context, start, context.sentence_end(start).min(start + 8));
    let initial = run.len() > 2 && context.is_mark(run.start + 1, ".");
    let names = run.clone().filter(|&t| context.is_capital(t)).count();
    let plausible = (2..=4).contains(&names) || initial;
    let closed = run.end >= context.token_count()
        || !context.is_word(run.end)
        || context.sentence_end(start) == run.end
        || context.is_capital(run.end)
        || context.name_at(run.end).is_some();
    (plausible && closed).then(|| person(run, "person/credit"))
}

/// The run of an author's name; it ends before `Theo` and agencies in capitals.
fn author_run(context: &Context<'_>, start: usize, limit: usize) -> Range<usize> {
    let run = capital_run::personal(context, start, limit);
    let end = run.clone().find(|&t| is_no_authors_word(context, start, t));
    run.start..end.unwrap_or(run.end)
}

fn is_no_authors_word(context: &Context<'_>, start: usize, token: usize) -> bool {
    let acronym = context.text.tokens[token].case == Case::Upper
        && context.text.clean(token).chars().count() > 2
        && !context.in_capitals(start)
        && !context.is_mark(start + 1, ".");
    acronym || context.cue_at(context.cues.not_person, token).is_some()
}

/// A line or a dateline that opens with two to four capitalised words and is then over, or goes on
/// with a date, a bracket or a paper's name.
fn signed(context: &Context<'_>, start: usize, end: usize, block: BlockKind) -> Option<Found> {
    if context.is_mark(start, "(") || context.name_at(start).is_some() {
        return None;
    }
    if context
        .head_noun_at(start)
        .is_some_and(|(range, _)| range.len() >= 2)
    {
        return None;
    }
    let run = author_run(context, start, end.min(start + 6));
    let names = run.clone().filter(|&t| context.is_capital(t)).count();
    if !(2..=4).contains(&names) || context.in_capitals(start) {
        return None;
    }
    let over = run.end == end;
    let dated = block == BlockKind::Dateline && !context.is_word(run.end);
    let marked = context.is_mark(run.end, "(")
        && context
            .cue_at(context.cues.byline_mark, run.end + 1)
            .is_some();
    let title = matches!(block, BlockKind::Title | BlockKind::Heading) && !marked;
    ((over && !title) || dated || marked).then(|| person(run, "person/byline"))
}
