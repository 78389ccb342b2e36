//! Compares and composes lines without Unicode's tables where they hold nothing but Vietnamese.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Whether a character is a letter or digit, as Unicode says; without tables for Vietnamese.
#[inline]
pub(super) fn is_alphanumeric(ch: char) -> bool {
    match ch {
        '\0'..='\u{7f}' => ch.is_ascii_alphanumeric(),
        'à'..='ö' | 'ø'..='ỹ' if lower(ch).is_some() => true,
        _ => ch.is_alphanumeric(),
    }
}

/// A line in NFC.
pub(super) fn composed(line: &str) -> Cow<'_, str> {
    if line.chars().all(|ch| lower(ch).is_some()) {
        Cow::Borrowed(line)
    } else {
        Cow::Owned(line.nfc().collect())
    }
}

/// A line in lower case and NFC with single blanks; `None` where it holds other characters than those
/// of Vietnamese prose.
pub(super) fn plain_form(line: &str) -> Option<String> {
    let mut form = String::with_capacity(line.len());
    // What stands before `copied` is in the form; most of a line is copied as it is, in long runs.
    let mut copied = 0;
    let mut after_blank = true;
    let mut at = 0;
    while at < line.len() {
        let kept = kept_prefix(&line.as_bytes()[at..]);
        if kept > 0 {
            at += kept;
            after_blank = false;
            continue;
        }
        let ch = line[at..].chars().next()?;
        let lower = lower(ch)?;
        let is_blank = lower == ' ';
        if lower != ch || is_blank && after_blank {
            form.push_str(&line[copied..at]);
            copied = at + ch.len_utf8();
            if !(is_blank && after_blank) {
                form.push(lower);
            }
        }
        after_blank = is_blank;
        at += ch.len_utf8();
    }
    form.push_str(&line[copied..]);
    if form.ends_with(' ') {
        form.pop();
    }
    Some(form)
}

/// How many bytes at the beginning of some text are letters in lower case, ASCII marks and single blanks
/// between them, which a plain form keeps.
#[inline]
fn kept_prefix(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += match KEPT[usize::from(byte)] {
            0 => return at,
            1 => 1,
            BLANK if at > 0 && text.get(at + 1).is_some_and(|&next| is_visible(next)) => 1,
            2 if is_kept_of_two(byte, text.get(at + 1)) => 2,
            3 if is_kept_of_three(text.get(at + 1), text.get(at + 2)) => 3,
            _ => return at,
        };
    }
    at
}

/// Whether no white space begins with a byte.
#[inline]
fn is_visible(byte: u8) -> bool {
    byte > b' ' && byte != 0xc2
}

/// Stands for a blank in [`KEPT`].
const BLANK: u8 = u8::MAX;

/// For each first byte how long a character that is kept would be; 0 where none is.
static KEPT: [u8; 256] = {
    let mut kept = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kept[byte] = match byte as u8 {
            b'!'..=b'@' | b'['..=b'~' => 1,
            0xc3..=0xc6 => 2,
            0xe1 => 3,
            b' ' => BLANK,
            _ => 0,
        };
        byte += 1;
    }
    kept
};

#[inline]
fn is_kept_of_two(first: u8, second: Option<&u8>) -> bool {
    matches!(
        (first, second),
        (0xc3, Some(0xa0..=0xbf))
            | (0xc4, Some(0x83 | 0x91 | 0xa9))
            | (0xc5, Some(0xa9))
            | (0xc6, Some(0xa1 | 0xb0))
    )
}

/// Letters of Vietnamese are capital and small by turns.
#[inline]
fn is_kept_of_three(second: Option<&u8>, third: Option<&u8>) -> bool {
    match (second, third) {
        (Some(0xba), Some(third @ 0xa0..=0xbf)) | (Some(0xbb), Some(third @ 0x80..=0xb9)) => {
            third & 1 == 1
        }
        _ => false,
    }
}

/// The character in lower case, a blank for white space; `None` unless that is certain without tables,
/// as is that the character stays itself in NFC.
#[inline]
fn lower(ch: char) -> Option<char> {
    let code = u32::from(ch);
    let lower = match ch {
        ' ' => code,
        'a'..='z' => code,
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => code | 0x20,
        '\t'..='\r' | '\u{a0}' => u32::from(' '),
        '\0'..='\u{7f}' | 'à'..='ÿ' | '‐'..='‧' => code,
        'Ạ'..='ỹ' => code | 1,
        'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => code,
        'Ư' => code + 1,
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' => code | 1,
        _ => return None,
    };
    char::from_u32(lower)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use unicode_normalization::UnicodeNormalization;

    use super::{composed, lower, plain_form};

    #[test]
    fn letters_are_lowered_as_unicode_does() {
        let mut count = 0;
        for ch in '\0'..='\u{2fff}' {
            let Some(lower) = lower(ch) else { continue };
            count += 1;
            if ch.is_whitespace() {
                assert_eq!(lower, ' ');
            } else {
                assert_eq!(ch.to_lowercase().collect::<Vec<_>>(), [lower], "{ch}");
            }
            assert_eq!(ch.to_string().nfc().collect::<Vec<_>>(), [ch], "{ch}");
        }
        assert!(count > 250);
    }

    #[test]
    fn letters_and_digits_are_what_unicode_says() {
        for ch in '\0'..='\u{2fff}' {
            assert_eq!(super::is_alphanumeric(ch), ch.is_alphanumeric(), "{ch}");
        }
    }

    #[test]
    fn letters_that_are_kept_are_told_by_their_bytes() {
        for ch in '!'..='\u{2fff}' {
            let kept = super::kept_prefix(ch.to_string().as_bytes());
            if kept > 0 {
                assert_eq!((kept, lower(ch)), (ch.len_utf8(), Some(ch)), "{ch}");
            }
        }
        for (text, kept) in [
            ("đắk lắk Lắk", 13),
            (" a", 0),
            ("a  b", 1),
            ("a \u{a0}b", 1),
            ("a ", 1),
        ] {
            assert_eq!(super::kept_prefix(text.as_bytes()), kept, "{text}");
        }
    }

    #[test]
    fn lines_of_vietnamese_are_not_copied_and_others_composed() {
        assert!(matches!(composed("Đà Nẵng – “Huế”"), Cow::Borrowed(_)));
        let apart: String = "Đà Nẵng".nfd().collect();
        assert_eq!(composed(&apart), "Đà Nẵng");
        assert_eq!(plain_form(&apart), None);
        let form = plain_form("  Đà  Nẵng,\u{a0}THỪA THIÊN\tHuế ");
        assert_eq!(form.as_deref(), Some("đà nẵng, thừa thiên huế"));
    }
}
