//! Statements in memory: rows of numbers over one dictionary, looked up in sorted orders.

use std::collections::{BTreeMap, BTreeSet, btree_set};
use std::io::Write;
use std::slice;
use std::sync::OnceLock;

use oxigraph::model::{GraphNameRef, NamedNodeRef, NamedOrBlankNodeRef, Quad, TermRef};

use super::bytes::{Damage, Reader, Writer};
use super::rows::{self, DEFAULT_GRAPH, Orders, Pattern, Row, is_match};
use super::terms::{Terms, TooLarge};

/// The rows of one graph: subject, predicate, object.
type GraphRows = BTreeSet<[u32; 3]>;

/// Statements in memory.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    terms: Terms,
    /// Sorted, each once.
    rows: Vec<Row>,
    /// Graphs that are other than in `rows` by now.
    changed: BTreeMap<u32, GraphRows>,
    /// `rows` as they are by now, once someone asks across graphs.
    merged: OnceLock<Vec<Row>>,
    orders: OnceLock<Orders>,
}

/// The terms that a pattern asks for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wanted<'a> {
    pub(super) subject: Option<NamedOrBlankNodeRef<'a>>,
    pub(super) predicate: Option<NamedNodeRef<'a>>,
    pub(super) object: Option<TermRef<'a>>,
    pub(super) graph: Option<GraphNameRef<'a>>,
}

/// The rows that match a pattern.
#[derive(Clone)]
pub(super) struct Matches<'a> {
    pattern: Pattern,
    found: Found<'a>,
}

