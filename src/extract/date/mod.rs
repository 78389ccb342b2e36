//! Finds expressions that can be placed on the calendar, and says where.

mod chain;
mod cues;
mod number;
mod part;
mod present;
mod relative;
mod written;
mod year;

#[cfg(test)]
mod tests;

use crate::extract::phrase::Phrases;
use crate::model::{Article, DateExpression, Edtf, EdtfDate};
use crate::ontology::{Matches, Ontology};
use crate::text::{Text, TokenKind, TokenRange};

pub use cues::DateCues;

/// The dates of a text, in order. What has no year takes it from the article's date or from the text
/// around it; where neither settles it, the year stays open.
pub fn dates(
    text: &Text,
    ontology: &Ontology,
    matches: &Matches,
    cues: &DateCues,
    article: &Article,
) -> Vec<DateExpression> {
    let phrases = Phrases::new(text, matches);
    let published = article
        .metadata
        .date
        .as_deref()
        .and_then(|date| date.parse().ok());
    let mut reader = Reader {
        phrases,
        ontology,
        cues,
        published,
        sentence: 0..0,
        readings: Vec::new(),
    };
    reader.read_all();
    if published.is_none() {
        reader.published = present::settle(&reader);
        if reader.published.is_some() {
            reader.read_all();
        }
    }
    year::complete(&mut reader);
    let Reader { readings, .. } = reader;
    readings
        .into_iter()
        .filter_map(|reading| reading.into_expression(text))
        .collect()
}

/// Where a reading ends in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// With its start: it is no interval.
    Point,
    /// Not at all.
    Open,
    /// With this date.
    At(EdtfDate),
}

/// A date as far as it is read; its year may still be open.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Reading {
    tokens: TokenRange,
    start: EdtfDate,
    end: End,
    rule: &'static str,
}

impl Reading {
    fn point(tokens: TokenRange, start: EdtfDate, rule: &'static str) -> Self {
        Self {
            tokens,
            start,
            end: End::Point,
            rule,
        }
    }

    fn range(tokens: TokenRange, start: EdtfDate, end: EdtfDate, rule: &'static str) -> Self {
        Self {
            end: End::At(end),
            ..Self::point(tokens, start, rule)
        }
    }

    /// Whether only a day of the month is known so far.
    fn is_bare_day(&self) -> bool {
        self.start.month.is_none() && self.start.day.is_some()
    }

    fn into_expression(self, text: &Text) -> Option<DateExpression> {
        let value = match self.end {
            End::Point => Edtf::Date(self.start),
            End::Open => Edtf::Interval(self.start, None),
            End::At(end) => Edtf::Interval(self.start, Some(end)),
        };
        let valid = self.start.is_valid() && value.end().is_none_or(EdtfDate::is_valid);
        valid.then(|| DateExpression {
            span: text.span(self.tokens.clone()),
            text: text.phrase(self.tokens),
            value,
            rule: self.rule.into(),
        })
    }
}

/// Reads dates sentence by sentence.
struct Reader<'a> {
    phrases: Phrases<'a>,
    ontology: &'a Ontology,
    cues: &'a DateCues,
    published: Option<EdtfDate>,
    /// The sentence at hand.
    sentence: TokenRange,
    readings: Vec<Reading>,
}

