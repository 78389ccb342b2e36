//! Finds bodies that are named by their letters alone, between a post in them and who holds it: `Chủ tịch IVSC
//! Jean Petit`. Where nobody is named behind them, `of_post` finds them.

use super::Context;
use crate::model::{EntityType, Found, Source};
use crate::ontology::{Kinds, RoleBody, RoleKind};
use crate::text::Case;

/// How many letters such a name has.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=8;

/// All bodies named by letters behind a post.
pub(super) fn names(context: &Context<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for token in context.tokens_with(Kinds::ROLE) {
        let Some((title, role)) = context.role_at(token) else {
            continue;
        };
        let role = &context.ontology.roles[role];
        // `Trưởng phòng CSGT`: behind the noun of the body stands its field.
        let of_body = role.kind == RoleKind::Position
            && role.body == RoleBody::Agency
            && role.head_noun.is_none();
        let limit = context.sentence_end(token);
        let of = usize::from(title.end < limit && context.text.folded(title.end) == "của");
        let at = title.end + of;
        if of_body && at < limit && is_body(context, at, limit) {
            let tokens = at..at + 1;
            found.push(Found::new(
                tokens,
                EntityType::Agency,
                Source::Context,
                "agency/letters",
            ));
        }
    }
    found
}

/// Whether a word is written in capitals, means nothing that is known, and stands before a foreign name.
fn is_body(context: &Context<'_>, at: usize, limit: usize) -> bool {
    let word = context.text.clean(at);
    let letters = word.chars().all(|c| c.is_ascii_uppercase() || c == 'Đ')
        && LETTERS.contains(&word.chars().count())
        && !word.chars().all(|c| "IVX".contains(c));
    let known = context.name_at(at).is_some()
        || context.head_noun_at(at).is_some()
        || context.role_at(at).is_some()
        || context.cue_at(context.cues.no_body_letters, at).is_some();
    let next = at + 1;
    let bearer = next + 1 < limit
        && context.text.tokens[next].case == Case::Title
        && context.is_capital(next + 1)
        && !context.text.is_vietnamese(next);
    letters && !known && bearer && !context.in_capitals(at)
}

#[cfg(test)]
mod tests {
    use crate::ontology::Ontology;
    use crate::text::Text;

    /// The bodies of a text that are named by letters behind a post.
    fn bodies(words: &str) -> Vec<String> {
        let ontology = Ontology::embedded();
        let text = Text::analyse(&super::super::tests::paragraph(words));
        let matches = ontology.matches(&text);
        let cues = super::super::NameCues::new(ontology).expect("all cue lists");
        let names = super::super::names(&text, ontology, &matches, &cues);
        let letters = names.iter().filter(|name| name.rule == "agency/letters");
        letters
            .map(|name| text.phrase(name.tokens.clone()))
            .collect()
    }

    #[test]
    fn letters_behind_a_post() {
        let found = bodies("Chủ tịch IQSC Jean Petit cùng Tổng Thư ký của VQMC Ana Rojas đến dự.");
        assert_eq!(found, ["IQSC", "VQMC"]);
    }

    #[test]
    fn fields_and_parts_of_names_are_none() {
        assert!(
            bodies("Phó Giám đốc CNTT John Stone, Chủ tịch UBND tỉnh và Giám đốc ZPQ Sao Mai đến.")
                .is_empty()
        );
        assert!(bodies("TỔNG GIÁM ĐỐC VQMC NÓI VỀ KẾ HOẠCH NĂM TỚI.").is_empty());
    }
}
