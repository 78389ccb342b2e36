//! Reads gold folders and files of annotations.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Document;

/// A gold annotation and the text it annotates.
#[derive(Debug, Clone, PartialEq)]
pub struct GoldFile {
    /// The annotation.
    pub document: Document,
    /// `NAME.txt` beside `NAME.gold.json`.
    pub text: PathBuf,
}

/// Why gold or annotations could not be read.
#[derive(Debug, thiserror::Error)]
pub enum GoldError {
    /// The file or folder cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The file does not hold annotations.
    #[error("{}, line {line}, column {column}: no annotation as the guidelines define it: {reason}", path.display())]
    Malformed {
        /// Which.
        path: PathBuf,
        /// Where, counted from 1.
        line: usize,
        /// Where in the line, counted from 1.
        column: usize,
        /// Why.
        reason: String,
    },
    /// The folder has no gold file.
    #[error("{} holds no NAME.gold.json", .0.display())]
    Empty(PathBuf),
}

/// All `NAME.gold.json` of a folder, sorted by name.
pub fn read_gold_folder(folder: &Path) -> Result<Vec<GoldFile>, GoldError> {
    let unreadable = |source| GoldError::Unreadable {
        path: folder.to_owned(),
        source,
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if let Some(name) = path.to_str().and_then(|p| p.strip_suffix(".gold.json")) {
            paths.push((PathBuf::from(format!("{name}.txt")), path));
        }
    }
    paths.sort();
    if paths.is_empty() {
        return Err(GoldError::Empty(folder.to_owned()));
    }
    paths
        .into_iter()
        .map(|(text, path)| {
            let document = parse(&path, 1, &read(&path)?)?;
            Ok(GoldFile { document, text })
        })
        .collect()
}

/// The annotations of a file with one JSON object a line, by name of the document.
pub fn read_annotations(path: &Path) -> Result<BTreeMap<String, Document>, GoldError> {
    let mut documents = BTreeMap::new();
    for (number, line) in read(path)?.lines().enumerate() {
        if !line.trim().is_empty() {
            let document = parse(path, number + 1, line)?;
            documents.insert(document.doc.clone(), document);
        }
    }
    Ok(documents)
}

fn read(path: &Path) -> Result<String, GoldError> {
    fs::read_to_string(path).map_err(|source| GoldError::Unreadable {
        path: path.to_owned(),
        source,
    })
}

fn parse(path: &Path, first_line: usize, json: &str) -> Result<Document, GoldError> {
    serde_json::from_str(json).map_err(|error| {
        let reason = error.to_string();
        // The place is told in terms of the file, not of this piece of it.
        let reason = reason.split(" at line ").next().unwrap_or_default();
        GoldError::Malformed {
            path: path.to_owned(),
            line: first_line + error.line().saturating_sub(1),
            column: error.column(),
            reason: reason.to_owned(),
        }
    })
}
