//! Years in the names of what is taking place.

use super::said::RECENT;
use super::{Evidence, Kind};
use crate::extract::date::Reader;
use crate::model::EntityType;
use crate::ontology::{Cue, Match, Target};
use crate::text::{Case, TokenKind};

/// `APEC 2017`, `Năm Hữu nghị Việt Nam - Lào 2017`.
pub(super) fn of_names(reader: &Reader<'_>) -> Vec<Evidence> {
    let phrases = &reader.phrases;
    let text = phrases.text;
    let named = |&token: &usize| {
        let (this, before) = (&text.tokens[token], &text.tokens[token - 1]);
        this.kind == TokenKind::Number
            && this.space_before
            && before.kind == TokenKind::Word
            && (before.case != Case::Lower || is_feast(reader, token))
            && phrases.at(reader.cues.unit, token - 1).is_none()
            && phrases.at(reader.cues.quarter, token - 1).is_none()
            && !matches!(text.clean(token + 1), "-" | "–" | "/")
            && phrases.before(reader.cues.present.horizon, token).is_none()
            && !is_of_another_year(reader, token)
    };
    (1..text.tokens.len())
        .filter(named)
        .filter_map(|token| {
            let number = text.clean(token);
            let year: u16 = number.parse().ok()?;
            let recent = number.len() == 4 && RECENT.contains(&year);
            recent.then_some(Evidence::told(Kind::Name, year))
        })
        .collect()
}

/// How many words before its year a feast may begin.
const FEAST: usize = 4;

/// How many words before a year what it is the year of may begin.
const NAME: usize = 7;

/// `Tết Trung thu 2020`, `mừng xuân Đinh dậu 2017`.
fn is_feast(reader: &Reader<'_>, token: usize) -> bool {
    begins_before(reader, reader.cues.present.festive, token, FEAST)
}

/// `cuộc bầu cử Tổng thống Mỹ 2016`, `Bộ luật Dân sự 2015`, `Tầm nhìn ASEAN 2025`: of which a text may tell at any time.
pub(super) fn is_of_another_year(reader: &Reader<'_>, token: usize) -> bool {
    begins_before(reader, reader.cues.present.timeless, token, NAME)
}

/// `lễ hội Tràng An năm 2017`, `hội nghị tổng kết công tác năm 2016`: whether the noun of an event stands before its year.
pub(super) fn is_of_event(reader: &Reader<'_>, token: usize) -> bool {
    let text = reader.phrases.text;
    let is_event = |found: &Match| match found.target {
        Target::HeadNoun(noun) => reader.ontology.head_nouns[noun].kind == EntityType::Event,
        _ => false,
    };
    (token.saturating_sub(NAME)..token)
        .rev()
        .take_while(|&word| text.tokens[word].kind == TokenKind::Word)
        .any(|start| reader.phrases.matches_at(start).iter().any(is_event))
}

/// Whether a phrase of the list begins among the words directly before a token.
fn begins_before(reader: &Reader<'_>, list: Cue, token: usize, reach: usize) -> bool {
    let text = reader.phrases.text;
    (token.saturating_sub(reach)..token)
        .rev()
        .take_while(|&word| text.tokens[word].kind == TokenKind::Word)
        .any(|start| reader.phrases.at(list, start).is_some())
}
