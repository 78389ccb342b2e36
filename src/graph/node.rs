//! Nodes and edges: entities and what articles say between them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use smallvec::SmallVec;

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

/// An article that names an entity, and by which of its names it does so first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Naming {
    pub(super) source: Source,
    /// Place among [`Node::names`].
    pub(super) name: u32,
}

/// An entity. There are many, and most are named by few articles under one name: what most of them lack
/// lies apart.
#[derive(Debug, Clone)]
pub struct Node {
    /// Identity.
    pub id: EntityId,
    /// Type.
    pub kind: EntityType,
    /// First and last year that dated statements on it speak of.
    pub years: Option<(u16, u16)>,
    /// Names by which articles call it first, in the order of adding.
    pub(super) names: SmallVec<[Box<str>; 1]>,
    /// Other forms, sorted.
    pub(super) aliases: SmallVec<[Box<str>; 1]>,
    /// The articles that name it, sorted.
    pub(super) namings: Vec<Naming>,
    /// Dates and themes: what statements say of it that is no entity.
    pub attributes: BTreeMap<Predicate, BTreeSet<String>>,
    particulars: Option<Box<Particulars>>,
}

/// What is known only of few entities.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Particulars {
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
}

impl Node {
    pub(super) fn new(id: EntityId, kind: EntityType) -> Self {
        Self {
            id,
            kind,
            years: None,
            names: SmallVec::new(),
            aliases: SmallVec::new(),
            namings: Vec::new(),
            attributes: BTreeMap::new(),
            particulars: None,
        }
    }

    /// What is known of it beside what articles say, where something is.
    pub fn particulars(&self) -> Option<&Particulars> {
        self.particulars.as_deref()
    }

    pub(super) fn particulars_mut(&mut self) -> &mut Particulars {
        self.particulars.get_or_insert_default()
    }

    /// ISO code.
    pub fn code(&self) -> Option<&str> {
        self.particulars()?.code.as_deref()
    }

    /// Latitude and longitude in degrees (WGS 84), where the ontology gives them.
    pub fn point(&self) -> Option<(f64, f64)> {
        self.particulars()?.point
    }

    /// The name to show.
    pub fn name(&self) -> &str {
        let known = self.particulars().and_then(|p| p.known_name.as_deref());
        known
            .or_else(|| match self.names.as_slice() {
                [name] => Some(name),
                _ => self.most_used_name(),
            })
            .unwrap_or_else(|| self.id.as_str())
    }

    fn most_used_name(&self) -> Option<&str> {
        let mut counts = vec![0; self.names.len()];
        for naming in &self.namings {
            counts[naming.name as usize] += 1;
        }
        let names = self.names.iter().map(|name| &**name);
        preferred_name(names.zip(counts))
    }

    /// All other names, sorted.
    pub fn aliases(&self) -> Vec<&str> {
        let name = self.name();
        let all = self.names.iter().chain(&self.aliases);
        let others = all.map(|alias| &**alias).filter(|alias| *alias != name);
        let mut others: Vec<&str> = others.collect();
        others.sort_unstable();
        others.dedup();
        others
    }

    /// The articles that name it, sorted.
    pub(super) fn sources(&self) -> impl Iterator<Item = &Source> {
        self.namings.iter().map(|naming| &naming.source)
    }

    /// Number of articles that name it; those that print the same story count once.
    pub fn articles(&self) -> usize {
        counted(self.sources()).count()
    }

    /// Number of sentences that name it, of a story that several articles print once.
    pub fn mentions(&self) -> u64 {
        counted(self.sources()).map(sentences).sum()
    }

    pub(super) fn widen_years(&mut self, years: Option<(u16, u16)>) {
        if let Some((first, last)) = years {
            let (a, b) = self.years.unwrap_or((first, last));
            self.years = Some((a.min(first), b.max(last)));
        }
    }

