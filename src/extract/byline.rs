//! Finds authors and photographers: credits, bylines and lines that hold nothing but a name.

use std::ops::Range;

use super::{Context, capital_run};
use crate::model::{BlockKind, EntityType, Found, Source};
use crate::text::{Case, Sentence};

/// All people in credits and bylines.
pub(super) fn names(context: &Context<'_>) -> Vec<Found> {
    let mut people = Vec::new();
    for token in context.tokens_with(context.cues.credit.into()) {
        if let Some(end) = context.cue_at(context.cues.credit, token)
            && let Some(start) = credit_start(context, end)
            && let Some(person) = credited(context, start)
        {
            people.push(person);
        }
    }
    for (index, sentence) in context.text.sentences.iter().enumerate() {
        let alone = index == 0
            || index + 1 == context.text.sentences.len()
            || context.text.sentences[index - 1].block_index != sentence.block_index;
        if alone {
            let place = Place {
                last: index + 1 == context.text.sentences.len(),
                sourced: is_sourced(context, index),
            };
            people.extend(signed(context, sentence, place));
        }
    }
    people
}

/// Where a line stands that may be an author's.
#[derive(Clone, Copy)]
struct Place {
    /// Whether it ends the text.
    last: bool,
    /// Whether the last line, behind it, tells where the text comes from.
    sourced: bool,
}

/// Whether only a line behind this one follows that opens with `Theo`, `Nguồn` or `Tổng hợp`.
fn is_sourced(context: &Context<'_>, index: usize) -> bool {
    let sentences = &context.text.sentences;
    let (this, Some(next)) = (&sentences[index], sentences.get(index + 1)) else {
        return false;
    };
    this.block_index != next.block_index
        && sentences[index + 1..]
            .iter()
            .all(|later| later.block_index == next.block_index)
        && context.is_cue(context.cues.source_line, next.tokens.start)
}

/// Behind `Ảnh:`; behind `Ảnh` before a paper's name, `Ảnh VGP/`.
fn credit_start(context: &Context<'_>, end: usize) -> Option<usize> {
    if context.is_mark(end, ":") {
        return Some(end + 1);
    }
    behind_paper(context, end).map(|_| end)
}

fn person(tokens: Range<usize>, rule: &'static str) -> Found {
    Found::new(tokens, EntityType::Person, Source::Context, rule)
}

