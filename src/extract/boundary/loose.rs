//! Events, programmes and documents: titles that go on up to a verb, a mark or a function word.

use super::super::around;
use super::meeting::{
    is_meeting, opens_any_head, opens_document, opens_programme, other_side, titled_part,
};
use super::session::{ends_behind_edition, session_of_body, short_form};
use super::treaty::{
    are_subjects_of_treaty, is_doing_of_treaty, is_subject_of_treaty, is_treaty, treaty_of_two,
};
use super::{ends_fixed, fields, fixed_at, is_dated_short_form, is_edition_value, opens_role};
use crate::extract::Context;
use crate::model::{EntityType, Found};
use crate::text::Case;

/// Where the title goes on behind `at`; `None` where it ends.
pub(super) fn loose(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    if let Some(end) = context.cue_at(context.cues.listed, at) {
        return Some(end);
    }
    if let Some(name) = fixed_at(fixed, at) {
        if is_anniversary(context, start) && name.kind == EntityType::Person {
            return Some(name.tokens.end);
        }
        return (name.kind != EntityType::Person || at == start).then_some(name.tokens.end);
    }
    if context.is_word(at) {
        return loose_word(context, start, at, limit, fixed);
    }
    if context.is_number(at) {
        return Some(at + 1);
    }
    if context.is_mark(at, ",") {
        return session_of_body(context, start, at, fixed)
            .or_else(|| fields::territories(context, start, at, fixed))
            .or_else(|| fields::both_written(context, start, at))
            .or_else(|| fields::subjects(context, start, at, limit, fixed));
    }
    if context.is_mark(at, "(") {
        return short_form(context, start, at, fixed);
    }
    let joined = context.is_dash(at) || context.is_mark(at, "&") || context.is_mark(at, "/");
    // `Năm Du lịch Quốc gia - Ninh Bình 2021`: where it is held this time.
    let opens = at == start && context.is_dash(at) && around::begins_territory(fixed, at + 1);
    (joined && (at > start || opens) && at + 1 < limit && continues_after_dash(context, at))
        .then_some(at + 1)
}

/// A word inside the title of an event, programme or document.
fn loose_word(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    if let Some(end) = context.cue_at(context.cues.edition, at)
        && is_edition_value(context, end)
    {
        return Some(end + 1);
    }
    if ends_behind_edition(context, start, at, fixed)
        || opens_next_sentence(context, start, at) && !is_anniversary(context, start)
    {
        return None;
    }
    // `Lễ công bố Quyết định`
    if at == start && context.is_capital(at) && opens_document(context, at) {
        return context.head_noun_at(at).map(|(noun, _)| noun.end);
    }
    if let Some(step) = class_of_award(context, start, at) {
        return step;
    }
    if let Some(end) = commemorated(context, start, at) {
        return Some(end);
    }
    if at > start && context.is_compound(at - 1) && !ends_fixed(fixed, at) {
        return Some(at + 1);
    }
    match context.text.folded(at) {
        "và" => {
            let goes_on = goes_on_after_and(context, start, at, limit, fixed);
            return (goes_on && !follows_year(context, at)).then_some(at + 1);
        }
        "với" if second_party(context, start, at, fixed) || other_side(context, at) => {
            return Some(at + 1);
        }
        // `nhân kỷ niệm 40 năm`: on what occasion, unlike `nhân quyền`.
        "nhân" if at > start && opens_occasion(context, at + 1) => return None,
        _ => {}
    }
    if let Some(end) = verb_inside(context, start, at) {
        return Some(end);
    }
    if at > start
        && (follows_year(context, at) && !opens_subject(context, start, at)
            || opens_location(context, start, at, fixed)
            || turns_into(context, at))
    {
        return None;
    }
    if let Some(end) = context.cue_at(context.cues.stop, at) {
        return behind_function_word(context, start, at, end, limit, fixed);
    }
    if at > start
        && context.is_capital(at)
        && !is_subject_of_treaty(context, start, at)
        && (opens_any_head(context, at) || opens_role(context, at))
    {
        return titled_part(context, start, at, fixed);
    }
    Some(at + 1)
}

