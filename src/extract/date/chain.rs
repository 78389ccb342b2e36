//! Reads numbers joined by strokes, hyphens and points: `25/3/2022`, `24-25/3`, `2021 - 2030`.

use crate::model::EdtfDate;
use crate::text::{Text, TokenKind};

/// Most numbers of a chain: `26/6/2016-1/7/2016`.
const LONGEST: usize = 6;

/// Numbers and the marks between them.
#[derive(Debug, Default)]
pub(super) struct Chain {
    numbers: Vec<Number>,
    /// The mark behind each number but the last: `/`, `-` or `.`.
    marks: Vec<char>,
}

#[derive(Debug, Clone, Copy)]
struct Number {
    value: u32,
    width: usize,
    /// One past the token it stands in.
    end: usize,
    /// Whether blanks stand around the mark behind it.
    loose: bool,
}

/// What a chain may mean; which of the words around it must allow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One number up to 31.
    Small(u8),
    /// `2022`.
    Year(u16),
    /// `2014-2016`.
    Years(u16, u16),
    /// `12/2021`, with its mark.
    MonthYear(EdtfDate, char),
    /// `25/3`, with its mark.
    DayMonth(EdtfDate, char),
    /// `25/3/2022`.
    Day(EdtfDate),
    /// `24-25/3`, `26/6-1/7/2017`, `2-4/2017`.
    Range(EdtfDate, EdtfDate),
    /// `2-4/2017` with two numbers that may be months; days would need no year.
    Months(EdtfDate, EdtfDate),
}

/// Reads the chain that begins at a token, not beyond `limit`.
pub(super) fn read(text: &Text, token: usize, limit: usize) -> Chain {
    let mut chain = Chain::default();
    let mut at = token;
    while at < limit && chain.push_token(text, at) {
        let Some((mark, loose)) = joint(text, at + 1, limit) else {
            break;
        };
        if let Some(last) = chain.numbers.last_mut() {
            last.loose = loose;
        }
        chain.marks.push(mark);
        at += 2;
    }
    chain.marks.truncate(chain.numbers.len().saturating_sub(1));
    chain
}

/// The mark at a token that joins the numbers before and behind it, and whether blanks stand around it.
fn joint(text: &Text, token: usize, limit: usize) -> Option<(char, bool)> {
    let next = text.tokens.get(token + 1)?;
    if token + 1 >= limit || next.kind != TokenKind::Number {
        return None;
    }
    let before = text.tokens[token].space_before;
    let mark = match text.clean(token) {
        "/" => '/',
        "." => '.',
        "-" | "–" | "—" => '-',
        _ => return None,
    };
    let loose = before || next.space_before;
    // `5 /1997` is a slip of the one who typed it.
    let slipped = mark == '/' && before != next.space_before && text.clean(token + 1).len() == 4;
    (!loose || mark == '-' || slipped).then_some((mark, loose && mark == '-'))
}

impl Chain {
    /// Takes the numbers of a token: `7.2016` holds two.
    fn push_token(&mut self, text: &Text, token: usize) -> bool {
        let written = text.clean(token);
        let parts = written.split('.').count();
        if text.tokens[token].kind != TokenKind::Number
            || written.contains(',')
            || self.numbers.len() + parts > LONGEST
        {
            return false;
        }
        for (i, part) in written.split('.').enumerate() {
            let Ok(value) = part.parse() else {
                return false;
            };
            if i > 0 {
                self.marks.push('.');
            }
            self.numbers.push(Number {
                value,
                width: part.len(),
                end: token + 1,
                loose: false,
            });
        }
        true
    }

    /// The longest reading, and one past the token where it ends. One day of two years is a jubilee: the
    /// years between them where it stands in `brackets`, else two days.
    pub(super) fn shape(&self, brackets: bool) -> Option<(Shape, usize)> {
        (1..=self.numbers.len()).rev().find_map(|length| {
            let cut_inside = self
                .numbers
                .get(length)
                .is_some_and(|next| next.end == self.numbers[length - 1].end);
            // What is left over may only follow a full date, or a loose hyphen.
            let shape = shape(&self.numbers[..length], &self.marks[..length - 1])?;
            let rest_is_apart = length == self.numbers.len()
                || self.numbers[length - 1].loose
                || matches!(shape, Shape::Day(_)) && self.marks[length - 1] == '-';
            let two_days = !brackets && is_jubilee(shape);
            (!cut_inside && rest_is_apart && !two_days)
                .then_some((shape, self.numbers[length - 1].end))
        })
    }
}

