//! Finds bodies whose name goes on with the body they are part of: `Ủy ban Kinh tế APEC`, `Chi bộ Văn phòng Quốc hội`.

use rustc_hash::FxHashMap;

use super::agency::{ends_title, is_common_word};
use super::{Context, around, boundary};
use crate::model::{EntityType, Found, Source};
use crate::ontology::Kinds;
use crate::text::TokenRange;

/// All such bodies, with the whole names of those they go on with.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let mut chained = Vec::new();
    // Where the longest name that begins at a token ends, of those found here: from the right, so that
    // a chain of three is one.
    let mut ends: FxHashMap<usize, usize> = FxHashMap::default();
    let mut starts: Vec<usize> = context.tokens_with(Kinds::HEAD_NOUN).collect();
    starts.extend(found.iter().map(|name| name.tokens.start));
    starts.sort_unstable();
    starts.dedup();
    for token in starts.into_iter().rev() {
        for part in parts(context, found, token) {
            let known = |end| {
                around::beginning_at(found, token)
                    .iter()
                    .any(|f| f.tokens.end >= end)
            };
            if let Some(end) = whole_behind(context, found, &ends, &part).filter(|&end| !known(end))
            {
                ends.insert(token, end);
                let source = source(context, found, &part, end);
                let whole = token..end;
                // `Bộ Chính trị` in `Bộ Chính trị Đảng Cộng sản Cuba` names the same body.
                if source == Source::Context {
                    let same = Source::SameAs(token, whole.len());
                    chained.push(body(part.tokens, same, "agency/chained-part"));
                }
                chained.push(body(whole, source, "agency/chained"));
                break;
            }
        }
    }
    chained
}

fn body(tokens: TokenRange, source: Source, rule: &'static str) -> Found {
    Found::new(tokens, EntityType::Agency, source, rule)
}

/// A name that may go on.
struct Part {
    tokens: TokenRange,
    source: Source,
}

/// The names of parts that begin at a token, the longest first: as found, or a head noun alone.
fn parts(context: &Context<'_>, found: &[Found], token: usize) -> Vec<Part> {
    let mut parts: Vec<Part> = around::beginning_at(found, token)
        .iter()
        .filter(|name| name.kind == EntityType::Agency)
        .filter(|name| match name.source {
            Source::HeadNoun(..) => opens_part(context, token),
            Source::Entry(entry) => context.entry(entry).part_of.is_some(),
            _ => false,
        })
        .map(|name| Part {
            tokens: name.tokens.clone(),
            source: name.source,
        })
        .collect();
    if let Some((head, index)) = context.head_noun_at(token)
        && context.ontology.head_nouns[index].kind == EntityType::Agency
        && context.is_capital(token)
        && opens_part(context, token)
        && !is_common_word(context, &head, true)
    {
        let source = Source::HeadNoun(index, head.len());
        parts.push(Part {
            tokens: head,
            source,
        });
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.tokens.end));
    parts
}

/// Whether the noun of a body that is part of others stands here.
fn opens_part(context: &Context<'_>, token: usize) -> bool {
    context.cue_at(context.cues.part_head, token).is_some() && !ends_title(context, token)
}

/// Where the whole ends that stands directly behind a part; none where none does, or where both are
/// institutes, of which the second is said beside the first.
fn whole_behind(
    context: &Context<'_>,
    found: &[Found],
    ends: &FxHashMap<usize, usize>,
    part: &Part,
) -> Option<usize> {
    let at = part.tokens.end;
    if at >= context.sentence_end(part.tokens.start) {
        return None;
    }
    let whole = around::beginning_at(found, at)
        .iter()
        .filter(|name| name.kind == EntityType::Agency)
        .max_by_key(|name| name.tokens.end);
    let bare_chain = ends.get(&at).copied();
    let end = whole.map(|name| name.tokens.end).max(bare_chain)?;
    let institute = |token: usize| context.cue_at(context.cues.institute, token).is_some();
    if institute(at) && institute(part.tokens.start) {
        return None;
    }
    Some(with_partner(context, found, crossing(found, end)))
}

/// `Trung ương Đảng Cộng sản Trung Quốc`: the last word of the whole opens a longer name.
fn crossing(found: &[Found], end: usize) -> usize {
    let longer = around::beginning_at(found, end - 1).iter();
    let longer = longer.filter(|name| name.kind == EntityType::Agency);
    longer
        .map(|name| name.tokens.end)
        .fold(end, |end, other| end.max(other))
}

/// `Hội đồng Kinh doanh ASEAN - Mỹ`: the state behind the dash belongs to the name.
fn with_partner(context: &Context<'_>, found: &[Found], end: usize) -> usize {
    if !context.is_dash(end) {
        return end;
    }
    boundary::fixed_at(found, end + 1)
        .filter(|state| state.kind == EntityType::Country)
        .map_or(end, |state| state.tokens.end)
}

/// What the whole name is: the known body itself where the ontology says that it is part of the one
/// behind it, a body of its own where it does not.
fn source(context: &Context<'_>, found: &[Found], part: &Part, end: usize) -> Source {
    let Source::Entry(entry) = part.source else {
        return part.source;
    };
    let own = around::beginning_at(found, part.tokens.end)
        .iter()
        .filter(|whole| whole.tokens.end == end)
        .any(|whole| whole.source == Source::Entry(context.entry(entry).part_of.unwrap_or(entry)));
    if own { part.source } else { Source::Context }
}
