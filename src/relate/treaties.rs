//! `involves` of agreements beyond the names in theirs: the states that the parties are bodies of, and the two
//! states that an agreement without parties is one of.

use super::cooperation::two_of;
use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        for at in line.places_of(EntityType::Document) {
            two_parties(story, line, findings, at);
        }
    }
}

/// Whether a body in the name of an agreement stands for those in its own name: a committee of two states, a
/// body that the agreement founds (`Thỏa thuận thành lập [Ủy ban …]`).
pub(super) fn stands_for_parties(story: &Story<'_>, inner: usize) -> bool {
    let reading = story.reading;
    let located = &reading.mentions[inner];
    let opens = located.tokens.start;
    let founded = opens > 0
        && story.lines[located.sentence]
            .cues
            .is_cue("documents.founding", reading.text, opens - 1);
    let states = story.inside[inner]
        .iter()
        .filter(|&&i| reading.kind(reading.entity(i)) == EntityType::Country)
        .count();
    let line = &story.lines[located.sentence];
    reading.kind(reading.entity(inner)) == EntityType::Agency
        && (founded || states > 1 && line.cues.at("jurisdiction.other-body", opens).is_some())
}

/// `Bản ghi nhớ giữa [Bộ Y tế [Chile]] và …`: an agreement of bodies of the State is one of their states too.
/// The body stands in the agreement's name, or in that of what this is about.
pub(super) fn states_of_parties(
    story: &Story<'_>,
    findings: &mut Findings<'_>,
    agreement: usize,
    (holder, inner): (usize, usize),
) {
    let reading = story.reading;
    let (whole, party) = (&reading.mentions[holder], &reading.mentions[inner]);
    let line = &story.lines[whole.sentence];
    let begins = |list: &'static str, at: usize| line.cues.at(list, at).is_some();
    let (start, opens) = (whole.tokens.start, party.tokens.start);
    let within = agreement != reading.entity(holder);
    let body = reading.kind(reading.entity(inner)) == EntityType::Agency
        && begins("jurisdiction.body", opens)
        && !begins("jurisdiction.other-body", opens);
    if !body
        || reading.kind(agreement) != EntityType::Document
        || !(within || begins("documents.agreement", start))
    {
        return;
    }
    let state = story.inside[inner].iter().copied().find(|&i| {
        reading.kind(reading.entity(i)) == EntityType::Country
            && reading.mentions[i].tokens.end == party.tokens.end
    });
    if let Some(state) = state {
        findings.add(Claim {
            subject: agreement,
            predicate: Predicate::Involves,
            object: Object::Entity(reading.entity(state)),
            evidence: line.evidence(),
            rule: "involves/party-state",
        });
    }
}

/// `thỏa thuận … hai nước`: an agreement without parties in its name is one of the two states that the
/// sentence or the article is about.
fn two_parties(story: &Story<'_>, line: &Line<'_>, findings: &mut Findings<'_>, at: usize) {
    let (ItemKind::Name(mention), Some(document)) = (&line.items[at].kind, line.entity(at)) else {
        return;
    };
    if !is_of_unsaid_parties(story, line, *mention) {
        return;
    }
    let named = two_of(line, EntityType::Country);
    let both = !line.cue("involves.both").is_empty();
    let parties = match (named.as_slice(), story.two_countries()) {
        ([_, _], _) if both => named,
        (_, Some(two)) if both => two.to_vec(),
        ([_, _], Some(two)) if two.iter().all(|state| named.contains(state)) => named,
        _ => return,
    };
    for party in parties {
        findings.add(Claim {
            subject: document,
            predicate: Predicate::Involves,
            object: Object::Entity(party),
            evidence: line.evidence(),
            rule: "involves/both",
        });
    }
}

