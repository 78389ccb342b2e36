//! The lists of `ontology/cues/figures.toml`, looked up once.

use crate::extract::CueError;
use crate::extract::phrase::cue;
use crate::ontology::{Cue, Ontology};

/// The cue lists around figures.
#[derive(Debug, Clone)]
pub struct FigureCues {
    /// Magnitudes with their power of ten.
    pub(super) magnitudes: [(Cue, u32); 4],
    pub(super) no_magnitude: Cue,
    pub(super) percent: Cue,
    pub(super) currency: Cue,
    pub(super) measure: Cue,
    pub(super) container: Cue,
    pub(super) duration: Cue,
    pub(super) age: Cue,
    pub(super) classifier: Cue,
    /// Countable nouns, in groups whose members are named together (`tỉnh, thành phố`).
    pub(super) nouns: [Cue; 6],
    pub(super) compound: Cue,
    pub(super) no_unit: Cue,
    pub(super) no_figure: Cue,
    pub(super) among: Cue,
    pub(super) vague: Cue,
    pub(super) approximately: Cue,
    pub(super) raised: Cue,
    pub(super) lowered: Cue,
    pub(super) times: Cue,
    pub(super) compared: Cue,
    pub(super) reaches: Cue,
    pub(super) amounts_to: Cue,
    pub(super) present: Cue,
    pub(super) aim: Cue,
    pub(super) no_present: Cue,
    pub(super) as_of_today: Cue,
    pub(super) past: Cue,
    pub(super) said: Cue,
    pub(super) clock_before: Cue,
    pub(super) clock_behind: Cue,
    pub(super) no_length: Cue,
    pub(super) adverbial: Cue,
    pub(super) party: Cue,
    pub(super) jubilee: Cue,
    pub(super) living: Cue,
    pub(super) attends: Cue,
    pub(super) attended: Cue,
    pub(super) over_time: Cue,
    pub(super) no_range: Cue,
    pub(super) time: Cue,
    pub(super) days: Cue,
    pub(super) length: Cue,
    pub(super) growth: Cue,
    pub(super) share: Cue,
    pub(super) until: Cue,
}

impl FigureCues {
    /// Looks the lists up.
    ///
    /// # Errors
    /// Names the first list that the ontology lacks.
    pub fn new(ontology: &Ontology) -> Result<Self, CueError> {
        let list = |name: &str| cue(ontology, &format!("figures.{name}"));
        Ok(Self {
            magnitudes: [
                (list("thousand")?, 3),
                (list("ten-thousand")?, 4),
                (list("million")?, 6),
                (list("billion")?, 9),
            ],
            no_magnitude: list("no-magnitude")?,
            percent: list("percent")?,
            currency: list("currency")?,
            measure: list("measure")?,
            container: list("container")?,
            duration: list("duration")?,
            age: list("age")?,
            classifier: list("classifier")?,
            nouns: [
                list("noun-event")?,
                list("noun-text")?,
                list("noun-place")?,
                list("noun-body")?,
                list("noun-person")?,
                list("noun")?,
            ],
            compound: cue(ontology, "compounds.word")?,
            no_unit: list("no-unit")?,
            no_figure: list("no-figure")?,
            among: list("among")?,
            vague: list("vague")?,
            approximately: list("approximately")?,
            raised: list("raised")?,
            lowered: list("lowered")?,
            times: list("times")?,
            compared: list("compared")?,
            reaches: list("reaches")?,
            amounts_to: list("amounts-to")?,
            present: list("present")?,
            aim: list("aim")?,
            no_present: list("no-present")?,
            as_of_today: list("as-of-today")?,
            past: list("past")?,
            said: list("said")?,
            clock_before: list("clock-before")?,
            clock_behind: list("clock-behind")?,
            no_length: list("no-length")?,
            adverbial: list("adverbial")?,
            party: list("party")?,
            jubilee: list("jubilee")?,
            living: list("living")?,
            attends: list("attends")?,
            attended: list("attended")?,
            over_time: list("over-time")?,
            no_range: list("no-range")?,
            time: list("time")?,
            days: list("days")?,
            length: list("length")?,
            growth: list("growth")?,
            share: list("share")?,
            until: list("until")?,
        })
    }
}
