//! Any text through the whole way: spans quote what they say, and no statement is without evidence.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use ngoaivu::ontology::Ontology;
use ngoaivu::pipeline::Reader;
use ngoaivu::read::{ReadOptions, read_bytes};

static READER: LazyLock<Reader<'static>> =
    LazyLock::new(|| Reader::new(Ontology::embedded()).expect("the cues that are compiled in"));

fuzz_target!(|text: &str| {
    let options = ReadOptions {
        any_language: true,
        ..ReadOptions::default()
    };
    for article in read_bytes("a.txt", text.as_bytes().to_vec(), &options).flatten() {
        let length = article.text.chars().count() as u32;
        let annotated = READER.annotate(article);
        for mention in &annotated.annotation.mentions {
            assert!(mention.span.start < mention.span.end && mention.span.end <= length);
        }
        for relation in &annotated.annotation.relations {
            assert!(relation.evidence.start < relation.evidence.end && relation.evidence.end <= length);
        }
    }
});
