//! Works on a stream in parallel: order kept, a bounded number of items in memory.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// How many items, and how much of them by weight, are worked on together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) items: usize,
    pub(super) weight: usize,
}

/// The threads that a run works with.
#[derive(Debug)]
pub struct Workers {
    pool: rayon::ThreadPool,
}

/// The system gives no more threads.
#[derive(Debug, thiserror::Error)]
#[error("cannot start {threads} threads: {source}; try fewer with --threads")]
pub struct NoThreads {
    threads: usize,
    source: rayon::ThreadPoolBuildError,
}

impl Workers {
    /// This many threads; 0 means one for each core.
    pub fn new(threads: usize) -> Result<Self, NoThreads> {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .map(|pool| Self { pool })
            .map_err(|source| NoThreads { threads, source })
    }

    /// Hands each item of `source` to `work` on some thread, and the results to `sink` on this thread,
    /// in the order of the source. While one batch is worked on, the one before goes into the sink and
    /// the next one is read, so three batches are in memory. The first error of the sink ends the run.
    pub(super) fn in_order<I: Send, O: Send, E>(
        &self,
        source: impl Iterator<Item = I>,
        limits: Limits,
        weigh: impl Fn(&I) -> usize,
        work: impl Fn(I) -> O + Sync,
        mut sink: impl FnMut(O) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut source = source.fuse();
        let mut fill = || fill(&mut source, limits, &weigh);
        let mut batch = fill();
        let mut finished: Vec<O> = Vec::new();
        while !batch.is_empty() {
            let mut worked = Vec::new();
            let (work, slot) = (&work, &mut worked);
            let next = self.pool.in_place_scope(|scope| {
                scope.spawn(move |_| *slot = batch.into_par_iter().map(work).collect());
                finished.drain(..).try_for_each(&mut sink)?;
                Ok(fill())
            })?;
            (batch, finished) = (next, worked);
        }
        finished.into_iter().try_for_each(sink)
    }
}

fn fill<I>(
    source: &mut impl Iterator<Item = I>,
    limits: Limits,
    weigh: impl Fn(&I) -> usize,
) -> Vec<I> {
    let mut batch = Vec::new();
    let mut weight = 0;
    while batch.len() < limits.items && weight < limits.weight {
        let Some(item) = source.next() else { break };
        weight += weigh(&item);
        batch.push(item);
    }
    batch
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::convert::Infallible;
    use std::time::Duration;

    use super::*;

    const SMALL: Limits = Limits {
        items: 7,
        weight: usize::MAX,
    };

    fn squares(threads: usize, limits: Limits) -> Vec<u64> {
        let workers = Workers::new(threads).unwrap();
        let mut results = Vec::new();
        let work = |n: u64| {
            // Later items of a batch are ready first.
            std::thread::sleep(Duration::from_micros(70 - n % 7 * 10));
            n * n
        };
        let run = workers.in_order(
            0..100_u64,
            limits,
            |_| 1,
            work,
            |n| {
                results.push(n);
                Ok::<_, Infallible>(())
            },
        );
        assert!(run.is_ok());
        results
    }

    #[test]
    fn results_come_in_the_order_of_the_source_for_any_number_of_threads() {
        let wanted: Vec<u64> = (0..100).map(|n| n * n).collect();
        for threads in [0, 1, 2, 5] {
            assert_eq!(squares(threads, SMALL), wanted);
        }
    }

    #[test]
    fn a_heavy_item_makes_a_batch_of_its_own() {
        let mut source = [1, 1, 9, 1].into_iter();
        let limits = Limits {
            items: 10,
            weight: 5,
        };
        assert_eq!(fill(&mut source, limits, |&n| n), [1, 1, 9]);
        assert_eq!(fill(&mut source, limits, |&n| n), [1]);
        assert_eq!(squares(2, limits).len(), 100);
    }

    #[test]
    fn no_more_than_three_batches_are_in_memory() {
        let (read, written, most) = (Cell::new(0_i64), Cell::new(0), Cell::new(0));
        let source = (0..1000).inspect(|_| {
            read.set(read.get() + 1);
            most.set(most.get().max(read.get() - written.get()));
        });
        let sink = |_| {
            written.set(written.get() + 1);
            Ok::<_, Infallible>(())
        };
        let run = Workers::new(2)
            .unwrap()
            .in_order(source, SMALL, |_| 1, |n| n, sink);
        assert!(run.is_ok());
        assert_eq!(written.get(), 1000);
        assert!(most.get() <= 3 * 7, "{}", most.get());
    }

    #[test]
    fn the_first_error_of_the_sink_ends_the_run() {
        let mut seen = 0;
        let sink = |n: u64| {
            seen += 1;
            if n == 20 { Err("disk full") } else { Ok(()) }
        };
        let workers = Workers::new(2).unwrap();
        let run = workers.in_order(0.., SMALL, |_| 1, |n| n, sink);
        assert_eq!(run, Err("disk full"));
        assert_eq!(seen, 21);
    }
}
