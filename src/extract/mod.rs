//! Finds mentions, dates and figures in a text: one file per kind of thing.

mod acronym;
mod agency;
mod alone;
mod around;
mod behind_post;
#[cfg(test)]
mod body_tests;
mod boundary;
mod brands;
mod byline;
mod capital_run;
mod chained;
mod commune;
mod context;
mod cues;
pub mod date;
mod document;
mod document_end;
mod event;
mod event_end;
mod event_named;
#[cfg(test)]
mod event_tests;
mod extent;
mod features;
pub mod figure;
mod firm;
mod headed;
mod known;
mod law;
mod letters;
mod listed;
mod of_post;
mod of_state;
mod overlap;
mod parties;
mod person;
#[cfg(test)]
mod person_tests;
mod phrase;
mod place;
mod prize;
mod product;
mod programme;
mod quoted;
mod repeat;
mod saying;
mod shared_country;
#[cfg(test)]
mod tests;
mod titled;
mod transcribed;

use crate::model::Found;
use crate::ontology::{Matches, Ontology};
use crate::text::Text;

pub use context::Context;
pub use cues::{CueError, NameCues};
pub(crate) use overlap::Fallen;

/// Finds all names in a text, sorted by place, longer first; nested names are kept.
pub fn names(text: &Text, ontology: &Ontology, matches: &Matches, cues: &NameCues) -> Vec<Found> {
    names_and_fallen(text, ontology, matches, cues).0
}

/// The names, and the candidates that fell to stronger ones.
pub(crate) fn names_and_fallen(
    text: &Text,
    ontology: &Ontology,
    matches: &Matches,
    cues: &NameCues,
) -> (Vec<Found>, Vec<Fallen>) {
    let mut fallen = Vec::new();
    let context = Context::new(text, ontology, matches, cues);
    let mut found = known::names(&context);
    found.extend(listed::names(&context));
    found.extend(letters::names(&context));
    around::sort(&mut found);
    let people = person::names(&context, &found);
    found.extend(people);
    found.extend(byline::names(&context));
    around::sort(&mut found);
    // Each looks at what those before it found.
    for names in [
        agency::names,
        shared_country::names,
        brands::names,
        headed::names,
        chained::names,
        behind_post::names,
        of_post::names,
        place::names,
        features::names,
        event::names,
        programme::names,
        document::names,
        product::names,
    ] {
        let more = names(&context, &found);
        found.extend(more);
        around::sort(&mut found);
    }
    event_end::reach_documents(&mut found);
    let mut found = overlap::settle(&context, found, &mut fallen);
    repeat::agree(&context, &mut found);
    acronym::add(&context, &mut found);
    repeat::add(&context, &mut found);
    let names = overlap::settle(&context, found, &mut fallen);
    (names, fallen)
}
