//! When what stands behind the noun of an event or programme is a name, also in lower case.

use super::boundary;
use super::{Context, around};
use crate::model::{EntityType, Found, Source};
use crate::text::TokenRange;

/// Whether a noun without a name goes on: `Lễ bàn giao` is another one than the ceremony spoken of.
pub(super) fn is_another(context: &Context<'_>, head: &TokenRange) -> bool {
    let plain = context.cue_at(context.cues.plain_ceremony, head.start) == Some(head.end);
    let goes_on = context.is_word(head.end)
        && context.cue_at(context.cues.stop, head.end).is_none()
        && context.text.folded(head.end) != "và";
    context.is_capital(head.end) || plain && goes_on
}

/// `dự cuộc tọa đàm bàn tròn với các doanh nghiệp`: whom it is with tells which one is meant.
pub(super) fn is_held_with(context: &Context<'_>, head: &TokenRange) -> bool {
    let classifier =
        head.start > 0 && context.is_cue(context.cues.event_classifier, head.start - 1);
    let verb = head.start - usize::from(classifier);
    let with =
        head.end < context.token_count() && matches!(context.text.folded(head.end), "với" | "giữa");
    head.len() >= DESCRIPTION && with && context.cue_before(context.cues.held, verb).is_some()
}

/// Whether a noun in lower case opens a name: before a capital, a number, or where it is held and
/// described.
pub(super) fn is_lower_case_name(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
) -> bool {
    let first = boundary::fixed_at(found, head.end);
    // `kỳ họp lần thứ hai Ủy ban Hợp tác`, `kỳ họp thứ 3`
    let edition = context
        .cue_at(context.cues.edition, head.end)
        .filter(|_| context.is_cue(context.cues.nth, head.end))
        .filter(|&value| boundary::is_edition_value(context, value));
    if edition.is_some_and(|value| end > value + 1) || numbered(context, head, end) {
        return true;
    }
    // `lễ Phật`, `chiêu đãi Tổng thống`: of some nouns only a description that names something is a name.
    if context.cue_at(context.cues.plain_ceremony, head.start) == Some(head.end) {
        let named = (head.end..end).any(|token| is_name_word(context, token));
        let given = context.text.folded(head.end) == "của";
        return named
            && !given
            && !context.is_capital(head.end)
            && is_described(context, head, end);
    }
    let written = (context.is_capital(head.end) || context.is_number(head.end))
        && !(context.role_at(head.end).is_some()
            && context.cue_at(context.cues.talks, head.start) == Some(head.end))
        && first.is_none_or(|f| {
            // `tranh thủ diễn đàn Liên hợp quốc`: the body, where it is spoken.
            let body = f.kind == EntityType::Agency
                && f.tokens.end == end
                && context.cue_at(context.cues.forum, head.start) == Some(head.end);
            !body && !matches!(f.kind, EntityType::Country | EntityType::Person)
        });
    // `lễ hội đua thuyền Kiên Giang`
    let festive = context.cue_at(context.cues.festive, head.start) == Some(head.end)
        && context.cue_at(context.cues.stop, head.end).is_none()
        && context
            .cue_before(context.cues.of_a_kind, head.start)
            .is_none()
        && around::ends_territory(found, head.end, end)
        && (head.end..end).all(|token| context.text.folded(token) != "của");
    written || festive || is_described(context, head, end)
}

/// `lễ hồi hương hài cốt lần thứ 9`, `đối thoại an ninh Chile - Lào`: an edition, or the two states that meet,
/// makes a description a name.
pub(super) fn is_told_apart(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
) -> bool {
    let state = |token: usize| {
        boundary::fixed_at(found, token).is_some_and(|name| {
            let union = name.kind == EntityType::Agency && name.tokens.len() == 1;
            name.kind == EntityType::Country || union && matches!(name.source, Source::Entry(_))
        })
    };
    let two = |dash: usize| context.is_dash(dash) && state(dash + 1);
    let meets = context.cue_at(context.cues.of_two, head.start) == Some(head.end);
    let first = (head.end..end).find(|&token| state(token));
    let states = meets && first.is_some_and(|first| (first + 1..end).any(two));
    let named = (head.end..end).any(|token| is_name_word(context, token));
    let edition = end > head.end + DESCRIPTION && edition_inside(context, head.end, end);
    states || named && edition
}

/// Fewest words that make a description in lower case a name.
const DESCRIPTION: usize = 4;

/// Farthest behind its name, in tokens, an event is said to happen, past its date.
const HAPPENS_REACH: usize = 9;

