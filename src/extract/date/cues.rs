//! The lists of `ontology/cues/dates.toml`, looked up once.

use super::present::PresentCues;
use crate::extract::CueError;
use crate::extract::phrase::cue;
use crate::ontology::{Cue, Kinds, Ontology};

/// The cue lists around dates.
#[derive(Debug, Clone)]
pub struct DateCues {
    pub(super) day: Cue,
    pub(super) part_of_day: Cue,
    pub(super) weekday: Cue,
    pub(super) occasion: Cue,
    pub(super) no_day: Cue,
    pub(super) no_year_before: Cue,
    pub(super) month: Cue,
    pub(super) months: Vec<Cue>,
    pub(super) year: Cue,
    pub(super) period: Cue,
    pub(super) decade: Cue,
    pub(super) quarter: Cue,
    pub(super) first_months: Cue,
    pub(super) last_months: Cue,
    pub(super) first_half: Cue,
    pub(super) last_half: Cue,
    pub(super) from: Cue,
    pub(super) until: Cue,
    pub(super) until_now: Cue,
    pub(super) and: Cue,
    pub(super) plural: Cue,
    pub(super) year_before: Cue,
    pub(super) past_year: Cue,
    pub(super) year_of_article: Cue,
    pub(super) year_after: Cue,
    pub(super) year_before_that: Cue,
    pub(super) month_before: Cue,
    pub(super) month_of_article: Cue,
    pub(super) month_after: Cue,
    pub(super) today: Cue,
    pub(super) same_day: Cue,
    pub(super) yesterday: Cue,
    pub(super) tomorrow: Cue,
    pub(super) future: Cue,
    pub(super) jubilee: Cue,
    pub(super) yearly: Cue,
    pub(super) next_day: Cue,
    pub(super) lunar: Cue,
    pub(super) ago: Cue,
    /// Words before `ngày hôm nay` that make it the present times.
    pub(super) present_times: Cue,
    pub(super) established: Cue,
    /// What tells the year that a text is written in.
    pub(super) present: PresentCues,
    pub(super) document: Cue,
    pub(super) no_year: Cue,
    pub(super) unit: Cue,
    pub(super) today_noun: Cue,
    /// All of `months`.
    pub(super) any_month: Kinds,
    /// All lists with which a date told from the article's own begins.
    pub(super) any_relative: Kinds,
    /// What follows a number of months.
    pub(super) any_months: Kinds,
    /// All lists with which a date may begin.
    pub(super) any_start: Kinds,
}

impl DateCues {
    /// Looks the lists up.
    ///
    /// # Errors
    /// Names the first list that the ontology lacks.
    pub fn new(ontology: &Ontology) -> Result<Self, CueError> {
        let list = |name: &str| cue(ontology, &format!("dates.{name}"));
        let cues = Self {
            any_month: Kinds::default(),
            any_relative: Kinds::default(),
            any_months: Kinds::default(),
            any_start: Kinds::default(),
            day: list("day")?,
            part_of_day: list("part-of-day")?,
            weekday: list("weekday")?,
            occasion: list("occasion")?,
            no_day: list("no-day")?,
            no_year_before: list("no-year-before")?,
            month: list("month")?,
            months: (1..=12)
                .map(|month| list(&format!("month-{month}")))
                .collect::<Result<_, _>>()?,
            year: list("year")?,
            period: list("period")?,
            decade: list("decade")?,
            quarter: list("quarter")?,
            first_months: list("first-months")?,
            last_months: list("last-months")?,
            first_half: list("first-half")?,
            last_half: list("last-half")?,
            from: list("from")?,
            until: list("until")?,
            until_now: list("until-now")?,
            and: list("and")?,
            plural: list("plural")?,
            year_before: list("year-before")?,
            past_year: list("past-year")?,
            year_of_article: list("year-of-article")?,
            year_after: list("year-after")?,
            year_before_that: list("year-before-that")?,
            month_before: list("month-before")?,
            month_of_article: list("month-of-article")?,
            month_after: list("month-after")?,
            today: list("today")?,
            same_day: list("same-day")?,
            yesterday: list("yesterday")?,
            tomorrow: list("tomorrow")?,
            future: list("future")?,
            jubilee: list("jubilee")?,
            yearly: list("yearly")?,
            next_day: list("next-day")?,
            lunar: list("lunar")?,
            ago: list("ago")?,
            present_times: list("present-times")?,
            established: list("established")?,
            present: PresentCues::new(&list)?,
            document: list("document")?,
            no_year: list("no-year")?,
            unit: list("unit")?,
            today_noun: list("today-noun")?,
        };
        Ok(cues.with_sets())
    }

    fn with_sets(mut self) -> Self {
        self.any_month = self.months.iter().copied().collect();
        self.any_relative = Kinds::from_iter([
            self.same_day,
            self.next_day,
            self.today,
            self.yesterday,
            self.tomorrow,
            self.month_before,
            self.month_of_article,
            self.month_after,
            self.year_before_that,
            self.year_before,
            self.year_of_article,
            self.past_year,
            self.year_after,
            self.ago,
        ]);
        self.any_months = Kinds::from_iter([self.first_months, self.last_months]);
        let written = Kinds::from_iter([
            self.first_half,
            self.last_half,
            self.quarter,
            self.day,
            self.month,
            self.decade,
            self.period,
            self.year,
        ]);
        self.any_start = written.and(self.any_month).and(self.any_relative);
        self
    }
}
