//! Runs queries on a store: prebuilt and free ones, read-only, within a time limit.

use std::time::Duration;

use oxigraph::model::Triple;
use oxigraph::sparql::{
    CancellationToken, PreparedSparqlQuery, QueryEvaluationError, QuerySolution, SparqlEvaluator,
};
use spargebra::{Query, SparqlParser};

use super::catalog::{CatalogError, PrebuiltQuery};
use super::parameters::Bindings;
use super::placeholder::fill;
use super::plan::plan_text;
use super::syntax::SyntaxError;
/// A query that is ready to run.
pub use spargebra::Query as Parsed;

use super::worker::{Message, Worker, exhaust, send_answer};
use crate::rdf::{Iris, PREFIXES};
use crate::store::Statements;

/// Runs queries on one store.
#[derive(Clone, Copy)]
pub struct Runner<'a> {
    store: &'a Statements,
    iris: &'a Iris,
    timeout: Option<Duration>,
}

/// What a query answers.
pub enum Answer {
    /// The rows of a `SELECT`.
    Rows(Rows),
    /// The answer to an `ASK`.
    Truth(bool),
    /// The triples of a `CONSTRUCT` or `DESCRIBE`, sorted, each once.
    Graph(Vec<Triple>),
}

/// The rows of a `SELECT`, computed as they are asked for.
pub struct Rows {
    columns: Vec<String>,
    worker: Worker,
}

/// Why a query gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// The text is no SPARQL.
    #[error(transparent)]
    Syntax(#[from] SyntaxError),
    /// The text is an update.
    #[error("this is an update; queries only read the store: `ngoaivu build` changes it")]
    Update,
    /// A prebuilt query is wrong.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// It took too long.
    #[error("the query took longer than {} and was stopped; --timeout gives it more", seconds(.0))]
    Timeout(Duration),
    /// It asks another server.
    #[error("SERVICE is not supported: queries never use the network")]
    Service,
    /// The evaluation ended without an answer.
    #[error("the query ended without an answer; this is a mistake in the program")]
    Lost,
    /// The evaluation failed.
    #[error("the query failed: {0}")]
    Evaluation(QueryEvaluationError),
}

impl<'a> Runner<'a> {
    /// Runs queries on `store`, each for at most `timeout`.
    pub fn new(store: &'a Statements, iris: &'a Iris, timeout: Option<Duration>) -> Self {
        Self {
            store,
            iris,
            timeout,
        }
    }

    /// A prebuilt query with its parameters filled in.
    ///
    /// # Errors
    /// If the query's file is wrong.
    pub fn prebuilt(
        &self,
        query: &PrebuiltQuery,
        bindings: &Bindings,
    ) -> Result<Query, QueryError> {
        let mut parsed = query.parse(self.iris)?;
        fill(&mut parsed, &bindings.values);
        Ok(parsed)
    }

    /// A query as someone wrote it. The usual prefixes need not be declared.
    ///
    /// # Errors
    /// If it is no SPARQL query.
    pub fn free(&self, text: &str) -> Result<Query, QueryError> {
        let parser = || {
            let mut parser = SparqlParser::new();
            let own = ("nv", format!("{}ontology#", self.iris.base()));
            let usual = PREFIXES
                .iter()
                .map(|(name, iri)| (*name, (*iri).to_owned()));
            for (name, iri) in usual.chain([own]) {
                // They are fixed and valid; a prefix that failed would only have to be declared.
                parser = parser.clone().with_prefix(name, iri).unwrap_or(parser);
            }
            parser
        };
        parser().parse_query(text).map_err(|error| {
            if parser().parse_update(text).is_ok() {
                QueryError::Update
            } else {
                SyntaxError::new(text, &error).into()
            }
        })
    }

    /// Answers a query. The default graph is the union of all graphs unless the query names others.
    ///
    /// # Errors
    /// If the evaluation fails or takes too long; rows may still fail while they are read.
    pub fn run(&self, query: Query) -> Result<Answer, QueryError> {
        let store = self.store.clone();
        let mut worker = Worker::start(self.timeout, move |token, messages| {
            let prepared = prepare(query, token);
            send_answer(store.answer(prepared), messages);
        });
        match worker.next()? {
            Message::Columns(columns) => Ok(Answer::Rows(Rows { columns, worker })),
            Message::Truth(truth) => Ok(Answer::Truth(truth)),
            Message::Graph(triples) => Ok(Answer::Graph(triples)),
            Message::Row(_) | Message::Plan(_) | Message::End => Err(QueryError::Lost),
        }
    }

    /// Runs a query and tells how: the plan as a tree, with the rows and the time of each step.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn explain(&self, query: Query) -> Result<String, QueryError> {
        let (store, iris) = (self.store.clone(), self.iris.clone());
        let mut worker = Worker::start(self.timeout, move |token, messages| {
            let (results, explanation) = store.explain(prepare(query, token));
            let message = results.and_then(exhaust).map(|()| {
                let mut json = Vec::new();
                // Writing to memory cannot fail.
                let _ = explanation.write_in_json(&mut json);
                Message::Plan(plan_text(&json, &iris))
            });
            // Whoever asked may have gone.
            let _ = messages.send(message);
        });
        match worker.next()? {
            Message::Plan(plan) => Ok(plan),
            _ => Err(QueryError::Lost),
        }
    }
}

fn prepare(query: Query, token: CancellationToken) -> PreparedSparqlQuery {
    let mut prepared = SparqlEvaluator::new()
        .with_cancellation_token(token)
        .for_query(query);
    if prepared.dataset().is_default_dataset() {
        prepared.dataset_mut().set_default_graph_as_union();
    }
    prepared
}

impl Rows {
    /// The names of the columns.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }
}

impl Iterator for Rows {
    type Item = Result<QuerySolution, QueryError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.worker.next() {
            Ok(Message::Row(row)) => Some(Ok(row)),
            Ok(Message::End) => None,
            Ok(_) => Some(Err(QueryError::Lost)),
            Err(error) => Some(Err(error)),
        }
    }
}

fn seconds(duration: &Duration) -> String {
    format!("{} s", duration.as_secs_f64())
}
