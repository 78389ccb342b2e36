//! Tells whether a word could be a Vietnamese syllable.

use std::iter::once;

use unicode_normalization::UnicodeNormalization;

use super::tone;

const LONGEST_CODA: usize = 2;
const CODAS: [&str; 8] = ["ng", "nh", "ch", "c", "m", "n", "p", "t"];

/// Whether a folded word has the shape of a Vietnamese syllable: onset, vowels, coda.
/// `long`, `nguyễn` and `an` have; `trump`, `obama` and `fidel` have not.
pub(super) fn is_vietnamese(folded: &str) -> bool {
    let foreign = |byte| matches!(byte, b'f' | b'j' | b'w' | b'z');
    if folded.bytes().any(foreign) {
        return false;
    }
    let onset = onset(folded.as_bytes());
    // `gi` may be onset and vowel at once (gì), `qu` never stands alone.
    [onset, onset.min(1), 0]
        .iter()
        .any(|&cut| folded.is_char_boundary(cut) && is_rime(&folded[cut..]))
}

/// How many bytes of a word are consonants that a syllable may begin with.
fn onset(word: &[u8]) -> usize {
    match word {
        [b'n', b'g', b'h', ..] => 3,
        [b'c' | b'g' | b'k' | b'n' | b'p' | b't', b'h', ..] => 2,
        [b'n', b'g', ..] | [b'g', b'i', ..] | [b'q', b'u', ..] | [b't', b'r', ..] => 2,
        // `đ`
        [0xc4, 0x91, ..] => 2,
        [
            b'b'..=b'd' | b'g' | b'h' | b'k'..=b'n' | b'p'..=b't' | b'v' | b'x',
            ..,
        ] => 1,
        _ => 0,
    }
}

fn is_rime(rest: &str) -> bool {
    let mut rime = Rime::default();
    let fits = rest.chars().all(|letter| match tone::bare(letter) {
        Some(letter) => rime.takes(letter),
        None => once(letter)
            .nfd()
            .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
            .all(|letter| rime.takes(letter)),
    });
    fits && rime.is_whole()
}

/// Vowels and the consonants behind them.
#[derive(Default)]
struct Rime {
    vowels: usize,
    coda: [u8; LONGEST_CODA],
    length: usize,
}

impl Rime {
    /// Adds a letter without its marks; says whether there may be such a rime.
    fn takes(&mut self, letter: char) -> bool {
        if self.length == 0 && matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') {
            self.vowels += 1;
            return true;
        }
        let place = self.coda.get_mut(self.length);
        let Some((place, byte)) = place.zip(u8::try_from(letter).ok()) else {
            return false;
        };
        *place = byte;
        self.length += 1;
        true
    }

    fn is_whole(&self) -> bool {
        let coda = &self.coda[..self.length];
        (1..=3).contains(&self.vowels)
            && (coda.is_empty() || CODAS.iter().any(|known| known.as_bytes() == coda))
    }
}

#[cfg(test)]
mod tests {
    use super::is_vietnamese;

    #[test]
    fn vietnamese_syllables_are_told_from_foreign_words() {
        for word in [
            "nguyễn",
            "long",
            "hiếu",
            "quỳnh",
            "gì",
            "an",
            "yên",
            "thúy",
            "khuyên",
            "nghiêng",
            "giếng",
            "đường",
            "trước",
            "chị",
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
            "đ",
            "ốcs",
        ] {
            assert!(!is_vietnamese(word), "{word}");
        }
    }
}
