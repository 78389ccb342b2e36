//! Rows of numbers, kept in the orders in which patterns look for them.

use std::sync::OnceLock;

/// Graph, subject, predicate, object, as numbers of terms.
pub(super) type Row = [u32; 4];

/// What the columns of a row must be, where they must be something.
pub(super) type Pattern = [Option<u32>; 4];

/// The number that stands for the default graph.
pub(super) const DEFAULT_GRAPH: u32 = u32::MAX;

const GRAPH: usize = 0;
const SUBJECT: usize = 1;
const PREDICATE: usize = 2;
const OBJECT: usize = 3;

/// The rows in three orders beside their own, each made when it is first asked for.
#[derive(Debug, Clone)]
pub(super) struct Orders {
    terms: usize,
    /// By subject, predicate, object.
    subjects: OnceLock<Order>,
    /// By predicate, object, graph.
    predicates: OnceLock<Order>,
    /// By object, graph.
    objects: OnceLock<Order>,
}

/// Rows by one column, and where those of each term begin.
#[derive(Debug, Clone)]
struct Order {
    starts: Vec<u32>,
    rows: Vec<Row>,
}

impl Orders {
    /// The orders of rows over this number of terms.
    pub(super) fn new(terms: usize) -> Self {
        Self {
            terms,
            subjects: OnceLock::new(),
            predicates: OnceLock::new(),
            objects: OnceLock::new(),
        }
    }

    fn subjects(&self, all: &[Row]) -> &Order {
        self.subjects.get_or_init(|| {
            let mut order = Order::by(SUBJECT, all, self.terms);
            let of_subject = order.rows.chunk_by_mut(|a, b| a[SUBJECT] == b[SUBJECT]);
            of_subject.for_each(|rows| {
                // What one graph says of a subject is in order.
                if rows.first().map(|row| row[GRAPH]) != rows.last().map(|row| row[GRAPH]) {
                    rows.sort_unstable_by_key(|&[graph, _, predicate, object]| {
                        (predicate, object, graph)
                    });
                }
            });
            order
        })
    }

    fn predicates(&self, all: &[Row]) -> &Order {
        let by_object = || &self.objects(all).rows;
        let made = || Order::by(PREDICATE, by_object(), self.terms);
        self.predicates.get_or_init(made)
    }

    fn objects(&self, all: &[Row]) -> &Order {
        let made = || Order::by(OBJECT, all, self.terms);
        self.objects.get_or_init(made)
    }

    /// The fewest rows in a row that hold all that match; `all` are the sorted ones.
    pub(super) fn find<'a>(&'a self, all: &'a [Row], pattern: &Pattern) -> &'a [Row] {
        match *pattern {
            [Some(graph), Some(_), ..] => in_graph(of_graph(all, graph), pattern),
            [None, Some(subject), predicate, object] => {
                let mut rows = self.subjects(all).of(subject);
                if let Some(predicate) = predicate {
                    rows = narrow(rows, PREDICATE, predicate);
                    return object.map_or(rows, |object| narrow(rows, OBJECT, object));
                }
                object.map_or(rows, |object| fewer(rows, self.objects(all).of(object)))
            }
            [graph, None, Some(predicate), Some(object)] => {
                let rows = narrow(self.predicates(all).of(predicate), OBJECT, object);
                graph.map_or(rows, |graph| narrow(rows, GRAPH, graph))
            }
            [graph, None, Some(predicate), None] => {
                let rows = self.predicates(all).of(predicate);
                graph.map_or(rows, |graph| fewer(rows, of_graph(all, graph)))
            }
            [graph, None, None, Some(object)] => {
                let rows = self.objects(all).of(object);
                graph.map_or(rows, |graph| narrow(rows, GRAPH, graph))
            }
            [graph, None, None, None] => graph.map_or(all, |graph| of_graph(all, graph)),
        }
    }
}

/// The rows of a graph among sorted ones.
pub(super) fn of_graph(all: &[Row], graph: u32) -> &[Row] {
    narrow(all, GRAPH, graph)
}

/// The rows of one graph that a pattern may match.
pub(super) fn in_graph<'a>(graph: &'a [Row], pattern: &Pattern) -> &'a [Row] {
    let mut rows = graph;
    for column in [SUBJECT, PREDICATE, OBJECT] {
        match pattern[column] {
            Some(value) => rows = narrow(rows, column, value),
            None => break,
        }
    }
    rows
}

