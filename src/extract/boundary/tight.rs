//! Bodies: names of capitalised words, known names, words of two syllables, coordination.

use super::{ends_fixed, fixed_at, is_edition_value, opens_head, opens_role};
use crate::extract::{Context, syllable};
use crate::model::{EntityType, Found};
use crate::text::Case;

/// Where the name goes on behind `at`; `None` where it ends.
pub(super) fn tight(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    if let Some(name) = fixed_at(fixed, at) {
        let acronym = name.tokens.len() == 1
            && context.text.tokens[at].case == Case::Upper
            && at > start
            && !(start..at).any(|t| context.is_capital(t));
        return match name.kind {
            // `Tổ chức giáo dục FPT`
            EntityType::Agency if acronym => Some(name.tokens.end),
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
        && fixed_at(fixed, end).is_none_or(|name| name.kind != EntityType::Person)
    {
        return Some(end);
    }
    if at > start
        && let Some(end) = context.cue_at(context.cues.abroad, at)
    {
        return Some(end);
    }
    // `tại Việt Nam`; `ở` says where it stands rather than what it is called.
    if at > start
        && text.folded(at) == "tại"
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

fn ends_place(context: &Context<'_>, fixed: &[Found], end: usize) -> bool {
    let joined = end >= 2 && (context.is_mark(end - 2, "&") || context.is_dash(end - 2));
    ends_fixed(fixed, end)
        || !joined
            && end.checked_sub(1).is_some_and(|t| {
                context.text.tokens[t].case == Case::Upper
                    || context.text.tokens[t].case == Case::Mixed
            })
}

/// The point of `TP. Hà Nội`, `TX.Quảng Trị`.
fn is_abbreviated_unit(context: &Context<'_>, at: usize) -> bool {
    context.is_mark(at, ".")
        && matches!(context.text.folded(at - 1), "tp" | "tx" | "tt")
        && context.is_capital(at + 1)
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
    if context.is_mark(at, "&") || is_abbreviated_unit(context, at) {
        return Some(next);
    }
    if context.is_dash(at) && is_pair(at, next, fixed) {
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

/// `Việt Nam - Trung Quốc`: two countries or provinces, what the body stands between.
fn is_pair(at: usize, next: usize, fixed: &[Found]) -> bool {
    let kind = |name: &Found| matches!(name.kind, EntityType::Country | EntityType::Province);
    let before = fixed.iter().any(|f| f.tokens.end == at && kind(f));
    before && fixed_at(fixed, next).is_some_and(kind)
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
