//! Finds the files that paths, folders and globs name.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::open::{Bytes, Opener};
use super::origin::Origin;
use super::{Articles, ReadOptions};
use crate::model::{Article, Problem, Severity};

/// One file, or the standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// The standard input, named `-`.
    Stdin,
}

/// The files named by `paths`, in order; what lies in a folder is sorted by path, hidden files left out.
pub fn find_inputs<P: AsRef<Path>>(paths: &[P]) -> Vec<Result<Input, Problem>> {
    let mut inputs = Vec::new();
    for path in paths {
        let path = path.as_ref();
        if path.as_os_str() == "-" {
            inputs.push(Ok(Input::Stdin));
        } else if path.is_dir() {
            push_folder(path, &mut inputs);
        } else if path.exists() {
            inputs.push(Ok(Input::File(path.to_owned())));
        } else {
            push_glob(path, &mut inputs);
        }
    }
    inputs
}

fn push_folder(folder: &Path, inputs: &mut Vec<Result<Input, Problem>>) {
    let before = inputs.len();
    let visible = |entry: &DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                inputs.push(Ok(Input::File(entry.into_path())));
            }
            Ok(_) => {}
            Err(error) => {
                let place = error.path().unwrap_or(folder).display().to_string();
                inputs.push(Err(skipped(&place, format!("cannot be read: {error}"))));
            }
        }
    }
    if inputs.len() == before {
        let place = folder.display().to_string();
        inputs.push(Err(skipped(&place, "the folder holds no files")));
    }
}

fn push_glob(pattern: &Path, inputs: &mut Vec<Result<Input, Problem>>) {
    let place = pattern.display().to_string();
    if !place.contains(['*', '?', '[']) {
        inputs.push(Err(skipped(&place, "no such file or folder")));
        return;
    }
    let found = match glob::glob(&place) {
        Ok(found) => found,
        Err(error) => {
            inputs.push(Err(skipped(
                &place,
                format!("is no valid pattern: {error}"),
            )));
            return;
        }
    };
    let before = inputs.len();
    for entry in found {
        match entry {
            Ok(path) if path.is_dir() => push_folder(&path, inputs),
            Ok(path) => inputs.push(Ok(Input::File(path))),
            Err(error) => {
                let path = error.path().display().to_string();
                inputs.push(Err(skipped(
                    &path,
                    format!("cannot be read: {}", error.error()),
                )));
            }
        }
    }
    if inputs.len() == before {
        inputs.push(Err(skipped(&place, "no file matches this pattern")));
    }
}

impl Input {
    /// How the user named it.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Stdin => "-".to_owned(),
        }
    }

    /// Reads its articles, one by one as the iterator is asked for them where the format allows.
    pub fn read(&self, options: &ReadOptions) -> Articles {
        let (opened, origin) = match self {
            Self::File(path) => (open_file(path), Origin::file(path)),
            Self::Stdin => {
                let stdin: Box<dyn Read> = Box::new(std::io::stdin());
                (Ok(Bytes::Stream(stdin)), Origin::stdin())
            }
        };
        match opened {
            Ok(bytes) => Opener::new(options).read(bytes, origin),
            Err(error) => one(Err(skipped(
                &self.name(),
                format!("cannot be read: {error}"),
            ))),
        }
    }
}

/// An ordinary file; anything else, such as a device or a pipe, is a stream.
fn open_file(path: &Path) -> std::io::Result<Bytes> {
    let file = File::open(path)?;
    Ok(if file.metadata()?.is_file() {
        Bytes::File(file)
    } else {
        Bytes::Stream(Box::new(file))
    })
}

/// A single article or problem.
pub(super) fn one(result: Result<Article, Problem>) -> Articles {
    Box::new(std::iter::once(result))
}

/// A problem because of which `source` is left out.
pub(super) fn skipped(source: &str, message: impl Into<String>) -> Problem {
    Problem {
        source: source.to_owned(),
        message: message.into(),
        severity: Severity::Skipped,
    }
}

/// A reservation with which `source` was read.
pub(super) fn note(source: &str, message: impl Into<String>) -> Problem {
    Problem {
        severity: Severity::Note,
        ..skipped(source, message)
    }
}
