//! Reads what is checked, and the shapes it is checked against.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::{Graph, Triple};
use oxigraph::store::StorageError;

use super::parse::{ShapeError, read_shapes};
use super::shapes::Shapes;
use crate::rdf::{DEFAULT_BASE, Iris};
use crate::store::Statements;

/// The shapes of the vocabulary.
pub const SHAPES: &str = include_str!("../../ontology/shapes.ttl");

/// Why there is nothing to check, or nothing to check it against.
#[derive(Debug, thiserror::Error)]
pub enum ValidateError {
    /// A file cannot be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The ending of a file names no format of RDF.
    #[error(
        "the ending of {0} names no RDF format; give a .ttl, .trig, .nt, .nq, .rdf or .jsonld file"
    )]
    Format(PathBuf),
    /// A file is not of its format.
    #[error("{path}: {source}")]
    Syntax {
        /// The file.
        path: PathBuf,
        /// What is wrong, and in which line.
        source: RdfParseError,
    },
    /// The shapes ask for what is not supported, or make no sense.
    #[error("{path}: {source}")]
    Shape {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        source: ShapeError,
    },
    /// There is more than memory can number.
    #[error(transparent)]
    Load(StorageError),
}

/// The shapes of the vocabulary in Turtle, for IRIs that begin at the base of `iris`.
pub fn shapes_turtle(iris: &Iris) -> String {
    // Only our own file is changed here, never a user's.
    SHAPES.replace(DEFAULT_BASE, iris.base())
}

/// The shapes of the vocabulary, for IRIs that begin at the base of `iris`.
///
/// # Errors
/// Never with the shapes that come with the program, which a test sees to.
pub fn own_shapes(iris: &Iris) -> Result<Shapes, ValidateError> {
    let text = shapes_turtle(iris);
    read(
        text.as_bytes(),
        RdfFormat::Turtle,
        Path::new("ontology/shapes.ttl"),
    )
}

/// The shapes of a user's file.
///
/// # Errors
/// If it cannot be read, or uses parts of SHACL that are not supported.
pub fn shapes_of_file(path: &Path) -> Result<Shapes, ValidateError> {
    read(&bytes(path)?, format(path)?, path)
}

/// The statements of files, together in one store.
///
/// # Errors
/// If a file cannot be read or is not of its format.
pub fn read_data(paths: &[PathBuf], iris: &Iris) -> Result<Statements, ValidateError> {
    let mut quads = Vec::new();
    for path in paths {
        let parser = RdfParser::from_format(format(path)?).rename_blank_nodes();
        // The base of a store is an absolute IRI, so it is taken.
        let parser = parser.clone().with_base_iri(iris.base()).unwrap_or(parser);
        let text = bytes(path)?;
        for quad in parser.for_slice(&text) {
            quads.push(quad.map_err(|source| ValidateError::Syntax {
                path: path.clone(),
                source: source.into(),
            })?);
        }
    }
    Statements::of(quads).map_err(ValidateError::Load)
}

fn read(text: &[u8], format: RdfFormat, path: &Path) -> Result<Shapes, ValidateError> {
    let mut graph = Graph::new();
    for quad in RdfParser::from_format(format).for_slice(text) {
        let quad = quad.map_err(|source| ValidateError::Syntax {
            path: path.to_owned(),
            source: source.into(),
        })?;
        graph.insert(&Triple::from(quad));
    }
    read_shapes(&graph).map_err(|source| ValidateError::Shape {
        path: path.to_owned(),
        source,
    })
}

fn bytes(path: &Path) -> Result<Vec<u8>, ValidateError> {
    fs::read(path).map_err(|source| ValidateError::Read {
        path: path.to_owned(),
        source,
    })
}

fn format(path: &Path) -> Result<RdfFormat, ValidateError> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending
        .and_then(|ending| RdfFormat::from_extension(&ending.to_lowercase()))
        .ok_or_else(|| ValidateError::Format(path.to_owned()))
}
