//! What resolution looks up again and again, made once from the ontology.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{EntityId, EntityType};
use crate::ontology::{Entry, EntryIndex, HeadNounIndex, LabelKind, Ontology};
use crate::text::fold;

/// The list of nouns before the name of a province.
pub(super) const PROVINCE_NOUNS: &str = "identity.province-noun";

/// The list of those before the name of a centrally-run city.
pub(super) const CITY_NOUNS: &str = "identity.city-noun";

/// What resolution knows beside what articles say.
#[derive(Debug, Clone)]
pub struct Knowledge<'o> {
    pub(super) ontology: &'o Ontology,
    /// Protocol rank by folded title.
    ranks: FxHashMap<String, u8>,
    /// The folded forms of the nouns that open names of agencies, and whether such bodies are local.
    nouns: FxHashMap<String, bool>,
    /// For each head noun its labels, folded.
    labels: Vec<Vec<String>>,
    /// Foreign statesmen by their folded surname, where one alone bears it, with the state served.
    statesmen: FxHashMap<String, Option<(&'o EntityId, &'o EntityId)>>,
    /// States and provinces by all their full names, folded, with the name to compare by.
    territories: FxHashMap<String, (EntityType, String)>,
    /// The first words of those names.
    first_words: FxHashSet<String>,
    /// For entries that did not always exist those of their kind that share a name with them, in order,
    /// themselves among them.
    namesakes: FxHashMap<EntryIndex, Vec<EntryIndex>>,
}

impl<'o> Knowledge<'o> {
    /// Prepares what resolution looks up again and again.
    pub fn new(ontology: &'o Ontology) -> Self {
        let mut ranks = FxHashMap::default();
        for role in &ontology.roles {
            for label in &role.labels {
                ranks.entry(fold(label)).or_insert(role.rank);
            }
        }
        let agencies = ontology.head_nouns.iter();
        let agencies = agencies.filter(|noun| noun.kind == EntityType::Agency);
        let nouns = agencies.flat_map(|noun| {
            let labels = noun.labels.iter().chain([&noun.name]);
            labels.map(|label| (fold(label), noun.local))
        });
        // Start-up waits for this.
        let (namesakes, (territories, statesmen)) = rayon::join(
            || namesakes(&ontology.entries),
            || (territories(ontology), statesmen(ontology)),
        );
        Self {
            ontology,
            ranks,
            nouns: nouns.collect(),
            labels: labels(ontology),
            first_words: territories.keys().filter_map(|n| first_word(n)).collect(),
            territories,
            statesmen,
            namesakes,
        }
    }

    /// The entries of one kind that share a name with one that did not always exist; none for others.
    pub(super) fn namesakes(&self, entry: EntryIndex) -> &[EntryIndex] {
        self.namesakes.get(&entry).map_or(&[], Vec::as_slice)
    }

    /// What took the place of a known body.
    pub(super) fn heirs(&self, id: &EntityId) -> impl Iterator<Item = &'o EntityId> {
        let entries = &self.ontology.entries;
        let entry = self.ontology.entry(id).map(|entry| &entries[entry]);
        let heirs = entry.map_or(&[][..], |entry| entry.successors.as_slice());
        heirs.iter().map(|&heir| &entries[heir].id)
    }

    /// The ministry that a known body is part of, or it itself, as it is called today.
    pub(super) fn ministry(&self, id: &EntityId) -> Option<EntityId> {
        let entries = &self.ontology.entries;
        let mut entry = &entries[self.ontology.entry(id)?];
        for _ in 0..4 {
            // What all ministries are part of is none.
            match entry.part_of.map(|up| &entries[up]) {
                Some(up) if up.part_of.is_some() => entry = up,
                _ => break,
            }
        }
        for _ in 0..4 {
            match entry.successors.as_slice() {
                [heir] => entry = &entries[*heir],
                _ => break,
            }
        }
        Some(entry.id.clone())
    }

    /// The ontology it was made from.
    pub fn ontology(&self) -> &'o Ontology {
        self.ontology
    }

    /// The labels of a head noun, folded.
    pub(super) fn labels(&self, noun: HeadNounIndex) -> &[String] {
        &self.labels[noun]
    }

    /// Whether the name of a state or province begins with this folded word.
    pub(super) fn opens_territory(&self, word: &str) -> bool {
        self.first_words.contains(word)
    }

    /// The state or province with this folded name, and the name to compare it by.
    pub(super) fn territory(&self, folded: &str) -> Option<&(EntityType, String)> {
        self.territories.get(folded)
    }

    /// The one known foreign statesman of a folded surname, and the state served.
    pub(super) fn statesman(&self, surname: &str) -> Option<(&'o EntityId, &'o EntityId)> {
        *self.statesmen.get(surname)?
    }

    /// Whether these folded words are a head noun of agencies and no more.
    pub(super) fn is_head_noun(&self, folded: &str) -> bool {
        self.nouns.contains_key(folded)
    }

    /// Whether a folded name is that of a territory's body (`sở ngoại vụ`) without its territory.
    pub(super) fn lacks_territory(&self, folded: &str) -> bool {
        let words: Vec<&str> = folded.split_whitespace().collect();
        let opens = (1..=words.len().min(5)).rev().find(|&end| {
            let noun = words[..end].join(" ");
            self.nouns.get(&noun).copied().unwrap_or(false)
        });
        let Some(start) = opens else { return false };
        let rest = &words[start..];
        let units = self.phrases("identity.unit-word");
        let names_unit = units.iter().any(|unit| rest.contains(&unit.as_str()));
        let names_place = (0..rest.len()).any(|from| {
            (from + 1..=rest.len().min(from + 5)).any(|to| {
                let named = self.ontology.entries_named(&rest[from..to].join(" "));
                named.iter().any(|(entry, _)| {
                    let kind = self.ontology.entries[*entry].kind;
                    matches!(
                        kind,
                        EntityType::Country | EntityType::Province | EntityType::Place
                    )
                })
            })
        });
        !names_unit && !names_place
    }

    /// Whether a list of `cues/identity.toml` holds a folded phrase.
    pub(super) fn listed(&self, list: &str, folded: &str) -> bool {
        self.phrases(list).iter().any(|phrase| phrase == folded)
    }

    /// The phrases of a list, as they are written there: in lower case.
    pub(super) fn phrases(&self, list: &str) -> &'o [String] {
        phrases(self.ontology, list)
    }

    /// Nouns before the name of a province, which the name does without.
    pub(super) fn place_nouns(&self) -> impl Iterator<Item = &'o String> {
        let (provinces, cities) = (self.phrases(PROVINCE_NOUNS), self.phrases(CITY_NOUNS));
        provinces.iter().chain(cities)
    }

    /// Protocol rank of a title, 1 the highest; 0 where rank says nothing.
    pub(super) fn rank(&self, title: &str) -> u8 {
        self.ranks.get(&fold(title)).copied().unwrap_or(0)
    }

    /// The state that a body or territory belongs to.
    pub(super) fn state_of(&self, id: &EntityId) -> Option<EntityId> {
        if id.kind() == Some(EntityType::Country) {
            return Some(id.clone());
        }
        if id.kind() == Some(EntityType::Province) {
            return Some(EntityId::new(EntityType::Country, "vn"));
        }
        let entries = &self.ontology.entries;
        let mut entry = &entries[self.ontology.entry(id)?];
        for _ in 0..4 {
            let up = entry.territory.or(entry.part_of)?;
            entry = &entries[up];
            match entry.kind {
                EntityType::Country => return Some(entry.id.clone()),
                EntityType::Province => return Some(EntityId::new(EntityType::Country, "vn")),
                _ => {}
            }
        }
        None
    }
}