/// `Hội nghị tập huấn công tác đối ngoại năm 2023 được tổ chức tại …`: what happens is one particular event.
pub(super) fn happens_behind(context: &Context<'_>, end: usize, limit: usize) -> bool {
    let dated = |token: usize| {
        context.is_number(token)
            || context.is_mark(token, "/")
            || context.is_dash(token)
            || context.is_cue(context.cues.date_unit, token)
            || context.cue_at(context.cues.saying_of, token).is_some()
    };
    let verb = (end..limit.min(end + HAPPENS_REACH)).find(|&token| !dated(token));
    verb.is_some_and(|verb| context.cue_at(context.cues.happens, verb).is_some())
}

/// Whether a number is no year and no value of an edition.
pub(super) fn is_left_over(context: &Context<'_>, token: usize) -> bool {
    context.is_number(token)
        && !context.is_dash(token - 1)
        && context.text.clean(token).len() < 4
        && context.cue_before(context.cues.edition, token).is_none()
}

/// `tổ chức hội nghị bàn giải pháp phát triển ngành gỗ`: what is held is one particular event, and what
/// it is about is its name.
pub(super) fn is_described(context: &Context<'_>, head: &TokenRange, end: usize) -> bool {
    // `tại lễ trao …`: what is done there, though other names end at such a verb.
    let plain = context.cue_at(context.cues.stop, head.end).is_none()
        || context.cue_at(context.cues.first_verb, head.end).is_some();
    let whole = context.is_mark(end, ",") || edition_inside(context, head.end, end);
    let at_it = head.start > 0
        && context.text.folded(head.start - 1) == "tại"
        && (plain || whole && context.text.folded(head.end) == "các")
        && (head.end + 1..end).any(|t| is_name_word(context, t));
    // `họp báo tại Hà Nội`: where it is held.
    let held_in = matches!(context.text.folded(head.end), "tại" | "ở");
    end >= head.end + DESCRIPTION
        && !held_in
        && (at_it || context.cue_before(context.cues.held, head.start).is_some())
        && context.role_at(head.end).is_none()
}

/// `Đại hội Đảng bộ`: nothing but another head noun behind the first.
pub(super) fn is_bare_head(context: &Context<'_>, start: usize, end: usize) -> bool {
    context.head_noun_at(start).is_some_and(|(range, _)| {
        range.end >= end || context.is_cue(context.cues.plural, range.end)
    })
}

/// Whether a capitalised word stands in a title, or in that of an event a territory, `châu Á`, or a known
/// body: `G-20`.
pub(super) fn names_something(
    context: &Context<'_>,
    found: &[Found],
    mut title: TokenRange,
    kind: EntityType,
) -> bool {
    let known = |token| {
        let body = |name: &Found| {
            name.kind == EntityType::Agency && matches!(name.source, Source::Entry(_))
        };
        around::begins_territory(found, token)
            || context.is_capital(token) && boundary::fixed_at(found, token).is_some_and(body)
    };
    let event = kind == EntityType::Event;
    title.any(|token| is_name_word(context, token) || event && known(token))
}

/// A capitalised word of two letters and more: `Giải B` is no name.
fn is_name_word(context: &Context<'_>, token: usize) -> bool {
    context.is_capital(token) && context.text.clean(token).chars().nth(1).is_some()
}

/// Farthest behind its noun an edition is looked for, in tokens.
const EDITION_REACH: usize = 12;

/// Whether an edition stands in the title, with something before it: `Hội nghị lần thứ nhất` names
/// no conference by itself.
pub(super) fn edition_inside(context: &Context<'_>, start: usize, end: usize) -> bool {
    match context.cue_at(context.cues.edition, start) {
        // `Hội nghị lần thứ hai các quan chức cao cấp`
        Some(value) => boundary::is_edition_value(context, value) && end > value + DESCRIPTION,
        None => (start + 1..end).any(|t| {
            let value = context.cue_at(context.cues.edition, t);
            value.is_some_and(|value| boundary::is_edition_value(context, value))
        }),
    }
}

/// `kỳ họp thứ 3`: of some meetings the number is name enough.
pub(super) fn numbered(context: &Context<'_>, head: &TokenRange, end: usize) -> bool {
    let value = context.cue_at(context.cues.edition, head.end);
    context.cue_at(context.cues.numbered, head.start) == Some(head.end)
        && value.is_some_and(|value| boundary::is_edition_value(context, value) && end > value)
}

/// Whether a bare noun goes on with an edition, `Hội nghị lần thứ nhất`, `Hội nghị hợp tác giữa hai
/// bên lần thứ 9`: it is another one than the one spoken of.
pub(super) fn edition_behind(context: &Context<'_>, start: usize, limit: usize) -> bool {
    for token in start..limit.min(start + EDITION_REACH) {
        let dash = matches!(context.text.folded(token), "-" | "–");
        let ends = !(dash || context.is_word(token) || context.is_number(token));
        if ends || context.head_noun_at(token).is_some() {
            return false;
        }
        if let Some(value) = context.cue_at(context.cues.edition, token)
            && boundary::is_edition_value(context, value)
        {
            return true;
        }
    }
    false
}
