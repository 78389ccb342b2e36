//! Runs queries on a store: prebuilt and free ones, read-only, within a time limit.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use oxigraph::model::Triple;
use oxigraph::sparql::{
    CancellationToken, PreparedSparqlQuery, QueryEvaluationError, QueryResults, QuerySolution,
    QuerySolutionIter, SparqlEvaluator,
};
use oxigraph::store::Store;
use spargebra::{Query, SparqlParser};

use super::catalog::{CatalogError, PrebuiltQuery};
use super::parameters::Bindings;
use super::placeholder::fill;
use super::plan::plan_text;
use super::syntax::SyntaxError;
use crate::rdf::{Iris, PREFIXES};

/// Runs queries on one store.
#[derive(Clone, Copy)]
pub struct Runner<'a> {
    store: &'a Store,
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
    solutions: QuerySolutionIter<'static>,
    limit: TimeLimit,
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
    /// The evaluation failed.
    #[error("the query failed: {0}")]
    Evaluation(QueryEvaluationError),
}

impl<'a> Runner<'a> {
    /// Runs queries on `store`, each for at most `timeout`.
    pub fn new(store: &'a Store, iris: &'a Iris, timeout: Option<Duration>) -> Self {
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
        let limit = TimeLimit::start(self.timeout);
        let results = self
            .prepare(query, &limit)
            .on_store(self.store)
            .execute()
            .map_err(|error| limit.explain(error))?;
        Ok(match results {
            QueryResults::Solutions(solutions) => Answer::Rows(Rows { solutions, limit }),
            QueryResults::Boolean(truth) => Answer::Truth(truth),
            QueryResults::Graph(triples) => {
                let mut triples = triples
                    .collect::<Result<Vec<_>, _>>()
                    .map_err(|error| limit.explain(error))?;
                triples.sort_by_cached_key(ToString::to_string);
                triples.dedup();
                Answer::Graph(triples)
            }
        })
    }

    /// Runs a query and tells how: the plan as a tree, with the rows and the time of each step.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn explain(&self, query: Query) -> Result<String, QueryError> {
        let limit = TimeLimit::start(self.timeout);
        let (results, explanation) = self
            .prepare(query, &limit)
            .on_store(self.store)
            .compute_statistics()
            .explain();
        let outcome = match results.map_err(|error| limit.explain(error))? {
            QueryResults::Solutions(mut solutions) => solutions.try_for_each(|row| row.map(drop)),
            QueryResults::Graph(mut triples) => triples.try_for_each(|triple| triple.map(drop)),
            QueryResults::Boolean(_) => Ok(()),
        };
        outcome.map_err(|error| limit.explain(error))?;
        let mut json = Vec::new();
        // Writing to memory cannot fail.
        let _ = explanation.write_in_json(&mut json);
        Ok(plan_text(&json, self.iris))
    }

    fn prepare(&self, query: Query, limit: &TimeLimit) -> PreparedSparqlQuery {
        let mut prepared = SparqlEvaluator::new()
            .with_cancellation_token(limit.token.clone())
            .for_query(query);
        if prepared.dataset().is_default_dataset() {
            prepared.dataset_mut().set_default_graph_as_union();
        }
        prepared
    }
}

impl Rows {
    /// The names of the columns.
    pub fn columns(&self) -> Vec<String> {
        let variables = self.solutions.variables().iter();
        variables
            .map(|variable| variable.as_str().to_owned())
            .collect()
    }
}

impl Iterator for Rows {
    type Item = Result<QuerySolution, QueryError>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.solutions.next()?;
        Some(row.map_err(|error| self.limit.explain(error)))
    }
}

/// Stops a query when its time is over; ends its thread when dropped.
struct TimeLimit {
    token: CancellationToken,
    timeout: Option<Duration>,
    _alive: Sender<()>,
}

impl TimeLimit {
    fn start(timeout: Option<Duration>) -> Self {
        let token = CancellationToken::new();
        let (alive, dropped) = channel();
        if let Some(timeout) = timeout {
            let token = token.clone();
            thread::spawn(move || cancel_after(timeout, &dropped, &token));
        }
        Self {
            token,
            timeout,
            _alive: alive,
        }
    }

    fn explain(&self, error: QueryEvaluationError) -> QueryError {
        match (error, self.timeout) {
            (QueryEvaluationError::Cancelled, Some(timeout)) => QueryError::Timeout(timeout),
            (QueryEvaluationError::UnsupportedService(_) | QueryEvaluationError::Service(_), _) => {
                QueryError::Service
            }
            (error, _) => QueryError::Evaluation(error),
        }
    }
}

fn cancel_after(timeout: Duration, dropped: &Receiver<()>, token: &CancellationToken) {
    if dropped.recv_timeout(timeout) == Err(RecvTimeoutError::Timeout) {
        token.cancel();
    }
}

fn seconds(duration: &Duration) -> String {
    format!("{} s", duration.as_secs_f64())
}
