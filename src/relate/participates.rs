//! `participatesIn`: who attends an event.

use super::attendance::present_from;
use super::clause::{
    Extent, actors_from, cue_ending_at, event_before, events_after, push_actor, subjects,
};
use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::story::Story;
use crate::model::{Object, Predicate};

/// Farthest a list may begin behind the words that name a side.
const SIDE_REACH: usize = 5;
/// Farthest the owner of an attendance may stand behind its event, in phrases and words.
const OWNER_REACH: usize = 8;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for (index, line) in story.lines.iter().enumerate() {
        verbs(line, findings);
        unnamed_events(story, index, line, findings);
        nouns(line, findings);
        owners(line, findings);
    }
}

fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    participant: usize,
    event: usize,
    rule: &'static str,
) {
    findings.add(Claim {
        subject: participant,
        predicate: Predicate::ParticipatesIn,
        object: Object::Entity(event),
        evidence: line.evidence(),
        rule,
    });
}

/// `X dự E`; `Dự E có X, Y`; `Phát biểu tại E, X nói …`.
fn verbs(line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("participates.verb") {
        if cue_ending_at(line, "participates.not-after", verb.start).is_some()
            || line.cue_at("participates.other-word", verb.start).is_some()
        {
            continue;
        }
        let events = events_after(line, verb.end);
        let Some(&last) = events.last() else { continue };
        // `Trong bài phát biểu khai mạc E, X …`
        // A capital opens a sentence behind a caption, whose full stop is missing.
        let opens = line.opens_sentence(verb.start);
        let acting = (!line.is(verb.start, &["trong"]) && !opens)
            .then(|| subjects(line, verb.start))
            .flatten();
        let (people, rule) = match acting {
            Some(subjects) if !subjects.agents => (subjects.entities, "participates/verb"),
            Some(_) => continue,
            None => behind_event(line, last + 1),
        };
        for event in events.iter().filter_map(|&at| line.entity(at)) {
            for &person in &people {
                add(line, findings, person, event, rule);
            }
        }
    }
}

/// `X dự và phát biểu.`, `Phát biểu khai mạc, X …`: the event is that of the sentence before.
fn unnamed_events(story: &Story<'_>, index: usize, line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("participates.verb") {
        if line.cue_at("participates.other-word", verb.start).is_some() {
            continue;
        }
        let end = line
            .cue_at("participates.tail", verb.end)
            .unwrap_or(verb.end);
        let people = if end >= line.items.len() || line.is(end, &[".", ";"]) {
            subjects(line, verb.start)
                .filter(|subjects| !subjects.agents)
                .map_or(Vec::new(), |subjects| subjects.entities)
        } else if (verb.start == 0 || line.opens_sentence(verb.start)) && line.is(end, &[","]) {
            behind_event(line, end).0
        } else {
            continue;
        };
        let Some((event, evidence)) = story.event_before_line(index) else {
            continue;
        };
        for subject in people {
            findings.add(Claim {
                subject,
                predicate: Predicate::ParticipatesIn,
                object: Object::Entity(event),
                evidence,
                rule: "participates/same-event",
            });
        }
    }
}

/// Those named behind the event of a clause that begins with its verb.
fn behind_event(line: &Line<'_>, from: usize) -> (Vec<usize>, &'static str) {
    let from = line.behind_quote(from);
    if line.is(from, &[","])
        && line.cue_at("participates.side", from + 1).is_none()
        && let Some(actor) =
            (from + 1..line.items.len().min(from + 5)).find(|&at| line.is_actor(at))
    {
        // `Trưởng đoàn [A], Thứ trưởng X`: the one named says who that is.
        let named = (actor + 1..line.items.len().min(actor + 3))
            .take_while(|&at| line.is_actor(at) || line.is(at, &[",", "-", "–"]))
            .find(|&at| matches!(line.items[at].kind, ItemKind::Person(..)))
            .filter(|_| matches!(line.items[actor].kind, ItemKind::Office(_)));
        let mut people = Vec::new();
        push_actor(line, named.unwrap_or(actor), &mut people);
        return (people, "participates/participle");
    }
    (Vec::new(), "participates/participle")
}

