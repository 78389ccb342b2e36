//! The answer to a query on its way out: as rows, as a truth value, or as a graph.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::str::FromStr;

use anyhow::Context;

use super::failure::cannot_write;
use super::{Console, Usage};
use crate::export::{Family, Format, Output, write_triples};
use crate::query::results::{ResultFormat, write_rows, write_truth};
use crate::query::run::Answer;
use crate::rdf::Iris;

/// The form of an answer: rows, or a graph.
#[derive(Debug, Clone, Copy)]
pub(super) enum AnswerFormat {
    /// A table.
    Rows(ResultFormat),
    /// RDF.
    Graph(Format),
}

impl FromStr for AnswerFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rows = text.parse().map(Self::Rows);
        rows.or_else(|unknown| match text.parse::<Format>() {
            Ok(format) if format.family() == Family::Rdf => Ok(Self::Graph(format)),
            _ => Err(format!(
                "{unknown}; for graphs turtle, ntriples, rdfxml, jsonld"
            )),
        })
    }
}

/// Writes an answer to `output`, which goes to `path`; without a format as suits the answer and the place.
pub(super) fn write_answer(
    answer: Answer,
    format: Option<AnswerFormat>,
    iris: &Iris,
    path: &Path,
    output: &mut Output,
    console: Console,
) -> anyhow::Result<()> {
    let to_terminal = path.as_os_str() == "-" && io::stdout().is_terminal();
    let by_default = if to_terminal {
        ResultFormat::Table
    } else {
        ResultFormat::Csv
    };
    let failed = || cannot_write(path);
    match (answer, format) {
        (Answer::Rows(rows), None | Some(AnswerFormat::Rows(_))) => {
            let format = match format {
                Some(AnswerFormat::Rows(format)) => format,
                _ => by_default,
            };
            let width = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
            let count = write_rows(rows, format, iris, width.filter(|_| to_terminal), output)?;
            if count == 0 {
                console.note("no rows: nothing in the store answers this");
            }
        }
        (Answer::Truth(truth), None) => {
            write_truth(truth, by_default, output).with_context(failed)?;
        }
        (Answer::Truth(truth), Some(AnswerFormat::Rows(format))) => {
            write_truth(truth, format, output).with_context(failed)?;
        }
        (Answer::Graph(triples), None) => {
            write_triples(triples, Format::Turtle, iris, output).with_context(failed)?;
        }
        (Answer::Graph(triples), Some(AnswerFormat::Graph(format))) => {
            write_triples(triples, format, iris, output).with_context(failed)?;
        }
        (Answer::Graph(_), Some(AnswerFormat::Rows(format))) => {
            let message = format!("the answer is a graph, which {format} cannot hold; use turtle");
            return Err(Usage(message).into());
        }
        (_, Some(AnswerFormat::Graph(format))) => {
            let message = format!("the answer is a table, which {format} cannot hold; use csv");
            return Err(Usage(message).into());
        }
    }
    Ok(())
}
