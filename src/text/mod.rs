//! Prepares an article's text for reading: normalised tokens and sentences that know where they stood.

mod folding;
mod key;
mod known_words;
mod letters;
mod normalise;
mod sentence;
mod signature;
mod syllable;
mod token;
mod tokenise;
mod tone;

#[cfg(test)]
mod tests;

use crate::model::{Article, Block, BlockKind, Place};

pub use key::{ShortWord, ShortWords};
pub use signature::{InvalidSignature, Signature};
pub use token::{Case, Sentence, Text, Token, TokenKind, TokenRange};

impl Text {
    /// The tokens and sentences of an article, from all its blocks but furniture.
    pub fn analyse(article: &Article) -> Self {
        Self::from_blocks(&article.text, &article.blocks)
    }

    /// The tokens of a phrase that stands alone, such as a name or a cue, as one sentence: cut in the
    /// same way as the texts it is to be found in.
    pub fn from_phrase(phrase: &str) -> Self {
        let mut text = Self::with_room(phrase.len());
        tokenise::append(&mut text, phrase, 0);
        if !text.tokens.is_empty() {
            text.sentences.push(Sentence {
                tokens: 0..text.tokens.len(),
                block: BlockKind::Body,
                block_index: 0,
            });
        }
        text
    }

    /// An empty text with room for a source of so many bytes.
    fn with_room(bytes: usize) -> Self {
        Self {
            tokens: Vec::with_capacity(bytes / 5),
            // Words with capitals are kept folded, too.
            letters: String::with_capacity(bytes + bytes / 4),
            sentences: Vec::new(),
        }
    }

    fn from_blocks(source: &str, blocks: &[Block]) -> Self {
        let mut text = Self::with_room(source.len());
        let mut place = Place::default();
        for (block_index, block) in blocks.iter().enumerate() {
            if block.kind == BlockKind::Furniture {
                continue;
            }
            place.advance(source, block.span.start);
            let start = place.point;
            let stretch = place.cut(source, block.span);
            let first = text.tokens.len();
            tokenise::append(&mut text, stretch, start);
            sentence::append(&mut text, first, block.kind, block_index);
        }
        text
    }

    /// Whether a token, which is not the first, is a word before which a blank was forgotten: `củaBộ`.
    fn is_glued(&self, token: usize) -> bool {
        let is_word = |token: usize| self.tokens[token].kind == TokenKind::Word;
        !self.tokens[token].space_before && is_word(token) && is_word(token - 1)
    }

    /// Index of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.tokens.end <= token)
    }
}

/// A phrase as names and cues are compared: NFC, lower case, tone marks in one place, single spaces.
pub fn fold(phrase: &str) -> String {
    folding::fold_plain(phrase).unwrap_or_else(|| fold_by_token(phrase))
}

/// Whether a folded word has the shape of a Vietnamese syllable.
pub fn is_syllable(folded: &str) -> bool {
    syllable::is_vietnamese(folded)
}

fn fold_by_token(phrase: &str) -> String {
    let text = Text::from_phrase(phrase);
    let mut folded = String::with_capacity(phrase.len());
    for i in 0..text.tokens.len() {
        if i > 0 && (text.tokens[i].space_before || text.is_glued(i)) {
            folded.push(' ');
        }
        folded.push_str(text.folded(i));
    }
    folded
}
