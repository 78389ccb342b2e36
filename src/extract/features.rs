//! Finds natural features and buildings with their noun: `đồi Vọng Cảnh`, `sân bay quốc tế Minsk`.

use super::{Context, around, boundary, capital_run};
use crate::model::{EntityType, Found, Source};
use crate::ontology::{Kinds, Target};
use crate::text::TokenRange;

/// All features with their noun; the name behind it, where it stands for the same, as well.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let heads = Kinds::HEAD_NOUN
        .and(context.cues.feature_head.into())
        .and(context.cues.serving_head.into());
    let mut features = Vec::new();
    let mut behind_last = 0;
    for token in context.tokens_with(heads) {
        if token < behind_last {
            continue;
        }
        if let Some((feature, own)) = feature(context, found, token) {
            behind_last = feature.tokens.end;
            features.push(feature);
            features.extend(own);
        }
    }
    features
}

/// The feature whose noun stands at a token, and its name without the noun.
fn feature(context: &Context<'_>, found: &[Found], token: usize) -> Option<(Found, Option<Found>)> {
    let serving = context.cue_at(context.cues.serving_head, token);
    let end = serving.or_else(|| context.cue_at(context.cues.feature_head, token))?;
    if end >= context.sentence_end(token)
        || !context.is_capital(end)
        || is_second_half(context, token, serving.is_some())
    {
        return None;
    }
    let covered = around::around_token(found, token)
        .iter()
        .any(|name| name.tokens.contains(&token) && name.tokens.end > token + 1);
    if covered || super::agency::is_of_many(context, token) {
        return None;
    }
    let own = own_name(context, found, end, serving.is_some())?;
    let head = context
        .matches_at(token)
        .iter()
        .find_map(|m| match m.target {
            Target::HeadNoun(index)
                if context.ontology.head_nouns[index].kind == EntityType::Place =>
            {
                Some(index)
            }
            _ => None,
        })?;
    let source = Source::HeadNoun(head, end - token);
    let whole = Found::new(token..own.end, EntityType::Place, source, "place/feature");
    let of_city = boundary::fixed_at(found, end).is_some_and(|f| f.rule != "place/head-noun");
    let same = Source::SameAs(token, own.end - token);
    let short = Found::new(own, EntityType::Place, same, "place/feature-name");
    Some((whole, (!of_city).then_some(short)))
}

/// `hồ` in `bảo hồ`, a capital in a person's name: no noun of a feature. Airports have one at times.
fn is_second_half(context: &Context<'_>, token: usize, serving: bool) -> bool {
    let two_words = serving && context.is_word(token + 1) && !context.is_capital(token + 1);
    let capital = context.is_capital(token) && !context.opens_sentence(token) && !two_words;
    token > 0 && (capital || super::place::ends_word(context, token))
}

/// The name behind the noun: unknown words, or, for what serves a city, the city's; with the number
/// that tells several apart: `sân bay Vnukovo-2`.
fn own_name(
    context: &Context<'_>,
    found: &[Found],
    start: usize,
    serving: bool,
) -> Option<TokenRange> {
    let limit = context.sentence_end(start);
    let known = boundary::fixed_at(found, start).filter(|known| known.rule != "place/head-noun");
    if let Some(known) = known {
        // `sân bay quốc tế John F. Kennedy` is named after him.
        let place = matches!(
            known.kind,
            EntityType::Place | EntityType::Province | EntityType::Person
        );
        return (place && serving).then(|| known.tokens.clone());
    }
    if context.head_noun_at(start).is_some() || context.role_at(start).is_some() {
        return None;
    }
    let mut run = capital_run::personal(context, start, limit);
    let other = |token: usize| {
        boundary::fixed_at(found, token).is_some_and(|name| matches!(name.source, Source::Entry(_)))
    };
    run.end = (start + 1..run.end).find(|&t| other(t)).unwrap_or(run.end);
    let in_word = context.is_word(run.end)
        && !context.is_capital(run.end)
        && context.is_compound(run.end - 1);
    if !(1..=4).contains(&run.len()) || in_word {
        return None;
    }
    let dash = context.is_dash(run.end) && !context.text.tokens[run.end].space_before;
    let number = run.end + usize::from(dash);
    if serving
        && number < limit
        && context.is_number(number)
        && context.text.clean(number).len() < 3
    {
        run.end = number + 1;
    }
    Some(run)
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::check;

    #[test]
    fn an_airport_may_have_a_capital() {
        check("Đoàn tới [Sân bay quốc tế Changi|Place] hôm nay.");
    }
}
