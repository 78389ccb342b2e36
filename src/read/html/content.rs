//! Finds the part of a page that holds the article.

use std::collections::HashMap;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

use super::lines::Lines;
use crate::model::BlockKind;
use crate::read::furniture::CUES;

/// Elements that never hold the article's text.
const SILENT: [&str; 18] = [
    "script", "style", "noscript", "template", "svg", "iframe", "button", "select", "textarea",
    "label", "nav", "aside", "footer", "head", "object", "video", "audio", "canvas",
];

/// How many characters of text outside links lie in each element, and in all of them.
#[derive(Default)]
pub(super) struct Weights {
    elements: HashMap<NodeId, usize>,
    whole: usize,
}

impl Weights {
    fn of(&self, id: NodeId) -> usize {
        self.elements.get(&id).copied().unwrap_or(0)
    }
}

/// The article's lines joined to one text, and the kind of each, where the markup says it.
pub(super) fn extract(page: &Html) -> (String, Vec<Option<BlockKind>>) {
    let weights = weigh(page);
    let body = page
        .select(&selector("body"))
        .next()
        .unwrap_or_else(|| page.root_element());
    let root = main_element(page, body, &weights);
    let mut lines = Lines::default();
    let heading = selector("h1");
    if root.select(&heading).next().is_none()
        && let Some(title) = body.select(&heading).next()
    {
        lines.take(title, &weights);
    }
    lines.take(root, &weights);
    lines.finish()
}

/// A selector from a constant; the empty selection where it is wrong, which tests would show.
pub(super) fn selector(css: &str) -> Selector {
    Selector::parse(css)
        .or_else(|_| Selector::parse("nothing"))
        .unwrap_or_else(|_| unreachable!("a type selector is valid"))
}

/// The smallest known container that holds nearly all the text of the largest one.
fn main_element<'a>(page: &'a Html, body: ElementRef<'a>, weights: &Weights) -> ElementRef<'a> {
    let weight = |element: &ElementRef<'_>| weights.of(element.id());
    let candidates: Vec<ElementRef<'a>> = page
        .select(&selector("article, main, div, section, td"))
        .filter(|element| is_container(element.value()))
        .collect();
    let best = candidates.iter().map(weight).max().unwrap_or(0);
    if best * 2 < weight(&body) {
        return body;
    }
    candidates
        .into_iter()
        .filter(|element| weight(element) * 10 >= best * 9)
        .min_by_key(weight)
        .unwrap_or(body)
}

fn is_container(element: &Element) -> bool {
    let named = |name: &str| {
        CUES.content
            .phrases
            .iter()
            .any(|cue| name.to_lowercase().contains(cue.as_str()))
    };
    matches!(element.name(), "article" | "main")
        || element.attr("itemprop") == Some("articleBody")
        || element.attr("role") == Some("main")
        || element.id().is_some_and(|id| named(id) || id == "content")
        || element
            .classes()
            .any(|class| named(class) || class == "content")
}

/// Whether an element and all that is in it stands around the article rather than in it.
pub(super) fn is_furniture(element: ElementRef<'_>, weights: &Weights) -> bool {
    let value = element.value();
    if SILENT.contains(&value.name()) || value.attr("hidden").is_some() {
        return true;
    }
    let hidden = value.attr("style").is_some_and(|style| {
        let style = style.replace(' ', "").to_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    });
    let header = value.name() == "header" && element.select(&selector("h1")).next().is_none();
    if hidden || header {
        return true;
    }
    let named = value.id().is_some_and(names_furniture) || value.classes().any(names_furniture);
    named && !holds_most(element, weights)
}

/// Whether a class or id has a part that begins with the name of a piece of furniture.
fn names_furniture(name: &str) -> bool {
    let name = name.to_lowercase().replace('_', "-");
    CUES.markup.phrases.iter().any(|cue| {
        name.match_indices(cue.as_str())
            .any(|(at, _)| !name[..at].ends_with(|ch: char| ch.is_alphabetic()))
    })
}

/// A page's layout gives odd names also to the element around everything.
fn holds_most(element: ElementRef<'_>, weights: &Weights) -> bool {
    weights.of(element.id()) * 2 > weights.whole || element.value().name() == "body"
}

fn weigh(page: &Html) -> Weights {
    let mut weights = Weights::default();
    let mut open: Vec<(NodeId, usize)> = Vec::new();
    let mut silent = 0_usize;
    let is_silent = |node: &Node| {
        node.as_element()
            .is_some_and(|element| element.name() == "a" || SILENT.contains(&element.name()))
    };
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => {
                silent += usize::from(is_silent(node.value()));
                let own = match node.value() {
                    Node::Text(text) if silent == 0 => text.trim().chars().count(),
                    _ => 0,
                };
                open.push((node.id(), own));
            }
            Edge::Close(node) => {
                silent -= usize::from(is_silent(node.value()));
                let Some((id, weight)) = open.pop() else {
                    continue;
                };
                weights.elements.insert(id, weight);
                weights.whole = weight;
                if let Some((_, parent)) = open.last_mut() {
                    *parent += weight;
                }
            }
        }
    }
    weights
}
