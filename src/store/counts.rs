//! Counts what a store holds.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Term};
use oxigraph::store::StorageError;

use super::{Store, StoreError};
use crate::model::{EntityId, EntityType, Predicate};
use crate::rdf::vocabulary::{nv, oa, qb, schema};

/// What a store holds, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles.
    pub articles: usize,
    /// Articles that print the story of another one.
    pub repeats: usize,
    /// Entities that articles speak of, by type.
    pub entities: BTreeMap<EntityType, usize>,
    /// Statements by predicate; one that two articles make counts twice.
    pub statements: BTreeMap<Predicate, usize>,
    /// Figures.
    pub figures: usize,
    /// Sentences that something was read from.
    pub sentences: usize,
    /// Quads.
    pub quads: usize,
}

impl Store {
    /// Counts what the store holds.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        let mut counts = self.count().map_err(|source| self.failed(source))?;
        counts.repeats = self.repeats()?.len();
        Ok(counts)
    }

    fn count(&self) -> Result<Counts, StorageError> {
        let iris = self.iris();
        let mut counts = Counts {
            articles: self.number_of(rdf::TYPE, Some(schema::NEWS_ARTICLE))?,
            figures: self.number_of(rdf::TYPE, Some(qb::OBSERVATION))?,
            sentences: self.number_of(oa::HAS_SOURCE, None)?,
            quads: self.statements.len()?,
            ..Counts::default()
        };
        let mut mentioned = BTreeSet::new();
        let property = iris.term(nv::MENTIONED_IN);
        for quad in self.statements.scan(property.as_ref()) {
            if let NamedOrBlankNode::NamedNode(entity) = quad?.subject {
                mentioned.extend(iris.read_entity(entity.as_str()));
            }
        }
        for kind in mentioned.iter().filter_map(EntityId::kind) {
            *counts.entities.entry(kind).or_default() += 1;
        }
        for quad in self.statements.scan(rdf::PREDICATE) {
            if let Term::NamedNode(predicate) = quad?.object
                && let Some(predicate) = iris.read_predicate(predicate.as_str())
            {
                *counts.statements.entry(predicate).or_default() += 1;
            }
        }
        Ok(counts)
    }

    /// Number of nodes with a property, or with this value of it.
    fn number_of(
        &self,
        property: NamedNodeRef<'_>,
        value: Option<NamedNodeRef<'_>>,
    ) -> Result<usize, StorageError> {
        let value = value.map(Into::into);
        let quads = self
            .statements
            .quads_for_pattern(None, Some(property), value, None);
        quads.map(|quad| quad.map(|_| 1)).sum()
    }
}
