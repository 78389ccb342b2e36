//! `involves`: the partners and subjects that the name of an event, programme or document speaks of.

use super::Reading;
use super::document_names::{in_number, is_issuer};
use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::story::Story;
use super::{sessions, treaties};
use crate::model::{EntityType, Object, Predicate};

/// Farthest a territory may stand behind `về` for a document to be about it, in phrases and words.
const ABOUT_REACH: usize = 8;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    let reading = story.reading;
    for index in 0..reading.mentions.len() {
        let whole = reading.entity(index);
        if Predicate::Involves.admits_subject(reading.kind(whole)) {
            parts(story, findings, index, whole);
        }
    }
    for line in &story.lines {
        for at in 0..line.items.len() {
            if line.kind(at) == Some(EntityType::Document) {
                about(line, findings, at);
            }
            of_both(story, line, findings, at);
        }
    }
}

/// `Lễ ký văn kiện giữa hai nước`: a name that speaks of the two states means those of the article.
fn of_both(story: &Story<'_>, line: &Line<'_>, findings: &mut Findings<'_>, at: usize) {
    let ItemKind::Name(mention) = line.items[at].kind else {
        return;
    };
    let tokens = line.items[at].tokens.clone();
    let said = tokens.clone().any(|token| {
        line.cues
            .at("involves.both-states", token)
            .is_some_and(|both| both.end <= tokens.end)
    });
    let no_state = story.inside[mention]
        .iter()
        .all(|&inner| line.reading.kind(line.reading.entity(inner)) != EntityType::Country);
    let whole = line.reading.entity(mention);
    let titled = matches!(
        line.reading.kind(whole),
        EntityType::Event | EntityType::Document
    );
    let occasion = ["involves.project", "anaphora.ceremony"]
        .into_iter()
        .any(|list| line.cues.at(list, tokens.start).is_some());
    if let Some(two) = story.two_countries()
        && said
        && !occasion
        && titled
        && no_state
    {
        for state in two {
            findings.add(Claim {
                subject: whole,
                predicate: Predicate::Involves,
                object: Object::Entity(state),
                evidence: line.evidence(),
                rule: "involves/both-states",
            });
        }
    }
}

/// What stands inside a name. A programme inside an event's name lends it its partners; a congress is
/// held by the party in its name and does not involve it.
fn parts(story: &Story<'_>, findings: &mut Findings<'_>, holder: usize, whole: usize) {
    let reading = story.reading;
    let start = reading.mentions[holder].tokens.start;
    let line = &story.lines[reading.mentions[holder].sentence];
    let begins = |list: &'static str| line.cues.at(list, start).is_some();
    let kind = reading.kind(whole);
    // A visit says where it goes by `visits`; a project is no occasion, but what an agreement may be about.
    if begins("visits.noun") || begins("involves.project") && kind != EntityType::Document {
        return;
    }
    let session = kind == EntityType::Event && begins("involves.session");
    let congress = begins("organizes.congress") && !begins("involves.assembly");
    if kind == EntityType::Event && !session && whole == reading.entity(holder) {
        sessions::parties(story, findings, holder, line.evidence());
        sessions::of_states(story, findings, holder, line.evidence());
    }
    for &inner in &story.inside[holder] {
        let part = reading.entity(inner);
        let agency = reading.kind(part) == EntityType::Agency;
        let claim = |predicate, rule| Claim {
            subject: whole,
            predicate,
            object: Object::Entity(part),
            evidence: line.evidence(),
            rule,
        };
        let opens = reading.mentions[inner].tokens.start;
        let host = kind == EntityType::Event && line.cues.at("involves.host", opens).is_some();
        if is_only_its_name(story, holder, inner) || !agency && in_bracket(reading, holder, inner) {
            // `Thỏa thuận Paris`, `Hội nghị Cấp cao Đông Á`: what it is called, not whom it is with.
        } else if lends_parts(story, holder, inner) {
            parts(story, findings, inner, whole);
        } else if agency && (host || session && sessions::is_meeting(reading, holder, inner)) {
            sessions::held_by(story, findings, inner, whole, line.evidence());
        } else if kind == EntityType::Document && treaties::stands_for_parties(story, inner) {
            // The committee of two, or the one that an agreement founds.
            parts(story, findings, inner, whole);
        } else if agency
            && (congress || begins("documents.law") || is_maker(story, holder, inner, kind))
        {
            // The body that holds or makes it, or that a law is about.
        } else if agency && kind == EntityType::Event && is_owner(reading, holder, inner) {
            findings.add(Claim {
                subject: part,
                object: Object::Entity(whole),
                ..claim(Predicate::Organizes, "organizes/of")
            });
        } else if is_venue(reading, inner) && !agency && kind != EntityType::Document {
            findings.add(claim(Predicate::TakesPlaceIn, "when-where/name"));
            // `Ngày [A] tại [B]` is for both.
            if reading.kind(part) == EntityType::Country {
                findings.add(claim(Predicate::Involves, "involves/venue"));
            }
        } else {
            findings.add(claim(Predicate::Involves, "involves/name"));
            treaties::states_of_parties(story, findings, whole, (holder, inner));
        }
    }
}

