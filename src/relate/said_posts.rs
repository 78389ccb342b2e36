//! `holdsPosition` from what is said of a person: `ông A được bổ nhiệm làm Cục trưởng Cục X`, `từ năm
//! 2001, bà là Giám đốc Sở Y; năm 2005, làm Thứ trưởng Bộ Z`.

use super::findings::Findings;
use super::line::{ItemKind, Line};
use super::positions::{Holder, hold};
use super::story::Story;

/// Farthest a post may stand behind `là` or `được bổ nhiệm` from the name, in phrases and words.
const REACH: usize = 8;

/// Farthest the subject may stand before a clause that goes on with `giữ chức`.
const LONG_REACH: usize = 12;

/// Farthest `ông` may stand before `là`.
const PRONOUN_REACH: usize = 3;

/// How many sentences back the one may be named whom `ông` means.
const LOOK_BACK: usize = 6;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for index in 0..story.lines.len() {
        said_posts(story, findings, index);
    }
}

/// `ông A được bổ nhiệm làm Cục trưởng Cục X`, `ông A là Giám đốc Y rồi Chủ tịch Z`.
fn said_posts(story: &Story<'_>, findings: &mut Findings<'_>, index: usize) {
    let line = &story.lines[index];
    if !line.has("positions.appointed") {
        return;
    }
    let cues = line.cue("positions.appointed");
    let mut said: Option<usize> = None;
    for at in 0..line.items.len() {
        let ItemKind::Office(posts) = &line.items[at].kind else {
            continue;
        };
        let person = match cues.iter().find(|cue| cue.end == at) {
            Some(cue) => subject(story, index, cue)
                .or_else(|| carried(line, cue.start, said))
                .or_else(|| goes_on(line, cue.start, said)),
            None => joined(line, at, said).or_else(|| carried(line, at, said)),
        };
        let Some(person) = person else { continue };
        said = Some(person);
        let holder = Holder {
            line,
            person,
            place: Some((index, at)),
            rule: "positions/appointed",
        };
        for post in posts {
            hold(story, findings, &holder, post);
        }
    }
}

/// The person of whom a phrase says a post.
fn subject(story: &Story<'_>, index: usize, cue: &std::ops::Range<usize>) -> Option<usize> {
    let line = &story.lines[index];
    // A bare `là` or `làm` belongs to the word before it.
    let reach = if cue.len() == 1 { 1 } else { REACH };
    // `ông tham gia Ban X, giữ chức …`, `ông làm việc ở X với các vị trí …`: the subject of the clause before goes on.
    let coordinate = cue.start > 0
        && line.is(cue.start - 1, &[","])
        && line.is_cue(cue.start, "positions.holds")
        || line.cue_at("positions.career", cue.start) == Some(cue.end);
    let (reach, pronoun_reach) = if coordinate {
        (LONG_REACH, LONG_REACH)
    } else {
        (reach, PRONOUN_REACH)
    };
    let mut at = cue.start;
    let first = cue.start.saturating_sub(REACH.max(reach));
    while at > first {
        at -= 1;
        if line.is(at, &[";", ":"]) {
            return None;
        }
        if is_pronoun(line, at) && cue.start - at <= pronoun_reach {
            return meant(story, index, at);
        }
        if !line.is_actor(at) {
            continue;
        }
        // `A được Quốc hội phê chuẩn làm …`
        let body = matches!(line.items[at].kind, ItemKind::Name(_));
        if at > first && line.is(at - 1, &["được"]) || coordinate && body {
            continue;
        }
        let person = matches!(line.items[at].kind, ItemKind::Person(..)) && cue.start - at <= reach;
        return line.entity(at).filter(|_| person);
    }
    None
}

fn is_pronoun(line: &Line<'_>, at: usize) -> bool {
    // Whoever acts may be meant elsewhere; a post is said only of the only one.
    if let ItemKind::Office(posts) = &line.items[at].kind {
        return posts.is_empty();
    }
    line.is_cue(at, "positions.called")
        && line
            .items
            .get(at + 1)
            .is_none_or(|next| matches!(next.kind, ItemKind::Word | ItemKind::Mark))
}

/// Whom `ông` means: the only person of the sentence before it, or of the last one that names any.
fn meant(story: &Story<'_>, index: usize, at: usize) -> Option<usize> {
    let people = |line: usize, until: usize| {
        let items = story.lines[line].items[..until].iter();
        items
            .filter(|item| matches!(item.kind, ItemKind::Person(..)))
            .filter_map(|item| item.entity)
            .collect::<Vec<usize>>()
    };
    let here = people(index, at);
    let named = if here.is_empty() {
        (index.saturating_sub(LOOK_BACK)..index)
            .rev()
            .map(|before| people(before, story.lines[before].items.len()))
            .find(|people| !people.is_empty())?
    } else {
        here
    };
    let first = *named.first()?;
    named.iter().all(|&other| other == first).then_some(first)
}

