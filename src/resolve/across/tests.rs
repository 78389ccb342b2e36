//! Who is who across articles, case by case.

use std::collections::BTreeSet;

use super::super::description::{Description, Post};
use super::*;
use crate::model::Predicate;
use crate::ontology::Ontology;

fn described(article: &str, id: &str, name: &str) -> Description {
    Description {
        article: article.to_owned(),
        id: EntityId(id.to_owned()),
        name: name.to_owned(),
        spoken: None,
        posts: BTreeSet::new(),
        companions: BTreeSet::new(),
        ties: BTreeSet::new(),
        dates: BTreeSet::new(),
    }
}

fn person(article: &str, name: &str, title: &str, body: &str, year: Option<u16>) -> Description {
    let id = format!("person/{}", name.to_lowercase().replace(' ', "-"));
    let mut person = described(article, &id, name);
    person.spoken = year;
    if !body.is_empty() {
        person.posts.insert(Post {
            body: EntityId(format!("agency/{}", body.to_lowercase().replace(' ', "-"))),
            body_name: body.to_owned(),
            title: Some(title.to_owned()),
            territory: None,
            time: None,
        });
    }
    person
}

/// The ids that these descriptions end up under, in order of articles.
fn ids(descriptions: Vec<Description>) -> Vec<String> {
    let knowledge = Knowledge::new(Ontology::embedded());
    let mut descriptions = Descriptions::from(descriptions);
    descriptions.sort();
    let identity = across(descriptions, &knowledge, &Curation::default()).expect("no curation");
    let mut ids: Vec<(String, String)> = Vec::new();
    for group in &identity.groups {
        for &member in &group.members {
            let article = identity.descriptions.article(member).to_owned();
            ids.push((article, group.id.to_string()));
        }
    }
    ids.sort();
    ids.into_iter().map(|(_, id)| id).collect()
}

fn groups(descriptions: Vec<Description>) -> usize {
    ids(descriptions).into_iter().collect::<BTreeSet<_>>().len()
}

#[test]
fn two_bare_mentions_are_no_person_yet_three_are() {
    let bare = |article| person(article, "Lê Việt Thanh", "", "", None);
    assert_eq!(groups(vec![bare("a"), bare("b")]), 2);
    assert_eq!(groups(vec![bare("a"), bare("b"), bare("c")]), 1);
    let post = |article| {
        person(
            article,
            "Lê Việt Thanh",
            "Giám đốc",
            "Bảo tàng Lê Lợi",
            None,
        )
    };
    assert_eq!(groups(vec![post("a"), bare("b")]), 2);
    assert_eq!(groups(vec![post("a"), post("b"), bare("c")]), 1);
}

#[test]
fn posts_that_follow_each_other_upwards_are_one_career() {
    let at = |article, title, body, year| person(article, "Vũ Hoàng Sơn", title, body, Some(year));
    let rising = vec![
        at("a", "Phó Vụ trưởng", "Vụ Kinh tế Đối ngoại", 2012),
        at("b", "Vụ trưởng", "Vụ Châu Mỹ La tinh", 2018),
    ];
    assert_eq!(groups(rising), 1);
    let falling = vec![
        at("a", "Thứ trưởng", "Bộ Ngoại giao", 2012),
        at("b", "Giám đốc", "Bảo tàng Lê Lợi", 2018),
    ];
    assert_eq!(groups(falling), 2);
    let at_once = vec![
        at("a", "Phó Vụ trưởng", "Vụ Kinh tế Đối ngoại", 2018),
        at("b", "Vụ trưởng", "Vụ Châu Mỹ La tinh", 2018),
    ];
    assert_eq!(groups(at_once), 2);
}

#[test]
fn who_bears_a_name_nearly_always_keeps_it_plain() {
    let post = |article, body| person(article, "Vũ Hoàng Sơn", "Giám đốc", body, None);
    let found = ids(vec![
        post("a", "Bảo tàng Lê Lợi"),
        post("b", "Bảo tàng Lê Lợi"),
        post("c", "Nhà hát Kim Mã"),
    ]);
    let plain = "person/vũ-hoàng-sơn";
    assert_eq!(found, [plain, plain, "person/vũ-hoàng-sơn.nhà-hát-kim-mã"]);
}

