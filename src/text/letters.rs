//! Tells the letters of Vietnamese apart by arithmetic, since searching Unicode's tables for every
//! letter is what reading would spend its time on.

/// Whether a character is a letter of ASCII or of Vietnamese, composed and meant as itself. Each is
/// alone in NFC and has one other case, also one character.
#[inline]
pub(super) fn is_plain(ch: char) -> bool {
    match ch {
        'a'..='z' | 'A'..='Z' => true,
        // `Ð` and `ð` are typed for `Đ` and `đ`.
        'à'..='ï' | 'ñ'..='ö' | 'ø'..='ý' => true,
        'À'..='Ï' | 'Ñ'..='Ö' | 'Ø'..='Ý' => true,
        'ạ'..='ỹ' | 'Ạ' => true,
        _ => is_horned(ch),
    }
}

/// How far the plain letters at the beginning of some text reach, in bytes and in letters.
#[inline]
pub(super) fn plain_prefix(text: &[u8]) -> (usize, u32) {
    let (mut at, mut letters) = (0, 0);
    while let Some(&byte) = text.get(at) {
        let length = match STARTS[usize::from(byte)] {
            Start::Plain => 1,
            Start::OfTwo if is_plain_of_two(byte, text.get(at + 1)) => 2,
            Start::OfThree if is_plain_of_three(&text[at..]) => 3,
            _ => break,
        };
        at += length;
        letters += 1;
    }
    (at, letters)
}

/// The length of the digits that some text begins with, where they are a whole number and nothing behind
/// them belongs to it; else 0.
#[inline]
pub(super) fn plain_number(text: &[u8]) -> usize {
    let length = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let ends = match text.get(length..).unwrap_or_default() {
        // `1.600`, `60,28`
        [b'.' | b',', next, ..] => !next.is_ascii_digit(),
        [b' '..=b'~', ..] => !text[length].is_ascii_alphabetic(),
        rest => rest.is_empty() || is_common_mark(rest),
    };
    if ends { length } else { 0 }
}

/// The length of the mark that some text begins with, where it is a common one and stays as it is whatever
/// stands behind it; else 0.
#[inline]
pub(super) fn plain_mark(text: &[u8]) -> usize {
    let length = match text {
        [b'!'..=b'~', ..] if text[0].is_ascii_punctuation() => 1,
        [0xe2, ..] if is_common_mark(text) => 3,
        _ => return 0,
    };
    let ends = match &text[length..] {
        [] | [b' '..=b'~' | 0xc3..=0xc6, ..] => true,
        behind => is_plain_of_three(behind) || is_common_mark(behind),
    };
    if ends { length } else { 0 }
}

/// Whether some text begins with a dash, a quotation mark or an ellipsis: `\u{2012}` to `\u{2027}`.
#[inline]
fn is_common_mark(text: &[u8]) -> bool {
    matches!(text, [0xe2, 0x80, 0x92..=0xa7, ..])
}

/// What a first byte says of its character.
#[derive(Clone, Copy)]
enum Start {
    /// It is a plain letter.
    Plain,
    /// It may be one, of two or three bytes.
    OfTwo,
    OfThree,
    /// It is none.
    Other,
}

static STARTS: [Start; 256] = {
    let mut starts = [Start::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        starts[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Start::Plain,
            0xc3..=0xc6 => Start::OfTwo,
            0xe1 => Start::OfThree,
            _ => Start::Other,
        };
        byte += 1;
    }
    starts
};

#[inline]
fn is_plain_of_two(first: u8, second: Option<&u8>) -> bool {
    let code = second.map(|second| u32::from(first & 0x1f) << 6 | u32::from(second & 0x3f));
    code.and_then(char::from_u32).is_some_and(is_plain)
}

#[inline]
fn is_plain_of_three(text: &[u8]) -> bool {
    matches!(
        text,
        [0xe1, 0xba, 0xa0..=0xbf, ..] | [0xe1, 0xbb, 0x80..=0xb9, ..]
    )
}

/// The letters that Vietnamese takes from the middle of Unicode's Latin.
#[inline]
fn is_horned(ch: char) -> bool {
    matches!(
        ch,
        'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' | 'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư'
    )
}

/// Whether a plain letter is a capital.
#[inline]
pub(super) fn is_upper(ch: char) -> bool {
    lower(ch) != ch
}

/// A plain letter in lower case.
#[inline]
pub(super) fn lower(ch: char) -> char {
    let code = u32::from(ch);
    let lower = match ch {
        'A'..='Z' | 'À'..='Þ' => code | 0x20,
        'Ạ'..='ỹ' => code | 1,
        'Ư' => code + 1,
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' => code | 1,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(ch)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::{is_plain, is_upper, lower};

    #[test]
    fn plain_letters_are_what_unicode_says() {
        let plain = ('\0'..='\u{2fff}').filter(|&ch| is_plain(ch));
        let mut count = 0;
        for ch in plain {
            count += 1;
            assert!(ch.is_alphabetic(), "{ch}");
            assert_eq!(is_upper(ch), ch.is_uppercase(), "{ch}");
            let lower_case: Vec<char> = ch.to_lowercase().collect();
            assert_eq!(vec![lower(ch)], lower_case, "{ch}");
            assert_eq!(ch.to_string().nfc().collect::<Vec<_>>(), [ch], "{ch}");
        }
        assert!(count > 186);
    }

    #[test]
    fn plain_letters_are_told_by_their_bytes() {
        for ch in '\0'..='\u{2fff}' {
            let text = ch.to_string();
            let plain = if is_plain(ch) {
                (text.len(), 1)
            } else {
                (0, 0)
            };
            assert_eq!(super::plain_prefix(text.as_bytes()), plain, "{ch}");
        }
        assert_eq!(super::plain_prefix("Đắk×".as_bytes()), (6, 3));
    }

    #[test]
    fn plain_numbers_and_marks_end_where_nothing_joins_them() {
        for (text, length) in [
            ("2018", 4),
            ("2018.", 4),
            ("2018, ", 4),
            ("15–20", 2),
            ("1.600", 0),
            ("60,28", 0),
            ("10h30", 0),
            ("3\u{301}", 0),
            ("năm", 0),
        ] {
            assert_eq!(super::plain_number(text.as_bytes()), length, "{text}");
        }
        for (text, length) in [
            (". ", 1),
            (")", 1),
            ("(Đắk", 1),
            ("”ạ", 3),
            ("…”", 3),
            ("-\u{301}", 0),
            ("“\u{200d}", 0),
            ("\u{2011}a", 0),
            ("a", 0),
        ] {
            assert_eq!(super::plain_mark(text.as_bytes()), length, "{text}");
        }
    }

    #[test]
    fn all_of_vietnamese_is_plain() {
        for ch in "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
            .chars()
        {
            assert!(is_plain(ch), "{ch}");
            assert!(ch.to_uppercase().all(is_plain), "{ch}");
        }
    }
}
