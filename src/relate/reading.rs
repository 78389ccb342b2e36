//! What the relation rules are given: one article with its entities, mentions and dates.

use crate::model::{DateExpression, Entity, EntityType, Mention};
use crate::ontology::{Matches, Ontology};
use crate::text::{Text, TokenRange};

/// A mention with its place among the tokens.
#[derive(Debug, Clone)]
pub struct LocatedMention<'a> {
    /// The mention.
    pub mention: &'a Mention,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Index of its sentence in [`Text::sentences`].
    pub sentence: usize,
}

/// A date with its place among the tokens.
#[derive(Debug, Clone)]
pub struct LocatedDate<'a> {
    /// The date.
    pub date: &'a DateExpression,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Index of its sentence in [`Text::sentences`].
    pub sentence: usize,
}

/// One article before its relations are known.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// Tokens and sentences.
    pub text: &'a Text,
    /// Roles, head nouns, cues and what is known of names.
    pub ontology: &'a Ontology,
    /// Everything the ontology's matcher found in the text.
    pub matches: &'a Matches,
    /// The article's entities; relations point into this list.
    pub entities: &'a [Entity],
    /// Mentions, sorted by start, the longer first.
    pub mentions: Vec<LocatedMention<'a>>,
    /// Dates, sorted by start.
    pub dates: Vec<LocatedDate<'a>>,
}

impl<'a> Reading<'a> {
    /// Locates mentions and dates in the text; what lies outside every sentence is left out.
    pub fn new(
        text: &'a Text,
        ontology: &'a Ontology,
        matches: &'a Matches,
        entities: &'a [Entity],
        mentions: &'a [Mention],
        dates: &'a [DateExpression],
    ) -> Self {
        let mut located: Vec<LocatedMention<'a>> = mentions
            .iter()
            .filter(|mention| mention.entity < entities.len())
            .filter_map(|mention| {
                let (tokens, sentence) = locate(text, mention.span)?;
                Some(LocatedMention {
                    mention,
                    tokens,
                    sentence,
                })
            })
            .collect();
        located.sort_by_key(|m| (m.tokens.start, std::cmp::Reverse(m.tokens.end)));
        let mut located_dates: Vec<LocatedDate<'a>> = dates
            .iter()
            .filter_map(|date| {
                let (tokens, sentence) = locate(text, date.span)?;
                Some(LocatedDate {
                    date,
                    tokens,
                    sentence,
                })
            })
            .collect();
        located_dates.sort_by_key(|d| (d.tokens.start, std::cmp::Reverse(d.tokens.end)));
        Self {
            text,
            ontology,
            matches,
            entities,
            mentions: located,
            dates: located_dates,
        }
    }

    /// The type of an entity.
    pub(super) fn kind(&self, entity: usize) -> EntityType {
        self.entities[entity].kind
    }

    /// The entity of a mention.
    pub(super) fn entity(&self, mention: usize) -> usize {
        self.mentions[mention].mention.entity
    }

    /// Whether a phrase ends inside a name that begins within it: `dự lễ [khai mạc …]` is read as `dự`.
    /// `next` is the first mention that begins behind the start of the phrase.
    pub(super) fn runs_into_name(&self, next: usize, phrase: &TokenRange) -> bool {
        self.mentions
            .get(next)
            .is_some_and(|m| m.tokens.start < phrase.end && m.tokens.end >= phrase.end)
            && !self.mentions[..next]
                .iter()
                .rev()
                .take(4)
                .any(|m| m.tokens.end >= phrase.end)
    }

    /// `vào ngày` before `[ngày 3/4]`: whether a phrase runs into the next date.
    pub(super) fn runs_into_date(&self, next: usize, phrase: &TokenRange) -> bool {
        let date = self.dates.get(next);
        date.is_some_and(|date| date.tokens.start < phrase.end)
    }

    /// The tokens in comparable form, joined by spaces.
    pub(super) fn folded(&self, tokens: TokenRange) -> String {
        let words: Vec<&str> = tokens.map(|t| self.text.folded(t)).collect();
        words.join(" ")
    }
}

/// The tokens a span covers, and their sentence.
fn locate(text: &Text, span: crate::model::Span) -> Option<(TokenRange, usize)> {
    let start = text.tokens.partition_point(|t| t.span.end <= span.start);
    let end = text.tokens.partition_point(|t| t.span.start < span.end);
    if start >= end {
        return None;
    }
    let sentence = text.sentences.partition_point(|s| s.tokens.end <= start);
    (sentence < text.sentences.len()).then_some((start..end, sentence))
}
