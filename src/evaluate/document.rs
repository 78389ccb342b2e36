//! One document's annotation as JSON has it, gold and system alike.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Number;

/// The annotation of one document.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Document {
    /// Name of the document.
    pub doc: String,
    pub(super) entities: Vec<Entity>,
    pub(super) mentions: Vec<Mention>,
    pub(super) dates: Vec<Date>,
    pub(super) relations: Vec<Relation>,
    pub(super) figures: Vec<Figure>,
}

/// Start and end of a span.
pub(super) type Place = (i64, i64);

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Entity {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) name: Option<String>,
    pub(super) code: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Mention {
    pub(super) entity: String,
    pub(super) start: i64,
    pub(super) end: i64,
    #[serde(default)]
    pub(super) text: String,
    #[serde(default)]
    pub(super) anaphor: bool,
    #[serde(default)]
    pub(super) optional: bool,
    pub(super) rule: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Date {
    pub(super) start: i64,
    pub(super) end: i64,
    #[serde(default)]
    pub(super) text: String,
    pub(super) value: String,
    pub(super) rule: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Relation {
    pub(super) subject: String,
    pub(super) predicate: String,
    pub(super) object: String,
    pub(super) title: Option<String>,
    pub(super) evidence: Option<Evidence>,
    pub(super) rule: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub(super) struct Evidence {
    pub(super) start: i64,
    pub(super) end: i64,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Figure {
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) value: Number,
    #[serde(default)]
    pub(super) unit: String,
    pub(super) time: Option<String>,
    pub(super) change: Option<f64>,
    pub(super) rule: Option<String>,
}

impl Mention {
    pub(super) const fn place(&self) -> Place {
        (self.start, self.end)
    }
}

impl Document {
    /// The type of each entity, by id.
    pub(super) fn types(&self) -> BTreeMap<&str, &str> {
        self.entities
            .iter()
            .map(|entity| (entity.id.as_str(), entity.kind.as_str()))
            .collect()
    }

    /// The name of each entity, by id; an entity without one goes by its id.
    pub(super) fn names(&self) -> BTreeMap<&str, &str> {
        self.entities
            .iter()
            .map(|entity| {
                let name = entity.name.as_deref().unwrap_or(&entity.id);
                (entity.id.as_str(), name)
            })
            .collect()
    }

    /// Where an entity is first mentioned, by its name before a stand-in.
    pub(super) fn first_place(&self, id: &str) -> Option<Place> {
        self.mentions
            .iter()
            .filter(|mention| mention.entity == id)
            .min_by_key(|mention| (mention.anaphor, mention.place()))
            .map(Mention::place)
    }

    /// Where each entity is mentioned.
    pub(super) fn places(&self) -> BTreeMap<&str, BTreeSet<Place>> {
        let mut places: BTreeMap<&str, BTreeSet<Place>> = BTreeMap::new();
        for mention in &self.mentions {
            let entity = places.entry(&mention.entity).or_default();
            entity.insert(mention.place());
        }
        places
    }

    /// The spans of the mentions that fulfil a condition.
    pub(super) fn places_where(&self, condition: impl Fn(&Mention) -> bool) -> BTreeSet<Place> {
        self.mentions
            .iter()
            .filter(|mention| condition(mention))
            .map(Mention::place)
            .collect()
    }
}
