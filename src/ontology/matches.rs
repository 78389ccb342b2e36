//! What the matcher found in a text, addressable by token.

use std::ops::Deref;

use super::{Cue, Match, Target};

/// Everything found in a text, sorted by start, the longest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matches {
    list: Vec<Match>,
    /// For each token, how many begin before it; one more at the end.
    first: Vec<u32>,
    /// For each token, what kinds begin there.
    kinds: Vec<Kinds>,
    /// For each token, what kinds end right before it; one more at the end.
    ends: Vec<Kinds>,
}

/// Kinds of targets, each a bit: names, roles, head nouns and lists of cues. There are more lists than bits,
/// so every 125th shares one: a kind that is missing rules a list out, and one that is there does not prove
/// it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds(u128);

impl Kinds {
    /// Names.
    pub const NAME: Self = Self(1);
    /// Role titles.
    pub const ROLE: Self = Self(1 << 1);
    /// Head nouns.
    pub const HEAD_NOUN: Self = Self(1 << 2);

    /// The kinds of both.
    #[inline]
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a kind.
    #[inline]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl From<Cue> for Kinds {
    #[inline]
    fn from(cue: Cue) -> Self {
        Self(1 << (3 + cue.index() % 125))
    }
}

impl From<Target> for Kinds {
    #[inline]
    fn from(target: Target) -> Self {
        match target {
            Target::Name(..) => Self::NAME,
            Target::Role(_) => Self::ROLE,
            Target::HeadNoun(_) => Self::HEAD_NOUN,
            Target::Cue(cue) => cue.into(),
        }
    }
}

impl FromIterator<Cue> for Kinds {
    fn from_iter<T: IntoIterator<Item = Cue>>(cues: T) -> Self {
        cues.into_iter()
            .fold(Self::default(), |kinds, cue| kinds.and(cue.into()))
    }
}

impl Matches {
    pub(super) fn with_capacity(tokens: usize) -> Self {
        Self {
            // Common words are in several lists.
            list: Vec::with_capacity(5 * tokens),
            first: Vec::with_capacity(tokens + 1),
            kinds: Vec::with_capacity(tokens),
            ends: vec![Kinds::default(); tokens + 1],
        }
    }

    /// Adds what begins at the next token.
    #[inline]
    pub(super) fn push_token(&mut self, found: impl FnOnce(&mut Vec<Match>)) {
        let before = self.list.len();
        self.first.push(place(before));
        found(&mut self.list);
        let mut kinds = Kinds::default();
        for found in &self.list[before..] {
            let kind = Kinds::from(found.target);
            kinds = kinds.and(kind);
            let end = &mut self.ends[found.tokens.end];
            *end = end.and(kind);
        }
        self.kinds.push(kinds);
    }

    pub(super) fn finish(&mut self) {
        self.first.push(place(self.list.len()));
    }

    /// What begins at a token, the longest first; nothing behind the last token.
    #[inline]
    pub fn at(&self, token: usize) -> &[Match] {
        match self.first.get(token..token + 2) {
            Some(&[from, to]) => &self.list[from as usize..to as usize],
            _ => &[],
        }
    }

    /// Whether something of one of the kinds may begin at a token; where not, nothing does.
    #[inline]
    pub fn may_begin(&self, kinds: Kinds, token: usize) -> bool {
        let found = self.kinds.get(token);
        found.is_some_and(|found| found.meets(kinds))
    }

    /// The tokens at which something of one of the kinds may begin, in order.
    #[inline]
    pub fn beginning(&self, kinds: Kinds) -> impl Iterator<Item = usize> {
        let tokens = self.kinds.iter().enumerate();
        tokens.filter_map(move |(token, found)| found.meets(kinds).then_some(token))
    }

    /// One past the longest phrase of a list of cues that begins at a token.
    #[inline]
    pub fn cue_at(&self, cue: Cue, token: usize) -> Option<usize> {
        if !self.may_begin(cue.into(), token) {
            return None;
        }
        let mut found = self.at(token).iter();
        let longest = found.find(|found| found.target == Target::Cue(cue))?;
        Some(longest.tokens.end)
    }

    /// Whether something of one of the kinds may end right before a token; where not, nothing does.
    #[inline]
    pub fn may_end(&self, kinds: Kinds, token: usize) -> bool {
        let found = self.ends.get(token);
        found.is_some_and(|found| found.meets(kinds))
    }

    /// Where the longest phrase of a list of cues that ends right before `end` begins, of those of some
    /// tokens at most.
    pub fn cue_before(&self, cue: Cue, end: usize, tokens: usize) -> Option<usize> {
        if !self.may_end(cue.into(), end) {
            return None;
        }
        (end.saturating_sub(tokens)..end).find(|&start| {
            self.may_begin(cue.into(), start)
                && self
                    .at(start)
                    .iter()
                    .any(|found| found.tokens.end == end && found.target == Target::Cue(cue))
        })
    }
}

impl Deref for Matches {
    type Target = [Match];

    fn deref(&self) -> &[Match] {
        &self.list
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
