//! Sets of numbers that lie close together.

/// A set of numbers, a bit for each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    pub(super) fn contains(&self, number: u32) -> bool {
        let word = self.words.get(number as usize / 64);
        word.is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    pub(super) fn insert(&mut self, number: u32) {
        let place = number as usize / 64;
        if place >= self.words.len() {
            self.words.resize(place + 1, 0);
        }
        self.words[place] |= 1 << (number % 64);
    }

    /// Adds all of another set.
    pub(super) fn add(&mut self, other: &Self) {
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        let words = self.words.iter_mut().zip(&other.words);
        words.for_each(|(own, other)| *own |= other);
    }

    /// The numbers in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        let words = (0_u32..).step_by(64).zip(&self.words);
        words.flat_map(|(start, &word)| {
            let bits = (0..u64::BITS).filter(move |bit| word >> bit & 1 == 1);
            bits.map(move |bit| start + bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_was_put_into_either() {
        let (mut one, mut other) = (Bits::default(), Bits::default());
        [0, 63, 64, 700].into_iter().for_each(|n| one.insert(n));
        [5, 64, 9_000].into_iter().for_each(|n| other.insert(n));
        assert!(one.contains(64) && !one.contains(65) && !one.contains(9_000));
        one.add(&other);
        assert_eq!(one.iter().collect::<Vec<_>>(), [0, 5, 63, 64, 700, 9_000]);
    }
}
