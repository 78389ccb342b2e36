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
    /// Its folded form as a number.
    pub(super) key: u64,
    /// Its folded form where that is another than the written one.
    pub(super) folded: Option<Box<str>>,
    pub(super) case: Case,
    /// Whether it has the shape of a Vietnamese syllable.
    pub(super) is_vietnamese: bool,
    /// How long the word in it is to which the next one is glued, in bytes.
    pub(super) glued: Option<usize>,
}

/// Words seen before.
#[derive(Debug, Default)]
pub(super) struct KnownWords {
    /// Words of up to sixteen bytes by their letters as a number, and longer ones.
    short: FxHashMap<u128, usize>,
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
        let key = letters_of(text, length);
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

    fn add(&mut self, key: u128, word: &str, learn: impl FnOnce(&str) -> KnownWord) -> &KnownWord {
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

/// The bytes of the word that `text` begins with as a number, 0 where they are more than sixteen.
#[inline]
fn letters_of(text: &str, length: usize) -> u128 {
    let text = text.as_bytes();
    match text.first_chunk() {
        Some(bytes) if (1..=16).contains(&length) => {
            u128::from_le_bytes(*bytes) & (u128::MAX >> (128 - 8 * length))
        }
        _ if length <= 16 => {
            let mut bytes = [0; 16];
            bytes[..length].copy_from_slice(&text[..length]);
            u128::from_le_bytes(bytes)
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::letters_of;

    #[test]
    fn words_have_one_number_wherever_they_stand() {
        let text = "Người dân ở trường";
        for (start, length) in [(0, 8), (9, 4), (14, 3), (18, 9)] {
            let word = &text[start..start + length];
            assert_eq!(
                letters_of(&text[start..], length),
                letters_of(word, length),
                "{word}"
            );
        }
        assert_eq!(letters_of("Nghiêngnghiêngnghiêng", 24), 0);
    }
}
