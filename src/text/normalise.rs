//! Cleans a text into letters in NFC, each with the place it had before.

use std::iter::once;
use std::str::Chars;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{TokenKind, letters};
use crate::model::Span;

/// What a reader sees as one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// The character in NFC; the first one where marks stay apart from their letter.
    pub(super) letter: char,
    /// First code point in the source.
    pub(super) start: u32,
    /// One past its last code point in the source.
    pub(super) end: u32,
    /// Whether [`Units::spare`] holds marks that could not be composed with the letter.
    pub(super) has_spare: bool,
}

/// A token that stands in the source as it is kept.
pub(super) struct Plain<'a> {
    pub(super) kind: TokenKind,
    /// The source from there on.
    pub(super) rest: &'a str,
    /// How long it is, in bytes.
    pub(super) length: usize,
    pub(super) span: Span,
}

impl<'a> Plain<'a> {
    /// The two tokens of which the first is so long, in bytes.
    pub(super) fn parted(&self, length: usize) -> [Self; 2] {
        let (first, rest) = (&self.rest[..length], &self.rest[length..]);
        let points = u32::try_from(first.chars().count()).unwrap_or(u32::MAX);
        let middle = self.span.start + points;
        let part = |rest: &'a str, length, start, end| Self {
            kind: self.kind,
            rest,
            length,
            span: Span::new(start, end),
        };
        [
            part(self.rest, length, self.span.start, middle),
            part(rest, self.length - length, middle, self.span.end),
        ]
    }
}

/// Walks over the visible characters of a text.
pub(super) struct Units<'a> {
    chars: Chars<'a>,
    point: u32,
    cluster: String,
    /// What follows the letter of the unit returned last, where that unit says so.
    pub(super) spare: String,
}

impl<'a> Units<'a> {
    /// Starts at the beginning of `source`, whose first code point is counted as `point`.
    pub(super) fn new(source: &'a str, point: u32) -> Self {
        Self {
            chars: source.chars(),
            point,
            cluster: String::new(),
            spare: String::new(),
        }
    }

    /// The word that stands next, if it is plain: letters of Vietnamese in NFC or of ASCII, with a
    /// character behind them that neither belongs to the word nor changes it.
    #[inline]
    pub(super) fn next_plain_word(&mut self) -> Option<Plain<'a>> {
        let rest = self.chars.as_str();
        let (length, points) = letters::plain_prefix(rest.as_bytes());
        if length == 0 {
            return None;
        }
        let behind = rest[length..].chars().next();
        if behind.is_some_and(|ch| !parts_words(ch)) {
            return None;
        }
        Some(self.take(TokenKind::Word, length, points))
    }

    /// The same of numbers without separators and of the common marks, too.
    #[inline]
    pub(super) fn next_plain(&mut self) -> Option<Plain<'a>> {
        if let Some(word) = self.next_plain_word() {
            return Some(word);
        }
        let rest = self.chars.as_str().as_bytes();
        let digits = letters::plain_number(rest);
        if digits > 0 {
            let points = u32::try_from(digits).unwrap_or(u32::MAX);
            return Some(self.take(TokenKind::Number, digits, points));
        }
        let length = letters::plain_mark(rest);
        (length > 0).then(|| self.take(TokenKind::Mark, length, 1))
    }

    #[inline]
    fn take(&mut self, kind: TokenKind, length: usize, points: u32) -> Plain<'a> {
        let rest = self.chars.as_str();
        let start = self.point;
        self.point += points;
        self.chars = rest[length..].chars();
        Plain {
            kind,
            rest,
            length,
            span: Span::new(start, self.point),
        }
    }

    /// Passes over blanks and ends of lines; says whether there were any.
    #[inline]
    pub(super) fn skip_blanks(&mut self) -> bool {
        let rest = self.chars.as_str();
        let blank = |byte: &u8| matches!(byte, b' ' | b'\n');
        let blanks = rest.bytes().take_while(blank).count();
        self.point += u32::try_from(blanks).unwrap_or(u32::MAX);
        self.chars = rest[blanks..].chars();
        blanks > 0
    }

    /// The next visible character; white space of any kind is one blank, and what has no width is
    /// passed over.
    pub(super) fn next_unit(&mut self) -> Option<Unit> {
        loop {
            let ch = self.chars.next()?;
            let start = self.point;
            self.point += 1;
            if is_space(ch) {
                return Some(Unit {
                    letter: ' ',
                    start,
                    end: self.point,
                    has_spare: false,
                });
            }
            if !is_invisible(ch) {
                return Some(self.compose(ch, start));
            }
        }
    }

    fn peek(&self) -> Option<char> {
        self.chars.clone().next()
    }

    fn compose(&mut self, ch: char, start: u32) -> Unit {
        let mut end = self.point;
        let bare = self
            .peek()
            .is_none_or(|next| !is_mark(next) && !is_invisible(next));
        if bare && is_stable(ch) {
            return Unit {
                letter: look_alike(ch),
                start,
                end,
                has_spare: false,
            };
        }
        self.cluster.clear();
        self.cluster.push(look_alike(ch));
        while let Some(mark) = self
            .peek()
            .filter(|&next| is_mark(next) || is_invisible(next))
        {
            self.chars.next();
            self.point += 1;
            if !is_invisible(mark) {
                self.cluster.push(mark);
                end = self.point;
            }
        }
        let mut composed = self.cluster.nfc();
        let letter = composed.next().unwrap_or(ch);
        self.spare.clear();
        self.spare.extend(composed);
        Unit {
            letter,
            start,
            end,
            has_spare: !self.spare.is_empty(),
        }
    }
}

/// Whether a character alone is in NFC, told without tables for all of Vietnamese.
fn is_stable(ch: char) -> bool {
    matches!(ch, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}')
}

/// Whether a character ends a word and leaves the letter before it as it is: blanks and ASCII marks,
/// quotation marks and dashes.
fn parts_words(ch: char) -> bool {
    match ch {
        ' '..='~' => !ch.is_ascii_digit(),
        '\t' | '\n' | '\r' | '\u{a0}' | '\u{2010}'..='\u{2027}' => true,
        _ => false,
    }
}

/// Whether a character may change the one before it: a mark above or below, also two in one; a vowel of
/// Korean.
fn is_mark(ch: char) -> bool {
    ch >= '\u{300}'
        && !is_stable(ch)
        && (is_nfc_quick(once(ch)) == IsNormalized::Maybe
            || once(ch)
                .nfd()
                .next()
                .is_some_and(|ch| canonical_combining_class(ch) != 0))
}

fn is_space(ch: char) -> bool {
    ch == ' ' || ch.is_whitespace()
}

/// Characters that no reader sees: controls, soft hyphens, joiners, marks of direction.
fn is_invisible(ch: char) -> bool {
    // White space among the controls is space, also where it stands behind a letter.
    !is_space(ch)
        && matches!(ch,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// The letter or mark meant by one that only looks like it: the Icelandic `Ð` typed for `Đ`, special
/// hyphens.
fn look_alike(ch: char) -> char {
    match ch {
        '\u{d0}' | '\u{189}' => 'Đ',
        '\u{f0}' => 'đ',
        '\u{2010}' | '\u{2011}' => '-',
        _ => ch,
    }
}
