//! Builds the ontology from its files: looks up ids and checks what must hold between things.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::cues::{self, CueList};
use super::fields::{self, Class, Fields};
use super::lexicon::{Cue, Target};
use super::lexicon_builder::LexiconBuilder;
use super::phrase::CaseRule;
use super::turtle::{self, OWN, SourceFile};
use super::{Entry, HeadNoun, Ontology, OntologyError, Role, RoleBody, RoleKind};
use crate::model::{EntityId, EntityType};

/// The place of a thing in its list.
#[derive(Debug, Clone, Copy)]
enum Place {
    Entry(usize),
    HeadNoun(usize),
    Role(usize),
}

/// A thing that was read but whose ids are not looked up yet.
struct Thing {
    /// Index of the file it stands in.
    file: usize,
    id: String,
    /// Aside, since they are large and things are moved.
    fields: Box<Fields>,
}

/// Builds an ontology from layers of files; what a later layer describes replaces what an earlier
/// one said under the same id.
pub(super) fn from_layers(layers: &[Vec<SourceFile>]) -> Result<Ontology, OntologyError> {
    let mut things = Vec::new();
    let mut lists = BTreeMap::new();
    let mut sources = Vec::new();
    for layer in layers {
        let (turtle, toml): (Vec<_>, Vec<_>) = layer
            .iter()
            .partition(|source| !source.name.ends_with(".toml"));
        let first_file = sources.len();
        // Start-up waits for this, so that files are read side by side.
        let (read, cues): (Vec<_>, Vec<_>) = rayon::join(
            || {
                let files = turtle.par_iter().enumerate().with_max_len(1);
                files
                    .map(|(file, source)| things_of(first_file + file, source))
                    .collect()
            },
            || {
                let files = toml.par_iter().with_max_len(1);
                files.map(|source| cues::read(source)).collect()
            },
        );
        for file in cues {
            lists.extend(file?);
        }
        sources.extend(turtle);
        let first = things.len();
        for file in read {
            things.append(&mut file?);
        }
        replace_earlier(&mut things, first, &sources)?;
    }
    let mut classes = Vec::with_capacity(things.len());
    for thing in &mut things {
        let class = fields::check(&mut thing.fields);
        let source = sources[thing.file];
        classes.push(class.map_err(|message| source.error_at(&thing.id, "", message))?);
    }
    let places = places(&things, &classes, &sources)?;
    let lists: Vec<_> = lists.into_iter().collect();
    let lexicon = lexicon(&things, &classes, &places, &lists);
    let (lexicon, ontology) = rayon::join(
        || lexicon.build(),
        || assemble(things, &classes, &places.by_id, &sources),
    );
    Ok(Ontology {
        lexicon,
        cues: lists,
        ..ontology?
    })
}

fn things_of(file: usize, source: &SourceFile) -> Result<Vec<Thing>, OntologyError> {
    turtle::read(source, |things: &mut Vec<Thing>, statement| {
        let id = statement.subject;
        match things.last_mut() {
            Some(thing) if thing.id == id => thing.fields.add(statement, source),
            _ => {
                let mut fields = Box::<Fields>::default();
                fields.add(statement, source)?;
                let id = id.to_owned();
                things.push(Thing { file, id, fields });
                Ok(())
            }
        }
    })
}

/// Drops the things before `first` that are described again behind it; twice within one layer is an
/// error.
fn replace_earlier(
    things: &mut Vec<Thing>,
    first: usize,
    sources: &[&SourceFile],
) -> Result<(), OntologyError> {
    let mut seen = map_of(things.len() - first);
    for thing in &things[first..] {
        if let Some(file) = seen.insert(thing.id.as_str(), thing.file) {
            let message = format!(
                "`{}` is described twice, here and in {}; join the two",
                thing.id, sources[file].name
            );
            return Err(sources[thing.file].error_at(&thing.id, "", message));
        }
    }
    let earlier = things[..first].iter();
    let replaced: Vec<bool> = earlier
        .map(|thing| seen.contains_key(thing.id.as_str()))
        .collect();
    let mut replaced = replaced.into_iter();
    things.retain(|_| !replaced.next().unwrap_or(false));
    Ok(())
}

