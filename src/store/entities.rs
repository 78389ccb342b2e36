//! Keeps the graph of entities true: type and one name for each entity that only articles know, and the
//! version of each program that read articles.

use std::collections::BTreeMap;

use oxigraph::model::vocab::rdfs;
use oxigraph::model::{GraphName, GraphNameRef, NamedNode, NamedOrBlankNodeRef, Quad, Term};
use oxigraph::store::StorageError;

use super::names::Named;
use super::{Statements, Store};
use crate::graph::preferred_name;
use crate::rdf::vocabulary::{prov, skos};
use crate::rdf::{Iris, entity_quads, software_quads};

/// Entities whose quads are written at once.
const TOGETHER: usize = 20_000;

impl Store {
    /// Brings the graph of entities up to date with the names that changed.
    pub(super) fn update_entities(&mut self) -> Result<(), StorageError> {
        let Named { changed, loaded } = std::mem::take(&mut self.named);
        if let Some(loaded) = loaded {
            let quads = loaded.quads(&self.iris, &changed);
            self.statements.extend(quads)?;
        }
        let changed: Vec<NamedNode> = changed.into_iter().collect();
        changed
            .chunks(TOGETHER)
            .try_for_each(|entities| self.update_names(entities))
    }

    fn update_names(&mut self, entities: &[NamedNode]) -> Result<(), StorageError> {
        let (mut removed, mut added) = (Vec::new(), Vec::new());
        for entity in entities {
            let wanted = if let Some(id) = self.iris.read_entity(entity.as_str()) {
                let name = name_in_articles(entity, &self.iris, &self.statements)?;
                Some(name.map_or_else(Vec::new, |n| entity_quads(&self.iris, &id, &n)))
            } else {
                self.software_quads(entity)?
            };
            if let Some(wanted) = wanted {
                let there = self.entity_graph(entity)?;
                added.extend(wanted.iter().filter(|quad| !there.contains(quad)).cloned());
                removed.extend(there.into_iter().filter(|quad| !wanted.contains(quad)));
            }
        }
        if !removed.is_empty() || !added.is_empty() {
            self.statements.change(&removed, &added)?;
        }
        Ok(())
    }

    /// What is to be said of a program: nothing where no article names it; none where it is no program.
    fn software_quads(&self, node: &NamedNode) -> Result<Option<Vec<Quad>>, StorageError> {
        let Some(version) = self.iris.read_software(node.as_str()) else {
            return Ok(None);
        };
        let (property, software) = (Some(prov::WAS_ASSOCIATED_WITH), Some(node.into()));
        let mut read = self
            .statements
            .quads_for_pattern(None, property, software, None);
        let is_named = read.next().transpose()?.is_some();
        let described = is_named.then(|| software_quads(&self.iris, &version));
        Ok(Some(described.unwrap_or_default()))
    }

    /// What the graph of entities says of one.
    fn entity_graph(&self, entity: &NamedNode) -> Result<Vec<Quad>, StorageError> {
        let graph = GraphName::from(self.iris.entities_graph());
        let (subject, graph) = (Some(entity.into()), Some(graph.as_ref()));
        let quads = self
            .statements
            .quads_for_pattern(subject, None, None, graph);
        quads.collect()
    }
}

/// The name that most articles give an entity; none where the ontology names it, or no article.
fn name_in_articles(
    entity: &NamedNode,
    iris: &Iris,
    statements: &Statements,
) -> Result<Option<String>, StorageError> {
    let ontology = iris.ontology_graph();
    let ontology = GraphNameRef::from(&ontology);
    let subject = Some(NamedOrBlankNodeRef::from(entity));
    let property = Some(skos::PREF_LABEL);
    let mut known = statements.quads_for_pattern(subject, property, None, Some(ontology));
    if known.next().transpose()?.is_some() {
        return Ok(None);
    }
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for quad in statements.quads_for_pattern(subject, Some(rdfs::LABEL), None, None) {
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
