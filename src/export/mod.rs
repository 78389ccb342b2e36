//! Writes what people's own tools read: annotations as JSON lines, RDF, graph files.

pub mod annotation;
pub mod canonical;
pub mod file;
pub mod format;
pub mod graphml;
mod look;
pub mod rdf;
mod reading_order;
pub mod selection;
#[cfg(test)]
mod tests;
mod turtle;
mod xml;

pub use canonical::{CanonicalReport, write_canonical};
pub use file::{Output, OutputError};
pub use format::{Format, UnknownFormat};
pub use graphml::{GraphReport, write_graphml};
pub use rdf::{write_rdf, write_triples};
pub use selection::spoken_of;
