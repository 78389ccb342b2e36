//! Finds events: a head noun with its theme, quoted or not, with its edition; and bare ones.

use super::boundary::{self, Tail};
pub(super) use super::event_end::trim;
use super::event_end::{before_year, behind_place, with_quotation};
use super::event_named::{
    edition_behind, edition_inside, happens_behind, is_another, is_bare_head, is_described,
    is_held_with, is_left_over, is_lower_case_name, is_told_apart, names_something, numbered,
};
pub(super) use super::quoted::inside_quotes;
use super::quoted::{is_saying, next_quoted, quoted};
use super::{Context, around, prize};
use crate::model::{EntityType, Found, Source};
use crate::ontology::{HeadNoun, HeadNounIndex, Kinds};
use crate::text::{Case, TokenRange, fold};

/// All events.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let mut names = titled(context, found, EntityType::Event, &RULES);
    names.extend(yearly(context));
    names.extend(numbered_meetings(context));
    prize::series(context, &mut names);
    recurring(context, found, &mut names);
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

/// `SOM 2`: a meeting of officials that goes by its short form and its number, which is one of a series.
fn numbered_meetings(context: &Context<'_>) -> Vec<Found> {
    let mut names = Vec::new();
    for token in context.tokens_with(context.cues.meets_numbered.into()) {
        let Some(end) = context.cue_at(context.cues.meets_numbered, token) else {
            continue;
        };
        let value = end + usize::from(context.is_dash(end));
        let number = context.is_number(value) && context.text.clean(value).len() <= 2;
        if context.text.tokens[token].case == Case::Upper && number {
            let (event, series) = (EntityType::Event, EntityType::Programme);
            let rule = "event/numbered-meeting";
            names.push(Found::new(token..value + 1, event, Source::Context, rule));
            names.push(Found::new(token..end, series, Source::Context, rule));
        }
    }
    names
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

/// Makes series of the events without a number of which a sentence says that they are held again and again:
/// `Ngày hội Hoa được tổ chức hằng năm`. Where the article names none of its editions, its name is that of the
/// series everywhere.
fn recurring(context: &Context<'_>, found: &[Found], names: &mut [Found]) {
    let mut series: Vec<TokenRange> = Vec::new();
    for token in context.tokens_with(context.cues.recurring.into()) {
        // `Cơ chế rà soát định kỳ phổ quát`: within a name.
        let named = || {
            let near = around::around_token(found, token).iter();
            near.clone().any(|name| name.tokens.contains(&token))
        };
        if context.cue_at(context.cues.recurring, token).is_some()
            && !named()
            && let Some(name) = spoken_of(context, names, token)
            && is_unnumbered(context, &names[name])
        {
            names[name].kind = EntityType::Programme;
            series.push(names[name].tokens.clone());
        }
    }
    for one in series {
        let words = context.text.phrase(one).to_lowercase();
        let own = |name: &Found| context.text.phrase(name.tokens.clone()).to_lowercase();
        let edition = |name: &Found| own(name).len() > words.len() && own(name).starts_with(&words);
        if !names.iter().any(edition) {
            let same = names.iter_mut().filter(|name| own(name) == words);
            same.for_each(|name| name.kind = EntityType::Programme);
        }
    }
}

/// The last event that a sentence names before a token, or the first behind it where the token opens the
/// sentence.
fn spoken_of(context: &Context<'_>, names: &[Found], token: usize) -> Option<usize> {
    let sentence = &context.sentence(token).tokens;
    let inside = || {
        let all = names.iter().enumerate();
        all.filter(|(_, name)| sentence.contains(&name.tokens.start))
    };
    let mut before = inside().filter(|(_, name)| name.tokens.end <= token);
    let opens = token < sentence.start + OPENING;
    let behind = || inside().find(|(_, name)| opens && name.tokens.start > token);
    before.next_back().or_else(behind).map(|(index, _)| index)
}

/// Farthest from its start a word opens a sentence.
const OPENING: usize = 5;

/// Whether a full name has no number of its own.
fn is_unnumbered(context: &Context<'_>, name: &Found) -> bool {
    let numbered = name
        .tokens
        .clone()
        .any(|t| context.is_number(t) || context.cue_at(context.cues.edition, t).is_some());
    !name.anaphor && !numbered && name.tokens.len() >= SERIES
}

/// Most words of a title, with where its parties lie.
const LONGEST: usize = 60;

/// Fewest words of the name of a series.
const SERIES: usize = 4;

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
            let level = context.is_cue(context.cues.top_level, head.start)
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
        || is_part_of_event(context, head)
}

/// `lễ khai mạc Hội nghị Cấp cao`, `chương trình Ngày hội`: part of the event that is named behind.
fn is_part_of_event(context: &Context<'_>, head: &TokenRange) -> bool {
    // `chương trình khai mạc Lễ hội`: with what is done there.
    let part = context.cue_at(context.cues.part_of_event, head.start);
    part.is_some_and(|end| {
        end >= head.end
            && boundary::is_meeting(context, end)
            && (context.is_capital(end) || !context.opens_sentence(head.start))
    })
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

/// `Diễn đàn APEC`: the body itself, whose own name opens with this noun.
fn is_body(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    noun: &HeadNoun,
    end: usize,
) -> bool {
    boundary::fixed_at(found, head.end).is_some_and(|body| match body.source {
        Source::Entry(entry) if body.kind == EntityType::Agency => {
            let behind = body.tokens.end;
            let meeting = behind < end
                && (context.is_number(behind)
                    || context.is_dash(behind)
                    || context.cue_at(context.cues.edition, behind).is_some()
                    || context.text.folded(behind) == "về"
                    || context.is_cue(context.cues.date_unit, behind));
            if meeting {
                return false;
            }
            fold(&context.ontology.entries[entry].name)
                .strip_prefix(&fold(&noun.name))
                .is_some_and(|rest| rest.starts_with(' '))
        }
        _ => false,
    })
}

/// `Lễ đón Thủ tướng`: whether it is told by title alone for whom it is, which is no name.
fn is_only_title(context: &Context<'_>, start: usize, end: usize) -> bool {
    context
        .role_at(start)
        .is_some_and(|(role, _)| role.end == end)
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
        && !is_saying(context, &range)
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
    let named = names_something(context, found, head.end..end, kind)
        && !is_bare_head(context, head.end, end)
        || games && context.is_number(head.end)
        || edition_inside(context, head.end, end)
        || end > head.end && with_quotation(context, end, limit) > end
        || numbered(context, head, end)
        || !capital && noun.lower_case && is_described(context, head, end);
    let opens = context.opens_sentence(head.start) && !happens_behind(context, end, limit);
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
    if !(capital || lower()) || is_only_title(context, head.end, end) {
        return None;
    }
    if end - head.start > LONGEST || is_body(context, found, head, noun, end) {
        return None;
    }
    // `lễ ký hợp đồng có giá trị trong vòng 10`: a number left over in a description.
    let left_over = !capital && is_described(context, head, end) && is_left_over(context, end - 1);
    let end = with_quotation(context, end - usize::from(left_over), limit);
    Some(Found::new(head.start..end, kind, source, rules.plain))
}
