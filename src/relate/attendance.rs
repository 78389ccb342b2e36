//! `participatesIn` from lists of those present: `Tham dự hội nghị có X, Y; về phía Z có W`.

use std::ops::Range;

use super::clause::{cue_ending_at, left_edge, subjects};
use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::part_of::is_top;
use super::story::Story;
use crate::model::{EntityType, Object, Predicate, Span};
use crate::text::Case;

/// Farthest the list may begin behind the verb of attending, in phrases and words.
const LIST_REACH: usize = 34;
/// Farthest the list may begin behind the words that name a side.
const SIDE_REACH: usize = 6;
/// How many sentences on a list may be continued.
const FOLLOWING: usize = 3;

/// A list of those present.
#[derive(Debug, Clone, Copy)]
struct List {
    /// The place of its first member.
    from: usize,
    event: usize,
    /// Where the words that name the event begin and the list ends.
    evidence: Span,
}

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    let mut open: Option<(usize, List)> = None;
    for (index, line) in story.lines.iter().enumerate() {
        let before = open
            .filter(|(at, _)| index - at <= FOLLOWING)
            .map(|(_, list)| list);
        let Some(list) = headed(story, index, line, before)
            .or_else(|| continued(line, before.or_else(|| other_side(story, index))?))
        else {
            continue;
        };
        for subject in present_from(line, list.from) {
            findings.add(Claim {
                subject,
                predicate: Predicate::ParticipatesIn,
                object: Object::Entity(list.event),
                evidence: list.evidence,
                rule: "participates/list",
            });
        }
        open = Some((index, list));
    }
}

/// `Tham dự [E] có …`, `Cùng dự có …`: a clause that begins with its verb.
fn headed(story: &Story<'_>, index: usize, line: &Line<'_>, before: Option<List>) -> Option<List> {
    line.cue("participates.verb").into_iter().find_map(|verb| {
        if cue_ending_at(line, "participates.not-after", verb.start).is_some()
            || line.cue_at("participates.other-word", verb.start).is_some()
            || line.cue_at("participates.speech", verb.start).is_some()
            || !opens_clause(line, verb.start)
        {
            return None;
        }
        let end = line.items.len().min(verb.end + LIST_REACH);
        let have = (verb.end..end)
            .take_while(|&at| !line.is(at, &[";", "."]) && !tells_of_a_person(line, at))
            .filter(|&at| !line.is_cue(at, "participates.no-list"))
            .find(|&at| line.cue_at("participates.list", at).is_some())?;
        let from = line.cue_at("participates.list", have)?;
        let here = line.evidence();
        if let Some(event) = (verb.end..have).rev().find(|&at| line.is_event(at)) {
            let event = line.entity(event)?;
            return Some(List {
                from,
                event,
                evidence: here,
            });
        }
        if names_another_event(line, verb.end, have) {
            return None;
        }
        let (event, evidence) = match before {
            Some(list) => (list.event, Span::new(list.evidence.start, here.end)),
            None => story.event_before_line(index)?,
        };
        Some(List {
            from,
            event,
            evidence,
        })
    })
}

/// The event of the sentence before, where that one already says who took part.
fn other_side(story: &Story<'_>, index: usize) -> Option<List> {
    let before = index.checked_sub(1)?;
    if story.lines[before].cue("participates.noun").is_empty() {
        return None;
    }
    let (event, evidence) = story.event_before_line(index)?;
    Some(List {
        from: 0,
        event,
        evidence,
    })
}

/// `Về phía X có …` in a sentence that follows a list.
fn continued(line: &Line<'_>, before: List) -> Option<List> {
    let side = line
        .cue("participates.side")
        .into_iter()
        .find(|side| opens_clause(line, side.start))?;
    let end = line.items.len().min(side.end + SIDE_REACH);
    let from = (side.end..end).find_map(|at| line.cue_at("participates.list", at))?;
    Some(List {
        from,
        event: before.event,
        evidence: Span::new(before.evidence.start, line.evidence().end),
    })
}

/// Whether a clause begins here: nobody acts before, or a capital opens a sentence behind a caption.
fn opens_clause(line: &Line<'_>, at: usize) -> bool {
    let token = line.items[at].tokens.start;
    at == 0 || line.reading.text.tokens[token].case != Case::Lower || subjects(line, at).is_none()
}

/// Whether words between verb and list name an event that the article does not name as one.
fn names_another_event(line: &Line<'_>, from: usize, to: usize) -> bool {
    let mut at = from;
    while at < to {
        let skipped = [
            "participates.tail",
            "participates.side",
            "anaphora.ceremony",
        ]
        .into_iter()
        .find_map(|list| line.cue_at(list, at));
        match skipped {
            Some(next) => at = next,
            None if matches!(line.items[at].kind, ItemKind::Word) => return true,
            None => at += 1,
        }
    }
    false
}

