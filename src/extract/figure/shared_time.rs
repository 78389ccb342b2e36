//! Times that a figure has from other figures, from the event the article tells of and from a jubilee.

use super::{Candidate, DatedTokens};
use std::collections::BTreeMap;

use super::time::Clock;
use super::unit::UnitKind;
use crate::model::{Edtf, EdtfDate};
use crate::text::{Case, TokenKind, TokenRange};

/// How many dates before or behind the day of an event may be named.
const DAYS_AROUND: usize = 4;

/// How many words of an event's name are compared.
const NAME: usize = 4;

/// How far behind the beginning of its name the day of an event may be told.
const NEAR: usize = 16;

/// How far behind the first sentence the day of its event may be named.
const LEAD: usize = 120;

/// How far before a figure `thu hút` may stand.
const ATTENDS_REACH: usize = 8;

/// How far behind a figure `đã tham dự` may stand.
const ATTENDED_REACH: usize = 30;

/// Fewest years that are a jubilee wherever they are named.
const JUBILEE: u16 = 5;

/// How far behind a figure the year of its clause may stand.
const TRAILING_REACH: usize = 10;

impl Clock<'_> {
    /// `kỷ niệm 55 năm` is of the years that the article names as so far apart; where it names neither, of
    /// none.
    pub(super) fn jubilee(&self, candidate: &Candidate) -> Option<Edtf> {
        if self.phrases.clean(candidate.unit.start) != "năm" {
            return None;
        }
        let beside = self
            .dated
            .within(&(candidate.tokens.end..candidate.sentence.end))
            .map(|date| self.dated.dates[date].value)
            .find(|&value| spans(value, candidate.value));
        if beside.is_some() {
            return beside;
        }
        let years = rounded(candidate.value)?;
        if let Some(&span) = self.jubilees.get(&years).filter(|_| years >= JUBILEE) {
            return Some(span);
        }
        let told = (candidate.sentence.start..candidate.tokens.start)
            .any(|token| self.phrases.at(self.cues.jubilee, token).is_some());
        let year = self.year_of_article().filter(|_| told)?;
        let since = year.checked_sub(years)?;
        self.years.contains(&since).then_some(Edtf::Interval(
            EdtfDate::year(since),
            Some(EdtfDate::year(year)),
        ))
    }

    /// `Tọa đàm thu hút 300 đại biểu`: those who came and what was signed are of the day told last; at
    /// the head of an article of the day told next.
    pub(super) fn day_of_event(&self, candidate: &Candidate) -> Option<Edtf> {
        let counted = matches!(candidate.kind, UnitKind::Counted | UnitKind::Guessed);
        if !counted || !self.is_attended(candidate) {
            return None;
        }
        let sentence = &candidate.sentence;
        let day = |date: usize| {
            let value = self.dated.dates[date].value;
            (value.start().day.is_some() && value.end().is_some()).then_some(value)
        };
        if let Some(named) = self.day_of_namesake(sentence) {
            return Some(named);
        }
        let before = self.dated.within(&(0..sentence.start));
        if before.is_empty() {
            let behind = self.dated.within(&(sentence.end..sentence.end + LEAD));
            return behind.take(DAYS_AROUND).find_map(day);
        }
        before.rev().take(DAYS_AROUND).find_map(day)
    }

    /// The day that an earlier sentence tells of the event with whose name this one begins.
    fn day_of_namesake(&self, sentence: &TokenRange) -> Option<Edtf> {
        let text = self.phrases.text;
        let name = sentence.start..sentence.start + NAME;
        let capital = |token: usize| text.tokens[token].case != Case::Lower;
        let is_name =
            name.end < sentence.end && capital(name.start) && name.clone().skip(1).any(capital);
        let same = |&start: &usize| {
            (0..NAME).all(|i| text.folded(start + i) == text.folded(name.start + i))
        };
        let starts = (0..sentence.start.saturating_sub(NAME)).rev().filter(same);
        let mut days = starts.filter_map(|start| {
            let dates = self.dated.within(&(start + NAME..start + NAME + NEAR));
            let mut values = dates.map(|date| self.dated.dates[date].value);
            values.find(|value| value.start().day.is_some() && value.end().is_some())
        });
        is_name.then(|| days.next())?
    }

    /// Whether a sentence without a time of its own tells of those counted that they came, or of what
    /// is counted that it was signed.
    fn is_attended(&self, candidate: &Candidate) -> bool {
        let (sentence, tokens) = (&candidate.sentence, &candidate.tokens);
        let told = |list, from: usize, to: usize| {
            (from.max(sentence.start)..to.min(sentence.end))
                .any(|token| self.phrases.at(list, token).is_some())
        };
        let before = tokens.start.saturating_sub(ATTENDS_REACH);
        let attended = told(self.cues.attends, before, tokens.start)
            || told(self.cues.attended, tokens.end, tokens.end + ATTENDED_REACH);
        let timed = !self
            .dated
            .within(&(sentence.start..tokens.start))
            .is_empty()
            || told(self.cues.present, sentence.start, tokens.start)
            || told(self.cues.over_time, sentence.start, sentence.end);
        attended && !timed
    }

    /// `58.000 khách đến thăm Việt Nam năm 2016`: the date that ends the clause of a figure.
    pub(super) fn trailing(&self, candidate: &Candidate) -> Option<Edtf> {
        let end = candidate.tokens.end;
        let limit = candidate.sentence.end.min(end + TRAILING_REACH);
        let date = self.dated.within(&(end..limit)).next()?;
        let start = self.dated.ranges[date].start;
        let text = self.phrases.text;
        let value = self.dated.dates[date].value;
        // `2 thỏa thuận tại Damascus, Syria hôm 5/2`
        let commas = usize::from(value.start().day.is_some());
        let marks = (end..start).filter(|&token| text.tokens[token].kind != TokenKind::Word);
        let plain = marks.clone().all(|token| text.clean(token) == ",") && marks.count() <= commas;
        let tells =
            |list, from: usize| (from..start).any(|token| self.phrases.at(list, token).is_some());
        let compared = tells(self.cues.compared, end);
        // `Euro 2020` is a name, `tới hết năm 2019` an end unless it is that of a goal.
        let named = text.tokens[start].kind == TokenKind::Number
            && self.phrases.before(self.cues.adverbial, start).is_none();
        let until = self.phrases.before(self.cues.until, start).is_some()
            && !tells(self.cues.aim, candidate.sentence.start);
        // `của 4 nước, Qatar hôm 24/6 tuyên bố`
        let next = self.dated.ranges[date].end;
        let says = self.phrases.at(self.cues.said, next).is_some();
        let sets = plain && value.end().is_some() && !says;
        (sets && !compared && !named && !until).then_some(value)
    }

    /// Figures of one clause share its time: `100 dự án, tổng vốn 2 tỷ USD`, `trong đó 30 dự án`, and
    /// `80 người chết và 350 người bị thương sáng 31/5`.
    pub(super) fn share(&self, candidates: &mut [Candidate]) {
        for index in (1..candidates.len()).rev() {
            let (head, tail) = candidates.split_at_mut(index);
            let (this, next) = (&mut head[index - 1], &tail[0]);
            if this.time.is_none() && this.kind == next.kind && self.is_joined_behind(this, next) {
                this.time = next.time;
            }
        }
        self.share_forward(candidates);
    }

    /// Whether two figures without a date between are joined by `và`, and the second has its time from a
    /// date behind it.
    fn is_joined_behind(&self, this: &Candidate, next: &Candidate) -> bool {
        let between = this.tokens.end..next.tokens.start;
        let told = |list| {
            let mut tokens = between.clone();
            tokens.any(|token| self.phrases.at(list, token).is_some())
        };
        let text = self.phrases.text;
        let joined = between.clone().any(|token| text.folded(token) == "và");
        let parted = between
            .clone()
            .any(|token| text.tokens[token].kind == TokenKind::Mark);
        // `6,5-6,7% trong năm 2019`
        let range = between.len() == 1 && matches!(text.clean(between.start), "-" | "–");
        this.sentence == next.sentence
            && (range || joined && !parted)
            && !told(self.cues.reaches)
            && self.dated.within(&between).is_empty()
            && (self.behind(next).is_some() || self.trailing(next).is_some())
    }

    fn share_forward(&self, candidates: &mut [Candidate]) {
        for index in 1..candidates.len() {
            let (head, tail) = candidates.split_at_mut(index);
            let (before, this) = (&head[index - 1], &mut tail[0]);
            if this.time.is_some()
                || this.kind == UnitKind::Duration
                || before.kind == UnitKind::Duration
                || before.is_baseline
                || this.is_baseline
            {
                continue;
            }
            let between = before.tokens.end..this.tokens.start;
            // `53 tỷ USD năm 2016, trong đó xuất siêu 30 tỷ USD`
            let dates = self.dated.within(&between);
            let own = dates
                .into_iter()
                .all(|date| Some(self.dated.dates[date].value) == before.time);
            let parted = between.clone().any(|token| {
                matches!(self.phrases.clean(token), ";" | "." | ":" | ")")
                    || self.phrases.at(self.cues.aim, token).is_some()
                    || self.phrases.at(self.cues.as_of_today, token).is_some()
            });
            if before.sentence == this.sentence && own && !parted {
                this.time = before.time;
            }
        }
    }

    /// A total without a time of its own has that of its parts: `5 tỷ USD (2016 đạt 2 tỷ; 2017 đạt 3 tỷ)`.
    pub(super) fn sum_up(&self, candidates: &mut [Candidate]) {
        for index in 0..candidates.len() {
            let (head, parts) = candidates.split_at_mut(index + 1);
            let total = &mut head[index];
            if self.phrases.clean(total.tokens.end) != "(" {
                continue;
            }
            let Some(close) = self.closing_bracket(total) else {
                continue;
            };
            let inside: Vec<&Candidate> = parts
                .iter()
                .take_while(|part| part.tokens.end <= close)
                .collect();
            let years: Vec<u16> = inside
                .iter()
                .filter_map(|part| year_alone(part.time))
                .collect();
            let sum: f64 = inside.iter().map(|part| part.value).sum();
            let adds_up = (sum - total.value).abs() <= total.value * 0.01;
            let (Some(&first), Some(&last)) = (years.iter().min(), years.iter().max()) else {
                continue;
            };
            if adds_up && years.len() == inside.len() && first < last {
                total.time = Some(Edtf::Interval(
                    EdtfDate::year(first),
                    Some(EdtfDate::year(last)),
                ));
            }
        }
    }

    fn closing_bracket(&self, candidate: &Candidate) -> Option<usize> {
        let mut tokens: TokenRange = candidate.tokens.end..candidate.sentence.end;
        tokens.find(|&token| self.phrases.clean(token) == ")")
    }
}

