//! What is said of the things of one part becomes edges.

use std::sync::Arc;

use petgraph::graph::NodeIndex;

use super::{SHARDS, Shard};
use crate::graph::{Edge, Source};
use crate::model::{Edtf, Predicate};

/// What the numbers mean.
#[derive(Debug, Default)]
pub(super) struct Meaning {
    /// The articles by the order of adding, over all gatherings.
    pub(super) articles: Vec<u32>,
    /// The common titles and times; zero is none.
    pub(super) titles: Vec<Arc<str>>,
    pub(super) times: Vec<Edtf>,
    /// From the numbers of each gathering to common ones.
    pub(super) gatherings: Vec<Common>,
    /// For each part, and in it for each gathering, the nodes of its descriptions by their places in the part.
    pub(super) homes: Vec<Vec<Vec<u32>>>,
    /// Where the nodes of each part begin.
    pub(super) begins: Vec<u32>,
}

/// The common numbers of one gathering.
#[derive(Debug)]
pub(super) struct Common {
    /// How many articles were added before.
    pub(super) adding: u32,
    pub(super) titles: Vec<u32>,
    pub(super) times: Vec<u32>,
}

/// An edge with its ends.
pub(super) type Tie = (NodeIndex, NodeIndex, Edge);

/// A statement of one article, in common numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Saying {
    from: u32,
    to: u32,
    title: u32,
    predicate: Predicate,
    adding: u32,
    time: u32,
    sentences: u32,
}

impl Saying {
    fn same_edge(&self, other: &Self) -> bool {
        let key = |said: &Self| (said.from, said.to, said.title, said.predicate);
        key(self) == key(other)
    }
}

/// Makes the edges of a part, sorted by their ends.
pub(super) fn make(shards: &[Shard], part: usize, meaning: &Meaning) -> Vec<Tie> {
    let mut sayings = Vec::with_capacity(shards.iter().map(|shard| shard.said.len()).sum());
    for (gathering, (shard, common)) in shards.iter().zip(&meaning.gatherings).enumerate() {
        let node = |part: usize, description: u32| {
            meaning.begins[part] + meaning.homes[part][gathering][description as usize]
        };
        for said in shard.said.iter() {
            sayings.push(Saying {
                from: node(part, said.from),
                to: node(usize::from(said.to_shard) % SHARDS, said.to),
                title: common.titles[said.title as usize],
                predicate: said.predicate,
                adding: common.adding + said.adding,
                time: common.times[said.time as usize],
                sentences: said.sentences,
            });
        }
    }
    sayings.sort_unstable();
    let edges = sayings.chunk_by(Saying::same_edge);
    edges.map(|sayings| meaning.tie(sayings)).collect()
}

impl Meaning {
    fn tie(&self, sayings: &[Saying]) -> Tie {
        let first = sayings[0];
        let title = numbered(&self.titles, first.title);
        let mut edge = Edge::new(first.predicate, title.cloned());
        for said in sayings {
            if let Some(&time) = numbered(&self.times, said.time) {
                edge.add_time(time);
            }
        }
        for of_article in sayings.chunk_by(|a, b| a.adding == b.adding) {
            let article = self.articles[of_article[0].adding as usize];
            let sentences = of_article.iter().map(|said| said.sentences).sum();
            edge.add_source(Source::new(article, sentences));
        }
        let [from, to] = [first.from, first.to].map(|node| NodeIndex::new(node as usize));
        (from, to, edge)
    }
}

/// What has a number; zero is none.
fn numbered<T>(list: &[T], number: u32) -> Option<&T> {
    list.get((number as usize).checked_sub(1)?)
}
