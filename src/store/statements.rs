//! The statements of a store, whichever backend keeps them: looked up, changed, asked in SPARQL.

#[cfg(feature = "rocksdb")]
use std::path::Path;
use std::sync::Arc;

use oxigraph::model::{
    GraphName, GraphNameRef, NamedNode, NamedNodeRef, NamedOrBlankNodeRef, Quad, QuadRef, TermRef,
};
use oxigraph::sparql::{PreparedSparqlQuery, QueryEvaluationError, QueryExplanation, QueryResults};
use oxigraph::store::StorageError;
#[cfg(any(test, feature = "rocksdb"))]
use oxigraph::store::{QuadIter, Store as Oxigraph};

#[cfg(any(test, feature = "rocksdb"))]
use super::bulk;
use super::dataset::Dataset;
use super::decoder::Decoder;
use super::snapshot;
use super::table::{Matches, Table, Wanted};
use super::terms::TooLarge;

/// So many new quads are better loaded than written one by one.
const MANY: usize = 10_000;

/// All statements of a store. A clone shares them with the original until one of both changes.
#[derive(Clone)]
pub struct Statements {
    backend: Backend,
}

#[derive(Clone)]
enum Backend {
    Table(Arc<Table>),
    /// The tests hold both backends against each other without RocksDB.
    #[cfg(any(test, feature = "rocksdb"))]
    Oxigraph(Oxigraph),
}

/// Quads that are read as they are asked for.
pub struct Quads<'a> {
    found: Found<'a>,
}

enum Found<'a> {
    Table(Box<Decoder<'a>>, Matches<'a>),
    #[cfg(any(test, feature = "rocksdb"))]
    Oxigraph(Box<QuadIter<'static>>),
}

/// Quads that match a pattern, to be read where they lie.
pub struct Selection<'a> {
    kept: Kept<'a>,
}

enum Kept<'a> {
    Table(Decoder<'a>, Matches<'a>),
    #[cfg(any(test, feature = "rocksdb"))]
    Read(Vec<Quad>),
}

impl Default for Statements {
    fn default() -> Self {
        Table::default().into()
    }
}

impl From<Table> for Statements {
    fn from(table: Table) -> Self {
        let backend = Backend::Table(Arc::new(table));
        Self { backend }
    }
}

#[cfg(any(test, feature = "rocksdb"))]
impl From<Oxigraph> for Statements {
    fn from(store: Oxigraph) -> Self {
        let backend = Backend::Oxigraph(store);
        Self { backend }
    }
}

impl Statements {
    /// Statements in memory.
    ///
    /// # Errors
    /// If they are too many to be numbered.
    pub fn of(quads: impl IntoIterator<Item = Quad>) -> Result<Self, StorageError> {
        let mut table = Table::default();
        table.add(quads).map_err(too_large)?;
        Ok(table.into())
    }

