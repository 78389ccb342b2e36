//! Reads the body a post is held in: a name behind the title, or words whose head noun the title
//! swallows (`Bộ trưởng Ngoại giao`).

use super::grammar::{Grammar, Post};
use super::unit::UnitKind;
use crate::model::EntityType;
use crate::ontology::{Kinds, RoleBody, RoleKind, Target};
use crate::text::{Case, TokenRange};

/// Longest run of unknown words read as the body of a post (`Bộ trưởng Lao động, Thương binh và Xã hội`).
const LONGEST_BODY: usize = 9;
impl Grammar<'_> {
    /// Whether a comma or dash stands between posts and their bearer: `Chủ tịch [UEFA], [A] nói`. The
    /// name has no posts of its own, and the post opens its clause.
    pub(super) fn names_bearer(&self, at: usize, posts: &[Post], mark: usize) -> bool {
        let dash = self.is_mark(mark, &["-", "–", "—"]);
        let held = posts
            .last()
            .is_some_and(|post| !post.rank_only && !post.implied_body && !post.bodies.is_empty());
        let opens =
            at == 0 || self.kind(at - 1) == UnitKind::Mark || self.is_word(at - 1, &["theo", "do"]);
        let person = self.name_of(mark + 1, EntityType::Person).is_some();
        if !held || !person || !(dash || self.is_mark(mark, &[","]) && opens) {
            return false;
        }
        // `…, A - Giám đốc X, B - Giám đốc Y`: in a list each has a post behind the name.
        let behind = mark + 2;
        let own =
            self.is_mark(behind, &[",", "-", "–", "—", "("]) && self.posts_at(behind + 1).is_some();
        !own
    }

    /// A post whose title ends within the name of its body: `Trưởng [Ban Kinh tế Trung ương]`.
    pub(super) fn post_in_name_at(&self, at: usize) -> Option<(Post, usize)> {
        let start = self.units.get(at)?.tokens.start;
        if !self.reading.matches.may_begin(Kinds::ROLE, start) {
            return None;
        }
        let body_at = (at + 1..self.units.len().min(at + 4))
            .take_while(|&i| !matches!(self.kind(i - 1), UnitKind::Name(_) | UnitKind::Mark))
            .find(|&i| self.name_of(i, EntityType::Agency).is_some())?;
        let body = self.units[body_at].tokens.clone();
        let matches = self.reading.matches.at(start).iter();
        let (role, end) = matches
            .filter(|m| m.tokens.end > body.start && m.tokens.end < body.end)
            .filter_map(|m| match m.target {
                Target::Role(role)
                    if self.reading.ontology.roles[role].kind == RoleKind::Position =>
                {
                    Some((role, m.tokens.end))
                }
                _ => None,
            })
            .min_by_key(|&(_, end)| end)?;
        let mention = self.name_of(body_at, EntityType::Agency)?;
        let (owners, next) = self.owners_at(body_at, true);
        let post = Post {
            role,
            title: self.reading.text.phrase(start..end),
            bodies: vec![self.reading.entity(mention)],
            rank_only: false,
            unknown_body: false,
            implied_body: false,
            owners,
        };
        Some((post, self.station_at(next)))
    }

    /// Reads the body of a post into it.
    pub(super) fn body_at(&self, at: usize, post: &mut Post) -> usize {
        if let Some(next) = self.named_body_at(at, post) {
            return next;
        }
        if let Some(next) = self.swallowed_body_at(at, post) {
            return self.extra_body_at(next, post);
        }
        if let RoleBody::Entry(entry) = self.reading.ontology.roles[post.role].body
            && let Some(entity) = self.names.entry(self.reading, entry)
        {
            post.bodies.push(entity);
            post.implied_body = true;
        }
        at
    }

    /// A body that is itself a name: `Cục trưởng [Cục X]`, `Đại sứ [Mỹ]`, `Chủ tịch tỉnh [Y]`.
    fn named_body_at(&self, at: usize, post: &mut Post) -> Option<usize> {
        let mut name_at = at;
        while self.cue_at("positions.link", name_at).is_some() && name_at < at + 4 {
            name_at = self.cue_at("positions.link", name_at)?;
        }
        let mention = self.body_name(name_at)?;
        post.bodies.push(self.reading.entity(mention));
        let chain = self.owners_at(name_at, true);
        post.owners = chain.0;
        let next = chain.1;
        Some(self.station_at(next))
    }

    /// The country a diplomat is sent to: `[Việt Nam] tại [Anh]`; the post is not held in it.
    fn station_at(&self, at: usize) -> usize {
        let mut next = at;
        if self.is_word(next, &["tại", "ở"]) {
            let mut name_at = next + 1;
            while let Some(after) = self.cue_at("positions.link", name_at) {
                name_at = after;
            }
            if let UnitKind::Name(_) = self.kind(name_at) {
                next = name_at + 1;
            }
        }
        next
    }

    /// A body whose head noun the role swallows: `Bộ trưởng Ngoại giao`.
    fn swallowed_body_at(&self, at: usize, post: &mut Post) -> Option<usize> {
        let head = self.reading.ontology.roles[post.role].head_noun?;
        let head = self.reading.ontology.head_nouns[head].name.to_lowercase();
        let longest = (at..self.units.len().min(at + LONGEST_BODY))
            .take_while(|&i| self.may_be_body_word(i))
            .count();
        for length in (1..=longest).rev() {
            let words = self.units[at].tokens.start..self.units[at + length - 1].tokens.end;
            let name = format!("{head} {}", self.reading.folded(words));
            if let Some(entity) = self.names.agency(&name) {
                return Some(self.country_of_body(at + length, entity, &name, post));
            }
        }
        // An unknown body is believed only where it leads up to a name or a country.
        for length in (1..=longest).rev() {
            let next = at + length;
            let country = self.name_of(next, EntityType::Country);
            if let Some(country) = country {
                post.bodies.push(self.reading.entity(country));
                post.unknown_body = true;
                return Some(next + 1);
            }
            if self.name_of(next, EntityType::Person).is_some() && self.is_title_case(at, next) {
                post.unknown_body = true;
                return Some(next);
            }
        }
        None
    }

    /// `Bộ trưởng Ngoại giao [Nhật Bản]`: the ministry of that country, or the country itself.
    fn country_of_body(&self, at: usize, entity: usize, name: &str, post: &mut Post) -> usize {
        let country_at = if self.is_word(at, &["của"]) {
            at + 1
        } else {
            at
        };
        let Some(mention) = self.name_of(country_at, EntityType::Country) else {
            post.bodies.push(entity);
            return at;
        };
        let tokens = self.units[country_at].tokens.clone();
        let full = format!("{name} {}", self.reading.folded(tokens));
        let country = self.reading.entity(mention);
        let own = self.reading.entities[country].code.as_deref() == Some("VN");
        match self.names.agency(&full) {
            Some(ministry) => post.bodies.push(ministry),
            None if own => post.bodies.push(entity),
            None => post.bodies.push(country),
        }
        country_at + 1
    }

    /// `… đầu tiên của [Việt Nam]` behind a body: the post is also held in that state.
    fn extra_body_at(&self, at: usize, post: &mut Post) -> usize {
        let Some(next) = self.cue_at("positions.ordinal", at) else {
            return at;
        };
        if !self.is_word(next, &["của"]) {
            return at;
        }
        let Some(country) = self.name_of(next + 1, EntityType::Country) else {
            return at;
        };
        post.bodies.push(self.reading.entity(country));
        next + 2
    }

    fn may_be_body_word(&self, at: usize) -> bool {
        match self.kind(at) {
            UnitKind::Word => !self.is_word(at, &["của", "tại", "đã", "cho", "sẽ"]),
            UnitKind::Mark => self.is_word(at, &["&", ",", "-", "–"]),
            _ => false,
        }
    }

    fn is_title_case(&self, from: usize, to: usize) -> bool {
        let tokens: TokenRange = self.units[from].tokens.start..self.units[to].tokens.start;
        let mut capitals = 0;
        for token in tokens {
            match self.reading.text.tokens[token].case {
                Case::Lower => {
                    let joins = ["và", ",", "-", "–", "&"];
                    if !joins.contains(&self.reading.text.folded(token)) && capitals == 0 {
                        return false;
                    }
                }
                _ => capitals += 1,
            }
        }
        capitals > 0
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn the_bearer_behind_a_comma_or_dash() {
        expect(
            "holdsPosition",
            "Chủ tịch [UEFA|Agency], [Karlo Brandt|Person] nói. Sáng nay, Chủ tịch [UBND tỉnh Bình Định|Agency] - [Trần Văn An|Person] ký văn bản.",
            &[
                "Karlo Brandt holdsPosition UEFA (Chủ tịch)",
                "Trần Văn An holdsPosition UBND tỉnh Bình Định (Chủ tịch)",
            ],
        );
        expect(
            "holdsPosition",
            "Đoàn gặp Chủ tịch [UEFA|Agency], [Karlo Brandt|Person] - Giám đốc [FIFA|Agency].",
            &["Karlo Brandt holdsPosition FIFA (Giám đốc)"],
        );
    }
}
