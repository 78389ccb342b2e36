//! Maps articles and graph to RDF: IRIs, quads, provenance.

mod iri;
pub mod vocabulary;

pub use iri::{DEFAULT_BASE, InvalidBase, Iris};
