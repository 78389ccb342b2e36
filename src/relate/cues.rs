//! Finds the trigger phrases of `ontology/cues/` in one article.

use std::sync::Arc;

use super::Reading;
use super::cue_lists::LISTS;
use crate::ontology::{Cue, Ontology, Target};
use crate::text::{Text, TokenRange};

/// How many places there are for the lists, of which each has one of its own.
const PLACES: usize = 16_384;

/// The factor that gives no two lists one place; searched by the compiler.
const FACTOR: u64 = {
    let mut factor = 0x9e37_79b9_7f4a_7c15;
    let mut tries = 0;
    while !parts_all(factor) {
        assert!(
            tries < 100,
            "two lists share length, beginning and end: rename one"
        );
        (factor, tries) = (factor + 2, tries + 1);
    }
    factor
};

/// For each place the list that has it, as its place in [`LISTS`].
static SLOTS: [u16; PLACES] = {
    let mut slots = [u16::MAX; PLACES];
    let mut slot = 0;
    while slot < LISTS.len() {
        slots[place(LISTS[slot], FACTOR)] = slot as u16;
        slot += 1;
    }
    slots
};

const fn parts_all(factor: u64) -> bool {
    let mut taken = [false; PLACES];
    let mut slot = 0;
    while slot < LISTS.len() {
        let place = place(LISTS[slot], factor);
        if taken[place] {
            return false;
        }
        taken[place] = true;
        slot += 1;
    }
    true
}

/// A number below [`PLACES`] from the length, the beginning and the end of a name.
#[inline]
const fn place(list: &str, factor: u64) -> usize {
    let name = list.as_bytes();
    let (Some(first), Some(last)) = (name.first_chunk(), name.last_chunk()) else {
        return 0;
    };
    let (first, last) = (u32::from_le_bytes(*first), u64::from_le_bytes(*last));
    let mixed = last ^ ((first as u64) << 17) ^ name.len() as u64;
    (mixed.wrapping_mul(factor) >> 50) as usize
}

/// The place of a list in [`LISTS`]. The rules name lists in their code, so the compiler finds most of
/// them out.
#[inline]
fn slot_of(list: &'static str) -> usize {
    let slot = usize::from(SLOTS[place(list, FACTOR)]);
    debug_assert!(LISTS.get(slot) == Some(&list), "{list} is missing in LISTS");
    slot
}

/// For each list of cues of the ontology its place in [`LISTS`], looked up once for all articles.
#[derive(Debug, Clone)]
pub struct RelationCues {
    slots: Vec<Option<u16>>,
    /// For each of [`LISTS`] its words, which are not looked for.
    words: Arc<[Vec<String>]>,
}

impl RelationCues {
    /// Looks up the lists that the rules use; one that the ontology lacks has no phrases.
    pub fn new(ontology: &Ontology) -> Self {
        let mut slots = Vec::new();
        let mut words = vec![Vec::new(); LISTS.len()];
        for (slot, name) in (0..).zip(LISTS) {
            if let Ok(cue) = ontology.cue(name) {
                let index = cue.index();
                slots.resize(slots.len().max(index + 1), None);
                slots[index] = Some(slot);
                if let Some((_, list)) = ontology.cue_list(cue) {
                    words[usize::from(slot)].clone_from(&list.words);
                }
            }
        }
        let words = words.into();
        Self { slots, words }
    }

    fn slot(&self, cue: Cue) -> Option<usize> {
        let slot = self.slots.get(cue.index()).copied().flatten();
        slot.map(usize::from)
    }
}

/// The phrases of all lists that stand in a text, by start; of those of one list that begin together the
/// longest.
pub(super) struct Cues {
    phrases: Vec<Phrase>,
    /// For each token how many phrases begin before it; one more at the end.
    first: Vec<u32>,
    /// For each token the lists of which a phrase begins there.
    begins: Vec<CueSet>,
    /// The words of each list.
    words: Arc<[Vec<String>]>,
}

struct Phrase {
    slot: usize,
    tokens: TokenRange,
}