#[derive(Clone)]
enum Found<'a> {
    Rows(slice::Iter<'a, Row>),
    Changed(u32, btree_set::Range<'a, [u32; 3]>),
}

impl Table {
    /// Its dictionary.
    pub(super) fn terms(&self) -> &Terms {
        &self.terms
    }

    /// All rows, sorted.
    pub(super) fn rows(&self) -> &[Row] {
        if self.changed.is_empty() {
            &self.rows
        } else {
            self.merged.get_or_init(|| self.merge())
        }
    }

    /// The rows that match a pattern.
    pub(super) fn find(&self, pattern: Pattern) -> Matches<'_> {
        let is_open = !self.changed.is_empty() && self.merged.get().is_none();
        let found = match pattern {
            // While graphs change one after the other, each is looked at alone.
            [Some(graph), subject, ..] if is_open => match self.changed.get(&graph) {
                Some(changed) => {
                    let (low, high) = subject.map_or((0, u32::MAX), |subject| (subject, subject));
                    Found::Changed(
                        graph,
                        changed.range([low, 0, 0]..=[high, u32::MAX, u32::MAX]),
                    )
                }
                None => {
                    let graph = rows::of_graph(&self.rows, graph);
                    Found::Rows(rows::in_graph(graph, &pattern).iter())
                }
            },
            // The sorted rows alone tell these.
            [Some(graph), Some(_), ..] | [Some(graph), None, None, None] => {
                let graph = rows::of_graph(self.rows(), graph);
                Found::Rows(rows::in_graph(graph, &pattern).iter())
            }
            _ => {
                let all = self.rows();
                let orders = || Orders::new(self.terms.len());
                Found::Rows(self.orders.get_or_init(orders).find(all, &pattern).iter())
            }
        };
        Matches { pattern, found }
    }

    /// The rows with this predicate, found by looking at all unless there are orders already: making these
    /// pays only for who asks more than once.
    pub(super) fn scan(&self, predicate: NamedNodeRef<'_>) -> Matches<'_> {
        let wanted = Wanted {
            predicate: Some(predicate),
            ..Wanted::default()
        };
        let (Some(pattern), None) = (self.pattern(&wanted), self.orders.get()) else {
            return self.find_terms(&wanted);
        };
        let found = Found::Rows(self.rows().iter());
        Matches { pattern, found }
    }

    /// The rows with these terms; none where a term is unknown.
    pub(super) fn find_terms(&self, wanted: &Wanted<'_>) -> Matches<'_> {
        self.pattern(wanted).map_or_else(
            || Matches {
                pattern: [None; 4],
                found: Found::Rows([].iter()),
            },
            |pattern| self.find(pattern),
        )
    }

    fn pattern(&self, wanted: &Wanted<'_>) -> Option<Pattern> {
        let number = |term: Option<TermRef<'_>>| match term {
            Some(term) => self.terms.find(term).map(Some),
            None => Some(None),
        };
        let graph = match wanted.graph {
            None => None,
            Some(graph) => Some(match graph_term(graph) {
                Some(graph) => self.terms.find(graph)?,
                None => DEFAULT_GRAPH,
            }),
        };
        Some([
            graph,
            number(wanted.subject.map(Into::into))?,
            number(wanted.predicate.map(Into::into))?,
            number(wanted.object)?,
        ])
    }

    /// The numbers of the named graphs.
    pub(super) fn graphs(&self) -> impl Iterator<Item = u32> {
        let graphs = self.rows().chunk_by(|a, b| a[0] == b[0]);
        let graphs = graphs.filter_map(|rows| rows.first().map(|row| row[0]));
        graphs.filter(|graph| *graph != DEFAULT_GRAPH)
    }

    /// The node with a number.
    pub(super) fn node(&self, number: u32) -> Option<NamedOrBlankNodeRef<'_>> {
        match self.terms.get(number)? {
            TermRef::NamedNode(node) => Some(node.into()),
            TermRef::BlankNode(node) => Some(node.into()),
            TermRef::Literal(_) => None,
        }
    }

    /// Adds many quads at once.
    pub(super) fn add(&mut self, quads: impl IntoIterator<Item = Quad>) -> Result<(), TooLarge> {
        self.begin_change();
        if !self.changed.is_empty() {
            self.rows = self.merge();
            self.changed.clear();
        }
        let mut last: Option<(Quad, Row)> = None;
        for quad in quads {
            let before = last.as_ref().map(|(before, row)| (before, *row));
            let row = self.intern(&quad, before)?;
            self.rows.push(row);
            last = Some((quad, row));
        }
        rows::sort(&mut self.rows, self.terms.len());
        Ok(())
    }

    /// Replaces a graph by quads, which must be of that graph.
    pub(super) fn replace_graph(
        &mut self,
        graph: NamedNodeRef<'_>,
        quads: &[Quad],
    ) -> Result<(), TooLarge> {
        self.begin_change();
        let graph = self.terms.intern(graph.into())?;
        let mut new: Vec<[u32; 3]> = Vec::with_capacity(quads.len());
        let mut last: Option<(&Quad, Row)> = None;
        for quad in quads {
            let row = self.intern(quad, last)?;
            let [_, subject, predicate, object] = row;
            new.push([subject, predicate, object]);
            last = Some((quad, row));
        }
        self.changed.insert(graph, new.into_iter().collect());
        Ok(())
    }

    /// Takes quads away and adds others.
    pub(super) fn change(&mut self, removed: &[Quad], added: &[Quad]) -> Result<(), TooLarge> {
        self.begin_change();
        for (quads, is_removed) in [(removed, true), (added, false)] {
            for quad in quads {
                let [graph, subject, predicate, object] = self.intern(quad, None)?;
                let known = || rows::of_graph(&self.rows, graph).iter();
                let known = || known().map(|[_, rest @ ..]| *rest).collect();
                let changed = self.changed.entry(graph).or_insert_with(known);
                if is_removed {
                    changed.remove(&[subject, predicate, object]);
                } else {
                    changed.insert([subject, predicate, object]);
                }
            }
        }
        Ok(())
    }

    fn begin_change(&mut self) {
        self.orders.take();
        if let Some(merged) = self.merged.take() {
            self.rows = merged;
            self.changed.clear();
        }
    }

    fn merge(&self) -> Vec<Row> {
        let mut merged = Vec::with_capacity(self.rows.len());
        let mut rest = self.rows.as_slice();
        for (graph, changed) in &self.changed {
            let before = rest.partition_point(|row| row[0] < *graph);
            merged.extend_from_slice(&rest[..before]);
            rest = &rest[before..];
            rest = &rest[rows::of_graph(rest, *graph).len()..];
            merged.extend(changed.iter().map(|[s, p, o]| [*graph, *s, *p, *o]));
        }
        merged.extend_from_slice(rest);
        merged
    }

    /// The row of a quad, most of which is often that of the one before.
    fn intern(&mut self, quad: &Quad, before: Option<(&Quad, Row)>) -> Result<Row, TooLarge> {
        let of_graph = before.filter(|(before, _)| before.graph_name == quad.graph_name);
        let of_subject = of_graph.filter(|(before, _)| before.subject == quad.subject);
        let graph = match (of_graph, graph_term(quad.graph_name.as_ref())) {
            (Some((_, row)), _) => row[0],
            (None, Some(graph)) => self.terms.intern(graph)?,
            (None, None) => DEFAULT_GRAPH,
        };
        let subject = match of_subject {
            Some((_, row)) => row[1],
            None => self.terms.intern(quad.subject.as_ref().into())?,
        };
        let predicate = self.terms.intern(quad.predicate.as_ref().into())?;
        let object = self.terms.intern(quad.object.as_ref())?;
        Ok([graph, subject, predicate, object])
    }

    /// Writes all of it, so that equal statements are equal bytes.
    pub(super) fn write(&self, out: &mut Writer<impl Write>) -> Result<(), TooLarge> {
        let mut used = vec![false; self.terms.len()];
        for number in self.rows().as_flattened() {
            if let Some(used) = used.get_mut(*number as usize) {
                *used = true;
            }
        }
        let (sorted, place) = self.terms.sorted(&used);
        let new = |number: &u32| {
            place
                .get(*number as usize)
                .copied()
                .unwrap_or(DEFAULT_GRAPH)
        };
        let graphs = self.rows().chunk_by(|a, b| a[0] == b[0]);
        let mut graphs: Vec<&[Row]> = graphs.collect();
        graphs.sort_unstable_by_key(|rows| rows.first().map(|[graph, ..]| new(graph)));
        let mut rows: Vec<Row> = Vec::with_capacity(self.rows().len());
        for graph in graphs {
            let start = rows.len();
            rows.extend(graph.iter().map(|row| row.each_ref().map(new)));
            rows[start..].sort_unstable();
        }
        self.terms.write(&sorted, out);
        out.number(u32::try_from(rows.len()).map_err(|_| TooLarge)?);
        for column in 0..4 {
            out.numbers(rows.iter().map(|row| row[column]));
        }
        Ok(())
    }

    pub(super) fn read(input: &mut Reader<'_>) -> Result<Self, Damage> {
        let terms = Terms::read(input)?;
        let count = input.number()? as usize;
        let [graphs, subjects, predicates, objects] = [
            input.numbers(count)?,
            input.numbers(count)?,
            input.numbers(count)?,
            input.numbers(count)?,
        ];
        let triples = subjects.into_iter().zip(predicates).zip(objects);
        let rows = graphs.into_iter().zip(triples);
        let rows: Vec<Row> = rows.map(|(g, ((s, p), o))| [g, s, p, o]).collect();
        let (iris, nodes) = terms.nodes();
        let all = u32::try_from(terms.len()).map_err(|_| Damage("too many terms"))?;
        let is_right = |&[graph, subject, predicate, object]: &Row| {
            let graph = graph < nodes || graph == DEFAULT_GRAPH;
            graph && subject < nodes && predicate < iris && object < all
        };
        if !rows.iter().all(is_right) {
            return Err(Damage("a quad has a term where none of its kind may be"));
        }
        if !rows.is_sorted_by(|a, b| a < b) {
            return Err(Damage("its quads are in disorder"));
        }
        Ok(Self {
            terms,
            rows,
            ..Self::default()
        })
    }
}

impl Iterator for Matches<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let pattern = &self.pattern;
        match &mut self.found {
            Found::Rows(rows) => rows.find(|row| is_match(row, pattern)).copied(),
            Found::Changed(graph, rows) => rows
                .map(|[subject, predicate, object]| [*graph, *subject, *predicate, *object])
                .find(|row| is_match(row, pattern)),
        }
    }
}

/// The term that names a graph; none for the default graph.
pub(super) fn graph_term(graph: GraphNameRef<'_>) -> Option<TermRef<'_>> {
    match graph {
        GraphNameRef::NamedNode(node) => Some(node.into()),
        GraphNameRef::BlankNode(node) => Some(node.into()),
        GraphNameRef::DefaultGraph => None,
    }
}
