//! From articles to quads and back, under one base IRI and one ontology.

use std::collections::{BTreeSet, HashMap};

use oxigraph::model::Quad;

use super::sheet::Sheet;
use super::{Iris, entity, evidence, figure, provenance, statement};
use crate::graph::ArticleFacts;
use crate::model::{EntityId, EntityType};
use crate::ontology::Entry;

/// The quads of one graph.
pub type GraphQuads = Vec<Quad>;

/// How articles are written as RDF.
#[derive(Debug, Clone, Default)]
pub struct Mapping {
    pub(super) iris: Iris,
    pub(super) known: HashMap<EntityId, Known>,
}

/// What the ontology's graph says of an entity.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) kind: EntityType,
    pub(super) name: String,
    pub(super) code: Option<String>,
    /// All names, the preferred one included.
    pub(super) names: BTreeSet<String>,
}

impl Mapping {
    /// A mapping that leaves out of articles' graphs what the ontology's entries say already.
    pub fn new(iris: Iris, entries: &[Entry]) -> Self {
        let known = entries.iter().map(|entry| {
            let names = entry.labels.iter().map(|label| label.text.clone());
            let known = Known {
                kind: entry.kind,
                name: entry.name.clone(),
                code: entry.code.clone(),
                names: names.chain([entry.name.clone()]).collect(),
            };
            (entry.id.clone(), known)
        });
        Self {
            iris,
            known: known.collect(),
        }
    }

    /// The IRIs it makes.
    pub fn iris(&self) -> &Iris {
        &self.iris
    }

    /// Whether the ontology describes an entity.
    pub fn knows(&self, id: &EntityId) -> bool {
        self.known.contains_key(id)
    }

    /// The graph of an article.
    pub fn article_quads(&self, facts: &ArticleFacts) -> GraphQuads {
        let article = self.iris.article(&facts.id);
        let mut sheet = Sheet::new(&self.iris, article.clone());
        provenance::describe(facts, &article, &mut sheet);
        for (id, entity) in &facts.entities {
            entity::describe(id, entity, self.known.get(id), &article, &mut sheet);
        }
        for (index, (statement, reading)) in facts.statements.iter().enumerate() {
            statement::describe(index + 1, statement, reading, &article, &mut sheet);
        }
        for (&span, figure) in &facts.figures {
            figure::describe(span, figure, facts, &article, &mut sheet);
        }
        for (&span, quote) in &facts.quotes {
            evidence::describe(span, quote, &article, &mut sheet);
        }
        sheet.into_quads()
    }
}
