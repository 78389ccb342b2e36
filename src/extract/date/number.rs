//! Reads dates that begin with a number, where the words around it allow it.

use super::chain::Shape;
use super::{Reader, Reading};
use crate::model::EdtfDate;
use crate::text::{Case, TokenKind};

impl Reader<'_> {
    /// A date that begins with its number. In a `list` a bare number counts too.
    pub(super) fn number(&self, token: usize, list: bool) -> Option<Reading> {
        let text = self.phrases.text;
        if token >= self.sentence.end
            || text.tokens[token].kind != TokenKind::Number
            || self.is_glued(token)
        {
            return None;
        }
        let (shape, next) = self.shape(token)?;
        let tokens = token..next;
        if let Shape::Day(date) = shape
            && !self.is_document_number(token, next)
        {
            return Some(Reading::point(tokens, date, "date/day"));
        }
        let surely_day = matches!(shape, Shape::DayMonth(..)) && self.follows_part_of_day(token);
        if self.is_attached(next)
            || self.is_counted(next) && !surely_day
            || self.is_document_number(token, next)
        {
            return None;
        }
        let reading = match shape {
            Shape::MonthYear(date, '/') if !self.is_no_day(token) => {
                Reading::point(tokens, date, "date/month")
            }
            Shape::Months(from, to) => Reading::range(tokens, from, to, "date/months"),
            Shape::Range(from, to) if !self.is_no_day(token) => {
                Reading::range(tokens, from, to, "date/days")
            }
            Shape::Years(from, to) => {
                let (from, to) = (EdtfDate::year(from), EdtfDate::year(to));
                Reading::range(tokens, from, to, "date/years")
            }
            Shape::DayMonth(date, mark) if list || self.may_be_day(token, next, mark) => {
                Reading::point(tokens, date, "date/day")
            }
            Shape::Year(year) if self.may_be_year(token, year) => {
                return Some(Reading::point(
                    tokens,
                    EdtfDate::year(year),
                    "date/bare-year",
                ));
            }
            Shape::Small(day) => return self.small(token, day, next, list),
            _ => return None,
        };
        Some(self.with_year(reading))
    }

    /// A bare number: the day of a month in words, or the first of several days.
    fn small(&self, token: usize, day: u8, next: usize, list: bool) -> Option<Reading> {
        let reading = self.day_and_month(token, day, next);
        if !reading.is_bare_day() {
            let dated = reading.start.year.is_some() || self.follows_part_of_day(token);
            return dated.then_some(reading);
        }
        let introduced =
            self.phrases.before(self.cues.from, token).is_some() || self.follows_part_of_day(token);
        let connected = self.phrases.at(self.cues.until, next).is_some();
        (list || introduced && connected).then_some(reading)
    }

    fn may_be_day(&self, token: usize, next: usize, mark: char) -> bool {
        if self.follows_part_of_day(token) || self.continues_list(token) {
            return true;
        }
        let first: u8 = self.phrases.clean(token).parse().unwrap_or(0);
        if mark != '/' || self.is_no_day(token) {
            return false;
        }
        let before = token
            .checked_sub(1)
            .map_or("", |before| self.phrases.clean(before));
        let in_brackets = before == "(" && matches!(self.phrases.clean(next), ")" | "," | ";");
        let around_the_clock = first == 24 && self.phrases.clean(next - 1) == "7";
        let occasion = self.phrases.before(self.cues.occasion, token).is_some();
        let padded = self.phrases.clean(token).starts_with('0');
        in_brackets
            || occasion && !self.is_fraction(first, next)
            || (first > 12 || padded) && !around_the_clock
    }

    /// `1/3 số đại biểu`: a small number over a larger one, with a noun behind it.
    fn is_fraction(&self, numerator: u8, next: usize) -> bool {
        let denominator: u8 = self.phrases.clean(next - 1).parse().unwrap_or(0);
        let noun_follows = next < self.sentence.end
            && self.phrases.text.tokens[next].kind == TokenKind::Word
            && self.phrases.text.tokens[next].case == Case::Lower;
        numerator < denominator && noun_follows
    }

    fn is_no_day(&self, token: usize) -> bool {
        self.phrases.before(self.cues.no_day, token).is_some()
    }

    /// Whether a part of the day or a weekday stands before, possibly with a comma or bracket between.
    fn follows_part_of_day(&self, token: usize) -> bool {
        let follows = |end: usize| {
            self.phrases.before(self.cues.part_of_day, end).is_some()
                || self.phrases.before(self.cues.weekday, end).is_some()
                || self.phrases.before(self.cues.day, end).is_some()
        };
        let behind_mark = token
            .checked_sub(1)
            .filter(|&mark| matches!(self.phrases.clean(mark), "," | "(" | "-"));
        follows(token) || behind_mark.is_some_and(follows)
    }

    /// Whether a date stands before, with nothing but a comma or `và` between.
    fn continues_list(&self, token: usize) -> bool {
        self.last_reading().is_some_and(|last| {
            let end = last.tokens.end;
            end == token || self.list_mark(end) == Some(token)
        })
    }

    /// Whether the token goes on with a list of days.
    pub(super) fn continues_days(&self, token: usize) -> bool {
        self.continues_list(token)
            && self
                .last_reading()
                .is_some_and(|last| last.start.day.is_some())
    }

    fn may_be_year(&self, token: usize, year: u16) -> bool {
        let amount = self
            .phrases
            .before(self.cues.no_year_before, token)
            .is_some();
        (1900..2060).contains(&year) && (!amount || self.continues_list(token))
    }

    /// `53/2014/NĐ-CP`, `Nghị định 06/2017`: the number of a document.
    fn is_document_number(&self, token: usize, next: usize) -> bool {
        let announced = self.phrases.before(self.cues.document, token).is_some();
        let text = self.phrases.text;
        let coded = matches!(self.phrases.clean(next), "/" | "-")
            && next + 1 < self.sentence.end
            && !text.tokens[next].space_before
            && !text.tokens[next + 1].space_before
            && text.tokens[next + 1].case != Case::Lower;
        announced || coded
    }

    /// Whether a word or number touches a number on its left: `Covid-19`, `10h30`, `9001:2015`.
    fn is_glued(&self, token: usize) -> bool {
        let text = self.phrases.text;
        let Some(before) = token
            .checked_sub(1)
            .filter(|_| !text.tokens[token].space_before)
        else {
            return false;
        };
        match text.tokens[before].kind {
            TokenKind::Mark => {
                let joins = matches!(text.clean(before), "/" | "-" | "." | ":" | "+" | "–");
                let free = text.tokens[before].space_before || before == self.sentence.start;
                joins && !free && !self.ends_reading(before) && !self.ends_edition(before)
            }
            _ => true,
        }
    }

    /// `lần thứ VI-2017`: an edition with its year.
    fn ends_edition(&self, token: usize) -> bool {
        let edition = token
            .checked_sub(1)
            .map_or("", |before| self.phrases.clean(before));
        !edition.is_empty()
            && edition
                .chars()
                .all(|letter| matches!(letter, 'I' | 'V' | 'X'))
    }

    fn ends_reading(&self, token: usize) -> bool {
        self.last_reading()
            .is_some_and(|last| last.tokens.end == token)
    }

    /// Whether a word or a further number touches a number on its right: `5G`, `3/4-1`.
    pub(super) fn is_attached(&self, next: usize) -> bool {
        let text = self.phrases.text;
        let touches = |token: usize| token < self.sentence.end && !text.tokens[token].space_before;
        touches(next)
            && match text.tokens[next].kind {
                TokenKind::Mark => {
                    matches!(text.clean(next), "/" | ":" | "%" | "x")
                        && touches(next + 1)
                        && text.tokens[next + 1].kind != TokenKind::Mark
                        || text.clean(next) == "%"
                }
                _ => true,
            }
    }
}
