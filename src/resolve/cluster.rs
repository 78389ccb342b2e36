//! Within an article: gathers names into entities.

use std::collections::BTreeMap;

use super::event_core::Core;
use super::gathered::Gathered;
use super::knowledge::Knowledge;
use super::{agency, anaphor, document, era, event, mission, owner};
use crate::model::{EdtfDate, Entity, EntityId, EntityType, Found, Mention, Rule, Source};
use crate::ontology::Ontology;
use crate::text::{Text, TokenRange, fold};

/// The entities of one article and where they are named.
#[derive(Debug, Clone, Default)]
pub struct Resolution {
    /// Entities by first mention; their ids are provisional until [`assign`](super::assign).
    pub entities: Vec<Entity>,
    /// Mentions in order.
    pub mentions: Vec<Mention>,
    /// The tokens of each mention.
    pub tokens: Vec<TokenRange>,
}

/// Names that mean one thing.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    pub(super) kind: EntityType,
    /// What it is compared by; the shape depends on the type.
    pub(super) key: String,
    /// The ontology's entry, where it is one.
    pub(super) entry: Option<usize>,
    /// The head noun its name begins with.
    pub(super) head: Option<usize>,
    /// The name to show.
    pub(super) name: String,
    /// The name folded, of events, which are compared by it.
    pub(super) folded: String,
    /// The cores of its names, of events.
    pub(super) cores: Vec<Core>,
    /// Indices of the names found, in order.
    pub(super) members: Vec<usize>,
    /// Whether an agency's name says what it belongs to, or need not.
    pub(super) owned: bool,
    /// Whether its territory, which its name leaves out, is a city: `UBND thành phố`.
    pub(super) city: Option<bool>,
}

impl Cluster {
    /// A thing that no name stands for yet.
    pub(super) fn bare(kind: EntityType, key: String, name: String, head: usize) -> Self {
        Self {
            kind,
            key,
            entry: None,
            head: Some(head),
            name,
            folded: String::new(),
            cores: Vec::new(),
            members: Vec::new(),
            owned: true,
            city: None,
        }
    }
}

/// What resolution within an article works on.
pub(super) struct Material<'a> {
    pub(super) text: &'a Text,
    pub(super) ontology: &'a Ontology,
    pub(super) knowledge: &'a Knowledge<'a>,
    pub(super) found: &'a [Found],
    /// The time the article speaks of, for names that meant different units at different times.
    pub(super) when: Option<EdtfDate>,
}

impl Material<'_> {
    /// The names that begin at a token.
    pub(super) fn beginning_at(&self, token: usize) -> impl Iterator<Item = &Found> {
        let first = self.found.partition_point(|name| name.tokens.start < token);
        let rest = self.found[first..].iter();
        rest.take_while(move |name| name.tokens.start == token)
    }

    /// The folded words of a name, single-spaced.
    pub(super) fn folded(&self, tokens: TokenRange) -> String {
        let words: Vec<&str> = tokens.map(|t| self.text.folded(t)).collect();
        words.join(" ")
    }
}

/// Gathers the names of an article into entities.
pub fn within_article(
    text: &Text,
    knowledge: &Knowledge<'_>,
    found: &[Found],
    when: Option<EdtfDate>,
) -> Resolution {
    let material = Material {
        text,
        ontology: knowledge.ontology,
        knowledge,
        found,
        when,
    };
    let mut gathered = Gathered::default();
    let mut cluster_of: Vec<Option<usize>> = vec![None; found.len()];
    for (index, name) in found.iter().enumerate() {
        if name.anaphor || matches!(name.source, Source::SameAs(..)) {
            continue;
        }
        let proposal = propose(&material, index);
        cluster_of[index] = Some(gathered.join(&material, proposal));
    }
    let mut clusters = gathered.clusters;
    mission::complete(&material, &mut clusters, &mut cluster_of);
    let mut owners = owner::complete(&material, &mut clusters, &mut cluster_of);
    repeat_references(found, &mut clusters, &mut cluster_of);
    by_short_form(&material, &mut clusters, &mut cluster_of);
    anaphor::attach(&material, &mut owners, &mut clusters, &mut cluster_of);
    assemble(&material, &clusters, &cluster_of)
}

/// The cluster a name would be on its own.
fn propose(material: &Material<'_>, index: usize) -> Cluster {
    let name = &material.found[index];
    let head = match name.source {
        Source::HeadNoun(head, _) => Some(head),
        _ => None,
    };
    let (key, written) = match name.source {
        Source::Entry(_) => (String::new(), String::new()),
        _ => {
            let tokens = || name.tokens.clone();
            (material.folded(tokens()), material.text.phrase(tokens()))
        }
    };
    let mut cluster = Cluster {
        kind: name.kind,
        key,
        entry: None,
        head,
        name: written,
        folded: String::new(),
        cores: Vec::new(),
        members: vec![index],
        owned: true,
        city: None,
    };
    if let Source::Entry(entry) = name.source {
        let entry = era::entry_at(material, entry);
        cluster.entry = Some(entry);
        let known = &material.ontology.entries[entry];
        cluster.name.clone_from(&known.name);
        cluster.key = known.id.as_str().to_owned();
        if name.kind == EntityType::Event {
            cluster.folded = fold(&cluster.name);
            cluster.cores = event::cores(material, name, &cluster.folded);
        }
        return cluster;
    }
    match name.kind {
        EntityType::Agency => agency::describe(material, name, &mut cluster),
        EntityType::Event => {
            cluster.key = event::key(material, name);
            cluster.folded = event::folded(material, name);
            cluster.cores = event::cores(material, name, &cluster.folded);
        }
        EntityType::Document => cluster.key = document::key(material, name),
        _ => {}
    }
    cluster
}

