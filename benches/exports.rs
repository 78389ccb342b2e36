//! Writes a made graph in every graph format and tells time, rate and memory.
//!
//! `cargo bench --bench exports -- [--nodes N] [--edges N] [--hostile] [--keep DIR] [--only FORMAT] [--merge]`
#![expect(clippy::print_stdout, reason = "its output is its purpose")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ngoaivu::export::{
    Family, Format, GraphReport, Output, Pair, Rendering, Settings, write_csv, write_dot,
    write_geojson, write_gexf, write_graphml, write_json,
};
use ngoaivu::graph::{
    ArticleFacts, EntityFacts, Gathering, KnowledgeGraph, Network, Reading, Selection, Statement,
    Value,
};
use ngoaivu::model::{Edtf, EdtfDate, EntityId, EntityType, Metadata, Predicate, Span};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Statements that one made article makes.
const STATEMENTS: usize = 50;

/// Made articles that are gathered at once: enough to be timed, few enough to be still at hand.
const TOGETHER: usize = 4;

/// Threads that make and gather articles.
const THREADS: usize = 2;

/// Names that break careless writers and readers.
const HOSTILE: [&str; 8] = [
    "Công ty \"Ánh Dương\" & <b>Bạn</b>",
    "]]></data></node><node id=\"x\"/>",
    "=HYPERLINK(\"http://xấu.example\",\"bấm\")",
    "dấu \\ ngược; chấm phẩy, phẩy 'nháy'",
    "\u{202e}ngược chiều\u{202c} \u{200f}",
    "chuông \u{7} và không \u{0} và \u{ffff}",
    "hai\ndòng\tthẻ",
    "Đ\u{323}ấu r\u{1ed9}ng 🇻🇳 越南 ລາວ",
];

fn main() -> io::Result<()> {
    let options = Options::read();
    let begin = Instant::now();
    let (graph, merging) = made_graph(&options);
    println!(
        "made in {:.1} s, of which {:.2} s ({:.2} s of CPU) took the articles into the graph: ids looked up, edges told apart",
        begin.elapsed().as_secs_f64(),
        merging.wall.as_secs_f64(),
        merging.cpu
    );
    if options.merge {
        println!(
            "{} nodes, {} edges",
            graph.petgraph().node_count(),
            graph.petgraph().edge_count()
        );
        println!("peak memory: {}", peak_memory());
        return Ok(());
    }
    let mut network = timed("network (sorted)", || {
        Network::new(&graph, &Selection::default())
    });
    println!(
        "{} nodes, {} edges",
        network.node_count(),
        network.edge_count()
    );
    timed("measures", || network.measure());
    timed("layout", || network.lay_out());
    let one_direction = options.one_direction;
    let rendering = timed("rendering", || {
        let settings = Settings {
            one_direction,
            ..Settings::default()
        };
        Rendering::new(&network, settings)
    });
    fs::create_dir_all(&options.keep)?;
    println!(
        "{:10} {:>8} {:>8} {:>8} {:>8}",
        "format", "MB", "seconds", "CPU", "MB/s"
    );
    for format in Format::all().filter(|format| format.family() != Family::Rdf) {
        if options.only.is_some_and(|only| only != format) {
            continue;
        }
        let (begin, computed) = (Instant::now(), all_cpu_seconds());
        let (report, bytes) = written(&rendering, format, &options.keep)?;
        let seconds = begin.elapsed().as_secs_f64();
        let megabytes = bytes as f64 / 1e6;
        let (cpu, rate) = (all_cpu_seconds() - computed, megabytes / seconds);
        println!(
            "{:10} {megabytes:8.1} {seconds:8.3} {cpu:8.2} {rate:8.0}",
            format.name()
        );
        for loss in report.losses() {
            println!("  {loss}");
        }
    }
    println!("peak memory: {}", peak_memory());
    Ok(())
}

