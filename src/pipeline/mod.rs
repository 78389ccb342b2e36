//! The order of the stages: how one article is read, how many are, and how a store is built of them.

mod arrivals;
mod articles;
mod batches;
mod build;
mod identity;
#[cfg(test)]
mod identity_laws;
mod left_out;
mod reader;
mod waiting;
#[cfg(test)]
mod whose_bodies;

pub use articles::{Source, Watcher, skipped};
pub use batches::{NoThreads, Workers};
pub use build::{BuildError, BuildOptions, BuildReport, build};
pub use identity::identity;
pub use reader::Reader;

use crate::model::{AnnotatedArticle, LeftOut, Problem};

/// Reads all articles of a source and hands on what `finish` makes of each, in input order. `finish` works
/// beside reading, on many threads.
///
/// # Errors
/// The first error of the sink.
pub fn annotate<T: Send, E>(
    source: &Source,
    reader: &Reader<'_>,
    workers: &Workers,
    watcher: &impl Watcher,
    finish: impl Fn(AnnotatedArticle) -> T + Sync,
    sink: impl FnMut(T) -> Result<(), E>,
) -> Result<Vec<Problem>, E> {
    let work = |article| finish(reader.annotate(article));
    source.each(workers, watcher, work, sink)
}

/// Reads all articles of a source and hands them on in input order, each with what was left out of it.
///
/// # Errors
/// The first error of the sink.
pub fn explain<E>(
    source: &Source,
    reader: &Reader<'_>,
    workers: &Workers,
    watcher: &impl Watcher,
    mut sink: impl FnMut(AnnotatedArticle, Vec<LeftOut>) -> Result<(), E>,
) -> Result<Vec<Problem>, E> {
    let work = |article| reader.explain(article);
    source.each(workers, watcher, work, |(article, left_out)| {
        sink(article, left_out)
    })
}
