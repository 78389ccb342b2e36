//! Folds words into the form in which they are compared: lower case, the tone mark in its modern place.

use unicode_normalization::UnicodeNormalization;

use super::Case;
use super::key::key_of;
use super::known_words::{KnownWord, KnownWords};
use super::letters;
use super::normalise::Units;
use super::syllable;
use super::tokenise::{Class, class};
use super::tone;

/// A phrase in folded form; `None` where its words do not end plainly or are glued, so that it has to be cut
/// first.
pub(super) fn fold_plain(phrase: &str) -> Option<String> {
    KnownWords::with(|known| fold_words(known, phrase))
}

fn fold_words(known: &mut KnownWords, phrase: &str) -> Option<String> {
    let mut units = Units::new(phrase, 0);
    let mut folded = String::with_capacity(phrase.len());
    let mut blank = false;
    loop {
        let before = folded.len();
        if blank && before > 0 {
            folded.push(' ');
        }
        if let Some(word) = units.next_plain_word() {
            let known = known.get(word.rest, word.length, learn);
            if known.glued.is_some() {
                return None;
            }
            folded.push_str(known.folded.as_deref().unwrap_or(&word.rest[..word.length]));
            blank = false;
            continue;
        }
        folded.truncate(before);
        let Some(unit) = units.next_unit() else {
            return Some(folded);
        };
        match class(unit.letter) {
            Class::Space => blank = true,
            Class::Letter => return None,
            Class::Digit | Class::Mark if unit.has_spare => return None,
            Class::Digit | Class::Mark => {
                if std::mem::take(&mut blank) && before > 0 {
                    folded.push(' ');
                }
                folded.push(unit.letter);
            }
        }
    }
}

/// What there is to know of a word of plain letters.
pub(super) fn learn(word: &str) -> KnownWord {
    // Most words are as long folded as they are written.
    let mut folded = String::with_capacity(word.len());
    fold_word(&mut folded, word);
    let is_vietnamese = syllable::is_vietnamese(&folded);
    let key = key_of(&folded);
    if folded == word {
        // So it has no capital.
        return KnownWord {
            key,
            folded: None,
            case: Case::Lower,
            is_vietnamese,
            glued: None,
        };
    }
    KnownWord {
        key,
        folded: Some(folded.into_boxed_str()),
        case: case_of_plain(word),
        is_vietnamese,
        glued: glued(word),
    }
}

/// How long the first of two words is between which a blank was forgotten, in bytes.
fn glued(word: &str) -> Option<usize> {
    let letters = word.char_indices();
    let mut capitals = letters.filter(|&(_, letter)| letters::is_upper(letter));
    let found = capitals.find(|&(at, _)| is_whole(&word[..at]));
    found.map(|(at, _)| at)
}

/// Whether a word ends before a capital: it is a syllable that only Vietnamese writes, in small letters to its
/// end. `của` in `củaBộ` is, neither `Euro` in `EuroCham` nor `Viet` in `VietBank`.
pub(super) fn is_whole(word: &str) -> bool {
    let ends_small = word.chars().next_back().is_some_and(char::is_lowercase);
    if !ends_small || word.is_ascii() {
        return false;
    }
    let mut folded = String::new();
    fold_word(&mut folded, word);
    syllable::is_vietnamese(&folded)
}

pub(super) fn fold_word(folded: &mut String, clean: &str) {
    if clean.is_ascii() {
        let start = folded.len();
        folded.push_str(clean);
        folded[start..].make_ascii_lowercase();
        return;
    }
    if tone::push_settled_lower(folded, clean) {
        return;
    }
    // Lower case may leave NFC: of `İ` with a horn, the dot comes off and belongs behind the horn.
    let lower: String = clean.chars().flat_map(char::to_lowercase).nfc().collect();
    tone::push_settled(folded, &lower);
}

/// The case of a word of plain letters.
fn case_of_plain(word: &str) -> Case {
    let mut letters = word.chars().map(letters::is_upper);
    let first = letters.next().unwrap_or(false);
    let (mut upper, mut lower) = (false, false);
    for capital in letters {
        upper |= capital;
        lower |= !capital;
    }
    case_from(first, upper, lower)
}

pub(super) fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|ch| ch.is_alphabetic());
    let Some(first) = letters.next() else {
        return Case::Lower;
    };
    let (mut upper, mut lower) = (false, false);
    for letter in letters {
        let capital = letter.is_uppercase();
        upper |= capital;
        lower |= !capital;
    }
    case_from(first.is_uppercase(), upper, lower)
}

/// The case of a word by its first letter and what there is behind it.
fn case_from(first_is_upper: bool, upper: bool, lower: bool) -> Case {
    match (first_is_upper, upper, lower) {
        (false, false, _) => Case::Lower,
        (true, false, _) => Case::Title,
        (true, true, false) => Case::Upper,
        _ => Case::Mixed,
    }
}
