//! The command line: one file per subcommand, with its arguments and a `run` function.

mod about;
mod annotate;
mod answer;
mod build;
mod completion;
mod completions;
mod console;
mod draw;
mod evaluate;
mod explain;
mod explain_entity;
mod export;
mod export_scope;
mod failure;
mod interrupt;
mod man;
mod network;
mod ontology;
mod output;
mod part;
#[cfg(feature = "pdf")]
mod pdf_text;
mod problems;
mod queries;
mod query;
mod reading;
mod review;
mod session;
mod show;
mod stats;
mod store;
mod validate;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use console::{Console, ConsoleArgs};
use failure::Usage;

/// What a command that did its work says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All of it is done.
    Done,
    /// Some input was skipped although the user asked for all of it (`--strict`).
    Incomplete,
}

const AFTER_HELP: &str = "\
Examples:
  ngoaivu build articles/               read a folder of articles into ./ngoaivu.store
  ngoaivu queries                       what can be asked
  ngoaivu query posts --param body='Cục Ngoại vụ'
                                        who led it, with sources
  ngoaivu export -o graph.graphml       the graph for Gephi
  ngoaivu export --from articles/ -o graph.ttl
                                        articles to Turtle, without a store

Data goes to standard output, everything else to standard error.
Exit codes: 0 done; 1 the work failed, or input was skipped under --strict; 2 wrong usage.";

/// Builds a knowledge graph of Viet Nam's external affairs from Vietnamese articles.
#[derive(Debug, Parser)]
#[command(name = "ngoaivu", version, about, after_help = AFTER_HELP, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    console: ConsoleArgs,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Args),
    Annotate(annotate::Args),
    Queries(queries::Args),
    Query(query::Args),
    Export(export::Args),
    Draw(draw::Args),
    Validate(validate::Args),
    Ontology(ontology::Args),
    Show(show::Args),
    Review(review::Args),
    Stats(stats::Args),
    Explain(explain::Args),
    Evaluate(evaluate::Args),
    Completions(completions::Args),
    Man(man::Args),
    #[cfg(feature = "pdf")]
    #[command(hide = true)]
    PdfText(pdf_text::Args),
}

/// Runs the program with these arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Cli::try_parse_from(arguments) {
        Ok(cli) => {
            let console = Console::new(&cli.console);
            failure::exit_code(dispatch(&cli.command, console))
        }
        Err(error) => {
            // A closed pipe is no reason to fail.
            let _ = error.print();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
    }
}

fn dispatch(command: &Command, console: Console) -> anyhow::Result<Outcome> {
    match command {
        Command::Build(args) => build::run(args, console),
        Command::Annotate(args) => annotate::run(args, console),
        Command::Queries(args) => queries::run(args),
        Command::Query(args) => query::run(args, console),
        Command::Export(args) => export::run(args, console),
        Command::Draw(args) => draw::run(args, console),
        Command::Ontology(args) => ontology::run(args),
        Command::Validate(args) => validate::run(args, console),
        Command::Show(args) => show::run(args, console),
        Command::Review(args) => review::run(args, console),
        Command::Stats(args) => stats::run(args, console),
        Command::Explain(args) => explain::run(args, console),
        Command::Evaluate(args) => evaluate::run(args, console),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args),
        #[cfg(feature = "pdf")]
        Command::PdfText(args) => pdf_text::run(args),
    }
}