    /// Notes that an article names it; of one that is there already the larger count and the greater
    /// name stay, so that merging twice changes nothing.
    pub(super) fn add_naming(&mut self, source: Source, name: &str) {
        let name = self.place_of_name(name);
        self.note_naming(source, name);
    }

    /// The place of a name among those of the node, which it becomes.
    pub(super) fn place_of_name(&mut self, name: &str) -> u32 {
        let known = self.names.iter().position(|known| **known == *name);
        let place = known.unwrap_or_else(|| {
            self.names.push(name.into());
            self.names.len() - 1
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    /// As [`add_naming`](Self::add_naming), for a name that is there.
    pub(super) fn note_naming(&mut self, source: Source, name: u32) {
        match place_of(&self.namings, source.article, |naming| {
            naming.source.article
        }) {
            Ok(index) => {
                let naming = &mut self.namings[index];
                naming.source.sentences = naming.source.sentences.max(source.sentences);
                if self.names[naming.name as usize] < self.names[name as usize] {
                    naming.name = name;
                }
            }
            Err(index) => self.namings.insert(index, Naming { source, name }),
        }
    }

    pub(super) fn add_alias(&mut self, alias: &str) {
        if let Err(index) = self.aliases.binary_search_by(|known| (**known).cmp(alias)) {
            self.aliases.insert(index, alias.into());
        }
    }
}

/// What articles say between two entities under one predicate and one title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// What is said.
    pub predicate: Predicate,
    /// The role of a position or of a visitor, as written.
    pub title: Option<Arc<str>>,
    /// The times that sentences give, sorted.
    times: SmallVec<[Edtf; 1]>,
    /// The articles that say it, sorted.
    pub(super) sources: SmallVec<[Source; 1]>,
}

impl Edge {
    pub(super) fn new(predicate: Predicate, title: Option<Arc<str>>) -> Self {
        Self {
            predicate,
            title,
            times: SmallVec::new(),
            sources: SmallVec::new(),
        }
    }

    /// The times that sentences give, sorted.
    pub fn times(&self) -> &[Edtf] {
        &self.times
    }

    pub(super) fn add_time(&mut self, time: Edtf) {
        if let Err(index) = self.times.binary_search(&time) {
            self.times.insert(index, time);
        }
    }

    /// Notes that an article says it; one that is there already keeps the larger count, so that merging
    /// twice changes nothing.
    pub(super) fn add_source(&mut self, source: Source) {
        match place_of(&self.sources, source.article, |source| source.article) {
            Ok(index) => {
                let known = &mut self.sources[index];
                known.sentences = known.sentences.max(source.sentences);
            }
            Err(index) => self.sources.insert(index, source),
        }
    }

    /// Number of articles that say it; those that print the same story count once.
    pub fn weight(&self) -> usize {
        counted(self.sources.iter()).count()
    }

    /// Number of sentences that say it, of a story that several articles print once.
    pub fn sentences(&self) -> u64 {
        counted(self.sources.iter()).map(sentences).sum()
    }

    /// Whether it points from subject to object; cooperation is mutual.
    pub fn directed(&self) -> bool {
        !is_symmetric(self.predicate)
    }
}

/// The sources but those for which another one counts.
fn counted<'a>(sources: impl Iterator<Item = &'a Source>) -> impl Iterator<Item = &'a Source> {
    sources.filter(|source| !source.repeat)
}

fn sentences(source: &Source) -> u64 {
    u64::from(source.sentences)
}

/// Whether a statement says the same with subject and object exchanged.
pub(super) const fn is_symmetric(predicate: Predicate) -> bool {
    matches!(predicate, Predicate::CooperatesWith)
}

/// Where an article is in a sorted list, or belongs; it mostly comes last.
fn place_of<T>(sorted: &[T], article: u32, of: impl Fn(&T) -> u32) -> Result<usize, usize> {
    match sorted.last() {
        Some(last) if of(last) >= article => sorted.binary_search_by_key(&article, of),
        _ => Err(sorted.len()),
    }
}
