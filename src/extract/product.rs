//! Finds local products: a product word with the place it comes from.

use super::{Context, around, boundary};
use crate::model::{EntityType, Found, Source};
use crate::text::Case;

/// All products with their place of origin: `vải thiều Bắc Giang`.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    context
        .tokens_with(context.cues.product.into())
        .filter_map(|token| {
            let end = context.cue_at(context.cues.product, token)?;
            let origin = context.cue_at(context.cues.place_head, end).unwrap_or(end);
            let (end, rule) = match boundary::fixed_at(found, origin) {
                Some(place) => matches!(place.kind, EntityType::Province | EntityType::Place)
                    .then_some((place.tokens.end, "product/origin"))?,
                None => (
                    unknown_origin(context, found, token, end)?,
                    "product/variety",
                ),
            };
            Some(Found::new(
                token..end,
                EntityType::Product,
                Source::Context,
                rule,
            ))
        })
        .collect()
}

/// `gốm Thanh Hà`: the end of a village or commune of two syllables that nothing else knows.
fn unknown_origin(
    context: &Context<'_>,
    found: &[Found],
    token: usize,
    end: usize,
) -> Option<usize> {
    let syllable = |at: usize| {
        let word = context.text.tokens.get(at);
        word.is_some_and(|word| word.case == Case::Title && word.is_vietnamese)
            && !around::around_token(found, at)
                .iter()
                .any(|name| name.tokens.contains(&at))
    };
    let noun = !context.is_capital(token) || end > token + 1 && !context.is_capital(token + 1);
    let behind = end + 2;
    (context.cue_at(context.cues.variety, token) == Some(end)
        && noun
        && behind <= context.sentence_end(token)
        && syllable(end)
        && syllable(end + 1)
        && !context.is_capital(behind)
        && !context.in_capitals(token))
    .then_some(behind)
}
