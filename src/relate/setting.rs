//! Reads the places and dates of a clause: in brackets, behind `tại` and `ngày`, and at its head.

use super::line::{ItemKind, Line};
use crate::model::Edtf;

/// Farthest a place may stand behind its preposition (`tại trụ sở [Bộ Ngoại giao], [Hà Nội]`).
const PLACE_REACH: usize = 8;
/// Farthest it may stand where the places are counted first.
const COUNTED_REACH: usize = 14;
/// Longest stretch of a clause read for place and date.
const STRETCH: usize = 30;

/// Places and dates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Setting {
    /// Entities.
    pub(super) places: Vec<usize>,
    /// Dates.
    pub(super) dates: Vec<Edtf>,
}

impl Setting {
    fn place(&mut self, entity: Option<usize>) {
        if let Some(entity) = entity
            && !self.places.contains(&entity)
        {
            self.places.push(entity);
        }
    }

    fn date(&mut self, date: Option<Edtf>) {
        if let Some(date) = date
            && !self.dates.contains(&date)
        {
            self.dates.push(date);
        }
    }

    /// Adds what another stretch says.
    pub(super) fn extend(&mut self, other: Self) {
        other.places.into_iter().for_each(|p| self.place(Some(p)));
        other.dates.into_iter().for_each(|d| self.date(Some(d)));
    }

    /// Drops spans of days, which behind a journey are those of the journey.
    pub(super) fn drop_stay(&mut self) {
        let lasts = |date: &Edtf| matches!(date, Edtf::Interval(..)) && date.start().day.is_some();
        self.dates.retain(|date| !lasts(date));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty() && self.dates.is_empty()
    }
}

/// The date at a place on which something may happen: no year of a school and no term of office, in which an
/// event is one of many days.
pub(super) fn day(line: &Line<'_>, at: usize) -> Option<Edtf> {
    let date = line.date(at)?;
    let tokens = &line.items[at].tokens;
    let mut near = tokens.start.saturating_sub(2)..tokens.end;
    let long = near.any(|token| line.cues.at("happens.long", token).is_some());
    (!long).then_some(date)
}

/// What a bracket that opens at `at` says: `(Hà Nội, ngày 30/11)`. A bracket that holds anything else
/// says nothing.
pub(super) fn in_bracket(line: &Line<'_>, at: usize) -> Setting {
    let mut setting = Setting::default();
    let end = line.behind_bracket(at);
    for inner in at + 1..end.max(at + 1) - 1 {
        if line.is_place(inner) {
            setting.place(line.entity(inner));
        } else if line.date(inner).is_some() {
            setting.date(day(line, inner));
        } else if !matches!(line.items[inner].kind, ItemKind::Word | ItemKind::Mark)
            || line.cue_at("happens.other-bracket", inner).is_some()
        {
            return Setting::default();
        }
    }
    // `(19/5/1890-19/5/2017)`, `(19/5/1890-2017)`: what is commemorated, not when it is.
    let years = |date: &Edtf| date.start().year;
    if setting
        .dates
        .windows(2)
        .any(|two| years(&two[0]) != years(&two[1]))
    {
        setting.dates.clear();
    }
    setting.dates.retain(|date| !spans_years(*date));
    setting
}

/// Whether a date is an interval of several years.
fn spans_years(date: Edtf) -> bool {
    let end = date.end().and_then(|end| end.year);
    date.start()
        .year
        .zip(end)
        .is_some_and(|(from, to)| to > from + 1)
}

/// Places behind `tại` and dates in a stretch of a clause, up to its end or to the next thought.
pub(super) fn behind(line: &Line<'_>, from: usize) -> Setting {
    read_stretch(line, from, &[";", ".", ":", "?", "!"])
}

/// The same up to the first comma outside a list of places.
pub(super) fn right_behind(line: &Line<'_>, from: usize) -> Setting {
    read_stretch(line, from, &[",", ";", ".", ":", "?", "!"])
}

fn read_stretch(line: &Line<'_>, from: usize, ends: &[&str]) -> Setting {
    let mut setting = Setting::default();
    let mut at = from;
    while at < line.items.len().min(from + STRETCH) {
        if line.date(at).is_some() {
            setting.date(day(line, at));
            at += 1;
            continue;
        }
        if line.is(at, &["tại", "ở"]) {
            let (places, next) = places_at(line, at + 1);
            places.into_iter().for_each(|p| setting.place(Some(p)));
            at = next;
            continue;
        }
        // `từ {3/3} (Quốc khánh) đến {8/3} (Ngày Phụ nữ) tại [Huế]`: what another bracket says.
        let behind = line.behind_bracket(at);
        if behind > at + 1 && (at..behind).any(|inner| line.is_event(inner)) {
            at = behind;
            continue;
        }
        let person = matches!(
            line.items[at].kind,
            ItemKind::Person(..) | ItemKind::Office(_)
        );
        if line.is(at, ends)
            || line.cue_at("happens.end", at).is_some()
            || line.is_event(at)
            || person
        {
            break;
        }
        at += 1;
    }
    setting
}

