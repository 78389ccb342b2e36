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
    loop {
        let length = match text[at..] {
            [b'a'..=b'z' | b'A'..=b'Z', ..] => 1,
            [0xe1, 0xba, 0xa0..=0xbf, ..] | [0xe1, 0xbb, 0x80..=0xb9, ..] => 3,
            [first @ 0xc3..=0xc6, second, ..] => {
                let code = u32::from(first & 0x1f) << 6 | u32::from(second & 0x3f);
                match char::from_u32(code) {
                    Some(ch) if is_plain(ch) => 2,
                    _ => return (at, letters),
                }
            }
            _ => return (at, letters),
        };
        at += length;
        letters += 1;
    }
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
    fn all_of_vietnamese_is_plain() {
        for ch in "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
            .chars()
        {
            assert!(is_plain(ch), "{ch}");
            assert!(ch.to_uppercase().all(is_plain), "{ch}");
        }
    }
}
