//! `ngoaivu explain`: an article with everything read from it and by which rule, or who is who.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use anyhow::Context;
use clap::ValueEnum;

use super::store::StoreArgs;
use super::{Console, Outcome, explain_entity};
use crate::export::explanation::{Palette, write_explanation};
use crate::pipeline;

/// Show what is read from an article, by which rule, and what is left out; or who is who
///
/// Of an article each sentence is printed with its names marked as [name|Type], nested ones too, dates
/// as {date=value}, figures as <words=value>. Under it stand names with their entity, dates, figures and
/// statements, each with its rule, and candidates that fell to stronger ones. Text that was not read
/// comes last. Of an entity of the store: its names, its articles, why they were taken for one, and what
/// was kept apart.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu explain article.txt
  ngoaivu explain --color always article.html | less -R
  ngoaivu explain articles/*.txt | grep 'left out'
  ngoaivu explain --entity 'Nguyễn Văn Nam'
  ngoaivu explain --entity person/nguyễn-văn-nam --store my.store")]
pub(super) struct Args {
    /// Articles: files, folders, globs, - for standard input
    #[arg(
        required_unless_present = "entity",
        conflicts_with = "entity",
        value_name = "FILE"
    )]
    inputs: Vec<PathBuf>,
    /// Instead of articles, one thing of the store: a name as people write it, or an id
    #[arg(long, value_name = "NAME")]
    entity: Option<String>,
    /// When to colour: auto is on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: When,
    #[command(flatten)]
    store: StoreArgs,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

impl When {
    fn palette(self) -> Palette {
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        match self {
            Self::Always => Palette::Colour,
            Self::Auto if !plain && io::stdout().is_terminal() => Palette::Colour,
            Self::Auto | Self::Never => Palette::Plain,
        }
    }
}

pub(super) fn run(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    match &args.entity {
        Some(entity) => explain_entity::run(entity, &args.store, console),
        None => articles(args, console),
    }
}

fn articles(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    let reading = args.store.reading();
    let source = reading.source(&args.inputs)?;
    let reader = reading.reader(reading.ontology()?)?;
    let workers = reading.workers()?;
    let palette = args.color.palette();
    let mut output = io::BufWriter::new(io::stdout().lock());
    let problems = pipeline::explain(&source, &reader, &workers, &(), |article, left_out| {
        write_explanation(&article, &left_out, palette, &mut output)
    })
    .context("cannot write to standard output")?;
    io::Write::flush(&mut output).context("cannot write to standard output")?;
    Ok(reading.outcome(&problems, console))
}
