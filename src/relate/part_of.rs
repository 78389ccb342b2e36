//! `partOf`: which larger body a body belongs to.

use super::Reading;
use super::affiliates;
use super::findings::{Claim, Findings};
use super::line::Line;
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};
use crate::ontology::Target;
use crate::text::TokenRange;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        for &(part, whole) in &line.owners {
            add(line, findings, part, whole, "part-of/phrase");
        }
        takeovers(line, findings);
    }
    nested(story, findings);
    affiliates::read(story, findings);
    known(story, findings);
    committees(story, findings);
    hosted(story, findings);
}

/// `Bí thư Ban cán sự đảng, Bộ trưởng [Bộ Y tế]`: a body of the Party whose name was completed with that of
/// the body it is inside.
fn hosted(story: &Story<'_>, findings: &mut Findings<'_>) {
    let reading = story.reading;
    for located in reading.mentions.iter().filter(|m| m.mention.anaphor) {
        let line = &story.lines[located.sentence];
        let start = located.tokens.start;
        let part = located.mention.entity;
        let Some(head) = line.cues.at("part-of.hosted", start) else {
            continue;
        };
        let name = reading.entities[part].name.to_lowercase();
        let words = name.split(' ').skip(head.len()).collect::<Vec<&str>>();
        let whole = story.names.agency(&words.join(" "));
        if let Some(whole) = whole.filter(|&whole| whole != part && !words.is_empty()) {
            add(line, findings, part, whole, "part-of/host");
        }
    }
}

pub(super) fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    part: usize,
    whole: usize,
    rule: &'static str,
) {
    findings.add(Claim {
        subject: part,
        predicate: Predicate::PartOf,
        object: Object::Entity(whole),
        evidence: line.evidence(),
        rule,
    });
}

/// A body whose name ends with the body it belongs to: `Báo điện tử [Chính phủ]`.
fn nested(story: &Story<'_>, findings: &mut Findings<'_>) {
    let reading = story.reading;
    for (index, located) in reading.mentions.iter().enumerate() {
        let part = located.mention.entity;
        let line = &story.lines[located.sentence];
        if reading.kind(part) != EntityType::Agency {
            continue;
        }
        let independent = line
            .cues
            .at("part-of.independent", located.tokens.start)
            .is_some();
        let territory_end = story.inside[index]
            .iter()
            .filter(|&&i| reading.kind(reading.entity(i)) != EntityType::Agency)
            .map(|&i| reading.mentions[i].tokens.end)
            .max();
        for &inner in &story.inside[index] {
            let end = reading.mentions[inner].tokens.end;
            let last = end == located.tokens.end || territory_end == Some(located.tokens.end);
            let start = reading.mentions[inner].tokens.start;
            let before = located.tokens.start..start;
            let central = line
                .cues
                .at("part-of.central", before.start)
                .is_some_and(|central| central.end == start);
            let whole = reading.entity(inner);
            let hosted = line.cues.at("part-of.of-host", located.tokens.start);
            let independent =
                independent && hosted.is_none() && !is_of_system(line, located.tokens.start, whole);
            let own = !independent && (hosted.is_some() || !is_only_head(story, line, before));
            if reading.kind(whole) == EntityType::Agency && last && (own || central) {
                add(line, findings, part, reading.entity(inner), "part-of/name");
            }
        }
    }
}

/// Whether a fund or council belongs to a system of bodies: `Quỹ Nhi đồng [Liên hợp quốc]`.
fn is_of_system(line: &Line<'_>, start: usize, whole: usize) -> bool {
    let name = &line.reading.entities[whole].name;
    is_named(line.reading, "part-of.system", name)
        && line.cues.at("part-of.system-body", start).is_some()
}

/// Whether what stands before an inner name is no more than the head noun of the whole: `Bộ [Công an]`,
/// `Công ty [Sao Mai]` are no parts of what they name.
fn is_only_head(story: &Story<'_>, line: &Line<'_>, before: TokenRange) -> bool {
    let reading = story.reading;
    let body = line.cues.at("part-of.body", before.start);
    if body.is_some_and(|body| body.end == before.end) {
        return true;
    }
    let at = |token: usize| reading.matches.at(token).iter();
    let head =
        at(before.start).any(|m| m.tokens == before && matches!(m.target, Target::HeadNoun(_)));
    let noun = line.cues.at("part-of.firm", before.start);
    // `tạp chí Nhật Bản [The Diplomat]`
    let state = |target: &Target| {
        matches!(target, Target::Name(entry, _)
            if reading.ontology.entries[*entry].kind == EntityType::Country)
    };
    let of_state = noun
        .as_ref()
        .is_some_and(|noun| at(noun.end).any(|m| m.tokens.end == before.end && state(&m.target)));
    if of_state {
        return true;
    }
    let firm = noun.is_some();
    let known = at(before.end).any(|m| matches!(m.target, Target::HeadNoun(_) | Target::Name(..)));
    (head || firm) && !known
}