/// What stands at the head of a clause before `end`: `Ngày 12/8, tại Hà Nội, …`.
pub(super) fn at_head(line: &Line<'_>, end: usize) -> Setting {
    let start = (0..end)
        .rev()
        .find_map(|at| {
            let told = line.is(at, &["rằng"]) || at > 0 && line.is_cue(at - 1, "clause.lets-know");
            if line.is(at, &[";", ":"]) || told {
                Some(at + 1)
            } else {
                line.opens_sentence(at).then_some(at)
            }
        })
        .unwrap_or(0);
    let from = behind_occasion(line, start, end).unwrap_or(start);
    let (setting, _) = head(line, from, end);
    let Some(mut nearest) = right_before(line, start, end) else {
        return setting;
    };
    if nearest.places.is_empty() {
        nearest.places = setting.places;
    }
    nearest
}

/// The day and place that stand behind a comma and end where what is asked for begins: `Theo báo Lao động,
/// {31/5}, tại Paris, X tổ chức …`.
fn right_before(line: &Line<'_>, start: usize, end: usize) -> Option<Setting> {
    let commas = (start..end).rev().filter(|&at| line.is(at, &[","]));
    commas
        .map(|comma| head(line, comma + 1, end))
        .take_while(|(_, behind)| *behind >= end)
        .map(|(setting, _)| setting)
        .find(|setting| !setting.dates.is_empty())
}

/// The day at the head of a sentence whose subject the event is: `Ngày 3/7, hội nghị thảo luận …`.
pub(super) fn day_before_subject(line: &Line<'_>, event: usize) -> Setting {
    let (mut setting, behind) = head(line, 0, event);
    if behind < event {
        return Setting::default();
    }
    setting.dates.retain(|date| date.start().day.is_some());
    setting
}

/// Dates and places that stand one behind the other, and where they end.
fn head(line: &Line<'_>, from: usize, end: usize) -> (Setting, usize) {
    let mut setting = Setting::default();
    let mut at = from;
    while at < end {
        if line.date(at).is_some() {
            setting.date(day(line, at));
            at += 1;
        } else if line.is(at, &["tại", "ở"]) {
            let (places, next) = places_at(line, at + 1);
            if next <= end {
                places.into_iter().for_each(|p| setting.place(Some(p)));
            }
            at = next;
        } else if line.cue_at("happens.head", at).is_some()
            || line.is(at, &[",", "(", ")", "-", "–", "*"])
        {
            at = line.cue_at("happens.head", at).unwrap_or(at + 1);
        } else {
            break;
        }
    }
    (setting, at)
}

/// Longest occasion at the head of a sentence, in phrases and words.
const OCCASION: usize = 24;

/// Where day and place begin behind the occasion at the head of a sentence:
/// `Trong khuôn khổ chuyến thăm [Lào], sáng {27/6}, tại …`.
fn behind_occasion(line: &Line<'_>, start: usize, end: usize) -> Option<usize> {
    let limit = end.min(start + OCCASION);
    let comma = (start..limit).find(|&at| line.is(at, &[","]))?;
    let next = comma + 1;
    let goes_on = line.date(next).is_some()
        || line.is(next, &["tại", "ở"])
        || line.is_cue(next, "happens.time-of-day");
    let dated = (start..comma)
        .filter_map(|at| day(line, at))
        .any(|date| date.start().month.is_some());
    (line.is_cue(start, "happens.opens") && goes_on && !dated).then_some(next)
}

/// The places a preposition governs, with the place behind them.
pub(super) fn places_at(line: &Line<'_>, from: usize) -> (Vec<usize>, usize) {
    let mut places = Vec::new();
    let mut at = from;
    let mut behind = from;
    // `tại 8 tỉnh, thành phố trên cả nước gồm: [A], [B]`
    let counted = line.word(from).starts_with(|c: char| c.is_ascii_digit());
    let reach = if counted { COUNTED_REACH } else { PLACE_REACH };
    while at < line.items.len() && (at < from + reach || at < behind + 4) {
        if line.is_place(at) {
            places.extend(line.entity(at));
            at += 1;
            behind = at;
            continue;
        }
        let noun = line.cue_at("clause.noun", at);
        let joint = line.is(at, &[",", "và", "(", ")", "-", "–", "của"]);
        let before_first = places.is_empty()
            && matches!(
                line.items[at].kind,
                ItemKind::Word | ItemKind::Name(_) | ItemKind::Mark
            )
            && !line.is_event(at)
            && line.cue_at("happens.end", at).is_none();
        if !(noun.is_some() || joint || before_first) || line.is(at, &[";", "."]) {
            break;
        }
        at = noun.unwrap_or(at + 1);
    }
    if places.is_empty() {
        return (places, from);
    }
    (places, behind)
}