/// `E có sự tham gia của X`, `với sự tham dự của X, E …`.
fn nouns(line: &Line<'_>, findings: &mut Findings<'_>) {
    for noun in line.cue("participates.noun") {
        let before = event_before(line, noun.start);
        let event = before.or_else(|| (noun.end..line.items.len()).find(|&at| line.is_event(at)));
        let Some(event) = event.and_then(|at| line.entity(at)) else {
            continue;
        };
        // `sự tham dự của phía [A] gồm: X; Y`
        let listed = (noun.end..line.items.len().min(noun.end + SIDE_REACH))
            .find_map(|at| line.cue_at("participates.list", at));
        let people = match (listed, before) {
            (Some(from), _) => present_from(line, from),
            (None, Some(_)) => {
                let mut people = actors_from(line, noun.end, Extent::Sentence);
                let first = line.items.get(noun.end);
                if first.is_some_and(|first| matches!(first.kind, ItemKind::Person(..))) {
                    people.extend(present_from(line, noun.end));
                }
                people
            }
            (None, None) => actors_from(line, noun.end, Extent::Clause),
        };
        for person in people {
            add(line, findings, person, event, "participates/noun");
        }
    }
}

/// `chuyến thăm Đức và tham dự [E] tại Hamburg của Thủ tướng X`: the verb used as a noun.
fn owners(line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("participates.verb") {
        let Some(&event_at) = events_after(line, verb.end).last() else {
            continue;
        };
        let end = line.items.len().min(event_at + OWNER_REACH);
        let owner = (event_at + 1..end)
            .take_while(|&at| {
                line.is_place(at)
                    || line.is(at, &["(", ")", "”", "tại", "ở", "của"])
                    || line.cue_at("clause.noun", at).is_some()
            })
            .find(|&at| line.is(at, &["của"]));
        let person = owner.and_then(|owner| {
            (owner + 1..end).find(|&at| {
                matches!(
                    line.items[at].kind,
                    ItemKind::Person(..) | ItemKind::Office(_)
                )
            })
        });
        if let (Some(person), Some(event)) =
            (person.and_then(|at| line.entity(at)), line.entity(event_at))
        {
            add(line, findings, person, event, "participates/owner");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn a_delegation_and_who_leads_it() {
        expect(
            "participatesIn",
            "Đoàn [Bộ Y tế|Agency] do ông [Trần Văn An|Person] dẫn đầu sẽ thăm [Chile|Country], gặp ông [Juan Soto|Person] và tham dự [Diễn đàn Xanh|Event].",
            &[
                "Bộ Y tế participatesIn Diễn đàn Xanh",
                "Trần Văn An participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn behind_a_caption_without_full_stop() {
        expect(
            "participatesIn",
            "[Diễn đàn Xanh|Event] khai mạc sáng qua. Ảnh của [Hội Gỗ|Agency] Phát biểu tại diễn đàn, ông [Trần Văn An|Person] cảm ơn.",
            &["Trần Văn An participatesIn Diễn đàn Xanh"],
        );
    }

    #[test]
    fn attends() {
        expect(
            "participatesIn",
            "Bộ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] và Đại sứ [Lào|Country] [Kham Ly|Person] đã tham dự [Lễ ký kết|Event].",
            &[
                "Trần Văn An participatesIn Lễ ký kết",
                "Kham Ly participatesIn Lễ ký kết",
            ],
        );
    }

    #[test]
    fn participle() {
        expect(
            "participatesIn",
            "Phát biểu tại [Hội nghị Dân số|Event], ông [Trần Văn An|Person] cho rằng cần đổi mới.",
            &["Trần Văn An participatesIn Hội nghị Dân số"],
        );
    }

    #[test]
    fn in_a_speech_at_an_event() {
        expect(
            "participatesIn",
            "Về vai trò của [Bộ Y tế|Agency], trong bài phát biểu khai mạc [Hội nghị Dân số|Event], ông [Trần Văn An|Person] nói rõ.",
            &["Trần Văn An participatesIn Hội nghị Dân số"],
        );
    }

    #[test]
    fn the_head_of_a_delegation_is_named_behind() {
        expect(
            "participatesIn",
            "Phát biểu tại [Hội nghị Dân số|Event], Trưởng đoàn [Chile|Country], Bộ trưởng [Kham Ly|Person] cho rằng cần đổi mới.",
            &["Kham Ly participatesIn Hội nghị Dân số"],
        );
    }

    #[test]
    fn noun_of_taking_part() {
        expect(
            "participatesIn",
            "[Diễn đàn Xanh|Event] có sự tham gia của [Singapore|Country], [Thái Lan|Country] và [Hiệp hội Gỗ|Agency].",
            &[
                "Singapore participatesIn Diễn đàn Xanh",
                "Thái Lan participatesIn Diễn đàn Xanh",
                "Hiệp hội Gỗ participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn the_side_that_takes_part_is_listed() {
        expect(
            "participatesIn",
            "[Lễ đón tàu Sao Mai|Event] diễn ra với sự tham dự của phía [Chile|Country] gồm: [Sở Y tế|Agency]; [Bộ Công an|Agency].",
            &[
                "Sở Y tế participatesIn Lễ đón tàu Sao Mai",
                "Bộ Công an participatesIn Lễ đón tàu Sao Mai",
            ],
        );
    }

    #[test]
    fn those_named_with_their_posts_behind_dashes() {
        expect(
            "participatesIn",
            "[Lễ hội Hoa|Event] có sự tham dự của ông [Trần Văn An|Person], Giám đốc [Sở Y tế|Agency] – Trưởng ban, bà [Phạm Thị Hoa|Person] cùng du khách.",
            &[
                "Trần Văn An participatesIn Lễ hội Hoa",
                "Phạm Thị Hoa participatesIn Lễ hội Hoa",
            ],
        );
    }

    #[test]
    fn attendance_as_a_noun() {
        expect(
            "participatesIn",
            "Kết quả chuyến thăm [Đức|Country] và tham dự [Diễn đàn Xanh|Event] tại [Hamburg|Place] của Thủ tướng [Trần Văn An|Person] rất tốt.",
            &["Trần Văn An participatesIn Diễn đàn Xanh"],
        );
    }

    #[test]
    fn the_speaker_at_the_event_of_the_sentence_before() {
        expect(
            "participatesIn",
            "[Bộ Y tế|Agency] tổ chức [Hội nghị Dân số|Event]. Phát biểu khai mạc, Thứ trưởng [Trần Văn An|Person] chào mừng các đại biểu.",
            &["Trần Văn An participatesIn Hội nghị Dân số"],
        );
    }

    #[test]
    fn a_project_is_no_attendance() {
        expect(
            "participatesIn",
            "[Bộ Y tế|Agency] có dự án sau [Hội nghị Dân số|Event].",
            &[],
        );
    }

    #[test]
    fn an_invitation_is_no_attendance() {
        expect(
            "participatesIn",
            "Thủ tướng [Trần Văn An|Person] mời ông [Sato Ken|Person] tham dự [Diễn đàn Xanh|Event].",
            &[],
        );
    }

    #[test]
    fn leader_of_a_delegation() {
        expect(
            "participatesIn",
            "Ông [Trần Văn An|Person] dẫn đầu đoàn đại biểu [Việt Nam|Country] tham dự [Diễn đàn Xanh|Event].",
            &[
                "Trần Văn An participatesIn Diễn đàn Xanh",
                "Việt Nam participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn the_country_visited_does_not_attend() {
        expect(
            "participatesIn",
            "Ông [Trần Văn An|Person] lên đường thăm chính thức [Lào|Country] và tham dự [Diễn đàn Xanh|Event].",
            &["Trần Văn An participatesIn Diễn đàn Xanh"],
        );
    }

    #[test]
    fn people_of_a_country_are_not_the_country() {
        expect(
            "participatesIn",
            "Nhiều doanh nghiệp [Việt Nam|Country] đã tham gia [Hội chợ Mùa thu|Event].",
            &[],
        );
    }

    #[test]
    fn permission_is_no_attendance() {
        expect(
            "participatesIn",
            "[Mỹ|Country] cảnh báo không nên cho phép [Iran|Country] tham dự [Diễn đàn Xanh|Event].",
            &[],
        );
    }

    #[test]
    fn the_event_of_the_sentence_before() {
        expect(
            "participatesIn",
            "[Bộ Y tế|Agency] tổ chức [Hội nghị Dân số|Event]. Thứ trưởng [Trần Văn An|Person] dự và phát biểu. Cùng dự có ông [Sato Ken|Person].",
            &[
                "Trần Văn An participatesIn Hội nghị Dân số",
                "Sato Ken participatesIn Hội nghị Dân số",
            ],
        );
    }
}
