//! Articles made by hand, for the tests of graph, RDF and store.

use crate::model::{
    AnnotatedArticle, Annotation, Article, Block, BlockKind, Edtf, EdtfDate, Entity, EntityId,
    EntityType, Figure, Mention, Metadata, Object, Predicate, Relation, Span,
};
use crate::ontology::{Entry, Label, LabelKind};

/// A conference with organiser, place, date, theme, a person with a post, and a figure.
pub(crate) fn conference() -> AnnotatedArticle {
    let text = "Ngày 25/3/2022, Cục Ngoại vụ tổ chức Hội nghị Xúc tiến Phương Nam tại Cần Thơ. \
                Quyền Cục trưởng Lê Thu An cho biết các tỉnh đã ký 119 thỏa thuận năm 2020, \
                tăng 20%.\nĐoàn Tổng thống Chile thăm Cần Thơ ngày 26/3/2022.";
    let mut article = Draft::new("hoi-nghi", text);
    article.annotated.article.metadata = Metadata {
        title: Some("Hội nghị ở Cần Thơ".to_owned()),
        date: Some("2022-03-26".to_owned()),
        url: Some("https://bao.example/hoi-nghi".to_owned()),
        publisher: Some("Báo Mẫu".to_owned()),
        author: None,
        language: Some("vi".to_owned()),
    };
    let bureau = article.entity(EntityType::Agency, "Cục Ngoại vụ");
    let event = article.entity(EntityType::Event, "Hội nghị Xúc tiến Phương Nam");
    let city = article.entity(EntityType::Province, "Cần Thơ");
    let person = article.entity(EntityType::Person, "Lê Thu An");
    let chile = article.entity(EntityType::Country, "Chile");
    article.annotated.annotation.entities[chile].code = Some("CL".to_owned());
    article.annotated.annotation.entities[chile].id = EntityId::new(EntityType::Country, "cl");

    let day = |day| Edtf::Date(EdtfDate::day(Some(2022), 3, day));
    article.relation(bureau, Predicate::Organizes, Object::Entity(event), 0);
    article.relation(event, Predicate::TakesPlaceIn, Object::Entity(city), 0);
    article.relation(event, Predicate::OccursOn, Object::Date(day(25)), 0);
    article.relation(
        event,
        Predicate::HasTheme,
        Object::Text("Xúc tiến Phương Nam".to_owned()),
        0,
    );
    article.relation(person, Predicate::HoldsPosition, Object::Entity(bureau), 1);
    article.qualify("Quyền Cục trưởng", None);
    article.relation(chile, Predicate::Visits, Object::Entity(city), 2);
    article.qualify("Tổng thống", Some(day(26)));
    article.figure(119.0, "119 thỏa thuận", "thỏa thuận", 1, Some(bureau));
    article.annotated
}

/// Another article on the same bureau and person.
pub(crate) fn appointment() -> AnnotatedArticle {
    let mut article = Draft::new(
        "bo-nhiem#2",
        "Bà Lê Thu An là Cục trưởng Cục Ngoại vụ. Cục Ngoại vụ hợp tác với Chile.",
    );
    let person = article.entity(EntityType::Person, "Lê Thu An");
    let bureau = article.entity(EntityType::Agency, "Cục Ngoại vụ");
    let chile = article.entity(EntityType::Country, "Chile");
    article.annotated.annotation.entities[chile].id = EntityId::new(EntityType::Country, "cl");
    article.relation(person, Predicate::HoldsPosition, Object::Entity(bureau), 0);
    article.qualify("Cục trưởng", Some(Edtf::Date(EdtfDate::year(2024))));
    article.relation(bureau, Predicate::CooperatesWith, Object::Entity(chile), 1);
    article.annotated
}

