//! Cuts the selected part out of a graph.

use std::collections::{BTreeSet, HashMap, VecDeque};

use petgraph::graph::{DiGraph, NodeIndex};

use super::{Component, Network, NetworkEdge, NetworkNode, Selection};
use crate::graph::{Edge, KnowledgeGraph, Node};
use crate::model::EntityId;

/// Sorted nodes and edges of a graph, and which of them are still wanted.
struct Cut<'a> {
    nodes: Vec<&'a Node>,
    edges: Vec<(usize, usize, &'a Edge)>,
    wanted: Vec<bool>,
}

impl<'a> Network<'a> {
    /// The selected part of a graph.
    pub fn new(graph: &'a KnowledgeGraph, selection: &Selection) -> Self {
        let mut cut = Cut::new(graph, selection);
        if selection.chooses_edges() {
            let mut tied = vec![false; cut.nodes.len()];
            for &(source, target, _) in &cut.edges {
                tied[source] = true;
                tied[target] = true;
            }
            cut.wanted = tied;
        }
        if let Some(about) = &selection.about {
            // Whom it is about stays, tied or not.
            let begin = cut.places(&about.entities);
            cut.wanted = cut.reach(begin, about.depth);
        }
        match &selection.component {
            Component::All => {}
            Component::Largest => cut.wanted = cut.largest(),
            Component::Of(entities) => cut.wanted = cut.reach(cut.places(entities), usize::MAX),
        }
        cut.into_network(graph, selection)
    }
}

impl<'a> Cut<'a> {
    fn new(graph: &'a KnowledgeGraph, selection: &Selection) -> Self {
        let views = graph.nodes();
        let mut places = HashMap::with_capacity(views.len());
        for (place, view) in views.iter().enumerate() {
            places.insert(view.index, place);
        }
        let nodes: Vec<&Node> = views.into_iter().map(|view| view.node).collect();
        let wanted: Vec<bool> = nodes
            .iter()
            .map(|node| selection.admits_node(node))
            .collect();
        let edges = graph
            .edges()
            .into_iter()
            .filter_map(|view| {
                let (source, target) = graph.petgraph().edge_endpoints(view.index)?;
                let (source, target) = (places[&source], places[&target]);
                let admitted = wanted[source]
                    && wanted[target]
                    && selection.admits_edge([view.source, view.target], view.edge);
                admitted.then_some((source, target, view.edge))
            })
            .collect();
        Self {
            nodes,
            edges,
            wanted,
        }
    }

    fn places(&self, entities: &BTreeSet<EntityId>) -> Vec<usize> {
        let all = self.nodes.iter().enumerate();
        all.filter(|(_, node)| entities.contains(&node.id))
            .map(|(place, _)| place)
            .collect()
    }

    fn neighbours(&self) -> Vec<Vec<usize>> {
        let mut neighbours = vec![Vec::new(); self.nodes.len()];
        for &(source, target, _) in &self.edges {
            neighbours[source].push(target);
            neighbours[target].push(source);
        }
        neighbours
    }

    /// What can be reached over so many edges.
    fn reach(&self, begin: Vec<usize>, depth: usize) -> Vec<bool> {
        let neighbours = self.neighbours();
        let mut reached = vec![false; self.nodes.len()];
        begin.iter().for_each(|&place| reached[place] = true);
        let mut next: VecDeque<(usize, usize)> = begin.into_iter().map(|p| (p, 0)).collect();
        while let Some((place, far)) = next.pop_front() {
            if far == depth {
                continue;
            }
            for &neighbour in &neighbours[place] {
                if !std::mem::replace(&mut reached[neighbour], true) {
                    next.push_back((neighbour, far + 1));
                }
            }
        }
        reached
    }

    fn largest(&self) -> Vec<bool> {
        let neighbours = self.neighbours();
        let mut seen = vec![false; self.nodes.len()];
        let mut largest: Vec<usize> = Vec::new();
        for first in 0..self.nodes.len() {
            if !self.wanted[first] || std::mem::replace(&mut seen[first], true) {
                continue;
            }
            let mut component = vec![first];
            let mut next = 0;
            while let Some(&place) = component.get(next) {
                next += 1;
                for &neighbour in &neighbours[place] {
                    if !std::mem::replace(&mut seen[neighbour], true) {
                        component.push(neighbour);
                    }
                }
            }
            if component.len() > largest.len() {
                largest = component;
            }
        }
        let mut wanted = vec![false; self.nodes.len()];
        largest.into_iter().for_each(|place| wanted[place] = true);
        wanted
    }

    fn into_network(self, graph: &'a KnowledgeGraph, selection: &Selection) -> Network<'a> {
        let mut built = DiGraph::with_capacity(self.nodes.len(), self.edges.len());
        let mut places = vec![NodeIndex::end(); self.nodes.len()];
        for (place, node) in self.nodes.iter().enumerate() {
            if self.wanted[place] {
                places[place] = built.add_node(NetworkNode::of(node, selection.english));
            }
        }
        for (source, target, edge) in self.edges {
            if self.wanted[source] && self.wanted[target] {
                built.add_edge(places[source], places[target], NetworkEdge::of(edge));
            }
        }
        let mut network = Network { graph: built };
        network.add_extras(graph, &selection.extras);
        network.widen_spells();
        network
    }
}
