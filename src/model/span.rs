//! A stretch of an article's text.

/// Half-open range of Unicode code points in [`Article::text`](super::Article::text),
/// the decoded input before any normalisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

impl Span {
    /// A span from `start` up to, not including, `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Number of code points.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies inside this span; a span contains itself.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one code point.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A place in a text, in bytes and in code points, that moves on from span to span.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// Bytes before it.
    pub byte: usize,
    /// Code points before it.
    pub point: u32,
}

/// Bytes counted at once.
const CHUNK: usize = 32;

impl Place {
    /// Moves on to a code point, or to the end of the text; never back.
    pub fn advance(&mut self, text: &str, point: u32) {
        let begins = |byte: &u8| !matches!(byte, 0x80..=0xbf);
        let rest = &text.as_bytes()[self.byte..];
        let mut skipped = 0;
        for chunk in rest.chunks_exact(CHUNK) {
            let count: u8 = chunk.iter().map(|byte| u8::from(begins(byte))).sum();
            if self.point + u32::from(count) > point {
                break;
            }
            self.point += u32::from(count);
            skipped += CHUNK;
        }
        self.byte += skipped;
        // The last chunk may have ended within a character.
        for byte in &rest[skipped..] {
            if begins(byte) {
                if self.point >= point {
                    return;
                }
                self.point += 1;
            }
            self.byte += 1;
        }
    }

    /// Moves on to the end of a span that does not begin before this place, and gives what it covers.
    pub fn cut<'a>(&mut self, text: &'a str, span: Span) -> &'a str {
        self.advance(text, span.start);
        let start = self.byte;
        self.advance(text, span.end);
        &text[start..self.byte]
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Span};

    #[test]
    fn places_stand_where_the_characters_do() {
        let text =
            "Sáng 16/4, hội nghị “Gặp gỡ Việt Nam – Nhật Bản” khai mạc tại Đà Nẵng 🎉. ".repeat(3);
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        for from in (0..starts.len()).step_by(7) {
            for to in from..starts.len() {
                let mut place = Place::default();
                let span = Span::new(u32::try_from(from).unwrap(), u32::try_from(to).unwrap());
                assert_eq!(place.cut(&text, span), &text[starts[from]..starts[to]]);
                assert_eq!(place.point, span.end);
            }
        }
        let mut place = Place::default();
        assert_eq!(place.cut("Huế", Span::new(1, 9)), "uế");
    }
}