/// Moves members of one cluster, with what is known by them, to another.
pub(super) fn move_to(
    material: &Material<'_>,
    clusters: &mut [Cluster],
    cluster_of: &mut [Option<usize>],
    moved: Cluster,
    home: usize,
) {
    for &member in &moved.members {
        cluster_of[member] = Some(home);
    }
    absorb(material, &mut clusters[home], moved);
}

/// Takes the members of another cluster; the longer name and key win, known names stay.
pub(super) fn absorb(material: &Material<'_>, home: &mut Cluster, other: Cluster) {
    let known = matches!(home.kind, EntityType::Person | EntityType::Event);
    if known && home.entry.is_none() && other.entry.is_some() {
        home.entry = other.entry;
        home.name.clone_from(&other.name);
        home.key.clone_from(&other.key);
    }
    let fuller = || other.name.chars().count() > home.name.chars().count();
    if home.entry.is_none() && !material.found.is_empty() && fuller() {
        home.name = other.name;
        home.folded = other.folded;
        home.key = other.key;
        home.head = other.head.or(home.head);
    }
    for core in other.cores {
        if !home.cores.contains(&core) {
            home.cores.push(core);
        }
    }
    let ascending = home.members.last() < other.members.first();
    home.members.extend(other.members);
    if !ascending {
        home.members.sort_unstable();
    }
}

/// Sends acronyms and repetitions where the name they stand for went.
fn repeat_references(found: &[Found], clusters: &mut [Cluster], cluster_of: &mut [Option<usize>]) {
    let places: BTreeMap<(usize, usize), usize> = found
        .iter()
        .enumerate()
        .map(|(i, f)| ((f.tokens.start, f.tokens.len()), i))
        .collect();
    for index in 0..found.len() {
        let mut target = index;
        for _ in 0..4 {
            match found[target].source {
                Source::SameAs(start, length) => match places.get(&(start, length)) {
                    Some(&next) => target = next,
                    None => break,
                },
                _ => break,
            }
        }
        if target != index
            && let Some(home) = cluster_of[target]
        {
            cluster_of[index] = Some(home);
            anaphor::insert_sorted(&mut clusters[home].members, index);
        }
    }
}

/// `Hội nghị SAO` is the event whose short form is `SAO`.
fn by_short_form(
    material: &Material<'_>,
    clusters: &mut [Cluster],
    cluster_of: &mut [Option<usize>],
) {
    let events = || {
        let found = material.found.iter().enumerate();
        found.filter(|(_, name)| name.kind == EntityType::Event && !name.anaphor)
    };
    let short_forms: BTreeMap<String, usize> = events()
        .filter(|(_, name)| name.tokens.len() == 1)
        .filter_map(|(index, name)| {
            Some((material.folded(name.tokens.clone()), cluster_of[index]?))
        })
        .collect();
    let named: Vec<(usize, usize)> = events()
        .filter_map(|(index, name)| {
            let Source::HeadNoun(_, length) = name.source else {
                return None;
            };
            let behind = name.tokens.start + length..name.tokens.end;
            let home = *short_forms.get(&material.folded(behind))?;
            let own = cluster_of[index].filter(|&own| own != home)?;
            Some((own, home))
        })
        .collect();
    for (own, home) in named {
        let members = std::mem::take(&mut clusters[own].members);
        for &member in &members {
            cluster_of[member] = Some(home);
            anaphor::insert_sorted(&mut clusters[home].members, member);
        }
    }
}

fn assemble(
    material: &Material<'_>,
    clusters: &[Cluster],
    cluster_of: &[Option<usize>],
) -> Resolution {
    let mut order: Vec<usize> = (0..clusters.len())
        .filter(|&c| !clusters[c].members.is_empty())
        .collect();
    order.sort_by_key(|&c| clusters[c].members[0]);
    let mut entity_of = vec![usize::MAX; clusters.len()];
    let mut resolution = Resolution::default();
    for (entity, &c) in order.iter().enumerate() {
        entity_of[c] = entity;
        resolution
            .entities
            .push(entity_from(material, &clusters[c]));
    }
    for (index, name) in material.found.iter().enumerate() {
        let Some(cluster) = cluster_of[index] else {
            continue;
        };
        resolution.mentions.push(Mention {
            entity: entity_of[cluster],
            span: material.text.span(name.tokens.clone()),
            text: material.text.phrase(name.tokens.clone()),
            anaphor: name.anaphor,
            rule: Rule::Borrowed(name.rule),
        });
        resolution.tokens.push(name.tokens.clone());
    }
    resolution
}

fn entity_from(material: &Material<'_>, cluster: &Cluster) -> Entity {
    let mut aliases: Vec<String> = cluster
        .members
        .iter()
        .map(|&m| &material.found[m])
        .filter(|f| !f.anaphor)
        .map(|f| material.text.phrase(f.tokens.clone()))
        .filter(|form| *form != cluster.name)
        .collect();
    aliases.sort();
    aliases.dedup();
    let known = cluster.entry.map(|e| &material.ontology.entries[e]);
    Entity {
        id: known.map_or_else(|| EntityId::new(cluster.kind, ""), |e| e.id.clone()),
        kind: cluster.kind,
        name: cluster.name.clone(),
        aliases,
        code: known.and_then(|e| e.code.clone()),
    }
}