/// Whether a row is as a pattern wants it.
pub(super) fn is_match(row: &Row, pattern: &Pattern) -> bool {
    row.iter()
        .zip(pattern)
        .all(|(value, wanted)| wanted.is_none_or(|wanted| wanted == *value))
}

/// The rows with this value in a column by which they are sorted.
fn narrow(rows: &[Row], column: usize, value: u32) -> &[Row] {
    let start = rows.partition_point(|row| row[column] < value);
    let rows = &rows[start..];
    // What is looked for is mostly short.
    let mut step = 1;
    while rows.get(step).is_some_and(|row| row[column] == value) {
        step *= 2;
    }
    let near = &rows[..rows.len().min(step)];
    &rows[..near.partition_point(|row| row[column] == value)]
}

/// Sorts rows, and leaves each once. Those of a graph mostly came together, so they are brought together
/// first; sorting few at a time takes no time that grows with all.
pub(super) fn sort(rows: &mut Vec<Row>, terms: usize) {
    if rows.is_sorted_by(|a, b| a < b) {
        return;
    }
    // The default graph's number is behind all.
    let graph = |row: &Row| (row[GRAPH] as usize).min(terms);
    if !rows.is_sorted_by_key(graph) {
        let mut next = vec![0_u32; terms + 2];
        rows.iter().for_each(|row| next[graph(row) + 1] += 1);
        let mut sum = 0;
        for start in &mut next {
            sum += *start;
            *start = sum;
        }
        let mut sorted = vec![[0; 4]; rows.len()];
        for row in rows.iter() {
            let place = &mut next[graph(row)];
            sorted[*place as usize] = *row;
            *place += 1;
        }
        *rows = sorted;
    }
    for graph in rows.chunk_by_mut(|a, b| a[GRAPH] == b[GRAPH]) {
        graph.sort_unstable();
    }
    rows.dedup();
}

fn fewer<'a>(one: &'a [Row], other: &'a [Row]) -> &'a [Row] {
    if one.len() <= other.len() { one } else { other }
}

impl Order {
    /// Sorts rows by a column; among equals they stay in the order they have.
    fn by(column: usize, rows: &[Row], terms: usize) -> Self {
        let mut starts = vec![0_u32; terms + 1];
        for row in rows {
            if let Some(count) = starts.get_mut(row[column] as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut sorted = vec![[0; 4]; rows.len()];
        for row in rows {
            if let Some(place) = next.get_mut(row[column] as usize) {
                sorted[*place as usize] = *row;
                *place += 1;
            }
        }
        Self {
            starts,
            rows: sorted,
        }
    }

    fn of(&self, value: u32) -> &[Row] {
        let value = value as usize;
        match (self.starts.get(value), self.starts.get(value + 1)) {
            (Some(start), Some(end)) => &self.rows[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_pattern_finds_what_looking_at_all_rows_finds(
            mut rows in prop::collection::vec(prop::array::uniform4(0_u32..5), 0..120),
            pattern in prop::array::uniform4(prop::option::of(0_u32..6)),
        ) {
            for row in &mut rows {
                row[GRAPH] = if row[GRAPH] == 4 { DEFAULT_GRAPH } else { row[GRAPH] };
            }
            rows.sort_unstable();
            rows.dedup();
            let orders = Orders::new(5);
            let matching = |rows: &[Row]| -> Vec<Row> {
                rows.iter().filter(|row| is_match(row, &pattern)).copied().collect()
            };
            let mut found = matching(orders.find(&rows, &pattern));
            found.sort_unstable();
            prop_assert_eq!(found, matching(&rows));
        }

        #[test]
        fn graph_by_graph_is_sorted_as_at_once(
            mut rows in prop::collection::vec(prop::array::uniform4(0_u32..4), 0..80),
        ) {
            for row in &mut rows {
                row[GRAPH] = if row[GRAPH] == 3 { DEFAULT_GRAPH } else { row[GRAPH] };
            }
            let mut sorted = rows.clone();
            sort(&mut sorted, 4);
            rows.sort_unstable();
            rows.dedup();
            prop_assert_eq!(sorted, rows);
        }
    }
}
