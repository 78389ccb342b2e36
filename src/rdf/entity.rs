//! What an article's graph says of entities: type, names, code, and the sentences that name them.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;
use oxigraph::model::vocab::rdfs;

use super::mapping::Known;
use super::sheet::{Sheet, words};
use super::vocabulary::{nv, sem, skos};
use crate::graph::EntityFacts;
use crate::model::{EntityId, EntityType};

/// Describes one entity. Of what the ontology knows only names that it doesn't are written: the rest
/// stands in the ontology's graph.
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
        if entity.sentences.is_empty() {
            sheet.add_type(&node, sheet.iris.term(entity.kind.name()));
        }
    } else {
        sheet.add_type(&node, sheet.iris.term(entity.kind.name()));
        if entity.kind == EntityType::Event {
            sheet.add_type(&node, sem::EVENT);
        }
        sheet.add(&node, rdfs::LABEL, words(&entity.name));
        if let Some(code) = &entity.code {
            let code = oxigraph::model::Literal::new_simple_literal(code);
            sheet.add_term(&node, nv::CODE, code);
        }
    }
    for name in others {
        sheet.add(&node, skos::ALT_LABEL, words(name));
    }
    for &sentence in &entity.sentences {
        let sentence = sheet.iris.text_range(article, sentence);
        sheet.add_term(&node, nv::MENTIONED_IN, sentence);
    }
}
