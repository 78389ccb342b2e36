//! Finds the numbers that a text reports as facts, with what they count, their time and their change.

mod change;
mod cues;
mod number;
mod pair;
mod shared_time;
mod time;
mod unit;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod time_tests;

use crate::extract::phrase::Phrases;
use crate::model::{Article, DateExpression, Figure};
use crate::ontology::Matches;
use crate::text::{Case, Text, TokenKind, TokenRange};

pub use cues::FigureCues;
use number::Amount;
use unit::UnitKind;

/// The figures of a text, in order; `dates` are those of the same text.
pub fn figures(
    text: &Text,
    matches: &Matches,
    cues: &FigureCues,
    dates: &[DateExpression],
    article: &Article,
) -> Vec<Figure> {
    let phrases = Phrases::new(text, matches);
    let dated = DatedTokens::new(text, dates);
    let mut found: Vec<Candidate> = Vec::new();
    for sentence in &text.sentences {
        let reader = Reader {
            phrases: &phrases,
            cues,
            dated: &dated,
            sentence: sentence.tokens.clone(),
        };
        let mut candidates = reader.candidates();
        reader.attach_changes(&mut candidates);
        found.extend(candidates);
    }
    time::assign(&phrases, cues, &dated, article, &mut found);
    found
        .into_iter()
        .map(|candidate| candidate.into_figure(text))
        .collect()
}

/// Which tokens belong to dates.
struct DatedTokens<'a> {
    dates: &'a [DateExpression],
    /// Tokens of each date.
    ranges: Vec<TokenRange>,
}

impl<'a> DatedTokens<'a> {
    fn new(text: &Text, dates: &'a [DateExpression]) -> Self {
        let ranges = dates
            .iter()
            .map(|date| {
                let start = text
                    .tokens
                    .partition_point(|token| token.span.end <= date.span.start);
                let end = text
                    .tokens
                    .partition_point(|token| token.span.start < date.span.end);
                start..end
            })
            .collect();
        Self { dates, ranges }
    }

    /// The dates that lie in a run of tokens.
    fn within(&self, tokens: &TokenRange) -> std::ops::Range<usize> {
        let from = self
            .ranges
            .partition_point(|range| range.start < tokens.start);
        let to = self
            .ranges
            .partition_point(|range| range.start < tokens.end);
        from..to
    }

    fn covers(&self, token: usize) -> bool {
        let next = self.ranges.partition_point(|range| range.end <= token);
        self.ranges
            .get(next)
            .is_some_and(|range| range.contains(&token))
    }
}

/// A figure while it is read.
#[derive(Debug, Clone)]
struct Candidate {
    sentence: TokenRange,
    /// Number and unit.
    tokens: TokenRange,
    unit: TokenRange,
    kind: UnitKind,
    value: f64,
    change: Option<f64>,
    /// A percentage that is a change of something.
    is_change: bool,
    /// What a change is measured from: `tăng 5% (44 tỷ đồng)`.
    is_baseline: bool,
    time: Option<crate::model::Edtf>,
}

impl Candidate {
    fn into_figure(self, text: &Text) -> Figure {
        let unit = if self.unit.is_empty() {
            "đồng".to_owned()
        } else {
            text.phrase(self.unit)
        };
        let rule = match self.kind {
            UnitKind::Percent => "figure/percent",
            UnitKind::Currency => "figure/currency",
            UnitKind::Measure => "figure/measure",
            UnitKind::Duration => "figure/duration",
            UnitKind::Counted => "figure/counted",
            UnitKind::Guessed => "figure/guessed",
        };
        Figure {
            value: self.value,
            unit,
            time: self.time,
            change: self.change,
            owner: None,
            span: text.span(self.tokens.clone()),
            text: text.phrase(self.tokens),
            evidence: text.span(self.sentence),
            rule: rule.into(),
        }
    }
}

/// Reads the figures of one sentence.
struct Reader<'a> {
    phrases: &'a Phrases<'a>,
    cues: &'a FigureCues,
    dated: &'a DatedTokens<'a>,
    sentence: TokenRange,
}

