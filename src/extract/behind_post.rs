//! Finds people behind a post and its body: `Chủ tịch UEFA, Jean Petit`, `Thủ hiến bang Hessen Karl Braun`.

use super::{Context, around, boundary, capital_run};
use crate::model::{EntityType, Found, Source};
use crate::ontology::{Kinds, RoleIndex, RoleKind};
use crate::text::{Case, TokenRange};

/// How far behind a title its bearer may stand, in tokens.
const REACH: usize = 16;

/// All unknown people behind a post and its body.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let mut people = Vec::new();
    for token in context.tokens_with(Kinds::ROLE) {
        if let Some((title, role)) = context.role_at(token)
            && context.ontology.roles[role].kind == RoleKind::Position
            && let Some(run) = bearer(context, found, &title, role)
        {
            people.push(Found::new(
                run,
                EntityType::Person,
                Source::Context,
                "person/behind-post",
            ));
        }
    }
    people
}

/// The bearer of a title: foreign words behind the name the post ends with, a comma or dash between
/// allowed where the body follows the title at once.
fn bearer(
    context: &Context<'_>,
    found: &[Found],
    title: &TokenRange,
    role: RoleIndex,
) -> Option<TokenRange> {
    let limit = context.sentence_end(title.start);
    let mut at = title.end;
    let mut direct = true;
    while at < limit && at < title.end + REACH {
        if let Some(body) = boundary::fixed_at(found, at) {
            if body.kind == EntityType::Person {
                return None;
            }
            at = behind_letters(context, body.tokens.end, limit);
            let parted = direct && (context.is_mark(at, ",") || context.is_dash(at));
            let start = at + usize::from(parted);
            // `Vinhomes Ocean Park`: a brand goes on with the words behind it.
            let brand = body.kind == EntityType::Agency && body.tokens.len() == 1 && !parted;
            if !brand && let Some(run) = foreign_run(context, found, start, limit, parted) {
                return Some(run);
            }
            if parted {
                return None;
            }
            direct = false;
        } else if may_stand_in_post(context, at) {
            // `Bộ trưởng Nông nghiệp Jean Petit`: behind a field that names the body.
            let field = at >= title.end + 2 && context.ontology.roles[role].head_noun.is_some();
            if field && context.is_capital(at) && !context.is_capital(at - 1) {
                let run = foreign_run(context, found, at, limit, false);
                let foreign = |run: &TokenRange| {
                    run.len() >= 2 && run.clone().all(|t| !context.text.is_vietnamese(t))
                };
                if let Some(run) = run.filter(foreign) {
                    return Some(run);
                }
            }
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// The place behind the letters in brackets that a body goes by: `Liên đoàn Arab (AL) Jean Petit`.
fn behind_letters(context: &Context<'_>, at: usize, limit: usize) -> usize {
    let close = at + 2;
    let letters = close < limit
        && context.is_mark(at, "(")
        && context.text.tokens[at + 1].case == Case::Upper
        && context.is_mark(close, ")");
    if letters { close + 1 } else { at }
}

/// `của`, `bang`, `và`, a capitalised word: what may stand between a title and its bearer.
fn may_stand_in_post(context: &Context<'_>, at: usize) -> bool {
    if !context.is_word(at) || context.role_at(at).is_some() {
        return false;
    }
    let preposition = matches!(context.text.folded(at), "của" | "tại" | "ở" | "về");
    preposition || context.cue_at(context.cues.stop, at).is_none()
}

/// Two to four capitalised words, none of which is known; a single one only before a verb of saying.
fn foreign_run(
    context: &Context<'_>,
    found: &[Found],
    start: usize,
    limit: usize,
    parted: bool,
) -> Option<TokenRange> {
    if start >= limit || !context.is_capital(start) || context.in_capitals(start) {
        return None;
    }
    let run = capital_run::personal(context, start, limit);
    let words = || run.clone().filter(|&t| context.is_capital(t));
    let foreign = |t: usize| !context.text.is_vietnamese(t);
    let says = run.end < limit && context.cue_at(context.cues.says, run.end).is_some();
    let enough = match words().count() {
        1 => parted && says && foreign(start) && context.text.clean(start).chars().count() >= 4,
        2..=4 => words().filter(|&t| foreign(t)).count() * 2 > words().count() - 1,
        _ => false,
    };
    let free = !around::around(found, &run)
        .iter()
        .any(|f| f.tokens.start < run.end && run.start < f.tokens.end);
    let plain = words().all(|t| {
        (context.text.tokens[t].case == Case::Title || context.text.clean(t).starts_with("Mc"))
            && context.cue_at(context.cues.not_person, t).is_none()
    });
    let other = context.head_noun_at(start).is_some()
        || context.role_at(start).is_some()
        || context.name_at(start).is_some();
    let goes_on = context.is_dash(run.end) && context.is_capital(run.end + 1);
    (enough && free && plain && !other && !goes_on).then_some(run)
}
