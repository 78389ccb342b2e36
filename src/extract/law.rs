//! The titles of laws: in lower case behind their noun, up to what they say, with the word that they are revised.

use super::boundary::{self, Tail};
use super::document::opens_no_title;
use super::{Context, around};
use crate::model::{EntityType, Found, Source};
use crate::ontology::HeadNounIndex;
use crate::text::TokenRange;

/// Longest title in lower case, in tokens.
const LONGEST: usize = 9;

/// `Luật thương mại biên giới`: the noun of laws has a capital, its title none.
pub(super) fn in_lower_case(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    index: HeadNounIndex,
) -> Option<Found> {
    let first = head.end;
    let opens = context.cue_at(context.cues.lower_law, head.start) == Some(head.end)
        && context.is_capital(head.start)
        && !context.opens_sentence(head.start)
        && context.is_word(first)
        && !context.is_capital(first)
        && context.cue_at(context.cues.stop, first).is_none()
        && context.cue_at(context.cues.no_law, first).is_none()
        && context.cue_at(context.cues.amends, first).is_none()
        && !opens_no_title(context, found, head);
    if !opens {
        return None;
    }
    let limit = context.sentence_end(head.start);
    let end = boundary::name_end(context, first, first, limit, Tail::Loose, found);
    let end = closed(
        context,
        found,
        head,
        super::event::trim(context, first, end),
    );
    (2..=LONGEST).contains(&(end - first)).then(|| {
        Found::new(
            head.start..revised(context, end),
            EntityType::Document,
            Source::HeadNoun(index, head.len()),
            "document/law",
        )
    })
}

/// Whether a noun is that of laws.
pub(super) fn is_law(context: &Context<'_>, head: &TokenRange) -> bool {
    context.cue_at(context.cues.law, head.start) == Some(head.end)
}

/// Where the title of a law is over that has come to `end`: before what it says, and before one of its parts.
pub(super) fn closed(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
) -> usize {
    let part = |token: usize| {
        context.text.folded(token) == "và"
            && context.cue_at(context.cues.law_part, token + 1).is_some()
    };
    let says = |token: usize| {
        context.cue_at(context.cues.law_says, token).is_some() && !context.is_capital(token)
    };
    (head.end + 1..end)
        .find(|&token| (part(token) || says(token)) && !around::is_inside(found, token))
        .unwrap_or(end)
}

/// `Luật Thủy sản (sửa đổi)`: the bracket belongs to the name.
pub(super) fn revised(context: &Context<'_>, end: usize) -> usize {
    if !context.is_mark(end, "(") {
        return end;
    }
    let close = context.cue_at(context.cues.amends, end + 1);
    match close {
        Some(close) if context.is_mark(close, ")") => close + 1,
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::check;

    #[test]
    fn a_title_in_lower_case() {
        check("Họ thảo luận [Luật thương mại biên giới|Document] trong phiên chiều.");
        check(
            "Theo điều 7 [Luật nuôi ong|Document], tỉnh cấp phép. Luật này rất mới, Luật sư cũng nói thế.",
        );
        check("Theo [Luật nuôi ong và lấy mật|Document] quy định phí, họ nộp tiền.");
    }

    #[test]
    fn a_law_that_is_revised() {
        check(
            "Đại biểu bàn [Luật Nuôi ong (sửa đổi)|Document] và [Luật Trồng hoa|Document] (2019).",
        );
    }

    #[test]
    fn what_a_law_says() {
        check("Bản sửa [Luật Nuôi ong|Document] đáp ứng yêu cầu mới.");
        check("Khoản 8, Điều 2 [Luật xử lý nước thải|Document] và Khoản 4 nói rõ.");
    }
}
