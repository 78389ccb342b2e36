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
    if speeches.is_empty() {
        return;
    }
    let mut open: Option<(usize, usize)> = None;
    for (index, line) in story.lines.iter().enumerate() {
        let here = line.evidence();
        let speech = speeches.iter().find(|(span, _)| span.end == here.end);
        if let Some(&(_, event)) = speech {
            open = Some((index, event));
            continue;
        }
        let Some((from, event)) = open else { continue };
        let elsewhere = line.events().any(|at| line.entity(at) != Some(event))
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

/// The person with whose words a sentence begins: `Ông A, Giám đốc X, cho biết …`.
fn speaker(line: &Line<'_>) -> Option<usize> {
    let at = usize::from(line.is(0, &["còn", "cũng"]));
    let named = matches!(line.items.get(at)?.kind, ItemKind::Person(..));
    let from = at + 1 + usize::from(line.is(at + 1, &[",", "-", "–"]));
    let speaks = (from..from + SPEECH_REACH)
        .take_while(|&i| {
            line.items
                .get(i)
                .is_some_and(|item| item.kind == ItemKind::Word)
        })
        .any(|i| line.cue_at("participates.speech", i).is_some());
    line.entity(at).filter(|_| named && speaks)
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

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
