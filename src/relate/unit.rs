//! Cuts a sentence into its smallest meaningful pieces: names, dates, roles, words, marks.

use super::Reading;
use crate::ontology::{Kinds, RoleIndex, Target};
use crate::text::{TokenKind, TokenRange};

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// A mention that lies in no longer one; its index in the reading.
    Name(usize),
    /// A date; its index in the reading.
    Date(usize),
    /// A role title or an honorific.
    Role(RoleIndex),
    /// A word or number.
    Word,
    /// A punctuation mark or symbol.
    Mark,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) tokens: TokenRange,
    pub(super) kind: UnitKind,
}

/// The pieces of a sentence, which together hold each of its tokens once.
pub(super) fn units(reading: &Reading<'_>, sentence: &TokenRange) -> Vec<Unit> {
    let mut units = Vec::with_capacity(sentence.len());
    let mut at = sentence.start;
    let mut first = First {
        mention: reading.mentions.partition_point(|m| m.tokens.start < at),
        date: reading.dates.partition_point(|d| d.tokens.start < at),
    };
    while at < sentence.end {
        first.advance(reading, at);
        // Up to the next name or date there are words and marks, unless a role begins.
        let next = first.start(reading).min(sentence.end);
        while at < next && !reading.matches.may_begin(Kinds::ROLE, at) {
            units.push(token_at(reading, at));
            at += 1;
        }
        if at == sentence.end {
            break;
        }
        let unit = name_at(reading, first.mention, at, sentence.end)
            .or_else(|| date_at(reading, first.date, at, sentence.end))
            .or_else(|| role_at(reading, &first, at, sentence.end))
            .unwrap_or_else(|| token_at(reading, at));
        at = unit.tokens.end;
        units.push(unit);
    }
    units
}

/// The first of each list that begins at a token or behind it.
struct First {
    mention: usize,
    date: usize,
}

impl First {
    /// Where the first of both begins.
    fn start(&self, reading: &Reading<'_>) -> usize {
        let mention = reading.mentions.get(self.mention).map(|m| m.tokens.start);
        let date = reading.dates.get(self.date).map(|d| d.tokens.start);
        let starts = [mention, date].into_iter().flatten();
        starts.min().unwrap_or(usize::MAX)
    }

    fn advance(&mut self, reading: &Reading<'_>, at: usize) {
        let before = |tokens: &TokenRange| tokens.start < at;
        while let Some(m) = reading.mentions.get(self.mention)
            && before(&m.tokens)
        {
            self.mention += 1;
        }
        while let Some(d) = reading.dates.get(self.date)
            && before(&d.tokens)
        {
            self.date += 1;
        }
    }
}

fn name_at(reading: &Reading<'_>, first: usize, at: usize, end: usize) -> Option<Unit> {
    let mention = reading.mentions.get(first)?;
    (mention.tokens.start == at && mention.tokens.end <= end).then(|| Unit {
        tokens: mention.tokens.clone(),
        kind: UnitKind::Name(first),
    })
}

fn date_at(reading: &Reading<'_>, first: usize, at: usize, end: usize) -> Option<Unit> {
    let date = reading.dates.get(first)?;
    (date.tokens.start == at && date.tokens.end <= end).then(|| Unit {
        tokens: date.tokens.clone(),
        kind: UnitKind::Date(first),
    })
}

/// The longest role that begins here and runs into no name; of those that head the same bodies the
/// shortest.
fn role_at(reading: &Reading<'_>, first: &First, at: usize, end: usize) -> Option<Unit> {
    if !reading.matches.may_begin(Kinds::ROLE, at) {
        return None;
    }
    let next_name = reading.mentions[first.mention..]
        .iter()
        .find(|m| m.tokens.start > at);
    let limit = next_name.map_or(end, |m| m.tokens.start.min(end));
    let found = reading.matches.at(at).iter();
    let roles = found.filter_map(|m| match m.target {
        Target::Role(role) if m.tokens.end <= limit => Some((role, m.tokens.clone())),
        _ => None,
    });
    let head = |role: RoleIndex| reading.ontology.roles[role].head_noun;
    let mut best: Option<(RoleIndex, TokenRange)> = None;
    for (role, tokens) in roles {
        // `Bộ trưởng Ngoại giao` is `Bộ trưởng` with the body it swallows.
        let shortens = best
            .as_ref()
            .is_some_and(|(longer, _)| head(*longer).is_some() && head(*longer) == head(role));
        if best.is_none() || shortens {
            best = Some((role, tokens));
        }
    }
    best.map(|(role, tokens)| Unit {
        tokens,
        kind: UnitKind::Role(role),
    })
}

fn token_at(reading: &Reading<'_>, at: usize) -> Unit {
    let kind = match reading.text.tokens[at].kind {
        TokenKind::Mark => UnitKind::Mark,
        TokenKind::Word | TokenKind::Number => UnitKind::Word,
    };
    Unit {
        tokens: at..at + 1,
        kind,
    }
}