impl Reader<'_> {
    fn candidates(&self) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut token = self.sentence.start;
        while token < self.sentence.end {
            if let Some(both) = self.pair(token) {
                token = both[1].tokens.end;
                found.extend(both);
                continue;
            }
            match self.candidate(token) {
                Some(candidate) => {
                    token = candidate.tokens.end;
                    found.push(candidate);
                }
                None => token += 1,
            }
        }
        found
    }

    fn candidate(&self, token: usize) -> Option<Candidate> {
        let amount = match self.phrases.text.tokens[token].kind {
            TokenKind::Number => number::in_digits(self.phrases, self.cues, token),
            TokenKind::Word => self.number_in_words(token),
            TokenKind::Mark => None,
        }?;
        if self.dated.covers(token) || self.is_glued(token) {
            return None;
        }
        self.counted(token, &amount)
    }

    /// An amount with its unit.
    fn counted(&self, token: usize, amount: &Amount) -> Option<Candidate> {
        if amount.end > self.sentence.end || self.is_joined(amount.end) {
            return None;
        }
        let mut unit = self.unit(token, amount)?;
        if self.dated.covers(unit.tokens.start) {
            return None;
        }
        // `lượt người năm 2016`
        while unit.end > unit.tokens.start + 1 && self.dated.covers(unit.end - 1) {
            unit.end -= 1;
            unit.tokens.end = unit.tokens.end.min(unit.end);
        }
        let value = match unit.kind {
            UnitKind::Counted | UnitKind::Currency | UnitKind::Duration | UnitKind::Guessed => {
                amount.grouped
            }
            UnitKind::Percent | UnitKind::Measure => amount.value,
        };
        Some(Candidate {
            sentence: self.sentence.clone(),
            tokens: token..unit.end.max(amount.end),
            unit: unit.tokens,
            kind: unit.kind,
            value,
            change: None,
            is_change: false,
            is_baseline: false,
            time: None,
        })
    }

    /// Numbers below ten are written in words where they are no figures.
    fn number_in_words(&self, token: usize) -> Option<Amount> {
        number::in_words(self.phrases, self.cues, token)
            .filter(|amount| amount.value >= 10.0)
            .filter(|_| self.phrases.before(self.cues.vague, token).is_none())
    }

    /// The unit of an amount, unless the number only tells one thing from others.
    fn unit(&self, token: usize, amount: &Amount) -> Option<unit::Unit> {
        let Some(unit) = unit::find(self.phrases, self.cues, amount.end, self.sentence.end) else {
            // `88.000 tỷ` says what it counts by being so large.
            let money = amount.value >= 1e9 && amount.has_magnitude && !self.names(token);
            return money.then_some(unit::Unit {
                tokens: amount.end..amount.end,
                end: amount.end,
                kind: UnitKind::Currency,
            });
        };
        let fits = match unit.kind {
            UnitKind::Percent | UnitKind::Currency => true,
            UnitKind::Guessed => {
                !self.names(token) && (!self.follows_name(token) || self.is_softened(token, amount))
            }
            UnitKind::Duration => !self.names(token) && self.is_length(token, &unit),
            // `quan hệ giữa 2 nước`: the two spoken of.
            UnitKind::Counted if self.is_the_two(token, &unit) => false,
            UnitKind::Measure | UnitKind::Counted => {
                !self.names(token) || amount.has_magnitude || self.is_softened(token, amount)
            }
        };
        fits.then_some(unit)
    }

    /// Whether `2 nước`, `2 bên` are the two that the text speaks of.
    fn is_the_two(&self, token: usize, unit: &unit::Unit) -> bool {
        self.phrases.clean(token) == "2"
            && self
                .phrases
                .at(self.cues.party, unit.tokens.start)
                .is_some()
    }

    /// Whether the word before makes the number a name: `Chỉ thị 15`, `lần thứ 20`, `SEA Games 29`.
    fn names(&self, token: usize) -> bool {
        self.phrases.before(self.cues.no_figure, token).is_some()
            && self.phrases.before(self.cues.among, token).is_none()
    }

    /// Whether the number may belong to a name before it: `SEA Games 29 diễn ra`.
    fn follows_name(&self, token: usize) -> bool {
        let text = self.phrases.text;
        token > self.sentence.start + 1
            && text.tokens[token - 1].kind == TokenKind::Word
            && text.tokens[token - 1].case != Case::Lower
    }

    fn is_softened(&self, token: usize, amount: &Amount) -> bool {
        amount.has_magnitude
            || self
                .phrases
                .before(self.cues.approximately, token)
                .is_some()
    }

    /// A length of time or a multiple rather than an hour of the day, a change or a date.
    fn is_length(&self, token: usize, unit: &unit::Unit) -> bool {
        let phrases = self.phrases;
        let next = unit.end;
        match phrases.text.folded(unit.tokens.start) {
            // `tăng 5 lần so với năm trước` is a change of what stands before.
            "lần" => {
                phrases.before(self.cues.times, token).is_none()
                    || phrases.at(self.cues.compared, next).is_none()
            }
            "giờ" | "phút" | "giây" if unit.tokens.len() == 1 => {
                let clock = phrases.before(self.cues.clock_before, token).is_some()
                    || phrases.at(self.cues.clock_behind, next).is_some()
                    || phrases
                        .text
                        .tokens
                        .get(next)
                        .is_some_and(|token| token.kind == TokenKind::Number)
                    || token >= 2 && phrases.text.folded(token - 1) == "giờ";
                !clock
            }
            _ => phrases.at(self.cues.no_length, next).is_none(),
        }
    }

    /// Whether a number is part of a name or of a longer chain: `Covid-19`, `2/3`, `Su-30`.
    fn is_glued(&self, token: usize) -> bool {
        let tokens = &self.phrases.text.tokens;
        let ends_range = token > self.sentence.start + 1
            && matches!(self.phrases.clean(token - 1), "-" | "–")
            && tokens[token - 2].kind == TokenKind::Number
            && !self.dated.covers(token - 2);
        if ends_range {
            return true;
        }
        let Some(before) = token.checked_sub(1).filter(|_| !tokens[token].space_before) else {
            return false;
        };
        match tokens[before].kind {
            TokenKind::Mark => {
                let mark = self.phrases.clean(before);
                let joins = matches!(mark, "-" | "/" | "." | ":" | "–" | "+" | ",");
                // `xếp thứ 23/116 quốc gia`: out of how many.
                let rank = mark == "/"
                    && before >= 2
                    && matches!(self.phrases.text.folded(before - 2), "thứ" | "hạng");
                !rank && joins && !tokens[before].space_before && before > self.sentence.start
            }
            _ => true,
        }
    }

    /// Whether a range, a fraction or a code goes on behind a number: `5-7%`, `24/24`, `3:1`.
    fn is_joined(&self, end: usize) -> bool {
        let tokens = &self.phrases.text.tokens;
        if end + 1 >= self.sentence.end {
            return false;
        }
        let mark = matches!(self.phrases.clean(end), "-" | "–" | "/" | ":" | "." | "x");
        let number_behind = tokens[end + 1].kind == TokenKind::Number;
        mark && number_behind
            && (!tokens[end].space_before || self.phrases.clean(end) != ".")
            && !self.dated.covers(end + 1)
            || mark
                && !tokens[end].space_before
                && !tokens[end + 1].space_before
                && tokens[end + 1].kind == TokenKind::Word
    }
}
