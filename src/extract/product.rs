//! Finds local products: a product word with the place it comes from.

use super::{Context, around, boundary};
use crate::model::{EntityType, Found, Source};
use crate::text::Case;

/// All products with their place of origin, `vải thiều Bắc Giang`, and the places that only they tell of.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let mut names = Vec::new();
    for token in context.tokens_with(context.cues.product.into()) {
        let Some(end) = context.cue_at(context.cues.product, token) else {
            continue;
        };
        let mut add = |start: usize, end: usize, kind, rule| {
            names.push(Found::new(start..end, kind, Source::Context, rule));
        };
        let origin = context.cue_at(context.cues.place_head, end).unwrap_or(end);
        if let Some(place) = boundary::fixed_at(found, origin) {
            if matches!(place.kind, EntityType::Province | EntityType::Place) {
                add(
                    token,
                    place.tokens.end,
                    EntityType::Product,
                    "product/origin",
                );
            }
        } else if let Some(behind) = unknown_origin(context, found, token, end) {
            add(token, behind, EntityType::Product, "product/variety");
            if context.cue_at(context.cues.of_kinds, token) != Some(end) {
                add(end, behind, EntityType::Place, "place/of-product");
            }
        }
    }
    names.extend(coded(context));
    names
}

/// `gạo ST25`, `giống lúa ST24, ST25`: varieties that go by a code behind their noun.
fn coded(context: &Context<'_>) -> Vec<Found> {
    let mut codes = Vec::new();
    for token in context.tokens_with(context.cues.coded.into()) {
        let Some(mut at) = context.cue_at(context.cues.coded, token) else {
            continue;
        };
        while is_code(context, at) {
            let (kind, source) = (EntityType::Product, Source::Context);
            codes.push(Found::new(at..at + 1, kind, source, "product/code"));
            let joined = context.is_mark(at + 1, ",") || context.text.folded(at + 1) == "và";
            at += 1 + usize::from(joined);
        }
    }
    codes
}

/// Whether a word is made of capitals and a number behind them.
fn is_code(context: &Context<'_>, token: usize) -> bool {
    if token >= context.token_count() {
        return false;
    }
    let word = context.text.clean(token);
    let number = word.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    word.len() >= number.len() + 2
        && !number.is_empty()
        && number.chars().all(|digit| digit.is_ascii_digit())
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

#[cfg(test)]
mod tests {
    use crate::extract::tests::check;

    #[test]
    fn varieties_that_go_by_a_code() {
        check("Ông trồng giống lúa [HX7|Product], [HX8|Product] và nấu gạo [HX7|Product].");
        check("Ông mua gạo A4 và 12 tấn lúa.");
    }
}
