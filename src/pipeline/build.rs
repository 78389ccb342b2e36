//! Builds or updates a store: only changed articles are read, and a store is changed whole or not at all.

use std::collections::{BTreeMap, BTreeSet};

use super::{Reader, Source, Watcher, Workers};
use crate::graph::{ArticleFacts, Value};
use crate::model::{Article, EntityId, EntityType, Predicate, Problem, Severity};
use crate::ontology::VOCABULARY;
use crate::rdf::{Mapping, knowledge_quads, vocabulary_quads};
use crate::store::{Store, StoreError, StoredArticle};

/// Quads of new articles that are kept before they go into the store together.
const TOGETHER: usize = 500_000;

/// What to do beside adding and replacing articles.
#[derive(Debug, Clone, Copy, Default)]
pub struct BuildOptions {
    /// Remove articles that the source no longer has.
    pub sync: bool,
    /// Read unchanged articles too.
    pub reread: bool,
}

/// What a build did and found.
#[derive(Debug, Clone, Default)]
pub struct BuildReport {
    /// Articles read.
    pub read: usize,
    /// Articles that the store holds already, read by the same program with the same knowledge.
    pub unchanged: usize,
    /// Articles removed.
    pub removed: usize,
    /// The things that the articles read speak of.
    pub entities: BTreeMap<EntityType, BTreeSet<EntityId>>,
    /// Whose posts the articles read speak of, by name, with the number of statements.
    pub posts: BTreeMap<String, usize>,
    /// Number of statements in the articles read.
    pub statements: usize,
    /// Number of figures in the articles read.
    pub figures: usize,
    /// What was skipped or read with a reservation, in input order.
    pub problems: Vec<Problem>,
}

/// Why a store could not be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The store cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The vocabulary that is compiled in is broken, which a test keeps from happening.
    #[error("ontology/vocabulary.ttl cannot be read: {0}")]
    Vocabulary(String),
}

/// What became of an article; `Q` is a list of quads.
enum Step<Q> {
    Unchanged(StoredArticle),
    Read(Box<ArticleFacts>, Q),
}

/// Brings a store up to date with a source, and makes it last.
///
/// # Errors
/// If the store cannot be read or written; on disk it then stays as it was.
pub fn build(
    source: &Source,
    reader: &Reader<'_>,
    workers: &Workers,
    watcher: &impl Watcher,
    store: &mut Store,
    options: BuildOptions,
) -> Result<BuildReport, BuildError> {
    let mapping = Mapping::new(store.iris().clone(), &reader.ontology().entries);
    let mut stored = BTreeMap::new();
    for article in store.articles()? {
        stored.insert(article.id.clone(), article);
    }
    let first = stored.is_empty();
    let other_reader = stored
        .values()
        .any(|stored| stored.software != reader.version());
    if first || other_reader {
        write_knowledge(store, reader)?;
    }
    let mut arrivals = Arrivals::default();
    let mut report = BuildReport::default();
    let mut together = Vec::new();
    let work = |article: Article| {
        let as_stored = reader.as_stored(&article);
        if !options.reread && stored.get(&article.id) == Some(&as_stored) {
            return Step::Unchanged(as_stored);
        }
        let mut facts = ArticleFacts::from(&reader.annotate(article));
        facts.software = as_stored.software;
        let quads = mapping.article_quads(&facts);
        Step::Read(Box::new(facts), quads)
    };
    let problems = source.each(workers, watcher, work, |step| match step {
        Step::Unchanged(article) => {
            if arrivals.is_new(&article.id, &article.source, &article.sha256) {
                report.unchanged += 1;
            }
            Ok(())
        }
        Step::Read(facts, _) if !arrivals.is_new(&facts.id, &facts.source, &facts.sha256) => Ok(()),
        Step::Read(facts, quads) => {
            report.add(&facts);
            if first {
                together.extend(quads);
                if together.len() >= TOGETHER {
                    store.bulk_load(together.drain(..))?;
                }
                Ok(())
            } else {
                store.replace_graph(&mapping.iris().article(&facts.id), &quads)
            }
        }
    })?;
    if !together.is_empty() {
        store.bulk_load(together)?;
    }
    report.problems = problems;
    report.problems.extend(arrivals.problems);
    if options.sync {
        report.removed = remove_gone(store, stored.values(), &arrivals.seen, &report.problems)?;
    }
    if first || other_reader || report.read + report.removed > 0 {
        store.commit()?;
    }
    Ok(report)
}

/// Writes the graph of what is known before any article is read.
fn write_knowledge(store: &mut Store, reader: &Reader<'_>) -> Result<(), BuildError> {
    let iris = store.iris().clone();
    let mut quads = vocabulary_quads(&iris, VOCABULARY)
        .map_err(|error| BuildError::Vocabulary(error.to_string()))?;
    quads.extend(knowledge_quads(&iris, &reader.ontology().entries));
    Ok(store.replace_graph(&iris.ontology_graph(), &quads)?)
}

impl BuildReport {
    fn add(&mut self, facts: &ArticleFacts) {
        self.read += 1;
        self.statements += facts.statements.len();
        self.figures += facts.figures.len();
        for (id, entity) in &facts.entities {
            let ids = self.entities.entry(entity.kind).or_default();
            ids.insert(id.clone());
        }
        for statement in facts.statements.keys() {
            if let (Predicate::HoldsPosition, Value::Entity(body)) =
                (statement.predicate, &statement.object)
                && let Some(body) = facts.entities.get(body)
            {
                *self.posts.entry(body.name.clone()).or_default() += 1;
            }
        }
    }
}

/// The articles of a run, by id, so that none takes the place of another unnoticed.
#[derive(Default)]
struct Arrivals {
    /// Source and hash by id.
    seen: BTreeMap<String, (String, String)>,
    problems: Vec<Problem>,
}

impl Arrivals {
    /// Whether this is the first article of its id; a second one becomes a problem.
    fn is_new(&mut self, id: &str, source: &str, sha256: &str) -> bool {
        let Some((first, first_hash)) = self.seen.get(id) else {
            let arrival = (source.to_owned(), sha256.to_owned());
            self.seen.insert(id.to_owned(), arrival);
            return true;
        };
        let (message, severity) = if first_hash == sha256 {
            (
                format!("the same article as {first}; left out"),
                Severity::Note,
            )
        } else {
            let message = format!("has the id `{id}` like {first}; rename one of the two");
            (message, Severity::Skipped)
        };
        self.problems.push(Problem {
            source: source.to_owned(),
            message,
            severity,
        });
        false
    }
}

/// Removes stored articles that did not arrive, and tells how many. What could not be read this time is
/// not gone.
fn remove_gone<'a>(
    store: &mut Store,
    stored: impl Iterator<Item = &'a StoredArticle>,
    arrived: &BTreeMap<String, (String, String)>,
    problems: &[Problem],
) -> Result<usize, StoreError> {
    let unread: BTreeSet<&str> = problems
        .iter()
        .flat_map(|problem| [file(&problem.source), stem(&problem.source)])
        .collect();
    let mut removed = 0;
    for article in stored {
        let is_unread = [file(&article.source), file(&article.id)]
            .iter()
            .any(|name| unread.contains(name));
        if !arrived.contains_key(&article.id) && !is_unread && store.remove_article(&article.id)? {
            removed += 1;
        }
    }
    Ok(removed)
}

/// A source or id without the record or the part of an archive.
fn file(source: &str) -> &str {
    source.split(['#', '!']).next().unwrap_or(source)
}

/// The name of a source without folders and ending: what an article of it is called.
fn stem(source: &str) -> &str {
    let file = file(source);
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
