//! Makes a graph of what was gathered.

use petgraph::graph::DiGraph;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::edges::{self, Common, Meaning, Tie};
use super::nodes::{self, Made};
use super::{Gathering, SHARDS, Shard};
use crate::graph::KnowledgeGraph;
use crate::graph::build::count;
use crate::model::{Edtf, Index};

/// Parts that are made while those before them enter the graph.
const TOGETHER: usize = 8;

impl KnowledgeGraph {
    /// Notes articles for this graph; [`take_in`](Self::take_in) adds them.
    pub fn gathering(&self) -> Gathering {
        Gathering::new(self.sentences.is_some())
    }

    /// Adds what was gathered from articles. The order never matters, and adding an article again changes
    /// nothing.
    pub fn take_in(&mut self, gatherings: Vec<Gathering>) {
        if self.articles.is_empty() {
            self.fill(gatherings);
        } else {
            let mut made = if self.sentences.is_some() {
                Self::with_sentences()
            } else {
                Self::new()
            };
            made.fill(gatherings);
            self.merge(&made);
        }
    }

    fn fill(&mut self, gatherings: Vec<Gathering>) {
        let mut meaning = Meaning::default();
        let mut times: FxHashMap<Edtf, u32> = FxHashMap::default();
        let mut parts: Vec<Vec<Shard>> = (0..SHARDS).map(|_| Vec::new()).collect();
        for gathering in gatherings {
            let mut common = Common {
                adding: count(meaning.articles.len()),
                titles: vec![0],
                times: vec![0],
            };
            for article in gathering.articles {
                meaning.articles.push(self.ensure_article(article));
            }
            for title in by_number(gathering.titles) {
                let (title, number) = self.ensure_title(&title);
                common.titles.push(number + 1);
                if number as usize == meaning.titles.len() {
                    meaning.titles.push(title);
                }
            }
            for time in by_number(gathering.times) {
                let next = count(times.len() + 1);
                common.times.push(*times.entry(time).or_insert(next));
            }
            meaning.gatherings.push(common);
            if let (Some(kept), Some(more)) = (&mut self.sentences, gathering.sentences) {
                kept.extend(more);
            }
            let shards = parts.iter_mut().zip(gathering.shards);
            shards.for_each(|(part, shard)| part.push(shard));
        }
        meaning.times = by_number(times);
        self.fill_nodes(&mut parts, &mut meaning);
        self.fill_edges(&parts, &meaning);
    }

    fn fill_nodes(&mut self, parts: &mut [Vec<Shard>], meaning: &mut Meaning) {
        let all = parts.iter().map(|part| nodes::at_most(part)).sum();
        let said = parts.iter().flatten().map(|shard| shard.said.len()).sum();
        self.graph = DiGraph::with_capacity(all, said);
        self.node_index = Index::with_capacity(all);
        let mut homes = Vec::with_capacity(SHARDS);
        let mut begins = Vec::with_capacity(SHARDS);
        let mut add = |made: Vec<Made>| {
            for made in made {
                begins.push(count(self.graph.node_count()));
                homes.push(made.homes);
                for (node, hash) in made.nodes.into_iter().zip(made.hashes) {
                    let index = self.graph.add_node(node);
                    self.node_index.insert(hash, index.index());
                }
            }
        };
        let mut ready: Vec<Made> = Vec::new();
        for parts in parts.chunks_mut(TOGETHER) {
            let make = |part: &mut Vec<Shard>| nodes::make(part, meaning);
            let next = || parts.par_iter_mut().map(make).collect();
            let ((), made) = rayon::join(|| add(std::mem::take(&mut ready)), next);
            ready = made;
        }
        add(ready);
        (meaning.homes, meaning.begins) = (homes, begins);
    }

    fn fill_edges(&mut self, parts: &[Vec<Shard>], meaning: &Meaning) {
        let mut add = |ties: Vec<Vec<Tie>>| {
            for (from, to, edge) in ties.into_iter().flatten() {
                self.graph.add_edge(from, to, edge);
            }
        };
        let numbers: Vec<usize> = (0..parts.len()).collect();
        let make = |&part: &usize| edges::make(&parts[part], part, meaning);
        let mut ready: Vec<Vec<Tie>> = Vec::new();
        for numbers in numbers.chunks(TOGETHER) {
            let next = || numbers.par_iter().map(make).collect();
            let ((), made) = rayon::join(|| add(std::mem::take(&mut ready)), next);
            ready = made;
        }
        add(ready);
    }
}

/// What was numbered from one on, by its numbers.
fn by_number<T>(numbers: FxHashMap<T, u32>) -> Vec<T> {
    let mut numbered: Vec<(T, u32)> = numbers.into_iter().collect();
    numbered.sort_unstable_by_key(|(_, number)| *number);
    numbered.into_iter().map(|(of, _)| of).collect()
}
