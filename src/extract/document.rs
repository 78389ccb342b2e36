//! Finds documents: by number (`Chỉ thị số 15-CT/TW`), or by title (`Chiến lược phát triển …`).

use super::boundary::{self, Tail};
use super::document_end::extent;
use super::{Context, around, event, law, parties};
use crate::model::{EntityType, Found, Source};
use crate::ontology::{HeadNounIndex, Kinds};
use crate::text::{Case, TokenRange};

/// All documents.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let mut documents = Vec::new();
    for token in context.tokens_with(Kinds::HEAD_NOUN) {
        let Some((head, index)) = context.head_noun_at(token) else {
            continue;
        };
        // `quan hệ Đối tác Chiến lược toàn diện`: the end of another term.
        if (token.saturating_sub(2)..token).any(|before| {
            let term = context.cue_at(context.cues.partnership, before);
            term.is_some_and(|end| end >= head.end)
        }) {
            continue;
        }
        if context.ontology.head_nouns[index].kind != EntityType::Document {
            continue;
        }
        let name = numbered(context, &head, index)
            .or_else(|| of_event(context, found, &head, index))
            .or_else(|| of_maker(context, found, &head, index))
            .or_else(|| listed(context, found, &head, index))
            .or_else(|| amending(context, found, &head, index))
            .or_else(|| titled(context, found, &head, index))
            .or_else(|| law::in_lower_case(context, found, &head, index))
            .or_else(|| statement(context, &head, index));
        documents.extend(name);
    }
    documents
}

fn document(tokens: TokenRange, index: HeadNounIndex, head: usize, rule: &'static str) -> Found {
    Found::new(
        tokens,
        EntityType::Document,
        Source::HeadNoun(index, head),
        rule,
    )
}

/// `Nghị quyết 21`, `Nghị quyết số 16 - NQ/TW`, `Quyết định 1234/QĐ-TTg`.
fn numbered(context: &Context<'_>, head: &TokenRange, index: HeadNounIndex) -> Option<Found> {
    let limit = context.sentence_end(head.start);
    let at = number_at(context, head, limit)?;
    let mut end = number_end(context, at);
    let bare = end == at + 1;
    if bare && !context.is_capital(head.start) && at == head.end {
        return None;
    }
    if bare {
        end = congress(context, end, limit);
    }
    Some(document(
        head.start..end,
        index,
        head.len(),
        "document/number",
    ))
}

/// Where the number of a document stands behind its noun: `số 15`, `Trung ương 4`, and the year of a law.
fn number_at(context: &Context<'_>, head: &TokenRange, limit: usize) -> Option<usize> {
    let word = |token: usize| (token < limit).then(|| context.text.folded(token));
    let at = match word(head.end)? {
        "số" => head.end + 1,
        "năm" if context.cue_at(context.cues.law, head.start) == Some(head.end) => head.end + 1,
        _ => context
            .cue_at(context.cues.plenum, head.end)
            .unwrap_or(head.end),
    };
    (at < limit && context.is_number(at)).then_some(at)
}

/// One past the congress whose plenum made a resolution: `khóa XII`, `, khóa XII`, `(khóa XII)`.
fn congress(context: &Context<'_>, at: usize, limit: usize) -> usize {
    let bracket = usize::from(context.is_mark(at, "("));
    let mark = bracket.max(usize::from(context.is_mark(at, ",")));
    let Some(value) = context.cue_at(context.cues.congress, at + mark) else {
        return at;
    };
    let closed = bracket == 0 || context.is_mark(value + 1, ")");
    let named = value + bracket < limit && boundary::is_edition_value(context, value) && closed;
    if named { value + 1 + bracket } else { at }
}

