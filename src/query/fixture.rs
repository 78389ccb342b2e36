//! A small store for the tests of queries: five articles made by hand, four provinces, and bodies with an heir.

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{GraphName, Quad};

use crate::graph::fixture::Draft;
use crate::graph::{ArticleFacts, KnowledgeGraph};
use crate::model::{AnnotatedArticle, Edtf, EntityId, EntityType, Object, Predicate};
use crate::rdf::vocabulary::nv;
use crate::rdf::{Iris, Mapping, entity_quads};
use crate::store::Statements;

use EntityType::{Agency, Country, Document, Event, Person, Product, Programme, Province};

const KNOWN: &str = r#"
@base <https://w3id.org/ngoaivu/id/> .
@prefix nv: <https://w3id.org/ngoaivu/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
<province/hoà-an> a nv:Province ; skos:prefLabel "Hòa An"@vi ; nv:acronym "HA" ; rdfs:label "Peace"@en ;
    nv:code "VN-98" ; nv:validUntil "2025-07-01"^^edtf:EDTF ; nv:successor <province/phương-nam> .
<province/biển-đông> a nv:Province ; skos:prefLabel "Biển Đông"@vi ; nv:code "VN-97" ;
    nv:validUntil "2025-07-01"^^edtf:EDTF ; nv:successor <province/phương-nam> .
<province/phương-nam> a nv:Province ; skos:prefLabel "Phương Nam"@vi ; nv:code "VN-97" ; nv:gsoCode "99" .
<province/thượng-du> a nv:Province ; skos:prefLabel "Thượng Du"@vi .
<agency/bộ-ngoại-giao> a nv:Agency ; skos:prefLabel "Bộ Ngoại giao"@vi ; nv:successor <agency/bộ-đối-ngoại> .
<agency/bộ-đối-ngoại> a nv:Agency ; skos:prefLabel "Bộ Đối ngoại"@vi .
<agency/ban-bí-thư> a nv:Agency ; skos:prefLabel "Ban Bí thư"@vi ; nv:successor <agency/ban-thường-trực> .
<agency/ban-thường-trực> a nv:Agency ; skos:prefLabel "Ban Thường trực"@vi .
"#;

/// The store of the fixture.
pub(super) fn store() -> Statements {
    let iris = Iris::default();
    let mapping = Mapping::new(iris.clone(), &[]);
    let mut graph = KnowledgeGraph::new();
    let ontology = GraphName::from(iris.ontology_graph());
    let known = RdfParser::from_format(RdfFormat::Turtle).with_default_graph(ontology);
    let known = known.rename_blank_nodes().for_slice(KNOWN);
    let mut quads: Vec<Quad> = known.collect::<Result<_, _>>().unwrap();
    quads.push(repeats(&iris));
    let known = [
        "hoà-an",
        "biển-đông",
        "phương-nam",
        "thượng-du",
        "bộ-ngoại-giao",
        "ban-bí-thư",
    ];
    for article in [
        interview(),
        conference(),
        other_source(),
        delegations(),
        agreements(),
    ] {
        let facts = ArticleFacts::from(&article);
        quads.extend(mapping.article_quads(&facts));
        graph.add(&facts);
    }
    for view in graph.nodes() {
        if !known
            .iter()
            .any(|slug| view.node.id.as_str().ends_with(slug))
        {
            quads.extend(entity_quads(&iris, &view.node.id, view.node.name()));
        }
    }
    Statements::of(quads).unwrap()
}

/// One of the articles prints the story of another.
fn repeats(iris: &Iris) -> Quad {
    let (repeat, first) = (iris.article("nguon-khac"), iris.article("hoi-nghi"));
    Quad::new(repeat, iris.term(nv::REPEATS), first, iris.stories_graph())
}

fn time(text: &str) -> Edtf {
    text.parse().unwrap()
}

/// A draft that names things by their words.
struct Writer {
    draft: Draft,
}

impl Writer {
    fn new(id: &str, date: Option<&str>, text: &str) -> Self {
        let mut draft = Draft::new(id, text);
        draft.annotated.article.metadata.date = date.map(str::to_owned);
        draft.annotated.article.metadata.title = Some(format!("Bài {id}"));
        Self { draft }
    }

