//! `participatesIn` from where those who take part come: `[E] thu hút 300 gian hàng đến từ 12 nước như …`.

use super::attendance::present_from;
use super::findings::{Claim, Findings};
use super::line::Line;
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        from_afar(line, findings);
    }
}

/// Farthest the states may stand behind `đến từ`, in phrases and words.
const ORIGIN_REACH: usize = 14;

/// `[E] thu hút 300 gian hàng đến từ 12 nước như: [A], [B]`: states from which those come who take part.
fn from_afar(line: &Line<'_>, findings: &mut Findings<'_>) {
    if !line.has_event() || !line.has("series.such-as") {
        return;
    }
    for cue in line.cue("series.such-as") {
        let floor = cue.start.saturating_sub(ORIGIN_REACH);
        let origin = (floor..cue.start)
            .rev()
            .take_while(|&at| line.entity(at).is_none() && !line.is(at, &[".", ";"]))
            .find(|&at| line.is(at, &["đến"]) && line.is(at + 1, &["từ"]));
        let from = cue.end + usize::from(line.is(cue.end, &[":"]));
        let event = origin.and_then(|origin| {
            (0..origin)
                .rev()
                .take_while(|&at| !line.is(at, &[";", "?", "!"]) && !line.is_place(at))
                .find(|&at| line.is_event(at))
        });
        let Some(event) = event.and_then(|at| line.entity(at)) else {
            continue;
        };
        let states: Vec<usize> = present_from(line, from)
            .into_iter()
            .filter(|&state| line.reading.kind(state) == EntityType::Country)
            .collect();
        for &state in states.iter().filter(|_| states.len() > 1) {
            findings.add(Claim {
                subject: state,
                predicate: Predicate::ParticipatesIn,
                object: Object::Entity(event),
                evidence: line.evidence(),
                rule: "participates/origin",
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn states_that_those_who_take_part_come_from() {
        expect(
            "participatesIn",
            "[Hội chợ Biển|Event] có 200 gian hàng đến từ 12 quốc gia như: [Chile|Country], [Lào|Country], [Peru|Country].",
            &[
                "Chile participatesIn Hội chợ Biển",
                "Lào participatesIn Hội chợ Biển",
                "Peru participatesIn Hội chợ Biển",
            ],
        );
    }
}
