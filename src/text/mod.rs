//! Prepares an article's text for reading: normalised tokens and sentences that know where they stood.

mod token;

pub use token::{Case, Sentence, Text, Token, TokenKind, TokenRange};
