//! `ngoaivu evaluate`: precision, recall and F1 against a gold standard.

use std::io::{self, Write};
use std::path::PathBuf;

use super::{Console, Outcome};
use crate::evaluate::{Document, json, read_annotations, read_gold_folder, score, table};

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
}

pub(super) fn run(args: &Args, _console: &Console) -> anyhow::Result<Outcome> {
    let gold = read_gold_folder(&args.gold)?;
    let system = match &args.system {
        Some(file) => read_annotations(file)?,
        None => anyhow::bail!("annotating is not wired yet"),
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
    Ok(Outcome::Done)
}
