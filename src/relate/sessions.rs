//! Sessions whose name is that of the body that meets: who holds them and which states meet there.

use super::Reading;
use super::findings::{Claim, Findings};
use super::story::Story;
use super::when_where::begins;
use crate::model::{EntityType, Object, Predicate, Span};

/// Whether a body within a session's name is the one that meets, unlike the parties of a committee
/// (`Kỳ họp Ủy ban hỗn hợp giữa [A] và [B]`) and those heard (`cuộc họp nghe [A] báo cáo`).
pub(super) fn is_meeting(reading: &Reading<'_>, holder: usize, inner: usize) -> bool {
    let (whole, part) = (
        &reading.mentions[holder].tokens,
        &reading.mentions[inner].tokens,
    );
    let text = reading.text;
    let party = (whole.start..part.start).any(|token| listed(reading, "participates.party", token));
    let joined = part.start > whole.start && ["-", "–"].contains(&text.folded(part.start - 1));
    !party && !joined
}

/// `Kỳ họp Ủy ban Hợp tác [A] - [B]`: the body holds it and is what it is about, and the states in its name
/// meet there.
pub(super) fn held_by(
    story: &Story<'_>,
    findings: &mut Findings<'_>,
    body: usize,
    whole: usize,
    evidence: Span,
) {
    let reading = story.reading;
    let mut add = |subject, predicate, object, rule| {
        findings.add(Claim {
            subject,
            predicate,
            object: Object::Entity(object),
            evidence,
            rule,
        });
    };
    let holder = reading.entity(body);
    add(holder, Predicate::Organizes, whole, "organizes/session");
    let inside = story.inside[body].iter().map(|&i| reading.entity(i));
    let states: Vec<usize> = inside
        .filter(|&state| reading.kind(state) == EntityType::Country)
        .collect();
    if let [_, _, ..] = states[..] {
        add(whole, Predicate::Involves, holder, "involves/session");
        for state in states {
            add(whole, Predicate::Involves, state, "involves/session");
            add(
                state,
                Predicate::ParticipatesIn,
                whole,
                "participates/session",
            );
        }
    }
}

/// What joins two parties in a name.
const JOINT: &str = "participates.joint";

/// Whether a word or mark is one of a list.
fn listed(reading: &Reading<'_>, list: &str, token: usize) -> bool {
    let ontology = reading.ontology;
    let list = ontology.cue(list).ok();
    list.and_then(|cue| ontology.cue_list(cue))
        .is_some_and(|(_, list)| list.phrases.iter().any(|p| p == reading.text.folded(token)))
}

/// First words of meetings of the states that their names join.
const OF_STATES: &str = "participates.of-states";

/// `Đối thoại Quốc phòng [Chile] - [Lào]`: the states that the name of such a meeting joins meet there.
pub(super) fn of_states(
    story: &Story<'_>,
    findings: &mut Findings<'_>,
    holder: usize,
    evidence: Span,
) {
    let reading = story.reading;
    let whole = &reading.mentions[holder].tokens;
    let name = reading.folded(whole.clone());
    if !begins(reading, OF_STATES, &name) {
        return;
    }
    let states: Vec<usize> = story.inside[holder]
        .iter()
        .copied()
        .filter(|&inner| reading.kind(reading.entity(inner)) == EntityType::Country)
        .collect();
    for two in states.windows(2) {
        let (first, second) = (
            &reading.mentions[two[0]].tokens,
            &reading.mentions[two[1]].tokens,
        );
        let joint = first.end..second.start;
        let joined = joint.len() == 1 && listed(reading, JOINT, joint.start);
        for &state in two.iter().filter(|_| joined) {
            findings.add(Claim {
                subject: reading.entity(state),
                predicate: Predicate::ParticipatesIn,
                object: Object::Entity(reading.entity(holder)),
                evidence,
                rule: "participates/of-states",
            });
        }
    }
}

/// `Hội nghị Bộ trưởng [A] - [B]`, `Hội nghị liên tịch của [A] và [B]`: bodies that an event's name joins
/// meet there.
pub(super) fn parties(
    story: &Story<'_>,
    findings: &mut Findings<'_>,
    holder: usize,
    evidence: Span,
) {
    let reading = story.reading;
    let bodies: Vec<usize> = story.inside[holder]
        .iter()
        .copied()
        .filter(|&inner| reading.kind(reading.entity(inner)) == EntityType::Agency)
        .collect();
    let joined = bodies.windows(2).any(|two| {
        let start = reading.mentions[two[1]].tokens.start;
        start > reading.mentions[two[0]].tokens.end
            && (listed(reading, JOINT, start - 1) || reading.text.folded(start - 1) == ",")
    });
    if !joined {
        return;
    }
    for body in bodies {
        findings.add(Claim {
            subject: reading.entity(body),
            predicate: Predicate::ParticipatesIn,
            object: Object::Entity(reading.entity(holder)),
            evidence,
            rule: "participates/parties",
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn a_session_is_held_by_the_body_in_its_name() {
        expect(
            "involves organizes",
            "[Kỳ họp [Ủy ban Hợp tác [Chile|Country] - [Lào|Country]|Agency]|Event] khai mạc.",
            &[
                "Ủy ban Hợp tác Chile - Lào organizes Kỳ họp Ủy ban Hợp tác Chile - Lào",
                "Kỳ họp Ủy ban Hợp tác Chile - Lào involves Chile",
                "Kỳ họp Ủy ban Hợp tác Chile - Lào involves Lào",
                "Kỳ họp Ủy ban Hợp tác Chile - Lào involves Ủy ban Hợp tác Chile - Lào",
            ],
        );
        expect(
            "participatesIn",
            "[Kỳ họp [Ủy ban Hợp tác [Chile|Country] - [Lào|Country]|Agency]|Event] khai mạc.",
            &[
                "Chile participatesIn Kỳ họp Ủy ban Hợp tác Chile - Lào",
                "Lào participatesIn Kỳ họp Ủy ban Hợp tác Chile - Lào",
            ],
        );
    }

    #[test]
    fn a_conference_of_a_board_is_held_by_it() {
        expect(
            "organizes involves",
            "Tại [Hội nghị lần thứ 8 [Ban Chấp hành Hội Gỗ|Agency]|Event].",
            &["Ban Chấp hành Hội Gỗ organizes Hội nghị lần thứ 8 Ban Chấp hành Hội Gỗ"],
        );
    }

    #[test]
    fn states_that_the_name_of_a_dialogue_joins_meet() {
        expect(
            "participatesIn",
            "[Đối thoại Biển [Chile|Country] - [Lào|Country]|Event] và [Diễn đàn Doanh nghiệp [Chile|Country] - [Lào|Country]|Event].",
            &[
                "Chile participatesIn Đối thoại Biển Chile - Lào",
                "Lào participatesIn Đối thoại Biển Chile - Lào",
            ],
        );
    }

    #[test]
    fn bodies_that_a_name_joins_meet() {
        expect(
            "participatesIn",
            "[Hội nghị liên tịch của [Bộ Y tế|Agency] và [Hội Gỗ|Agency]|Event], [Hội thảo của [Bộ Y tế|Agency]|Event].",
            &[
                "Bộ Y tế participatesIn Hội nghị liên tịch của Bộ Y tế và Hội Gỗ",
                "Hội Gỗ participatesIn Hội nghị liên tịch của Bộ Y tế và Hội Gỗ",
            ],
        );
    }
}