/// An empty map in which so many have room.
fn map_of<K, V>(length: usize) -> FxHashMap<K, V> {
    FxHashMap::with_capacity_and_hasher(length, FxBuildHasher)
}

/// The places of all things, in their order and by their ids.
struct Places {
    in_order: Vec<Place>,
    by_id: FxHashMap<String, Place>,
}

/// Gives every thing its place; checks that its id says the same as its class.
fn places(
    things: &[Thing],
    classes: &[Class],
    sources: &[&SourceFile],
) -> Result<Places, OntologyError> {
    let mut in_order = Vec::with_capacity(things.len());
    let mut by_id = map_of(things.len());
    let (mut entries, mut roles, mut head_nouns) = (0.., 0.., 0..);
    for (thing, class) in things.iter().zip(classes) {
        let (segment, place) = match class {
            Class::Entry(kind) => (kind.segment(), entries.next().map(Place::Entry)),
            Class::Role(_) => ("role", roles.next().map(Place::Role)),
            Class::HeadNoun => ("head-noun", head_nouns.next().map(Place::HeadNoun)),
        };
        let id = thing.id.as_str();
        let fits = id
            .split_once('/')
            .is_some_and(|(first, slug)| first == segment && !slug.is_empty());
        if !fits {
            let message = format!("`{id}` does not fit its class; write <{segment}/…>");
            return Err(sources[thing.file].error_at(id, "", message));
        }
        if let Some(place) = place {
            in_order.push(place);
            by_id.insert(id.to_owned(), place);
        }
    }
    Ok(Places { in_order, by_id })
}

/// All things, without what is looked for in texts.
fn assemble(
    things: Vec<Thing>,
    classes: &[Class],
    places: &FxHashMap<String, Place>,
    sources: &[&SourceFile],
) -> Result<Ontology, OntologyError> {
    let mut ontology = Ontology {
        entries: Vec::with_capacity(things.len()),
        by_id: map_of(things.len()),
        ..Ontology::default()
    };
    for (Thing { file, id, fields }, &class) in things.into_iter().zip(classes) {
        let source = sources[file];
        let ids = Ids { places, source, id };
        match class {
            Class::Entry(kind) => ontology.entries.push(entry(*fields, kind, &ids)?),
            Class::Role(kind) => ontology.roles.push(role(*fields, kind, &ids)?),
            Class::HeadNoun => ontology.head_nouns.push(head_noun(*fields, &ids)?),
        }
    }
    for (index, entry) in ontology.entries.iter().enumerate() {
        ontology.by_id.insert(entry.id.clone(), index);
        if let Some(code) = &entry.code {
            let coded = ontology.by_code.entry(code.clone());
            coded.or_default().push(index);
        }
    }
    Ok(ontology)
}

/// Looks up the ids that one thing refers to.
struct Ids<'a> {
    places: &'a FxHashMap<String, Place>,
    source: &'a SourceFile,
    id: String,
}

impl Ids<'_> {
    fn error(&self, id: &str, message: String) -> OntologyError {
        self.source.error_at(&self.id, id, message)
    }

    fn entry(&self, id: &str) -> Result<usize, OntologyError> {
        match self.places.get(id) {
            Some(Place::Entry(index)) => Ok(*index),
            Some(_) => Err(self.error(id, format!("`{id}` is a word, not a named thing"))),
            None => Err(self.error(
                id,
                format!("`{id}` is described nowhere; check its spelling"),
            )),
        }
    }

    fn optional_entry(&self, id: Option<&String>) -> Result<Option<usize>, OntologyError> {
        id.map(|id| self.entry(id)).transpose()
    }

    fn head_noun(&self, id: &str) -> Result<usize, OntologyError> {
        match self.places.get(id) {
            Some(Place::HeadNoun(index)) => Ok(*index),
            _ => Err(self.error(id, format!("`{id}` is no head noun of head_nouns.ttl"))),
        }
    }
}

