//! Finds the files that paths, folders and globs name.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::format::Format;
use super::{Articles, ReadOptions, html, json, plain};
use crate::model::{Problem, Severity};

/// How many bytes are looked at to tell the format.
const HEAD_LENGTH: usize = 8 * 1024;

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

    /// The file's name without its last ending, `stdin` for the standard input.
    pub(super) fn stem(&self) -> String {
        match self {
            Self::File(path) => path.file_stem().map_or_else(
                || path.display().to_string(),
                |stem| stem.to_string_lossy().into_owned(),
            ),
            Self::Stdin => "stdin".to_owned(),
        }
    }

    /// Reads its articles. Records of JSON are read one by one, as the iterator is asked for them.
    pub fn read(&self, options: &ReadOptions) -> Articles {
        match self.open(options) {
            Ok(articles) => articles,
            Err(problem) => Box::new(std::iter::once(Err(problem))),
        }
    }

    fn open(&self, options: &ReadOptions) -> Result<Articles, Problem> {
        let failed =
            |error: std::io::Error| skipped(&self.name(), format!("cannot be read: {error}"));
        let mut source: Box<dyn Read> = match self {
            Self::File(path) => Box::new(File::open(path).map_err(failed)?),
            Self::Stdin => Box::new(std::io::stdin()),
        };
        let mut head = Vec::with_capacity(HEAD_LENGTH);
        source
            .by_ref()
            .take(HEAD_LENGTH as u64)
            .read_to_end(&mut head)
            .map_err(failed)?;
        let format = Format::detect(&head, self.ending().as_deref())
            .map_err(|reason| skipped(&self.name(), reason))?;
        if format == Format::JsonLines {
            let lines: Box<dyn BufRead> = Box::new(BufReader::new(Cursor::new(head).chain(source)));
            return Ok(json::read_lines(lines, self, options));
        }
        source.read_to_end(&mut head).map_err(failed)?;
        Ok(match format {
            Format::Html => Box::new(html::read(&head, self, options).into_iter()),
            Format::Json => json::read_document(&head, self, options),
            _ => Box::new(plain::read(&head, self, options).into_iter()),
        })
    }

    fn ending(&self) -> Option<String> {
        match self {
            Self::File(path) => Some(path.extension()?.to_str()?.to_ascii_lowercase()),
            Self::Stdin => None,
        }
    }
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
