//! A list that grows without being copied.

/// What is piled up, in pieces that stay where they are: memory that is new costs more than what is done in it.
#[derive(Debug)]
pub(super) struct Pile<T> {
    pieces: Vec<Vec<T>>,
}

/// Bytes of a piece.
pub(super) const PIECE: usize = 1 << 14;

impl<T> Default for Pile<T> {
    fn default() -> Self {
        Self { pieces: Vec::new() }
    }
}

impl<T: Copy> Pile<T> {
    pub(super) fn push(&mut self, item: T) {
        self.with_room(1).push(item);
    }

    /// Adds items that stay together; gives the place of the first.
    pub(super) fn extend(&mut self, items: &[T]) -> Place {
        let piece = self.with_room(items.len());
        let start = piece.len();
        piece.extend_from_slice(items);
        Place {
            piece: self.pieces.len() - 1,
            start,
        }
    }

    /// What lies from a place on in its piece.
    pub(super) fn from(&self, place: Place) -> &[T] {
        self.pieces
            .get(place.piece)
            .and_then(|piece| piece.get(place.start..))
            .unwrap_or_default()
    }

    pub(super) fn len(&self) -> usize {
        self.pieces.iter().map(Vec::len).sum()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.pieces.iter().flatten()
    }

    pub(super) fn pieces(&self) -> impl Iterator<Item = &[T]> {
        self.pieces.iter().map(Vec::as_slice)
    }

    /// The last piece, with room for so many more.
    fn with_room(&mut self, count: usize) -> &mut Vec<T> {
        let last = self.pieces.last();
        if last.is_none_or(|last| last.capacity() - last.len() < count) {
            let usual = (PIECE / size_of::<T>()).max(1);
            // The first piece of a small graph is small.
            let usual = if self.pieces.is_empty() {
                usual / 16
            } else {
                usual
            };
            self.pieces.push(Vec::with_capacity(usual.max(count)));
        }
        let last = self.pieces.len() - 1;
        &mut self.pieces[last]
    }
}

/// Where something lies in a pile.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    piece: usize,
    start: usize,
}

impl Place {
    /// A place within a piece of usual size as one number.
    pub(super) fn number(self) -> usize {
        self.piece * PIECE + self.start
    }

    pub(super) fn of(number: usize) -> Self {
        Self {
            piece: number / PIECE,
            start: number % PIECE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_stays_together_and_is_found_by_its_number() {
        let mut pile = Pile::default();
        let words: Vec<Vec<u8>> = (0..2_000_usize)
            .map(|n| {
                vec![b'a' + (n % 26) as u8; n * 37 % 300 + if n == 900 { 3 * PIECE } else { 1 }]
            })
            .collect();
        let places: Vec<usize> = words
            .iter()
            .map(|word| pile.extend(word).number())
            .collect();
        for (word, &place) in words.iter().zip(&places) {
            assert!(pile.from(Place::of(place)).starts_with(word));
        }
        let length: usize = words.iter().map(Vec::len).sum();
        assert_eq!(pile.len(), length);
        assert!(pile.iter().eq(words.iter().flatten()));
    }
}