/// An entity that an ontology knows by one name.
pub(crate) fn entry(id: &EntityId, name: &str) -> Entry {
    Entry {
        id: id.clone(),
        kind: id.kind().expect("test ids have a type"),
        name: name.to_owned(),
        labels: vec![Label {
            text: name.to_owned(),
            kind: LabelKind::Preferred,
        }],
        code: None,
        gso_code: None,
        document_code: None,
        occurs_on: None,
        valid_from: None,
        name_en: None,
        designation: None,
        links: Vec::new(),
        source: String::new(),
        valid_until: None,
        successors: Vec::new(),
        part_of: None,
        territory: None,
        point: None,
    }
}

/// An article under construction; sentences end with `. ` or a line break.
pub(crate) struct Draft {
    pub(crate) annotated: AnnotatedArticle,
}

impl Draft {
    pub(crate) fn new(id: &str, text: &str) -> Self {
        let sentences = sentences(text);
        let blocks = vec![Block {
            span: Span::new(0, length(text)),
            kind: BlockKind::Body,
        }];
        Self {
            annotated: AnnotatedArticle {
                article: Article {
                    id: id.to_owned(),
                    source: format!("{id}.txt"),
                    text: text.to_owned(),
                    blocks,
                    metadata: Metadata::default(),
                    sha256: format!("{:064x}", text.len()),
                },
                annotation: Annotation {
                    sentences,
                    ..Annotation::default()
                },
            },
        }
    }

    /// An entity with every mention of its name.
    pub(crate) fn entity(&mut self, kind: EntityType, name: &str) -> usize {
        let annotation = &mut self.annotated.annotation;
        let entity = annotation.entities.len();
        annotation.entities.push(Entity {
            id: EntityId::new(kind, &name.to_lowercase().replace(' ', "-")),
            kind,
            name: name.to_owned(),
            aliases: Vec::new(),
            code: None,
        });
        for (byte, _) in self.annotated.article.text.match_indices(name) {
            let start = length(&self.annotated.article.text[..byte]);
            annotation.mentions.push(Mention {
                entity,
                span: Span::new(start, start + length(name)),
                text: name.to_owned(),
                anaphor: false,
                rule: "name/known".into(),
            });
        }
        entity
    }

    pub(crate) fn relation(
        &mut self,
        subject: usize,
        predicate: Predicate,
        object: Object,
        sentence: usize,
    ) {
        let annotation = &mut self.annotated.annotation;
        annotation.relations.push(Relation {
            subject,
            predicate,
            object,
            title: None,
            time: None,
            evidence: annotation.sentences[sentence],
            rule: format!("{predicate}/active").into(),
        });
    }

    /// Adds title and time to the last relation.
    pub(crate) fn qualify(&mut self, title: &str, time: Option<Edtf>) {
        if let Some(relation) = self.annotated.annotation.relations.last_mut() {
            relation.title = Some(title.to_owned());
            relation.time = time;
        }
    }

    pub(crate) fn figure(
        &mut self,
        value: f64,
        text: &str,
        unit: &str,
        sentence: usize,
        owner: Option<usize>,
    ) {
        let article = &self.annotated.article.text;
        let byte = article.find(text).expect("the figure stands in the text");
        let start = length(&article[..byte]);
        let annotation = &mut self.annotated.annotation;
        annotation.figures.push(Figure {
            value,
            unit: unit.to_owned(),
            time: Some(Edtf::Date(EdtfDate::year(2020))),
            change: Some(20.0),
            owner,
            span: Span::new(start, start + length(text)),
            text: text.to_owned(),
            evidence: annotation.sentences[sentence],
            rule: "figure/counted".into(),
        });
    }
}

fn sentences(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let chars: Vec<char> = text.chars().collect();
    for (place, &c) in (0_u32..).zip(&chars) {
        let next = chars.get(place as usize + 1);
        let ends = c == '.' && next.is_none_or(|&n| n.is_whitespace());
        if ends {
            sentences.push(Span::new(start, place + 1));
            start = place + 2;
        }
    }
    sentences
}

fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).expect("test texts are short")
}
