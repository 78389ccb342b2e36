//! Turns the elements of a page into lines of text.

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{ElementRef, Node};

use super::content::{Weights, is_furniture};
use crate::model::BlockKind;

/// Elements within a line.
const INLINE: [&str; 32] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins",
    "kbd", "mark", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "img", "picture",
];

/// Lines as they are found.
#[derive(Default)]
pub(super) struct Lines {
    lines: Vec<(String, Option<BlockKind>)>,
    line: String,
    /// Characters of the line, and those of them in links.
    length: usize,
    linked: usize,
    hint: Option<BlockKind>,
}

impl Lines {
    /// Takes the lines of an element.
    pub(super) fn take(&mut self, root: ElementRef<'_>, weights: &Weights) {
        let mut skipped = 0_usize;
        let mut links = 0_usize;
        let mut kinds: Vec<BlockKind> = Vec::new();
        for edge in root.traverse() {
            let (node, opens) = match edge {
                Edge::Open(node) => (node, true),
                Edge::Close(node) => (node, false),
            };
            if let Node::Text(text) = node.value() {
                if opens && skipped == 0 {
                    self.push_text(&text.text, links > 0);
                }
                continue;
            }
            let Some(element) = ElementRef::wrap(node) else {
                continue;
            };
            if element != root && is_furniture(element, weights) {
                skipped = if opens { skipped + 1 } else { skipped - 1 };
                continue;
            }
            if skipped > 0 {
                continue;
            }
            let value = element.value();
            if value.name() == "a" {
                links = if opens {
                    links + 1
                } else {
                    links.saturating_sub(1)
                };
            }
            if !INLINE.contains(&value.name()) {
                self.end_line(value.name() != "br");
            }
            match kind_of(value) {
                Some(kind) if opens => kinds.push(kind),
                Some(_) => {
                    kinds.pop();
                }
                None => {}
            }
            self.hint = self.hint.or(kinds.last().copied());
        }
        self.end_line(true);
    }

    fn push_text(&mut self, text: &str, in_link: bool) {
        for ch in text.chars() {
            if matches!(ch, ' ' | '\n' | '\t' | '\r' | '\u{c}') {
                if !self.line.is_empty() && !self.line.ends_with(' ') {
                    self.line.push(' ');
                }
            } else {
                self.line.push(ch);
                self.length += 1;
                self.linked += usize::from(in_link);
            }
        }
    }

    /// Ends the line, with an empty one behind it where a paragraph ends; a line that is nearly all link
    /// leads elsewhere and is left out.
    fn end_line(&mut self, ends_paragraph: bool) {
        let line = std::mem::take(&mut self.line);
        let hint = self.hint.take();
        let linked = self.linked * 10 >= self.length * 8 && self.linked > 0;
        (self.length, self.linked) = (0, 0);
        if !line.trim().is_empty() && (!linked || hint == Some(BlockKind::Title)) {
            self.lines.push((line.trim().to_owned(), hint));
        }
        let in_gap = self.lines.last().is_none_or(|(last, _)| last.is_empty());
        if ends_paragraph && !in_gap {
            self.lines.push((String::new(), None));
        }
    }

    /// All lines as one text, with the hint of each.
    pub(super) fn finish(mut self) -> (String, Vec<Option<BlockKind>>) {
        while self.lines.last().is_some_and(|(line, _)| line.is_empty()) {
            self.lines.pop();
        }
        let hints = self.lines.iter().map(|&(_, hint)| hint).collect();
        let lines: Vec<&str> = self.lines.iter().map(|(line, _)| line.as_str()).collect();
        (lines.join("\n"), hints)
    }
}

/// What an element says of the lines in it.
fn kind_of(element: &Element) -> Option<BlockKind> {
    match element.name() {
        "h1" => Some(BlockKind::Title),
        "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "figcaption" => Some(BlockKind::Caption),
        "time" => Some(BlockKind::Dateline),
        "p" | "li" | "blockquote" => element
            .classes()
            .any(is_byline_class)
            .then_some(BlockKind::Dateline)
            .or(Some(BlockKind::Body)),
        _ => element
            .classes()
            .any(is_byline_class)
            .then_some(BlockKind::Dateline),
    }
}

fn is_byline_class(class: &str) -> bool {
    let class = class.to_lowercase();
    [
        "author", "byline", "pubdate", "publish", "tac-gia", "tacgia",
    ]
    .iter()
    .any(|part| class.contains(part))
        || matches!(class.as_str(), "date" | "time" | "meta")
}
