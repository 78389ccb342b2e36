//! Joins the pieces of a sentence into noun phrases: a person with posts, a post with its body, an
//! agency with the body it belongs to.

use super::Reading;
use super::cues::Cues;
use super::story::NameIndex;
use super::unit::{Unit, UnitKind};
use crate::model::EntityType;
use crate::ontology::{Kinds, RoleBody, RoleIndex, RoleKind};

/// A post as one phrase names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Post {
    pub(super) role: RoleIndex,
    /// The token it begins with.
    pub(super) start: usize,
    /// The role alone, as written.
    pub(super) title: String,
    /// The role with the field that follows it, as written: `Bộ trưởng Ngoại giao`.
    pub(super) full_title: Option<String>,
    /// The bodies or territories the phrase gives.
    pub(super) bodies: Vec<usize>,
    /// An honorific, a rank or a profession.
    pub(super) rank_only: bool,
    /// Whether words of a body followed the role that no known name explains.
    pub(super) unknown_body: bool,
    /// Whether the body is not written but follows from the role (`Thủ tướng`).
    pub(super) implied_body: bool,
    /// Pairs of agencies of which the first belongs to the second.
    pub(super) owners: Vec<(usize, usize)>,
}

/// A person as one phrase names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PersonPhrase {
    pub(super) mention: usize,
    pub(super) posts: Vec<Post>,
}

/// An agency or other name with the bodies above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamePhrase {
    pub(super) mention: usize,
    pub(super) owners: Vec<(usize, usize)>,
}

/// Reads phrases from the pieces of one sentence. Every `…_at` takes the place to read from and gives
/// what stands there with the place behind it.
pub(super) struct Grammar<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) cues: &'a Cues,
    pub(super) names: &'a NameIndex,
    pub(super) units: &'a [Unit],
}