/// Where the title goes on behind a function word or verb from `at` to `end`.
fn behind_function_word(
    context: &Context<'_>,
    start: usize,
    at: usize,
    end: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    let inner = context.cue_at(context.cues.inner, at);
    // `giữa hai nước`
    if inner.is_some_and(|inner| inner > end) {
        return inner;
    }
    // `SEA Games 29 có 693 vận động viên`
    let counts = context.text.folded(at) == "có" && context.is_number(end);
    let inner = inner.is_some_and(|e| e >= end) && !counts;
    let goes_on = || {
        goes_on_after_inner(context, end, fixed)
            || is_doing_of_treaty(context, start, at, end)
            || are_subjects_of_treaty(context, start, end)
    };
    (inner && end < limit && goes_on()).then_some(end)
}

/// Whether a capital opens the next sentence, whose full stop is missing: `tại Diễn đàn Về phần mình`.
fn opens_next_sentence(context: &Context<'_>, start: usize, at: usize) -> bool {
    let topic = context.is_capital(at)
        && at > start
        && context.is_cue(context.cues.topic, at)
        && context.is_word(at + 1)
        && !context.is_capital(at + 1);
    topic
        || context.is_capital(at)
        && context.cue_at(context.cues.sentence_opener, at).is_some()
        && !context.is_compound(at)
        // `Hội nghị Các bên`
        && !(at == start && context.text.folded(at) == "các")
        && at + 1 < context.token_count()
        // `Việt Nam - Chile Tại Diễn đàn,`: behind a caption.
        && (!context.is_capital(at + 1) || context.is_capital(at - 1) && is_meeting(context, at + 1))
}

/// Where a verb ends that belongs to the title: behind its head noun, in `về việc thành lập thành phố`,
/// in `quy chế phối hợp`.
fn verb_inside(context: &Context<'_>, start: usize, at: usize) -> Option<usize> {
    // `Hội nghị tổng kết 10 năm thực hiện Chỉ thị 41`
    let counted = context.is_number(start) && context.text.folded(start + 1) == "năm";
    if counted && at == start + 1 {
        return Some(at + 1);
    }
    if at == start || counted && at == start + 2 {
        // `Đề án đưa ra`
        let says = context.is_cue(context.cues.no_first_verb, at);
        return context
            .cue_at(context.cues.first_verb, at)
            .filter(|_| !says);
    }
    if context.is_cue(context.cues.matter, at - 1)
        && let Some(end) = context.cue_at(context.cues.stop, at)
    {
        return Some(end);
    }
    if is_doing_of_treaty(context, start, at - 1, at) {
        return context.cue_at(context.cues.first_verb, at);
    }
    context.cue_before(context.cues.for_doing, at)?;
    context.cue_at(context.cues.doing, at)
}

/// `hạng Nhất` in `Huân chương Lao động hạng Nhất`, at which the award's name ends; whom it is for does
/// not belong to it. `None` where the word is neither.
fn class_of_award(context: &Context<'_>, start: usize, at: usize) -> Option<Option<usize>> {
    // `lễ đón nhận Huân chương Lao động`: also within the name of an event.
    let named = |token: &usize| {
        context
            .cue_before(context.cues.award_head, *token)
            .is_some()
    };
    let start = (start..at + 1).rev().find(named)?;
    let class = |token: usize| context.is_cue(context.cues.award_class, token);
    if at > start + 1 && class(at - 2) {
        return Some(None);
    }
    if at > start && class(at - 1) {
        return Some(Some(at + 1));
    }
    let receiver = context.is_cue(context.cues.award_to, at);
    (at > start && receiver).then_some(None)
}

/// Whether a title is that of a commemoration: `Lễ kỷ niệm`, `kỉ niệm`.
pub(super) fn is_anniversary(context: &Context<'_>, start: usize) -> bool {
    context
        .cue_before(context.cues.commemoration, start)
        .is_some()
}

