//! The terms of the vocabulary, read for the page: sections in order, and what is said of each term.

use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Graph, NamedNode, NamedNodeRef, NamedOrBlankNodeRef, TermRef, Triple};

use crate::rdf::vocabulary::skos;
use crate::rdf::{Iris, PREFIXES};

const OWL: &str = "http://www.w3.org/2002/07/owl#";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";

/// A text in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Both {
    pub(super) vi: String,
    pub(super) en: String,
}

/// A part of the page.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) id: String,
    pub(super) title: Both,
    pub(super) about: Both,
    pub(super) terms: Vec<Term>,
}

/// A class, a property or an individual.
#[derive(Debug)]
pub(super) struct Term {
    /// The local name.
    pub(super) name: String,
    pub(super) iri: String,
    /// In both languages: class, object property and so on.
    pub(super) kind: Both,
    pub(super) label: Both,
    pub(super) definition: Both,
    pub(super) example: Option<Both>,
    /// What it is related to: a word in both languages, and the names of terms.
    pub(super) facts: Vec<(Both, Vec<String>)>,
    /// The names of classes it may lead from and to.
    pub(super) domain: Vec<String>,
    pub(super) range: Vec<String>,
}

/// The vocabulary.
#[derive(Debug)]
pub(super) struct Terms {
    pub(super) title: Both,
    pub(super) about: Both,
    pub(super) version: String,
    pub(super) licences: Vec<String>,
    pub(super) sections: Vec<Section>,
}

pub(super) fn both(vi: &str, en: &str) -> Both {
    Both {
        vi: vi.to_owned(),
        en: en.to_owned(),
    }
}

impl Terms {
    /// Reads a vocabulary in Turtle.
    pub(super) fn read(turtle: &str, iris: &Iris) -> Result<Self, RdfParseError> {
        let mut graph = Graph::new();
        let mut collections = Vec::new();
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle) {
            let triple = Triple::from(quad?);
            let list = owned(&format!("{SKOS}memberList"));
            if triple.predicate == list {
                collections.push(triple.subject.clone());
            }
            graph.insert(&triple);
        }
        let reader = Reader {
            graph: &graph,
            iris,
        };
        let sections = collections.iter().map(|node| reader.section(node.as_ref()));
        let about = owned(&format!("{}ontology", iris.base()));
        let about = NamedOrBlankNodeRef::from(&about);
        let dcterms = |name: &str| format!("http://purl.org/dc/terms/{name}");
        let version = reader.objects(about, &format!("{OWL}versionInfo"));
        let licences = reader.objects(about, &dcterms("license"));
        let mut licences: Vec<String> = licences.into_iter().map(plain).collect();
        licences.sort();
        Ok(Self {
            title: reader.text(about, &dcterms("title")).unwrap_or_default(),
            about: reader
                .text(about, &dcterms("description"))
                .unwrap_or_default(),
            version: version
                .first()
                .map_or_else(String::new, |version| plain(*version)),
            licences,
            sections: sections.collect(),
        })
    }

    /// The terms of all sections.
    pub(super) fn all(&self) -> impl Iterator<Item = &Term> {
        self.sections.iter().flat_map(|section| &section.terms)
    }
}

struct Reader<'g> {
    graph: &'g Graph,
    iris: &'g Iris,
}

impl<'g> Reader<'g> {
    fn section(&self, node: NamedOrBlankNodeRef<'_>) -> Section {
        let list = self.objects(node, &format!("{SKOS}memberList"));
        let members = list
            .first()
            .map(|list| self.list(*list))
            .unwrap_or_default();
        let terms = members.into_iter().filter_map(|member| match member {
            TermRef::NamedNode(node) => Some(self.term(node)),
            _ => None,
        });
        Section {
            id: self.name(TermRef::from(node)),
            title: self.label(node),
            about: self
                .text(node, &format!("{SKOS}definition"))
                .unwrap_or_default(),
            terms: terms.collect(),
        }
    }

    fn term(&self, node: NamedNodeRef<'_>) -> Term {
        let subject = NamedOrBlankNodeRef::from(node);
        let owl = |name: &str| format!("{OWL}{name}");
        let mut facts = Vec::new();
        for (vi, en, property) in [
            (
                "là loại của",
                "subclass of",
                rdfs::SUB_CLASS_OF.as_str().to_owned(),
            ),
            (
                "hẹp hơn",
                "subproperty of",
                rdfs::SUB_PROPERTY_OF.as_str().to_owned(),
            ),
            ("gồm", "union of", owl("unionOf")),
            ("từ", "from", rdfs::DOMAIN.as_str().to_owned()),
            ("đến", "to", rdfs::RANGE.as_str().to_owned()),
            ("chiều ngược", "inverse", owl("inverseOf")),
            ("xem thêm", "see also", rdfs::SEE_ALSO.as_str().to_owned()),
        ] {
            let names = self.names(subject, &property);
            if !names.is_empty() {
                facts.push((both(vi, en), names));
            }
        }
        Term {
            name: self.name(node.into()),
            iri: node.as_str().to_owned(),
            kind: self.kind(subject),
            label: self.label(subject),
            definition: self
                .text(subject, &format!("{SKOS}definition"))
                .unwrap_or_default(),
            example: self.text(subject, &format!("{SKOS}example")),
            facts,
            domain: self.names(subject, rdfs::DOMAIN.as_str()),
            range: self.names(subject, rdfs::RANGE.as_str()),
        }
    }