    fn entity(&mut self, kind: EntityType, name: &str) -> usize {
        let entities = &self.draft.annotated.annotation.entities;
        if let Some(index) = entities.iter().position(|e| e.name == name) {
            return index;
        }
        let index = self.draft.entity(kind, name);
        if name == "Hòa An" {
            let id = EntityId::new(Province, "hoà-an");
            self.draft.annotated.annotation.entities[index].id = id;
        }
        index
    }

    fn says(
        &mut self,
        sentence: usize,
        subject: (EntityType, &str),
        predicate: Predicate,
        object: (EntityType, &str),
    ) {
        let subject = self.entity(subject.0, subject.1);
        let object = Object::Entity(self.entity(object.0, object.1));
        self.draft.relation(subject, predicate, object, sentence);
    }

    fn dated(&mut self, sentence: usize, kind: EntityType, name: &str, date: &str) {
        let subject = self.entity(kind, name);
        let predicate = if kind == Document {
            Predicate::IssuedOn
        } else {
            Predicate::OccursOn
        };
        self.draft
            .relation(subject, predicate, Object::Date(time(date)), sentence);
    }

    fn figure(
        &mut self,
        sentence: usize,
        value: f64,
        text: &str,
        year: &str,
        owner: Option<usize>,
    ) {
        let unit = text.split_once(' ').unwrap().1;
        self.draft.figure(value, text, unit, sentence, owner);
        let figure = self.draft.annotated.annotation.figures.last_mut().unwrap();
        figure.time = Some(time(year));
    }

    fn done(self) -> AnnotatedArticle {
        self.draft.annotated
    }
}

fn interview() -> AnnotatedArticle {
    let mut w = Writer::new(
        "phong-van",
        Some("2023-01-25"),
        "Ông Lê Bình, Quyền Cục trưởng Cục Ngoại vụ, trả lời phỏng vấn. \
         Cục Ngoại vụ tổ chức Diễn đàn Nhịp cầu lần thứ hai tại Hòa An ngày 8/4/2022. \
         Cục Ngoại vụ dự Gặp gỡ Hàn Quốc ngày 24/3/2022. \
         Chỉ thị 15 của Ban Bí thư ban hành ngày 10/8/2022. \
         Vải thiều Hòa An đã sang Nhật Bản, còn Pháp chưa mua.",
    );
    w.says(
        0,
        (Person, "Lê Bình"),
        Predicate::HoldsPosition,
        (Agency, "Cục Ngoại vụ"),
    );
    w.draft.qualify("Quyền Cục trưởng", None);
    let forum = (Event, "Diễn đàn Nhịp cầu lần thứ hai");
    w.says(1, (Agency, "Cục Ngoại vụ"), Predicate::Organizes, forum);
    w.says(1, forum, Predicate::TakesPlaceIn, (Province, "Hòa An"));
    w.dated(1, Event, forum.1, "2022-04-08");
    let meeting = (Event, "Gặp gỡ Hàn Quốc");
    w.says(
        2,
        (Agency, "Cục Ngoại vụ"),
        Predicate::ParticipatesIn,
        meeting,
    );
    w.says(2, meeting, Predicate::Involves, (Country, "Hàn Quốc"));
    w.dated(2, Event, meeting.1, "2022-03-24/2022-03-25");
    w.says(
        3,
        (Document, "Chỉ thị 15"),
        Predicate::IssuedBy,
        (Agency, "Ban Bí thư"),
    );
    w.dated(3, Document, "Chỉ thị 15", "2022-08-10");
    w.says(
        4,
        (Product, "Vải thiều Hòa An"),
        Predicate::ProductOf,
        (Province, "Hòa An"),
    );
    w.says(
        4,
        (Product, "Vải thiều Hòa An"),
        Predicate::MarketedIn,
        (Country, "Nhật Bản"),
    );
    w.entity(Country, "Pháp");
    w.done()
}

