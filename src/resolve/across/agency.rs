//! Agencies: a full name is an identity; what every body of a kind is called needs its place or owner.

use std::collections::BTreeSet;

use super::super::description::Description;
use super::super::generic::is_generic;
use super::super::knowledge::Knowledge;
use super::evidence::{Certainty, Policy, Profile, companions, reason};
use crate::model::{EntityId, EntityType};
use crate::text::fold;

pub(super) fn profile(knowledge: &Knowledge<'_>, description: &Description) -> Profile {
    if !is_generic(knowledge, &description.name) {
        return Profile::of(Policy::Name);
    }
    // An id with the owner's name in it is more than the bare name.
    let bare = fold(&description.name).split_whitespace().count();
    if has_owner(description, bare) {
        return Profile::of(Policy::Name);
    }
    let mut profile = Profile::of(Policy::Evidence);
    profile.keys = companions(knowledge, description);
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

fn has_owner(description: &Description, words: usize) -> bool {
    description.id.as_str().matches('-').count() >= words
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
