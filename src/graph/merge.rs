//! Merges graphs; the order never matters.

use super::{KnowledgeGraph, Source};

impl KnowledgeGraph {
    /// Adds what another graph holds.
    pub fn merge(&mut self, other: &Self) {
        if let (Some(kept), Some(theirs)) = (&mut self.sentences, &other.sentences) {
            kept.extend(theirs.clone());
        }
        let articles: Vec<u32> = other
            .articles
            .iter()
            .map(|a| self.ensure_article(a.clone()))
            .collect();
        let own = |source: &Source| Source {
            article: articles[source.article as usize],
            ..*source
        };
        for theirs in other.graph.node_weights() {
            let index = self.ensure_node(&theirs.id, theirs.kind);
            let node = &mut self.graph[index];
            for naming in &theirs.namings {
                let name = &theirs.names[naming.name as usize];
                node.add_naming(own(&naming.source), name);
            }
            theirs
                .aliases
                .iter()
                .for_each(|alias| node.add_alias(alias));
            if let Some(theirs) = theirs.particulars() {
                let known = node.particulars_mut();
                known.code = known.code.take().max(theirs.code.clone());
                known.known_name = known.known_name.take().max(theirs.known_name.clone());
                known.name_en = known.name_en.take().max(theirs.name_en.clone());
                known.point = known.point.or(theirs.point);
                known.valid.0 = known.valid.0.or(theirs.valid.0);
                known.valid.1 = known.valid.1.or(theirs.valid.1);
            }
            for (&predicate, values) in &theirs.attributes {
                let own = node.attributes.entry(predicate).or_default();
                own.extend(values.iter().cloned());
            }
            node.widen_years(theirs.years);
        }
        self.merge_edges(other, own);
    }

    fn merge_edges(&mut self, other: &Self, own: impl Fn(&Source) -> Source) {
        for edge in other.graph.raw_edges() {
            let [from, to] = [edge.source(), edge.target()].map(|end| {
                let node = &other.graph[end];
                self.ensure_node(&node.id, node.kind)
            });
            let theirs = &edge.weight;
            let key = self.edge_key(from, to, theirs.predicate, theirs.title.as_deref());
            let index = self.ensure_edge(key);
            let edge = &mut self.graph[index];
            theirs.times().iter().for_each(|&time| edge.add_time(time));
            let sources = theirs.sources.iter();
            sources.for_each(|source| edge.add_source(own(source)));
        }
    }
}
