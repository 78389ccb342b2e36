//! What types are called in the legend, as the store's vocabulary says.

use std::collections::BTreeMap;

use oxigraph::model::Term;
use oxigraph::model::vocab::rdfs;

use crate::graph::NodeKind;
use crate::model::EntityType;
use crate::store::{Store, StoreError};

/// Names of types in one language.
#[derive(Debug, Clone, Default)]
pub struct TypeNames(BTreeMap<EntityType, String>);

impl TypeNames {
    /// The name of a type; where the vocabulary has none, the one that exports use.
    pub(super) fn of(&self, kind: NodeKind) -> &str {
        let named = match kind {
            NodeKind::Entity(kind) => self.0.get(&kind),
            NodeKind::Date | NodeKind::Article | NodeKind::Sentence => None,
        };
        named.map_or(kind.name(), String::as_str)
    }
}

/// The names that a store gives the classes in Vietnamese or English.
///
/// # Errors
/// If the store cannot be read.
pub fn type_names(store: &Store, english: bool) -> Result<TypeNames, StoreError> {
    let language = if english { "en" } else { "vi" };
    let mut names = TypeNames::default();
    let classes = EntityType::ALL.map(|kind| (store.iris().term(kind.name()), kind));
    let ontology = store.iris().ontology_graph();
    for quad in store.graph_quads(ontology.as_ref()) {
        let quad = quad?;
        let Term::Literal(label) = &quad.object else {
            continue;
        };
        if quad.predicate != rdfs::LABEL || label.language() != Some(language) {
            continue;
        }
        let subject = quad.subject.to_string();
        let class = classes
            .iter()
            .find(|(class, _)| class.to_string() == subject);
        if let Some(&(_, kind)) = class {
            names.0.insert(kind, label.value().to_owned());
        }
    }
    Ok(names)
}
