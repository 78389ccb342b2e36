//! Sends bare head nouns (`Bộ`, `Hội nghị`) to the name they stand for.

use rustc_hash::FxHashMap;

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
    let mut fitting: FxHashMap<(usize, EntityType), Fitting> = FxHashMap::default();
    for index in 0..material.found.len() {
        let name = &material.found[index];
        if !name.anaphor {
            continue;
        }
        let Source::HeadNoun(head, _) = name.source else {
            continue;
        };
        let fits = fitting.entry((head, name.kind)).or_insert_with(|| {
            let fit = |c: usize| {
                clusters[c].kind == name.kind
                    && opens_with(material, &clusters[c], &folded[c], head)
            };
            Fitting::new((0..clusters.len()).map(fit).collect(), cluster_of)
        });
        let block = |other: usize| block_of(material, material.found[other].tokens.start);
        let target = match fits.before(index) {
            // A bare `Hội nghị` in a new paragraph is the one the article is about, which comes first.
            Some(near) if name.kind == EntityType::Event && block(near) != block(index) => {
                fits.names.first().copied()
            }
            other => other,
        }
        .or_else(|| fits.behind(index));
        if let Some(home) = target.and_then(|t| cluster_of[t]) {
            cluster_of[index] = Some(home);
            insert_sorted(&mut clusters[home].members, index);
            for fits in fitting.values_mut().filter(|fits| fits.clusters[home]) {
                insert_sorted(&mut fits.names, index);
            }
        }
    }
}

/// What a bare head noun of one kind may stand for.
struct Fitting {
    /// Whether each cluster does.
    clusters: Vec<bool>,
    /// The names of those that do, sorted.
    names: Vec<usize>,
}

impl Fitting {
    fn new(clusters: Vec<bool>, cluster_of: &[Option<usize>]) -> Self {
        let names = (0..cluster_of.len()).filter(|&n| cluster_of[n].is_some_and(|c| clusters[c]));
        let names = names.collect();
        Self { clusters, names }
    }

    fn before(&self, index: usize) -> Option<usize> {
        let count = self.names.partition_point(|&name| name < index);
        count.checked_sub(1).map(|last| self.names[last])
    }

    fn behind(&self, index: usize) -> Option<usize> {
        let count = self.names.partition_point(|&name| name <= index);
        self.names.get(count).copied()
    }
}

/// Adds a number to sorted ones.
pub(super) fn insert_sorted(sorted: &mut Vec<usize>, number: usize) {
    let place = sorted.partition_point(|&other| other < number);
    sorted.insert(place, number);
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
