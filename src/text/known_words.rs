//! Remembers how words are folded: texts repeat a few thousand syllables.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::Case;
use super::key::key_of_prefix;

/// How many words are remembered, and how long they may be, in bytes.
const REMEMBERED: usize = 20_000;
const LONGEST: usize = 32;

/// What there is to know of a written word.
#[derive(Debug)]
pub(super) struct KnownWord {
    /// Its folded form as a number.
    pub(super) key: u64,
    /// Its folded form where that is another than the written one.
    pub(super) folded: Option<Box<str>>,
    pub(super) case: Case,
    /// Whether it has the shape of a Vietnamese syllable.
    pub(super) is_vietnamese: bool,
}

/// Words seen before.
#[derive(Debug, Default)]
pub(super) struct KnownWords {
    /// Words of up to eight bytes by their numbers, and longer ones.
    short: FxHashMap<u64, usize>,
    long: FxHashMap<Box<str>, usize>,
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

    /// What there is to know of the word that some text begins with, which `learn` tells if it was not seen
    /// before.
    #[inline]
    pub(super) fn get(
        &mut self,
        text: &str,
        length: usize,
        learn: impl FnOnce(&str) -> KnownWord,
    ) -> &KnownWord {
        let key = key_of_prefix(text, length);
        let known = if key == 0 {
            self.long.get(&text[..length])
        } else {
            self.short.get(&key)
        };
        match known {
            Some(&place) => &self.words[place],
            None => self.add(key, &text[..length], learn),
        }
    }

    fn add(&mut self, key: u64, word: &str, learn: impl FnOnce(&str) -> KnownWord) -> &KnownWord {
        let known = learn(word);
        let place = self.words.len();
        if place == REMEMBERED || word.len() > LONGEST {
            return self.other.insert(known);
        }
        if key == 0 {
            self.long.insert(word.into(), place);
        } else {
            self.short.insert(key, place);
        }
        self.words.push(known);
        &self.words[place]
    }
}
