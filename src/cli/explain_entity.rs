//! `ngoaivu explain --entity`: why the articles' things of one name are one thing, or several.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write as _};

use super::show::named;
use super::store::{Opened, StoreArgs};
use super::{Console, Outcome};
use crate::model::EntityId;
use crate::pipeline::identity;
use crate::rdf::Mapping;
use crate::resolve::{Certainty, Group, Identity};

/// Names, articles, why they were taken for one, and what was kept apart.
pub(super) fn run(entity: &str, store: &StoreArgs, console: Console) -> anyhow::Result<Outcome> {
    let opened = store.open(console)?;
    let ontology = opened.ontology()?;
    let Opened { store, outcome, .. } = opened;
    let mapping = Mapping::new(store.iris().clone(), &ontology.entries);
    let identity = identity(&store, &mapping, ontology)?;
    let mut ids: BTreeSet<EntityId> = BTreeSet::new();
    for entity in named(&store, entity)? {
        ids.insert(entity.id);
    }
    // What was kept apart bears the name too.
    for apart in &identity.apart {
        if ids.contains(&apart.a) || ids.contains(&apart.b) {
            ids.extend([apart.a.clone(), apart.b.clone()]);
        }
    }
    let mut text = String::new();
    for id in &ids {
        let group = identity.groups.iter().find(|group| group.id == *id);
        match group {
            Some(group) => describe(group, &identity, &mut text),
            None => {
                let _ = writeln!(
                    text,
                    "{id}\n  known to the ontology, and found by its names\n"
                );
            }
        }
    }
    for apart in &identity.apart {
        if ids.contains(&apart.a) || ids.contains(&apart.b) {
            let _ = writeln!(
                text,
                "kept apart: {} and {}\n  {}",
                apart.a, apart.b, apart.words
            );
        }
    }
    io::stdout().write_all(text.as_bytes())?;
    Ok(outcome)
}

fn describe(group: &Group, identity: &Identity, text: &mut String) {
    let descriptions = &identity.descriptions;
    let names = group.members.iter();
    let names: BTreeSet<&str> = names.map(|&member| descriptions.name(member)).collect();
    let names: Vec<&str> = names.into_iter().collect();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}\n  called {}", group.id, names.join("; "));
    for description in group.members.iter().map(|&member| descriptions.get(member)) {
        let mut posts: BTreeSet<String> = BTreeSet::new();
        for post in &description.posts {
            let title = post.title.as_deref().unwrap_or("a post");
            let time = post
                .time
                .map_or_else(String::new, |time| format!(" {time}"));
            posts.insert(format!("{title}, {}{time}", post.body_name));
        }
        let posts: Vec<String> = posts.into_iter().collect();
        let posts = if posts.is_empty() {
            String::new()
        } else {
            format!(": {}", posts.join("; "))
        };
        let _ = writeln!(
            text,
            "  `{} in {}`{posts}",
            description.id, description.article
        );
    }
    for link in &group.links {
        let (a, b) = (descriptions.article(link.a), descriptions.article(link.b));
        let _ = writeln!(
            text,
            "  one in {a} and {b}, {}: {}",
            surety(link.reason.certainty),
            link.reason
        );
    }
    text.push('\n');
}

/// A certainty in words.
pub(super) const fn surety(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Curated => "said by an expert",
        Certainty::Certain => "certain",
        Certainty::Likely => "likely",
        Certainty::Circumstantial => "by circumstance",
        Certainty::NameOnly => "by name alone",
    }
}
