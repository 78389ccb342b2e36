//! What an agency's name is in full: its head noun written out, its province by its own name.

use super::cluster::{Cluster, Material};
use super::generic::is_departmental;
use super::knowledge::{CITY_NOUNS, Knowledge, PROVINCE_NOUNS, phrases};
use super::mission;
use crate::model::{EntityType, Found, Source};
use crate::ontology::Entry;

/// Fills name, key and ownership of an agency's cluster.
pub(super) fn describe(material: &Material<'_>, name: &Found, cluster: &mut Cluster) {
    if let Source::OfState(state) = name.source {
        let state = material.beginning_at(state).find_map(|f| match f.source {
            Source::Entry(entry) if f.kind == EntityType::Country => Some(entry),
            _ => None,
        });
        if let Some(state) = state.map(|state| &material.ontology.entries[state]) {
            let own = material.text.phrase(name.tokens.clone());
            cluster.key = format!("{} {}", crate::text::fold(&own), state.id);
            cluster.name = format!("{own} {}", state.name);
            cluster.owned = true;
            // `Đảng` of Cuba is known by another name.
            let known = material.ontology.entries_named(&cluster.name).into_iter();
            let mut known = known.map(|(entry, _)| (entry, &material.ontology.entries[entry]));
            if let Some((entry, known)) = known.find(|(_, e)| e.kind == EntityType::Agency) {
                cluster.entry = Some(entry);
                cluster.name.clone_from(&known.name);
                known.id.as_str().clone_into(&mut cluster.key);
            }
        }
        return;
    }
    let start = name.tokens.start;
    let (shown, mut token, owned) = match name.source {
        Source::HeadNoun(head, length) => {
            let noun = &material.ontology.head_nouns[head];
            (noun.name.clone(), start + length, !noun.local)
        }
        Source::Context if name.tokens.len() > 1 => {
            (material.text.clean(start).to_owned(), start + 1, true)
        }
        _ => return,
    };
    let key = crate::text::fold(&shown);
    let mut full = Full { shown, key, owned };
    while token < name.tokens.end {
        token = full.step(material, name, token);
    }
    let Full {
        mut shown,
        mut key,
        mut owned,
    } = full;
    if !owned {
        cluster.city = level(material.knowledge, &key);
        strip_place_noun(material.knowledge, &mut shown, &mut key);
    }
    if is_departmental(material.ontology, &key) {
        let owner = owner_behind(material, name);
        if let Some(owner) = owner.map(|owner| &material.ontology.entries[owner]) {
            shown = format!("{shown} {}", owner.name);
            key = format!("{key} {}", owner.id);
        }
        owned = owner.is_some();
    }
    cluster.name = shown;
    cluster.key = key;
    cluster.owned = owned;
}

/// A body's name as far as it was read.
struct Full {
    shown: String,
    key: String,
    owned: bool,
}

impl Full {
    /// Adds the words of the name that begin at a token; returns the token behind them.
    fn step(&mut self, material: &Material<'_>, name: &Found, token: usize) -> usize {
        if let Some((end, state)) = mission::host_at(material, name, token) {
            self.add(&material.ontology.entries[state]);
            return end;
        }
        if let Some((end, province)) = province_at(material, name, token) {
            let entry = &material.ontology.entries[province];
            strip_place_noun(material.knowledge, &mut self.shown, &mut self.key);
            self.add(entry);
            return end;
        }
        if let Some(behind) = short_form(material, token) {
            return behind;
        }
        if material.text.tokens[token].space_before {
            self.shown.push(' ');
        }
        if let Some((end, entry)) = known_at(material, name, token) {
            let entry = &material.ontology.entries[entry];
            let written = material.text.phrase(token..end);
            let state = entry.kind == EntityType::Country;
            let short = state && written.chars().all(char::is_uppercase);
            self.shown
                .push_str(if short { &entry.name } else { &written });
            self.key.push(' ');
            self.key.push_str(entry.id.as_str());
            self.owned |= state;
            return end;
        }
        if let Some(behind) = state_noun(material, name, token) {
            self.shown.push_str(&material.text.phrase(token..behind));
            return behind;
        }
        self.owned |= starts_name(material, name, token);
        let word = material.text.clean(token);
        self.shown.push_str(word);
        // `Sở Văn hóa, Thể thao` is `Sở Văn hóa - Thể thao`.
        if !matches!(word, "," | "-" | "–") {
            self.key.push(' ');
            // `Đại sứ quán Mỹ ở Lào` is the one `tại Lào`.
            self.key.push_str(match material.text.folded(token) {
                "ở" => "tại",
                word => word,
            });
        }
        token + 1
    }