/// Whether what stands in a name lends it what stands in its own: a programme, a product (`Lễ hội [vải thiều
/// Bắc Giang]`), the meeting whose minutes are named, the agreement that one changes.
fn lends_parts(story: &Story<'_>, holder: usize, inner: usize) -> bool {
    let reading = story.reading;
    let whole = &reading.mentions[holder];
    let line = &story.lines[whole.sentence];
    let kind = reading.kind(whole.mention.entity);
    match reading.kind(reading.entity(inner)) {
        EntityType::Programme => true,
        EntityType::Product => kind != EntityType::Document,
        EntityType::Event | EntityType::Document => {
            let agreement = line.cues.at("documents.agreement", whole.tokens.start);
            kind == EntityType::Document && agreement.is_some()
        }
        _ => false,
    }
}

/// Whether a place is in a name only because it is called so: the city a treaty was made in, directly
/// behind its noun, an ocean, the region of a programme that the ontology knows.
fn is_only_its_name(story: &Story<'_>, holder: usize, inner: usize) -> bool {
    let reading = story.reading;
    let inner_kind = reading.kind(reading.entity(inner));
    if !matches!(inner_kind, EntityType::Place | EntityType::Province) {
        return false;
    }
    let whole = &reading.mentions[holder];
    let line = &story.lines[whole.sentence];
    let start = reading.mentions[inner].tokens.start;
    let behind_noun = line.cues.at("documents.agreement", whole.tokens.start);
    let ocean = line.cues.at("involves.ocean", start).is_some();
    let kind = reading.kind(whole.mention.entity);
    if inner_kind == EntityType::Province && kind != EntityType::Document {
        return false;
    }
    match kind {
        EntityType::Document => {
            ocean
                || behind_noun.is_some_and(|n| n.end == start || closes_alone(story, holder, inner))
        }
        EntityType::Programme => {
            let id = &reading.entities[whole.mention.entity].id;
            reading.ontology.entry(id).is_some()
        }
        _ => false,
    }
}

/// `Thỏa thuận hòa bình Minsk`: whether a foreign city closes a name in which nothing else is named, behind
/// no preposition.
fn closes_alone(story: &Story<'_>, holder: usize, inner: usize) -> bool {
    let reading = story.reading;
    let city = reading.entity(inner);
    let entry = reading.ontology.entry(&reading.entities[city].id);
    let known = entry.is_some_and(|entry| reading.ontology.entries[entry].designation.is_some());
    let before = reading.mentions[inner].tokens.start - 1;
    let line = &story.lines[reading.mentions[holder].sentence];
    let governed = line.cues.at("clause.oblique", before).is_some()
        || line.cues.at("clause.noun", before).is_some()
        || ["của", "và", "-", "–"].contains(&reading.text.folded(before));
    known
        && story.lies_at_home(city) == Some(false)
        && story.inside[holder].len() == 1
        && reading.mentions[inner].tokens.end == reading.mentions[holder].tokens.end
        && !governed
}

