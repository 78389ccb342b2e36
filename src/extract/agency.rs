//! Finds bodies: names that a head noun opens, known bodies with their country, bare head nouns.

use super::{Context, boundary, extent};
use crate::model::{EntityType, Found, Source};
use crate::ontology::HeadNounIndex;
use crate::text::{Case, TokenRange};

/// All bodies that the ontology does not already name in full.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let mut bodies = Vec::new();
    for token in 0..context.token_count() {
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
            .filter_map(|f| of_country(context, f, found)),
    );
    bodies.extend(company_words(context, found));
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
    if inside_other_name(found, head.start)
        || inside_word(context, head.start)
        || (!capital && !noun.lower_case)
        || is_common_word(context, &head, capital)
    {
        return None;
    }
    if let Some(known) = boundary::fixed_at(found, head.start)
        && known.kind == EntityType::Agency
        && known.tokens.end > head.end
    {
        return branch(context, found, known, index, head.len());
    }
    let end = extent::end(context, found, &head, noun);
    if !capital && let Some(brand) = extent::behind_country(context, found, &head, end) {
        return Some(brand_name(brand));
    }
    if end == head.end {
        return bare(context, head, index, capital);
    }
    let only_country = noun.lower_case && extent::is_only_country(context, found, &head, end);
    if only_country || !capital && !named_in_lower_case(context, found, &head, end) {
        return None;
    }
    let owned = capital && opens_body(context, found, end) && end > head.end;
    if !owned && !(head.end..end).any(|t| context.is_capital(t) || context.is_number(t)) {
        return bare(context, head, index, capital);
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

fn brand_name(tokens: TokenRange) -> Found {
    Found::new(tokens, EntityType::Agency, Source::Context, "agency/brand")
}

/// The second syllable of a capitalised word.
fn inside_word(context: &Context<'_>, token: usize) -> bool {
    token > 0 && context.is_capital(token - 1) && context.is_compound(token - 1)
}

/// `báo` in `báo chí`, `Khoa` in `Khoa học`, `Ban` in `Ban đầu`, `báo` in `thông báo`: half of another
/// word.
fn is_common_word(context: &Context<'_>, head: &TokenRange, capital: bool) -> bool {
    let first_half = context.is_compound(head.start)
        && context.is_word(head.end)
        && !context.is_capital(head.end)
        && head.end < context.sentence_end(head.start);
    let second_half = !capital && head.start > 0 && context.is_compound(head.start - 1);
    head.len() == 1 && (first_half || second_half)
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
    found.iter().any(|f| {
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
    let plural = head.start > 0
        && matches!(
            context.text.folded(head.start - 1),
            "các" | "những" | "nhiều" | "mọi"
        );
    !plural
        && (head.end..end).any(|t| context.is_capital(t))
        && !found.iter().any(|f| {
            f.tokens.start == head.end
                && f.tokens.end >= end
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
    head: TokenRange,
    index: HeadNounIndex,
    capital: bool,
) -> Option<Found> {
    let noun = &context.ontology.head_nouns[index];
    let next_capital = context.is_capital(head.end);
    let of_many = head.end < context.token_count()
        && matches!(context.text.folded(head.end), "các" | "những");
    if !capital || !noun.anaphoric || next_capital || of_many {
        return None;
    }
    let acronym = context.text.tokens[head.start].case == Case::Upper;
    let mut body = Found::new(
        head.clone(),
        EntityType::Agency,
        Source::HeadNoun(index, head.len()),
        "agency/bare-head-noun",
    );
    body.anaphor = !acronym;
    Some(body)
}

/// `Bộ Ngoại giao Trung Quốc`, `Chính phủ Nhật Bản`: a known body with a country behind it.
fn of_country(context: &Context<'_>, body: &Found, found: &[Found]) -> Option<Found> {
    let country = boundary::fixed_at(found, body.tokens.end)?;
    // `Bộ Ngoại giao`, `Quốc hội`, `Chính phủ` are what other states have too; `UNESCO` is not.
    let general = matches!(body.source, Source::Entry(_))
        && context.text.tokens[body.tokens.start].case != Case::Upper
        && (context.head_noun_at(body.tokens.start).is_some() || body.tokens.len() == 2);
    (country.kind == EntityType::Country && general).then(|| {
        Found::new(
            body.tokens.start..country.tokens.end,
            EntityType::Agency,
            Source::Context,
            "agency/of-country",
        )
    })
}

/// Words in mixed case (`EuroCham`, `VietinBank`): companies and chambers.
fn company_words(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    (0..context.token_count())
        .filter(|&t| {
            context.text.tokens[t].case == Case::Mixed
                && context.text.clean(t).chars().count() >= 5
                && context.text.clean(t).chars().all(char::is_alphabetic)
                && context.text.clean(t).starts_with(char::is_uppercase)
                && !found.iter().any(|f| f.tokens.contains(&t))
                && !(t > 0 && context.is_capital(t - 1) && !context.opens_sentence(t - 1))
        })
        .map(|t| {
            Found::new(
                t..t + 1,
                EntityType::Agency,
                Source::Context,
                "agency/mixed-case",
            )
        })
        .collect()
}
