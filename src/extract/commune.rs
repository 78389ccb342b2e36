//! Tells the name of a commune behind a title from that of a person: `Chủ tịch UBND xã Ea Pô Trần Văn An`.

use super::Context;
use crate::text::TokenRange;

/// `Chủ tịch UBND xã` in `Chủ tịch UBND xã Ea Pô`.
pub(super) fn ends_title(context: &Context<'_>, title: &TokenRange) -> bool {
    let noun = context.cue_before(context.cues.commune, title.end);
    noun.is_some_and(|noun| noun > title.start)
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