/// The end of a document's number: `15-CT/TW`, `16 - NQ/TW`, `72/2021/NĐ-CP`.
fn number_end(context: &Context<'_>, number: usize) -> usize {
    let limit = context.sentence_end(number);
    let mut end = number + 1;
    while end + 1 < limit {
        let joint = context.is_dash(end) || context.is_mark(end, "/");
        let spaced = context.text.tokens[end].space_before;
        let code = context.is_capital(end + 1)
            && (context.text.clean(end + 1).chars().count() <= 6
                || context.text.tokens[end + 1].case == Case::Upper)
            || (context.is_number(end + 1) && !spaced);
        let code_in_capitals = context
            .text
            .clean(end + 1)
            .chars()
            .next()
            .is_some_and(char::is_uppercase)
            && context
                .text
                .clean(end + 1)
                .chars()
                .filter(|c| c.is_uppercase())
                .count()
                >= 2;
        if joint && code && (!spaced || code_in_capitals) {
            end += 2;
        } else {
            break;
        }
    }
    end
}

/// `Nghị quyết Đại hội Đảng bộ Thành phố lần thứ IX`: a document named after an event.
fn of_event(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    index: HeadNounIndex,
) -> Option<Found> {
    let event = around::beginning_at(found, head.end)
        .iter()
        .filter(|f| f.kind == EntityType::Event && !f.anaphor)
        .max_by_key(|f| f.tokens.end)?;
    context.is_capital(head.start).then(|| {
        document(
            head.start..event.tokens.end,
            index,
            head.len(),
            "document/of-event",
        )
    })
}

/// `ra Tuyên bố chung`: a statement that goes by its noun, where this has a capital.
fn statement(context: &Context<'_>, head: &TokenRange, index: HeadNounIndex) -> Option<Found> {
    let end = context.cue_at(context.cues.statement, head.start)?;
    let inside = context.is_capital(head.start) && !context.opens_sentence(head.start);
    let many = super::agency::is_of_many(context, head.start);
    let rule = "document/statement";
    (inside && end >= head.end && !many).then(|| document(head.start..end, index, head.len(), rule))
}

/// `Nghị quyết của Bộ Chính trị về phát triển vùng`: a document named by its maker and its subject.
fn of_maker(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    index: HeadNounIndex,
) -> Option<Found> {
    let limit = context.sentence_end(head.start);
    if !context.is_capital(head.start)
        || head.end >= limit
        || context.text.folded(head.end) != "của"
    {
        return None;
    }
    let maker =
        boundary::fixed_at(found, head.end + 1).filter(|maker| maker.kind == EntityType::Agency)?;
    let about = maker.tokens.end;
    if about + 1 >= limit || context.text.folded(about) != "về" {
        return None;
    }
    let end = boundary::name_end(context, head.end, about, limit, Tail::Loose, found);
    let end = event::trim(context, about, end);
    let said = end > about + 3 && end - head.start <= 30;
    said.then(|| document(head.start..end, index, head.len(), "document/of-maker"))
}

