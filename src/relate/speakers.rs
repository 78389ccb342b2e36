//! `participatesIn`: who speaks, meets others or is seen at an event.

use super::attendance::{present_in, represented};
use super::clause::{Extent, actors_from, cue_ending_at, events_after, left_edge, push_actor};
use super::findings::{Claim, Findings};
use super::frame;
use super::line::{ItemKind, Line};
use super::presiding::who_preside;
use super::story::Story;
use crate::model::{BlockKind, EntityType, Object, Predicate};

/// Farthest a verb of speaking may stand behind its speaker, in phrases and words.
pub(super) const SPEECH_REACH: usize = 10;
/// Farthest the frame may stand from the start of its sentence, behind a caption.
const OPENING: usize = 12;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        speakers(line, findings);
        present_at(line, findings);
        delegations(line, findings);
        captions(story, line, findings);
    }
}

pub(super) fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    who: &[usize],
    event: usize,
    rule: &'static str,
) {
    for &subject in who {
        findings.add(Claim {
            subject,
            predicate: Predicate::ParticipatesIn,
            object: Object::Entity(event),
            evidence: line.evidence(),
            rule,
        });
    }
}

/// `Tại E, X nhấn mạnh …`; `X chia sẻ … trong khuôn khổ E`.
fn speakers(line: &Line<'_>, findings: &mut Findings<'_>) {
    for cue in line.cue("participates.setting") {
        let Some(event_at) = events_after(line, cue.end).first().copied() else {
            continue;
        };
        let Some(event) = line.entity(event_at).filter(|_| !is_visit(line, event_at)) else {
            continue;
        };
        if cue.len() == 1
            && line.is_cue(cue.start, "participates.within")
            && !is_named_next(line, cue.end, event_at)
        {
            continue;
        }
        let behind = line.behind_bracket(line.behind_quote(event_at + 1));
        let behind = frame::comma_behind(line, behind).unwrap_or(behind);
        if frame::begins(line, cue.start) && line.is(behind, &[","]) {
            let speaker =
                (behind + 1..line.items.len().min(behind + 5)).find(|&at| can_speak(line, at));
            if let Some(speaker) = speaker {
                let who = who_preside(line, actors_from(line, speaker, Extent::Clause));
                let last = (speaker..line.items.len())
                    .take_while(|&at| !line.is(at, &[";", "."]))
                    .filter(|&at| line.entity(at).is_some_and(|e| who.contains(&e)))
                    .take(who.len())
                    .last();
                if last.is_some_and(|last| {
                    let first = left_edge(line, speaker) == behind + 1;
                    speaks(line, last) || first && acts(line, last)
                }) {
                    add(line, findings, &who, event, "participates/speaker");
                }
            }
        } else if let Some(speaker) = (cue.start.saturating_sub(reach(&cue))..cue.start)
            .rev()
            .find(|&at| is_person(line, at))
            && speaks(line, speaker)
            && !(speaker..cue.start).any(|at| {
                line.is(at, &[";", "rằng", ":"]) || line.is_event(at) || is_told(line, at)
            })
        {
            let mut people = Vec::new();
            push_actor(line, speaker, &mut people);
            add(line, findings, &people, event, "participates/speaker");
        }
    }
}

/// `X cho hay, …`: whether what somebody says begins behind the comma at a place.
fn is_told(line: &Line<'_>, comma: usize) -> bool {
    line.is(comma, &[","]) && cue_ending_at(line, "participates.speech", comma).is_some()
}

/// Whether an event is named directly behind a place: `trong [Hội nghị A]`, unlike `trong trận đầu của [La Liga]`
/// and `trong sự kiện`.
fn is_named_next(line: &Line<'_>, next: usize, event: usize) -> bool {
    let near = event == next + usize::from(line.is(next, &["“", "\"", "‘"]));
    let named = match line.items[event].kind {
        ItemKind::Name(mention) => !line.reading.mentions[mention].mention.anaphor,
        _ => false,
    };
    near && named && line.kind(event) == Some(EntityType::Event)
}

/// `phát biểu của X tại E`: someone directly before where something is done is there.
fn present_at(line: &Line<'_>, findings: &mut Findings<'_>) {
    for cue in line.cue("participates.setting") {
        let person = cue.start.checked_sub(1).filter(|&at| is_person(line, at));
        let event_at = cue.end + usize::from(line.is(cue.end, &["“", "\"", "‘"]));
        if line.is(cue.start, &["tại"])
            && let Some((person, event)) = person
                .and_then(|at| line.entity(at))
                .zip(line.entity(event_at).filter(|_| line.is_event(event_at)))
        {
            add(line, findings, &[person], event, "participates/present");
        }
    }
}

