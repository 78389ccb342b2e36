//! One part of what was gathered becomes nodes.

use super::Shard;
use super::descriptions::Description;
use super::edges::Meaning;
use crate::graph::Source;
use crate::graph::build::count;
use crate::graph::node::Node;
use crate::model::{EntityId, Index, hash_of};

/// The nodes of one part.
pub(super) struct Made {
    pub(super) nodes: Vec<Node>,
    /// Hashes of their ids.
    pub(super) hashes: Vec<u32>,
    /// For each gathering the nodes of its descriptions, by their places here.
    pub(super) homes: Vec<Vec<u32>>,
}

/// Makes nodes of the same part of all gatherings.
pub(super) fn make(shards: &mut [Shard], meaning: &Meaning) -> Made {
    let mut made = Made {
        nodes: Vec::with_capacity(at_most(shards)),
        hashes: Vec::new(),
        homes: Vec::with_capacity(shards.len()),
    };
    let mut index = Index::default();
    let mut names: Vec<Vec<u32>> = Vec::with_capacity(shards.len());
    for shard in &*shards {
        let mut homes = Vec::with_capacity(shard.descriptions.len());
        let mut names_here = Vec::with_capacity(shard.descriptions.len());
        for description in shard.descriptions.iter() {
            let (home, name) = made.describe(&description, &mut index);
            homes.push(home);
            names_here.push(name);
        }
        made.homes.push(homes);
        names.push(names_here);
    }
    made.make_room(shards);
    for (number, shard) in shards.iter_mut().enumerate() {
        let before = meaning.gatherings[number].adding;
        for noted in std::mem::take(&mut shard.namings).iter() {
            let description = noted.description as usize;
            let node = &mut made.nodes[made.homes[number][description] as usize];
            let article = meaning.articles[(before + noted.adding) as usize];
            let source = Source::new(article, noted.sentences);
            node.note_naming(source, names[number][description]);
            node.widen_years(noted.years());
        }
        for (description, predicate, value) in std::mem::take(&mut shard.attributes) {
            let node = &mut made.nodes[made.homes[number][description as usize] as usize];
            node.attributes.entry(predicate).or_default().insert(value);
        }
    }
    made
}

/// A number of nodes that is mostly large enough: often each gathering knows all of them.
pub(super) fn at_most(shards: &[Shard]) -> usize {
    let known = shards.iter().map(|shard| shard.descriptions.len());
    known.max().unwrap_or(0)
}

impl Made {
    /// Takes note of a description; gives the places of its node and of its name there.
    fn describe(&mut self, description: &Description<'_>, index: &mut Index) -> (u32, u32) {
        let hash = hash_of(description.id);
        let known = index.find(hash, |place| {
            self.nodes[place].id.as_str() == description.id
        });
        let place = known.unwrap_or_else(|| {
            let id = EntityId(description.id.to_owned());
            let kind = id.kind().unwrap_or(description.kind);
            self.nodes.push(Node::new(id, kind));
            self.hashes.push(hash);
            index.insert(hash, self.nodes.len() - 1);
            self.nodes.len() - 1
        });
        let node = &mut self.nodes[place];
        for alias in &description.aliases {
            node.add_alias(alias);
        }
        if let Some(code) = description.code {
            let known = node.particulars_mut();
            known.code = known.code.take().max(Some(code.to_owned()));
        }
        (count(place), node.place_of_name(description.name))
    }

    fn make_room(&mut self, shards: &[Shard]) {
        let mut counts = vec![0; self.nodes.len()];
        for (shard, homes) in shards.iter().zip(&self.homes) {
            for noted in shard.namings.iter() {
                counts[homes[noted.description as usize] as usize] += 1;
            }
        }
        for (node, count) in self.nodes.iter_mut().zip(counts) {
            node.namings.reserve_exact(count);
        }
    }
}
