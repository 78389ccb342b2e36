//! `ngoaivu evaluate`: precision, recall and F1 against a gold standard.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Context;

use super::reading::ReadingArgs;
use super::{Console, Outcome};
use crate::evaluate::{Document, GoldFile, json, read_annotations, read_gold_folder, score, table};
use crate::export::annotation::Record;
use crate::model::Problem;
use crate::pipeline;

/// Score what is read from articles against a gold standard
///
/// The gold folder holds NAME.gold.json (annotations as `annotate` prints them) and NAME.txt (the
/// article). Printed are precision, recall, F1 and the number in the gold, for each kind of thing.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu evaluate --gold gold/
  ngoaivu evaluate --gold gold/ --errors | grep '+ relation'
  ngoaivu annotate gold/*.txt -o mine.jsonl; ngoaivu evaluate --gold gold/ --system mine.jsonl")]
pub(super) struct Args {
    /// Folder with NAME.gold.json and NAME.txt
    #[arg(long, value_name = "DIR")]
    gold: PathBuf,
    /// Score these annotations (JSON lines) instead of reading the articles
    #[arg(long, value_name = "FILE")]
    system: Option<PathBuf>,
    /// First list what was missed (-) and wrong (+)
    #[arg(long)]
    errors: bool,
    /// Print JSON instead of a table
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    reading: ReadingArgs,
}

pub(super) fn run(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    let gold = read_gold_folder(&args.gold)?;
    let (system, problems) = match &args.system {
        Some(file) => (read_annotations(file)?, Vec::new()),
        None => read_articles(args, &gold, console)?,
    };
    let documents: Vec<&Document> = gold.iter().map(|file| &file.document).collect();
    let scores = score(documents, &system);
    let mut report = String::new();
    if args.errors && !args.json {
        for error in &scores.errors {
            report.push_str(error);
            report.push('\n');
        }
    }
    if args.json {
        report.push_str(&json(&scores));
        report.push('\n');
    } else {
        report.push_str(&table(&scores));
    }
    io::stdout().write_all(report.as_bytes())?;
    Ok(args.reading.outcome(&problems, console))
}

/// What the program itself reads from the gold's articles.
fn read_articles(
    args: &Args,
    gold: &[GoldFile],
    console: Console,
) -> anyhow::Result<(BTreeMap<String, Document>, Vec<Problem>)> {
    let texts: Vec<PathBuf> = gold.iter().map(|file| file.text.clone()).collect();
    let source = args.reading.source(&texts)?;
    let (reader, workers) = (
        args.reading.reader(args.reading.ontology()?)?,
        args.reading.workers()?,
    );
    let progress = console.progress();
    let mut documents = BTreeMap::new();
    let problems = pipeline::annotate(&source, &reader, &workers, &progress, |article| {
        let id = article.article.id.clone();
        serde_json::to_value(Record::from(&article))
            .and_then(serde_json::from_value)
            .map(|document| documents.insert(id, document))
            .map(drop)
    })
    .context(
        "an annotation is not as the guidelines define it; this is a mistake in the program",
    )?;
    Ok((documents, problems))
}
