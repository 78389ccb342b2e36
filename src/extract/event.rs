//! Finds events: a head noun with its theme, quoted or not, with its edition; and bare ones.

use super::boundary::{self, Tail};
pub(super) use super::event_end::trim;
use super::event_end::{before_year, behind_place, with_quotation};
pub(super) use super::quoted::inside_quotes;
use super::quoted::{next_quoted, quoted};
use super::{Context, around};
use crate::model::{EntityType, Found, Source};
use crate::ontology::{HeadNounIndex, Kinds};
use crate::text::TokenRange;

/// All events.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let mut names = titled(context, found, EntityType::Event, &RULES);
    names.extend(yearly(context));
    names
}

/// `APEC 2017`: the meetings of a body in a year go by both names.
fn yearly(context: &Context<'_>) -> Vec<Found> {
    let meeting = |token: usize| {
        let year = context.cue_at(context.cues.meets_yearly, token)?;
        let number: u16 = context.text.clean(year).parse().ok()?;
        let behind_series = token > 0 && context.is_capital(token - 1);
        ((1900..2100).contains(&number) && !behind_series && context.is_capital(token)).then(|| {
            Found::new(
                token..year + 1,
                EntityType::Event,
                Source::Context,
                "event/yearly",
            )
        })
    };
    let meetings = context.tokens_with(context.cues.meets_yearly.into());
    meetings.filter_map(meeting).collect()
}

const RULES: Rules = Rules {
    plain: "event/head-noun",
    quoted: "event/quoted",
    bare: "event/bare-head-noun",
};

/// The names of the rules of one kind of titled thing.
pub(super) struct Rules {
    pub(super) plain: &'static str,
    pub(super) quoted: &'static str,
    pub(super) bare: &'static str,
}

/// Things with a title behind a head noun: events and programmes follow one grammar.
pub(super) fn titled(
    context: &Context<'_>,
    found: &[Found],
    kind: EntityType,
    rules: &Rules,
) -> Vec<Found> {
    let mut names = Vec::new();
    let mut behind_last = 0;
    for token in context.tokens_with(Kinds::HEAD_NOUN) {
        if token < behind_last {
            continue;
        }
        let name = context.head_noun_at(token).and_then(|(head, index)| {
            let head = joined_head(context, head, kind);
            let level = context.text.folded(head.start) == "cấp"
                && context
                    .cue_before(context.cues.of_level, head.start)
                    .is_some();
            // `Lầu Năm Góc`: a syllable of another name.
            let inside = head.len() == 1
                && head.start > 0
                && context.is_capital(head.start)
                && context.is_capital(head.start - 1)
                && !context.opens_sentence(head.start);
            (context.ontology.head_nouns[index].kind == kind
                && !level
                && !inside
                && !around::around_token(found, token)
                    .iter()
                    .any(|f| f.kind == EntityType::Person && f.tokens.contains(&token))
                && !is_other_word(context, &head))
            .then(|| {
                quoted(context, &head, index, kind, rules)
                    .or_else(|| plain(context, found, &head, index, kind, rules))
            })?
        });
        let Some(mut name) = name else { continue };
        behind_last = name.tokens.end;
        // `chương trình Quảng bá … (VPR 2017)`: one edition of a programme.
        if context.is_mark(behind_last, "(")
            && boundary::is_dated_short_form(context, behind_last + 1)
        {
            name.kind = EntityType::Event;
        }
        let (source, rule) = (name.source, name.rule);
        names.push(name);
        while rule == rules.quoted
            && let Some(next) = next_quoted(context, behind_last)
        {
            behind_last = next.end;
            names.push(Found::new(next, kind, source, rule));
        }
    }
    names
}

/// `Giải quyết`, `giải Nhất`, `độ phân giải`: a word that only begins or ends like the noun of an event, a
/// prize; and `chương trình Giao lưu`, whose own noun has the capital.
fn is_other_word(context: &Context<'_>, head: &TokenRange) -> bool {
    let longer = context.cue_at(context.cues.no_event, head.start);
    let before = context.cue_before(context.cues.no_event, head.end);
    let inner = |token: usize| {
        context.is_capital(token)
            && context
                .head_noun_at(token)
                .is_some_and(|(noun, _)| noun.end == head.end)
    };
    longer.is_some_and(|end| end > head.end)
        || before.is_some_and(|start| start < head.start)
        || !context.is_capital(head.start) && (head.start + 1..head.end).any(inner)
}

