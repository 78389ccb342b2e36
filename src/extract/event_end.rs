//! Where the name of an event is over: what the grammar of titles took too much of is cut off.

use super::boundary;
use super::{Context, around};
use crate::model::{EntityType, Found, Source};
use crate::text::{Case, TokenRange};

/// `Hội nghị cấp cao APEC thu hút …`: behind a territory or the capitals of a body a name goes on in lower
/// case only with an edition, a subject, a term; anything else is said of the event.
pub(super) fn behind_place(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
) -> usize {
    // `Hội nghị G20 và toàn bộ tiến trình`: behind capitals `và` joins another thing.
    let joins = |token: usize| {
        context.text.folded(token) == "và"
            && is_short_form(context, token - 1)
            && context.is_word(token + 1)
            && !context.is_capital(token + 1)
    };
    let goes_on = |token: usize| !joins(token) && goes_on_plainly(context, token);
    let jubilee = context.cue_before(context.cues.jubilee, head.end).is_some();
    let mut tokens = head.end + 1..end;
    let cut = tokens.find(|&token| {
        !goes_on(token) && ends_place(context, found, head, token) && !in_quotation(context, token)
    });
    cut.filter(|_| !jubilee).unwrap_or(end)
}

/// Whether a word is in capitals, or in capitals and digits: `APEC`, `G20`.
fn is_short_form(context: &Context<'_>, token: usize) -> bool {
    let word = context.text.clean(token);
    let coded = |letter: char| letter.is_uppercase() || letter.is_ascii_digit();
    context.text.tokens[token].case == Case::Upper
        || word.starts_with(char::is_uppercase) && word.chars().all(coded)
}

/// Whether a title may go on with a word behind a territory or a body in capitals.
fn goes_on_plainly(context: &Context<'_>, token: usize) -> bool {
    !context.is_word(token)
        || context.is_capital(token)
        || context.cue_at(context.cues.behind_place, token).is_some()
        || context.is_compound(token - 1)
}

/// Whether the name of a territory, of a known body in capitals, a word in capitals or a foreign one ends
/// before a token.
fn ends_place(context: &Context<'_>, found: &[Found], head: &TokenRange, token: usize) -> bool {
    let capitals = context.text.tokens[token - 1].case == Case::Upper
        && context.text.clean(token - 1).chars().nth(2).is_some()
        && !context.in_capitals(token);
    let territory = |name: &Found| {
        let kind = matches!(
            name.kind,
            EntityType::Country | EntityType::Province | EntityType::Place
        );
        // `G-20`
        let numbered = name.kind == EntityType::Agency
            && (context.is_number(token - 1) && context.is_dash(token - 2)
                || is_short_form(context, token - 1));
        (kind || numbered)
            && matches!(name.source, Source::Entry(_))
            && name.tokens.end == token
            && name.tokens.start >= head.end
    };
    // `Ủy hội sông Mê Công quốc tế`: within the name of a body.
    let body = |name: &Found| {
        name.kind == EntityType::Agency
            && (head.end..token).contains(&name.tokens.start)
            && name.tokens.end > token
    };
    let mut near = around::around_token(found, token).iter();
    let foreign = ends_foreign_word(context, head.end, token);
    capitals || foreign || near.clone().any(territory) && !near.any(body)
}

/// `Đối thoại Shangri-La cảnh báo …`: whether a foreign word with a capital ends before a Vietnamese one.
fn ends_foreign_word(context: &Context<'_>, start: usize, token: usize) -> bool {
    let foreign = |t: usize| {
        t >= start
            && context.is_capital(t)
            && !context.text.is_vietnamese(t)
            && context.text.clean(t).chars().nth(2).is_some()
            && context.text.clean(t).chars().all(char::is_alphabetic)
    };
    let last = token - 1;
    let hyphened = last >= start + 2
        && context.is_capital(last)
        && context.is_dash(last - 1)
        && !context.text.tokens[last].space_before
        && foreign(last - 2);
    context.text.is_vietnamese(token) && (foreign(last) || hyphened)
}

/// Whether a token stands in a quotation that was opened before it in its sentence.
fn in_quotation(context: &Context<'_>, token: usize) -> bool {
    let start = context.sentence(token).tokens.start;
    (start..token).filter(|&t| context.is_quote(t)).count() % 2 == 1
}

/// `Năm Hữu nghị Chile - Lào 2017`: the year that is named is a date of its own, and so is a day.
pub(super) fn before_year(context: &Context<'_>, head: &TokenRange, end: usize) -> usize {
    let of_year = head.len() > 1 && context.text.folded(head.start) == "năm";
    let year = end > head.end + 1
        && context.is_number(end - 1)
        && context.text.clean(end - 1).len() == 4
        && !context.is_dash(end - 2);
    if let Some(day) = ends_in_day(context, head.end, end) {
        return day;
    }
    end - usize::from(of_year && year)
}

