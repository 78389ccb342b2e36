//! Evaluates a query in a thread of its own, so that a time limit holds whatever the evaluator does.

use std::convert::Infallible;
use std::mem;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use oxigraph::model::Triple;
use oxigraph::sparql::{CancellationToken, QueryEvaluationError, QueryResults, QuerySolution};

use super::run::QueryError;

/// Rows that may wait for whoever writes them.
const AHEAD: usize = 1024;

/// How long whoever left an evaluation waits for its end.
const PATIENCE: Duration = Duration::from_secs(1);

/// What an evaluation sends.
pub(super) enum Message {
    Columns(Vec<String>),
    Row(QuerySolution),
    End,
    Truth(bool),
    Graph(Vec<Triple>),
    Plan(String),
}

pub(super) type Sent = Result<Message, QueryEvaluationError>;

/// An evaluation in a thread of its own. The evaluator looks at its cancellation token only when it reads
/// the store, which a join in memory may not do for minutes; whoever waits can leave it behind.
pub(super) struct Worker {
    messages: Receiver<Sent>,
    /// Closed when the thread has let go of all it was given.
    ended: Receiver<Infallible>,
    token: CancellationToken,
    timeout: Option<Duration>,
    /// Time spent waiting for the evaluation; writing rows doesn't count.
    waited: Duration,
    over: bool,
}

impl Worker {
    pub(super) fn start(
        timeout: Option<Duration>,
        evaluate: impl FnOnce(CancellationToken, &SyncSender<Sent>) + Send + 'static,
    ) -> Self {
        let token = CancellationToken::new();
        let (sender, messages) = sync_channel(AHEAD);
        let own = token.clone();
        let (alive, ended) = sync_channel(0);
        thread::spawn(move || {
            evaluate(own, &sender);
            drop(alive);
        });
        Self {
            messages,
            ended,
            token,
            timeout,
            waited: Duration::ZERO,
            over: false,
        }
    }

    pub(super) fn next(&mut self) -> Result<Message, QueryError> {
        if self.over {
            return Ok(Message::End);
        }
        let message = self.wait();
        self.over = !matches!(message, Ok(Message::Columns(_) | Message::Row(_)));
        message
    }

    fn wait(&mut self) -> Result<Message, QueryError> {
        let begin = Instant::now();
        let sent = match self.timeout {
            Some(timeout) => self
                .messages
                .recv_timeout(timeout.saturating_sub(self.waited)),
            None => self
                .messages
                .recv()
                .map_err(|_| RecvTimeoutError::Disconnected),
        };
        self.waited += begin.elapsed();
        match (sent, self.timeout) {
            (Ok(Ok(message)), _) => Ok(message),
            (Ok(Err(error)), _) => Err(explained(error)),
            (Err(RecvTimeoutError::Timeout), Some(timeout)) => Err(QueryError::Timeout(timeout)),
            // The thread ended without a word: it panicked.
            (Err(_), _) => Err(QueryError::Lost),
        }
    }
}

impl Drop for Worker {
    /// RocksDB aborts a program that ends while another thread still closes a store, so its end is waited
    /// for where it is near.
    fn drop(&mut self) {
        self.token.cancel();
        // A thread that waits for room among the messages goes on.
        drop(mem::replace(&mut self.messages, mpsc::channel().1));
        let _ = self.ended.recv_timeout(PATIENCE);
    }
}

fn explained(error: QueryEvaluationError) -> QueryError {
    match error {
        QueryEvaluationError::UnsupportedService(_) | QueryEvaluationError::Service(_) => {
            QueryError::Service
        }
        error => QueryError::Evaluation(error),
    }
}

/// Sends all of an answer, or as much as is wanted.
pub(super) fn send_answer(
    results: Result<QueryResults<'_>, QueryEvaluationError>,
    messages: &SyncSender<Sent>,
) {
    let message = match results {
        Ok(QueryResults::Solutions(solutions)) => {
            let columns = solutions.variables().iter();
            let columns = columns
                .map(|variable| variable.as_str().to_owned())
                .collect();
            let mut wanted = messages.send(Ok(Message::Columns(columns))).is_ok();
            for row in solutions {
                wanted = wanted && messages.send(row.map(Message::Row)).is_ok();
                if !wanted {
                    return;
                }
            }
            Ok(Message::End)
        }
        Ok(QueryResults::Boolean(truth)) => Ok(Message::Truth(truth)),
        Ok(QueryResults::Graph(triples)) => {
            triples.collect::<Result<Vec<_>, _>>().map(|mut triples| {
                triples.sort_by_cached_key(ToString::to_string);
                triples.dedup();
                Message::Graph(triples)
            })
        }
        Err(error) => Err(error),
    };
    // Whoever asked may have gone.
    let _ = messages.send(message);
}

pub(super) fn exhaust(results: QueryResults<'_>) -> Result<(), QueryEvaluationError> {
    match results {
        QueryResults::Solutions(mut solutions) => solutions.try_for_each(|row| row.map(drop)),
        QueryResults::Graph(mut triples) => triples.try_for_each(|triple| triple.map(drop)),
        QueryResults::Boolean(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::thread;
    use std::time::Duration;

    use super::{AHEAD, Message, Worker};

    #[test]
    fn who_leaves_an_answer_waits_until_the_store_is_let_go() {
        let store = Arc::new(());
        let own = Arc::clone(&store);
        let mut worker = Worker::start(None, move |_, messages| {
            for _ in 0..=2 * AHEAD {
                if messages.send(Ok(Message::Truth(true))).is_err() {
                    break;
                }
            }
            thread::sleep(Duration::from_millis(50));
            drop(own);
        });
        worker.next().expect("a first message");
        drop(worker);
        assert_eq!(Arc::strong_count(&store), 1);
    }
}
