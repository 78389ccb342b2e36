//! Text on its way to an output, gathered into large pieces.

use std::io::{self, Write};

use crate::model::{Edtf, EdtfDate};

/// Bytes gathered before they are written.
const CHUNK: usize = 1 << 17;

/// Gathers what is written to it; [`turn`](Page::turn) hands it on where enough has come together.
#[derive(Debug)]
pub(super) struct Page<'w, W> {
    /// What is still here.
    pub(super) text: String,
    writer: &'w mut W,
}

impl<'w, W: Write> Page<'w, W> {
    pub(super) fn new(writer: &'w mut W) -> Self {
        Self {
            text: String::with_capacity(2 * CHUNK),
            writer,
        }
    }

    /// Writes what has come together if that is enough to be worth it.
    pub(super) fn turn(&mut self) -> io::Result<()> {
        if self.text.len() >= CHUNK {
            self.writer.write_all(self.text.as_bytes())?;
            self.text.clear();
        }
        Ok(())
    }

    /// Writes the rest.
    pub(super) fn finish(self) -> io::Result<()> {
        self.writer.write_all(self.text.as_bytes())
    }
}

/// Appends a whole number.
pub(super) fn push_number(text: &mut String, number: u64) {
    let mut digits = [0_u8; 20];
    let mut rest = number;
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    text.extend(digits[start..].iter().map(|&digit| char::from(digit)));
}

/// Appends a date as EDTF writes it.
pub(super) fn push_date(text: &mut String, date: EdtfDate) {
    match date.year {
        Some(year) => {
            // Years of more than four digits are never read; they need no speed.
            if year > 9999 {
                push_number(text, year.into());
            } else {
                let digits = [year / 1000, year / 100 % 10, year / 10 % 10, year % 10];
                text.extend(digits.map(|digit| as_digit(digit.to_le_bytes()[0])));
            }
        }
        None => text.push_str("XXXX"),
    }
    for part in [date.month, date.day].into_iter().flatten() {
        text.push('-');
        match part {
            0..100 => text.extend([as_digit(part / 10), as_digit(part % 10)]),
            _ => push_number(text, part.into()),
        }
    }
}

/// Appends a date or an interval as EDTF writes it.
pub(super) fn push_time(text: &mut String, time: Edtf) {
    push_date(text, time.start());
    if let Edtf::Interval(_, end) = time {
        text.push('/');
        match end {
            Some(end) => push_date(text, end),
            None => text.push_str(".."),
        }
    }
}

fn as_digit(digit: u8) -> char {
    char::from(b'0' + digit)
}

/// Appends a number with a fixed count of decimals, up to nine.
pub(super) fn push_decimal(text: &mut String, number: f64, decimals: usize) {
    const POWERS: [u64; 10] = [
        1,
        10,
        100,
        1_000,
        10_000,
        100_000,
        1_000_000,
        10_000_000,
        100_000_000,
        1_000_000_000,
    ];
    let power = POWERS[decimals.min(9)];
    let scaled = (number.abs() * as_float(power)).round();
    // Numbers that large are rare; they need no speed.
    if scaled.is_nan() || scaled >= 1e15 || decimals > 9 {
        use std::fmt::Write as _;
        let _ = write!(text, "{number:.decimals$}");
        return;
    }
    let scaled = whole(scaled);
    if number < 0.0 && scaled > 0 {
        text.push('-');
    }
    push_number(text, scaled / power);
    if decimals > 0 {
        text.push('.');
        let mut rest = scaled % power;
        let mut place = power / 10;
        while place > 0 {
            text.push(char::from(b'0' + u8::try_from(rest / place).unwrap_or(0)));
            rest %= place;
            place /= 10;
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "powers of ten up to 10^9 are exact"
)]
fn as_float(power: u64) -> f64 {
    power as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the caller gives whole numbers from 0 to 10^15"
)]
fn whole(number: f64) -> u64 {
    number as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_those_of_the_standard_library() {
        for number in [
            0.0,
            -0.001,
            0.125_001,
            1.005,
            -70.648_3,
            105.788_3,
            1e20,
            0.999_999_999,
        ] {
            for decimals in [0, 2, 4, 8] {
                let mut text = String::new();
                push_decimal(&mut text, number, decimals);
                let expected = format!("{number:.decimals$}");
                let expected = expected
                    .strip_prefix('-')
                    .filter(|t| t.trim_matches(['0', '.']).is_empty())
                    .unwrap_or(&expected);
                assert_eq!(text, expected);
            }
        }
    }

    #[test]
    fn times_are_those_of_the_model() {
        for time in [
            "2022-03-25",
            "0987-12",
            "2020",
            "XXXX-04-16",
            "2022-03-24/2022-03-25",
            "2022-03-15/..",
        ] {
            let mut text = String::new();
            push_time(&mut text, time.parse().unwrap());
            assert_eq!(text, time);
        }
        let mut text = String::new();
        push_date(&mut text, EdtfDate::year(u16::MAX));
        assert_eq!(text, EdtfDate::year(u16::MAX).to_string());
    }

    #[test]
    fn numbers_are_written_whole() {
        let mut text = String::new();
        for number in [0, 7, 10, u64::MAX] {
            push_number(&mut text, number);
            text.push(' ');
        }
        assert_eq!(text, "0 7 10 18446744073709551615 ");
    }
}
