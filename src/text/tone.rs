//! Moves tone marks to one agreed letter, so that `hoà` and `hòa` compare equal.

use std::sync::LazyLock;

use super::letters;

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

/// Appends a word of plain letters of any case likewise; says whether it was one.
pub(super) fn push_settled_lower(folded: &mut String, word: &str) -> bool {
    let start = folded.len();
    let table = &**LETTERS;
    let mut syllable = ['\0'; LONGEST_SYLLABLE];
    let mut length = 0;
    let mut vowel_before = false;
    let mut two_vowels = false;
    for ch in word.chars() {
        let letter = table.get(ch as usize).copied().unwrap_or_default();
        let Some(lower) = char::from_u32(u32::from(letter.lower)).filter(|&ch| ch != '\0') else {
            folded.truncate(start);
            return false;
        };
        folded.push(lower);
        if let Some(place) = syllable.get_mut(length) {
            *place = lower;
        }
        length += 1;
        let is_vowel = letter.place > 0;
        two_vowels |= is_vowel && vowel_before;
        vowel_before = is_vowel;
    }
    // A tone moves from one vowel to the one beside it.
    if two_vowels
        && let Some(letters) = syllable.get(..length)
        && let Some((toned, seat, [bare, marked])) = moved(letters)
    {
        syllable[toned] = bare;
        syllable[seat] = marked;
        folded.truncate(start);
        folded.extend(&syllable[..length]);
    }
    true
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
    let (toned, seat, [bare, marked]) = moved(&letters[..length])?;
    letters[toned] = bare;
    letters[seat] = marked;
    Some(letters)
}

/// Where the tone stands, where it belongs, and what is written there instead; `None` where it is in
/// its place.
fn moved(letters: &[char]) -> Option<(usize, usize, [char; 2])> {
    let toned =
        (0..letters.len()).find(|&i| vowel(letters[i]).is_some_and(|(_, tone)| tone > 0))?;
    let (base, tone) = vowel(letters[toned])?;
    let pair = [toned.checked_sub(1), Some(toned)];
    for first in pair.into_iter().flatten() {
        let Some(seat) = seat_of_tone(letters, first) else {
            continue;
        };
        let seat = first + usize::from(seat == Seat::Second);
        if seat == toned {
            return None;
        }
        let (other, _) = vowel(letters[seat])?;
        return Some((toned, seat, [VOWELS[base][0], VOWELS[other][tone]]));
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

/// What there is to know of a letter when a word is folded.
#[derive(Clone, Copy, Default)]
struct Letter {
    /// In lower case; 0 where it is no plain letter.
    lower: u16,
    /// The lower-case letter's row and tone in [`VOWELS`], 6 × row + tone + 1; 0 where it is none.
    place: u8,
}

/// All letters up to `ỹ`.
static LETTERS: LazyLock<Box<[Letter]>> = LazyLock::new(|| {
    let mut table = vec![Letter::default(); 'ỹ' as usize + 1];
    for (place, &letter) in (1..).zip(VOWELS.as_flattened()) {
        table[letter as usize].place = place;
    }
    for letter in ('\0'..='ỹ').filter(|&letter| letters::is_plain(letter)) {
        let lower = letters::lower(letter);
        table[letter as usize] = Letter {
            lower: u16::try_from(u32::from(lower)).unwrap_or(0),
            place: table[lower as usize].place,
        };
    }
    table.into_boxed_slice()
});

/// A letter of ASCII, the `đ`, or a lower-case vowel without its marks; none for others.
pub(super) fn bare(letter: char) -> Option<char> {
    /// The vowel of each row of [`VOWELS`] without hat or horn.
    const BARE: [char; 12] = ['a', 'a', 'a', 'e', 'e', 'i', 'o', 'o', 'o', 'u', 'u', 'y'];
    match letter {
        '\0'..='\u{7f}' | 'đ' => Some(letter),
        _ => vowel(letter).map(|(row, _)| BARE[row]),
    }
}

/// A vowel's row and tone in [`VOWELS`].
fn vowel(letter: char) -> Option<(usize, usize)> {
    let place = usize::from(LETTERS.get(letter as usize)?.place).checked_sub(1)?;
    Some((place / 6, place % 6))
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
