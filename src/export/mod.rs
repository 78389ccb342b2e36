//! Writes what people's own tools read: annotations as JSON lines, RDF, graph files.

pub mod annotation;
pub mod file;
pub mod format;