/// Whether a name is that of an agreement that names no parties, and is not known as one of many: where it
/// was made, right behind its noun, and places that it is about are none.
fn is_of_unsaid_parties(story: &Story<'_>, line: &Line<'_>, mention: usize) -> bool {
    let reading = story.reading;
    let located = &reading.mentions[mention];
    let start = located.tokens.start;
    let agreement = line.cues.at("documents.agreement", start);
    let plan = line.cues.at("documents.plan", start);
    let Some(noun) = agreement.filter(|noun| plan.is_none_or(|plan| plan.end < noun.end)) else {
        return false;
    };
    let document = &reading.entities[located.mention.entity];
    let known = reading.ontology.entry(&document.id).is_some();
    let multilateral = line.cues.at("documents.multilateral", start).is_some();
    let party = |&inner: &usize| match reading.kind(reading.entity(inner)) {
        EntityType::Place => false,
        EntityType::Province => reading.mentions[inner].tokens.start != noun.end,
        _ => true,
    };
    !known && !multilateral && !story.inside[mention].iter().any(party)
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn what_many_have_joined_is_not_of_two() {
        expect(
            "involves",
            "[Chile|Country] và [Peru|Country] hội đàm; hai nước tôn trọng [Công ước 1982|Document] và ký [Hiệp định hàng hải|Document].",
            &[
                "Hiệp định hàng hải involves Chile",
                "Hiệp định hàng hải involves Peru",
            ],
        );
    }

    #[test]
    fn an_agreement_of_the_two_states() {
        expect(
            "involves",
            "[Chile|Country] và [Lào|Country] nhất trí: lãnh đạo hai nước ký [Hiệp định Vay ưu đãi|Document].",
            &[
                "Hiệp định Vay ưu đãi involves Chile",
                "Hiệp định Vay ưu đãi involves Lào",
            ],
        );
    }

    #[test]
    fn bodies_of_states_make_agreements_of_these() {
        expect(
            "involves",
            "Hai bên ký [Bản ghi nhớ giữa [Bộ Y tế [Chile|Country]|Agency] và [Chính phủ [Lào|Country]|Agency]|Document] và [Hợp đồng giữa [Công ty Dệt [Peru|Country]|Agency] và [Công ty Sao Mai|Agency]|Document].",
            &[
                "Bản ghi nhớ giữa Bộ Y tế Chile và Chính phủ Lào involves Chile",
                "Bản ghi nhớ giữa Bộ Y tế Chile và Chính phủ Lào involves Bộ Y tế Chile",
                "Bản ghi nhớ giữa Bộ Y tế Chile và Chính phủ Lào involves Lào",
                "Bản ghi nhớ giữa Bộ Y tế Chile và Chính phủ Lào involves Chính phủ Lào",
                "Hợp đồng giữa Công ty Dệt Peru và Công ty Sao Mai involves Công ty Dệt Peru",
                "Hợp đồng giữa Công ty Dệt Peru và Công ty Sao Mai involves Công ty Sao Mai",
            ],
        );
    }

    #[test]
    fn minutes_are_of_the_meeting_and_its_parties() {
        expect(
            "involves issuedBy",
            "Họ ký [Biên bản [Kỳ họp giữa [Bộ Y tế [Chile|Country]|Agency] và [Bộ Y tế [Lào|Country]|Agency]|Event]|Document].",
            &[
                "Kỳ họp giữa Bộ Y tế Chile và Bộ Y tế Lào involves Bộ Y tế Chile",
                "Kỳ họp giữa Bộ Y tế Chile và Bộ Y tế Lào involves Bộ Y tế Lào",
                "Biên bản Kỳ họp giữa Bộ Y tế Chile và Bộ Y tế Lào involves Chile",
                "Biên bản Kỳ họp giữa Bộ Y tế Chile và Bộ Y tế Lào involves Bộ Y tế Chile",
                "Biên bản Kỳ họp giữa Bộ Y tế Chile và Bộ Y tế Lào involves Lào",
                "Biên bản Kỳ họp giữa Bộ Y tế Chile và Bộ Y tế Lào involves Bộ Y tế Lào",
                "Biên bản Kỳ họp giữa Bộ Y tế Chile và Bộ Y tế Lào issuedBy Kỳ họp giữa Bộ Y tế Chile và Bộ Y tế Lào",
            ],
        );
    }

    #[test]
    fn where_an_agreement_was_made_is_no_party() {
        expect(
            "involves",
            "[Chile|Country] và [Lào|Country] là bạn. [Chile|Country] và [Lào|Country] ký [Tuyên bố chung [Huế|Province] về đối tác|Document].",
            &[
                "Tuyên bố chung Huế về đối tác involves Chile",
                "Tuyên bố chung Huế về đối tác involves Lào",
            ],
        );
    }

    #[test]
    fn the_two_states_of_the_sentence_are_those_of_the_article() {
        expect(
            "involves",
            "[Chile|Country] gặp [Lào|Country]. [Chile|Country] và [Lào|Country] có [Nghị định thư về nghề cá|Document]. [Chile|Country] nhắc [Peru|Country] về [Nghị định thư về tàu biển|Document].",
            &[
                "Nghị định thư về nghề cá involves Chile",
                "Nghị định thư về nghề cá involves Lào",
            ],
        );
    }
}
