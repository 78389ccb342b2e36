//! What articles said before all articles agreed on ids: kept beside their graphs, so that who is who can
//! be decided again without reading them.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::io::{RdfFormat, RdfParser, RdfSerializer};
use oxigraph::model::{
    GraphName, Literal, NamedNode, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, Term, Triple,
};
use serde_json::{Value, json};

use super::{Store, StoreError};
use crate::graph::ArticleFacts;
use crate::model::EntityId;
use crate::rdf::vocabulary::nv;
use crate::rdf::{Iris, Mapping};
use crate::resolve::Changes;

impl Store {
    /// Writes an article under the ids that all articles agreed on.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written.
    pub fn replace_resolved(
        &mut self,
        mapping: &Mapping,
        facts: &ArticleFacts,
        changes: &Changes,
    ) -> Result<(), StoreError> {
        let article = self.iris().article(&facts.id);
        let resolved = mapping.article_quads(&facts.resolved(changes));
        self.replace_graph(&article, &resolved)?;
        self.keep_beside(&article, beside(mapping, facts, changes))
    }

    /// What an article says under its own ids, before all articles agreed.
    ///
    /// # Errors
    /// If the store cannot be read, or holds no such article.
    pub fn facts_as_read(&self, mapping: &Mapping, id: &str) -> Result<ArticleFacts, StoreError> {
        let article = self.iris().article(id);
        let kept = self.kept_beside(&article)?;
        if let Some(lines) = kept.get(nv::AS_READ) {
            let quads = from_lines(lines, &article);
            return mapping
                .read_article(quads)
                .map_err(|source| StoreError::Article {
                    article: id.to_owned(),
                    source,
                });
        }
        let facts = self.article_facts(mapping, id)?;
        Ok(match kept.get(nv::CHANGES) {
            Some(changes) => facts.resolved(&from_json(changes).reversed()),
            None => facts,
        })
    }

    /// What became of each article's things, where something did.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn changes(&self) -> Result<BTreeMap<String, Changes>, StoreError> {
        let property = self.iris().term(nv::CHANGES);
        let mut changes = BTreeMap::new();
        for quad in self.statements.scan(property.as_ref()) {
            let quad = quad.map_err(|source| self.failed(source))?;
            if let (NamedOrBlankNode::NamedNode(article), Term::Literal(json)) =
                (quad.subject, quad.object)
                && let Some(id) = self.iris().read_article(article.as_str())
            {
                changes.insert(id, from_json(json.value()));
            }
        }
        Ok(changes)
    }

    /// The curation that the last build applied; empty where there is none.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn curation(&self) -> Result<String, StoreError> {
        let kept = self.kept_beside(&self.iris().readings_graph())?;
        Ok(kept.get(nv::CURATION).cloned().unwrap_or_default())
    }

    /// Keeps a curation for the builds to come.
    ///
    /// # Errors
    /// If the store is read-only or cannot be written.
    pub fn keep_curation(&mut self, text: &str) -> Result<(), StoreError> {
        let kept = (!text.is_empty()).then(|| (nv::CURATION, text.to_owned()));
        let subject = self.iris().readings_graph();
        self.keep_beside(&subject, kept.into_iter().collect())
    }

    /// Forgets what is kept beside an article.
    pub(super) fn forget_beside(&mut self, article: &NamedNode) -> Result<(), StoreError> {
        self.keep_beside(article, Vec::new())
    }

    fn keep_beside(
        &mut self,
        subject: &NamedNode,
        values: Vec<(&'static str, String)>,
    ) -> Result<(), StoreError> {
        self.begin_change()?;
        let graph = GraphName::from(self.iris().readings_graph());
        let new: Vec<Quad> = kept_quads(self.iris(), subject, values).collect();
        let there = Some(NamedOrBlankNodeRef::from(subject));
        let old = self
            .statements
            .quads_for_pattern(there, None, None, Some(graph.as_ref()));
        let old: Result<Vec<Quad>, _> = old.collect();
        let changed = old.and_then(|old| match (old.as_slice(), new.as_slice()) {
            ([], []) => Ok(()),
            (old, new) => self.statements.change(old, new),
        });
        changed.map_err(|source| self.failed(source))
    }

    fn kept_beside(&self, subject: &NamedNode) -> Result<BTreeMap<String, String>, StoreError> {
        let graph = GraphName::from(self.iris().readings_graph());
        let subject = Some(NamedOrBlankNodeRef::from(subject));
        let quads = self
            .statements
            .quads_for_pattern(subject, None, None, Some(graph.as_ref()));
        let mut kept = BTreeMap::new();
        for quad in quads {
            let quad = quad.map_err(|source| self.failed(source))?;
            if let (Some(name), Term::Literal(literal)) =
                (self.iris().read_term(quad.predicate.as_str()), &quad.object)
            {
                kept.insert(name.to_owned(), literal.value().to_owned());
            }
        }
        Ok(kept)
    }
}

