//! Finds who bears a post behind what the post deals with, and the body of a post that serves another:
//! `Trợ lý Ngoại trưởng [Mỹ] về Trung Đông, ông [A]`, `cố vấn của Tổng thống [Mỹ]`.

use super::grammar::{Grammar, PersonPhrase, Post};
use super::unit::UnitKind;
use crate::model::EntityType;
use crate::ontology::RoleKind;
use crate::text::Case;

/// Longest stretch between a post and its bearer that says what the post deals with.
const LONGEST_TOPIC: usize = 16;
/// Longest run of words between a post and `của` with the post it serves.
const LONGEST_FIELD: usize = 4;

/// Longest short form in brackets behind a body, with both brackets.
const LONGEST_SHORT_FORM: usize = 9;

/// The role of those who lead a state, a party or a body.
const LEADER: &str = "nha-lanh-dao";

impl Grammar<'_> {
    /// `lãnh đạo [Triều Tiên] [A]`, `người đứng đầu [Viện X], ông [A]`: a leader with the name behind the body.
    pub(super) fn leader_at(&self, at: usize) -> Option<(PersonPhrase, usize)> {
        let body_at = self.cue_at("positions.leader", at)?;
        let several = at > 0 && self.is_cue(at - 1, "positions.no-leader");
        let body = self
            .name_of(body_at, EntityType::Country)
            .or_else(|| self.name_of(body_at, EntityType::Agency))
            .filter(|_| !several)?;
        let (owners, behind) = self.owners_at(body_at, true);
        let comma = usize::from(self.is_mark(behind, &[","]));
        let roles = &self.reading.ontology.roles;
        // `gặp lãnh đạo [Hội X], Thủ tướng [A] nói`: behind a post someone else is named.
        let honorific = usize::from(match self.kind(behind + comma) {
            UnitKind::Role(role) => roles[role].kind != RoleKind::Position,
            _ => false,
        });
        let name = behind + comma + honorific;
        let mention = self
            .name_of(name, EntityType::Person)
            .filter(|_| comma <= honorific)?;
        let start = self.units[at].tokens.start;
        let post = Post {
            role: roles.iter().position(|role| role.id == LEADER)?,
            start,
            title: self
                .reading
                .text
                .phrase(start..self.units[body_at - 1].tokens.end),
            full_title: None,
            bodies: vec![self.reading.entity(body)],
            rank_only: false,
            unknown_body: false,
            implied_body: false,
            owners,
        };
        let posts = vec![post];
        Some((PersonPhrase { mention, posts }, name + 1))
    }

    /// `ông A, Bộ trưởng X; Ủy viên Y, Đại sứ Z B`: whether the post that ends at a place behind a semicolon is
    /// that of the next one of a list, whose name stands behind more posts.
    pub(super) fn names_next_one(&self, at: usize) -> bool {
        let mut next = at;
        loop {
            let mark =
                self.is_mark(next, &[",", "-", "–", "—"]) || self.is_cue(next, "positions.besides");
            let begin = next + usize::from(mark);
            if !mark && self.name_of(next, EntityType::Person).is_some() {
                return true;
            }
            match self.post_at(begin) {
                Some((_, after)) if after > next => next = after,
                _ => return false,
            }
        }
    }

    /// Skips `(EuroCham)` behind the name it abbreviates, and the state behind the place or body of a post:
    /// `Thị trưởng [Paris] ([Pháp]), bà [A]`.
    pub(super) fn behind_bracketed(&self, at: usize, mention: usize) -> usize {
        if self.is_mark(at, &["("])
            && let UnitKind::Name(inner) = self.kind(at + 1)
            && self.is_mark(at + 2, &[")"])
        {
            let entity = self.reading.entity(inner);
            let state = self.reading.kind(entity) == EntityType::Country;
            if entity == self.reading.entity(mention) || state && self.bearer_stands_at(at + 3) {
                return at + 3;
            }
        }
        let behind = self.behind_short_form(at);
        behind
            .filter(|&behind| self.bearer_stands_at(behind))
            .unwrap_or(at)
    }

    /// `(KH-ĐT)`: the place behind a short form in brackets that is no name of its own.
    fn behind_short_form(&self, open: usize) -> Option<usize> {
        let end = self.units.len().min(open + LONGEST_SHORT_FORM);
        let close = (open + 2..end).find(|&i| self.is_mark(i, &[")"]))?;
        let short = (open + 1..close).all(|i| match self.kind(i) {
            UnitKind::Word => {
                let token = self.units[i].tokens.start;
                matches!(
                    self.reading.text.tokens[token].case,
                    Case::Upper | Case::Mixed
                )
            }
            _ => self.is_mark(i, &["-", "–", "&"]),
        });
        (self.is_mark(open, &["("]) && short).then_some(close + 1)
    }

    /// `[A]`, `, bà [A]`: the name of who bears a post, behind a comma with an honorific.
    fn bearer_stands_at(&self, at: usize) -> bool {
        let comma = usize::from(self.is_mark(at, &[","]));
        let honorific = usize::from(matches!(self.kind(at + comma), UnitKind::Role(_)));
        let name = at + comma + honorific;
        comma <= honorific && self.name_of(name, EntityType::Person).is_some()
    }

    /// The place of the bearer's name behind what a post deals with.
    pub(super) fn bearer_behind_topic(&self, posts: &[Post], at: usize) -> Option<usize> {
        let post = posts.last()?;
        if post.rank_only || post.implied_body || post.bodies.is_empty() {
            return None;
        }
        let from = self.cue_at("positions.topic", at)?;
        for i in from..self.units.len().min(from + LONGEST_TOPIC) {
            match self.kind(i) {
                UnitKind::Name(_) if self.name_of(i, EntityType::Person).is_some() => {
                    return (i > from && self.ends_topic(i)).then_some(i);
                }
                UnitKind::Name(_) => {}
                UnitKind::Role(role) => {
                    let named = self.name_of(i + 1, EntityType::Person).is_some();
                    let post = self.reading.ontology.roles[role].kind == RoleKind::Position;
                    if post || !named {
                        return None;
                    }
                }
                UnitKind::Mark if self.is_mark(i, &[",", "-", "–"]) => {}
                UnitKind::Word
                    if self.cue_at("positions.topic-end", i).is_none()
                        && self.cue_at("participates.speech", i).is_none() => {}
                _ => return None,
            }
        }
        None
    }

    /// `Tổng giám đốc [Công ty X] hiện là ông [A]`: the place of the bearer's name.
    /// Of several who hold it another rule tells: `hai Phó Giám đốc [Công ty X] là ông [A] và bà [B]`.
    pub(super) fn bearer_behind_is(
        &self,
        first: usize,
        posts: &[Post],
        at: usize,
    ) -> Option<usize> {
        let post = posts.last()?;
        let held = !post.rank_only && !post.implied_body && !post.bodies.is_empty();
        let is = at + usize::from(self.is_cue(at, "positions.now"));
        let several = first.checked_sub(1).is_some_and(|before| {
            let digit = self.units[before].tokens.start;
            let number = self.reading.text.folded(digit);
            self.cue_at("positions.plural", before) == Some(first)
                || number.starts_with(|c: char| c.is_ascii_digit())
        });
        if !held || several || !self.is_word(is, &["là"]) {
            return None;
        }
        let honorific = matches!(self.kind(is + 1), UnitKind::Role(_));
        let name = is + 1 + usize::from(honorific);
        self.name_of(name, EntityType::Person).map(|_| name)
    }

    /// The posts in a bracket behind a name, among other remarks: `(thành viên HĐTD, Tổng giám đốc [X])`.
    pub(super) fn posts_in_bracket(&self, open: usize, close: usize) -> Vec<Post> {
        let mut posts = Vec::new();
        let mut at = open + 1;
        while at < close {
            let begins = at == open + 1 || self.is_mark(at - 1, &[",", ";"]);
            match self
                .posts_at(at)
                .filter(|(_, next)| begins && *next <= close)
            {
                Some((found, next)) => {
                    let held = |post: &Post| !post.rank_only && !post.bodies.is_empty();
                    posts.extend(found.into_iter().filter(held));
                    at = next.max(at + 1);
                }
                None => at += 1,
            }
        }
        posts
    }

    /// Whether a name is that of the bearer: what a post deals with does not end in a preposition.
    fn ends_topic(&self, name: usize) -> bool {
        let honorific = usize::from(matches!(self.kind(name - 1), UnitKind::Role(_)));
        !self.is_word(name - 1 - honorific, &["với", "cho", "và", "về", "từ"])
    }

    /// The bodies of the post that one serves, and the place behind it: `của Tổng thống [Mỹ]`; of who holds
    /// that post the phrase says nothing.
    pub(super) fn post_served_at(&self, at: usize) -> Option<(Vec<usize>, usize)> {
        let of = (at..self.units.len().min(at + 1 + LONGEST_FIELD))
            .take_while(|&i| {
                self.kind(i) == UnitKind::Word && self.cue_at("positions.topic", i).is_none()
            })
            .find(|&i| self.is_word(i, &["của"]))?;
        let (served, next) = self.post_at(of + 1)?;
        if served.rank_only || served.implied_body || served.bodies.is_empty() {
            return None;
        }
        let holder = self.name_of(next, EntityType::Person).is_some();
        if self.is_apposed_role(at.checked_sub(1)?) {
            return Some((served.bodies, if holder { of } else { next }));
        }
        // `trợ lý của Tổng thống [Mỹ] nói`: nobody is named; `… của Tổng thống [Mỹ] [A]`: either.
        let behind_mark = self.is_mark(next, &[",", "-", "–"])
            && matches!(self.kind(next + 1), UnitKind::Role(_));
        let named = behind_mark || self.cue_at("positions.topic", next).is_some();
        (named && !holder).then_some((served.bodies, next))
    }

    /// Whether a post in a foreign body or state stands before one at home: `Chủ tịch [Thượng viện Haiti],
    /// Chủ tịch [Quốc hội] [A]`, `Tổng thống [Mỹ], Thủ tướng [A]`.
    pub(super) fn of_two_states(&self, one: &Post, other: &Post) -> bool {
        let body = |post: &Post| post.bodies.first().copied();
        let Some(first) = body(one).filter(|_| !one.implied_body) else {
            return false;
        };
        let heads_government = self.cues.at("positions.government", other.start).is_some();
        match self.reading.kind(first) {
            EntityType::Country => {
                let role = &self.reading.ontology.roles[one.role];
                role.rank == 1
                    && heads_government
                    && (other.implied_body || other.bodies.is_empty())
            }
            EntityType::Agency => {
                let second =
                    body(other).filter(|&second| self.reading.kind(second) == EntityType::Agency);
                let parts = |second: usize| second != first && self.foreign_state(second).is_none();
                let alike = self.reading.ontology.roles[one.role].rank
                    == self.reading.ontology.roles[other.role].rank;
                alike && self.foreign_state(first).is_some() && second.is_some_and(parts)
            }
            _ => false,
        }
    }

    /// The state other than Viet Nam that a body's name names.
    fn foreign_state(&self, body: usize) -> Option<usize> {
        let name = self.reading.entities[body].name.as_str();
        self.reading.entities.iter().position(|state| {
            state.kind == EntityType::Country
                && state.code.as_deref() != Some("VN")
                && name.contains(state.name.as_str())
        })
    }

    /// Whether a role stands behind a mark behind a person's name: `[A], cố vấn`, `[A] (51 tuổi) – một cố vấn`.
    pub(super) fn is_apposed_role(&self, role: usize) -> bool {
        let one = usize::from(role > 0 && self.is_word(role - 1, &["một"]));
        let Some(mark) = role.checked_sub(1 + one) else {
            return false;
        };
        let open = (0..mark)
            .rev()
            .take(LONGEST_TOPIC)
            .find(|&i| self.is_mark(i, &["("]))
            .filter(|_| mark > 0 && self.is_mark(mark - 1, &[")"]))
            .unwrap_or(mark);
        let name = open.checked_sub(1);
        self.is_mark(mark, &[",", "-", "–", "—", "("])
            && name.is_some_and(|name| self.name_of(name, EntityType::Person).is_some())
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn what_a_post_deals_with() {
        expect(
            "holdsPosition",
            "Trợ lý Ngoại trưởng [Mỹ|Country] về các vấn đề [Trung Đông|Place], ông [John Stone|Person], và Đại diện cấp cao [Liên minh Gỗ|Agency] phụ trách đối ngoại và an ninh [Ana Rojas|Person] đã đến.",
            &[
                "John Stone holdsPosition Mỹ (Trợ lý Ngoại trưởng)",
                "Ana Rojas holdsPosition Liên minh Gỗ (Đại diện cấp cao)",
            ],
        );
        expect(
            "holdsPosition",
            "Ngoại trưởng [Mỹ|Country] về nước gặp ông [John Stone|Person]. Ngoại trưởng [Lào|Country] nói về việc thả ông [Sato Ken|Person].",
            &[],
        );
    }

    #[test]
    fn who_serves_the_holder_of_a_post() {
        expect(
            "holdsPosition",
            "Bà [Ana Rojas|Person], cố vấn cấp cao của Tổng thống [Chile|Country] [Juan Soto|Person], đã nói vậy. Người phát ngôn của Tổng thư ký [Hội Gỗ|Agency], ông [Sato Ken|Person] im lặng.",
            &[
                "Ana Rojas holdsPosition Chile (cố vấn cấp cao)",
                "Juan Soto holdsPosition Chile (Tổng thống)",
                "Sato Ken holdsPosition Hội Gỗ (Người phát ngôn)",
            ],
        );
    }

    #[test]
    fn who_the_bearer_is() {
        expect(
            "holdsPosition",
            "Giám đốc [Sở Y tế|Agency] hiện là ông [Trần Văn An|Person]; Giám đốc [Sở Du lịch|Agency] là người giỏi, ông [Lê Bình|Person] nói.",
            &["Trần Văn An holdsPosition Sở Y tế (Giám đốc)"],
        );
    }

    #[test]
    fn posts_among_remarks_in_brackets() {
        expect(
            "holdsPosition",
            "Ông [Trần Văn An|Person] (nhà báo lão thành, nguyên Giám đốc [Sở Y tế|Agency]) và ông [Lê Bình|Person] (bạn của Giám đốc [Sở Du lịch|Agency]) cùng đi.",
            &["Trần Văn An holdsPosition Sở Y tế (nguyên Giám đốc)"],
        );
    }

    #[test]
    fn posts_of_two_states_are_two_peoples() {
        expect(
            "holdsPosition",
            "Đồng ý với Chủ tịch [Thượng viện [Haiti|Country]|Agency], Chủ tịch [Quốc hội|Agency] [Phạm Thị Hoa|Person] cảm ơn. Nghe tin về Tổng thống [Chile|Country], Thủ tướng [Trần Văn An|Person] gửi thư.",
            &["Phạm Thị Hoa holdsPosition Quốc hội (Chủ tịch)"],
        );
    }

    #[test]
    fn who_leads_a_state_or_a_body() {
        expect(
            "holdsPosition",
            "Tin nói về lãnh đạo [Chile|Country] [Juan Soto|Person] và người đứng đầu [Hội Gỗ|Agency], ông [Sato Ken|Person].",
            &[
                "Juan Soto holdsPosition Chile (lãnh đạo)",
                "Sato Ken holdsPosition Hội Gỗ (người đứng đầu)",
            ],
        );
        expect(
            "holdsPosition",
            "Các lãnh đạo [Chile|Country] [Juan Soto|Person] đã gặp; lãnh đạo [Hội Gỗ|Agency], [Sato Ken|Person] đều vắng. Tiếp lãnh đạo [Hội Gỗ|Agency], Chủ tịch [Trần Văn An|Person] vui mừng.",
            &[],
        );
    }
}
