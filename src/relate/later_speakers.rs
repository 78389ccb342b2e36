//! `participatesIn`: who speaks in the sentences behind one that says what was said at an event.

use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::story::Story;
use crate::model::{EntityType, Object, Predicate, Relation, Span};

/// How many sentences on others may be quoted.
const FOLLOWING: usize = 8;
/// Farthest a verb of speaking may stand behind its speaker.
const SPEECH_REACH: usize = 3;
/// Rules that find those who speak at an event.
const SPEECHES: [&str; 2] = ["participates/speaker", "participates/participle"];

/// Reads after the families that say who speaks where.
pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    let speeches: Vec<(Span, usize)> = findings
        .with(Predicate::ParticipatesIn)
        .into_iter()
        .filter(|relation| SPEECHES.contains(&&*relation.rule))
        .filter_map(|relation| Some((relation.evidence, event_of(story, relation)?)))
        .collect();
    let mut open: Option<(usize, usize)> = None;
    for (index, line) in story.lines.iter().enumerate() {
        let here = line.evidence();
        let speech = speeches.iter().find(|(span, _)| span.end == here.end);
        if let Some(event) = speech.map(|&(_, event)| event).or_else(|| said_at(line)) {
            open = Some((index, event));
            continue;
        }
        let Some((from, event)) = open else { continue };
        let another =
            |at: usize| line.kind(at) == Some(EntityType::Event) && line.entity(at) != Some(event);
        let elsewhere = line.events().any(another)
            || ["participates.meet", "participates.fringe", "visits.noun"]
                .into_iter()
                .any(|list| line.has(list));
        if elsewhere || index - from > FOLLOWING {
            open = None;
            continue;
        }
        if let Some(subject) = speaker(line) {
            let start = story.lines[from].evidence().start;
            findings.add(Claim {
                subject,
                predicate: Predicate::ParticipatesIn,
                object: Object::Entity(event),
                evidence: Span::new(start, here.end),
                rule: "participates/later-speaker",
            });
            open = Some((index, event));
        }
    }
}

/// The event of a speech, unless it is a visit or a programme.
fn event_of(story: &Story<'_>, relation: &Relation) -> Option<usize> {
    let Object::Entity(event) = relation.object else {
        return None;
    };
    (story.reading.kind(event) == EntityType::Event).then_some(event)
}

/// `Tại E, các đại biểu bàn …`: the event with which a sentence begins, at which more is said.
fn said_at(line: &Line<'_>) -> Option<usize> {
    let also = usize::from(line.is(0, &["cũng"]));
    let talk = line.is(also, &["tại"]) && line.kind(also + 1) == Some(EntityType::Event);
    // `Tại kỳ họp thứ 3, …`: much is said there in weeks.
    let session = |at: usize| {
        let start = line.items[at].tokens.start;
        line.cues.at("involves.session", start).is_some()
    };
    line.entity(also + 1).filter(|_| talk && !session(also + 1))
}

/// Longest stretch before the one who speaks.
const BEFORE: usize = 14;

/// Where the one is named who speaks: first, or behind the comma of what opens the sentence.
fn named_at(line: &Line<'_>) -> Option<usize> {
    let first = usize::from(line.is_cue(0, "participates.further"));
    let is_named = |at: usize| {
        let item = line.items.get(at);
        item.is_some_and(|item| matches!(item.kind, ItemKind::Person(..)))
    };
    if is_named(first) {
        return Some(first);
    }
    // `Theo đó, …`: what a message or a plan says.
    if line.is_cue(0, "participates.accordingly") {
        return None;
    }
    let comma = (first..line.items.len().min(BEFORE))
        .take_while(|&at| !line.is_actor(at) && !line.is(at, &[":", ";", "“", "\""]))
        .find(|&at| line.is(at, &[","]) && is_named(at + 1));
    comma.map(|comma| comma + 1)
}

/// The person with whose words a sentence begins: `Ông A, Giám đốc X, cho biết …`, `Theo ông A, …`.
fn speaker(line: &Line<'_>) -> Option<usize> {
    let told = line.is(0, &["theo"]) && line.is(2, &[",", "-", "–", "("]);
    if told && matches!(line.items.get(1)?.kind, ItemKind::Person(..)) {
        return line.entity(1);
    }
    let at = named_at(line)?;
    let from = at + 1 + usize::from(line.is(at + 1, &[",", "-", "–"]));
    let speaks = (from..from + SPEECH_REACH)
        .take_while(|&i| {
            line.items
                .get(i)
                .is_some_and(|item| item.kind == ItemKind::Word)
        })
        .any(|i| line.cue_at("participates.speech", i).is_some());
    line.entity(at).filter(|_| speaks)
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn who_speaks_behind_what_opens_the_sentence() {
        expect(
            "participatesIn",
            "[Bộ Y tế|Agency] mở [Diễn đàn Xanh|Event]. Tại [Diễn đàn Xanh|Event], các đại biểu bàn nhiều việc. Về giá cả, bà [Phạm Thị Hoa|Person] đề nghị giảm. Theo ông [Trần Văn An|Person], Giám đốc [Sở Y tế|Agency], giá đã giảm. Theo đó, ông [Lê Bình|Person] cho biết sẽ mở kho.",
            &[
                "Phạm Thị Hoa participatesIn Diễn đàn Xanh",
                "Trần Văn An participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn who_speaks_next() {
        expect(
            "participatesIn",
            "Phát biểu tại [Diễn đàn Xanh|Event], ông [Trần Văn An|Person] nêu số liệu. Nhiều ý kiến tán thành. Bà [Phạm Thị Hoa|Person], Giám đốc [Sở Y tế|Agency], cho biết giá đã giảm.",
            &[
                "Trần Văn An participatesIn Diễn đàn Xanh",
                "Phạm Thị Hoa participatesIn Diễn đàn Xanh",
            ],
        );
        expect(
            "participatesIn",
            "Phát biểu tại [Diễn đàn Xanh|Event], ông [Trần Văn An|Person] nêu số liệu. Trong cuộc gặp sau đó, nhiều việc được bàn. Bà [Phạm Thị Hoa|Person] cho biết giá đã giảm.",
            &["Trần Văn An participatesIn Diễn đàn Xanh"],
        );
    }
}
