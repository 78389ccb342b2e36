//! An article as read: its text, what its parts are, and what its source says about it.

use super::Span;

/// One article, ready for extraction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Identity within a store: the article's own id where its source gives one, else the file's name
    /// without its last ending; records of one file get `#N` behind it, parts of an archive are
    /// `archive!folder/part`. Also printed as `doc`.
    pub id: String,
    /// Where it was read from, as the user named it: a path, `-`, `path#line` for a record,
    /// `path!part` for a part of an archive.
    pub source: String,
    /// The decoded text. Every [`Span`] counts code points of it.
    pub text: String,
    /// The parts of the text in reading order, without overlap. What no block covers is not read.
    pub blocks: Vec<Block>,
    /// What the source says about the article.
    pub metadata: Metadata,
    /// SHA-256 of the bytes it was read from, in lower-case hexadecimal.
    pub sha256: String,
}

/// A part of an article's text that is read in one go: a line, a paragraph, a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where it lies in [`Article::text`].
    pub span: Span,
    /// What role it plays.
    pub kind: BlockKind,
}

/// The role of a [`Block`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The article's title.
    Title,
    /// A heading between paragraphs.
    Heading,
    /// Running text.
    Body,
    /// Author, place, time of publication.
    Dateline,
    /// Words under a picture.
    Caption,
    /// Menus, link lists, forms, share bars, advertisements: never read.
    Furniture,
}

/// What the source says about an article; all optional.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Title.
    pub title: Option<String>,
    /// Day of publication in EDTF, `YYYY-MM-DD` where known to the day.
    pub date: Option<String>,
    /// Web address.
    pub url: Option<String>,
    /// Publisher, as written.
    pub publisher: Option<String>,
    /// Author, as written.
    pub author: Option<String>,
    /// BCP 47 tag of the language, where the source says it.
    pub language: Option<String>,
}
