//! `ngoaivu review`: what is least certain, as a curation file for an expert to edit and feed back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::explain_entity::surety;
use super::failure::cannot_write;
use super::output::OutputArgs;
use super::show::one_line;
use super::store::{Opened, StoreArgs};
use super::{Console, Outcome};
use crate::export::Output;
use crate::model::{Edtf, EntityId, EntityType};
use crate::pipeline::identity;
use crate::rdf::Mapping;
use crate::resolve::{Certainty, Identity, Link};
use crate::store::Store;

use anyhow::Context;

/// List the least certain decisions as a curation file
///
/// First what was taken for one thing on the weakest grounds, then things of one name that were kept
/// apart, then events and documents of which articles give different days. Every rule is commented out:
/// take the `#` away where the program is wrong, and build with `--curation FILE`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu review -o who.toml
  ngoaivu build articles/ --curation who.toml
  ngoaivu review --limit 20             the twenty least certain of each sort")]
pub(super) struct Args {
    /// How many decisions of each sort
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    use std::io::Write as _;
    let opened = args.store.open(console)?;
    let ontology = opened.ontology()?;
    let Opened { store, outcome, .. } = opened;
    let mapping = Mapping::new(store.iris().clone(), &ontology.entries);
    let identity = identity(&store, &mapping, ontology)?;
    let kept = store.curation()?;
    let desk = Desk {
        store: &store,
        mapping: &mapping,
        identity: &identity,
        limit: args.limit,
    };
    let mut text = String::from(
        "# What an expert says of who is who. `ngoaivu build --curation FILE` applies it.\n",
    );
    if !kept.trim().is_empty() {
        let _ = writeln!(text, "\n# Said already:\n\n{}", kept.trim_end());
    }
    desk.merges(&mut text)?;
    desk.namesakes(&mut text)?;
    desk.days(&mut text)?;
    let mut output = Output::create(&args.output.path)?;
    let written = output.write_all(text.as_bytes());
    written.with_context(|| cannot_write(&args.output.path))?;
    output.finish()?;
    Ok(outcome)
}

struct Desk<'a> {
    store: &'a Store,
    mapping: &'a Mapping,
    identity: &'a Identity,
    limit: usize,
}

impl Desk<'_> {
    /// What was taken for one on the weakest grounds; people first, who are the hard part.
    fn merges(&self, text: &mut String) -> anyhow::Result<()> {
        let groups = self.identity.groups.iter().filter(|group| !group.dropped);
        let links = groups.flat_map(|group| group.links.iter().map(move |link| (group, link)));
        let mut weak: Vec<(&EntityId, &Link)> = links
            .filter(|(group, link)| {
                let by_name = link.reason.certainty == Certainty::NameOnly;
                let named = matches!(
                    group.id.kind(),
                    Some(EntityType::Person | EntityType::Event | EntityType::Document)
                );
                link.reason.certainty >= Certainty::Likely && (named || !by_name)
            })
            .map(|(group, link)| (&group.id, link))
            .collect();
        let rank = |id: &EntityId| match id.kind() {
            Some(EntityType::Person) => 0,
            Some(EntityType::Event) => 1,
            Some(EntityType::Document) => 2,
            _ => 3,
        };
        weak.sort_by(|(a, x), (b, y)| {
            let certainty = y.reason.certainty.cmp(&x.reason.certainty);
            certainty
                .then(rank(a).cmp(&rank(b)))
                .then(a.cmp(b))
                .then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        heading(text, "Taken for one thing. Are they two?");
        for (id, link) in weak.into_iter().take(self.limit) {
            let words = format!("{id}, {}: {}", surety(link.reason.certainty), link.reason);
            self.pair(text, &words, "different", link.a, link.b)?;
        }
        Ok(())
    }

    /// Things of one name that were kept apart only since nothing speaks for one.
    fn namesakes(&self, text: &mut String) -> anyhow::Result<()> {
        heading(text, "Kept apart, though of one name. Are they one?");
        let first: BTreeMap<&EntityId, usize> = self
            .identity
            .groups
            .iter()
            .map(|group| (&group.id, group.members[0]))
            .collect();
        let apart = self.identity.apart.iter();
        let people = apart.filter(|apart| apart.a.kind() == Some(EntityType::Person));
        for apart in people.take(self.limit) {
            if let (Some(&a), Some(&b)) = (first.get(&apart.a), first.get(&apart.b)) {
                let words = format!("{} and {}: {}", apart.a, apart.b, apart.words);
                self.pair(text, &words, "same", a, b)?;
            }
        }
        Ok(())
    }

    /// Events and documents of which articles give days that cannot both be right.
    fn days(&self, text: &mut String) -> anyhow::Result<()> {
        heading(
            text,
            "Articles give different days. Which statement is wrong?",
        );
        let mut told = 0;
        for group in &self.identity.groups {
            let members = group.members.iter();
            let described = members.map(|&member| self.identity.descriptions.get(member));
            let dated: Vec<_> = described.filter(|d| !d.dates.is_empty()).collect();
            let differ = dated.iter().any(|a| {
                dated.iter().any(|b| {
                    a.dates
                        .iter()
                        .all(|x| b.dates.iter().all(|y| excludes(*x, *y)))
                })
            });
            if !differ || told == self.limit {
                continue;
            }
            told += 1;
            let _ = writeln!(text, "\n# {}", group.id);
            for description in dated {
                let predicate = match description.id.kind() {
                    Some(EntityType::Document) => "issuedOn",
                    _ => "occursOn",
                };
                for date in &description.dates {
                    let (article, id) = (&description.article, &description.id);
                    let _ = writeln!(
                        text,
                        "# [[drop]]\n# article = {}\n# subject = {}\n# predicate = \"{predicate}\"\n# object = \"{date}\"",
                        quoted(article),
                        quoted(id.as_str())
                    );
                }
            }
        }
        Ok(())
    }

    fn pair(
        &self,
        text: &mut String,
        words: &str,
        rule: &str,
        a: usize,
        b: usize,
    ) -> anyhow::Result<()> {
        let _ = writeln!(text, "\n# {words}");
        let mut things = Vec::new();
        for index in [a, b] {
            let description = self.identity.descriptions.get(index);
            let facts = self
                .store
                .facts_as_read(self.mapping, &description.article)?;
            let sentence = facts
                .entities
                .get(&description.id)
                .and_then(|entity| facts.quotes.get(entity.sentences.first()?));
            let sentence = sentence.map_or_else(String::new, |quote| one_line(quote));
            let _ = writeln!(text, "#   {}: “{sentence}”", description.article);
            let thing = format!("{} in {}", description.id, description.article);
            things.push(quoted(&thing));
        }
        let _ = writeln!(text, "# [[{rule}]]\n# things = [{}]", things.join(", "));
        Ok(())
    }
}

fn heading(text: &mut String, words: &str) {
    let _ = writeln!(text, "\n# == {words}");
}

/// Text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Whether two dates share no day.
fn excludes(a: Edtf, b: Edtf) -> bool {
    let bounds = |date: Edtf| {
        let first = date.start().first_day()?;
        let last = date.end().and_then(crate::model::EdtfDate::last_day);
        Some((first, last))
    };
    match (bounds(a), bounds(b)) {
        (Some((first, last)), Some((other_first, other_last))) => {
            last.is_some_and(|last| last < other_first)
                || other_last.is_some_and(|last| last < first)
        }
        _ => false,
    }
}