/// Whether a body within a name is the one that runs or makes what is named.
fn is_maker(story: &Story<'_>, holder: usize, inner: usize, kind: EntityType) -> bool {
    let reading = story.reading;
    in_number(reading, reading.mentions[inner].tokens.start)
        || kind == EntityType::Programme && !is_partner(reading, inner)
        || kind == EntityType::Document && is_issuer(story, holder, inner)
}

/// Whether a name within another is that of its one owner: `Hội nghị … của [Sở Y tế]`.
fn is_owner(reading: &Reading<'_>, holder: usize, inner: usize) -> bool {
    let text = reading.text;
    let (whole, part) = (
        &reading.mentions[holder].tokens,
        &reading.mentions[inner].tokens,
    );
    let joined = (part.end..whole.end).any(|t| ["và", "với", "-", "–"].contains(&text.folded(t)));
    part.start > whole.start && text.folded(part.start - 1) == "của" && !joined
}

/// Whether a name within another is that of a partner: `hợp tác giữa [A] và [B]`.
fn is_partner(reading: &Reading<'_>, inner: usize) -> bool {
    let start = reading.mentions[inner].tokens.start;
    start > 0 && ["giữa", "và", "với", "-", "–"].contains(&reading.text.folded(start - 1))
}

/// Whether a name within another says where a party lies: `giữa tỉnh A ([Lào]) và tỉnh B ([Chile])`.
fn in_bracket(reading: &Reading<'_>, holder: usize, inner: usize) -> bool {
    let start = reading.mentions[holder].tokens.start;
    (start..reading.mentions[inner].tokens.start)
        .rev()
        .map(|token| reading.text.folded(token))
        .find(|mark| ["(", ")"].contains(mark))
        == Some("(")
}

/// Whether a name within an event's says where it is held: `Hội nghị G20 tại [Hamburg]`.
fn is_venue(reading: &Reading<'_>, inner: usize) -> bool {
    let start = reading.mentions[inner].tokens.start;
    (start.saturating_sub(3)..start).any(|token| ["tại", "ở"].contains(&reading.text.folded(token)))
}

