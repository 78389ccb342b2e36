//! Finds where the name of a body ends: its grammar, its seat, its branch at home.

use super::boundary::{self, Tail};
use super::{Context, around};
use crate::model::{EntityType, Found, Source};
use crate::ontology::{HeadNoun, RoleKind};
use crate::text::{Case, TokenRange};

/// Where the name behind a head noun ends.
pub(super) fn end(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    noun: &HeadNoun,
) -> usize {
    let limit = context.sentence_end(head.start);
    let end = boundary::name_end(context, head.end, head.end, limit, Tail::Tight, found);
    let mut end = trim(context, head.end, end);
    end = before_bearer(context, found, head, end);
    end = behind_hyphen(context, end, limit);
    end = before_short_form(context, found, head, end, limit);
    if !context.is_capital(head.start)
        && !noun.mission
        && let Some(at) = (head.end..end).find(|&t| matches!(context.text.folded(t), "tại" | "ở"))
    {
        end = at;
    }
    if end == head.end {
        return behind_short_form(context, found, end);
    }
    end = with_home(context, found, end);
    end = behind_short_form(context, found, end);
    if noun.mission {
        end = with_seat(context, found, end, limit);
    }
    end
}

/// Where the name of a body ends behind a title, before the bearer's: in `Chủ tịch Quốc hội Chile Juan Soto`
/// a foreign name behind the state, in `Viện trưởng Viện Juan Soto` one that stands elsewhere, too.
fn before_bearer(context: &Context<'_>, found: &[Found], head: &TokenRange, end: usize) -> usize {
    let headed = context
        .role_before(head.start)
        .is_some_and(|(_, role)| context.ontology.roles[role].kind == RoleKind::Position);
    if !headed || end < head.end + 2 {
        return end;
    }
    let text = context.text;
    // Schools and cities are named after people, too.
    let named = |start: usize| {
        let after = context
            .cue_before(context.cues.named_after, start)
            .is_some();
        !after
            && found.iter().any(|person| {
                person.kind == EntityType::Person
                    && person.tokens.len() == end - start
                    && person.tokens.start != start
                    && (person.tokens.clone())
                        .zip(start..end)
                        .all(|(a, b)| text.clean(a) == text.clean(b))
            })
    };
    let foreign = |start: usize| {
        let state = around::around_token(found, start - 1)
            .iter()
            .any(|f| f.tokens.end == start && f.kind == EntityType::Country);
        let mut words = (start..end).filter(|&t| context.is_word(t));
        state
            && (2..=4).contains(&words.clone().count())
            && words.all(|t| text.tokens[t].case == Case::Title && !text.is_vietnamese(t))
    };
    (head.end..end - 1)
        .find(|&start| {
            context.is_capital(start) && (start > head.end && foreign(start) || named(start))
        })
        .unwrap_or(end)
}

/// The most words with which a name goes on before its short form.
const LONGEST_REST: usize = 9;

/// `đảng Dân chủ xã hội (DPS)`, `Công ty Cổ phần du lịch và tiếp thị Việt Nam (Vitour)`: a short form in
/// brackets says where a name ends that goes on in lower case.
fn before_short_form(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
    limit: usize,
) -> usize {
    let goes_on = |t: usize| {
        let known = boundary::fixed_at(found, t);
        context.is_word(t)
            && context.cue_at(context.cues.stop, t).is_none()
            && known.is_none_or(|name| name.kind == EntityType::Country)
            && context.role_at(t).is_none()
    };
    let open = (end..limit.min(end + LONGEST_REST + 1))
        .find(|&t| !goes_on(t))
        .filter(|&open| open > end && open + 2 < limit);
    let Some(open) = open.filter(|_| end > head.end) else {
        return end;
    };
    let short = context.is_mark(open, "(")
        && context.is_mark(open + 2, ")")
        && matches!(
            context.text.tokens[open + 1].case,
            Case::Upper | Case::Mixed
        )
        && context.is_word(open + 1)
        && context.text.clean(open + 1).chars().count() >= 3;
    if short { open } else { end }
}

