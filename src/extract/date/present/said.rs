//! What the dates with a year that a text tells say of the year it is written in.

use super::{Evidence, Grain, Kind, names};
use crate::extract::date::{End, Reader, Reading, year};
use crate::model::EdtfDate;
use crate::ontology::Cue;
use crate::text::{Case, TokenKind};

/// Years of which the press writes as the present.
pub(super) const RECENT: std::ops::Range<u16> = 1990..2100;

/// How many words around a year are looked at for what was reached in it.
const AROUND: usize = 16;

/// How many months from a month of last year to the days without a year are few.
const SHORTLY: u8 = 5;

/// How the dates of a text name their years; nothing where a year is a far goal or that of a birth.
pub(super) fn of_dates(reader: &Reader<'_>) -> Vec<Evidence> {
    let mut open: Vec<u8> = reader
        .readings
        .iter()
        .filter(|reading| reading.start.year.is_none())
        .filter_map(|reading| reading.start.month)
        .collect();
    open.sort_unstable();
    open.dedup();
    reader
        .readings
        .iter()
        .filter_map(|reading| Some(placed(reader, reading, said(reader, reading, &open)?)))
        .collect()
}

/// How many tokens at the beginning of a text tell what it is about.
const OPENING: usize = 70;

/// How many words before a year what began in it may begin: `thiết lập quan hệ năm 2016`.
const BEGAN: usize = 5;

/// Evidence that is weak in itself counts where a text opens, and beside a day without a year.
fn placed(reader: &Reader<'_>, reading: &Reading, evidence: Evidence) -> Evidence {
    let weak = matches!(
        evidence.kind,
        Kind::Plain
            | Kind::Expected
            | Kind::Held
            | Kind::During
            | Kind::Brief
            | Kind::Late(Grain::Day)
    );
    let start = reading.tokens.start;
    let since = |token| {
        reader
            .phrases
            .at(reader.cues.present.since, token)
            .is_some()
    };
    let began = (start.saturating_sub(BEGAN)..start).any(since);
    if weak && !began && (start < OPENING || is_beside_day(reader, reading)) {
        Evidence {
            kind: Kind::Fore,
            ..evidence
        }
    } else {
        evidence
    }
}

/// Whether a day without a year stands in the sentence.
fn is_beside_day(reader: &Reader<'_>, reading: &Reading) -> bool {
    let text = reader.phrases.text;
    let sentence = text.sentence_of(reading.tokens.start);
    let tokens = &text.sentences[sentence].tokens;
    reader.readings.iter().any(|other| {
        other.start.year.is_none()
            && other.start.day.is_some()
            && tokens.contains(&other.tokens.start)
    })
}

fn said(reader: &Reader<'_>, reading: &Reading, open: &[u8]) -> Option<Evidence> {
    let phrases = &reader.phrases;
    let start = reading.tokens.start;
    let last = last_day(reading);
    let year = last.year.filter(|year| RECENT.contains(year))?;
    if reading.rule == "date/decade" {
        return None;
    }
    let before = |cue| phrases.before(cue, start).is_some();
    let ahead = year::looks_ahead(reader, reading);
    let whole_year = last.month.is_none() && reading.end == End::Point;
    if before(reader.cues.present.compared) {
        return whole_year.then_some(Evidence::told(Kind::Compared, year));
    }
    let until = before(reader.cues.until);
    if let Some(month) = last.month
        && !matches!(reading.rule, "date/months" | "date/quarter")
    {
        if ahead {
            return coming(reading, month, year, open);
        }
        if before(reader.cues.present.birth) || until && reading.start.day.is_some() {
            return None;
        }
        return Some(Evidence::told(dated(reader, reading, month, open), year));
    }
    if is_far(reader, start) {
        return None;
    }
    let aim = says(reader, reading, reader.cues.present.aim);
    let aims = aims(reader, start) && !is_this_year(reader, reading);
    if until && (ahead || aim) || aims || follows_this_year(reader, start) {
        return None;
    }
    let kind = match reading.rule {
        "date/months" | "date/quarter" => Kind::Part,
        "date/years" => return term(reader, reading, year),
        _ if before(reader.cues.present.planned) || is_this_year(reader, reading) => Kind::Planned,
        _ if ahead => Kind::Expected,
        _ if before(reader.cues.present.from_begin) => from_begin(reader, reading),
        _ if before(reader.cues.present.since) => Kind::Past,
        _ if before(reader.cues.present.begun) => Kind::Part,
        _ if names::is_of_another_year(reader, start) => Kind::Timeless,
        _ if before(reader.cues.present.early) => Kind::Early,
        _ if before(reader.cues.present.ending) => Kind::Over,
        "date/year" if is_present(reader, reading) => Kind::Planned,
        "date/year" if names::is_of_event(reader, start) => Kind::Held,
        _ if !aim && says(reader, reading, reader.cues.present.reached) => Kind::Counted,
        _ if before(reader.cues.present.during) => Kind::During,
        _ => Kind::Plain,
    };
    Some(if ahead {
        Evidence::ahead(kind, year)
    } else {
        Evidence::told(kind, year)
    })
}