    /// Number of quads.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn len(&self) -> Result<usize, StorageError> {
        match &self.backend {
            Backend::Table(table) => Ok(table.rows().len()),
            #[cfg(any(test, feature = "rocksdb"))]
            Backend::Oxigraph(store) => store.len(),
        }
    }

    /// Whether there are none.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn is_empty(&self) -> Result<bool, StorageError> {
        Ok(self.iter().next().transpose()?.is_none())
    }

    /// All quads, in no order.
    pub fn iter(&self) -> Quads<'_> {
        self.quads_for_pattern(None, None, None, None)
    }

    /// The quads with these terms, in no order.
    pub fn quads_for_pattern(
        &self,
        subject: Option<NamedOrBlankNodeRef<'_>>,
        predicate: Option<NamedNodeRef<'_>>,
        object: Option<TermRef<'_>>,
        graph: Option<GraphNameRef<'_>>,
    ) -> Quads<'_> {
        let found = match &self.backend {
            Backend::Table(table) => {
                let wanted = Wanted {
                    subject,
                    predicate,
                    object,
                    graph,
                };
                Found::Table(Box::new(Decoder::new(table)), table.find_terms(&wanted))
            }
            #[cfg(any(test, feature = "rocksdb"))]
            Backend::Oxigraph(store) => {
                let quads = store.quads_for_pattern(subject, predicate, object, graph);
                Found::Oxigraph(Box::new(quads))
            }
        };
        Quads { found }
    }

    /// The quads with this predicate, in no order, for who asks once.
    pub(super) fn scan(&self, predicate: NamedNodeRef<'_>) -> Quads<'_> {
        match &self.backend {
            Backend::Table(table) => Quads {
                found: Found::Table(Box::new(Decoder::new(table)), table.scan(predicate)),
            },
            #[cfg(any(test, feature = "rocksdb"))]
            Backend::Oxigraph(_) => self.quads_for_pattern(None, Some(predicate), None, None),
        }
    }

    /// The quads with this subject or in this graph, or both, in no order.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn select(
        &self,
        subject: Option<NamedOrBlankNodeRef<'_>>,
        graph: Option<GraphNameRef<'_>>,
    ) -> Result<Selection<'_>, StorageError> {
        let found = self.quads_for_pattern(subject, None, None, graph).found;
        let kept = match found {
            Found::Table(decoder, rows) => Kept::Table(*decoder, rows),
            #[cfg(any(test, feature = "rocksdb"))]
            Found::Oxigraph(quads) => Kept::Read(quads.collect::<Result<_, _>>()?),
        };
        Ok(Selection { kept })
    }

    /// The quads of the subject with this number; none where the terms have no numbers.
    pub fn select_numbered(&self, subject: u32) -> Option<Selection<'_>> {
        let table = self.table()?;
        let rows = table.find([None, Some(subject), None, None]);
        Some(Selection {
            kept: Kept::Table(Decoder::new(table), rows),
        })
    }

    /// Looks at each quad where it lies, in no order.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn each_quad(&self, mut look: impl FnMut(QuadRef<'_>)) -> Result<(), StorageError> {
        match self.iter().found {
            Found::Table(mut decoder, rows) => {
                for row in rows {
                    decoder.quad(&row).into_iter().for_each(&mut look);
                }
            }
            #[cfg(any(test, feature = "rocksdb"))]
            Found::Oxigraph(quads) => {
                for quad in quads {
                    look(quad?.as_ref());
                }
            }
        }
        Ok(())
    }

    /// Whether a graph has statements.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn contains_named_graph(&self, graph: &NamedNode) -> Result<bool, StorageError> {
        let graph = Some(graph.as_ref().into());
        let mut quads = self.quads_for_pattern(None, None, None, graph);
        Ok(quads.next().transpose()?.is_some())
    }

    /// Answers a query.
    ///
    /// # Errors
    /// If the evaluation fails.
    pub fn answer(
        &self,
        query: PreparedSparqlQuery,
    ) -> Result<QueryResults<'_>, QueryEvaluationError> {
        match &self.backend {
            Backend::Table(table) => query.on_queryable_dataset(Dataset::new(table)).execute(),
            #[cfg(any(test, feature = "rocksdb"))]
            Backend::Oxigraph(store) => query.on_store(store).execute(),
        }
    }

    /// Answers a query, and tells how, with the rows and the time of each step.
    pub fn explain(
        &self,
        query: PreparedSparqlQuery,
    ) -> (
        Result<QueryResults<'_>, QueryEvaluationError>,
        QueryExplanation,
    ) {
        match &self.backend {
            Backend::Table(table) => {
                let bound = query.on_queryable_dataset(Dataset::new(table));
                bound.compute_statistics().explain()
            }
            #[cfg(any(test, feature = "rocksdb"))]
            Backend::Oxigraph(store) => query.on_store(store).compute_statistics().explain(),
        }
    }

    /// Adds many quads at once, graph by graph, but for a `shared` one that each of them may add to.
    pub(super) fn add(
        &mut self,
        quads: impl IntoIterator<Item = Quad>,
        #[cfg_attr(
            not(any(test, feature = "rocksdb")),
            expect(unused_variables, reason = "of folders")
        )]
        shared: Option<&GraphName>,
    ) -> Result<(), StorageError> {
        match &mut self.backend {
            Backend::Table(table) => Arc::make_mut(table).add(quads).map_err(too_large),
            #[cfg(any(test, feature = "rocksdb"))]
            Backend::Oxigraph(store) => bulk::load(store, quads, shared),
        }
    }

    /// Adds quads in the way that suits so many.
    pub(super) fn extend(
        &mut self,
        quads: impl IntoIterator<Item = Quad>,
    ) -> Result<(), StorageError> {
        let mut quads = quads.into_iter();
        let first: Vec<Quad> = quads.by_ref().take(MANY).collect();
        match first.len() {
            0 => Ok(()),
            few if few < MANY => self.change(&[], &first),
            _ => self.add(first.into_iter().chain(quads), None),
        }
    }

    /// Replaces a graph by quads, which must be of that graph.
    pub(super) fn replace_graph(
        &mut self,
        graph: &NamedNode,
        quads: &[Quad],
    ) -> Result<(), StorageError> {
        match &mut self.backend {
            Backend::Table(table) => {
                let table = Arc::make_mut(table);
                table
                    .replace_graph(graph.as_ref(), quads)
                    .map_err(too_large)
            }
            #[cfg(any(test, feature = "rocksdb"))]
            Backend::Oxigraph(store) => {
                let mut transaction = store.start_transaction()?;
                transaction.remove_named_graph(graph)?;
                transaction.extend(quads);
                transaction.commit()
            }
        }
    }

    /// Takes quads away and adds others, all at once.
    pub(super) fn change(&mut self, removed: &[Quad], added: &[Quad]) -> Result<(), StorageError> {
        match &mut self.backend {
            Backend::Table(table) => {
                let table = Arc::make_mut(table);
                table.change(removed, added).map_err(too_large)
            }
            #[cfg(any(test, feature = "rocksdb"))]
            Backend::Oxigraph(_) if removed.is_empty() && added.len() >= MANY => {
                self.add(added.iter().cloned(), None)
            }
            #[cfg(any(test, feature = "rocksdb"))]
            Backend::Oxigraph(store) => {
                let mut transaction = store.start_transaction()?;
                removed.iter().for_each(|quad| transaction.remove(quad));
                transaction.extend(added);
                transaction.commit()
            }
        }
    }

    /// What a snapshot holds; none where the statements are kept elsewhere.
    pub(super) fn table(&self) -> Option<&Table> {
        match &self.backend {
            Backend::Table(table) => Some(table),
            #[cfg(any(test, feature = "rocksdb"))]
            Backend::Oxigraph(_) => None,
        }
    }

    /// A copy in another folder, which shares the files of this one: RocksDB writes none a second time.
    #[cfg(feature = "rocksdb")]
    pub(super) fn copy(&self, folder: &Path) -> Result<Self, StorageError> {
        match &self.backend {
            Backend::Table(_) => Ok(self.clone()),
            Backend::Oxigraph(store) => {
                store.backup(folder)?;
                Ok(Oxigraph::open(folder)?.into())
            }
        }
    }

    /// Merges the files of a folder, so that what belongs together lies together.
    #[cfg(feature = "rocksdb")]
    pub(super) fn compact(&self) -> Result<(), StorageError> {
        match &self.backend {
            Backend::Table(_) => Ok(()),
            Backend::Oxigraph(store) => store.optimize(),
        }
    }

    /// Hands all that was written to the disk.
    #[cfg(feature = "rocksdb")]
    pub(super) fn flush(&self) -> Result<(), StorageError> {
        match &self.backend {
            Backend::Table(_) => Ok(()),
            Backend::Oxigraph(store) => store.flush(),
        }
    }
}

impl Selection<'_> {
    /// The quads.
    pub fn iter(&self) -> impl Iterator<Item = QuadRef<'_>> {
        let (rows, read): (_, &[Quad]) = match &self.kept {
            Kept::Table(decoder, rows) => {
                let (mut decoder, rows) = (decoder.clone(), rows.clone());
                (Some(rows.filter_map(move |row| decoder.quad(&row))), &[])
            }
            #[cfg(any(test, feature = "rocksdb"))]
            Kept::Read(quads) => (None, quads),
        };
        let read = read.iter().map(Quad::as_ref);
        rows.into_iter().flatten().chain(read)
    }
}

impl Iterator for Quads<'_> {
    type Item = Result<Quad, StorageError>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.found {
            Found::Table(decoder, rows) => {
                let quad = rows.find_map(|row| decoder.quad(&row))?;
                Some(Ok(quad.into_owned()))
            }
            #[cfg(any(test, feature = "rocksdb"))]
            Found::Oxigraph(quads) => quads.next(),
        }
    }
}

fn too_large(_: TooLarge) -> StorageError {
    snapshot::too_large().into()
}