/// `ngày thiết lập` in `Lễ kỷ niệm 50 năm ngày thiết lập quan hệ ngoại giao`: where it ends.
fn commemorated(context: &Context<'_>, start: usize, at: usize) -> Option<usize> {
    let span = context.is_cue(context.cues.anniversary_span, at);
    let named = is_anniversary(context, start)
        // `Lễ gặp mặt kỷ niệm 50 năm`, `Chiêu đãi chào mừng 50 năm`
        || (start..at).any(|t| {
            is_anniversary(context, t + 1) || context.is_cue(context.cues.congratulation, t)
        });
    if !span || !named {
        return None;
    }
    if let Some(end) = context.cue_at(context.cues.commemorated, at + 1) {
        return Some(end);
    }
    // `50 năm`, before the day itself.
    (context.is_number(at - 1) && context.text.folded(at) == "năm").then_some(at + 1)
}

/// `thành` in `Chiến tranh Lạnh thành đối tác`: a verb, unless it is part of a word.
fn turns_into(context: &Context<'_>, at: usize) -> bool {
    context.is_cue(context.cues.turning, at)
        && !context.is_compound(at)
        && context.cue_at(context.cues.place_head, at).is_none()
}

/// Whether the year of an event stands before: `Gặp gỡ Nhật Bản 2020` is a whole name.
fn follows_year(context: &Context<'_>, at: usize) -> bool {
    let year = context.text.clean(at - 1);
    context.is_number(at - 1)
        && year.len() == 4
        && (year.starts_with("19") || year.starts_with("20"))
        && !context.is_dash(at.saturating_sub(2))
}

/// `Đối thoại APEC 2017 về Đô thị hóa`, `Công ước Lima 1961 về nuôi ong`: what the meeting of a body in a year,
/// or a treaty of that year, is about.
fn opens_subject(context: &Context<'_>, start: usize, at: usize) -> bool {
    if context.text.folded(at) == "về" && is_treaty(context, start) {
        return context.is_word(at + 1);
    }
    let body = at >= 2 && context.text.tokens[at - 2].case == Case::Upper;
    body && context.text.folded(at) == "về" && context.is_word(at + 1) && context.is_capital(at + 1)
}

/// `tại Hà Nội`, `ở tỉnh Bình Dương`: where it took place, not what it is called.
fn opens_location(context: &Context<'_>, start: usize, at: usize, fixed: &[Found]) -> bool {
    let preposition = match context.text.folded(at) {
        "tại" => true,
        // What a treaty is about lies somewhere: `Tuyên bố về ứng xử ở Biển Đông`.
        "ở" => !is_treaty(context, start),
        _ => false,
    };
    // `Quảng bá Hà Nội tại Pháp (VPR 2017)`: the short form behind says that the place belongs to it.
    let inside = fixed_at(fixed, at + 1).is_some_and(|place| {
        let open = place.tokens.end;
        context.is_mark(open, "(") && is_dated_short_form(context, open + 1)
    });
    // `Những ngày Văn hóa Chile tại Lào`, `Ngày Chile tại Lima`: so are days and years of a territory called.
    let territory = |name: &Found| matches!(name.kind, EntityType::Country | EntityType::Province);
    let mut closing = around::around_token(fixed, at - 1).iter();
    let abroad = preposition
        && fixed_at(fixed, at + 1).is_some_and(|place| {
            place.kind == EntityType::Country
                || matches!(place.kind, EntityType::Place | EntityType::Province)
                    && closing.any(|name| name.tokens.end == at && territory(name))
        })
        && context.cue_before(context.cues.days_of, start).is_some();
    preposition
        && !inside
        && !abroad
        && (context.is_capital(at + 1)
            || fixed_at(fixed, at + 1).is_some()
            || context.cue_at(context.cues.place_head, at + 1).is_some())
}

/// Whether an occasion stands here: `kỷ niệm 40 năm`, `chuyến thăm`.
fn opens_occasion(context: &Context<'_>, at: usize) -> bool {
    context.is_cue(context.cues.occasion, at)
}

