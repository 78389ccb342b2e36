//! A store in a folder: RocksDB below, a lock, and a mark of unfinished work.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use oxigraph::store::StorageError;

use super::folder::{NAME, read_name};
use super::lock::Lock;
use super::{Home, Store, StoreError, snapshot};
use crate::rdf::Iris;

/// File that is there while changes are on their way.
const UNFINISHED: &str = "unfinished";
const LOCK: &str = "lock";
const QUADS: &str = "quads";

/// The folder of a store.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
}

impl Folder {
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Leaves a mark, so that the next build knows if this one did not end.
    pub(super) fn begin_change(&self) -> Result<(), StoreError> {
        let path = self.path.join(UNFINISHED);
        match File::create(&path) {
            Ok(_) => Ok(()),
            Err(error) => Err(failed("write", &path, error)),
        }
    }

    /// Takes the mark away.
    pub(super) fn finish_change(&self) -> Result<(), StoreError> {
        let path = self.path.join(UNFINISHED);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(failed("write", &path, error))
            }
            _ => Ok(()),
        }
    }
}

/// Opens the store in a folder for reading.
pub(super) fn open(path: &Path) -> Result<Store, StoreError> {
    let iris = read_name(path)?;
    let lock = Lock::shared(&path.join(LOCK), path)?;
    let oxigraph = oxigraph::store::Store::open_read_only(path.join(QUADS));
    store(path, iris, oxigraph, lock, false)
}

/// Opens the store in a folder for update, or makes one where there is no folder or an empty one.
pub(super) fn open_for_update(path: &Path, iris: &Iris) -> Result<Store, StoreError> {
    fs::create_dir_all(path).map_err(|error| failed("write", path, error))?;
    let mut inside = fs::read_dir(path).map_err(|error| failed("read", path, error))?;
    if inside.next().is_none() {
        write_name(path, iris).map_err(|error| failed("write", path, error))?;
    }
    let iris = read_name(path)?;
    let lock = Lock::exclusive(&path.join(LOCK), path)?;
    let oxigraph = oxigraph::store::Store::open(path.join(QUADS));
    let mut store = store(path, iris, oxigraph, Some(lock), true)?;
    if path.join(UNFINISHED).exists() {
        let suspected = store.suspect_entities();
        suspected.map_err(|source| store.failed(source))?;
    }
    Ok(store)
}

fn store(
    path: &Path,
    iris: Iris,
    oxigraph: Result<oxigraph::store::Store, StorageError>,
    lock: Option<Lock>,
    writable: bool,
) -> Result<Store, StoreError> {
    let path = path.to_owned();
    let oxigraph = oxigraph.map_err(|source| StoreError::Backend {
        path: path.clone(),
        source,
    })?;
    Ok(Store {
        statements: oxigraph.into(),
        iris,
        home: Home::Folder(Folder { path }),
        writable,
        renamed: BTreeSet::new(),
        _lock: lock,
    })
}

fn write_name(path: &Path, iris: &Iris) -> io::Result<()> {
    let mut name = tempfile::NamedTempFile::new_in(path)?;
    writeln!(name, "{}\n{}", snapshot::first_line(), iris.base())?;
    name.as_file().sync_all()?;
    name.persist(path.join(NAME))?;
    Ok(())
}

fn failed(action: &'static str, path: &Path, source: io::Error) -> StoreError {
    StoreError::Io {
        action,
        path: path.to_owned(),
        source,
    }
}
