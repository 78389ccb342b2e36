//! Statements in memory as oxigraph's SPARQL evaluator reads them: terms stay numbers until they are shown.

use std::cell::RefCell;
use std::convert::Infallible;

use hashbrown::HashMap;
use oxigraph::model::vocab::xsd;
use oxigraph::model::{Term, TermRef};
use rustc_hash::FxBuildHasher;
use spareval::{ExpressionTerm, InternalQuad, QueryableDataset};

use super::rows::DEFAULT_GRAPH;
use super::table::Table;

/// A table, and the terms that one query made beside it.
pub(super) struct Dataset<'a> {
    table: &'a Table,
    made: RefCell<Made>,
    /// Numbers and dates, which are read from their text once: an `ORDER BY` compares them again and again.
    values: RefCell<HashMap<u32, ExpressionTerm, FxBuildHasher>>,
}

/// Terms that are in no statement, numbered behind those of the table.
#[derive(Default)]
struct Made {
    terms: Vec<Term>,
    numbers: HashMap<Term, u32, FxBuildHasher>,
}

impl<'a> Dataset<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        Self {
            table,
            made: RefCell::default(),
            values: RefCell::default(),
        }
    }
}

impl<'a> QueryableDataset<'a> for Dataset<'a> {
    type InternalTerm = u32;
    type Error = Infallible;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&u32>,
        predicate: Option<&u32>,
        object: Option<&u32>,
        graph_name: Option<Option<&u32>>,
    ) -> impl Iterator<Item = Result<InternalQuad<u32>, Infallible>> + use<'a> {
        let graph = graph_name.map(|graph| graph.copied().unwrap_or(DEFAULT_GRAPH));
        let pattern = [graph, subject.copied(), predicate.copied(), object.copied()];
        let quads = self.table.find(pattern);
        quads.map(|[graph, subject, predicate, object]| {
            Ok(InternalQuad {
                subject,
                predicate,
                object,
                graph_name: (graph != DEFAULT_GRAPH).then_some(graph),
            })
        })
    }

    fn internal_named_graphs(&self) -> impl Iterator<Item = Result<u32, Infallible>> + use<'a> {
        self.table.graphs().map(Ok)
    }

    fn internalize_term(&self, term: Term) -> Result<u32, Infallible> {
        if let Some(number) = self.table.terms().find(term.as_ref()) {
            return Ok(number);
        }
        let made = &mut *self.made.borrow_mut();
        let first = self.table.terms().len();
        // A query cannot make as many terms as would not be numbered.
        let next = u32::try_from(first + made.terms.len()).unwrap_or(DEFAULT_GRAPH);
        let terms = &mut made.terms;
        let number = made.numbers.entry(term).or_insert_with_key(|term| {
            terms.push(term.clone());
            next
        });
        Ok(*number)
    }

    fn externalize_term(&self, number: u32) -> Result<Term, Infallible> {
        if let Some(term) = self.table.terms().get(number) {
            return Ok(term.into_owned());
        }
        let made = self.made.borrow();
        let place = (number as usize).wrapping_sub(self.table.terms().len());
        Ok(made.terms.get(place).cloned().unwrap_or_else(empty))
    }

    fn externalize_expression_term(&self, number: u32) -> Result<ExpressionTerm, Infallible> {
        let Some(TermRef::Literal(literal)) = self.table.terms().get(number) else {
            return Ok(self.externalize_term(number)?.into());
        };
        if literal.language().is_some() || literal.datatype() == xsd::STRING {
            return Ok(Term::from(literal.into_owned()).into());
        }
        let mut values = self.values.borrow_mut();
        let value = values.entry(number);
        let value = value.or_insert_with(|| Term::from(literal.into_owned()).into());
        Ok(value.clone())
    }
}

/// Stands for a number that was never given.
fn empty() -> Term {
    oxigraph::model::Literal::new_simple_literal("").into()
}
