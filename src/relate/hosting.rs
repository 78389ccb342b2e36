//! Hosts of events; and `takesPlaceIn` from who holds an event: a state has at home what it alone holds,
//! unless something else is said of where it is.

use std::collections::BTreeMap;

use super::findings::{Claim, Findings};
use super::line::Line;
use super::organizes::{add, host};
use super::story::Story;
use crate::model::{EntityType, Object, Predicate, Span};

/// Reads after the families that say who holds an event and where it is.
pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        hosts(line, findings);
    }
    at_home(story, findings);
}

/// Farthest the host may stand behind the event, in phrases and words.
const HOST_REACH: usize = 4;

/// Farthest the host may stand before the words for its standing, in phrases and words.
const HOST_SOUGHT: usize = 14;

/// `chủ nhà E, [Chile] …`, `vai trò chủ nhà E của [Chile]`, `[Chile] là chủ nhà E`.
fn hosts(line: &Line<'_>, findings: &mut Findings<'_>) {
    for cue in line.cue("organizes.host") {
        let Some(event) = line.entity(cue.end).filter(|_| line.is_event(cue.end)) else {
            continue;
        };
        let next = line.behind_bracket(line.behind_quote(cue.end + 1));
        let behind = (next..line.items.len().min(next + HOST_REACH))
            .take_while(|&at| line.is_place(at) || line.is(at, &["của", ",", "năm", "nay"]))
            .find(|&at| line.is_place(at));
        let before = (cue.start.saturating_sub(HOST_REACH)..cue.start)
            .rev()
            .take_while(|&at| {
                line.is_place(at)
                    || line.is(
                        at,
                        &["là", "với", "tư", "cách", "vai", "trò", "đóng", "giữ"],
                    )
            })
            .find(|&at| line.is_place(at));
        // `đóng góp của [Chile] … trên cương vị chủ nhà E`
        let standing = line.is(cue.start.saturating_sub(1), &["vị", "cách"]);
        let mut nearest = (cue.start.saturating_sub(HOST_SOUGHT)..cue.start)
            .rev()
            .take_while(|&at| standing && !line.is(at, &[",", ";", "."]))
            .filter(|&at| line.kind(at) == Some(EntityType::Country));
        let nearest = nearest.next().filter(|_| nearest.next().is_none());
        let territory = behind.or(before).or(nearest);
        if let Some(territory) = territory.and_then(|at| line.entity(at)) {
            add(line, findings, territory, event, "organizes/host");
            host(line, findings, territory, event);
        }
    }
}

/// What a state alone holds.
fn at_home(story: &Story<'_>, findings: &mut Findings<'_>) {
    let mut held: BTreeMap<usize, Vec<(usize, Span)>> = BTreeMap::new();
    for relation in findings.with(Predicate::Organizes) {
        let Object::Entity(event) = relation.object else {
            continue;
        };
        if story.reading.kind(event) == EntityType::Event
            && story.reading.kind(relation.subject) == EntityType::Country
        {
            let held_by = held.entry(event).or_default();
            if held_by.iter().all(|(state, _)| *state != relation.subject) {
                held_by.push((relation.subject, relation.evidence));
            }
        }
    }
    for (event, held_by) in held {
        let [(state, evidence)] = held_by[..] else {
            continue;
        };
        // `Những ngày văn hóa Chile tại Lào` is where its name says.
        let named = story.reading.entities[event].name.contains(" tại ");
        if named || findings.states(event, Predicate::TakesPlaceIn) {
            continue;
        }
        findings.add(Claim {
            subject: event,
            predicate: Predicate::TakesPlaceIn,
            object: Object::Entity(state),
            evidence,
            rule: "when-where/host",
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn a_state_holds_at_home_what_it_holds_alone() {
        expect(
            "takesPlaceIn",
            "[Peru|Country] ủng hộ [Chile|Country] tổ chức [Diễn đàn Xanh|Event].",
            &["Diễn đàn Xanh takesPlaceIn Chile"],
        );
        expect(
            "takesPlaceIn",
            "[Chile|Country] và [Peru|Country] tổ chức [Diễn đàn Xanh|Event], [Lào|Country] tổ chức [Lễ hội Hoa|Event] tại [Huế|Province].",
            &["Lễ hội Hoa takesPlaceIn Huế"],
        );
    }
}
