//! `ngoaivu draw`: the graph as a picture.

use std::path::PathBuf;

use anyhow::Context;

use super::about::{AboutArgs, IncludeArgs};
use super::failure::cannot_write;
use super::network::{graph, measured};
use super::part::PartArgs;
use super::store::{Opened, StoreArgs};
use super::{Console, Outcome, Usage};
use crate::export::drawing::{DrawSettings, draw, type_names, write_png, write_svg};
use crate::export::{Output, Rendering};
use crate::graph::{Component, Selection};

/// Draw the graph as a picture
///
/// Colours tell types, sizes how much things are spoken of together. The largest connected part is drawn,
/// unless another part is asked for. The same store gives the same picture.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu draw -o graph.svg             the largest connected part
  ngoaivu draw -o hai-phong.png --about 'Hải Phòng' --depth 2
                                        what surrounds a place
  ngoaivu draw -o visits.svg --predicate visits,cooperatesWith --component all
                                        who visits whom and works with whom
  ngoaivu draw -o groups.svg --color community --size betweenness --language en")]
pub(super) struct Args {
    /// Write to this file, .svg or .png; it appears whole or not at all
    #[arg(
        long,
        short,
        value_name = "FILE",
        default_value = "-",
        hide_default_value = true
    )]
    output: PathBuf,
    /// svg or png [default: by FILE's ending]
    #[arg(long, short, value_name = "FORMAT", value_enum)]
    format: Option<Kind>,
    /// Width of a PNG in pixels
    #[arg(long, value_name = "PIXELS", default_value_t = 2000, value_parser = clap::value_parser!(u32).range(100..))]
    width: u32,
    /// Give at most so many nodes a label, the best tied ones
    #[arg(long, value_name = "N", default_value_t = 400)]
    labels: usize,
    #[command(flatten)]
    about: AboutArgs,
    #[command(flatten)]
    include: IncludeArgs,
    #[command(flatten)]
    part: PartArgs,
    #[command(flatten)]
    store: StoreArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    /// Lines and outlines, at any size
    Svg,
    /// Pixels
    Png,
}

pub(super) fn run(args: &Args, console: Console) -> anyhow::Result<Outcome> {
    let kind = kind(args)?;
    if args.include.ontology() {
        let message = "--include ontology is for RDF formats; a picture shows what articles say";
        return Err(Usage(message.to_owned()).into());
    }
    let opened = args.store.open(console)?;
    let about = args.about.in_graph(&opened.store)?;
    let component = match about {
        // What is near is shown whole, also where the way leads over something left out.
        Some(_) => Component::All,
        None => Component::Largest,
    };
    let selection = Selection {
        about,
        extras: args.include.extras(),
        ..args.part.selection(&opened.store, component)?
    };
    draw_part(args, kind, &opened, &selection, console)?;
    Ok(opened.outcome)
}

fn draw_part(
    args: &Args,
    kind: Kind,
    opened: &Opened<'_>,
    selection: &Selection,
    console: Console,
) -> anyhow::Result<()> {
    let graph = graph(opened, selection)?;
    let mut network = measured(&graph, selection, console);
    if network.node_count() == 0 {
        let message = "there is nothing to draw: no entity fits all options, or the store is empty";
        return Err(Usage(message.to_owned()).into());
    }
    network.lay_out();
    let names = type_names(&opened.store, args.part.english())?;
    let rendering = Rendering::new(&network, args.part.settings());
    let labels = args.labels;
    let scene = draw(&rendering, &names, DrawSettings { labels });
    let mut output = Output::create(&args.output)?;
    let written = match kind {
        Kind::Svg => write_svg(&scene, &mut output),
        Kind::Png => write_png(&scene, args.width, &mut output),
    };
    written.with_context(|| cannot_write(&args.output))?;
    output.finish()?;
    let (nodes, all) = (network.node_count(), graph.petgraph().node_count());
    console.note(&format!(
        "drawn: {nodes} of {all} things and {} relations",
        network.edge_count()
    ));
    if nodes > labels {
        console.note(&format!("{labels} have a label; --labels gives more"));
    }
    Ok(())
}

/// The kind of picture asked for.
fn kind(args: &Args) -> Result<Kind, Usage> {
    if let Some(kind) = args.format {
        return Ok(kind);
    }
    let ending = args
        .output
        .extension()
        .unwrap_or_default()
        .to_ascii_lowercase();
    match ending.to_str() {
        Some("svg") => Ok(Kind::Svg),
        Some("png") => Ok(Kind::Png),
        _ => Err(Usage(
            "name a file that ends in .svg or .png with -o, or give --format".to_owned(),
        )),
    }
}
