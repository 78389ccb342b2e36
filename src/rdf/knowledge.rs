//! The ontology's own graph: what is known of entities before any article is read, and the vocabulary.

use std::collections::HashMap;

use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::vocab::rdfs;
use oxigraph::model::{BlankNode, Literal, NamedNode, NamedOrBlankNode, Quad, Term, Triple};

use super::entity::add_class;
use super::sheet::{Sheet, day_or_date, number, words};
use super::vocabulary::{geo, nv, skos};
use super::{DEFAULT_BASE, Iris};
use crate::model::{EntityId, EntityType, Predicate};
use crate::ontology::{Entry, LabelKind};

/// The facts of the ontology's entries.
pub fn knowledge_quads(iris: &Iris, entries: &[Entry]) -> Vec<Quad> {
    let mut sheet = Sheet::new(iris, iris.ontology_graph());
    for entry in entries {
        let node = iris.entity(&entry.id);
        add_class(entry.kind, &node, &mut sheet);
        add_names(entry, &node, &mut sheet);
        add_period(entry, entries, &node, &mut sheet);
        add_places(entry, entries, &node, &mut sheet);
        for link in &entry.links {
            if let Ok(link) = NamedNode::new(link) {
                sheet.add(&node, skos::EXACT_MATCH, link);
            }
        }
    }
    sheet.into_quads()
}

fn add_names(entry: &Entry, node: &NamedNode, sheet: &mut Sheet<'_>) {
    sheet.add(node, skos::PREF_LABEL, words(&entry.name));
    if let Some(name) = &entry.name_en {
        let name = Literal::new_language_tagged_literal_unchecked(name, "en");
        sheet.add(node, rdfs::LABEL, name);
    }
    for label in &entry.labels {
        match label.kind {
            LabelKind::Preferred => {}
            LabelKind::Contextual if label.text == entry.name => {}
            LabelKind::Alias | LabelKind::Contextual => {
                sheet.add(node, skos::ALT_LABEL, words(&label.text));
            }
            LabelKind::Acronym => {
                sheet.add_term(node, nv::ACRONYM, Literal::new_simple_literal(&label.text));
            }
            LabelKind::Former => sheet.add_term(node, nv::FORMER_NAME, words(&label.text)),
            LabelKind::Short => sheet.add_term(node, nv::SHORT_NAME, words(&label.text)),
        }
    }
    if let Some(designation) = &entry.designation {
        sheet.add_term(node, nv::DESIGNATION, words(designation));
    }
    for (property, code) in [(nv::CODE, &entry.code), (nv::GSO_CODE, &entry.gso_code)] {
        if let Some(code) = code {
            sheet.add_term(node, property, Literal::new_simple_literal(code));
        }
    }
}

fn add_period(entry: &Entry, entries: &[Entry], node: &NamedNode, sheet: &mut Sheet<'_>) {
    for (property, date) in [
        (nv::VALID_FROM, entry.valid_from),
        (nv::VALID_UNTIL, entry.valid_until),
    ] {
        if let Some(date) = date {
            sheet.add_term(node, property, day_or_date(date));
        }
    }
    for successor in entry
        .successors
        .iter()
        .filter_map(|&index| entries.get(index))
    {
        let successor = sheet.iris.entity(&successor.id);
        sheet.add_term(node, nv::SUCCESSOR, successor);
    }
}

fn add_places(entry: &Entry, entries: &[Entry], node: &NamedNode, sheet: &mut Sheet<'_>) {
    let id = |index: Option<usize>| -> Option<&EntityId> { Some(&entries.get(index?)?.id) };
    if let Some(whole) = id(entry.part_of) {
        let whole = sheet.iris.entity(whole);
        sheet.add_term(node, Predicate::PartOf.name(), whole);
    }
    if let Some(territory) = id(entry.territory) {
        let territory = sheet.iris.entity(territory);
        let property = match entry.kind {
            EntityType::Agency => Predicate::HasJurisdiction.name(),
            EntityType::Person => nv::SERVES,
            _ => nv::LIES_IN,
        };
        sheet.add_term(node, property, territory);
    }
    if let Some((latitude, longitude)) = entry.point {
        sheet.add(node, geo::LAT, number(latitude));
        sheet.add(node, geo::LONG, number(longitude));
    }
}

