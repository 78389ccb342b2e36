//! Finds all names, roles, head nouns and cues of a text in one pass, with one trie over syllables.

use rustc_hash::FxHashMap;

use super::matches::Matches;
use super::phrase::{Phrase, folded};
use super::{EntryIndex, HeadNounIndex, LabelKind, RoleIndex};
use crate::text::{Text, TokenKind, TokenRange};

/// A named list of phrases from `ontology/cues/*.toml`, for example `organizes.active`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cue(pub(super) u16);

impl Cue {
    /// Its place among the lists of the ontology, which are sorted by id.
    #[inline]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What a matched phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A name of an entry.
    Name(EntryIndex, LabelKind),
    /// A role title.
    Role(RoleIndex),
    /// A head noun.
    HeadNoun(HeadNounIndex),
    /// A phrase of a cue list.
    Cue(Cue),
}

impl Target {
    /// Whether it is a name only in context.
    pub(super) fn is_doubtful(self) -> bool {
        matches!(
            self,
            Self::Name(_, LabelKind::Short | LabelKind::Contextual)
        )
    }

    #[inline]
    fn is_same_thing(self, other: Self) -> bool {
        match (self, other) {
            (Self::Name(one, _), Self::Name(another, _)) => one == another,
            _ => self == other,
        }
    }
}

/// A phrase found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Where.
    pub tokens: TokenRange,
    /// What.
    pub target: Target,
}

pub(super) type Syllable = u32;
pub(super) type State = u32;

pub(super) const ROOT: State = 0;

/// The trie.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// Short words by their numbers, and all others.
    pub(super) short: FxHashMap<u64, Syllable>,
    pub(super) syllables: FxHashMap<Box<str>, Syllable>,
    /// The state after a first syllable; `ROOT` where no phrase begins with it.
    pub(super) first: Vec<State>,
    pub(super) next: FxHashMap<(State, Syllable), State>,
    /// For each state, where its phrases begin in `phrases`.
    pub(super) offsets: Vec<u32>,
    pub(super) phrases: Vec<Phrase>,
}

impl Lexicon {
    #[inline]
    fn syllable(&self, text: &Text, token: usize) -> Option<Syllable> {
        let known = match short_word(text, token) {
            0 => self.syllables.get(folded(text, token)),
            key => self.short.get(&key),
        };
        known.copied()
    }

    /// The state after one more syllable, `ROOT` where no phrase goes on so.
    #[inline]
    pub(super) fn step(&self, state: State, syllable: Syllable) -> State {
        if state == ROOT {
            self.first[syllable as usize]
        } else {
            self.next.get(&(state, syllable)).copied().unwrap_or(ROOT)
        }
    }

    /// All phrases in a text, also overlapping and nested ones, sorted by start, the longest first;
    /// of names of the same words those that need no context first, then in the order of the entries.
    /// None reaches over the end of a sentence.
    pub(super) fn matches(&self, text: &Text) -> Matches {
        let syllables: Vec<Option<Syllable>> = (0..text.tokens.len())
            .map(|token| self.syllable(text, token))
            .collect();
        let mut matches = Matches::with_capacity(text.tokens.len());
        let mut path = Vec::new();
        for sentence in &text.sentences {
            for start in sentence.tokens.clone() {
                self.walk(&syllables[start..sentence.tokens.end], &mut path);
                matches.push_token(|found| {
                    // Of phrases that begin together the longest is named first.
                    for &(state, length) in path.iter().rev() {
                        self.push_written(text, start..start + length, state, found);
                    }
                    path.clear();
                });
            }
        }
        matches.finish();
        matches
    }

    /// The states in which phrases end on the way over some syllables, each with its depth.
    #[inline]
    fn walk(&self, syllables: &[Option<Syllable>], path: &mut Vec<(State, usize)>) {
        let mut state = ROOT;
        for (depth, syllable) in (1..).zip(syllables) {
            let Some(syllable) = *syllable else {
                return;
            };
            state = self.step(state, syllable);
            if state == ROOT {
                return;
            }
            if !self.phrases_of(state).is_empty() {
                path.push((state, depth));
            }
        }
    }

    /// The phrases that end in a state, those that are written as they must be; two labels of one thing
    /// that differ only in what folding takes away are one match.
    fn push_written(
        &self,
        text: &Text,
        tokens: TokenRange,
        state: State,
        matches: &mut Vec<Match>,
    ) {
        let from = matches.len();
        for phrase in self.phrases_of(state) {
            let said = matches[from..]
                .last()
                .is_some_and(|last| last.target.is_same_thing(phrase.target));
            if !said && phrase.is_written_at(text, tokens.start) {
                matches.push(Match {
                    tokens: tokens.clone(),
                    target: phrase.target,
                });
            }
        }
    }

    /// What a phrase that stands alone may be, whatever its case.
    pub(super) fn targets(&self, phrase: &str) -> Vec<Target> {
        let text = Text::from_phrase(phrase);
        let mut state = ROOT;
        for token in 0..text.tokens.len() {
            let syllable = self.syllable(&text, token);
            state = syllable.map_or(ROOT, |syllable| self.step(state, syllable));
            if state == ROOT {
                return Vec::new();
            }
        }
        let phrases = self.phrases_of(state).iter();
        let mut targets: Vec<Target> = phrases.map(|phrase| phrase.target).collect();
        targets.sort_unstable();
        targets
    }

    #[inline]
    fn phrases_of(&self, state: State) -> &[Phrase] {
        let state = state as usize;
        match self.offsets.get(state..state + 2) {
            Some(&[from, to]) => &self.phrases[from as usize..to as usize],
            _ => &[],
        }
    }
}

/// The number of a short word, 0 for others; marks are compared by what they mean.
#[inline]
pub(super) fn short_word(text: &Text, token: usize) -> u64 {
    match text.tokens[token].kind {
        TokenKind::Mark => 0,
        TokenKind::Word | TokenKind::Number => text.key(token),
    }
}
