//! Writes the rows of an answer: as a table for people, or in the formats of the SPARQL standards.

use std::fmt;
use std::io::{self, Write};
use std::str::FromStr;

use oxigraph::model::{Literal, Term, Variable};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};

use super::cell::{Cells, is_number};
use super::run::{QueryError, Rows};
use super::table;
use crate::rdf::Iris;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultFormat {
    /// Columns fitted to the terminal.
    Table,
    /// A Markdown table.
    Markdown,
    /// Comma-separated values, RFC 4180; what a spreadsheet would compute stands behind an apostrophe.
    Csv,
    /// Tab-separated values, terms as in Turtle.
    Tsv,
    /// SPARQL 1.1 Query Results JSON.
    Json,
    /// SPARQL Query Results XML.
    Xml,
}

/// Names on the command line.
const NAMES: [(&str, ResultFormat); 6] = [
    ("table", ResultFormat::Table),
    ("markdown", ResultFormat::Markdown),
    ("csv", ResultFormat::Csv),
    ("tsv", ResultFormat::Tsv),
    ("json", ResultFormat::Json),
    ("xml", ResultFormat::Xml),
];

/// A name that no result format has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown result format `{0}`; there are table, markdown, csv, tsv, json, xml")]
pub struct UnknownResultFormat(String);

/// Why an answer could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The query failed on the way.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The output failed.
    #[error("cannot write the answer: {0}")]
    Io(#[from] io::Error),
}

impl FromStr for ResultFormat {
    type Err = UnknownResultFormat;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wanted = text.to_lowercase();
        NAMES
            .iter()
            .find(|(name, _)| *name == wanted || (*name == "markdown" && wanted == "md"))
            .map(|(_, format)| *format)
            .ok_or_else(|| UnknownResultFormat(text.to_owned()))
    }
}

impl fmt::Display for ResultFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = NAMES.iter().find(|(_, format)| format == self);
        f.write_str(row.map_or("", |(name, _)| name))
    }
}

/// Writes `rows` and tells how many there were. `width` is that of the terminal; without one, a table's
/// columns are as wide as their widest cell.
///
/// # Errors
/// If the query fails on the way, or the output.
pub fn write_rows(
    rows: Rows,
    format: ResultFormat,
    iris: &Iris,
    width: Option<usize>,
    writer: &mut impl Write,
) -> Result<usize, WriteError> {
    let standard = match format {
        ResultFormat::Table | ResultFormat::Markdown => {
            let cells = Cells::read(rows, iris)?;
            let text = match format {
                ResultFormat::Table => table::plain(&cells, width),
                _ => table::markdown(&cells),
            };
            writer.write_all(text.as_bytes())?;
            return Ok(cells.rows.len());
        }
        ResultFormat::Csv => QueryResultsFormat::Csv,
        ResultFormat::Tsv => QueryResultsFormat::Tsv,
        ResultFormat::Json => QueryResultsFormat::Json,
        ResultFormat::Xml => QueryResultsFormat::Xml,
    };
    let columns = rows.columns().to_vec();
    let variables = columns.into_iter().map(Variable::new_unchecked).collect();
    let mut serializer = QueryResultsSerializer::from_format(standard)
        .serialize_solutions_to_writer(&mut *writer, variables)?;
    let mut count = 0;
    for row in rows {
        let row = row?;
        if format == ResultFormat::Csv {
            let cells: Vec<(&Variable, Term)> =
                row.iter().map(|(v, term)| (v, guarded(term))).collect();
            serializer.serialize(cells.iter().map(|(variable, term)| (*variable, term)))?;
        } else {
            serializer.serialize(&row)?;
        }
        count += 1;
    }
    serializer.finish()?;
    if matches!(format, ResultFormat::Json | ResultFormat::Xml) {
        writer.write_all(b"\n")?;
    }
    Ok(count)
}

/// A term that a spreadsheet shows and does not compute: words of an article may begin like a formula.
fn guarded(term: &Term) -> Term {
    match term {
        Term::Literal(literal)
            if literal
                .value()
                .starts_with(['=', '+', '-', '@', '\t', '\r'])
                && !is_number(literal.as_ref().into()) =>
        {
            Literal::new_simple_literal(format!("'{}", literal.value())).into()
        }
        other => other.clone(),
    }
}

/// Writes the answer to an `ASK`.
///
/// # Errors
/// If the output fails.
pub fn write_truth(truth: bool, format: ResultFormat, writer: &mut impl Write) -> io::Result<()> {
    let standard = match format {
        ResultFormat::Json => QueryResultsFormat::Json,
        ResultFormat::Xml => QueryResultsFormat::Xml,
        _ => return writeln!(writer, "{truth}"),
    };
    QueryResultsSerializer::from_format(standard)
        .serialize_boolean_to_writer(&mut *writer, truth)?;
    writer.write_all(b"\n")
}
