//! Pairs each gold entity with at most one system entity of its type, by most shared spans.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Document;

/// Which gold entity is which system entity.
pub(super) struct Pairing<'a> {
    to_system: BTreeMap<&'a str, &'a str>,
    to_gold: BTreeMap<&'a str, &'a str>,
}

impl<'a> Pairing<'a> {
    pub(super) fn of(gold: &'a Document, system: &'a Document) -> Self {
        let (gold_types, system_types) = (gold.types(), system.types());
        let (gold_places, system_places) = (gold.places(), system.places());
        let mut candidates = Vec::new();
        for (&gold_id, gold_type) in &gold_types {
            let Some(places) = gold_places.get(gold_id) else {
                continue;
            };
            for (&system_id, system_type) in &system_types {
                if gold_type != system_type {
                    continue;
                }
                let shared = system_places
                    .get(system_id)
                    .map_or(0, |others| places.intersection(others).count());
                if shared > 0 {
                    candidates.push((Reverse(shared), gold_id, system_id));
                }
            }
        }
        candidates.sort_unstable();
        let mut pairing = Self {
            to_system: BTreeMap::new(),
            to_gold: BTreeMap::new(),
        };
        for (_, gold_id, system_id) in candidates {
            if pairing.system(gold_id).is_none() && pairing.gold(system_id).is_none() {
                pairing.to_system.insert(gold_id, system_id);
                pairing.to_gold.insert(system_id, gold_id);
            }
        }
        pairing
    }

    /// The system's counterpart of a gold entity.
    pub(super) fn system(&self, gold_id: &str) -> Option<&'a str> {
        self.to_system.get(gold_id).copied()
    }

    /// The gold counterpart of a system's entity.
    pub(super) fn gold(&self, system_id: &str) -> Option<&'a str> {
        self.to_gold.get(system_id).copied()
    }
}
