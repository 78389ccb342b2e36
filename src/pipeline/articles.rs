//! From inputs to articles that are worked on in parallel and handed on in input order.

use std::path::PathBuf;

use super::Workers;
use super::batches::Limits;
use crate::model::{Article, Problem, Severity};
use crate::read::{ReadOptions, find_inputs};

/// Articles worked on together: enough to keep all threads busy, little enough to forget.
const BATCH: Limits = Limits {
    items: 256,
    weight: 4 << 20,
};

/// Where articles come from.
#[derive(Debug, Clone)]
pub struct Source {
    /// Files, folders, globs, `-` for standard input.
    pub inputs: Vec<PathBuf>,
    /// How they are read.
    pub options: ReadOptions,
}

/// What is told while work goes on.
pub trait Watcher {
    /// This many files will be read.
    fn files(&self, _count: usize) {}
    /// One more file is read.
    fn file_read(&self) {}
    /// So many articles are read.
    fn article_read(&self, _count: usize) {}
    /// Whether the work shall end before all is read.
    fn is_stopped(&self) -> bool {
        false
    }
}

/// Nobody watches.
impl Watcher for () {}

impl Source {
    /// Hands every article to `work` on some thread and the results to `sink` in input order. Returns
    /// the problems met, in the same order.
    ///
    /// # Errors
    /// The first error of the sink.
    pub(super) fn each<O: Send, E>(
        &self,
        workers: &Workers,
        watcher: &impl Watcher,
        work: impl Fn(Article) -> O + Sync,
        mut sink: impl FnMut(O) -> Result<(), E>,
    ) -> Result<Vec<Problem>, E> {
        let inputs = find_inputs(&self.inputs);
        watcher.files(inputs.len());
        let mut count = 0;
        let inputs = inputs.into_iter().take_while(|_| !watcher.is_stopped());
        let articles = inputs.flat_map(|input| {
            let articles = match input {
                Ok(input) => input.read(&self.options),
                Err(problem) => Box::new(std::iter::once(Err(problem))),
            };
            watcher.file_read();
            articles
        });
        let articles = articles.take_while(|_| !watcher.is_stopped());
        let articles = articles.inspect(|article| {
            count += usize::from(article.is_ok());
            watcher.article_read(count);
        });
        let mut problems = Vec::new();
        workers.in_order(
            articles,
            BATCH,
            |item| item.as_ref().map_or(0, |article| article.text.len()),
            |item| item.map(&work),
            |item| match item {
                Ok(result) => sink(result),
                Err(problem) => {
                    problems.push(problem);
                    Ok(())
                }
            },
        )?;
        Ok(problems)
    }
}

/// How many inputs were skipped.
pub fn skipped(problems: &[Problem]) -> usize {
    let of_kind = |problem: &&Problem| problem.severity == Severity::Skipped;
    problems.iter().filter(of_kind).count()
}
