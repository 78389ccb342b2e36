//! Applies what an expert says to the groups that the evidence made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::curation::{Curation, CurationError, Thing};
use super::evidence::{Certainty, reason};
use super::{Group, Identity, Link};
use crate::model::EntityId;
use crate::ontology::Ontology;

/// What a thing of a rule means.
enum Meaning {
    /// The group at this index.
    Group(usize),
    /// A thing that the ontology knows.
    Known(EntityId),
}

/// Applies all rules.
pub(super) fn apply(
    identity: &mut Identity,
    ontology: &Ontology,
    curation: &Curation,
) -> Result<(), CurationError> {
    if curation.is_silent() {
        return Ok(());
    }
    let mut work = Work::new(identity, ontology, curation);
    work.check_different()?;
    work.same()?;
    work.rename()?;
    work.retype()?;
    work.drop()?;
    identity.groups.retain(|group| !group.members.is_empty());
    let left: BTreeSet<&EntityId> = identity.groups.iter().map(|group| &group.id).collect();
    let apart = identity.apart.iter();
    let apart = apart.filter(|apart| left.contains(&apart.a) && left.contains(&apart.b));
    let apart = apart.cloned().collect();
    identity.apart = apart;
    Ok(())
}

struct Work<'a> {
    identity: &'a mut Identity,
    ontology: &'a Ontology,
    curation: &'a Curation,
    /// The group of each description.
    home: BTreeMap<usize, usize>,
    by_id: BTreeMap<EntityId, usize>,
}

impl<'a> Work<'a> {
    fn new(identity: &'a mut Identity, ontology: &'a Ontology, curation: &'a Curation) -> Self {
        let (mut home, mut by_id) = (BTreeMap::new(), BTreeMap::new());
        for (index, group) in identity.groups.iter().enumerate() {
            by_id.insert(group.id.clone(), index);
            home.extend(group.members.iter().map(|&member| (member, index)));
        }
        Self {
            identity,
            ontology,
            curation,
            home,
            by_id,
        }
    }

    /// What a thing means; none, with a remark, where it is unknown and that is no error.
    fn meaning(&mut self, thing: &Thing) -> Result<Option<Meaning>, CurationError> {
        if thing.article.is_none() {
            if let Some(&index) = self.by_id.get(&thing.id) {
                return Ok(Some(Meaning::Group(self.now(index))));
            }
            if self.ontology.entry(&thing.id).is_some() {
                return Ok(Some(Meaning::Known(thing.id.clone())));
            }
        }
        let described = 0..self.identity.descriptions.len();
        let members = described.filter(|&member| self.means(thing, member));
        let groups: BTreeSet<usize> = members
            .filter_map(|member| self.home.get(&member).copied())
            .collect();
        match groups.first() {
            Some(&only) if groups.len() == 1 => Ok(Some(Meaning::Group(self.now(only)))),
            Some(_) => {
                let ids: Vec<&str> = groups
                    .iter()
                    .map(|&group| self.identity.groups[group].id.as_str())
                    .collect();
                let message = format!("`{}` are several: {}", thing.id, ids.join(", "));
                Err(self.curation.error(thing.line, message))
            }
            None => {
                let place = thing
                    .article
                    .as_ref()
                    .map_or_else(String::new, |article| format!(" in article `{article}`"));
                let message = format!(
                    "no article speaks of `{}`{place}; `ngoaivu explain --entity` prints ids",
                    thing.id
                );
                self.unless_lenient(thing.line, message)?;
                Ok(None)
            }
        }
    }

    fn unless_lenient(&mut self, line: usize, message: String) -> Result<(), CurationError> {
        let error = self.curation.error(line, message);
        if self.curation.lenient {
            self.identity.idle.push(error);
            Ok(())
        } else {
            Err(error)
        }
    }

    /// Whether the description at a place is of a thing.
    fn means(&self, thing: &Thing, member: usize) -> bool {
        let descriptions = &self.identity.descriptions;
        thing.means(descriptions.id(member), descriptions.article(member))
    }

    /// Where a group went that was joined to another one.
    fn now(&self, index: usize) -> usize {
        let member = self.identity.groups[index].members.first();
        member
            .and_then(|member| self.home.get(member).copied())
            .unwrap_or(index)
    }

    /// Only that what is told apart is known; keeping it apart was the blocks' work.
    fn check_different(&mut self) -> Result<(), CurationError> {
        for things in &self.curation.different {
            for thing in things {
                let mut described = 0..self.identity.descriptions.len();
                let known =
                    self.by_id.contains_key(&thing.id) || self.ontology.entry(&thing.id).is_some();
                if !described.any(|member| self.means(thing, member))
                    && (thing.article.is_some() || !known)
                {
                    self.meaning(thing)?;
                }
            }
        }
        Ok(())
    }

    fn same(&mut self) -> Result<(), CurationError> {
        for things in &self.curation.same {
            let mut target: Option<Meaning> = None;
            for thing in things {
                let Some(meaning) = self.meaning(thing)? else {
                    continue;
                };
                target = Some(match target {
                    None => meaning,
                    Some(first) => self.join(first, meaning, thing.line)?,
                });
            }
            if let (Some(Meaning::Group(group)), Some(first)) = (target, things.first()) {
                self.refuse_contradiction(group, first.line)?;
            }
        }
        Ok(())
    }

