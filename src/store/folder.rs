//! Tells a folder that is a store from one that is not.

use std::fs;
use std::io;
use std::path::Path;

#[cfg(not(feature = "rocksdb"))]
use super::Store;
use super::{StoreError, snapshot};
use crate::rdf::Iris;

/// File that names format, version and base; a folder without it is no store.
pub(super) const NAME: &str = "ngoaivu-store";

/// Checks that a folder is a store of this format and says where its IRIs begin, and in which folder
/// the quads are.
pub(super) fn read_name(path: &Path) -> Result<(Iris, String), StoreError> {
    let name = path.join(NAME);
    let text = fs::read_to_string(&name).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => StoreError::NotAStore {
            path: path.to_owned(),
        },
        _ => StoreError::Io {
            action: "read",
            path: name,
            source,
        },
    })?;
    let mut lines = text.lines();
    let mut line = || lines.next().unwrap_or_default();
    snapshot::check_first_line(line(), path)?;
    let iris = Iris::new(line()).map_err(|error| StoreError::Damaged {
        path: path.to_owned(),
        damage: error.to_string(),
    })?;
    Ok((iris, line().to_owned()))
}

/// Says which build is needed, or that the folder is something else.
#[cfg(not(feature = "rocksdb"))]
pub(super) fn open(path: &Path) -> Result<Store, StoreError> {
    read_name(path)?;
    Err(StoreError::NeedsRocksDb {
        path: path.to_owned(),
    })
}

/// Says which build is needed, or that the folder is something else.
#[cfg(not(feature = "rocksdb"))]
pub(super) fn open_for_update(path: &Path, _: &Iris) -> Result<Store, StoreError> {
    if path.exists() {
        read_name(path)?;
    }
    Err(StoreError::NeedsRocksDb {
        path: path.to_owned(),
    })
}
