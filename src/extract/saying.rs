//! Finds people by what they say, or by their age.

use super::person::{is_no_persons_word, person};
use super::titled::before_acronym;
use super::{Context, around, capital_run};
use crate::model::Found;

/// `Jared Kushner nói`, `Siti Aisyah, 25 tuổi`: two to four foreign words before a verb of saying, or
/// an age.
pub(super) fn person_at(context: &Context<'_>, known: &[Found], start: usize) -> Option<Found> {
    if !context.is_capital(start)
        || context.in_capitals(start)
        || context.name_at(start).is_some()
        || context.head_noun_at(start).is_some()
        || context.role_at(start).is_some()
        || (start > 0 && context.is_capital(start - 1) && !context.opens_sentence(start - 1))
        || context.cue_before(context.cues.medium, start).is_some()
        || context.cue_at(context.cues.medium, start).is_some()
    {
        return None;
    }
    let limit = context.sentence_end(start);
    let run = before_acronym(context, capital_run::personal(context, start, limit));
    if !says_or_is_aged(context, run.end, limit) {
        return None;
    }
    let words = run.clone().filter(|&t| context.is_capital(t));
    let foreign = words
        .clone()
        .filter(|&t| !context.text.is_vietnamese(t))
        .count();
    let plausible = (2..=4).contains(&words.clone().count())
        && foreign >= 1
        && !words.clone().any(|t| is_no_persons_word(context, t));
    let free = !around::around(known, &run)
        .iter()
        .any(|f| f.tokens.start < run.end && run.start < f.tokens.end);
    (plausible && free).then(|| person(run, "person/saying"))
}

/// Whether a verb of saying stands here, or an age: `, 25 tuổi`.
fn says_or_is_aged(context: &Context<'_>, at: usize, limit: usize) -> bool {
    let says = at < limit && context.cue_at(context.cues.says, at).is_some();
    let behind_mark = context.is_mark(at, ",") || context.is_mark(at, "(");
    says || behind_mark
        && context.is_number(at + 1)
        && at + 2 < limit
        && context.is_cue(context.cues.age, at + 2)
}
