//! Laws: any article comes back from its quads, every IRI is valid, every statement has a source.

use oxigraph::model::{NamedNode, Quad, Term};
use proptest::prelude::*;

use super::tests::{mapping, rows, store_of};
use crate::graph::fixture::Draft;
use crate::graph::{ArticleFacts, Value};
use crate::model::{Edtf, EdtfDate, EntityType, Object, Predicate, Span};

/// Names and ids that try to break out of IRIs and literals.
fn hostile() -> impl Strategy<Value = String> {
    let words = [
        "Đà Nẵng",
        "> <",
        "\"",
        "\\u0041",
        "\u{0}",
        "a/b",
        "..",
        "#",
        "%41",
        "\u{202e}x",
    ];
    let listed = prop::sample::select(words.to_vec()).prop_map(str::to_owned);
    prop_oneof![listed, "\\PC{1,12}", "(?s).{1,6}"]
}

fn edtf() -> impl Strategy<Value = Edtf> {
    let values = [
        "2020",
        "2021-12",
        "2022-03-25",
        "2022-03-24/2022-03-25",
        "2022-03-15/..",
        "XXXX-04-16",
    ];
    prop::sample::select(values.to_vec()).prop_map(|value| value.parse().unwrap())
}

type Said = (usize, (u8, u8), Option<String>, Option<Edtf>);
type Number = (f64, String, u32, Option<f64>);

pub(super) fn articles() -> impl Strategy<Value = ArticleFacts> {
    let names = prop::collection::btree_set(hostile(), 1..5);
    let said = (
        0..16_usize,
        any::<(u8, u8)>(),
        prop::option::of(hostile()),
        prop::option::of(edtf()),
    );
    let said = prop::collection::vec(said, 0..6);
    let figure = (
        any::<f64>(),
        hostile(),
        0..90_u32,
        prop::option::of(-1e6..1e6_f64),
    );
    let figures = prop::collection::vec(figure, 0..4);
    let title = prop::option::of(hostile());
    (hostile(), names, said, figures, title).prop_map(|(id, names, said, figures, title)| {
        let names: Vec<String> = names.into_iter().collect();
        let mut draft = Draft::new(
            &id,
            "Một hội nghị đã họp ở đây. Có 12 thỏa thuận được ký. Hết.",
        );
        for (number, name) in names.iter().enumerate() {
            let entity = draft.entity(EntityType::ALL[number], name);
            draft.annotated.annotation.entities[entity]
                .aliases
                .clone_from(&names);
        }
        said.into_iter()
            .for_each(|said| say(&mut draft, said, names.len()));
        figures
            .into_iter()
            .for_each(|number| report(&mut draft, number));
        let mut facts = ArticleFacts::from(&draft.annotated);
        facts.metadata.title.clone_from(&title);
        facts.metadata.url = title;
        facts
    })
}

fn say(draft: &mut Draft, (predicate, (subject, object), title, time): Said, entities: usize) {
    let predicate = Predicate::ALL[predicate];
    let object = if predicate.takes_date() {
        Object::Date(time.unwrap_or(Edtf::Date(EdtfDate::year(1999))))
    } else if predicate.takes_text() {
        Object::Text(title.clone().unwrap_or_default())
    } else {
        Object::Entity(usize::from(object) % entities)
    };
    draft.relation(usize::from(subject) % entities, predicate, object, 1);
    let relation = draft.annotated.annotation.relations.last_mut().unwrap();
    (relation.title, relation.time) = (title, time);
}

fn report(draft: &mut Draft, (value, unit, start, change): Number) {
    if value.is_nan() {
        return;
    }
    draft.figure(value, "12 thỏa thuận", &unit, 1, Some(0));
    let figure = draft.annotated.annotation.figures.last_mut().unwrap();
    figure.span = Span::new(start, start + 13);
    figure.change = change;
}

proptest! {
    #[test]
    fn articles_come_back_as_they_were(facts in articles()) {
        let store = store_of(std::slice::from_ref(&facts));
        let graph = mapping().iris().article(&facts.id);
        let quads: Vec<Quad> = store
            .quads_for_pattern(None, None, None, Some(graph.as_ref().into()))
            .collect::<Result<_, _>>()
            .unwrap();
        prop_assert_eq!(quads.len(), store.len().unwrap(), "all quads are in the article's graph");
        prop_assert_eq!(mapping().read_article(quads).unwrap(), facts);
    }

    #[test]
    fn every_iri_is_valid_and_every_statement_has_evidence(facts in articles()) {
        for quad in mapping().article_quads(&facts) {
            for term in [quad.subject.clone().into(), quad.predicate.into(), quad.object] {
                if let Term::NamedNode(node) = term {
                    prop_assert!(NamedNode::new(node.as_str()).is_ok(), "{}", node);
                }
            }
        }
        let store = store_of(std::slice::from_ref(&facts));
        let bare = "SELECT ?s WHERE { { ?s rdf:predicate ?p } UNION { ?s a qb:Observation }
            FILTER NOT EXISTS { ?s nv:evidence [ oa:exact ?quote ; oa:hasSource ?article ] } }";
        prop_assert!(rows(&store, bare).is_empty());
        let direct = facts.statements.keys().filter(|s| matches!(s.object, Value::Entity(_))).count();
        let nodes = "SELECT ?st WHERE { ?st rdf:predicate ?p ; (rdf:subject|org:member|sem:hasActor) ?s ;
            (rdf:object|org:organization|sem:hasPlace) ?o . ?s ?p ?o FILTER(isIRI(?o)) }";
        prop_assert_eq!(rows(&store, nodes).len(), direct);
    }
}
