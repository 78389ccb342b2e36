//! Tests of the loader and of the matcher, with small ontologies and with the embedded one.

use std::fs;
use std::path::Path;

use super::turtle::SourceFile;
use super::{LabelKind, Ontology, OntologyError, RoleBody, RoleKind, Target, load};
use crate::model::{EntityId, EntityType};
use crate::text::Text;

const PREFIXES: &str = "@base <https://w3id.org/ngoaivu/id/> .
@prefix nv: <https://w3id.org/ngoaivu/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
";

/// The embedded ontology with one more file.
fn with_file(name: &str, content: &str) -> Result<Ontology, OntologyError> {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).expect("a folder in it");
    fs::write(path, content).expect("a file in it");
    Ontology::load(folder.path())
}

/// What is wrong with an ontology of one file.
fn mistake(name: &str, content: &str) -> OntologyError {
    Ontology::of_files(&[(name, content)]).expect_err("a mistake")
}

fn file(name: &str, content: &str) -> SourceFile {
    SourceFile {
        name: name.to_owned(),
        text: content.to_owned().into(),
    }
}

/// What the embedded ontology finds, as `words=id` with the kind of a name behind.
fn found(text: &str) -> Vec<String> {
    let ontology = Ontology::embedded();
    let text = Text::from_phrase(text);
    let matches = ontology.matches(&text);
    matches
        .iter()
        .filter_map(|found| match found.target {
            Target::Name(index, _) => Some(format!(
                "{}={}",
                text.phrase(found.tokens.clone()),
                ontology.entries[index].id
            )),
            _ => None,
        })
        .collect()
}

fn finds(text: &str, expected: &str) -> bool {
    found(text).iter().any(|found| found == expected)
}

#[test]
fn names_need_their_capitals() {
    assert!(finds("thăm Lào", "Lào=country/la"));
    assert!(!finds("thuốc lào", "lào=country/la"));
    assert!(finds("BỘ NGOẠI GIAO", "BỘ NGOẠI GIAO=agency/bo-ngoai-giao"));
    assert!(finds("tại châu Âu", "châu Âu=place/chau-au"));
    assert!(finds("Châu Âu hôm nay", "Châu Âu=place/chau-au"));
    assert!(!finds("nhà nước và xã hội", "nhà nước=agency/nha-nuoc"));
}

#[test]
fn long_names_of_bodies_bear_one_missing_capital() {
    assert!(finds("Bộ quốc phòng", "Bộ quốc phòng=agency/bo-quoc-phong"));
    assert!(finds("bộ Ngoại giao", "bộ Ngoại giao=agency/bo-ngoai-giao"));
    let navy = "agency/quan-chung-hai-quan";
    assert!(!finds(
        "hải quân Việt Nam",
        &format!("hải quân Việt Nam={navy}")
    ));
    assert!(finds(
        "Hải quân Việt Nam",
        &format!("Hải quân Việt Nam={navy}")
    ));
    assert!(!finds(
        "bộ quốc phòng",
        "bộ quốc phòng=agency/bo-quoc-phong"
    ));
}

#[test]
fn acronyms_are_matched_as_written() {
    assert!(finds("dự họp LHQ", "LHQ=agency/lien-hop-quoc"));
    assert!(!finds("dự họp lhq", "lhq=agency/lien-hop-quoc"));
    assert!(finds("ở Tp.HCM", "Tp.HCM=province/thanh-pho-ho-chi-minh"));
    assert!(finds(
        "ở TP. Hồ Chí Minh",
        "TP. Hồ Chí Minh=province/thanh-pho-ho-chi-minh"
    ));
}

#[test]
fn tone_marks_may_stand_on_either_vowel() {
    assert!(finds("tỉnh Thanh Hoá", "Thanh Hoá=province/thanh-hoa"));
    assert!(finds("tỉnh Thanh Hóa", "Thanh Hóa=province/thanh-hoa"));
}

#[test]
fn look_alikes_are_reported_with_their_own_spans() {
    let found = found("Lào Cai");
    assert_eq!(
        found,
        [
            "Lào Cai=province/lao-cai",
            "Lào Cai=province/lao-cai-2025",
            "Lào=country/la"
        ]
    );
}

#[test]
fn nothing_is_matched_across_the_end_of_a_sentence() {
    let ontology = Ontology::embedded();
    let mut text = Text::from_phrase("Họ rời Hà Nội");
    let first = text.sentences[0].tokens.clone();
    let mut second = text.sentences[0].clone();
    text.sentences[0].tokens = first.start..first.end - 1;
    second.tokens = first.end - 1..first.end;
    text.sentences.push(second);
    let names = ontology.matches(&text);
    assert!(
        names
            .iter()
            .all(|found| !matches!(found.target, Target::Name(..)))
    );
}

