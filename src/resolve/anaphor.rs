//! Sends bare head nouns (`Bộ`, `Hội nghị`) to the name they stand for.

use super::cluster::{Cluster, Material};
use crate::model::{EntityType, Source};
use crate::text::fold;

/// Attaches each anaphor to the last name before it with the same head noun, else to the first one
/// behind it; one without such a name stays out.
pub(super) fn attach(
    material: &Material<'_>,
    clusters: &mut [Cluster],
    cluster_of: &mut [Option<usize>],
) {
    if !material.found.iter().any(|name| name.anaphor) {
        return;
    }
    let folded = clusters.iter().map(|cluster| fold(&cluster.name));
    let folded: Vec<String> = folded.collect();
    for index in 0..material.found.len() {
        let name = &material.found[index];
        if !name.anaphor {
            continue;
        }
        let Source::HeadNoun(head, _) = name.source else {
            continue;
        };
        let fits = |other: &usize| {
            cluster_of[*other].is_some_and(|c| {
                clusters[c].kind == name.kind
                    && opens_with(material, &clusters[c], &folded[c], head)
            })
        };
        let block = |other: usize| block_of(material, material.found[other].tokens.start);
        let near = (0..index).rev().find(fits);
        // A bare `Hội nghị` in a new paragraph is the one the article is about, which comes first.
        let main = || (0..index).find(fits);
        let target = match near {
            Some(near) if name.kind == EntityType::Event && block(near) != block(index) => main(),
            other => other,
        }
        .or_else(|| (index + 1..material.found.len()).find(fits));
        if let Some(home) = target.and_then(|t| cluster_of[t]) {
            cluster_of[index] = Some(home);
            clusters[home].members.push(index);
            clusters[home].members.sort_unstable();
        }
    }
}

/// Whether a cluster's name, which is also given folded, opens with a head noun in one of its forms.
fn opens_with(material: &Material<'_>, cluster: &Cluster, name: &str, head: usize) -> bool {
    if cluster.head == Some(head) {
        return true;
    }
    if cluster.kind == EntityType::Province {
        let designation = cluster
            .entry
            .and_then(|entry| material.ontology.entries[entry].designation.as_deref());
        return designation.is_some_and(|designation| {
            fold(&material.ontology.head_nouns[head].name) == fold(designation)
        });
    }
    let labels = material.knowledge.labels(head);
    labels.iter().any(|label| {
        name.strip_prefix(label.as_str())
            .is_some_and(|rest| rest.starts_with(' '))
    })
}

fn block_of(material: &Material<'_>, token: usize) -> usize {
    material.text.sentences[material.text.sentence_of(token)].block_index
}
