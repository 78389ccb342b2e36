//! The lists that tell the year a text is written in, looked up once.

use crate::extract::CueError;
use crate::ontology::Cue;

/// Cue lists; `ontology/cues/dates.toml` says what each holds.
#[derive(Debug, Clone)]
pub(in crate::extract::date) struct PresentCues {
    pub(super) horizon: Cue,
    pub(super) during: Cue,
    pub(super) early: Cue,
    pub(super) begun: Cue,
    pub(super) ending: Cue,
    pub(super) since: Cue,
    pub(super) from_begin: Cue,
    pub(super) reached: Cue,
    pub(super) counts: Cue,
    pub(super) as_of: Cue,
    pub(super) aim: Cue,
    pub(super) planned: Cue,
    pub(super) compared: Cue,
    pub(super) is_or_will: Cue,
    pub(super) office: Cue,
    pub(super) begins: Cue,
    pub(super) elected: Cue,
    pub(super) relations: Cue,
    pub(super) birth: Cue,
    pub(super) festive: Cue,
    pub(super) timeless: Cue,
    pub(super) roughly: Cue,
    pub(super) seat: Cue,
}

impl PresentCues {
    /// Looks the lists up.
    pub(in crate::extract::date) fn new(
        list: &impl Fn(&str) -> Result<Cue, CueError>,
    ) -> Result<Self, CueError> {
        Ok(Self {
            horizon: list("horizon")?,
            during: list("during")?,
            early: list("early")?,
            begun: list("begun")?,
            ending: list("ending")?,
            since: list("since")?,
            from_begin: list("from-begin")?,
            reached: list("reached")?,
            counts: list("counts")?,
            as_of: list("as-of")?,
            aim: list("aim")?,
            planned: list("planned")?,
            compared: list("compared")?,
            is_or_will: list("is-or-will")?,
            office: list("office")?,
            begins: list("begins")?,
            elected: list("elected")?,
            relations: list("relations")?,
            birth: list("birth")?,
            festive: list("festive")?,
            timeless: list("timeless")?,
            roughly: list("roughly")?,
            seat: list("seat")?,
        })
    }
}