/// `…; năm 2005, làm Thứ trưởng`: the one of whom the clause before said a post, where only a time
/// stands between.
fn carried(line: &Line<'_>, at: usize, said: Option<usize>) -> Option<usize> {
    let person = said?;
    let mut dated = false;
    for before in (0..at).rev() {
        if line.is(before, &[";"]) {
            return dated.then_some(person);
        }
        if line.date(before).is_some() {
            dated = true;
        } else if !line.is(before, &[",", "-", "–"]) && !in_term(line, before) {
            return None;
        }
    }
    None
}

/// Whether a word stands around the years of a term.
fn in_term(line: &Line<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..=at).any(|start| {
        line.cue_at("positions.term", start)
            .is_some_and(|end| start <= at && at < end)
    })
}

/// `là Giám đốc X, là Chủ tịch Y`: the next post of the same one.
fn goes_on(line: &Line<'_>, cue: usize, said: Option<usize>) -> Option<usize> {
    let office = cue.checked_sub(2)?;
    let behind = matches!(line.items[office].kind, ItemKind::Office(_));
    said.filter(|_| behind && line.is(cue - 1, &[","]))
}

/// `là Giám đốc X rồi Chủ tịch Y`: the next post of the same one.
fn joined(line: &Line<'_>, at: usize, said: Option<usize>) -> Option<usize> {
    let person = said?;
    let start = (at.saturating_sub(3)..at)
        .find(|&start| line.cue_at("positions.then", start) == Some(at))?;
    let office = start.checked_sub(1)?;
    matches!(line.items[office].kind, ItemKind::Office(_)).then_some(person)
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

    #[test]
    fn a_career_in_one_sentence() {
        expect(
            "holdsPosition",
            "Bà [Phạm Thị Hoa|Person] sinh {năm 1960=1960}. Từ {năm 2001=2001}, bà là Giám đốc [Sở Y tế|Agency]; {năm 2005=2005}, làm Thứ trưởng [Bộ Y tế|Agency] rồi Chủ tịch [Hội Sao Mai|Agency].",
            &[
                "Phạm Thị Hoa holdsPosition Sở Y tế (Giám đốc)",
                "Phạm Thị Hoa holdsPosition Bộ Y tế (Thứ trưởng)",
                "Phạm Thị Hoa holdsPosition Hội Sao Mai (Chủ tịch)",
            ],
        );
    }

    #[test]
    fn appointed_by_a_body() {
        expect(
            "holdsPosition",
            "{Tháng 7/2006=2006-07}, ông [Trần Văn An|Person] được [Quốc hội|Agency] phê chuẩn làm Bộ trưởng [Bộ Y tế|Agency].",
            &["Trần Văn An holdsPosition Bộ Y tế (Bộ trưởng)"],
        );
    }

    #[test]
    fn one_of_two_is_not_guessed() {
        expect(
            "holdsPosition",
            "Ông [Trần Văn An|Person] gặp ông [Lê Văn Bình|Person]. Ông là Giám đốc [Sở Y tế|Agency].",
            &[],
        );
    }

    #[test]
    fn the_posts_of_a_career() {
        expect(
            "holdsPosition",
            "Ông [Trần Văn An|Person] có 18 năm làm việc tại [Hội Hoa Sen|Agency] với các vị trí Giám đốc [Sở Y tế|Agency], Chủ tịch [Hội Sao Mai|Agency].",
            &[
                "Trần Văn An holdsPosition Sở Y tế (Giám đốc)",
                "Trần Văn An holdsPosition Hội Sao Mai (Chủ tịch)",
            ],
        );
    }

    #[test]
    fn the_subject_goes_on() {
        expect(
            "holdsPosition",
            "Bà [Phạm Thị Hoa|Person] tham gia [Hội Sao Mai|Agency], giữ chức Giám đốc [Sở Y tế|Agency]. Bà là Phó Chủ tịch [Hội Hoa Sen|Agency], là tùy viên giáo dục [Đại sứ quán Việt Nam|Agency].",
            &[
                "Phạm Thị Hoa holdsPosition Sở Y tế (Giám đốc)",
                "Phạm Thị Hoa holdsPosition Hội Hoa Sen (Phó Chủ tịch)",
                "Phạm Thị Hoa holdsPosition Đại sứ quán Việt Nam (tùy viên giáo dục)",
            ],
        );
    }
}
