//! Remembers how words are folded: texts repeat a few thousand syllables.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::Case;

/// How many words are remembered, and how long they may be, in bytes.
const REMEMBERED: usize = 20_000;
const LONGEST: usize = 32;

/// What there is to know of a written word.
#[derive(Debug)]
pub(super) struct KnownWord {
    /// Its folded form where that is another than the written one.
    pub(super) folded: Option<Box<str>>,
    pub(super) case: Case,
    /// Whether it has the shape of a Vietnamese syllable.
    pub(super) is_vietnamese: bool,
}

/// Words seen before.
#[derive(Debug, Default)]
pub(super) struct KnownWords {
    places: FxHashMap<Box<str>, usize>,
    words: Vec<KnownWord>,
    /// A word that is not remembered.
    other: Option<KnownWord>,
}

thread_local! {
    static KNOWN: RefCell<KnownWords> = RefCell::default();
}

impl KnownWords {
    /// Lends the words that this thread has seen.
    pub(super) fn with<T>(work: impl FnOnce(&mut Self) -> T) -> T {
        KNOWN.with_borrow_mut(work)
    }

    /// What there is to know of a word, which `learn` tells if it was not seen before.
    pub(super) fn get(&mut self, word: &str, learn: impl FnOnce(&str) -> KnownWord) -> &KnownWord {
        if let Some(&place) = self.places.get(word) {
            return &self.words[place];
        }
        let known = learn(word);
        if self.words.len() < REMEMBERED && word.len() <= LONGEST {
            let place = self.words.len();
            self.places.insert(word.into(), place);
            self.words.push(known);
            &self.words[place]
        } else {
            self.other.insert(known)
        }
    }
}