/// `Trong khuôn khổ E, đoàn [A], [B] do X dẫn đầu đã thăm …`: those who travel for an event take part.
fn delegations(line: &Line<'_>, findings: &mut Findings<'_>) {
    let Some(cue) = line.cue("participates.setting").into_iter().next() else {
        return;
    };
    let opens =
        cue.len() > 1 && !line.is_cue(cue.start, "participates.beside") && cue.start <= OPENING;
    let Some(&event_at) = events_after(line, cue.end).first().filter(|_| opens) else {
        return;
    };
    let Some(event) = line.entity(event_at).filter(|_| !is_visit(line, event_at)) else {
        return;
    };
    let verbs = line.cue("visits.verb");
    let Some(verb) = verbs.iter().find(|verb| verb.start > event_at) else {
        return;
    };
    let delegation = (event_at + 1..verb.start).find(|&at| line.is_cue(at, "visits.group"));
    if let Some(delegation) = delegation {
        let mut who = present_in(line, delegation..verb.start);
        // Who leads it stands behind `do`.
        let leaders = (delegation..verb.start).filter(|&at| is_person(line, at));
        who.extend(leaders.filter_map(|at| line.entity(at)));
        add(line, findings, &who, event, "participates/delegation");
    }
}

/// How far before the setting its speaker may stand: `tại` goes with many nouns, `trong khuôn khổ` with
/// the sentence.
fn reach(setting: &std::ops::Range<usize>) -> usize {
    if setting.len() > 1 {
        3 * SPEECH_REACH
    } else {
        SPEECH_REACH
    }
}

pub(super) fn is_person(line: &Line<'_>, at: usize) -> bool {
    matches!(
        line.items[at].kind,
        ItemKind::Person(..) | ItemKind::Office(_)
    ) && line.kind(at) == Some(EntityType::Person)
}

/// Whether one who can speak stands here: a person, a body, a state.
fn can_speak(line: &Line<'_>, at: usize) -> bool {
    is_person(line, at)
        || matches!(line.items[at].kind, ItemKind::Name(_))
            && matches!(
                line.kind(at),
                Some(EntityType::Agency | EntityType::Country)
            )
}

/// Whether a verb of speaking follows a person in the same clause.
fn speaks(line: &Line<'_>, person: usize) -> bool {
    (person + 1..line.items.len().min(person + SPEECH_REACH))
        .take_while(|&at| !line.is(at, &[";", "."]) && !is_person(line, at))
        .any(|at| line.cue_at("participates.speech", at).is_some())
}

/// Whether a person does something there that is told at once: `X cũng giải đáp …`.
fn acts(line: &Line<'_>, person: usize) -> bool {
    is_person(line, person) && line.is_cue(person + 1, "participates.acts")
}

/// Whether the event at a place is a visit, in which those visited take no part.
pub(super) fn is_visit(line: &Line<'_>, at: usize) -> bool {
    line.cues
        .at("visits.noun", line.items[at].tokens.start)
        .is_some()
}

/// A caption that places people at an event: `Đại sứ X và ông Y tại E.`
fn captions(story: &Story<'_>, line: &Line<'_>, findings: &mut Findings<'_>) {
    let sentence = &story.reading.text.sentences[line.sentence];
    let Some(cue) = line.cue("participates.setting").into_iter().next() else {
        return;
    };
    let only_people =
        (0..cue.start).all(|at| is_shown(line, at) || line.is(at, &["và", ",", "cùng"]));
    if sentence.block != BlockKind::Caption && cue.start > 2 && !only_people {
        return;
    }
    let person = (0..cue.start).find(|&at| is_person(line, at));
    let project = |at: usize| {
        let start = line.items[at].tokens.start;
        line.cues.at("involves.project", start).is_some()
    };
    let event = (cue.end..line.items.len().min(cue.end + 3))
        .find(|&at| line.is_event(at))
        .filter(|&at| !project(at));
    if let (Some(person), Some(event)) = (person, event.and_then(|at| line.entity(at)))
        && person <= 1
    {
        let who: Vec<usize> = (person..cue.start)
            .take_while(|&at| only_people || at == person)
            .filter_map(|at| match is_person(line, at) || can_speak(line, at) {
                true => line.entity(at),
                false => represented(line, at),
            })
            .collect();
        add(line, findings, &who, event, "participates/caption");
    }
}

