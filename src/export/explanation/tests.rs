//! One small article in both forms.

use super::{Palette, write_explanation};
use crate::model::{
    AnnotatedArticle, Annotation, Article, Entity, EntityId, EntityType, LeftOut, Mention,
    Metadata, Object, Predicate, Relation, Span,
};

const SENTENCE: Span = Span::new(0, 35);

fn annotation() -> Annotation {
    let entity = |kind, slug: &str, name: &str| Entity {
        id: EntityId::new(kind, slug),
        kind,
        name: name.to_owned(),
        aliases: Vec::new(),
        code: None,
    };
    let mention = |entity, start, end, words: &str| Mention {
        entity,
        span: Span::new(start, end),
        text: words.to_owned(),
        anaphor: false,
        rule: "family/rule".into(),
    };
    Annotation {
        sentences: vec![SENTENCE],
        entities: vec![
            entity(EntityType::Person, "an", "An"),
            entity(EntityType::Agency, "so-ngoai-vu-hue", "Sở Ngoại vụ Huế"),
            entity(EntityType::Province, "hue", "Huế"),
        ],
        mentions: vec![
            mention(0, 4, 6, "An"),
            mention(1, 19, 34, "Sở Ngoại vụ Huế"),
            mention(2, 31, 34, "Huế"),
        ],
        relations: vec![Relation {
            subject: 0,
            predicate: Predicate::HoldsPosition,
            object: Object::Entity(1),
            title: Some("Giám đốc".to_owned()),
            time: None,
            evidence: SENTENCE,
            rule: "position/is".into(),
        }],
        ..Annotation::default()
    }
}

fn explanation(palette: Palette) -> String {
    let article = AnnotatedArticle {
        article: Article {
            id: "mau".to_owned(),
            source: "mau.txt".to_owned(),
            text: "Ông An là Giám đốc Sở Ngoại vụ Huế.\nChia sẻ".to_owned(),
            blocks: Vec::new(),
            metadata: Metadata {
                date: Some("2022-05-03".to_owned()),
                ..Metadata::default()
            },
            sha256: String::new(),
        },
        annotation: annotation(),
    };
    let left_out = [
        LeftOut {
            span: Span::new(19, 30),
            text: "Sở Ngoại vụ".to_owned(),
            kind: Some(EntityType::Agency),
            rule: "agency/bare",
            reason: "is only a part of Agency 'Sở Ngoại vụ Huế' (family/rule)".to_owned(),
        },
        LeftOut {
            span: Span::new(36, 43),
            text: "Chia sẻ".to_owned(),
            kind: None,
            rule: "",
            reason: "is page furniture".to_owned(),
        },
    ];
    let mut page = Vec::new();
    write_explanation(&article, &left_out, palette, &mut page).unwrap();
    String::from_utf8(page).unwrap()
}

#[test]
fn plain_form() {
    insta::assert_snapshot!(explanation(Palette::Plain));
}

#[test]
fn colours_add_nothing_but_colours() {
    let coloured = explanation(Palette::Colour);
    assert!(coloured.contains("\u{1b}[36m[Sở Ngoại vụ \u{1b}[32m[Huế"));
    let mut plain = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, behind)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = behind.split_once('m').unwrap().1;
    }
    plain.push_str(rest);
    assert_eq!(plain, explanation(Palette::Plain));
}