/// Whether someone stands here who is not only whom the event is with: `buổi tọa đàm với [X] có …`.
fn tells_of_a_person(line: &Line<'_>, at: usize) -> bool {
    let with = at > 0 && line.is(at - 1, &["với", "cùng"]);
    is_named_person(line, at) && !with
}

fn is_named_person(line: &Line<'_>, at: usize) -> bool {
    matches!(line.items[at].kind, ItemKind::Person(..))
}

/// Those enumerated from a place on: every person to the end of the sentence, and the bodies and
/// territories that are members of the list themselves.
pub(super) fn present_from(line: &Line<'_>, from: usize) -> Vec<usize> {
    present_in(line, from..line.items.len())
}

/// The same for a stretch of a sentence.
pub(super) fn present_in(line: &Line<'_>, stretch: Range<usize>) -> Vec<usize> {
    let mut present = Vec::new();
    let from = stretch.start;
    for at in stretch {
        if ends(line, at) || line.cue_at("participates.list-end", at).is_some() {
            break;
        }
        let member = match line.items[at].kind {
            ItemKind::Person(..) | ItemKind::Office(_) => true,
            ItemKind::Name(_) => {
                line.is_actor(at)
                    && is_member(line, from, at)
                    && !super::collective::one_of_many(line, at)
                    && !line
                        .entity(at)
                        .is_some_and(|body| is_top(line.reading, body))
            }
            ItemKind::Group(ref members) => {
                present.extend(members);
                false
            }
            _ => false,
        };
        let entity = line.entity(at).or_else(|| represented(line, at));
        if let Some(entity) = entity.filter(|_| member)
            && !present.contains(&entity)
        {
            present.push(entity);
        }
    }
    present
}

/// Whether a sentence ends here; the point of `T.Ư` ends none.
fn ends(line: &Line<'_>, at: usize) -> bool {
    let inside = line.is(at, &["."])
        && line
            .items
            .get(at + 1)
            .is_some_and(|next| !line.reading.text.tokens[next.tokens.start].space_before);
    line.is(at, &[".", "?", "!"]) && !inside
}

/// The body for which someone without a name is there: `đại diện [Bộ Y tế]`, `Thị trưởng [Seoul]`,
/// `Tổng thống [Chile]`.
pub(super) fn represented(line: &Line<'_>, at: usize) -> Option<usize> {
    let ItemKind::Office(posts) = &line.items[at].kind else {
        return None;
    };
    let post = posts.first()?;
    let body = post.bodies.first().copied()?;
    let stand_in = line
        .cues
        .at("positions.stand-in", line.items[at].tokens.start)
        .is_some();
    let place = matches!(
        line.reading.kind(body),
        EntityType::Province | EntityType::Place
    );
    let own = !post.implied_body && !line.is(at + 1, &[":"]) && !is_apposed(line, at, body);
    (stand_in || place || own).then_some(body)
}

/// Whether a post without a name is that of who stands before it: `ông X, Đại sứ [A]`. Behind a name with
/// posts of its own the head of a state is someone else: `Thủ tướng [A] X, Tổng thống [B]`.
fn is_apposed(line: &Line<'_>, at: usize, body: usize) -> bool {
    let behind_mark = at > 1 && line.is(at - 1, &[",", "-", "–", "("]);
    if !behind_mark {
        return false;
    }
    match &line.items[at - 2].kind {
        ItemKind::Person(_, posts) => {
            posts.is_empty() || line.reading.kind(body) != EntityType::Country
        }
        ItemKind::Office(_) => is_apposed(line, at - 2, body),
        _ => false,
    }
}

