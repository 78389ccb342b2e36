//! `ngoaivu show`: what the store says of one thing, in the order of time.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use super::store::{Opened, StoreArgs};
use super::{Console, Outcome, Usage};
use crate::model::EntityType;
use crate::query::names::{NamedEntity, Names};
use crate::query::page::{Page, page};
use crate::store::Store;

/// Show what is known of a person, body, place, event or document
///
/// Its names, what came before and after it, and all that articles say of it, in the order of time, each
/// line with its sentence and source. Where several things bear the name, each has its page.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu show 'Cục Ngoại vụ'
  ngoaivu show province/hai-duong       by id
  ngoaivu show 'Nguyễn Hoàng Long' --from articles/
                                        without a store")]
pub(super) struct Args {
    /// A name as people write it, or an id
    name: String,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    let Opened { store, outcome, .. } = args.store.open(console)?;
    let mut text = String::new();
    for entity in named(&store, &args.name)? {
        let page = page(store.statements(), store.iris(), &entity.id)?;
        describe(&entity, &page, &mut text);
    }
    io::stdout().write_all(text.as_bytes())?;
    Ok(outcome)
}

/// The things of this name that the store speaks of; those only known are named where there are no
/// others. An unknown name is wrong usage.
pub(super) fn named(store: &Store, name: &str) -> anyhow::Result<Vec<NamedEntity>> {
    let names = Names::new(store.statements(), store.iris());
    let found = names.find(name, &EntityType::ALL)?;
    if found.is_empty() {
        let near = names.suggest(name, &EntityType::ALL)?;
        let hint = match near.as_slice() {
            [] => String::new(),
            near => format!("; did you mean {}?", near.join(", ")),
        };
        return Err(Usage(format!("the store knows nothing called `{name}`{hint}")).into());
    }
    Ok(found)
}

fn describe(entity: &NamedEntity, page: &Page, text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
    let kind = entity.id.kind().map_or("thing", EntityType::name);
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}  ({kind}, {})", page.name, entity.id);
    if !page.names.is_empty() {
        let names: Vec<&str> = page.names.iter().map(String::as_str).collect();
        let _ = writeln!(text, "  also: {}", names.join("; "));
    }
    for known in &page.known {
        let _ = writeln!(text, "  {known}");
    }
    let articles = page.articles.len();
    let noun = if articles == 1 { "article" } else { "articles" };
    let _ = writeln!(text, "  named in {articles} {noun}");
    for line in &page.lines {
        let time = match (line.time.as_str(), line.seen.as_str()) {
            ("", "") => "no date".to_owned(),
            ("", seen) => format!("said {seen}"),
            (time, _) => time.to_owned(),
        };
        let (start, end) = line.place;
        let _ = writeln!(text, "\n{time:<16} {}", line.words);
        let _ = writeln!(text, "  “{}”", one_line(&line.quote));
        let _ = writeln!(text, "  {} char={start},{end}", line.article);
    }
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
