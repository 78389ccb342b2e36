//! Tells the name of a commune behind a title from that of a person: `Chủ tịch UBND xã Ea Pô Trần Văn An`.

use super::{Context, around};
use crate::model::{EntityType, Found};
use crate::text::TokenRange;

/// Whether what stands behind a title is a territory: `Ea Pô` in `Chủ tịch UBND xã Ea Pô`, `H.` in `UBND H.Ngọc Hồi`.
pub(super) fn is_named(context: &Context<'_>, title: &TokenRange, start: usize) -> bool {
    start == title.end && ends_title(context, title) || is_unit(context, start)
}

/// `Chủ tịch UBND xã` in `Chủ tịch UBND xã Ea Pô`.
pub(super) fn ends_title(context: &Context<'_>, title: &TokenRange) -> bool {
    let noun = context.cue_before(context.cues.commune, title.end);
    noun.is_some_and(|noun| noun > title.start)
}

/// `Văn Yên` in `UBND huyện Văn Yên`: the known name of a district behind its noun, which begins like a person's.
pub(super) fn is_district(context: &Context<'_>, known: &[Found], token: usize) -> bool {
    context.cue_before(context.cues.local_head, token).is_some()
        && around::beginning_at(known, token)
            .iter()
            .any(|name| name.kind == EntityType::Place && name.tokens.len() >= 2)
}

/// `H` in `Chủ tịch UBND H.Ngọc Hồi`: the short form of a territory's noun, no initial.
fn is_unit(context: &Context<'_>, token: usize) -> bool {
    context.is_mark(token + 1, ".")
        && context.is_cue(context.cues.abbreviated_unit, token)
        && context.cue_before(context.cues.local_body, token).is_some()
}

/// `Châu` in `UBND xã Bình Châu Trần Văn An`: the second syllable of a commune's name.
pub(super) fn goes_on_at(context: &Context<'_>, token: usize) -> bool {
    let first = token.checked_sub(1);
    first.is_some_and(|first| opens_at(context, first))
}

/// `Trần` in `UBND xã Hòa Minh Trần Văn An`: the word behind a commune's name of two syllables.
pub(super) fn ends_before(context: &Context<'_>, token: usize) -> bool {
    let first = token.checked_sub(2);
    first.is_some_and(|first| opens_at(context, first) && context.is_capital(first + 1))
}

fn opens_at(context: &Context<'_>, token: usize) -> bool {
    let noun = context.cue_before(context.cues.commune, token);
    context.is_capital(token)
        && noun.is_some_and(|noun| context.sentence(token).tokens.contains(&noun))
}
