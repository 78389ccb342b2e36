//! Law: a store holds the same bytes whatever way it was built.

use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;

use super::tests::{Place, mapping, update};
use crate::graph::ArticleFacts;
use crate::graph::fixture::Draft;
use crate::model::{EntityType, Object, Predicate};

/// One step of a build: an article in one of a few versions, or its removal.
type Step = (u8, Option<u8>);

fn article(number: u8, version: u8) -> ArticleFacts {
    let text = "Sở An họp với Sở Bình. Sở Bình tổ chức Hội nghị Châu.";
    let mut draft = Draft::new(&format!("bài {number}"), text);
    let host = draft.entity(
        EntityType::Agency,
        ["Sở An", "Sở Bình"][usize::from(version % 2)],
    );
    let event = draft.entity(EntityType::Event, "Hội nghị Châu");
    if version > 2 {
        draft.annotated.annotation.entities[event]
            .name
            .push_str(" lần hai");
    }
    if number > 1 {
        draft.relation(host, Predicate::Organizes, Object::Entity(event), 1);
    }
    ArticleFacts::from(&draft.annotated)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn building_step_by_step_equals_building_at_once(
        steps in prop::collection::vec((0..5_u8, prop::option::weighted(0.7, 0..5_u8)), 1..14),
        commits in any::<u16>(),
    ) {
        let steps: Vec<Step> = steps;
        let place = Place::new();
        let mut last = BTreeMap::new();
        let mut store = update(&place.path());
        for (index, &(number, version)) in steps.iter().enumerate() {
            if let Some(version) = version {
                store.replace_article(&mapping(), &article(number, version)).unwrap();
                last.insert(number, version);
            } else {
                store.remove_article(&format!("bài {number}")).unwrap();
                last.remove(&number);
            }
            if commits & (1 << index) != 0 {
                store.commit().unwrap();
                drop(store);
                store = update(&place.path());
            }
        }
        store.commit().unwrap();

        let at_once = Place::new();
        let mut whole = update(&at_once.path());
        let articles = last.iter().rev().map(|(&number, &version)| article(number, version));
        whole.bulk_load(articles.flat_map(|facts| mapping().article_quads(&facts))).unwrap();
        whole.commit().unwrap();
        let bytes = |place: &Place| fs::read(place.path()).unwrap();
        prop_assert_eq!(bytes(&place), bytes(&at_once));
    }
}
