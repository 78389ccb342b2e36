//! Infers when an article was written that does not say so, by weighing what its text tells of the present.

mod calendar;
mod cues;
mod jubilee;
mod names;
mod said;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub(super) use cues::PresentCues;

use super::Reader;
use crate::model::EdtfDate;

/// The year, where possible the month or the very day, an undated article is written in: that for which most
/// of the text speaks, where it is enough and no other year is near. No year is taken that is over by what
/// the text tells. Where the year stays open, the month may be known.
pub(super) fn settle(reader: &Reader<'_>) -> Option<EdtfDate> {
    let mut evidence = said::of_dates(reader);
    evidence.extend(names::of_names(reader));
    let told = evidence.iter().filter(|evidence| evidence.told);
    let latest = told.map(|evidence| evidence.year).max();
    evidence.extend(jubilee::of_jubilees(reader, latest));
    let year = weigh(&evidence, &calendar::weekdays(reader));

    let today = calendar::today(reader).map(|(month, day)| EdtfDate::day(year, month, day));
    let month = || calendar::month(reader).map(|month| EdtfDate::month(year, month));
    today
        .filter(|date| date.is_valid() && year.is_some())
        .or_else(month)
        .or(year.map(EdtfDate::year))
}

/// What a text says of the year it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Evidence {
    kind: Kind,
    /// The year that the text names.
    year: u16,
    /// Whether that year has come: told of rather than planned.
    told: bool,
}

impl Evidence {
    fn told(kind: Kind, year: u16) -> Self {
        Self {
            kind,
            year,
            told: true,
        }
    }

    /// The first year in which the text may have been written by this: of a month that is told as past and
    /// lies behind the days that are news, the next one.
    fn earliest(&self) -> Option<u16> {
        let late = matches!(
            self.kind,
            Kind::LastYear | Kind::Late(Grain::Month | Grain::UntilMonth)
        );
        self.told.then_some(self.year + u16::from(late))
    }

    fn ahead(kind: Kind, year: u16) -> Self {
        Self {
            kind,
            year,
            told: false,
        }
    }
}

/// How a year is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// As part of the year: `5 tháng đầu năm 2017`, `quý I/2017`.
    Part,
    /// As the year that something is planned for: `nhiệm vụ trọng tâm năm 2017`.
    Planned,
    /// In the name of what is taking place: `APEC 2017`.
    Name,
    /// As the year of an event: `lễ hội Tràng An năm 2017`.
    Held,
    /// In a text's opening, or beside a day without a year.
    Fore,
    /// As the year of a jubilee.
    Jubilee,
    /// As the one compared with: `so với cùng kỳ năm 2016`.
    Compared,
    /// In a date shortly before those without a year.
    Near(Grain),
    /// In a date behind those without a year, which are mostly of the year that followed.
    Late(Grain),
    /// In a month of the end of the year before those without one: `tháng 12/2016` beside `ngày 8/2`.
    LastYear,
    /// In a date of other months.
    Far(Grain),
    /// In a date that is to come this year.
    Coming(Grain),
    /// As one of which something is told: `trong năm 2017`.
    During,
    /// As the one from whose beginning something goes on: `từ đầu năm 2017`.
    FromBegin,
    /// As the one that has begun: `những tháng đầu năm 2017`.
    Early,
    /// As one whose counts are known: `kim ngạch năm 2016 đạt 3 tỷ USD`.
    Counted,
    /// As the one that is over: `cuối năm 2016`.
    Over,
    /// As one that is to come or not over: `dự kiến năm 2017`.
    Expected,
    /// As the first of a term or plan that begins: `được bổ nhiệm, nhiệm kỳ 2017-2020`.
    NewTerm,
    /// As the first of a term or plan.
    Term,
    /// As the first of a term of a year or two.
    Brief,
    /// Otherwise.
    Plain,
    /// As that of an election or the like: `cuộc bầu cử năm 2016`.
    Timeless,
    /// As one in which something began or was: `thành lập năm 2009`.
    Past,
}

/// How much of a date is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grain {
    /// Its day.
    Day,
    /// Its month.
    Month,
    /// The month until which something is counted: `tính đến hết tháng 4/2017`.
    UntilMonth,
}

impl Kind {
    /// How strongly the kind speaks for the year that is named and for the next one.
    ///
    /// Taken from how often each holds in fourteen hundred articles that name years but no date of their own:
    /// 4 is eight of ten, 3 is two of three, 1 and 2 are of weight beside others alone.
    fn weights(self) -> (u16, u16) {
        use Grain::{Day, Month, UntilMonth};
        match self {
            Self::Part | Self::Planned | Self::Jubilee => (5, 0),
            Self::Name | Self::Fore | Self::NewTerm | Self::Near(Day) | Self::Coming(Day) => (4, 0),
            Self::Near(UntilMonth) => (4, 1),
            Self::Compared | Self::Counted | Self::Late(UntilMonth) => (0, 4),
            Self::FromBegin | Self::Early | Self::Coming(_) | Self::Held => (3, 0),
            Self::Over | Self::LastYear | Self::Late(Month) => (0, 3),
            Self::During | Self::Near(Month) => (2, 1),
            Self::Late(Day) => (1, 2),
            Self::Expected | Self::Term => (2, 0),
            Self::Far(Month | UntilMonth) | Self::Plain => (1, 1),
            Self::Far(Day) => (1, 0),
            Self::Timeless => (0, 1),
            Self::Past | Self::Brief => (0, 0),
        }
    }
}

/// What must speak for a year that is taken.
const ENOUGH: u16 = 4;

/// What must speak more for it than for any other year.
const LEAD: u16 = 2;

/// The year for which most speaks, among those on which the days of the week fall, where any is told.
fn weigh(evidence: &[Evidence], weekdays: &[calendar::Weekday]) -> Option<u16> {
    let latest = evidence.iter().filter_map(Evidence::earliest).max();
    if let Some(year) = latest.and_then(|latest| calendar::agreed(weekdays, latest)) {
        return Some(year);
    }
    let mut counted: BTreeMap<(u16, Kind), u16> = BTreeMap::new();
    for evidence in evidence {
        *counted.entry((evidence.year, evidence.kind)).or_default() += 1;
    }
    let mut scores: BTreeMap<u16, u16> = BTreeMap::new();
    for ((year, kind), times) in counted {
        let again = u16::from(times > 1);
        let (this, next) = kind.weights();
        for (year, weight) in [(year, this), (year + 1, next)] {
            if weight > 0 && Some(year) >= latest {
                *scores.entry(year).or_default() += weight + again;
            }
        }
    }
    let (&year, &score) = scores.iter().max_by_key(|&(_, score)| score)?;
    let others = scores.iter().filter(|&(&other, _)| other != year);
    let second = others.map(|(_, &score)| score).max().unwrap_or(0);
    (score >= ENOUGH && score >= second + LEAD).then_some(year)
}
