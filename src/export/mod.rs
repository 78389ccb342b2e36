//! Writes what people's own tools read: annotations as JSON lines, RDF, graph files.

pub mod annotation;
mod bits;
pub mod canonical;
mod columns;
mod compact;
pub mod csv;
pub mod dot;
pub mod drawing;
pub mod explanation;
pub mod file;
pub mod format;
pub mod geojson;
pub mod gexf;
#[cfg(test)]
mod graph_tests;
pub mod graphml;
pub mod json;
mod jsonld;
mod look;
mod neighbourhood;
mod numbered;
pub mod ontology;
mod page;
pub mod pair;
mod pieces;
pub mod rdf;
mod reading_order;
mod reified;
pub mod rendering;
pub mod scope;
#[cfg(test)]
mod scope_tests;
mod sheet;
#[cfg(test)]
mod tests;
mod turtle;
mod units;
mod xml;

pub use canonical::{CanonicalReport, write_canonical};
pub use csv::{Dialect, write_csv};
pub use dot::write_dot;
pub use file::{Output, OutputError};
pub use format::{Family, Format, UnknownFormat};
pub use geojson::write_geojson;
pub use gexf::write_gexf;
pub use graphml::write_graphml;
pub use json::write_json;
pub use ontology::{ontology_html, ontology_turtle};
pub use pair::Pair;
pub use rdf::{quads_in, write_rdf, write_store, write_triples};
pub use rendering::{ColorBy, GraphReport, Rendering, Settings, SizeBy};
pub use scope::{Provenance, Scope, Wanted};
