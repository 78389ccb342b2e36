//! Where missions stand: `Đại sứ quán Mỹ tại Hà Nội` is the one in Viet Nam, and so is `Đại sứ quán Mỹ` in an
//! article that names this one alone.

use super::cluster::{Cluster, Material, move_to};
use super::knowledge::phrases;
use crate::model::{EntityType, Found, Source};
use crate::text::fold;

/// The state in whose capital an embassy stands, with the end of the capital's name: `tại thủ đô [Praha]`.
pub(super) fn host_at(
    material: &Material<'_>,
    name: &Found,
    token: usize,
) -> Option<(usize, usize)> {
    let seated =
        token > name.tokens.start && matches!(material.text.folded(token - 1), "tại" | "ở");
    let Source::HeadNoun(head, _) = name.source else {
        return None;
    };
    let noun = &material.ontology.head_nouns[head].name;
    if !seated || !phrases(material.ontology, "identity.embassy").contains(&fold(noun)) {
        return None;
    }
    let behind = |noun: &String| {
        let end = token + noun.split(' ').count();
        (end < name.tokens.end && material.folded(token..end) == *noun).then_some(end)
    };
    let nouns = phrases(material.ontology, "identity.capital-noun");
    let city = nouns.iter().find_map(behind).unwrap_or(token);
    material
        .beginning_at(city)
        .find_map(|place| match place.source {
            Source::Entry(entry) if place.tokens.end <= name.tokens.end => {
                let state = material.ontology.state_of_capital(entry)?;
                Some((place.tokens.end, state))
            }
            _ => None,
        })
}

/// Joins missions named without the state they are in with the only one that is named with it.
pub(super) fn complete(
    material: &Material<'_>,
    clusters: &mut [Cluster],
    cluster_of: &mut [Option<usize>],
) {
    for bare in 0..clusters.len() {
        let Some(home) = seated(material, clusters, bare) else {
            continue;
        };
        let moved = clusters[bare].clone();
        clusters[bare].members.clear();
        move_to(material, clusters, cluster_of, moved, home);
    }
}

/// The only mission of the same state and kind that an article names with its seat.
fn seated(material: &Material<'_>, clusters: &[Cluster], bare: usize) -> Option<usize> {
    let cluster = &clusters[bare];
    let mission = cluster
        .head
        .is_some_and(|head| material.ontology.head_nouns[head].mission);
    let of_state = cluster.key.contains(" country/") && !cluster.key.contains(" tại ");
    if cluster.kind != EntityType::Agency || cluster.members.is_empty() || !mission || !of_state {
        return None;
    }
    let stands = format!("{} tại ", cluster.key);
    let mut seated = (0..clusters.len()).filter(|&other| {
        let other = &clusters[other];
        other.kind == EntityType::Agency
            && !other.members.is_empty()
            && other.key.starts_with(&stands)
    });
    seated.next().filter(|_| seated.next().is_none())
}
