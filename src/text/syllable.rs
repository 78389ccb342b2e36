//! Tells whether a word could be a Vietnamese syllable.

use unicode_normalization::UnicodeNormalization;

use super::tone;

const ONSETS: [&str; 28] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x",
];
const LONGEST_CODA: usize = 2;
const CODAS: [&str; 8] = ["ng", "nh", "ch", "c", "m", "n", "p", "t"];

/// Whether a folded word has the shape of a Vietnamese syllable: onset, vowels, coda.
/// `long`, `nguyễn` and `an` have; `trump`, `obama` and `fidel` have not.
pub(super) fn is_vietnamese(folded: &str) -> bool {
    if folded.chars().any(|c| matches!(c, 'f' | 'j' | 'w' | 'z')) {
        return false;
    }
    let onset = ONSETS
        .iter()
        .find(|o| folded.starts_with(**o))
        .map_or(0, |o| o.len());
    // `gi` may be onset and vowel at once (gì), `qu` never stands alone.
    [onset, onset.min(1), 0]
        .iter()
        .any(|&cut| folded.is_char_boundary(cut) && is_rime(&folded[cut..]))
}

fn is_rime(rest: &str) -> bool {
    let mut vowels = 0;
    let mut tail = [0; LONGEST_CODA];
    let mut length = 0;
    for letter in bare(rest) {
        if length == 0 && "aeiouy".contains(letter) {
            vowels += 1;
        } else {
            match (tail.get_mut(length), u8::try_from(letter)) {
                (Some(place), Ok(byte)) => *place = byte,
                _ => return false,
            }
            length += 1;
        }
    }
    let tail = &tail[..length];
    (1..=3).contains(&vowels)
        && (tail.is_empty() || CODAS.iter().any(|coda| coda.as_bytes() == tail))
}

/// The letters without their marks.
fn bare(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(|letter| {
        let (plain, other) = match tone::bare(letter) {
            Some(plain) => (Some(plain), None),
            None => (None, Some(letter)),
        };
        let other = other.into_iter().nfd();
        let unmarked = other.filter(|letter| !('\u{300}'..='\u{36f}').contains(letter));
        plain.into_iter().chain(unmarked)
    })
}

#[cfg(test)]
mod tests {
    use super::is_vietnamese;

    #[test]
    fn vietnamese_syllables_are_told_from_foreign_words() {
        for word in [
            "nguyễn", "long", "hiếu", "quỳnh", "gì", "an", "yên", "thúy", "khuyên",
        ] {
            assert!(is_vietnamese(word), "{word}");
        }
        for word in [
            "trump",
            "obama",
            "fidel",
            "kritenbrink",
            "ted",
            "jong",
            "washington",
        ] {
            assert!(!is_vietnamese(word), "{word}");
        }
    }
}
