//! `organizes`: who holds, chairs or hosts an event or runs a programme.

use super::agents::{agents, aimed};
use super::clause::{Extent, actors_from, cue_ending_at, event_before, events_after, subjects};
use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::presiding::{named_behind, who_preside};
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        verbs(line, findings);
        nouns(line, findings);
        owners(line, findings);
    }
    congresses(story, findings);
}

pub(super) fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    organizer: usize,
    event: usize,
    rule: &'static str,
) {
    findings.add(Claim {
        subject: organizer,
        predicate: Predicate::Organizes,
        object: Object::Entity(event),
        evidence: line.evidence(),
        rule,
    });
}

/// `X tổ chức E`, and `E do X và Y tổ chức`.
fn verbs(line: &Line<'_>, findings: &mut Findings<'_>) {
    if !line.has_event() {
        return;
    }
    for verb in line.cue("organizes.verb") {
        if cue_ending_at(line, "organizes.not-after", verb.start).is_some()
            && !prepares(line, verb.start)
        {
            continue;
        }
        if let Some((event, named)) = named_behind(line, &verb) {
            for organizer in named {
                add(line, findings, organizer, event, "organizes/named-behind");
            }
            continue;
        }
        let Some(subjects) = agents(line, verb.start)
            .or_else(|| subjects(line, verb.start))
            .or_else(|| aimed(line, verb.start))
        else {
            continue;
        };
        let (events, rule) = if subjects.agents {
            let event = event_before(line, subjects.start);
            (event.into_iter().collect(), "organizes/passive")
        } else {
            (events_after(line, verb.end), "organizes/active")
        };
        // `tổ chức các hoạt động kỷ niệm 40 năm`: what is held is on that occasion.
        let occasion = |at: usize| {
            let start = line.items[at].tokens.start;
            at > verb.end && line.cues.at("happens.occasion", start).is_some()
        };
        let held = events.iter().copied().filter(|&at| !occasion(at));
        // `Thủ tướng [A] và [B] chủ trì E`: those who preside, not their states.
        let chaired = line.is_cue(verb.end - 1, "organizes.preside")
            && (subjects.start.saturating_sub(1)..verb.start)
                .any(|at| matches!(line.items[at].kind, ItemKind::Office(_)));
        for event in held.filter_map(|at| line.entity(at)) {
            for &organizer in &subjects.entities {
                if chaired && line.reading.kind(organizer) != EntityType::Person {
                    continue;
                }
                add(line, findings, organizer, event, rule);
                if line.is_cue(verb.start, "organizes.take-on") {
                    host(line, findings, organizer, event);
                }
            }
        }
    }
}

/// `[Chile] đang chuẩn bị tổ chức E`: who prepares it directly behind its name.
fn prepares(line: &Line<'_>, verb: usize) -> bool {
    let Some(start) = verb.checked_sub(2) else {
        return false;
    };
    let before = (0..start)
        .rev()
        .find(|&at| !line.is_cue(at, "organizes.manner"));
    line.is_cue(start, "organizes.prepare")
        && before.is_some_and(|at| {
            line.is_actor(at) && !matches!(line.items[at].kind, ItemKind::Office(_))
        })
}

/// `[Chile] đăng cai E`: a territory hosts an event at home.
pub(super) fn host(line: &Line<'_>, findings: &mut Findings<'_>, host: usize, event: usize) {
    findings.add(Claim {
        subject: event,
        predicate: Predicate::TakesPlaceIn,
        object: Object::Entity(host),
        evidence: line.evidence(),
        rule: "when-where/host",
    });
}

/// `E … với sự chủ trì của X`.
fn nouns(line: &Line<'_>, findings: &mut Findings<'_>) {
    for noun in line.cue("organizes.noun") {
        let event = event_before(line, noun.start)
            .or_else(|| events_after(line, noun.end).first().copied())
            .and_then(|at| line.entity(at));
        let Some(event) = event else { continue };
        let organizers = actors_from(line, noun.end, Extent::Clause);
        for organizer in who_preside(line, organizers) {
            add(line, findings, organizer, event, "organizes/noun");
        }
    }
}

