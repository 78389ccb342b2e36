//! `ngoaivu query`: asks a prebuilt question, or a free one in SPARQL.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use anyhow::Context;

use super::failure::cannot_write;
use super::store::{Opened, StoreArgs};
use super::{Console, Outcome, Usage, queries};
use crate::export::{Family, Format, Output, write_triples};
use crate::query::catalog::Catalog;
use crate::query::names::Names;
use crate::query::parameters::{Bindings, ParameterError, bind};
use crate::query::results::{ResultFormat, write_rows, write_truth};
use crate::query::run::{Answer, QueryError, Runner};

/// Ask a prebuilt query, or one of your own in SPARQL
///
/// `ngoaivu queries` lists the prebuilt ones. Names are given as people write them. Queries only read.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu query posts --param body=\"Cục Ngoại vụ\"
  ngoaivu query delegations-received --param place=TP.HCM --param from=2012-01 --format csv
  ngoaivu query -e 'SELECT DISTINCT ?name { ?x a nv:Event ; nv:mentionedIn [] ; skos:prefLabel ?name }'
  ngoaivu query --file my.rq --format json -o answer.json
  ngoaivu query editions --param series=\"Hội nghị Ngoại vụ\" --from articles/")]
#[command(group = clap::ArgGroup::new("question").required(true).args(["name", "sparql", "file"]))]
pub(super) struct Args {
    /// A prebuilt query
    name: Option<String>,
    /// A SPARQL query; the prefixes of docs/rdf.md need not be declared
    #[arg(short = 'e', long, value_name = "SPARQL")]
    sparql: Option<String>,
    /// A file with a SPARQL query, - for standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// A parameter of a prebuilt query
    #[arg(long, short, value_name = "NAME=VALUE", value_parser = parameter, requires = "name")]
    param: Vec<(String, String)>,
    /// table, markdown, csv, tsv, json or xml; for graphs turtle, ntriples and so on [default: table on a
    /// terminal, csv in a pipe]
    #[arg(long, value_name = "FORMAT")]
    format: Option<AnswerFormat>,
    /// Write to this file instead of standard output
    #[arg(
        long,
        short,
        value_name = "FILE",
        default_value = "-",
        hide_default_value = true
    )]
    output: PathBuf,
    /// Show how the query is evaluated, with the number of rows and the time of each step
    #[arg(long)]
    explain: bool,
    /// Stop after this many seconds
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    timeout: Option<Duration>,
    #[command(flatten)]
    store: StoreArgs,
}

/// The form of an answer: rows, or a graph.
#[derive(Debug, Clone, Copy)]
enum AnswerFormat {
    Rows(ResultFormat),
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

fn parameter(text: &str) -> Result<(String, String), String> {
    let (name, value) = text
        .split_once('=')
        .ok_or_else(|| "write NAME=VALUE, for example body=\"Cục Ngoại vụ\"".to_owned())?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

fn seconds(text: &str) -> Result<Duration, String> {
    let number = text.trim().trim_end_matches('s').parse::<f64>().ok();
    number
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .filter(|duration| !duration.is_zero())
        .ok_or_else(|| "write a number of seconds, for example 30".to_owned())
}

pub(super) fn run(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    // What can be wrong with the question is said before any work is done.
    let catalog = Catalog::embedded()?;
    let prebuilt = match &args.name {
        Some(name) => Some(queries::get(catalog, name)?),
        None => None,
    };
    let free = free_text(args)?;
    let Opened { store, outcome, .. } = args.store.open(console)?;
    let runner = Runner::new(store.oxigraph(), store.iris(), args.timeout);
    let query = match (prebuilt, free) {
        (Some(prebuilt), _) => {
            let names = Names::new(store.oxigraph(), store.iris());
            let bound = bind(prebuilt, &args.param, &names, store.iris());
            let bindings = bound.map_err(refused_parameter)?;
            tell_understood(&bindings, console);
            runner.prebuilt(prebuilt, &bindings)?
        }
        (None, Some((place, text))) => {
            runner.free(&text).map_err(|error| refused(error, &place))?
        }
        (None, None) => return Err(Usage("name a query".to_owned()).into()),
    };
    let mut output = Output::create(&args.output)?;
    if args.explain {
        let plan = runner.explain(query)?;
        let written = output.write_all(plan.as_bytes());
        written.with_context(|| cannot_write(&args.output))?;
    } else {
        let answer = runner.run(query)?;
        write_answer(answer, args, store.iris(), &mut output, console)?;
    }
    output.finish()?;
    Ok(outcome)
}

/// The text of a free query, and how its place is called.
fn free_text(args: &Args) -> anyhow::Result<Option<(String, String)>> {
    if let Some(text) = &args.sparql {
        return Ok(Some(("the query".to_owned(), text.clone())));
    }
    let Some(file) = &args.file else {
        return Ok(None);
    };
    let name = file.display().to_string();
    let text = if name == "-" {
        io::read_to_string(io::stdin())
    } else {
        fs::read_to_string(file)
    };
    Ok(Some((
        name.clone(),
        text.with_context(|| format!("cannot read {name}"))?,
    )))
}

/// A parameter that means nothing is wrong usage; a broken store is not.
fn refused_parameter(error: ParameterError) -> anyhow::Error {
    match error {
        ParameterError::Storage(error) => error.into(),
        error => Usage(error.to_string()).into(),
    }
}

fn refused(error: QueryError, place: &str) -> anyhow::Error {
    match error {
        QueryError::Syntax(error) => Usage(format!("{place}: {error}")).into(),
        QueryError::Update => Usage(error.to_string()).into(),
        error => error.into(),
    }
}

/// Says what a name was taken for where that is not what was typed.
fn tell_understood(bindings: &Bindings, console: Console) {
    for understood in &bindings.understood {
        let names: Vec<&str> = understood
            .entities
            .iter()
            .map(|e| e.name.as_str())
            .collect();
        if names != [understood.given.as_str()] {
            let (parameter, given) = (&understood.parameter, &understood.given);
            console.note(&format!("{parameter}: {given} is {}", names.join(", ")));
        }
    }
}

fn write_answer(
    answer: Answer,
    args: &Args,
    iris: &crate::rdf::Iris,
    output: &mut Output,
    console: Console,
) -> anyhow::Result<()> {
    let to_terminal = args.output.as_os_str() == "-" && io::stdout().is_terminal();
    let by_default = if to_terminal {
        ResultFormat::Table
    } else {
        ResultFormat::Csv
    };
    let failed = || cannot_write(&args.output);
    match (answer, args.format) {
        (Answer::Rows(rows), None | Some(AnswerFormat::Rows(_))) => {
            let format = match args.format {
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
