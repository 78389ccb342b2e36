//! Finds by value what lies in a list: numbers beside their hashes, so that growing looks at no value again.

use std::hash::{BuildHasher, Hash};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

/// Places in a list, by the hashes of what lies there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    slots: HashTable<Slot>,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u32,
    place: u32,
}

/// The hash of a value, the same in each run.
pub(crate) fn hash_of(value: &(impl Hash + ?Sized)) -> u32 {
    let hash = FxBuildHasher.hash_one(value);
    (hash ^ (hash >> 32)) as u32
}

impl Index {
    /// An empty one with room for so many places.
    pub(crate) fn with_capacity(places: usize) -> Self {
        Self {
            slots: HashTable::with_capacity(places),
        }
    }

    /// The place of what has this hash and is what is looked for.
    pub(crate) fn find(&self, hash: u32, is: impl Fn(usize) -> bool) -> Option<usize> {
        let found = self.slots.find(spread(hash), |slot| {
            slot.hash == hash && is(slot.place as usize)
        });
        found.map(|slot| slot.place as usize)
    }

    /// A place with this hash, which is nearly always the right one. Asking for many before looking at
    /// what lies there lets the processor wait for all of them at once.
    pub(crate) fn likely(&self, hash: u32) -> Option<usize> {
        self.find(hash, |_| true)
    }

    /// Notes what lies at a place; it must not be known already.
    pub(crate) fn insert(&mut self, hash: u32, place: usize) {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        let slot = Slot { hash, place };
        self.slots
            .insert_unique(spread(hash), slot, |slot| spread(slot.hash));
    }
}

/// A table takes the place from the low bits and a tag from the highest.
fn spread(hash: u32) -> u64 {
    (u64::from(hash) << 32) | u64::from(hash)
}