/// `Kế hoạch phát triển kinh tế - xã hội 5 năm 2021 - 2025`, `Đề án “…”`.
fn titled(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    index: HeadNounIndex,
) -> Option<Found> {
    let noun = &context.ontology.head_nouns[index];
    if opens_no_title(context, found, head) {
        return None;
    }
    if context.is_quote(head.end) {
        let range = event::inside_quotes(context, head.end)?;
        return (context.is_capital(range.start) && range.len() >= 3)
            .then(|| document(range, index, 0, "document/quoted"));
    }
    let capital = context.is_capital(head.start);
    let others = boundary::fixed_at(found, head.end).is_some_and(|f| {
        matches!(
            f.kind,
            EntityType::Agency | EntityType::Country | EntityType::Person
        )
    });
    if others && !capital {
        return None;
    }
    let inside_quote = head.start > 0 && context.is_quote(head.start - 1);
    let opens = context.opens_sentence(head.start);
    let treaty = context.cue_at(context.cues.treaty_head, head.start) == Some(head.end);
    // `Hiệp ước về …`, `Bản ghi nhớ giữa hai nước`: a treaty is named by its subject or its parties.
    let subject = treaty
        && capital
        && match context.text.folded(head.end) {
            "về" => !opens || of_states(context, found, head),
            "giữa" => true,
            _ => false,
        };
    let function_word = context.cue_at(context.cues.stop, head.end).is_some()
        && context.cue_at(context.cues.first_verb, head.end).is_none()
        && !subject;
    if function_word {
        return None;
    }
    if inside_quote && capital {
        let range = event::inside_quotes(context, head.start - 1)?;
        return (range.len() >= 3)
            .then(|| document(range, index, head.len(), "document/quoted-whole"));
    }
    let (end, parties) = extent(context, found, head, capital);
    let long = end.saturating_sub(head.end);
    let named = (head.end..end).any(|t| context.is_capital(t) || context.is_number(t));
    let plan = context.cue_at(context.cues.plan_head, head.start) == Some(head.end);
    let enough = if !capital && parties {
        true
    } else if capital && !opens {
        (named && long >= 1) || (plan && long >= 4) || (treaty && long >= 3)
    } else {
        named
            && long >= 3
            && (capital || noun.lower_case)
            && (opens || context.is_capital(head.end) || has_period(context, head.end, end))
    };
    let longest = if parties { parties::LONGEST } else { LONGEST };
    (enough && long <= longest)
        .then(|| document(head.start..end, index, head.len(), "document/title"))
}

/// `Tuyên bố chung về tăng cường quan hệ Chile - Lào` as a heading: two states in a sentence without a verb.
fn of_states(context: &Context<'_>, found: &[Found], head: &TokenRange) -> bool {
    let limit = context.sentence_end(head.start);
    let end = boundary::name_end(context, head.end, head.end, limit, Tail::Loose, found);
    let inside = around::around(found, &(head.end..end)).iter();
    let states = inside.filter(|f| {
        f.kind == EntityType::Country && f.tokens.start > head.end && f.tokens.end <= end
    });
    end == limit && states.count() == 2
}

/// Longest title behind its head noun, in tokens.
const LONGEST: usize = 30;

/// Whether a head noun opens no title: `Kế hoạch hóa gia đình`, `ký các Hiệp định về dẫn độ`; what is known is
/// whole before another thing (`Hiến chương Liên hợp quốc và luật pháp quốc tế`).
pub(super) fn opens_no_title(context: &Context<'_>, found: &[Found], head: &TokenRange) -> bool {
    let known = boundary::fixed_at(found, head.start)
        .filter(|f| f.kind == EntityType::Document && matches!(f.source, Source::Entry(_)));
    let joined = known.is_some_and(|known| {
        let behind = known.tokens.end;
        behind < context.sentence_end(head.start) && context.text.folded(behind) == "và"
    });
    joined
        || context
            .cue_at(context.cues.no_document, head.start)
            .is_some()
        || opens_numbers_only(context, head)
        || super::agency::is_of_many(context, head.start)
}

/// `; Thỏa thuận nhằm mở rộng giao thương giữa Bộ A và Viện B;`: a member of a list of agreements.
fn listed(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    index: HeadNounIndex,
) -> Option<Found> {
    let agreement = context.is_capital(head.start)
        && context
            .cue_at(context.cues.treaty_head, head.start)
            .is_some();
    let end = parties::listed(context, found, head).filter(|_| agreement)?;
    Some(document(
        head.start..end,
        index,
        head.len(),
        "document/listed",
    ))
}

