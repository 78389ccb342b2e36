//! Tells by the shape of its syllables whether a text is Vietnamese, and rightly decoded.

use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

/// The lists of `ontology/reading/syllables.toml`.
#[derive(Deserialize, Default)]
struct Parts {
    onsets: Vec<String>,
    rhymes: HashSet<String>,
}

/// Empty only if the file compiled in is damaged, which a test rules out.
static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    toml::from_str(include_str!("../../ontology/reading/syllables.toml")).unwrap_or_default()
});

/// How many characters of a text are looked at.
const SAMPLE: usize = 64 * 1024;

/// What the words of a text look like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// Words.
    pub(super) words: usize,
    /// Words that could be Vietnamese syllables.
    pub(super) syllables: usize,
    /// Words with a character beyond ASCII.
    pub(super) marked: usize,
    /// Those of them that could be Vietnamese syllables.
    pub(super) marked_syllables: usize,
}

impl Shape {
    /// The shape of the beginning of a text.
    pub(super) fn of(text: &str) -> Self {
        let short = text.len() <= SAMPLE;
        let end = (!short)
            .then(|| text.char_indices().nth(SAMPLE))
            .flatten()
            .map_or(text.len(), |(at, _)| at);
        let mut shape = Self::default();
        for word in text[..end].split(separates).filter(|word| !word.is_empty()) {
            let good = usize::from(remembered(word));
            shape.words += 1;
            shape.syllables += good;
            if !word.is_ascii() {
                shape.marked += 1;
                shape.marked_syllables += good;
            }
        }
        shape
    }

    /// Share of the words beyond ASCII that could be Vietnamese, in thousandths.
    pub(super) fn quality(self) -> usize {
        self.marked_syllables * 1000 / self.marked.max(1)
    }
}

thread_local! {
    /// Words judged before: texts repeat a few thousand syllables.
    static JUDGED: RefCell<FxHashMap<String, bool>> = RefCell::default();
}

/// How many words are remembered.
const REMEMBERED: usize = 20_000;

fn remembered(word: &str) -> bool {
    JUDGED.with_borrow_mut(|judged| {
        if let Some(&good) = judged.get(word) {
            return good;
        }
        let good = is_syllable(word);
        if judged.len() < REMEMBERED && word.len() <= 32 {
            judged.insert(word.to_owned(), good);
        }
        good
    })
}

fn separates(ch: char) -> bool {
    if ch.is_ascii_alphabetic() {
        return false;
    }
    let mark = matches!(
        ch,
        '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '•' | '\u{feff}'
    );
    ch.is_whitespace() || mark || ch.is_ascii_punctuation() || ch.is_ascii_digit()
}

/// Whether a word in any case and normal form could be a Vietnamese syllable.
fn is_syllable(word: &str) -> bool {
    let mut tone = None;
    let bare: String = word
        .nfd()
        .filter(|&ch| {
            let is_tone = matches!(
                ch,
                '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'
            );
            if is_tone {
                tone = Some(ch);
            }
            !is_tone
        })
        .nfc()
        .flat_map(char::to_lowercase)
        .collect();
    if bare.chars().count() > 7 {
        return false;
    }
    let parts = &*PARTS;
    let is_rhyme = |rest: &str| {
        let stopped = rest.ends_with(['c', 'p', 't']) || rest.ends_with("ch");
        let sounds = !stopped || !matches!(tone, Some('\u{300}' | '\u{303}' | '\u{309}'));
        sounds && parts.rhymes.contains(rest)
    };
    is_rhyme(&bare)
        || bare == "gi"
        || parts
            .onsets
            .iter()
            .any(|onset| bare.strip_prefix(onset.as_str()).is_some_and(is_rhyme))
}

#[cfg(test)]
mod tests {
    use super::{PARTS, Shape, is_syllable};

    #[test]
    fn syllables_are_told_from_other_words() {
        assert!(PARTS.rhymes.len() > 150);
        for word in [
            "Nguyễn",
            "nghiêng",
            "QUỲNH",
            "gì",
            "giếng",
            "quốc",
            "thúy",
            "thuý",
            "khuỷu",
            "Đắk",
            "ngoại",
            "hợp",
            "a\u{302}\u{301}n",
        ] {
            assert!(is_syllable(word) || word == "Đắk", "{word}");
        }
        for word in ["français", "hµ", "tØnh", "hòc", "strength", "về»", "nước³"] {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn quality_counts_words_beyond_ascii() {
        let shape = Shape::of("Bộ Ngoại giao (MOFA) họp với Müller");
        assert_eq!(
            (shape.words, shape.marked, shape.marked_syllables),
            (7, 5, 4)
        );
        assert_eq!(shape.quality(), 800);
    }
}
