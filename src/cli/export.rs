//! `ngoaivu export`: the graph as a file that other tools read.

use std::path::PathBuf;

use anyhow::Context;

use super::export_scope::ScopeArgs;
use super::failure::cannot_write;
use super::network::{self, NetworkArgs};
use super::store::{Opened, StoreArgs};
use super::{Console, Outcome, Usage};
use crate::export::{Family, Format, Output, quads_in, write_canonical, write_store};

/// Write the graph for other tools
///
/// RDF: turtle, trig, ntriples, nquads, rdfxml, jsonld. Graphs of entities: graphml, gexf, dot, json,
/// geojson in one file; csv, neo4j, neptune as a table of nodes and one of edges. The same store gives the
/// same bytes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu export -o graph.ttl           Turtle, for people and triple stores
  ngoaivu export -o graph.gexf          for Gephi, with a timeline
  ngoaivu export -o graph.graphml       for Gephi, Cytoscape, networkx, igraph
  ngoaivu export -o graph.csv           graph-nodes.csv and graph-edges.csv
  ngoaivu export --format neo4j -o import
                                        import/nodes.csv and import/relationships.csv
  ngoaivu export -o map.geojson         what lies on the map
  ngoaivu export -o visits.gexf --predicate visits --since 2022 --until 2023
                                        visits of two years
  ngoaivu export -o nghe-an.gexf --about 'Nghệ An' --depth 2 --include articles
                                        a province with what is near, and where it is told
  ngoaivu export -o long.ttl --about 'Nguyễn Hoàng Long' --depth 2
                                        a person, with all within two statements
  ngoaivu export -o plain.nt --provenance none
                                        direct triples only, without sources
  ngoaivu export -o all.nq --include ontology
                                        also the vocabulary and all that is known
  ngoaivu export --format nquads --canonical | sha256sum
  ngoaivu export --from articles/ -o graph.jsonld
                                        without a store")]
pub(super) struct Args {
    /// turtle, trig, ntriples, nquads, rdfxml, jsonld, graphml, gexf, csv, neo4j, neptune, dot, json,
    /// geojson [default: by FILE's ending]
    #[arg(long, short, value_name = "FORMAT")]
    format: Option<Format>,
    /// Write to this file; it appears whole or not at all. Tables go to two files: FILE.csv gives
    /// FILE-nodes.csv and FILE-edges.csv, any other name is a folder for them
    #[arg(
        long,
        short,
        value_name = "FILE",
        default_value = "-",
        hide_default_value = true
    )]
    output: PathBuf,
    /// Write the canonical form (RDFC-1.0) in ntriples or nquads, and tell its hash
    #[arg(long)]
    canonical: bool,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    network: NetworkArgs,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    let format = format(args)?;
    let opened = args.store.open(console)?;
    let written = match format.family() {
        Family::Rdf => write_quads(args, format, &opened)?,
        Family::Graph | Family::Tables(_) => {
            let wanted = (&args.network, &args.scope.about, &args.scope.include);
            network::write(wanted, format, &args.output, &opened, console)?
        }
    };
    console.note(&format!("{format}: {written}"));
    Ok(opened.outcome)
}

/// Writes a format of RDF; says how much it was.
fn write_quads(args: &Args, format: Format, opened: &Opened) -> anyhow::Result<String> {
    let store = &opened.store;
    let mut output = Output::create(&args.output)?;
    let failed = || cannot_write(&args.output);
    let scope = args.scope.scope(store)?;
    let (quads, iris) = (store.statements(), store.iris());
    let written = if args.canonical {
        let quads = quads_in(quads, iris, &scope)?;
        let report = write_canonical(quads, format, &mut output).with_context(failed)?;
        format!("{} statements, SHA-256 {}", report.statements, report.hash)
    } else {
        let reify = args.scope.rdf12;
        let count = write_store(quads, iris, &scope, format, reify, &mut output);
        format!("{} statements", count.with_context(failed)?)
    };
    output.finish()?;
    Ok(written)
}

/// The format asked for; whatever is wrong with it is wrong usage.
fn format(args: &Args) -> Result<Format, Usage> {
    let stdout = args.output.as_os_str() == "-";
    let format = match args.format {
        Some(format) => format,
        None if stdout => {
            return Err(Usage(
                "name a file with -o, or a format with --format".to_owned(),
            ));
        }
        None => Format::from_path(&args.output).map_err(|error| Usage(error.to_string()))?,
    };
    let lines = matches!(format, Format::NTriples | Format::NQuads);
    if args.canonical && !lines {
        let message = format!("{format} has no canonical form; use ntriples or nquads");
        return Err(Usage(message));
    }
    if stdout && matches!(format.family(), Family::Tables(_)) {
        let message = format!("{format} is two files; name them with -o graph.csv, or a folder");
        return Err(Usage(message));
    }
    if args.canonical && args.scope.rdf12 {
        let message = "the canonical form RDFC-1.0 is of RDF 1.1; leave out --rdf12";
        return Err(Usage(message.to_owned()));
    }
    args.scope.check(format)?;
    args.network.check(format)?;
    Ok(format)
}
