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
        shape.add(&text[..end]);
        shape
    }

    /// Adds the words of one more part of a text.
    pub(super) fn add(&mut self, part: &str) {
        judging(part, |word, marked, judged| {
            self.words += 1;
            if marked {
                self.marked += 1;
                self.marked_syllables += usize::from(judge(word, judged));
            }
        });
    }

    /// Share of the words beyond ASCII that could be Vietnamese, in thousandths.
    pub(super) fn quality(self) -> usize {
        self.marked_syllables * 1000 / self.marked.max(1)
    }
}

/// How many words of ASCII in the parts of a text could be Vietnamese syllables.
pub(super) fn bare_syllables<'a>(parts: impl Iterator<Item = &'a str>) -> usize {
    let mut count = 0;
    for part in parts {
        judging(part, |word, marked, judged| {
            count += usize::from(!marked && judge(word, judged));
        });
    }
    count
}

/// The first of the parts of a text, as many as say what the others are like.
pub(super) fn sample<'a>(parts: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    parts.scan(0, |length, part| {
        let is_enough = *length >= SAMPLE;
        *length += part.len();
        (!is_enough).then_some(part)
    })
}

/// Whether the word around a byte of a text could be a Vietnamese syllable.
pub(super) fn is_syllable_at(text: &str, at: usize) -> bool {
    let before = text[..at].rsplit(separates).next().unwrap_or_default();
    let behind = text[at..].split(separates).next().unwrap_or_default();
    let word = &text[at - before.len()..at + behind.len()];
    JUDGED.with_borrow_mut(|judged| judge(word, judged))
}

/// Hands each word to `look`, with whether it has characters beyond ASCII.
fn judging(text: &str, mut look: impl FnMut(&str, bool, &mut Judged)) {
    JUDGED.with_borrow_mut(|judged| {
        each_word(text, |word, marked| look(word, marked, judged));
    });
}

fn each_word(text: &str, mut look: impl FnMut(&str, bool)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let mut marked = false;
        let separator = loop {
            let Some(&byte) = bytes.get(at) else { break 0 };
            match CLASSES[usize::from(byte)] {
                Class::Letter => at += 1,
                Class::Marked => {
                    marked = true;
                    at += 1;
                }
                Class::Separator => break 1,
                Class::Vietnamese if matches!(bytes.get(at + 1), Some(0xba | 0xbb)) => {
                    marked = true;
                    at += 3;
                }
                Class::Vietnamese | Class::Open => {
                    let letter = text[at..].chars().next().unwrap_or(' ');
                    if separates(letter) {
                        break letter.len_utf8();
                    }
                    marked |= !letter.is_ascii();
                    at += letter.len_utf8();
                }
            }
        };
        if start < at {
            look(&text[start..at], marked);
        }
        at += separator;
    }
}

/// What a byte says of the character it belongs to.
#[derive(Clone, Copy)]
enum Class {
    /// A letter of ASCII.
    Letter,
    /// A part of a letter beyond it.
    Marked,
    Separator,
    /// The first of three, of which the second tells whether it is a letter of Vietnamese.
    Vietnamese,
    /// The whole character must be looked at.
    Open,
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Open; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b' ' => Class::Separator,
            // Behind a letter's first byte; where another character begins, all of it is looked at.
            0x80..=0xbf => Class::Marked,
            // The Latin letters up to `ɏ`, with `×` and `÷`.
            0xc3..=0xc8 => Class::Marked,
            0xe1 => Class::Vietnamese,
            _ => Class::Open,
        };
        byte += 1;
    }
    classes
};

/// Words judged before: texts repeat a few thousand syllables.
type Judged = FxHashMap<Box<str>, bool>;

thread_local! {
    static JUDGED: RefCell<Judged> = RefCell::default();
}

/// How many words are remembered.
const REMEMBERED: usize = 20_000;

fn judge(word: &str, judged: &mut Judged) -> bool {
    if let Some(&good) = judged.get(word) {
        return good;
    }
    let good = is_syllable(word);
    if judged.len() < REMEMBERED && word.len() <= 32 {
        judged.insert(word.into(), good);
    }
    good
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
