//! Finds who stands behind a title and the body of its post.

use super::person::{foreign_address, is_no_persons_word, named_after_person, person};
use super::{Context, around, capital_run};
use crate::model::{EntityType, Found, Source};
use crate::ontology::RoleIndex;
use crate::text::{Case, TokenRange};

/// `ông Long`, `Tổng thống Mỹ Donald Trump`: what stands behind a title and the body of its post.
pub(super) fn by_title(
    context: &Context<'_>,
    known: &[Found],
    taken: &[bool],
    title: &TokenRange,
    role: RoleIndex,
) -> Option<Found> {
    let limit = context.sentence_end(title.start);
    let honorific = context.is_honorific(role);
    let ranked = honorific && known_within_run(context, title.end, limit);
    let body_end = || after_body(context, known, title.end, limit);
    let start = if ranked { title.end } else { body_end() };
    if start >= limit || !context.is_capital(start) || taken[start] {
        return None;
    }
    let direct = start == title.end;
    let addressed = context.is_form_of_address(role);
    let address = addressed && context.text.is_vietnamese(start);
    if addressed && is_half_a_place(context, title.start)
        || !(direct && (address || ranked)) && opens_known(context, start)
    {
        return None;
    }
    if context
        .head_noun_at(start)
        .is_some_and(|(r, _)| r.len() >= 2 || !honorific)
        || context
            .role_at(start)
            .is_some_and(|(range, _)| range.len() >= 2)
        || foreign_address(context, start).is_some()
        || context.cue_at(context.cues.address, start).is_some()
    {
        return None;
    }
    let run = before_acronym(context, capital_run::personal(context, start, limit));
    let single = run.len() == 1;
    if honorific && !addressed && capital_run::ends_in_half_a_word(context, &run, limit) {
        return None;
    }
    if is_no_person(context, &run, (direct, honorific, addressed)) {
        return None;
    }
    let company = context
        .cue_at(context.cues.company_role, title.start)
        .is_some_and(|e| e == title.end);
    if single && direct && company && !context.text.is_vietnamese(start) {
        return Some(Found::new(
            run,
            EntityType::Agency,
            Source::Context,
            "agency/behind-title",
        ));
    }
    let rule = if ranked {
        "person/rank"
    } else {
        "person/title"
    };
    Some(person(run, rule))
}

/// Whether the words behind a title, which may be `direct`ly behind it, one of honour or a form of address, are
/// nobody's name.
fn is_no_person(
    context: &Context<'_>,
    run: &TokenRange,
    (direct, honorific, addressed): (bool, bool, bool),
) -> bool {
    let start = run.start;
    let (single, vietnamese) = (run.len() == 1, context.text.is_vietnamese(start));
    let short = context.text.clean(start).chars().count() < 2;
    let letters = context.text.tokens[start].case == Case::Upper;
    let mut behind = run.clone().skip(1);
    run.is_empty()
        || run.len() > 7
        || is_no_persons_word(context, start)
        || behind.any(|t| context.cue_at(context.cues.english_body, t).is_some())
        || (single && (short || letters))
        || (single && !honorific && vietnamese && !direct)
        || (single && !honorific && direct && capital_run::is_common_word(context, start))
        || (single && !addressed && direct && capital_run::opens_body(context, start))
}

/// `Cô` in `đảo Cô Tô`, `Bà` in `các thị xã Bà Rịa và Vũng Tàu`.
fn is_half_a_place(context: &Context<'_>, token: usize) -> bool {
    context.is_capital(token) && named_after_person(context, token)
}

/// Steps over the body of a post: `Mỹ` in `Tổng thống Mỹ Donald Trump`.
fn after_body(context: &Context<'_>, known: &[Found], start: usize, limit: usize) -> usize {
    let mut end = start;
    for _ in 0..3 {
        let here = around::beginning_at(known, end).iter();
        let next = here.map(|f| f.tokens.end).max();
        match next {
            Some(next) if next < limit => end = next,
            _ => break,
        }
        if end < limit && matches!(context.text.folded(end), "tại" | "ở") {
            end += 1;
            // Behind it stands where the post is held.
            if around::beginning_at(known, end).is_empty() {
                return limit;
            }
        }
    }
    end
}

/// The part of a run before an acronym: `CHXHCN` in `Chủ tịch nước CHXHCN VN` names no person.
pub(super) fn before_acronym(context: &Context<'_>, run: TokenRange) -> TokenRange {
    if context.in_capitals(run.start) {
        return run;
    }
    let acronym = |&t: &usize| {
        context.is_capital(t)
            && context.text.tokens[t].case == Case::Upper
            && context.text.clean(t).chars().count() >= 2
            // `Elizabeth II`
            && !(t > run.start && context.text.clean(t).chars().all(|c| "IVX".contains(c)))
    };
    let shouted = run.len() >= 2
        && run
            .clone()
            .all(|t| acronym(&t) && context.text.is_vietnamese(t));
    match run.clone().find(acronym) {
        Some(end) if !shouted => run.start..end,
        _ => run,
    }
}

fn opens_known(context: &Context<'_>, token: usize) -> bool {
    context
        .name_at(token)
        .is_some_and(|(_, entry, _)| context.entry(entry).kind != EntityType::Person)
}

/// `Đại tá Toyota Chikara`: a firm's name that is only the first word of two behind a rank.
fn known_within_run(context: &Context<'_>, start: usize, limit: usize) -> bool {
    let run = capital_run::personal(context, start, limit);
    context.name_at(start).is_some_and(|(known, entry, _)| {
        known.len() == 1 && run.len() == 2 && context.entry(entry).kind == EntityType::Agency
    })
}