#[test]
fn matches_are_sorted_and_say_each_thing_once() {
    let ontology = Ontology::embedded();
    let text = Text::from_phrase("Cục trưởng Cục Ngoại vụ, Bộ Ngoại giao thăm Kontum và Hà Nội");
    let matches = ontology.matches(&text);
    let order: Vec<_> = matches
        .iter()
        .map(|found| (found.tokens.start, std::cmp::Reverse(found.tokens.end)))
        .collect();
    assert!(order.is_sorted());
    let kontum = matches.iter().filter(|found| {
        matches!(found.target, Target::Name(index, _)
            if ontology.entries[index].id.as_str() == "province/kon-tum")
    });
    assert_eq!(kontum.count(), 1);
}

#[test]
fn roles_and_head_nouns_are_found_in_any_case() {
    let ontology = Ontology::embedded();
    let text = Text::from_phrase("CỤC TRƯỞNG cục trưởng");
    let matches = ontology.matches(&text);
    let roles = matches
        .iter()
        .filter(|found| matches!(found.target, Target::Role(index) if ontology.roles[index].id == "cuc-truong"));
    assert_eq!(roles.count(), 2);
}

#[test]
fn names_are_looked_up_in_any_case() {
    let ontology = Ontology::embedded();
    let country = ontology.entries_named("mỹ");
    assert!(country.iter().any(|&(index, kind)| {
        kind == LabelKind::Alias && ontology.entries[index].code.as_deref() == Some("US")
    }));
    assert!(ontology.entries_named("").is_empty());
    assert!(ontology.entries_named("không có tên này").is_empty());
    let index = ontology.entry(&EntityId("province/ha-noi".to_owned()));
    assert_eq!(
        index.map(|index| ontology.entries[index].kind),
        Some(EntityType::Province)
    );
    assert_eq!(ontology.entries_coded("VN-56").len(), 2);
    assert!(ontology.entries_coded("VN-99").is_empty());
}

#[test]
fn a_folder_extends_and_replaces() {
    let content = format!(
        "{PREFIXES}<country/la> a nv:Country ; skos:prefLabel \"Vạn Tượng quốc\"@vi .\n\
         <agency/mine> a nv:Agency ; skos:prefLabel \"Hội Thử nghiệm\"@vi ; nv:partOf <agency/bo-ngoai-giao> .\n\
         <role/to-truong> a nv:Role ; skos:prefLabel \"Tổ trưởng\"@vi ; nv:heldIn nv:Agency .\n"
    );
    let ontology = with_file("names/mine.ttl", &content).expect("a sound file");
    assert!(ontology.entries_named("Vạn Tượng quốc").len() == 1);
    assert!(ontology.entries_named("CHDCND Lào").is_empty());
    let mine = ontology.entries_named("Hội Thử nghiệm")[0].0;
    assert_eq!(
        ontology.entries[mine].part_of,
        ontology.entry(&EntityId("agency/bo-ngoai-giao".to_owned()))
    );
    let role = ontology
        .roles
        .iter()
        .find(|role| role.id == "to-truong")
        .expect("the role");
    assert_eq!(
        (&role.body, role.kind),
        (&RoleBody::Agency, RoleKind::Position)
    );
}