/// `Diễn đàn-Triển lãm`: two head nouns joined by a hyphen are one.
fn joined_head(context: &Context<'_>, head: TokenRange, kind: EntityType) -> TokenRange {
    let second = (context.is_dash(head.end) && context.is_capital(head.end + 1))
        .then(|| context.head_noun_at(head.end + 1))
        .flatten()
        .filter(|(_, index)| context.ontology.head_nouns[*index].kind == kind);
    match second {
        Some((second, _)) => head.start..second.end,
        None => head,
    }
}

fn plain(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    index: HeadNounIndex,
    kind: EntityType,
    rules: &Rules,
) -> Option<Found> {
    let noun = &context.ontology.head_nouns[index];
    let capital = context.is_capital(head.start);
    let limit = context.sentence_end(head.start);
    // `Ngày 12/8`, `Năm 2022`: a date, not what happened on it.
    let years = head.len() >= 2 && context.text.folded(head.end + 1) == "năm";
    let games = context.cue_at(context.cues.games, head.start) == Some(head.end);
    if context.is_number(head.end) && !games && !(years && head.end + 1 < limit) {
        return None;
    }
    if capital
        && head.start > 0
        && context.is_quote(head.start - 1)
        && let Some(range) = inside_quotes(context, head.start - 1)
        && (3..=20).contains(&range.len())
    {
        return Some(Found::new(
            range,
            kind,
            Source::HeadNoun(index, head.len()),
            rules.quoted,
        ));
    }
    let end = if context.cue_at(context.cues.predicate, head.end).is_some() {
        head.end
    } else {
        boundary::name_end(context, head.end, head.end, limit, Tail::Loose, found)
    };
    let end = behind_place(context, found, head, end);
    let end = before_year(context, head, trim(context, head.end, end));
    let named = (head.end..end).any(|t| is_name_word(context, t))
        && !is_bare_head(context, head.end, end)
        || games && context.is_number(head.end)
        || edition_inside(context, head.end, end)
        || numbered(context, head, end)
        || !capital && noun.lower_case && is_described(context, head, end);
    let opens = context.opens_sentence(head.start);
    let source = Source::HeadNoun(index, head.len());
    if end == head.end && !capital && is_held_with(context, head) {
        return Some(Found::new(head.clone(), kind, source, rules.plain));
    }
    if end == head.end || (!named && (!capital || opens || end - head.end < 4)) {
        let mut bare = Found::new(head.clone(), kind, source, rules.bare);
        bare.anaphor = true;
        let stands_in = capital && noun.anaphoric && !is_another(context, head);
        return (stands_in && !edition_behind(context, head.end, limit)).then_some(bare);
    }
    let told = || kind == EntityType::Event && is_told_apart(context, found, head, end);
    let lower = || noun.lower_case && (is_lower_case_name(context, found, head, end) || told());
    if !(capital || lower()) {
        return None;
    }
    // `Lễ đón Thủ tướng`: for whom, by title alone, is no name.
    let only_title = context
        .role_at(head.end)
        .is_some_and(|(role, _)| role.end == end);
    if only_title || end - head.start > 40 {
        return None;
    }
    // `lễ ký hợp đồng có giá trị trong vòng 10`: a number left over in a description.
    let left_over = !capital && is_described(context, head, end) && is_left_over(context, end - 1);
    let end = with_quotation(context, end - usize::from(left_over), limit);
    Some(Found::new(head.start..end, kind, source, rules.plain))
}

/// Whether a noun without a name goes on: `Lễ bàn giao` is another one than the ceremony spoken of.
fn is_another(context: &Context<'_>, head: &TokenRange) -> bool {
    let plain = context.cue_at(context.cues.plain_ceremony, head.start) == Some(head.end);
    let goes_on = context.is_word(head.end)
        && context.cue_at(context.cues.stop, head.end).is_none()
        && context.text.folded(head.end) != "và";
    context.is_capital(head.end) || plain && goes_on
}

/// `dự cuộc tọa đàm bàn tròn với các doanh nghiệp`: whom it is with tells which one is meant.
fn is_held_with(context: &Context<'_>, head: &TokenRange) -> bool {
    let classifier = head.start > 0
        && matches!(
            context.text.folded(head.start - 1),
            "cuộc" | "buổi" | "phiên"
        );
    let verb = head.start - usize::from(classifier);
    let with =
        head.end < context.token_count() && matches!(context.text.folded(head.end), "với" | "giữa");
    head.len() >= DESCRIPTION && with && context.cue_before(context.cues.held, verb).is_some()
}

