//! Graphs on their way into a folder: packed small, they wait in a file until all articles agree on ids,
//! so that the folder takes each of them once and none has to be replaced.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
#[cfg(any(test, feature = "rocksdb"))]
use std::path::Path;

use oxigraph::model::Quad;

use super::bytes::{Reader, Writer};
use super::table::Table;
use super::terms::TooLarge;
use super::{Home, Store, StoreError, snapshot};

const COMPRESSION: i32 = 1;

/// Quads in few bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    bytes: Vec<u8>,
}

impl Packed {
    /// Packs quads, in no order.
    ///
    /// # Errors
    /// If they are too many.
    pub fn new(quads: Vec<Quad>) -> io::Result<Self> {
        let too_large = |_: TooLarge| snapshot::too_large();
        let mut table = Table::default();
        table.add(quads).map_err(too_large)?;
        let mut content = Writer::default();
        table.write(&mut content).map_err(too_large)?;
        let bytes = zstd::bulk::compress(&content.bytes, COMPRESSION)?;
        Ok(Self { bytes })
    }

    /// The quads, each once.
    ///
    /// # Errors
    /// If the bytes are none that [`new`](Self::new) made.
    pub fn quads(&self) -> io::Result<Vec<Quad>> {
        let content = zstd::decode_all(self.bytes.as_slice())?;
        let table = Table::read(&mut Reader::new(&content)).map_err(io::Error::other)?;
        let quads = table.rows().iter().filter_map(|row| table.quad(row));
        Ok(quads.map(|quad| quad.into_owned()).collect())
    }
}

/// Packed graphs in a file that is gone when they are read or dropped.
#[derive(Debug)]
pub struct Waiting {
    file: BufWriter<File>,
    count: usize,
}

impl Waiting {
    /// Nothing waits yet; the file will lie in a folder, under no name.
    #[cfg(any(test, feature = "rocksdb"))]
    pub(super) fn in_folder(folder: &Path) -> io::Result<Self> {
        let file = BufWriter::new(tempfile::tempfile_in(folder)?);
        Ok(Self { file, count: 0 })
    }

    /// Adds one.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn push(&mut self, packed: &Packed) -> io::Result<()> {
        let length = packed.bytes.len() as u64;
        self.file.write_all(&length.to_le_bytes())?;
        self.file.write_all(&packed.bytes)?;
        self.count += 1;
        Ok(())
    }

    /// All of them, in the order of coming.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn read(self) -> io::Result<impl Iterator<Item = io::Result<Packed>>> {
        let mut file = self.file.into_inner().map_err(|error| error.into_error())?;
        file.rewind()?;
        let mut file = BufReader::new(file);
        Ok((0..self.count).map(move |_| {
            let mut length = [0; 8];
            file.read_exact(&mut length)?;
            let mut bytes = Vec::new();
            let length = u64::from_le_bytes(length);
            (&mut file).take(length).read_to_end(&mut bytes)?;
            Ok(Packed { bytes })
        }))
    }
}

impl Store {
    /// Where graphs wait until all of them can be loaded at once; none where replacing one is cheap.
    ///
    /// # Errors
    /// If the file cannot be made.
    pub fn waiting(&self) -> Result<Option<Waiting>, StoreError> {
        match &self.home {
            Home::Memory | Home::File(_) => Ok(None),
            #[cfg(feature = "rocksdb")]
            Home::Folder(folder) => {
                let waiting = Waiting::in_folder(folder.path());
                waiting.map(Some).map_err(|error| self.failed(error.into()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{ArticleFacts, fixture};
    use crate::rdf::{Iris, Mapping};

    #[test]
    fn graphs_come_back_from_the_file_as_they_went() {
        let folder = tempfile::tempdir().unwrap();
        let mut waiting = Waiting::in_folder(folder.path()).unwrap();
        let mapping = Mapping::new(Iris::default(), &[]);
        let articles = [fixture::conference(), fixture::appointment()];
        let facts = articles.map(|article| ArticleFacts::from(&article));
        for facts in &facts {
            let packed = Packed::new(mapping.article_quads(facts)).unwrap();
            waiting.push(&packed).unwrap();
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        let read = waiting.read().unwrap().map(|packed| {
            let quads = packed.unwrap().quads().unwrap();
            mapping.read_article(quads).unwrap()
        });
        assert_eq!(read.collect::<Vec<_>>(), facts);
        let damaged = Packed {
            bytes: vec![1, 2, 3],
        };
        assert!(damaged.quads().is_err());
    }
}