/// Whether a name is a member of the list: behind a mark or joint, and not what a person before it
/// belongs to.
fn is_member(line: &Line<'_>, from: usize, at: usize) -> bool {
    let edge = left_edge(line, at);
    if edge <= from {
        return true;
    }
    let joint = line.is(edge - 1, &[",", ";", ":", "và", "cùng", "với", "như"]);
    let of_person =
        edge == at && edge >= 2 && line.is(edge - 1, &[","]) && is_named_person(line, edge - 2);
    // `Thị trưởng các thành phố [A], [B]`
    let led = line.is_place(at)
        && line.entity(edge - 1).is_none()
        && matches!(line.items[edge - 1].kind, ItemKind::Office(_));
    joint && !of_person || led
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

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
    fn unknown_members_do_not_end_the_list() {
        expect(
            "participatesIn",
            "Tới dự [Lễ hội Hoa|Event] có các đồng chí: [Trần Văn An|Person], Chủ nhiệm [Ủy ban Văn hóa|Agency]; lãnh đạo các sở, ban, ngành của tỉnh cùng đông đảo nhân dân; bà [Phạm Thị Hoa|Person], Giám đốc [Sở Du lịch|Agency].",
            &[
                "Trần Văn An participatesIn Lễ hội Hoa",
                "Phạm Thị Hoa participatesIn Lễ hội Hoa",
            ],
        );
    }

    #[test]
    fn each_side_in_its_own_sentence() {
        expect(
            "participatesIn",
            "[Diễn đàn Xanh|Event] khai mạc. Tham dự diễn đàn, về phía [Việt Nam|Country] có Thứ trưởng [Trần Văn An|Person]. Về phía [Nhật Bản|Country] có Đại sứ [Sato Ken|Person] cùng nhiều doanh nghiệp.",
            &[
                "Trần Văn An participatesIn Diễn đàn Xanh",
                "Sato Ken participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn bodies_that_send_someone() {
        expect(
            "participatesIn",
            "Tham dự [Diễn đàn Xanh|Event] có đại diện [Bộ Y tế|Agency], [Bộ Công an|Agency] và đoàn [Lào|Country].",
            &[
                "Bộ Y tế participatesIn Diễn đàn Xanh",
                "Bộ Công an participatesIn Diễn đàn Xanh",
                "Lào participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn examples_of_those_who_are_there() {
        expect(
            "participatesIn",
            "[Diễn đàn Xanh|Event] khai mạc. Tham gia diễn đàn với Thủ tướng [Trần Văn An|Person] có đại diện các tập đoàn của [Chile|Country] như [Sao Mai|Agency], [Bông Sen|Agency].",
            &[
                "Sao Mai participatesIn Diễn đàn Xanh",
                "Bông Sen participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn the_other_side_behind_a_noun() {
        expect(
            "participatesIn",
            "[Lễ hội Hoa|Event] có sự tham dự của [Sở Y tế|Agency]. Về phía [Chile|Country] sẽ có ông [Kham Ly|Person].",
            &[
                "Sở Y tế participatesIn Lễ hội Hoa",
                "Kham Ly participatesIn Lễ hội Hoa",
            ],
        );
    }

    #[test]
    fn a_point_inside_an_abbreviation() {
        expect(
            "participatesIn",
            "Dự [Lễ hội Hoa|Event] có Trưởng Ban Dân vận T.Ư [Trần Văn An|Person] và bà [Phạm Thị Hoa|Person].",
            &[
                "Trần Văn An participatesIn Lễ hội Hoa",
                "Phạm Thị Hoa participatesIn Lễ hội Hoa",
            ],
        );
    }

    #[test]
    fn another_meeting_without_a_name_is_not_the_event_before() {
        expect(
            "participatesIn",
            "[Diễn đàn Xanh|Event] bế mạc. Tham dự buổi làm việc sau đó có ông [Trần Văn An|Person].",
            &[],
        );
    }

    #[test]
    fn the_opening_of_an_event() {
        expect(
            "participatesIn",
            "[Lễ hội Hoa|Event] quy tụ nhiều nghệ nhân. Dự lễ khai mạc có Thứ trưởng [Trần Văn An|Person].",
            &["Trần Văn An participatesIn Lễ hội Hoa"],
        );
    }

    #[test]
    fn members_of_a_delegation_to_an_event() {
        expect(
            "participatesIn",
            "Tham gia Đoàn đại biểu cấp cao [Lào|Country] đi thăm [Chile|Country] và dự [Diễn đàn Xanh|Event] có các đồng chí: [Trần Văn An|Person] - Phó Thủ tướng; [Phạm Thị Hoa|Person] - Giám đốc [Sở Y tế|Agency].",
            &[
                "Lào participatesIn Diễn đàn Xanh",
                "Trần Văn An participatesIn Diễn đàn Xanh",
                "Phạm Thị Hoa participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn what_may_be_is_no_list() {
        expect(
            "participatesIn",
            "Phát biểu tại [Diễn đàn Xanh|Event], cảnh báo có thể làm [Chile|Country] lo ngại.",
            &[],
        );
    }

    #[test]
    fn a_speaker_has_no_list() {
        expect(
            "participatesIn",
            "Về phía [Nhật Bản|Country], ông [Sato Ken|Person] cho biết [Diễn đàn Xanh|Event] có nhiều ý nghĩa.",
            &[],
        );
    }
}