fn year_alone(time: Option<Edtf>) -> Option<u16> {
    match time {
        Some(Edtf::Date(EdtfDate {
            year,
            month: None,
            day: None,
        })) => year,
        _ => None,
    }
}

/// The spans of years between one day, month or year of two years, by their length; each as it is told first.
pub(super) fn jubilees(dated: &DatedTokens<'_>) -> BTreeMap<u16, Edtf> {
    let mut spans = BTreeMap::new();
    for date in dated.dates {
        if let Some(years) = length(date.value) {
            spans.entry(years).or_insert(date.value);
        }
    }
    spans
}

/// How many years an interval is long that ends on the day, month or year on which it began; a jubilee may
/// name its last year alone (`24/6/1967-2017`).
fn length(value: Edtf) -> Option<u16> {
    let (start, end) = (value.start(), value.end()?);
    let (from, to) = start.year.zip(end.year)?;
    let same = end.month.is_none() || (start.month, start.day) == (end.month, end.day);
    to.checked_sub(from).filter(|&years| same && years > 0)
}

/// Whether an interval is this many years long.
fn spans(value: Edtf, years: f64) -> bool {
    let years = rounded(years);
    years.is_some() && length(value) == years
}

/// A whole number of years.
fn rounded(years: f64) -> Option<u16> {
    let fits = (1.0..=900.0).contains(&years) && years.fract() == 0.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fits.then_some(years as u16)
}