#[test]
fn a_surname_alone_is_whose_post_it_names() {
    let at = |article, name, title, state: &str| {
        let mut person = person(article, name, title, "x", None);
        let mut post = person.posts.pop_first().unwrap();
        post.body = EntityId(format!("country/{state}"));
        person.posts.insert(post);
        person
    };
    let lars = || at("a", "Lars Bergström", "Đại sứ", "se");
    let alone = |state| at("b", "Bergström", "Đại sứ", state);
    let whole = "person/lars-bergström";
    assert_eq!(ids(vec![lars(), alone("se")]), [whole, whole]);
    assert_eq!(ids(vec![lars(), alone("no")]), [whole, "person/bergström"]);
    // Two could be meant.
    let other = at("c", "Nils Bergström", "Đại sứ", "se");
    let three = ids(vec![lars(), alone("se"), other]);
    assert_eq!(three, [whole, "person/bergström", "person/nils-bergström"]);
    // Who stands beside one of the family may stand beside another.
    let beside = |mut person: Description| {
        person
            .companions
            .insert(EntityId("event/lễ-hội".to_owned()));
        person
    };
    let bare = person("b", "Bergström", "", "", None);
    let full = person("a", "Lars Bergström", "", "", None);
    assert_eq!(groups(vec![beside(full), beside(bare)]), 2);
}

#[test]
fn a_body_inside_a_ministry_is_told_by_the_ministry() {
    let office = |article, ministry: &str| {
        let mut office = described(article, "agency/cục-ven-biển", "Cục Ven biển");
        let ministry = EntityId(format!("agency/{ministry}"));
        office.ties.insert((Predicate::PartOf, ministry));
        office
    };
    assert_eq!(
        groups(vec![office("a", "bo-y-te"), office("b", "bo-cong-thuong")]),
        2
    );
    assert_eq!(
        groups(vec![office("a", "bo-y-te"), office("b", "bo-y-te")]),
        1
    );
    // A ministry and its heir are one owner.
    let old = "bo-nong-nghiep-va-phat-trien-nong-thon";
    assert_eq!(
        groups(vec![
            office("a", old),
            office("b", "bo-nong-nghiep-va-moi-truong")
        ]),
        1
    );
    let bare = |article| described(article, "agency/vụ-pháp-chế", "Vụ Pháp chế");
    assert_eq!(groups(vec![bare("a"), bare("b")]), 2);
}

#[test]
fn an_event_that_could_be_of_two_years_is_of_neither() {
    let held = |article, name: &str| {
        let mut event = described(article, "event/diễn-đàn-mây", name);
        let ministry = EntityId("agency/bo-y-te".to_owned());
        event.ties.insert((Predicate::Organizes, ministry));
        event
    };
    let undated = || held("c", "Diễn đàn Mây xanh");
    let first = || held("a", "Diễn đàn Mây xanh 2021");
    assert_eq!(groups(vec![first(), undated()]), 1);
    let second = held("b", "Diễn đàn Mây xanh 2022");
    assert_eq!(groups(vec![first(), second, undated()]), 3);
}

#[test]
fn a_letter_is_no_place_and_an_embassy_needs_its_seat() {
    let letter = |article| described(article, "place/l", "L");
    assert_eq!(groups(vec![letter("a"), letter("b")]), 2);
    let embassy = |article, seat: &str| {
        let mut embassy = described(article, "agency/đại-sứ-quán-hoa-kỳ", "Đại sứ quán Mỹ");
        embassy.companions.insert(EntityId(seat.to_owned()));
        embassy
    };
    let two = vec![embassy("a", "country/cn"), embassy("b", "province/ha-noi")];
    assert_eq!(groups(two), 2);
    let one = vec![embassy("a", "country/vn"), embassy("b", "province/ha-noi")];
    assert_eq!(groups(one), 1);
}
