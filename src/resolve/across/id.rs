//! The ids of the groups of a block: the plain one where there is one thing of the name, else what tells
//! each from the others.

use std::collections::{BTreeMap, BTreeSet};

use super::super::description::Description;
use super::super::knowledge::Knowledge;
use super::super::slug::slug;
use crate::model::{EntityId, EntityType, Predicate};
use crate::text::fold;

/// An id for each group, the largest first; `groups` is sorted.
pub(super) fn name_groups(
    kind: EntityType,
    groups: &[&[usize]],
    descriptions: &[Description],
    knowledge: &Knowledge<'_>,
) -> Vec<EntityId> {
    let mut taken: BTreeSet<EntityId> = BTreeSet::new();
    let mut ids = Vec::with_capacity(groups.len());
    let bases: Vec<EntityId> = groups
        .iter()
        .map(|group| fullest(group, descriptions))
        .collect();
    let mut of_name: BTreeMap<&EntityId, Named> = BTreeMap::new();
    for (base, group) in bases.iter().zip(groups) {
        let named = of_name.entry(base).or_default();
        named.groups += 1;
        named.members += group.len();
    }
    for (base, group) in bases.iter().zip(groups) {
        let named = of_name.entry(base).or_default();
        let alone = named.groups == 1;
        // Who bears a name nearly always keeps it plain.
        let first = !std::mem::replace(&mut named.is_met, true);
        let dominant = first && group.len() * 3 >= named.members * 2 && group.len() > 1;
        let id = if alone || dominant {
            base.clone()
        } else {
            let mark = mark(kind, group, descriptions, knowledge);
            unique(base, &mark, group, descriptions, &taken)
        };
        taken.insert(id.clone());
        ids.push(id);
    }
    ids
}

/// The groups of one name.
#[derive(Default)]
struct Named {
    groups: usize,
    members: usize,
    /// Whether one of them has its id.
    is_met: bool,
}

/// The longest of the ids that articles give, which says most.
fn fullest(group: &[usize], descriptions: &[Description]) -> EntityId {
    let ids = group.iter().map(|&member| &descriptions[member].id);
    let longest = ids.max_by_key(|id| (id.as_str().chars().count(), std::cmp::Reverse(*id)));
    longest.cloned().unwrap_or_else(|| EntityId(String::new()))
}

fn unique(
    base: &EntityId,
    mark: &str,
    group: &[usize],
    descriptions: &[Description],
    taken: &BTreeSet<EntityId>,
) -> EntityId {
    let first = &descriptions[group[0]].article;
    let marked = EntityId(format!("{base}.{mark}"));
    if !mark.is_empty() && !taken.contains(&marked) {
        return marked;
    }
    let in_article = EntityId(format!("{base}.{}", slug(&fold(first))));
    if !taken.contains(&in_article) {
        return in_article;
    }
    (2..)
        .map(|number| EntityId(format!("{in_article}.{number}")))
        .find(|id| !taken.contains(id))
        .unwrap_or(in_article)
}

/// What tells a group from others of its name: the body of most posts, the place or year of an event.
fn mark(
    kind: EntityType,
    group: &[usize],
    descriptions: &[Description],
    knowledge: &Knowledge<'_>,
) -> String {
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for &member in group {
        let description = &descriptions[member];
        match kind {
            EntityType::Person => {
                for post in &description.posts {
                    let body =
                        super::super::generic::common_name(knowledge, &post.body, &post.body_name);
                    let body = body.rsplit('/').next().unwrap_or(&body).to_owned();
                    *counted.entry(slug(&body)).or_default() += 1;
                }
            }
            EntityType::Event => {
                let places = description.ties.iter();
                for (_, place) in places.filter(|(p, _)| *p == Predicate::TakesPlaceIn) {
                    let place = place.as_str().rsplit('/').next().unwrap_or_default();
                    *counted.entry(slug(place)).or_default() += 1;
                }
                for date in &description.dates {
                    if let Some(year) = date.start().year {
                        *counted.entry(year.to_string()).or_default() += 1;
                    }
                }
            }
            EntityType::Document => {
                for date in &description.dates {
                    if let Some(year) = date.start().year {
                        *counted.entry(year.to_string()).or_default() += 1;
                    }
                }
            }
            _ => {}
        }
    }
    let best = counted
        .into_iter()
        .max_by_key(|(mark, count)| (*count, std::cmp::Reverse(mark.clone())));
    best.map_or_else(String::new, |(mark, _)| mark)
}
