//! `hasJurisdiction`: the territory a body of the State or the Party is the body of.

use super::findings::{Claim, Findings};
use super::line::Line;
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};
use crate::text::TokenRange;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    let reading = story.reading;
    for (index, located) in reading.mentions.iter().enumerate() {
        let body = located.mention.entity;
        if reading.kind(body) != EntityType::Agency {
            continue;
        }
        let line = &story.lines[located.sentence];
        if !is_body(line, located.tokens.start) {
            continue;
        }
        // The territory ends the name; `Hội Hữu nghị Việt Nam - Lào` or a place within it does not.
        let territory = story.inside[index]
            .iter()
            .filter(|&&inner| is_territory(reading.kind(reading.entity(inner))))
            .filter(|&&inner| !is_continent(story, reading.entity(inner)))
            .find(|&&inner| {
                // `Cơ quan đại diện tại [Lào]` is not a body of Laos.
                let tokens = &reading.mentions[inner].tokens;
                let seat = tokens.start > located.tokens.start
                    && ["tại", "ở"].contains(&reading.text.folded(tokens.start - 1));
                tokens.end == located.tokens.end && !seat
            });
        let territory = territory
            .copied()
            .or_else(|| behind_short_form(story, index));
        if let Some(territory) = territory {
            findings.add(Claim {
                subject: body,
                predicate: Predicate::HasJurisdiction,
                object: Object::Entity(reading.entity(territory)),
                evidence: line.evidence(),
                rule: "jurisdiction/name",
            });
        }
    }
    completed_names(story, findings);
}

/// `Đại hội Đại biểu nhân dân toàn quốc (Nhân đại) [Trung Quốc]`: the state behind the short form of a body.
fn behind_short_form(story: &Story<'_>, body: usize) -> Option<usize> {
    let reading = story.reading;
    let text = reading.text;
    let located = &reading.mentions[body];
    let open = located.tokens.end;
    let limit = text.tokens.len().min(open + SHORT_FORM);
    let is = |token: usize, mark: &str| token < limit && text.clean(token) == mark;
    if !is(open, "(") {
        return None;
    }
    let close = (open..limit).find(|&t| is(t, ")"))?;
    let state = |other: usize| {
        let other = &reading.mentions[other];
        other.tokens.start == close + 1
            && other.sentence == located.sentence
            && reading.kind(other.mention.entity) == EntityType::Country
    };
    let bare = story.inside[body].iter().all(|&inner| {
        !is_territory(reading.kind(reading.entity(inner)))
            && reading.mentions[inner].tokens.end < located.tokens.end
    });
    let state = (0..reading.mentions.len()).find(|&other| state(other))?;
    bare.then_some(state)
}

/// How far behind a body the bracket with its short form closes, in tokens.
const SHORT_FORM: usize = 7;

/// A body whose full name, completed from the article, ends with a territory of the article:
/// `Sở Ngoại vụ` in an article on Đà Nẵng.
fn completed_names(story: &Story<'_>, findings: &mut Findings<'_>) {
    let reading = story.reading;
    for (index, located) in reading.mentions.iter().enumerate() {
        let body = located.mention.entity;
        let line = &story.lines[located.sentence];
        if reading.kind(body) != EntityType::Agency
            || !story.inside[index].is_empty()
            || !is_body(line, located.tokens.start)
        {
            continue;
        }
        let smaller = is_of_smaller_territory(line, &located.tokens);
        let name = &reading.entities[body].name;
        // The full name that the ontology knows is not what the article says.
        let completed = |kind: EntityType| {
            kind == EntityType::Province
                || kind == EntityType::Country
                    && reading.ontology.entry(&reading.entities[body].id).is_none()
        };
        let territory = reading.entities.iter().position(|entity| {
            let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
            completed(entity.kind)
                && !(smaller
                    && names
                        .clone()
                        .all(|name| !located.mention.text.contains(name.as_str())))
                && names.any(|territory| {
                    name.strip_suffix(territory.as_str())
                        .is_some_and(|rest| rest.ends_with(' '))
                })
        });
        if let Some(territory) = territory {
            findings.add(Claim {
                subject: body,
                predicate: Predicate::HasJurisdiction,
                object: Object::Entity(territory),
                evidence: line.evidence(),
                rule: "jurisdiction/completed-name",
            });
        }
    }
}

/// `Công an Hàm Tân` in an article on Bình Thuận: a body that is named by its territory alone, with the name of
/// another one.
fn is_of_smaller_territory(line: &Line<'_>, tokens: &TokenRange) -> bool {
    let head = line.cues.at("jurisdiction.by-territory", tokens.start);
    head.is_some_and(|head| {
        let noun = line.cues.at("jurisdiction.territory", head.end);
        let end = noun.map_or(head.end, |noun| noun.end);
        end < tokens.end
    })
}

