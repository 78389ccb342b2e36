//! `ngoaivu annotate`: what was read from each article, as JSON lines.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;

use super::failure::cannot_write;
use super::output::OutputArgs;
use super::problems::Counts;
use super::reading::ReadingArgs;
use super::{Console, Outcome, interrupt};
use crate::export::annotation::write_annotation;
use crate::export::file::Output;
use crate::model::AnnotatedArticle;
use crate::pipeline;

/// Print what is read from articles: one JSON object per article
///
/// Each object has doc, entities, mentions, dates, relations, figures. Offsets count Unicode code
/// points of the input; relations and figures carry the sentence they were read from and the rule.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu annotate article.txt
  ngoaivu annotate articles/ -o annotations.jsonl
  cat article.html | ngoaivu annotate - | jq .entities")]
pub(super) struct Args {
    /// Articles: files, folders, globs, - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    reading: ReadingArgs,
}

pub(super) fn run(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    let source = args.reading.source(&args.inputs)?;
    let reader = args.reading.reader(args.reading.ontology()?)?;
    let workers = args.reading.workers()?;
    let mut output = Output::create(&args.output.path)?;
    interrupt::ends_in_order(console);
    let progress = console.progress();
    let mut read = 0;
    let line = |article: AnnotatedArticle| {
        let mut line = Vec::with_capacity(2 * article.article.text.len());
        write_annotation(&article, &mut line).map(|()| line)
    };
    let problems = pipeline::annotate(&source, &reader, &workers, &progress, line, |line| {
        read += 1;
        output.write_all(&line?)
    });
    progress.finish();
    let problems = problems.with_context(|| cannot_write(&args.output.path))?;
    let stopped = interrupt::is_asked();
    let told = Counts {
        stopped,
        read,
        ..Counts::default()
    };
    args.reading.report(told, &problems)?;
    if stopped {
        anyhow::bail!("stopped before all was read; an output file stays as it was");
    }
    output.finish()?;
    Ok(args.reading.outcome(&problems, console))
}
