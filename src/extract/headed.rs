//! Finds bodies whose noun ends the title of their head: `Trưởng khoa Tim mạch - Lồng ngực`.

use super::boundary::{self, Tail};
use super::{Context, around};
use crate::model::{EntityType, Found, Source};
use crate::ontology::{HeadNounIndex, Target};
use crate::text::TokenRange;

/// All such bodies that are not known.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let titles = context.tokens_with(context.cues.heads_body.into());
    titles
        .filter_map(|token| headed(context, found, token))
        .collect()
}

fn headed(context: &Context<'_>, found: &[Found], token: usize) -> Option<Found> {
    let end = context.cue_at(context.cues.heads_body, token)?;
    let limit = context.sentence_end(token);
    let (head, index) = noun_of(context, end)?;
    let free = around::around_token(found, end - 1)
        .iter()
        .chain(around::beginning_at(found, end))
        .all(|name| {
            name.anaphor
                || name.tokens.end < end
                || !matches!(name.kind, EntityType::Person | EntityType::Agency)
        });
    // `Trưởng công an huyện Sao Mai`
    let local = context.ontology.head_nouns[index].local;
    let level = context
        .cue_at(context.cues.local_head, end)
        .filter(|&name| local && context.is_capital(name));
    let region = boundary::fixed_at(found, end).is_some_and(|name| name.kind == EntityType::Place);
    if end >= limit || !free || !(region || level.is_some() || opens_name(context, end)) {
        return None;
    }
    let end = boundary::name_end(context, head.end, head.end, limit, Tail::Tight, found);
    (end > head.end).then(|| {
        let source = Source::HeadNoun(index, head.len());
        Found::new(head.start..end, EntityType::Agency, source, "agency/headed")
    })
}

/// The noun with which a title ends, of one word or two.
fn noun_of(context: &Context<'_>, end: usize) -> Option<(TokenRange, HeadNounIndex)> {
    let matches = (end.saturating_sub(2)..end).rev();
    let mut matches = matches.flat_map(|start| context.matches_at(start));
    matches.find_map(|m| match m.target {
        Target::HeadNoun(index)
            if m.tokens.end == end
                && context.ontology.head_nouns[index].kind == EntityType::Agency =>
        {
            Some((m.tokens.clone(), index))
        }
        _ => None,
    })
}

/// Whether the name of a body goes on here: with a capital that opens no other body, or with what it
/// manages.
fn opens_name(context: &Context<'_>, at: usize) -> bool {
    let other = context.head_noun_at(at).is_some_and(|(head, index)| {
        context.ontology.head_nouns[index].kind == EntityType::Agency && head.len() > 1
    });
    let surname = context.cue_at(context.cues.surname, at).is_some()
        && context.is_capital(at + 1)
        && !context.is_compound(at);
    let manages = context.is_cue(context.cues.managing, at)
        && context.is_capital(at + 2)
        && context.is_compound(at);
    context.is_capital(at) && !other && !surname && !context.is_title_suffix(at) || manages
}
