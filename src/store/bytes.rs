//! Numbers and strings as bytes of a snapshot, and back with every length checked.

use std::io::{self, Write};

/// What is wrong with the bytes of a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(super) struct Damage(pub(super) &'static str);

/// Writes little-endian numbers and strings with their length.
#[derive(Debug)]
pub(super) struct Writer<W> {
    out: W,
    written: io::Result<()>,
}

impl<W: Write> Writer<W> {
    pub(super) fn new(out: W) -> Self {
        Self {
            out,
            written: Ok(()),
        }
    }

    /// What was written to, unless that failed.
    pub(super) fn finish(self) -> io::Result<W> {
        self.written.map(|()| self.out)
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        if self.written.is_ok() {
            self.written = self.out.write_all(bytes);
        }
    }

    pub(super) fn number(&mut self, number: u32) {
        self.bytes(&number.to_le_bytes());
    }

    pub(super) fn numbers(&mut self, numbers: impl Iterator<Item = u32>) {
        for number in numbers {
            self.number(number);
        }
    }

    pub(super) fn string(&mut self, text: &str) {
        self.number(u32::try_from(text.len()).unwrap_or(u32::MAX));
        self.bytes(text.as_bytes());
    }
}

/// Reads what [`Writer`] wrote.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(super) fn number(&mut self) -> Result<u32, Damage> {
        let (number, rest) = self
            .rest
            .split_first_chunk()
            .ok_or(Damage("it is cut off"))?;
        self.rest = rest;
        Ok(u32::from_le_bytes(*number))
    }

    pub(super) fn numbers(&mut self, count: usize) -> Result<Vec<u32>, Damage> {
        let length = count.checked_mul(4).ok_or(Damage("it is cut off"))?;
        let numbers = self.take(length)?.as_chunks().0.iter();
        Ok(numbers.map(|number| u32::from_le_bytes(*number)).collect())
    }

    pub(super) fn string(&mut self) -> Result<&'a str, Damage> {
        let length = self.number()? as usize;
        let bytes = self.take(length)?;
        std::str::from_utf8(bytes).map_err(|_| Damage("a text is no UTF-8"))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], Damage> {
        let (bytes, rest) = self
            .rest
            .split_at_checked(length)
            .ok_or(Damage("it is cut off"))?;
        self.rest = rest;
        Ok(bytes)
    }
}
