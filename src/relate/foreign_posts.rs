//! Posts that a text gives in a ministry or parliament of one's own state without saying so:
//! `Phó Thủ tướng Belarus A, Thứ trưởng Bộ Ngoại giao B`.

use super::line::Line;
use super::story::Story;
use crate::model::EntityType;

/// The body meant where a phrase gives a person a post in a body: of a foreigner not that of Viet Nam but
/// the one of the other state, else that state; `None` where the article names none.
pub(super) fn meant(
    story: &Story<'_>,
    line: &Line<'_>,
    person: usize,
    body: usize,
) -> Option<usize> {
    if !is_of_other_state(story, person, body) {
        return Some(body);
    }
    let state = story
        .state_served(person)
        .or_else(|| only_foreign_state(story, line))
        .or_else(|| state_of_side(line, person).filter(|&state| Some(state) != story.home()))
        .or_else(|| {
            story
                .two_countries()
                .and_then(|two| other_than_home(story, &two))
        })?;
    let words = story.reading.entities[body].name.to_lowercase();
    let own = story.names.agency_of(story.reading, &words, state);
    own.or_else(|| (!is_listed(story, "positions.party-body", &words)).then_some(state))
}

/// Whether a foreigner is said to hold a post in a ministry or the parliament of Viet Nam.
pub(super) fn is_of_other_state(story: &Story<'_>, person: usize, body: usize) -> bool {
    is_state_body_of_home(story, body) && is_foreigner(story, person)
}

fn is_foreigner(story: &Story<'_>, person: usize) -> bool {
    if let Some(served) = story.state_served(person) {
        return Some(served) != story.home();
    }
    let reading = story.reading;
    let text = reading.text;
    let foreign = |token: usize| {
        let word = text.clean(token);
        word.chars().nth(2).is_some()
            && word.chars().all(char::is_alphabetic)
            && !text.is_vietnamese(token)
    };
    !story.is_vietnamese(person)
        && reading.mentions.iter().any(|located| {
            located.mention.entity == person
                && located.tokens.len() >= 2
                && located.tokens.clone().any(foreign)
        })
}

/// Whether a body is one of those that every state has, and Viet Nam's.
fn is_state_body_of_home(story: &Story<'_>, body: usize) -> bool {
    let reading = story.reading;
    let ontology = reading.ontology;
    let Some(mut entry) = ontology.entry(&reading.entities[body].id) else {
        return false;
    };
    let name = ontology.entries[entry].name.to_lowercase();
    let of_states = is_listed(story, "positions.state-body", &name);
    for _ in 0..4 {
        let up = ontology.entries[entry].territory;
        match up.or(ontology.entries[entry].part_of) {
            Some(up) => entry = up,
            None => break,
        }
    }
    of_states && ontology.entries[entry].code.as_deref() == Some("VN")
}

/// Whether a name in lower case begins with a phrase of a list.
fn is_listed(story: &Story<'_>, list: &str, name: &str) -> bool {
    let ontology = story.reading.ontology;
    let listed = ontology.cue(list).ok();
    let listed = listed.and_then(|cue| ontology.cue_list(cue));
    listed.is_some_and(|(_, list)| {
        list.phrases.iter().any(|phrase| {
            let rest = name.strip_prefix(phrase.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    })
}

/// The state whose side someone is listed on: `về phía [Lào] có …`.
fn state_of_side(line: &Line<'_>, person: usize) -> Option<usize> {
    let at = (0..line.items.len()).find(|&at| line.entity(at) == Some(person))?;
    let sides = line.cue("participates.side");
    let side = sides.iter().rev().find(|side| side.end < at)?;
    line.entity(side.end)
        .filter(|_| line.kind(side.end) == Some(EntityType::Country))
}

/// The one state that a sentence names besides Viet Nam.
fn only_foreign_state(story: &Story<'_>, line: &Line<'_>) -> Option<usize> {
    let reading = story.reading;
    let sentence = line.evidence();
    let mut states = reading
        .mentions
        .iter()
        .filter(|located| {
            let span = located.mention.span;
            sentence.start <= span.start && span.end <= sentence.end
        })
        .map(|located| located.mention.entity)
        .filter(|&entity| reading.kind(entity) == EntityType::Country)
        .filter(|&state| Some(state) != story.home());
    let first = states.next()?;
    states.all(|other| other == first).then_some(first)
}

fn other_than_home(story: &Story<'_>, two: &[usize; 2]) -> Option<usize> {
    let home = story.home()?;
    let other = two.iter().copied().find(|&state| state != home)?;
    two.contains(&home).then_some(other)
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn the_ministry_of_the_state_in_the_sentence() {
        expect(
            "holdsPosition",
            "[Việt Nam|Country] cử đoàn. Ra đón có Phó Thủ tướng [Belarus|Country] [Ivan Sokolov|Person], Thứ trưởng [Bộ Ngoại giao|Agency=bo ngoai giao] [Pavel Zhukov|Person].",
            &[
                "Ivan Sokolov holdsPosition Belarus (Phó Thủ tướng)",
                "Pavel Zhukov holdsPosition Belarus (Thứ trưởng)",
            ],
        );
    }

    #[test]
    fn the_state_of_the_side() {
        expect(
            "holdsPosition",
            "Dự họp, phía [Chile|Country] có Thứ trưởng [Bộ Ngoại giao|Agency=bo ngoai giao] [Juan Sotomayor|Person]; về phía [Peru|Country] có Thứ trưởng [Bộ Ngoại giao|Agency=bo ngoai giao] [Pedro Rojas|Person].",
            &[
                "Juan Sotomayor holdsPosition Chile (Thứ trưởng)",
                "Pedro Rojas holdsPosition Peru (Thứ trưởng)",
            ],
        );
    }

    #[test]
    fn a_minister_of_viet_nam() {
        expect(
            "holdsPosition",
            "[Belarus|Country] đón Thứ trưởng [Bộ Ngoại giao|Agency=bo ngoai giao] [Trần Văn An|Person].",
            &["Trần Văn An holdsPosition bo ngoai giao (Thứ trưởng)"],
        );
    }
}
