//! Bodies: names of capitalised words, known names, words of two syllables, coordination.

use super::super::around;
use super::meeting::is_meeting;
use super::numbers::{number_in_name, number_of_body, number_of_school};
use super::{ends_fixed, fields, fixed_at, is_edition_value, opens_head, opens_role};
use crate::extract::Context;
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
            // `Hội đồng Kinh doanh ASEAN - Mỹ`
            EntityType::Agency if at > start && opens_pair(context, name, fixed) => {
                Some(name.tokens.end)
            }
            // `Hội đồng Kinh doanh Mỹ - ASEAN`
            EntityType::Agency
                if at > start + 1
                    && context.is_dash(at - 1)
                    && is_pair(context, at - 1, at, fixed) =>
            {
                Some(name.tokens.end)
            }
            EntityType::Person | EntityType::Agency => None,
            _ => Some(name.tokens.end),
        };
    }
    if let Some(end) = context.cue_at(context.cues.listed_field, at) {
        return Some(end);
    }
    // `Phòng` in `Lực lượng Quốc Phòng`
    let within_word = at > start
        && context.is_capital(at - 1)
        && context.is_compound(at - 1)
        && !ends_fixed(fixed, at);
    if at > start && !within_word && (opens_head(context, at) || opens_role(context, at)) {
        return None;
    }
    if is_roman(context, at)
        || context
            .cue_at(context.cues.edition, at)
            .is_some_and(|e| is_edition_value(context, e))
    {
        return None;
    }
    let addressed = context.cue_at(context.cues.address, at).is_some();
    if addressed || at > start && begins_sentence(context, at, fixed) {
        return None;
    }
    if context.is_capital(at) {
        return Some(at + 1);
    }
    if context.is_number(at) {
        let named = number_in_name(context, at)
            || number_of_school(context, start, at, limit)
            || number_of_body(context, start, at);
        return (!context.text.tokens[at].space_before || named).then_some(at + 1);
    }
    if context.is_word(at) {
        return tight_word(context, start, at, limit, fixed);
    }
    tight_mark(context, start, at, limit, fixed)
}

