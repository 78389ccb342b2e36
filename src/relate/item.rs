//! What stands at one place of a sentence: a name, a person with posts, an office, a date, a word, a mark.

use super::grammar::{Grammar, Post};
use super::unit::UnitKind;
use crate::text::TokenRange;

/// What stands at a place of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ItemKind {
    /// A name other than a person's; the mention.
    Name(usize),
    /// A person with posts; the mention.
    Person(usize, Vec<Post>),
    /// Posts without a name; none where a pronoun stands for a person.
    Office(Vec<Post>),
    /// Words for several entities named before.
    Group(Vec<usize>),
    /// A date; its index in the reading.
    Date(usize),
    /// A word, number or honorific.
    Word,
    /// A mark.
    Mark,
}

/// A phrase, word or mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) tokens: TokenRange,
    pub(super) kind: ItemKind,
    /// The entity that acts or is acted on here: the name's, the person's, the known holder of an office.
    pub(super) entity: Option<usize>,
}

/// The phrase, word or mark at a place and its entity, with the place behind it; `owners` takes which
/// bodies of the phrase belong to which.
pub(super) fn item_at(
    grammar: &Grammar<'_>,
    at: usize,
    owners: &mut Vec<(usize, usize)>,
) -> (ItemKind, Option<usize>, usize) {
    let kind = match grammar.units[at].kind {
        UnitKind::Date(date) => ItemKind::Date(date),
        UnitKind::Mark => ItemKind::Mark,
        _ => ItemKind::Word,
    };
    if grammar.is_plain(at) {
        return (kind, None, at + 1);
    }
    // `do ông [A] làm Trưởng đoàn`: that is what he does, not another who acts.
    let leads = at.checked_sub(1).is_some_and(|before| {
        let led = grammar
            .cues
            .at("visits.led", grammar.units[before].tokens.start);
        led.is_some_and(|led| led.end >= grammar.units[at].tokens.end)
    });
    if leads {
        return (kind, None, at + 1);
    }
    if let Some((person, next)) = grammar.person_at(at) {
        let entity = grammar.reading.entity(person.mention);
        owners.extend(person.posts.iter().flat_map(|post| &post.owners));
        let kind = ItemKind::Person(person.mention, person.posts);
        return (kind, Some(entity), next);
    }
    if let Some((posts, next)) = grammar.posts_at(at) {
        // An honorific without a name is a word like others.
        if posts.iter().all(|post| post.rank_only) {
            return (ItemKind::Word, None, at + 1);
        }
        owners.extend(posts.iter().flat_map(|post| &post.owners));
        return (ItemKind::Office(posts), None, next);
    }
    if let Some((name, next)) = grammar.name_at(at) {
        let entity = grammar.reading.entity(name.mention);
        owners.extend(name.owners);
        return (ItemKind::Name(name.mention), Some(entity), next);
    }
    (kind, None, at + 1)
}
