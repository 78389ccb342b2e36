//! What can go wrong with a store, and what to do about it.

use std::io;
use std::path::PathBuf;

use oxigraph::store::StorageError;

use super::FORMAT;
use crate::rdf::UnreadableGraph;

/// Why a store could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Nothing there.
    #[error("there is no store at {}: make one with `ngoaivu build`", path.display())]
    NotFound {
        /// The store.
        path: PathBuf,
    },
    /// Something else is there.
    #[error(
        "{} is no ngoaivu store: name another path with --store, or move it away",
        path.display()
    )]
    NotAStore {
        /// What was named as store.
        path: PathBuf,
    },
    /// A store of another version of the program.
    #[error(
        "{} was written by ngoaivu {software} in format {format}, and this program reads format \
         {FORMAT}: build the store again from the articles at another path, or use ngoaivu {software}",
        path.display()
    )]
    OtherVersion {
        /// The store.
        path: PathBuf,
        /// Its format.
        format: String,
        /// The version that wrote it.
        software: String,
    },
    /// A damaged store.
    #[error(
        "the store {} is damaged ({damage}): restore it from a copy, or delete it and build again",
        path.display()
    )]
    Damaged {
        /// The store.
        path: PathBuf,
        /// What is wrong.
        damage: String,
    },
    /// A store with other IRIs.
    #[error(
        "the IRIs of {} begin with {theirs}, not {ours}: add `--base-iri {theirs}`, or name another \
         path with --store",
        path.display()
    )]
    OtherBase {
        /// The store.
        path: PathBuf,
        /// Its base.
        theirs: String,
        /// The base asked for.
        ours: String,
    },
    /// Another process is at it.
    #[error("another process is at work on the store {}: wait until it ends", path.display())]
    InUse {
        /// The store.
        path: PathBuf,
    },
    /// A folder, with a program that can't.
    #[error(
        "{} is a store in a folder, which this build of ngoaivu cannot open: install it with \
         `--features rocksdb`, or name a file",
        path.display()
    )]
    NeedsRocksDb {
        /// The store.
        path: PathBuf,
    },
    /// A change to a store that was opened for reading.
    #[error("the store was opened for reading only")]
    ReadOnly,
    /// The file system refused.
    #[error("cannot {action} {}: {source}", path.display())]
    Io {
        /// What was tried: `read`, `write`, `lock`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// oxigraph refused.
    #[error("the store {} does not work: {source}", path.display())]
    Backend {
        /// The store; `-` for one in memory.
        path: PathBuf,
        /// Why not.
        source: StorageError,
    },
    /// An article's graph that does not hold an article.
    #[error("the article {article} in the store cannot be read: {source}; build it again")]
    Article {
        /// The article.
        article: String,
        /// What is wrong.
        source: UnreadableGraph,
    },
}
