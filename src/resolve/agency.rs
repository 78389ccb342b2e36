//! What an agency's name is in full: its head noun written out, its province by its own name.

use super::cluster::{Cluster, Material};
use super::generic::is_departmental;
use super::knowledge::phrases;
use crate::model::{EntityType, Found, Source};

/// Words before a province's name that the key leaves out.
const PLACE_NOUNS: [&str; 5] = ["tỉnh", "thành phố", "tp", "tp .", "thành phố ."];

/// Fills name, key and ownership of an agency's cluster.
pub(super) fn describe(material: &Material<'_>, name: &Found, cluster: &mut Cluster) {
    let Source::HeadNoun(head, length) = name.source else {
        return;
    };
    let noun = &material.ontology.head_nouns[head];
    let mut shown = noun.name.clone();
    let mut key = crate::text::fold(&noun.name);
    let mut token = name.tokens.start + length;
    let mut owned = !noun.local;
    while token < name.tokens.end {
        if let Some((end, province)) = province_at(material, name, token) {
            let entry = &material.ontology.entries[province];
            strip_place_noun(&mut shown, &mut key);
            shown.push(' ');
            shown.push_str(&entry.name);
            key.push(' ');
            key.push_str(entry.id.as_str());
            owned = true;
            token = end;
            continue;
        }
        if starts_name(material, name, token) {
            owned = true;
        }
        if material.text.tokens[token].space_before {
            shown.push(' ');
        }
        shown.push_str(material.text.clean(token));
        key.push(' ');
        key.push_str(material.text.folded(token));
        token += 1;
    }
    if !owned {
        cluster.city = level(&key);
        strip_place_noun(&mut shown, &mut key);
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

/// Whether the level a local body's name ends with is that of a city: `UBND thành phố`, `UBND tỉnh`.
fn level(key: &str) -> Option<bool> {
    let ends = |noun: &&str| {
        key.strip_suffix(*noun)
            .is_some_and(|rest| rest.ends_with(' '))
    };
    PLACE_NOUNS
        .iter()
        .find(|noun| ends(noun))
        .map(|noun| *noun != "tỉnh")
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

/// Whether another place's name begins at a token inside the agency's.
fn starts_name(material: &Material<'_>, name: &Found, token: usize) -> bool {
    material.beginning_at(token).any(|f| {
        f.tokens.end <= name.tokens.end && matches!(f.kind, EntityType::Country | EntityType::Place)
    })
}

fn strip_place_noun(shown: &mut String, key: &mut String) {
    for noun in PLACE_NOUNS {
        if let Some(rest) = key.strip_suffix(noun).and_then(|r| r.strip_suffix(' ')) {
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
