//! Turns what a reader found in a file into an article.

use sha2::{Digest, Sha256};

use super::ReadOptions;
use super::charset::{self, Decoded};
use super::input::{note, skipped};
use super::language::{self, Language};
use super::layout;
use crate::model::{Article, BlockKind, Metadata, Place, Problem};

/// What a format's reader found.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) id: String,
    pub(super) source: String,
    pub(super) text: String,
    /// Kind of each line of the text, where markup says it.
    pub(super) hints: Vec<Option<BlockKind>>,
    pub(super) metadata: Metadata,
    /// What is believed only where nothing else says it, such as the properties of an office file.
    pub(super) weak: Metadata,
    pub(super) sha256: String,
    /// How it was read, where people should know.
    pub(super) notes: Vec<String>,
}

/// Longest article, in characters: longer than a book's chapter, and read within seconds.
pub(super) const LONGEST: usize = 1_000_000;

/// Why a longer one is not read.
pub(super) fn too_long() -> String {
    format!("holds more than {LONGEST} characters, which is no single article; split it")
}

impl Record {
    /// The article behind the notes on it; a problem where there is nothing to read in it.
    pub(super) fn into_results(mut self, options: &ReadOptions) -> Vec<Result<Article, Problem>> {
        self.mend();
        let notes = std::mem::take(&mut self.notes);
        let source = self.source.clone();
        let article = self.into_article(options);
        let mut results: Vec<Result<Article, Problem>> = notes
            .into_iter()
            .filter(|_| article.is_ok())
            .map(|message| Err(note(&source, message)))
            .collect();
        if let Ok(article) = &article
            && !options.any_language
        {
            match language::tell(body(article), article.text.len()) {
                Language::Vietnamese => {}
                Language::Unmarked => results.push(Err(note(
                    &source,
                    "is Vietnamese without its marks, of which little can be read",
                ))),
                Language::Other => {
                    let message = "is not in Vietnamese; set aside (--any-language reads it)";
                    return vec![Err(skipped(&source, message))];
                }
            }
        }
        results.push(article);
        results
    }

    /// Mends what was decoded wrongly before it came here.
    fn mend(&mut self) {
        if let Some((mended, what)) = charset::repair(&self.text) {
            self.text = mended;
            self.notes.push(format!("mended: {what}"));
        }
        for metadata in [&mut self.metadata, &mut self.weak] {
            for field in [
                &mut metadata.title,
                &mut metadata.author,
                &mut metadata.publisher,
            ] {
                if let Some((mended, _)) = field.as_deref().and_then(charset::repair) {
                    *field = Some(mended);
                }
            }
        }
    }

    fn into_article(self, options: &ReadOptions) -> Result<Article, Problem> {
        if self.text.len() > LONGEST && self.text.chars().nth(LONGEST).is_some() {
            return Err(skipped(&self.source, too_long()));
        }
        let (blocks, found) = layout::arrange(&self.text, &self.hints);
        if blocks
            .iter()
            .all(|block| block.kind == BlockKind::Furniture)
        {
            return Err(skipped(&self.source, "holds no text to read"));
        }
        let (given, weak) = (self.metadata, self.weak);
        let fallback = options.date.map(|date| date.to_string());
        Ok(Article {
            id: self.id,
            source: self.source,
            text: self.text,
            blocks,
            metadata: Metadata {
                title: given.title.or(found.title).or(weak.title),
                date: given.date.or(found.date).or(weak.date).or(fallback),
                author: given.author.or(found.author).or(weak.author),
                publisher: given.publisher.or(weak.publisher),
                language: given.language.or(weak.language),
                url: given.url,
            },
            sha256: self.sha256,
        })
    }
}

/// The article's own words, block by block.
fn body(article: &Article) -> impl Iterator<Item = &str> + Clone {
    let mut place = Place::default();
    let blocks = article.blocks.iter();
    let read = blocks.filter(|block| block.kind != BlockKind::Furniture);
    read.map(move |block| place.cut(&article.text, block.span))
}

/// Decodes as the user says, or else as the bytes and what is declared suggest; with a note on a guess.
pub(super) fn decode(
    bytes: &[u8],
    declared: Option<&str>,
    options: &ReadOptions,
) -> Result<(String, Vec<String>), String> {
    let Decoded { text, guessed } = match options.charset {
        Some(charset) => charset::decode_known(bytes, charset)?,
        None => charset::decode(bytes, declared)?,
    };
    let note =
        guessed.map(|name| format!("read as {name}, which was guessed; --encoding says otherwise"));
    Ok((text, note.into_iter().collect()))
}

/// SHA-256 of bytes in lower-case hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}
