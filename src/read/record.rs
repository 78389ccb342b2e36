//! Turns what a reader found in a file into an article.

use sha2::{Digest, Sha256};

use super::ReadOptions;
use super::input::skipped;
use super::layout;
use crate::model::{Article, BlockKind, Metadata, Problem};

/// What a format's reader found.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) id: String,
    pub(super) source: String,
    pub(super) text: String,
    /// Kind of each line of the text, where markup says it.
    pub(super) hints: Vec<Option<BlockKind>>,
    pub(super) metadata: Metadata,
    pub(super) sha256: String,
}

impl Record {
    /// The article; a problem where there is nothing to read in it.
    pub(super) fn into_article(self, options: &ReadOptions) -> Result<Article, Problem> {
        let (blocks, found) = layout::arrange(&self.text, &self.hints);
        if blocks
            .iter()
            .all(|block| block.kind == BlockKind::Furniture)
        {
            return Err(skipped(&self.source, "holds no text to read"));
        }
        let given = self.metadata;
        let fallback = options.date.map(|date| date.to_string());
        Ok(Article {
            id: self.id,
            source: self.source,
            text: self.text,
            blocks,
            metadata: Metadata {
                title: given.title.or(found.title),
                date: given.date.or(found.date).or(fallback),
                author: given.author.or(found.author),
                ..given
            },
            sha256: self.sha256,
        })
    }
}

/// SHA-256 of bytes in lower-case hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
