//! The canonical form of a graph (RDFC-1.0) and its hash, by a second implementation of RDF: sophia.

use std::collections::HashSet;
use std::io::{self, Write};

use oxigraph::model::{GraphName, Quad};
use sha2::{Digest, Sha256};
use sophia::api::prelude::*;
use sophia::api::quad::Spog;
use sophia::api::term::SimpleTerm;
use sophia::c14n::rdfc10;
use sophia::turtle::parser::nq;

use super::format::Format;

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CanonicalReport {
    /// Number of statements.
    pub statements: usize,
    /// SHA-256 of the canonical form, in lower-case hexadecimal.
    pub hash: String,
}

/// Writes `quads` in canonical form, without their graphs if `format` is N-Triples.
///
/// # Errors
/// If the output fails, or the blank nodes of the graph are tied so that telling them apart takes too long.
pub fn write_canonical(
    quads: impl IntoIterator<Item = Quad>,
    format: Format,
    writer: &mut impl Write,
) -> io::Result<CanonicalReport> {
    let mut lines = String::new();
    for mut quad in quads {
        if format == Format::NTriples {
            quad.graph_name = GraphName::DefaultGraph;
        }
        lines.push_str(&quad.to_string());
        lines.push_str(" .\n");
    }
    let dataset: HashSet<Spog<SimpleTerm<'static>>> = nq::parse_str(&lines)
        .collect_quads()
        .map_err(io::Error::other)?;
    let mut canonical = Vec::new();
    rdfc10::normalize(&dataset, &mut canonical).map_err(io::Error::other)?;
    writer.write_all(&canonical)?;
    let digest = Sha256::digest(&canonical);
    Ok(CanonicalReport {
        statements: dataset.len(),
        hash: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}
