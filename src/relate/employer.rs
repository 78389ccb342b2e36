//! Reads whom people of a profession work for, which makes it a post: `giáo sư Đại học X`, `chuyên gia về
//! năng lượng tại Viện Y`.

use super::grammar::{Grammar, Post};
use super::unit::UnitKind;
use crate::model::EntityType;

/// Longest run of words on what someone works on, with the preposition before the body.
const LONGEST_TOPIC: usize = 14;

/// Longest field of work directly behind a profession, with that preposition.
const LONGEST_FIELD: usize = 7;

/// Longest field of work between a profession and the name.
const SHORT_FIELD: usize = 5;

/// A body that someone works for.
struct Employer {
    body: usize,
    owners: Vec<(usize, usize)>,
    /// The place behind its name.
    end: usize,
}

impl Employer {
    /// Makes a profession a post in the body; the place behind its name.
    fn fill(self, post: &mut Post) -> usize {
        post.bodies.push(self.body);
        post.owners = self.owners;
        post.rank_only = false;
        self.end
    }
}

impl Grammar<'_> {
    /// The body that someone works for: `giáo sư [Đại học X]`, `luật sư của [Công ty Y]`.
    pub(super) fn employer_at(&self, at: usize, post: &mut Post) -> Option<usize> {
        let role = at.checked_sub(1)?;
        let at = self
            .cue_at("positions.employed", role)
            .filter(|&end| end >= at)?;
        let mut first = role;
        if first > 0 && self.is_word(first - 1, &["một"]) {
            first -= 1;
        }
        let behind_name = first >= 2
            && self.is_mark(first - 1, &[",", "-", "–", "—", "("])
            && (self.name_of(first - 2, EntityType::Person).is_some()
                || self.is_mark(first - 2, &[")"]));
        let mut name_at = at;
        if behind_name && let Some(behind) = self.behind_topic(at) {
            name_at = behind;
        }
        while let Some(after) = self.cue_at("positions.link", name_at) {
            name_at = after;
        }
        if self.is_word(name_at, &["tại", "ở"]) {
            name_at += 1;
        } else if behind_name && let Some(behind) = self.cue_at("positions.works-at", name_at) {
            name_at = behind;
        }
        let employer = self.employer(name_at)?;
        let before_name = self.name_of(employer.end, EntityType::Person).is_some();
        (before_name || behind_name).then(|| employer.fill(post))
    }

    /// The body named at a place, with those it belongs to.
    fn employer(&self, at: usize) -> Option<Employer> {
        // `phó giáo sư đại học [Temple]`
        let behind_noun = || self.cue_at("positions.noun", at);
        let named = |at: &usize| self.name_of(*at, EntityType::Agency).is_some();
        let at = Some(at).filter(named).or_else(behind_noun)?;
        let mention = self.name_of(at, EntityType::Agency)?;
        let (owners, end) = self.owners_at(at, true);
        let body = self.reading.entity(mention);
        Some(Employer { body, owners, end })
    }

    /// Where the body is named behind a preposition and a noun: `tại [Viện X]`, `ở tỉnh [Y]`.
    fn behind_works_at(&self, at: usize) -> Option<usize> {
        let next = self.behind_link(self.cue_at("positions.works-at", at)?);
        self.name_of(next, EntityType::Agency).map(|_| next)
    }

    /// The place of the preposition behind what someone works on: `chuyên gia về [Lào] tại [Viện X]`, `giáo sư y
    /// khoa tại [Đại học Y]`.
    fn behind_topic(&self, at: usize) -> Option<usize> {
        let said = self.is_cue(at, "positions.works-on");
        if said {
            return (at + 1..self.units.len().min(at + LONGEST_TOPIC))
                .take_while(|&i| match self.kind(i) {
                    UnitKind::Name(_) => self.name_of(i, EntityType::Person).is_none(),
                    UnitKind::Role(_) => false,
                    UnitKind::Mark => self.is_mark(i, &["-"]) || self.lists_topics(i),
                    _ => true,
                })
                .find(|&i| self.behind_works_at(i).is_some());
        }
        let first = (at..self.units.len().min(at + LONGEST_FIELD))
            .take_while(|&i| match self.kind(i) {
                UnitKind::Word => self.cue_at("participates.speech", i).is_none(),
                UnitKind::Name(_) => self.body_name(i).is_some(),
                UnitKind::Mark => self.is_mark(i, &["-"]),
                _ => false,
            })
            .find(|&i| {
                let field_ends = self.cue_at("positions.topic-end", i).is_some();
                field_ends || self.cue_at("positions.works-at", i).is_some()
            })?;
        self.behind_works_at(first).map(|_| first)
    }

    /// Whether a comma stands in a list that `và` closes: `về lãnh đạo, quản lý và chính sách`.
    fn lists_topics(&self, at: usize) -> bool {
        self.is_mark(at, &[","])
            && (at + 1..self.units.len().min(at + SHORT_FIELD))
                .take_while(|&i| self.kind(i) == UnitKind::Word)
                .any(|i| self.is_word(i, &["và"]))
    }

    /// The body behind the name of who works for it: `Giáo sư [A] thuộc [Đại học X]`, `chuyên gia [A], từ [Viện Y]`,
    /// `Giáo sư [A] về luật tại [Đại học X]`; the place behind it.
    pub(super) fn employer_behind_name(&self, at: usize, posts: &mut [Post]) -> Option<usize> {
        let post = posts.last_mut().filter(|post| post.rank_only)?;
        self.cues.at("positions.employed", post.start)?;
        let employer = self.employer(self.employer_of_named(at)?)?;
        Some(employer.fill(post))
    }

    /// The place of the body behind the name of who works for it.
    fn employer_of_named(&self, at: usize) -> Option<usize> {
        let behind_comma = || {
            self.cue_at("positions.comes-from", at + 1)
                .filter(|_| self.is_mark(at, &[","]))
        };
        let works_at = |at: usize| self.cue_at("positions.works-at", at);
        let about = self.is_word(at, &["về"]);
        let behind_field = || works_at(about.then(|| self.behind_topic(at))??);
        let found = works_at(at).or_else(behind_comma);
        found.or_else(behind_field).map(|at| self.behind_link(at))
    }

    /// The place of the name behind the field of someone whose employer stands behind it: `chuyên gia an ninh
    /// [A] của [Viện X]`.
    pub(super) fn named_behind_field(&self, posts: &[Post], at: usize) -> Option<usize> {
        let post = posts.last().filter(|post| post.rank_only)?;
        self.cues.at("positions.employed", post.start)?;
        let end = self.units.len().min(at + SHORT_FIELD);
        let name = (at..end)
            .take_while(|&i| {
                self.kind(i) == UnitKind::Word
                    && !self.is_word(i, &["cùng", "với", "và", "như", "hay"])
                    && self.cue_at("positions.topic-end", i).is_none()
                    && self.cue_at("positions.works-at", i).is_none()
                    && self.cue_at("participates.speech", i).is_none()
            })
            .map(|i| i + 1)
            .find(|&i| self.name_of(i, EntityType::Person).is_some())?;
        let employer = self.employer_of_named(name + 1)?;
        self.name_of(employer, EntityType::Agency).map(|_| name)
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn who_works_for_a_body() {
        expect(
            "holdsPosition",
            "Giáo sư [Đại học Lyon|Agency] [Jean Petit|Person] và bà [Anna Braun|Person], luật sư của [Công ty Sao Mai|Agency], trả lời.",
            &[
                "Jean Petit holdsPosition Đại học Lyon (Giáo sư)",
                "Anna Braun holdsPosition Công ty Sao Mai (luật sư)",
            ],
        );
        expect(
            "holdsPosition",
            "Các giáo sư [Đại học Lyon|Agency] trả lời ông [Jean Petit|Person].",
            &[],
        );
    }

    #[test]
    fn what_someone_works_on() {
        expect(
            "holdsPosition",
            "[Jean Petit|Person], một chuyên gia về năng lượng [Lào|Country] tại [Đại học Lyon|Agency], và bà [Anna Braun|Person], chuyên gia về rừng của [Viện Hoa Sen|Agency], trả lời.",
            &[
                "Jean Petit holdsPosition Đại học Lyon (chuyên gia)",
                "Anna Braun holdsPosition Viện Hoa Sen (chuyên gia)",
            ],
        );
    }

    #[test]
    fn a_list_of_what_someone_works_on() {
        expect(
            "holdsPosition",
            "[Jean Petit|Person], phó giáo sư về quản lý, lãnh đạo và chính sách tại [Đại học Lyon|Agency], và bà [Anna Braun|Person], giáo sư đại học [Temple|Agency], trả lời.",
            &[
                "Jean Petit holdsPosition Đại học Lyon (phó giáo sư)",
                "Anna Braun holdsPosition Temple (giáo sư)",
            ],
        );
        expect(
            "holdsPosition",
            "[Jean Petit|Person], giáo sư về luật và là cựu chủ tịch một hội thuộc [Đại học Lyon|Agency], trả lời.",
            &[],
        );
    }

    #[test]
    fn the_field_and_the_name_before_the_body() {
        expect(
            "holdsPosition",
            "[Jean Petit|Person], giáo sư y khoa tại [Đại học Lyon|Agency], và giáo sư [Anna Braun|Person] thuộc [Viện Hoa Sen|Agency] trả lời; [Ana Rojas|Person], luật sư bào chữa cho ông, đến [Đại học Lyon|Agency].",
            &[
                "Jean Petit holdsPosition Đại học Lyon (giáo sư)",
                "Anna Braun holdsPosition Viện Hoa Sen (giáo sư)",
            ],
        );
    }

    #[test]
    fn an_expert_with_field_and_employer_around_the_name() {
        expect(
            "holdsPosition",
            "Chuyên gia an ninh [Jean Petit|Person] của [Viện Hoa Sen|Agency], chuyên gia [Anna Braun|Person], từ [Đại học Lyon|Agency], và giáo sư [Ana Rojas|Person] về luật biển tại [Đại học Lima|Agency] trả lời.",
            &[
                "Jean Petit holdsPosition Viện Hoa Sen (Chuyên gia)",
                "Anna Braun holdsPosition Đại học Lyon (chuyên gia)",
                "Ana Rojas holdsPosition Đại học Lima (giáo sư)",
            ],
        );
        expect(
            "holdsPosition",
            "Các chuyên gia cùng [Jean Petit|Person] của [Viện Hoa Sen|Agency] gặp chuyên gia [Anna Braun|Person], tại [Đại học Lyon|Agency].",
            &[],
        );
    }
}