fn conference() -> AnnotatedArticle {
    let mut w = Writer::new(
        "hoi-nghi",
        None,
        "Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ lần thứ 19. \
         Hội nghị Ngoại vụ lần thứ 18 họp năm 2016. \
         Cục trưởng Cục Ngoại vụ Nguyễn An cho biết có 420 thỏa thuận từ 2016. \
         Thượng Du có 35 dự án năm 2017.",
    );
    let conference = (Event, "Hội nghị Ngoại vụ lần thứ 19");
    w.says(
        0,
        (Agency, "Bộ Ngoại giao"),
        Predicate::Organizes,
        conference,
    );
    w.dated(0, Event, conference.1, "2018-08-12");
    w.dated(1, Event, "Hội nghị Ngoại vụ lần thứ 18", "2016");
    w.says(
        2,
        (Person, "Nguyễn An"),
        Predicate::HoldsPosition,
        (Agency, "Cục Ngoại vụ"),
    );
    w.draft.qualify("Cục trưởng", None);
    w.figure(2, 420.0, "420 thỏa thuận", "2016/2018", None);
    let owner = w.entity(Province, "Thượng Du");
    w.figure(3, 35.0, "35 dự án", "2017", Some(owner));
    w.done()
}

fn other_source() -> AnnotatedArticle {
    let mut w = Writer::new(
        "nguon-khac",
        Some("2018-08-20"),
        "Hội nghị Ngoại vụ lần thứ 19 diễn ra ngày 15/8/2018 với Nguyễn An. \
         Theo báo cáo, Thượng Du có 37 dự án năm 2017. \
         Đại sứ Việt Nam Nguyễn An nay ở Pháp.",
    );
    w.dated(0, Event, "Hội nghị Ngoại vụ lần thứ 19", "2018-08-15");
    let conference = (Event, "Hội nghị Ngoại vụ lần thứ 19");
    w.says(
        0,
        (Person, "Nguyễn An"),
        Predicate::ParticipatesIn,
        conference,
    );
    let owner = w.entity(Province, "Thượng Du");
    w.figure(1, 37.0, "37 dự án", "2017", Some(owner));
    w.says(
        2,
        (Person, "Nguyễn An"),
        Predicate::HoldsPosition,
        (Country, "Việt Nam"),
    );
    w.draft.qualify("Đại sứ", Some(time("2024")));
    w.done()
}

fn delegations() -> AnnotatedArticle {
    let mut w = Writer::new(
        "doan-khach",
        Some("2012-08-29"),
        "Trong 6 tháng đầu năm 2012, Hòa An đón đoàn Tổng thống Chile. \
         Cùng kỳ có đoàn Thái tử Bỉ đến Hòa An. \
         Năm 2011, Chile cũng thăm Thượng Du.",
    );
    for (sentence, country, title) in [(0, "Chile", "Tổng thống"), (1, "Bỉ", "Thái tử")] {
        w.says(
            sentence,
            (Country, country),
            Predicate::Visits,
            (Province, "Hòa An"),
        );
        w.draft.qualify(title, Some(time("2012-01/2012-06")));
    }
    w.says(
        2,
        (Country, "Chile"),
        Predicate::Visits,
        (Province, "Thượng Du"),
    );
    w.draft.qualify("Tổng thống", Some(time("2011")));
    w.done()
}

fn agreements() -> AnnotatedArticle {
    let mut w = Writer::new(
        "hop-tac",
        Some("2020-12-01"),
        "Hòa An kết nghĩa với Nhật Bản. \
         Nhật Bản hợp tác với Thượng Du theo Bản ghi nhớ Thượng Du - Nhật Bản. \
         Gặp gỡ Ấn Độ thuộc chuỗi Gặp gỡ Đại sứ, họp tháng 1/2020.",
    );
    w.says(
        0,
        (Province, "Hòa An"),
        Predicate::CooperatesWith,
        (Country, "Nhật Bản"),
    );
    w.says(
        1,
        (Country, "Nhật Bản"),
        Predicate::CooperatesWith,
        (Province, "Thượng Du"),
    );
    let memo = (Document, "Bản ghi nhớ Thượng Du - Nhật Bản");
    w.says(1, memo, Predicate::Involves, (Province, "Thượng Du"));
    w.says(1, memo, Predicate::Involves, (Country, "Nhật Bản"));
    let meeting = (Event, "Gặp gỡ Ấn Độ");
    w.says(
        2,
        meeting,
        Predicate::PartOfSeries,
        (Programme, "Gặp gỡ Đại sứ"),
    );
    w.says(2, meeting, Predicate::Involves, (Country, "Ấn Độ"));
    w.dated(2, Event, meeting.1, "2020-01");
    w.done()
}