/// Writes one format as the program does, to files that appear whole; gives their size.
fn written(
    rendering: &Rendering<'_, '_>,
    format: Format,
    folder: &Path,
) -> io::Result<(GraphReport, u64)> {
    let size = |path: &Path| fs::metadata(path).map(|meta| meta.len());
    if let Family::Tables(dialect) = format.family() {
        let path = folder.join(format!("graph.{}.csv", format.name()));
        let mut pair = Pair::create(&path, "edges").map_err(io::Error::other)?;
        let report = write_csv(rendering, dialect, &mut pair.nodes, &mut pair.edges)?;
        let paths = pair.paths().clone();
        pair.finish().map_err(io::Error::other)?;
        return Ok((report, size(&paths[0])? + size(&paths[1])?));
    }
    let path = folder.join(format!("graph.{}", format.name()));
    let mut output = Output::create(&path).map_err(io::Error::other)?;
    let report = match format {
        Format::Gexf => write_gexf(rendering, &mut output),
        Format::Dot => write_dot(rendering, &mut output),
        Format::Json => write_json(rendering, &mut output),
        Format::GeoJson => write_geojson(rendering, &mut output),
        _ => write_graphml(rendering, &mut output),
    }?;
    output.flush()?;
    output.finish().map_err(io::Error::other)?;
    Ok((report, size(&path)?))
}

struct Options {
    nodes: usize,
    edges: usize,
    hostile: bool,
    one_direction: bool,
    merge: bool,
    keep: PathBuf,
    only: Option<Format>,
}

impl Options {
    fn read() -> Self {
        let mut options = Self {
            nodes: 100_000,
            edges: 500_000,
            hostile: false,
            one_direction: false,
            merge: false,
            keep: std::env::temp_dir().join("ngoaivu-exports"),
            only: None,
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().expect("a value behind the option");
            match argument.as_str() {
                "--nodes" => options.nodes = value().parse().expect("a number of nodes"),
                "--edges" => options.edges = value().parse().expect("a number of edges"),
                "--keep" => options.keep = value().into(),
                "--only" => options.only = Some(value().parse().expect("a format")),
                "--hostile" => options.hostile = true,
                "--merge" => options.merge = true,
                "--directed" => options.one_direction = true,
                // What cargo itself passes.
                "--bench" => {}
                other => panic!("unknown option {other}"),
            }
        }
        options
    }
}

/// The same numbers in each run.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// A number below `sides`, small ones far more often: few things are much spoken of.
    fn skewed(&mut self, sides: usize) -> usize {
        let a = self.roll(sides);
        let b = self.roll(sides);
        a * b / sides
    }
}

/// How long something took.
#[derive(Default)]
struct Took {
    wall: Duration,
    cpu: f64,
}

impl Took {
    fn add(&mut self, cpu_seconds: fn() -> f64, work: impl FnOnce()) {
        let (computed, begin) = (cpu_seconds(), Instant::now());
        work();
        self.wall += begin.elapsed();
        self.cpu += cpu_seconds() - computed;
    }
}

/// Seconds that this thread has computed, as Linux tells it; machines are shared, so the clock says little.
fn cpu_seconds() -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told
        .split(' ')
        .next()
        .and_then(|told| told.parse::<f64>().ok());
    nanoseconds.unwrap_or_default() / 1e9
}

/// Seconds that the process has computed, threads that are gone included.
fn all_cpu_seconds() -> f64 {
    const TICKS: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit(')').next().unwrap_or("");
    let times = behind_name.split_whitespace().skip(11).take(2);
    let ticks = times.filter_map(|time| time.parse::<f64>().ok());
    ticks.sum::<f64>() / TICKS
}

