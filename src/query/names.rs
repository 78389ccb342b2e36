//! Finds entities by the names people write, through all labels that the store holds.

use std::collections::BTreeSet;

use oxigraph::model::vocab::rdfs;
use oxigraph::model::{
    GraphNameRef, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term,
};
use oxigraph::store::StorageError;
use unicode_normalization::UnicodeNormalization;

use super::name_key::{exact_key, is_plain, plain_key};
use super::suggestion::nearest;
use crate::model::{EntityId, EntityType};
use crate::rdf::Iris;
use crate::rdf::vocabulary::{nv, skos};
use crate::store::Statements;

/// A name as someone types it who has no Vietnamese keyboard: without case, marks, blanks.
pub fn plain(name: &str) -> String {
    plain_key(name)
}

/// Words before a name that say what it is and are often left out of it.
const HEADS: [&str; 9] = [
    "tỉnh",
    "thành phố",
    "tp.",
    "tp",
    "nước",
    "ông",
    "bà",
    "cơ quan",
    "chương trình",
];

/// Looks names up in one store.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    store: &'a Statements,
    iris: &'a Iris,
}

/// An entity that a name means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamedEntity {
    /// Its identity.
    pub id: EntityId,
    /// Its IRI.
    pub iri: NamedNode,
    /// The name to show.
    pub name: String,
}

/// A label, and whose it is.
struct Labelled {
    label: String,
    id: EntityId,
}

impl<'a> Names<'a> {
    /// Names as `store` holds them.
    pub fn new(store: &'a Statements, iris: &'a Iris) -> Self {
        Self { store, iris }
    }

    /// The entities of these types that `text` may mean: a name in any spelling, a code, an id as
    /// `TYPE/SLUG`, or an IRI. Several where the name is ambiguous, none where it is unknown.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn find(&self, text: &str, kinds: &[EntityType]) -> Result<Vec<NamedEntity>, StorageError> {
        let text: String = text.trim().nfc().collect();
        if let Some(id) = self.direct(&text, kinds) {
            return Ok(vec![self.describe(id)?]);
        }
        let mut found = self.find_literal(&text, kinds)?;
        if !found.known {
            let ontology = self.iris.ontology_graph();
            let labels = self.labels(Some(ontology.as_ref().into()), kinds)?;
            found.ids.extend(best_match(&text, &labels));
        }
        if found.ids.is_empty() {
            found.ids = best_match(&text, &self.labels(None, kinds)?);
        }
        found.ids.into_iter().map(|id| self.describe(id)).collect()
    }

    /// The names to show of all entities, sorted.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn all(&self) -> Result<Vec<String>, StorageError> {
        let mut names = Vec::new();
        let quads = self
            .store
            .quads_for_pattern(None, Some(skos::PREF_LABEL), None, None);
        for quad in quads {
            if let Term::Literal(literal) = quad?.object {
                let (name, ..) = literal.destruct();
                names.push(name);
            }
        }
        names.sort();
        names.dedup();
        Ok(names)
    }

    /// Names of these types that are close to `text`.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn suggest(&self, text: &str, kinds: &[EntityType]) -> Result<Vec<String>, StorageError> {
        let labels = self.labels(None, kinds)?;
        let names = labels.iter().map(|labelled| labelled.label.as_str());
        Ok(nearest(text, names)
            .into_iter()
            .map(str::to_owned)
            .collect())
    }

    fn direct(&self, text: &str, kinds: &[EntityType]) -> Option<EntityId> {
        let id = match text.split_once(':') {
            Some(_) => self.iris.read_entity(text)?,
            None => EntityId(text.to_owned()),
        };
        let is_written_as_id = id
            .as_str()
            .split_once('/')
            .is_some_and(|(_, slug)| !slug.is_empty());
        (is_written_as_id && id.kind().is_some_and(|kind| kinds.contains(&kind))).then_some(id)
    }

    /// Looks `text` up as it stands, which the store's index answers at once.
    fn find_literal(&self, text: &str, kinds: &[EntityType]) -> Result<Found, StorageError> {
        let predicates = self.label_predicates();
        let ontology = self.iris.ontology_graph();
        let mut found = Found::default();
        let tagged = |tag| Literal::new_language_tagged_literal_unchecked(text, tag);
        for literal in [
            tagged("vi"),
            tagged("en"),
            Literal::new_simple_literal(text),
        ] {
            for quad in self
                .store
                .quads_for_pattern(None, None, Some((&literal).into()), None)
            {
                let quad = quad?;
                if predicates.contains(&quad.predicate)
                    && let Some(id) = self.subject(&quad, kinds)
                {
                    found.known |= GraphNameRef::from(&ontology) == quad.graph_name.as_ref();
                    found.ids.insert(id);
                }
            }
        }
        Ok(found)
    }

    fn labels(
        &self,
        graph: Option<GraphNameRef<'_>>,
        kinds: &[EntityType],
    ) -> Result<Vec<Labelled>, StorageError> {
        let mut labels = Vec::new();
        for predicate in self.label_predicates() {
            for quad in self
                .store
                .quads_for_pattern(None, Some(predicate.as_ref()), None, graph)
            {
                let quad = quad?;
                if let Some(id) = self.subject(&quad, kinds)
                    && let Term::Literal(literal) = quad.object
                {
                    let (label, ..) = literal.destruct();
                    labels.push(Labelled { label, id });
                }
            }
        }
        Ok(labels)
    }

    fn subject(&self, quad: &Quad, kinds: &[EntityType]) -> Option<EntityId> {
        match &quad.subject {
            NamedOrBlankNode::NamedNode(node) => self
                .iris
                .read_entity(node.as_str())
                .filter(|id| id.kind().is_some_and(|kind| kinds.contains(&kind))),
            NamedOrBlankNode::BlankNode(_) => None,
        }
    }

    fn label_predicates(&self) -> [NamedNode; 7] {
        [
            skos::PREF_LABEL.into_owned(),
            skos::ALT_LABEL.into_owned(),
            rdfs::LABEL.into_owned(),
            self.iris.term(nv::ACRONYM),
            self.iris.term(nv::FORMER_NAME),
            self.iris.term(nv::SHORT_NAME),
            self.iris.term(nv::CODE),
        ]
    }

    fn describe(&self, id: EntityId) -> Result<NamedEntity, StorageError> {
        let iri = self.iris.entity(&id);
        let name = self
            .label_of(&iri, skos::PREF_LABEL)?
            .unwrap_or_else(|| id.as_str().to_owned());
        Ok(NamedEntity { id, iri, name })
    }

    fn label_of(
        &self,
        iri: &NamedNode,
        predicate: NamedNodeRef<'_>,
    ) -> Result<Option<String>, StorageError> {
        let mut smallest: Option<String> = None;
        for quad in self
            .store
            .quads_for_pattern(Some(iri.into()), Some(predicate), None, None)
        {
            if let Term::Literal(literal) = quad?.object {
                let (label, ..) = literal.destruct();
                smallest = Some(smallest.map_or(label.clone(), |other| other.min(label)));
            }
        }
        Ok(smallest)
    }
}

