//! Finds local products: a product word with the place it comes from.

use super::{Context, boundary};
use crate::model::{EntityType, Found, Source};

/// All products with their place of origin: `vải thiều Bắc Giang`.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    context
        .tokens_with(context.cues.product.into())
        .filter_map(|token| {
            let end = context.cue_at(context.cues.product, token)?;
            let mut origin = end;
            if let Some(after) = context.cue_at(context.cues.place_head, end) {
                origin = after;
            }
            let place = boundary::fixed_at(found, origin)?;
            matches!(place.kind, EntityType::Province | EntityType::Place).then(|| {
                Found::new(
                    token..place.tokens.end,
                    EntityType::Product,
                    Source::Context,
                    "product/origin",
                )
            })
        })
        .collect()
}
