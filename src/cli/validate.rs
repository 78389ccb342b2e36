//! `ngoaivu validate`: checks a store, or files of RDF, against SHACL shapes.

use std::io::Write;
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::Context;

use super::failure::cannot_write;
use super::output::OutputArgs;
use super::store::{Opened, StoreArgs};
use super::{Console, Outcome};
use crate::export::{Format, Output, write_triples};
use crate::rdf::Iris;
use crate::validate::{
    Report, Shapes, own_shapes, read_data, report_text, report_triples, shapes_of_file, validate,
};

/// Check a store or RDF files against SHACL shapes
///
/// Without files the store is checked. The shapes are those of the vocabulary (`ngoaivu ontology
/// --format shapes` prints them) or your own. The exit code is 1 if something does not conform.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu validate                      the store
  ngoaivu validate graph.ttl extra.nt   files of RDF, taken together
  ngoaivu validate --from articles/ --format turtle -o report.ttl
                                        what articles give, with a report for other tools
  ngoaivu validate graph.ttl --shapes my-shapes.ttl")]
pub(super) struct Args {
    /// Files of RDF to check instead of the store: .ttl, .trig, .nt, .nq, .rdf, .jsonld
    #[arg(value_name = "FILE", conflicts_with_all = ["store", "from"])]
    files: Vec<PathBuf>,
    /// Check against the shapes of this file
    #[arg(long, value_name = "FILE")]
    shapes: Option<PathBuf>,
    /// How the report is written: text, turtle, ntriples, rdfxml, jsonld
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ReportFormat,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    store: StoreArgs,
}

/// The form of a report.
#[derive(Debug, Clone, Copy)]
enum ReportFormat {
    Words,
    Graph(Format),
}

impl FromStr for ReportFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            _ if text == "text" => Ok(Self::Words),
            Ok(format @ Format::Turtle | format @ Format::NTriples) => Ok(Self::Graph(format)),
            Ok(format @ Format::RdfXml | format @ Format::JsonLd) => Ok(Self::Graph(format)),
            _ => Err("a report is text, turtle, ntriples, rdfxml or jsonld".to_owned()),
        }
    }
}

pub(super) fn run(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    let (report, iris, outcome) = if args.files.is_empty() {
        let Opened { store, outcome, .. } = args.store.open(console)?;
        let shapes = shapes(args, store.iris())?;
        let report = validate(store.statements(), &shapes).context("cannot read the store")?;
        (report, store.iris().clone(), outcome)
    } else {
        let iris = args.store.base_iri().clone();
        let shapes = shapes(args, &iris)?;
        let data = read_data(&args.files, &iris)?;
        let report = validate(&data, &shapes).context("cannot read the files")?;
        (report, iris, Outcome::Done)
    };
    let mut output = Output::create(&args.output.path)?;
    write(&report, args.format, &iris, &mut output)
        .with_context(|| cannot_write(&args.output.path))?;
    output.finish()?;
    Ok(if report.conforms() {
        outcome
    } else {
        Outcome::Incomplete
    })
}

fn shapes(args: &Args, iris: &Iris) -> anyhow::Result<Shapes> {
    let shapes = match &args.shapes {
        Some(path) => shapes_of_file(path),
        None => own_shapes(iris),
    };
    Ok(shapes?)
}

fn write(
    report: &Report,
    format: ReportFormat,
    iris: &Iris,
    output: &mut Output,
) -> std::io::Result<()> {
    match format {
        ReportFormat::Words => output.write_all(report_text(report, iris).as_bytes()),
        ReportFormat::Graph(format) => {
            write_triples(report_triples(report), format, iris, output).map(drop)
        }
    }
}
