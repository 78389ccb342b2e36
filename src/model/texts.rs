//! Many texts, each kept once and known by its number.

use super::index::{Index, hash_of};

/// Texts by number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
    index: Index,
}

impl Texts {
    /// The number of a text, which is added if it is not there.
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        let hash = hash_of(text);
        let place = self.index.find(hash, |place| self.at(place) == text);
        let place = place.unwrap_or_else(|| {
            self.text.push_str(text);
            self.ends.push(self.text.len());
            self.index.insert(hash, self.ends.len() - 1);
            self.ends.len() - 1
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    /// The text with a number.
    pub(crate) fn get(&self, number: u32) -> &str {
        self.at(number as usize)
    }

    fn at(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[place]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_has_one_number() {
        let mut texts = Texts::default();
        let numbers: Vec<u32> = (0..3_000)
            .map(|n| texts.number(&format!("chữ {}", n % 1_000)))
            .collect();
        assert_eq!(numbers[..1_000], numbers[2_000..]);
        assert!((0..1_000).all(|n| texts.get(numbers[n]) == format!("chữ {n}")));
        let empty = texts.number("");
        assert_eq!(texts.number(""), empty);
        assert_eq!(texts.get(empty), "");
    }
}
