//! `participatesIn`: who attends, speaks at or is received at an event.

use super::clause::{
    Extent, actors_from, cue_ending_at, event_before, events_after, push_actor, subjects,
};
use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::story::Story;
use crate::model::{BlockKind, Object, Predicate};

/// Farthest a verb of speaking may stand behind its speaker, in phrases and words.
const SPEECH_REACH: usize = 10;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for (index, line) in story.lines.iter().enumerate() {
        verbs(line, findings);
        unnamed_events(story, index, line, findings);
        nouns(line, findings);
        speakers(line, findings);
        captions(story, line, findings);
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
        let (people, rule) = match subjects(line, verb.start) {
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

/// `X dự và phát biểu.`, `Cùng dự có X, Y`: the event is that of the sentence before.
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
        } else if verb.start == 0
            && let Some(list) = line.cue_at("participates.list", verb.end)
        {
            actors_from(line, list, Extent::Sentence)
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
        && let Some(actor) =
            (from + 1..line.items.len().min(from + 5)).find(|&at| line.is_actor(at))
    {
        let mut people = Vec::new();
        push_actor(line, actor, &mut people);
        return (people, "participates/participle");
    }
    let list =
        (from..line.items.len().min(from + 3)).find_map(|at| line.cue_at("participates.list", at));
    match list {
        Some(start) => (
            actors_from(line, start, Extent::Sentence),
            "participates/list",
        ),
        None => (Vec::new(), "participates/list"),
    }
}

/// `E có sự tham gia của X`, `với sự tham dự của X, E …`.
fn nouns(line: &Line<'_>, findings: &mut Findings<'_>) {
    for noun in line.cue("participates.noun") {
        let event = event_before(line, noun.start)
            .or_else(|| (noun.end..line.items.len()).find(|&at| line.is_event(at)));
        let Some(event) = event.and_then(|at| line.entity(at)) else {
            continue;
        };
        for person in actors_from(line, noun.end, Extent::Clause) {
            add(line, findings, person, event, "participates/noun");
        }
    }
}

/// `Tại E, X nhấn mạnh …`; `X chia sẻ … trong khuôn khổ E`.
fn speakers(line: &Line<'_>, findings: &mut Findings<'_>) {
    for cue in line.cue("participates.setting") {
        let Some(event_at) = events_after(line, cue.end).first().copied() else {
            continue;
        };
        let Some(event) = line.entity(event_at) else {
            continue;
        };
        let behind = line.behind_bracket(line.behind_quote(event_at + 1));
        if cue.start == 0 && line.is(behind, &[","]) {
            let speaker =
                (behind + 1..line.items.len().min(behind + 4)).find(|&at| is_person(line, at));
            if let Some(speaker) = speaker
                && speaks(line, speaker)
            {
                let mut people = Vec::new();
                push_actor(line, speaker, &mut people);
                people
                    .iter()
                    .for_each(|&p| add(line, findings, p, event, "participates/speaker"));
            }
        } else if let Some(speaker) = (cue.start.saturating_sub(reach(&cue))..cue.start)
            .rev()
            .find(|&at| is_person(line, at))
            && speaks(line, speaker)
            && !(speaker..cue.start).any(|at| line.is(at, &[";", "rằng", ":"]) || line.is_event(at))
        {
            let mut people = Vec::new();
            push_actor(line, speaker, &mut people);
            people
                .iter()
                .for_each(|&p| add(line, findings, p, event, "participates/speaker"));
        }
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

fn is_person(line: &Line<'_>, at: usize) -> bool {
    matches!(line.items[at].kind, ItemKind::Person(..))
        || matches!(line.items[at].kind, ItemKind::Office(_)) && line.entity(at).is_some()
}

/// Whether a verb of speaking follows a person in the same clause.
fn speaks(line: &Line<'_>, person: usize) -> bool {
    (person + 1..line.items.len().min(person + SPEECH_REACH))
        .take_while(|&at| !line.is(at, &[";", "."]) && !is_person(line, at))
        .any(|at| line.cue_at("participates.speech", at).is_some())
}

/// A caption that places someone at an event: `Đại sứ X tại E.`
fn captions(story: &Story<'_>, line: &Line<'_>, findings: &mut Findings<'_>) {
    let sentence = &story.reading.text.sentences[line.sentence];
    let Some(cue) = line.cue("participates.setting").into_iter().next() else {
        return;
    };
    if sentence.block != BlockKind::Caption && cue.start > 2 {
        return;
    }
    let person = (0..cue.start).find(|&at| is_person(line, at));
    let event = (cue.end..line.items.len().min(cue.end + 3)).find(|&at| line.is_event(at));
    if let (Some(person), Some(event)) = (person, event)
        && person <= 1
        && let (Some(person), Some(event)) = (line.entity(person), line.entity(event))
    {
        add(line, findings, person, event, "participates/caption");
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

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
    fn list_behind_the_event() {
        expect(
            "participatesIn",
            "Dự [Hội nghị Dân số|Event] có ông [Trần Văn An|Person], Thứ trưởng [Bộ Y tế|Agency]; bà [Phạm Thị Hoa|Person].",
            &[
                "Trần Văn An participatesIn Hội nghị Dân số",
                "Phạm Thị Hoa participatesIn Hội nghị Dân số",
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
    fn speaks_at() {
        expect(
            "participatesIn",
            "Tại [Diễn đàn Xanh|Event], Thủ tướng [Trần Văn An|Person] nhấn mạnh vai trò của doanh nghiệp.",
            &["Trần Văn An participatesIn Diễn đàn Xanh"],
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
