//! Finds firms, clubs and papers in a list of examples: `các tập đoàn lớn như Canon, Tokyo Gas và Aeon`.

use super::{Context, around, boundary};
use crate::model::{EntityType, Found, Source};
use crate::text::{Case, TokenKind, TokenRange};

/// How far before its examples the noun may stand, in tokens.
const REACH: usize = 40;

/// The longest name, in tokens.
const LONGEST: usize = 6;

/// All firms, clubs and papers in lists of examples.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let mut brands = Vec::new();
    for token in context.tokens_with(context.cues.makers.into()) {
        // `các liên doanh Zentrix, Omnia`
        if let Some(opening) = context.cue_at(context.cues.makers, token)
            && super::agency::is_of_many(context, token)
        {
            let items = list(context, found, opening, context.sentence_end(token));
            if items.len() >= 2 {
                brands.extend(items.into_iter().map(brand));
            }
        }
    }
    for token in context.tokens_with(context.cues.such_as.into()) {
        if let Some(opening) = context.cue_at(context.cues.such_as, token)
            && makers_before(context, token)
        {
            let items = list(context, found, opening, context.sentence_end(token));
            if items.len() >= 2 {
                brands.extend(items.into_iter().map(brand));
            }
        }
    }
    brands
}

fn brand(tokens: TokenRange) -> Found {
    Found::new(
        tokens,
        EntityType::Agency,
        Source::Context,
        "agency/listed-brand",
    )
}

/// Whether a noun of firms stands in the clause before.
fn makers_before(context: &Context<'_>, token: usize) -> bool {
    let start = context.sentence(token).tokens.start;
    (start.max(token.saturating_sub(REACH))..token)
        .rev()
        .take_while(|&t| !context.is_mark(t, ";") && !context.is_mark(t, ":"))
        .any(|t| {
            context.cue_at(context.cues.makers, t).is_some()
                && super::agency::is_of_many(context, t)
        })
}

/// The names of a list, joined by commas and `và`; none where one is a person's, a country's or none.
fn list(context: &Context<'_>, found: &[Found], start: usize, limit: usize) -> Vec<TokenRange> {
    let mut items = Vec::new();
    let mut at = start + usize::from(context.is_mark(start, ":"));
    while at < limit {
        let item = run(context, at, limit);
        if item.is_empty() || item.len() > LONGEST || is_other(context, found, &item) {
            break;
        }
        at = item.end;
        items.push(item);
        let joined = at < limit && (context.is_mark(at, ",") || context.text.folded(at) == "và");
        if !joined {
            break;
        }
        at += 1;
        if at < limit && context.text.folded(at) == "và" {
            at += 1;
        }
    }
    let foreign = |item: &TokenRange| {
        item.clone().any(|t| {
            context.is_capital(t)
                && (!context.text.is_vietnamese(t) || context.text.tokens[t].case != Case::Title)
        })
    };
    // Places and people stand in such lists too; those of firms are mostly foreign words.
    let many = items.iter().filter(|item| foreign(item)).count() * 3 >= items.len() * 2;
    let place = |item: &TokenRange| {
        boundary::fixed_at(found, item.start)
            .is_some_and(|f| f.kind == EntityType::Place && f.tokens == *item)
    };
    if many && !items.iter().all(place) {
        items
    } else {
        Vec::new()
    }
}

/// Capitalised words, with `&`, hyphens and numbers between.
fn run(context: &Context<'_>, start: usize, limit: usize) -> TokenRange {
    let mut end = start;
    while end < limit {
        let number = context.text.tokens[end].kind == TokenKind::Number && end > start;
        let joint = end > start
            && end + 1 < limit
            && (context.is_mark(end, "&") || context.is_dash(end))
            && context.is_capital(end + 1);
        if !(context.is_capital(end) || number || joint) {
            break;
        }
        end += 1;
    }
    start..end
}

/// Whether the words are known to be something else than a place a firm may be called after.
fn is_other(context: &Context<'_>, found: &[Found], item: &TokenRange) -> bool {
    let opens = context.head_noun_at(item.start).is_some() || context.role_at(item.start).is_some();
    let country = boundary::fixed_at(found, item.start)
        .is_some_and(|name| matches!(name.kind, EntityType::Country | EntityType::Province));
    let person = around::around(found, item).iter().any(|f| {
        f.kind == EntityType::Person && f.tokens.start < item.end && item.start < f.tokens.end
    });
    opens || country || person
}
