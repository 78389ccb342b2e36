//! Asks every prebuilt query of a store of a million statements and tells how long each takes.
//!
//! `cargo bench --bench queries -- [--store PATH] [--articles N] [--rounds N] [--only QUERY] [--explain]`
//! Without a store, articles are made and read, which takes longer than the questions.
#![expect(clippy::print_stdout, reason = "its output is its purpose")]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use ngoaivu::model::EntityType;
use ngoaivu::ontology::{Entry, Ontology};
use ngoaivu::pipeline::{self, BuildOptions, Reader, Source, Workers};
use ngoaivu::query::catalog::{Catalog, PrebuiltQuery};
use ngoaivu::query::names::Names;
use ngoaivu::query::parameters::bind;
use ngoaivu::query::run::{Answer, Runner};
use ngoaivu::rdf::Iris;
use ngoaivu::store::Store;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Parameters that find much: large provinces and countries, and nothing where the query may do without.
const ASKED: [(&str, &[(&str, &str)]); 28] = [
    ("article", &[("article", "#first")]),
    ("career", &[("person", "#person")]),
    ("cooperation", &[("party", "Hà Nội")]),
    ("cooperation", &[("party", "Nhật Bản")]),
    ("date-conflicts", &[]),
    ("delegations-received", &[("place", "Việt Nam")]),
    (
        "delegations-received",
        &[("place", "Hà Nội"), ("from", "2015")],
    ),
    ("delegations-sent", &[("sender", "Nhật Bản")]),
    ("documents", &[]),
    ("documents", &[("issuer", "Chính phủ")]),
    ("editions", &[("series", "Hội nghị")]),
    ("events-by-organizer", &[("organizer", "Bộ Ngoại giao")]),
    ("events-in-period", &[("from", "2016"), ("to", "2018")]),
    ("events-in-place", &[("place", "Hà Nội")]),
    ("events-with-partner", &[("partner", "Hàn Quốc")]),
    ("figure-conflicts", &[]),
    ("figures", &[("measure", "USD")]),
    ("figures", &[("measure", "USD"), ("owner", "Việt Nam")]),
    ("participants", &[("event", "#event")]),
    ("partner-coverage", &[]),
    ("posts", &[("body", "Bộ Ngoại giao")]),
    ("products", &[]),
    ("province-succession", &[("province", "Hà Giang")]),
    (
        "shared-partners",
        &[("first", "Hà Nội"), ("second", "Đà Nẵng")],
    ),
    ("sources", &[("entity", "Bộ Ngoại giao")]),
    ("sources", &[("entity", "Nhật Bản")]),
    ("statements", &[("entity", "Hà Nội")]),
    ("statements", &[("entity", "Nhật Bản")]),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = Options::read();
    let begin = Instant::now();
    let folder = tempfile::tempdir()?;
    let store = match &options.store {
        Some(path) => Store::open(path)?,
        None => made_store(&options, folder.path().to_owned())?,
    };
    let iris = store.iris().clone();
    println!(
        "{} statements in {} articles, ready after {:.1} s",
        store.quad_count()?,
        store.articles()?.len(),
        begin.elapsed().as_secs_f64()
    );
    let catalog = Catalog::embedded()?;
    let mut all: Vec<f64> = Vec::new();
    let mut all_cpu: Vec<f64> = Vec::new();
    println!(
        "{:22} {:>7} {:>9} {:>9} {:>9}",
        "query", "rows", "median ms", "worst ms", "CPU ms"
    );
    for (name, parameters) in ASKED {
        if options.only.as_deref().is_some_and(|only| only != name) {
            continue;
        }
        let given = given(parameters, &store)?;
        let query = catalog.get(name)?;
        if options.explain {
            println!("{}", explained(query, &given, &store, &iris)?);
        }
        let mut times = Vec::new();
        let mut rows = 0;
        let computed = cpu_seconds();
        for _ in 0..options.rounds {
            let begin = Instant::now();
            rows = asked(query, &given, &store, &iris)?;
            times.push(begin.elapsed().as_secs_f64() * 1000.0);
        }
        let cpu = (cpu_seconds() - computed) * 1000.0 / times.len() as f64;
        all_cpu.push(cpu);
        times.sort_by(f64::total_cmp);
        let told: Vec<String> = given
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        println!(
            "{name:22} {rows:>7} {:9.1} {:9.1} {cpu:9.1}  {}",
            times[times.len() / 2],
            times[times.len() - 1],
            told.join(" ")
        );
        all.extend(times);
    }
    tell("time of each answer", &mut all);
    tell("CPU of each query, the mean of its rounds", &mut all_cpu);
    Ok(())
}

