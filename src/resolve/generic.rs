//! Agencies: what every body of a kind is called names one only together with its owner.

use super::comparable::comparable;
use super::knowledge::{Knowledge, phrases};
use crate::model::{EntityId, EntityType};
use crate::ontology::Ontology;
use crate::text::fold;

/// The name under which a body is compared with others: the ontology's id where it is known.
pub(super) fn common_name(knowledge: &Knowledge<'_>, id: &EntityId, name: &str) -> String {
    if knowledge.ontology.entry(id).is_some() || id.kind() != Some(EntityType::Agency) {
        return id.as_str().to_owned();
    }
    comparable(knowledge, name)
}

/// Whether every body of a kind bears this name: a head noun alone, one of the list, or a local body
/// without its territory.
pub(super) fn is_generic(knowledge: &Knowledge<'_>, name: &str) -> bool {
    let folded = fold(name);
    let mut units = knowledge.phrases("identity.unit-behind").iter();
    let bare = units.find_map(|unit| folded.strip_suffix(unit.as_str())?.strip_suffix(' '));
    let bare = bare.unwrap_or(&folded);
    knowledge.listed("identity.generic-agency", bare)
        || knowledge.is_head_noun(bare)
        || knowledge.lacks_territory(bare)
        || is_departmental(knowledge.ontology, bare)
        || of_a_state(knowledge, bare)
}

/// Whether ministries have departments of this folded name alike.
pub(super) fn is_departmental(ontology: &Ontology, folded: &str) -> bool {
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|w| !w.is_empty() && *w != "và").collect();
    let plain = words.join(" ");
    phrases(ontology, "identity.of-every-ministry").contains(&plain)
}

/// A noun of which every state has many, with a state's name: `công ty Mỹ`, `Đại sứ quán Mỹ`.
fn of_a_state(knowledge: &Knowledge<'_>, folded: &str) -> bool {
    let nouns = knowledge.phrases("identity.many-in-a-state").iter();
    nouns
        .filter_map(|noun| folded.strip_prefix(noun.as_str())?.strip_prefix(' '))
        .any(|rest| {
            let territory = knowledge.territory(rest);
            territory.is_some_and(|(kind, _)| *kind == EntityType::Country)
        })
}
