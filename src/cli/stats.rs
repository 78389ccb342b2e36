//! `ngoaivu stats`: what a store holds, counted.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use super::store::{Opened, StoreArgs};
use super::{Console, Outcome};
use crate::store::Counts;

/// Count what a store holds
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu stats
  ngoaivu stats --store 2022.store --json
  ngoaivu stats --from articles/        without a store")]
pub(super) struct Args {
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    let Opened { store, outcome, .. } = args.store.open(console)?;
    let counts = store.counts()?;
    let text = if args.json {
        json(&counts)
    } else {
        table(&counts)
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(outcome)
}

fn table(counts: &Counts) -> String {
    let mut text = String::new();
    let mut row = |name: &str, count: usize| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name:24}{count:>10}");
    };
    row("articles", counts.articles);
    if counts.repeats > 0 {
        row("  repeats of others", counts.repeats);
    }
    row("entities", counts.entities.values().sum());
    for (kind, count) in &counts.entities {
        row(&format!("  {kind}"), *count);
    }
    row("statements", counts.statements.values().sum());
    for (predicate, count) in &counts.statements {
        row(&format!("  {predicate}"), *count);
    }
    row("figures", counts.figures);
    row("sentences", counts.sentences);
    row("quads", counts.quads);
    text
}

fn json(counts: &Counts) -> String {
    let entities = counts
        .entities
        .iter()
        .map(|(kind, count)| (kind.name(), count));
    let statements = counts
        .statements
        .iter()
        .map(|(predicate, count)| (predicate.name(), count));
    let json = serde_json::json!({
        "articles": counts.articles,
        "repeats": counts.repeats,
        "entities": entities.collect::<std::collections::BTreeMap<_, _>>(),
        "statements": statements.collect::<std::collections::BTreeMap<_, _>>(),
        "figures": counts.figures,
        "sentences": counts.sentences,
        "quads": counts.quads,
    });
    format!("{json}\n")
}
