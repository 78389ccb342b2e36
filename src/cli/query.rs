//! `ngoaivu query`: asks a prebuilt question, or a free one in SPARQL.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;

use super::answer::{AnswerFormat, write_answer};
use super::failure::cannot_write;
use super::output::OutputArgs;
use super::session::Session;
use super::store::{Opened, StoreArgs};
use super::{Console, Outcome, Usage, queries};
use crate::export::Output;
use crate::query::catalog::PrebuiltQuery;
use crate::query::names::Names;
use crate::query::parameters::{Bindings, ParameterError, bind};
use crate::query::run::{Parsed, QueryError, Runner};
use crate::store::Store;

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
  ngoaivu query --interactive           one question after the other, with completion
  ngoaivu query mine --queries my-queries/
                                        a query of your own from a folder of .rq files
  ngoaivu query editions --param series=\"Hội nghị Ngoại vụ\" --from articles/")]
#[command(group = clap::ArgGroup::new("question").required(true).args(["name", "sparql", "file", "interactive"]))]
pub(super) struct Args {
    /// A prebuilt query
    name: Option<String>,
    /// A SPARQL query; the prefixes of docs/rdf.md need not be declared
    #[arg(short = 'e', long, value_name = "SPARQL")]
    sparql: Option<String>,
    /// A file with a SPARQL query, - for standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Ask one question after the other, with history and completion
    #[arg(long, short, conflicts_with_all = ["output", "explain"])]
    interactive: bool,
    /// A parameter of a prebuilt query
    #[arg(long, short, value_name = "NAME=VALUE", value_parser = parameter, requires = "name")]
    param: Vec<(String, String)>,
    /// table, markdown, csv, tsv, json or xml; for graphs turtle, ntriples and so on [default: table on a
    /// terminal, csv in a pipe]
    #[arg(long, value_name = "FORMAT")]
    format: Option<AnswerFormat>,
    #[command(flatten)]
    output: OutputArgs,
    /// Show how the query is evaluated, with the number of rows and the time of each step
    #[arg(long)]
    explain: bool,
    /// Know also the .rq files of this folder, in the form of the prebuilt ones
    #[arg(long, value_name = "DIR")]
    queries: Option<PathBuf>,
    /// Stop after this many seconds
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    timeout: Option<Duration>,
    #[command(flatten)]
    store: StoreArgs,
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
    let catalog = queries::catalog(args.queries.as_deref())?;
    let named = match &args.name {
        Some(name) => Some(queries::get(&catalog, name)?),
        None => None,
    };
    let free = free_text(args)?;
    let Opened { store, outcome, .. } = args.store.open(console)?;
    if args.interactive {
        let mut session = Session {
            store: &store,
            catalog: &catalog,
            console,
            format: args.format,
            timeout: args.timeout,
        };
        session.run()?;
        return Ok(outcome);
    }
    let runner = Runner::new(store.statements(), store.iris(), args.timeout);
    let query = match (named, free) {
        (Some(query), _) => prebuilt(query, &args.param, &store, &runner, console)?,
        (None, Some((place, text))) => {
            runner.free(&text).map_err(|error| refused(error, &place))?
        }
        (None, None) => return Err(Usage("name a query".to_owned()).into()),
    };
    let mut output = Output::create(&args.output.path)?;
    if args.explain {
        let plan = runner.explain(query)?;
        let written = output.write_all(plan.as_bytes());
        written.with_context(|| cannot_write(&args.output.path))?;
    } else {
        let answer = runner.run(query)?;
        let (path, iris) = (&args.output.path, store.iris());
        write_answer(answer, args.format, iris, path, &mut output, console)?;
    }
    output.finish()?;
    Ok(outcome)
}

/// A prebuilt query with its parameters; says what names were taken for.
pub(super) fn prebuilt(
    query: &PrebuiltQuery,
    given: &[(String, String)],
    store: &Store,
    runner: &Runner<'_>,
    console: Console,
) -> anyhow::Result<Parsed> {
    let names = Names::new(store.statements(), store.iris());
    let bound = bind(query, given, &names, store.iris());
    let bindings = bound.map_err(refused_parameter)?;
    tell_understood(&bindings, console);
    Ok(runner.prebuilt(query, &bindings)?)
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

/// What is wrong with a free query, and where it stands.
pub(super) fn refused(error: QueryError, place: &str) -> anyhow::Error {
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
