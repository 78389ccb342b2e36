//! Quotes the sentence a finding stands in.

use super::document::Place;
use crate::model::{AnnotatedArticle, Span};

/// Longer sentences are cut around the place they are quoted for.
const LONGEST: usize = 400;

/// An article's text and sentences, to quote from.
#[derive(Debug, Clone)]
pub struct Passages {
    text: Vec<char>,
    sentences: Vec<Span>,
}

impl Passages {
    /// Those of an article.
    pub fn of(article: &AnnotatedArticle) -> Self {
        Self {
            text: article.article.text.chars().collect(),
            sentences: article.annotation.sentences.clone(),
        }
    }

    /// The sentence in which a place begins, in one line; with `mark`, the place stands in ⟦ ⟧. Where no
    /// sentence was read, the line of the text.
    pub(super) fn quote(&self, place: Place, mark: bool) -> Option<String> {
        let start = usize::try_from(place.0).ok()?;
        let end = usize::try_from(place.1).ok()?.min(self.text.len());
        if start >= end {
            return None;
        }
        let (first, last) = self.around(start, end);
        let first = first.max(start.saturating_sub(LONGEST / 2));
        let last = last.min(first.max(end) + LONGEST);
        let mut quote = String::new();
        for at in first..last {
            if mark && at == start {
                quote.push('⟦');
            }
            quote.push(self.text[at]);
            if mark && at + 1 == end {
                quote.push('⟧');
            }
        }
        Some(quote.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Where the sentences that a place touches begin and end.
    fn around(&self, start: usize, end: usize) -> (usize, usize) {
        let bounds = |span: &Span| (span.start as usize, span.end as usize);
        let mut touched = self
            .sentences
            .iter()
            .map(bounds)
            .filter(|&(from, to)| from < end && start < to);
        if let Some((from, to)) = touched.next() {
            return (
                from.min(start),
                touched.next_back().map_or(to, |(_, to)| to),
            );
        }
        let line_end = |mark: &char| *mark == '\n';
        let before = self.text[..start].iter().rposition(line_end);
        let behind = self.text[end..].iter().position(line_end);
        (
            before.map_or(0, |at| at + 1),
            behind.map_or(self.text.len(), |at| end + at),
        )
    }
}
