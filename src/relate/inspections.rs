//! `visits` of those who inspect a place or work with a local body.

use super::clause::{cue_ending_at, subjects};
use super::delegation::{Visitor, visitors_before};
use super::destination::destination;
use super::findings::Findings;
use super::line::{ItemKind, Line};
use super::story::Story;
use super::visits::{add, is_led, time_of};
use crate::model::EntityType;

/// Farthest the place may stand behind a verb of inspecting, in phrases and words.
const INSPECTED_REACH: usize = 14;

/// `Bộ trưởng X kiểm tra … tại [Hà Nam]`, `X làm việc với [UBND tỉnh [Hà Nam]]`: who inspects a place,
/// or works with the body of one, came there from elsewhere.
pub(super) fn read(story: &Story<'_>, line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("visits.inspect") {
        if cue_ending_at(line, "visits.noun-marker", verb.start).is_some() {
            continue;
        }
        let Some(subjects) = subjects(line, verb.start)
            .filter(|subjects| !subjects.agents || is_led(line, verb.start))
        else {
            continue;
        };
        let end = line.items.len().min(verb.end + INSPECTED_REACH);
        // `làm việc với [Sở Y tế]`, `làm việc với tỉnh [Hà Nam]`
        let noun = line.cue_at("clause.noun", verb.end).unwrap_or(verb.end);
        let with_body = line.kind(verb.end) == Some(EntityType::Agency)
            || line.kind(noun) == Some(EntityType::Province);
        let at = (verb.end..end)
            .take_while(|&at| matches!(line.items[at].kind, ItemKind::Word))
            .find(|&at| line.is(at, &["tại", "ở"]))
            .map(|at| at + 1)
            .or(with_body.then_some(verb.end));
        let Some(at) = at else { continue };
        let places: Vec<usize> = destination(story, line, at)
            .places
            .into_iter()
            .filter(|&place| line.reading.kind(place) != EntityType::Country)
            .collect();
        let visitors: Vec<Visitor> = visitors_before(line, verb.start)
            .into_iter()
            .filter(|visitor| subjects.entities.contains(&visitor.entity))
            .filter(|visitor| !is_local(story, line, visitor.entity, &places))
            .collect();
        let time = time_of(line, subjects.start, verb.end);
        add(line, findings, &visitors, &places, time, "visits/inspects");
    }
}

/// Whether someone holds a post in one of these places, or is a body there.
fn is_local(story: &Story<'_>, line: &Line<'_>, entity: usize, places: &[usize]) -> bool {
    let there = |body: usize| {
        places.contains(&body)
            || story
                .province_of(body)
                .is_some_and(|province| places.contains(&province))
    };
    there(entity)
        || line.items.iter().any(|item| match &item.kind {
            ItemKind::Person(_, posts) if item.entity == Some(entity) => posts
                .iter()
                .any(|post| post.bodies.iter().any(|&body| there(body))),
            _ => false,
        })
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn who_works_with_a_province_came_there() {
        expect(
            "visits",
            "{Ngày 5/6/2019=2019-06-05}, Thứ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] đã đến làm việc với tỉnh [Hà Nam|Province]. Thứ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] làm việc với [Chile|Country].",
            &["Trần Văn An visits Hà Nam (Thứ trưởng) @2019-06-05"],
        );
    }
}
