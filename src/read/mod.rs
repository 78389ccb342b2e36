//! Reads bytes into articles: one file per format.

mod charset;
mod dateline;
mod format;
mod furniture;
mod html;
mod input;
mod json;
mod layout;
mod plain;
mod record;

use std::path::Path;

use crate::model::{Article, EdtfDate, Problem};

pub use input::{Input, find_inputs};
pub use json::FieldNames;

/// How inputs are read.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// Day of publication of articles that give none.
    pub date: Option<EdtfDate>,
    /// Names of the fields in records of JSON.
    pub fields: FieldNames,
}

/// What reading one input gives: its articles, and problems at the place where they were met.
pub type Articles = Box<dyn Iterator<Item = Result<Article, Problem>>>;

/// Reads the articles of files, folders (with what lies in them, sorted by path), globs and `-`, the
/// standard input. Reading goes on after a problem; one of severity `Note` stands before the article it
/// is about.
pub fn read_inputs<P: AsRef<Path>>(
    paths: &[P],
    options: &ReadOptions,
) -> impl Iterator<Item = Result<Article, Problem>> + use<P> {
    let options = options.clone();
    find_inputs(paths)
        .into_iter()
        .flat_map(move |found| match found {
            Ok(input) => input.read(&options),
            Err(problem) => Box::new(std::iter::once(Err(problem))),
        })
}

#[cfg(test)]
mod tests;
