//! Finds the trigger phrases of `ontology/cues/` in one article.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Reading;
use crate::ontology::{Cue, Ontology, Target};
use crate::text::TokenRange;

/// The lists the rules of this module use, by name.
pub(super) const LISTS: &[&str] = &[
    "anaphora.any-event",
    "anaphora.behind",
    "anaphora.ceremony",
    "anaphora.classifier",
    "anaphora.delegates",
    "anaphora.event",
    "anaphora.localities",
    "anaphora.other-localities",
    "anaphora.province",
    "anaphora.we",
    "clause.break",
    "clause.credit",
    "clause.join",
    "clause.locative",
    "clause.noun",
    "clause.object-end",
    "clause.oblique",
    "clause.opening",
    "clause.people",
    "clause.reporter",
    "clause.wish",
    "cooperation.exercise",
    "cooperation.hostile",
    "cooperation.noun",
    "cooperation.reciprocal",
    "cooperation.such-as",
    "cooperation.two-countries",
    "cooperation.verb",
    "documents.act",
    "documents.agreement",
    "documents.before-date",
    "documents.issue",
    "documents.law",
    "documents.plan",
    "documents.sign",
    "documents.signing",
    "happens.bare-verb",
    "happens.before-date",
    "happens.end",
    "happens.head",
    "happens.occasion",
    "happens.other-bracket",
    "happens.review",
    "happens.verb",
    "involves.about",
    "involves.both",
    "involves.project",
    "involves.session",
    "jurisdiction.body",
    "jurisdiction.other-body",
    "markets.sell",
    "markets.way",
    "organizes.agent",
    "organizes.congress",
    "organizes.congress-body",
    "organizes.not-after",
    "organizes.noun",
    "organizes.verb",
    "part-of.body",
    "part-of.central",
    "part-of.department",
    "part-of.directorate",
    "part-of.firm",
    "part-of.independent",
    "part-of.party-committee",
    "part-of.press",
    "part-of.section",
    "part-of.system",
    "part-of.system-body",
    "part-of.takes-over",
    "part-of.top",
    "part-of.under",
    "participates.fringe",
    "participates.list",
    "participates.list-end",
    "participates.meet",
    "participates.not-after",
    "participates.noun",
    "participates.other-word",
    "participates.setting",
    "participates.side",
    "participates.speech",
    "participates.tail",
    "participates.verb",
    "positions.appointed",
    "positions.diplomat",
    "positions.field",
    "positions.link",
    "positions.ordinal",
    "positions.plural",
    "positions.remark",
    "positions.shared",
    "positions.stand-in",
    "positions.territory",
    "series.frame",
    "series.such-as",
    "theme.noun",
    "visits.arrival",
    "visits.delegation",
    "visits.end",
    "visits.invitation",
    "visits.journey",
    "visits.led",
    "visits.make",
    "visits.members",
    "visits.noun",
    "visits.noun-marker",
    "visits.on-arrival",
    "visits.owner-end",
    "visits.receive",
    "visits.verb",
];

/// The place of each list in [`LISTS`].
static SLOTS: LazyLock<FxHashMap<&str, usize>> = LazyLock::new(|| {
    let places = LISTS.iter().enumerate();
    places.map(|(slot, list)| (*list, slot)).collect()
});

/// For each list of cues of the ontology its place in [`LISTS`], looked up once for all articles.
#[derive(Debug, Clone)]
pub struct RelationCues {
    slots: Vec<Option<u8>>,
}

impl RelationCues {
    /// Looks up the lists that the rules use; one that the ontology lacks has no phrases.
    pub fn new(ontology: &Ontology) -> Self {
        let mut slots = Vec::new();
        for (slot, name) in (0..).zip(LISTS) {
            if let Ok(cue) = ontology.cue(name) {
                let index = cue.index();
                slots.resize(slots.len().max(index + 1), None);
                slots[index] = Some(slot);
            }
        }
        Self { slots }
    }

    fn slot(&self, cue: Cue) -> Option<usize> {
        let slot = self.slots.get(cue.index()).copied().flatten();
        slot.map(usize::from)
    }
}

/// Where each list's phrases stand, by start; of phrases that begin together the longest.
pub(super) struct Cues {
    /// The phrases of each of [`LISTS`].
    ranges: Vec<Vec<TokenRange>>,
    /// For each token a bit for each of [`LISTS`] of which a phrase begins there.
    begins: Vec<u128>,
}

impl Cues {
    pub(super) fn new(reading: &Reading<'_>, lists: &RelationCues) -> Self {
        let mut ranges: Vec<Vec<TokenRange>> = vec![Vec::new(); LISTS.len()];
        let mut begins = vec![0; reading.text.tokens.len()];
        for found in reading.matches {
            let Target::Cue(cue) = found.target else {
                continue;
            };
            let Some(slot) = lists.slot(cue) else {
                continue;
            };
            if crosses_into_name(reading, &found.tokens) {
                continue;
            }
            let list = &mut ranges[slot];
            // A phrase inside a longer one of the same list says nothing of its own.
            let inside_last = list.last().is_some_and(|last| {
                last.start <= found.tokens.start && found.tokens.end <= last.end
            });
            if !inside_last {
                list.push(found.tokens.clone());
                begins[found.tokens.start] |= 1 << slot;
            }
        }
        Self { ranges, begins }
    }

    /// The phrases of a list that lie inside a range of tokens, in order.
    pub(super) fn inside(&self, list: &'static str, tokens: &TokenRange) -> &[TokenRange] {
        let slot = SLOTS.get(list).copied();
        debug_assert!(slot.is_some(), "{list} is missing in LISTS");
        slot.map_or(&[], |slot| begin_in(&self.ranges[slot], tokens))
    }

    /// The phrase of a list that begins at a token.
    pub(super) fn at(&self, list: &'static str, token: usize) -> Option<TokenRange> {
        debug_assert!(LISTS.contains(&list), "{list} is missing in LISTS");
        let mut begins = *self.begins.get(token)?;
        // Few lists have a phrase here, so comparing with these is quicker than looking up the list.
        while begins != 0 {
            let slot = begins.trailing_zeros() as usize;
            if LISTS[slot] == list {
                let found = begin_in(&self.ranges[slot], &(token..token + 1));
                return found.first().cloned();
            }
            begins &= begins - 1;
        }
        None
    }
}

/// Those of some phrases, sorted by start, that begin in a range.
fn begin_in<'a>(phrases: &'a [TokenRange], tokens: &TokenRange) -> &'a [TokenRange] {
    let from = phrases.partition_point(|r| r.start < tokens.start);
    let to = phrases.partition_point(|r| r.start < tokens.end);
    &phrases[from..to.max(from)]
}

/// Whether a phrase ends inside a name that begins within it: `dự lễ [khai mạc …]` is read as `dự`.
fn crosses_into_name(reading: &Reading<'_>, phrase: &TokenRange) -> bool {
    let next = reading
        .mentions
        .partition_point(|m| m.tokens.start <= phrase.start);
    reading
        .mentions
        .get(next)
        .is_some_and(|m| m.tokens.start < phrase.end && m.tokens.end >= phrase.end)
        && !reading.mentions[..next]
            .iter()
            .rev()
            .take(4)
            .any(|m| m.tokens.end >= phrase.end)
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
        assert!(LISTS.len() <= 128, "each has a bit");
    }
}
