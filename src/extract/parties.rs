//! The parties in the name of an agreement: `Bản ghi nhớ … giữa [A] và [B] về …`.

use super::Context;
use super::boundary;
use crate::model::{EntityType, Found};
use crate::text::TokenRange;

/// Longest name of an agreement with its parties, in tokens.
pub(super) const LONGEST: usize = 60;

/// Most tokens between the noun of a listed agreement and its parties.
const FARTHEST: usize = 36;

/// Where the parties end that belong to the name of an agreement which, without them, has come to
/// `end`; `None` where it speaks of none behind.
pub(super) fn behind(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
    limit: usize,
) -> Option<usize> {
    let between = |token: usize| token < limit && context.text.folded(token) == "giữa";
    let near = [end, behind_short_form(context, end).unwrap_or(end)]
        .into_iter()
        .find(|&token| between(token))
        .or_else(|| (head.end..end).rev().find(|&token| between(token)));
    let parties = both(context, found, near? + 1, limit)?;
    Some(parties.max(end))
}

/// The end of a member of a list, whose subject may be any words: `ký: Thỏa thuận A; Thỏa thuận nhằm …
/// giữa [B] và [C];`.
pub(super) fn listed(context: &Context<'_>, found: &[Found], head: &TokenRange) -> Option<usize> {
    let limit = context.sentence_end(head.start);
    let mark = |token: usize, marks: &[&str]| marks.iter().any(|m| context.is_mark(token, m));
    let opens = head.start > 0
        && (mark(head.start - 1, &[";", ":"])
            || head.start > 1
                && context.is_dash(head.start - 1)
                && mark(head.start - 2, &[";", ":", "."])
            || context.opens_sentence(head.start));
    if !opens {
        return None;
    }
    let farthest = limit.min(head.end + FARTHEST);
    let close = (head.end..limit.min(head.start + LONGEST + 1))
        .find(|&token| context.is_mark(token, ";"))
        .unwrap_or(limit);
    let between = (head.end..farthest.min(close))
        .filter(|&token| context.text.folded(token) == "giữa")
        .filter_map(|token| both(context, found, token + 1, limit))
        .next_back()?;
    let closed = between == limit
        || mark(between, &[";", "."])
        || behind_short_form(context, between)
            .is_some_and(|after| after == limit || mark(after, &[";", "."]));
    closed.then_some(between)
}

/// One past `(JCM)`.
fn behind_short_form(context: &Context<'_>, at: usize) -> Option<usize> {
    let inside = context.is_mark(at, "(") && context.is_mark(at + 2, ")");
    (inside && context.is_capital(at + 1)).then_some(at + 3)
}

/// The end of `[A] và [B]`, `[A], [B] với [C]`.
fn both(context: &Context<'_>, found: &[Found], at: usize, limit: usize) -> Option<usize> {
    let mut end = party(context, found, at, limit)?;
    while end < limit && context.is_mark(end, ",") {
        end = party(context, found, end + 1, limit)?;
    }
    let joined = end < limit && matches!(context.text.folded(end), "và" | "với");
    if !joined {
        return None;
    }
    end = party(context, found, end + 1, limit)?;
    Some(several_of_state(context, found, end, limit).unwrap_or(end))
}

/// `, [B], [C] của Nhật Bản`: more bodies of the state of the second party.
fn several_of_state(
    context: &Context<'_>,
    found: &[Found],
    mut at: usize,
    limit: usize,
) -> Option<usize> {
    let mut owned = false;
    while at < limit && context.is_mark(at, ",") {
        let end = party(context, found, at + 1, limit)?;
        owned = super::around::around_token(found, end)
            .iter()
            .any(|f| f.kind == EntityType::Country && f.tokens.end == end);
        at = end;
    }
    owned.then_some(at)
}

/// The end of one party: `nước Cộng hòa Chile`, `tỉnh Hà Giang`, `Bộ Kinh tế của Nhật Bản`.
fn party(context: &Context<'_>, found: &[Found], at: usize, limit: usize) -> Option<usize> {
    let name = |token: usize| {
        boundary::fixed_at(found, token).filter(|name| {
            name.tokens.end <= limit
                && matches!(
                    name.kind,
                    EntityType::Agency
                        | EntityType::Country
                        | EntityType::Province
                        | EntityType::Place
                )
        })
    };
    let behind_noun = || {
        let noun = context.cue_at(context.cues.party_noun, at)?;
        name(noun)
    };
    let end = name(at).or_else(behind_noun)?.tokens.end;
    let owner = end + usize::from(end < limit && context.text.folded(end) == "của");
    let state = name(owner).or_else(|| {
        let noun = context.cue_at(context.cues.party_noun, owner)?;
        name(noun)
    });
    let state = state.filter(|state| state.kind != EntityType::Agency && owner < limit);
    Some(state.map_or(end, |state| state.tokens.end))
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::check;

    #[test]
    fn both_parties_belong_to_the_name() {
        check(
            "Hai nước phê chuẩn [Hiệp định hàng hải giữa nước Cộng hòa Chile và nước Cộng hòa Peru|Document].",
        );
        check(
            "Hai bên ký [Bản ghi nhớ về hạn mức khí thải (HMK) giữa Bộ Y tế Chile và Bộ Kinh tế, Thương mại và Công nghiệp của Peru|Document].",
        );
        check(
            "Bà nhắc tới [Thỏa thuận về Kế hoạch hợp tác nông nghiệp Chile - Peru năm 2019|Document].",
        );
    }

    #[test]
    fn a_member_of_a_list_is_named_to_its_end() {
        check(
            "Họ ký: [Thỏa thuận nhằm đơn giản hóa thủ tục cho tàu cá giữa Bộ Y tế Chile và Bộ Y tế Peru|Document]; hai bên chúc mừng nhau.",
        );
    }

    #[test]
    fn minutes_are_those_of_a_meeting() {
        check("Họ ký [Biên bản Kỳ họp lần thứ 7 Ủy ban hỗn hợp Chile - Peru|Document].");
    }

    #[test]
    fn a_ministry_with_many_fields_is_that_of_its_state() {
        check("Bà làm ở [Bộ Giáo dục, Khoa học, Văn hóa và Thể thao Chile|Agency].");
    }

    #[test]
    fn a_caption_ends_where_the_clause_begins() {
        check(
            "Họ nhắc [Thỏa thuận hợp tác về thương mại Chile - Peru|Document] Tại [Diễn đàn|Event~], hai bên vui mừng.",
        );
    }
}