    fn kind(&self, node: NamedOrBlankNodeRef<'_>) -> Both {
        let types = self.objects(node, rdf::TYPE.as_str());
        let is = |name: &str| {
            types
                .iter()
                .any(|class| plain(*class) == format!("{OWL}{name}"))
        };
        if is("Class") {
            both("lớp", "class")
        } else if is("SymmetricProperty") {
            both("quan hệ hai chiều", "symmetric property")
        } else if is("ObjectProperty") {
            both("quan hệ", "object property")
        } else if is("DatatypeProperty") {
            both("thuộc tính", "datatype property")
        } else {
            both("cá thể", "individual")
        }
    }

    /// The names of the values of a property, those of a union one by one, in the order of the file.
    fn names(&self, node: NamedOrBlankNodeRef<'_>, property: &str) -> Vec<String> {
        let mut names = Vec::new();
        for value in self.objects(node, property) {
            let members = self.list(value);
            let union = subject_of(value).map(|node| self.objects(node, &format!("{OWL}unionOf")));
            let union = union
                .unwrap_or_default()
                .first()
                .map(|list| self.list(*list));
            let values = match (members.is_empty(), union, value) {
                (false, _, _) => members,
                (true, Some(union), TermRef::BlankNode(_)) => union,
                // What is no name, such as a restriction, is for tools.
                (true, _, TermRef::BlankNode(_)) => continue,
                _ => vec![value],
            };
            names.extend(values.into_iter().map(|value| self.name(value)));
        }
        names
    }

    fn label(&self, node: NamedOrBlankNodeRef<'_>) -> Both {
        let label = self.text(node, rdfs::LABEL.as_str());
        label
            .or_else(|| self.text(node, skos::PREF_LABEL.as_str()))
            .unwrap_or_default()
    }

    fn text(&self, node: NamedOrBlankNodeRef<'_>, property: &str) -> Option<Both> {
        let texts = self.objects(node, property);
        let of = |tag: &str| {
            texts.iter().find_map(|text| match text {
                TermRef::Literal(text) if text.language() == Some(tag) => {
                    Some(text.value().to_owned())
                }
                _ => None,
            })
        };
        let (vi, en) = (of("vi"), of("en"));
        (vi.is_some() || en.is_some()).then(|| Both {
            vi: vi.unwrap_or_default(),
            en: en.unwrap_or_default(),
        })
    }

    fn objects(&self, node: NamedOrBlankNodeRef<'_>, property: &str) -> Vec<TermRef<'g>> {
        let property = owned(property);
        let found = self.graph.objects_for_subject_predicate(node, &property);
        let mut found: Vec<TermRef<'g>> = found.collect();
        found.sort_by_cached_key(ToString::to_string);
        found
    }

    fn list(&self, head: TermRef<'g>) -> Vec<TermRef<'g>> {
        let mut members = Vec::new();
        let mut rest = Some(head);
        while let Some(node) = rest.and_then(subject_of) {
            let first = self.graph.object_for_subject_predicate(node, rdf::FIRST);
            members.extend(first);
            rest = self.graph.object_for_subject_predicate(node, rdf::REST);
        }
        members
    }

    /// Our own terms by local name, others with their prefix.
    fn name(&self, term: TermRef<'_>) -> String {
        let iri = plain(term);
        if let Some(local) = self.iris.read_term(&iri) {
            return local.to_owned();
        }
        let known = PREFIXES.iter().find_map(|(prefix, start)| {
            let local = iri.strip_prefix(start)?;
            Some(format!("{prefix}:{local}"))
        });
        known.unwrap_or(iri)
    }
}

fn owned(iri: &str) -> NamedNode {
    NamedNode::new_unchecked(iri)
}

fn subject_of(term: TermRef<'_>) -> Option<NamedOrBlankNodeRef<'_>> {
    match term {
        TermRef::NamedNode(node) => Some(node.into()),
        TermRef::BlankNode(node) => Some(node.into()),
        TermRef::Literal(_) => None,
    }
}

fn plain(term: TermRef<'_>) -> String {
    match term {
        TermRef::NamedNode(node) => node.as_str().to_owned(),
        TermRef::Literal(literal) => literal.value().to_owned(),
        TermRef::BlankNode(node) => node.to_string(),
    }
}
