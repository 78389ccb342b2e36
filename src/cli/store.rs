//! Arguments on the store, shared by the commands that read one, or articles in its place.

use std::path::PathBuf;

use super::reading::ReadingArgs;
use super::{Console, Outcome};
use crate::ontology::Ontology;
use crate::pipeline::{self, BuildOptions};
use crate::rdf::{DEFAULT_BASE, Iris};
use crate::store::Store;

/// Where a store is, unless the user says it.
pub(super) const DEFAULT_STORE: &str = "ngoaivu.store";

/// The store to read, or the articles to read in its place.
#[derive(Debug, clap::Args)]
pub(super) struct StoreArgs {
    /// The store to read
    #[arg(long, value_name = "PATH", default_value = DEFAULT_STORE)]
    store: PathBuf,
    /// Read these articles instead of a store: files, folders, globs, - for standard input
    #[arg(long, value_name = "INPUT", num_args = 1.., conflicts_with = "store")]
    from: Vec<PathBuf>,
    /// Where IRIs begin, with --from; a store has its own
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = base_iri)]
    base_iri: Iris,
    #[command(flatten)]
    reading: ReadingArgs,
}

/// A store that is open for reading.
pub(super) struct Opened<'a> {
    pub(super) store: Store,
    /// What reading articles came to.
    pub(super) outcome: Outcome,
    reading: &'a ReadingArgs,
    known: Option<&'static Ontology>,
}

impl Opened<'_> {
    /// What is known, which commands that only ask the store do without.
    pub(super) fn ontology(&self) -> anyhow::Result<&'static Ontology> {
        self.known.map_or_else(|| self.reading.ontology(), Ok)
    }
}

impl StoreArgs {
    /// Where IRIs begin, for what is in no store.
    pub(super) fn base_iri(&self) -> &Iris {
        &self.base_iri
    }

    /// How articles are read that stand beside the store.
    pub(super) const fn reading(&self) -> &ReadingArgs {
        &self.reading
    }

    /// Opens the store, or builds one in memory.
    pub(super) fn open(&self, console: Console) -> anyhow::Result<Opened<'_>> {
        if self.from.is_empty() {
            let store = Store::open(&self.store)?;
            return Ok(Opened {
                store,
                outcome: Outcome::Done,
                reading: &self.reading,
                known: None,
            });
        }
        let ontology = self.reading.ontology()?;
        let source = self.reading.source(&self.from)?;
        let reader = self.reading.reader(ontology)?;
        let workers = self.reading.workers()?;
        let mut store = Store::in_memory(self.base_iri.clone());
        let options = BuildOptions::default();
        let progress = console.progress();
        let built = pipeline::build(&source, &reader, &workers, &progress, &mut store, &options);
        progress.finish();
        let outcome = self.reading.outcome(&built?.problems, console);
        Ok(Opened {
            store,
            outcome,
            reading: &self.reading,
            known: Some(ontology),
        })
    }
}

/// An absolute IRI that ends in a slash.
pub(super) fn base_iri(text: &str) -> Result<Iris, String> {
    Iris::new(text).map_err(|error| error.to_string())
}