/// The triples of a vocabulary in Turtle, for the ontology's graph. Its own terms move to the base of
/// `iris`, and blank nodes are numbered as they come, so that every build names them alike.
///
/// # Errors
/// If it is no Turtle.
pub fn vocabulary_quads(iris: &Iris, turtle: &str) -> Result<Vec<Quad>, RdfParseError> {
    let mut nodes = Nodes {
        iris,
        blank: HashMap::new(),
    };
    let graph = iris.ontology_graph();
    RdfParser::from_format(RdfFormat::Turtle)
        .for_slice(turtle)
        .map(|quad| {
            let Triple {
                subject,
                predicate,
                object,
            } = Triple::from(quad?);
            let subject = match subject {
                NamedOrBlankNode::NamedNode(node) => nodes.moved(node).into(),
                NamedOrBlankNode::BlankNode(node) => NamedOrBlankNode::from(nodes.numbered(node)),
            };
            let object = match object {
                Term::NamedNode(node) => nodes.moved(node).into(),
                Term::BlankNode(node) => nodes.numbered(node).into(),
                literal @ Term::Literal(_) => literal,
            };
            Ok(Quad::new(
                subject,
                nodes.moved(predicate),
                object,
                graph.clone(),
            ))
        })
        .collect()
}

/// The nodes of the vocabulary under their new names.
struct Nodes<'a> {
    iris: &'a Iris,
    blank: HashMap<BlankNode, BlankNode>,
}

impl Nodes<'_> {
    fn moved(&self, node: NamedNode) -> NamedNode {
        match node.as_str().strip_prefix(DEFAULT_BASE) {
            Some(rest) if self.iris.base() != DEFAULT_BASE => {
                NamedNode::new_unchecked(format!("{}{rest}", self.iris.base()))
            }
            _ => node,
        }
    }

    fn numbered(&mut self, node: BlankNode) -> BlankNode {
        let number = self.blank.len() + 1;
        let new = || BlankNode::new_unchecked(format!("v{number}"));
        self.blank.entry(node).or_insert_with(new).clone()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::ontology::{Ontology, VOCABULARY};

    #[test]
    fn every_term_is_defined_in_the_vocabulary() {
        let iris = Iris::default();
        let quads = vocabulary_quads(&iris, VOCABULARY).unwrap();
        let defined: BTreeSet<String> = quads.iter().map(|quad| quad.subject.to_string()).collect();
        let classes = EntityType::ALL.iter().map(|kind| kind.name());
        let predicates = Predicate::ALL.iter().map(|predicate| predicate.name());
        let missing: Vec<&str> = classes
            .chain(predicates)
            .chain(nv::ALL)
            .filter(|name| !defined.contains(&iris.term(name).to_string()))
            .collect();
        assert!(missing.is_empty(), "not in vocabulary.ttl: {missing:?}");
    }

    #[test]
    fn blank_nodes_are_the_same_each_time_and_terms_move_with_the_base() {
        let turtle = |text: &str| {
            let base = Iris::new("https://a.example/").unwrap();
            vocabulary_quads(&base, text).map_err(|error| error.to_string())
        };
        assert_eq!(turtle(VOCABULARY), turtle(VOCABULARY));
        let text = "<https://w3id.org/ngoaivu/ontology#x> <http://b.example/p> [ <http://b.example/p> 1 ] .";
        let quads = turtle(text).unwrap();
        let moved = |quad: &Quad| quad.subject.to_string() == "<https://a.example/ontology#x>";
        assert!(quads.iter().any(moved), "{quads:?}");
        assert!(turtle("<x> .").is_err());
    }

    #[test]
    fn known_entities_have_one_name_one_type_and_valid_iris() {
        let iris = Iris::default();
        let entries = &Ontology::embedded().entries;
        let quads = knowledge_quads(&iris, entries);
        for property in [skos::PREF_LABEL, oxigraph::model::vocab::rdf::TYPE] {
            let with = quads.iter().filter(|quad| quad.predicate == property);
            let subjects: Vec<String> = with.map(|quad| quad.subject.to_string()).collect();
            let distinct: BTreeSet<&String> = subjects.iter().collect();
            assert_eq!(distinct.len(), entries.len());
            assert!(subjects.len() == distinct.len() || property != skos::PREF_LABEL);
        }
        for quad in &quads {
            if let NamedOrBlankNode::NamedNode(node) = &quad.subject {
                assert!(NamedNode::new(node.as_str()).is_ok(), "{node}");
            }
        }
    }

    #[test]
    fn a_merged_province_leads_to_its_heir() {
        let iris = Iris::default();
        let quads = knowledge_quads(&iris, &Ontology::embedded().entries);
        let successor = iris.term(nv::SUCCESSOR);
        let id = |slug| iris.entity(&EntityId::new(EntityType::Province, slug));
        assert!(quads.iter().any(|quad| {
            quad.subject == id("ha-giang").into()
                && quad.predicate == successor
                && quad.object == id("tuyen-quang-2025").into()
        }));
    }
}
