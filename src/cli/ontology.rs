//! `ngoaivu ontology`: the vocabulary for tools and for people.

use std::io::Write as _;

use anyhow::Context;

use super::Outcome;
use super::failure::cannot_write;
use super::output::OutputArgs;
use super::store::base_iri;
use crate::export::{Output, ontology_html, ontology_turtle};
use crate::rdf::{DEFAULT_BASE, Iris};
use crate::validate::shapes_turtle;

/// Write the ontology: classes, properties, shapes
///
/// Labels, definitions and examples are in Vietnamese and English.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu ontology --format html -o ontology.html
                                        a page with all classes and properties
  ngoaivu ontology -o ngoaivu.ttl       OWL, for Protégé and reasoners
  ngoaivu ontology --format shapes > shapes.ttl
                                        the SHACL shapes of `ngoaivu validate`")]
pub(super) struct Args {
    /// What to write
    #[arg(long, short, value_name = "FORMAT", value_enum, default_value_t = Form::Turtle)]
    format: Form,
    #[command(flatten)]
    output: OutputArgs,
    /// Where IRIs begin
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = base_iri)]
    base_iri: Iris,
}

/// The forms of the ontology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// OWL in Turtle
    Turtle,
    /// One page that needs no other file
    Html,
    /// SHACL shapes in Turtle
    Shapes,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let text = match args.format {
        Form::Turtle => ontology_turtle(&args.base_iri),
        Form::Html => ontology_html(&args.base_iri)?,
        Form::Shapes => shapes_turtle(&args.base_iri),
    };
    let mut output = Output::create(&args.output.path)?;
    let written = output.write_all(text.as_bytes());
    written.with_context(|| cannot_write(&args.output.path))?;
    output.finish()?;
    Ok(Outcome::Done)
}
