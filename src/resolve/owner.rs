//! Gives bodies named without it their owner: `Sở Ngoại vụ` in an article on Đà Nẵng is that city's.

use rustc_hash::FxHashMap;

use super::cluster::{Cluster, Material, absorb};
use crate::model::{EntityId, EntityType, Source};

/// How the id that a body's key ends with begins, where it belongs to something.
const OWNERS: [&str; 2] = [" province/", " agency/"];

/// Completes bodies whose name leaves out the territory or the ministry.
pub(super) fn complete(
    material: &Material<'_>,
    clusters: &mut [Cluster],
    cluster_of: &mut [Option<usize>],
) {
    let owned = owned_by_name(clusters);
    let main_province = main_province(material, clusters);
    for index in 0..clusters.len() {
        if clusters[index].kind != EntityType::Agency
            || clusters[index].owned
            || clusters[index].members.is_empty()
        {
            continue;
        }
        let head = clusters[index].head;
        let local = head.is_none_or(|head| material.ontology.head_nouns[head].local);
        if let Some(home) = fuller(material, clusters, &owned, index, local) {
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
        } else if let Some(province) = main_province
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

/// Bodies by their names without what they belong to, which their keys end with.
fn owned_by_name(clusters: &[Cluster]) -> FxHashMap<String, Vec<usize>> {
    let mut owned: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, cluster) in clusters.iter().enumerate() {
        if cluster.kind != EntityType::Agency || !cluster.owned {
            continue;
        }
        for (at, _) in OWNERS
            .iter()
            .flat_map(|owner| cluster.key.match_indices(owner))
        {
            let name = cluster.key[..at].to_owned();
            owned.entry(name).or_default().push(index);
        }
    }
    owned
}

/// The body of this name with its owner; of a ministry's department only where there is one.
fn fuller(
    material: &Material<'_>,
    clusters: &[Cluster],
    owned: &FxHashMap<String, Vec<usize>>,
    bare: usize,
    local: bool,
) -> Option<usize> {
    let Cluster { key, city, .. } = &clusters[bare];
    let of_level = |owner: &str| {
        !owner.starts_with("province/") || is_of_level(material, province(material, owner), *city)
    };
    let fits = |index: &&usize| {
        let cluster = &clusters[**index];
        !cluster.members.is_empty() && of_level(&cluster.key[key.len() + 1..])
    };
    let mut fuller = owned.get(key)?.iter().filter(fits);
    let first = fuller.next()?;
    (local || fuller.next().is_none()).then_some(*first)
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
