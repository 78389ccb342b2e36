//! `takesPlaceIn` from who holds an event: a state has at home what it alone holds, unless something else
//! is said of where it is.

use std::collections::BTreeMap;

use super::findings::{Claim, Findings};
use super::story::Story;
use crate::model::{EntityType, Object, Predicate, Span};

/// Reads after the families that say who holds an event and where it is.
pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    let mut held: BTreeMap<usize, Vec<(usize, Span)>> = BTreeMap::new();
    for relation in findings.with(Predicate::Organizes) {
        let Object::Entity(event) = relation.object else {
            continue;
        };
        if story.reading.kind(event) == EntityType::Event
            && story.reading.kind(relation.subject) == EntityType::Country
        {
            let hosts = held.entry(event).or_default();
            if hosts.iter().all(|(host, _)| *host != relation.subject) {
                hosts.push((relation.subject, relation.evidence));
            }
        }
    }
    for (event, hosts) in held {
        let [(host, evidence)] = hosts[..] else {
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
            object: Object::Entity(host),
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
