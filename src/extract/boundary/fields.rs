//! Lists of what a body deals with: `Bộ Y tế, Lao động và Phúc lợi`, whatever their case.

use super::super::around;
use super::{fixed_at, opens_head, opens_role};
use crate::extract::Context;
use crate::model::Found;

/// Where a list of fields that goes on at a comma, or ends behind `và`, leads to. A comma goes on only
/// where an `và` closes the list.
pub(in crate::extract) fn step(
    context: &Context<'_>,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    if context.text.folded(at) == "và" {
        let listed = context.cue_before(context.cues.field, at).is_some();
        return field(context, at + 1, limit, fixed).filter(|_| listed);
    }
    let mut next = at;
    while next < limit && context.is_mark(next, ",") {
        next = field(context, next + 1, limit, fixed)?;
    }
    let closed = next > at && next < limit && context.text.folded(next) == "và";
    field(context, next + 1, limit, fixed).filter(|_| closed)
}

/// The end of the field that begins at a token.
fn field(context: &Context<'_>, at: usize, limit: usize, fixed: &[Found]) -> Option<usize> {
    if at >= limit || fixed_at(fixed, at).is_some() {
        return None;
    }
    let end = context.cue_at(context.cues.field, at)?;
    // `Khoa học` is a field, though `Khoa` is a body.
    let body = opens_head(context, at)
        && context
            .head_noun_at(at)
            .is_some_and(|(head, _)| head.end >= end);
    if body || opens_role(context, at) {
        return None;
    }
    (end <= limit).then_some(end)
}

/// `Tuần Văn hóa, Du lịch Huế`: where a title goes on behind the comma between two fields with capitals.
pub(in crate::extract) fn both_written(
    context: &Context<'_>,
    start: usize,
    comma: usize,
) -> Option<usize> {
    context
        .cue_before(context.cues.days_of, start)
        .or_else(|| context.cue_before(context.cues.festive, start))?;
    let before = context.cue_before(context.cues.field, comma)?;
    let end = context.cue_at(context.cues.field, comma + 1)?;
    (context.is_capital(before) && context.is_capital(comma + 1)).then_some(end)
}

/// `bốn tỉnh A, B, C và D`, `giữa các tỉnh A, B`: where a list of territories that a noun sums up goes on behind
/// a comma.
pub(in crate::extract) fn territories(
    context: &Context<'_>,
    start: usize,
    comma: usize,
    fixed: &[Found],
) -> Option<usize> {
    let summed = (start + 1..comma).any(|token| {
        context.cue_at(context.cues.territory_noun, token).is_some()
            && (context.is_number(token - 1)
                || context.cue_before(context.cues.several, token).is_some())
    });
    let next = around::begins_territory(fixed, comma + 1);
    (summed && next && around::ends_territory(fixed, start, comma)).then_some(comma + 1)
}

/// Longest member of a list of subjects, in words.
const LONGEST_SUBJECT: usize = 4;

/// `an ninh và hòa giải` in `Hội nghị về hòa bình, an ninh và hòa giải`: where a list of subjects in lower case
/// that a comma goes on and `và` closes comes to its last one.
pub(in crate::extract) fn subjects(
    context: &Context<'_>,
    start: usize,
    comma: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    let about = (start..comma)
        .rev()
        .find(|&t| context.text.folded(t) == "về")?;
    let plain = |token: usize| {
        context.is_word(token)
            && !context.is_capital(token)
            && fixed_at(fixed, token).is_none()
            && context.role_at(token).is_none()
            && (context.cue_at(context.cues.stop, token).is_none()
                || context.is_compound(token - 1))
    };
    let mut first = about + 1..comma;
    if !(1..=LONGEST_SUBJECT).contains(&first.len()) || !first.all(plain) {
        return None;
    }
    let (mut at, mut words) = (comma + 1, 0);
    while at < limit {
        if context.text.folded(at) == "và" && words > 0 {
            return (at + 1 < limit && plain(at + 1)).then_some(at + 1);
        }
        if context.is_mark(at, ",") && words > 0 {
            words = 0;
        } else if plain(at) && words < LONGEST_SUBJECT {
            words += 1;
        } else {
            return None;
        }
        at += 1;
    }
    None
}
