//! Builds or updates a store: only changed articles are read, and a store is changed whole or not at all.

use std::collections::{BTreeMap, BTreeSet};

use super::arrivals::{Arrival, Arrivals, file, name_of, stem};
use super::identity::{Fresh, settle};
use super::{Reader, Source, Watcher, Workers};
use crate::graph::{ArticleFacts, Value};
use crate::model::{Article, EntityId, EntityType, Predicate, Problem, Severity};
use crate::ontology::VOCABULARY;
use crate::rdf::{Mapping, knowledge_quads, vocabulary_quads};
use crate::resolve::{Curation, CurationError, Identity};
use crate::store::{Store, StoreError, StoredArticle};

/// What to do beside adding and replacing articles.
#[derive(Debug, Clone, Default)]
pub struct BuildOptions {
    /// Remove articles that the source no longer has.
    pub sync: bool,
    /// Read unchanged articles too.
    pub reread: bool,
    /// What an expert says of who is who; none for what the last build was told.
    pub curation: Option<Curation>,
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
    /// Whether the run was stopped before all inputs were read.
    pub stopped: bool,
    /// Number of statements in the articles read.
    pub statements: usize,
    /// Articles of the store that print the story of another one.
    pub repeats: usize,
    /// Number of figures in the articles read.
    pub figures: usize,
    /// What was skipped or read with a reservation, in input order.
    pub problems: Vec<Problem>,
    /// The things that each article read speaks of, in its own ids.
    named: BTreeMap<String, Vec<EntityId>>,
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
    /// The curation is wrong.
    #[error(transparent)]
    Curation(#[from] CurationError),
}

/// What became of an article; `Q` is a list of quads.
enum Step<Q> {
    Unchanged(StoredArticle),
    Read(Box<ArticleFacts>, Fresh, Q),
}

impl<Q> Step<Q> {
    fn arrive(&self, arrivals: &mut Arrivals) -> Arrival {
        match self {
            Self::Unchanged(article) => {
                arrivals.note(&article.id, &article.source, &article.sha256)
            }
            Self::Read(facts, ..) => arrivals.note(&facts.id, &facts.source, &facts.sha256),
        }
    }
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
    options: &BuildOptions,
) -> Result<BuildReport, BuildError> {
    let mapping = Mapping::new(store.iris().clone(), &reader.ontology().entries);
    let curation = curation(store, options)?;
    let stored = store.articles()?;
    let first = stored.is_empty();
    let other_reader = stored
        .iter()
        .any(|stored| stored.software != reader.version());
    if first || other_reader {
        write_knowledge(store, reader)?;
    }
    let known = Arrivals::new(stored.clone(), options.sync);
    let mut arrivals = Arrivals::new(stored.clone(), options.sync);
    let mut report = BuildReport::default();
    let mut together = Vec::new();
    let mut fresh = BTreeMap::new();
    let work = |article: Article| {
        let as_stored = reader.as_stored(&article);
        if !options.reread && known.holds(&as_stored) {
            return Step::Unchanged(as_stored);
        }
        let (facts, signature) = reader.facts(article);
        let fresh = Fresh::new(&facts, signature, reader.ontology());
        let quads = mapping.article_quads(&facts);
        Step::Read(Box::new(facts), fresh, quads)
    };
    let problems = source.each(workers, watcher, work, |step| {
        let Arrival::As { id, source } = step.arrive(&mut arrivals) else {
            return Ok(());
        };
        let Step::Read(mut facts, mut read, mut quads) = step else {
            report.unchanged += 1;
            return Ok(());
        };
        if facts.id != id || facts.source != source {
            (facts.id, facts.source) = (id, source);
            read = Fresh::new(&facts, read.signature, reader.ontology());
            quads = mapping.article_quads(&facts);
        }
        report.add(&facts);
        fresh.insert(facts.id.clone(), read);
        if !first {
            return store.replace_read(&facts.id, &quads);
        }
        together.extend(quads);
        if together.len() < store.best_load() {
            return Ok(());
        }
        store.bulk_load(together.drain(..))
    })?;
    if !together.is_empty() {
        store.bulk_load(together)?;
    }
    (report.problems, report.stopped) = (problems, watcher.is_stopped());
    report.finish(store, &stored, arrivals, options)?;
    let recurated = store.curation()? != curation.text;
    if first || other_reader || recurated || report.read + report.removed > 0 {
        agree(store, reader, &mapping, &mut fresh, &curation, &mut report)?;
    }
    Ok(report)
}

/// Brings all articles under common ids, and makes all changes last.
fn agree(
    store: &mut Store,
    reader: &Reader<'_>,
    mapping: &Mapping,
    fresh: &mut BTreeMap<String, Fresh>,
    curation: &Curation,
    report: &mut BuildReport,
) -> Result<(), BuildError> {
    let identity = settle(store, mapping, reader.knowledge(), fresh, curation)?;
    report.note_identity(&identity);
    report.repeats = store.repeats()?.len();
    store.keep_curation(&curation.text)?;
    Ok(store.commit()?)
}

/// The curation to apply: the one given, or that of the last build.
fn curation(store: &Store, options: &BuildOptions) -> Result<Curation, BuildError> {
    match &options.curation {
        Some(curation) => Ok(curation.clone()),
        None => {
            let text = store.curation()?;
            let mut kept = Curation::parse("the curation of the last build", &text)?;
            kept.lenient = true;
            Ok(kept)
        }
    }
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
    /// Adds what arrivals were left out, and removes what is gone.
    fn finish(
        &mut self,
        store: &mut Store,
        stored: &[StoredArticle],
        arrivals: Arrivals,
        options: &BuildOptions,
    ) -> Result<(), StoreError> {
        self.problems.extend(arrivals.problems);
        if options.sync && !self.stopped {
            self.removed = remove_gone(store, stored, &arrivals.ids, &self.problems)?;
        }
        Ok(())
    }

    /// Counts the things after all articles agreed on them, and what the curation says in vain.
    fn note_identity(&mut self, identity: &Identity) {
        let changed = |article: &str, id: &EntityId| -> Option<EntityId> {
            let changes = identity.changes.get(article);
            let new = changes.and_then(|changes| changes.ids.get(id));
            new.map_or_else(|| Some(id.clone()), Clone::clone)
        };
        let mut entities: BTreeMap<EntityType, BTreeSet<EntityId>> = BTreeMap::new();
        for (article, ids) in &self.named {
            for id in ids.iter().filter_map(|id| changed(article, id)) {
                if let Some(kind) = id.kind() {
                    entities.entry(kind).or_default().insert(id);
                }
            }
        }
        self.entities = entities;
        self.named.clear();
        let idle = identity.idle.iter().map(|error| Problem {
            source: error.file.clone(),
            message: format!("line {}: {}", error.line, error.message),
            severity: Severity::Note,
        });
        self.problems.extend(idle);
    }

    fn add(&mut self, facts: &ArticleFacts) {
        self.read += 1;
        self.statements += facts.statements.len();
        self.figures += facts.figures.len();
        let ids = facts.entities.keys().cloned().collect();
        self.named.insert(facts.id.clone(), ids);
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

/// Removes stored articles that did not arrive, and tells how many. What could not be read this time is
/// not gone.
fn remove_gone(
    store: &mut Store,
    stored: &[StoredArticle],
    arrived: &BTreeSet<String>,
    problems: &[Problem],
) -> Result<usize, StoreError> {
    let unread: BTreeSet<&str> = problems
        .iter()
        .flat_map(|problem| [file(&problem.source), stem(&problem.source)])
        .collect();
    let mut removed = 0;
    for article in stored {
        let is_unread = [file(&article.source), file(name_of(&article.id))]
            .iter()
            .any(|name| unread.contains(name));
        if !arrived.contains(&article.id) && !is_unread && store.remove_article(&article.id)? {
            removed += 1;
        }
    }
    Ok(removed)
}
