//! Finds all names, roles, head nouns and cues of a text in one pass, with one trie over syllables.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::matches::Matches;
use super::phrase::{CaseRule, Phrase, folded};
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
    fn is_doubtful(self) -> bool {
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

type Syllable = u32;
type State = u32;

const ROOT: State = 0;

/// The trie.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// Short words by their numbers, and all others.
    short: FxHashMap<u64, Syllable>,
    syllables: FxHashMap<Box<str>, Syllable>,
    /// The state after a first syllable; `ROOT` where no phrase begins with it.
    first: Vec<State>,
    next: FxHashMap<(State, Syllable), State>,
    /// For each state, where its phrases begin in `phrases`.
    offsets: Vec<u32>,
    phrases: Vec<Phrase>,
}

/// Collects phrases for a [`Lexicon`].
#[derive(Debug, Default)]
pub(super) struct LexiconBuilder {
    text: String,
    length: u32,
    pending: Vec<(u32, Target, CaseRule)>,
}

impl LexiconBuilder {
    /// Adds a phrase.
    pub(super) fn add(&mut self, phrase: &str, target: Target, rule: CaseRule) {
        self.pending.push((self.length, target, rule));
        self.text.push_str(phrase);
        self.text.push('\n');
        let points = phrase.chars().count() + 1;
        self.length += u32::try_from(points).unwrap_or(u32::MAX);
    }

    /// Builds the trie. All phrases are cut into tokens in one go, which is much cheaper than each
    /// alone.
    pub(super) fn build(self, is_country: impl Fn(Target) -> bool) -> Lexicon {
        let text = Text::from_phrase(&self.text);
        let mut lexicon = Lexicon {
            first: Vec::new(),
            ..Lexicon::default()
        };
        let mut states = 1;
        let mut ends = Vec::with_capacity(self.pending.len());
        let mut relaxed = Vec::new();
        let mut token = 0;
        for (i, &(_, target, rule)) in self.pending.iter().enumerate() {
            let end = self.pending.get(i + 1).map_or(self.length, |next| next.0);
            let start = token;
            while token < text.tokens.len() && text.tokens[token].span.start < end {
                token += 1;
            }
            if start < token {
                let state = lexicon.insert(&text, start..token, &mut states);
                if rule == CaseRule::OneCapital {
                    relaxed.push((ends.len(), start..token));
                }
                ends.push((state, Phrase::new(&text, start..token, target, rule)));
            }
        }
        let countries = ends.iter().filter(|(_, phrase)| is_country(phrase.target));
        let countries: BTreeSet<State> = countries.map(|(state, _)| *state).collect();
        for (place, tokens) in relaxed {
            let elsewhere = lexicon.within(&text, &tokens, &countries);
            ends[place].1.relax(elsewhere);
        }
        ends.sort_by_key(|(state, phrase)| (*state, phrase.target.is_doubtful(), phrase.target));
        lexicon.offsets = vec![0; states as usize + 1];
        for (state, _) in &ends {
            lexicon.offsets[*state as usize + 1] += 1;
        }
        for i in 1..lexicon.offsets.len() {
            lexicon.offsets[i] += lexicon.offsets[i - 1];
        }
        lexicon.phrases = ends.into_iter().map(|(_, phrase)| phrase).collect();
        lexicon
    }
}

impl Lexicon {
    fn insert(&mut self, text: &Text, tokens: TokenRange, states: &mut State) -> State {
        let mut state = ROOT;
        for token in tokens {
            let syllable = self.syllable(text, token).unwrap_or_else(|| {
                let new = u32::try_from(self.first.len()).unwrap_or(u32::MAX);
                match short_word(text, token) {
                    0 => self.syllables.insert(folded(text, token).into(), new),
                    key => self.short.insert(key, new),
                };
                self.first.push(ROOT);
                new
            });
            let slot = if state == ROOT {
                &mut self.first[syllable as usize]
            } else {
                self.next.entry((state, syllable)).or_insert(ROOT)
            };
            if *slot == ROOT {
                *slot = *states;
                *states += 1;
            }
            state = *slot;
        }
        state
    }

    #[inline]
    fn syllable(&self, text: &Text, token: usize) -> Option<Syllable> {
        let known = match short_word(text, token) {
            0 => self.syllables.get(folded(text, token)),
            key => self.short.get(&key),
        };
        known.copied()
    }

    /// Bit i: token i of the run belongs to a phrase that ends in one of the given states.
    fn within(&self, text: &Text, tokens: &TokenRange, ends: &BTreeSet<State>) -> u64 {
        let mut bits = 0;
        for start in tokens.clone().take(64) {
            let mut state = ROOT;
            for token in start..tokens.end.min(tokens.start + 64) {
                state = self.step(state, text, token);
                if state == ROOT {
                    break;
                }
                if ends.contains(&state) {
                    bits |= (start..=token).fold(0, |bits, i| bits | 1 << (i - tokens.start));
                }
            }
        }
        bits
    }

    /// The state after one more syllable, `ROOT` where no phrase goes on so.
    fn step(&self, state: State, text: &Text, token: usize) -> State {
        let next = self.syllable(text, token).and_then(|syllable| {
            if state == ROOT {
                self.first.get(syllable as usize)
            } else {
                self.next.get(&(state, syllable))
            }
        });
        next.copied().unwrap_or(ROOT)
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
            state = if state == ROOT {
                self.first[syllable as usize]
            } else {
                self.next.get(&(state, syllable)).copied().unwrap_or(ROOT)
            };
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
            state = self.step(state, &text, token);
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
fn short_word(text: &Text, token: usize) -> u64 {
    match text.tokens[token].kind {
        TokenKind::Mark => 0,
        TokenKind::Word | TokenKind::Number => text.key(token),
    }
}
