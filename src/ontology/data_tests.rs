//! Tests of what `ontology/` says: codes, periods, successors, and names that must not meet.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Entry, LabelKind, Ontology, RoleBody};
use crate::model::{EdtfDate, EntityType};
use crate::text::fold;

fn of_kind(kind: EntityType) -> impl Iterator<Item = &'static Entry> {
    let entries = Ontology::embedded().entries.iter();
    entries.filter(move |entry| entry.kind == kind)
}

fn provinces_on(day: EdtfDate) -> Vec<&'static Entry> {
    of_kind(EntityType::Province)
        .filter(|entry| entry.exists_on(day))
        .collect()
}

#[test]
fn there_were_63_provinces_and_are_34() {
    let before = provinces_on(EdtfDate::day(Some(2025), 6, 30));
    let after = provinces_on(EdtfDate::day(Some(2025), 7, 1));
    assert_eq!((before.len(), after.len()), (63, 34));
    let unchanged: BTreeSet<&str> = before
        .iter()
        .filter(|entry| entry.valid_until.is_none())
        .map(|entry| entry.name.as_str())
        .collect();
    let expected = "Hà Nội,Huế,Lai Châu,Điện Biên,Sơn La,Lạng Sơn,Quảng Ninh,Thanh Hóa,Nghệ An,Hà Tĩnh,Cao Bằng";
    assert_eq!(unchanged, expected.split(',').collect());
    assert_eq!(provinces_on(EdtfDate::day(Some(2004), 1, 1)).len(), 64);
    assert_eq!(provinces_on(EdtfDate::day(Some(2008), 8, 1)).len(), 63);
    assert_eq!(provinces_on(EdtfDate::day(Some(1997), 1, 1)).len(), 61);
    assert_eq!(provinces_on(EdtfDate::day(Some(1996), 12, 31)).len(), 53);
}

#[test]
fn provinces_of_one_day_differ_in_codes_and_names() {
    for day in [
        EdtfDate::day(Some(2025), 6, 30),
        EdtfDate::day(Some(2025), 7, 1),
    ] {
        let provinces = provinces_on(day);
        let iso: BTreeSet<_> = provinces
            .iter()
            .filter_map(|entry| entry.code.as_ref())
            .collect();
        let gso: BTreeSet<_> = provinces
            .iter()
            .filter_map(|entry| entry.gso_code.as_ref())
            .collect();
        assert_eq!((iso.len(), gso.len()), (provinces.len(), provinces.len()));
        assert!(provinces.iter().all(|entry| entry.point.is_some()));
    }
}

#[test]
fn seven_codes_changed_owner() {
    let owners = |day| -> BTreeMap<&str, &str> {
        let provinces = provinces_on(day).into_iter();
        provinces
            .filter_map(|entry| Some((entry.gso_code.as_deref()?, entry.name.as_str())))
            .collect()
    };
    let before = owners(EdtfDate::day(Some(2025), 6, 30));
    let after = owners(EdtfDate::day(Some(2025), 7, 1));
    let changed: Vec<&str> = after
        .iter()
        .filter(|(code, name)| before.get(*code) != Some(name))
        .map(|(code, _)| *code)
        .collect();
    assert_eq!(changed, ["15", "24", "44", "52", "80", "82", "91"]);
}

#[test]
fn what_ended_as_a_province_has_successors_that_went_on() {
    let ontology = Ontology::embedded();
    for entry in of_kind(EntityType::Province) {
        assert!(
            entry.code.is_some() || entry.valid_until.is_some(),
            "{}",
            entry.id
        );
        assert_eq!(
            entry.successors.is_empty(),
            entry.valid_until.is_none(),
            "{}",
            entry.id
        );
        if let Some(end) = entry.valid_until {
            for &successor in &entry.successors {
                let successor = &ontology.entries[successor];
                assert!(
                    successor.exists_on(end),
                    "{} after {}",
                    successor.id,
                    entry.id
                );
                assert_eq!(successor.kind, EntityType::Province);
            }
        }
    }
    for name in ["Hải Dương", "Bắc Giang", "Ninh Bình", "Hưng Yên"] {
        let entry = of_kind(EntityType::Province)
            .find(|entry| entry.name == name && entry.valid_until.is_some())
            .expect(name);
        let successor = &ontology.entries[entry.successors[0]];
        assert_eq!(successor.valid_from, Some(EdtfDate::day(Some(2025), 7, 1)));
    }
}

