//! Gathers what articles say in compact form, before a graph is made of it.
//!
//! Where a graph is large, waiting for memory is nearly all of the work of taking articles into it. So what
//! they say is first noted one behind the other, each description of a thing once, apart by the hashes of
//! their ids. Then each part becomes nodes and edges by itself, small enough to stay close to the processor.

mod descriptions;
mod edges;
mod graph;
mod nodes;
mod pile;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::build::{count, naming_sentences};
use super::node::is_symmetric;
use super::{ArticleFacts, ArticleNode, Sentence, Statement, Value};
use crate::model::{Edtf, EntityId, Index, Predicate, hash_of};
use descriptions::Descriptions;
use pile::Pile;

/// Parts of equal size, by the hashes of ids; a power of two.
const SHARDS: usize = 256;

/// What articles say, gathered until a graph is made of it. Several threads may each gather some articles.
#[derive(Debug)]
pub struct Gathering {
    shards: Vec<Shard>,
    /// The articles in the order of adding.
    articles: Vec<ArticleNode>,
    /// Titles of relations with their numbers; zero is none.
    titles: FxHashMap<Arc<str>, u32>,
    /// Times with their numbers; zero is none.
    times: FxHashMap<Edtf, u32>,
    sentences: Option<BTreeMap<String, Vec<Sentence>>>,
}

/// All things whose ids have like hashes, and the statements of which they are the subjects.
#[derive(Debug, Default)]
struct Shard {
    descriptions: Descriptions,
    namings: Pile<Noted>,
    said: Pile<Said>,
    attributes: Vec<(u32, Predicate, String)>,
}

/// An article names a thing.
#[derive(Debug, Clone, Copy)]
struct Noted {
    description: u32,
    /// Place of the article in the order of adding.
    adding: u32,
    sentences: u32,
    /// First and last year of which it speaks; none where they are in the wrong order.
    years: [u16; 2],
}

/// An article says something between two things.
#[derive(Debug, Clone, Copy)]
struct Said {
    from: u32,
    to: u32,
    to_shard: u8,
    predicate: Predicate,
    title: u32,
    time: u32,
    adding: u32,
    sentences: u32,
}

/// A thing as the article at hand describes it.
struct Named<'a> {
    id: &'a EntityId,
    hash: u32,
    shard: usize,
    noted: Noted,
}

/// A description as the article at hand writes it.
struct Written {
    hash: u32,
    words: Range<usize>,
    id_hash: u32,
    shard: usize,
}

/// Bytes of a description of usual length.
const USUAL: usize = 128;

const NO_YEARS: [u16; 2] = [u16::MAX, 0];

impl Gathering {
    pub(super) fn new(with_sentences: bool) -> Self {
        Self {
            shards: (0..SHARDS).map(|_| Shard::default()).collect(),
            articles: Vec::new(),
            titles: FxHashMap::default(),
            times: FxHashMap::default(),
            sentences: with_sentences.then(BTreeMap::new),
        }
    }

    /// Adds what an article says.
    pub fn add(&mut self, facts: &ArticleFacts) {
        if let Some(kept) = &mut self.sentences {
            kept.insert(facts.id.clone(), naming_sentences(facts));
        }
        let mut named = self.describe(facts);
        let mut places = Index::with_capacity(named.len());
        for (place, named) in named.iter().enumerate() {
            places.insert(named.hash, place);
        }
        let place_of = |id: &EntityId, named: &[Named<'_>]| {
            places.find(hash_of(id.as_str()), |place| named[place].id == id)
        };
        for (statement, reading) in &facts.statements {
            let Some(subject) = place_of(&statement.subject, &named) else {
                continue;
            };
            let years = statement.years();
            named[subject].widen(years);
            let sentences = count(reading.evidence.len());
            match &statement.object {
                Value::Entity(object) => {
                    let object = place_of(object, &named);
                    if let Some(object) = object.filter(|&object| object != subject) {
                        named[object].widen(years);
                        self.say(statement, [&named[subject], &named[object]], sentences);
                    }
                }
                Value::Date(date) => self.attribute(&named[subject], statement, date.to_string()),
                Value::Text(text) => self.attribute(&named[subject], statement, text.clone()),
            }
        }
        for named in &named {
            self.shards[named.shard].namings.push(named.noted);
        }
        self.articles.push(ArticleNode {
            id: facts.id.clone(),
            title: facts.metadata.title.clone(),
            date: facts.metadata.date.clone(),
        });
    }

