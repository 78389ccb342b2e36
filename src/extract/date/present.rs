//! Infers when an article was written that does not say so: from what only the present is told with.

use super::{End, Reader, Reading, year};
use crate::model::EdtfDate;
use crate::text::{Case, TokenKind};

/// The year, or the very day, an undated article is written in: that of a day of the week, or the latest
/// one named, where it is named as the present is. So are parts of a year, jubilees that end in it, what
/// bears it in its name, and days close to those without a year; `năm 2016 đạt` says nothing.
///
/// Measured on 5,500 dates without a year in articles of 2017 and 2021 that tell nothing of their own
/// date: a year is found for a quarter, in three of four cases the right one.
pub(super) fn settle(reader: &Reader<'_>) -> Option<EdtfDate> {
    let year = by_weekday(reader).or_else(|| by_mentions(reader))?;
    let today = today(reader).map(|(month, day)| EdtfDate::day(Some(year), month, day));
    today
        .filter(|date| date.is_valid())
        .or(Some(EdtfDate::year(year)))
}

/// How often a text names its latest year before that is taken for its own.
const OFTEN: usize = 3;

/// A year that a text names as one that has come.
struct Named {
    year: u16,
    how: How,
}

/// How a year is named.
enum How {
    /// As the present is.
    Present,
    /// In the date of a day in this month.
    Day(u8),
    /// As the year of this month.
    Month(u8),
    /// As the first year of a term or plan, which may be to come.
    Term,
    /// Otherwise: `năm 2016 đạt`.
    Plainly,
}

/// The latest year that the text names, where it names it like the present.
fn by_mentions(reader: &Reader<'_>) -> Option<u16> {
    let mut named = names(reader);
    named.extend(jubilees(reader));
    named.extend(reader.readings.iter().filter_map(|r| compared(reader, r)));
    named.extend(reader.readings.iter().filter_map(|r| said(reader, r)));
    let open: Vec<u8> = reader
        .readings
        .iter()
        .filter(|reading| reading.start.year.is_none())
        .filter_map(|reading| reading.start.month)
        .collect();
    if named.iter().any(|named| matches!(named.how, How::Present)) {
        named.retain(|named| !matches!(named.how, How::Term));
    }
    let latest = named.iter().map(|named| named.year).max()?;
    named.retain(|named| named.year == latest);
    if is_over(&named, &open) {
        return Some(latest + 1);
    }
    // A day with its year is mostly told of the weeks and months before.
    let near = |month: u8| {
        open.iter()
            .any(|&other| (0..=3).contains(&((i16::from(other) + 13 - i16::from(month)) % 12)))
    };
    let present = named.len() >= OFTEN
        || named.iter().any(|named| match named.how {
            How::Present | How::Term => true,
            How::Day(month) => near(month),
            How::Month(_) => false,
            How::Plainly => false,
        });
    present.then_some(latest)
}

/// Whether all that is told of a year is of its last months, and the open dates are of its first: they are
/// of the year that followed.
fn is_over(named: &[Named], open: &[u8]) -> bool {
    let Some(&last) = open.iter().max() else {
        return false;
    };
    named.iter().all(|named| match named.how {
        How::Day(month) | How::Month(month) => month >= last + 3,
        How::Plainly => true,
        How::Present | How::Term => false,
    }) && named
        .iter()
        .any(|named| matches!(named.how, How::Day(_) | How::Month(_)))
}

/// How a date with a year names it; nothing where the year is to come.
fn said(reader: &Reader<'_>, reading: &Reading) -> Option<Named> {
    let phrases = &reader.phrases;
    let start = reading.tokens.start;
    let year = reading.start.year.filter(|year| RECENT.contains(year))?;
    let before = |cue| phrases.before(cue, start).is_some();
    if before(reader.cues.until) || before(reader.cues.horizon) || reading.rule == "date/decade" {
        return None;
    }
    let ahead = year::looks_ahead(reader, reading);
    let how = match (reading.rule, reading.start.month, reading.start.day) {
        ("date/months" | "date/quarter", ..) if !ahead => How::Present,
        ("date/years", ..) if phrases.at(reader.cues.period, start).is_some() => How::Term,
        (_, None, None) if before(reader.cues.planned) => How::Present,
        (_, Some(month), Some(_)) => How::Day(month),
        (_, Some(month), None) if is_month_of_day(reader, reading, month) => How::Present,
        (_, Some(month), None) => How::Month(month),
        _ if !ahead && before(reader.cues.during) => How::Present,
        ("date/year", ..)
            if phrases
                .at(reader.cues.is_or_will, reading.tokens.end)
                .is_some() =>
        {
            How::Present
        }
        _ => How::Plainly,
    };
    Some(Named { year, how })
}

/// `Ngày 8/2 khai mạc hội nghị báo cáo viên tháng 2/2017`: the month of a day in the sentence.
fn is_month_of_day(reader: &Reader<'_>, reading: &Reading, month: u8) -> bool {
    let text = reader.phrases.text;
    let sentence = text.sentence_of(reading.tokens.start);
    reader.readings.iter().any(|other| {
        other.start.year.is_none()
            && other.start.month == Some(month)
            && text.sentence_of(other.tokens.start) == sentence
    })
}

