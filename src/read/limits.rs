//! Keeps what is read of one input within bounds, however much a small archive unpacks to.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

/// How much is read at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one document or record.
    pub document: u64,
    /// Bytes that one input unpacks to, all its parts together.
    pub unpacked: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            document: 256 << 20,
            unpacked: 32 << 30,
        }
    }
}

/// Parts of one archive that are looked at.
pub(super) const PARTS: usize = 1_000_000;

/// Bytes that one input may still unpack to.
#[derive(Debug, Clone)]
pub(super) struct Budget(Rc<Cell<u64>>);

impl Budget {
    pub(super) fn new(limits: Limits) -> Self {
        Self(Rc::new(Cell::new(limits.unpacked)))
    }

    /// The same stream, which fails when the budget is spent.
    pub(super) fn watch<R: Read>(&self, inner: R) -> Watched<R> {
        Watched {
            inner,
            left: Rc::clone(&self.0),
        }
    }
}

/// A stream that counts against a budget.
pub(super) struct Watched<R> {
    inner: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let left = self.left.get().checked_sub(count as u64);
        let left = left.ok_or_else(|| {
            io::Error::other(
                "unpacks to more than --max-unpacked allows; raise it if the input is trusted",
            )
        })?;
        self.left.set(left);
        Ok(count)
    }
}

/// All bytes of a stream, behind those read already, if they are not too many.
pub(super) fn read_whole(
    mut bytes: Vec<u8>,
    stream: impl Read,
    limits: Limits,
) -> io::Result<Vec<u8>> {
    let room = (limits.document + 1).saturating_sub(bytes.len() as u64);
    stream.take(room).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits.document {
        return Err(io::Error::other(format!(
            "is larger than {} bytes, the limit for one document; --max-document raises it",
            limits.document
        )));
    }
    Ok(bytes)
}

/// The next line with its end, if it is not too long; a line that is gets read to its end and lost.
pub(super) fn read_line(source: &mut impl BufRead, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    if source.take(limit).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() as u64 == limit && line.last() != Some(&b'\n') {
        skip_line(source)?;
        return Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            format!(
                "the line is longer than {limit} bytes, the limit for one document; --max-document raises it"
            ),
        ));
    }
    Ok(Some(line))
}

fn skip_line(source: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = source.fill_buf()?;
        let end = buffer.iter().position(|&byte| byte == b'\n');
        let used = end.map_or(buffer.len(), |at| at + 1);
        source.consume(used);
        if end.is_some() || used == 0 {
            return Ok(());
        }
    }
}
