//! Any text through the whole way: spans quote what they say, and no statement is without evidence.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use ngoaivu::graph::ArticleFacts;
use ngoaivu::model::{AnnotatedArticle, Span};
use ngoaivu::ontology::Ontology;
use ngoaivu::pipeline::Reader;
use ngoaivu::rdf::{Iris, Mapping};
use ngoaivu_fuzz::read;

static READER: LazyLock<Reader<'static>> =
    LazyLock::new(|| Reader::new(Ontology::embedded()).expect("the cues that are compiled in"));
static MAPPING: LazyLock<Mapping> =
    LazyLock::new(|| Mapping::new(Iris::default(), &Ontology::embedded().entries));

fuzz_target!(|text: &str| {
    for article in read("a.txt", text.as_bytes().to_vec()) {
        let annotated = READER.annotate(article);
        check(&annotated);
        let facts = ArticleFacts::from(&annotated);
        for span in facts.statements.values().flat_map(|reading| &reading.evidence) {
            assert!(facts.quotes.contains_key(span));
        }
        let quads = MAPPING.article_quads(&facts);
        assert!(!quads.is_empty());
    }
});

fn check(annotated: &AnnotatedArticle) {
    let annotation = &annotated.annotation;
    let length = annotated.article.text.chars().count() as u32;
    let lies_within = |span: Span| assert!(span.start < span.end && span.end <= length, "{span:?}");
    let entities = annotation.entities.len();
    for mention in &annotation.mentions {
        lies_within(mention.span);
        assert!(mention.entity < entities);
    }
    annotation.dates.iter().for_each(|date| lies_within(date.span));
    for relation in &annotation.relations {
        lies_within(relation.evidence);
        assert!(relation.subject < entities);
    }
    for figure in &annotation.figures {
        lies_within(figure.span);
        lies_within(figure.evidence);
    }
}
