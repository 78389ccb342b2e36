//! The graph of entities as files of other tools.

use std::path::Path;

use anyhow::Context;

use super::about::{AboutArgs, IncludeArgs};
use super::failure::cannot_write;
use super::part::PartArgs;
use super::store::Opened;
use super::{Console, Usage};
use crate::export::{
    Dialect, Family, Format, GraphReport, Output, Pair, Rendering, Settings, write_csv, write_dot,
    write_geojson, write_gexf, write_graphml, write_json,
};
use crate::graph::{Component, Extra, KnowledgeGraph, Network, Selection};
use crate::rdf::Mapping;

/// Options of graph files.
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(next_help_heading = "Options of graphs of entities")]
pub(super) struct NetworkArgs {
    #[command(flatten)]
    part: PartArgs,
    /// How nodes are placed
    #[arg(long, value_name = "HOW", value_enum, default_value_t = Layout::Forces)]
    layout: Layout,
    /// Write mutual relations (cooperatesWith) as directed ones too, for readers of GEXF that know one
    /// direction only, such as networkx
    #[arg(long)]
    directed: bool,
}

/// How nodes are placed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum Layout {
    /// What is tied lies close
    #[default]
    Forces,
    /// Not at all: smaller files, less time
    None,
}

impl NetworkArgs {
    /// Refuses these options where they would change nothing.
    pub(super) fn check(&self, format: Format) -> Result<(), Usage> {
        if format.is_rdf() && *self != Self::default() {
            let message = "options of graphs of entities are not for RDF";
            return Err(Usage(format!("{message}, and {format} is RDF")));
        }
        Ok(())
    }
}

/// Writes the graph of entities; says how much it was.
pub(super) fn write(
    (args, about, include): (&NetworkArgs, &AboutArgs, &IncludeArgs),
    format: Format,
    path: &Path,
    opened: &Opened<'_>,
    console: Console,
) -> anyhow::Result<String> {
    let selection = Selection {
        about: about.in_graph(&opened.store)?,
        extras: include.extras(),
        ..args.part.selection(&opened.store, Component::All)?
    };
    let graph = graph(opened, &selection)?;
    let mut network = measured(&graph, &selection, console);
    if args.layout == Layout::Forces {
        network.lay_out();
    }
    let settings = Settings {
        one_direction: args.directed,
        ..args.part.settings()
    };
    let rendering = Rendering::new(&network, settings);
    let report = match format.family() {
        Family::Tables(dialect) => write_tables(&rendering, dialect, path, console)?,
        Family::Graph | Family::Rdf => write_file(&rendering, format, path)?,
    };
    report.losses().iter().for_each(|loss| console.note(loss));
    Ok(format!("{} nodes and {} edges", report.nodes, report.edges))
}

/// The graph of all articles, with sentences where they are wanted.
pub(super) fn graph(opened: &Opened<'_>, selection: &Selection) -> anyhow::Result<KnowledgeGraph> {
    let store = &opened.store;
    let entries = &opened.ontology()?.entries;
    let mapping = Mapping::new(store.iris().clone(), entries);
    let empty = if selection.extras.contains(&Extra::Sentences) {
        KnowledgeGraph::with_sentences()
    } else {
        KnowledgeGraph::new()
    };
    Ok(store.fill(empty, &mapping, entries)?)
}

/// The selected part, measured; says where that is an estimate.
pub(super) fn measured<'a>(
    graph: &'a KnowledgeGraph,
    selection: &Selection,
    console: Console,
) -> Network<'a> {
    let mut network = Network::new(graph, selection);
    if let Some(pivots) = network.measure().pivots {
        let nodes = network.node_count();
        console.note(&format!(
            "betweenness is estimated from {pivots} of {nodes} nodes"
        ));
    }
    network
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
