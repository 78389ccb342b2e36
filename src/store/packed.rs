//! Articles on their way into a store: packed small, they wait in a file until all of them agree on ids, so that
//! the store takes each of them once and none has to be replaced.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufWriter, Cursor, Read, Seek, SeekFrom, Write};
use std::path::Path;

use zstd::bulk::{Compressor, Decompressor};

use super::{Home, Store, StoreError};
use crate::graph::ArticleFacts;

const COMPRESSION: i32 = 1;

thread_local! {
    /// What packs and unpacks: kept, since making them costs as much as an article takes.
    static COMPRESSOR: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static DECOMPRESSOR: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// What is kept, made at its first use.
fn kept<T>(slot: &mut Option<T>, make: impl FnOnce() -> io::Result<T>) -> io::Result<&mut T> {
    match slot {
        Some(kept) => Ok(kept),
        None => Ok(slot.insert(make()?)),
    }
}

/// What an article says, in few bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// The number of bytes that come out, and what was packed.
    bytes: Vec<u8>,
}

impl Packed {
    /// Packs what an article says.
    ///
    /// # Errors
    /// If it is too much.
    pub fn new(facts: &ArticleFacts) -> io::Result<Self> {
        let content = facts.to_bytes();
        let length = u32::try_from(content.len()).map_err(io::Error::other)?;
        let packed = COMPRESSOR.with_borrow_mut(|slot| {
            kept(slot, || Compressor::new(COMPRESSION))?.compress(&content)
        })?;
        let bytes = [&length.to_le_bytes(), &packed[..]].concat();
        Ok(Self { bytes })
    }

    /// What the article says.
    ///
    /// # Errors
    /// If the bytes are none that [`new`](Self::new) made.
    pub fn facts(&self) -> io::Result<ArticleFacts> {
        let damaged = || io::Error::other("a packed article is damaged");
        let (length, packed) = self.bytes.split_first_chunk().ok_or_else(damaged)?;
        let length = u32::from_le_bytes(*length) as usize;
        let content = DECOMPRESSOR
            .with_borrow_mut(|slot| kept(slot, Decompressor::new)?.decompress(packed, length))?;
        ArticleFacts::from_bytes(&content).ok_or_else(damaged)
    }
}

/// Packed articles in a file that is gone when they are read or dropped, or in memory.
#[derive(Debug)]
pub struct Waiting {
    kept: Kept,
    /// Where each begins; one more at the end.
    places: Vec<u64>,
}

#[derive(Debug)]
enum Kept {
    File(BufWriter<File>),
    Memory(Vec<u8>),
}

/// What is read at any place.
trait Reading: Read + Seek + Send {}

impl<T: Read + Seek + Send> Reading for T {}

impl Waiting {
    /// Nothing waits yet; the file will lie in a folder, under no name.
    fn in_folder(folder: &Path) -> io::Result<Self> {
        let file = BufWriter::new(tempfile::tempfile_in(folder)?);
        Ok(Self {
            kept: Kept::File(file),
            places: vec![0],
        })
    }

    /// Nothing waits yet; it will be in memory.
    fn in_memory() -> Self {
        Self {
            kept: Kept::Memory(Vec::new()),
            places: vec![0],
        }
    }

    /// Adds one.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn push(&mut self, packed: &Packed) -> io::Result<()> {
        let out: &mut dyn Write = match &mut self.kept {
            Kept::File(file) => file,
            Kept::Memory(bytes) => bytes,
        };
        out.write_all(&packed.bytes)?;
        let end = self.places[self.places.len() - 1] + packed.bytes.len() as u64;
        self.places.push(end);
        Ok(())
    }

    /// Those that came at these places in the order of coming, one after the other.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn read(
        self,
        order: Vec<usize>,
    ) -> io::Result<impl Iterator<Item = io::Result<Packed>> + Send> {
        let Self { kept, places } = self;
        let mut kept: Box<dyn Reading> = match kept {
            Kept::File(file) => Box::new(file.into_inner().map_err(|error| error.into_error())?),
            Kept::Memory(bytes) => Box::new(Cursor::new(bytes)),
        };
        Ok(order.into_iter().map(move |place| {
            let [start, end] = [places[place], places[place + 1]];
            kept.seek(SeekFrom::Start(start))?;
            let mut bytes = Vec::new();
            (&mut kept).take(end - start).read_to_end(&mut bytes)?;
            Ok(Packed { bytes })
        }))
    }
}

impl Store {
    /// Where articles wait until all of them can be loaded at once.
    ///
    /// # Errors
    /// If the file cannot be made.
    pub fn waiting(&self) -> Result<Waiting, StoreError> {
        let folder = match &self.home {
            Home::Memory => return Ok(Waiting::in_memory()),
            Home::File(path) => {
                let folder = path.parent();
                folder.filter(|folder| !folder.as_os_str().is_empty())
            }
            #[cfg(feature = "rocksdb")]
            Home::Folder(folder) => Some(folder.path()),
        };
        let waiting = Waiting::in_folder(folder.unwrap_or(Path::new(".")));
        waiting.map_err(|error| self.failed(error.into()))
    }

    /// The places of new articles in the order in which they are best loaded.
    pub fn loading_order<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Vec<usize> {
        match &self.home {
            Home::Memory | Home::File(_) => ids.enumerate().map(|(place, _)| place).collect(),
            #[cfg(feature = "rocksdb")]
            Home::Folder(_) => {
                let ranks = ids.map(|id| super::rocksdb::rank(&self.iris.article(id)));
                let mut ranked: Vec<(u128, usize)> = ranks.zip(0..).collect();
                ranked.sort_unstable();
                ranked.into_iter().map(|(_, place)| place).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture;

    #[test]
    fn articles_come_back_as_they_went() {
        let folder = tempfile::tempdir().unwrap();
        let articles = [fixture::conference(), fixture::appointment()];
        let facts = articles.map(|article| ArticleFacts::from(&article));
        for mut waiting in [
            Waiting::in_folder(folder.path()).unwrap(),
            Waiting::in_memory(),
        ] {
            for facts in &facts {
                waiting.push(&Packed::new(facts).unwrap()).unwrap();
            }
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
            let read = waiting.read(vec![1, 0]).unwrap();
            let read = read.map(|packed| packed.unwrap().facts().unwrap());
            assert!(read.eq(facts.iter().rev().cloned()));
        }
        for damaged in [&[1, 2, 3][..], &[9, 0, 0, 0, 1, 2]] {
            let bytes = damaged.to_vec();
            assert!(Packed { bytes }.facts().is_err());
        }
    }
}
