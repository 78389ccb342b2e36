//! Opens stores: for reading, for update, in memory.

use std::fs;
use std::path::Path;

#[cfg(not(feature = "rocksdb"))]
use super::folder;
use super::lock::Lock;
use super::names::Named;
#[cfg(feature = "rocksdb")]
use super::rocksdb as folder;
use super::snapshot::{Snapshot, beside};
use super::{Home, Statements, Store, StoreError};
use crate::rdf::Iris;

/// How a store is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// In one file, which is read into memory.
    File,
    /// In a folder, for graphs larger than memory; needs the feature `rocksdb`.
    Folder,
}

impl Kind {
    /// The kind of what is at `path`; where nothing is, a folder for a path that ends in a slash and
    /// for a program built with the feature `rocksdb`, else a file.
    pub fn of(path: &Path) -> Self {
        let slash = path.to_string_lossy().ends_with(std::path::is_separator);
        let new = || slash || cfg!(feature = "rocksdb");
        let is_folder = fs::metadata(path).map_or_else(|_| new(), |there| there.is_dir());
        if is_folder { Self::Folder } else { Self::File }
    }
}

impl Store {
    /// An empty store that is kept nowhere.
    pub fn in_memory(iris: Iris) -> Self {
        Self::new(Statements::default(), iris, Home::Memory, None)
    }

    /// Opens a store for reading.
    ///
    /// # Errors
    /// If there is none, or it cannot be read.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        match fs::metadata(path) {
            Ok(there) if there.is_dir() => folder::open(path),
            _ => Self::load(path, Snapshot::read(path)?, None),
        }
    }

    /// Opens a store for update, and makes one where there is none. No other process can open it for
    /// update until it is dropped.
    ///
    /// # Errors
    /// If it cannot be read or written, is in use, or its IRIs have another base.
    pub fn open_for_update(path: &Path, iris: &Iris, kind: Kind) -> Result<Self, StoreError> {
        let store = match kind {
            Kind::Folder => folder::open_for_update(path, iris)?,
            Kind::File => {
                let lock = beside(path, ".lock");
                let lock = Lock::exclusive(&lock, path)?.remove_when_dropped(&lock);
                match Snapshot::read(path) {
                    Ok(snapshot) => Self::load(path, snapshot, Some(lock))?,
                    Err(StoreError::NotFound { .. }) => {
                        let home = Home::File(path.to_owned());
                        Self::new(Statements::default(), iris.clone(), home, Some(lock))
                    }
                    Err(error) => return Err(error),
                }
            }
        };
        if store.iris == *iris {
            Ok(store)
        } else {
            Err(StoreError::OtherBase {
                path: path.to_owned(),
                theirs: store.iris.base().to_owned(),
                ours: iris.base().to_owned(),
            })
        }
    }

    fn load(path: &Path, snapshot: Snapshot, lock: Option<Lock>) -> Result<Self, StoreError> {
        let Snapshot { base, table } = snapshot;
        let iris = Iris::new(&base).map_err(|error| StoreError::Damaged {
            path: path.to_owned(),
            damage: error.to_string(),
        })?;
        let home = Home::File(path.to_owned());
        Ok(Self::new(table.into(), iris, home, lock))
    }

    fn new(statements: Statements, iris: Iris, home: Home, lock: Option<Lock>) -> Self {
        Self {
            statements,
            iris,
            writable: lock.is_some() || matches!(home, Home::Memory),
            home,
            named: Named::default(),
            _lock: lock,
        }
    }
}