/// `Nghị quyết số 1 … về phát triển [Đà Nẵng]`: the territory a document is about.
fn about(line: &Line<'_>, findings: &mut Findings<'_>, at: usize) {
    let Some(document) = line.entity(at) else {
        return;
    };
    let mut next = at + 1;
    while line.date(next).is_some() || line.is(next, &["(", ")"]) {
        next += 1;
    }
    if line.is(next, &["của"]) {
        next += 2;
    }
    let Some(start) = line.cue_at("involves.about", next) else {
        return;
    };
    let end = line.items.len().min(start + ABOUT_REACH);
    let place = (start..end)
        .take_while(|&i| !line.is(i, &[";", ".", ":", "”", "\""]))
        .find(|&i| line.is_place(i) || line.is_actor(i) || line.is_event(i));
    if let Some(place) = place
        && line.kind(place) == Some(EntityType::Province)
        && let Some(place) = line.entity(place)
    {
        findings.add(Claim {
            subject: document,
            predicate: Predicate::Involves,
            object: Object::Entity(place),
            evidence: line.evidence(),
            rule: "involves/about",
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn partners_in_the_name() {
        expect(
            "involves",
            "[Gặp gỡ [Nghệ An|Province] - [Lào|Country]|Event] mở ra cơ hội.",
            &[
                "Gặp gỡ Nghệ An - Lào involves Nghệ An",
                "Gặp gỡ Nghệ An - Lào involves Lào",
            ],
        );
    }

    #[test]
    fn territory_of_a_document() {
        expect(
            "involves",
            "[Nghị quyết số 9|Document] {ngày 1/2/2020=2020-02-01} của [Bộ Chính trị|Agency] về xây dựng [Đà Nẵng|Province].",
            &["Nghị quyết số 9 involves Đà Nẵng"],
        );
    }

    #[test]
    fn the_goal_of_a_visit_is_not_its_partner() {
        expect(
            "involves",
            "[Chuyến thăm chính thức [Lào|Country]|Event] và [Dự án đường sắt [Lào|Country]|Programme] được nhắc tới.",
            &[],
        );
    }

    #[test]
    fn the_parties_of_a_committee_do_not_hold_its_session() {
        expect(
            "organizes involves",
            "[Kỳ họp Ủy ban hỗn hợp giữa [Bộ Y tế|Agency] và [Chính phủ Chile|Agency]|Event] kết thúc.",
            &[
                "Kỳ họp Ủy ban hỗn hợp giữa Bộ Y tế và Chính phủ Chile involves Bộ Y tế",
                "Kỳ họp Ủy ban hỗn hợp giữa Bộ Y tế và Chính phủ Chile involves Chính phủ Chile",
            ],
        );
    }

    #[test]
    fn the_two_states_in_a_name() {
        expect(
            "involves",
            "[Chile|Country] và [Lào|Country] là bạn. [Chile|Country] và [Lào|Country] tổ chức [Hội thảo về quan hệ giữa hai nước|Event].",
            &[
                "Hội thảo về quan hệ giữa hai nước involves Chile",
                "Hội thảo về quan hệ giữa hai nước involves Lào",
            ],
        );
    }

    #[test]
    fn a_meeting_of_a_body_is_held_by_it() {
        expect(
            "organizes involves",
            "[Hội nghị thường niên của [Sở Y tế|Agency]|Event] và [Hội nghị liên tịch của [Bộ Y tế|Agency] và [Bộ Công an|Agency]|Event].",
            &[
                "Sở Y tế organizes Hội nghị thường niên của Sở Y tế",
                "Hội nghị liên tịch của Bộ Y tế và Bộ Công an involves Bộ Y tế",
                "Hội nghị liên tịch của Bộ Y tế và Bộ Công an involves Bộ Công an",
            ],
        );
    }

    #[test]
    fn where_a_party_lies_is_no_party() {
        expect(
            "involves",
            "[Lễ kết nghĩa giữa [Sa Pa|Place] ([Lào Cai|Province]) và [Lima|Place] ([Peru|Country])|Event] kết thúc.",
            &[
                "Lễ kết nghĩa giữa Sa Pa (Lào Cai) và Lima (Peru) involves Sa Pa",
                "Lễ kết nghĩa giữa Sa Pa (Lào Cai) và Lima (Peru) involves Lima",
            ],
        );
    }

    #[test]
    fn the_sea_a_declaration_is_about() {
        expect(
            "involves",
            "[Tuyên bố về ứng xử ở [Biển Đông|Place]|Document] được tôn trọng.",
            &["Tuyên bố về ứng xử ở Biển Đông involves Biển Đông"],
        );
    }

    #[test]
    fn only_what_is_directly_inside() {
        expect(
            "involves",
            "[Lễ khánh thành [Nhà hát [Hội An|Place]|Place]|Event] kết thúc.",
            &["Lễ khánh thành Nhà hát Hội An involves Nhà hát Hội An"],
        );
    }

    #[test]
    fn what_a_treaty_is_only_called_after() {
        expect(
            "involves",
            "Các nước ký [Thỏa thuận [Lima|Place] về khí hậu|Document] và [Hiệp định xuyên [Thái Bình Dương|Place]|Document].",
            &[],
        );
        expect(
            "involves",
            "Các nước ký [Thỏa thuận hòa bình [Paris|Place]|Document], rồi [Thỏa thuận hợp tác với [Paris|Place]|Document].",
            &["Thỏa thuận hợp tác với Paris involves Paris"],
        );
    }
}