/// `Ảnh: Tuấn Anh`, `Ảnh: Doãn Tấn/TTXVN`, `Ảnh: VGP/Quang Hiếu`, `Ảnh: Đ. Bình`.
fn credited(context: &Context<'_>, start: usize) -> Option<Found> {
    let start = behind_paper(context, start).unwrap_or(start);
    if start >= context.token_count() || context.name_at(start).is_some() {
        return None;
    }
    let run = author_run(context, start, context.sentence_end(start).min(start + 8));
    let run = before_sentence(context, run);
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

/// Behind the paper of a credit: `VGP/`.
fn behind_paper(context: &Context<'_>, start: usize) -> Option<usize> {
    let paper = start < context.token_count()
        && matches!(context.text.tokens[start].case, Case::Upper | Case::Mixed)
        && context.is_mark(start + 1, "/");
    (paper && start + 2 < context.sentence_end(start)).then_some(start + 2)
}

/// Drops the first word of a sentence that follows without a full stop: `Quang Hiếu Tại hội đàm`.
fn before_sentence(context: &Context<'_>, run: Range<usize>) -> Range<usize> {
    let last = run.end.saturating_sub(1);
    let goes_on = context.is_word(run.end)
        && !context.is_capital(run.end)
        && run.end < context.sentence_end(run.start);
    if run.len() >= 3 && goes_on {
        run.start..last
    } else {
        run
    }
}

/// The run of an author's name; it ends before `Theo` and agencies in capitals. Hyphens between
/// Vietnamese names part authors.
fn author_run(context: &Context<'_>, start: usize, limit: usize) -> Range<usize> {
    let plain = (start..limit)
        .take_while(|&t| context.is_capital(t) && context.text.is_vietnamese(t))
        .count();
    let run = if plain >= 2 && context.is_dash(start + plain) {
        start..start + plain
    } else {
        capital_run::personal(context, start, limit)
    };
    let end = run.clone().find(|&t| is_no_authors_word(context, start, t));
    run.start..end.unwrap_or(run.end)
}

fn is_no_authors_word(context: &Context<'_>, start: usize, token: usize) -> bool {
    let acronym = is_upper(context, token)
        && context.text.clean(token).chars().count() > 2
        && !context.in_capitals(start)
        && !is_shouted(context, start)
        && !context.is_mark(start + 1, ".");
    let opens = token >= start + 2 && capital_run::opens_sentence_without_stop(context, token);
    acronym
        || opens
        || is_shouted(context, start) && !is_upper(context, token) && context.is_word(token)
        || context.cue_at(context.cues.not_person, token).is_some()
}

fn is_upper(context: &Context<'_>, token: usize) -> bool {
    context
        .text
        .tokens
        .get(token)
        .is_some_and(|t| t.case == Case::Upper)
}

/// `THANH LỘC`: two Vietnamese syllables in capitals.
fn is_shouted(context: &Context<'_>, start: usize) -> bool {
    (start..start + 2).all(|t| {
        is_upper(context, t)
            && context.text.clean(t).chars().count() >= 2
            && context.text.is_vietnamese(t)
    })
}

/// A line or a dateline that opens with two to four capitalised words and is then over, or goes on
/// with a date, a bracket or a paper's name. Of several authors each is found.
fn signed(context: &Context<'_>, sentence: &Sentence, place: Place) -> Vec<Found> {
    let last = place.last;
    let (start, end) = (sentence.tokens.start, sentence.tokens.end);
    let mut authors = Vec::new();
    let mut at = start;
    while let Some(run) = author(context, at, end, place) {
        at = run.end;
        authors.push(run);
        let parted = context.is_dash(at) || context.is_mark(at, ",") || context.is_mark(at, ";");
        if !parted || at + 1 >= end || is_source(context, at + 1) {
            break;
        }
        at += 1;
    }
    if authors.is_empty() {
        return Vec::new();
    }
    let over = at == end || last && (context.is_mark(at, "/") || is_source(context, at + 1));
    let dated = sentence.block == BlockKind::Dateline && !context.is_word(at);
    let marked = context.is_mark(at, "(")
        && (context.cue_at(context.cues.byline_mark, at + 1).is_some()
            || last && is_bracket_at_end(context, at, end));
    let title = match sentence.block {
        BlockKind::Title => !marked,
        BlockKind::Heading => !marked && !place.sourced,
        _ => false,
    };
    if (over && !title) || dated || marked {
        authors
            .into_iter()
            .map(|run| person(run, "person/byline"))
            .collect()
    } else {
        Vec::new()
    }
}

/// The author whose name begins here.
fn author(
    context: &Context<'_>,
    start: usize,
    end: usize,
    Place { last, sourced }: Place,
) -> Option<Range<usize>> {
    let other = context.name_at(start).is_some_and(|(range, entry, _)| {
        let syllable = range.len() == 1 && context.entry(entry).kind == EntityType::Country;
        !((last || sourced) && syllable)
    });
    let head = context
        .head_noun_at(start)
        .is_some_and(|(range, _)| range.len() >= 2);
    if other || head || context.is_mark(start, "(") {
        return None;
    }
    let run = author_run(context, start, end.min(start + 6));
    let names = run.clone().filter(|&t| context.is_capital(t)).count();
    let shouted = context.in_capitals(start) && !(last && is_shouted(context, start));
    ((2..=4).contains(&names) && !shouted).then_some(run)
}

/// `Theo Reuters`, `Dân Trí`, `TTXVN`: where a text comes from, behind its author.
fn is_source(context: &Context<'_>, token: usize) -> bool {
    token < context.token_count()
        && (context.text.folded(token) == "theo"
            || context
                .name_at(token)
                .is_some_and(|(_, entry, _)| context.entry(entry).kind == EntityType::Agency))
}

/// `(từ Bắc Kinh)` at the end of a text.
fn is_bracket_at_end(context: &Context<'_>, open: usize, end: usize) -> bool {
    (open..end).rev().take(2).any(|t| context.is_mark(t, ")"))
}

#[cfg(test)]
mod tests {
    use crate::extract::{NameCues, names};
    use crate::model::{Article, Block, BlockKind, EntityType, Metadata, Span};
    use crate::ontology::Ontology;
    use crate::text::Text;

    /// The people of an article whose lines are of these kinds.
    fn people(lines: &[(&str, BlockKind)]) -> Vec<String> {
        let (mut source, mut blocks) = (String::new(), Vec::new());
        for &(line, kind) in lines {
            let start = source.chars().count();
            let span = Span::new(start as u32, (start + line.chars().count()) as u32);
            blocks.push(Block { span, kind });
            source.push_str(line);
            source.push('\n');
        }
        let article = Article {
            id: "test".into(),
            source: "test".into(),
            text: source,
            blocks,
            metadata: Metadata::default(),
            sha256: String::new(),
        };
        let ontology = Ontology::embedded();
        let text = Text::analyse(&article);
        let cues = NameCues::new(ontology).expect("all cue lists");
        names(&text, ontology, &ontology.matches(&text), &cues)
            .into_iter()
            .filter(|name| name.kind == EntityType::Person)
            .map(|name| text.phrase(name.tokens))
            .collect()
    }

    #[test]
    fn an_author_stands_before_the_line_that_tells_the_source() {
        let line = ("Hai bên đã ký kết.", BlockKind::Body);
        let source = ("Theo Reuters", BlockKind::Body);
        assert_eq!(
            people(&[line, ("Đức Hoàng", BlockKind::Heading), source]),
            ["Đức Hoàng"]
        );
        let more = [line, ("Mùa Vàng", BlockKind::Heading), line, source];
        assert!(people(&more).is_empty());
    }
}
