//! The grammar of long names: which words may follow inside a name, and where it must end.

use super::{Context, syllable};
use crate::model::{EntityType, Found};
use crate::text::Case;

/// How a name may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// Capitalised words, known names, words of two syllables, coordination: bodies.
    Tight,
    /// Anything up to a verb, a mark or a function word at which no title goes on: events, documents.
    Loose,
}

/// Where a name that has reached `end` is over, at the latest at `limit`.
/// `fixed` are names that are never cut: people end it, places and bodies are taken whole.
pub(super) fn name_end(
    context: &Context<'_>,
    start: usize,
    mut end: usize,
    limit: usize,
    tail: Tail,
    fixed: &[Found],
) -> usize {
    while end < limit {
        let next = match tail {
            Tail::Tight => tight(context, start, end, limit, fixed),
            Tail::Loose => loose(context, start, end, limit, fixed),
        };
        match next {
            Some(next) if next > end => end = next.min(limit),
            _ => break,
        }
    }
    end
}

/// The name of this type that begins at a token, the longest.
pub(super) fn fixed_at(fixed: &[Found], token: usize) -> Option<&Found> {
    fixed
        .iter()
        .filter(|f| f.tokens.start == token)
        .max_by_key(|f| f.tokens.end)
}

fn tight(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    if let Some(name) = fixed_at(fixed, at) {
        return match name.kind {
            EntityType::Person | EntityType::Agency => None,
            _ => Some(name.tokens.end),
        };
    }
    if at > start && (opens_head(context, at) || opens_role(context, at)) {
        return None;
    }
    if is_roman(context, at)
        || context
            .cue_at(context.cues.edition, at)
            .is_some_and(|e| is_edition_value(context, e))
    {
        return None;
    }
    if context.is_capital(at) {
        return Some(at + 1);
    }
    if context.is_number(at) {
        return (!context.text.tokens[at].space_before || number_in_name(context, at))
            .then_some(at + 1);
    }
    if context.is_word(at) {
        return tight_word(context, start, at, fixed);
    }
    tight_mark(context, start, at, limit, fixed)
}

/// A lower-case word inside the name of a body.
fn tight_word(context: &Context<'_>, start: usize, at: usize, fixed: &[Found]) -> Option<usize> {
    let text = context.text;
    // The second syllable of a word: `giao` in `Ngoại giao`; of the first word also unlisted ones.
    let stops = context.cue_at(context.cues.stop, at).is_some();
    let lone_capital = at > start
        && context.is_capital(at - 1)
        && context.text.tokens[at - 1].case == Case::Title
        && syllable::is_vietnamese(text.folded(at - 1))
        && !(at - 1 > start && context.text.tokens[at - 2].case == Case::Title)
        && !stops;
    if at > start && (context.is_compound(at - 1) || lone_capital) && !ends_fixed(fixed, at) {
        return Some(at + 1);
    }
    if text.folded(at) == "và" {
        let goes_on =
            at > start && coordinated(context, at + 1, fixed) && !is_known_agency(at, fixed);
        return goes_on.then_some(at + 2);
    }
    // `tỉnh Quảng Trị`, `thành phố Hà Nội` as the owner of a body.
    if let Some(end) = context.cue_at(context.cues.place_head, at)
        && (context.is_capital(end) || fixed_at(fixed, end).is_some())
    {
        return Some(end);
    }
    if at > start
        && let Some(end) = context.cue_at(context.cues.abroad, at)
    {
        return Some(end);
    }
    // `tại Việt Nam`, `ở Việt Nam`, `của Liên hợp quốc`.
    if at > start
        && matches!(text.folded(at), "tại" | "ở")
        && fixed_at(fixed, at + 1).is_some_and(|f| f.kind == EntityType::Country)
    {
        return Some(at + 1);
    }
    // A word of two syllables in lower case: `nông thôn`, `môi trường`, `nhân dân`.
    if stops || ends_place(context, fixed, at) {
        return None;
    }
    if context.is_compound(at) {
        return Some(at + 2);
    }
    // One or two common syllables before a name: `sữa` in `nhà máy sữa Nghệ An`.
    (at + 1..at + 3)
        .take_while(|&t| {
            t == at + 1
                || (context.is_word(t - 1) && context.cue_at(context.cues.stop, t - 1).is_none())
        })
        .find(|&t| context.is_capital(t))
        .filter(|&t| !opens_head(context, t) && !opens_role(context, t))
}

