//! Agencies: a full name is an identity; what every body of a kind is called needs its place or owner.

use std::collections::BTreeSet;

use super::super::comparable::comparable;
use super::super::description::Description;
use super::super::generic::is_generic;
use super::super::knowledge::Knowledge;
use super::super::slug::slug;
use super::evidence::{Certainty, Policy, Profile, reason};
use crate::model::{EntityId, EntityType, Predicate};
use crate::text::fold;

pub(super) fn profile(knowledge: &Knowledge<'_>, description: &Description) -> Profile {
    if !is_generic(knowledge, &description.name) {
        let mut profile = Profile::of(Policy::Name);
        profile.summary.owners = owners(knowledge, description);
        return profile;
    }
    if has_owner(knowledge, description) {
        return Profile::of(Policy::Name);
    }
    let mut profile = Profile::of(Policy::Evidence);
    let own = own_states(knowledge, description);
    let hosts: BTreeSet<EntityId> = description
        .companions
        .iter()
        .filter(|id| matches!(id.kind(), Some(EntityType::Country | EntityType::Province)))
        .filter_map(|id| knowledge.state_of(id))
        .filter(|state| !own.contains(state))
        .collect();
    // A mission is told by the state in which it stands.
    if let (Some(host), 1, true) = (hosts.first(), hosts.len(), !own.is_empty()) {
        let words = format!("both are named beside {host}");
        profile.keys.insert(reason(Certainty::Likely, words));
    }
    profile
}

/// The ministries that the article gives a body which lies inside one.
fn owners(knowledge: &Knowledge<'_>, description: &Description) -> BTreeSet<EntityId> {
    let folded = fold(&description.name);
    let noun = folded.split(' ').next().unwrap_or_default();
    if !knowledge.listed("identity.inside-a-ministry", noun) {
        return BTreeSet::new();
    }
    let owners = description.ties.iter();
    owners
        .filter(|(predicate, _)| *predicate == Predicate::PartOf)
        .filter_map(|(_, owner)| knowledge.ministry(owner))
        .collect()
}

/// Whether the id says more than the bare name: the owner that the article gives it.
fn has_owner(knowledge: &Knowledge<'_>, description: &Description) -> bool {
    let bare = slug(&comparable(knowledge, &description.name));
    let id = description.id.as_str();
    let own = id.split_once('/').map_or(id, |(_, own)| own);
    own.len() > bare.len()
}

/// The states in a name: `Đại sứ quán Mỹ` is of `country/us`.
fn own_states(knowledge: &Knowledge<'_>, description: &Description) -> BTreeSet<EntityId> {
    let folded = fold(&description.name);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let tails = (1..words.len()).map(|from| words[from..].join(" "));
    tails
        .filter_map(|tail| {
            let named = knowledge.ontology.entries_named(&tail);
            let entry = named.first().map(|(entry, _)| *entry)?;
            let entry = &knowledge.ontology.entries[entry];
            (entry.kind == EntityType::Country).then(|| entry.id.clone())
        })
        .collect()
}
