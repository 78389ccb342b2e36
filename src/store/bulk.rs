//! Loads many quads into oxigraph at once.

use std::iter::{self, Peekable};
use std::num::NonZero;
use std::thread;

use oxigraph::model::{GraphName, Quad};
use oxigraph::store::{StorageError, Store as Oxigraph};

/// Memory that the loader may take.
const MEGABYTES: usize = 100;

/// Quads that the loader takes for a megabyte.
const QUADS: usize = 1_000;

/// Loads quads that come graph by graph, but for one graph that each of them may add to.
pub(super) fn load(
    store: &Oxigraph,
    quads: impl IntoIterator<Item = Quad>,
    shared: Option<&GraphName>,
) -> Result<(), StorageError> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let loader = store.bulk_loader().with_num_threads(threads);
    let mut loader = loader.with_max_memory_size_in_megabytes(MEGABYTES);
    // A little less than the loader would split by itself.
    let together = MEGABYTES * QUADS / threads * 4 / 5;
    let mut last = Vec::new();
    let quads = quads.into_iter().filter_map(|quad| {
        if shared != Some(&quad.graph_name) {
            return Some(quad);
        }
        last.push(quad);
        None
    });
    let mut quads = quads.peekable();
    while quads.peek().is_some() {
        loader.load_quads(whole_graphs(&mut quads, together))?;
    }
    drop(quads);
    loader.load_quads(last)?;
    loader.commit()
}

/// The next quads up to the end of the graph that reaches a number. A graph that goes on behind them would make two
/// of the loader's files overlap, which then have to be merged.
fn whole_graphs<I: Iterator<Item = Quad>>(
    quads: &mut Peekable<I>,
    together: usize,
) -> impl Iterator<Item = Quad> {
    let mut count = 0;
    let mut graph = None;
    iter::from_fn(move || {
        let next = &quads.peek()?.graph_name;
        if graph.as_ref() != Some(next) {
            if count >= together {
                return None;
            }
            graph = Some(next.clone());
        }
        count += 1;
        quads.next()
    })
}

#[cfg(test)]
mod tests {
    use oxigraph::model::{NamedNode, Quad};
    use oxigraph::store::Store;

    use super::{load, whole_graphs};

    fn quad(graph: usize) -> Quad {
        let node = |n: usize| NamedNode::new_unchecked(format!("https://example.org/{n}"));
        Quad::new(node(0), node(1), node(2), node(graph))
    }

    #[test]
    fn all_is_loaded_what_comes_last_too() {
        let store = Store::new().unwrap();
        let quads = [1, 9, 2, 9, 3].map(quad);
        load(&store, quads.clone(), Some(&quads[1].graph_name)).unwrap();
        assert_eq!(store.len().unwrap(), 4);
        assert!(quads.iter().all(|quad| store.contains(quad).unwrap()));
    }

    #[test]
    fn graphs_are_not_split() {
        let graphs = [1, 1, 1, 2, 3, 3, 4];
        let mut quads = graphs.map(quad).into_iter().peekable();
        let mut lengths = Vec::new();
        while quads.peek().is_some() {
            lengths.push(whole_graphs(&mut quads, 2).count());
        }
        assert_eq!(lengths, [3, 3, 1]);
    }
}