#[test]
fn countries_have_codes_of_their_own() {
    let living: Vec<_> = of_kind(EntityType::Country)
        .filter(|entry| entry.valid_until.is_none())
        .collect();
    let codes: BTreeSet<_> = living
        .iter()
        .filter_map(|entry| entry.code.as_ref())
        .collect();
    assert_eq!((living.len(), codes.len()), (195, 195));
    assert!(codes.iter().all(|code| code.len() == 2));
}

#[test]
fn no_two_things_of_one_type_and_period_share_a_preferred_name() {
    let mut named: BTreeMap<(EntityType, String), Vec<&Entry>> = BTreeMap::new();
    for entry in &Ontology::embedded().entries {
        // Districts of different provinces do share names.
        if entry.kind != EntityType::Place || entry.territory.is_none() {
            named
                .entry((entry.kind, fold(&entry.name)))
                .or_default()
                .push(entry);
        }
    }
    for entries in named.values() {
        for (i, one) in entries.iter().enumerate() {
            for other in &entries[..i] {
                assert!(!overlap(one, other), "{} and {}", one.id, other.id);
            }
        }
    }
}

fn overlap(one: &Entry, other: &Entry) -> bool {
    let ends_before = |a: &Entry, b: &Entry| match (a.valid_until, b.valid_from) {
        (Some(until), Some(from)) => until <= from,
        _ => false,
    };
    !ends_before(one, other) && !ends_before(other, one)
}

#[test]
fn every_label_is_found_in_its_own_words() {
    let ontology = Ontology::embedded();
    for (index, entry) in ontology.entries.iter().enumerate() {
        for label in &entry.labels {
            let found = ontology.entries_named(&label.text);
            assert!(
                found.iter().any(|&(found, _)| found == index),
                "{}: {}",
                entry.id,
                label.text
            );
        }
    }
}

#[test]
fn posts_say_where_they_are_held() {
    for role in &Ontology::embedded().roles {
        let position = role.kind == super::RoleKind::Position;
        let exempt = role.name.starts_with("Trợ lý")
            || role.name.starts_with("Cố vấn")
            || role.name == "Phu nhân";
        if position && !exempt {
            assert_ne!(role.body, RoleBody::None, "{}", role.id);
        }
        if !position {
            assert_eq!(role.body, RoleBody::None, "{}", role.id);
        }
    }
}

#[test]
fn pairs_of_countries_have_short_forms() {
    for (form, code) in [("Việt", "VN"), ("Trung", "CN"), ("Hàn", "KR"), ("Ấn", "IN")] {
        let found = Ontology::embedded().entries_named(form);
        assert!(
            found.iter().any(|&(index, kind)| kind == LabelKind::Short
                && Ontology::embedded().entries[index].code.as_deref() == Some(code)),
            "{form}"
        );
    }
}

#[test]
fn every_file_of_the_folder_is_compiled_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology");
    let files = super::files::in_folder(&folder).expect("the folder");
    let embedded: BTreeSet<String> = super::files::embedded()
        .into_iter()
        .map(|file| file.name)
        .collect();
    for file in files {
        let name = Path::new(&file.name)
            .strip_prefix(&folder)
            .expect("a file of the folder")
            .to_string_lossy()
            .replace('\\', "/");
        // Words that the text stage itself reads.
        if !name.starts_with("reading/") {
            assert!(
                embedded.contains(&name),
                "{name} is missing in src/ontology/files.rs"
            );
        }
    }
}
