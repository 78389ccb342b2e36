//! Stores survive what happens to files and keep names of entities true.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::graph::ArticleFacts;
use crate::graph::fixture::{self, Draft};
use crate::model::{EntityId, EntityType};
use crate::rdf::Mapping;
use crate::rdf::vocabulary::skos;

pub(super) struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub(super) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("s.ngoaivu")
    }

    /// A store of two articles at [`path`](Self::path).
    pub(super) fn with_articles() -> Self {
        let place = Self::new();
        let mut store = update(&place.path());
        for annotated in [fixture::conference(), fixture::appointment()] {
            store
                .replace_article(&mapping(), &ArticleFacts::from(&annotated))
                .unwrap();
        }
        store.commit().unwrap();
        place
    }
}

pub(super) fn mapping() -> Mapping {
    Mapping::new(Iris::default(), &[])
}

pub(super) fn update(path: &Path) -> Store {
    Store::open_for_update(path, &Iris::default(), Kind::File).unwrap()
}

fn ids(store: &Store) -> Vec<String> {
    store
        .articles()
        .unwrap()
        .into_iter()
        .map(|article| article.id)
        .collect()
}

fn message(path: &Path) -> String {
    Store::open(path).unwrap_err().to_string()
}

#[test]
fn what_was_committed_is_there_again() {
    let place = Place::with_articles();
    let store = Store::open(&place.path()).unwrap();
    assert_eq!(ids(&store), ["bo-nhiem#2", "hoi-nghi"]);
    let facts = ArticleFacts::from(&fixture::conference());
    assert_eq!(store.article_facts(&mapping(), "hoi-nghi").unwrap(), facts);
    let articles = store.articles().unwrap();
    assert_eq!(articles[1].sha256, facts.sha256);
    assert_eq!(articles[1].software, env!("CARGO_PKG_VERSION"));
    let graph = store.knowledge_graph(&mapping(), &[]).unwrap();
    assert_eq!(graph.nodes().len(), 5);
    let left: Vec<_> = fs::read_dir(place.folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "neither lock nor draft stay: {left:?}");
}

#[test]
fn without_commit_nothing_changes() {
    let place = Place::with_articles();
    let before = fs::read(place.path()).unwrap();
    let mut store = update(&place.path());
    assert!(store.remove_article("hoi-nghi").unwrap());
    drop(store);
    assert_eq!(fs::read(place.path()).unwrap(), before);
}

#[test]
fn a_reader_goes_on_while_the_store_is_replaced() {
    let place = Place::with_articles();
    let reader = Store::open(&place.path()).unwrap();
    let mut store = update(&place.path());
    assert!(store.remove_article("hoi-nghi").unwrap());
    assert!(!store.remove_article("hoi-nghi").unwrap());
    store.commit().unwrap();
    assert_eq!(ids(&reader).len(), 2);
    assert_eq!(ids(&Store::open(&place.path()).unwrap()), ["bo-nhiem#2"]);
}

#[test]
fn only_one_can_update() {
    let place = Place::with_articles();
    let first = update(&place.path());
    let second = Store::open_for_update(&place.path(), &Iris::default(), Kind::File);
    assert!(matches!(second, Err(StoreError::InUse { .. })));
    drop(first);
    update(&place.path());
}

#[test]
fn a_store_opened_for_reading_cannot_be_changed() {
    let place = Place::with_articles();
    let mut store = Store::open(&place.path()).unwrap();
    let facts = ArticleFacts::from(&fixture::conference());
    let errors = [
        store.replace_article(&mapping(), &facts).unwrap_err(),
        store.remove_article("hoi-nghi").unwrap_err(),
        store.bulk_load([]).unwrap_err(),
        store.commit().unwrap_err(),
    ];
    assert!(
        errors
            .iter()
            .all(|error| matches!(error, StoreError::ReadOnly))
    );
}

#[test]
fn what_is_no_store_is_left_alone() {
    let place = Place::new();
    assert!(message(&place.path()).contains("there is no store"));
    for text in ["", "Một bài báo.\n", "ngoaivu-stor", "\u{0}\u{1}"] {
        fs::write(place.path(), text).unwrap();
        assert!(
            message(&place.path()).contains("is no ngoaivu store"),
            "{text:?}"
        );
        let opened = Store::open_for_update(&place.path(), &Iris::default(), Kind::File);
        assert!(matches!(opened, Err(StoreError::NotAStore { .. })));
        assert_eq!(fs::read_to_string(place.path()).unwrap(), text);
    }
    assert!(message(place.folder.path()).contains("is no ngoaivu store"));
}

#[test]
fn a_store_of_another_version_says_which() {
    let place = Place::with_articles();
    let bytes = fs::read(place.path()).unwrap();
    let line = bytes.iter().position(|&byte| byte == b'\n').unwrap();
    let newer = [b"ngoaivu-store 7 3.2.1", &bytes[line..]].concat();
    fs::write(place.path(), newer).unwrap();
    let message = message(&place.path());
    assert!(
        message.contains("written by ngoaivu 3.2.1 in format 7"),
        "{message}"
    );
    assert!(message.contains("build the store again"), "{message}");
}

#[test]
fn a_store_with_another_base_says_which() {
    let place = Place::with_articles();
    let other = Iris::new("https://du-lieu.example/").unwrap();
    let error = Store::open_for_update(&place.path(), &other, Kind::File).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("--base-iri https://w3id.org/ngoaivu/")
    );
}

