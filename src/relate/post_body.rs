//! Reads the body a post is held in: a name behind the title, or words whose head noun the title
//! swallows (`Bộ trưởng Ngoại giao`).

use super::grammar::{Grammar, Post};
use super::unit::UnitKind;
use crate::model::EntityType;
use crate::ontology::RoleBody;
use crate::text::{Case, TokenRange};

/// Longest run of unknown words read as the body of a post (`Bộ trưởng Lao động, Thương binh và Xã hội`).
const LONGEST_BODY: usize = 9;

/// Longest run of words between a post and `của` with its body, with the latter.
const LONGEST_FIELD: usize = 9;

/// Longest field of work directly before its body.
const SHORT_FIELD: usize = 3;

/// The head noun of the bodies whose field of work is told where the state stands for them.
const MINISTRY: &str = "bo";

impl Grammar<'_> {
    /// Whether a comma or dash stands between posts and their bearer: `Chủ tịch [UEFA], [A] nói`. The
    /// name has no posts of its own, and the post opens its clause.
    pub(super) fn names_bearer(&self, at: usize, posts: &[Post], mark: usize) -> bool {
        let dash = self.is_mark(mark, &["-", "–", "—"]);
        let held = posts
            .last()
            .is_some_and(|post| !post.rank_only && !post.implied_body && !post.bodies.is_empty());
        let opens = at == 0
            || self.kind(at - 1) == UnitKind::Mark
            || self.is_cue(at - 1, "positions.before-posts");
        let person = self.name_of(mark + 1, EntityType::Person).is_some();
        // `…, trong khi Thủ tướng [Lào], [A], nói`: a name between commas.
        let closed = self.is_mark(mark + 2, &[",", ")", ":", "("]);
        if !held || !person || !(dash || self.is_mark(mark, &[","]) && (opens || closed)) {
            return false;
        }
        // `…, A - Giám đốc X, B - Giám đốc Y`: in a list each has a post behind the name.
        let behind = mark + 2;
        let own =
            self.is_mark(behind, &[",", "-", "–", "—", "("]) && self.posts_at(behind + 1).is_some();
        !own
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
        if let Some((bodies, next)) = self.post_served_at(at) {
            post.bodies = bodies;
            return Some(next);
        }
        let mut name_at = at;
        while self.cue_at("positions.link", name_at).is_some() && name_at < at + 4 {
            name_at = self.cue_at("positions.link", name_at)?;
        }
        let mention = self
            .body_name(name_at)
            .or_else(|| {
                // `Giám đốc ngân hàng [JBIC]`
                name_at = self.cue_at("positions.noun", name_at)?;
                self.name_of(name_at, EntityType::Agency)
            })
            .or_else(|| {
                // `[A], Giám đốc quan hệ quốc tế của [Tập đoàn X]`
                name_at = self.behind_field(at)?;
                self.name_of(name_at, EntityType::Agency)
            })?;
        post.bodies.push(self.reading.entity(mention));
        let chain = self.owners_at(name_at, true);
        post.owners = chain.0;
        let next = chain.1;
        Some(self.station_at(next))
    }

    /// The place behind a field of work and `của`, where the post stands behind its bearer's name.
    fn behind_field(&self, at: usize) -> Option<usize> {
        let role = at.checked_sub(1)?;
        if !self.is_apposed_role(role) {
            return None;
        }
        let field = |i: &usize| match self.kind(*i) {
            UnitKind::Word => true,
            // `Giám đốc Chương trình [châu Á] tại [Viện X]`
            UnitKind::Name(_) => self.name_of(*i, EntityType::Place).is_some(),
            _ => false,
        };
        let end = self.units.len().min(at + LONGEST_FIELD);
        let of = (at..end)
            .take_while(field)
            .find(|&i| self.is_word(i, &["của", "tại"]));
        if let Some(of) = of {
            return Some(self.cue_at("positions.noun", of + 1).unwrap_or(of + 1));
        }
        // `Trưởng phòng tham mưu [Công an X]`
        if self.cue_at("positions.branch", at).is_some() {
            return None;
        }
        let direct = (at..self.units.len().min(at + 1 + SHORT_FIELD)).find(|&i| {
            self.kind(i) != UnitKind::Word
                || !self.may_be_body_word(i)
                || self.cue_at("participates.speech", i).is_some()
        })?;
        (direct > at).then_some(direct)
    }

    /// The country a diplomat is sent to: `[Việt Nam] tại [Anh]`; the post is not held in it. Nor is it in the
    /// province that a member of parliament comes from: `Đại biểu [Quốc hội] tỉnh [Nghệ An] [A]`.
    pub(super) fn station_at(&self, at: usize) -> usize {
        let province = self.cue_at("positions.territory", at).unwrap_or(at);
        if self.name_of(province, EntityType::Province).is_some()
            && self.name_of(province + 1, EntityType::Person).is_some()
        {
            return province + 1;
        }
        let mut next = at;
        if self.is_word(next, &["tại", "ở"]) {
            let mut name_at = next + 1;
            while let Some(after) = self.cue_at("positions.link", name_at) {
                name_at = after;
            }
            // `các nhà lãnh đạo [ASEAN] tại [Hội nghị A]` are there.
            if let UnitKind::Name(_) = self.kind(name_at)
                && self.name_of(name_at, EntityType::Event).is_none()
            {
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
                self.spell_out(at + length, post);
                return Some(self.country_of_body(at + length, entity, &name, post));
            }
        }
        // An unknown body is believed only where it leads up to a name or a territory.
        for length in (1..=longest).rev() {
            let next = at + length;
            let words = || self.units[at].tokens.start..self.units[next - 1].tokens.end;
            if let Some((territory, behind)) = self.territory_behind(next) {
                let name = format!("{head} {}", self.reading.folded(words()));
                let body = self.names.agency_of(self.reading, &name, territory);
                post.bodies.push(body.unwrap_or(territory));
                post.unknown_body = true;
                self.spell_out(next, post);
                return Some(behind);
            }
            if self.name_of(next, EntityType::Person).is_some() && self.is_title_case(at, next) {
                let name = format!("{head} {}", self.reading.folded(words()));
                post.bodies.extend(self.names.only_agency(&name));
                post.implied_body = true;
                post.unknown_body = true;
                self.spell_out(next, post);
                return Some(next);
            }
        }
        None
    }

    /// Notes the title of a minister with the field of work, which ends before `next`.
    fn spell_out(&self, next: usize, post: &mut Post) {
        let head = self.reading.ontology.roles[post.role].head_noun;
        if head.is_none_or(|head| self.reading.ontology.head_nouns[head].id != MINISTRY) {
            return;
        }
        let words = post.start..self.units[next - 1].tokens.end;
        post.full_title = Some(self.reading.text.phrase(words));
    }

    /// The state behind a field of work, or the territory behind its noun: `… bang [Hessen]`.
    fn territory_behind(&self, at: usize) -> Option<(usize, usize)> {
        let noun = self.cue_at("positions.link", at - 1) == Some(at);
        let next = self.behind_link(at);
        let state = self.name_of(next, EntityType::Country).filter(|_| !noun);
        let part = || {
            let kinds = [EntityType::Place, EntityType::Province];
            let mut names = kinds
                .into_iter()
                .filter_map(|kind| self.name_of(next, kind));
            names.next().filter(|_| next > at)
        };
        let mention = state.or_else(part)?;
        Some((self.reading.entity(mention), next + 1))
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
        let ministry = self
            .names
            .agency(&full)
            .or_else(|| self.names.agency_of(self.reading, name, country));
        match ministry {
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
            UnitKind::Word => !self.is_cue(at, "positions.no-field"),
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

    #[test]
    fn a_field_of_a_territory() {
        expect(
            "holdsPosition",
            "Bộ trưởng Khoa học và Nghệ thuật bang [Bayern|Place] [Karl Braun|Person] ra đón.",
            &["Karl Braun holdsPosition Bayern (Bộ trưởng Khoa học và Nghệ thuật)"],
        );
    }

    #[test]
    fn the_province_behind_the_body() {
        expect(
            "holdsPosition",
            "Phó Chủ tịch [Hội Hoa Sen|Agency] tỉnh [Nghệ An|Province] [Trần Văn An|Person] đến dự.",
            &["Trần Văn An holdsPosition Hội Hoa Sen (Phó Chủ tịch)"],
        );
    }

    #[test]
    fn a_noun_or_field_before_the_body() {
        expect(
            "holdsPosition",
            "Ông [Jean Petit|Person], Giám đốc ngân hàng [Sao Mai|Agency], và bà [Anna Braun|Person], Giám đốc chiến lược và hợp tác của [Công ty Hoa Sen|Agency], trả lời.",
            &[
                "Jean Petit holdsPosition Sao Mai (Giám đốc)",
                "Anna Braun holdsPosition Công ty Hoa Sen (Giám đốc)",
            ],
        );
        expect(
            "holdsPosition",
            "Giám đốc nêu rõ vai trò của [Công ty Hoa Sen|Agency].",
            &[],
        );
    }
}