impl Cues {
    pub(super) fn new(reading: &Reading<'_>, lists: &RelationCues) -> Self {
        let tokens = reading.text.tokens.len();
        let mut cues = Self {
            phrases: Vec::with_capacity(tokens / 4),
            first: Vec::with_capacity(tokens + 1),
            begins: vec![CueSet::default(); tokens],
            words: Arc::clone(&lists.words),
        };
        // For each list where its last phrase ends.
        let mut ends = [0; LISTS.len()];
        let (mut next, mut date) = (0, 0);
        for token in 0..tokens {
            cues.first.push(narrow(cues.phrases.len()));
            date += usize::from(
                reading
                    .dates
                    .get(date)
                    .is_some_and(|d| d.tokens.start <= token),
            );
            while reading
                .mentions
                .get(next)
                .is_some_and(|m| m.tokens.start <= token)
            {
                next += 1;
            }
            for found in reading.matches.at(token) {
                let Target::Cue(cue) = found.target else {
                    continue;
                };
                let Some(slot) = lists.slot(cue) else {
                    continue;
                };
                // A phrase inside a longer one of the same list says nothing of its own.
                let crosses = reading.runs_into_name(next, &found.tokens)
                    || reading.runs_into_date(date, &found.tokens);
                if ends[slot] < found.tokens.end && !crosses {
                    ends[slot] = found.tokens.end;
                    cues.begins[token].add(slot);
                    let tokens = found.tokens.clone();
                    cues.phrases.push(Phrase { slot, tokens });
                }
            }
        }
        cues.first.push(narrow(cues.phrases.len()));
        cues
    }

    /// The lists of which a phrase begins in a range of tokens.
    pub(super) fn lists_in(&self, tokens: &TokenRange) -> CueSet {
        let mut all = CueSet::default();
        for lists in &self.begins[tokens.clone()] {
            all.add_all(*lists);
        }
        all
    }

    /// The phrases of a list that begin in a range of tokens, in order.
    pub(super) fn inside(
        &self,
        list: &'static str,
        tokens: &TokenRange,
    ) -> impl Iterator<Item = &TokenRange> {
        let slot = slot_of(list);
        let phrases = &self.phrases[self.beginning(tokens)];
        let phrases = phrases.iter().filter(move |phrase| phrase.slot == slot);
        phrases.map(|phrase| &phrase.tokens)
    }

    /// The phrase of a list that begins at a token.
    #[inline]
    pub(super) fn at(&self, list: &'static str, token: usize) -> Option<TokenRange> {
        if !self.begins(list, token) {
            return None;
        }
        self.inside(list, &(token..token + 1)).next().cloned()
    }

    /// Whether a word of a list stands at a token of the text, or a phrase begins there.
    #[inline]
    pub(super) fn is_cue(&self, list: &'static str, text: &Text, token: usize) -> bool {
        let folded = text.folded(token);
        let words = &self.words[slot_of(list)];
        words.iter().any(|word| word == folded) || self.begins(list, token)
    }

    /// Whether a phrase of a list begins at a token.
    #[inline]
    pub(super) fn begins(&self, list: &'static str, token: usize) -> bool {
        self.begins.get(token).is_some_and(|lists| lists.has(list))
    }

    fn beginning(&self, tokens: &TokenRange) -> std::ops::Range<usize> {
        self.first[tokens.start] as usize..self.first[tokens.end] as usize
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Some of [`LISTS`], each a bit.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct CueSet([u64; CueSet::WORDS]);

impl CueSet {
    const WORDS: usize = LISTS.len().div_ceil(64);

    #[inline]
    pub(super) fn has(self, list: &'static str) -> bool {
        let slot = slot_of(list);
        self.0[slot / 64] & (1 << (slot % 64)) != 0
    }

    #[inline]
    fn add(&mut self, slot: usize) {
        self.0[slot / 64] |= 1 << (slot % 64);
    }

    #[inline]
    fn add_all(&mut self, other: Self) {
        for (mine, others) in self.0.iter_mut().zip(other.0) {
            *mine |= others;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::LISTS;
    use crate::ontology::Ontology;

    #[test]
    fn every_list_the_rules_use_is_in_the_ontology() {
        let missing: Vec<&str> = LISTS
            .iter()
            .copied()
            .filter(|list| Ontology::embedded().cue(list).is_err())
            .collect();
        assert_eq!(missing, Vec::<&str>::new());
    }

    #[test]
    fn lists_are_sorted_and_named_once() {
        assert!(LISTS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(LISTS.len() < usize::from(u16::MAX), "a place has two bytes");
        assert!(
            LISTS.iter().all(|list| list.len() >= 8),
            "what they are told by"
        );
    }
}
