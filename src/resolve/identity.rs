//! Across articles: gives every entity the id under which all articles meet.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::comparable::comparable;
use super::event_name::EventName;
use super::generic::{is_departmental, is_generic};
use super::knowledge::Knowledge;
use super::slug::slug;
use crate::model::{Annotation, Entity, EntityId, EntityType, Object, Predicate};
use crate::ontology::Ontology;
use crate::text::fold;

/// Gives the entities of an annotation their ids and merges those that turn out to be one.
/// An id is a function of what this article says of the thing, so the order of articles is no matter.
pub fn assign(annotation: &mut Annotation, knowledge: &Knowledge<'_>) {
    give_ids(annotation, knowledge, |_| true);
}

/// The same once relations are known, which tell events, documents and bodies apart.
pub fn refine(annotation: &mut Annotation, knowledge: &Knowledge<'_>) {
    give_ids(annotation, knowledge, |kind| {
        matches!(
            kind,
            EntityType::Event | EntityType::Document | EntityType::Agency
        )
    });
}

fn give_ids(
    annotation: &mut Annotation,
    knowledge: &Knowledge<'_>,
    asked: impl Fn(EntityType) -> bool,
) {
    let ids: Vec<Option<EntityId>> = (0..annotation.entities.len())
        .map(|index| {
            let asked = asked(annotation.entities[index].kind);
            asked.then(|| id_of(annotation, knowledge, index))
        })
        .collect();
    for (entity, id) in annotation.entities.iter_mut().zip(ids) {
        if let Some(id) = id {
            entity.id = id;
        }
    }
    merge_equal(annotation);
}

fn id_of(annotation: &Annotation, knowledge: &Knowledge<'_>, index: usize) -> EntityId {
    let ontology = knowledge.ontology;
    let entity = &annotation.entities[index];
    if ontology.entry(&entity.id).is_some() {
        return entity.id.clone();
    }
    let known = known(ontology, entity.kind, &entity.name).or_else(|| {
        let body = entity.kind == EntityType::Agency;
        body.then(|| known(ontology, entity.kind, &comparable(knowledge, &entity.name)))?
    });
    let name = fold(&entity.name);
    if let Some(id) = known.or_else(|| by_surname(annotation, knowledge, index, &name)) {
        return id;
    }
    let slug = match entity.kind {
        EntityType::Event => event_slug(annotation, index, &name),
        EntityType::Document => document_slug(annotation, ontology, index, &name),
        EntityType::Agency => agency_slug(annotation, knowledge, index, &name),
        _ => slug(&name),
    };
    EntityId::new(entity.kind, &slug)
}

/// The ontology's entry of a type that bears exactly this name.
fn known(ontology: &Ontology, kind: EntityType, name: &str) -> Option<EntityId> {
    ontology
        .entries_named(name)
        .into_iter()
        .map(|(entry, _)| &ontology.entries[entry])
        .find(|entry| entry.kind == kind)
        .map(|entry| entry.id.clone())
}

/// The known statesman whose surname alone an article gives, with a post in the state served.
fn by_surname(
    annotation: &Annotation,
    knowledge: &Knowledge<'_>,
    index: usize,
    folded: &str,
) -> Option<EntityId> {
    if annotation.entities[index].kind != EntityType::Person {
        return None;
    }
    let (id, state) = knowledge.statesman(folded)?;
    let serves = |object: &Object| match object {
        Object::Entity(object) => annotation.entities[*object].id == *state,
        _ => false,
    };
    let held = annotation.relations.iter().any(|r| {
        r.subject == index && r.predicate == Predicate::HoldsPosition && serves(&r.object)
    });
    held.then(|| id.clone())
}

/// Territories in the name are called as the ontology calls them; a name that every body of a kind has
/// gets that of the one territory that statements give it, or of the one ministry it is part of.
fn agency_slug(
    annotation: &Annotation,
    knowledge: &Knowledge<'_>,
    index: usize,
    folded: &str,
) -> String {
    let name = &annotation.entities[index].name;
    let plain = comparable(knowledge, name);
    let inside = is_departmental(knowledge.ontology, folded);
    let (predicate, kinds) = if inside {
        (Predicate::PartOf, [EntityType::Agency; 2])
    } else {
        let kinds = [EntityType::Province, EntityType::Country];
        (Predicate::HasJurisdiction, kinds)
    };
    let owners: BTreeSet<&str> = annotation
        .relations
        .iter()
        .filter(|r| r.predicate == predicate && r.subject == index)
        .filter_map(|r| match r.object {
            Object::Entity(owner) => Some(&annotation.entities[owner]),
            _ => None,
        })
        .filter(|owner| kinds.contains(&owner.kind))
        .map(|owner| owner.name.as_str())
        .collect();
    match owners.first() {
        Some(owner)
            if owners.len() == 1
                && is_generic(knowledge, name)
                && !plain.ends_with(&fold(owner)) =>
        {
            slug(&format!("{plain} {}", fold(owner)))
        }
        _ => slug(&plain),
    }
}