    /// Adds what the body belongs to, as the ontology calls it.
    fn add(&mut self, owner: &Entry) {
        self.shown.push(' ');
        self.shown.push_str(&owner.name);
        self.key.push(' ');
        self.key.push_str(owner.id.as_str());
        self.owned = true;
    }
}

/// The end of a short form in brackets, which is no part of the name: `(CDC)`.
fn short_form(material: &Material<'_>, open: usize) -> Option<usize> {
    let mark = |token: usize, mark| {
        token < material.text.tokens.len() && material.text.clean(token) == mark
    };
    (mark(open, "(") && mark(open + 2, ")")).then_some(open + 3)
}

/// Whether the level a local body's name ends with is that of a city: `UBND thành phố`, `UBND tỉnh`.
fn level(knowledge: &Knowledge<'_>, key: &str) -> Option<bool> {
    let ends = |list| {
        knowledge.phrases(list).iter().any(|noun| {
            key.strip_suffix(noun.as_str())
                .is_some_and(|rest| rest.ends_with(' '))
        })
    };
    if ends(CITY_NOUNS) {
        Some(true)
    } else {
        ends(PROVINCE_NOUNS).then_some(false)
    }
}

/// The known body behind a department's name: `Vụ Hợp tác quốc tế ([Bộ Y tế])`.
fn owner_behind(material: &Material<'_>, name: &Found) -> Option<usize> {
    let end = name.tokens.end;
    let between = phrases(material.ontology, "identity.owner-behind");
    material.found.iter().find_map(|f| match f.source {
        Source::Entry(entry) if f.kind == EntityType::Agency && f.tokens.start >= end => {
            let gap = material.folded(end..f.tokens.start.min(end + 3));
            let joined = f.tokens.start == end || between.contains(&gap);
            joined.then(|| super::era::entry_at(material, entry))
        }
        _ => None,
    })
}

/// A province nested in the name that begins at a token, with its end.
fn province_at(material: &Material<'_>, name: &Found, token: usize) -> Option<(usize, usize)> {
    material.beginning_at(token).find_map(|f| match f.source {
        Source::Entry(entry)
            if f.kind == EntityType::Province && f.tokens.end <= name.tokens.end =>
        {
            Some((f.tokens.end, super::era::entry_at(material, entry)))
        }
        _ => None,
    })
}

/// A state or body nested in the name that the ontology knows, which begins at a token, with its end.
fn known_at(material: &Material<'_>, name: &Found, token: usize) -> Option<(usize, usize)> {
    let nested = material.beginning_at(token).filter(|f| {
        f.tokens.end <= name.tokens.end
            && matches!(f.kind, EntityType::Country | EntityType::Agency)
    });
    let longest = nested.max_by_key(|f| f.tokens.end)?;
    match longest.source {
        Source::Entry(entry) => Some((longest.tokens.end, super::era::entry_at(material, entry))),
        _ => None,
    }
}

/// The end of a noun before a state's name that tells it from no other: `nước`, `Cộng hòa`.
fn state_noun(material: &Material<'_>, name: &Found, token: usize) -> Option<usize> {
    let word = |token: usize| (token < name.tokens.end).then(|| material.text.folded(token));
    let mut nouns = phrases(material.ontology, "identity.state-noun").iter();
    let behind = nouns.find_map(|noun| {
        let mut end = token;
        for part in noun.split(' ') {
            (word(end)? == part).then_some(())?;
            end += 1;
        }
        Some(end)
    })?;
    let (_, entry) = known_at(material, name, behind)?;
    let state = material.ontology.entries[entry].kind == EntityType::Country;
    state.then_some(behind)
}

/// Whether another place's name begins at a token inside the agency's.
fn starts_name(material: &Material<'_>, name: &Found, token: usize) -> bool {
    material.beginning_at(token).any(|f| {
        f.tokens.end <= name.tokens.end && matches!(f.kind, EntityType::Country | EntityType::Place)
    })
}

/// Takes the noun of a province from the end of a name and its key.
fn strip_place_noun(knowledge: &Knowledge<'_>, shown: &mut String, key: &mut String) {
    for noun in knowledge.place_nouns() {
        let rest = key.strip_suffix(noun.as_str());
        if let Some(rest) = rest.and_then(|r| r.strip_suffix(' ')) {
            let cut = noun.chars().filter(|c| *c != ' ').count() + noun.matches(' ').count();
            let kept: String = shown
                .chars()
                .take(shown.chars().count().saturating_sub(cut))
                .collect();
            *shown = kept.trim_end().to_owned();
            *key = rest.to_owned();
            return;
        }
    }
}
