//! From an article's graph back to what the article says.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedOrBlankNode, Quad, Term};

use super::description::Description;
use super::iri::read_span;
use super::vocabulary::{dcterms, nv, oa, prov, qb, schema, skos};
use super::{Mapping, evidence, statement};
use crate::graph::{ArticleFacts, EntityFacts, FigureFacts, Reading, Statement, Value};
use crate::model::{EntityId, Metadata, Predicate, Span};

/// Why a graph cannot be read as an article's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableGraph {
    /// No article is described.
    #[error("the graph describes no article")]
    NoArticle,
    /// A node lacks something, or holds something else than it should.
    #[error("{node} {lacks}")]
    Broken {
        /// Its IRI.
        node: String,
        /// What it lacks.
        lacks: String,
    },
}

type Nodes = BTreeMap<String, Description>;

impl Mapping {
    /// What an article says, from the quads of its graph in any order.
    ///
    /// # Errors
    /// If the graph is not of the shape that [`Mapping::article_quads`] writes.
    pub fn read_article(
        &self,
        quads: impl IntoIterator<Item = Quad>,
    ) -> Result<ArticleFacts, UnreadableGraph> {
        let nodes = gather(quads);
        let mut facts = self.read_description(&nodes)?;
        for (iri, node) in &nodes {
            if let Some(id) = self.iris.read_entity(iri) {
                self.read_entity(id, node, &mut facts)?;
            } else if let Some(span) = read_span(iri, "char") {
                facts.quotes.insert(span, node.text(oa::EXACT)?);
            }
        }
        for node in nodes.values() {
            if node.iri(rdf::PREDICATE).is_some() {
                self.read_statement(node, &mut facts)?;
            } else if node.has_type(qb::OBSERVATION) {
                self.read_figure(node, &mut facts)?;
            }
        }
        Ok(facts)
    }

    fn read_description(&self, nodes: &Nodes) -> Result<ArticleFacts, UnreadableGraph> {
        let article = nodes.iter().find_map(|(iri, node)| {
            let described = node.has_type(schema::NEWS_ARTICLE);
            Some((self.iris.read_article(iri).filter(|_| described)?, node))
        });
        let (id, node) = article.ok_or(UnreadableGraph::NoArticle)?;
        let software = nodes
            .values()
            .find_map(|node| node.iri(prov::WAS_ASSOCIATED_WITH))
            .and_then(|iri| self.iris.read_software(iri));
        Ok(ArticleFacts {
            id,
            source: node.text(dcterms::SOURCE)?,
            sha256: node.text(schema::SHA256)?,
            software: software.unwrap_or_default(),
            metadata: Metadata {
                title: node.optional(schema::HEADLINE),
                date: node.optional(schema::DATE_PUBLISHED),
                url: node.optional(schema::URL),
                publisher: node.optional(schema::PUBLISHER),
                author: node.optional(schema::AUTHOR),
                language: node.optional(schema::IN_LANGUAGE),
            },
            ..ArticleFacts::default()
        })
    }

    fn read_entity(
        &self,
        id: EntityId,
        node: &Description,
        facts: &mut ArticleFacts,
    ) -> Result<(), UnreadableGraph> {
        let kind = id.kind().ok_or_else(|| node.lacks("is of no known type"))?;
        let mentioned_in = self.iris.term(nv::MENTIONED_IN);
        let sentences = node.iris(mentioned_in.as_ref());
        let sentences = sentences.filter_map(|iri| read_span(iri, "char")).collect();
        let aliases: BTreeSet<String> = node.texts(skos::ALT_LABEL).collect();
        let entity = match self.known.get(&id) {
            Some(known) => EntityFacts {
                kind: known.kind,
                name: known.name.clone(),
                aliases,
                code: known.code.clone(),
                sentences,
            },
            None => EntityFacts {
                kind,
                // An article written when the ontology knew more lacks the name.
                name: node.optional(rdfs::LABEL).unwrap_or_else(|| id.to_string()),
                aliases,
                code: node.optional(self.iris.term(nv::CODE).as_ref()),
                sentences,
            },
        };
        facts.entities.insert(id, entity);
        Ok(())
    }