fn shape(numbers: &[Number], marks: &[char]) -> Option<Shape> {
    match (numbers, marks) {
        ([a], []) => single(*a),
        ([a, b], ['-']) if a.year().is_some() && b.year().is_some() => {
            let (from, to) = (a.year()?, b.year()?);
            if from == to {
                return Some(Shape::Year(from));
            }
            (from < to && to - from <= 80).then_some(Shape::Years(from, to))
        }
        ([a, b], [mark]) => month_year(*a, *b)
            .map(|date| Shape::MonthYear(date, *mark))
            .or_else(|| Some(Shape::DayMonth(day_month(*a, *b)?, *mark))),
        ([a, b, c], [s, t]) if s == t => full_day(*a, *b, *c, *s)
            .map(Shape::Day)
            .or_else(|| (*s == '-').then(|| day_range(*a, *b, *c, None))?),
        ([a, b, c], ['-', _]) => match c.year() {
            Some(year) => {
                let (from, to) = (a.month()?, b.month()?);
                let date = |month| EdtfDate::month(Some(year), month);
                (from < to).then(|| Shape::Months(date(from), date(to)))
            }
            None => day_range(*a, *b, *c, None),
        },
        ([a, b, c, d], ['-', t, u]) if t == u => day_range(*a, *b, *c, Some(d.year()?)),
        // `24/6/1967-2017`: since a day, until a year.
        ([a, b, c, d], [s, t, '-']) if s == t => {
            let (start, end) = (full_day(*a, *b, *c, *s)?, EdtfDate::year(d.year()?));
            (start < end).then_some(Shape::Range(start, end))
        }
        ([a, b, c, d], [s, '-', u]) if s == u => {
            let start = month_year(*a, *b).or_else(|| day_month(*a, *b))?;
            let end = month_year(*c, *d).or_else(|| day_month(*c, *d))?;
            (start.day.is_some() == end.day.is_some()).then_some(Shape::Range(start, end))
        }
        ([a, b, c, d, e], [s, '-', u, v]) if s == u && u == v => {
            let end = full_day(*c, *d, *e, *u)?;
            let start = EdtfDate {
                year: end.year,
                ..day_month(*a, *b)?
            };
            Some(Shape::Range(before(start, end), end))
        }
        ([a, b, c, d, e, f], [s, t, '-', u, v]) if s == t && u == v => {
            let (start, end) = (full_day(*a, *b, *c, *s)?, full_day(*d, *e, *f, *u)?);
            (start < end).then_some(Shape::Range(start, end))
        }
        _ => None,
    }
}

/// The same day of two years.
fn is_jubilee(shape: Shape) -> bool {
    matches!(shape, Shape::Range(start, end)
        if start.day.is_some() && (start.month, start.day) == (end.month, end.day))
}

fn single(number: Number) -> Option<Shape> {
    match number.year() {
        Some(year) => Some(Shape::Year(year)),
        None => number.day().map(Shape::Small),
    }
}

fn month_year(month: Number, year: Number) -> Option<EdtfDate> {
    Some(EdtfDate::month(Some(year.year()?), month.month()?))
}

fn day_month(day: Number, month: Number) -> Option<EdtfDate> {
    let date = EdtfDate::day(None, month.month()?, day.day()?);
    date.is_valid().then_some(date)
}

/// A full date; a year of two digits only behind strokes (`5/9/17`).
fn full_day(day: Number, month: Number, year: Number, mark: char) -> Option<EdtfDate> {
    let short = || {
        let value = u16::try_from(year.value).ok()?;
        (mark == '/' && year.width == 2 && value < 50).then_some(2000 + value)
    };
    let date = EdtfDate::day(
        Some(year.year().or_else(short)?),
        month.month()?,
        day.day()?,
    );
    date.is_valid().then_some(date)
}

fn day_range(from: Number, to: Number, month: Number, year: Option<u16>) -> Option<Shape> {
    let date = |day| EdtfDate::day(year, month.month().unwrap_or(0), day);
    let (start, end) = (date(from.day()?), date(to.day()?));
    (start.is_valid() && end.is_valid() && start <= end).then_some(if start == end {
        Shape::DayMonth(start, '/')
    } else {
        Shape::Range(start, end)
    })
}

/// `start` in the year before where it would lie behind `end`.
pub(super) fn before(start: EdtfDate, end: EdtfDate) -> EdtfDate {
    if start > end {
        EdtfDate {
            year: start.year.map(|year| year.saturating_sub(1)),
            ..start
        }
    } else {
        start
    }
}

impl Number {
    fn year(self) -> Option<u16> {
        let year = u16::try_from(self.value).ok()?;
        (self.width == 4 && (1000..2100).contains(&year)).then_some(year)
    }

    fn month(self) -> Option<u8> {
        let month = u8::try_from(self.value).ok()?;
        (self.width <= 2 && (1..=12).contains(&month)).then_some(month)
    }

    fn day(self) -> Option<u8> {
        let day = u8::try_from(self.value).ok()?;
        (self.width <= 2 && (1..=31).contains(&day)).then_some(day)
    }
}