    /// The things of an article with the numbers of their descriptions. Each step goes over all of them, so
    /// that the processor waits for many at once.
    fn describe<'a>(&mut self, facts: &'a ArticleFacts) -> Vec<Named<'a>> {
        let mut words = Vec::with_capacity(facts.entities.len() * USUAL);
        let written = facts.entities.iter().map(|(id, entity)| {
            let start = words.len();
            descriptions::write(id, entity, &mut words);
            let id_hash = hash_of(id.as_str());
            Written {
                hash: hash_of(&words[start..]),
                words: start..words.len(),
                id_hash,
                shard: shard_of(id_hash),
            }
        });
        let written: Vec<Written> = written.collect();
        let likely = written.iter().map(|written| {
            let known = &self.shards[written.shard].descriptions;
            known.likely(written.hash)
        });
        let likely: Vec<Option<usize>> = likely.collect();
        let likely = written.iter().zip(likely).map(|(written, place)| {
            let known = &self.shards[written.shard].descriptions;
            place.map(|place| (place, known.number_at(place)))
        });
        let likely: Vec<Option<(usize, u32)>> = likely.collect();
        let adding = count(self.articles.len());
        let things = facts.entities.iter().zip(written).zip(likely);
        let named = things.map(|(((id, entity), written), likely)| {
            let known = &mut self.shards[written.shard].descriptions;
            let words = &words[written.words];
            Named {
                id,
                hash: written.id_hash,
                shard: written.shard,
                noted: Noted {
                    description: known.number(words, written.hash, likely),
                    adding,
                    sentences: count(entity.sentences.len()),
                    years: NO_YEARS,
                },
            }
        });
        named.collect()
    }

    fn say(&mut self, statement: &Statement, [subject, object]: [&Named<'_>; 2], sentences: u32) {
        let swapped = is_symmetric(statement.predicate) && object.id < subject.id;
        let (from, to) = if swapped {
            (object, subject)
        } else {
            (subject, object)
        };
        let title = statement.title.as_deref();
        let said = Said {
            from: from.noted.description,
            to: to.noted.description,
            to_shard: (to.shard % SHARDS) as u8,
            predicate: statement.predicate,
            title: title.map_or(0, |title| self.number_of_title(title)),
            time: statement.time.map_or(0, |time| {
                let next = count(self.times.len() + 1);
                *self.times.entry(time).or_insert(next)
            }),
            adding: from.noted.adding,
            sentences,
        };
        self.shards[from.shard].said.push(said);
    }

    fn number_of_title(&mut self, title: &str) -> u32 {
        if let Some(&number) = self.titles.get(title) {
            return number;
        }
        let number = count(self.titles.len() + 1);
        self.titles.insert(title.into(), number);
        number
    }

    fn attribute(&mut self, subject: &Named<'_>, statement: &Statement, value: String) {
        let attribute = (subject.noted.description, statement.predicate, value);
        self.shards[subject.shard].attributes.push(attribute);
    }
}

impl Named<'_> {
    fn widen(&mut self, years: Option<(u16, u16)>) {
        if let Some((first, last)) = years {
            let [a, b] = self.noted.years;
            self.noted.years = [a.min(first), b.max(last)];
        }
    }
}

impl Noted {
    fn years(&self) -> Option<(u16, u16)> {
        let [first, last] = self.years;
        (first <= last).then_some((first, last))
    }
}

/// The part to which an id belongs, by all bits of its hash: the tables within go by some of them.
fn shard_of(hash: u32) -> usize {
    let mixed = hash.wrapping_mul(0x9E37_79B1);
    mixed as usize >> (u32::BITS - SHARDS.trailing_zeros())
}
