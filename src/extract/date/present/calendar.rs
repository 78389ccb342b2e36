//! Days of the week and the day of writing.

use crate::extract::date::{Reader, year};
use crate::ontology::NUMBERS;

/// A day without a year and the day of the week it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Weekday {
    month: u8,
    day: u8,
    /// 0 for Sunday.
    weekday: usize,
}

/// How many years from the latest one told the days of the week are looked for in.
const AHEAD: u16 = 2;

/// How many months back the days lie that are news.
const LATELY: u8 = 2;

/// `chủ nhật (14.5)`: the days of which the text tells the day of the week but no year.
pub(super) fn weekdays(reader: &Reader<'_>) -> Vec<Weekday> {
    let open = reader.readings.iter().filter(|r| r.start.year.is_none());
    open.filter_map(|reading| {
        Some(Weekday {
            month: reading.start.month?,
            day: reading.start.day?,
            weekday: weekday_before(reader, reading.tokens.start)?,
        })
    })
    .collect()
}

/// The first year from `latest` in which all the days are the days of the week they are told to be.
pub(super) fn agreed(days: &[Weekday], latest: u16) -> Option<u16> {
    let holds = |year: u16| {
        days.iter()
            .all(|day| weekday_of(year, day.month, day.day) == day.weekday)
    };
    (latest..=latest + AHEAD).find(|&year| !days.is_empty() && holds(year))
}

/// The day of the week directly before a date, 0 for Sunday.
fn weekday_before(reader: &Reader<'_>, start: usize) -> Option<usize> {
    let phrases = &reader.phrases;
    let end = (start.saturating_sub(2)..=start)
        .rev()
        .find(|&end| phrases.before(reader.cues.weekday, end).is_some())?;
    let between = (end..start).all(|token| {
        matches!(phrases.clean(token), "(" | ",") || phrases.at(reader.cues.unit, token).is_some()
    });
    let day = NUMBERS.weekday(phrases.text.short_word(end.checked_sub(1)?))?;
    usize::try_from(day).ok().filter(|_| between)
}

/// The day of the week, 0 for Sunday, by Sakamoto's method.
fn weekday_of(year: u16, month: u8, day: u8) -> usize {
    const SHIFTS: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = usize::from(year) - usize::from(month < 3);
    let shift = SHIFTS[usize::from(month.clamp(1, 12)) - 1];
    (year + year / 4 - year / 100 + year / 400 + shift + usize::from(day)) % 7
}

/// The month and day of `hôm nay (13/5)`, where the text says them once.
pub(super) fn today(reader: &Reader<'_>) -> Option<(u8, u8)> {
    let phrases = &reader.phrases;
    let days: Vec<(u8, u8)> = reader
        .readings
        .iter()
        .filter(|reading| {
            let open = reading.tokens.start.saturating_sub(1);
            matches!(phrases.clean(open), "(" | ",")
                && phrases.before(reader.cues.today, open).is_some()
        })
        .filter_map(|reading| Some((reading.start.month?, reading.start.day?)))
        .collect();
    let first = *days.first()?;
    days.iter().all(|&day| day == first).then_some(first)
}

/// The month of the days without a year of which the text tells as past: the first of them is of the last
/// month, and none lies long before.
pub(super) fn month(reader: &Reader<'_>) -> Option<u8> {
    let mut months = reader
        .readings
        .iter()
        .filter(|reading| reading.start.year.is_none() && reading.start.day.is_some())
        .filter(|reading| !year::looks_ahead(reader, reading))
        .filter_map(|reading| reading.start.month);
    let first = months.next()?;
    months
        .all(|month| month <= first && first - month <= LATELY)
        .then_some(first)
}
