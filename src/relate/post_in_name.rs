//! Reads posts whose title shares words with the name of their body: `Trưởng [Ban Kinh tế Trung ương]`, `Đại biểu
//! [Quốc hội]`.

use super::grammar::{Grammar, Post};
use super::unit::UnitKind;
use crate::model::EntityType;
use crate::ontology::{Kinds, RoleBody, RoleIndex, RoleKind, Target};
use crate::text::TokenRange;

impl Grammar<'_> {
    /// A post whose title ends within the name of its body: `Trưởng [Ban Kinh tế Trung ương]`, with the
    /// prefixes from `title_at` on: `nguyên Trưởng [Ban X]`.
    pub(super) fn post_in_name_at(&self, at: usize, title_at: usize) -> Option<(Post, usize)> {
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
            .filter(|m| m.tokens.end > body.start && m.tokens.end <= body.end)
            .filter_map(|m| match m.target {
                Target::Role(role)
                    if self.reading.ontology.roles[role].kind == RoleKind::Position =>
                {
                    Some((role, m.tokens.end))
                }
                _ => None,
            })
            .min_by_key(|&(_, end)| end)?;
        let end = if end == body.end {
            self.whole_title_end(role, &body)?
        } else {
            end
        };
        let mention = self.name_of(body_at, EntityType::Agency)?;
        let (owners, next) = self.owners_at(body_at, true);
        let start = self.units[title_at.min(at)].tokens.start;
        let post = Post {
            role,
            start,
            title: self.reading.text.phrase(start..end),
            full_title: None,
            bodies: vec![self.reading.entity(mention)],
            rank_only: false,
            unknown_body: false,
            implied_body: false,
            owners,
        };
        Some((post, self.station_at(next)))
    }

    /// Where the title ends that ends with the whole name of the body: `Đại biểu [Quốc hội]`, `Tổng [Thanh tra
    /// Chính phủ]`.
    fn whole_title_end(&self, role: RoleIndex, body: &TokenRange) -> Option<usize> {
        let RoleBody::Entry(_) = self.reading.ontology.roles[role].body else {
            return None;
        };
        let heads = self.reading.matches.at(body.start).iter();
        let noun = heads
            .filter(|m| matches!(m.target, Target::HeadNoun(_)) && m.tokens.end < body.end)
            .map(|m| m.tokens.end)
            .max();
        // `Tổng [Kiểm toán Nhà nước]`
        let general = self.reading.text.folded(body.start - 1) == "tổng";
        Some(match general {
            true => noun.unwrap_or(body.end),
            false => body.start,
        })
    }

    /// `các đại biểu [Quốc hội]`, `đoàn đại biểu [Quốc hội]`: whether a title is of several people or a delegation.
    pub(super) fn is_of_group(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        before.is_some_and(|before| {
            let word = self.units[before].tokens.end - 1;
            self.is_cue(before, "positions.plural") || self.reading.text.folded(word) == "đoàn"
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn a_member_of_parliament_holds_other_posts() {
        expect(
            "holdsPosition",
            "Đại biểu [Quốc hội|Agency] [thành phố Hải Phòng|Province] [Trần Văn An|Person], Chủ tịch [Hội Hoa Sen|Agency] nói.",
            &[
                "Trần Văn An holdsPosition Quốc hội (Đại biểu)",
                "Trần Văn An holdsPosition Hội Hoa Sen (Chủ tịch)",
            ],
        );
    }

    #[test]
    fn the_permanent_member_of_a_body() {
        expect(
            "holdsPosition",
            "Thường trực [Ban Bí thư|Agency] [Lê Văn Bình|Person] và Thứ trưởng Thường trực [Bộ Y tế|Agency] [Trần Văn An|Person] đến dự.",
            &[
                "Lê Văn Bình holdsPosition Ban Bí thư (Thường trực)",
                "Trần Văn An holdsPosition Bộ Y tế (Thứ trưởng Thường trực)",
            ],
        );
    }

    #[test]
    fn several_members_are_nobody() {
        expect(
            "holdsPosition",
            "Sau câu hỏi của các đại biểu [Quốc hội|Agency], Bộ trưởng [Bộ Y tế|Agency] [Lê Văn Bình|Person] trả lời.",
            &["Lê Văn Bình holdsPosition Bộ Y tế (Bộ trưởng)"],
        );
    }

    #[test]
    fn who_heads_a_body_of_that_name() {
        expect(
            "holdsPosition",
            "Tổng [Thanh tra Chính phủ|Agency] [Trần Văn An|Person] kết luận.",
            &["Trần Văn An holdsPosition Thanh tra Chính phủ (Tổng Thanh tra)"],
        );
    }
}
