//! The grammar of long names: which words may follow inside a name, and where it must end.

pub(super) mod fields;
mod loose;
mod meeting;
mod numbers;
mod session;
mod tight;
mod treaty;

use loose::loose;
pub(in crate::extract) use meeting::is_meeting;
use tight::tight;

use super::{Context, around};
use crate::model::{EntityType, Found};
use crate::ontology::NUMBERS;
use crate::text::Case;

/// How a name may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Tail {
    /// Capitalised words, known names, words of two syllables, coordination: bodies.
    Tight,
    /// Anything up to a verb, a mark or a function word at which no title goes on: events, documents.
    Loose,
}

/// Where a name that has reached `end` is over, at the latest at `limit`.
/// `fixed` are names that are never cut: people end it, places and bodies are taken whole.
pub(in crate::extract) fn name_end(
    context: &Context<'_>,
    start: usize,
    mut end: usize,
    limit: usize,
    tail: Tail,
    fixed: &[Found],
) -> usize {
    while end < limit {
        let next = match tail {
            Tail::Tight => tight(context, start, end, limit, fixed),
            Tail::Loose => loose(context, start, end, limit, fixed),
        };
        match next {
            Some(next) if next > end => end = next.min(limit),
            _ => break,
        }
    }
    end
}

/// The name of this type that begins at a token, the longest.
pub(in crate::extract) fn fixed_at(fixed: &[Found], token: usize) -> Option<&Found> {
    let here = around::beginning_at(fixed, token).iter();
    here.max_by_key(|f| f.tokens.end)
}

/// Whether a value of an edition stands here: a number, a Roman numeral, a numeral word.
pub(in crate::extract) fn is_edition_value(context: &Context<'_>, at: usize) -> bool {
    at < context.token_count()
        && (context.is_number(at)
            || context.text.clean(at).chars().all(|c| "IVXLC".contains(c))
            || NUMBERS.ordinal(context.text.short_word(at)).is_some())
}

/// `VPR USA-2017)`: capitals and a year up to the closing bracket.
pub(in crate::extract) fn is_dated_short_form(context: &Context<'_>, from: usize) -> bool {
    let Some(close) = (from..from + 5).find(|&t| context.is_mark(t, ")")) else {
        return false;
    };
    context.text.tokens[from].case == Case::Upper
        && close > from + 1
        && context.is_number(close - 1)
        && context.text.clean(close - 1).len() == 4
}

fn ends_fixed(fixed: &[Found], end: usize) -> bool {
    around::around_token(fixed, end)
        .iter()
        .any(|f| f.tokens.end == end && f.kind != EntityType::Agency)
}

fn opens_head(context: &Context<'_>, at: usize) -> bool {
    context.head_noun_at(at).is_some_and(|(_, head)| {
        context.is_capital(at) && context.ontology.head_nouns[head].kind == EntityType::Agency
    })
}

/// Whether a capitalised title of two words begins here that is no field: `Thương binh` is one in
/// `Sở Lao động - Thương binh và Xã hội`.
fn opens_role(context: &Context<'_>, at: usize) -> bool {
    context.role_at(at).is_some_and(|(range, _)| {
        context.is_capital(at)
            && range.len() >= 2
            && context.cue_at(context.cues.field, at) != Some(range.end)
    })
}
