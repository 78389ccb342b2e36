//! Reads parts of a year: first months, halves, quarters.

use super::chain::Shape;
use super::{Reader, Reading};
use crate::model::EdtfDate;
use crate::ontology::NUMBERS;
use crate::text::{TokenKind, TokenRange};

impl Reader<'_> {
    /// `6 tháng đầu năm 2012`, `sáu tháng cuối năm`, `9 tháng năm 2019`.
    pub(super) fn months_of_year(&self, token: usize) -> Option<Reading> {
        let count = self.small_number(token)?;
        let first = self.phrases.at(self.cues.first_months, token + 1);
        let last = self.phrases.at(self.cues.last_months, token + 1);
        let next = first.or(last)?;
        let (from, to) = if first.is_some() {
            (1, count)
        } else {
            (13 - count, 12)
        };
        let ends_in_year = self.phrases.clean(next - 1).to_lowercase() == "năm";
        // `năm` may be the phrase's own last word or begin the next one (`6 tháng đầu năm nay`).
        let year_at = if ends_in_year { next - 1 } else { next };
        let (year, end) = self
            .year_behind(year_at)
            .map_or((None, next), |(year, end)| (Some(year), end));
        let is_plain_count = !ends_in_year && year.is_none()
            || year.is_none() && self.phrases.clean(next - 2).to_lowercase() == "tháng";
        let date = |month| EdtfDate::month(year, month);
        (!is_plain_count && from < to)
            .then(|| Reading::range(token..end, date(from), date(to), "date/months"))
    }

    /// A number of months, in digits or words.
    fn small_number(&self, token: usize) -> Option<u8> {
        let text = self.phrases.text;
        if token + 1 >= self.sentence.end {
            return None;
        }
        match text.tokens[token].kind {
            TokenKind::Number => text
                .clean(token)
                .parse()
                .ok()
                .filter(|count| (2..=11).contains(count)),
            TokenKind::Word if NUMBERS.is_ten(text.short_word(token)) => Some(10),
            TokenKind::Word => NUMBERS
                .digit(text.short_word(token))
                .filter(|&count| count > 1)
                .and_then(|count| u8::try_from(count).ok()),
            TokenKind::Mark => None,
        }
    }

    /// `nửa đầu năm 2017`.
    pub(super) fn half_year(&self, token: usize) -> Option<Reading> {
        let first = self.phrases.at(self.cues.first_half, token);
        let next = first.or_else(|| self.phrases.at(self.cues.last_half, token))?;
        let (from, to) = if first.is_some() { (1, 6) } else { (7, 12) };
        let (year, end) = self.year_behind(next - 1)?;
        let date = |month| EdtfDate::month(Some(year), month);
        Some(Reading::range(
            token..end,
            date(from),
            date(to),
            "date/months",
        ))
    }

    /// `quý I/2020`, `quý 1 năm 2017`.
    pub(super) fn quarter(&self, token: usize) -> Option<Reading> {
        let number = self.phrases.at(self.cues.quarter, token)?;
        let (quarter, next) = match (self.phrases.clean(number), self.shape(number)) {
            ("I", _) => (1, number + 1),
            ("II", _) => (2, number + 1),
            ("III", _) => (3, number + 1),
            ("IV", _) => (4, number + 1),
            (_, Some((Shape::MonthYear(both, _), next))) if both.month <= Some(4) => {
                let quarter = both.month?;
                return Some(quarter_of(token..next, quarter, both.year));
            }
            (_, Some((Shape::Small(quarter @ 1..=4), next))) => (quarter, next),
            _ => return None,
        };
        if matches!(self.phrases.clean(next), "/" | "-")
            && let Some((Shape::Year(year), end)) = self.shape(next + 1)
        {
            return Some(quarter_of(token..end, quarter, Some(year)));
        }
        let (year, end) = self
            .year_behind(next)
            .map_or((None, next), |(year, end)| (Some(year), end));
        Some(quarter_of(token..end, quarter, year))
    }
}

fn quarter_of(tokens: TokenRange, quarter: u8, year: Option<u16>) -> Reading {
    let date = |month| EdtfDate::month(year, month);
    Reading::range(
        tokens,
        date(3 * quarter - 2),
        date(3 * quarter),
        "date/quarter",
    )
}
