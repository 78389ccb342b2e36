//! Tells what of an article is no part of its annotation, and why.

use crate::extract::Fallen;
use crate::model::{Article, BlockKind, LeftOut, Span};
use crate::text::Text;

/// Names that fell to stronger ones, and text that is not read, sorted by place.
pub(super) fn gather(article: &Article, text: &Text, fallen: Vec<Fallen>) -> Vec<LeftOut> {
    let mut left_out: Vec<LeftOut> = fallen
        .into_iter()
        .map(|fallen| weaker(text, &fallen))
        .collect();
    left_out.extend(unread(article));
    left_out.sort_by(|a, b| (a.span, a.kind, a.rule).cmp(&(b.span, b.kind, b.rule)));
    left_out.dedup();
    left_out
}

fn weaker(text: &Text, fallen: &Fallen) -> LeftOut {
    let (name, to) = (&fallen.name, &fallen.to);
    let stands = text.phrase(to.tokens.clone());
    let inside = to.tokens.start <= name.tokens.start && name.tokens.end <= to.tokens.end;
    let how = if name.tokens == to.tokens {
        "is read as"
    } else if inside {
        "is only a part of"
    } else {
        "overlaps"
    };
    LeftOut {
        span: text.span(name.tokens.clone()),
        text: text.phrase(name.tokens.clone()),
        kind: Some(name.kind),
        rule: name.rule,
        reason: format!("{how} {} '{stands}' ({})", to.kind, to.rule),
    }
}

/// Furniture, and what no block covers.
fn unread(article: &Article) -> Vec<LeftOut> {
    let letters: Vec<char> = article.text.chars().collect();
    let mut unread = Vec::new();
    let mut at = 0;
    let mut blocks = article.blocks.clone();
    blocks.sort_by_key(|block| block.span);
    for block in blocks {
        let (start, end) = (block.span.start as usize, block.span.end as usize);
        unread.extend(skipped(
            &letters,
            at,
            start,
            "is in no block of the article",
        ));
        if block.kind == BlockKind::Furniture {
            unread.extend(skipped(&letters, start, end, "is page furniture"));
        }
        at = at.max(end);
    }
    unread.extend(skipped(
        &letters,
        at,
        letters.len(),
        "is in no block of the article",
    ));
    unread
}

/// A stretch of text that is not read, unless it is blank.
fn skipped(letters: &[char], start: usize, end: usize, reason: &str) -> Option<LeftOut> {
    let stretch: String = letters.get(start..end)?.iter().collect();
    let words: Vec<&str> = stretch.split_whitespace().collect();
    let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    (!words.is_empty()).then(|| LeftOut {
        span: Span::new(number(start), number(end)),
        text: words.join(" "),
        kind: None,
        rule: "",
        reason: reason.to_owned(),
    })
}
