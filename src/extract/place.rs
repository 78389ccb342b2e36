//! Finds places that the ontology does not know: behind a noun of place or a preposition.

use super::boundary::{self, Tail};
use super::{Context, around, capital_run};
use crate::model::{EntityType, Found, Source};
use crate::ontology::Kinds;
use crate::text::{Case, TokenRange};

/// All unknown places, and facilities whose name a head noun opens.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let mut places = Vec::new();
    let opening = Kinds::HEAD_NOUN
        .and(context.cues.place_head.into())
        .and(context.cues.location_preposition.into());
    for token in context.tokens_with(opening) {
        if let Some(place) = bare_city(context, found, token)
            .or_else(|| behind_head(context, found, token))
            .or_else(|| facility(context, found, token))
            .or_else(|| behind_preposition(context, found, token))
        {
            places.push(place);
        }
        places.extend(listed(context, found, token));
    }
    places
}

/// `các xã Tân An, Phú Hòa và Long Mỹ`, `hai thôn (Tân An và Phú Hòa)`: the unknown names of a list
/// behind a noun of several places.
fn listed(context: &Context<'_>, found: &[Found], token: usize) -> Vec<Found> {
    let mut places = Vec::new();
    let Some(end) = context.cue_at(context.cues.place_head, token) else {
        return places;
    };
    if context.is_capital(token) || !super::agency::is_of_many(context, token) {
        return places;
    }
    let limit = context.sentence_end(token);
    let opened = context.is_mark(end, "(") || context.is_mark(end, ":");
    let mut at = end + usize::from(opened);
    let mut items = 0;
    while at < limit {
        let known = boundary::fixed_at(found, at)
            .filter(|f| matches!(f.kind, EntityType::Place | EntityType::Province));
        let run = plain_run(context, at);
        let other = context.head_noun_at(at).is_some() || context.role_at(at).is_some();
        if let Some(known) = known {
            at = known.tokens.end;
        } else if context.is_capital(at) && (1..=4).contains(&run.len()) && !other {
            at = run.end;
            let rule = "place/listed";
            places.push(Found::new(run, EntityType::Place, Source::Context, rule));
        } else {
            break;
        }
        items += 1;
        let joined = at < limit && (context.is_mark(at, ",") || context.text.folded(at) == "và");
        if !joined {
            break;
        }
        at += 1;
    }
    if items < 2 { Vec::new() } else { places }
}

/// `Thành phố` alone, with a capital inside a sentence: the city the article speaks of.
fn bare_city(context: &Context<'_>, found: &[Found], token: usize) -> Option<Found> {
    let (head, index) = context.head_noun_at(token)?;
    let capital = context.is_capital(token) && !context.opens_sentence(token);
    let alone = !context.is_capital(head.end)
        && !context.is_number(head.end)
        && !context.is_mark(head.end, ".")
        || context.sentence_end(token) <= head.end + 1;
    let city = context.text.folded(token) == "thành" && head.len() == 2;
    if !(capital && alone && city) || is_taken(found, token) {
        return None;
    }
    let mut name = Found::new(
        head.clone(),
        EntityType::Province,
        Source::HeadNoun(index, head.len()),
        "place/bare-city",
    );
    name.anaphor = true;
    Some(name)
}

fn is_taken(found: &[Found], token: usize) -> bool {
    around::around_token(found, token)
        .iter()
        .any(|f| f.kind != EntityType::Agency && f.tokens.contains(&token))
}

/// `cầu` in `yêu cầu` and `quả cầu`: the second half of a word.
pub(super) fn ends_word(context: &Context<'_>, token: usize) -> bool {
    let verb = |before: usize| {
        let verb = context.cue_at(context.cues.stop, before);
        verb.is_some_and(|end| end > token)
    };
    token > 0 && (context.is_compound(token - 1) || verb(token - 1))
}

/// `thị xã Cửa Lò`, `cửa khẩu Tà Lùng`, `quận 1`.
fn behind_head(context: &Context<'_>, found: &[Found], token: usize) -> Option<Found> {
    let start = context.cue_at(context.cues.place_head, token)?;
    let second_half = start == token + 1 && ends_word(context, token);
    if start >= context.sentence_end(token) || second_half {
        return None;
    }
    let urban = context.is_cue(context.cues.urban, token);
    let counted = token > 0 && context.is_number(token - 1);
    if context.is_number(start)
        && context.text.clean(start).len() <= 2
        && (urban && !counted
            || context.is_capital(token) && context.is_cue(context.cues.numbered_area, token))
    {
        return Some(Found::new(
            token..start + 1,
            EntityType::Place,
            Source::Context,
            "place/numbered",
        ));
    }
    // `các thành phố` is neither one place nor a `phố`.
    let head = context.cues.place_head;
    let within = |before| context.cue_at(head, before).is_some_and(|end| end > token);
    let many =
        token.checked_sub(1).is_some_and(within) || super::agency::is_of_many(context, token);
    if many || is_taken(found, start) || !context.is_capital(start) {
        return None;
    }
    if (context.head_noun_at(start).is_some() && !is_surname_in_street(context, token, start))
        || context.role_at(start).is_some()
        || is_surname_in_street(context, token.saturating_sub(1), token)
    {
        return None;
    }
    let run = with_side(context, found, plain_run(context, start));
    (!run.is_empty() && run.len() <= 4)
        .then(|| Found::new(run, EntityType::Place, Source::Context, "place/head-noun"))
}

