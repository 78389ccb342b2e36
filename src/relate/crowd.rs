//! `participatesIn` from long lists of people before the verb: `Ông A, Bí thư X; bà B, …, đã dự E`.

use super::attendance::present_in;
use super::clause::events_after;
use super::findings::{Claim, Findings};
use super::led::OTHER_VERBS;
use super::line::{ItemKind, Line};
use super::story::Story;
use crate::model::{Object, Predicate};

/// Farthest the first of the list may stand from the start of its sentence.
const FIRST_REACH: usize = 3;
/// Fewest people a list has.
const SMALLEST: usize = 2;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        for verb in line.cue("participates.verb") {
            let Some(stretch) = people_before(line, verb.start) else {
                continue;
            };
            let present = present_in(line, stretch);
            let events = events_after(line, verb.end);
            for event in events.iter().filter_map(|&at| line.entity(at)) {
                for &subject in &present {
                    findings.add(Claim {
                        subject,
                        predicate: Predicate::ParticipatesIn,
                        object: Object::Entity(event),
                        evidence: line.evidence(),
                        rule: "participates/crowd",
                    });
                }
            }
        }
    }
}

/// The stretch of a sentence that is one list of people up to its verb.
fn people_before(line: &Line<'_>, verb: usize) -> Option<std::ops::Range<usize>> {
    let last = verb.checked_sub(1)?;
    if !line.is_cue(last, "participates.crowd") {
        return None;
    }
    let start = line.start_of_stretch(last, &[".", "?", "!"]);
    let first = (start..last.min(start + FIRST_REACH)).find(|&at| is_one(line, at))?;
    // No list of people holds a verb of its own or another clause.
    let other = |at: usize| {
        line.date(at).is_some()
            || line.is_event(at)
            || line.is_any_cue(at, &OTHER_VERBS)
            || line.cue_at("clause.break", at).is_some()
    };
    let people = (first..last).filter(|&at| is_one(line, at)).count();
    (people >= SMALLEST && !(start..last).any(other)).then_some(first..last)
}

fn is_one(line: &Line<'_>, at: usize) -> bool {
    matches!(
        line.items[at].kind,
        ItemKind::Person(..) | ItemKind::Office(_) | ItemKind::Group(_)
    )
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn people_with_their_posts() {
        expect(
            "participatesIn",
            "Ông [Trần Văn An|Person], Giám đốc [Sở Y tế|Agency]; bà [Phạm Thị Hoa|Person], Phó Trưởng ban, cùng đông đảo nhân dân đã dự [Lễ hội Hoa|Event].",
            &[
                "Trần Văn An participatesIn Lễ hội Hoa",
                "Phạm Thị Hoa participatesIn Lễ hội Hoa",
            ],
        );
    }

    #[test]
    fn those_who_only_receive_someone() {
        expect(
            "participatesIn",
            "Ông [Trần Văn An|Person] gặp bà [Phạm Thị Hoa|Person] và ông [Lê Bình|Person] đã dự [Lễ hội Hoa|Event].",
            &["Lê Bình participatesIn Lễ hội Hoa"],
        );
    }
}
