//! The sentences of an article's graph, as Web Annotation selectors.

use oxigraph::model::{Literal, NamedNode};

use super::sheet::{Sheet, offset};
use super::vocabulary::oa;
use crate::model::Span;

/// Writes one sentence. Its class is not written: it is that of all that `nv:evidence` and `nv:mentionedIn`
/// lead to, as the vocabulary says once.
pub(super) fn describe(span: Span, quote: &str, article: &NamedNode, sheet: &mut Sheet<'_>) {
    let node = sheet.iris.text_range(article, span);
    sheet.add(&node, oa::HAS_SOURCE, article.clone());
    sheet.add(&node, oa::START, offset(span.start));
    sheet.add(&node, oa::END, offset(span.end));
    sheet.add(&node, oa::EXACT, Literal::new_simple_literal(quote));
}

/// The words at `part`, where it lies within the sentence at `whole` that reads `quote`.
pub(super) fn part(quote: &str, whole: Span, part: Span) -> Option<&str> {
    if !whole.contains(part) {
        return None;
    }
    let mut bytes = quote.char_indices().map(|(byte, _)| byte);
    let skipped = (part.start - whole.start) as usize;
    let start = bytes.nth(skipped).unwrap_or(quote.len());
    let end = match part.len() as usize {
        0 => start,
        length => bytes.nth(length - 1).unwrap_or(quote.len()),
    };
    quote.get(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_in_code_points() {
        let quote = "Đã ký 119 thỏa thuận";
        let whole = Span::new(100, 120);
        let at = |start, end| part(quote, whole, Span::new(start, end));
        assert_eq!(at(106, 120), Some("119 thỏa thuận"));
        assert_eq!(at(100, 102), Some("Đã"));
        assert_eq!(at(105, 105), Some(""));
        assert_eq!(at(99, 102), None);
        assert_eq!(at(118, 121), None);
    }
}
