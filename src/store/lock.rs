//! A lock beside a store, so that two builds never write it at once.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;

/// Held while a store is open. The operating system releases it with the process, however that ends.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
    remove: Option<PathBuf>,
}

impl Lock {
    /// Takes the lock file at `path` for the store at `store`, alone.
    pub(super) fn exclusive(path: &Path, store: &Path) -> Result<Self, StoreError> {
        loop {
            let mut options = OpenOptions::new();
            let file = options.write(true).create(true).truncate(false).open(path);
            let file = file.map_err(|error| failed(path, error))?;
            check(file.try_lock(), path, store)?;
            if is_still(&file, path) {
                return Ok(Self {
                    _file: file,
                    remove: None,
                });
            }
        }
    }

    /// Takes it together with other readers; none where there is no lock file, since then nothing was
    /// ever written here. A file is replaced whole, so its readers need no lock.
    #[cfg(any(test, feature = "rocksdb"))]
    pub(super) fn shared(path: &Path, store: &Path) -> Result<Option<Self>, StoreError> {
        let Ok(file) = File::open(path) else {
            return Ok(None);
        };
        check(file.try_lock_shared(), path, store)?;
        Ok(Some(Self {
            _file: file,
            remove: None,
        }))
    }

    /// The same lock, whose file goes when it is released.
    pub(super) fn remove_when_dropped(mut self, path: &Path) -> Self {
        self.remove = Some(path.to_owned());
        self
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(path) = &self.remove {
            // A lock file that stays behind does no harm.
            let _ = fs::remove_file(path);
        }
    }
}

fn check(taken: Result<(), TryLockError>, path: &Path, store: &Path) -> Result<(), StoreError> {
    match taken {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse {
            path: store.to_owned(),
        }),
        Err(TryLockError::Error(error)) => Err(failed(path, error)),
    }
}

fn failed(path: &Path, source: io::Error) -> StoreError {
    StoreError::Io {
        action: "lock",
        path: path.to_owned(),
        source,
    }
}

/// Whether the file at `path` is the one that was opened: the process that held it before may have
/// removed it in between, and a third may have made a new one.
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(opened), Ok(there)) => opened.dev() == there.dev() && opened.ino() == there.ino(),
        _ => false,
    }
}

/// Elsewhere an open file cannot be removed.
#[cfg(not(unix))]
fn is_still(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_and_nothing_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("s");
        let path = folder.path().join("s.lock");
        let lock = Lock::exclusive(&path, &store)
            .unwrap()
            .remove_when_dropped(&path);
        let second = Lock::exclusive(&path, &store);
        assert!(matches!(second, Err(StoreError::InUse { .. })));
        drop(lock);
        assert!(!path.exists());
        fs::write(&path, "left by a killed process").unwrap();
        drop(Lock::exclusive(&path, &store).unwrap());
    }

    #[test]
    fn readers_keep_writers_out_and_not_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        assert!(Lock::shared(&path, folder.path()).unwrap().is_none());
        fs::write(&path, "").unwrap();
        let reader = Lock::shared(&path, folder.path()).unwrap();
        let other = Lock::shared(&path, folder.path()).unwrap();
        assert!(reader.is_some() && other.is_some());
        assert!(Lock::exclusive(&path, folder.path()).is_err());
    }
}