/// Tells where most numbers lie.
fn tell(what: &str, numbers: &mut [f64]) {
    numbers.sort_by(f64::total_cmp);
    let last = numbers.len().saturating_sub(1);
    let share = |percent: usize| numbers.get((numbers.len() * percent / 100).min(last));
    let [half, most, worst] = [50, 95, 100].map(|percent| share(percent).copied().unwrap_or(0.0));
    println!("{what}: median {half:.1} ms, 95th percentile {most:.1} ms, worst {worst:.1} ms");
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

/// Reads the names of the parameters, asks, and takes all rows.
fn asked(
    query: &PrebuiltQuery,
    given: &[(String, String)],
    store: &Store,
    iris: &Iris,
) -> Result<usize, Box<dyn std::error::Error>> {
    let names = Names::new(store.statements(), iris);
    let bindings = bind(query, given, &names, iris)?;
    let runner = Runner::new(store.statements(), iris, None);
    match runner.run(runner.prebuilt(query, &bindings)?)? {
        Answer::Rows(rows) => {
            let mut count = 0;
            for row in rows {
                row?;
                count += 1;
            }
            Ok(count)
        }
        _ => Ok(0),
    }
}

fn explained(
    query: &PrebuiltQuery,
    given: &[(String, String)],
    store: &Store,
    iris: &Iris,
) -> Result<String, Box<dyn std::error::Error>> {
    let names = Names::new(store.statements(), iris);
    let bindings = bind(query, given, &names, iris)?;
    let runner = Runner::new(store.statements(), iris, None);
    Ok(runner.explain(runner.prebuilt(query, &bindings)?)?)
}

/// The parameters, with those filled in that depend on the store.
fn given(
    parameters: &[(&str, &str)],
    store: &Store,
) -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
    let mut given = Vec::new();
    for (name, value) in parameters {
        let value = match *value {
            "#first" => store
                .articles()?
                .first()
                .map_or_else(String::new, |a| a.id.clone()),
            "#person" => busiest(store, "org:member", EntityType::Person)?,
            "#event" => busiest(store, "rdf:object", EntityType::Event)?,
            value => value.to_owned(),
        };
        given.push(((*name).to_owned(), value));
    }
    Ok(given)
}

/// The entity that most statements have at this end.
fn busiest(
    store: &Store,
    end: &str,
    kind: EntityType,
) -> Result<String, Box<dyn std::error::Error>> {
    let iris = store.iris();
    let runner = Runner::new(store.statements(), iris, None);
    let text = format!(
        "SELECT ?x (COUNT(*) AS ?n) {{ ?s {end} ?x . ?x a nv:{} }} GROUP BY ?x ORDER BY DESC(?n) ?x LIMIT 1",
        kind.name()
    );
    match runner.run(runner.free(&text)?)? {
        Answer::Rows(mut rows) => {
            let row = rows.next().ok_or("no such entity")??;
            let node = row.get("x").ok_or("no such entity")?.to_string();
            Ok(node.trim_matches(['<', '>']).to_owned())
        }
        _ => Err("no rows".into()),
    }
}

struct Options {
    store: Option<PathBuf>,
    articles: usize,
    rounds: usize,
    only: Option<String>,
    explain: bool,
}

impl Options {
    fn read() -> Self {
        let mut options = Self {
            store: None,
            articles: 1200,
            rounds: 5,
            only: None,
            explain: false,
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().expect("a value behind the option");
            match argument.as_str() {
                "--store" => options.store = Some(value().into()),
                "--articles" => options.articles = value().parse().expect("a number of articles"),
                "--rounds" => options.rounds = value().parse().expect("a number of rounds"),
                "--only" => options.only = Some(value()),
                "--explain" => options.explain = true,
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
    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        // Small numbers come more often: few things are much spoken of.
        let (a, b) = (
            (self.0 >> 33) as usize % of.len(),
            (self.0 >> 13) as usize % of.len(),
        );
        &of[a * b / of.len()]
    }
}

/// A store of articles that are made of the names that the ontology knows.
fn made_store(options: &Options, folder: PathBuf) -> Result<Store, Box<dyn std::error::Error>> {
    let ontology = Ontology::embedded();
    let of = |kind: EntityType| -> Vec<&Entry> {
        ontology
            .entries
            .iter()
            .filter(|entry| entry.kind == kind)
            .collect()
    };
    let (provinces, countries) = (of(EntityType::Province), of(EntityType::Country));
    let (bodies, places) = (of(EntityType::Agency), of(EntityType::Place));
    let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"];
    let given = [
        "An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Minh", "Nga", "Phúc", "Sơn",
    ];
    let posts = [
        "Giám đốc",
        "Cục trưởng",
        "Vụ trưởng",
        "Phó Chủ tịch",
        "Chủ tịch",
    ];
    let mut dice = Dice(7);
    for number in 0..options.articles {
        let mut text = String::new();
        for _ in 0..7 {
            let (year, month, day) = (2010 + number % 15, number % 12 + 1, number % 28 + 1);
            let (province, country) = (&dice.pick(&provinces).name, &dice.pick(&countries).name);
            let (other, body) = (&dice.pick(&provinces).name, &dice.pick(&bodies).name);
            let (place, post) = (&dice.pick(&places).name, dice.pick(&posts));
            let (family, middle) = (dice.pick(&families), dice.pick(&given));
            let name = dice.pick(&given);
            let amount = number % 900 + 100;
            writeln!(
                text,
                "Ngày {day}/{month}/{year}, {body} tổ chức Hội nghị Gặp gỡ {country} {year} tại {province}. \
                 Ông {family} {middle} {name}, {post} {body}, dự hội nghị. \
                 Đoàn {country} đã thăm {place} và tỉnh {other}. \
                 {other} và {country} ký thỏa thuận hợp tác. \
                 Năm {year}, kim ngạch của {province} đạt {amount} triệu USD, tăng 12%."
            )?;
        }
        fs::write(folder.join(format!("bai-{number}.txt")), text)?;
    }
    let source = Source {
        inputs: vec![folder],
        options: Default::default(),
    };
    let mut store = Store::in_memory(Iris::default());
    let reader = Reader::new(ontology)?;
    pipeline::build(
        &source,
        &reader,
        &Workers::new(0)?,
        &(),
        &mut store,
        &BuildOptions::default(),
    )?;
    Ok(store)
}
