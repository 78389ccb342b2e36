//! Finds firms and papers: known ones behind their noun, unknown ones in mixed case.

use super::{Context, around, boundary};
use crate::model::{EntityType, Found, Source};
use crate::ontology::HeadNounIndex;
use crate::text::{Case, TokenRange};

/// `Tập đoàn Canon`: a known firm or paper behind a noun with a capital, which then belongs to its name.
pub(super) fn known(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    capital: bool,
) -> Option<Found> {
    let firm = boundary::fixed_at(found, head.end)?;
    let known = matches!(firm.source, Source::Entry(_)) && firm.kind == EntityType::Agency;
    let brand = context.cue_at(context.cues.maker, head.start) == Some(head.end);
    let plain = firm.tokens.end <= context.sentence_end(head.start)
        && context.head_noun_at(head.end).is_none();
    (capital && known && brand && plain).then(|| {
        Found::new(
            head.start..firm.tokens.end,
            EntityType::Agency,
            firm.source,
            "agency/known-firm",
        )
    })
}

/// `Tập đoàn công nghệ Bkav`, `Tổng công ty Viễn thông MobiFone`: a known firm behind what it deals with, which
/// both belong to the name that the noun at `index` opens. A company of a group is one of its own: `Công ty
/// Nội thất Hòa Phát Hưng Yên`.
pub(super) fn behind_field(
    context: &Context<'_>,
    found: &[Found],
    (head, index): (&TokenRange, HeadNounIndex),
    end: usize,
) -> Option<Found> {
    let firm = boundary::fixed_at(found, end)?;
    let known = matches!(firm.source, Source::Entry(_)) && firm.kind == EntityType::Agency;
    let maker = context.cue_at(context.cues.maker, head.start).is_some();
    // `báo Mỹ New York Times`, `Công ty SANYO ASEAN`: behind capitals a state is no field, and a short form no group.
    let state = around::around_token(found, end - 1)
        .iter()
        .any(|name| name.kind == EntityType::Country && name.tokens.end == end);
    let short = firm.tokens.len() == 1 && context.text.tokens[end].case == Case::Upper;
    let field = end > head.end
        && context.is_word(end - 1)
        && !(context.is_capital(end - 1) && (state || short));
    let capital = context.is_capital(head.start) || field && context.is_capital(head.end);
    let limit = context.sentence_end(head.start);
    let plain = firm.tokens.end <= limit && context.head_noun_at(end).is_none();
    if !(capital && maker && known && field && plain) {
        return None;
    }
    let branch = boundary::fixed_at(found, firm.tokens.end).filter(|place| {
        let territory = [EntityType::Country, EntityType::Province, EntityType::Place];
        territory.contains(&place.kind) && place.tokens.end <= limit
    });
    let own = context
        .cue_at(context.cues.subsidiary, head.start)
        .is_some();
    let source = match branch {
        None if !own => firm.source,
        _ => Source::HeadNoun(index, head.len()),
    };
    let end = branch.map_or(firm.tokens.end, |place| place.tokens.end);
    let rule = "agency/known-firm";
    Some(Found::new(
        head.start..end,
        EntityType::Agency,
        source,
        rule,
    ))
}

/// Words in mixed case (`EuroCham`, `VietinBank`): companies and chambers.
pub(super) fn mixed_case(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    (0..context.token_count())
        .filter(|&t| {
            context.text.tokens[t].case == Case::Mixed
                && context.text.clean(t).chars().count() >= 5
                && context.text.clean(t).chars().all(char::is_alphabetic)
                && context.text.clean(t).starts_with(char::is_uppercase)
                && !around::around_token(found, t)
                    .iter()
                    .any(|f| f.tokens.contains(&t))
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

/// The longest name before its last word, in tokens.
const LONGEST: usize = 4;

/// `RBC Capital Markets`, `The Indian Express`: foreign words with capitals before an English noun of
/// bodies, with which the name ends.
pub(super) fn english(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let nouns = context.tokens_with(context.cues.english_body.into());
    let named = nouns.filter_map(|noun| {
        let end = context.cue_at(context.cues.english_body, noun)?;
        let limit = context.sentence_end(noun);
        let goes_on = end < limit && context.is_capital(end) && {
            let place = boundary::fixed_at(found, end);
            place.is_none_or(|place| place.kind != EntityType::Country)
        };
        let start = (context.sentence(noun).tokens.start..noun)
            .rev()
            .take(LONGEST)
            .take_while(|&t| {
                context.is_capital(t)
                    && context.head_noun_at(t).is_none()
                    && (!context.text.is_vietnamese(t)
                        || context.text.tokens[t].case == Case::Upper)
            })
            .last()?;
        let start = with_article(context, start);
        let free = !around::around(found, &(start..end))
            .iter()
            .any(|f| f.tokens.start < end && start < f.tokens.end);
        let plain = context.is_capital(noun) && !context.in_capitals(noun) && !goes_on && free;
        plain.then(|| {
            let tokens = start..end;
            Found::new(
                tokens,
                EntityType::Agency,
                Source::Context,
                "agency/english",
            )
        })
    });
    named.collect()
}

/// `The` before an English name, `Al-` before an Arabic one.
fn with_article(context: &Context<'_>, start: usize) -> usize {
    let before = start.saturating_sub(1);
    let hyphen = start >= 2
        && context.is_mark(before, "-")
        && !context.text.tokens[start].space_before
        && !context.text.tokens[before].space_before
        && context.is_capital(start - 2);
    if hyphen {
        return start - 2;
    }
    let the = start > 0 && context.text.clean(before) == "The";
    if the { before } else { start }
}
