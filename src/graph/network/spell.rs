//! Stretches of days in which a thing is there or a statement holds.

use crate::graph::Node;
use crate::model::{Edtf, EdtfDate, Predicate};

/// Whole days, from the first to the day after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spell {
    /// The first day; open where nothing says when it began.
    pub start: Option<EdtfDate>,
    /// The first day after it; open where it goes on.
    pub end: Option<EdtfDate>,
}

impl Spell {
    /// The days that a date or an interval covers; none in an open year.
    pub fn of(time: Edtf) -> Option<Self> {
        let start = time.start().first_day()?;
        let last = match time.end() {
            None => None,
            // An interval that ends before it begins is taken as its first date.
            Some(end) => end
                .last_day()
                .filter(|last| *last >= start)
                .or(time.start().last_day()),
        };
        Some(Self {
            start: Some(start),
            end: last.and_then(EdtfDate::following),
        })
    }

    /// When an event was or a document was issued.
    pub(super) fn of_dates(node: &Node) -> impl Iterator<Item = Self> {
        let dates = [Predicate::OccursOn, Predicate::IssuedOn].into_iter();
        let dates = dates.filter_map(|p| node.attributes.get(&p)).flatten();
        dates.filter_map(|date| Self::of(date.parse().ok()?))
    }

    /// When an entity is there: the time of an event, the day of a document, the life of a province.
    pub(super) fn of_node(node: &Node) -> Vec<Self> {
        let mut spells: Vec<Self> = Self::of_dates(node).collect();
        let (from, until) = node.particulars().map_or((None, None), |known| known.valid);
        if from.is_some() || until.is_some() {
            spells.push(Self {
                start: from.and_then(EdtfDate::first_day),
                end: until.and_then(EdtfDate::first_day),
            });
        }
        Self::merged(spells)
    }

    /// Whether two have a day in common; open ends reach as far as one likes.
    pub(super) fn meets(self, other: Self) -> bool {
        let before = |end: Option<EdtfDate>, start: Option<EdtfDate>| {
            end.zip(start).is_some_and(|(end, start)| end <= start)
        };
        !before(self.end, other.start) && !before(other.end, self.start)
    }

    /// Sorted, with those that touch or overlap joined.
    pub(super) fn merged(mut spells: Vec<Self>) -> Vec<Self> {
        spells.sort_unstable();
        let mut merged: Vec<Self> = Vec::with_capacity(spells.len());
        for spell in spells {
            match merged.last_mut() {
                Some(last)
                    if last
                        .end
                        .is_none_or(|end| spell.start.is_none_or(|s| s <= end)) =>
                {
                    last.end = last.end.zip(spell.end).map(|(a, b)| a.max(b));
                }
                _ => merged.push(spell),
            }
        }
        merged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spells(times: &[&str]) -> Vec<String> {
        let spells = times
            .iter()
            .filter_map(|time| Spell::of(time.parse().unwrap()));
        let shown = |day: Option<EdtfDate>| day.map_or("..".to_owned(), |day| day.to_string());
        Spell::merged(spells.collect())
            .iter()
            .map(|spell| format!("{} {}", shown(spell.start), shown(spell.end)))
            .collect()
    }

    #[test]
    fn a_spell_ends_the_day_after() {
        assert_eq!(spells(&["2022-03-25"]), ["2022-03-25 2022-03-26"]);
        assert_eq!(spells(&["2020-02"]), ["2020-02-01 2020-03-01"]);
        assert_eq!(spells(&["2021"]), ["2021-01-01 2022-01-01"]);
        assert_eq!(spells(&["2022-03-15/.."]), ["2022-03-15 .."]);
        assert_eq!(
            spells(&["2022-03-25/2022-03-24"]),
            ["2022-03-25 2022-03-26"]
        );
        assert!(spells(&["XXXX-04-16"]).is_empty());
    }

    #[test]
    fn spells_of_one_thing_never_overlap() {
        let joined = spells(&["2022-03-25", "2022-03", "2022-04", "2024", "2023-06-01"]);
        assert_eq!(
            joined,
            [
                "2022-03-01 2022-05-01",
                "2023-06-01 2023-06-02",
                "2024-01-01 2025-01-01"
            ]
        );
        assert_eq!(spells(&["2020/..", "2021"]), ["2020-01-01 .."]);
    }
}
