//! Stores in folders: kept by RocksDB, locked, mended after a build that did not end.

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
fn a_build_that_did_not_end_is_finished_by_the_next() {
    let place = with_articles();
    let whole = sorted_quads(&Store::open(&place.path()).unwrap());
    let mut store = update(&place);
    store.remove_article("hoi-nghi").unwrap();
    drop(store);
    let mut store = update(&place);
    let facts = ArticleFacts::from(&fixture::conference());
    store.replace_article(&mapping(), &facts).unwrap();
    drop(store);
    let mut store = update(&place);
    store.commit().unwrap();
    drop(store);
    assert_eq!(sorted_quads(&Store::open(&place.path()).unwrap()), whole);
    assert!(!place.path().join("unfinished").exists());
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
