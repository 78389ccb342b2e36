//! Events: an edition or a year in the name is an identity, a bare name needs a date, place or company.

use super::super::description::Description;
use super::super::event_name::EventName;
use super::super::knowledge::Knowledge;
use super::evidence::{Certainty, Policy, Profile, companions, reason};
use super::summary::Summary;
use crate::model::{Edtf, EntityType, Predicate};
use crate::text::fold;

/// The name without the year that the article's dates added.
pub(super) fn block_key(name: &str) -> String {
    EventName::new(&fold(name)).series
}

pub(super) fn profile(knowledge: &Knowledge<'_>, description: &Description) -> Profile {
    let name = fold(&description.name);
    let EventName { numbered, year, .. } = EventName::new(&name);
    let mut keys = companions(knowledge, description);
    let mut summary = Summary {
        years: year.map(|year| (year, year)),
        ..Summary::default()
    };
    for &date in &description.dates {
        summary.absorb(&Summary {
            years: years(date),
            ..Summary::default()
        });
        if date.start().month.is_some() {
            let words = format!("both took place on {date}");
            keys.insert(reason(Certainty::Certain, words));
        }
    }
    for (predicate, place) in &description.ties {
        let territory = matches!(
            place.kind(),
            Some(EntityType::Province | EntityType::Country)
        );
        match predicate {
            Predicate::TakesPlaceIn if territory => {
                if place.kind() == Some(EntityType::Province) {
                    summary.places.insert(place.clone());
                }
                if let Some((year, _)) = summary.years {
                    let words = format!("both took place in {place} in {year}");
                    keys.insert(reason(Certainty::Likely, words));
                }
            }
            Predicate::Organizes => {
                let words = format!("both are organised by {place}");
                keys.insert(reason(Certainty::Likely, words));
            }
            _ => {}
        }
    }
    if let Some((year, _)) = summary.years
        && name.split_whitespace().count() >= 4
    {
        let words = format!("both took place in {year}");
        keys.insert(reason(Certainty::Likely, words));
    }
    let policy = if numbered && !of_many(knowledge, &name) {
        Policy::Name
    } else {
        Policy::Evidence
    };
    Profile {
        keys,
        summary,
        policy,
    }
}

fn years(date: Edtf) -> Option<(u16, u16)> {
    let first = date.start().year?;
    Some((first, date.end().and_then(|end| end.year).unwrap_or(first)))
}

/// Whether the name without edition and year is one that many events bear.
fn of_many(knowledge: &Knowledge<'_>, name: &str) -> bool {
    let head = name.split("lần thứ").next().unwrap_or(name);
    let words: Vec<&str> = head
        .split_whitespace()
        .filter(|word| !word.chars().any(|c| c.is_ascii_digit()) && *word != "thứ")
        .collect();
    let mut plain = words.join(" ");
    for ending in knowledge.phrases("identity.before-edition") {
        let rest = plain.strip_suffix(ending.as_str());
        if let Some(rest) = rest.and_then(|rest| rest.strip_suffix(' ')) {
            plain = rest.to_owned();
        }
    }
    knowledge.listed("identity.event-of-many", plain.trim())
}
