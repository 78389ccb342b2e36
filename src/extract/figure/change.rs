//! Finds by how many per cent a figure changed.

use super::unit::UnitKind;
use super::{Candidate, Reader};
use crate::text::TokenKind;

/// Farthest a change may stand behind what changed, in tokens.
const REACH: usize = 30;

impl Reader<'_> {
    /// Moves percentages of increase and decrease to the figures they belong to. One that belongs to
    /// none stays a figure of its own, since the text reports it, and is its own change.
    pub(super) fn attach_changes(&self, candidates: &mut Vec<Candidate>) {
        for index in 0..candidates.len() {
            let Some(sign) = self.sign(&candidates[index]) else {
                continue;
            };
            candidates[index].is_change = true;
            let host = self
                .reached(candidates, index)
                .or_else(|| self.changed(candidates, index));
            if let Some(host) = host {
                candidates[host].change = Some(sign * candidates[index].value);
                candidates[index].time = None;
                self.mark_baseline(candidates, index);
                candidates[index].kind = UnitKind::Percent;
                candidates[index].tokens.end = candidates[index].tokens.start;
            } else if !self.is_growth(candidates[index].tokens.start)
                && !self.is_goal(candidates[index].tokens.start)
            {
                candidates[index].change = Some(sign * candidates[index].value);
            }
        }
        candidates.retain(|candidate| !candidate.tokens.is_empty());
    }

    /// The sign of a percentage that is a change.
    fn sign(&self, candidate: &Candidate) -> Option<f64> {
        if candidate.kind != UnitKind::Percent {
            return None;
        }
        let (start, end) = (candidate.tokens.start, candidate.tokens.end);
        let compared = self.phrases.at(self.cues.compared, end).is_some();
        // `giảm 80% nguồn thu` is a share of what follows, not a change of what stands before.
        let of_something = self
            .phrases
            .text
            .tokens
            .get(end)
            .is_some_and(|next| next.kind == TokenKind::Word)
            && !compared
            && end < self.sentence.end
            && self.phrases.at(self.cues.no_unit, end).is_none()
            && self.phrases.at(self.cues.duration, end).is_none();
        if of_something {
            return None;
        }
        let cue = self.cue_of_change(start)?;
        let raises = self.phrases.at(self.cues.raised, cue).is_some();
        Some(if raises { 1.0 } else { -1.0 })
    }

    /// `tốc độ tăng trưởng 6%`: a rate rather than a change of what is spoken of.
    fn is_growth(&self, start: usize) -> bool {
        let cue = self.cue_of_change(start);
        cue.is_some_and(|cue| self.phrases.at(self.cues.growth, cue).is_some())
    }

    /// `phấn đấu tăng 10%`: a change that has not happened.
    fn is_goal(&self, start: usize) -> bool {
        let mut before = self.sentence.start..start;
        before.any(|token| self.phrases.at(self.cues.aim, token).is_some())
    }

    /// Where the word of increase or decrease before a percentage begins.
    fn cue_of_change(&self, start: usize) -> Option<usize> {
        let before = |end| {
            self.phrases
                .before(self.cues.raised, end)
                .or_else(|| self.phrases.before(self.cues.lowered, end))
        };
        let softened = || before(self.phrases.before(self.cues.approximately, start)?);
        before(start).or_else(softened)
    }

    /// The figure reached by a change: `tăng 10%, đạt 5 tỷ USD`, `tăng 10% so với năm 2019, lên 5 tỷ USD`.
    fn reached(&self, candidates: &[Candidate], change: usize) -> Option<usize> {
        let host = change + 1;
        let next = candidates
            .get(host)
            .filter(|next| next.kind != UnitKind::Percent)?;
        let mut at = candidates[change].tokens.end;
        if let Some(compared) = self.phrases.at(self.cues.compared, at) {
            at = compared;
            let dates = self.dated.within(&(at..next.tokens.start));
            if let Some(date) = self
                .dated
                .ranges
                .get(dates.start)
                .filter(|range| range.start <= at + 2)
            {
                at = date.end;
            }
        }
        if self.phrases.clean(at) == "," {
            at += 1;
        }
        let reaches = self.phrases.at(self.cues.reaches, at)?;
        let start = next.tokens.start;
        let direct = reaches == start
            || self
                .phrases
                .before(self.cues.approximately, start)
                .is_some_and(|soft| soft <= reaches);
        (direct && next.change.is_none()).then_some(host)
    }

    /// The figure before a change: `đạt 5 tỷ USD, tăng 10%`.
    fn changed(&self, candidates: &[Candidate], change: usize) -> Option<usize> {
        let start = candidates[change].tokens.start;
        let host = (0..change)
            .rev()
            .find(|&index| !candidates[index].is_change && !self.is_share(candidates, index))?;
        let candidate = &candidates[host];
        let between = candidate.tokens.end..start;
        let parted = between
            .clone()
            .any(|token| self.phrases.clean(token) == ";");
        let told_of_it = self.cue_of_change(start).is_some_and(|cue| {
            matches!(
                self.phrases.clean(cue.saturating_sub(1)),
                "," | "(" | "-" | "–" | "và"
            )
        });
        let plain = told_of_it
            && candidate.change.is_none()
            && !candidate.is_baseline
            && candidate.kind != UnitKind::Duration;
        (plain && !parted && between.len() <= REACH).then_some(host)
    }

    /// `21.000 người, chiếm 2% dân số`: a percentage that says how much of a whole the figure before it is.
    fn is_share(&self, candidates: &[Candidate], index: usize) -> bool {
        let candidate = &candidates[index];
        let start = candidate.tokens.start;
        let part = self.phrases.before(self.cues.share, start).is_some();
        part && index > 0 && candidate.kind == UnitKind::Percent
    }

    /// The amount in brackets behind a change is what it was before.
    fn mark_baseline(&self, candidates: &mut [Candidate], change: usize) {
        let end = candidates[change].tokens.end;
        if let Some(next) = candidates.get_mut(change + 1) {
            let bracket = (end..next.tokens.start)
                .rev()
                .find(|&token| matches!(self.phrases.clean(token), "(" | ")" | ";"));
            next.is_baseline = bracket.is_some_and(|token| self.phrases.clean(token) == "(");
        }
    }
}