/// An article under the ids that all articles agreed on, and what is kept beside it.
pub fn resolved_quads(mapping: &Mapping, facts: &ArticleFacts, changes: &Changes) -> Vec<Quad> {
    let iris = mapping.iris();
    let mut quads = mapping.article_quads(&facts.resolved(changes));
    let beside = beside(mapping, facts, changes);
    quads.extend(kept_quads(iris, &iris.article(&facts.id), beside));
    quads
}

/// What the next build must know of changes.
fn beside(
    mapping: &Mapping,
    facts: &ArticleFacts,
    changes: &Changes,
) -> Vec<(&'static str, String)> {
    let mut kept = Vec::new();
    if !changes.is_empty() {
        kept.push((nv::CHANGES, to_json(changes).to_string()));
        if !changes.is_reversible(facts, |id| mapping.knows(id)) {
            kept.push((nv::AS_READ, as_lines(&mapping.article_quads(facts))));
        }
    }
    kept
}

fn kept_quads(
    iris: &Iris,
    subject: &NamedNode,
    values: Vec<(&'static str, String)>,
) -> impl Iterator<Item = Quad> {
    let graph = GraphName::from(iris.readings_graph());
    values.into_iter().map(move |(property, value)| {
        let literal = Literal::new_simple_literal(value);
        Quad::new(subject.clone(), iris.term(property), literal, graph.clone())
    })
}

/// Triples in lines, sorted.
fn as_lines(quads: &[Quad]) -> String {
    let triples: BTreeSet<String> = quads
        .iter()
        .map(|quad| {
            let mut serializer =
                RdfSerializer::from_format(RdfFormat::NTriples).for_writer(Vec::new());
            // Writing to memory cannot fail.
            let _ = serializer.serialize_triple(Triple::from(quad.clone()).as_ref());
            let bytes = serializer.finish().unwrap_or_default();
            String::from_utf8(bytes).unwrap_or_default()
        })
        .collect();
    triples.into_iter().collect()
}

fn from_lines(lines: &str, graph: &NamedNode) -> Vec<Quad> {
    let triples = RdfParser::from_format(RdfFormat::NTriples).for_slice(lines);
    triples
        .filter_map(Result::ok)
        .map(|quad| Triple::from(quad).in_graph(graph.clone()))
        .collect()
}

fn to_json(changes: &Changes) -> Value {
    let ids = changes.ids.iter();
    let ids: BTreeMap<&str, Option<&str>> = ids
        .map(|(old, new)| (old.as_str(), new.as_ref().map(EntityId::as_str)))
        .collect();
    let names = changes.names.iter();
    let names: BTreeMap<&str, &String> = names.map(|(id, name)| (id.as_str(), name)).collect();
    json!({ "ids": ids, "names": names, "dropped": changes.dropped })
}

fn from_json(text: &str) -> Changes {
    let mut changes = Changes::default();
    let Ok(json) = serde_json::from_str::<Value>(text) else {
        return changes;
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    if let Some(ids) = json["ids"].as_object() {
        let pairs = ids.iter();
        changes.ids = pairs
            .map(|(old, new)| (EntityId(old.clone()), text(new).map(EntityId)))
            .collect();
    }
    if let Some(names) = json["names"].as_object() {
        let pairs = names.iter();
        changes.names = pairs
            .filter_map(|(id, name)| Some((EntityId(id.clone()), text(name)?)))
            .collect();
    }
    if let Some(dropped) = json["dropped"].as_array() {
        changes.dropped = dropped.iter().filter_map(text).collect();
    }
    changes
}
