//! Reads what stands beside a person's name and tells the posts: behind a comma, a dash, in brackets.

use super::grammar::{Grammar, Post};
use super::unit::UnitKind;
use crate::model::EntityType;
use crate::ontology::RoleBody;

/// Longest remark in brackets that may stand between a name and its post.
const LONGEST_REMARK: usize = 8;

impl Grammar<'_> {
    /// Posts in brackets, or behind a comma or dash, that belong to the person before them.
    pub(super) fn apposition_at(&self, at: usize, before: &[Post]) -> Option<(Vec<Post>, usize)> {
        if self.is_mark(at, &["("]) {
            let close = (at + 1..self.units.len().min(at + 2 + 3 * LONGEST_REMARK))
                .find(|&i| self.is_mark(i, &[")"]))?;
            if let Some((posts, next)) = self.posts_at(at + 1)
                && next == close
                && !posts.iter().all(|p| p.rank_only)
            {
                return Some((posts, close + 1));
            }
            let posts = self.posts_in_bracket(at, close);
            let people = (at + 1..close).any(|i| self.name_of(i, EntityType::Person).is_some());
            if !posts.is_empty() && !people {
                return Some((posts, close + 1));
            }
            let born = (at + 1..close).any(|i| self.is_cue(i, "dates.birth"));
            // `Lu Kang (Lục Khảng)`: another name.
            let other_name = close == at + 2;
            let remark = (at + 1..close).all(|i| match self.units[i].kind {
                UnitKind::Word | UnitKind::Mark | UnitKind::Role(_) | UnitKind::Date(_) => true,
                UnitKind::Name(_) => {
                    (born || other_name) && self.name_of(i, EntityType::Person).is_some()
                }
            });
            return (remark && close - at <= LONGEST_REMARK).then(|| (Vec::new(), close + 1));
        }
        if !self.is_mark(at, &[",", "-", "–", "—"]) {
            return None;
        }
        // `[A], một chuyên gia của [X]`
        let one = usize::from(self.is_word(at + 1, &["một"]));
        let (mut posts, next) = self.posts_at(at + 1 + one)?;
        let next = self.body_behind_comma(next, &mut posts).unwrap_or(next);
        // Behind a comma the next one of a list may begin, or the next clause: `Bộ trưởng A, Thứ trưởng …`.
        let has_post = before
            .iter()
            .any(|p| !p.rank_only && !self.is_membership(p));
        let has_body = before.iter().any(|p| !p.bodies.is_empty());
        let closed = next >= self.units.len() || self.kind(next) == UnitKind::Mark;
        let doubtful = has_post && self.is_mark(at, &[","]) && (has_body || !closed);
        if posts[0].rank_only || doubtful {
            return None;
        }
        if self.name_of(next, EntityType::Person).is_some() {
            // `A - Đại sứ X, Chủ tịch Y B`: behind a dash the first post is A's.
            if !self.is_mark(at, &[","]) {
                let (first, behind) = self.post_at(at + 1)?;
                let own = behind < next && self.is_mark(behind, &[","]) && !first.rank_only;
                return own.then(|| (vec![first], behind));
            }
            // `A, Giám đốc Sở X, ông B`: the post is A's unless A already has one.
            let honorific = posts.len() > 1 && posts[posts.len() - 1].rank_only;
            if has_post || !honorific {
                return None;
            }
            let last = posts.pop()?;
            let next = self.find_back(next, &last)?;
            return Some((posts, next));
        }
        Some((posts, next))
    }

    /// Whether a post is that of one among many, beside which a member holds others.
    fn is_membership(&self, post: &Post) -> bool {
        let member = self.cues.at("positions.member", post.start);
        let role = &self.reading.ontology.roles[post.role];
        member.is_some() && (post.bodies.is_empty() || matches!(role.body, RoleBody::Entry(_)))
    }

    /// The place of the comma before the honorific that ends a list of posts.
    fn find_back(&self, next: usize, _honorific: &Post) -> Option<usize> {
        (next.saturating_sub(4)..next)
            .rev()
            .find(|&i| self.is_mark(i, &[",", "-", "–", "—"]))
    }

    /// `Quốc vương [Salman] của [Saudi Arabia]`: the body of the post before a name that stands behind it.
    pub(super) fn body_behind_name(&self, at: usize, posts: &mut [Post]) -> usize {
        if let Some(next) = self.employer_behind_name(at, posts) {
            return next;
        }
        if !self.is_word(at, &["của"]) {
            return at;
        }
        let next = self.behind_link(at + 1);
        let roles = &self.reading.ontology.roles;
        let Some(post) = posts.last_mut().filter(|post| {
            let open = post.bodies.is_empty() || post.implied_body;
            open && !post.rank_only && !post.unknown_body
        }) else {
            return at;
        };
        let kind = match roles[post.role].body {
            RoleBody::Country | RoleBody::Entry(_) => EntityType::Country,
            _ => EntityType::Agency,
        };
        let Some(mention) = self.name_of(next, kind) else {
            return at;
        };
        post.bodies = vec![self.reading.entity(mention)];
        post.implied_body = false;
        next + 1
    }

    /// The body behind the last of some posts that stands behind a comma of its own, with which the
    /// phrase ends: `[A], Bí thư thứ nhất, [Đại sứ quán X];`.
    fn body_behind_comma(&self, at: usize, posts: &mut [Post]) -> Option<usize> {
        let roles = &self.reading.ontology.roles;
        let post = posts.last_mut()?;
        let open = post.bodies.is_empty() && !post.rank_only && !post.unknown_body;
        let body = self.name_of(at + 1, EntityType::Agency)?;
        let (owners, next) = self.owners_at(at + 1, true);
        let closed = next >= self.units.len() || self.kind(next) == UnitKind::Mark;
        if !open
            || !closed
            || roles[post.role].body != RoleBody::Agency
            || !self.is_mark(at, &[","])
        {
            return None;
        }
        post.bodies.push(self.reading.entity(body));
        post.owners = owners;
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn a_year_of_birth_between_name_and_post() {
        expect(
            "holdsPosition",
            "Ông [Trần Văn An|Person] (sinh {năm 1975=1975}), Giám đốc [Sở Y tế|Agency].",
            &["Trần Văn An holdsPosition Sở Y tế (Giám đốc)"],
        );
    }

    #[test]
    fn two_posts_with_a_sign_between() {
        expect(
            "holdsPosition",
            "Ông [Trần Văn An|Person], Chủ tịch HĐQT & Tổng giám đốc [Công ty Sao Mai|Agency], đến dự.",
            &["Trần Văn An holdsPosition Công ty Sao Mai (Tổng giám đốc)"],
        );
    }

    #[test]
    fn the_state_behind_the_name() {
        expect(
            "holdsPosition",
            "Quốc vương [Karl|Person] của [Chile|Country] và Giám đốc [Lê Văn Bình|Person] của [Công ty Sao Mai|Agency] đến dự.",
            &[
                "Karl holdsPosition Chile (Quốc vương)",
                "Lê Văn Bình holdsPosition Công ty Sao Mai (Giám đốc)",
            ],
        );
    }

    #[test]
    fn the_body_behind_a_comma() {
        expect(
            "holdsPosition",
            "Dự lễ có ông [Sato Ken|Person], Bí thư thứ nhất, [Đại sứ quán Nhật Bản|Agency].",
            &["Sato Ken holdsPosition Đại sứ quán Nhật Bản (Bí thư thứ nhất)"],
        );
        expect(
            "holdsPosition",
            "Theo ông [Sato Ken|Person], Chủ tịch, [Bộ Y tế|Agency] sẽ trả lời.",
            &[],
        );
    }

    #[test]
    fn another_name_and_the_year_of_birth() {
        expect(
            "holdsPosition",
            "Ông [Trần Văn An|Person] ([Văn An|Person=Trần Văn An] - sinh {năm 1975=1975}), Giám đốc [Sở Y tế|Agency].",
            &["Trần Văn An holdsPosition Sở Y tế (Giám đốc)"],
        );
    }

    #[test]
    fn the_holder_of_that_time() {
        expect(
            "holdsPosition",
            "Tổng thống [Chile|Country] khi đó là [Juan Soto|Person] và Ngoại trưởng [Peru|Country] lúc đó, [Ana Rojas|Person], phản đối.",
            &[
                "Juan Soto holdsPosition Chile (Tổng thống)",
                "Ana Rojas holdsPosition Peru (Ngoại trưởng)",
            ],
        );
    }

    #[test]
    fn a_member_holds_other_posts() {
        expect(
            "holdsPosition",
            "Đoàn gặp Hạ nghị sĩ [Sato Ken|Person], Chủ tịch [Ủy ban An ninh|Agency] và bạn bè.",
            &["Sato Ken holdsPosition Ủy ban An ninh (Chủ tịch)"],
        );
        expect(
            "holdsPosition",
            "Đoàn gặp Bộ trưởng [Sato Ken|Person], Chủ tịch [Ủy ban An ninh|Agency] và bạn bè.",
            &[],
        );
    }
}
