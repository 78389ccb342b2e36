//! Finds ministries in a list that says `Bộ` only once: `các Bộ Ngoại giao, Quốc phòng, Tài chính`.

use super::Context;
use crate::model::{EntityType, Found, Source};
use crate::ontology::{EntryIndex, LabelKind};
use crate::text::ShortWord;

/// The longest name of a ministry without its head noun, in tokens.
const LONGEST: usize = 9;

/// What ministries are called.
const MINISTRY: ShortWord = ShortWord::new("bộ");

/// All ministries named without their head noun.
pub(super) fn names(context: &Context<'_>) -> Vec<Found> {
    (1..context.token_count())
        .filter(|&token| {
            context.text.short_word(token) == MINISTRY
                && context.is_cue(context.cues.ministries, token - 1)
        })
        .flat_map(|head| list(context, head))
        .collect()
}

fn list(context: &Context<'_>, head: usize) -> Vec<Found> {
    let limit = context.sentence_end(head);
    let announced = context.is_mark(head + 1, ":");
    let mut at = if announced { head + 2 } else { head + 1 };
    let mut found = Vec::new();
    while at < limit
        && let Some((end, entry)) = ministry(context, at, limit)
    {
        // The first one has its head noun, and is known by it.
        if announced || at > head + 1 {
            found.push(Found::new(
                at..end,
                EntityType::Agency,
                Source::Entry(entry),
                "agency/listed",
            ));
        }
        let joined = end < limit && (context.is_mark(end, ",") || context.text.folded(end) == "và");
        if !joined {
            break;
        }
        at = end + 1;
    }
    found
}

/// The longest ministry whose name without `Bộ` begins here.
fn ministry(context: &Context<'_>, at: usize, limit: usize) -> Option<(usize, EntryIndex)> {
    if !context.is_capital(at) {
        return None;
    }
    let longest = (at + LONGEST).min(limit);
    (at + 1..=longest).rev().find_map(|end| {
        let name = format!("Bộ {}", context.text.phrase(at..end));
        let entries = context.ontology.entries_named(&name);
        let full = |(entry, kind): &(EntryIndex, LabelKind)| {
            !matches!(kind, LabelKind::Short) && context.entry(*entry).kind == EntityType::Agency
        };
        entries
            .into_iter()
            .find(full)
            .map(|(entry, _)| (end, entry))
    })
}
