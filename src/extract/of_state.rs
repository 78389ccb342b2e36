//! Finds bodies that every state has, with the state behind them: `Bộ Ngoại giao Trung Quốc`, `chính phủ Nga`.

use super::{Context, around, boundary, extent};
use crate::model::{EntityType, Found, Source};
use crate::text::Case;

/// `Bộ Ngoại giao Trung Quốc`, `Chính phủ Nhật Bản`: a known body with a country behind it.
pub(super) fn of_country(context: &Context<'_>, body: &Found, found: &[Found]) -> Option<Found> {
    let end = extent::behind_short_form(context, found, body.tokens.end);
    let country = match end == body.tokens.end {
        // `Chính phủ nước Cộng hòa Dân chủ Nhân dân Lào`
        true if end < context.token_count() && context.text.folded(end) == "nước" => {
            boundary::fixed_at(found, end + 1)?
        }
        true => boundary::fixed_at(found, end)?,
        false => around::around_token(found, end - 1)
            .iter()
            .find(|f| f.tokens.end == end && f.kind == EntityType::Country)?,
    };
    // `Quân đội nhân dân Việt Nam` is known as a whole.
    let whole = around::beginning_at(found, body.tokens.start)
        .iter()
        .any(|f| f.tokens.end >= country.tokens.end);
    if whole {
        return None;
    }
    // `Bộ Ngoại giao`, `Quốc hội`, `Chính phủ` are what other states have too; `UNESCO` is not.
    // `tờ JoongAng Ilbo Hàn Quốc`: a paper is only of its state.
    let medium = !context.text.is_vietnamese(body.tokens.start)
        && context
            .cue_before(context.cues.medium, body.tokens.start)
            .is_some();
    let general = matches!(body.source, Source::Entry(_))
        && !medium
        && context.text.tokens[body.tokens.start].case != Case::Upper
        && (context.head_noun_at(body.tokens.start).is_some() || body.tokens.len() == 2);
    // `Bộ Công an Việt Nam` is the known body itself.
    let own = matches!((body.source, country.source), (Source::Entry(body), Source::Entry(country))
        if context.is_of_home(body) && context.entry(country).code.as_deref() == Some("VN"));
    (country.kind == EntityType::Country && general).then(|| {
        Found::new(
            body.tokens.start..country.tokens.end,
            EntityType::Agency,
            if own { body.source } else { Source::Context },
            "agency/of-country",
        )
    })
}

/// `chính phủ Nga`: a body that every state has, in lower case, with its state.
pub(super) fn in_lower_case(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let heads = context.tokens_with(context.cues.of_state.into());
    let named = heads.filter_map(|token| {
        let end = context.cue_at(context.cues.of_state, token)?;
        let state = boundary::fixed_at(found, end).filter(|f| f.kind == EntityType::Country)?;
        let plain = (token..end).all(|t| !context.is_capital(t));
        let single = plain
            && !super::agency::is_of_many(context, token)
            && end < context.sentence_end(token);
        let (head, index) = context.head_noun_at(token).filter(|_| single)?;
        let source = Source::HeadNoun(index, head.len());
        let tokens = token..state.tokens.end;
        Some(Found::new(
            tokens,
            EntityType::Agency,
            source,
            "agency/of-state",
        ))
    });
    named.collect()
}
