//! What oxigraph writes from a store, sophia reads: the same dataset, term by term.

use std::collections::HashSet;

use oxigraph::io::RdfFormat;
use oxigraph::model::{GraphName, Quad, Term};
use proptest::prelude::*;
use sophia::api::prelude::*;
use sophia::api::quad::Spog;
use sophia::api::term::bnode_id::BnodeId;
use sophia::api::term::{LanguageTag, SimpleTerm};
use sophia::isomorphism::isomorphic_datasets;
use sophia::turtle::parser::nq;

use super::round_trip_tests::articles;
use super::tests::{mapping, store_of};
use super::{Iris, knowledge_quads, vocabulary_quads};
use crate::ontology::{Ontology, VOCABULARY};

type Dataset = HashSet<Spog<SimpleTerm<'static>>>;

/// A quad in sophia's terms, without a detour over any syntax.
fn translated(quad: Quad) -> Spog<SimpleTerm<'static>> {
    let graph = match quad.graph_name {
        GraphName::NamedNode(node) => Some(term(node.into())),
        GraphName::BlankNode(node) => Some(term(node.into())),
        GraphName::DefaultGraph => None,
    };
    let triple = [quad.subject.into(), quad.predicate.into(), quad.object];
    (triple.map(term), graph)
}

fn term(term: Term) -> SimpleTerm<'static> {
    let iri = |iri: &str| IriRef::new(iri.to_owned().into()).unwrap();
    match term {
        Term::NamedNode(node) => SimpleTerm::Iri(iri(node.as_str())),
        Term::BlankNode(node) => {
            SimpleTerm::BlankNode(BnodeId::new(node.into_string().into()).unwrap())
        }
        Term::Literal(literal) => match literal.language() {
            Some(language) => {
                let language = LanguageTag::new(language.to_owned().into()).unwrap();
                SimpleTerm::LiteralLanguage(literal.value().to_owned().into(), language, None)
            }
            None => {
                let datatype = iri(literal.datatype().as_str());
                SimpleTerm::LiteralDatatype(literal.value().to_owned().into(), datatype)
            }
        },
    }
}

fn read_by_sophia(store: &oxigraph::store::Store) -> Dataset {
    let bytes = store.dump_to_writer(RdfFormat::NQuads, Vec::new()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    nq::parse_str(&text).collect_quads().unwrap()
}

#[test]
fn the_ontology_is_read_alike() {
    let iris = Iris::default();
    let mut quads = vocabulary_quads(&iris, VOCABULARY).unwrap();
    quads.extend(knowledge_quads(&iris, &Ontology::embedded().entries));
    let store = store_of(&[]);
    store.extend(quads.clone()).unwrap();
    let read = read_by_sophia(&store);
    let written: Dataset = quads.into_iter().map(translated).collect();
    assert!(isomorphic_datasets(&written, &read).unwrap());
    let mut less = written.clone();
    let some = written.iter().next().unwrap();
    less.remove(some);
    assert!(!isomorphic_datasets(&less, &read).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn articles_are_read_alike(facts in articles()) {
        let store = store_of(std::slice::from_ref(&facts));
        let quads = mapping().article_quads(&facts);
        let written: Dataset = quads.into_iter().map(translated).collect();
        prop_assert!(isomorphic_datasets(&written, &read_by_sophia(&store)).unwrap());
    }
}
