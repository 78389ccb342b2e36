//! A store in a folder: RocksDB below, and a lock. What was last committed is not touched by a build:
//! changes go into a copy, which takes its place in one step.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use oxigraph::model::NamedNode;
use oxigraph::store::{StorageError, Store as Oxigraph};
use siphasher::sip128::SipHasher24;

use super::folder::{NAME, read_name};
use super::lock::Lock;
use super::names::Named;
use super::snapshot::{self, beside, keep_folder};
use super::{Home, Statements, Store, StoreError};
use crate::rdf::Iris;

const LOCK: &str = "lock";
/// The folders of quads, of which one holds what was last committed and the other what comes next.
const QUADS: [&str; 2] = ["quads", "quads-2"];
/// Behind the name of what is on its way: of ours a file, of RocksDB a copy.
const DRAFT: [&str; 2] = [".draft", ".tmp"];

/// The folder of a store.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    /// Which of the folders of quads holds what was last committed.
    committed: usize,
    is_changing: bool,
}

impl Folder {
    fn new(path: &Path, committed: usize) -> Self {
        Self {
            path: path.to_owned(),
            committed,
            is_changing: false,
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The copy of what was committed that all changes go into, when there is none yet.
    pub(super) fn begin_change(
        &mut self,
        committed: &Statements,
    ) -> Result<Option<Statements>, StoreError> {
        if self.is_changing {
            return Ok(None);
        }
        self.clear_draft()?;
        let draft = self.draft();
        let copied = committed.copy(&draft);
        let copy = copied.map_err(|source| self.failed(source))?;
        self.is_changing = true;
        Ok(Some(copy))
    }

    /// Puts the copy in the place of what was committed before.
    pub(super) fn finish_change(
        &mut self,
        changed: &Statements,
        iris: &Iris,
    ) -> Result<(), StoreError> {
        changed.flush().map_err(|source| self.failed(source))?;
        let next = 1 - self.committed;
        write_name(&self.path, iris, next)?;
        self.committed = next;
        self.is_changing = false;
        // What stays behind goes when the next build begins.
        let _ = self.clear_draft();
        Ok(())
    }

    fn quads(&self) -> PathBuf {
        self.path.join(QUADS[self.committed])
    }

    fn draft(&self) -> PathBuf {
        self.path.join(QUADS[1 - self.committed])
    }

    /// Removes what a build that did not end left behind.
    fn clear_draft(&self) -> Result<(), StoreError> {
        let draft = self.draft();
        remove(&beside(&draft, DRAFT[1]))?;
        remove(&draft)
    }

    pub(super) fn failed(&self, source: StorageError) -> StoreError {
        StoreError::Backend {
            path: self.path.clone(),
            source,
        }
    }
}

/// Where oxigraph keeps a graph among the others in RocksDB: by its hash. What is loaded in this order fills three
/// of the six indexes of quads from one end to the other, so that nothing in them has to be merged. A version of
/// oxigraph that goes by another hash would only load more slowly.
pub(super) fn rank(graph: &NamedNode) -> u128 {
    SipHasher24::new().hash(graph.as_str().as_bytes()).as_u128()
}

/// Opens the store in a folder for reading.
pub(super) fn open(path: &Path) -> Result<Store, StoreError> {
    let lock = Lock::shared(&path.join(LOCK), path)?;
    if !path.join(NAME).exists() {
        check_empty(path)?;
        let path = path.to_owned();
        return Err(StoreError::NotFound { path });
    }
    let (folder, iris) = named(path)?;
    let oxigraph = Oxigraph::open_read_only(folder.quads());
    store(folder, iris, oxigraph, lock, false)
}

/// Opens the store in a folder for update, or makes one where there is no folder or an empty one.
pub(super) fn open_for_update(path: &Path, iris: &Iris) -> Result<Store, StoreError> {
    fs::create_dir_all(path).map_err(|error| failed("write", path, error))?;
    if !path.join(NAME).exists() {
        check_empty(path)?;
    }
    let lock = Lock::exclusive(&path.join(LOCK), path)?;
    if !path.join(NAME).exists() {
        make(path, iris)?;
    }
    let (folder, iris) = named(path)?;
    folder.clear_draft()?;
    let oxigraph = Oxigraph::open(folder.quads());
    store(folder, iris, oxigraph, Some(lock), true)
}

fn store(
    folder: Folder,
    iris: Iris,
    oxigraph: Result<Oxigraph, StorageError>,
    lock: Option<Lock>,
    writable: bool,
) -> Result<Store, StoreError> {
    Ok(Store {
        statements: oxigraph.map_err(|source| folder.failed(source))?.into(),
        iris,
        home: Home::Folder(folder),
        writable,
        named: Named::default(),
        _lock: lock,
    })
}

/// The folder of a store, and where its IRIs begin.
fn named(path: &Path) -> Result<(Folder, Iris), StoreError> {
    let (iris, quads) = read_name(path)?;
    let known = QUADS.iter().position(|known| *known == quads);
    match known {
        Some(committed) => Ok((Folder::new(path, committed), iris)),
        None => Err(StoreError::Damaged {
            path: path.to_owned(),
            damage: format!("its file {NAME} does not say where the quads are"),
        }),
    }
}

/// Makes an empty store. Its name comes last: a folder without it is no store yet.
fn make(path: &Path, iris: &Iris) -> Result<(), StoreError> {
    let folder = Folder::new(path, 0);
    remove(&folder.quads())?;
    Oxigraph::open(folder.quads()).map_err(|source| folder.failed(source))?;
    write_name(path, iris, folder.committed)
}

/// Refuses a folder in which something else lies than what is left of a store that was being made.
fn check_empty(path: &Path) -> Result<(), StoreError> {
    let read = |error| failed("read", path, error);
    let name = beside(Path::new(NAME), DRAFT[0]);
    let ours = [OsStr::new(LOCK), OsStr::new(QUADS[0]), name.as_os_str()];
    for entry in fs::read_dir(path).map_err(read)? {
        let name = entry.map_err(read)?.file_name();
        if !ours.contains(&name.as_os_str()) {
            return Err(StoreError::NotAStore {
                path: path.to_owned(),
            });
        }
    }
    Ok(())
}

fn write_name(path: &Path, iris: &Iris, committed: usize) -> Result<(), StoreError> {
    let name = path.join(NAME);
    let draft = beside(&name, DRAFT[0]);
    let written = File::create(&draft).and_then(|mut file| {
        let (base, quads) = (iris.base(), QUADS[committed]);
        writeln!(file, "{}\n{base}\n{quads}", snapshot::first_line())?;
        file.sync_all()?;
        fs::rename(&draft, &name)
    });
    written.map_err(|error| failed("write", &name, error))?;
    keep_folder(&name);
    Ok(())
}

fn remove(folder: &Path) -> Result<(), StoreError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(failed("write", folder, error))
        }
        _ => Ok(()),
    }
}

fn failed(action: &'static str, path: &Path, source: io::Error) -> StoreError {
    StoreError::Io {
        action,
        path: path.to_owned(),
        source,
    }
}
