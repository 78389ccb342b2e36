//! Finds firms and papers: known ones behind their noun, unknown ones in mixed case.

use super::{Context, around, boundary};
use crate::model::{EntityType, Found, Source};
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