/// `Chương trình E của X`: a programme or event belongs to the body that runs it.
fn owners(line: &Line<'_>, findings: &mut Findings<'_>) {
    for at in line.events() {
        let next = line.behind_quote(at + 1);
        let next = line.behind_bracket(next);
        if !line.is(next, &["của"]) || !matches!(line.items[at].kind, ItemKind::Name(_)) {
            continue;
        }
        if let (Some(EntityType::Agency), Some(owner), Some(event)) =
            (line.kind(next + 1), line.entity(next + 1), line.entity(at))
        {
            add(line, findings, owner, event, "organizes/owner");
        }
    }
}

/// A congress whose name names the party or union that holds it: `Đại hội XIII của Đảng`.
fn congresses(story: &Story<'_>, findings: &mut Findings<'_>) {
    for (index, located) in story.reading.mentions.iter().enumerate() {
        let event = located.mention.entity;
        if story.reading.kind(event) != EntityType::Event {
            continue;
        }
        let line = &story.lines[located.sentence];
        if line
            .cues
            .at("organizes.congress", located.tokens.start)
            .is_none()
        {
            continue;
        }
        for &inner in &story.inside[index] {
            let owner = story.reading.entity(inner);
            let start = story.reading.mentions[inner].tokens.start;
            if story.reading.kind(owner) == EntityType::Agency
                && line.cues.at("organizes.congress-body", start).is_some()
            {
                add(line, findings, owner, event, "organizes/congress");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn active() {
        expect(
            "organizes",
            "{Ngày 5/3/2020=2020-03-05}, tại [Hà Nội|Province], [Bộ Công Thương|Agency] đã tổ chức [Diễn đàn Xuất khẩu 2020|Event].",
            &["Bộ Công Thương organizes Diễn đàn Xuất khẩu 2020"],
        );
    }

    #[test]
    fn a_host_has_the_event_at_home() {
        expect(
            "organizes takesPlaceIn",
            "[Chile|Country] đăng cai [Diễn đàn Xanh|Event].",
            &[
                "Chile organizes Diễn đàn Xanh",
                "Diễn đàn Xanh takesPlaceIn Chile",
            ],
        );
    }

    #[test]
    fn the_host_of_an_event() {
        expect(
            "organizes takesPlaceIn",
            "Với tư cách là chủ nhà [Diễn đàn Xanh|Event], [Chile|Country] mời các nước.",
            &[
                "Chile organizes Diễn đàn Xanh",
                "Diễn đàn Xanh takesPlaceIn Chile",
            ],
        );
    }

    #[test]
    fn what_is_held_on_an_occasion_is_not_the_occasion() {
        expect(
            "organizes",
            "[Bộ Y tế|Agency] tổ chức các sự kiện quan trọng [kỷ niệm 40 năm thành lập|Event].",
            &[],
        );
    }

    #[test]
    fn what_is_told_of_is_not_held() {
        expect(
            "organizes",
            "[Bộ Y tế|Agency] tổ chức buổi họp báo giới thiệu [Lễ hội Hoa|Event].",
            &[],
        );
    }

    #[test]
    fn together() {
        expect(
            "organizes",
            "[Bộ Công Thương|Agency] phối hợp với [Đại sứ quán [Ý|Country]|Agency] và Ủy ban nhân dân tỉnh tổ chức [Hội thảo Logistics|Event].",
            &[
                "Bộ Công Thương organizes Hội thảo Logistics",
                "Đại sứ quán Ý organizes Hội thảo Logistics",
            ],
        );
    }

    #[test]
    fn passive() {
        expect(
            "organizes",
            "[Lễ hội Áo dài|Event] do [Sở Du lịch|Agency] và [Hội Phụ nữ|Agency] phối hợp tổ chức thu hút du khách.",
            &[
                "Sở Du lịch organizes Lễ hội Áo dài",
                "Hội Phụ nữ organizes Lễ hội Áo dài",
            ],
        );
    }

    #[test]
    fn chair() {
        expect(
            "organizes",
            "Ông [Trần Văn An|Person], Thứ trưởng [Bộ Y tế|Agency] chủ trì [Hội nghị Dân số 2019|Event].",
            &["Trần Văn An organizes Hội nghị Dân số 2019"],
        );
    }

    #[test]
    fn noun_of_chairing() {
        expect(
            "organizes",
            "[Hội nghị Dân số 2019|Event] khai mạc dưới sự chủ trì của Thứ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person].",
            &["Trần Văn An organizes Hội nghị Dân số 2019"],
        );
    }

    #[test]
    fn congress() {
        expect(
            "organizes",
            "Nghị quyết của [Đại hội XII của [Đảng|Agency]|Event] nêu rõ.",
            &["Đảng organizes Đại hội XII của Đảng"],
        );
    }

    #[test]
    fn programme_of_a_body() {
        expect(
            "organizes",
            "[Chương trình Mái ấm|Programme] của [Công ty Sao Mai|Agency] kéo dài ba năm.",
            &["Công ty Sao Mai organizes Chương trình Mái ấm"],
        );
    }

    #[test]
    fn the_noun_for_an_organisation_is_no_verb() {
        expect(
            "organizes",
            "[Bộ Y tế|Agency] mời các tổ chức quốc tế dự [Hội nghị Dân số|Event].",
            &[],
        );
    }

    #[test]
    fn a_call_is_no_statement() {
        expect(
            "organizes",
            "[Bộ Y tế|Agency] đề nghị các địa phương tổ chức [Tuần lễ Dinh dưỡng|Event].",
            &[],
        );
    }

    #[test]
    fn the_place_does_not_organise() {
        expect(
            "organizes",
            "Tại [Hà Nội|Province], {ngày 5/3/2020=2020-03-05} đã tổ chức [Hội thảo Logistics|Event].",
            &[],
        );
    }

    #[test]
    fn a_noun_said_before() {
        expect(
            "organizes",
            "[Hội thảo Logistics|Event] mở đầu năm. Hội thảo do [Bộ Công Thương|Agency] chủ trì.",
            &["Bộ Công Thương organizes Hội thảo Logistics"],
        );
    }

    #[test]
    fn speakers_mean_their_body() {
        expect(
            "organizes",
            "Cục trưởng [Cục Xúc tiến|Agency] [Trần Văn An|Person] nói: “Năm nay chúng tôi tổ chức [Hội chợ Mùa thu|Event]”.",
            &["Cục Xúc tiến organizes Hội chợ Mùa thu"],
        );
    }

    #[test]
    fn heads_who_preside_are_not_their_states() {
        expect(
            "organizes",
            "Thủ tướng [Chile|Country] và [Lào|Country] chủ trì [Diễn đàn Xanh|Event].",
            &[],
        );
    }

    #[test]
    fn who_prepares_an_event_holds_it() {
        expect(
            "organizes",
            "[Chile|Country] đang chuẩn bị tổ chức [Diễn đàn Xanh|Event], còn [Lào|Country] họp về chuẩn bị tổ chức [Lễ hội Hoa|Event].",
            &["Chile organizes Diễn đàn Xanh"],
        );
    }

    #[test]
    fn a_cancelled_event_is_not_held() {
        expect(
            "organizes",
            "[UBND tỉnh Lào Cai|Agency] tạm dừng tổ chức [Lễ hội Xuân|Event].",
            &[],
        );
    }

    #[test]
    fn an_assembly_is_no_congress_of_a_body_in_its_name() {
        expect(
            "organizes",
            "[Đại hội [Đại biểu Nhân dân|Agency] toàn quốc|Event] bế mạc.",
            &[],
        );
    }
}
