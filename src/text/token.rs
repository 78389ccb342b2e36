//! Tokens and sentences of a text.

use std::ops::Range;

use super::ShortWord;
use crate::model::{BlockKind, Span};

/// Indices into [`Text::tokens`], half-open.
pub type TokenRange = Range<usize>;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters: one syllable of Vietnamese, or a foreign word (`Ngoại`, `TTXVN`, `EuroCham`).
    /// Letters with digits inside or behind (`G20`, `COP26`, `XIII`) are one word too.
    Word,
    /// Digits with their separators of thousands and decimals: `35`, `1.600`, `60,28`.
    /// A date `18/06/2012` is five tokens, `2014-2016` three.
    Number,
    /// One mark of punctuation or symbol: `,` `.` `“` `(` `-` `–` `/` `&` `%` `…`.
    Mark,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// `ngoại`; also numbers and marks.
    Lower,
    /// `Ngoại`; also a single capital letter.
    Title,
    /// `NGOẠI`, two letters or more, all capital.
    Upper,
    /// `EuroCham`, `iPhone`, `TPHCMinh`.
    Mixed,
}

/// A token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stood in the article.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is written.
    pub case: Case,
    /// Whether white space or the start of a block stands before it.
    pub space_before: bool,
    /// Whether it is a word that has the shape of a Vietnamese syllable.
    pub is_vietnamese: bool,
    /// Its folded form as a number, where that is short; else 0.
    pub(super) key: u64,
    /// Bytes of its clean form in the text's buffer.
    pub(super) clean: (u32, u32),
    /// Bytes of its folded form in the text's buffer.
    pub(super) folded: (u32, u32),
}

/// A sentence, or a line without one (a heading, a caption).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: TokenRange,
    /// The kind of block it stands in.
    pub block: BlockKind,
    /// Which block of the article, counted from 0, so that paragraphs can be told apart.
    pub block_index: usize,
}

/// An article's text in tokens and sentences. Furniture has neither.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// All sentences, in order; together they hold every token once.
    pub sentences: Vec<Sentence>,
    /// The letters of all tokens, clean, and folded where that is another form.
    pub(super) letters: String,
}

impl Text {
    /// The token as written, in NFC, without invisible characters; empty behind the last one, so that
    /// rules may look ahead.
    #[inline]
    pub fn clean(&self, token: usize) -> &str {
        let (start, end) = self.tokens.get(token).map_or((0, 0), |token| token.clean);
        &self.letters[start as usize..end as usize]
    }

    /// The token in lower case with the tone mark in its modern place (`hóa` for `hoá`): the form in
    /// which names and cues are compared. Empty behind the last token.
    #[inline]
    pub fn folded(&self, token: usize) -> &str {
        let (start, end) = self.tokens.get(token).map_or((0, 0), |token| token.folded);
        &self.letters[start as usize..end as usize]
    }

    /// A number that stands for the folded form of a token and for no other, 0 where that is long or where
    /// there is none.
    #[inline]
    pub(crate) fn key(&self, token: usize) -> u64 {
        self.tokens.get(token).map_or(0, |token| token.key)
    }

    /// The folded form of a token, to be compared with other short words.
    #[inline]
    pub fn short_word(&self, token: usize) -> ShortWord {
        ShortWord(self.key(token))
    }

    /// Whether a token has the shape of a Vietnamese syllable; not behind the last one.
    #[inline]
    pub fn is_vietnamese(&self, token: usize) -> bool {
        let token = self.tokens.get(token);
        token.is_some_and(|token| token.is_vietnamese)
    }

    /// The words of a run of tokens as written, in NFC, with single spaces where there were any.
    pub fn phrase(&self, tokens: TokenRange) -> String {
        let run = self.tokens.get(tokens.clone()).unwrap_or_default();
        let letters = run.iter().map(|token| token.clean.1 - token.clean.0 + 1);
        let mut phrase = String::with_capacity(letters.sum::<u32>() as usize);
        for i in tokens.clone() {
            if i > tokens.start && self.tokens[i].space_before {
                phrase.push(' ');
            }
            phrase.push_str(self.clean(i));
        }
        phrase
    }

    /// Where a run of tokens stood in the article; empty at 0 for an empty run.
    pub fn span(&self, tokens: TokenRange) -> Span {
        if tokens.is_empty() {
            return Span::new(0, 0);
        }
        Span::new(
            self.tokens[tokens.start].span.start,
            self.tokens[tokens.end - 1].span.end,
        )
    }
}