/// Whether a noun in lower case opens a name: before a capital, a number, or where it is held and
/// described.
fn is_lower_case_name(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
) -> bool {
    let first = boundary::fixed_at(found, head.end);
    // `kỳ họp lần thứ hai Ủy ban Hợp tác`, `kỳ họp thứ 3`
    let edition = context
        .cue_at(context.cues.edition, head.end)
        .filter(|_| matches!(context.text.folded(head.end), "lần" | "thứ"))
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
        && first.is_none_or(|f| !matches!(f.kind, EntityType::Country | EntityType::Person));
    written || is_described(context, head, end)
}

/// `lễ hồi hương hài cốt lần thứ 9`, `đối thoại an ninh Chile - Lào`: an edition, or the two states that meet,
/// makes a description a name.
fn is_told_apart(context: &Context<'_>, found: &[Found], head: &TokenRange, end: usize) -> bool {
    let state = |token: usize| {
        boundary::fixed_at(found, token).is_some_and(|name| name.kind == EntityType::Country)
    };
    let two = |dash: usize| context.is_dash(dash) && state(dash + 1);
    let meets = context.cue_at(context.cues.of_two, head.start) == Some(head.end);
    let first = (head.end + 2..end).find(|&token| state(token));
    let states = meets && first.is_some_and(|first| (first + 1..end).any(two));
    let named = (head.end..end).any(|token| is_name_word(context, token));
    let edition = end > head.end + DESCRIPTION
        && edition_inside(context, head.end, end)
        && context.text.folded(head.start) != "chuyến";
    states || named && edition
}

/// Fewest words that make a description in lower case a name.
const DESCRIPTION: usize = 4;

/// Whether a number is no year and no value of an edition.
fn is_left_over(context: &Context<'_>, token: usize) -> bool {
    context.is_number(token)
        && !context.is_dash(token - 1)
        && context.text.clean(token).len() < 4
        && context.cue_before(context.cues.edition, token).is_none()
}

/// `tổ chức hội nghị bàn giải pháp phát triển ngành gỗ`: what is held is one particular event, and what
/// it is about is its name.
fn is_described(context: &Context<'_>, head: &TokenRange, end: usize) -> bool {
    let plain = context.cue_at(context.cues.stop, head.end).is_none();
    let whole = context.is_mark(end, ",") || edition_inside(context, head.end, end);
    let at_it = head.start > 0
        && context.text.folded(head.start - 1) == "tại"
        && (plain || whole && context.text.folded(head.end) == "các")
        && (head.end + 1..end).any(|t| is_name_word(context, t));
    end >= head.end + DESCRIPTION
        && (at_it || context.cue_before(context.cues.held, head.start).is_some())
        && context.role_at(head.end).is_none()
}

/// `Đại hội Đảng bộ`: nothing but another head noun behind the first.
fn is_bare_head(context: &Context<'_>, start: usize, end: usize) -> bool {
    context.head_noun_at(start).is_some_and(|(range, _)| {
        range.end >= end || matches!(context.text.folded(range.end), "các" | "những")
    })
}

/// A capitalised word of two letters and more: `Giải B` is no name.
fn is_name_word(context: &Context<'_>, token: usize) -> bool {
    context.is_capital(token) && context.text.clean(token).chars().nth(1).is_some()
}

/// Farthest behind its noun an edition is looked for, in tokens.
const EDITION_REACH: usize = 12;

/// Whether an edition stands in the title, with something before it: `Hội nghị lần thứ nhất` names
/// no conference by itself.
fn edition_inside(context: &Context<'_>, start: usize, end: usize) -> bool {
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
fn numbered(context: &Context<'_>, head: &TokenRange, end: usize) -> bool {
    let value = context.cue_at(context.cues.edition, head.end);
    context.cue_at(context.cues.numbered, head.start) == Some(head.end)
        && value.is_some_and(|value| boundary::is_edition_value(context, value) && end > value)
}

/// Whether a bare noun goes on with an edition, `Hội nghị lần thứ nhất`, `Hội nghị hợp tác giữa hai
/// bên lần thứ 9`: it is another one than the one spoken of.
fn edition_behind(context: &Context<'_>, start: usize, limit: usize) -> bool {
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
