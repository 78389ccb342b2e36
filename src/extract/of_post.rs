//! Finds bodies that only the post held in them tells: `Chủ tịch PVcomBank`, `giám đốc điều hành của Epibone`.

use super::{Context, around};
use crate::model::{EntityType, Found, Source};
use crate::ontology::Kinds;
use crate::text::{Case, TokenRange};

/// How far behind a title `của` may stand, with the field of work between, in tokens.
const LONGEST_FIELD: usize = 7;

/// The longest name, in tokens.
const LONGEST: usize = 6;

/// All unknown bodies behind the posts of those who lead or speak for them.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let (leads, speaks) = (context.cues.leads_body, context.cues.speaks_for);
    let posts = context.tokens_with(Kinds::from(leads).and(speaks.into()));
    let named = posts.filter_map(|token| {
        let limit = context.sentence_end(token);
        let behind = |post| {
            let end = context.cue_at(post, token)?;
            (end < limit && !context.in_capitals(token)).then_some(end)
        };
        let led = behind(leads).and_then(|end| {
            let brand = brand(context, found, end, limit);
            brand.or_else(|| owner(context, found, end, limit))
        });
        led.or_else(|| brand(context, found, behind(speaks)?, limit))
    });
    named
        .map(|tokens| {
            Found::new(
                tokens,
                EntityType::Agency,
                Source::Context,
                "agency/of-post",
            )
        })
        .collect()
}

/// `PVcomBank` in `Chủ tịch PVcomBank - cho hay`, `HCA` in `(Tổng Thư ký HCA)`: a word with capitals inside that
/// ends the phrase.
fn brand(context: &Context<'_>, found: &[Found], at: usize, limit: usize) -> Option<TokenRange> {
    let next = at + 1;
    let word = context.text.clean(at);
    let capitals = matches!(context.text.tokens[at].case, Case::Upper | Case::Mixed)
        && word.chars().filter(|c| c.is_uppercase()).count() >= 2
        && word.chars().count() >= 3
        && word.chars().all(char::is_alphabetic)
        && !word.starts_with("Mc");
    let ends = next >= limit
        || !context.is_word(next) && !context.is_mark(next, "/") && !context.is_mark(next, "&")
        || context.cue_at(context.cues.says, next).is_some();
    let hyphen = context.is_dash(next) && !context.text.tokens[next].space_before;
    let noun = context.head_noun_at(at).is_some()
        || context.role_at(at).is_some()
        || context.cue_at(context.cues.place_head, at).is_some()
        || context.name_at(at).is_some();
    (capitals && ends && !hyphen && !noun && is_free(context, found, &(at..next)))
        .then_some(at..next)
}

/// `Tyche Capital Advisors` in `giám đốc điều hành tại Tyche Capital Advisors`: foreign words behind what is led.
fn owner(context: &Context<'_>, found: &[Found], end: usize, limit: usize) -> Option<TokenRange> {
    let of = (end..limit.min(end + LONGEST_FIELD)).find(|&t| {
        !context.is_word(t)
            || context.is_capital(t)
            || matches!(context.text.folded(t), "của" | "tại")
    })?;
    let seat = context.text.folded(of) == "tại";
    if !seat && context.text.folded(of) != "của" {
        return None;
    }
    let run = foreign_run(context, of + 1, limit);
    let words = run.clone().filter(|&t| context.is_capital(t)).count();
    let joined = run.clone().any(|t| context.is_mark(t, "&"));
    // One word or two behind `tại` are rather where it is.
    let enough = if seat {
        words >= 3 || joined
    } else {
        words >= 1
    };
    let short = words == 1 && context.text.clean(run.start).chars().count() < 4;
    let goes_on = run.end < limit && (context.is_dash(run.end) || context.is_mark(run.end, "/"));
    let plain = run.len() <= LONGEST && !goes_on && is_free(context, found, &run);
    (enough && !short && plain).then_some(run)
}

/// Foreign words with capitals, with `&` and `of` between.
fn foreign_run(context: &Context<'_>, start: usize, limit: usize) -> TokenRange {
    let foreign = |t: usize| {
        t < limit
            && context.is_capital(t)
            && context.text.clean(t).chars().nth(1).is_some()
            && (!context.text.is_vietnamese(t) || context.text.tokens[t].case == Case::Upper)
            && context.role_at(t).is_none()
            && context.head_noun_at(t).is_none()
    };
    let mut end = start;
    while end < limit {
        let joint = end > start
            && (context.is_mark(end, "&")
                || matches!(context.text.clean(end), "of" | "and" | "for"))
            && foreign(end + 1);
        if !(foreign(end) || joint) {
            break;
        }
        end += 1;
    }
    start..end
}

/// Whether no known or longer name stands here; one of a person within more words is that of a firm: `William Grant
/// & Sons`.
fn is_free(context: &Context<'_>, found: &[Found], run: &TokenRange) -> bool {
    let joined = run.clone().any(|t| context.is_mark(t, "&"))
        || context
            .cue_at(context.cues.english_body, run.end - 1)
            .is_some();
    !run.is_empty()
        && around::around(found, run).iter().all(|name| {
            let apart = name.tokens.end <= run.start || run.end <= name.tokens.start;
            let within = name.tokens.start >= run.start && name.tokens.end < run.end;
            let person = name.kind == EntityType::Person;
            let lone = name.rule == "person/title" && name.tokens == *run;
            apart || person && (lone || within && joined)
        })
}
