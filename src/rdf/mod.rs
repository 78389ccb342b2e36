//! Maps articles and graph to RDF: IRIs, quads, provenance.

mod description;
mod entity;
mod evidence;
mod figure;
mod iri;
mod knowledge;
mod mapping;
mod prefix;
mod provenance;
mod read_back;
#[cfg(test)]
mod round_trip_tests;
#[cfg(test)]
mod second_reader_tests;
mod sheet;
mod statement;
#[cfg(test)]
mod tests;
pub mod vocabulary;

pub use entity::entity_quads;
pub use iri::{DEFAULT_BASE, InvalidBase, Iris};
pub use knowledge::{knowledge_quads, vocabulary_quads};
pub use mapping::{GraphQuads, Mapping};
pub use prefix::PREFIXES;
pub use provenance::software_quads;
pub use read_back::UnreadableGraph;
