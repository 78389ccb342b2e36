//! What an article's graph says in numbers: one observation per figure.

use oxigraph::model::NamedNode;

use super::sheet::{Sheet, number, words};
use super::vocabulary::{nv, oa, qb};
use super::{evidence, statement};
use crate::graph::{ArticleFacts, FigureFacts};
use crate::model::Span;

/// Writes one figure. Its own place is in its IRI, and its words are those of the sentence there;
/// only where they aren't, they are written out.
pub(super) fn describe(
    span: Span,
    figure: &FigureFacts,
    facts: &ArticleFacts,
    article: &NamedNode,
    sheet: &mut Sheet<'_>,
) {
    let node = sheet.iris.figure(article, span);
    sheet.add_type(&node, qb::OBSERVATION);
    sheet.add_term(&node, nv::VALUE, number(figure.value));
    sheet.add_term(&node, nv::UNIT, words(&figure.unit));
    if let Some(change) = figure.change {
        sheet.add_term(&node, nv::CHANGE, number(change));
    }
    if let Some(owner) = &figure.owner {
        sheet.add_term(&node, nv::FIGURE_OF, sheet.iris.entity(owner));
    }
    if let Some(time) = figure.time {
        sheet.add_time(&node, time);
    }
    let quoted = facts
        .quotes
        .get(&figure.evidence)
        .and_then(|quote| evidence::part(quote, figure.evidence, span));
    if quoted != Some(figure.text.as_str()) {
        sheet.add(&node, oa::EXACT, words(&figure.text));
    }
    let rules = std::iter::once(&figure.rule);
    let evidence = std::iter::once(&figure.evidence);
    statement::add_source(&node, evidence, rules, article, sheet);
}
