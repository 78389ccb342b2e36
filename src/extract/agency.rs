//! Finds bodies: names that a head noun opens, known bodies with their country, bare head nouns.

use super::{Context, around, boundary, extent, firm, known, of_state};
use crate::model::{EntityType, Found, Source};
use crate::ontology::{HeadNoun, HeadNounIndex, Kinds, RoleKind};
use crate::text::{Case, TokenRange};

/// The longest description of a part of a body in lower case, in tokens.
const LONGEST_FIELD: usize = 9;

/// All bodies that the ontology does not already name in full.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let mut bodies = Vec::new();
    for token in context.tokens_with(Kinds::HEAD_NOUN) {
        if let Some((head, index)) = context.head_noun_at(token)
            && context.ontology.head_nouns[index].kind == EntityType::Agency
            && let Some(body) = from_head_noun(context, found, head, index)
        {
            bodies.push(body);
        }
    }
    bodies.extend(
        found
            .iter()
            .filter(|f| f.kind == EntityType::Agency)
            .filter_map(|f| of_state::of_country(context, f, found)),
    );
    bodies.extend(of_state::in_lower_case(context, found));
    bodies.extend(firm::mixed_case(context, found));
    bodies.extend(firm::english(context, found));
    bodies
}

fn from_head_noun(
    context: &Context<'_>,
    found: &[Found],
    head: TokenRange,
    index: HeadNounIndex,
) -> Option<Found> {
    let noun = &context.ontology.head_nouns[index];
    let capital = context.is_capital(head.start);
    // `hai CLB Italia`
    let many = noun.lower_case
        && context.text.tokens[head.start].case == Case::Upper
        && is_of_many(context, head.start);
    if inside_other_name(found, head.start)
        || many
        || context
            .cue_at(context.cues.generic_body, head.start)
            .is_some()
        || ends_title(context, head.start)
        || inside_word(context, head.start)
        || (!capital && !noun.lower_case)
        || is_common_word(context, &head, capital)
        || is_incident(context, &head)
        || is_national(context, found, &head)
    {
        return None;
    }
    if let Some(known) = boundary::fixed_at(found, head.start)
        && known.kind == EntityType::Agency
        && known.tokens.end > head.end
    {
        return longer_than_known(context, found, known, index, head.len())
            .or_else(|| branch(context, found, known, index, head.len()));
    }
    if let Some(firm) = firm::known(context, found, &head, capital) {
        return Some(firm);
    }
    let end = single_end(context, found, &head, noun)?;
    if let Some(brand) = branded(context, found, (&head, index), end, capital) {
        return Some(brand);
    }
    if end == head.end {
        return bare(context, found, head, index, capital);
    }
    let only_country = noun.lower_case && extent::is_only_country(context, found, &head, end);
    if only_country || !capital && !named_in_lower_case(context, found, &head, end) {
        return None;
    }
    let owned = capital && opens_body(context, found, end) && end > head.end;
    let level = noun.local && context.cue_at(context.cues.level_noun, head.end) == Some(end);
    let end = described(context, found, &head)
        .filter(|_| capital)
        .unwrap_or(end)
        .max(end);
    let named = (head.end..end).any(|t| context.is_capital(t) || context.is_number(t))
        || capital && in_post(context, found, &head, end);
    if !owned && !level && !named {
        return bare(context, found, head, index, capital);
    }
    if !capital && lone_brand(context, found, head.end, end) {
        return Some(brand_name(head.end..end));
    }
    Some(Found::new(
        head.start..end,
        EntityType::Agency,
        Source::HeadNoun(index, head.len()),
        "agency/head-noun",
    ))
}

/// Where the name of one body ends behind its noun; none of several states or of the centre: `Đảng ủy [Công an
/// Trung ương]`.
fn single_end(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    noun: &HeadNoun,
) -> Option<usize> {
    let end = extent::end(context, found, head, noun);
    let central = noun.local && context.cue_at(context.cues.central, head.end) == Some(end);
    (!central && !is_of_several(context, head, end)).then_some(end)
}

/// `Chính phủ hai nước`, `hai Bộ Ngoại giao`: what several states have; a committee may be one of two
/// (`Ủy ban hai bên`).
fn is_of_several(context: &Context<'_>, head: &TokenRange, end: usize) -> bool {
    let known = context
        .name_at(head.start)
        .filter(|(range, ..)| range.end == end)
        .is_some_and(|(range, entry, _)| known::of_several(context, &range, entry));
    let joint = context.is_cue(context.cues.joint_body, head.start);
    let each = context.cue_at(context.cues.several_states, end).is_some();
    known || each && end == head.end && !joint
}

/// A name that ends with a known firm behind its field, or in lower case that of a brand behind its state.
fn branded(
    context: &Context<'_>,
    found: &[Found],
    (head, index): (&TokenRange, HeadNounIndex),
    end: usize,
    capital: bool,
) -> Option<Found> {
    let firm = firm::behind_field(context, found, (head, index), end);
    let of_country = || extent::behind_country(context, found, head, end).map(brand_name);
    firm.or_else(|| of_country().filter(|_| !capital))
}