impl Reader<'_> {
    fn read_all(&mut self) {
        self.readings.clear();
        let text = self.phrases.text;
        for sentence in &text.sentences {
            self.read_sentence(sentence.tokens.clone());
        }
    }

    fn read_sentence(&mut self, sentence: TokenRange) {
        let mut token = sentence.start;
        self.sentence = sentence;
        while token < self.sentence.end {
            match self.expression(token) {
                Some(mut reading) => {
                    self.take_year_of_sentence(&mut reading);
                    token = reading.tokens.end.max(token + 1);
                    if !self.is_lunar(token) {
                        self.readings.push(reading);
                    }
                }
                None => token += 1,
            }
        }
    }

    /// Whether what stands behind a date says that it is of the lunar calendar: `ngày 10/3 âm lịch`.
    fn is_lunar(&self, next: usize) -> bool {
        let next = next + usize::from(self.phrases.clean(next) == "(");
        self.phrases.at(self.cues.lunar, next).is_some()
    }

    /// Parts of a year are of the year that the sentence spoke of last: `4 tháng đầu năm 2016 …, 7 tháng
    /// cuối năm`.
    fn take_year_of_sentence(&self, reading: &mut Reading) {
        let part = matches!(reading.rule, "date/months" | "date/quarter");
        if !part || reading.start.year.is_some() {
            return;
        }
        // `quý 1 năm nay` behind `năm 2016` is of another year.
        let this_year = |token| self.phrases.at(self.cues.year_of_article, token).is_some();
        if reading.tokens.clone().any(this_year) || this_year(reading.tokens.end) {
            return;
        }
        let year = self.year_of_sentence();
        reading.start.year = year;
        if let End::At(end) = &mut reading.end {
            end.year = year;
        }
    }

    /// The reading that ended last, where it lies in this sentence.
    fn last_reading(&self) -> Option<&Reading> {
        let last = self.readings.last()?;
        (last.tokens.start >= self.sentence.start).then_some(last)
    }

    /// The date that begins at a token, with what continues it.
    fn expression(&self, token: usize) -> Option<Reading> {
        let may_begin = self.phrases.any_may_begin(self.cues.any_start, token)
            || self.phrases.text.tokens[token].kind == TokenKind::Number
            || self.phrases.any_may_begin(self.cues.any_months, token + 1);
        if !may_begin {
            return None;
        }
        let first = self.written(token).or_else(|| self.relative(token))?;
        if first.end == End::Point
            && let Some(range) = self.continued(&first)
        {
            return Some(range);
        }
        let first = self.listed(first)?;
        Some(self.opened(first))
    }

    /// `first` as the beginning of a period: `từ 19 đến 21-11`, `tháng 3 - tháng 5/2017`.
    fn continued(&self, first: &Reading) -> Option<Reading> {
        let behind = first.tokens.end;
        let by_dash = matches!(self.phrases.clean(behind), "-" | "–" | "—");
        let joined = self.phrases.at(self.cues.and, behind);
        let next = if by_dash {
            behind + 1
        } else {
            self.phrases.at(self.cues.until, behind).or(joined)?
        };
        let second = self.written_after_list_mark(next)?;
        // `trong hai ngày 26 và 27/4`: two days, one behind the other.
        let follows = first.is_bare_day()
            && first.start.day.map(|day| day + 1) == second.start.day
            && second.start.month.is_some();
        if !by_dash && joined == Some(next) && !follows {
            return None;
        }
        if second.end != End::Point || second.tokens.end > self.sentence.end {
            return None;
        }
        let inherited = EdtfDate {
            year: first.start.year.or(second.start.year),
            month: first
                .start
                .month
                .or_else(|| first.start.day.and(second.start.month)),
            day: first.start.day,
        };
        let same_grain = inherited.day.is_some() == second.start.day.is_some()
            && inherited.month.is_some() == second.start.month.is_some();
        let bracketed = self.phrases.clean(first.tokens.start.wrapping_sub(1)) == "(";
        // `từ năm 1985 đến tháng 12/2016`, `(24/6/1967-2017)`: each end is as precise as it is told.
        let years = first.start.year.zip(second.start.year);
        let two_grains = years.is_some_and(|(from, to)| from < to) && (!by_dash || bracketed);
        if !same_grain && !two_grains
            || !bracketed && self.is_anniversary(first.start, second.start)
        {
            return None;
        }
        let mut end = second.start;
        end.year = end.year.or(first.start.year);
        let start = if first.start.year.is_none() {
            chain::before(inherited, end)
        } else {
            inherited
        };
        let tokens = first.tokens.start..second.tokens.end;
        let ordered = start <= end || start.year.is_none();
        (ordered && start != end).then(|| Reading::range(tokens, start, end, "date/period"))
    }

    /// `20/5/1947 - 20/5/2017` names two days rather than the years between them, unless in brackets.
    fn is_anniversary(&self, start: EdtfDate, end: EdtfDate) -> bool {
        start.day.is_some()
            && (start.month, start.day) == (end.month, end.day)
            && start.year != end.year
    }

    /// Completes `first` from what follows in a list: `ngày 14 và 15/5`, `tháng 3 và tháng 4/2017`. A day
    /// whose month stays unknown is none.
    fn listed(&self, mut first: Reading) -> Option<Reading> {
        let mut next = first.tokens.end;
        while first.is_bare_day() || first.start.year.is_none() && first.end == End::Point {
            let Some(following) = self
                .list_mark(next)
                .and_then(|next| self.written_after_list_mark(next))
            else {
                break;
            };
            let found = following.start;
            if first.is_bare_day() {
                first.start.month = found.month;
                first.start.year = found.year;
            } else if found.day.is_some() == first.start.day.is_some() {
                first.start.year = found.year;
            } else {
                break;
            }
            next = following.tokens.end;
        }
        if first.is_bare_day() {
            let published = self.published.filter(|_| self.is_named_day(&first))?;
            first.start = EdtfDate {
                day: first.start.day,
                ..published
            };
            first.start.month?;
        }
        Some(first)
    }

    /// Whether a bare number is surely a day: `sáng ngày 15`.
    fn is_named_day(&self, reading: &Reading) -> bool {
        let start = reading.tokens.start;
        let said = self.phrases.clean(start).to_lowercase() == "ngày";
        let end = self.phrases.clean(reading.tokens.end);
        said && (matches!(end, "," | "." | ")" | "")
            || self.phrases.before(self.cues.part_of_day, start).is_some())
    }

    fn list_mark(&self, token: usize) -> Option<usize> {
        match self.phrases.clean(token) {
            "," => Some(
                self.phrases
                    .at(self.cues.and, token + 1)
                    .unwrap_or(token + 1),
            ),
            _ => self.phrases.at(self.cues.and, token),
        }
    }

    /// Steps back over the hour before a day: `từ 20h ngày 30/4`.
    fn before_hour(&self, start: usize) -> usize {
        let hour = |token: &usize| {
            let word = self.phrases.text.folded(*token);
            word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with(['h', 'g'])
                || matches!(word, "giờ" | "h" | "phút" | "hôm")
                || self.phrases.text.tokens[*token].kind == TokenKind::Number
        };
        (start.saturating_sub(4).max(self.sentence.start)..start)
            .rev()
            .take_while(hour)
            .last()
            .unwrap_or(start)
    }

    /// A single date that begins a period without an end: `từ ngày 15/3`, `từ năm 2014 đến nay`.
    fn opened(&self, mut reading: Reading) -> Reading {
        let from = self
            .phrases
            .before(self.cues.from, self.before_hour(reading.tokens.start))
            .filter(|&from| self.phrases.before(self.cues.established, from).is_none())
            .is_some();
        let until_now = self
            .phrases
            .at(self.cues.until_now, reading.tokens.end)
            .is_some();
        if reading.end == End::Point && (from || until_now) {
            reading.end = End::Open;
            reading.rule = "date/open";
        }
        reading
    }
}
