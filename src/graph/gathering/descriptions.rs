//! How articles describe things, each description kept once.

use super::pile::{Pile, Place};
use crate::graph::EntityFacts;
use crate::graph::build::count;
use crate::model::{EntityId, EntityType, Index};

/// Descriptions as they are written one behind the other, each behind its number.
#[derive(Debug, Default)]
pub(super) struct Descriptions {
    bytes: Pile<u8>,
    count: u32,
    /// Where they lie, by their hashes.
    index: Index,
}

/// A description, read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Description<'a> {
    pub(super) kind: EntityType,
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) code: Option<&'a str>,
    pub(super) aliases: Vec<&'a str>,
}

/// Marks in the place of a length that there is no text.
const NONE: u32 = u32::MAX;

/// Bytes of a number.
const NUMBER: usize = size_of::<u32>();

/// Appends a description. No description begins with another, since lengths stand before what they measure.
pub(super) fn write(id: &EntityId, entity: &EntityFacts, bytes: &mut Vec<u8>) {
    bytes.push(entity.kind as u8);
    let lengths = [
        count(id.as_str().len()),
        count(entity.name.len()),
        entity.code.as_ref().map_or(NONE, |code| count(code.len())),
        count(entity.aliases.len()),
    ];
    lengths
        .iter()
        .for_each(|length| bytes.extend_from_slice(&length.to_le_bytes()));
    bytes.extend_from_slice(id.as_str().as_bytes());
    bytes.extend_from_slice(entity.name.as_bytes());
    if let Some(code) = &entity.code {
        bytes.extend_from_slice(code.as_bytes());
    }
    for alias in &entity.aliases {
        bytes.extend_from_slice(&count(alias.len()).to_le_bytes());
        bytes.extend_from_slice(alias.as_bytes());
    }
}

impl Descriptions {
    /// Where the description with this hash lies, which is nearly always the right one.
    pub(super) fn likely(&self, hash: u32) -> Option<usize> {
        self.index.likely(hash)
    }

    /// The number of what lies at a place.
    pub(super) fn number_at(&self, place: usize) -> u32 {
        Rest(self.bytes.from(Place::of(place))).length()
    }

    fn is(&self, place: usize, words: &[u8]) -> bool {
        let bytes = self.bytes.from(Place::of(place)).get(NUMBER..);
        bytes.is_some_and(|bytes| bytes.starts_with(words))
    }

    /// The number of a description, which is added if it is not there; most likely it lies at a place with a
    /// number.
    pub(super) fn number(&mut self, words: &[u8], hash: u32, likely: Option<(usize, u32)>) -> u32 {
        if let Some((place, number)) = likely
            && self.is(place, words)
        {
            return number;
        }
        if let Some(place) = self.index.find(hash, |place| self.is(place, words)) {
            return self.number_at(place);
        }
        let number = self.count;
        self.count += 1;
        let numbered = [&number.to_le_bytes(), words].concat();
        let place = self.bytes.extend(&numbered).number();
        self.index.insert(hash, place);
        number
    }

    pub(super) fn len(&self) -> usize {
        self.count as usize
    }

    /// All of them in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = Description<'_>> {
        self.bytes.pieces().flat_map(|piece| {
            let mut rest = Rest(piece);
            std::iter::from_fn(move || (!rest.0.is_empty()).then(|| rest.description()))
        })
    }
}

/// What of the bytes has not been read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn description(&mut self) -> Description<'a> {
        self.take(NUMBER);
        let kind = EntityType::ALL[usize::from(self.take(1)[0])];
        let [id, name, code, aliases] = [(); 4].map(|()| self.length());
        Description {
            kind,
            id: self.text(id),
            name: self.text(name),
            code: (code != NONE).then(|| self.text(code)),
            aliases: (0..aliases)
                .map(|_| {
                    let length = self.length();
                    self.text(length)
                })
                .collect(),
        }
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(length);
        self.0 = rest;
        taken
    }

    fn length(&mut self) -> u32 {
        let bytes = self.take(NUMBER).try_into();
        bytes.map_or(0, u32::from_le_bytes)
    }

    fn text(&mut self, length: u32) -> &'a str {
        let bytes = self.take(length as usize);
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::hash_of;

    #[test]
    fn a_description_is_kept_once_and_read_as_it_was_written() {
        let id = EntityId::new(EntityType::Province, "hà-giang");
        let mut entity = EntityFacts {
            kind: EntityType::Province,
            name: "tỉnh Hà Giang".to_owned(),
            aliases: ["Hà Giang", "H\u{0}G"].map(str::to_owned).into(),
            code: None,
            sentences: BTreeSet::new(),
        };
        let mut known = Descriptions::default();
        let mut number = |entity: &EntityFacts| {
            let mut words = Vec::new();
            write(&id, entity, &mut words);
            let hash = hash_of(&words[..]);
            let likely = known.likely(hash);
            let likely = likely.map(|place| (place, known.number_at(place)));
            known.number(&words, hash, likely)
        };
        let plain = entity.clone();
        assert_eq!(number(&entity), 0);
        entity.code = Some("VN-03".to_owned());
        assert_eq!(number(&entity), 1);
        entity.aliases.clear();
        assert_eq!((number(&entity), number(&plain)), (2, 0));
        let read: Vec<Description<'_>> = known.iter().collect();
        assert_eq!(read.len(), 3);
        assert_eq!((read[0].id, read[0].name), (id.as_str(), "tỉnh Hà Giang"));
        assert_eq!(read[0].aliases, ["H\u{0}G", "Hà Giang"]);
        assert_eq!((read[0].code, read[1].code), (None, Some("VN-03")));
        assert!(read[2].aliases.is_empty());
    }
}
