//! Finds people whose foreign names are written by syllables: `Vla-đi-mia Pu-tin`.

use super::person::person;
use super::{Context, around, capital_run};
use crate::model::Found;

/// `Ma` in `Ma-ri-a`: a foreign word written by syllables.
pub(super) fn is_transcribed(context: &Context<'_>, token: usize) -> bool {
    capital_run::after_hyphens(context, token + 1, context.sentence_end(token)) > token + 1
        && !context.is_capital(token + 2)
}

/// `V` in `V.Pu-tin`: an initial directly before a word written by syllables.
fn is_initial(context: &Context<'_>, token: usize) -> bool {
    let word = token + 2;
    context.text.clean(token).chars().count() == 1
        && context.is_mark(token + 1, ".")
        && context.is_capital(word)
        && !context.text.tokens[word].space_before
        && is_transcribed(context, word)
}

/// `Vla-đi-mia Pu-tin`, `V.Pu-tin`: two or three foreign words written by syllables, or one behind an initial.
pub(super) fn person_at(context: &Context<'_>, known: &[Found], start: usize) -> Option<Found> {
    let initial = context.is_capital(start) && is_initial(context, start);
    if !context.is_capital(start) || !initial && !is_transcribed(context, start) {
        return None;
    }
    let run = capital_run::personal(context, start, context.sentence_end(start));
    let words = run.clone().filter(|&t| context.is_capital(t));
    let by_syllables = words
        .clone()
        .filter(|&t| is_transcribed(context, t))
        .count();
    let free = !around::around(known, &run)
        .iter()
        .any(|f| f.tokens.start < run.end && run.start < f.tokens.end);
    let behind_noun = context.cue_before(context.cues.place_head, start).is_some();
    let enough = if initial { 1 } else { 2 };
    ((2..=4).contains(&words.count()) && by_syllables >= enough && free && !behind_noun)
        .then(|| person(run, "person/transcribed"))
}
