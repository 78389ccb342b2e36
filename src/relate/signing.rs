//! What the signing of a document tells: its parties sign it, and are there.

use super::attendance::present_in;
use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};

/// Farthest the list of partners goes, in phrases and words.
const LIST_REACH: usize = 30;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        for at in 0..line.items.len() {
            let ItemKind::Name(mention) = line.items[at].kind else {
                continue;
            };
            let Some(document) = signed(story, line, at, mention) else {
                continue;
            };
            ceremony(story, line, findings, at, document);
        }
    }
    days(story, findings);
}

/// The mention of the document inside the name of its signing: `Lễ ký [Thỏa thuận …]`.
fn signed(story: &Story<'_>, line: &Line<'_>, at: usize, mention: usize) -> Option<usize> {
    let start = line.items[at].tokens.start;
    let head = line.cues.at("documents.signing", start)?;
    let reading = story.reading;
    let mut inside = story.inside[mention].iter().copied();
    inside.find(|&i| {
        reading.kind(reading.entity(i)) == EntityType::Document
            && reading.mentions[i].tokens.start == head.end
    })
}

/// The parties are in the document's name, or listed behind it: `giữa A với các đối tác gồm B, C`.
fn ceremony(
    story: &Story<'_>,
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    at: usize,
    document: usize,
) {
    let reading = story.reading;
    let Some(event) = line.entity(at) else { return };
    let mut parties: Vec<usize> = story.inside[document]
        .iter()
        .map(|&i| reading.entity(i))
        .collect();
    let between = reading.mentions[document]
        .tokens
        .clone()
        .any(|token| reading.text.folded(token) == "giữa");
    let next = line.behind_quote(at + 1);
    let listed = if line.is_cue(next, "clause.comprise") {
        let end = (next..line.items.len().min(next + LIST_REACH))
            .find(|&i| line.is(i, &["được", "."]) || line.is_cue(i, "clause.tense"))
            .unwrap_or(line.items.len());
        present_in(line, next + 1..end)
    } else {
        Vec::new()
    };
    let mut claim = |subject, predicate, object, rule| {
        findings.add(Claim {
            subject,
            predicate,
            object: Object::Entity(object),
            evidence: line.evidence(),
            rule,
        });
    };
    for &party in &parties {
        claim(event, Predicate::Involves, party, "involves/signing");
    }
    if let Some(&first) = parties.first().filter(|_| between) {
        for &partner in &listed {
            claim(
                first,
                Predicate::CooperatesWith,
                partner,
                "cooperation/signing",
            );
        }
    }
    parties.retain(|&party| {
        between && (reading.kind(party) != EntityType::Country || listed.is_empty())
    });
    let document = reading.entity(document);
    for &partner in &listed {
        claim(document, Predicate::Involves, partner, "involves/signing");
    }
    for party in parties.into_iter().chain(listed) {
        claim(
            party,
            Predicate::ParticipatesIn,
            event,
            "participates/signing",
        );
    }
}

/// A document is made on the day it is signed.
fn days(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        for at in 0..line.items.len() {
            let (ItemKind::Name(mention), Some(event)) = (&line.items[at].kind, line.entity(at))
            else {
                continue;
            };
            let Some(document) = signed(story, line, at, *mention) else {
                continue;
            };
            for day in findings.objects(event, Predicate::OccursOn) {
                findings.add(Claim {
                    subject: story.reading.entity(document),
                    predicate: Predicate::IssuedOn,
                    object: day,
                    evidence: line.evidence(),
                    rule: "documents/signing",
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn parties_of_what_is_signed() {
        expect(
            "involves participatesIn issuedOn",
            "{Ngày 3/4/2019=2019-04-03}, tại [Huế|Place] đã diễn ra [Lễ ký kết [Thỏa thuận hợp tác giữa [Sở Y tế|Agency] với [Bộ Công an|Agency]|Document]|Event].",
            &[
                "Sở Y tế participatesIn Lễ ký kết Thỏa thuận hợp tác giữa Sở Y tế với Bộ Công an",
                "Bộ Công an participatesIn Lễ ký kết Thỏa thuận hợp tác giữa Sở Y tế với Bộ Công an",
                "Thỏa thuận hợp tác giữa Sở Y tế với Bộ Công an involves Sở Y tế",
                "Thỏa thuận hợp tác giữa Sở Y tế với Bộ Công an involves Bộ Công an",
                "Lễ ký kết Thỏa thuận hợp tác giữa Sở Y tế với Bộ Công an involves Sở Y tế",
                "Lễ ký kết Thỏa thuận hợp tác giữa Sở Y tế với Bộ Công an involves Bộ Công an",
                "Thỏa thuận hợp tác giữa Sở Y tế với Bộ Công an issuedOn 2019-04-03",
            ],
        );
    }

    #[test]
    fn partners_listed_behind_the_name() {
        expect(
            "participatesIn",
            "[Lễ ký [Thỏa thuận giữa [Seoul|Place] với các đối tác|Document]|Event] gồm [Hà Nam|Province], [Long An|Province] và [Sở Y tế|Agency] đã diễn ra.",
            &[
                "Seoul participatesIn Lễ ký Thỏa thuận giữa Seoul với các đối tác",
                "Hà Nam participatesIn Lễ ký Thỏa thuận giữa Seoul với các đối tác",
                "Long An participatesIn Lễ ký Thỏa thuận giữa Seoul với các đối tác",
                "Sở Y tế participatesIn Lễ ký Thỏa thuận giữa Seoul với các đối tác",
            ],
        );
    }
}