/// Whether `với` stands before the second party of a title: `Thỏa thuận giữa Hà Nội với các đối tác`.
fn second_party(context: &Context<'_>, start: usize, at: usize, fixed: &[Found]) -> bool {
    let word = |token: usize| context.text.folded(token);
    let between = (start..at).rev().find(|&t| word(t) == "giữa");
    let open =
        between.is_some_and(|between| (between..at).all(|t| !matches!(word(t), "và" | "với")));
    open && (fixed_at(fixed, at + 1).is_some_and(|name| name.kind != EntityType::Person)
        || context.cue_at(context.cues.place_head, at + 1).is_some()
        || word(at + 1) == "các")
}

/// Whether `và` joins parts of one title, not the title and another name. Behind `giữa` two parties
/// belong to it (`Hiệp định giữa Moldova và EU`).
fn goes_on_after_and(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> bool {
    let next = at + 1;
    if at == start || next >= limit || !context.is_word(next) {
        return false;
    }
    // `kỳ họp thứ 3 Quốc hội XIV và tình hình`: an edition closes the name.
    let roman = is_edition_value(context, at - 1) && context.is_capital(at - 1);
    if roman
        || context
            .cue_before(context.cues.edition, at - 1)
            .is_some_and(|_| is_edition_value(context, at - 1))
    {
        return false;
    }
    let between = (start..at).find(|&t| context.text.folded(t) == "giữa");
    // `giữa hai Bộ và các thỏa thuận`: both parties are named before.
    let two = between.is_some_and(|between| context.text.folded(between + 1) == "hai");
    let between = between.is_some();
    // `Hội nghị liên tịch của Chính phủ và Quốc hội`
    let owners = fixed.iter().any(|f| {
        f.tokens.end == at
            && f.kind == EntityType::Agency
            && f.tokens.start > start
            && context.text.folded(f.tokens.start - 1) == "của"
    });
    let joins = fixed_at(fixed, next).is_none_or(|name| match name.kind {
        EntityType::Person => false,
        EntityType::Agency => between || owners || treaty_of_two(context, start, at, fixed),
        _ => true,
    });
    let behind_body = fixed
        .iter()
        .any(|f| f.tokens.end == at && f.kind == EntityType::Agency && f.tokens.start > start);
    // `giữa Sở Y tế và các bệnh viện`: the second party, whatever it is called.
    let second = between
        && !two
        && (start..at).all(|t| !matches!(context.text.folded(t), "và" | "với"))
        && !context.is_capital(next);
    if second && fixed_at(fixed, next).is_none() {
        return true;
    }
    if behind_body && fixed_at(fixed, next).is_none() {
        return false;
    }
    // `Hội nghị Tương lai và đối thoại`: another meeting.
    joins
        && !is_meeting(context, next)
        && !opens_any_head(context, next)
        && !opens_programme(context, next)
        && !opens_role(context, next)
        && context.cue_at(context.cues.stop, next).is_none()
}

fn continues_after_dash(context: &Context<'_>, at: usize) -> bool {
    let next = at + 1;
    // `Lễ hội Hoa - chuỗi sự kiện du lịch`: what it is.
    let explains = context.text.tokens[next].space_before
        && !context.is_capital(next)
        && (is_meeting(context, next) || context.cue_at(context.cues.explaining, next).is_some());
    (context.is_word(next) || context.is_number(next)) && !explains
}

/// A function word goes on inside a title only before a word, not before a mark or another verb.
fn goes_on_after_inner(context: &Context<'_>, at: usize, fixed: &[Found]) -> bool {
    let several = |token: usize| context.is_cue(context.cues.plural, token);
    fixed_at(fixed, at).is_some_and(|f| f.kind != EntityType::Person)
        // `của các Nhà lãnh đạo`
        || context.is_word(at)
            && several(at)
            && context.is_capital(at + 1)
        || (context.is_word(at) && (context.cue_at(context.cues.stop, at).is_none() || is_longer_word(context, at)))
        || context.is_number(at)
}

/// `sáng` in `sáng tạo`: a word that only begins like one at which names end.
fn is_longer_word(context: &Context<'_>, at: usize) -> bool {
    context.cue_at(context.cues.inner, at) > context.cue_at(context.cues.stop, at)
}
