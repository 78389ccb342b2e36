//! The words that stand at spans of a text.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Span;

/// The words at each span, read in one pass over the text; what reaches past the end is cut there.
pub(super) fn quotes(text: &str, spans: BTreeSet<Span>) -> BTreeMap<Span, String> {
    let places: BTreeSet<u32> = spans.iter().flat_map(|s| [s.start, s.end]).collect();
    let mut bytes = BTreeMap::new();
    let mut wanted = places.into_iter().peekable();
    for (place, (byte, _)) in (0_u32..).zip(text.char_indices()) {
        if wanted.next_if_eq(&place).is_some() {
            bytes.insert(place, byte);
        }
        if wanted.peek().is_none() {
            break;
        }
    }
    let byte = |place| bytes.get(&place).copied().unwrap_or(text.len());
    spans
        .into_iter()
        .map(|span| {
            let words = text.get(byte(span.start)..byte(span.end)).unwrap_or("");
            (span, words.to_owned())
        })
        .collect()
}
