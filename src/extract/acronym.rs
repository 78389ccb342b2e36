//! Finds short forms that the article itself introduces: `Sở Ngoại vụ Tp.HCM (SNV)`.

use super::Context;
use crate::model::{EntityType, Found, Source};
use crate::text::Case;

/// Adds bracketed short forms behind names, and their later uses.
pub(super) fn add(context: &Context<'_>, found: &mut Vec<Found>) {
    let mut added: Vec<(String, EntityType, Source)> = Vec::new();
    for name in found.iter() {
        if name.anaphor {
            continue;
        }
        if let Some(token) = bracketed(context, name) {
            let word = context.text.clean(token).to_owned();
            if found.iter().all(|f| f.tokens != (token..token + 1)) {
                let whole = Source::SameAs(name.tokens.start, name.tokens.len());
                added.push((word, name.kind, whole));
            }
        }
    }
    let dated = dated(context, found);
    found.extend(dated);
    for (word, kind, whole) in added {
        for name in found.iter_mut() {
            let same = name.tokens.len() == 1 && context.text.clean(name.tokens.start) == word;
            if same && name.source == Source::Context {
                name.kind = kind;
                name.source = whole;
            }
        }
        for token in 0..context.token_count() {
            if context.text.clean(token) == word
                && !found.iter().any(|f| {
                    f.tokens.contains(&token)
                        && (f.tokens.len() == 1 || matches!(f.kind, EntityType::Person))
                })
            {
                let end = with_place(found, kind, with_year(context, kind, token + 1));
                found.push(Found::new(token..end, kind, whole, "name/acronym"));
            }
        }
    }
}

/// `Diễn đàn Xanh năm 2017 (DDX 2017)`, and `DDX 2017` later: an event by its short form and its year.
fn dated(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let mut dated = Vec::new();
    for name in found.iter().filter(|name| name.kind == EntityType::Event) {
        let year = usize::from(context.text.folded(name.tokens.end) == "năm");
        let number = name.tokens.end + year;
        let open = number + usize::from(context.is_number(number));
        let token = open + 1;
        let short = !name.anaphor
            && context.is_mark(open, "(")
            && context.is_mark(token + 2, ")")
            && context.text.tokens[token].case == Case::Upper
            && is_year(context, token + 1);
        if !short {
            continue;
        }
        let whole = Source::SameAs(name.tokens.start, name.tokens.len());
        let word = |at: usize| context.text.clean(at);
        for at in (0..context.token_count() - 1)
            .filter(|&at| word(at) == word(token) && word(at + 1) == word(token + 1))
        {
            let tokens = at..at + 2;
            dated.push(Found::new(tokens, name.kind, whole, "name/acronym"));
        }
    }
    dated
}

/// Whether the number of a year stands here.
fn is_year(context: &Context<'_>, token: usize) -> bool {
    let year = context.text.clean(token).parse::<u32>();
    context.is_number(token) && year.is_ok_and(|year| (1900..2100).contains(&year))
}

/// `VITM 2021`: the year behind the short form of an event belongs to it.
fn with_year(context: &Context<'_>, kind: EntityType, end: usize) -> usize {
    let year = kind == EntityType::Event && end < context.token_count() && is_year(context, end);
    end + usize::from(year)
}

/// The short form in brackets directly behind a name, a closing quotation mark between allowed.
fn bracketed(context: &Context<'_>, name: &Found) -> Option<usize> {
    let mut open = name.tokens.end;
    if context.is_quote(open) {
        open += 1;
    }
    if !context.is_mark(open, "(") {
        open = before_year(context, name)?;
    }
    let mut token = open + 1;
    if context.is_cue(context.cues.says_short, token) {
        token = (token..token + 5)
            .find(|&t| t < context.token_count() && context.text.tokens[t].case == Case::Upper)?;
    }
    let short = token < context.token_count()
        && matches!(context.text.tokens[token].case, Case::Upper | Case::Mixed)
        && context.is_word(token)
        && (context.is_mark(token + 1, ")") || context.is_mark(token + 1, ","));
    let state = matches!(name.kind, EntityType::Country | EntityType::Place);
    (short
        && (!state || has_initials(context, name, token))
        && matches!(
            name.kind,
            EntityType::Agency
                | EntityType::Programme
                | EntityType::Event
                | EntityType::Document
                | EntityType::Country
                | EntityType::Place
        ))
    .then_some(token)
}

/// `Hội chợ Nông sản (FNIC) 2019`: where the brackets open behind which a name goes on with its year alone.
fn before_year(context: &Context<'_>, name: &Found) -> Option<usize> {
    let open = name.tokens.end.checked_sub(4)?;
    (open > name.tokens.start
        && context.is_mark(open, "(")
        && context.is_mark(open + 2, ")")
        && context.is_number(open + 3))
    .then_some(open)
}

/// Whether a short form is made of the first letters of a name: `Trung Quốc (TQ)`; of a state it may be
/// a body's that stands before (`tình báo Chile (KXBQ)`).
fn has_initials(context: &Context<'_>, name: &Found, token: usize) -> bool {
    let words = name.tokens.clone().filter(|&t| context.is_word(t));
    let initials = words.filter_map(|t| context.text.clean(t).chars().next());
    let initials: String = initials.flat_map(char::to_uppercase).collect();
    context.text.clean(token) == initials
}

/// `SNV Tp.HCM`: a body's short form takes the place behind it.
fn with_place(found: &[Found], kind: EntityType, end: usize) -> usize {
    if kind != EntityType::Agency {
        return end;
    }
    found
        .iter()
        .find(|f| {
            f.tokens.start == end && matches!(f.kind, EntityType::Province | EntityType::Country)
        })
        .map_or(end, |f| f.tokens.end)
}
