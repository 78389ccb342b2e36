//! An article's facts under the ids that all articles agreed on, and back.

use std::collections::{BTreeMap, BTreeSet};

use super::{ArticleFacts, EntityFacts, Statement, Value};
use crate::model::EntityId;
use crate::resolve::Changes;

impl Changes {
    /// Whether the facts as read can be had back from the resolved ones by renaming: no two things
    /// became one, none was dropped, renamed, retyped, or found in the ontology.
    pub(crate) fn is_reversible(
        &self,
        facts: &ArticleFacts,
        known: impl Fn(&EntityId) -> bool,
    ) -> bool {
        let mut ids = BTreeSet::new();
        self.names.is_empty()
            && self.dropped.is_empty()
            && facts.entities.keys().all(|id| match self.ids.get(id) {
                Some(Some(new)) => new.kind() == id.kind() && !known(new) && ids.insert(new),
                Some(None) => false,
                None => ids.insert(id),
            })
    }

    /// The way back of reversible changes.
    pub(crate) fn reversed(&self) -> Self {
        let pairs = self.ids.iter();
        let pairs = pairs.filter_map(|(old, new)| Some((new.clone()?, Some(old.clone()))));
        Self {
            ids: pairs.collect(),
            ..Self::default()
        }
    }
}

impl ArticleFacts {
    /// The same facts with these changes. What no longer fits its predicate is left out.
    pub fn resolved(&self, changes: &Changes) -> Self {
        if changes.is_empty() {
            return self.clone();
        }
        let new_id = |id: &EntityId| match changes.ids.get(id) {
            Some(new) => new.clone(),
            None => Some(id.clone()),
        };
        let mut entities: BTreeMap<EntityId, EntityFacts> = BTreeMap::new();
        for (id, entity) in &self.entities {
            let Some(new) = new_id(id) else { continue };
            let mut entity = entity.clone();
            if let Some(kind) = new.kind() {
                entity.kind = kind;
            }
            if let Some(name) = changes.names.get(&new) {
                let old = std::mem::replace(&mut entity.name, name.clone());
                entity.aliases.insert(old);
                entity.aliases.remove(name);
            }
            match entities.get_mut(&new) {
                None => {
                    entities.insert(new, entity);
                }
                Some(home) => {
                    home.sentences.extend(entity.sentences);
                    home.aliases.extend(entity.aliases);
                    if entity.name != home.name {
                        home.aliases.insert(entity.name);
                    }
                }
            }
        }
        let mut resolved = Self {
            entities,
            statements: BTreeMap::new(),
            figures: self.figures.clone(),
            ..self.clone()
        };
        for (statement, reading) in &self.statements {
            if changes.dropped.contains(&statement.words()) {
                continue;
            }
            let Some(statement) = with_ids(statement, new_id) else {
                continue;
            };
            let home = resolved.statements.entry(statement).or_default();
            home.evidence.extend(&reading.evidence);
            home.rules.extend(reading.rules.iter().cloned());
        }
        for figure in resolved.figures.values_mut() {
            figure.owner = figure.owner.as_ref().and_then(new_id);
        }
        resolved
    }
}

impl Statement {
    /// `SUBJECT PREDICATE OBJECT`, as a curation file names it.
    pub fn words(&self) -> String {
        let object = match &self.object {
            Value::Entity(id) => id.to_string(),
            Value::Date(date) => date.to_string(),
            Value::Text(text) => text.clone(),
        };
        format!("{} {} {object}", self.subject, self.predicate)
    }
}

fn with_ids(
    statement: &Statement,
    new_id: impl Fn(&EntityId) -> Option<EntityId>,
) -> Option<Statement> {
    let subject = new_id(&statement.subject)?;
    let object = match &statement.object {
        Value::Entity(id) => Value::Entity(new_id(id)?),
        other => other.clone(),
    };
    if let Value::Entity(id) = &object {
        let retyped = subject.kind() != statement.subject.kind()
            || !matches!(&statement.object, Value::Entity(old) if old.kind() == id.kind());
        let admitted = || {
            Some(
                statement.predicate.admits_subject(subject.kind()?)
                    && statement.predicate.admits_object(id.kind()?),
            )
        };
        if *id == subject || retyped && !admitted().unwrap_or(false) {
            return None;
        }
    } else if subject.kind() != statement.subject.kind()
        && !subject
            .kind()
            .is_some_and(|kind| statement.predicate.admits_subject(kind))
    {
        return None;
    }
    Some(Statement {
        subject,
        object,
        ..statement.clone()
    })
}
