//! What graphs say of entities: names and the sentences that name them in an article's graph, type and
//! preferred name in the graph of all articles together.

use std::collections::BTreeSet;

use oxigraph::model::vocab::rdfs;
use oxigraph::model::{Literal, NamedNode, Quad};

use super::Iris;
use super::mapping::Known;
use super::sheet::{Sheet, words};
use super::vocabulary::{nv, sem, skos};
use crate::graph::EntityFacts;
use crate::model::{EntityId, EntityType};

/// Describes one entity of an article. Of what the ontology knows only names that it doesn't are
/// written: the rest stands in the ontology's graph.
pub(super) fn describe(
    id: &EntityId,
    entity: &EntityFacts,
    known: Option<&Known>,
    article: &NamedNode,
    sheet: &mut Sheet<'_>,
) {
    let node = sheet.iris.entity(id);
    let mut others: BTreeSet<&String> = entity.aliases.iter().collect();
    if let Some(known) = known {
        others.insert(&entity.name);
        others.retain(|name| !known.names.contains(*name));
    } else if let Some(code) = &entity.code {
        sheet.add_term(&node, nv::CODE, Literal::new_simple_literal(code));
    }
    if known.is_none() || entity.sentences.is_empty() {
        sheet.add(&node, rdfs::LABEL, words(&entity.name));
    }
    for name in others {
        sheet.add(&node, skos::ALT_LABEL, words(name));
    }
    for &sentence in &entity.sentences {
        let sentence = sheet.iris.text_range(article, sentence);
        sheet.add_term(&node, nv::MENTIONED_IN, sentence);
    }
}

/// Type and preferred name of an entity that the ontology doesn't know, for the graph of entities:
/// once there, so that no query meets them once per article.
pub fn entity_quads(iris: &Iris, id: &EntityId, name: &str) -> Vec<Quad> {
    let mut sheet = Sheet::new(iris, iris.entities_graph());
    let node = iris.entity(id);
    if let Some(kind) = id.kind() {
        add_class(kind, &node, &mut sheet);
    }
    sheet.add(&node, skos::PREF_LABEL, words(name));
    sheet.into_quads()
}

/// Adds the class of an entity.
pub(super) fn add_class(kind: EntityType, node: &NamedNode, sheet: &mut Sheet<'_>) {
    sheet.add_type(node, sheet.iris.term(kind.name()));
    if kind == EntityType::Event {
        sheet.add_type(node, sem::EVENT);
    }
}
