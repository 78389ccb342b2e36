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

/// Kinds of targets: names, roles, head nouns and each list of cues. Where there are very many lists some
/// share a place, so that a kind that is missing rules a list out and one that is there does not prove it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds([u64; 4]);

/// How many lists of cues have a place of their own.
const CUES: usize = 256 - 3;

impl Kinds {
    /// Names.
    pub const NAME: Self = Self([1, 0, 0, 0]);
    /// Role titles.
    pub const ROLE: Self = Self([2, 0, 0, 0]);
    /// Head nouns.
    pub const HEAD_NOUN: Self = Self([4, 0, 0, 0]);

    /// The kinds of both.
    #[inline]
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for (kinds, others) in self.0.iter_mut().zip(other.0) {
            *kinds |= others;
        }
        self
    }

    /// Whether the two share a kind.
    #[inline]
    pub fn meets(self, other: Self) -> bool {
        let ([a, b, c, d], [e, f, g, h]) = (self.0, other.0);
        a & e | b & f | c & g | d & h != 0
    }

    #[inline]
    fn has(&self, cue: Cue) -> bool {
        let place = place_of(cue);
        self.0[place / 64] & (1 << (place % 64)) != 0
    }

    #[inline]
    fn add(&mut self, target: Target) {
        let place = match target {
            Target::Name(..) => 0,
            Target::Role(_) => 1,
            Target::HeadNoun(_) => 2,
            Target::Cue(cue) => place_of(cue),
        };
        self.0[place / 64] |= 1 << (place % 64);
    }
}

impl From<Cue> for Kinds {
    #[inline]
    fn from(cue: Cue) -> Self {
        let mut kinds = Self::default();
        kinds.add(Target::Cue(cue));
        kinds
    }
}

#[inline]
fn place_of(cue: Cue) -> usize {
    3 + cue.index().min(CUES - 1)
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
            list: Vec::with_capacity(3 * tokens),
            first: Vec::with_capacity(tokens + 1),
            kinds: Vec::with_capacity(tokens),
            ends: vec![Kinds::default(); tokens + 1],
        }
    }

    /// Adds what begins at the next token.
    pub(super) fn push_token(&mut self, found: impl FnOnce(&mut Vec<Match>)) {
        let before = self.list.len();
        self.first.push(place(before));
        found(&mut self.list);
        let mut kinds = Kinds::default();
        for found in &self.list[before..] {
            kinds.add(found.target);
            self.ends[found.tokens.end].add(found.target);
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

    #[inline]
    fn may_begin_cue(&self, cue: Cue, token: usize) -> bool {
        let found = self.kinds.get(token);
        found.is_some_and(|found| found.has(cue))
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
        if !self.may_begin_cue(cue, token) {
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
        if !self.ends.get(end)?.has(cue) {
            return None;
        }
        (end.saturating_sub(tokens)..end).find(|&start| {
            self.may_begin_cue(cue, start)
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