/// `Ngày Dân số Thế giới 11/7`: where the day begins that closes a name.
fn ends_in_day(context: &Context<'_>, start: usize, end: usize) -> Option<usize> {
    let value = |token: usize| context.text.clean(token).parse::<u32>().ok();
    let day = end.checked_sub(3).filter(|&day| day > start)?;
    let joint = context.is_mark(day + 1, "/") || context.is_dash(day + 1);
    let closed = !context.text.tokens[day + 1].space_before;
    let calendar = value(day).is_some_and(|day| (1..=31).contains(&day))
        && value(day + 2).is_some_and(|month| (1..=12).contains(&month));
    (joint && closed && calendar && context.is_word(day - 1)).then_some(day)
}

/// `Diễn đàn cấp cao hợp tác “Vành đai và Con đường”`, `hội thảo quảng bá về “Lima Expo 2019”`: the quoted
/// words close the name.
pub(super) fn with_quotation(context: &Context<'_>, end: usize, limit: usize) -> usize {
    // `Năm Hợp tác 2019 về “…”`: behind its year that is the theme of an event.
    let about = end < limit && context.text.folded(end) == "về" && !context.is_number(end - 1);
    let open = end + usize::from(about);
    let closing = |token: usize| matches!(context.text.clean(token), "”" | "’" | "»");
    if open >= limit || !context.is_quote(open) || closing(open) {
        return end;
    }
    // `Hội thảo khởi động dự án “…”`: the words are those of the project.
    let other = (end.saturating_sub(3)..end).any(|token| {
        context.head_noun_at(token).is_some_and(|(noun, index)| {
            noun.end == end
                && context.ontology.head_nouns[index].kind == EntityType::Programme
                // `Diễn đàn quốc tế về dự án “…”`
                && (token == 0 || context.text.folded(token - 1) != "về")
        })
    });
    if other {
        return end;
    }
    match super::quoted::inside_quotes(context, open) {
        // With its closing mark, which may stand behind a full stop of the sentence.
        Some(inside) if context.is_capital(inside.start) && (2..=25).contains(&inside.len()) => {
            let close = (inside.end..limit).find(|&t| context.is_quote(t));
            close.map_or(end, |close| close + 1)
        }
        _ => end,
    }
}

/// `Lễ ký Bản ghi nhớ về …`, `Hội nghị triển khai Chỉ thị …`: the name of what is signed or dealt with closes
/// that of the event.
pub(super) fn reach_documents(found: &mut [Found]) {
    for index in 0..found.len() {
        let Source::HeadNoun(_, noun @ 1..) = found[index].source else {
            continue;
        };
        if found[index].kind != EntityType::Event {
            continue;
        }
        let behind = found[index].tokens.start + noun;
        let inside = found[index].tokens.clone();
        let document = around::around(found, &(inside.end - 1..inside.end))
            .iter()
            .filter(|name| name.kind == EntityType::Document)
            .filter(|name| name.tokens.start >= behind && name.tokens.start < inside.end)
            .map(|name| name.tokens.end)
            .max();
        if let Some(end) = document
            .filter(|&end| end > found[index].tokens.end && found[index].tokens.end > behind)
        {
            found[index].tokens.end = end;
        }
    }
}

/// Cuts marks, dates' head nouns and function words that were left at the end.
pub(super) fn trim(context: &Context<'_>, start: usize, mut end: usize) -> usize {
    // `chuẩn` of `chuẩn bị`: half a word.
    let half = |last: usize| {
        !context.is_capital(last)
            && context.is_compound(last)
            && !(last > start && context.is_compound(last - 1))
    };
    if end > start && half(end - 1) {
        end -= 1;
    }
    while end > start {
        let last = end - 1;
        // `(Chile)`: a bracket that the name opened.
        let bracket = context.is_mark(last, ")") && (start..last).any(|t| context.is_mark(t, "("));
        let mark = !(context.is_word(last) || context.is_number(last) || bracket);
        let stop = context.cue_at(context.cues.stop, last) == Some(end)
            || context.text.folded(last) == "và";
        let phrase = context.cue_before(context.cues.inner, end);
        let kept = context.is_capital(last)
            // `hai nước`
            || phrase.is_some_and(|start| start + 1 < end)
            || (last > start && context.is_compound(last - 1))
            || boundary::is_edition_value(context, last);
        if mark || (stop && !kept) {
            end = last;
        } else {
            break;
        }
    }
    end
}
