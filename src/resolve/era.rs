//! Which unit a province's name means at the time an article speaks of.

use super::cluster::Material;
use crate::ontology::Entry;

/// Among the entries that share a name with this one, the one that existed at the article's time;
/// without a date, the one that needs no assumption: it exists still, or it existed first.
pub(super) fn entry_at(material: &Material<'_>, entry: usize) -> usize {
    let entries = &material.ontology.entries;
    let own = &entries[entry];
    if own.valid_from.is_none() && own.valid_until.is_none() {
        return entry;
    }
    let day = material.when;
    let mut namesakes = material.knowledge.namesakes(entry).iter().copied();
    let existing = namesakes.find(|&namesake| {
        let known = &entries[namesake];
        day.is_none_or(|day| known.exists_on(day)) && by_default(day.is_some(), known)
    });
    existing.unwrap_or(entry)
}

/// Without a date the old unit is meant: most of the press was written before the merger.
fn by_default(dated: bool, entry: &Entry) -> bool {
    dated
        || entry
            .valid_from
            .is_none_or(|from| from.year.is_none_or(|y| y < 2025))
}
