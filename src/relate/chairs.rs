//! `organizes`: who is the chair of a meeting: `Chủ tịch [SOM 2], Thứ trưởng [A]`.

use super::findings::Findings;
use super::line::{ItemKind, Line};
use super::organizes::add;
use super::story::Story;

/// Longest title of a chair, in tokens.
const LONGEST: usize = 4;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in story.lines.iter().filter(|line| line.has_event()) {
        for at in line.events() {
            if let (Some(event), Some(chair)) = (line.entity(at), chair(line, at)) {
                add(line, findings, chair, event, "organizes/chair");
            }
        }
    }
}

/// The person whose title before a meeting makes chair of it.
fn chair(line: &Line<'_>, event: usize) -> Option<usize> {
    let start = line.items[event].tokens.start;
    let title = (start.saturating_sub(LONGEST)..start).find(|&token| {
        let titled = line.cues.at("organizes.chair", token);
        titled.is_some_and(|titled| titled.end == start)
    })?;
    let text = line.reading.text;
    let other = title > 0 && line.cues.is_cue("organizes.no-chair", text, title - 1);
    let first = (0..event)
        .rev()
        .find(|&at| line.items[at].tokens.start <= title);
    let first = first.filter(|_| !other)?;
    let person = |at: usize| {
        let person = line.items.get(at)?;
        matches!(person.kind, ItemKind::Person(..)).then(|| line.entity(at))?
    };
    let mark = |at: usize| usize::from(line.is(at, &[",", "-", "–"]));
    // `Bà [A], Chủ tịch E`: one phrase.
    if line.items[first].tokens.start < title {
        return person(first).filter(|_| line.items[first].tokens.end == start);
    }
    let next = line.behind_bracket(line.behind_quote(event + 1));
    let before = first.checked_sub(2).filter(|_| mark(first - 1) == 1);
    person(next)
        .or_else(|| before.and_then(person))
        .or_else(|| person(next + mark(next)))
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn a_chair_named_beside_the_meeting() {
        expect(
            "organizes",
            "Chủ tịch [Diễn đàn Xanh|Event] [Trần Văn An|Person] cảm ơn.",
            &["Trần Văn An organizes Diễn đàn Xanh"],
        );
        expect(
            "organizes",
            "Bà [Phạm Thị Hoa|Person], Chủ tịch [Diễn đàn Xanh|Event], cảm ơn ông [Trần Văn An|Person].",
            &["Phạm Thị Hoa organizes Diễn đàn Xanh"],
        );
    }

    #[test]
    fn a_deputy_chairs_nothing() {
        expect(
            "organizes",
            "Phó Chủ tịch [Diễn đàn Xanh|Event] [Trần Văn An|Person] cảm ơn.",
            &[],
        );
    }
}