/// Bodies of which the ontology knows that one belongs to the other, where the article names both.
fn known(story: &Story<'_>, findings: &mut Findings<'_>) {
    let reading = story.reading;
    for (part, entity) in reading.entities.iter().enumerate() {
        if entity.kind != EntityType::Agency {
            continue;
        }
        let entry = reading.ontology.entry(&entity.id).or_else(|| {
            let named = reading.ontology.entries_named(&entity.name);
            let mut agencies = named
                .iter()
                .map(|(entry, _)| *entry)
                .filter(|&entry| reading.ontology.entries[entry].kind == EntityType::Agency);
            let first = agencies.next()?;
            agencies.all(|other| other == first).then_some(first)
        });
        let whole = entry
            .and_then(|entry| reading.ontology.entries[entry].part_of)
            .filter(|&whole| !is_top_name(reading, &reading.ontology.entries[whole].name))
            .and_then(|whole| story.names.entry(reading, whole));
        let Some(whole) = whole else { continue };
        if let Some(line) = line_of_both(story, part, whole) {
            add(line, findings, part, whole, "part-of/known");
        }
    }
}

/// Whether a body stands so high that what is said of it is of the whole state or party.
pub(super) fn is_top(reading: &Reading<'_>, body: usize) -> bool {
    is_top_name(reading, &reading.entities[body].name)
}

/// Whether a body is the government, the parliament or the ruling party of some state.
pub(super) fn stands_for_state(reading: &Reading<'_>, body: usize) -> bool {
    let name = reading.entities[body].name.to_lowercase();
    let top = reading.ontology.cue("part-of.top").ok();
    reading.kind(body) == EntityType::Agency
        && top
            .and_then(|cue| reading.ontology.cue_list(cue))
            .is_some_and(|(_, list)| {
                let mut phrases = list.phrases.iter();
                phrases.any(|phrase| name.starts_with(&phrase.to_lowercase()))
            })
}

fn is_top_name(reading: &Reading<'_>, name: &str) -> bool {
    is_named(reading, "part-of.top", name)
}

/// Whether a name is in a list of names.
fn is_named(reading: &Reading<'_>, list: &'static str, name: &str) -> bool {
    let name = name.to_lowercase();
    let cue = reading.ontology.cue(list).ok();
    cue.and_then(|cue| reading.ontology.cue_list(cue))
        .is_some_and(|(_, list)| list.phrases.iter().any(|p| p.to_lowercase() == name))
}

/// The sentence that says of a body that it belongs to the one it is known to be part of: the first that names
/// both, the part by a department's name; where the whole is a system of bodies or the part a division of a
/// ministry, the first that names the part.
fn line_of_both<'a, 'b>(story: &'b Story<'a>, part: usize, whole: usize) -> Option<&'b Line<'a>> {
    let named = |entity: usize| {
        let mentions = story.reading.mentions.iter();
        mentions.filter(move |m| m.mention.entity == entity)
    };
    let lines = || named(part).map(|m| (m, &story.lines[m.sentence]));
    let begins = |list: &'static str, at: usize, line: &Line<'_>| line.cues.at(list, at).is_some();
    let together = lines()
        .filter(|(m, line)| {
            [
                "part-of.section",
                "part-of.department",
                "part-of.directorate",
            ]
            .into_iter()
            .any(|list| begins(list, m.tokens.start, line))
                && !begins("part-of.press", m.tokens.start, line)
        })
        .find(|(m, _)| named(whole).any(|other| other.sentence == m.sentence));
    let system = is_named(
        story.reading,
        "part-of.system",
        &story.reading.entities[whole].name,
    );
    let known =
        || lines().find(|(m, line)| system || begins("part-of.division", m.tokens.start, line));
    together.or_else(known).map(|(_, line)| line)
}

/// Committees of the Party in a territory belong to the Party, where the article names it.
fn committees(story: &Story<'_>, findings: &mut Findings<'_>) {
    let reading = story.reading;
    let party = reading.entities.iter().position(|entity| {
        entity.kind == EntityType::Agency && is_named(reading, "part-of.party", &entity.name)
    });
    let Some(party) = party else { return };
    for located in &reading.mentions {
        let body = located.mention.entity;
        let line = &story.lines[located.sentence];
        if reading.kind(body) == EntityType::Agency
            && line
                .cues
                .at("part-of.party-committee", located.tokens.start)
                .is_some()
        {
            add(line, findings, body, party, "part-of/party");
        }
    }
}

