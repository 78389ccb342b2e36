//! Writes a made graph of 100,000 nodes and 500,000 edges in every format of RDF and tells time and memory.
//!
//! `cargo bench --bench rdf -- [--nodes N] [--edges N] [--keep DIR] [--python PYTHON]`
//! With `--python`, rdflib writes the same graph as Turtle in the same run, for comparison.
#![expect(clippy::print_stdout, reason = "its output is its purpose")]

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use ngoaivu::export::{Family, Format, Output, Scope, write_store};
use ngoaivu::model::{EntityId, EntityType, Predicate};
use ngoaivu::rdf::{Iris, entity_quads};
use ngoaivu::store::Statements;
use oxigraph::model::{GraphName, Quad};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = Options::read();
    let iris = Iris::default();
    let begin = Instant::now();
    let store = made_store(&options, &iris)?;
    println!(
        "{} statements, made in {:.1} s; memory {}",
        store.len()?,
        begin.elapsed().as_secs_f64(),
        memory()
    );
    fs::create_dir_all(&options.keep)?;
    println!(
        "{:10} {:>8} {:>8} {:>8} {:>12}  peak memory",
        "format", "MB", "seconds", "CPU", "statements"
    );
    let mut turtle = 0.0;
    for format in Format::all().filter(|format| format.family() == Family::Rdf) {
        let path = options
            .keep
            .join(format!("graph.{}", format.extensions()[0]));
        let (begin, computed) = (Instant::now(), cpu_seconds());
        let mut output = Output::create(&path)?;
        let scope = Scope::all(&iris);
        let count = write_store(&store, &iris, &scope, format, false, &mut output)?;
        output.finish()?;
        let (seconds, cpu) = (begin.elapsed().as_secs_f64(), cpu_seconds() - computed);
        let megabytes = fs::metadata(&path)?.len() as f64 / 1e6;
        println!(
            "{:10} {megabytes:8.1} {seconds:8.2} {cpu:8.2} {count:12}  {}",
            format.name(),
            memory()
        );
        if format == Format::Turtle {
            turtle = cpu;
        }
    }
    if let Some(python) = &options.python {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/rdflib_turtle.py");
        let out = Command::new(python)
            .args([
                script.into(),
                options.keep.join("graph.nt"),
                options.keep.join("rdflib.ttl"),
            ])
            .output()?;
        let seconds: f64 = String::from_utf8(out.stdout)?.trim().parse()?;
        println!(
            "rdflib writes Turtle in {seconds:.2} s of CPU: {:.1} times as long",
            seconds / turtle
        );
    }
    Ok(())
}

struct Options {
    nodes: usize,
    edges: usize,
    keep: PathBuf,
    python: Option<PathBuf>,
}

impl Options {
    fn read() -> Self {
        let mut options = Self {
            nodes: 100_000,
            edges: 500_000,
            keep: std::env::temp_dir().join("ngoaivu-rdf"),
            python: None,
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().expect("a value behind the option");
            match argument.as_str() {
                "--nodes" => options.nodes = value().parse().expect("a number of nodes"),
                "--edges" => options.edges = value().parse().expect("a number of edges"),
                "--keep" => options.keep = value().into(),
                "--python" => options.python = Some(value().into()),
                // What cargo itself passes.
                "--bench" => {}
                other => panic!("unknown option {other}"),
            }
        }
        options
    }
}

fn made_store(options: &Options, iris: &Iris) -> Result<Statements, Box<dyn std::error::Error>> {
    let mut random: u64 = 42;
    let mut roll = |sides: usize| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % sides
    };
    let id = |node: usize| {
        let kind = EntityType::ALL[node % EntityType::ALL.len()];
        EntityId::new(kind, &format!("đối-tượng-số-{node}"))
    };
    let nodes = (0..options.nodes)
        .flat_map(|node| entity_quads(iris, &id(node), &format!("Đối tượng số {node}")));
    let mut quads: Vec<Quad> = nodes.collect();
    for _ in 0..options.edges {
        let predicate = Predicate::ALL[roll(Predicate::ALL.len())];
        let (from, to) = (
            iris.entity(&id(roll(options.nodes))),
            iris.entity(&id(roll(options.nodes))),
        );
        quads.push(Quad::new(
            from,
            iris.predicate(predicate),
            to,
            GraphName::DefaultGraph,
        ));
    }
    Ok(Statements::of(quads)?)
}

/// The most memory the process has had, as Linux tells it.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or_else(|| "unknown".to_owned(), |peak| peak.trim().to_owned())
}

/// Seconds that the process has computed, as Linux tells it; machines are shared, so the clock says little.
fn cpu_seconds() -> f64 {
    const TICKS: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit(')').next().unwrap_or("");
    let times = behind_name.split_whitespace().skip(11).take(2);
    times
        .filter_map(|time| time.parse::<f64>().ok())
        .sum::<f64>()
        / TICKS
}