/// Where the words end that say what a part of a body does, before the body it is part of: `Văn phòng
/// đăng ký quyền sử dụng đất [của Sở Xây dựng]`.
fn described(context: &Context<'_>, found: &[Found], head: &TokenRange) -> Option<usize> {
    context.cue_at(context.cues.part_head, head.start)?;
    let limit = context
        .sentence_end(head.start)
        .min(head.end + LONGEST_FIELD);
    let end = (head.end..limit).find(|&t| {
        !context.is_word(t) || context.is_capital(t) || context.is_cue(context.cues.owned_by, t)
    })?;
    let owned = context.is_cue(context.cues.owned_by, end);
    let plain = (head.end..end).all(|t| {
        let stop = context.cue_at(context.cues.stop, t).is_some();
        !stop || context.is_compound(t) || t > 0 && context.is_compound(t - 1)
    });
    (owned && plain && end >= head.end + 2 && opens_body(context, found, end + 1)).then_some(end)
}

/// `Vụ trưởng Vụ pháp luật`, `Trung tâm nghiên cứu tổng thể của Học viện Ngoại giao`: behind the title of
/// its head or before the body it is part of, a noun with a capital opens a name whose other words have
/// none.
fn in_post(context: &Context<'_>, found: &[Found], head: &TokenRange, end: usize) -> bool {
    let said = end >= head.end + 2 && !context.is_title_suffix(head.end);
    let headed = || {
        context
            .role_before(head.start)
            .is_some_and(|(_, role)| context.ontology.roles[role].kind == RoleKind::Position)
    };
    let part = || {
        context.cue_at(context.cues.part_head, head.start).is_some()
            && context.is_cue(context.cues.owned_by, end)
            && opens_body(context, found, end + 1)
    };
    let limit = context.sentence_end(head.start);
    said && (headed() || end + 1 < limit && part())
}

/// `Thường trực` in `Phó Chủ tịch Thường trực HĐND`, `Tổ chức` in `Trưởng ban Tổ chức`: the end of a title, no
/// body.
pub(super) fn ends_title(context: &Context<'_>, token: usize) -> bool {
    let doing = context.cue_before(context.cues.heads_body, token).is_some()
        && context.cue_at(context.cues.stop, token).is_some();
    doing || context.is_title_suffix(token) && context.role_before(token).is_some()
}

fn brand_name(tokens: TokenRange) -> Found {
    Found::new(tokens, EntityType::Agency, Source::Context, "agency/brand")
}

/// The second syllable of a capitalised word.
fn inside_word(context: &Context<'_>, token: usize) -> bool {
    token > 0 && context.is_capital(token - 1) && context.is_compound(token - 1)
}

/// `báo` in `báo chí`, `Khoa` in `Khoa học`, `Ban` in `Ban đầu`, `báo` in `thông báo`: half of another
/// word.
pub(super) fn is_common_word(context: &Context<'_>, head: &TokenRange, capital: bool) -> bool {
    let first_half = context.is_compound(head.start)
        && context.is_word(head.end)
        && !context.is_capital(head.end)
        && head.end < context.sentence_end(head.start);
    let second_half = !capital && head.start > 0 && context.is_compound(head.start - 1);
    head.len() == 1 && (first_half || second_half)
}

/// `Vụ đánh bom Đại sứ quán Mỹ`: what happened, unlike `Vụ thị trường châu Âu`.
fn is_incident(context: &Context<'_>, head: &TokenRange) -> bool {
    context.cue_at(context.cues.incident, head.start) == Some(head.end)
        && head.end < context.sentence_end(head.start)
        && context.is_word(head.end)
        && !context.is_capital(head.end)
        && context.cue_at(context.cues.field, head.end).is_none()
        && (context.opens_sentence(head.start)
            || context.cue_at(context.cues.stop, head.end).is_none())
}

/// `Quốc hội` in `Đại biểu Quốc hội tỉnh Nghệ An`: a body of the whole state, no province's.
fn is_national(context: &Context<'_>, found: &[Found], head: &TokenRange) -> bool {
    let province = || {
        let noun = context.cue_at(context.cues.place_head, head.end);
        [Some(head.end), noun].into_iter().flatten().any(|at| {
            boundary::fixed_at(found, at).is_some_and(|name| name.kind == EntityType::Province)
        })
    };
    context.cue_at(context.cues.national_body, head.start) == Some(head.end) && province()
}

/// `Bộ Giáo dục và Thể thao Lào`, `Bộ Y tế, Lao động và Phúc lợi`: another body, whose name begins like
/// that of a known one.
fn longer_than_known(
    context: &Context<'_>,
    found: &[Found],
    known: &Found,
    head: HeadNounIndex,
    length: usize,
) -> Option<Found> {
    let (start, at) = (known.tokens.start, known.tokens.end);
    let limit = context.sentence_end(start);
    if is_of_many(context, start) || at >= limit {
        return None;
    }
    let listed = context.is_mark(at, ",");
    let end = boundary::fields::step(context, at, limit, found)?;
    let country = boundary::fixed_at(found, end).filter(|f| f.kind == EntityType::Country);
    (listed || country.is_some()).then(|| {
        Found::new(
            start..country.map_or(end, |country| country.tokens.end),
            EntityType::Agency,
            Source::HeadNoun(head, length),
            "agency/fields",
        )
    })
}

