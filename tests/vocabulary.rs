//! The vocabulary defines, in both languages, every term that the program writes or reads.

use std::collections::{BTreeMap, BTreeSet};

use ngoaivu::model::{EntityType, Predicate};
use ngoaivu::ontology::VOCABULARY;
use ngoaivu::rdf::vocabulary::nv;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Term;

const NV: &str = "https://w3id.org/ngoaivu/ontology#";

/// For each term the properties that describe it, with the language of texts.
fn descriptions() -> BTreeMap<String, BTreeSet<String>> {
    let mut terms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(VOCABULARY.as_bytes()) {
        let quad = quad.expect("the vocabulary is sound Turtle");
        let subject = quad.subject.to_string();
        let Some(term) = subject.trim_matches(['<', '>']).strip_prefix(NV) else {
            continue;
        };
        let property = quad
            .predicate
            .as_str()
            .rsplit(['#', '/'])
            .next()
            .unwrap_or("")
            .to_owned();
        let language = match &quad.object {
            Term::Literal(literal) => literal.language().unwrap_or("").to_owned(),
            _ => String::new(),
        };
        let described = terms.entry(term.to_owned()).or_default();
        described.insert(property.clone());
        described.insert(format!("{property}@{language}"));
    }
    terms
}

#[test]
fn every_term_in_use_is_defined() {
    let terms = descriptions();
    let in_use = (EntityType::ALL.into_iter().map(EntityType::name))
        .chain(Predicate::ALL.into_iter().map(Predicate::name))
        .chain(nv::ALL);
    for term in in_use {
        assert!(
            terms.contains_key(term),
            "nv:{term} is missing in ontology/vocabulary.ttl"
        );
    }
}

#[test]
fn every_term_is_labelled_and_defined_in_both_languages() {
    for (term, described) in descriptions() {
        for needed in [
            "type",
            "label@vi",
            "label@en",
            "definition@vi",
            "definition@en",
        ] {
            assert!(described.contains(needed), "nv:{term} has no {needed}");
        }
    }
}

#[test]
fn properties_of_the_guidelines_say_what_they_relate() {
    let terms = descriptions();
    for predicate in Predicate::ALL {
        let described = &terms[predicate.name()];
        assert!(
            described.contains("domain") && described.contains("range"),
            "nv:{predicate}"
        );
    }
}
