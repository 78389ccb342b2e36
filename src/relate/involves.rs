//! `involves`: the partners and subjects that the name of an event, programme or document speaks of.

use super::Reading;
use super::documents::in_number;
use super::findings::{Claim, Findings};
use super::line::Line;
use super::story::Story;
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
        }
    }
}

/// What stands inside a name. A programme inside an event's name lends it its partners; a congress is
/// held by the party in its name and does not involve it.
fn parts(story: &Story<'_>, findings: &mut Findings<'_>, holder: usize, whole: usize) {
    let reading = story.reading;
    let line = &story.lines[reading.mentions[holder].sentence];
    let congress = line
        .cues
        .at("organizes.congress", reading.mentions[holder].tokens.start)
        .is_some();
    for &inner in &story.inside[holder] {
        let part = reading.entity(inner);
        match reading.kind(part) {
            EntityType::Programme => parts(story, findings, inner, whole),
            EntityType::Agency if congress => {}
            EntityType::Agency if in_number(reading, reading.mentions[inner].tokens.start) => {}
            kind if is_venue(reading, inner) && kind != EntityType::Agency => {
                findings.add(Claim {
                    subject: whole,
                    predicate: Predicate::TakesPlaceIn,
                    object: Object::Entity(part),
                    evidence: line.evidence(),
                    rule: "when-where/name",
                });
            }
            _ => findings.add(Claim {
                subject: whole,
                predicate: Predicate::Involves,
                object: Object::Entity(part),
                evidence: line.evidence(),
                rule: "involves/name",
            }),
        }
    }
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
    fn only_what_is_directly_inside() {
        expect(
            "involves",
            "[Lễ khánh thành [Nhà hát [Hội An|Place]|Place]|Event] kết thúc.",
            &["Lễ khánh thành Nhà hát Hội An involves Nhà hát Hội An"],
        );
    }
}