impl Grammar<'_> {
    /// Whether nothing begins at a place that other pieces could join: neither a name nor a role.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        let unit = &self.units[at];
        !matches!(unit.kind, UnitKind::Name(_) | UnitKind::Role(_))
            && self
                .cues
                .at("positions.leader", unit.tokens.start)
                .is_none()
            && !self
                .reading
                .matches
                .may_begin(Kinds::ROLE, unit.tokens.start)
    }

    /// A person, with the posts before and behind the name.
    pub(super) fn person_at(&self, at: usize) -> Option<(PersonPhrase, usize)> {
        if let Some(leader) = self.leader_at(at) {
            return Some(leader);
        }
        let (mut posts, mut next) = self.posts_at(at).unwrap_or((Vec::new(), at));
        next = self.behind_then(&posts, next);
        if self.names_bearer(at, &posts, next) {
            next += 1;
        }
        let is = self.bearer_behind_is(at, &posts, next);
        next = is.unwrap_or(next);
        next = self.bearer_behind_topic(&posts, next).unwrap_or(next);
        next = self.named_behind_field(&posts, next).unwrap_or(next);
        let mention = self.name_of(next, EntityType::Person)?;
        let mut next = self.body_behind_name(next + 1, &mut posts);
        // `Chủ tịch [Hội X] là bà [A], Giám đốc [Sở Y]`: what she is besides.
        let first = if is.is_some() { posts.len() } else { 0 };
        while let Some((behind, after)) = self.apposition_at(next, &posts[first..]) {
            posts.extend(behind);
            next = after;
        }
        Some((PersonPhrase { mention, posts }, next))
    }

    /// Skips `lúc đó` and `khi đó là` between a post and its bearer, behind which a comma may stand.
    fn behind_then(&self, posts: &[Post], at: usize) -> usize {
        let held = posts.last().is_some_and(|post| !post.rank_only);
        let Some(behind) = self.cue_at("positions.at-that-time", at).filter(|_| held) else {
            return at;
        };
        let joint = self.is_mark(behind, &[","]) || self.is_word(behind, &["là"]);
        let next = behind + usize::from(joint);
        if self.name_of(next, EntityType::Person).is_some() {
            return next;
        }
        at
    }

    /// One post or several of one holder.
    pub(super) fn posts_at(&self, at: usize) -> Option<(Vec<Post>, usize)> {
        let (post, mut next) = self.post_at(at)?;
        let mut posts = vec![post];
        loop {
            let joined = if self.is_mark(next, &[",", "-", "–", "—", ";", "&", "/"])
                || self.is_cue(next, "positions.besides")
            {
                self.post_at(next + 1)
            } else {
                self.post_at(next)
            };
            let Some((post, after)) = joined else { break };
            let next_one = self.is_mark(next, &[";"]) && self.names_next_one(after);
            let two = next_one || posts.iter().any(|other| self.of_two_people(other, &post));
            if two || self.is_stand_in(at) || self.is_stand_in(next + 1) {
                break;
            }
            posts.push(post);
            next = after;
        }
        Some((posts, next))
    }

    /// Whether a word for anyone who stands for a body is at a place: `đại diện [Bộ Y tế]`.
    fn is_stand_in(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            self.cues
                .at("positions.stand-in", unit.tokens.start)
                .is_some_and(|word| word == unit.tokens)
        })
    }

    /// Whether two posts in a row are two people's: held in two states, or the head of a state or
    /// government before someone of lower rank.
    fn of_two_people(&self, one: &Post, other: &Post) -> bool {
        let state = |post: &Post| {
            post.bodies.iter().copied().find(|&body| {
                matches!(
                    self.reading.kind(body),
                    EntityType::Country | EntityType::Place
                )
            })
        };
        let roles = &self.reading.ontology.roles;
        let (first, second) = (&roles[one.role], &roles[other.role]);
        let states = match (state(one), state(other)) {
            (Some(one), Some(other)) => one != other,
            (Some(_), None) => {
                let elsewhere = other.bodies.iter().any(|&body| {
                    !other.implied_body && self.reading.kind(body) == EntityType::Agency
                });
                !one.implied_body
                    && (second.body == RoleBody::Country
                        || first.body == RoleBody::Country && elsewhere)
            }
            _ => false,
        };
        let of_two = states || self.of_two_states(one, other);
        let (one, other) = (first.rank, second.rank);
        of_two || one == 1 && other > 1 || other == 1 && !(1..=2).contains(&one)
    }

    /// A role with its body: `Quyền Cục trưởng Cục X`, `Thứ trưởng Thường trực Bộ Y`.
    pub(super) fn post_at(&self, at: usize) -> Option<(Post, usize)> {
        let mut role_at = at;
        let mut title_at = at;
        while self.role_kind(role_at) == Some(RoleKind::Prefix) {
            role_at += 1;
            if self.is_remark(role_at - 1) || self.ends_compound(role_at - 1) {
                title_at = role_at;
            }
        }
        let UnitKind::Role(role) = self.kind(role_at) else {
            return (at..=role_at).find_map(|first| self.post_in_name_at(first, title_at));
        };
        let kind = self.reading.ontology.roles[role].kind;
        // `Thường trực [Ban Bí thư]`
        if kind == RoleKind::Suffix {
            return self.post_in_name_at(role_at, title_at);
        }
        // `Đại biểu [Quốc hội]`
        if kind != RoleKind::Position
            && !self.is_of_group(role_at)
            && let Some(post) = self.post_in_name_at(role_at, title_at)
        {
            return Some(post);
        }
        let mut next = role_at + 1;
        while self.role_kind(next) == Some(RoleKind::Suffix) {
            next += 1;
        }
        if let Some(field) = self.cue_at("positions.field", next)
            && self.name_of(field, EntityType::Agency).is_some()
        {
            next = field;
        }
        let start = self.units[title_at].tokens.start;
        let mut post = Post {
            role,
            start,
            title: self.reading.text.phrase(start..self.title_end(next)),
            full_title: None,
            bodies: Vec::new(),
            rank_only: kind != RoleKind::Position,
            unknown_body: false,
            implied_body: false,
            owners: Vec::new(),
        };
        if !post.rank_only {
            next = self.body_at(next, &mut post);
        } else if let Some(behind) = self.employer_at(next, &mut post) {
            next = behind;
        }
        Some((post, next))
    }

    /// Where a title ends that ends before `next`: `Chủ tịch tỉnh [Hà Giang]` is `Chủ tịch`.
    fn title_end(&self, next: usize) -> usize {
        let end = self.units[next - 1].tokens.end;
        if self.body_name(next).is_none() {
            return end;
        }
        (end.saturating_sub(2)..end)
            .find(|&token| {
                self.cues
                    .at("positions.territory", token)
                    .is_some_and(|noun| noun.end == end)
            })
            .unwrap_or(end)
    }

    /// Whether a prefix says something of the person, not of the post: `cố`, `tân`, `nữ`.
    fn is_remark(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            self.cues
                .at("positions.remark", unit.tokens.start)
                .is_some()
        })
    }

    /// Whether what looks like a prefix ends a word: `quyền` in `chính quyền Tổng thống X`.
    fn ends_compound(&self, at: usize) -> bool {
        let token = self.units[at].tokens.start;
        let before = token.checked_sub(1);
        before.is_some_and(|before| {
            let word = self.cues.at("positions.authority", before);
            word.is_some_and(|word| word.end == token + 1)
        })
    }

    fn role_kind(&self, at: usize) -> Option<RoleKind> {
        match self.kind(at) {
            UnitKind::Role(role) => Some(self.reading.ontology.roles[role].kind),
            _ => None,
        }
    }

    /// An agency or another name, with the bodies above it and its acronym in brackets.
    pub(super) fn name_at(&self, at: usize) -> Option<(NamePhrase, usize)> {
        let UnitKind::Name(mention) = self.units.get(at)?.kind else {
            return None;
        };
        if self.reading.kind(self.reading.entity(mention)) == EntityType::Agency {
            let (owners, next) = self.owners_at(at, false);
            return Some((NamePhrase { mention, owners }, next));
        }
        let next = self.behind_bracketed(at + 1, mention);
        let owners = Vec::new();
        Some((NamePhrase { mention, owners }, next))
    }

    /// The chain of bodies above the agency at `at`: `Cục X - Bộ Y`, `Cục X của Bộ Y`; behind a title
    /// also `Cục X, Bộ Y`.
    pub(super) fn owners_at(&self, at: usize, in_post: bool) -> (Vec<(usize, usize)>, usize) {
        let mut owners = Vec::new();
        let mut part_at = at;
        let UnitKind::Name(mut part) = self.kind(part_at) else {
            return (owners, at + 1);
        };
        let mut next = self.behind_bracketed(at + 1, part);
        loop {
            let Some((whole_at, whole)) = self.owner_at(next, part_at, in_post) else {
                return (owners, next);
            };
            owners.push((self.reading.entity(part), self.reading.entity(whole)));
            part = whole;
            part_at = whole_at;
            let bracket = usize::from(self.is_mark(whole_at - 1, &["("]));
            next = self.behind_bracketed(whole_at + 1 + bracket, whole);
        }
    }

    /// The agency that the one before owns up to.
    fn owner_at(&self, at: usize, part_at: usize, in_post: bool) -> Option<(usize, usize)> {
        let part = self.name_of(part_at, EntityType::Agency)?;
        let owned = self.is_word(at, &["của"]) && self.names.has_level(self.reading, part);
        let strong = owned || self.cue_at("part-of.under", at).is_some();
        let dash = self.is_mark(at, &["-", "–", "—"]);
        let comma = in_post && self.is_mark(at, &[","]);
        // `Bộ Chính trị [Đảng …]`, `Cục Đối ngoại [Bộ …]`
        let beside = self.name_of(at, EntityType::Agency).is_some();
        // `Trung tâm X tại [Đại học Y]`
        let seated = self.is_word(at, &["tại", "ở"]);
        // `Cục X ([Bộ Y])`
        let bracket = self.is_mark(at, &["("]) && self.is_mark(at + 2, &[")"]);
        if !(strong || dash || comma || beside || seated || bracket) {
            return None;
        }
        let joint = if beside { at } else { at + 1 };
        let whole_at = self.cue_at("part-of.under", at).unwrap_or(joint);
        let whole = self.name_of(whole_at, EntityType::Agency)?;
        if self.reading.entity(whole) == self.reading.entity(part) {
            return None;
        }
        let fits = strong || beside && in_post || self.names.may_belong(self.reading, part, whole);
        fits.then_some((whole_at, whole))
    }

    pub(super) fn kind(&self, at: usize) -> UnitKind {
        self.units.get(at).map_or(UnitKind::Mark, |u| u.kind)
    }

    /// The mention at a place, if it names a thing of this type.
    pub(super) fn name_of(&self, at: usize, kind: EntityType) -> Option<usize> {
        match self.kind(at) {
            UnitKind::Name(mention) if self.reading.kind(self.reading.entity(mention)) == kind => {
                Some(mention)
            }
            _ => None,
        }
    }

    /// The mention at a place, if a post can be held in it.
    pub(super) fn body_name(&self, at: usize) -> Option<usize> {
        [
            EntityType::Agency,
            EntityType::Country,
            EntityType::Province,
            EntityType::Place,
        ]
        .into_iter()
        .find_map(|kind| self.name_of(at, kind))
    }

    fn word(&self, at: usize) -> Option<&str> {
        let unit = self.units.get(at)?;
        matches!(unit.kind, UnitKind::Word | UnitKind::Mark)
            .then(|| self.reading.text.folded(unit.tokens.start))
    }

    pub(super) fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.word(at).is_some_and(|word| words.contains(&word))
    }

    /// The place behind the noun before a body's name, where one stands there: `tỉnh` in `tại tỉnh [A]`.
    pub(super) fn behind_link(&self, at: usize) -> usize {
        self.cue_at("positions.link", at).unwrap_or(at)
    }

    /// Whether the word or mark at a place is of a cue list, or begins a phrase of it.
    pub(super) fn is_cue(&self, at: usize, list: &'static str) -> bool {
        self.units.get(at).is_some_and(|unit| {
            matches!(unit.kind, UnitKind::Word | UnitKind::Mark)
                && self.cues.is_cue(list, self.reading.text, unit.tokens.start)
        })
    }

    pub(super) fn is_mark(&self, at: usize, marks: &[&str]) -> bool {
        self.kind(at) == UnitKind::Mark && self.is_word(at, marks)
    }

    /// Where a phrase of a cue list that begins at a place ends; only over plain words.
    pub(super) fn cue_at(&self, list: &'static str, at: usize) -> Option<usize> {
        let range = self.cues.at(list, self.units.get(at)?.tokens.start)?;
        let end = self.units[at..]
            .iter()
            .position(|u| u.tokens.end >= range.end)
            .map(|offset| at + offset + 1)?;
        let plain = self.units[at..end]
            .iter()
            .all(|u| !matches!(u.kind, UnitKind::Name(_) | UnitKind::Date(_)));
        (plain && self.units[end - 1].tokens.end == range.end).then_some(end)
    }
}
