//! Builds or updates a store: only changed articles are read, and a store is changed whole or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::arrivals::{Arrival, Arrivals, file, name_of, stem};
use super::identity::{Arrived, Fresh, settle};
use super::waiting::WaitingArticles;
use super::{Reader, Source, Watcher, Workers};
use crate::graph::{ArticleFacts, Value};
use crate::model::{Article, EntityId, EntityType, Predicate, Problem, Severity, Texts};
use crate::ontology::VOCABULARY;
use crate::rdf::{GraphQuads, Mapping, knowledge_quads, vocabulary_quads};
use crate::resolve::{Curation, CurationError, Identity};
use crate::store::{Packed, Store, StoreError, StoredArticle};

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
    /// Articles that the store holds by now.
    pub articles: usize,
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
    named: Named,
}

/// Articles and the things they speak of, as numbers of texts.
#[derive(Debug, Clone, Default)]
struct Named {
    texts: Texts,
    pairs: Vec<[u32; 2]>,
}

/// Why a store could not be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The store cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Articles cannot be kept until all of them are read.
    #[error("articles cannot be kept until all are read: {0}")]
    Waiting(io::Error),
    /// The vocabulary that is compiled in is broken, which a test keeps from happening.
    #[error("ontology/vocabulary.ttl cannot be read: {0}")]
    Vocabulary(String),
    /// The curation is wrong.
    #[error(transparent)]
    Curation(#[from] CurationError),
}

/// What became of an article.
enum Step {
    Unchanged(StoredArticle),
    Read(Box<ArticleFacts>, Fresh, io::Result<Written>),
}

/// An article as the store takes it: in place of what it says of it by now, or, in a first build, when all
/// agree on ids.
enum Written {
    Quads(GraphQuads),
    Packed(Packed),
}

impl Step {
    fn read(article: Article, reader: &Reader<'_>, mapping: &Mapping, waits: bool) -> Self {
        let (facts, signature) = reader.facts(article);
        let fresh = Fresh::new(&facts, signature, reader.ontology());
        let written = Written::new(&facts, mapping, waits);
        Self::Read(Box::new(facts), fresh, written)
    }

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
    let ids: BTreeSet<&str> = stored.iter().map(|stored| stored.id.as_str()).collect();
    let waiting = WaitingArticles::of(store, first)?;
    let waits = waiting.is_some();
    let mut coming = Coming {
        reader,
        mapping: &mapping,
        arrivals: Arrivals::new(stored.clone(), options.sync),
        arrived: Arrived::default(),
        waiting,
        ids: &ids,
        report: BuildReport {
            articles: stored.len(),
            ..BuildReport::default()
        },
    };
    let work = |article: Article| {
        let as_stored = reader.as_stored(&article);
        if !options.reread && known.holds(&as_stored) {
            return Step::Unchanged(as_stored);
        }
        Step::read(article, reader, &mapping, waits)
    };
    let problems = source.each(workers, watcher, work, |step| coming.take(step, store))?;
    let Coming {
        arrivals,
        arrived,
        waiting,
        mut report,
        ..
    } = coming;
    (report.problems, report.stopped) = (problems, watcher.is_stopped());
    report.finish(store, &stored, arrivals, options)?;
    let recurated = store.curation()? != curation.text;
    if first || other_reader || recurated || report.read + report.removed > 0 {
        let knowledge = reader.knowledge();
        report.note_identity(&match waiting {
            Some(waiting) => {
                waiting.settle(store, &mapping, knowledge, workers, arrived, &curation)?
            }
            None => settle(store, &mapping, knowledge, arrived, &curation)?,
        });
        store.keep_curation(&curation.text)?;
        store.commit()?;
        report.repeats = store.repeats()?.len();
    }
    Ok(report)
}

impl Written {
    fn new(facts: &ArticleFacts, mapping: &Mapping, waits: bool) -> io::Result<Self> {
        match waits {
            true => Packed::new(facts).map(Self::Packed),
            false => Ok(Self::Quads(mapping.article_quads(facts))),
        }
    }
}

/// Articles on their way into the store.
struct Coming<'a> {
    reader: &'a Reader<'a>,
    mapping: &'a Mapping,
    arrivals: Arrivals,
    arrived: Arrived,
    waiting: Option<WaitingArticles>,
    /// The articles that the store held before.
    ids: &'a BTreeSet<&'a str>,
    report: BuildReport,
}

impl Coming<'_> {
    fn take(&mut self, step: Step, store: &mut Store) -> Result<(), BuildError> {
        let Arrival::As { id, source } = step.arrive(&mut self.arrivals) else {
            return Ok(());
        };
        let Step::Read(mut facts, mut read, mut written) = step else {
            self.report.unchanged += 1;
            return Ok(());
        };
        if facts.id != id || facts.source != source {
            (facts.id, facts.source) = (id, source);
            read = Fresh::new(&facts, read.signature, self.reader.ontology());
            written = Written::new(&facts, self.mapping, self.waiting.is_some());
        }
        if !self.ids.contains(facts.id.as_str()) {
            self.report.articles += 1;
        }
        self.report.add(&facts);
        self.arrived.insert(facts.id.clone(), read);
        match (written.map_err(BuildError::Waiting)?, &mut self.waiting) {
            (Written::Packed(packed), Some(waiting)) => waiting.push(&facts, &packed),
            (Written::Packed(_), None) => Ok(store.replace_article(self.mapping, &facts)?),
            (Written::Quads(quads), _) => Ok(store.replace_read(&facts.id, &quads)?),
        }
    }
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
    let is_empty = store.is_empty()?;
    match is_empty {
        true => store.bulk_load(quads)?,
        false => store.replace_graph(&iris.ontology_graph(), &quads)?,
    }
    Ok(())
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
            self.articles -= self.removed;
        }
        Ok(())
    }

    /// Counts the things after all articles agreed on them, and what the curation says in vain.
    fn note_identity(&mut self, identity: &Identity) {
        let Named { texts, pairs } = std::mem::take(&mut self.named);
        for [article, id] in pairs {
            let (changes, id) = (
                identity.changes.get(texts.get(article)),
                EntityId(texts.get(id).to_owned()),
            );
            let new = changes.and_then(|changes| changes.ids.get(&id));
            if let Some(id) = new.map_or_else(|| Some(id.clone()), Clone::clone)
                && let Some(kind) = id.kind()
            {
                self.entities.entry(kind).or_default().insert(id);
            }
        }
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
        let Named { texts, pairs } = &mut self.named;
        let article = texts.number(&facts.id);
        let ids = facts.entities.keys();
        pairs.extend(ids.map(|id| [article, texts.number(id.as_str())]));
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
