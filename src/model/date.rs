//! Dates in EDTF (Extended Date/Time Format, ISO 8601-2): the part the annotation guidelines use.

use std::fmt;
use std::str::FromStr;

use super::{Rule, Span};

/// A calendar date known to the year, the month or the day; the year may be open (`XXXX`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EdtfDate {
    /// Year of the common era; `None` is written `XXXX`.
    pub year: Option<u16>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day, 1 to 31; never without a month.
    pub day: Option<u8>,
}

/// An EDTF value: one date, or an interval whose end may be open (`..`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edtf {
    /// `2022-03-25`, `2021-12`, `2020`, `XXXX-04-16`.
    Date(EdtfDate),
    /// `2022-03-24/2022-03-25`; without an end `2022-03-15/..`.
    Interval(EdtfDate, Option<EdtfDate>),
}

impl EdtfDate {
    /// A date known to the year.
    pub const fn year(year: u16) -> Self {
        Self {
            year: Some(year),
            month: None,
            day: None,
        }
    }

    /// A date known to the month.
    pub const fn month(year: Option<u16>, month: u8) -> Self {
        Self {
            year,
            month: Some(month),
            day: None,
        }
    }

    /// A date known to the day.
    pub const fn day(year: Option<u16>, month: u8, day: u8) -> Self {
        Self {
            year,
            month: Some(month),
            day: Some(day),
        }
    }

    /// The first day that the date covers: `2020-02` begins on `2020-02-01`. `None` in an open year.
    pub fn first_day(self) -> Option<Self> {
        let year = self.year?;
        Some(Self::day(
            Some(year),
            self.month.unwrap_or(1),
            self.day.unwrap_or(1),
        ))
    }

    /// The last day that the date covers: `2020-02` ends on `2020-02-29`. `None` in an open year.
    pub fn last_day(self) -> Option<Self> {
        let year = Some(self.year?);
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in_month(year, month));
        Some(Self::day(year, month, day))
    }

    /// The day after; none where it is no day, and after the last year that can be written.
    pub fn following(self) -> Option<Self> {
        let (year, month, day) = (self.year?, self.month?, self.day?);
        if day < days_in_month(Some(year), month) {
            return Some(Self::day(Some(year), month, day + 1));
        }
        if month < 12 {
            return Some(Self::day(Some(year), month + 1, 1));
        }
        (year < 9999).then(|| Self::day(Some(year + 1), 1, 1))
    }

    /// Whether the calendar has such a date; 29 February passes in an open year.
    pub fn is_valid(self) -> bool {
        match (self.month, self.day) {
            (None, None) => self.year.is_some(),
            (None, Some(_)) => false,
            (Some(month), None) => (1..=12).contains(&month),
            (Some(month), Some(day)) => {
                (1..=12).contains(&month) && day >= 1 && day <= days_in_month(self.year, month)
            }
        }
    }
}

/// Days of a month in the Gregorian calendar; February has 29 in an open year.
pub(crate) fn days_in_month(year: Option<u16>, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => {
            let leap = year.is_none_or(|y| (y % 4 == 0 && y % 100 != 0) || y % 400 == 0);
            if leap { 29 } else { 28 }
        }
        _ => 31,
    }
}

impl Edtf {
    /// The first date of the value.
    pub const fn start(self) -> EdtfDate {
        match self {
            Self::Date(date) | Self::Interval(date, _) => date,
        }
    }

    /// The last date of the value; `None` where the interval is open.
    pub const fn end(self) -> Option<EdtfDate> {
        match self {
            Self::Date(date) => Some(date),
            Self::Interval(_, end) => end,
        }
    }
}

impl fmt::Display for EdtfDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Interval(start, Some(end)) => write!(f, "{start}/{end}"),
            Self::Interval(start, None) => write!(f, "{start}/.."),
        }
    }
}

/// Why a text is no EDTF date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no EDTF date such as 2022-03-25, 2021-12, 2020 or 2022-03-24/2022-03-25")]
pub struct InvalidEdtf(String);

impl FromStr for EdtfDate {
    type Err = InvalidEdtf;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse_date(text)
            .filter(|date| date.is_valid())
            .ok_or_else(|| InvalidEdtf(text.to_owned()))
    }
}

fn parse_date(text: &str) -> Option<EdtfDate> {
    let mut parts = text.split('-');
    let year = match parts.next()? {
        "XXXX" => None,
        digits => Some(fixed_digits(digits, 4)?),
    };
    let month = match parts.next() {
        Some(digits) => Some(u8::try_from(fixed_digits(digits, 2)?).ok()?),
        None => None,
    };
    let day = match parts.next() {
        Some(digits) => Some(u8::try_from(fixed_digits(digits, 2)?).ok()?),
        None => None,
    };
    parts
        .next()
        .is_none()
        .then_some(EdtfDate { year, month, day })
}

fn fixed_digits(text: &str, width: usize) -> Option<u16> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl FromStr for Edtf {
    type Err = InvalidEdtf;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('/') {
            None => text.parse().map(Self::Date),
            Some((start, "..")) => Ok(Self::Interval(start.parse()?, None)),
            Some((start, end)) => Ok(Self::Interval(start.parse()?, Some(end.parse()?))),
        }
    }
}

/// An expression of an article that can be placed on the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateExpression {
    /// Where it stands.
    pub span: Span,
    /// The words as written.
    pub text: String,
    /// What they mean.
    pub value: Edtf,
    /// Name of the rule that read it.
    pub rule: Rule,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_covers_days() {
        let days = |text: &str| {
            let date: EdtfDate = text.parse().unwrap();
            let write = |day: Option<EdtfDate>| day.map(|day| day.to_string());
            (write(date.first_day()), write(date.last_day()))
        };
        let both = |first: &str, last: &str| (Some(first.to_owned()), Some(last.to_owned()));
        assert_eq!(days("2020"), both("2020-01-01", "2020-12-31"));
        assert_eq!(days("2020-02"), both("2020-02-01", "2020-02-29"));
        assert_eq!(days("2023-02"), both("2023-02-01", "2023-02-28"));
        assert_eq!(days("2022-03-25"), both("2022-03-25", "2022-03-25"));
        assert_eq!(days("XXXX-04-16"), (None, None));
    }
}