/// `X mua lại Y`: Y belongs to X.
fn takeovers(line: &Line<'_>, findings: &mut Findings<'_>) {
    for cue in line.cue("part-of.takes-over") {
        let buyer = (cue.start.saturating_sub(4)..cue.start)
            .rev()
            .find(|&at| line.kind(at) == Some(EntityType::Agency));
        let bought = (cue.end..line.items.len().min(cue.end + 3))
            .find(|&at| line.kind(at) == Some(EntityType::Agency));
        if let (Some(buyer), Some(bought)) = (
            buyer.and_then(|at| line.entity(at)),
            bought.and_then(|at| line.entity(at)),
        ) {
            add(line, findings, bought, buyer, "part-of/takeover");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn by_dash() {
        expect(
            "partOf",
            "Cán bộ [Cục Báo chí|Agency] - [Bộ Thông tin|Agency] có mặt.",
            &["Cục Báo chí partOf Bộ Thông tin"],
        );
    }

    #[test]
    fn in_brackets() {
        expect(
            "partOf",
            "Cán bộ [Cục Báo chí|Agency] ([Bộ Thông tin|Agency]) gặp [Bộ Y tế|Agency] ([Cục Báo chí|Agency]) và [Hội Gỗ|Agency] ([Bộ Y tế|Agency]).",
            &["Cục Báo chí partOf Bộ Thông tin"],
        );
    }

    #[test]
    fn by_preposition() {
        expect(
            "partOf",
            "[Viện Hải dương|Agency] thuộc [Viện Hàn lâm Khoa học|Agency] công bố.",
            &["Viện Hải dương partOf Viện Hàn lâm Khoa học"],
        );
    }

    #[test]
    fn by_name() {
        expect(
            "partOf",
            "[Tạp chí [Tòa án nhân dân tối cao|Agency]|Agency] đưa tin.",
            &["Tạp chí Tòa án nhân dân tối cao partOf Tòa án nhân dân tối cao"],
        );
    }

    #[test]
    fn bodies_of_the_united_nations() {
        expect(
            "partOf",
            "[Quỹ Nhi đồng [Liên hợp quốc|Agency]|Agency] và [Phái đoàn [Liên hợp quốc|Agency]|Agency] có mặt.",
            &["Quỹ Nhi đồng Liên hợp quốc partOf Liên hợp quốc"],
        );
    }

    #[test]
    fn the_centre_of_a_party() {
        expect(
            "partOf",
            "Ủy viên [Trung ương [Đảng|Agency=Đảng Cộng sản Việt Nam]|Agency] [Trần Văn An|Person] phát biểu.",
            &["Trung ương Đảng partOf Đảng Cộng sản Việt Nam"],
        );
    }

    #[test]
    fn a_centre_at_a_school() {
        expect(
            "partOf",
            "[Trung tâm Biển|Agency] ở [Đại học Sao Mai|Agency] công bố số liệu; [Báo Sóng|Agency] tại [Đại sứ quán Chile|Agency] đưa tin.",
            &["Trung tâm Biển partOf Đại học Sao Mai"],
        );
    }

    #[test]
    fn committees_inside_a_body_belong_to_it() {
        expect(
            "partOf",
            "[Đảng ủy [Bộ Y tế|Agency]|Agency] và [Hội hữu nghị [Bộ Công an|Agency]|Agency] họp.",
            &["Đảng ủy Bộ Y tế partOf Bộ Y tế"],
        );
    }

    #[test]
    fn what_is_known_of_a_system_needs_no_sentence() {
        expect(
            "partOf",
            "[Tổ chức Y tế thế giới|Agency=Tổ chức Y tế Thế giới] cảnh báo. [Liên hợp quốc|Agency] lo ngại.",
            &["Tổ chức Y tế Thế giới partOf Liên hợp quốc"],
        );
    }

    #[test]
    fn a_list_is_no_hierarchy() {
        expect(
            "partOf",
            "[Sở Ngoại vụ|Agency], [Sở Công Thương|Agency] và [Bộ Y tế|Agency] tham gia.",
            &[],
        );
    }

    #[test]
    fn by_takeover() {
        expect(
            "partOf",
            "Năm ngoái [Tập đoàn Sao Mai|Agency] đã mua lại [Công ty Bình Minh|Agency].",
            &["Công ty Bình Minh partOf Tập đoàn Sao Mai"],
        );
    }

    #[test]
    fn a_head_noun_before_another_body_is_none() {
        expect("partOf", "[Bộ [Công an Lào|Agency]|Agency] thông báo.", &[]);
    }

    #[test]
    fn a_firm_is_no_part_of_its_own_name() {
        expect(
            "partOf",
            "[Công ty TNHH MTV [Sao Mai Xanh|Agency]|Agency] kiện [Thời báo [Sao Vàng|Agency]|Agency].",
            &[],
        );
    }

    #[test]
    fn a_paper_behind_its_state_is_no_part_of_itself() {
        expect(
            "partOf",
            "[Tạp chí [Lào|Country] [Sao Vàng|Agency]|Agency] đưa tin.",
            &[],
        );
    }

    #[test]
    fn a_division_behind_a_title_belongs_to_the_body_behind_its_comma() {
        expect(
            "partOf",
            "Ông [Trần Văn An|Person], Phó Viện trưởng [Viện Nghiên cứu|Agency], [Học viện Ngoại giao|Agency], đánh giá.",
            &["Viện Nghiên cứu partOf Học viện Ngoại giao"],
        );
    }
}