/// A lower-case word inside the name of a body.
fn tight_word(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    let text = context.text;
    // The second syllable of a word: `giao` in `Ngoại giao`; of the first word also unlisted ones.
    // `sáng` in `Phát triển sáng tạo` is no morning.
    let field = context.cue_at(context.cues.field, at);
    let stops = context
        .cue_at(context.cues.stop, at)
        .is_some_and(|end| field.is_none_or(|field| field <= end));
    let lone_capital = at > start
        && context.is_capital(at - 1)
        && context.text.tokens[at - 1].case == Case::Title
        && text.is_vietnamese(at - 1)
        && !(at - 1 > start && context.text.tokens[at - 2].case == Case::Title)
        && !stops
        && text.folded(at) != "và";
    if at > start && (context.is_compound(at - 1) || lone_capital) && !ends_fixed(fixed, at) {
        return Some(at + 1);
    }
    if text.folded(at) == "và" {
        return behind_and(context, start, at, limit, fixed);
    }
    if let Some(end) = level(context, at) {
        return Some(end);
    }
    // `Bank of Tokyo`
    let foreign = |token: usize| !text.is_vietnamese(token);
    if at > start && foreign(at) && context.is_capital(at - 1) && context.is_capital(at + 1) {
        return Some(at + 2);
    }
    // `tỉnh Quảng Trị`, `thành phố Hà Nội` as the owner of a body.
    if let Some(end) = context.cue_at(context.cues.place_head, at)
        && (context.is_capital(end) || fixed_at(fixed, end).is_some())
        && fixed_at(fixed, end).is_none_or(|name| name.kind != EntityType::Person)
    {
        return Some(end);
    }
    if (at > start || text.folded(at) == "về")
        && let Some(end) = behind_preposition(context, at, fixed)
    {
        return Some(end);
    }
    // A word of two syllables in lower case: `nông thôn`, `môi trường`, `nhân dân`.
    if stops
        || ends_place(context, fixed, at) && !opens_field_of_firm(context, start, at, limit)
        || behind_proper_name(context, start, at)
        || behind_level(context, at)
    {
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

/// Where the name goes on behind `và`: `Văn hóa và Thể thao`.
fn behind_and(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    if at == start || is_known_agency(at, fixed) || behind_level(context, at) {
        return None;
    }
    // `Đại sứ quán Chile tại Lào và Trung ương Hội`: behind its seat a name is over.
    (coordinated(context, at + 1, fixed) && !ends_fixed(fixed, at))
        .then_some(at + 2)
        .or_else(|| fields::step(context, at, limit, fixed))
}

/// `ở nước ngoài`, `tại Việt Nam`, `hỗn hợp về hợp tác kinh tế`: prepositions inside a name.
fn behind_preposition(context: &Context<'_>, at: usize, fixed: &[Found]) -> Option<usize> {
    if let Some(end) = context.cue_at(context.cues.abroad, at) {
        return Some(end);
    }
    let inside = match context.text.folded(at) {
        // `ở` says where it stands rather than what it is called.
        "tại" => fixed_at(fixed, at + 1).is_some_and(|f| {
            f.kind == EntityType::Country
                || f.kind == EntityType::Place && is_known_country(at, fixed)
        }),
        "về" => {
            context.cue_before(context.cues.committee, at).is_some()
                && (context.is_capital(at + 1)
                    || context.cue_at(context.cues.field, at + 1).is_some())
        }
        _ => false,
    };
    inside.then_some(at + 1)
}

/// `Tham gia` behind `Đại sứ quán Việt Nam tại Nhật Bản`: a verb with a capital, or a person with his
/// title, opens the next sentence, whose full stop is missing.
fn begins_sentence(context: &Context<'_>, at: usize, fixed: &[Found]) -> bool {
    if !context.is_capital(at) || !ends_fixed(fixed, at) {
        return false;
    }
    let verb = context
        .cue_at(context.cues.stop, at)
        .is_some_and(|end| end >= at + 2 && !context.is_capital(at + 1));
    let titled = context.role_at(at).is_some_and(|(title, _)| {
        fixed_at(fixed, title.end).is_some_and(|name| name.kind == EntityType::Person)
    });
    // `Đại sứ quán Chile tại Lào Trong thời gian`
    let opens = context.cue_at(context.cues.sentence_opener, at) == Some(at + 1)
        && context.is_word(at + 1)
        && !context.is_capital(at + 1)
        && !context.is_compound(at);
    // `Việt Nam - Chile Tại Diễn đàn,`: behind a caption.
    let occasion = context.cue_at(context.cues.sentence_opener, at) == Some(at + 1)
        && is_meeting(context, at + 1);
    verb || titled || opens || occasion
}

/// The level behind a local body's noun, of up to seven words, which stands for its territory: `tỉnh` in `UBND tỉnh`.
fn level(context: &Context<'_>, at: usize) -> Option<usize> {
    let end = context.cue_at(context.cues.level_noun, at)?;
    let local = (at.saturating_sub(7)..at).any(|token| {
        context
            .head_noun_at(token)
            .is_some_and(|(head, index)| head.end == at && context.ontology.head_nouns[index].local)
    });
    local.then_some(end)
}

/// Whether such a level ends here.
fn behind_level(context: &Context<'_>, end: usize) -> bool {
    context
        .cue_before(context.cues.level_noun, end)
        .is_some_and(|at| level(context, at).is_some())
}

/// Whether two capitalised syllables that are no word end here, or a foreign one: a proper name, with
/// which no common word goes on.
fn behind_proper_name(context: &Context<'_>, start: usize, at: usize) -> bool {
    let title =
        |token: usize| context.is_capital(token) && context.text.tokens[token].case == Case::Title;
    let foreign = |token: usize| !context.text.is_vietnamese(token);
    at > start && title(at - 1) && foreign(at - 1)
        || at > start + 1
            && title(at - 1)
            && title(at - 2)
            && !context.is_compound(at - 2)
            && !context.is_compound(at - 1)
}

/// Whether a country ends here.
fn is_known_country(end: usize, fixed: &[Found]) -> bool {
    around::around_token(fixed, end)
        .iter()
        .any(|f| f.tokens.end == end && f.kind == EntityType::Country)
}

/// Whether a body that the ontology knows ends here: nothing is coordinated to it.
fn is_known_agency(end: usize, fixed: &[Found]) -> bool {
    around::around_token(fixed, end)
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
    ends_fixed(fixed, end)
        || end.checked_sub(1).is_some_and(|t| {
            context.text.tokens[t].case == Case::Upper || context.text.tokens[t].case == Case::Mixed
        })
}

/// `thương mại` in `Công ty TNHH thương mại Sao Mai`: what a firm deals with, behind a noun that ends in capitals.
fn opens_field_of_firm(context: &Context<'_>, start: usize, at: usize, limit: usize) -> bool {
    const LONGEST: usize = 8;
    at == start
        && context
            .cue_before(context.cues.numbered_body, start)
            .is_some()
        && (at..limit.min(at + LONGEST))
            .take_while(|&t| context.is_word(t) && context.cue_at(context.cues.stop, t).is_none())
            .any(|t| context.is_capital(t))
}

/// The point of `TP. Hà Nội`, `H.Củ Chi`; initials of those who are not named are none.
fn is_abbreviated_unit(context: &Context<'_>, at: usize) -> bool {
    context.is_mark(at, ".")
        && context.is_cue(context.cues.abbreviated_unit, at - 1)
        && context.is_capital(at + 1)
        && context.text.clean(at + 1).chars().count() > 1
}

/// The point in `Trường Nghiên cứu Quốc tế S. Rajaratnam`: an initial of a foreigner whom a body is called after.
fn is_point_of_initial(context: &Context<'_>, at: usize) -> bool {
    let initial = context.text.clean(at - 1);
    context.is_mark(at, ".")
        && context.is_capital(at - 1)
        && initial.len() == 1
        && context.is_capital(at + 1)
        && !context.text.is_vietnamese(at + 1)
        && context.text.clean(at + 1).chars().count() > 1
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
    if context.is_mark(at, "&")
        || is_abbreviated_unit(context, at)
        || at > start + 1 && is_point_of_initial(context, at)
    {
        return Some(next);
    }
    if context.is_dash(at) && is_pair(context, at, next, fixed) {
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
        if closed {
            return Some(next);
        }
    }
    if context.is_mark(at, ",") && !ends_fixed(fixed, at) {
        return fields::step(context, at, limit, fixed);
    }
    None
}

/// `Việt Nam - Trung Quốc`, `ASEAN - Mỹ`: two countries, provinces or unions of states, what the body
/// stands between.
fn is_pair(context: &Context<'_>, at: usize, next: usize, fixed: &[Found]) -> bool {
    let mut before = around::around_token(fixed, at).iter();
    let before = before.any(|f| f.tokens.end == at && is_party(context, f));
    let mut region = around::around_token(fixed, at).iter();
    let region = region.any(|f| f.tokens.end == at && f.kind == EntityType::Place);
    fixed_at(fixed, next).is_some_and(|name| {
        // `Liên minh Doanh nghiệp châu Âu - ASEAN`
        let union = name.kind == EntityType::Agency;
        (before || region && union) && is_party(context, name)
    })
}

/// Whether a name in capitals opens such a pair.
fn opens_pair(context: &Context<'_>, name: &Found, fixed: &[Found]) -> bool {
    let end = name.tokens.end;
    context.is_dash(end) && is_party(context, name) && is_pair(context, end, end + 1, fixed)
}

/// Whether a body may stand between this and another: a country, a province, an acronym.
fn is_party(context: &Context<'_>, name: &Found) -> bool {
    match name.kind {
        EntityType::Country | EntityType::Province => true,
        EntityType::Agency => {
            name.tokens.len() == 1 && context.text.tokens[name.tokens.start].case == Case::Upper
        }
        _ => false,
    }
}
