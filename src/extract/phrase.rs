//! Looks up at which token a phrase of a cue list begins or ends.

use super::cues::CueError;
use crate::ontology::{Cue, Match, Ontology, Target};
use crate::text::Text;

/// The list with this id, or an error that names it.
pub(super) fn cue(ontology: &Ontology, id: &str) -> Result<Cue, CueError> {
    ontology.cue(id).map_err(|_| CueError(id.to_owned()))
}

/// The longest phrase looked for before a token, in tokens.
const LONGEST_BEFORE: usize = 6;

/// A text with the phrases matched in it, addressable by token.
pub(super) struct Phrases<'a> {
    pub(super) text: &'a Text,
    matches: &'a [Match],
    /// For each token, the first match that begins there or behind it.
    first: Vec<u32>,
    /// For each token the cue lists of which a phrase begins there, each a bit that other lists share.
    lists: Vec<u64>,
}

/// Some cue lists, for asking at once whether a phrase of any of them may begin somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CueSet(u64);

impl CueSet {
    pub(super) fn of(cues: &[Cue]) -> Self {
        Self(cues.iter().fold(0, |bits, &cue| bits | bit(cue)))
    }
}

#[inline]
fn bit(cue: Cue) -> u64 {
    1 << (cue.index() % 64)
}

impl<'a> Phrases<'a> {
    pub(super) fn new(text: &'a Text, matches: &'a [Match]) -> Self {
        let count = u32::try_from(matches.len()).unwrap_or(u32::MAX);
        let mut first = vec![count; text.tokens.len() + 1];
        let mut lists = vec![0; text.tokens.len()];
        for (index, found) in (0..count).zip(matches).rev() {
            first[found.tokens.start] = index;
            if let Target::Cue(cue) = found.target {
                lists[found.tokens.start] |= bit(cue);
            }
        }
        for token in (0..text.tokens.len()).rev() {
            first[token] = first[token].min(first[token + 1]);
        }
        Self {
            text,
            matches,
            first,
            lists,
        }
    }

    /// What begins at a token, longest first.
    pub(super) fn matches_at(&self, token: usize) -> &'a [Match] {
        match self.first.get(token..token + 2) {
            Some(&[from, to]) => &self.matches[from as usize..to as usize],
            _ => &[],
        }
    }

    /// Whether a phrase of one of the lists may begin at a token; where not, none does.
    #[inline]
    pub(super) fn any_may_begin(&self, set: CueSet, token: usize) -> bool {
        self.lists
            .get(token)
            .is_some_and(|lists| lists & set.0 != 0)
    }

    /// Whether a phrase of the list may begin at a token.
    #[inline]
    fn may_begin(&self, cue: Cue, token: usize) -> bool {
        self.lists
            .get(token)
            .is_some_and(|lists| lists & bit(cue) != 0)
    }

    /// One past the longest phrase of the list that begins at a token.
    #[inline]
    pub(super) fn at(&self, cue: Cue, token: usize) -> Option<usize> {
        if !self.may_begin(cue, token) {
            return None;
        }
        self.matches_at(token)
            .iter()
            .find(|found| found.target == Target::Cue(cue))
            .map(|found| found.tokens.end)
    }

    /// Where the longest phrase of the list that ends right before `end` begins.
    pub(super) fn before(&self, cue: Cue, end: usize) -> Option<usize> {
        (end.saturating_sub(LONGEST_BEFORE)..end).find(|&start| {
            self.may_begin(cue, start)
                && self
                    .matches_at(start)
                    .iter()
                    .any(|found| found.tokens.end == end && found.target == Target::Cue(cue))
        })
    }

    /// The token as a mark, or an empty text where there is none such.
    pub(super) fn clean(&self, token: usize) -> &'a str {
        if token < self.text.tokens.len() {
            self.text.clean(token)
        } else {
            ""
        }
    }
}
