//! Keeps the graph of entities true: type and one name for each entity that only articles know.

use std::collections::BTreeMap;

use oxigraph::model::vocab::rdfs;
use oxigraph::model::{
    GraphName, GraphNameRef, NamedNode, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, Term,
};
use oxigraph::store::{StorageError, Transaction};

use super::Store;
use crate::graph::preferred_name;
use crate::rdf::vocabulary::skos;
use crate::rdf::{Iris, entity_quads};

/// The entity that a quad names.
pub(super) fn named(quad: &Quad) -> Option<NamedNode> {
    let names = quad.predicate == rdfs::LABEL || quad.predicate == skos::PREF_LABEL;
    match &quad.subject {
        NamedOrBlankNode::NamedNode(node) if names => Some(node.clone()),
        _ => None,
    }
}

impl Store {
    /// Brings the graph of entities up to date with the names that changed.
    pub(super) fn update_entities(&mut self) -> Result<(), StorageError> {
        if self.renamed.is_empty() {
            return Ok(());
        }
        let mut transaction = self.oxigraph.start_transaction()?;
        for entity in &self.renamed {
            update_entity(entity, &self.iris, &mut transaction)?;
        }
        transaction.commit()?;
        self.renamed.clear();
        Ok(())
    }

    /// Marks all entities as changed, after a build that did not end.
    #[cfg(feature = "rocksdb")]
    pub(super) fn suspect_entities(&mut self) -> Result<(), StorageError> {
        for property in [rdfs::LABEL, skos::PREF_LABEL] {
            let quads = self
                .oxigraph
                .quads_for_pattern(None, Some(property), None, None);
            for quad in quads {
                self.renamed.extend(named(&quad?));
            }
        }
        Ok(())
    }
}

fn update_entity(
    entity: &NamedNode,
    iris: &Iris,
    transaction: &mut Transaction<'_>,
) -> Result<(), StorageError> {
    let Some(id) = iris.read_entity(entity.as_str()) else {
        return Ok(());
    };
    let graph = GraphName::from(iris.entities_graph());
    let subject = Some(NamedOrBlankNodeRef::from(entity));
    let name = name_in_articles(entity, iris, transaction)?;
    let wanted = name.map_or_else(Vec::new, |name| entity_quads(iris, &id, &name));
    let there = transaction.quads_for_pattern(subject, None, None, Some(graph.as_ref()));
    let there: Vec<Quad> = there.collect::<Result<_, _>>()?;
    for quad in there.iter().filter(|quad| !wanted.contains(quad)) {
        transaction.remove(quad);
    }
    transaction.extend(wanted.iter().filter(|quad| !there.contains(quad)));
    Ok(())
}

/// The name that most articles give an entity; none where the ontology names it, or no article.
fn name_in_articles(
    entity: &NamedNode,
    iris: &Iris,
    transaction: &Transaction<'_>,
) -> Result<Option<String>, StorageError> {
    let ontology = iris.ontology_graph();
    let ontology = GraphNameRef::from(&ontology);
    let subject = Some(NamedOrBlankNodeRef::from(entity));
    let property = Some(skos::PREF_LABEL);
    let mut known = transaction.quads_for_pattern(subject, property, None, Some(ontology));
    if known.next().transpose()?.is_some() {
        return Ok(None);
    }
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for quad in transaction.quads_for_pattern(subject, Some(rdfs::LABEL), None, None) {
        let quad = quad?;
        if let Term::Literal(name) = quad.object
            && quad.graph_name.as_ref() != ontology
        {
            *counted.entry(name.value().to_owned()).or_default() += 1;
        }
    }
    let counted = counted.iter().map(|(name, count)| (name.as_str(), *count));
    Ok(preferred_name(counted).map(str::to_owned))
}