#[test]
fn names_that_need_context_come_last_and_say_so() {
    let content = format!(
        "{PREFIXES}<place/huyen-kim> a nv:Place ; skos:prefLabel \"Kim Long\"@vi ;\n\
         nv:designation \"huyện\"@vi ; nv:needsContext true .\n\
         <agency/kim> a nv:Agency ; skos:prefLabel \"Kim Long\"@vi ; nv:shortName \"Kim\"@vi .\n"
    );
    let ontology = load::from_layers(&[vec![file("mine.ttl", &content)]]).expect("a sound file");
    let kinds: Vec<_> = ontology
        .matches(&Text::from_phrase("Kim Long"))
        .iter()
        .map(|found| (found.tokens.len(), found.target))
        .collect();
    let expected = [
        (2, Target::Name(1, LabelKind::Preferred)),
        (2, Target::Name(0, LabelKind::Contextual)),
        (1, Target::Name(1, LabelKind::Short)),
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn cue_lists_are_read_and_replaced() {
    let old = "[seeing]\ndoc = \"verbs of seeing\"\nphrases = [\"ngó\"]\n";
    let new = "[seeing]\ndoc = \"verbs of seeing\"\nphrases = [\"trông thấy\", \"nhìn\"]\n";
    let layers = [old, new].map(|content| vec![file("cues/mine.toml", content)]);
    let ontology = load::from_layers(&layers).expect("sound files");
    let cue = ontology.cue("mine.seeing").expect("the list");
    let text = Text::from_phrase("Họ Trông thấy núi");
    assert!(ontology.matches(&text).iter().any(|found| {
        found.target == Target::Cue(cue) && text.phrase(found.tokens.clone()) == "Trông thấy"
    }));
    let (id, list) = ontology.cue_list(cue).expect("the list");
    assert_eq!((id, list.phrases.len()), ("mine.seeing", 2));
    assert!(
        ontology
            .matches(&Text::from_phrase("Họ ngó núi"))
            .is_empty()
    );
    let error = ontology.cue("mine.hearing").expect_err("no such list");
    assert_eq!(
        error.to_string(),
        "cues/mine.toml: there is no list `[hearing]`; add it, or correct its name"
    );
}

/// Content behind the prefixes, the line of the mistake, and words of the message.
const MISTAKES: &[(&str, usize, &str)] = &[
    (
        "<agency/a> a nv:Agency ;\n skos:prefLabel \"A B\"@vi ;\n nv:colour \"red\" .",
        6,
        "nv:colour",
    ),
    (
        "<agency/a> a nv:Agency ;\n skos:prefLabel \"A \\\"B\\\"\"@vi ;\n nv:colour \"red\" .",
        6,
        "nv:colour",
    ),
    (
        "<place/a> a nv:Place ;\n <http://www.w3.org/2003/01/geo/wgs84_pos#alt> 1 .",
        4,
        "`http://www.w3.org/2003/01/geo/wgs84_pos#alt` is no property",
    ),
    (
        "<agency/a> a nv:Agency ;\n skos:prefLabel \" \"@vi .",
        5,
        "an empty text",
    ),
    (
        "<agency/a> a nv:Agency ;\n skos:prefLabel \"A B \"@vi .",
        5,
        "ends with a blank",
    ),
    (
        "<agency/a> a nv:Agency ;\n skos:prefLabel \"A B\"@vi ;\n nv:partOf <agency/nowhere> .",
        6,
        "described nowhere",
    ),
    (
        "<role/a> a nv:Role ;\n skos:prefLabel \"A B\"@vi ;\n nv:heads <head-noun/nowhere> .",
        6,
        "no head noun",
    ),
    (
        "<agency/a> a nv:Country ;\n skos:prefLabel \"A B\"@vi .",
        4,
        "write <country/…>",
    ),
    (
        "<agency/a> a nv:Planet ;\n skos:prefLabel \"A B\"@vi .",
        4,
        "no class",
    ),
    (
        "<agency/a> a nv:Agency ;\n skos:altLabel \"A B\"@vi .",
        4,
        "no Vietnamese name",
    ),
    (
        "<agency/a> a nv:Agency ;\n skos:prefLabel \"A B\"@vi ;\n skos:altLabel \"A B\"@vi .",
        4,
        "stands twice",
    ),
    (
        "<agency/a> a nv:Agency ;\n skos:prefLabel \"A B\"@vi ;\n nv:validFrom \"1/7/2025\" .",
        6,
        "EDTF",
    ),
    (
        "<head-noun/a> a nv:HeadNoun ;\n skos:prefLabel \"A B\"@vi .",
        4,
        "nv:names",
    ),
    (
        "<agency/a> a nv:Agency ;\n skos:prefLabel \"A B\"@vi .\n\n<place/b> a nv:Place ;\n skos:prefLabel \"B\"@vi .\n<agency/a> skos:altLabel \"C\"@vi .",
        4,
        "described twice",
    ),
    (
        "<agency/a> a nv:Agency ;\n skos:prefLabel \"A B@vi .",
        5,
        "",
    ),
];

#[test]
fn mistakes_in_turtle_are_named_with_their_line() {
    for &(content, line, words) in MISTAKES {
        let error = mistake("mine.ttl", &format!("{PREFIXES}{content}"));
        assert!(error.file.ends_with("mine.ttl"), "{error}");
        assert_eq!(error.line, Some(line), "{error}");
        assert!(error.message.contains(words), "{error}");
    }
}

#[test]
fn mistakes_in_cues_are_named_with_their_line() {
    let cases = [
        (
            "[a]\ndoc = \"x\"\nphrases = [\"b\",\n \"\"]\n",
            4,
            "empty phrase",
        ),
        (
            "[a]\ndoc = \"x\"\nphrases = [\"b\", \"b\"]\n",
            3,
            "stands twice",
        ),
        (
            "[a]\ndoc = \"x\"\nphrases = [\"b\"]\ncolour = 1\n",
            4,
            "colour",
        ),
        ("[a\n", 1, ""),
    ];
    for (content, line, words) in cases {
        let error = mistake("cues/mine.toml", content);
        assert_eq!(error.line, Some(line), "{error}");
        assert!(error.message.contains(words), "{error}");
    }
}

#[test]
fn a_folder_without_data_is_refused() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let error = Ontology::load(folder.path()).expect_err("an empty folder");
    assert!(error.message.contains("no .ttl or .toml file"));
    assert!(Ontology::load(&folder.path().join("missing")).is_err());
}