#[derive(Default)]
struct Found {
    ids: BTreeSet<EntityId>,
    /// Whether the ontology itself has the name, and so all its bearers.
    known: bool,
}

/// The entities whose label is `text` in the strictest of four ways that finds any: the same letters and
/// tones, the same without a head noun, the same without diacritics, both.
fn best_match(text: &str, labels: &[Labelled]) -> BTreeSet<EntityId> {
    let bare = without_head(text);
    let bearers = |key: fn(&str) -> String, wanted: &str| -> BTreeSet<EntityId> {
        let wanted = key(wanted);
        labels
            .iter()
            .filter(|labelled| !wanted.is_empty() && key(&labelled.label) == wanted)
            .map(|labelled| labelled.id.clone())
            .collect()
    };
    let mut found = bearers(exact_key, text);
    if found.is_empty() && bare != text {
        found = bearers(exact_key, bare);
    }
    if found.is_empty() && is_plain(text) {
        found = bearers(plain_key, text);
    }
    found
}

fn without_head(text: &str) -> &str {
    let lower = text.to_lowercase();
    for head in HEADS {
        // Lower case may change the length of other letters, but not of those before the cut.
        if lower.starts_with(head)
            && let Some(rest) = text.get(head.len()..)
            && rest.starts_with(' ')
        {
            return rest.trim_start();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn head_nouns_may_be_written_or_not() {
        assert_eq!(without_head("tỉnh Thanh Hóa"), "Thanh Hóa");
        assert_eq!(without_head("Thành phố Đà Nẵng"), "Đà Nẵng");
        assert_eq!(without_head("Tỉnhlẻ"), "Tỉnhlẻ");
        assert_eq!(without_head("Bắc Ninh"), "Bắc Ninh");
    }

    #[test]
    fn strictest_way_wins() {
        let label = |label: &str, id: &str| Labelled {
            label: label.to_owned(),
            id: EntityId(id.to_owned()),
        };
        let labels = [
            label("Hòa Bình", "province/hòa-bình"),
            label("Hoa Binh", "agency/hoa-binh"),
        ];
        let ids = |text: &str| -> Vec<String> {
            best_match(text, &labels)
                .into_iter()
                .map(|id| id.0)
                .collect()
        };
        assert_eq!(ids("HOÀ BÌNH"), ["province/hòa-bình"]);
        assert_eq!(ids("tỉnh Hoà Bình"), ["province/hòa-bình"]);
        assert_eq!(ids("hoa binh"), ["agency/hoa-binh"]);
        assert_eq!(ids("hoabinh"), ["agency/hoa-binh"]);
        assert!(ids("Hòa Bịnh").is_empty());
    }
}
