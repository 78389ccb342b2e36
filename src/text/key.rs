//! Short words as numbers, which are compared and looked up at once.

/// A word of one to eight bytes as a number; all others are one that is like no word.
#[derive(Debug, Clone, Copy)]
pub struct ShortWord(pub(super) u64);

impl ShortWord {
    /// The number of a folded word.
    pub const fn new(word: &str) -> Self {
        let bytes = word.as_bytes();
        if bytes.len() > 8 {
            return Self(0);
        }
        let mut key = 0;
        let mut place = 0;
        while place < bytes.len() {
            key |= (bytes[place] as u64) << (8 * place);
            place += 1;
        }
        Self(key)
    }

    /// A bit that few other words share.
    #[inline]
    pub const fn bit(self) -> u64 {
        1 << (self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
    }
}

impl PartialEq for ShortWord {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 && self.0 != 0
    }
}

/// Some short words, among which a word is looked up at once.
#[derive(Debug)]
pub struct ShortWords<const N: usize> {
    words: [ShortWord; N],
    /// The bits of all of them.
    bits: u64,
}

impl<const N: usize> ShortWords<N> {
    /// These words, folded.
    pub const fn new(words: [&str; N]) -> Self {
        let mut these = Self {
            words: [ShortWord(0); N],
            bits: 0,
        };
        let mut place = 0;
        while place < N {
            these.words[place] = ShortWord::new(words[place]);
            these.bits |= these.words[place].bit();
            place += 1;
        }
        these
    }

    /// The place of a word among them.
    #[inline]
    pub fn place_of(&self, word: ShortWord) -> Option<usize> {
        if self.bits & word.bit() == 0 {
            return None;
        }
        self.words.iter().position(|other| *other == word)
    }
}

/// The bytes of a word of one to eight as a number, 0 for others. Two words have one number only if they
/// are the same, since no word holds a zero byte.
pub(super) fn key_of(word: &str) -> u64 {
    ShortWord::new(word).0
}

/// The same for the word that `text` begins with.
#[inline]
pub(super) fn key_of_prefix(text: &str, length: usize) -> u64 {
    match text.as_bytes().first_chunk() {
        Some(bytes) if (1..=8).contains(&length) => {
            u64::from_le_bytes(*bytes) & (u64::MAX >> (64 - 8 * length))
        }
        _ => key_of(&text[..length]),
    }
}

#[cfg(test)]
mod tests {
    use super::{ShortWord, ShortWords, key_of, key_of_prefix};

    #[test]
    fn words_are_found_among_others() {
        let words = ShortWords::new(["một", "hai"]);
        let place_of = |word| words.place_of(ShortWord::new(word));
        assert_eq!((place_of("một"), place_of("hai")), (Some(0), Some(1)));
        assert_eq!((place_of("ba"), place_of("trường")), (None, None));
    }

    #[test]
    fn words_have_one_number_wherever_they_stand() {
        let text = "Người dân ở trường";
        for (start, length) in [(0, 8), (9, 4), (14, 3), (18, 9)] {
            let word = &text[start..start + length];
            assert_eq!(
                key_of_prefix(&text[start..], length),
                key_of(word),
                "{word}"
            );
        }
        assert_eq!((key_of("trường"), key_of("")), (0, 0));
        assert_ne!(key_of("dân"), key_of("dần"));
    }
}