/// The graph, and how long it took to take made articles into it. An article makes fifty statements on a
/// hundred things, nearly each drawn anew from all of them, so that hardly any is still at hand from the article
/// before: real articles make fewer statements on fewer things, and repeat themselves.
fn made_graph(options: &Options) -> (KnowledgeGraph, Took) {
    let mut graph = KnowledgeGraph::new();
    let articles = options.edges.div_ceil(STATEMENTS);
    let gather = |thread: usize| {
        let mut gathering = graph.gathering();
        let mut took = Took::default();
        let numbers: Vec<usize> = (thread..articles).step_by(THREADS).collect();
        for numbers in numbers.chunks(TOGETHER) {
            let made = numbers.iter();
            let made: Vec<ArticleFacts> = made.map(|&n| made_article(n, options)).collect();
            took.add(cpu_seconds, || {
                made.iter().for_each(|facts| gathering.add(facts));
            });
        }
        (gathering, took)
    };
    let gathered: Vec<(Gathering, Took)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|n| scope.spawn(move || gather(n)))
            .collect();
        let gathered = threads.into_iter().map(std::thread::ScopedJoinHandle::join);
        gathered
            .map(|gathered| gathered.expect("a thread that ends"))
            .collect()
    });
    let (gatherings, took): (Vec<_>, Vec<_>) = gathered.into_iter().unzip();
    let mut merging = Took {
        wall: took.iter().map(|took| took.wall).max().unwrap_or_default(),
        cpu: took.iter().map(|took| took.cpu).sum(),
    };
    merging.add(all_cpu_seconds, || graph.take_in(gatherings));
    (graph, merging)
}

fn made_article(number: usize, options: &Options) -> ArticleFacts {
    let mut dice = Dice(42 + number as u64);
    // What is like in numbers is not to be like in what they roll.
    dice.roll(1);
    let mut facts = ArticleFacts {
        id: format!("bai-{number}"),
        metadata: Metadata::default(),
        ..ArticleFacts::default()
    };
    // Every node is named by some article.
    let articles = options.edges.div_ceil(STATEMENTS);
    let first = |number: usize| (number * options.nodes).div_ceil(articles);
    for node in first(number)..first(number + 1) {
        add_entity(node, options.hostile, &mut facts.entities);
    }
    for statement in 0..STATEMENTS {
        let from = dice.roll(options.nodes);
        let to = (from + 1 + dice.skewed(options.nodes - 1)) % options.nodes;
        let subject = add_entity(from, options.hostile, &mut facts.entities);
        let object = add_entity(to, options.hostile, &mut facts.entities);
        let said = said(statement, subject, object, &mut dice);
        let place = u32::try_from(statement).unwrap_or(0) * 100;
        let evidence = BTreeSet::from([Span::new(place, place + 90)]);
        let reading = Reading {
            evidence,
            ..Reading::default()
        };
        facts.statements.insert(said, reading);
    }
    facts
}

fn said(number: usize, subject: EntityId, object: EntityId, dice: &mut Dice) -> Statement {
    let relations: Vec<Predicate> = Predicate::ALL
        .into_iter()
        .filter(|p| !p.takes_date() && !p.takes_text())
        .collect();
    let predicate = relations[number % relations.len()];
    let titled = matches!(predicate, Predicate::HoldsPosition | Predicate::Visits);
    let year = 2000 + u16::try_from(dice.roll(26)).unwrap_or(0);
    Statement {
        subject,
        predicate,
        object: Value::Entity(object),
        title: titled.then(|| "Phó Cục trưởng".to_owned()),
        time: number
            .is_multiple_of(3)
            .then_some(Edtf::Date(EdtfDate::year(year))),
    }
}

fn add_entity(
    number: usize,
    hostile: bool,
    entities: &mut BTreeMap<EntityId, EntityFacts>,
) -> EntityId {
    let kind = EntityType::ALL[number % EntityType::ALL.len()];
    let id = EntityId::new(kind, &format!("số-{number}"));
    let name = match hostile {
        true if number == 0 => "Dài ".to_owned() + &"ơ".repeat(10_000),
        true => format!("{} {number}", HOSTILE[number % HOSTILE.len()]),
        false => format!("Sở Ngoại vụ tỉnh số {number}"),
    };
    entities.entry(id.clone()).or_insert_with(|| EntityFacts {
        kind,
        name: name.clone(),
        aliases: BTreeSet::from([format!("Sở số {number}")]),
        code: None,
        sentences: BTreeSet::from([Span::new(0, 90)]),
    });
    id
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begin = Instant::now();
    let done = work();
    println!("{what}: {:.2} s", begin.elapsed().as_secs_f64());
    done
}

/// The most memory the process ever had, where the system tells.
fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("not told by this system".to_owned(), |line| {
        line.trim().to_owned()
    })
}
