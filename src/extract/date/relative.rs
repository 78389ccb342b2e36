//! Reads dates that are told from the day of publication: `hôm qua`, `tháng trước`, `năm nay`.

use super::{End, Reader, Reading};
use crate::model::EdtfDate;
use crate::text::{Case, TokenKind};

impl Reader<'_> {
    /// The date at a token that only the article's own date settles.
    pub(super) fn relative(&self, token: usize) -> Option<Reading> {
        if !self.phrases.any_may_begin(self.cues.any_relative, token) {
            return None;
        }
        self.same_day(token)
            .or_else(|| self.relative_day(token))
            .or_else(|| self.relative_month(token))
            .or_else(|| self.years_ago(token))
            .or_else(|| {
                let (year, next) = self
                    .relative_year(token)
                    .filter(|_| !self.is_plural(token))?;
                Some(Reading::point(
                    token..next,
                    EdtfDate::year(year),
                    "date/relative",
                ))
            })
    }

    /// `cùng ngày`, `ngày hôm sau`: the day that was told last, or the one after it.
    fn same_day(&self, token: usize) -> Option<Reading> {
        let same = self.phrases.at(self.cues.same_day, token);
        let next = same.or_else(|| self.phrases.at(self.cues.next_day, token))?;
        let told = || {
            let days = self.readings.iter().rev().filter(|r| r.end == End::Point);
            days.filter(|reading| reading.start.day.is_some())
        };
        // A day of another year is told aside.
        let this_year = self.published.and_then(|date| date.year);
        let of_article = |reading: &&Reading| {
            let year = reading.start.year;
            year.is_none() || year == this_year
        };
        let last = this_year
            .and_then(|_| told().find(of_article))
            .or_else(|| told().next())?;
        let day = if same.is_some() {
            last.start
        } else {
            day_after(last.start)?
        };
        (!self.is_dated(next)).then(|| Reading::point(token..next, day, "date/same-day"))
    }

    fn relative_day(&self, token: usize) -> Option<Reading> {
        let phrases = &self.phrases;
        let Some(today) = self.published.filter(|date| date.day.is_some()) else {
            return self.day_of_story(token);
        };
        let (next, date) = if let Some(next) = phrases.at(self.cues.today, token) {
            (next, Some(today))
        } else if let Some(next) = phrases.at(self.cues.yesterday, token) {
            (next, day_before(today))
        } else {
            (phrases.at(self.cues.tomorrow, token)?, day_after(today))
        };
        let plain = self.is_adverb(token) && !self.is_dated(next);
        plain.then(|| Some(Reading::point(token..next, date?, "date/relative")))?
    }

    /// `hôm nay` where the day of publication is unknown: the one day that was told before.
    fn day_of_story(&self, token: usize) -> Option<Reading> {
        let next = self.phrases.at(self.cues.today, token)?;
        let mut days = self
            .readings
            .iter()
            .filter(|reading| reading.end == End::Point && reading.start.day.is_some())
            .map(|reading| reading.start);
        let day = days.next()?;
        let one = days.all(|other| (other.month, other.day) == (day.month, day.day));
        // `thành tựu như ngày hôm nay`
        let present_times = self
            .phrases
            .before(self.cues.present_times, token)
            .is_some();
        let plain = one && !present_times && self.is_adverb(token) && !self.is_dated(next);
        plain.then(|| Reading::point(token..next, day, "date/relative"))
    }

    /// Whether a date in numbers stands behind, which says the same: `hôm qua (30/9)`.
    fn is_dated(&self, next: usize) -> bool {
        (next..next + 3)
            .filter(|&token| token < self.sentence.end)
            .any(|token| self.phrases.text.tokens[token].kind == TokenKind::Number)
    }

    /// `hôm nay` behind a noun means the present day: `Việt Nam hôm nay`.
    fn is_adverb(&self, token: usize) -> bool {
        let text = self.phrases.text;
        let Some(before) = token
            .checked_sub(1)
            .filter(|&before| before >= self.sentence.start)
        else {
            return true;
        };
        let two_words = self.phrases.at(self.cues.today_noun, token).is_some();
        !two_words
            || text.tokens[before].kind == TokenKind::Mark
            || self.phrases.before(self.cues.occasion, token).is_some()
            || self.phrases.before(self.cues.part_of_day, token).is_some()
    }

    fn relative_month(&self, token: usize) -> Option<Reading> {
        let published = self.published?;
        let month = published.month?;
        let (next, steps) = if let Some(next) = self.phrases.at(self.cues.month_before, token) {
            (next, -1)
        } else if let Some(next) = self.phrases.at(self.cues.month_of_article, token) {
            (next, 0)
        } else {
            (self.phrases.at(self.cues.month_after, token)?, 1)
        };
        let date = month_away(published.year, month, steps)?;
        (!self.is_plural(token)).then(|| Reading::point(token..next, date, "date/relative"))
    }

    /// `cách đây 50 năm`.
    fn years_ago(&self, token: usize) -> Option<Reading> {
        let number = self.phrases.at(self.cues.ago, token)?;
        let years: u16 = self.phrases.clean(number).parse().ok()?;
        let counted = self.phrases.clean(number + 1) == "năm";
        let year = self.published?.year?.checked_sub(years)?;
        let next = number + 2;
        (counted && next <= self.sentence.end)
            .then(|| Reading::point(token..next, EdtfDate::year(year), "date/relative"))
    }

    /// The year at a token as seen from the article, and one past its words.
    pub(super) fn relative_year(&self, token: usize) -> Option<(u16, usize)> {
        if token >= self.sentence.end {
            return None;
        }
        if let Some(next) = self.phrases.at(self.cues.year_before_that, token) {
            let anchor = self.year_of_sentence().or(self.published?.year)?;
            return Some((anchor - 1, next));
        }
        let published = self.published?;
        let year = published.year?;
        let at = |cue| self.phrases.at(cue, token);
        if let Some(next) = at(self.cues.year_before) {
            Some((year - 1, next))
        } else if let Some(next) = at(self.cues.year_of_article) {
            Some((year, next))
        } else if let Some(next) = at(self.cues.past_year) {
            // In summer nobody knows which year `năm qua` is; around New Year all do.
            match published.month? {
                1..=3 => Some((year - 1, next)),
                11..=12 => Some((year, next)),
                _ => None,
            }
        } else {
            // `bước sang năm thứ bảy` counts years.
            let next =
                at(self.cues.year_after).filter(|&next| self.phrases.clean(next) != "thứ")?;
            // Before the lunar New Year the calendar's year is still to come for many writers.
            let ahead = published.month? <= 2 && self.year_of_sentence() == Some(year);
            Some((if ahead { year } else { year + 1 }, next))
        }
    }

    /// Whether `năm` or `tháng` at a token is counted: `những năm qua`, `5 năm tới`.
    fn is_plural(&self, token: usize) -> bool {
        let text = self.phrases.text;
        token > self.sentence.start
            && (text.tokens[token - 1].kind == TokenKind::Number
                || text.tokens[token - 1].case == Case::Lower
                    && self.phrases.before(self.cues.plural, token).is_some())
    }

    /// The year that the sentence spoke of last.
    pub(super) fn year_of_sentence(&self) -> Option<u16> {
        self.readings
            .iter()
            .rev()
            .take_while(|reading| reading.tokens.start >= self.sentence.start)
            .find_map(|reading| reading.start.year)
    }
}

