//! The graph of entities as a file: which part of it, and how it looks; shared by the commands that write it.

use std::path::Path;

use anyhow::Context;

use super::Console;
use super::failure::cannot_write;
use super::store::Opened;
use crate::export::{
    Dialect, Family, Format, GraphReport, Output, Pair, Rendering, Settings, write_csv, write_dot,
    write_geojson, write_gexf, write_graphml, write_json,
};
use crate::graph::Network;
use crate::rdf::Mapping;

/// Options of graphs of entities.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Options of graphs of entities")]
pub(super) struct NetworkArgs {
    /// Write mutual relations (cooperatesWith) as directed ones too, for readers of GEXF that know one
    /// direction only, such as networkx
    #[arg(long)]
    directed: bool,
    /// How nodes are placed
    #[arg(long, value_name = "HOW", value_enum, default_value_t = Layout::Forces)]
    layout: Layout,
}

/// How nodes are placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Layout {
    /// What is tied lies close
    Forces,
    /// Not at all: smaller files, less time
    None,
}

/// Writes the graph of entities; says how much it was.
pub(super) fn write(
    args: &NetworkArgs,
    format: Format,
    path: &Path,
    opened: &Opened<'_>,
    console: Console,
) -> anyhow::Result<String> {
    let store = &opened.store;
    let ontology = opened.ontology()?;
    let mapping = Mapping::new(store.iris().clone(), &ontology.entries);
    let graph = store.knowledge_graph(&mapping, &ontology.entries)?;
    let mut network = Network::new(&graph);
    let measured = network.measure();
    if let Some(pivots) = measured.pivots {
        let nodes = network.node_count();
        console.note(&format!(
            "betweenness is estimated from {pivots} of {nodes} nodes"
        ));
    }
    if args.layout == Layout::Forces {
        network.lay_out();
    }
    let settings = Settings {
        one_direction: args.directed,
    };
    let rendering = Rendering::new(&network, settings);
    let report = match format.family() {
        Family::Tables(dialect) => write_tables(&rendering, dialect, path, console)?,
        Family::Graph | Family::Rdf => write_file(&rendering, format, path)?,
    };
    report.losses().iter().for_each(|loss| console.note(loss));
    Ok(format!("{} nodes and {} edges", report.nodes, report.edges))
}

fn write_file(
    rendering: &Rendering<'_, '_>,
    format: Format,
    path: &Path,
) -> anyhow::Result<GraphReport> {
    let mut output = Output::create(path)?;
    let written = match format {
        Format::Gexf => write_gexf(rendering, &mut output),
        Format::Dot => write_dot(rendering, &mut output),
        Format::Json => write_json(rendering, &mut output),
        Format::GeoJson => write_geojson(rendering, &mut output),
        _ => write_graphml(rendering, &mut output),
    };
    let report = written.with_context(|| cannot_write(path))?;
    output.finish()?;
    Ok(report)
}

fn write_tables(
    rendering: &Rendering<'_, '_>,
    dialect: Dialect,
    path: &Path,
    console: Console,
) -> anyhow::Result<GraphReport> {
    let second = match dialect {
        Dialect::Neo4j => "relationships",
        Dialect::Gephi | Dialect::Neptune => "edges",
    };
    let mut pair = Pair::create(path, second)?;
    let written = write_csv(rendering, dialect, &mut pair.nodes, &mut pair.edges);
    let report = written.with_context(|| cannot_write(path))?;
    let [nodes, edges] = pair.paths().clone().map(|path| path.display().to_string());
    pair.finish()?;
    console.note(&format!("written: {nodes} and {edges}"));
    if dialect == Dialect::Neo4j {
        console.note(&format!(
            "read them with: neo4j-admin database import full neo4j --nodes={nodes} --relationships={edges}"
        ));
    }
    Ok(report)
}
