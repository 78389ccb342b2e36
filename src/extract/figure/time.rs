//! Finds the time that a figure speaks of.

use std::collections::{BTreeMap, BTreeSet};

use super::shared_time;
use super::unit::UnitKind;
use super::{Candidate, DatedTokens, FigureCues};
use crate::extract::phrase::Phrases;
use crate::model::{Article, DateExpression, Edtf, EdtfDate};

/// Gives every figure its time, where its sentence, the one before it or the whole article says it.
pub(super) fn assign(
    phrases: &Phrases<'_>,
    cues: &FigureCues,
    dated: &DatedTokens<'_>,
    article: &Article,
    candidates: &mut [Candidate],
) {
    let published = article
        .metadata
        .date
        .as_deref()
        .and_then(|date| date.parse::<EdtfDate>().ok());
    let clock = Clock {
        phrases,
        cues,
        dated,
        published,
        topic: None,
        years: dated
            .dates
            .iter()
            .filter_map(|d| d.value.start().year)
            .collect(),
        jubilees: shared_time::jubilees(dated),
    };
    let clock = Clock {
        topic: topic_year(dated).filter(|&year| clock.is_over(year)),
        ..clock
    };
    for candidate in candidates.iter_mut() {
        candidate.time = clock.time_of(candidate);
    }
    clock.share(candidates);
    clock.sum_up(candidates);
}

pub(super) struct Clock<'a> {
    pub(super) phrases: &'a Phrases<'a>,
    pub(super) cues: &'a FigureCues,
    pub(super) dated: &'a DatedTokens<'a>,
    published: Option<EdtfDate>,
    /// The year that the whole article reports on.
    topic: Option<u16>,
    /// The years that the article names.
    pub(super) years: BTreeSet<u16>,
    /// The spans between one day, month or year of two years, by their lengths.
    pub(super) jubilees: BTreeMap<u16, Edtf>,
}