/// `Luật sửa đổi, bổ sung một số điều của Luật Thủy sản`: a document that changes another.
fn amending(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    index: HeadNounIndex,
) -> Option<Found> {
    let changes = context.cue_at(context.cues.amends, head.end)?;
    let changed = context.cue_at(context.cues.articles_of, changes);
    let (inner, noun) = context.head_noun_at(changed.unwrap_or(changes))?;
    let document_behind = context.ontology.head_nouns[noun].kind == EntityType::Document
        && context.is_capital(inner.start)
        && inner.end < context.sentence_end(head.start);
    if !document_behind || !context.is_capital(head.start) || opens_no_title(context, found, head) {
        return None;
    }
    let end = numbered(context, &inner, noun)
        .or_else(|| boundary::fixed_at(found, inner.start).cloned())
        .map_or_else(
            || extent(context, found, &inner, true).0,
            |name| name.tokens.end,
        );
    (end > inner.end && end - inner.end <= parties::LONGEST)
        .then(|| document(head.start..end, index, head.len(), "document/amending"))
}

/// Whether a head noun of one syllable opens no title: `TT` stands before numbers, and `Luật` behind a
/// capital is of another name (`Đại học Luật Huế`).
fn opens_numbers_only(context: &Context<'_>, head: &TokenRange) -> bool {
    let behind_capital = head.start > 0
        && context.is_capital(head.start)
        && context.is_capital(head.start - 1)
        && !context.opens_sentence(head.start)
        // `Theo Luật Du lịch`
        && !(context.opens_sentence(head.start - 1)
            && context.cue_at(context.cues.stop, head.start - 1).is_some());
    head.len() == 1 && (context.text.tokens[head.start].case == Case::Upper || behind_capital)
}

fn has_period(context: &Context<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|t| context.is_number(t) && context.text.clean(t).len() == 4)
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::check;

    #[test]
    fn a_treaty_may_be_about_several_things_and_in_lower_case_names_its_parties() {
        check(
            "Họ ký [Thỏa thuận về những nguyên tắc đánh cá|Document] và [Thỏa thuận hợp tác về y tế|Document] trong giai đoạn mới.",
        );
        check("Bà nhắc tới [thỏa thuận hợp tác y tế giữa Chile và Peru|Document] năm ngoái.");
        check(
            "Bà nhắc tới các thỏa thuận hợp tác y tế giữa [Chile|Country] và [Peru|Country] năm ngoái.",
        );
        check("Bà nhắc tới thỏa thuận giữa [Chile|Country] và [Peru|Country] năm ngoái.");
    }

    #[test]
    fn an_act_that_changes_another() {
        check(
            "Hai bên bàn [Luật sửa đổi, bổ sung một số điều của Luật Hàng hải|Document] và [Hiệp ước Hòa bình với Chile|Document].",
        );
    }

    #[test]
    fn an_act_ends_behind_its_number_and_a_status_is_none() {
        check("Theo [Kết luận thanh tra số 7|Document] về việc bán đất, họ đã sai.");
        check("[Chile|Country] công nhận Quy chế kinh tế thị trường đầy đủ của [Peru|Country].");
        check("Chiến lược gia người [Chile|Country] đổi đội hình.");
        check("Điều 7 [Luật Du lịch|Document] có quy định về phí.");
    }

    #[test]
    fn a_plenum_names_its_resolution_and_a_year_its_constitution() {
        check("Tỉnh học [Nghị quyết Trung ương 6 (khóa XI)|Document] về văn hóa.");
        check("Theo khoản 2, điều 7 [Luật Du lịch 2017|Document], tỉnh cấp phép.");
        check("Bản dự thảo sửa [Hiến pháp năm 1992|Document] được góp ý.");
        check(
            "Họ ký [Tuyên bố về khai thác cá ở Hồ Xanh|Document]; họ trọng [Hiến chương Liên hợp quốc|Document] và luật biển.",
        );
        check(
            "Hai bên bàn [Hiệp định Vận tải đường thủy Lào - Thái Lan|Document] thay thế bản cũ.",
        );
    }

    #[test]
    fn a_paper_with_a_number_is_one() {
        check("Họ vừa có [văn bản số 12/SYT-KH|Document] về việc này; văn bản của họ dài 3 trang.");
    }
}