    /// Joins what two things mean; the first keeps its id, unless the ontology knows the other.
    fn join(&mut self, a: Meaning, b: Meaning, line: usize) -> Result<Meaning, CurationError> {
        match (a, b) {
            (Meaning::Known(a), Meaning::Known(b)) if a == b => Ok(Meaning::Known(a)),
            (Meaning::Known(a), Meaning::Known(b)) => {
                let message = format!("`{a}` and `{b}` are two things of the ontology");
                Err(self.curation.error(line, message))
            }
            (Meaning::Known(id), Meaning::Group(group))
            | (Meaning::Group(group), Meaning::Known(id)) => {
                self.identity.groups[group].id = id;
                Ok(Meaning::Group(group))
            }
            (Meaning::Group(a), Meaning::Group(b)) if a == b => Ok(Meaning::Group(a)),
            (Meaning::Group(a), Meaning::Group(b)) => {
                let given = std::mem::take(&mut self.identity.groups[b].members);
                let links = std::mem::take(&mut self.identity.groups[b].links);
                self.home.extend(given.iter().map(|&member| (member, a)));
                let known = self.ontology.entry(&self.identity.groups[b].id).is_some();
                let words = format!("{}, line {line} says so", self.curation.file);
                let other = self.identity.groups[b].id.clone();
                let group: &mut Group = &mut self.identity.groups[a];
                group.links.extend(links);
                if let (Some(&a), Some(&b)) = (group.members.first(), given.first()) {
                    let reason = Arc::new(reason(Certainty::Curated, words));
                    group.links.push(Link { a, b, reason });
                }
                group.members.extend(given);
                group.members.sort_unstable();
                if known {
                    group.id = other;
                }
                Ok(Meaning::Group(a))
            }
        }
    }

    /// Whether a group holds what a rule of `different` tells apart.
    fn refuse_contradiction(&self, group: usize, line: usize) -> Result<(), CurationError> {
        for things in &self.curation.different {
            let members = &self.identity.groups[group].members;
            let sides: BTreeSet<usize> = things
                .iter()
                .enumerate()
                .filter(|(_, thing)| members.iter().any(|&member| self.means(thing, member)))
                .map(|(side, _)| side)
                .collect();
            if sides.len() > 1 {
                let message = format!(
                    "this contradicts `different` in line {}",
                    things.first().map_or(0, |thing| thing.line)
                );
                return Err(self.curation.error(line, message));
            }
        }
        Ok(())
    }

    /// The group that a rule changes; things of the ontology are changed there.
    fn own(&mut self, thing: &Thing, what: &str) -> Result<Option<usize>, CurationError> {
        match self.meaning(thing)? {
            Some(Meaning::Group(group)) => {
                let id = self.identity.groups[group].id.clone();
                if self.ontology.entry(&id).is_some() {
                    return Err(self.of_the_ontology(thing, &id, what));
                }
                Ok(Some(group))
            }
            Some(Meaning::Known(id)) => Err(self.of_the_ontology(thing, &id, what)),
            None => Ok(None),
        }
    }

    fn of_the_ontology(&self, thing: &Thing, id: &EntityId, what: &str) -> CurationError {
        let message = format!("`{id}` is part of the ontology; {what} it there (`--ontology DIR`)");
        self.curation.error(thing.line, message)
    }

    fn rename(&mut self) -> Result<(), CurationError> {
        let mut done: BTreeMap<usize, (String, usize)> = BTreeMap::new();
        for (thing, name) in &self.curation.renames {
            let Some(group) = self.own(thing, "rename")? else {
                continue;
            };
            let rule = (name.clone(), thing.line);
            if let Some((earlier, line)) = done.insert(group, rule)
                && earlier != *name
            {
                let message = format!("this contradicts the name `{earlier}` in line {line}");
                return Err(self.curation.error(thing.line, message));
            }
            self.identity.groups[group].name = Some(name.clone());
        }
        Ok(())
    }

    fn retype(&mut self) -> Result<(), CurationError> {
        let mut done: BTreeMap<usize, usize> = BTreeMap::new();
        for (thing, kind) in &self.curation.retypes {
            let Some(group) = self.own(thing, "retype")? else {
                continue;
            };
            let id = &self.identity.groups[group].id;
            let slug = id.as_str().split_once('/').map_or("", |(_, slug)| slug);
            let new = EntityId::new(*kind, slug);
            if let Some(line) = done.insert(group, thing.line)
                && new != *id
            {
                let message = format!("this contradicts the type in line {line}");
                return Err(self.curation.error(thing.line, message));
            }
            self.identity.groups[group].id = new;
        }
        Ok(())
    }

    fn drop(&mut self) -> Result<(), CurationError> {
        for thing in &self.curation.drops {
            let Some(group) = self.own(thing, "leave out")? else {
                continue;
            };
            if self.identity.groups[group].name.is_some() {
                let message = "this contradicts a new name of the same thing".to_owned();
                return Err(self.curation.error(thing.line, message));
            }
            self.identity.groups[group].dropped = true;
        }
        for dropped in &self.curation.dropped_statements {
            let changes = &mut self.identity.changes;
            let changes = changes.entry(dropped.article.clone()).or_default();
            changes.dropped.push(dropped.words.clone());
        }
        Ok(())
    }
}
