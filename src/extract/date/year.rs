//! Finds the year of dates that are written without one.

use super::{End, Reader, Reading};
use crate::model::EdtfDate;
use crate::ontology::Target;

/// Gives every reading without a year the one that the article's date settles.
pub(super) fn complete(reader: &mut Reader<'_>) {
    let mut readings = std::mem::take(&mut reader.readings);
    let years: Vec<Option<u16>> = readings
        .iter()
        .map(|reading| {
            year_of_event(reader, reading).or_else(|| {
                reader
                    .published
                    .and_then(|published| year_by_publication(reader, reading, published))
            })
        })
        .collect();
    for (reading, year) in readings.iter_mut().zip(years) {
        if is_open(reading) && is_of_every_year(reader, reading) {
            reading.rule = "date/every-year";
        } else if is_open(reading) {
            set_year(reading, year);
        }
    }
    reader.readings = readings;
}

/// Whether the month is known but not the year.
fn is_open(reading: &Reading) -> bool {
    reading.start.year.is_none() && reading.start.month.is_some()
}

/// `ngày 21/6 hằng năm`: a day that has no year of its own.
fn is_of_every_year(reader: &Reader<'_>, reading: &Reading) -> bool {
    let next = reading.tokens.end;
    reader.phrases.at(reader.cues.yearly, next).is_some()
}

fn set_year(reading: &mut Reading, year: Option<u16>) {
    reading.start.year = year;
    if let End::At(end) = &mut reading.end
        && end.year.is_none()
    {
        // A period that begins in December and ends in January.
        let turns = (end.month, end.day) < (reading.start.month, reading.start.day);
        end.year = year.map(|year| year + u16::from(turns));
    }
}

/// The year in which an event named in the sentence took place, where the ontology knows it and the
/// months agree: `Ngày 12/8` beside `Hội nghị Ngoại vụ toàn quốc lần thứ 19`. Its jubilee is of another.
fn year_of_event(reader: &Reader<'_>, reading: &Reading) -> Option<u16> {
    let month = reading.start.month?;
    let sentence = reader.phrases.text.sentence_of(reading.tokens.start);
    let tokens = reader.phrases.text.sentences[sentence].tokens.clone();
    let jubilee = |token| reader.phrases.at(reader.cues.jubilee, token).is_some();
    if tokens.clone().any(jubilee) {
        return None;
    }
    tokens
        .flat_map(|token| reader.phrases.matches_at(token))
        .find_map(|found| {
            let Target::Name(entry, _) = found.target else {
                return None;
            };
            let held = reader.ontology.entries[entry].occurs_on?.start();
            held.year
                .filter(|_| held.month.is_none_or(|other| other == month))
        })
}

/// The year nearest to publication: the past unless the sentence looks ahead.
fn year_by_publication(reader: &Reader<'_>, reading: &Reading, published: EdtfDate) -> Option<u16> {
    let year = published.year?;
    let day = published.day.map(Some);
    let (Some(month), Some(day), Some(date_month)) = (published.month, day, reading.start.month)
    else {
        return Some(year);
    };
    let day_of = |month: u8, day: Option<u8>| i32::from(month) * 31 + i32::from(day.unwrap_or(15));
    let ahead = day_of(date_month, reading.start.day) - day_of(month, day);
    let future = looks_ahead(reader, reading);
    Some(match ahead {
        // Announcements are made a few days before.
        16.. if !future => year - 1,
        ..=-200 if future => year + 1,
        _ => year,
    })
}

/// Whether the sentence of a date speaks of what is to come.
pub(super) fn looks_ahead(reader: &Reader<'_>, reading: &Reading) -> bool {
    let text = reader.phrases.text;
    let sentence = text.sentence_of(reading.tokens.start);
    text.sentences[sentence]
        .tokens
        .clone()
        .any(|token| reader.phrases.at(reader.cues.future, token).is_some())
}