/// The month this many steps from one, also where the year is open.
fn month_away(year: Option<u16>, month: u8, steps: i16) -> Option<EdtfDate> {
    let from_january = i16::from(month) - 1 + steps;
    let month = u8::try_from(from_january.rem_euclid(12) + 1).ok()?;
    let year = match year {
        Some(year) => Some(year.checked_add_signed(from_january.div_euclid(12))?),
        None => None,
    };
    Some(EdtfDate::month(year, month))
}

fn day_before(date: EdtfDate) -> Option<EdtfDate> {
    let (year, month, day) = (date.year?, date.month?, date.day?);
    let found = match (month, day) {
        (1, 1) => EdtfDate::day(Some(year - 1), 12, 31),
        (_, 1) => (28..=31)
            .rev()
            .map(|last| EdtfDate::day(Some(year), month - 1, last))
            .find(|date| date.is_valid())?,
        _ => EdtfDate::day(Some(year), month, day - 1),
    };
    Some(found)
}

/// The next day, also where the year is open.
fn day_after(date: EdtfDate) -> Option<EdtfDate> {
    let (year, month, day) = (date.year, date.month?, date.day?);
    [
        EdtfDate::day(year, month, day + 1),
        EdtfDate::day(year, month + 1, 1),
        EdtfDate::day(year.map(|year| year + 1), 1, 1),
    ]
    .into_iter()
    .find(|date| date.is_valid())
}