/// Whether a word before says that several are meant: `các Bộ`, `12 CLB`.
pub(super) fn is_of_many(context: &Context<'_>, token: usize) -> bool {
    let counted = |number: usize| {
        context.is_number(number)
            && context.cue_before(context.cues.edition, number).is_none()
            && context.cue_before(context.cues.clause, number).is_none()
            && context.text.clean(number).len() <= 3
    };
    token > context.sentence(token).tokens.start
        && (counted(token - 1) || context.cue_before(context.cues.counting, token).is_some())
}

/// `Mặt trận Tổ quốc Việt Nam tỉnh Nghệ An`: a known body with the place of its branch.
fn branch(
    context: &Context<'_>,
    found: &[Found],
    known: &Found,
    head: HeadNounIndex,
    length: usize,
) -> Option<Found> {
    let at = known.tokens.end;
    let noun = context.cue_at(context.cues.place_head, at);
    let place = boundary::fixed_at(found, noun.unwrap_or(at))?;
    let local = matches!(place.kind, EntityType::Province | EntityType::Place);
    let same_sentence = place.tokens.end <= context.sentence_end(known.tokens.start);
    (local && same_sentence).then(|| {
        Found::new(
            known.tokens.start..place.tokens.end,
            EntityType::Agency,
            Source::HeadNoun(head, length),
            "agency/branch",
        )
    })
}

/// Whether another body begins here: `Cục đối ngoại Bộ Quốc phòng`.
fn opens_body(context: &Context<'_>, found: &[Found], at: usize) -> bool {
    boundary::fixed_at(found, at).is_some_and(|f| f.kind == EntityType::Agency)
        || (context.is_capital(at)
            && context
                .head_noun_at(at)
                .is_some_and(|(_, h)| context.ontology.head_nouns[h].kind == EntityType::Agency))
}

/// A person's name, or a known name that only begins like a body: `Đài Loan`, `Trường Sa`.
fn inside_other_name(found: &[Found], token: usize) -> bool {
    around::around_token(found, token).iter().any(|f| {
        let known = matches!(f.source, Source::Entry(_)) && f.kind != EntityType::Agency;
        (f.kind == EntityType::Person || known) && f.tokens.contains(&token)
    })
}

/// `nhà máy sữa Nghệ An`: in lower case only with a name behind it.
fn named_in_lower_case(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
) -> bool {
    !is_of_many(context, head.start)
        && (head.end..end).any(|t| context.is_capital(t))
        && !around::beginning_at(found, head.end).iter().any(|f| {
            f.tokens.end >= end
                && matches!(f.kind, EntityType::Country | EntityType::Person)
                && head.len() < 2
        })
}

/// `công ty Vinamilk`: one foreign word behind a head noun in lower case is the name alone.
fn lone_brand(context: &Context<'_>, found: &[Found], start: usize, end: usize) -> bool {
    (start..end).all(|t| context.is_capital(t)) && boundary::fixed_at(found, start).is_none()
}

/// A bare head noun with a capital, inside a sentence, stands for a body said before.
fn bare(
    context: &Context<'_>,
    found: &[Found],
    head: TokenRange,
    index: HeadNounIndex,
    capital: bool,
) -> Option<Found> {
    let noun = &context.ontology.head_nouns[index];
    // `Chủ tịch Thượng viện [Juan Soto]`
    let bearer = || {
        let titled = context
            .role_before(head.start)
            .is_some_and(|(_, role)| context.ontology.roles[role].kind == RoleKind::Position);
        titled && boundary::fixed_at(found, head.end).is_some_and(|f| f.kind == EntityType::Person)
    };
    let next_capital = context.is_capital(head.end) && !bearer();
    let of_many = context.is_cue(context.cues.plural, head.end);
    if !capital || !noun.anaphoric || next_capital || of_many {
        return None;
    }
    if is_of_many(context, head.start) || inside_number(context, head.start) {
        return None;
    }
    if noun.local && context.cue_at(context.cues.lower_level, head.end).is_some() {
        return None;
    }
    let acronym = context.text.tokens[head.start].case == Case::Upper;
    let mut body = Found::new(
        head.clone(),
        EntityType::Agency,
        Source::HeadNoun(index, head.len()),
        "agency/bare-head-noun",
    );
    // Short forms of nouns whose bodies have names of their own stand for one of these: `BV`, `CLB`.
    body.anaphor = !acronym || !noun.local;
    Some(body)
}

/// `UBND` in `số 936/QĐ-UBND`: part of a document's number.
fn inside_number(context: &Context<'_>, token: usize) -> bool {
    token > 0
        && (context.is_dash(token - 1) || context.is_mark(token - 1, "/"))
        && !context.text.tokens[token].space_before
}
