//! Text on its way to an output, gathered into large pieces.

use std::io::{self, Write};

/// Bytes gathered before they are written.
const CHUNK: usize = 1 << 17;

/// Gathers what is written to it; [`turn`](Page::turn) hands it on where enough has come together.
#[derive(Debug)]
pub(super) struct Page<'w, W> {
    /// What is still here.
    pub(super) text: String,
    writer: &'w mut W,
}

impl<'w, W: Write> Page<'w, W> {
    pub(super) fn new(writer: &'w mut W) -> Self {
        Self {
            text: String::with_capacity(2 * CHUNK),
            writer,
        }
    }

    /// Writes what has come together if that is enough to be worth it.
    pub(super) fn turn(&mut self) -> io::Result<()> {
        if self.text.len() >= CHUNK {
            self.writer.write_all(self.text.as_bytes())?;
            self.text.clear();
        }
        Ok(())
    }

    /// Writes the rest.
    pub(super) fn finish(self) -> io::Result<()> {
        self.writer.write_all(self.text.as_bytes())
    }
}

/// Appends a whole number.
pub(super) fn push_number(text: &mut String, number: u64) {
    let mut digits = [0_u8; 20];
    let mut rest = number;
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    text.extend(digits[start..].iter().map(|&digit| char::from(digit)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_whole() {
        let mut text = String::new();
        for number in [0, 7, 10, u64::MAX] {
            push_number(&mut text, number);
            text.push(' ');
        }
        assert_eq!(text, "0 7 10 18446744073709551615 ");
    }
}
