//! `participatesIn` from journeys that a sentence begins with: `Trong chuyến thăm [Lào] và dự E, X đã …`.

use super::clause::{cue_ending_at, events_after};
use super::findings::{Claim, Findings};
use super::line::Line;
use super::story::Story;
use crate::model::{Object, Predicate};

/// Farthest the noun of the journey may stand from the start of its sentence, in phrases and words.
const OPENING: usize = 6;
/// Farthest the traveller may stand behind the event, in phrases and words.
const REACH: usize = 30;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in story.lines.iter().filter(|line| line.has_event()) {
        for verb in line.cue("participates.verb") {
            let Some(start) = journey_before(line, verb.start) else {
                continue;
            };
            let events = events_after(line, verb.end);
            let Some(&last) = events.last() else { continue };
            let free = !(start..verb.start).any(|at| line.is_person(at));
            let Some(person) = traveller(line, last + 1).filter(|_| free) else {
                continue;
            };
            for event in events.iter().filter_map(|&at| line.entity(at)) {
                findings.add(Claim {
                    subject: person,
                    predicate: Predicate::ParticipatesIn,
                    object: Object::Entity(event),
                    evidence: line.evidence(),
                    rule: "participates/journey",
                });
            }
        }
    }
}

/// Where a sentence begins that opens with a journey, up to a verb of attending joined to it.
fn journey_before(line: &Line<'_>, verb: usize) -> Option<usize> {
    let joined = verb > 0 && (line.is(verb - 1, &["và", ","]) || line.is_place(verb - 1));
    let start = line.start_of_stretch(verb, &[".", ";", ":"]);
    let opens = line.is_cue(start, "visits.opens");
    let end = verb.min(start + OPENING);
    let noun = (start..end)
        .any(|at| line.cue_at("visits.noun", at).is_some() || line.is_cue(at, "visits.trip"));
    let owned = (start..verb).any(|at| line.is(at, &["của"]));
    (joined && opens && noun && !owned).then_some(start)
}

/// Who acts behind the comma at which the adverbial ends.
fn traveller(line: &Line<'_>, from: usize) -> Option<usize> {
    let end = line.items.len().min(from + REACH);
    let comma = (from..end).find(|&at| line.is(at, &[","]))?;
    let person = (comma + 1..end)
        .take_while(|&at| !line.is(at, &[";", ".", ":"]) && !line.is_event(at))
        .find(|&at| line.is_person(at))?;
    let passive = cue_ending_at(line, "clause.oblique", person).is_some();
    line.entity(person).filter(|_| !passive)
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn who_travels_attends() {
        expect(
            "participatesIn",
            "Trong khuôn khổ chuyến thăm [Lào|Country] và dự [Diễn đàn Xanh|Event] theo lời mời của ông [Kham Ly|Person], chiều {3/4/2019=2019-04-03}, Thủ tướng [Trần Văn An|Person] đã tiếp khách.",
            &["Trần Văn An participatesIn Diễn đàn Xanh"],
        );
        expect(
            "participatesIn",
            "Trong chuyến thăm [Lào|Country] và dự [Diễn đàn Xanh|Event] của ông [Kham Ly|Person], báo chí viết nhiều.",
            &["Kham Ly participatesIn Diễn đàn Xanh"],
        );
    }
}