    fn read_statement(
        &self,
        node: &Description,
        facts: &mut ArticleFacts,
    ) -> Result<(), UnreadableGraph> {
        let predicate = node
            .iri(rdf::PREDICATE)
            .and_then(|iri| self.iris.read_predicate(iri))
            .ok_or_else(|| node.lacks("has no known predicate"))?;
        let form = statement::form(predicate);
        let subject = node
            .iri(form.subject)
            .and_then(|iri| self.iris.read_entity(iri));
        let statement = Statement {
            subject: subject.ok_or_else(|| node.lacks("has no entity as subject"))?,
            predicate,
            object: self.read_object(predicate, node.object(form.object)?, node)?,
            title: node.optional(self.iris.term(nv::TITLE).as_ref()),
            time: node.parsed(self.iris.term(nv::TIME).as_ref())?,
        };
        let evidence = self.iris.term(nv::EVIDENCE_OF);
        let rules = self.iris.term(nv::RULE);
        let reading = Reading {
            evidence: node
                .iris(evidence.as_ref())
                .filter_map(|iri| read_span(iri, "char"))
                .collect(),
            rules: node.texts(rules.as_ref()).map(Into::into).collect(),
        };
        facts.statements.insert(statement, reading);
        Ok(())
    }

    fn read_object(
        &self,
        predicate: Predicate,
        object: &Term,
        node: &Description,
    ) -> Result<Value, UnreadableGraph> {
        let value = match object {
            Term::NamedNode(iri) => self.iris.read_entity(iri.as_str()).map(Value::Entity),
            Term::Literal(date) if predicate.takes_date() => {
                date.value().parse().ok().map(Value::Date)
            }
            Term::Literal(text) => Some(Value::Text(text.value().to_owned())),
            _ => None,
        };
        value.ok_or_else(|| node.lacks("has no entity, date or text as object"))
    }

    fn read_figure(
        &self,
        node: &Description,
        facts: &mut ArticleFacts,
    ) -> Result<(), UnreadableGraph> {
        let term = |name| self.iris.term(name);
        let span = read_span(node.name(), "figure");
        let span = span.ok_or_else(|| node.lacks("does not say where it stands"))?;
        let evidence = node
            .iri(term(nv::EVIDENCE_OF).as_ref())
            .and_then(|iri| read_span(iri, "char"))
            .ok_or_else(|| node.lacks("has no sentence"))?;
        let value: Option<f64> = node.parsed(term(nv::VALUE).as_ref())?;
        let text = node
            .optional(oa::EXACT)
            .or_else(|| quoted(facts, evidence, span));
        let figure = FigureFacts {
            value: value.ok_or_else(|| node.lacks("has no value"))?,
            unit: node.text(term(nv::UNIT).as_ref())?,
            time: node.parsed(term(nv::TIME).as_ref())?,
            change: node.parsed(term(nv::CHANGE).as_ref())?,
            owner: node
                .iri(term(nv::FIGURE_OF).as_ref())
                .and_then(|iri| self.iris.read_entity(iri)),
            text: text.ok_or_else(|| node.lacks("lies outside its sentence"))?,
            evidence,
            rule: node.text(term(nv::RULE).as_ref())?.into(),
        };
        facts.figures.insert(span, figure);
        Ok(())
    }
}

fn quoted(facts: &ArticleFacts, sentence: Span, span: Span) -> Option<String> {
    let quote = facts.quotes.get(&sentence)?;
    evidence::part(quote, sentence, span).map(str::to_owned)
}

fn gather(quads: impl IntoIterator<Item = Quad>) -> Nodes {
    let mut nodes = Nodes::new();
    for quad in quads {
        if let NamedOrBlankNode::NamedNode(subject) = quad.subject {
            let name = subject.into_string();
            let node = nodes
                .entry(name)
                .or_insert_with_key(|name| Description::new(name));
            node.add(quad.predicate, quad.object);
        }
    }
    nodes
}