impl Clock<'_> {
    fn time_of(&self, candidate: &Candidate) -> Option<Edtf> {
        if candidate.is_baseline {
            return self.baseline(candidate);
        }
        if candidate.kind == UnitKind::Duration {
            return self
                .jubilee(candidate)
                .or_else(|| {
                    self.behind(candidate)
                        .filter(|_| self.may_be_dated(candidate))
                })
                .or_else(|| self.spent(candidate));
        }
        self.behind(candidate)
            .or_else(|| self.before(candidate))
            .map(|time| self.closed(time))
            .or_else(|| self.present(candidate))
            .or_else(|| self.trailing(candidate))
            .or_else(|| self.day_of_event(candidate))
            .or_else(|| self.carried(candidate))
    }

    /// `tăng 3 lần năm 2016`, `3 ngày (từ 29 đến 31/5)`, unlike `nhiệm kỳ 5 năm 2016-2021`.
    fn may_be_dated(&self, candidate: &Candidate) -> bool {
        let unit = |list| self.phrases.at(list, candidate.unit.start).is_some();
        let bracket = self.phrases.clean(candidate.tokens.end) == "(";
        unit(self.cues.time) || bracket && unit(self.cues.days)
    }

    /// `Trong tháng 3/2017, các bên đã họp 7 ngày`: days and weeks are of the time of their clause.
    fn spent(&self, candidate: &Candidate) -> Option<Edtf> {
        let short = self
            .phrases
            .at(self.cues.days, candidate.unit.start)
            .is_some();
        let done = self.is_done(candidate);
        self.before(candidate).filter(|_| short && done)
    }

    /// Whether the sentence of a figure reports what was done.
    fn is_done(&self, candidate: &Candidate) -> bool {
        let mut sentence = candidate.sentence.clone();
        sentence.any(|token| self.phrases.at(self.cues.past, token).is_some())
    }

    /// `5 tỷ USD trong năm 2019`, `94 triệu USD năm 2016`.
    pub(super) fn behind(&self, candidate: &Candidate) -> Option<Edtf> {
        let end = candidate.tokens.end;
        let dates = self.dated.within(&(end..candidate.sentence.end));
        let date = dates.start;
        let start = self
            .dated
            .ranges
            .get(date)
            .filter(|_| !dates.is_empty())?
            .start;
        let adverbial = |at| self.phrases.at(self.cues.adverbial, at) == Some(start);
        let bracket = self.phrases.clean(end) == "(" && (start == end + 1 || adverbial(end + 1));
        let direct = start == end || adverbial(end) || bracket;
        let alone = !bracket || self.phrases.clean(self.dated.ranges[date].end) == ")";
        (direct && alone).then(|| self.dated.dates[date].value)
    }

    /// The last date before the figure that sets the time of its clause.
    fn before(&self, candidate: &Candidate) -> Option<Edtf> {
        let start = candidate.tokens.start;
        let dates = self.dated.within(&(candidate.sentence.start..start));
        let date = dates.rev().find(|&date| self.sets_time(date, candidate))?;
        let range = &self.dated.ranges[date];
        let value = self.dated.dates[date].value;
        let by_day = value.start().day.is_some() && value.end().is_some();
        let told = (range.end..start).any(|token| self.phrases.at(self.cues.said, token).is_some());
        let aside = self.is_aside(range.end, start);
        (!by_day || !told && !aside).then_some(value)
    }

    /// Whether a bracket opens between two tokens and is still open at the second.
    fn is_aside(&self, from: usize, to: usize) -> bool {
        let last = (from..to)
            .rev()
            .find(|&token| matches!(self.phrases.clean(token), "(" | ")"));
        last.is_some_and(|token| self.phrases.clean(token) == "(")
    }

    /// Whether a date stands where an adverb of time does, in no bracket that the figure lies outside
    /// of, and is not what something is compared with.
    fn sets_time(&self, date: usize, candidate: &Candidate) -> bool {
        let range = &self.dated.ranges[date];
        let phrases = self.phrases;
        let compared = (range.start.saturating_sub(5)..range.start).any(|token| {
            phrases
                .at(self.cues.compared, token)
                .is_some_and(|end| end <= range.start)
        });
        // `tàu vừa đến hôm nay (4/6) với 29 sĩ quan`
        let open = range.start.saturating_sub(1);
        let explains =
            phrases.clean(open) == "(" && phrases.before(self.cues.adverbial, open).is_some();
        let opens = range.start == candidate.sentence.start
            || self.dated.dates[date].rule == "date/relative"
            || phrases.before(self.cues.adverbial, range.start).is_some()
            || phrases.before(self.cues.aim, range.start).is_some()
            || matches!(
                phrases.clean(range.start - 1),
                "," | "(" | ";" | ":" | "“" | "\"" | "-" | "–" | "[" | "*" | "+"
            );
        let amounts = phrases.at(self.cues.amounts_to, range.end).is_some()
            || phrases.at(self.cues.approximately, range.end) == Some(candidate.tokens.start);
        let closed = (range.end..candidate.tokens.start).any(|token| phrases.clean(token) == ")")
            && !(range.end..candidate.tokens.start).any(|token| phrases.clean(token) == "(");
        // `Giai đoạn 2018-2022, …` sets the time, `kế hoạch … giai đoạn 2018-2022` does not.
        let target = self.dated.dates[date].rule == "date/years"
            && !(opens && phrases.clean(range.end) == ",")
            && phrases.before(self.cues.adverbial, range.start).is_none();
        (opens || amounts) && !compared && (!closed || explains) && !target
    }

    /// An open period in a review of one year ends with that year.
    fn closed(&self, time: Edtf) -> Edtf {
        match (time, self.topic) {
            (Edtf::Interval(start, None), Some(year)) if start.year == Some(year) => {
                Edtf::Date(EdtfDate::year(year))
            }
            _ => time,
        }
    }

    /// What a change is measured from has the time that the change is compared with.
    fn baseline(&self, candidate: &Candidate) -> Option<Edtf> {
        let dates = self.dated.within(&candidate.sentence);
        let compared = |date: &usize| {
            let range = &self.dated.ranges[*date];
            (range.start.saturating_sub(5)..range.start)
                .any(|token| self.phrases.at(self.cues.compared, token).is_some())
        };
        let before = dates
            .clone()
            .rev()
            .filter(|&date| self.dated.ranges[date].end <= candidate.tokens.start)
            .find(compared);
        let date = before.or_else(|| dates.into_iter().find(compared))?;
        Some(self.dated.dates[date].value)
    }

    /// `hiện nay` is the year of publication, or of the last day that the article names. What an article
    /// without a date says in passing to be so (`hiện có`, `đang sinh sống`) is of no year in particular.
    fn present(&self, candidate: &Candidate) -> Option<Edtf> {
        let dated = self.published.is_some();
        let list = if dated {
            self.cues.present
        } else {
            self.cues.as_of_today
        };
        let says = |token| self.phrases.at(list, token).is_some() && !self.is_within_word(token);
        let end = candidate.tokens.end;
        let lives = |token| self.phrases.at(self.cues.living, token).is_some();
        let told = (candidate.sentence.start..candidate.tokens.start).any(says)
            || dated && (end..candidate.sentence.end.min(end + LIVING_REACH)).any(lives);
        let year = self.year_of_article().filter(|_| told)?;
        Some(Edtf::Date(EdtfDate::year(year)))
    }

    /// Whether `hiện` at a token is a syllable of another word: `thực hiện`, `hiện đại`.
    fn is_within_word(&self, token: usize) -> bool {
        let word = self.cues.no_present;
        self.phrases.at(word, token).is_some()
            || token > 0 && self.phrases.at(word, token - 1).is_some()
    }

    /// The year of publication, or of the last day that the article names.
    pub(super) fn year_of_article(&self) -> Option<u16> {
        self.published
            .and_then(|date| date.year)
            .or_else(|| self.reported_year())
    }

    /// The year of the days that the article reports on, where it is none of long ago.
    fn reported_year(&self) -> Option<u16> {
        let dates = || {
            let dates = self.dated.dates.iter();
            let once = dates.filter(|date| date.rule != "date/every-year");
            once.map(|date| date.value.start())
        };
        let days = || dates().filter(|date| date.day.is_some());
        let year = days().map(|date| date.year).max()??;
        let latest = dates().filter_map(|date| date.year).max()?;
        let known = days().all(|date| date.year.is_some());
        (known && latest - year <= LONG_AGO).then_some(year)
    }

    /// Whether an article was written when a year was over.
    fn is_over(&self, year: u16) -> bool {
        self.year_of_article().is_none_or(|present| present > year)
    }

    /// The year that the whole article reports on, for what was done.
    fn carried(&self, candidate: &Candidate) -> Option<Edtf> {
        let year = self.topic.filter(|_| self.is_done(candidate))?;
        Some(Edtf::Date(EdtfDate::year(year)))
    }
}

/// How far behind a figure `đang sinh sống` may stand.
const LIVING_REACH: usize = 8;

/// Years after which a day named in an article is history.
const LONG_AGO: u16 = 5;

/// Fewest dates that make their year the topic of an article.
const TOPIC_DATES: usize = 4;

/// The year of most dates of an article, where it reports on a year as a whole.
fn topic_year(dated: &DatedTokens<'_>) -> Option<u16> {
    let years: Vec<u16> = dated
        .dates
        .iter()
        .filter_map(|date| date.value.start().year)
        .collect();
    let count = |year: u16| years.iter().filter(|&&other| other == year).count();
    let named = |year: u16| {
        let whole = |date: &&DateExpression| date.value == Edtf::Date(EdtfDate::year(year));
        dated.dates.iter().filter(whole).count()
    };
    let year = years
        .iter()
        .copied()
        .max_by_key(|&year| (count(year), year))?;
    (named(year) >= 2 && count(year) >= TOPIC_DATES && count(year) * 2 >= years.len())
        .then_some(year)
}
