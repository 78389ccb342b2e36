//! Arguments of graphs of entities: which part, how it looks.

use std::collections::BTreeSet;

use super::about::find;
use crate::export::{ColorBy, Settings, SizeBy};
use crate::graph::{Component, Selection};
use crate::model::{EdtfDate, EntityId, EntityType, Predicate};
use crate::store::Store;

/// Options of graphs of entities.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(next_help_heading = "Options of graphs of entities")]
pub(super) struct PartArgs {
    /// Only entities of these types: Person,Agency,Province,Country,Place,Event,Programme,Document,Product
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',', value_parser = entity_type)]
    types: Vec<EntityType>,
    /// Only these relations, such as visits,cooperatesWith; entities without any are left out
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = predicate)]
    predicate: Vec<Predicate>,
    /// Only relations that at least N articles speak of
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_weight: usize,
    /// Only relations dated on this day or later (2022-03-25, 2022-03, 2022)
    #[arg(long, value_name = "DATE")]
    since: Option<EdtfDate>,
    /// Only relations dated on this day or before
    #[arg(long, value_name = "DATE")]
    until: Option<EdtfDate>,
    /// all, largest, or the connected component of the entity of this name [default: all; draw: largest]
    #[arg(long, value_name = "WHICH")]
    component: Option<String>,
    /// Language of names, where the ontology knows them
    #[arg(long, value_name = "LANGUAGE", value_enum, default_value_t = Language::Vi)]
    language: Language,
    /// What the size of a node tells
    #[arg(long, value_name = "MEASURE", value_enum, default_value_t = Size::WeightedDegree)]
    size: Size,
    /// What the colour of a node tells
    #[arg(long, value_name = "WHAT", value_enum, default_value_t = Color::Type)]
    color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Language {
    /// Vietnamese
    Vi,
    /// English
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Size {
    /// Number of relations
    Degree,
    /// Sum of the articles that speak of them
    WeightedDegree,
    /// PageRank
    Pagerank,
    /// How many shortest paths lead through it
    Betweenness,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Color {
    /// The type
    Type,
    /// The community
    Community,
}

impl Default for PartArgs {
    fn default() -> Self {
        Self {
            types: Vec::new(),
            predicate: Vec::new(),
            min_weight: 1,
            since: None,
            until: None,
            component: None,
            language: Language::Vi,
            size: Size::WeightedDegree,
            color: Color::Type,
        }
    }
}

impl PartArgs {
    /// The part that is asked for; `component` is taken where none is.
    pub(super) fn selection(
        &self,
        store: &Store,
        component: Component,
    ) -> anyhow::Result<Selection> {
        Ok(Selection {
            types: self.types.iter().copied().collect(),
            predicates: self.predicate.iter().copied().collect(),
            minimum_weight: self.min_weight,
            since: self.since,
            until: self.until,
            component: match self.component.as_deref() {
                None => component,
                Some("all") => Component::All,
                Some("largest") => Component::Largest,
                Some(name) => Component::Of(ids(name, store)?),
            },
            english: self.english(),
            ..Selection::default()
        })
    }

    /// Whether names are English.
    pub(super) fn english(&self) -> bool {
        self.language == Language::En
    }

    /// How it looks.
    pub(super) fn settings(&self) -> Settings {
        Settings {
            size: match self.size {
                Size::Degree => SizeBy::Degree,
                Size::WeightedDegree => SizeBy::WeightedDegree,
                Size::Pagerank => SizeBy::PageRank,
                Size::Betweenness => SizeBy::Betweenness,
            },
            color: match self.color {
                Color::Type => ColorBy::Type,
                Color::Community => ColorBy::Community,
            },
            ..Settings::default()
        }
    }
}

fn ids(name: &str, store: &Store) -> anyhow::Result<BTreeSet<EntityId>> {
    Ok(find(name, store)?
        .into_iter()
        .map(|entity| entity.id)
        .collect())
}

fn entity_type(text: &str) -> Result<EntityType, String> {
    let all = EntityType::ALL.into_iter();
    let mut named = all.filter(|kind| kind.name().eq_ignore_ascii_case(text));
    named.next().ok_or_else(|| {
        let names = EntityType::ALL.map(EntityType::name).join(", ");
        format!("there are {names}")
    })
}

fn predicate(text: &str) -> Result<Predicate, String> {
    let between_entities = Predicate::ALL
        .into_iter()
        .filter(|p| !p.takes_date() && !p.takes_text());
    let mut named = between_entities
        .clone()
        .filter(|p| p.name().eq_ignore_ascii_case(text));
    named.next().ok_or_else(|| {
        let names: Vec<&str> = between_entities.map(Predicate::name).collect();
        format!("between entities there are {}", names.join(", "))
    })
}