/// Whether someone who is shown stands here, or a word before whom they lead: `các nhà lãnh đạo [Hội A]`.
fn is_shown(line: &Line<'_>, at: usize) -> bool {
    let noun = |from: usize| line.cue_at("clause.noun", from).is_some_and(|end| end > at);
    is_person(line, at)
        || can_speak(line, at)
        || represented(line, at).is_some()
        || (at.saturating_sub(2)..at + 1).any(noun)
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn speaks_at() {
        expect(
            "participatesIn",
            "Tại [Diễn đàn Xanh|Event], Thủ tướng [Trần Văn An|Person] nhấn mạnh vai trò của doanh nghiệp.",
            &["Trần Văn An participatesIn Diễn đàn Xanh"],
        );
    }

    #[test]
    fn those_who_speak_together() {
        expect(
            "participatesIn",
            "Cũng tại [Diễn đàn Xanh|Event], Thứ trưởng [Trần Văn An|Person] và Đại sứ [Sato Ken|Person] đã công bố kế hoạch.",
            &[
                "Trần Văn An participatesIn Diễn đàn Xanh",
                "Sato Ken participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn one_who_acts_there() {
        expect(
            "participatesIn",
            "Tại [Diễn đàn Xanh|Event], ông [Trần Văn An|Person] cũng giải đáp nhiều thắc mắc.",
            &["Trần Văn An participatesIn Diễn đàn Xanh"],
        );
    }

    #[test]
    fn a_delegation_that_travels_for_an_event() {
        expect(
            "participatesIn",
            "Trong khuôn khổ [Tuần lễ Xanh|Event] do [Bộ Y tế|Agency] tổ chức, đoàn lãnh đạo các địa phương [Huế|Province], [Hà Nam|Province] và [Hội Gỗ|Agency] do ông [Trần Văn An|Person] dẫn đầu đã thăm [Chile|Country].",
            &[
                "Huế participatesIn Tuần lễ Xanh",
                "Hà Nam participatesIn Tuần lễ Xanh",
                "Hội Gỗ participatesIn Tuần lễ Xanh",
                "Trần Văn An participatesIn Tuần lễ Xanh",
            ],
        );
    }

    #[test]
    fn a_state_speaks() {
        expect(
            "participatesIn",
            "Tại [Diễn đàn Xanh|Event], [Nhật Bản|Country] cam kết hỗ trợ các nước.",
            &["Nhật Bản participatesIn Diễn đàn Xanh"],
        );
    }

    #[test]
    fn someone_spoken_of_is_not_there() {
        expect(
            "participatesIn",
            "Tại [Diễn đàn Xanh|Event], nhiều tranh của họa sĩ [Trần Văn An|Person] được trưng bày.",
            &[],
        );
    }

    #[test]
    fn what_someone_says_there() {
        expect(
            "participatesIn",
            "Bài nói của ông [Trần Văn An|Person] tại [Diễn đàn Xanh|Event] rất hay.",
            &["Trần Văn An participatesIn Diễn đàn Xanh"],
        );
    }

    #[test]
    fn within_an_event_that_is_named_next() {
        expect(
            "participatesIn",
            "Tuần trước, trong [Hội nghị Gỗ|Event], ông [Trần Văn An|Person] cho biết giá đã giảm.",
            &["Trần Văn An participatesIn Hội nghị Gỗ"],
        );
        expect(
            "participatesIn",
            "Trong số các đội của [Giải Gỗ|Event], ông [Trần Văn An|Person] cho biết giá đã giảm.",
            &[],
        );
    }

    #[test]
    fn what_is_told_is_not_told_there() {
        expect(
            "participatesIn",
            "Ông [Trần Văn An|Person] cho hay, nhiều tranh ở [Lễ hội Hoa|Event] đã cũ.",
            &[],
        );
    }

    #[test]
    fn a_caption_of_two() {
        expect(
            "participatesIn",
            "Thứ trưởng [Trần Văn An|Person] và ông [Sato Ken|Person] tại [Diễn đàn Xanh|Event].",
            &[
                "Trần Văn An participatesIn Diễn đàn Xanh",
                "Sato Ken participatesIn Diễn đàn Xanh",
            ],
        );
    }
}