/// Whether a body that the ontology knows ends here: nothing is coordinated to it.
fn is_known_agency(end: usize, fixed: &[Found]) -> bool {
    fixed
        .iter()
        .any(|f| f.tokens.end == end && f.kind == EntityType::Agency)
}

/// `XI` in `Đại hội Đảng XI`.
fn is_roman(context: &Context<'_>, at: usize) -> bool {
    let word = context.text.clean(at);
    !word.is_empty()
        && word.chars().all(|c| "IVXLC".contains(c))
        && context.text.tokens[at].case == Case::Upper
}

fn ends_fixed(fixed: &[Found], end: usize) -> bool {
    fixed
        .iter()
        .any(|f| f.tokens.end == end && f.kind != EntityType::Agency)
}

fn ends_place(context: &Context<'_>, fixed: &[Found], end: usize) -> bool {
    let joined = end >= 2 && (context.is_mark(end - 2, "&") || context.is_dash(end - 2));
    ends_fixed(fixed, end)
        || !joined
            && end.checked_sub(1).is_some_and(|t| {
                context.text.tokens[t].case == Case::Upper
                    || context.text.tokens[t].case == Case::Mixed
            })
}

/// Whether `và Thể thao` goes on with the name: a capitalised word that opens no other name.
fn coordinated(context: &Context<'_>, at: usize, fixed: &[Found]) -> bool {
    context.is_capital(at)
        && (context.text.tokens[at].case == Case::Title
            || at >= 2 && context.text.tokens[at - 2].case == Case::Upper)
        && fixed_at(fixed, at).is_none()
        && !opens_head(context, at)
        && !opens_role(context, at)
}

fn tight_mark(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    if at == start || at + 1 >= limit {
        return None;
    }
    let next = at + 1;
    if context.is_mark(at, "&") {
        return Some(next);
    }
    if context.is_dash(at) {
        let tight =
            !context.text.tokens[at].space_before && !context.text.tokens[next].space_before;
        let goes_on = if tight {
            (context.is_capital(next) || context.is_number(next)) && fixed_at(fixed, next).is_none()
        } else {
            coordinated(context, next, fixed) && !ends_fixed(fixed, at)
        };
        return goes_on.then_some(next);
    }
    // `Sở Văn hóa, Thể thao và Du lịch`: a comma only where an `và` closes the list of fields.
    if context.is_mark(at, ",") && coordinated(context, next, fixed) && !ends_fixed(fixed, at) {
        let closed = (next + 1..(next + 5).min(limit))
            .take_while(|&t| !context.is_mark(t, ".") && !context.is_quote(t))
            .any(|t| {
                context.text.folded(t) == "và"
                    && coordinated(context, t + 1, fixed)
                    && (next..t).all(|w| context.is_word(w) && !opens_head(context, w))
            });
        return closed.then_some(next);
    }
    None
}

/// Whether the number behind a word is part of a name: `Quân khu 7`, `Sư đoàn 5`.
fn number_in_name(context: &Context<'_>, at: usize) -> bool {
    at > 0
        && context.text.clean(at).len() <= 3
        && (context.head_noun_at(at - 1).is_some()
            || context
                .head_noun_at(at.saturating_sub(2))
                .is_some_and(|(r, _)| r.end == at)
            || matches!(context.text.folded(at - 1), "số" | "vùng" | "khu" | "quận"))
}

fn opens_head(context: &Context<'_>, at: usize) -> bool {
    context.head_noun_at(at).is_some_and(|(_, head)| {
        context.is_capital(at) && context.ontology.head_nouns[head].kind == EntityType::Agency
    })
}

fn opens_role(context: &Context<'_>, at: usize) -> bool {
    context
        .role_at(at)
        .is_some_and(|(range, _)| context.is_capital(at) && range.len() >= 2)
}

fn loose(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    if let Some(name) = fixed_at(fixed, at) {
        return (name.kind != EntityType::Person || at == start).then_some(name.tokens.end);
    }
    if context.is_word(at) {
        return loose_word(context, start, at, limit, fixed);
    }
    if context.is_number(at) {
        return Some(at + 1);
    }
    let joined = context.is_dash(at) || context.is_mark(at, "&") || context.is_mark(at, "/");
    (joined && at > start && at + 1 < limit && continues_after_dash(context, at)).then_some(at + 1)
}

