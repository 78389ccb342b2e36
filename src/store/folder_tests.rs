//! Stores in folders: kept by RocksDB, locked, as they were when a build does not end.

#![expect(
    clippy::unwrap_used,
    reason = "clippy does not take a module behind a feature for a test"
)]

use std::fs;

use super::tests::{Place, mapping};
use super::*;
use crate::graph::ArticleFacts;
use crate::graph::fixture;

fn update(place: &Place) -> Store {
    Store::open_for_update(&place.path(), &Iris::default(), Kind::Folder).unwrap()
}

fn with_articles() -> Place {
    let place = Place::new();
    let mut store = update(&place);
    let facts = ArticleFacts::from(&fixture::conference());
    store.bulk_load(mapping().article_quads(&facts)).unwrap();
    let facts = ArticleFacts::from(&fixture::appointment());
    store.replace_article(&mapping(), &facts).unwrap();
    store.commit().unwrap();
    drop(store);
    place
}

fn sorted_quads(store: &Store) -> Vec<String> {
    let mut quads: Vec<String> = store
        .quads()
        .map(|quad| quad.unwrap().to_string())
        .collect();
    quads.sort();
    quads
}

#[test]
fn a_folder_holds_what_a_file_holds() {
    let place = with_articles();
    let store = Store::open(&place.path()).unwrap();
    let file = Store::open(&Place::with_articles().path()).unwrap();
    assert_eq!(sorted_quads(&store), sorted_quads(&file));
    assert_eq!(store.articles().unwrap(), file.articles().unwrap());
    let facts = ArticleFacts::from(&fixture::conference());
    assert_eq!(store.article_facts(&mapping(), "hoi-nghi").unwrap(), facts);
    assert_eq!(Kind::of(&place.path()), Kind::Folder);
}

#[test]
fn removing_an_article_removes_all_it_said() {
    let place = with_articles();
    let mut store = update(&place);
    assert!(store.remove_article("hoi-nghi").unwrap());
    assert!(store.remove_article("bo-nhiem#2").unwrap());
    store.commit().unwrap();
    drop(store);
    assert_eq!(Store::open(&place.path()).unwrap().quad_count().unwrap(), 0);
}

#[test]
fn one_writer_or_many_readers() {
    let place = with_articles();
    let writer = update(&place);
    let second = Store::open_for_update(&place.path(), &Iris::default(), Kind::Folder);
    assert!(matches!(second, Err(StoreError::InUse { .. })));
    assert!(matches!(
        Store::open(&place.path()),
        Err(StoreError::InUse { .. })
    ));
    drop(writer);
    let reader = Store::open(&place.path()).unwrap();
    let mut other = Store::open(&place.path()).unwrap();
    assert!(matches!(other.commit(), Err(StoreError::ReadOnly)));
    let writer = Store::open_for_update(&place.path(), &Iris::default(), Kind::Folder);
    assert!(matches!(writer, Err(StoreError::InUse { .. })));
    drop(reader);
}

#[test]
fn what_was_not_committed_never_was() {
    let place = with_articles();
    let whole = sorted_quads(&Store::open(&place.path()).unwrap());
    let mut store = update(&place);
    store.remove_article("hoi-nghi").unwrap();
    assert_ne!(sorted_quads(&store), whole);
    drop(store);
    assert_eq!(sorted_quads(&Store::open(&place.path()).unwrap()), whole);
    let folders = || {
        let entries = fs::read_dir(place.path()).unwrap();
        entries
            .filter(|e| e.as_ref().unwrap().path().is_dir())
            .count()
    };
    assert_eq!(folders(), 2, "the copy that was begun");
    let mut store = update(&place);
    assert_eq!(folders(), 1, "the copy is gone");
    assert!(store.remove_article("hoi-nghi").unwrap());
    store.commit().unwrap();
    assert!(store.remove_article("bo-nhiem#2").unwrap());
    store.commit().unwrap();
    let facts = ArticleFacts::from(&fixture::conference());
    store.replace_article(&mapping(), &facts).unwrap();
    drop(store);
    assert_eq!(Store::open(&place.path()).unwrap().quad_count().unwrap(), 0);
}

#[test]
fn a_store_that_was_not_made_to_the_end_is_made_by_the_next_build() {
    let place = with_articles();
    let whole = sorted_quads(&Store::open(&place.path()).unwrap());
    let folder = place.path();
    fs::write(folder.join("ngoaivu-store.draft"), "ngoai").unwrap();
    fs::create_dir(folder.join("quads.tmp")).unwrap();
    fs::create_dir_all(folder.join("quads-2.tmp/half")).unwrap();
    assert_eq!(sorted_quads(&update(&place)), whole);

    let place = Place::new();
    let folder = place.path();
    fs::create_dir_all(folder.join("quads")).unwrap();
    fs::write(folder.join("quads/MANIFEST-000001"), "half").unwrap();
    fs::write(folder.join("lock"), "").unwrap();
    assert!(matches!(
        Store::open(&folder),
        Err(StoreError::NotFound { .. })
    ));
    assert_eq!(update(&place).quad_count().unwrap(), 0);
    assert_eq!(Store::open(&folder).unwrap().quad_count().unwrap(), 0);

    fs::write(folder.join("ngoaivu-store"), snapshot::first_line()).unwrap();
    let opened = Store::open_for_update(&folder, &Iris::default(), Kind::Folder);
    assert!(matches!(opened, Err(StoreError::Damaged { .. })));
}

#[test]
fn other_folders_and_other_bases_are_refused() {
    let place = Place::new();
    fs::create_dir(place.path()).unwrap();
    fs::write(place.path().join("bài báo.txt"), "Một bài báo.").unwrap();
    let opened = Store::open_for_update(&place.path(), &Iris::default(), Kind::Folder);
    assert!(matches!(opened, Err(StoreError::NotAStore { .. })));
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
    let place = with_articles();
    let other = Iris::new("https://a.example/").unwrap();
    let opened = Store::open_for_update(&place.path(), &other, Kind::Folder);
    assert!(matches!(opened, Err(StoreError::OtherBase { .. })));
}