/// `từ đầu năm 2019`; `từ đầu năm 2019 đến nay` is surely of that year.
fn from_begin(reader: &Reader<'_>, reading: &Reading) -> Kind {
    let next = reading.tokens.end;
    match reader.phrases.at(reader.cues.until_now, next) {
        Some(_) => Kind::Part,
        None => Kind::FromBegin,
    }
}

/// Whether a year is a far goal, or that of a birth, which `tuyển sinh 2017` is not.
fn is_far(reader: &Reader<'_>, start: usize) -> bool {
    let before = |cue| reader.phrases.before(cue, start).is_some();
    let present = &reader.cues.present;
    if before(reader.cues.until) {
        !before(present.ending)
    } else {
        before(present.horizon) && !before(present.during)
    }
}

/// The last day or month of a period that is told by days or months, else how a reading begins.
fn last_day(reading: &Reading) -> EdtfDate {
    match reading.end {
        End::At(end) if end.month.is_some() && end.year.is_some() => end,
        _ => reading.start,
    }
}

/// A day or month that is to come, later in the year of the dates without one.
fn coming(reading: &Reading, month: u8, year: u16, open: &[u8]) -> Option<Evidence> {
    let grain = match reading.start.day {
        Some(_) => Grain::Day,
        None => Grain::Month,
    };
    let later = open.iter().any(|&other| month >= other);
    later.then_some(Evidence::ahead(Kind::Coming(grain), year))
}

/// How a day or month lies to the dates without a year.
fn dated(reader: &Reader<'_>, reading: &Reading, month: u8, open: &[u8]) -> Kind {
    let start = reading.tokens.start;
    if is_of_document(reader, start) {
        return Kind::Far(Grain::Month);
    }
    let before = |cue| reader.phrases.before(cue, start).is_some();
    let follows = |token| {
        reader
            .phrases
            .at(reader.cues.present.counts, token)
            .is_some()
    };
    let next = reading.tokens.end;
    let counted = before(reader.cues.present.as_of)
        || before(reader.cues.until) && (next..next + 4).any(follows);
    let grain = match reading.start.day {
        Some(_) => Grain::Day,
        None if counted => Grain::UntilMonth,
        None => Grain::Month,
    };
    if reading.start.day.is_none() && is_month_of_day(reader, reading, month) {
        return Kind::Near(Grain::Day);
    }
    if open
        .iter()
        .any(|&other| other >= month && other - month <= 3)
    {
        Kind::Near(grain)
    } else if open.iter().all(|&other| month >= other + 2) {
        let since = open.iter().map(|&other| other + 12 - month).min();
        if grain == Grain::Month && since <= Some(SHORTLY) {
            Kind::LastYear
        } else {
            Kind::Late(grain)
        }
    } else {
        Kind::Far(grain)
    }
}

/// `Chỉ thị 16/CT-TTg ngày 31/3/2020`: the day of a document, which is quoted long after.
fn is_of_document(reader: &Reader<'_>, start: usize) -> bool {
    let text = reader.phrases.text;
    let comma = usize::from(start > 0 && reader.phrases.clean(start - 1) == ",");
    let end = start - comma;
    let begin = (0..end)
        .rev()
        .find(|&token| text.tokens[token].space_before);
    let mut number = begin.unwrap_or(0)..end;
    let is_number = |token: usize| text.tokens[token].kind == TokenKind::Number;
    number.clone().next().is_some_and(is_number)
        && number
            .clone()
            .any(|token| reader.phrases.clean(token) == "/")
        && number.any(|token| {
            let case = text.tokens[token].case;
            !is_number(token) && matches!(case, Case::Upper | Case::Mixed | Case::Title)
        })
}

