//! What two spellings of one Vietnamese name have in common.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The five tone marks, as they stand alone after decomposition.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// A name without what spellings differ in: case, normal form, where a syllable's tone mark stands
/// (`hoà`, `hòa`), spaces and punctuation (`TP.HCM`, `TP HCM`). Letters and tones stay.
pub(super) fn exact_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut tone = None;
    for c in decomposed(name) {
        if TONES.contains(&c) {
            tone = Some(c);
        } else if c.is_alphanumeric() || is_combining_mark(c) {
            key.push(c);
        } else {
            key.extend(tone.take());
        }
    }
    key.extend(tone);
    key
}

/// [`exact_key`] without diacritics: what someone types who has no Vietnamese keyboard.
pub(super) fn plain_key(name: &str) -> String {
    decomposed(name)
        .filter(|c| c.is_alphanumeric())
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// Whether a name is written without any diacritic.
pub(super) fn is_plain(name: &str) -> bool {
    name.is_ascii()
}

fn decomposed(name: &str) -> impl Iterator<Item = char> {
    name.nfd()
        .flat_map(char::to_lowercase)
        // Icelandic eth looks like the Vietnamese letter and comes from the wrong keyboards.
        .map(|c| if c == 'ð' { 'đ' } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        for (left, right) in [
            ("Hoà Bình", "Hòa Bình"),
            ("KHÁNH HÒA", "Khánh Hoà"),
            ("TP.HCM", "Tp. HCM"),
            ("Bà Rịa-Vũng Tàu", "Bà Rịa – Vũng Tàu"),
            ("Ðà Nẵng", "Đà Nẵng"),
            ("Cu\u{323}c Ngoa\u{323}i vu\u{323}", "Cục Ngoại vụ"),
            ("Thuỵ Sĩ", "Thụy Sĩ"),
        ] {
            assert_eq!(exact_key(left), exact_key(right), "{left} and {right}");
        }
    }

    #[test]
    fn different_names_stay_apart() {
        for (left, right) in [
            ("Hà Nam", "Hà Nội"),
            ("Hà Nam", "Hàn Am"),
            ("Long An", "Lòng Ăn"),
            ("Lào", "Lào Cai"),
            ("lần thứ 20", "lần thứ 21"),
        ] {
            assert_ne!(exact_key(left), exact_key(right), "{left} and {right}");
        }
    }

    #[test]
    fn plain_key_is_what_an_english_keyboard_types() {
        assert_eq!(plain_key("Đà Nẵng"), "danang");
        assert_eq!(plain_key("Da Nang"), "danang");
        assert!(is_plain("Da Nang") && !is_plain("Đà Nẵng"));
    }
}
