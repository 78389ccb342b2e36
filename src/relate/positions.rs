//! `holdsPosition`: a person's posts, from titles before the name, behind it, and in what is said of
//! the person.

use super::findings::{Claim, Findings};
use super::grammar::Post;
use super::line::{ItemKind, Line};
use super::story::Story;
use crate::model::{Object, Predicate};

/// Farthest a post may stand behind `là` or `được bổ nhiệm` from the name, in phrases and words.
const REACH: usize = 8;

/// A person whose posts are read.
struct Holder<'s, 'a> {
    line: &'s Line<'a>,
    person: usize,
    /// Line and item, where the article may tell the body of the post.
    place: Option<(usize, usize)>,
    rule: &'static str,
}

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for (index, line) in story.lines.iter().enumerate() {
        for (at, item) in line.items.iter().enumerate() {
            let (ItemKind::Person(_, posts), Some(person)) = (&item.kind, item.entity) else {
                continue;
            };
            let only = posts.iter().filter(|post| !post.rank_only).count() == 1;
            let holder = Holder {
                line,
                person,
                place: only.then_some((index, at)),
                rule: "positions/title",
            };
            for post in posts {
                hold(story, findings, &holder, post);
            }
        }
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

/// States that a person holds a post, in the body the phrase or the article gives.
fn hold(story: &Story<'_>, findings: &mut Findings<'_>, holder: &Holder<'_, '_>, post: &Post) {
    if post.rank_only {
        return;
    }
    let mut claim = |body: usize, rule: &'static str| {
        let claim = Claim {
            subject: holder.person,
            predicate: Predicate::HoldsPosition,
            object: Object::Entity(body),
            evidence: holder.line.evidence(),
            rule,
        };
        findings.add_qualified(claim, Some(post.title.clone()), None);
    };
    let written = story.offices.body_is_written(holder.person, post);
    if !post.implied_body && !post.bodies.is_empty() {
        for &body in &post.bodies {
            claim(body, holder.rule);
        }
    } else if written || post.unknown_body {
        // Said better elsewhere, or of a body without a known name.
    } else if post.implied_body && story.is_vietnamese(holder.person) {
        for &body in &post.bodies {
            claim(body, "positions/implied-body");
        }
    } else if let Some(body) = earlier_body(story, holder, post) {
        claim(body, "positions/earlier-body");
    }
}

