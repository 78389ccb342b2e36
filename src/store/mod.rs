//! Keeps quads: in memory with a snapshot file, or on disk.

mod article;
#[cfg(test)]
mod build_order_tests;
#[cfg(any(test, feature = "rocksdb"))]
mod bulk;
mod bytes;
mod counts;
mod dataset;
mod decoder;
mod entities;
mod error;
mod folder;
#[cfg(all(test, feature = "rocksdb"))]
mod folder_tests;
mod lock;
mod names;
mod open;
mod order;
mod packed;
mod parts;
mod readings;
#[cfg(feature = "rocksdb")]
mod rocksdb;
mod rows;
mod snapshot;
mod statements;
#[cfg(test)]
mod statements_tests;
mod stories;
mod table;
mod terms;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use oxigraph::model::{GraphName, NamedNode, NamedNodeRef, Quad};
use oxigraph::store::StorageError;

use crate::rdf::Iris;
use lock::Lock;
use names::{Loaded, Named};

pub use article::StoredArticle;
pub use counts::Counts;
pub use error::StoreError;
pub use open::Kind;
pub use packed::{Packed, Waiting};
pub use parts::Numbers;
pub use readings::resolved_quads;
pub use statements::{Quads, Selection, Statements};

/// Version of the file format and of the shape of the data; another one is refused.
pub const FORMAT: u32 = 1;

/// An open store. Changes last only from [`commit`](Self::commit) on.
pub struct Store {
    statements: Statements,
    iris: Iris,
    home: Home,
    writable: bool,
    /// What was named since the last commit.
    named: Named,
    /// Released last, when the store is closed.
    _lock: Option<Lock>,
}

/// Where a store is kept.
#[derive(Debug)]
enum Home {
    /// Nowhere.
    Memory,
    /// In one file.
    File(PathBuf),
    /// On disk, by RocksDB.
    #[cfg(feature = "rocksdb")]
    Folder(rocksdb::Folder),
}

impl Store {
    /// Where its IRIs begin.
    pub fn iris(&self) -> &Iris {
        &self.iris
    }

    /// All it holds, also what is kept only for the next build.
    pub fn statements(&self) -> &Statements {
        &self.statements
    }

    /// Number of quads.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn quad_count(&self) -> Result<usize, StoreError> {
        self.statements.len().map_err(|source| self.failed(source))
    }

    /// Whether it holds no quads.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        let is_empty = self.statements.is_empty();
        is_empty.map_err(|source| self.failed(source))
    }

    /// All quads, in no order, without what is kept only for the next build.
    pub fn quads(&self) -> impl Iterator<Item = Result<Quad, StoreError>> {
        let readings = GraphName::from(self.iris.readings_graph());
        let quads = self.statements.iter();
        quads
            .filter(move |quad| !matches!(quad, Ok(quad) if quad.graph_name == readings))
            .map(|quad| quad.map_err(|source| self.failed(source)))
    }

    /// The quads of one graph, in no order.
    pub fn graph_quads(
        &self,
        graph: NamedNodeRef<'_>,
    ) -> impl Iterator<Item = Result<Quad, StoreError>> {
        let graph = Some(graph.into());
        let quads = self.statements.quads_for_pattern(None, None, None, graph);
        quads.map(|quad| quad.map_err(|source| self.failed(source)))
    }

    /// Replaces a graph, for example that of the ontology, by `quads`, which must be of that graph.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written.
    pub fn replace_graph(&mut self, graph: &NamedNode, quads: &[Quad]) -> Result<(), StoreError> {
        self.begin_change()?;
        let changed = self.swap_graph(graph, quads);
        changed.map_err(|source| self.failed(source))
    }

    /// Removes a graph; says whether there was one.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written.
    pub fn remove_graph(&mut self, graph: &NamedNode) -> Result<bool, StoreError> {
        let known = self.statements.contains_named_graph(graph);
        let known = known.map_err(|source| self.failed(source))?;
        if known {
            self.replace_graph(graph, &[])?;
        }
        Ok(known)
    }

    /// Adds the quads of many new articles at once, which is faster than one article at a time. None
    /// of these articles may be in the store already.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written.
    pub fn bulk_load(&mut self, quads: impl IntoIterator<Item = Quad>) -> Result<(), StoreError> {
        if self.named.loaded.is_none() && self.is_empty()? {
            self.named.loaded = Some(Loaded::default());
        }
        self.begin_change()?;
        let ontology = GraphName::from(self.iris.ontology_graph());
        let named = &mut self.named;
        let quads = quads
            .into_iter()
            .inspect(|quad| named.note_loaded(quad.as_ref(), ontology.as_ref()));
        let readings = GraphName::from(self.iris.readings_graph());
        let loaded = self.statements.add(quads, Some(&readings));
        // Before anything else is written, which would wait for RocksDB to do the same work more slowly.
        #[cfg(feature = "rocksdb")]
        let loaded = loaded.and_then(|()| self.statements.compact());
        loaded.map_err(|source| self.failed(source))
    }

    /// Makes all changes last: on disk the new state appears whole or not at all.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written; on disk it then stays as it was.
    pub fn commit(&mut self) -> Result<(), StoreError> {
        self.begin_change()?;
        let updated = self.update_entities();
        updated.map_err(|source| self.failed(source))?;
        match &mut self.home {
            Home::Memory => Ok(()),
            Home::File(path) => {
                let path = path.clone();
                self.write_snapshot(&path)
            }
            #[cfg(feature = "rocksdb")]
            Home::Folder(folder) => folder.finish_change(&self.statements, &self.iris),
        }
    }

    fn begin_change(&mut self) -> Result<(), StoreError> {
        match &mut self.home {
            _ if !self.writable => Err(StoreError::ReadOnly),
            #[cfg(feature = "rocksdb")]
            Home::Folder(folder) => {
                if let Some(copy) = folder.begin_change(&self.statements)? {
                    self.statements = copy;
                }
                Ok(())
            }
            Home::Memory | Home::File(_) => Ok(()),
        }
    }

    fn swap_graph(&mut self, graph: &NamedNode, quads: &[Quad]) -> Result<(), StorageError> {
        let name = Some(graph.into());
        let old = self.statements.select(None, name)?;
        for quad in old.iter().chain(quads.iter().map(Quad::as_ref)) {
            self.named.note(quad);
        }
        self.statements.replace_graph(graph, quads)
    }

    fn write_snapshot(&self, path: &Path) -> Result<(), StoreError> {
        match self.statements.table() {
            Some(table) => snapshot::write(self.iris.base(), table, path),
            // Only a folder keeps them elsewhere.
            None => Ok(()),
        }
    }

    fn failed(&self, source: StorageError) -> StoreError {
        let path = match &self.home {
            Home::Memory => PathBuf::from("-"),
            Home::File(path) => path.clone(),
            #[cfg(feature = "rocksdb")]
            Home::Folder(folder) => folder.path().to_owned(),
        };
        StoreError::Backend { path, source }
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut store = f.debug_struct("Store");
        store
            .field("home", &self.home)
            .field("iris", &self.iris)
            .finish_non_exhaustive()
    }
}
