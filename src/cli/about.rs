//! Arguments that name entities and what else is wanted beside them; shared by the commands that write parts.

use std::collections::BTreeSet;

use super::Usage;
use crate::export::Format;
use crate::graph::{About, Extra};
use crate::model::EntityType;
use crate::query::names::{NamedEntity, Names};
use crate::store::Store;

/// Whom or what it is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
pub(super) struct AboutArgs {
    /// Write only what surrounds the entity of this name; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(super) about: Vec<String>,
    /// How many statements away from it, with --about
    #[arg(long, value_name = "N", default_value_t = 1, requires = "about")]
    pub(super) depth: usize,
}

/// What is left out unless asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
pub(super) struct IncludeArgs {
    /// Write more than what articles speak of (RDF), or more than entities (graphs)
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    include: Vec<Include>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Include {
    /// The vocabulary, and things that are known but not spoken of (RDF)
    Ontology,
    /// Articles as nodes (graphs)
    Articles,
    /// Dates of events and documents as nodes (graphs)
    Dates,
    /// Sentences that name entities as nodes (graphs)
    Sentences,
}

impl AboutArgs {
    /// The entities that are named, if any are.
    pub(super) fn find(&self, store: &Store) -> anyhow::Result<Vec<NamedEntity>> {
        let mut all = Vec::new();
        for name in &self.about {
            all.extend(find(name, store)?);
        }
        Ok(all)
    }

    /// The same for a graph of entities.
    pub(super) fn in_graph(&self, store: &Store) -> anyhow::Result<Option<About>> {
        if self.about.is_empty() {
            return Ok(None);
        }
        let entities = self.find(store)?.into_iter().map(|entity| entity.id);
        Ok(Some(About {
            entities: entities.collect(),
            depth: self.depth,
        }))
    }
}

impl IncludeArgs {
    /// Whether the vocabulary is wanted.
    pub(super) fn ontology(&self) -> bool {
        self.include.contains(&Include::Ontology)
    }

    /// What becomes a node of a graph.
    pub(super) fn extras(&self) -> BTreeSet<Extra> {
        let extra = |include: &Include| match include {
            Include::Ontology => None,
            Include::Articles => Some(Extra::Articles),
            Include::Dates => Some(Extra::Dates),
            Include::Sentences => Some(Extra::Sentences),
        };
        self.include.iter().filter_map(extra).collect()
    }

    /// Refuses what the format cannot hold, or holds anyway.
    pub(super) fn check(&self, format: Format) -> Result<(), Usage> {
        let message = if format.is_rdf() && !self.extras().is_empty() {
            "--include articles, dates and sentences are for graphs of entities; RDF has them all"
        } else if !format.is_rdf() && self.ontology() {
            "--include ontology is for RDF formats"
        } else {
            return Ok(());
        };
        Err(Usage(format!("{message}, and the format is {format}")))
    }
}

/// The entities of the store that may be meant by a name.
pub(super) fn find(name: &str, store: &Store) -> anyhow::Result<Vec<NamedEntity>> {
    let names = Names::new(store.statements(), store.iris());
    let found = names.find(name, &EntityType::ALL)?;
    if !found.is_empty() {
        return Ok(found);
    }
    let near = names.suggest(name, &EntityType::ALL)?;
    let hint = match near.as_slice() {
        [] => String::new(),
        near => format!("; did you mean {}?", near.join(", ")),
    };
    Err(Usage(format!("nothing in the store is called `{name}`{hint}")).into())
}
