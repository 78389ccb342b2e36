//! `issuedBy` and `issuedOn` from the names of documents: whose resolution it is, of which year.

use super::Reading;
use super::findings::{Claim, Findings};
use super::story::Story;
use super::years_in_names::year_of_name;
use crate::model::{EntityType, Object, Predicate};

/// Whether a name inside a document's is that of its maker: `Nghị quyết [Đại hội …]`, `15/[UBND]-TH`.
pub(super) fn is_issuer(story: &Story<'_>, holder: usize, inner: usize) -> bool {
    let reading = story.reading;
    let line = &story.lines[reading.mentions[holder].sentence];
    let start = reading.mentions[inner].tokens.start;
    let Some(head) = line
        .cues
        .at("documents.act", reading.mentions[holder].tokens.start)
    else {
        return false;
    };
    // `Luật [Hợp tác xã]`: a law is about the body; of a `Công ước [Liên hợp quốc]` the states are parties.
    let law = ["documents.law", "documents.multilateral"]
        .into_iter()
        .any(|list| {
            line.cues
                .at(list, reading.mentions[holder].tokens.start)
                .is_some()
        });
    let near = !law && start <= head.end + 1 && reading.text.folded(start - 1) != "giữa";
    // `Báo cáo tài chính của [Tập đoàn A]`, at the end of a name.
    let last = !law
        && reading.text.folded(start - 1) == "của"
        && reading.mentions[inner].tokens.end == reading.mentions[holder].tokens.end;
    let maker = matches!(
        reading.kind(reading.entity(inner)),
        EntityType::Event | EntityType::Agency
    );
    maker && (near || last || in_number(reading, start))
}

/// `Nghị quyết [Đại hội …]`: the name says whose resolution it is; `Biên bản ghi nhớ 2011` of when.
pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    let reading = story.reading;
    for (index, located) in reading.mentions.iter().enumerate() {
        let document = located.mention.entity;
        if reading.kind(document) != EntityType::Document {
            continue;
        }
        let line = &story.lines[located.sentence];
        let mut claim = |predicate, object| {
            findings.add(Claim {
                subject: document,
                predicate,
                object,
                evidence: line.evidence(),
                rule: "documents/name",
            });
        };
        for &inner in &story.inside[index] {
            if is_issuer(story, index, inner) {
                let issuer = Object::Entity(reading.entity(inner));
                claim(Predicate::IssuedBy, issuer);
            }
        }
        let start = located.tokens.start;
        let begins = |list: &'static str| line.cues.at(list, start).is_some();
        let dated =
            begins("documents.law") || begins("documents.agreement") && !begins("documents.plan");
        // `Nghị định 55/2017`, `Nghị định số 55/2017`: nothing but its number.
        let act = line.cues.at("documents.act", start);
        let numbered = act.is_some_and(|act| located.tokens.end <= act.end + 4)
            && located
                .tokens
                .clone()
                .any(|t| reading.text.folded(t) == "/");
        let dated = dated || numbered;
        if dated && let Some(year) = year_of_name(story, index) {
            claim(Predicate::IssuedOn, Object::Date(year));
        }
    }
}

/// Whether a name is part of a document's number: `15/[UBND]-TH`.
pub(super) fn in_number(reading: &Reading<'_>, start: usize) -> bool {
    let text = reading.text;
    let joined =
        |at: usize| ["/", "-"].contains(&text.folded(at)) && !text.tokens[at + 1].space_before;
    // Behind the number itself: `[ASEAN]-[EU]` is none.
    let mut at = start;
    while at > 1 && joined(at - 1) {
        at -= 2;
    }
    at < start && text.folded(at).starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn name() {
        expect(
            "issuedBy issuedOn cooperatesWith involves",
            "[Nghị quyết [Đại hội XII|Event]|Document] xác định rõ.",
            &["Nghị quyết Đại hội XII issuedBy Đại hội XII"],
        );
    }

    #[test]
    fn the_maker_at_the_end_of_the_name() {
        expect(
            "issuedBy involves",
            "Theo [Báo cáo tài chính của [Tập đoàn Sao Mai|Agency]|Document], lãi tăng.",
            &["Báo cáo tài chính của Tập đoàn Sao Mai issuedBy Tập đoàn Sao Mai"],
        );
    }

    #[test]
    fn the_plenum_in_the_name_of_a_resolution() {
        expect(
            "issuedBy",
            "Tỉnh học [Nghị quyết [Trung ương|Agency=Ban Chấp hành Trung ương] 4|Document].",
            &["Nghị quyết Trung ương 4 issuedBy Ban Chấp hành Trung ương"],
        );
    }

    #[test]
    fn number_names_the_issuer() {
        expect(
            "issuedBy issuedOn cooperatesWith involves",
            "[Công văn số 12/[UBND|Agency=UBND tỉnh]-TH|Document] nêu rõ.",
            &["Công văn số 12/UBND-TH issuedBy UBND tỉnh"],
        );
    }

    #[test]
    fn the_year_in_the_name_of_an_agreement() {
        expect(
            "issuedOn",
            "Theo [Biên bản ghi nhớ 2011|Document] và [Kế hoạch hợp tác năm 2021|Document], hai bên hợp tác.",
            &["Biên bản ghi nhớ 2011 issuedOn 2011"],
        );
    }

    #[test]
    fn a_convention_of_a_body() {
        expect(
            "issuedBy involves",
            "[Công ước [Liên hợp quốc|Agency] về Luật Biển|Document] là cơ sở.",
            &["Công ước Liên hợp quốc về Luật Biển involves Liên hợp quốc"],
        );
    }

    #[test]
    fn a_law_is_about_the_body_in_its_name() {
        expect(
            "issuedBy involves",
            "Ngành thi hành [Luật [Hợp tác xã|Agency]|Document].",
            &[],
        );
    }

    #[test]
    fn how_far_a_statement_looks_ahead() {
        expect(
            "issuedOn",
            "Theo [Tuyên bố chung về hợp tác đến năm 2025|Document] và [Tuyên bố chung tầm nhìn 2030|Document], hai bên hợp tác.",
            &[],
        );
    }

    #[test]
    fn a_plan_for_a_year() {
        expect(
            "issuedOn",
            "Bộ triển khai [Kế hoạch kết nối vùng|Document] {2025=2025}.",
            &[],
        );
    }

    #[test]
    fn the_year_in_the_number_of_a_decree() {
        expect(
            "issuedOn",
            "Theo [Nghị định 55/2017|Document], cá phải sạch.",
            &["Nghị định 55/2017 issuedOn 2017"],
        );
    }
}
