//! Cuts clean characters into words, numbers and marks.

use super::folding::{case_of, fold_word, is_whole, learn};
use super::key::{key_of, key_of_prefix};
use super::known_words::KnownWords;
use super::letters;
use super::normalise::{Plain, Unit, Units};
use super::syllable;
use super::{Case, Text, Token, TokenKind};
use crate::model::Span;

/// Appends the tokens of `source`, whose first code point is counted as `point`.
pub(super) fn append(text: &mut Text, source: &str, point: u32) {
    KnownWords::with(|known| cut(text, known, source, point));
}

fn cut(text: &mut Text, known: &mut KnownWords, source: &str, point: u32) {
    let mut cutter = Cutter {
        source_end: text.letters.len() + source.len(),
        text,
        known,
        open: None,
        space_before: true,
        digits: Vec::new(),
    };
    // Plain tokens stay where they stand in the source.
    cutter.text.letters.push_str(source);
    let mut units = Units::new(source, point);
    loop {
        if cutter.is_between_tokens() {
            while let Some(token) = units.next_plain() {
                cutter.push_plain(&token);
                cutter.space_before = units.skip_blanks();
            }
        }
        let Some(unit) = units.next_unit() else {
            break;
        };
        let spare = if unit.has_spare {
            units.spare.as_str()
        } else {
            ""
        };
        cutter.take(unit, spare);
    }
    cutter.finish();
}

/// A token that is still growing.
struct Open {
    span: Span,
    kind: TokenKind,
    clean_start: usize,
    space_before: bool,
    /// Whether a number stands right before it, so that `10h30` is cut around `h`.
    after_number: bool,
}

struct Cutter<'a> {
    text: &'a mut Text,
    /// Where the source ends in the text's letters.
    source_end: usize,
    known: &'a mut KnownWords,
    open: Option<Open>,
    space_before: bool,
    /// Places of the separators and digits of a number that is still growing.
    digits: Vec<Unit>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Space,
    Letter,
    Digit,
    Mark,
}

/// What tokens a character belongs to.
pub(super) fn class(letter: char) -> Class {
    match letter {
        ' ' => Class::Space,
        '0'..='9' => Class::Digit,
        '\0'..='\u{7f}' if !letter.is_ascii_alphabetic() => Class::Mark,
        '\u{2010}'..='\u{2027}' => Class::Mark,
        _ if letters::is_plain(letter) => Class::Letter,
        _ if letter.is_alphanumeric() => Class::Letter,
        _ => Class::Mark,
    }
}