/// `Đại học Sun Yat-sen`, `Tập đoàn Cu-ba`: a word goes on behind a hyphen without spaces.
fn behind_hyphen(context: &Context<'_>, end: usize, limit: usize) -> usize {
    let tokens = &context.text.tokens;
    let joined = end + 1 < limit
        && context.is_mark(end, "-")
        && !tokens[end].space_before
        && !tokens[end + 1].space_before
        && context.is_word(end + 1)
        && tokens[end + 1].case == Case::Lower
        && context.is_capital(end - 1);
    if joined { end + 2 } else { end }
}

/// `Báo Mỹ` at the start of a sentence: no name.
pub(super) fn is_only_country(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
) -> bool {
    context.is_capital(head.start)
        && context.opens_sentence(head.start)
        && head.len() == 1
        && boundary::fixed_at(found, head.end)
            .is_some_and(|f| f.kind == EntityType::Country && f.tokens.end == end)
}

/// `tạp chí Nhật Bản The Diplomat`: in lower case the country is no part of the name behind it.
pub(super) fn behind_country(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
) -> Option<TokenRange> {
    let country = boundary::fixed_at(found, head.end)?;
    let brand = country.tokens.end..end;
    (country.kind == EntityType::Country
        && !brand.is_empty()
        && brand.clone().all(|t| context.is_capital(t)))
    .then_some(brand)
}

/// `Đại học Greenwich (Việt Nam)`: the branch at home.
fn with_home(context: &Context<'_>, found: &[Found], end: usize) -> usize {
    if !context.is_mark(end, "(") {
        return end;
    }
    match boundary::fixed_at(found, end + 1) {
        Some(home)
            if context.is_mark(home.tokens.end, ")")
                && matches!(home.source, Source::Entry(entry)
                    if context.entry(entry).code.as_deref() == Some("VN")) =>
        {
            home.tokens.end + 1
        }
        _ => end,
    }
}

/// `Hội Chữ thập đỏ (CTĐ) Việt Nam`, `Trung tâm Kiểm soát bệnh tật (CDC) Hà Nam`: the name goes on behind
/// its short form.
pub(super) fn behind_short_form(context: &Context<'_>, found: &[Found], end: usize) -> usize {
    let close = end + 2;
    let short = context.is_mark(end, "(")
        && context.is_mark(close, ")")
        && context.text.tokens[end + 1].case == Case::Upper
        && context.sentence_end(end) > close + 1;
    if !short {
        return end;
    }
    let noun = context.cue_at(context.cues.place_head, close + 1);
    boundary::fixed_at(found, noun.unwrap_or(close + 1))
        .filter(|place| matches!(place.kind, EntityType::Country | EntityType::Province))
        .map_or(end, |place| place.tokens.end)
}

/// `Đại sứ quán Mỹ tại Damascus`, `Tổng Lãnh sự quán Việt Nam tại thành phố Frankfurt`: where a mission
/// has its seat.
fn with_seat(context: &Context<'_>, found: &[Found], end: usize, limit: usize) -> usize {
    if end >= limit || !matches!(context.text.folded(end), "tại" | "ở") {
        return end;
    }
    // `ở Washington` says where it stands, `ở Lào` what it is called.
    let stands = context.text.folded(end) == "ở";
    let noun = context.cue_at(context.cues.place_head, end + 1);
    let seat = boundary::fixed_at(found, noun.unwrap_or(end + 1)).filter(|seat| match seat.kind {
        EntityType::Agency | EntityType::Country => true,
        EntityType::Place | EntityType::Province => !stands,
        _ => false,
    });
    seat.map_or(end, |seat| seat.tokens.end)
}

/// Cuts connectors and prepositions that were left at the end.
fn trim(context: &Context<'_>, start: usize, mut end: usize) -> usize {
    while end > start
        && (!(context.is_word(end - 1) || context.is_number(end - 1))
            || (!context.is_capital(end - 1)
                && context.cue_at(context.cues.stop, end - 1).is_some()
                && !context.is_compound(end.saturating_sub(2))))
    {
        end -= 1;
    }
    end
}