fn entry(fields: Fields, kind: EntityType, ids: &Ids<'_>) -> Result<Entry, OntologyError> {
    let successors = fields
        .successors
        .iter()
        .map(|id| ids.entry(id))
        .collect::<Result<_, _>>()?;
    Ok(Entry {
        id: EntityId(ids.id.clone()),
        kind,
        part_of: ids.optional_entry(fields.part_of.as_ref())?,
        territory: ids.optional_entry(fields.territory.as_ref())?,
        name: fields.name.unwrap_or_default(),
        name_en: fields.name_en,
        labels: fields.labels,
        designation: fields.designation,
        code: fields.code,
        gso_code: fields.gso_code,
        document_code: fields.document_code,
        occurs_on: fields.occurs_on,
        valid_from: fields.valid_from,
        valid_until: fields.valid_until,
        successors,
        point: fields.latitude.zip(fields.longitude),
        links: fields.links,
        source: ids.source.name.clone(),
    })
}

fn role(fields: Fields, kind: RoleKind, ids: &Ids<'_>) -> Result<Role, OntologyError> {
    let body = match fields.held_in.as_deref() {
        None => RoleBody::None,
        Some(body) => match body.strip_prefix(OWN) {
            Some("Agency") => RoleBody::Agency,
            Some("Country") => RoleBody::Country,
            Some("Territory") => RoleBody::Territory,
            Some(other) => {
                let message = format!(
                    "`nv:{other}` holds no roles; write nv:Agency, nv:Country, nv:Territory or an id"
                );
                return Err(ids.error(other, message));
            }
            None => RoleBody::Entry(ids.entry(body)?),
        },
    };
    Ok(Role {
        id: slug(&ids.id),
        name: fields.name.unwrap_or_default(),
        name_en: fields.name_en,
        labels: texts(fields.labels),
        rank: fields.rank,
        kind,
        body,
        head_noun: fields
            .heads
            .as_ref()
            .map(|id| ids.head_noun(id))
            .transpose()?,
    })
}

fn head_noun(fields: Fields, ids: &Ids<'_>) -> Result<HeadNoun, OntologyError> {
    let Some(kind) = fields.names else {
        let message = "it does not say what it names; add `nv:names nv:Agency` or another class";
        return Err(ids.error("", message.to_owned()));
    };
    Ok(HeadNoun {
        id: slug(&ids.id),
        name: fields.name.unwrap_or_default(),
        name_en: fields.name_en,
        labels: texts(fields.labels),
        kind,
        anaphoric: fields.anaphoric,
        local: fields.local,
        lower_case: fields.lower_case,
        mission: fields.mission,
        outside_name: fields.outside_name,
    })
}

fn slug(id: &str) -> String {
    id.split_once('/').map_or(id, |(_, slug)| slug).to_owned()
}

fn texts(labels: Vec<super::Label>) -> Vec<String> {
    labels.into_iter().map(|label| label.text).collect()
}

/// All that is looked for in texts.
fn lexicon(
    things: &[Thing],
    classes: &[Class],
    places: &Places,
    lists: &[(String, CueList)],
) -> LexiconBuilder {
    let mut lexicon = LexiconBuilder::default();
    for ((thing, class), &place) in things.iter().zip(classes).zip(&places.in_order) {
        for label in &thing.fields.labels {
            let target = match place {
                Place::Entry(index) => Target::Name(index, label.kind),
                Place::Role(index) => Target::Role(index),
                Place::HeadNoun(index) => Target::HeadNoun(index),
            };
            lexicon.add(&label.text, target, case_rule(*class, &label.text));
        }
    }
    for (index, (_, list)) in lists.iter().enumerate() {
        let cue = Target::Cue(Cue(u16::try_from(index).unwrap_or(u16::MAX)));
        for phrase in &list.phrases {
            lexicon.add(phrase, cue, CaseRule::Any);
        }
    }
    lexicon
}

fn case_rule(class: Class, label: &str) -> CaseRule {
    match class {
        Class::Entry(EntityType::Agency) => {
            let blanks = label.bytes().filter(|&byte| byte == b' ').count();
            if blanks >= 2 {
                CaseRule::OneCapital
            } else {
                CaseRule::EveryCapital
            }
        }
        Class::Entry(EntityType::Country) => CaseRule::Country,
        Class::Entry(_) => CaseRule::EveryCapital,
        Class::Role(_) | Class::HeadNoun => CaseRule::Any,
    }
}