/// A word inside the title of an event, programme or document.
fn loose_word(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    if let Some(end) = context.cue_at(context.cues.edition, at)
        && is_edition_value(context, end)
    {
        return Some(end + 1);
    }
    let behind_edition = at > start + 1
        && is_edition_value(context, at - 1)
        && context.cue_before(context.cues.edition, at - 1).is_some();
    if behind_edition && !matches!(context.text.folded(at), "của" | "về" | "khu") {
        return None;
    }
    if at > start && context.is_compound(at - 1) && !ends_fixed(fixed, at) {
        return Some(at + 1);
    }
    if context.text.folded(at) == "và" {
        return goes_on_after_and(context, start, at, limit, fixed).then_some(at + 1);
    }
    if at == start
        && let Some(end) = context.cue_at(context.cues.first_verb, at)
    {
        return Some(end);
    }
    if at > start && (follows_year(context, at) || opens_location(context, at, fixed)) {
        return None;
    }
    if let Some(end) = context.cue_at(context.cues.stop, at) {
        let inner = context
            .cue_at(context.cues.inner, at)
            .is_some_and(|e| e >= end);
        return (inner && end < limit && goes_on_after_inner(context, end, fixed)).then_some(end);
    }
    if at > start
        && context.is_capital(at)
        && (opens_any_head(context, at) || opens_role(context, at))
    {
        return None;
    }
    Some(at + 1)
}

/// Whether the year of an event stands before: `Gặp gỡ Nhật Bản 2020` is a whole name.
fn follows_year(context: &Context<'_>, at: usize) -> bool {
    let year = context.text.clean(at - 1);
    context.is_number(at - 1)
        && year.len() == 4
        && (year.starts_with("19") || year.starts_with("20"))
        && !context.is_dash(at.saturating_sub(2))
}

/// `tại Hà Nội`, `ở tỉnh Bình Dương`: where it took place, not what it is called.
fn opens_location(context: &Context<'_>, at: usize, fixed: &[Found]) -> bool {
    let preposition = matches!(context.text.folded(at), "tại" | "ở");
    preposition
        && (context.is_capital(at + 1)
            || fixed_at(fixed, at + 1).is_some()
            || context.cue_at(context.cues.place_head, at + 1).is_some())
}

/// Whether `và` joins parts of one title, not the title and another name. Behind `giữa` two parties
/// belong to it (`Hiệp định giữa Moldova và EU`).
fn goes_on_after_and(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> bool {
    let next = at + 1;
    if at == start || next >= limit || !context.is_word(next) {
        return false;
    }
    let between = (start..at).any(|t| context.text.folded(t) == "giữa");
    let joins = fixed_at(fixed, next).is_none_or(|name| match name.kind {
        EntityType::Person => false,
        EntityType::Agency => between,
        _ => true,
    });
    joins
        && !opens_any_head(context, next)
        && !opens_role(context, next)
        && context.cue_at(context.cues.stop, next).is_none()
}

/// Whether a capitalised head noun of a title or body begins here.
fn opens_any_head(context: &Context<'_>, at: usize) -> bool {
    context.is_capital(at)
        && context.head_noun_at(at).is_some_and(|(range, head)| {
            let kind = context.ontology.head_nouns[head].kind;
            kind == EntityType::Document || (kind == EntityType::Event && range.len() >= 2)
        })
}

fn continues_after_dash(context: &Context<'_>, at: usize) -> bool {
    let next = at + 1;
    context.is_word(next) || context.is_number(next)
}

/// Whether a value of an edition stands here: a number, a Roman numeral, a numeral word.
pub(super) fn is_edition_value(context: &Context<'_>, at: usize) -> bool {
    at < context.token_count()
        && (context.is_number(at)
            || context.text.clean(at).chars().all(|c| "IVXLC".contains(c))
            || matches!(
                context.text.folded(at),
                "nhất"
                    | "hai"
                    | "ba"
                    | "tư"
                    | "bốn"
                    | "năm"
                    | "sáu"
                    | "bảy"
                    | "tám"
                    | "chín"
                    | "mười"
            ))
}

/// A function word goes on inside a title only before a word, not before a mark or another verb.
fn goes_on_after_inner(context: &Context<'_>, at: usize, fixed: &[Found]) -> bool {
    fixed_at(fixed, at).is_some_and(|f| f.kind != EntityType::Person)
        || (context.is_word(at) && context.cue_at(context.cues.stop, at).is_none())
        || context.is_number(at)
}