/// `Ngày 8/2 khai mạc hội chợ việc làm tháng 2/2017`: the month of a day in the sentence.
fn is_month_of_day(reader: &Reader<'_>, reading: &Reading, month: u8) -> bool {
    let text = reader.phrases.text;
    let sentence = text.sentence_of(reading.tokens.start);
    reader.readings.iter().any(|other| {
        other.start.year.is_none()
            && other.start.month == Some(month)
            && text.sentence_of(other.tokens.start) == sentence
    })
}

/// The first year of a term or plan. Terms of three or four years are those of envoys, spoken of when they
/// begin; a seat of two years is sought years before, and that of an assembly is named through all of it.
fn term(reader: &Reader<'_>, reading: &Reading, year: u16) -> Option<Evidence> {
    let phrases = &reader.phrases;
    let start = reading.tokens.start;
    // `nhiệm kỳ 3 năm (2017-2020)`
    let in_brackets = phrases.clean(start.saturating_sub(1)) == "(";
    let from = start.saturating_sub(if in_brackets { 5 } else { 0 });
    let named = |list| (from..=start).any(|token| phrases.at(list, token).is_some());
    if !named(reader.cues.period) {
        return None;
    }
    let End::At(end) = reading.end else {
        return None;
    };
    let years = end.year? - year;
    let of_office = named(reader.cues.present.office);
    let text = phrases.text;
    let sentence = text.sentence_of(start);
    let tells = |list| {
        let mut tokens = text.sentences[sentence].tokens.clone();
        tokens.any(|token| phrases.at(list, token).is_some())
    };
    let kind = match years {
        ..3 if of_office && tells(reader.cues.present.seat) => return None,
        ..3 if of_office => Kind::Brief,
        3 | 4 if of_office => Kind::NewTerm,
        5 if of_office && !tells(reader.cues.present.elected) => Kind::Past,
        _ if tells(reader.cues.present.begins) || tells(reader.cues.present.elected) => {
            Kind::NewTerm
        }
        _ if year::looks_ahead(reader, reading) => Kind::Past,
        _ => Kind::Term,
    };
    Some(Evidence::ahead(kind, year))
}

/// `năm 2017 này`.
fn is_this_year(reader: &Reader<'_>, reading: &Reading) -> bool {
    let next = reading.tokens.end;
    reader.phrases.clean(next) == "này"
}

fn is_present(reader: &Reader<'_>, reading: &Reading) -> bool {
    let next = reading.tokens.end;
    reader
        .phrases
        .at(reader.cues.present.is_or_will, next)
        .is_some()
}

/// `phấn đấu trong năm 2018`: whether the word of a goal stands close before.
fn aims(reader: &Reader<'_>, start: usize) -> bool {
    (start.saturating_sub(3)..start)
        .any(|token| reader.phrases.at(reader.cues.present.aim, token).is_some())
}

/// `trong năm nay và năm 2018`: a year that is still to come.
fn follows_this_year(reader: &Reader<'_>, start: usize) -> bool {
    let phrases = &reader.phrases;
    let joined = phrases.before(reader.cues.and, start);
    joined.is_some_and(|and| phrases.before(reader.cues.year_of_article, and).is_some())
}

/// `kim ngạch năm 2016 đạt`, `đạt 4 tỷ USD năm 2016`: whether the words around hold one of the list.
fn says(reader: &Reader<'_>, reading: &Reading, list: Cue) -> bool {
    let text = reader.phrases.text;
    let sentence = text.sentence_of(reading.tokens.start);
    let bounds = &text.sentences[sentence].tokens;
    let from = reading
        .tokens
        .start
        .saturating_sub(AROUND)
        .max(bounds.start);
    let to = (reading.tokens.end + AROUND).min(bounds.end);
    (from..to).any(|token| reader.phrases.at(list, token).is_some())
}
