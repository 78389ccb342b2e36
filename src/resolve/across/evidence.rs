//! What speaks for two descriptions being one thing, and how surely.

use std::collections::BTreeSet;
use std::fmt;

use super::super::description::Description;
use super::super::knowledge::Knowledge;
use super::summary::Summary;
use crate::model::{EntityId, EntityType};

/// How sure a reason is, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// An expert says so.
    Curated,
    /// Both descriptions give what only one thing of the name has.
    Certain,
    /// Both belong to the same field and territory, or career.
    Likely,
    /// They are spoken of together with the same things.
    Circumstantial,
    /// Only the name, and nothing speaks against it.
    NameOnly,
}

/// Why two descriptions are one thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reason {
    /// How sure it is.
    pub certainty: Certainty,
    /// In words: `both hold a post in agency/bo-ngoai-giao`.
    pub words: String,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

/// What a block's name is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Policy {
    /// The name is an identity unless something speaks against it.
    Name,
    /// The name is one only where all that is known of posts speaks of one thing.
    Unrivalled,
    /// Something beside the name must speak for it.
    Evidence,
}

/// What one description brings into its block.
#[derive(Debug, Clone)]
pub(super) struct Profile {
    /// What it shares with others of the same thing.
    pub(super) keys: BTreeSet<Reason>,
    /// What may exclude others.
    pub(super) summary: Summary,
    /// What its name is worth.
    pub(super) policy: Policy,
}

/// What descriptions of a thing of this type are compared by.
pub(super) fn block_key(
    knowledge: &Knowledge<'_>,
    kind: EntityType,
    id: &str,
    name: &str,
) -> String {
    match kind {
        EntityType::Person => super::person::block_key(id, name),
        EntityType::Event => super::event::block_key(name),
        EntityType::Document => super::document::block_key(knowledge, id, name),
        _ => id.to_owned(),
    }
}

/// What a description brings into its block.
pub(super) fn profile(
    knowledge: &Knowledge<'_>,
    kind: EntityType,
    description: &Description,
) -> Profile {
    match kind {
        EntityType::Person => super::person::profile(knowledge, description),
        EntityType::Event => super::event::profile(knowledge, description),
        EntityType::Document => super::document::profile(knowledge, description),
        EntityType::Place => super::place::profile(knowledge, description),
        EntityType::Agency => super::agency::profile(knowledge, description),
        _ => Profile::of(Policy::Name),
    }
}

impl Profile {
    pub(super) fn of(policy: Policy) -> Self {
        Self {
            keys: BTreeSet::new(),
            summary: Summary::default(),
            policy,
        }
    }
}

/// Companions that few share: people, events, products, bodies and places that are not known to all.
pub(super) fn companions(knowledge: &Knowledge<'_>, description: &Description) -> BTreeSet<Reason> {
    let ontology = knowledge.ontology;
    let telling = |id: &&EntityId| match id.kind() {
        Some(EntityType::Person | EntityType::Agency) => {
            ontology.entry(id).is_none() && id.as_str().matches('-').count() >= 2
        }
        Some(EntityType::Event | EntityType::Product) => true,
        Some(EntityType::Place) => {
            let known = ontology.entry(id);
            known.is_some_and(|entry| ontology.entries[entry].territory.is_some())
        }
        _ => false,
    };
    let companions = description.companions.iter().filter(telling);
    companions
        .map(|id| {
            reason(
                Certainty::Circumstantial,
                format!("both are named beside {id}"),
            )
        })
        .collect()
}

/// A reason in words.
pub(super) fn reason(certainty: Certainty, words: String) -> Reason {
    Reason { certainty, words }
}
