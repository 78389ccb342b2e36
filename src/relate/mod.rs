//! Reads relations between mentions: one file per family of predicates.

mod abroad;
mod affiliates;
mod agents;
mod agreements;
mod anaphora;
mod apposition;
mod attendance;
mod attended;
mod bearer;
mod capitals;
mod chairs;
mod clause;
mod collective;
mod cooperation;
mod counterparts;
mod crowd;
mod cue_lists;
mod cues;
mod delegation;
mod destination;
mod document_names;
mod documents;
mod employer;
mod enumerated;
mod findings;
mod foreign_posts;
mod frame;
mod fringe;
mod grammar;
mod guests;
mod held_when_where;
mod hosting;
mod inspections;
mod involves;
mod item;
mod jurisdiction;
mod later_speakers;
mod led;
mod line;
mod met;
mod offices;
mod on_journey;
mod organizes;
mod origins;
mod part_of;
mod participates;
#[cfg(test)]
mod participates_tests;
mod positions;
#[cfg(test)]
mod positions_tests;
mod post_body;
mod post_in_name;
mod presiding;
mod products;
mod pronouns;
mod reading;
mod receptions;
mod said_posts;
mod series;
mod served;
mod sessions;
mod setting;
mod shared_posts;
mod signing;
mod speakers;
mod story;
#[cfg(test)]
mod testing;
mod theme;
mod together;
mod treaties;
mod trips;
mod two_states;
mod unit;
mod visits;
mod when_where;
#[cfg(test)]
mod when_where_tests;
mod years_in_names;

pub use cues::RelationCues;
pub use reading::{LocatedDate, LocatedMention, Reading};

use crate::model::Relation;
use cues::Cues;
use findings::Findings;
use story::Story;

/// A family of relations: reads an article and adds what it finds.
type Family = fn(&Story<'_>, &mut Findings<'_>);

/// All families, in the order of the guidelines.
const FAMILIES: [Family; 37] = [
    positions::read,
    said_posts::read,
    shared_posts::read,
    counterparts::read,
    part_of::read,
    jurisdiction::read,
    organizes::read,
    chairs::read,
    participates::read,
    attendance::read,
    origins::read,
    crowd::read,
    speakers::read,
    fringe::read,
    later_speakers::read,
    on_journey::read,
    when_where::read,
    held_when_where::read,
    hosting::read,
    years_in_names::read,
    theme::read,
    involves::read,
    treaties::read,
    series::read,
    documents::read,
    document_names::read,
    signing::read,
    cooperation::read,
    agreements::read,
    two_states::read,
    visits::read,
    hosting::on_visits,
    receptions::read,
    abroad::read,
    attended::read,
    receptions::at_home,
    products::read,
];

/// The relations an article states, sorted by where they were read, each once.
pub fn relations(reading: &Reading<'_>, lists: &RelationCues) -> Vec<Relation> {
    let cues = Cues::new(reading, lists);
    let story = Story::new(reading, &cues);
    let mut findings = Findings::new(reading);
    for family in FAMILIES {
        family(&story, &mut findings);
    }
    findings.into_relations()
}
