//! The clusters of an article while they are gathered, so that a name is compared only with what shares
//! a handle with it: an article of a thousand names takes no million comparisons.

use rustc_hash::FxHashMap;

use super::cluster::{Cluster, Material, absorb};
use super::event_core::Core;
use super::{document, event, person};
use crate::model::EntityType;

/// Clusters, and where they are by what they are compared by.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) clusters: Vec<Cluster>,
    by_key: FxHashMap<(EntityType, String), usize>,
    by_handle: FxHashMap<(EntityType, String), Vec<usize>>,
}

impl Gathered {
    /// Adds a proposal to the cluster it belongs to, or as a new one; returns its index.
    pub(super) fn join(&mut self, material: &Material<'_>, proposal: Cluster) -> usize {
        let key = (proposal.kind, proposal.key.clone());
        let known = self.by_key.get(&key).copied();
        match known.or_else(|| self.like(material, &proposal)) {
            Some(position) => {
                self.absorb(material, position, proposal);
                position
            }
            None => {
                let position = self.clusters.len();
                self.add_handles(material, &proposal, position);
                self.by_key.insert(key, position);
                self.clusters.push(proposal);
                position
            }
        }
    }

    /// The cluster of another key that means the same.
    fn like(&self, material: &Material<'_>, proposal: &Cluster) -> Option<usize> {
        let handles = handles(material, proposal).into_iter();
        let sharing = handles.filter_map(|handle| self.by_handle.get(&(proposal.kind, handle)));
        let mut sharing: Vec<usize> = sharing.flatten().copied().collect();
        sharing.sort_unstable();
        sharing.dedup();
        let clusters = sharing.iter().map(|&index| (index, &self.clusters[index]));
        match proposal.kind {
            EntityType::Person => person::find(material.ontology, clusters, proposal),
            EntityType::Event => event::find(material.knowledge, clusters, proposal),
            EntityType::Document => document::find(material.knowledge, clusters, proposal),
            _ => None,
        }
    }

    fn absorb(&mut self, material: &Material<'_>, position: usize, proposal: Cluster) {
        let home = &mut self.clusters[position];
        let before = (home.key.clone(), home.folded.clone());
        let cores = home.cores.len();
        absorb(material, home, proposal);
        let (kind, key) = (home.kind, &home.key);
        let grown = home.cores.len() > cores;
        if !grown && (key, &home.folded) == (&before.0, &before.1) {
            return;
        }
        if *key != before.0 {
            self.by_key.insert((kind, key.clone()), position);
            self.by_key.remove(&(kind, before.0));
        }
        let home = self.clusters[position].clone();
        self.add_handles(material, &home, position);
    }

    fn add_handles(&mut self, material: &Material<'_>, cluster: &Cluster, position: usize) {
        for handle in handles(material, cluster) {
            let sharing = self.by_handle.entry((cluster.kind, handle)).or_default();
            sharing.push(position);
        }
    }
}

/// Two clusters of which one may be a form of the other have one of these in common.
fn handles(material: &Material<'_>, cluster: &Cluster) -> Vec<String> {
    match cluster.kind {
        EntityType::Person => person::handles(material.ontology, cluster),
        EntityType::Event => {
            let mut handles = event::handles(material.knowledge, &cluster.folded);
            handles.extend(cluster.cores.iter().map(Core::handle));
            handles
        }
        EntityType::Document => document::handles(material.knowledge, &cluster.key),
        _ => Vec::new(),
    }
}
