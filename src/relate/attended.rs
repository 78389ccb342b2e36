//! `visits` from events abroad: who goes there to attend came there.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::{Claim, Findings};
use super::story::Story;
use crate::model::{EntityType, Object, Predicate, Relation, Span};

/// A guest at an event: the sentence that says so and the post held.
struct Guest {
    person: usize,
    event: usize,
    evidence: Span,
    title: Option<String>,
}

/// Reads after the families that say who takes part where and who holds which post.
pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    if story.home().is_none() {
        return;
    }
    // Of whose journey more is said, it is not told again stop by stop.
    let travellers: BTreeSet<usize> = findings
        .with(Predicate::Visits)
        .into_iter()
        .map(|visit| visit.subject)
        .collect();
    let guests = guests(story, findings).into_iter();
    for guest in guests.filter(|guest| !travellers.contains(&guest.person)) {
        for place in places_abroad(story, findings, guest.event) {
            let claim = Claim {
                subject: guest.person,
                predicate: Predicate::Visits,
                object: Object::Entity(place),
                evidence: guest.evidence,
                rule: "visits/attended",
            };
            findings.add_qualified(claim, guest.title.clone(), None);
        }
    }
}

/// Officials from home who take part in events; diplomats, who live abroad, are none.
fn guests(story: &Story<'_>, findings: &Findings<'_>) -> Vec<Guest> {
    let mut posts: BTreeMap<usize, Vec<&Relation>> = BTreeMap::new();
    for post in findings.with(Predicate::HoldsPosition) {
        posts.entry(post.subject).or_default().push(post);
    }
    let from_home = |person: usize| {
        story.is_vietnamese(person)
            && posts
                .get(&person)
                .is_some_and(|held| held.iter().all(|post| serves_home(story, post)))
    };
    let officials: BTreeSet<usize> = posts.keys().copied().filter(|&p| from_home(p)).collect();
    findings
        .with(Predicate::ParticipatesIn)
        .into_iter()
        .filter(|attends| officials.contains(&attends.subject))
        .filter_map(|attends| {
            let Object::Entity(event) = attends.object else {
                return None;
            };
            Some(Guest {
                person: attends.subject,
                event,
                evidence: attends.evidence,
                title: posts.get(&attends.subject)?.first()?.title.clone(),
            })
        })
        .collect()
}

/// Whether a post is held at home and not as a diplomat.
fn serves_home(story: &Story<'_>, post: &Relation) -> bool {
    let Object::Entity(body) = post.object else {
        return false;
    };
    let title = post.title.as_deref().unwrap_or("");
    story.is_of_home(body) && !story.is_diplomatic_title(title)
}

/// Where an event abroad takes place: its cities, else its state.
fn places_abroad(story: &Story<'_>, findings: &Findings<'_>, event: usize) -> Vec<usize> {
    let reading = story.reading;
    let places: Vec<usize> = findings
        .objects(event, Predicate::TakesPlaceIn)
        .into_iter()
        .filter_map(|place| match place {
            Object::Entity(place) => Some(place),
            _ => None,
        })
        .collect();
    let foreign_state =
        |&place: &usize| reading.kind(place) == EntityType::Country && !story.is_of_home(place);
    let cities: Vec<usize> = places
        .iter()
        .copied()
        .filter(|&place| reading.kind(place) == EntityType::Place)
        .filter(|&place| story.lies_at_home(place) == Some(false))
        .collect();
    if cities.is_empty()
        && !places
            .iter()
            .any(|&p| reading.kind(p) == EntityType::Province)
    {
        places.into_iter().filter(foreign_state).collect()
    } else {
        cities
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn an_official_at_an_event_abroad() {
        expect(
            "visits",
            "Bộ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] và Đại sứ [Việt Nam|Country] tại [Chile|Country] [Lê Văn Bình|Person] tham dự [Diễn đàn Xanh|Event] tại [Paris|Place].",
            &["Trần Văn An visits Paris (Bộ trưởng)"],
        );
    }

    #[test]
    fn a_journey_told_as_one_is_not_told_again() {
        expect(
            "visits",
            "Bộ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] thăm [Pháp|Country] và tham dự [Diễn đàn Xanh|Event] tại [Paris|Place].",
            &["Trần Văn An visits Pháp (Bộ trưởng)"],
        );
    }

    #[test]
    fn an_event_at_home_is_no_journey() {
        expect(
            "visits",
            "[Việt Nam|Country] có nhiều sự kiện. Bộ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] tham dự [Diễn đàn Xanh|Event] tại [Hà Nội|Province].",
            &[],
        );
    }
}
