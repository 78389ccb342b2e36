//! Writes quads in the RDF formats.

use std::io::{self, Write};

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::{GraphName, Quad, Triple};

use super::format::Format;
use super::reading_order;
use super::turtle::{used_prefixes, write_trig, write_turtle};
use crate::rdf::Iris;

/// Writes `quads` in an RDF format and tells how many statements there were: triples where the format has
/// no graphs, quads where it has. The same statements give the same bytes, in whatever order they come.
///
/// # Errors
/// If the output fails, or `format` is none of RDF.
pub fn write_rdf(
    quads: impl IntoIterator<Item = Quad>,
    format: Format,
    iris: &Iris,
    writer: &mut impl Write,
) -> io::Result<usize> {
    let quads = quads.into_iter();
    let triples = |quads: &mut dyn Iterator<Item = Quad>| -> Vec<Triple> {
        let mut triples = quads.map(Triple::from).collect();
        reading_order::sort(&mut triples, iris);
        triples
    };
    match format {
        Format::Turtle => {
            let triples = triples(&mut { quads });
            write_turtle(&triples, iris, writer)?;
            Ok(triples.len())
        }
        Format::RdfXml => {
            let triples = triples(&mut { quads });
            write_rdfxml(&triples, iris, writer)?;
            Ok(triples.len())
        }
        Format::Trig => write_trig(quads.collect(), iris, writer),
        Format::JsonLd => write_json(quads.collect(), writer),
        Format::NTriples => write_lines(quads.map(|quad| Triple::from(quad).to_string()), writer),
        Format::NQuads => write_lines(quads.map(|quad| quad.to_string()), writer),
        _ => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("{format} is no RDF format"),
        )),
    }
}

/// Writes the triples that a query made, which belong to no article.
///
/// # Errors
/// As [`write_rdf`].
pub fn write_triples(
    triples: impl IntoIterator<Item = Triple>,
    format: Format,
    iris: &Iris,
    writer: &mut impl Write,
) -> io::Result<usize> {
    let quads = triples.into_iter();
    let quads = quads.map(|triple| triple.in_graph(GraphName::DefaultGraph));
    write_rdf(quads, format, iris, writer)
}

/// One statement a line, sorted by code point as RDFC-1.0 wants it.
fn write_lines(lines: impl Iterator<Item = String>, writer: &mut impl Write) -> io::Result<usize> {
    let mut lines: Vec<String> = lines.collect();
    lines.sort_unstable();
    lines.dedup();
    for line in &lines {
        writer.write_all(line.as_bytes())?;
        writer.write_all(b" .\n")?;
    }
    Ok(lines.len())
}

fn write_rdfxml(triples: &[Triple], iris: &Iris, writer: &mut impl Write) -> io::Result<()> {
    let mut serializer = RdfSerializer::from_format(RdfFormat::RdfXml);
    for (prefix, iri) in used_prefixes(triples, iris) {
        serializer = serializer
            .with_prefix(prefix, iri)
            .map_err(io::Error::other)?;
    }
    let mut serializer = serializer.for_writer(&mut *writer);
    for triple in triples {
        serializer.serialize_triple(triple)?;
    }
    serializer.finish()?;
    writer.write_all(b"\n")
}

fn write_json(mut quads: Vec<Quad>, writer: &mut impl Write) -> io::Result<usize> {
    quads.sort_by_cached_key(|quad| (quad.graph_name.to_string(), quad.to_string()));
    quads.dedup();
    let profile = JsonLdProfileSet::empty();
    let mut serializer =
        RdfSerializer::from_format(RdfFormat::JsonLd { profile }).for_writer(&mut *writer);
    for quad in &quads {
        serializer.serialize_quad(quad)?;
    }
    serializer.finish()?;
    writer.write_all(b"\n")?;
    Ok(quads.len())
}
