//! `holdsPosition` of one who holds the same post in another state: `Ngoại trưởng Mỹ A và người đồng cấp
//! Nga B`.

use super::findings::{Claim, Findings};
use super::grammar::Post;
use super::line::{ItemKind, Line};
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        for cue in line.cue("positions.counterpart") {
            if let Some((state, person)) = named_behind(line, cue.end)
                && let Some(post) = post_before(line, cue.start)
            {
                let claim = Claim {
                    subject: person,
                    predicate: Predicate::HoldsPosition,
                    object: Object::Entity(state),
                    evidence: line.evidence(),
                    rule: "positions/counterpart",
                };
                let title = post.full_title.as_ref().unwrap_or(&post.title);
                findings.add_qualified(claim, Some(title.clone()), None);
            }
        }
    }
}

/// The state and the person behind `người đồng cấp`: `[Nga] [B]`, `phía [Nga], ông [B]`.
fn named_behind(line: &Line<'_>, at: usize) -> Option<(usize, usize)> {
    let at = line.cue_at("positions.link", at).unwrap_or(at);
    let state = line
        .entity(at)
        .filter(|_| line.kind(at) == Some(EntityType::Country))?;
    let next = at + 1 + usize::from(line.is(at + 1, &[",", "-", "–"]));
    let item = line.items.get(next)?;
    let bare =
        matches!(&item.kind, ItemKind::Person(_, posts) if posts.iter().all(|p| p.rank_only));
    Some((state, item.entity.filter(|_| bare)?))
}

/// The post of the person named last before a place, else of an office without a name.
fn post_before<'l>(line: &'l Line<'_>, at: usize) -> Option<&'l Post> {
    let last = |person: bool| {
        line.items[..at]
            .iter()
            .rev()
            .find_map(|item| match &item.kind {
                ItemKind::Person(_, posts) if person => posts.iter().rev().find(|p| !p.rank_only),
                ItemKind::Office(posts) if !person => posts.iter().rev().find(|p| !p.rank_only),
                _ => None,
            })
    };
    last(true).or_else(|| last(false))
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn the_same_post_in_another_state() {
        expect(
            "holdsPosition",
            "Thủ tướng [Lào|Country] [Kham Ly|Person] cùng người đồng cấp [Nhật Bản|Country] [Sato Ken|Person] chứng kiến lễ ký.",
            &[
                "Kham Ly holdsPosition Lào (Thủ tướng)",
                "Sato Ken holdsPosition Nhật Bản (Thủ tướng)",
            ],
        );
    }

    #[test]
    fn a_counterpart_of_nobody_named_with_a_post() {
        expect(
            "holdsPosition",
            "Ông [Kham Ly|Person] và người đồng cấp [Nhật Bản|Country] [Sato Ken|Person] chứng kiến lễ ký.",
            &[],
        );
    }
}
