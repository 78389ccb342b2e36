//! The names of entities that go into a store, noted on the way.

use std::collections::BTreeSet;

use oxigraph::model::vocab::rdfs;
use oxigraph::model::{
    GraphNameRef, NamedNode, NamedNodeRef, NamedOrBlankNodeRef, Quad, QuadRef, TermRef,
};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::graph::preferred_name;
use crate::rdf::vocabulary::{prov, skos};
use crate::rdf::{Iris, entity_quads, software_quads};

/// What is named since the last commit.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// Entities whose names may have changed, and programs that read articles: the store must be asked.
    pub(super) changed: BTreeSet<NamedNode>,
    /// All that was loaded since the store was empty, if it was: the store need not be asked.
    pub(super) loaded: Option<Loaded>,
}

/// What was loaded into an empty store.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    /// How many articles give an entity each of its names.
    names: FxHashMap<String, Vec<(String, usize)>>,
    /// Entities that the ontology names.
    known: FxHashSet<String>,
    programs: BTreeSet<NamedNode>,
}

impl Named {
    /// Notes the entity that a quad names, or the program that read its article.
    pub(super) fn note(&mut self, quad: QuadRef<'_>) {
        let is_name = quad.predicate == rdfs::LABEL || quad.predicate == skos::PREF_LABEL;
        if let NamedOrBlankNodeRef::NamedNode(node) = quad.subject
            && is_name
        {
            self.changed.insert(node.into_owned());
        } else if let Some(software) = software(quad)
            && !self.changed.contains(&software.into_owned())
        {
            self.changed.insert(software.into_owned());
        }
    }

    /// Notes it of a quad that is loaded with many others.
    pub(super) fn note_loaded(&mut self, quad: QuadRef<'_>, ontology: GraphNameRef<'_>) {
        let Some(loaded) = &mut self.loaded else {
            return self.note(quad);
        };
        if let Some(software) = software(quad) {
            if !loaded.programs.contains(&software.into_owned()) {
                loaded.programs.insert(software.into_owned());
            }
        } else if let NamedOrBlankNodeRef::NamedNode(node) = quad.subject {
            match (quad.predicate, quad.object) {
                (rdfs::LABEL, TermRef::Literal(name)) if quad.graph_name != ontology => {
                    loaded.count(node.as_str(), name.value());
                }
                (skos::PREF_LABEL, _) if quad.graph_name == ontology => {
                    loaded.known.insert(node.as_str().to_owned());
                }
                (skos::PREF_LABEL, _) => {
                    self.changed.insert(node.into_owned());
                }
                _ => {}
            }
        }
    }
}

impl Loaded {
    fn count(&mut self, node: &str, name: &str) {
        let Some(names) = self.names.get_mut(node) else {
            let names = vec![(name.to_owned(), 1)];
            self.names.insert(node.to_owned(), names);
            return;
        };
        match names.iter_mut().find(|(known, _)| known == name) {
            Some((_, count)) => *count += 1,
            None => names.push((name.to_owned(), 1)),
        }
    }

    /// What the graph of entities says of what was loaded, without those that `changed` since.
    pub(super) fn quads<'a>(
        &'a self,
        iris: &'a Iris,
        changed: &'a BTreeSet<NamedNode>,
    ) -> impl Iterator<Item = Quad> + 'a {
        let is_changed = |node: &str| changed.contains(&NamedNode::new_unchecked(node));
        let names = self.names.iter();
        let named = names.filter(move |(node, _)| {
            !self.known.contains(*node) && (changed.is_empty() || !is_changed(node))
        });
        let named = named.filter_map(|(node, names)| {
            let names = names.iter().map(|(name, count)| (name.as_str(), *count));
            let (id, name) = (iris.read_entity(node)?, preferred_name(names)?);
            Some(entity_quads(iris, &id, name))
        });
        let programs = self.programs.difference(changed);
        let programs = programs.filter_map(|node| iris.read_software(node.as_str()));
        let programs = programs.map(|version| software_quads(iris, &version));
        named.chain(programs).flatten()
    }
}

fn software(quad: QuadRef<'_>) -> Option<NamedNodeRef<'_>> {
    match (quad.predicate, quad.object) {
        (prov::WAS_ASSOCIATED_WITH, TermRef::NamedNode(software)) => Some(software),
        _ => None,
    }
}
