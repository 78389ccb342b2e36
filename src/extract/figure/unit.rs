//! Finds what a number counts.

use super::FigureCues;
use crate::extract::phrase::Phrases;
use crate::ontology::{Cue, Target};
use crate::text::{Case, TokenKind, TokenRange};

/// What kind of unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitKind {
    Percent,
    Currency,
    Measure,
    /// A length of time, a number of times, an age.
    Duration,
    /// Things or people.
    Counted,
    /// Words that are no known noun.
    Guessed,
}

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) tokens: TokenRange,
    /// One past what it is counted for: `đồng/kg` has the unit `đồng`.
    pub(super) end: usize,
    pub(super) kind: UnitKind,
}

/// The unit that begins at a token, not beyond `limit`.
pub(super) fn find(
    phrases: &Phrases<'_>,
    cues: &FigureCues,
    token: usize,
    limit: usize,
) -> Option<Unit> {
    let finder = Finder {
        phrases,
        cues,
        limit,
    };
    finder.unit(token).filter(|unit| unit.end <= limit)
}

struct Finder<'a> {
    phrases: &'a Phrases<'a>,
    cues: &'a FigureCues,
    limit: usize,
}

impl Finder<'_> {
    fn unit(&self, token: usize) -> Option<Unit> {
        let unit = |end: usize, kind| {
            Some(Unit {
                tokens: token..end,
                end,
                kind,
            })
        };
        if token >= self.limit {
            return None;
        }
        if let Some(end) = self.at(self.cues.percent, token) {
            return unit(end, UnitKind::Percent);
        }
        if self.phrases.clean(token) == "%" {
            return unit(token + 1, UnitKind::Percent);
        }
        // A longer name of a thing goes before a shorter one of a measure: `năm tuổi`, `nhà máy`.
        let noun = self
            .noun(token)
            .map(|(end, group)| (self.coordinated(end, group), UnitKind::Counted));
        let classified = self
            .at(self.cues.classifier, token)
            .map(|end| (self.with_noun(end), UnitKind::Counted));
        let contained = self
            .at(self.cues.container, token)
            .map(|end| (self.with_noun(end), UnitKind::Measure));
        let plain = |cue, kind| self.at(cue, token).map(|end| (self.per(end), kind));
        let known = [
            plain(self.cues.currency, UnitKind::Currency),
            plain(self.cues.measure, UnitKind::Measure),
            plain(self.cues.age, UnitKind::Duration),
            plain(self.cues.duration, UnitKind::Duration),
            noun,
            classified,
            contained,
            self.office(token).map(|end| (end, UnitKind::Counted)),
        ];
        let longest = known
            .into_iter()
            .flatten()
            .reduce(|best, other| if other.0 > best.0 { other } else { best });
        match longest {
            Some((end, UnitKind::Currency)) => Some(Unit {
                tokens: token..self.at(self.cues.currency, token)?,
                end,
                kind: UnitKind::Currency,
            }),
            Some((end, kind)) => unit(end, kind),
            None => self.guessed(token),
        }
    }

    fn at(&self, cue: Cue, token: usize) -> Option<usize> {
        self.phrases.at(cue, token).filter(|&end| end <= self.limit)
    }

    /// `đồng/lít`, `km/giờ`, `m2`: one past what follows the stroke or makes it a square.
    fn per(&self, end: usize) -> usize {
        let tokens = &self.phrases.text.tokens;
        let glued = |token: usize| token < self.limit && !tokens[token].space_before;
        let length = self.phrases.at(self.cues.length, end - 1).is_some();
        if length && glued(end) && matches!(self.phrases.clean(end), "2" | "3") {
            return end + 1;
        }
        let stroke = glued(end) && self.phrases.clean(end) == "/" && glued(end + 1);
        if stroke && tokens[end + 1].kind == TokenKind::Word {
            self.noun(end + 1).map_or(end + 2, |(end, _)| end)
        } else {
            end
        }
    }

    /// One past the longest countable noun at a token, and its group.
    fn noun(&self, token: usize) -> Option<(usize, Cue)> {
        let nouns = self.cues.nouns.iter();
        nouns
            .filter_map(|&group| Some((self.at(group, token)?, group)))
            .max_by_key(|(end, _)| *end)
    }

    /// One past the nouns of one group that are counted together: `tỉnh, thành phố`.
    fn coordinated(&self, mut end: usize, group: Cue) -> usize {
        loop {
            let joins = matches!(self.phrases.clean(end), "," | "và" | "hoặc" | "-");
            match self.at(group, end + 1) {
                Some(next) if joins => end = next,
                _ => return end,
            }
        }
    }

    /// A classifier or measure together with the noun behind it.
    fn with_noun(&self, end: usize) -> usize {
        if let Some((end, _)) = self.noun(end) {
            return end;
        }
        if self.is_stopped(end) {
            return end;
        }
        self.unknown_noun(end)
    }

    /// One past a noun that no list holds: most have two syllables.
    fn unknown_noun(&self, token: usize) -> usize {
        let second = token + 1 + usize::from(!self.is_stopped(token + 1));
        self.at(self.cues.compound, token).unwrap_or(second)
    }

    /// `34 Đại sứ và Tổng lãnh sự`: one past the titles or bodies counted.
    fn office(&self, token: usize) -> Option<usize> {
        let title = |token: usize| {
            self.phrases.matches_at(token).iter().find_map(|found| {
                let capital = self.phrases.text.tokens[token].case != Case::Lower;
                let named = match found.target {
                    Target::Role(_) => true,
                    Target::HeadNoun(_) => capital,
                    _ => false,
                };
                (named && found.tokens.end <= self.limit).then_some(found.tokens.end)
            })
        };
        let end = title(token)?;
        let joins = matches!(self.phrases.clean(end), "," | "và");
        Some(title(end + 1).filter(|_| joins).unwrap_or(end))
    }

    /// Words behind a number that nothing is known of.
    fn guessed(&self, token: usize) -> Option<Unit> {
        if self.is_stopped(token) || self.phrases.text.tokens[token].case != Case::Lower {
            return None;
        }
        let end = self.unknown_noun(token);
        Some(Unit {
            tokens: token..end,
            end,
            kind: UnitKind::Guessed,
        })
    }

    /// Whether a noun cannot begin here.
    fn is_stopped(&self, token: usize) -> bool {
        token >= self.limit
            || self.phrases.text.tokens[token].kind != TokenKind::Word
            || self.phrases.text.tokens[token].case != Case::Lower
            || self.phrases.at(self.cues.no_unit, token).is_some()
    }
}
