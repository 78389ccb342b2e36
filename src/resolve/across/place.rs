//! Places: a name that every province has is told apart by where it lies.

use std::collections::BTreeSet;

use super::super::description::Description;
use super::super::knowledge::Knowledge;
use super::evidence::{Certainty, Policy, Profile, companions, reason};
use super::person::is_foreign;
use super::summary::Summary;
use crate::model::EntityType;
use crate::text::fold;

pub(super) fn profile(knowledge: &Knowledge<'_>, description: &Description) -> Profile {
    let mut keys = companions(knowledge, description);
    let provinces: BTreeSet<_> = description
        .companions
        .iter()
        .filter(|id| id.kind() == Some(EntityType::Province))
        .collect();
    // Of several provinces in a sentence it is not known in which one the place lies.
    if let [province] = provinces.iter().collect::<Vec<_>>().as_slice() {
        let words = format!("both are named beside {province}");
        keys.insert(reason(Certainty::Likely, words));
    }
    let name = fold(&description.name);
    let listed = knowledge
        .phrases("identity.local-place")
        .iter()
        .filter_map(|kind| name.strip_prefix(kind.as_str()))
        .any(|rest| rest.is_empty() || rest.starts_with([' ', '.']));
    let words = name.split_whitespace();
    let short = words.clone().count() <= 2 && !words.into_iter().any(is_foreign)
        || name.chars().count() <= 2;
    Profile {
        keys,
        summary: Summary::default(),
        policy: if listed || short {
            Policy::Evidence
        } else {
            Policy::Name
        },
    }
}
