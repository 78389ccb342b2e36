//! Moves tone marks to one agreed letter, so that `hoà` and `hòa` compare equal.

/// Each vowel with its tones: none, huyền, sắc, hỏi, ngã, nặng.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

/// The longest syllable, `nghiêng`, has seven letters.
const LONGEST_SYLLABLE: usize = 7;

/// Where the two vowels of a syllable's glide leave the tone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seat {
    First,
    Second,
}

/// Appends a lower-case word to `folded` with its tone mark on the agreed letter: on the first of
/// `oa`, `oe`, `uy` at the end of a syllable (`hòa`, `thúy`), on the second before another letter
/// (`hoàn`, `ngoài`), after `qu` and `gi` (`quý`, `giá`), and on a letter with a hat or horn (`luật`).
pub(super) fn push_settled(folded: &mut String, word: &str) {
    match settled(word) {
        Some(letters) => folded.extend(letters.iter().take_while(|&&letter| letter != '\0')),
        None => folded.push_str(word),
    }
}

fn settled(word: &str) -> Option<[char; LONGEST_SYLLABLE]> {
    if word.is_ascii() {
        return None;
    }
    let mut letters = ['\0'; LONGEST_SYLLABLE];
    let mut length = 0;
    for ch in word.chars() {
        *letters.get_mut(length)? = ch;
        length += 1;
    }
    let toned = (0..length).find(|&i| vowel(letters[i]).is_some_and(|(_, tone)| tone > 0))?;
    let (base, tone) = vowel(letters[toned])?;
    let pair = [toned.checked_sub(1), Some(toned)];
    for first in pair.into_iter().flatten() {
        let Some(seat) = seat_of_tone(&letters[..length], first) else {
            continue;
        };
        let seat = first + usize::from(seat == Seat::Second);
        if seat == toned {
            return None;
        }
        let (other, _) = vowel(letters[seat])?;
        letters[toned] = VOWELS[base][0];
        letters[seat] = VOWELS[other][tone];
        return Some(letters);
    }
    None
}

/// Where the tone of the vowels at `first` and behind belongs; `None` where both styles agree anyway.
fn seat_of_tone(letters: &[char], first: usize) -> Option<Seat> {
    let [left, right] = [letters.get(first)?, letters.get(first + 1)?].map(|&ch| vowel(ch));
    let pair = (VOWELS[left?.0][0], VOWELS[right?.0][0]);
    let before = first.checked_sub(1).map(|i| letters[i]);
    let last = first + 2 == letters.len();
    match pair {
        ('u', _) if before == Some('q') => Some(Seat::Second),
        ('i', 'a' | 'e' | 'o' | 'u') if before == Some('g') && first == 1 => Some(Seat::Second),
        ('o', 'a' | 'e') | ('u', 'y') if last => Some(Seat::First),
        ('o', 'a' | 'e' | 'ă') | ('u', 'y') => Some(Seat::Second),
        ('i' | 'y' | 'u' | 'o' | 'ư', 'â' | 'ê' | 'ô' | 'ơ') => Some(Seat::Second),
        _ => None,
    }
}

/// A vowel's row and tone in [`VOWELS`].
fn vowel(letter: char) -> Option<(usize, usize)> {
    VOWELS.iter().enumerate().find_map(|(row, tones)| {
        let tone = tones.iter().position(|&candidate| candidate == letter)?;
        Some((row, tone))
    })
}

#[cfg(test)]
mod tests {
    use super::push_settled;

    fn settle(word: &str) -> String {
        let mut folded = String::new();
        push_settled(&mut folded, word);
        folded
    }

    #[test]
    fn open_syllables_carry_the_tone_on_the_first_vowel() {
        for (written, agreed) in [
            ("hoà", "hòa"),
            ("hoá", "hóa"),
            ("thuý", "thúy"),
            ("khoẻ", "khỏe"),
            ("uỷ", "ủy"),
            ("uỳ", "ùy"),
            ("toạ", "tọa"),
            ("xoè", "xòe"),
        ] {
            assert_eq!(settle(written), agreed);
            assert_eq!(settle(agreed), agreed);
        }
    }

    #[test]
    fn closed_syllables_carry_it_on_the_second() {
        for (written, agreed) in [
            ("hòan", "hoàn"),
            ("ngòai", "ngoài"),
            ("ngọai", "ngoại"),
            ("lụât", "luật"),
            ("hùynh", "huỳnh"),
        ] {
            assert_eq!(settle(written), agreed);
            assert_eq!(settle(agreed), agreed);
        }
    }

    #[test]
    fn qu_and_gi_are_consonants() {
        for (written, agreed) in [
            ("qúy", "quý"),
            ("quý", "quý"),
            ("qủa", "quả"),
            ("quốc", "quốc"),
            ("gía", "giá"),
            ("già", "già"),
            ("gì", "gì"),
        ] {
            assert_eq!(settle(written), agreed);
        }
    }

    #[test]
    fn other_words_stay() {
        for word in [
            "việt", "nghĩa", "của", "café", "phía", "múa", "đưa", "thứ", "quỹ", "thuở",
        ] {
            assert_eq!(settle(word), word);
        }
    }
}
