//! `ngoaivu build`: the main job: articles in, a graph to query and export out.

use std::cmp::Reverse;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::problems::Counts;
use super::reading::ReadingArgs;
use super::store::{DEFAULT_STORE, base_iri};
use super::{Console, Outcome, interrupt};
use crate::model::EntityType;
use crate::pipeline::{self, BuildOptions, BuildReport, skipped};
use crate::rdf::{DEFAULT_BASE, Iris};
use crate::resolve::Curation;
use crate::store::{Kind, Store};

/// Read articles and build or update a store of what they say
///
/// Adds and replaces articles; those that the store holds already, unchanged, are not read again. Input
/// that cannot be read is listed and skipped.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu build articles/               a folder with all that is in it
  ngoaivu build 'archive/2022-*.html' --store 2022.store
  ngoaivu build articles/ --sync        also remove what is no longer in articles/
  ngoaivu build articles/ --curation who.toml
                                        what `ngoaivu review` asked, answered by an expert
  cat articles.jsonl | ngoaivu build -  JSON lines with id, title, date, url, text")]
pub(super) struct Args {
    /// Articles: files, folders, globs, - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// The store to build or update
    #[arg(long, value_name = "PATH", default_value = DEFAULT_STORE)]
    store: PathBuf,
    /// Remove articles that are no longer in INPUT
    #[arg(long)]
    sync: bool,
    /// Read unchanged articles again, too
    #[arg(long)]
    reread: bool,
    /// What an expert says of who is who, in TOML; it holds for later builds too
    #[arg(long, value_name = "FILE", conflicts_with = "no_curation")]
    curation: Option<PathBuf>,
    /// Forget the curation of earlier builds
    #[arg(long)]
    no_curation: bool,
    /// Where the IRIs of the graph begin
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = base_iri)]
    base_iri: Iris,
    #[command(flatten)]
    reading: ReadingArgs,
}

pub(super) fn run(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    let source = args.reading.source(&args.inputs)?;
    let reader = args.reading.reader(args.reading.ontology()?)?;
    let workers = args.reading.workers()?;
    let kind = Kind::of(&args.store);
    let mut store = Store::open_for_update(&args.store, &args.base_iri, kind)?;
    let options = BuildOptions {
        sync: args.sync,
        reread: args.reread,
        curation: curation(args)?,
    };
    interrupt::ends_in_order(console);
    let progress = console.progress();
    let built = pipeline::build(&source, &reader, &workers, &progress, &mut store, &options);
    progress.finish();
    let report = built?;
    let outcome = args.reading.outcome(&report.problems, console);
    // To count what is in a folder is to read all of it; `stats` does.
    let quads = match kind {
        Kind::File => Some(store.quad_count()?),
        Kind::Folder => None,
    };
    console.note(&summary(&report, &args.store, quads));
    let told = Counts {
        stopped: report.stopped,
        read: report.read,
        unchanged: report.unchanged,
        removed: report.removed,
    };
    args.reading.report(told, &report.problems)?;
    if report.stopped {
        anyhow::bail!(
            "stopped before all was read; the store holds what was: run the same command to go on"
        );
    }
    Ok(outcome)
}

/// The curation asked for; none means that of the last build.
fn curation(args: &Args) -> anyhow::Result<Option<Curation>> {
    if args.no_curation {
        return Ok(Some(Curation::default()));
    }
    let Some(path) = &args.curation else {
        return Ok(None);
    };
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    Ok(Some(Curation::parse(&name, &text)?))
}

/// What was found, and what to try next.
fn summary(report: &BuildReport, store: &Path, quads: Option<usize>) -> String {
    let mut text = format!("read {}", counted(report.read, "article", "articles"));
    let asides = [
        (report.unchanged, "unchanged"),
        (report.removed, "removed"),
        (skipped(&report.problems), "skipped"),
    ];
    for (count, what) in asides.into_iter().filter(|(count, _)| *count > 0) {
        // Writing to a string cannot fail.
        let _ = write!(text, ", {count} {what}");
    }
    text.push('\n');
    for kind in EntityType::ALL {
        let count = report.entities.get(&kind).map_or(0, |ids| ids.len());
        if count > 0 {
            let (one, many) = words(kind);
            let _ = writeln!(text, "  {count:>7} {}", if count == 1 { one } else { many });
        }
    }
    if report.read > 0 {
        let _ = writeln!(text, "  {:>7} statements", report.statements);
        let _ = writeln!(text, "  {:>7} figures", report.figures);
    }
    if report.repeats > 0 {
        let repeats = counted(report.repeats, "article repeats", "articles repeat");
        let _ = writeln!(
            text,
            "  {repeats} the story of another; weights count it once"
        );
    }
    let path = store.display();
    let articles = counted(report.articles, "article", "articles");
    let quads = quads.map_or_else(String::new, |quads| format!(" in {quads} quads"));
    let _ = write!(text, "{path} now holds {articles}{quads}");
    if articles.starts_with("0 ") {
        return text;
    }
    let option = if store == Path::new(DEFAULT_STORE) {
        String::new()
    } else {
        format!(" --store {path}")
    };
    // The body whose posts are spoken of most; of several the first by name.
    let body = report
        .posts
        .iter()
        .max_by_key(|(name, count)| (**count, Reverse(*name)));
    let question = match body {
        Some((name, _)) => format!(
            "query posts --param body='{}'{option}",
            name.replace('\'', "")
        ),
        None => "queries".to_owned(),
    };
    let _ = write!(
        text,
        "\n\ntry next:\n  ngoaivu {question}\n  ngoaivu export -o graph.ttl{option}\n  \
         ngoaivu export -o graph.graphml{option}"
    );
    text
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn words(kind: EntityType) -> (&'static str, &'static str) {
    match kind {
        EntityType::Person => ("person", "people"),
        EntityType::Agency => ("agency", "agencies"),
        EntityType::Province => ("province", "provinces"),
        EntityType::Country => ("country", "countries"),
        EntityType::Place => ("other place", "other places"),
        EntityType::Event => ("event", "events"),
        EntityType::Programme => ("programme", "programmes"),
        EntityType::Document => ("document", "documents"),
        EntityType::Product => ("product", "products"),
    }
}
