//! Gives bodies named without it their owner: `Sở Ngoại vụ` in an article on Đà Nẵng is that city's.

use super::cluster::{Cluster, Material, absorb};
use crate::model::{EntityId, EntityType, Source};

/// Completes bodies whose name leaves out the territory or the ministry.
pub(super) fn complete(
    material: &Material<'_>,
    clusters: &mut [Cluster],
    cluster_of: &mut [Option<usize>],
) {
    for index in 0..clusters.len() {
        if clusters[index].kind != EntityType::Agency
            || clusters[index].owned
            || clusters[index].members.is_empty()
        {
            continue;
        }
        let head = clusters[index].head;
        let local = head.is_none_or(|head| material.ontology.head_nouns[head].local);
        if let Some(home) = fuller(material, clusters, index, local) {
            let moved = std::mem::take(&mut clusters[index].members);
            for &member in &moved {
                cluster_of[member] = Some(home);
            }
            let other = Cluster {
                members: moved,
                name: String::new(),
                ..clusters[index].clone()
            };
            absorb(material, &mut clusters[home], other);
        } else if let Some(province) = main_province(material, clusters)
            && local
            && is_of_level(material, Some(province), clusters[index].city)
        {
            let entry = &material.ontology.entries[province];
            let name = format!("{} {}", clusters[index].name, entry.name);
            let key = format!("{} {}", clusters[index].key, entry.id.as_str());
            clusters[index].name = name;
            clusters[index].key = key;
            clusters[index].owned = true;
        }
    }
}

/// The entry with this id.
fn province(material: &Material<'_>, id: &str) -> Option<usize> {
    let slug = id.strip_prefix("province/")?;
    let id = EntityId::new(EntityType::Province, slug);
    material.ontology.entry(&id)
}

/// Whether a province is a city where the text says `UBND thành phố`, none where it says `UBND tỉnh`.
fn is_of_level(material: &Material<'_>, province: Option<usize>, city: Option<bool>) -> bool {
    let designation =
        province.and_then(|entry| material.ontology.entries[entry].designation.as_deref());
    city.is_none_or(|city| designation.is_none_or(|d| (d == "thành phố") == city))
}

/// The body of this name with its owner; of a ministry's department only where there is one.
fn fuller(
    material: &Material<'_>,
    clusters: &[Cluster],
    bare: usize,
    local: bool,
) -> Option<usize> {
    let prefix = format!("{} ", clusters[bare].key);
    let is_owner = |rest: &str| {
        let of_province = rest.starts_with("province/");
        let level = || is_of_level(material, province(material, rest), clusters[bare].city);
        of_province && level() || rest.starts_with("agency/")
    };
    let mut fuller = clusters.iter().enumerate().filter(|(_, c)| {
        c.kind == EntityType::Agency
            && c.owned
            && !c.members.is_empty()
            && c.key.strip_prefix(&prefix).is_some_and(is_owner)
    });
    let (first, _) = fuller.next()?;
    (local || fuller.next().is_none()).then_some(first)
}

/// The province the article is about: the one named most, if no other is named as often.
/// Provinces inside the names of other bodies count as well.
fn main_province(material: &Material<'_>, clusters: &[Cluster]) -> Option<usize> {
    let mut counts: Vec<(usize, usize)> = clusters
        .iter()
        .filter(|c| c.kind == EntityType::Province)
        .filter_map(|c| {
            let entry = c.entry?;
            let named = c
                .members
                .iter()
                .filter(|&&m| matches!(material.found[m].source, Source::Entry(_)))
                .count();
            Some((named, entry))
        })
        .collect();
    counts.sort_by(|a, b| b.cmp(a));
    match counts.as_slice() {
        [(_, entry)] => Some(*entry),
        [(most, entry), (second, _), ..] if most > second => Some(*entry),
        _ => None,
    }
}
