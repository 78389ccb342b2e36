//! Who is who across articles, case by case.

use std::collections::BTreeSet;

use super::super::description::{Description, Post};
use super::*;
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
    let identity = across(descriptions, &knowledge, &Curation::default()).expect("no curation");
    let mut ids: Vec<(String, String)> = Vec::new();
    for group in &identity.groups {
        for &member in &group.members {
            let article = identity.descriptions[member].article.clone();
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
