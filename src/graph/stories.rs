//! Counts a story once, however many articles print it.

use std::collections::{BTreeMap, HashMap};

use super::{KnowledgeGraph, Source};

impl KnowledgeGraph {
    /// Lets of the articles that tell one story only one count for each thing and each statement: the one
    /// with the most sentences on it. `repeats` says which article repeats which.
    pub fn count_stories_once(&mut self, repeats: &BTreeMap<String, String>) {
        if repeats.is_empty() {
            return;
        }
        let ids = self.articles.iter().map(|article| &article.id);
        let stories: Vec<&String> = ids.map(|id| repeats.get(id).unwrap_or(id)).collect();
        let nodes = self.graph.node_weights_mut();
        nodes.for_each(|node| {
            let namings = node.namings.iter_mut();
            mark_repeats(namings.map(|naming| &mut naming.source), &stories);
        });
        let edges = self.graph.edge_weights_mut();
        edges.for_each(|edge| mark_repeats(edge.sources.iter_mut(), &stories));
    }
}

fn mark_repeats<'a>(sources: impl Iterator<Item = &'a mut Source>, stories: &[&String]) {
    let sources: Vec<&mut Source> = sources.collect();
    let mut most: HashMap<&String, u32> = HashMap::new();
    for source in &sources {
        let most = most.entry(stories[source.article as usize]).or_default();
        *most = source.sentences.max(*most);
    }
    for source in sources {
        let story = stories[source.article as usize];
        source.repeat = most.get(story) != Some(&source.sentences);
        if !source.repeat {
            // The first of them counts, those behind it don't.
            most.remove(story);
        }
    }
}
