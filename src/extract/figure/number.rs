//! Reads amounts as Vietnamese writes them: `1.600`, `60,28 tỷ`, `35 nghìn`, `hai trăm năm mươi`.

use std::borrow::Cow;

use super::FigureCues;
use crate::extract::phrase::Phrases;
use crate::ontology::NUMBERS;
use crate::text::{Text, TokenKind};

/// An amount and where it ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// The plain number.
    pub(super) value: f64,
    /// The same, should its comma part thousands: `1,600 người`.
    pub(super) grouped: f64,
    /// One past its last token.
    pub(super) end: usize,
    /// Whether it is written with `triệu` or the like.
    pub(super) has_magnitude: bool,
}

/// The amount in digits that begins at a token.
pub(super) fn in_digits(phrases: &Phrases<'_>, cues: &FigureCues, token: usize) -> Option<Amount> {
    let text = phrases.text;
    if text.tokens.get(token)?.kind != TokenKind::Number {
        return None;
    }
    let (end, power) = magnitude(phrases, cues, token + 1);
    let written = text.clean(token);
    let value = with_power(&plain(written), power)?;
    let grouped = if has_comma_group(written) && power == 0 {
        with_power(&written.replace(',', ""), 0)?
    } else {
        value
    };
    Some(Amount {
        value,
        grouped,
        end,
        has_magnitude: power > 0,
    })
}

/// The power of ten of the magnitudes at a token.
pub(super) fn power(phrases: &Phrases<'_>, cues: &FigureCues, token: usize) -> u32 {
    magnitude(phrases, cues, token).1
}

/// The digits at a token times a power of ten that is written elsewhere.
pub(super) fn with_magnitude(phrases: &Phrases<'_>, token: usize, power: u32) -> Option<Amount> {
    let value = with_power(&plain(phrases.text.clean(token)), power)?;
    Some(Amount {
        value,
        grouped: value,
        end: token + 1,
        has_magnitude: true,
    })
}

/// One past the magnitudes at a token and their power of ten: `nghìn tỷ` is 12.
fn magnitude(phrases: &Phrases<'_>, cues: &FigureCues, token: usize) -> (usize, u32) {
    let (mut end, mut total) = (token, 0);
    while phrases.at(cues.no_magnitude, end).is_none() {
        let found = cues
            .magnitudes
            .iter()
            .find_map(|&(cue, power)| Some((phrases.at(cue, end)?, power)));
        match found {
            Some((next, power)) if total + power <= 15 => (end, total) = (next, total + power),
            _ => break,
        }
    }
    (end, total)
}

/// Digits with a decimal point: points part thousands where three digits follow each, commas
/// decimals.
fn plain(written: &str) -> Cow<'_, str> {
    if written.bytes().all(|byte| byte.is_ascii_digit()) {
        return written.into();
    }
    let groups: Vec<&str> = written.split('.').collect();
    let in_thousands = groups.len() > 1
        && groups[0].len() <= 3
        && groups[0] != "0"
        && groups[1..groups.len() - 1]
            .iter()
            .all(|group| group.len() == 3)
        && groups
            .last()
            .is_some_and(|last| last.split(',').next().map_or(0, str::len) == 3);
    if written.matches(',').count() > 1 {
        // English writing: 1,234,567.8
        written.replace(',', "").into()
    } else if in_thousands {
        written.replace('.', "").replace(',', ".").into()
    } else {
        written.replace(',', ".").into()
    }
}

fn has_comma_group(written: &str) -> bool {
    written.split_once(',').is_some_and(|(whole, group)| {
        group.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0"
    })
}

/// The number times a power of ten, shifted in its decimal form so that nothing is lost.
fn with_power(digits: &str, power: u32) -> Option<f64> {
    let value = match power {
        0 => digits.parse(),
        power => format!("{digits}e{power}").parse(),
    };
    value.ok().filter(|value: &f64| value.is_finite())
}

/// The number in words that begins at a token: `mười hai`, `hai trăm triệu`.
pub(super) fn in_words(phrases: &Phrases<'_>, cues: &FigureCues, token: usize) -> Option<Amount> {
    let (small, mut next) = below_thousand(phrases.text, token)?;
    let (mut total, mut part) = (0.0, f64::from(small));
    let mut has_magnitude = false;
    let mut last_power = u32::MAX;
    loop {
        let (end, power) = magnitude(phrases, cues, next);
        if power == 0 {
            total += part;
            break;
        }
        if power >= last_power {
            return None;
        }
        total += part * 10_f64.powi(i32::try_from(power).ok()?);
        (next, last_power, has_magnitude) = (end, power, true);
        match below_thousand(phrases.text, next) {
            // `hai triệu năm` are two million years, not two million and five.
            Some((small, end)) if small >= 10 || magnitude(phrases, cues, end).1 > 0 => {
                (part, next) = (f64::from(small), end);
            }
            _ => break,
        }
    }
    Some(Amount {
        value: total,
        grouped: total,
        end: next,
        has_magnitude,
    })
}

/// A number up to 999 in words and one past it.
fn below_thousand(text: &Text, token: usize) -> Option<(u32, usize)> {
    let numbers = &*NUMBERS;
    let word = |token: usize| text.short_word(token);
    let first = numbers.digit(word(token));
    if first.is_none() && !numbers.is_ten(word(token)) {
        return None;
    }
    let (hundreds, mut next) = match first {
        Some(hundreds) if numbers.is_hundred(word(token + 1)) => (hundreds * 100, token + 2),
        _ => (0, token),
    };
    if hundreds > 0 && numbers.is_no_tens(word(next)) {
        let units = numbers.digit(word(next + 1))?;
        return Some((hundreds + units, next + 2));
    }
    let tens = match numbers.digit(word(next)) {
        _ if numbers.is_ten(word(next)) => {
            next += 1;
            10
        }
        Some(tens) if numbers.is_tens(word(next + 1)) => {
            next += 2;
            tens * 10
        }
        Some(units) if hundreds == 0 => return Some((units, next + 1)),
        _ if hundreds > 0 => return Some((hundreds, next)),
        _ => return None,
    };
    match numbers.behind_tens(word(next)) {
        Some(units) => Some((hundreds + tens + units, next + 1)),
        None => Some((hundreds + tens, next)),
    }
}