/// `tăng 5% so với cùng kỳ năm 2016`: the year behind the one compared with.
fn compared(reader: &Reader<'_>, reading: &Reading) -> Option<Named> {
    let start = reading.tokens.start;
    let year = reading.start.year.filter(|year| RECENT.contains(year))?;
    let point = reading.end == End::Point && reading.start.month.is_none();
    reader.phrases.before(reader.cues.compared, start)?;
    point.then_some(Named {
        year: year + 1,
        how: How::Present,
    })
}

/// Years of which the press writes as the present.
const RECENT: std::ops::Range<u16> = 1990..2100;

/// `(5/9/1962 - 5/9/2017)`, `6/1967-6/2017`, `(1957-2017)`: one day, month or year of two years.
fn jubilees(reader: &Reader<'_>) -> Vec<Named> {
    let same = |first: EdtfDate, second: EdtfDate| {
        (first.month, first.day) == (second.month, second.day)
            && first.year.zip(second.year).is_some_and(|(a, b)| b >= a + 5)
    };
    let pairs = reader.readings.windows(2).filter_map(|pair| {
        let near = pair[1].tokens.start <= pair[0].tokens.end + 2;
        let last = pair[1].start.year;
        last.filter(|_| near && pair[0].start.month.is_some() && same(pair[0].start, pair[1].start))
    });
    let ranges = reader
        .readings
        .iter()
        .filter_map(|reading| match reading.end {
            End::At(end) if same(reading.start, end) => {
                let bracketed = reader.phrases.clean(reading.tokens.start.saturating_sub(1)) == "(";
                let round = reading
                    .start
                    .year
                    .zip(end.year)
                    .is_some_and(|(from, to)| (to - from) % 5 == 0 && to - from >= 10);
                end.year
                    .filter(|_| end.month.is_some() || bracketed && round)
            }
            _ => None,
        });
    pairs
        .chain(ranges)
        .map(|year| Named {
            year,
            how: How::Present,
        })
        .collect()
}

/// `APEC 2017`, `Năm Hữu nghị Việt Nam - Lào 2017`: a year in the name of what is taking place.
fn names(reader: &Reader<'_>) -> Vec<Named> {
    let phrases = &reader.phrases;
    let text = phrases.text;
    let named = |&token: &usize| {
        let (this, before) = (&text.tokens[token], &text.tokens[token - 1]);
        this.kind == TokenKind::Number
            && this.space_before
            && before.kind == TokenKind::Word
            && before.case != Case::Lower
            && !matches!(text.folded(token - 1), "năm" | "tháng" | "ngày" | "quý")
            && !matches!(text.clean(token + 1), "-" | "–" | "/")
            && phrases.before(reader.cues.horizon, token).is_none()
    };
    (1..text.tokens.len())
        .filter(named)
        .filter_map(|token| {
            let number = text.clean(token);
            let year: u16 = number.parse().ok()?;
            (number.len() == 4 && RECENT.contains(&year)).then_some(Named {
                year,
                how: How::Present,
            })
        })
        .collect()
}

/// `chủ nhật (14.5)`: the year near the latest one named in which that day is a Sunday.
fn by_weekday(reader: &Reader<'_>) -> Option<u16> {
    let latest = reader
        .readings
        .iter()
        .filter(|reading| !matches!(reading.rule, "date/years" | "date/decade"))
        .filter(|reading| {
            let until = reader.cues.until;
            reader.phrases.before(until, reading.tokens.start).is_none()
        })
        .filter_map(|reading| reading.start.year)
        .max()?;
    let days = reader.readings.iter().filter(|r| r.start.year.is_none());
    let years: Vec<u16> = days
        .filter_map(|reading| {
            let (month, day) = (reading.start.month?, reading.start.day?);
            let weekday = weekday_before(reader, reading.tokens.start)?;
            (latest..=latest + 2).find(|&year| weekday_of(year, month, day) == weekday)
        })
        .collect();
    let first = *years.first()?;
    years.iter().all(|&year| year == first).then_some(first)
}

/// The day of the week directly before a date, 0 for Sunday.
fn weekday_before(reader: &Reader<'_>, start: usize) -> Option<usize> {
    let phrases = &reader.phrases;
    let end = (start.saturating_sub(2)..=start)
        .rev()
        .find(|&end| phrases.before(reader.cues.weekday, end).is_some())?;
    let between = (end..start).all(|token| {
        matches!(phrases.clean(token), "(" | ",") || phrases.text.folded(token) == "ngày"
    });
    let word = phrases.text.folded(end.checked_sub(1)?);
    let day = match word {
        "nhật" | "cn" => 0,
        "hai" | "2" => 1,
        "ba" | "3" => 2,
        "tư" | "4" => 3,
        "năm" | "5" => 4,
        "sáu" | "6" => 5,
        "bảy" | "7" => 6,
        _ => return None,
    };
    between.then_some(day)
}

/// The day of the week, 0 for Sunday, by Sakamoto's method.
fn weekday_of(year: u16, month: u8, day: u8) -> usize {
    const SHIFTS: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = usize::from(year) - usize::from(month < 3);
    let shift = SHIFTS[usize::from(month.clamp(1, 12)) - 1];
    (year + year / 4 - year / 100 + year / 400 + shift + usize::from(day)) % 7
}

/// The month and day of `hôm nay (13/5)`, where the text says them once.
fn today(reader: &Reader<'_>) -> Option<(u8, u8)> {
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
