//! `ngoaivu evaluate`: precision, recall and F1 against a gold standard.

use std::collections::BTreeMap;
use std::convert::identity;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Context;

use super::reading::ReadingArgs;
use super::{Console, Outcome};
use crate::evaluate::{
    Document, GoldFile, Passages, errors, json, read_annotations, read_gold_folder, score, table,
};
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
    /// First list what was missed (-) and wrong (+), by kind and rule, each with its sentence
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
    let listed = args.errors && !args.json;
    let given = args.system.as_deref().map(read_annotations).transpose()?;
    let read = match given {
        Some(_) if !listed => ReadArticles::default(),
        _ => read_articles(args, &gold, console)?,
    };
    let system = given.unwrap_or(read.documents);
    let documents: Vec<&Document> = gold.iter().map(|file| &file.document).collect();
    let scores = score(documents, &system);
    let mut report = String::new();
    if listed {
        report.push_str(&errors(&scores, &read.passages));
    }
    if args.json {
        report.push_str(&json(&scores));
        report.push('\n');
    } else {
        report.push_str(&table(&scores));
    }
    io::stdout().write_all(report.as_bytes())?;
    Ok(args.reading.outcome(&read.problems, console))
}

/// What the program itself reads from the gold's articles.
#[derive(Debug, Default)]
struct ReadArticles {
    documents: BTreeMap<String, Document>,
    passages: BTreeMap<String, Passages>,
    problems: Vec<Problem>,
}

fn read_articles(args: &Args, gold: &[GoldFile], console: Console) -> anyhow::Result<ReadArticles> {
    let texts = gold.iter().map(|file| file.text.clone());
    // Annotations that are given can be scored without the articles.
    let texts: Vec<PathBuf> = texts
        .filter(|text| args.system.is_none() || text.exists())
        .collect();
    let source = args.reading.source(&texts)?;
    let (reader, workers) = (
        args.reading.reader(args.reading.ontology()?)?,
        args.reading.workers()?,
    );
    let progress = console.progress();
    let (mut documents, mut passages) = (BTreeMap::new(), BTreeMap::new());
    let problems = pipeline::annotate(&source, &reader, &workers, &progress, identity, |article| {
        let id = article.article.id.clone();
        passages.insert(id.clone(), Passages::of(&article));
        serde_json::to_value(Record::from(&article))
            .and_then(serde_json::from_value)
            .map(|document| documents.insert(id, document))
            .map(drop)
    })
    .context(
        "an annotation is not as the guidelines define it; this is a mistake in the program",
    )?;
    Ok(ReadArticles {
        documents,
        passages,
        problems,
    })
}