/// The body that the article gives the post elsewhere.
fn earlier_body(story: &Story<'_>, holder: &Holder<'_, '_>, post: &Post) -> Option<usize> {
    let body = story
        .offices
        .body_of(story.reading, holder.person, post, holder.place?)?;
    story.may_serve(holder.person, body).then_some(body)
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::read_only;

    #[test]
    fn title_body_and_name() {
        let found = read_only(
            "holdsPosition",
            "Cục trưởng [Cục Báo chí|Agency] [Trần Văn An|Person] cho biết như vậy.",
        );
        assert_eq!(
            found,
            ["Trần Văn An holdsPosition Cục Báo chí (Cục trưởng)"]
        );
    }

    #[test]
    fn post_behind_the_name() {
        let found = read_only(
            "holdsPosition",
            "Ông [Lê Văn Bình|Person], Phó Vụ trưởng [Vụ Châu Âu|Agency], [Bộ Ngoại giao|Agency], trả lời báo chí.",
        );
        assert_eq!(
            found,
            ["Lê Văn Bình holdsPosition Vụ Châu Âu (Phó Vụ trưởng)"]
        );
    }

    #[test]
    fn post_behind_a_dash() {
        let found = read_only(
            "holdsPosition",
            "Bà [Phạm Thị Hoa|Person] - Giám đốc [Sở Du lịch [Đà Nẵng|Province]|Agency] phát biểu.",
        );
        assert_eq!(
            found,
            ["Phạm Thị Hoa holdsPosition Sở Du lịch Đà Nẵng (Giám đốc)"]
        );
    }

    #[test]
    fn name_behind_a_comma() {
        let found = read_only(
            "holdsPosition",
            "Giám đốc [Sở Công Thương [Nghệ An|Province]|Agency], ông [Võ Văn Nam|Person] nói.",
        );
        assert_eq!(
            found,
            ["Võ Văn Nam holdsPosition Sở Công Thương Nghệ An (Giám đốc)"]
        );
    }

    #[test]
    fn several_posts_of_one() {
        let found = read_only(
            "holdsPosition",
            "Ủy viên [Bộ Chính trị|Agency], Bộ trưởng [Bộ Quốc phòng|Agency] [Trần Văn An|Person] đến thăm đơn vị.",
        );
        assert_eq!(
            found,
            [
                "Trần Văn An holdsPosition Bộ Chính trị (Ủy viên)",
                "Trần Văn An holdsPosition Bộ Quốc phòng (Bộ trưởng)"
            ]
        );
    }

    #[test]
    fn ambassadors_hold_office_in_their_state() {
        let found = read_only(
            "holdsPosition",
            "Đại sứ [Việt Nam|Country] tại [Pháp|Country] [Trần Văn An|Person] và Đại sứ [Nhật Bản|Country] tại [Việt Nam|Country] [Sato Ken|Person] trao đổi.",
        );
        assert_eq!(
            found,
            [
                "Trần Văn An holdsPosition Việt Nam (Đại sứ)",
                "Sato Ken holdsPosition Nhật Bản (Đại sứ)"
            ]
        );
    }

    #[test]
    fn a_title_swallows_the_head_noun() {
        let found = read_only(
            "holdsPosition",
            "[Bộ Ngoại giao|Agency] họp báo. Thứ trưởng Ngoại giao [Trần Văn An|Person] chủ trì.",
        );
        assert_eq!(
            found,
            ["Trần Văn An holdsPosition Bộ Ngoại giao (Thứ trưởng)"]
        );
    }

    #[test]
    fn a_foreign_minister_serves_the_other_state() {
        let found = read_only(
            "holdsPosition",
            "[Bộ Ngoại giao|Agency] cho biết Bộ trưởng Ngoại giao [Nhật Bản|Country] [Sato Ken|Person] sẽ đến.",
        );
        assert_eq!(found, ["Sato Ken holdsPosition Nhật Bản (Bộ trưởng)"]);
    }

    #[test]
    fn a_bare_title_takes_the_body_given_before() {
        let found = read_only(
            "holdsPosition",
            "Bộ trưởng [Bộ Y tế|Agency] kiểm tra công tác phòng dịch. Bộ trưởng [Trần Văn An|Person] yêu cầu báo cáo. [Bộ Công an|Agency] phối hợp.",
        );
        assert_eq!(found, ["Trần Văn An holdsPosition Bộ Y tế (Bộ trưởng)"]);
    }

    #[test]
    fn a_bare_title_stays_open_between_two_bodies() {
        let found = read_only(
            "holdsPosition",
            "[Bộ Y tế|Agency] và [Bộ Công an|Agency] họp. Bộ trưởng [Trần Văn An|Person] dự.",
        );
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn the_next_person_keeps_the_post_before_the_name() {
        let found = read_only(
            "holdsPosition",
            "Chủ tịch [Quốc hội|Agency] [Trần Văn An|Person], Bộ trưởng [Bộ Y tế|Agency] [Lê Văn Bình|Person] cùng dự.",
        );
        assert_eq!(
            found,
            [
                "Trần Văn An holdsPosition Quốc hội (Chủ tịch)",
                "Lê Văn Bình holdsPosition Bộ Y tế (Bộ trưởng)"
            ]
        );
    }

    #[test]
    fn appointed() {
        let found = read_only(
            "holdsPosition",
            "Ông [Trần Văn An|Person] được bổ nhiệm giữ chức Giám đốc [Sở Ngoại vụ [Lào Cai|Province]|Agency].",
        );
        assert_eq!(
            found,
            ["Trần Văn An holdsPosition Sở Ngoại vụ Lào Cai (Giám đốc)"]
        );
    }

    #[test]
    fn former_and_acting() {
        let found = read_only(
            "holdsPosition",
            "Nguyên Bộ trưởng [Bộ Tài chính|Agency] [Trần Văn An|Person] và Quyền Vụ trưởng [Vụ Châu Á|Agency] [Lê Văn Bình|Person].",
        );
        assert_eq!(
            found,
            [
                "Trần Văn An holdsPosition Bộ Tài chính (Nguyên Bộ trưởng)",
                "Lê Văn Bình holdsPosition Vụ Châu Á (Quyền Vụ trưởng)"
            ]
        );
    }

    #[test]
    fn leaders_of_territories() {
        let found = read_only(
            "holdsPosition",
            "Chủ tịch tỉnh [Hà Giang|Province] [Trần Văn An|Person] tiếp Thị trưởng thành phố [Lyon|Place] [Jean Petit|Person].",
        );
        assert_eq!(
            found,
            [
                "Trần Văn An holdsPosition Hà Giang (Chủ tịch)",
                "Jean Petit holdsPosition Lyon (Thị trưởng)"
            ]
        );
    }

    #[test]
    fn an_honorific_is_no_post() {
        let found = read_only(
            "holdsPosition",
            "Ông [Trần Văn An|Person] ở [Hà Nội|Province] gặp bà [Phạm Thị Hoa|Person].",
        );
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn post_in_brackets() {
        let found = read_only(
            "holdsPosition",
            "Ông [Trần Văn An|Person] (Giám đốc [Công ty Sao Mai|Agency]) giới thiệu sản phẩm.",
        );
        assert_eq!(
            found,
            ["Trần Văn An holdsPosition Công ty Sao Mai (Giám đốc)"]
        );
    }

    #[test]
    fn a_clause_after_a_titled_person_is_not_about_him() {
        let found = read_only(
            "holdsPosition",
            "Nhớ Tổng tư lệnh [Lê Văn Bình|Person], Chủ tịch [Quốc hội [Lào|Country]|Agency] xúc động.",
        );
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn one_with_authority_of_another() {
        let found = read_only(
            "holdsPosition",
            "[Chính phủ|Agency] họp. Thừa ủy quyền của Thủ tướng, Bộ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] trao quà.",
        );
        assert_eq!(found, ["Trần Văn An holdsPosition Bộ Y tế (Bộ trưởng)"]);
    }

    #[test]
    fn a_body_given_to_another_is_not_taken_over() {
        let found = read_only(
            "holdsPosition",
            "Bộ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] gặp Bộ trưởng [Lê Văn Bình|Person].",
        );
        assert_eq!(found, ["Trần Văn An holdsPosition Bộ Y tế (Bộ trưởng)"]);
    }

    #[test]
    fn a_prime_minister_heads_the_government() {
        let found = read_only(
            "holdsPosition",
            "[Chính phủ|Agency] họp. Thủ tướng [Nguyễn Văn An|Person] chủ trì, có Thủ tướng [Đức|Country] [Karl Braun|Person] dự.",
        );
        assert_eq!(
            found,
            [
                "Nguyễn Văn An holdsPosition Chính phủ (Thủ tướng)",
                "Karl Braun holdsPosition Đức (Thủ tướng)"
            ]
        );
    }

    #[test]
    fn a_foreign_prime_minister_does_not_head_this_government() {
        let found = read_only(
            "holdsPosition",
            "[Chính phủ|Agency] họp. Thủ tướng [Karl Braun|Person] gửi thư.",
        );
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn body_beside_its_owner() {
        let found = read_only(
            "partOf",
            "Ông [Trần Văn An|Person], Ủy viên [Ban Đối ngoại|Agency] [Đảng Lao động|Agency], phát biểu.",
        );
        assert_eq!(found, ["Ban Đối ngoại partOf Đảng Lao động"]);
    }
}
