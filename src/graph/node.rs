//! Nodes and edges: entities and what articles say between them.

use std::collections::{BTreeMap, BTreeSet};

use super::preferred_name;
use crate::model::{Edtf, EdtfDate, EntityId, EntityType, Predicate, Span};

/// An article that the graph was made from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ArticleNode {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Its day of publication, in EDTF.
    pub date: Option<String>,
}

/// A sentence that names entities; kept only by graphs that are asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Id of its article.
    pub article: String,
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// The entities it names.
    pub entities: BTreeSet<EntityId>,
}

/// How often one article speaks of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// Index of the article in the graph it belongs to.
    pub article: u32,
    /// Number of sentences.
    pub sentences: u32,
    /// Whether another article counts for it, since it prints the same story.
    pub repeat: bool,
}

impl Source {
    pub(super) fn new(article: u32, sentences: u32) -> Self {
        Self {
            article,
            sentences,
            repeat: false,
        }
    }
}

/// An entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Identity.
    pub id: EntityId,
    /// Type.
    pub kind: EntityType,
    /// ISO code.
    pub code: Option<String>,
    /// The name that the ontology gives it.
    pub known_name: Option<String>,
    /// Its name in English, where the ontology gives one.
    pub name_en: Option<String>,
    /// Latitude and longitude in degrees (WGS 84), where the ontology gives them.
    pub point: Option<(f64, f64)>,
    /// First day of existence and first day on which it was no more, where the ontology gives them.
    pub valid: (Option<EdtfDate>, Option<EdtfDate>),
    /// Names by which articles call it first, with the articles.
    pub(super) names: BTreeMap<String, BTreeSet<u32>>,
    /// Other forms.
    pub(super) aliases: BTreeSet<String>,
    /// The articles that name it, sorted.
    pub(super) sources: Vec<Source>,
    /// Dates and themes: what statements say of it that is no entity.
    pub attributes: BTreeMap<Predicate, BTreeSet<String>>,
    /// First and last year that dated statements on it speak of.
    pub years: Option<(u16, u16)>,
}

impl Node {
    pub(super) fn new(id: EntityId, kind: EntityType) -> Self {
        Self {
            id,
            kind,
            code: None,
            known_name: None,
            name_en: None,
            point: None,
            valid: (None, None),
            names: BTreeMap::new(),
            aliases: BTreeSet::new(),
            sources: Vec::new(),
            attributes: BTreeMap::new(),
            years: None,
        }
    }

    /// The name to show.
    pub fn name(&self) -> &str {
        let counted = self
            .names
            .iter()
            .map(|(name, in_articles)| (name.as_str(), in_articles.len()));
        self.known_name
            .as_deref()
            .or_else(|| preferred_name(counted))
            .unwrap_or_else(|| self.id.as_str())
    }

    /// All other names, sorted.
    pub fn aliases(&self) -> Vec<&str> {
        let name = self.name();
        let all: BTreeSet<&str> = self
            .names
            .keys()
            .chain(&self.aliases)
            .map(String::as_str)
            .collect();
        all.into_iter().filter(|alias| *alias != name).collect()
    }

    /// Number of articles that name it; those that print the same story count once.
    pub fn articles(&self) -> usize {
        counted(&self.sources).count()
    }

    /// Number of sentences that name it, of a story that several articles print once.
    pub fn mentions(&self) -> u64 {
        counted(&self.sources).map(sentences).sum()
    }

    pub(super) fn widen_years(&mut self, years: Option<(u16, u16)>) {
        if let Some((first, last)) = years {
            let (a, b) = self.years.unwrap_or((first, last));
            self.years = Some((a.min(first), b.max(last)));
        }
    }
}

/// What articles say between two entities under one predicate and one title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// What is said.
    pub predicate: Predicate,
    /// The role of a position or of a visitor, as written.
    pub title: Option<String>,
    /// The times that sentences give.
    pub times: BTreeSet<Edtf>,
    /// The articles that say it, sorted.
    pub(super) sources: Vec<Source>,
}

impl Edge {
    /// Number of articles that say it; those that print the same story count once.
    pub fn weight(&self) -> usize {
        counted(&self.sources).count()
    }

    /// Number of sentences that say it, of a story that several articles print once.
    pub fn sentences(&self) -> u64 {
        counted(&self.sources).map(sentences).sum()
    }

    /// Whether it points from subject to object; cooperation is mutual.
    pub fn directed(&self) -> bool {
        !is_symmetric(self.predicate)
    }
}

/// The sources but those for which another one counts.
fn counted(sources: &[Source]) -> impl Iterator<Item = &Source> {
    sources.iter().filter(|source| !source.repeat)
}

fn sentences(source: &Source) -> u64 {
    u64::from(source.sentences)
}

/// Whether a statement says the same with subject and object exchanged.
pub(super) const fn is_symmetric(predicate: Predicate) -> bool {
    matches!(predicate, Predicate::CooperatesWith)
}

/// Adds what an article says; an article that is there already keeps the larger count, so that
/// merging twice changes nothing.
pub(super) fn add_source(sources: &mut Vec<Source>, source: Source) {
    match sources.binary_search_by_key(&source.article, |known| known.article) {
        Ok(index) => sources[index].sentences = sources[index].sentences.max(source.sentences),
        Err(index) => sources.insert(index, source),
    }
}
