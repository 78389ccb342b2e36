//! All quads of a snapshot as numbers of a dictionary: sorted, so that equal content is equal bytes.

use std::collections::HashMap;

use oxigraph::model::{GraphName, NamedNode, NamedOrBlankNode, Quad, Term};
use oxigraph::store::StorageError;

use super::bytes::{Damage, Reader, Writer};
use super::terms::{Tag, Terms, TooLarge};

/// The number that stands for the default graph.
const DEFAULT_GRAPH: u32 = u32::MAX;

/// Graph, subject, predicate, object, as numbers of terms.
type Row = [u32; 4];

/// Why quads could not be coded.
#[derive(Debug)]
pub(super) enum CodingError {
    /// They could not be read.
    Storage(StorageError),
    /// They are too many.
    TooLarge,
}

impl From<TooLarge> for CodingError {
    fn from(_: TooLarge) -> Self {
        Self::TooLarge
    }
}

/// Quads, dictionary-coded.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    terms: Terms,
    rows: Vec<Row>,
}

impl Table {
    /// Codes quads; the order in which they come does not matter.
    pub(super) fn from_quads(
        quads: impl Iterator<Item = Result<Quad, CodingError>>,
    ) -> Result<Self, CodingError> {
        let mut numbers: HashMap<(Tag, String), u32> = HashMap::new();
        let mut rows: Vec<Row> = Vec::new();
        let mut number = |term: Term| {
            let next = u32::try_from(numbers.len()).unwrap_or(DEFAULT_GRAPH);
            *numbers.entry(Tag::of(term)).or_insert(next)
        };
        for quad in quads {
            let quad = quad?;
            rows.push([
                graph_term(quad.graph_name).map_or(DEFAULT_GRAPH, &mut number),
                number(quad.subject.into()),
                number(quad.predicate.into()),
                number(quad.object),
            ]);
        }
        if numbers.len() >= DEFAULT_GRAPH as usize {
            return Err(CodingError::TooLarge);
        }
        let mut sorted: Vec<(&(Tag, String), u32)> = numbers.iter().map(|(t, n)| (t, *n)).collect();
        sorted.sort_unstable();
        let terms = Terms::from_sorted(sorted.iter().map(|((tag, text), _)| (tag, text.as_str())))?;
        let mut place = vec![0; sorted.len()];
        for (new, (_, old)) in (0_u32..).zip(sorted) {
            place[old as usize] = new;
        }
        for number in rows.as_flattened_mut() {
            *number = place
                .get(*number as usize)
                .copied()
                .unwrap_or(DEFAULT_GRAPH);
        }
        rows.sort_unstable();
        rows.dedup();
        Ok(Self { terms, rows })
    }

    /// All quads.
    pub(super) fn quads(&self) -> impl Iterator<Item = Result<Quad, Damage>> {
        let terms: Vec<Option<Term>> = (0..self.terms.len()).map(|n| self.terms.get(n)).collect();
        let term = move |number: u32| terms.get(number as usize)?.clone();
        self.rows.iter().map(move |row| {
            quad(row, &term).ok_or(Damage("a quad has a term where none of its kind may be"))
        })
    }

    pub(super) fn write(&self, out: &mut Writer) -> Result<(), TooLarge> {
        self.terms.write(out);
        out.number(u32::try_from(self.rows.len()).map_err(|_| TooLarge)?);
        for column in 0..4 {
            out.numbers(self.rows.iter().map(|row| row[column]));
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
        let rows = graphs
            .into_iter()
            .zip(triples)
            .map(|(g, ((s, p), o))| [g, s, p, o]);
        let table = Self {
            terms,
            rows: rows.collect(),
        };
        Ok(table)
    }
}

fn graph_term(graph: GraphName) -> Option<Term> {
    match graph {
        GraphName::NamedNode(node) => Some(node.into()),
        GraphName::BlankNode(node) => Some(node.into()),
        GraphName::DefaultGraph => None,
    }
}

fn quad(
    &[graph, subject, predicate, object]: &Row,
    term: impl Fn(u32) -> Option<Term>,
) -> Option<Quad> {
    let graph = match graph {
        DEFAULT_GRAPH => GraphName::DefaultGraph,
        graph => NamedOrBlankNode::try_from(term(graph)?).ok()?.into(),
    };
    let subject = NamedOrBlankNode::try_from(term(subject)?).ok()?;
    let predicate = NamedNode::try_from(term(predicate)?).ok()?;
    Some(Quad::new(subject, predicate, term(object)?, graph))
}
