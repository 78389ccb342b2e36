//! Across articles: which descriptions of one name are one thing, and under which id they meet.
//!
//! Descriptions that could be one thing form a block, by name. Within a block, what two descriptions
//! share (a body, a sector, a date, a companion) joins them, the strongest tie first, and what excludes
//! each other keeps them apart. All is sorted, so the order in which articles came is no matter.

mod agency;
mod block;
mod curated;
mod document;
mod event;
mod evidence;
mod id;
mod person;
mod place;
mod summary;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use block::{Apart, Group, Link};
pub use evidence::{Certainty, Reason};

use super::curation::{Curation, CurationError};
use super::descriptions::Descriptions;
use super::knowledge::Knowledge;
use crate::model::{EntityId, EntityType};
use block::Block;

/// What becomes of the things that one article speaks of. Empty where all keep the id that the article
/// gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The new id by the id as read; none where the thing is dropped.
    pub ids: BTreeMap<EntityId, Option<EntityId>>,
    /// Names that an expert gave, by new id.
    pub names: BTreeMap<EntityId, String>,
    /// Statements that an expert dropped, as `SUBJECT PREDICATE OBJECT` in ids as read.
    pub dropped: Vec<String>,
}

impl Changes {
    /// Whether the article stays as it was read.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty() && self.names.is_empty() && self.dropped.is_empty()
    }
}

/// Who is who across all articles.
#[derive(Debug, Clone, Default)]
pub struct Identity {
    /// The descriptions, sorted by article and id; groups point into it.
    pub descriptions: Descriptions,
    /// The things, sorted by id.
    pub groups: Vec<Group>,
    /// What was kept apart although it bears one name: indices of groups.
    pub apart: Vec<Apart>,
    /// What becomes of each article's things, where something does.
    pub changes: BTreeMap<String, Changes>,
    /// Lines of a stored curation that name what no article speaks of any more.
    pub idle: Vec<CurationError>,
}

/// Resolves all descriptions, which are sorted; what an expert says comes last and wins.
///
/// # Errors
/// If the curation names what is unknown, or contradicts itself.
pub fn across(
    descriptions: Descriptions,
    knowledge: &Knowledge<'_>,
    curation: &Curation,
) -> Result<Identity, CurationError> {
    let mut blocks: BTreeMap<(EntityType, String), Vec<usize>> = BTreeMap::new();
    for index in 0..descriptions.len() {
        let (id, name) = (descriptions.id(index), descriptions.name(index));
        let segment = id.split('/').next().unwrap_or_default();
        let Some(kind) = EntityType::from_segment(segment) else {
            continue;
        };
        let key = evidence::block_key(knowledge, kind, id, name);
        blocks.entry((kind, key)).or_default().push(index);
    }
    let mut identity = Identity::default();
    for ((kind, _), members) in blocks {
        let block = Block::gather(kind, members, &descriptions, knowledge, curation);
        block.settle(knowledge, &mut identity);
    }
    identity.descriptions = descriptions;
    curated::apply(&mut identity, knowledge.ontology, curation)?;
    identity.groups.sort_by(|a, b| a.id.cmp(&b.id));
    identity.note_changes();
    Ok(identity)
}

impl Identity {
    /// Fills in what becomes of each article's things.
    fn note_changes(&mut self) {
        for group in &self.groups {
            for &member in &group.members {
                let descriptions = &self.descriptions;
                let id = descriptions.id(member);
                let kept = !group.dropped && group.id.as_str() == id;
                if kept && group.name.is_none() {
                    continue;
                }
                let article = descriptions.article(member).to_owned();
                let changes = self.changes.entry(article).or_default();
                if !kept {
                    let new = (!group.dropped).then(|| group.id.clone());
                    changes.ids.insert(EntityId(id.to_owned()), new);
                }
                if let (Some(name), false) = (&group.name, group.dropped) {
                    changes.names.insert(group.id.clone(), name.clone());
                }
            }
        }
    }
}
