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
    /// Seconds of computing that a PDF takes in a process of its own.
    pub pdf_seconds: u32,
}

impl Limits {
    /// Refuses a document of so many bytes if they are too many.
    pub(super) fn check(self, bytes: u64) -> io::Result<()> {
        if bytes <= self.document {
            return Ok(());
        }
        Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            format!(
                "is larger than {} bytes, the limit for one document; --max-document raises it",
                self.document
            ),
        ))
    }

    /// Bytes of memory that a PDF takes in a process of its own: its streams are held unpacked, their
    /// parts one by one.
    #[cfg(feature = "pdf")]
    pub(super) fn pdf_memory(self) -> u64 {
        (2 << 30) + self.document.saturating_mul(4)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            document: 256 << 20,
            unpacked: 32 << 30,
            pdf_seconds: 60,
        }
    }
}

/// Parts of one archive that are looked at.
pub(super) const PARTS: usize = 1_000_000;

/// Bytes that may still be read.
#[derive(Debug, Clone)]
pub(super) struct Budget {
    left: Rc<Cell<u64>>,
    spent: &'static str,
}

impl Budget {
    /// What one input may unpack to.
    pub(super) fn unpacked(limits: Limits) -> Self {
        Self {
            left: Rc::new(Cell::new(limits.unpacked)),
            spent: "unpacks to more than --max-unpacked allows; raise it if the input is trusted",
        }
    }

    /// What one row of a table may take.
    pub(super) fn row(limits: Limits) -> Self {
        Self {
            left: Rc::new(Cell::new(limits.document)),
            spent: "a row is longer than the limit for one document; --max-document raises it",
        }
    }

    /// Begins anew.
    pub(super) fn refill(&self, bytes: u64) {
        self.left.set(bytes);
    }

    /// The same stream, which fails when the budget is spent.
    pub(super) fn watch<R: Read>(&self, inner: R) -> Watched<R> {
        Watched {
            inner,
            budget: self.clone(),
        }
    }
}

/// A stream that counts against a budget.
pub(super) struct Watched<R> {
    inner: R,
    budget: Budget,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let left = self.budget.left.get().checked_sub(count as u64);
        let left = left.ok_or_else(|| io::Error::other(self.budget.spent))?;
        self.budget.left.set(left);
        Ok(count)
    }
}

/// How many bytes are read at first.
const STEP: usize = 64 << 10;

/// All bytes of a stream, behind those read already, if they are not too many.
pub(super) fn read_whole(
    mut bytes: Vec<u8>,
    mut stream: impl Read,
    limits: Limits,
) -> io::Result<Vec<u8>> {
    loop {
        limits.check(bytes.len() as u64)?;
        // Room for twice as much, but never beyond the limit, which may be most of the memory.
        let room = (limits.document + 1).saturating_sub(bytes.len() as u64);
        let room = room.min(bytes.len().max(STEP) as u64);
        bytes.reserve_exact(usize::try_from(room).unwrap_or(0));
        if (stream.by_ref().take(room).read_to_end(&mut bytes)? as u64) < room {
            return Ok(bytes);
        }
    }
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
