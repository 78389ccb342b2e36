//! Finds people: by surname, by the title before the name, by a foreign given name.

use super::saying;
use super::titled::by_title;
use super::transcribed::{self, is_transcribed};
use super::{Context, around, capital_run, commune, known as known_names};
use crate::model::{EntityType, Found, Source};
use crate::ontology::Kinds;
use crate::text::{Case, TokenRange};

/// All people, the untitled ones by surname first.
pub(super) fn names(context: &Context<'_>, known: &[Found]) -> Vec<Found> {
    let mut people = Vec::new();
    let mut token = 0;
    while token < context.token_count() {
        if !context.is_capital(token) {
            token += 1;
            continue;
        }
        if let Some(end) = foreign_address(context, token) {
            token = end;
            continue;
        }
        let found = by_surname(context, known, token)
            .or_else(|| by_given_name(context, known, token))
            .or_else(|| transcribed::person_at(context, known, token))
            .or_else(|| saying::person_at(context, known, token))
            .or_else(|| by_apposition(context, known, token));
        token = match found {
            Some(person) => {
                let end = person.tokens.end;
                people.push(person);
                end
            }
            None => token + 1,
        };
    }
    let mut taken = vec![false; context.token_count()];
    let take = |person: &Found, taken: &mut [bool]| taken[person.tokens.clone()].fill(true);
    people.iter().for_each(|person| take(person, &mut taken));
    for token in context.tokens_with(Kinds::ROLE) {
        if let Some((title, role)) = context.role_at(token)
            && let Some(person) = by_title(context, known, &taken, &title, role)
            && !commune::is_named(context, &title, person.tokens.start)
        {
            take(&person, &mut taken);
            people.push(person);
        }
    }
    people
}

/// Where a foreign form of address ends that begins at a token: `H.E` in `H.E Jean Petit`.
pub(super) fn foreign_address(context: &Context<'_>, token: usize) -> Option<usize> {
    let (range, role) = context.role_at(token)?;
    let foreign = context.is_form_of_address(role) && !context.text.is_vietnamese(token);
    foreign.then_some(range.end)
}

pub(super) fn person(tokens: TokenRange, rule: &'static str) -> Found {
    Found::new(tokens, EntityType::Person, Source::Context, rule)
}

/// `Nguyễn Như Hiếu`: a surname and one to four capitalised Vietnamese syllables.
fn by_surname(context: &Context<'_>, known: &[Found], start: usize) -> Option<Found> {
    if !context.is_capital(start)
        || context.cue_at(context.cues.surname, start).is_none()
        || is_transcribed(context, start)
        || is_no_persons_word(context, start)
        || in_capitals_without_title(context, start)
        || inside_known_name_of_other(known, start)
        || place_before_person(context, known, start)
        || commune::goes_on_at(context, start)
        || commune::is_district(context, known, start)
    {
        return None;
    }
    let title = context.role_before(start);
    let titled = title.is_some();
    let in_commune = title.is_some_and(|(title, _)| commune::ends_title(context, &title));
    let weak = context.cue_at(context.cues.weak_surname, start).is_some();
    let limit = (start + 5).min(context.sentence_end(start));
    let mut end = start + 1;
    while end < limit
        && (is_name_syllable(context, end)
            || end == start + 1 && (titled || !weak) && is_small_middle(context, end))
        && !opens_other_name(context, end)
        && !(end - start >= 3 && opens_person(context, end))
        && !(end - start >= 2 && capital_run::opens_sentence_without_stop(context, end))
    {
        end += 1;
    }
    end = capital_run::after_hyphens(context, end, context.sentence_end(start));
    let length = end - start;
    let posted = (context.is_dash(end) || context.is_mark(end, ","))
        && context
            .role_at(end + 1)
            .is_some_and(|(role, _)| role.len() >= 2);
    let doubtful = in_commune || weak && !titled && !posted;
    let enough = if doubtful { 3 } else { 2 };
    if length < enough
        || known_names::is_place(context, start, end)
        || continues_name_before(context, start)
        || (!titled && named_after_person(context, start))
        || (weak
            && !titled
            && context
                .head_noun_at(start)
                .is_some_and(|(r, _)| r.len() >= 2))
    {
        return None;
    }
    Some(person(start..end, "person/surname"))
}

/// `Chủ tịch UBND TP Hà Nội Nguyễn Văn An`: `Hà` opens a place, behind which the person's name begins.
fn place_before_person(context: &Context<'_>, known: &[Found], start: usize) -> bool {
    around::beginning_at(known, start).iter().any(|name| {
        matches!(
            name.kind,
            EntityType::Province | EntityType::Place | EntityType::Country
        ) && name.tokens.len() >= 2
            && opens_person(context, name.tokens.end)
    })
}

/// `Hồ` in `Tp. Hồ Chí Minh`, `Đoàn` in `Bí thư Trung ương Đoàn Lê Văn An`.
fn inside_known_name_of_other(known: &[Found], token: usize) -> bool {
    use EntityType::{Agency, Country, Province};
    around::around_token(known, token).iter().any(|f| {
        let inside = f.tokens.start < token && token < f.tokens.end;
        inside
            && (matches!(f.kind, Province | Country)
                || f.kind == Agency && token + 1 == f.tokens.end)
    })
}