/// Whether a place is known to lie in no state: a continent or an ocean has no authorities of its own.
fn is_continent(story: &Story<'_>, place: usize) -> bool {
    let reading = story.reading;
    let known = reading.ontology.entry(&reading.entities[place].id);
    reading.kind(place) == EntityType::Place
        && known.is_some_and(|entry| {
            // A territory apart from its state has a code of its own.
            let entry = &reading.ontology.entries[entry];
            entry.territory.is_none() && entry.code.is_none()
        })
}

/// Whether the name of a body of the State or the Party begins at a token.
fn is_body(line: &Line<'_>, token: usize) -> bool {
    line.cues.at("jurisdiction.body", token).is_some()
        && line.cues.at("jurisdiction.other-body", token).is_none()
}

fn is_territory(kind: EntityType) -> bool {
    matches!(
        kind,
        EntityType::Province | EntityType::Country | EntityType::Place
    )
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn bodies_of_a_territory() {
        expect(
            "hasJurisdiction",
            "[UBND tỉnh [Nghệ An|Province]|Agency] và [Bộ Công an [Lào|Country]|Agency] trao đổi.",
            &[
                "UBND tỉnh Nghệ An hasJurisdiction Nghệ An",
                "Bộ Công an Lào hasJurisdiction Lào",
            ],
        );
    }

    #[test]
    fn agencies_and_names_completed_from_the_article() {
        expect(
            "hasJurisdiction",
            "[Cơ quan Không gian [Lào|Country]|Agency] và [Quốc hội|Agency=Quốc hội Lào] ra thông báo; [Cơ quan đại diện tại [Lào|Country]|Agency] dịch.",
            &[
                "Cơ quan Không gian Lào hasJurisdiction Lào",
                "Quốc hội Lào hasJurisdiction Lào",
            ],
        );
    }

    #[test]
    fn a_body_of_a_smaller_territory_is_not_its_provinces() {
        expect(
            "hasJurisdiction",
            "[Nghệ An|Province]: [Công an Sao Mai|Agency=Công an Sao Mai Nghệ An], [UBND tỉnh|Agency=UBND Nghệ An] và [Sở Y tế|Agency=Sở Y tế Nghệ An] họp.",
            &[
                "UBND Nghệ An hasJurisdiction Nghệ An",
                "Sở Y tế Nghệ An hasJurisdiction Nghệ An",
            ],
        );
    }

    #[test]
    fn committees_of_towns_and_offices_of_presidents() {
        expect(
            "hasJurisdiction",
            "[Thị ủy [Yên Mỹ|Place]|Agency], [Trạm Y tế xã [Yên Mỹ|Place]|Agency] và [Phủ Tổng thống [Lào|Country]|Agency] họp.",
            &[
                "Thị ủy Yên Mỹ hasJurisdiction Yên Mỹ",
                "Trạm Y tế xã Yên Mỹ hasJurisdiction Yên Mỹ",
                "Phủ Tổng thống Lào hasJurisdiction Lào",
            ],
        );
    }

    #[test]
    fn the_state_behind_a_short_form() {
        expect(
            "hasJurisdiction",
            "[Hội đồng Liên bang|Agency] ([Thượng viện|Agency]) [Lào|Country] họp; [Bộ Công an|Agency] (ảnh). [Lào|Country] vui.",
            &["Hội đồng Liên bang hasJurisdiction Lào"],
        );
    }

    #[test]
    fn a_continent_has_no_authorities() {
        expect(
            "hasJurisdiction",
            "[Cơ quan Không gian [châu Âu|Place=chau au]|Agency] ra thông báo.",
            &[],
        );
    }

    #[test]
    fn missions_and_companies_have_none() {
        expect(
            "hasJurisdiction",
            "[Đại sứ quán [Lào|Country]|Agency], [Công ty Thép [Nghệ An|Province]|Agency], [Báo [Nghệ An|Province]|Agency].",
            &[],
        );
    }

    #[test]
    fn a_chamber_of_commerce_has_none() {
        expect(
            "hasJurisdiction",
            "[Phòng Thương mại [Mỹ|Country]|Agency] góp ý.",
            &[],
        );
    }

    #[test]
    fn unions_and_centres_of_a_territory() {
        expect(
            "hasJurisdiction",
            "[Liên đoàn Lao động huyện [Yên Mỹ|Place]|Agency] và [Trung tâm Y tế huyện [Yên Mỹ|Place]|Agency] họp.",
            &[
                "Liên đoàn Lao động huyện Yên Mỹ hasJurisdiction Yên Mỹ",
                "Trung tâm Y tế huyện Yên Mỹ hasJurisdiction Yên Mỹ",
            ],
        );
    }
}
