//! The formats an export can have: names, file endings, media types, in one table.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use super::csv::Dialect;

/// A format of `ngoaivu export`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Turtle, laid out for people.
    Turtle,
    /// TriG: Turtle with one block for each article.
    Trig,
    /// N-Triples, sorted.
    NTriples,
    /// N-Quads, sorted.
    NQuads,
    /// RDF/XML.
    RdfXml,
    /// JSON-LD.
    JsonLd,
    /// GraphML as Gephi reads it.
    GraphMl,
    /// GEXF 1.3 with a timeline, for Gephi.
    Gexf,
    /// Two tables, nodes and edges, with the headers of Gephi.
    Csv,
    /// Two tables for `neo4j-admin database import`.
    Neo4j,
    /// Two tables for the loader of Amazon Neptune.
    Neptune,
    /// DOT, for Graphviz.
    Dot,
    /// Node-link JSON, for networkx and D3.
    Json,
    /// GeoJSON: what lies on the map.
    GeoJson,
}

/// What a format is written from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// The quads of a store.
    Rdf,
    /// The graph of entities, into one file.
    Graph,
    /// The graph of entities, into a table of nodes and one of edges.
    Tables(Dialect),
}

struct Row {
    format: Format,
    name: &'static str,
    /// The first is the one to suggest.
    extensions: &'static [&'static str],
    media_type: &'static str,
}

const TABLE: [Row; 14] = [
    row(Format::Turtle, "turtle", &["ttl"], "text/turtle"),
    row(Format::Trig, "trig", &["trig"], "application/trig"),
    row(
        Format::NTriples,
        "ntriples",
        &["nt"],
        "application/n-triples",
    ),
    row(Format::NQuads, "nquads", &["nq"], "application/n-quads"),
    row(
        Format::RdfXml,
        "rdfxml",
        &["rdf", "owl"],
        "application/rdf+xml",
    ),
    row(Format::JsonLd, "jsonld", &["jsonld"], "application/ld+json"),
    row(
        Format::GraphMl,
        "graphml",
        &["graphml"],
        "application/graphml+xml",
    ),
    row(Format::Gexf, "gexf", &["gexf"], "application/gexf+xml"),
    row(Format::Csv, "csv", &["csv"], "text/csv"),
    row(Format::Neo4j, "neo4j", &[], "text/csv"),
    row(Format::Neptune, "neptune", &[], "text/csv"),
    row(Format::Dot, "dot", &["dot", "gv"], "text/vnd.graphviz"),
    row(Format::Json, "json", &["json"], "application/json"),
    row(
        Format::GeoJson,
        "geojson",
        &["geojson"],
        "application/geo+json",
    ),
];

const fn row(
    format: Format,
    name: &'static str,
    extensions: &'static [&'static str],
    media_type: &'static str,
) -> Row {
    Row {
        format,
        name,
        extensions,
        media_type,
    }
}

/// Why no format was found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnknownFormat {
    /// A name that no format has.
    #[error("unknown format `{0}`; there are {names}", names = names())]
    Name(String),
    /// A file whose ending no format has.
    #[error("the ending of `{0}` names no format; give one of {names}", names = names())]
    Ending(String),
}

impl Format {
    /// All formats, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.format)
    }

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Endings of its files, without the dot, the usual one first; none where a name must be given.
    pub fn extensions(self) -> &'static [&'static str] {
        self.row().extensions
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        self.row().media_type
    }

    /// What it is written from.
    pub fn family(self) -> Family {
        match self {
            Self::Turtle
            | Self::Trig
            | Self::NTriples
            | Self::NQuads
            | Self::RdfXml
            | Self::JsonLd => Family::Rdf,
            Self::Csv => Family::Tables(Dialect::Gephi),
            Self::Neo4j => Family::Tables(Dialect::Neo4j),
            Self::Neptune => Family::Tables(Dialect::Neptune),
            Self::GraphMl | Self::Gexf | Self::Dot | Self::Json | Self::GeoJson => Family::Graph,
        }
    }

    /// The format that a file's ending names.
    pub fn from_path(path: &Path) -> Result<Self, UnknownFormat> {
        let ending = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        TABLE
            .iter()
            .find(|row| row.extensions.contains(&ending.as_str()))
            .map(|row| row.format)
            .ok_or_else(|| UnknownFormat::Ending(path.display().to_string()))
    }

    /// Whether it holds RDF.
    pub fn is_rdf(self) -> bool {
        self.family() == Family::Rdf
    }

    fn row(self) -> &'static Row {
        // The table lists the variants in their order; a test holds it to that.
        &TABLE[self as usize]
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    /// By name, or by file ending without the dot.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wanted = text.to_lowercase();
        TABLE
            .iter()
            .find(|row| row.name == wanted || row.extensions.contains(&wanted.as_str()))
            .map(|row| row.format)
            .ok_or_else(|| UnknownFormat::Name(text.to_owned()))
    }
}

fn names() -> String {
    let names: Vec<&str> = TABLE.iter().map(|row| row.name).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_in_the_order_of_the_variants_and_each_name_leads_back() {
        for format in Format::all() {
            assert_eq!(format.row().format, format);
            assert_eq!(format.name().parse(), Ok(format));
            for ending in format.extensions() {
                assert_eq!(
                    Format::from_path(Path::new(&format!("a.{ending}"))),
                    Ok(format)
                );
            }
        }
    }

    #[test]
    fn ending_decides_in_any_case_and_unknown_ones_list_the_choices() {
        assert_eq!(
            Format::from_path(Path::new("out/Graph.TTL")),
            Ok(Format::Turtle)
        );
        let error = Format::from_path(Path::new("graph.docx"))
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("graph.docx") && error.contains("graphml"),
            "{error}"
        );
        let error = "word".parse::<Format>().unwrap_err().to_string();
        assert!(
            error.contains("`word`") && error.contains("turtle"),
            "{error}"
        );
    }
}
