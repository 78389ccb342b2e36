//! Reads dates written with numbers: days, months, quarters, years and spans of them.

use super::chain::{self, Shape};
use super::{End, Reader, Reading};
use crate::model::EdtfDate;
use crate::text::{Case, TokenKind};

impl Reader<'_> {
    /// The date written in numbers that begins at a token.
    pub(super) fn written(&self, token: usize) -> Option<Reading> {
        self.months_of_year(token)
            .or_else(|| self.half_year(token))
            .or_else(|| self.quarter(token))
            .or_else(|| self.day(token))
            .or_else(|| self.month(token))
            .or_else(|| self.year(token))
            .or_else(|| self.number(token, self.continues_days(token)))
    }

    /// The same where a date stands before it, so that a bare number will do: `19 đến 21-11`.
    pub(super) fn written_after_list_mark(&self, token: usize) -> Option<Reading> {
        let reading = self
            .day(token)
            .or_else(|| self.month(token))
            .or_else(|| self.year(token))
            .or_else(|| self.number(token, true))?;
        (reading.tokens.end <= self.sentence.end).then_some(reading)
    }

    /// The numbers at a token and one past them.
    pub(super) fn shape(&self, token: usize) -> Option<(Shape, usize)> {
        if token >= self.sentence.end {
            return None;
        }
        let brackets = self.phrases.clean(token.wrapping_sub(1)) == "(";
        chain::read(self.phrases.text, token, self.sentence.end).shape(brackets)
    }

    /// `ngày 25/3`, `ngày 24-25/3/2022`, `ngày 2 tháng 9 năm 1945`.
    pub(super) fn day(&self, token: usize) -> Option<Reading> {
        let head = self.phrases.at(self.cues.day, token)?;
        let (shape, next) = self.shape(head)?;
        let start = self.last_word(token, head);
        let reading = match shape {
            Shape::Day(date) => Reading::point(start..next, date, "date/day"),
            Shape::DayMonth(date, _) => Reading::point(start..next, date, "date/day"),
            Shape::Range(from, to) => Reading::range(start..next, from, to, "date/days"),
            Shape::Small(day) => return Some(self.day_and_month(start, day, next)),
            _ => return None,
        };
        Some(self.with_year(reading))
    }

    /// Where the noun of a cue phrase begins, so that `các ngày` is read as `ngày`.
    pub(super) fn last_word(&self, start: usize, end: usize) -> usize {
        if self.phrases.at(self.cues.unit, end - 1).is_some() {
            end - 1
        } else if self.phrases.at(self.cues.today_noun, end - 1).is_some() {
            end
        } else {
            start
        }
    }

    /// A day with the month in words behind it, or alone.
    pub(super) fn day_and_month(&self, start: usize, day: u8, next: usize) -> Reading {
        let alone = EdtfDate {
            year: None,
            month: None,
            day: Some(day),
        };
        match self.month(next) {
            Some(month) if month.end == End::Point => {
                let date = EdtfDate {
                    day: Some(day),
                    ..month.start
                };
                Reading::point(start..month.tokens.end, date, "date/day")
            }
            _ => Reading::point(start..next, alone, "date/day"),
        }
    }

    /// `tháng 12/2021`, `tháng 5`, `tháng Tư năm 2020`, `tháng 2-4/2017`.
    pub(super) fn month(&self, token: usize) -> Option<Reading> {
        if let Some((month, next)) = self.month_in_words(token) {
            let date = EdtfDate::month(None, month);
            return Some(self.with_year(Reading::point(token..next, date, "date/month")));
        }
        let head = self.phrases.at(self.cues.month, token)?;
        let (shape, next) = self.shape(head)?;
        let start = self.last_word(token, head);
        let reading = match shape {
            Shape::MonthYear(date, _) => Reading::point(start..next, date, "date/month"),
            Shape::Months(from, to) => Reading::range(start..next, from, to, "date/months"),
            Shape::DayMonth(both, '-') => {
                let (from, to) = (both.day?, both.month?);
                let date = |month| EdtfDate::month(None, month);
                (from < to)
                    .then(|| Reading::range(start..next, date(from), date(to), "date/months"))?
            }
            Shape::Small(month @ 1..=12) if self.may_be_month(token, next) => {
                Reading::point(start..next, EdtfDate::month(None, month), "date/month")
            }
            _ => return None,
        };
        Some(self.with_year(reading))
    }

    /// `6 tháng 5 ngày` is a length of time, `mỗi tháng 5 triệu` an amount.
    fn may_be_month(&self, token: usize, next: usize) -> bool {
        let counted = token > self.sentence.start
            && self.phrases.text.tokens[token - 1].kind == TokenKind::Number
            && !self.is_after_day(token);
        let counts = self.is_counted(next)
            && self.year_behind(next).is_none()
            && !self.is_year_in_words(next);
        !counted && !counts && self.phrases.before(self.cues.plural, token).is_none()
    }

    /// Whether `năm nay`, `năm ngoái` or `năm sau` stands at a token, whichever year that is.
    fn is_year_in_words(&self, token: usize) -> bool {
        let cues = self.cues;
        [cues.year_of_article, cues.year_before, cues.year_after]
            .into_iter()
            .any(|list| self.phrases.at(list, token).is_some())
    }

    /// Whether the number before a word for month is the day of that month: `ngày 2 tháng 9`.
    fn is_after_day(&self, token: usize) -> bool {
        self.phrases.before(self.cues.day, token - 1).is_some()
            || self
                .phrases
                .before(self.cues.part_of_day, token - 1)
                .is_some()
    }

    fn month_in_words(&self, token: usize) -> Option<(u8, usize)> {
        if !self.phrases.any_may_begin(self.cues.any_month, token) {
            return None;
        }
        let longest = (1..)
            .zip(&self.cues.months)
            .filter_map(|(month, &cue)| Some((self.phrases.at(cue, token)?, month)))
            .max()?;
        let (next, month) = longest;
        let named =
            (token + 1..next).all(|word| self.phrases.text.tokens[word].case != Case::Lower);
        let dated = self.phrases.at(self.cues.year, next).is_some();
        (named || dated).then_some((month, next))
    }

    /// Whether what follows a number is what it counts.
    pub(super) fn is_counted(&self, token: usize) -> bool {
        token < self.sentence.end
            && (self.phrases.at(self.cues.no_year, token).is_some()
                || self.phrases.clean(token) == "%")
    }

    /// `năm 2020`, `giai đoạn 2014-2016`, `những năm 1990`.
    pub(super) fn year(&self, token: usize) -> Option<Reading> {
        if let Some(decade) = self.decade(token) {
            return Some(decade);
        }
        let period = self.phrases.at(self.cues.period, token);
        let head = period.or_else(|| self.phrases.at(self.cues.year, token))?;
        let (shape, next) = self.shape(head)?;
        let start = if period.is_some() {
            token
        } else {
            self.last_word(token, head)
        };
        match shape {
            Shape::Year(year) if !self.is_attached(next) => Some(Reading::point(
                start..next,
                EdtfDate::year(year),
                "date/year",
            )),
            Shape::Years(from, to) => {
                let (from, to) = (EdtfDate::year(from), EdtfDate::year(to));
                Some(Reading::range(start..next, from, to, "date/years"))
            }
            _ => None,
        }
    }

    /// `những năm 1990`, `thập kỷ 80`: two digits are of the last century.
    fn decade(&self, token: usize) -> Option<Reading> {
        let head = self.phrases.at(self.cues.decade, token)?;
        let (year, next) = match self.shape(head) {
            Some((Shape::Year(year), next)) => (year, next),
            Some((Shape::Small(30), next)) => (1930, next),
            Some(_) => return None,
            None => {
                let digits = self.phrases.clean(head);
                let tens: u16 = digits.parse().ok().filter(|_| digits.len() == 2)?;
                let age = self.phrases.clean(head + 1) == "tuổi";
                (!age && tens >= 30).then_some((1900 + tens, head + 1))?
            }
        };
        let (from, to) = (EdtfDate::year(year), EdtfDate::year(year + 9));
        (year % 10 == 0).then(|| Reading::range(token..next, from, to, "date/decade"))
    }

    /// Adds the year that follows a day or month: `25/3 năm 2022`, `tháng 12 năm ngoái`.
    pub(super) fn with_year(&self, mut reading: Reading) -> Reading {
        if reading.start.year.is_some() {
            return reading;
        }
        if let Some((year, next)) = self.year_behind(reading.tokens.end) {
            reading.start.year = Some(year);
            if let End::At(end) = &mut reading.end {
                end.year = Some(year);
            }
            reading.tokens.end = next;
        }
        reading
    }

    /// The year in words at a token, absolute or as seen from the article, and one past it.
    pub(super) fn year_behind(&self, token: usize) -> Option<(u16, usize)> {
        let token = if self.phrases.clean(token) == "," {
            token + 1
        } else {
            token
        };
        let absolute = || {
            let head = self.phrases.at(self.cues.year, token)?;
            match self.shape(head)? {
                (Shape::Year(year), next) => Some((year, next)),
                _ => None,
            }
        };
        absolute().or_else(|| self.relative_year(token))
    }
}