/// `Hồ` in `đường Hồ Xuân Hương`: no lake, but whom the street is named after.
fn is_surname_in_street(context: &Context<'_>, head: usize, token: usize) -> bool {
    context.is_cue(context.cues.street, head)
        && context.is_capital(token)
        && context.cue_at(context.cues.surname, token).is_some()
        && context.is_capital(token + 1)
}

/// `Nam` in `khu vực Nam Hội An`: a side of the place behind it, which belongs to the name.
fn with_side(context: &Context<'_>, found: &[Found], run: TokenRange) -> TokenRange {
    let side = run.len() == 1 && context.is_cue(context.cues.compass, run.start);
    let place = boundary::fixed_at(found, run.end)
        .filter(|name| side && matches!(name.kind, EntityType::Place | EntityType::Province));
    match place {
        Some(place) => run.start..place.tokens.end,
        None => run,
    }
}

/// Capitalised words, ended by another name.
fn plain_run(context: &Context<'_>, start: usize) -> TokenRange {
    if context.text.tokens[start].case == Case::Upper && !context.in_capitals(start) {
        return start..start;
    }
    let mut run = capital_run::personal(context, start, context.sentence_end(start));
    if run.len() == 1
        && context.is_word(run.end)
        && !context.is_capital(run.end)
        && context.is_compound(start)
    {
        run.end = start;
    }
    run
}

/// `Nhà hát Lớn`, `Trung tâm Hội nghị Quốc gia`: a facility is a place with its noun.
fn facility(context: &Context<'_>, found: &[Found], token: usize) -> Option<Found> {
    let (head, index) = context.head_noun_at(token)?;
    let noun = &context.ontology.head_nouns[index];
    if noun.kind != EntityType::Place
        || !context.is_capital(token)
        || context.cue_at(context.cues.place_head, token).is_some()
    {
        return None;
    }
    let end = behind_titled_person(context, found, head.end).unwrap_or_else(|| {
        let limit = context.sentence_end(token);
        boundary::name_end(context, head.end, head.end, limit, Tail::Tight, found)
    });
    // `em P.T.T.`: initials of a person.
    let initial = end == head.end + 1
        && context.is_word(head.end)
        && context.text.clean(head.end).chars().nth(1).is_none();
    (end > head.end && !initial).then(|| {
        Found::new(
            token..end,
            EntityType::Place,
            Source::HeadNoun(index, head.len()),
            "place/facility",
        )
    })
}

/// `tại Vladivostok`: an unknown name of one or two words behind a preposition of place.
fn behind_preposition(context: &Context<'_>, found: &[Found], token: usize) -> Option<Found> {
    let start = context.cue_at(context.cues.location_preposition, token)?;
    if start >= context.sentence_end(token)
        || is_taken(found, start)
        || !context.is_capital(start)
        || context.head_noun_at(start).is_some()
        || context.role_at(start).is_some()
        || !matches!(context.text.tokens[start].case, Case::Title)
    {
        return None;
    }
    let run = plain_run(context, start);
    let next_joins = context.is_word(run.end) && context.is_compound(run.end.saturating_sub(1));
    let interrupted = context.is_capital(run.end) && run.end < context.sentence_end(token);
    // `tại Buổi lễ`, `tại Điều 40`: one Vietnamese syllable is hardly ever an unknown place.
    let syllable = run.len() == 1 && context.text.is_vietnamese(start);
    ((1..=3).contains(&run.len()) && !next_joins && !interrupted && !syllable)
        .then(|| Found::new(run, EntityType::Place, Source::Context, "place/preposition"))
}

/// `Nhà tưởng niệm Chủ tịch Hồ Chí Minh`: the end of the person a facility is named after.
fn behind_titled_person(context: &Context<'_>, found: &[Found], at: usize) -> Option<usize> {
    let (title, _) = context.role_at(at)?;
    around::beginning_at(found, title.end)
        .iter()
        .find(|f| f.kind == EntityType::Person)
        .map(|f| f.tokens.end)
}
