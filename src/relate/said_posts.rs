//! `holdsPosition` from what is said of a person: `ông A được bổ nhiệm làm Cục trưởng Cục X`.

use super::findings::Findings;
use super::line::{ItemKind, Line};
use super::positions::{Holder, hold};
use super::story::Story;

/// Farthest a post may stand behind `là` or `được bổ nhiệm` from the name, in phrases and words.
const REACH: usize = 8;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for (index, line) in story.lines.iter().enumerate() {
        said_posts(story, findings, index, line);
    }
}

/// `ông A được bổ nhiệm làm Cục trưởng Cục X`, `ông A là Giám đốc Y`.
fn said_posts(story: &Story<'_>, findings: &mut Findings<'_>, index: usize, line: &Line<'_>) {
    for cue in line.cue("positions.appointed") {
        let Some(ItemKind::Office(posts)) = line.items.get(cue.end).map(|item| &item.kind) else {
            continue;
        };
        // A bare `là` or `làm` belongs to the word before it.
        let reach = if cue.len() == 1 { 1 } else { REACH };
        let before = cue.start.saturating_sub(reach)..cue.start;
        let person = before
            .rev()
            .find(|&at| line.is_actor(at) || line.is(at, &[";", ":"]))
            .filter(|&at| matches!(line.items[at].kind, ItemKind::Person(..)));
        let Some(person) = person.and_then(|at| line.entity(at)) else {
            continue;
        };
        let holder = Holder {
            line,
            person,
            place: Some((index, cue.end)),
            rule: "positions/appointed",
        };
        for post in posts {
            hold(story, findings, &holder, post);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn appointed() {
        expect(
            "holdsPosition",
            "Ông [Trần Văn An|Person] được bổ nhiệm giữ chức Giám đốc [Sở Ngoại vụ [Lào Cai|Province]|Agency].",
            &["Trần Văn An holdsPosition Sở Ngoại vụ Lào Cai (Giám đốc)"],
        );
    }

    #[test]
    fn a_clause_after_a_titled_person_is_not_about_him() {
        expect(
            "holdsPosition",
            "Nhớ Tổng tư lệnh [Lê Văn Bình|Person], Chủ tịch [Quốc hội [Lào|Country]|Agency] xúc động.",
            &[],
        );
    }
}
