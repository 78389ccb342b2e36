//! `holdsPosition` for a post said once of several people: `các Thứ trưởng A, B và C`, `các Ủy viên
//! Trung ương Đảng: A, Chủ nhiệm …; B, Giám đốc …`.

use super::clause::cue_ending_at;
use super::findings::Findings;
use super::grammar::Post;
use super::line::{ItemKind, Line};
use super::positions::{Holder, hold};
use super::story::Story;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for (index, line) in story.lines.iter().enumerate() {
        for at in 0..line.items.len() {
            match &line.items[at].kind {
                ItemKind::Office(posts) if line.is(at + 1, &[":"]) && is_shared(line, at) => {
                    let members = people_until(line, at + 2, |i| {
                        matches!(line.items[i].kind, ItemKind::Office(_)) && line.is(i + 1, &[":"])
                    });
                    share(story, findings, index, posts, &members);
                }
                ItemKind::Person(_, posts) if is_shared(line, at) => {
                    let members = bare_people_behind(line, at);
                    share(story, findings, index, posts, &members);
                }
                _ => {}
            }
        }
    }
}

/// Whether a word before a title makes it that of several.
fn is_shared(line: &Line<'_>, at: usize) -> bool {
    cue_ending_at(line, "positions.shared", at).is_some()
}

/// The people named from a place to the end of the sentence or to where `ends` says.
fn people_until(line: &Line<'_>, from: usize, ends: impl Fn(usize) -> bool) -> Vec<usize> {
    (from..line.items.len())
        .take_while(|&at| !ends(at))
        .filter(|&at| matches!(line.items[at].kind, ItemKind::Person(..)))
        .collect()
}

/// The people without titles of their own that are joined to the one at a place.
fn bare_people_behind(line: &Line<'_>, at: usize) -> Vec<usize> {
    let mut people = Vec::new();
    let mut next = line.behind_bracket(at + 1);
    while line.is(next, &[",", "và"]) {
        let bare = matches!(
            line.items.get(next + 1).map(|item| &item.kind),
            Some(ItemKind::Person(_, posts)) if posts.iter().all(|post| post.rank_only)
        );
        if !bare {
            break;
        }
        people.push(next + 1);
        next = line.behind_bracket(next + 2);
    }
    people
}

fn share(
    story: &Story<'_>,
    findings: &mut Findings<'_>,
    index: usize,
    posts: &[Post],
    members: &[usize],
) {
    let line = &story.lines[index];
    for person in members.iter().filter_map(|&at| line.entity(at)) {
        let holder = Holder {
            line,
            person,
            place: None,
            rule: "positions/shared",
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
    fn members_of_a_body() {
        expect(
            "holdsPosition",
            "Dự lễ có các đồng chí Ủy viên [Bộ Chính trị|Agency]: [Trần Văn An|Person], Chủ tịch [Quốc hội|Agency]; [Lê Văn Bình|Person], Giám đốc [Sở Y tế|Agency].",
            &[
                "Trần Văn An holdsPosition Bộ Chính trị (Ủy viên)",
                "Trần Văn An holdsPosition Quốc hội (Chủ tịch)",
                "Lê Văn Bình holdsPosition Bộ Chính trị (Ủy viên)",
                "Lê Văn Bình holdsPosition Sở Y tế (Giám đốc)",
            ],
        );
    }

    #[test]
    fn one_title_for_three() {
        expect(
            "holdsPosition",
            "Các Thứ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person], [Lê Văn Bình|Person] và [Võ Văn Nam|Person] cùng dự.",
            &[
                "Trần Văn An holdsPosition Bộ Y tế (Thứ trưởng)",
                "Lê Văn Bình holdsPosition Bộ Y tế (Thứ trưởng)",
                "Võ Văn Nam holdsPosition Bộ Y tế (Thứ trưởng)",
            ],
        );
    }

    #[test]
    fn one_holder_among_others() {
        expect(
            "holdsPosition",
            "Thứ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] và ông [Lê Văn Bình|Person] cùng dự.",
            &["Trần Văn An holdsPosition Bộ Y tế (Thứ trưởng)"],
        );
    }
}