fn namesakes(entries: &[Entry]) -> FxHashMap<EntryIndex, Vec<EntryIndex>> {
    let passing = || {
        let entries = entries.iter().enumerate();
        entries.filter(|(_, entry)| entry.valid_from.is_some() || entry.valid_until.is_some())
    };
    let mut bearers: FxHashMap<&str, Vec<EntryIndex>> = FxHashMap::default();
    for label in passing().flat_map(|(_, entry)| &entry.labels) {
        bearers.entry(&label.text).or_default();
    }
    for (index, entry) in entries.iter().enumerate() {
        for label in &entry.labels {
            if let Some(bearers) = bearers.get_mut(label.text.as_str()) {
                bearers.push(index);
            }
        }
    }
    let of = |entry: &Entry| {
        let labels = entry.labels.iter();
        let mut namesakes: Vec<EntryIndex> = labels
            .flat_map(|label| bearers[label.text.as_str()].iter().copied())
            .filter(|&other| entries[other].kind == entry.kind)
            .collect();
        namesakes.sort_unstable();
        namesakes.dedup();
        namesakes
    };
    passing().map(|(index, entry)| (index, of(entry))).collect()
}

fn labels(ontology: &Ontology) -> Vec<Vec<String>> {
    let nouns = ontology.head_nouns.iter();
    nouns
        .map(|noun| noun.labels.iter().map(|label| fold(label)).collect())
        .collect()
}

fn first_word(name: &str) -> Option<String> {
    name.split_whitespace().next().map(str::to_owned)
}

/// The phrases of a list, or its words; none where there is no such list.
pub(super) fn phrases<'o>(ontology: &'o Ontology, list: &str) -> &'o [String] {
    let cue = ontology.cue(list).ok();
    cue.and_then(|cue| ontology.cue_list(cue))
        .map_or(&[], |(_, list)| match list.words.as_slice() {
            [] => &list.phrases,
            words => words,
        })
}

fn statesmen(ontology: &Ontology) -> FxHashMap<String, Option<(&EntityId, &EntityId)>> {
    let mut statesmen = FxHashMap::default();
    let entries = ontology.entries.iter();
    for entry in entries.filter(|entry| entry.kind == EntityType::Person) {
        let state = entry.territory.map(|state| &ontology.entries[state]);
        let Some(state) = state.filter(|state| state.code.as_deref() != Some("VN")) else {
            continue;
        };
        // Names in plain letters are written surname last; a surname of two is no one's alone.
        let full = entry.labels.iter().filter(|label| label.text.is_ascii());
        let surnames = full.filter_map(|label| Some(fold(label.text.rsplit_once(' ')?.1)));
        for surname in surnames.collect::<BTreeSet<String>>() {
            let one = Some((&entry.id, &state.id));
            let known = statesmen.entry(surname).or_insert(one);
            if *known != one {
                *known = None;
            }
        }
    }
    statesmen
}

fn territories(ontology: &Ontology) -> FxHashMap<String, (EntityType, String)> {
    let mut territories = FxHashMap::default();
    for entry in &ontology.entries {
        if !matches!(entry.kind, EntityType::Country | EntityType::Province) {
            continue;
        }
        let known = (entry.kind, fold(&entry.name));
        for label in &entry.labels {
            let full = matches!(label.kind, LabelKind::Preferred | LabelKind::Alias)
                || label.kind == LabelKind::Acronym && label.text.chars().count() > 2;
            if full {
                let territory = territories.entry(fold(&label.text));
                territory.or_insert_with(|| known.clone());
            }
        }
    }
    territories
}