/// Whether another full name begins here: a surname and a capitalised syllable.
fn opens_person(context: &Context<'_>, token: usize) -> bool {
    context.cue_at(context.cues.surname, token).is_some()
        && context.cue_at(context.cues.weak_surname, token).is_none()
        && context.is_capital(token + 1)
}

/// `Laura Rosenberger, cựu cố vấn`: two to four capitalised words, one of them foreign, with a title
/// behind a comma.
fn by_apposition(context: &Context<'_>, known: &[Found], start: usize) -> Option<Found> {
    if !context.is_capital(start)
        || context.in_capitals(start)
        || named_after_person(context, start)
    {
        return None;
    }
    if context.name_at(start).is_some()
        || context.head_noun_at(start).is_some()
        || context.role_at(start).is_some()
        || context.opens_sentence(start)
            && context
                .cue_at(context.cues.sentence_opener, start)
                .is_some()
    {
        return None;
    }
    let run = capital_run::personal(context, start, context.sentence_end(start));
    let titled = context.is_mark(run.end, ",") && context.role_at(run.end + 1).is_some();
    if !titled
        || run.clone().any(|t| is_no_persons_word(context, t))
        || around::is_inside(known, start)
    {
        return None;
    }
    let foreign = run
        .clone()
        .any(|t| context.is_capital(t) && !context.text.is_vietnamese(t));
    ((2..=5).contains(&run.len()) && foreign).then(|| person(run, "person/apposition"))
}

fn in_capitals_without_title(context: &Context<'_>, token: usize) -> bool {
    context.in_capitals(token) && context.role_before(token).is_none()
}

/// A capitalised Vietnamese syllable, or an initial with its point.
fn is_name_syllable(context: &Context<'_>, token: usize) -> bool {
    context.is_capital(token)
        && !context.text.tokens[token].case.eq(&Case::Mixed)
        && context.text.is_vietnamese(token)
        && (context.text.tokens[token].case != Case::Upper || context.in_capitals(token))
        && !(context.is_word(token + 1)
            && !context.is_capital(token + 1)
            && context.is_compound(token)
            && context.cue_at(context.cues.stop, token + 1).is_none())
}

/// `xuân` in `Thứ trưởng Lê xuân Tùng`: a middle name without its capital.
fn is_small_middle(context: &Context<'_>, token: usize) -> bool {
    context.text.tokens[token].case == Case::Lower
        && context.cue_at(context.cues.middle_name, token) == Some(token + 1)
        && is_name_syllable(context, token + 1)
}

/// Whether a title, a body or a place of two words begins here.
fn opens_other_name(context: &Context<'_>, token: usize) -> bool {
    context
        .role_at(token)
        .is_some_and(|(range, _)| range.len() >= 2)
        || context
            .plain_head_noun_at(token)
            .is_some_and(|(range, _)| range.len() >= 2)
        || context.name_at(token).is_some_and(|(range, entry, _)| {
            range.len() >= 2 && context.entry(entry).kind == EntityType::Country
        })
}

/// Whether the syllable before belongs to the same run of capitals and is nothing by itself.
fn continues_name_before(context: &Context<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    if !context.is_capital(before) || context.text.tokens[before].case != Case::Title {
        return false;
    }
    if context.sentence(before).tokens.start == before
        || !context.text.tokens[start].space_before
        || commune::ends_before(context, start)
    {
        return false;
    }
    let ends_here = (start.saturating_sub(8)..start)
        .any(|s| context.matches_at(s).iter().any(|m| m.tokens.end == start));
    !ends_here && context.head_noun_at(before).is_none()
}

/// `đường Nguyễn Huệ`, `Trường THPT Lê Quý Đôn`.
pub(super) fn named_after_person(context: &Context<'_>, start: usize) -> bool {
    context
        .cue_before(context.cues.named_after, start)
        .is_some()
}

/// `Donald Trump`: a common foreign given name and a capitalised word.
fn by_given_name(context: &Context<'_>, known: &[Found], start: usize) -> Option<Found> {
    if !context.is_capital(start)
        || context.cue_at(context.cues.given_name, start).is_none()
        || context.in_capitals(start)
        || named_after_person(context, start)
    {
        return None;
    }
    let run = capital_run::personal(context, start, context.sentence_end(start));
    let named = context
        .name_at(start)
        .is_some_and(|(range, ..)| range.end >= run.end);
    let other = run.clone().any(|t| is_no_persons_word(context, t));
    let plausible = (2..=6).contains(&run.len()) && !named && !other;
    (plausible && !around::is_inside(known, start)).then(|| person(run, "person/given-name"))
}

/// `Times`, `Bank`: words of papers and firms.
pub(super) fn is_no_persons_word(context: &Context<'_>, token: usize) -> bool {
    context.cue_at(context.cues.not_person, token).is_some()
}
