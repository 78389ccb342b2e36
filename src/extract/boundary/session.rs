//! Editions in titles: where they end a name, and the body and the term behind them that still belong to it.

use super::{fixed_at, is_edition_value};
use crate::extract::Context;
use crate::model::{EntityType, Found};
use crate::text::Case;

/// Whether a title ends here because its edition stands before.
pub(super) fn ends_behind_edition(
    context: &Context<'_>,
    start: usize,
    at: usize,
    fixed: &[Found],
) -> bool {
    // `Kỳ họp thứ tư Lưỡng hội`: the body that meets.
    let body = context.is_capital(at)
        && context.cue_at(context.cues.sentence_opener, at).is_none()
        && context.cue_before(context.cues.numbered, start).is_some();
    if at > start + 3 && closes_term(context, at - 1) {
        return true;
    }
    at > start + 1
        && !body
        && !meets(context, at, fixed)
        && is_edition_value(context, at - 1)
        && context.cue_before(context.cues.edition, at - 1).is_some()
        && !context.is_cue(context.cues.session_goes_on, at)
}

/// `Hội nghị thường niên lần thứ 26 Hiệp hội Rừng`: the body that meets, unless it acts.
fn meets(context: &Context<'_>, at: usize, fixed: &[Found]) -> bool {
    let Some(body) = fixed_at(fixed, at).filter(|name| name.kind == EntityType::Agency) else {
        return false;
    };
    let mut behind = body.tokens.end;
    while let Some(auxiliary) = context.cue_at(context.cues.saying_of, behind) {
        behind = auxiliary;
    }
    let happens = context.cue_at(context.cues.happens, behind).is_some();
    let acts = context.is_word(behind) && context.cue_at(context.cues.stop, behind).is_some();
    let placed = context.is_word(behind) && matches!(context.text.folded(behind), "tại" | "ở");
    body.tokens.len() > 1 && (happens || placed || !acts)
}

/// `Kỳ họp thứ 3, Quốc hội khóa XIV`, `Hội nghị lần thứ 5 Ban Chấp hành, khóa XII`: the comma before the
/// body that meets and before its term. Where a verb follows, the body acts: `Tại Kỳ họp thứ 3, Quốc hội …`.
pub(super) fn session_of_body(
    context: &Context<'_>,
    start: usize,
    at: usize,
    fixed: &[Found],
) -> Option<usize> {
    let term = |token: usize| {
        context.is_word(token)
            && context.is_cue(context.cues.term, token)
            && is_edition_value(context, token + 1)
    };
    let edition = |end: usize| {
        end > start
            && is_edition_value(context, end - 1)
            && context.cue_before(context.cues.edition, end - 1).is_some()
    };
    if term(at + 1) {
        let counted = context.is_number(start) && at == start + 1;
        let met = counted || (start + 1..at).any(edition);
        return met.then_some(at + 3);
    }
    let body = fixed_at(fixed, at + 1).filter(|f| f.kind == EntityType::Agency && edition(at))?;
    let opens = body.tokens.end + usize::from(context.is_mark(body.tokens.end, ","));
    let behind = opens + 2;
    let acts = behind < context.token_count()
        && !context.is_capital(behind)
        && context.cue_at(context.cues.stop, behind).is_some()
        && context.cue_at(context.cues.happens, behind).is_none();
    // `được Hội nghị lần thứ 5, Ban Chấp hành, khóa XII thông qua`
    let passive =
        (start.saturating_sub(PASSIVE_REACH)..start).any(|t| context.text.folded(t) == "được");
    (term(opens) && (!acts || passive)).then_some(body.tokens.end)
}

/// Farthest `được` may stand before the first word behind a head noun.
const PASSIVE_REACH: usize = 4;

/// `(SAO)` in `Hội nghị các quan chức nông nghiệp (SAO) Diễn đàn Xanh`: a short form behind which the
/// title goes on with the body that meets, with its edition or its year: `(SAO) 2019`.
pub(super) fn short_form(
    context: &Context<'_>,
    start: usize,
    at: usize,
    fixed: &[Found],
) -> Option<usize> {
    if let Some(behind) =
        where_parties_lie(context, start, at, fixed).or_else(|| term_behind(context, start, at))
    {
        return Some(behind);
    }
    let close = (at + 2..at + 5).find(|&t| context.is_mark(t, ")"))?;
    let capitals = context
        .text
        .tokens
        .get(at + 1)
        .is_some_and(|token| matches!(token.case, Case::Upper | Case::Mixed));
    let behind = close + 1;
    let body = fixed_at(fixed, behind).is_some_and(|f| f.kind == EntityType::Agency);
    let edition = behind < context.token_count()
        && context
            .cue_at(context.cues.edition, behind)
            .is_some_and(|value| is_edition_value(context, value));
    let year = context.is_number(behind)
        && context.text.clean(behind).len() == 4
        && behind < context.sentence_end(at);
    // `Hội chợ Xanh Chile - Lào (Lima) lần thứ 3`: where it is held this time.
    let held = (edition || year)
        && fixed_at(fixed, at + 1).is_some_and(|place| {
            place.tokens.end == close
                && matches!(
                    place.kind,
                    EntityType::Province | EntityType::Place | EntityType::Country
                )
        });
    // `Hội nghị Liên minh Xanh (LMX) - Lào`: the other party.
    let party = context.is_dash(behind)
        && fixed_at(fixed, behind + 1)
            .is_some_and(|f| matches!(f.kind, EntityType::Country | EntityType::Agency));
    (at > start && (capitals && (body || edition || year || party) || held)).then_some(behind)
}

/// `Hội nghị lần thứ 7 Ủy ban Rừng (khóa VIII)`: the term of the body that meets, behind its edition.
fn term_behind(context: &Context<'_>, start: usize, at: usize) -> Option<usize> {
    let close = at + 3;
    let term = close < context.sentence_end(at) && closes_term(context, close);
    let numbered = (start..at).any(|t| {
        let value = context.cue_at(context.cues.edition, t);
        value.is_some_and(|value| is_edition_value(context, value))
    });
    // `Hội nghị Trung ương 5 (khóa XII)`
    (term && (numbered || context.is_number(start))).then_some(close + 1)
}

/// Whether the bracket of a term ends with a token: `(khóa VIII)`.
fn closes_term(context: &Context<'_>, close: usize) -> bool {
    context.is_mark(close, ")")
        && is_edition_value(context, close - 1)
        && context.is_cue(context.cues.term, close - 2)
        && context.is_mark(close - 3, "(")
}

/// `giữa huyện A (tỉnh B, Lào) và huyện C (Chile)`: where the parties lie, behind each of them.
fn where_parties_lie(
    context: &Context<'_>,
    start: usize,
    at: usize,
    fixed: &[Found],
) -> Option<usize> {
    if !(start..at).any(|t| context.text.folded(t) == "giữa") {
        return None;
    }
    let mut close = at + 1;
    while !context.is_mark(close, ")") {
        let territory = fixed_at(fixed, close).filter(|name| {
            matches!(
                name.kind,
                EntityType::Country | EntityType::Province | EntityType::Place
            )
        });
        close = match territory {
            Some(name) => name.tokens.end,
            None if context.is_mark(close, ",") => close + 1,
            None => context.cue_at(context.cues.place_head, close)?,
        };
    }
    let joined = close + 1 < context.sentence_end(at)
        && matches!(context.text.folded(close + 1), "và" | "với");
    let second = (start..at).any(|t| context.is_mark(t, ")"));
    (close > at + 1 && (joined || second)).then_some(close + 1)
}