/// A name with its edition or year is enough; without, the year it took place tells meetings of one
/// name apart.
fn event_slug(annotation: &Annotation, index: usize, name: &str) -> String {
    let EventName {
        slug: plain,
        numbered,
        ..
    } = EventName::new(name);
    if numbered {
        return plain;
    }
    let year = annotation
        .relations
        .iter()
        .find_map(|r| match (&r.object, r.predicate) {
            (Object::Date(date), Predicate::OccursOn) if r.subject == index => date.start().year,
            _ => None,
        });
    year.map_or(plain.clone(), |year| format!("{plain}-{year}"))
}

/// A number keeps its code; one without is completed from its issuer (`Chỉ thị 15` of the
/// Secretariat is `15-CT/TW`).
fn document_slug(annotation: &Annotation, ontology: &Ontology, index: usize, name: &str) -> String {
    let plain = slug(&name.replacen(" số ", " ", 1));
    let bare_number = plain.rsplit_once('-').is_some_and(|(noun, last)| {
        is_number(last) && !noun.contains(|c: char| c.is_ascii_digit())
    });
    let issuer = annotation
        .relations
        .iter()
        .find_map(|r| match (&r.object, r.predicate) {
            (Object::Entity(issuer), Predicate::IssuedBy) if r.subject == index => {
                ontology.entry(&annotation.entities[*issuer].id)
            }
            _ => None,
        });
    let body = issuer.and_then(|entry| ontology.entries[entry].document_code.as_deref());
    match (bare_number, kind_code(ontology, name), body) {
        (true, Some(kind), Some(body)) => {
            format!("{plain}-{}", slug(&fold(&format!("{kind}-{body}"))))
        }
        _ => plain,
    }
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}

/// The sign of a kind of document, which is its head noun's acronym: `CT` for `Chỉ thị`.
fn kind_code<'o>(ontology: &'o Ontology, name: &str) -> Option<&'o str> {
    let nouns = ontology.head_nouns.iter().filter(|noun| {
        noun.kind == EntityType::Document
            && name
                .strip_prefix(&fold(&noun.name))
                .is_some_and(|rest| rest.starts_with(' '))
    });
    nouns
        .flat_map(|noun| &noun.labels)
        .map(String::as_str)
        .find(|label| label.chars().all(char::is_uppercase))
}

/// Makes one entity of those with equal ids, and rewrites the indices.
fn merge_equal(annotation: &mut Annotation) {
    let mut kept: Vec<Entity> = Vec::new();
    let mut places: FxHashMap<EntityId, usize> = FxHashMap::default();
    let mut new_index = Vec::with_capacity(annotation.entities.len());
    for entity in annotation.entities.drain(..) {
        match places.get(&entity.id) {
            Some(&index) => {
                let home = &mut kept[index];
                home.aliases.extend(entity.aliases);
                if entity.name != home.name {
                    home.aliases.push(entity.name);
                }
                home.aliases.sort();
                home.aliases.dedup();
                new_index.push(index);
            }
            None => {
                new_index.push(kept.len());
                places.insert(entity.id.clone(), kept.len());
                kept.push(entity);
            }
        }
    }
    annotation.entities = kept;
    for mention in &mut annotation.mentions {
        mention.entity = new_index[mention.entity];
    }
    for relation in &mut annotation.relations {
        relation.subject = new_index[relation.subject];
        if let Object::Entity(object) = &mut relation.object {
            *object = new_index[*object];
        }
    }
    let mut said = BTreeSet::new();
    annotation.relations.retain(|r| {
        r.object != Object::Entity(r.subject)
            && said.insert((
                r.subject,
                r.predicate,
                r.object.clone(),
                r.title.clone(),
                r.time,
            ))
    });
    for figure in &mut annotation.figures {
        figure.owner = figure.owner.map(|owner| new_index[owner]);
    }
}

#[cfg(test)]
mod tests {
    use super::kind_code;
    use crate::model::EntityId;
    use crate::ontology::Ontology;

    #[test]
    fn the_signs_of_documents_come_from_the_ontology() {
        let ontology = Ontology::embedded();
        assert_eq!(kind_code(ontology, "chỉ thị 15"), Some("CT"));
        assert_eq!(kind_code(ontology, "nghị quyết 21"), Some("NQ"));
        let secretariat = ontology.entry(&EntityId("agency/ban-bi-thu".into()));
        let code = secretariat.and_then(|e| ontology.entries[e].document_code.as_deref());
        assert_eq!(code, Some("TW"));
    }
}