#[test]
fn damage_is_noticed() {
    let place = Place::with_articles();
    let whole = fs::read(place.path()).unwrap();
    let content = sorted_quads(&Store::open(&place.path()).unwrap());
    let open_damaged = |bytes: &[u8]| {
        fs::write(place.path(), bytes).unwrap();
        Store::open(&place.path())
    };
    for length in (0..whole.len()).step_by(5) {
        assert!(open_damaged(&whole[..length]).is_err(), "cut to {length}");
    }
    assert!(open_damaged(&[&whole[..], b"x"].concat()).is_err());
    let first_line = whole.iter().position(|&byte| byte == b'\n').unwrap();
    for place in (0..10).chain((first_line..whole.len()).step_by(3)) {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x10;
        match open_damaged(&bytes) {
            Err(StoreError::NotAStore { .. } | StoreError::Damaged { .. }) => {}
            Err(error) => panic!("byte {place}: {error}"),
            // What the compression does not need may change.
            Ok(store) => assert_eq!(sorted_quads(&store), content, "byte {place}"),
        }
    }
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
fn a_write_that_fails_leaves_the_old_store() {
    let place = Place::with_articles();
    let before = fs::read(place.path()).unwrap();
    fs::create_dir(snapshot::beside(&place.path(), ".draft")).unwrap();
    let mut store = update(&place.path());
    store.remove_article("hoi-nghi").unwrap();
    let error = store.commit().unwrap_err();
    assert!(error.to_string().starts_with("cannot write "), "{error}");
    assert_eq!(fs::read(place.path()).unwrap(), before);
}

#[test]
fn a_draft_left_by_a_killed_process_does_no_harm() {
    let place = Place::with_articles();
    fs::write(snapshot::beside(&place.path(), ".draft"), "half a st").unwrap();
    fs::write(snapshot::beside(&place.path(), ".lock"), "").unwrap();
    assert_eq!(ids(&Store::open(&place.path()).unwrap()).len(), 2);
    let mut store = update(&place.path());
    store.remove_article("hoi-nghi").unwrap();
    store.commit().unwrap();
    drop(store);
    assert_eq!(ids(&Store::open(&place.path()).unwrap()).len(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_store_stays_a_link() {
    let place = Place::with_articles();
    let link = place.folder.path().join("link");
    std::os::unix::fs::symlink(place.path(), &link).unwrap();
    let mut store = update(&link);
    store.remove_article("hoi-nghi").unwrap();
    store.commit().unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(ids(&Store::open(&place.path()).unwrap()).len(), 1);
}

#[cfg(not(feature = "rocksdb"))]
#[test]
fn a_folder_says_which_build_opens_it() {
    let place = Place::new();
    fs::create_dir(place.path()).unwrap();
    let line = snapshot::first_line();
    fs::write(
        place.path().join("ngoaivu-store"),
        format!("{line}\nhttps://a.example/\n"),
    )
    .unwrap();
    assert!(message(&place.path()).contains("--features rocksdb"));
    assert_eq!(Kind::of(&place.path()), Kind::Folder);
}

#[test]
fn an_entity_has_one_type_and_the_name_that_most_articles_use() {
    let place = Place::new();
    let mut store = update(&place.path());
    for (number, name) in [
        "Sở Ngoại vụ Hoà An",
        "Sở Ngoại vụ Hòa An",
        "Sở Ngoại vụ Hoà An",
    ]
    .iter()
    .enumerate()
    {
        let mut draft = Draft::new(&format!("bai-{number}"), &format!("{name} họp."));
        let entity = draft.entity(EntityType::Agency, name);
        draft.annotated.annotation.entities[entity].id =
            EntityId::new(EntityType::Agency, "so-hoa-an");
        store
            .replace_article(&mapping(), &ArticleFacts::from(&draft.annotated))
            .unwrap();
    }
    store.commit().unwrap();
    let entities = |store: &Store| -> Vec<String> {
        let graph = store.iris().entities_graph();
        let quads = store.graph_quads(graph.as_ref()).map(Result::unwrap);
        let of_things = quads.filter(|quad| quad.subject.to_string().contains("/id/"));
        let mut objects: Vec<String> = of_things.map(|quad| quad.object.to_string()).collect();
        objects.sort();
        objects
    };
    let class = "<https://w3id.org/ngoaivu/ontology#Agency>";
    let versions = store.statements().quads_for_pattern(
        None,
        Some(crate::rdf::vocabulary::schema::SOFTWARE_VERSION),
        None,
        None,
    );
    assert_eq!(
        versions.count(),
        1,
        "three articles were read by one program"
    );
    assert_eq!(entities(&store), ["\"Sở Ngoại vụ Hoà An\"@vi", class]);
    store.remove_article("bai-0").unwrap();
    store.remove_article("bai-2").unwrap();
    store.commit().unwrap();
    assert_eq!(entities(&store), ["\"Sở Ngoại vụ Hòa An\"@vi", class]);
    // Once the ontology knows it, its graph alone names it.
    let ontology = store.iris().ontology_graph();
    let body = store
        .iris()
        .entity(&EntityId::new(EntityType::Agency, "so-hoa-an"));
    let name = oxigraph::model::Literal::new_language_tagged_literal("Sở", "vi").unwrap();
    let quad = Quad::new(body, skos::PREF_LABEL, name, ontology.clone());
    store.replace_graph(&ontology, &[quad]).unwrap();
    store.commit().unwrap();
    assert!(entities(&store).is_empty());
    store.remove_graph(&ontology).unwrap();
    store.remove_article("bai-1").unwrap();
    store.commit().unwrap();
    assert_eq!(store.quad_count().unwrap(), 0);
}
