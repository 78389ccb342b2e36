//! Reads bytes into articles: one file per format.

mod archive;
mod charset;
mod dateline;
mod fields;
#[cfg(any(feature = "parquet", feature = "pdf"))]
mod foreign;
mod format;
mod furniture;
mod html;
mod input;
mod json;
mod language;
mod layout;
mod letters;
mod limits;
mod markdown;
mod menus;
mod office;
mod open;
mod origin;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod record;
mod syllables;
mod table;
mod warc;

use std::path::{Path, PathBuf};

use crate::model::{Article, EdtfDate, Problem};

pub use charset::{Charset, UnknownCharset};
pub use fields::FieldNames;
pub use input::{Input, find_inputs};
pub use limits::Limits;
#[cfg(feature = "pdf")]
pub use pdf::answer as answer_pdf;

/// How inputs are read.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// Day of publication of articles that give none.
    pub date: Option<EdtfDate>,
    /// Names of the fields in records and of the columns in tables.
    pub fields: FieldNames,
    /// Character set of all inputs; guessed where none is given.
    pub charset: Option<Charset>,
    /// Read articles in other languages too, which are set aside otherwise.
    pub any_language: bool,
    /// How much is read of one input at most.
    pub limits: Limits,
    /// This program: it reads PDF in a process of its own, within bounds of time and memory. Without it
    /// PDF is read in this process.
    pub helper: Option<PathBuf>,
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

/// Reads the articles in bytes as if they were a file of this name.
pub fn read_bytes(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Articles {
    let origin = origin::Origin::file(Path::new(name));
    open::Opener::new(options).read(open::Bytes::Whole(bytes), origin)
}

#[cfg(test)]
mod archive_tests;
#[cfg(test)]
mod damage_tests;
#[cfg(test)]
mod format_tests;
#[cfg(test)]
mod page_tests;
#[cfg(test)]
#[cfg(feature = "pdf")]
mod pdf_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