impl Cutter<'_> {
    fn take(&mut self, unit: Unit, spare: &str) {
        match class(unit.letter) {
            Class::Space => {
                self.close();
                self.space_before = true;
            }
            Class::Letter => self.take_letter(unit, spare),
            Class::Digit => self.take_digit(unit, spare),
            Class::Mark => self.take_mark(unit, spare),
        }
    }

    fn take_letter(&mut self, unit: Unit, spare: &str) {
        let after_number = self
            .digits
            .last()
            .is_some_and(|last| last.letter.is_ascii_digit());
        // `𝒢` is a capital, but has no small letter.
        let capital = letters::is_plain(unit.letter) && letters::is_upper(unit.letter);
        let glued = capital && self.word_is_whole();
        if glued || !self.is_open(TokenKind::Word) {
            self.close();
            self.begin(TokenKind::Word, unit, after_number);
        }
        self.grow(unit, spare);
    }

    fn take_digit(&mut self, unit: Unit, spare: &str) {
        match &self.open {
            Some(open)
                if open.kind == TokenKind::Word && !open.after_number && !self.word_is_whole() =>
            {
                self.grow(unit, spare);
                return;
            }
            Some(_) => self.close(),
            None => {}
        }
        // Marks that cannot be composed with a digit make it no number.
        if spare.is_empty() {
            self.digits.push(unit);
        } else {
            self.close();
            self.begin(TokenKind::Mark, unit, false);
            self.grow(unit, spare);
            self.close();
        }
    }

    fn take_mark(&mut self, unit: Unit, spare: &str) {
        let separates = matches!(unit.letter, '.' | ',')
            && spare.is_empty()
            && self
                .digits
                .last()
                .is_some_and(|last| last.letter.is_ascii_digit());
        if separates {
            self.digits.push(unit);
            return;
        }
        self.close();
        self.begin(TokenKind::Mark, unit, false);
        self.grow(unit, spare);
        self.close();
    }

    /// Whether the word that is growing ends before a capital or a digit, to which it is glued.
    fn word_is_whole(&self) -> bool {
        let open = self.open.as_ref();
        open.is_some_and(|open| {
            open.kind == TokenKind::Word && is_whole(&self.text.letters[open.clean_start..])
        })
    }

    /// Whether what comes next begins a token, whatever stands before it.
    fn is_between_tokens(&self) -> bool {
        self.open.is_none() && self.digits.is_empty()
    }

    /// Appends a plain token, which is what growing it letter by letter would give.
    #[inline]
    fn push_plain(&mut self, token: &Plain<'_>) {
        let start = self.source_end - token.rest.len();
        let clean = bytes(start, start + token.length);
        let mut pushed = Token {
            span: token.span,
            kind: token.kind,
            case: Case::Lower,
            space_before: std::mem::take(&mut self.space_before),
            is_vietnamese: false,
            key: 0,
            clean,
            folded: clean,
        };
        if token.kind == TokenKind::Word {
            let known = self.known.get(token.rest, token.length, learn);
            if let Some(length) = known.glued {
                let [first, second] = token.parted(length);
                self.space_before = pushed.space_before;
                self.push_plain(&first);
                return self.push_plain(&second);
            }
            if let Some(folded) = &known.folded {
                let start = self.text.letters.len();
                self.text.letters.push_str(folded);
                pushed.folded = bytes(start, self.text.letters.len());
            }
            pushed.case = known.case;
            pushed.is_vietnamese = known.is_vietnamese;
            pushed.key = known.key;
        } else {
            pushed.key = key_of_prefix(token.rest, token.length);
        }
        self.text.tokens.push(pushed);
    }

    fn is_open(&self, kind: TokenKind) -> bool {
        self.open.as_ref().is_some_and(|open| open.kind == kind)
    }

    fn begin(&mut self, kind: TokenKind, unit: Unit, after_number: bool) {
        self.open = Some(Open {
            span: Span::new(unit.start, unit.end),
            kind,
            clean_start: self.text.letters.len(),
            space_before: std::mem::take(&mut self.space_before),
            after_number,
        });
    }

    fn grow(&mut self, unit: Unit, spare: &str) {
        if let Some(open) = &mut self.open {
            open.span.end = unit.end;
            self.text.letters.push(unit.letter);
            self.text.letters.push_str(spare);
        }
    }

    /// Ends the token or number that is growing.
    fn close(&mut self) {
        if !self.digits.is_empty() {
            self.close_number();
        }
        let Some(open) = self.open.take() else {
            return;
        };
        let letters = &mut self.text.letters;
        let clean = bytes(open.clean_start, letters.len());
        let (folded, case) = if open.kind == TokenKind::Word {
            let word = letters[open.clean_start..].to_owned();
            let start = letters.len();
            fold_word(letters, &word);
            (bytes(start, letters.len()), case_of(&word))
        } else {
            (clean, Case::Lower)
        };
        let key = key_of(&letters[folded.0 as usize..folded.1 as usize]);
        let is_vietnamese = open.kind == TokenKind::Word
            && syllable::is_vietnamese(&letters[folded.0 as usize..folded.1 as usize]);
        let token = Token {
            span: open.span,
            kind: open.kind,
            case,
            space_before: open.space_before,
            is_vietnamese,
            key,
            clean,
            folded,
        };
        self.text.tokens.push(token);
    }

    fn close_number(&mut self) {
        let run = std::mem::take(&mut self.digits);
        let digits = run
            .iter()
            .rposition(|unit| unit.letter.is_ascii_digit())
            .map_or(0, |last| last + 1);
        let (number, trailing) = run.split_at(digits);
        if is_number(number) {
            self.push_run(TokenKind::Number, number);
        } else {
            for part in
                number.chunk_by(|a, b| a.letter.is_ascii_digit() == b.letter.is_ascii_digit())
            {
                let kind = match class(part[0].letter) {
                    Class::Digit => TokenKind::Number,
                    _ => TokenKind::Mark,
                };
                self.push_run(kind, part);
            }
        }
        for mark in trailing {
            self.push_run(TokenKind::Mark, std::slice::from_ref(mark));
        }
        self.digits = run;
        self.digits.clear();
    }

    fn push_run(&mut self, kind: TokenKind, units: &[Unit]) {
        let Some(&first) = units.first() else {
            return;
        };
        self.begin(kind, first, false);
        for &unit in units {
            self.grow(unit, "");
        }
        let waiting = std::mem::take(&mut self.digits);
        self.close();
        self.digits = waiting;
    }

    fn finish(mut self) {
        self.close();
    }
}

/// Whether digits and separators are one number: `1.600`, `60,28`, `1.234,5`, `0.75`; not the date
/// `18.6.2012` nor the years `2020,2021`.
fn is_number(run: &[Unit]) -> bool {
    let groups: Vec<usize> = run
        .split(|unit| !unit.letter.is_ascii_digit())
        .map(<[Unit]>::len)
        .collect();
    let separators: Vec<char> = run
        .iter()
        .map(|unit| unit.letter)
        .filter(|letter| !letter.is_ascii_digit())
        .collect();
    match (separators.as_slice(), groups.as_slice()) {
        ([], _) => true,
        ([_], [whole, fraction]) => !(*whole == 4 && *fraction == 4),
        ([thousands, .., last], [first, middle @ .., end]) => {
            let grouped = separators[..separators.len() - 1]
                .iter()
                .all(|s| s == thousands);
            let last_fits = *end == 3 || last != thousands;
            *first <= 3 && grouped && middle.iter().all(|&digits| digits == 3) && last_fits
        }
        _ => false,
    }
}

fn bytes(start: usize, end: usize) -> (u32, u32) {
    let narrow = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    (narrow(start), narrow(end))
}
