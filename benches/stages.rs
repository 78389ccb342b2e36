//! Times each stage of the way from bytes to answers, on made articles or a folder of one's own.
//!
//! `cargo bench --bench stages`; `NGOAIVU_ARTICLES=FOLDER` measures those articles instead of made ones,
//! `NGOAIVU_COUNT` is how many at most (default 200). A name behind `--` picks stages. The formats of
//! graphs are measured by `exports`, on a graph of any size.

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Duration;

use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use ngoaivu::export::annotation::write_annotation;
use ngoaivu::export::scope::Scope;
use ngoaivu::export::{Format, Rendering, Settings, write_graphml, write_store};
use ngoaivu::extract::date::{DateCues, dates};
use ngoaivu::extract::figure::{FigureCues, figures};
use ngoaivu::extract::{NameCues, names};
use ngoaivu::graph::{ArticleFacts, KnowledgeGraph, Network, Selection};
use ngoaivu::model::{AnnotatedArticle, Article};
use ngoaivu::ontology::{Matches, Ontology};
use ngoaivu::pipeline::Reader;
use ngoaivu::query::catalog::Catalog;
use ngoaivu::query::names::Names;
use ngoaivu::query::parameters::bind;
use ngoaivu::query::run::{Answer, Runner};
use ngoaivu::rdf::{Iris, Mapping};
use ngoaivu::read::{ReadOptions, find_inputs};
use ngoaivu::relate::{Reading, RelationCues, relations};
use ngoaivu::resolve::{Knowledge, assign, within_article};
use ngoaivu::store::{Kind, Store};
use ngoaivu::text::Text;
use rustc_hash::FxHashMap;
use unicode_normalization::is_nfc_quick;

mod generator;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

criterion_group! {
    name = stages;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    targets = floors, reading, understanding, whole_articles, graphs, stores
}
criterion_main!(stages);

/// The articles to measure, as files.
fn files() -> (Vec<PathBuf>, Option<tempfile::TempDir>) {
    let count = std::env::var("NGOAIVU_COUNT")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(200);
    if let Some(folder) = std::env::var_os("NGOAIVU_ARTICLES") {
        let given = PathBuf::from(folder);
        return (vec![given], None);
    }
    let folder = tempfile::tempdir().expect("there is room for the articles");
    let generator = generator::Generator::new(1);
    for number in 0..count {
        let made = generator.article(number);
        let path = folder.path().join(made.id).with_extension("txt");
        std::fs::write(path, made.text).expect("there is room for the articles");
    }
    (vec![folder.path().to_owned()], Some(folder))
}

fn read(paths: &[PathBuf]) -> Vec<Article> {
    let options = ReadOptions::default();
    let inputs = find_inputs(paths).into_iter().flatten();
    let articles = inputs.flat_map(|input| input.read(&options)).flatten();
    let limit = std::env::var("NGOAIVU_COUNT").ok();
    articles
        .take(limit.and_then(|count| count.parse().ok()).unwrap_or(200))
        .collect()
}

/// The articles, and how many bytes of text they hold.
fn articles() -> (Vec<Article>, u64) {
    let (paths, _folder) = files();
    let articles = read(&paths);
    assert!(!articles.is_empty(), "there are no articles to measure");
    let bytes = articles.iter().map(|article| article.text.len() as u64);
    let bytes = bytes.sum();
    (articles, bytes)
}

type Group<'a> = BenchmarkGroup<'a, criterion::measurement::WallTime>;

/// Times one stage over all items.
fn stage<T, O>(group: &mut Group<'_>, name: &str, items: &[T], work: impl Fn(&T) -> O) {
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            for item in items {
                black_box(work(item));
            }
        });
    });
}

/// What any program has to do with the text, to be held against the stages.
fn floors(criterion: &mut Criterion) {
    let (articles, bytes) = articles();
    let syllables = articles.iter().flat_map(|article| article.text.split(' '));
    let known: FxHashMap<&str, usize> = syllables.zip(0..).collect();
    let mut group = criterion.benchmark_group("floor");
    group.throughput(Throughput::Bytes(bytes));
    stage(&mut group, "validate UTF-8", &articles, |article| {
        std::str::from_utf8(article.text.as_bytes()).is_ok()
    });
    stage(&mut group, "check normal form", &articles, |article| {
        is_nfc_quick(article.text.chars())
    });
    stage(&mut group, "look syllables up", &articles, |article| {
        let syllables = article.text.split(' ');
        syllables
            .filter_map(|syllable| known.get(syllable))
            .sum::<usize>()
    });
    group.finish();
}

fn reading(criterion: &mut Criterion) {
    let (paths, _folder) = files();
    let bytes: usize = read(&paths).iter().map(|article| article.text.len()).sum();
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("files", |bencher| bencher.iter(|| read(&paths)));
    group.finish();
}

/// An article with all that stages need from those before them.
struct Known<'a> {
    article: &'a Article,
    text: Text,
    matches: Matches,
    annotated: AnnotatedArticle,
}

impl<'a> Known<'a> {
    fn of(articles: &'a [Article]) -> Vec<Self> {
        let reader = Reader::new(Ontology::embedded()).expect("the ontology is whole");
        let known = articles.iter().map(|article| {
            let text = Text::analyse(article);
            let matches = Ontology::embedded().matches(&text);
            let annotated = reader.annotate(article.clone());
            Self {
                article,
                text,
                matches,
                annotated,
            }
        });
        known.collect()
    }
}

fn understanding(criterion: &mut Criterion) {
    let (articles, bytes) = articles();
    let known = Known::of(&articles);
    let mut group = criterion.benchmark_group("understand");
    group.throughput(Throughput::Bytes(bytes));
    stage(
        &mut group,
        "normalise and segment",
        &articles,
        Text::analyse,
    );
    extracting(&mut group, &known);
    relating(&mut group, &known);
    group.finish();
}

fn extracting(group: &mut Group<'_>, known: &[Known<'_>]) {
    let ontology = Ontology::embedded();
    let (name_cues, date_cues, figure_cues) = (
        NameCues::new(ontology).expect("the ontology is whole"),
        DateCues::new(ontology).expect("the ontology is whole"),
        FigureCues::new(ontology).expect("the ontology is whole"),
    );
    stage(group, "match names", known, |k| ontology.matches(&k.text));
    stage(group, "extract names", known, |k| {
        names(&k.text, ontology, &k.matches, &name_cues)
    });
    stage(group, "extract dates", known, |k| {
        dates(&k.text, ontology, &k.matches, &date_cues, k.article)
    });
    stage(group, "extract figures", known, |k| {
        let dates = &k.annotated.annotation.dates;
        figures(&k.text, &k.matches, &figure_cues, dates, k.article)
    });
}

fn relating(group: &mut Group<'_>, known: &[Known<'_>]) {
    let ontology = Ontology::embedded();
    let relation_cues = RelationCues::new(ontology);
    let knowledge = Knowledge::new(ontology);
    let name_cues = NameCues::new(ontology).expect("the ontology is whole");
    stage(group, "relate", known, |k| {
        let a = &k.annotated.annotation;
        let reading = Reading::new(
            &k.text,
            ontology,
            &k.matches,
            &a.entities,
            &a.mentions,
            &a.dates,
        );
        relations(&reading, &relation_cues)
    });
    let found = known
        .iter()
        .map(|k| (k, names(&k.text, ontology, &k.matches, &name_cues)));
    let found: Vec<_> = found.collect();
    stage(group, "resolve within", &found, |(k, found)| {
        within_article(&k.text, &knowledge, found, None)
    });
    stage(group, "resolve across", known, |k| {
        let mut annotation = k.annotated.annotation.clone();
        assign(&mut annotation, &knowledge);
        annotation
    });
}

fn whole_articles(criterion: &mut Criterion) {
    let (articles, bytes) = articles();
    let reader = Reader::new(Ontology::embedded()).expect("the ontology is whole");
    let mut group = criterion.benchmark_group("annotate");
    group.throughput(Throughput::Bytes(bytes));
    stage(&mut group, "articles", &articles, |article| {
        reader.annotate(article.clone())
    });
    let annotated: Vec<_> = articles.into_iter().map(|a| reader.annotate(a)).collect();
    stage(&mut group, "write as JSON lines", &annotated, |article| {
        write_annotation(article, &mut std::io::sink())
    });
    group.finish();
}

/// What all articles state, and the coding of it.
fn facts() -> (Vec<ArticleFacts>, Mapping) {
    let reader = Reader::new(Ontology::embedded()).expect("the ontology is whole");
    let facts = articles().0.into_iter().map(|article| {
        let mut facts = ArticleFacts::from(&reader.annotate(article));
        facts.software = reader.version().to_owned();
        facts
    });
    let mapping = Mapping::new(Iris::default(), &Ontology::embedded().entries);
    (facts.collect(), mapping)
}

fn graphs(criterion: &mut Criterion) {
    let (facts, _) = facts();
    let graph = || {
        let mut graph = KnowledgeGraph::new();
        facts.iter().for_each(|facts| graph.add(facts));
        graph
    };
    let built = graph();
    let mut group = criterion.benchmark_group("graph");
    group.throughput(Throughput::Elements(built.petgraph().edge_count() as u64));
    group.bench_function("build", |bencher| bencher.iter(graph));
    group.bench_function("network", |bencher| {
        bencher.iter(|| Network::new(&built, &Selection::default()));
    });
    let network = Network::new(&built, &Selection::default());
    group.bench_function("graphml", |bencher| {
        bencher.iter(|| {
            let rendering = Rendering::new(&network, Settings::default());
            write_graphml(&rendering, &mut std::io::sink())
        });
    });
    group.finish();
}

fn stores(criterion: &mut Criterion) {
    let (facts, mapping) = facts();
    let quads: Vec<_> = facts
        .iter()
        .flat_map(|facts| mapping.article_quads(facts))
        .collect();
    eprintln!(
        "{} quads of {} articles: {} an article",
        quads.len(),
        facts.len(),
        quads.len() / facts.len()
    );
    let mut group = criterion.benchmark_group("store");
    group.throughput(Throughput::Elements(quads.len() as u64));
    stage(&mut group, "quads", &facts, |facts| {
        mapping.article_quads(facts)
    });
    let loaded = |mut store: Store| {
        let all = store.bulk_load(quads.iter().cloned());
        all.expect("quads can be loaded");
        store
    };
    group.bench_function("load", |bencher| {
        bencher.iter(|| loaded(Store::in_memory(Iris::default())));
    });
    let folder = tempfile::tempdir().expect("there is room for a store");
    let path = folder.path().join("measured.store");
    let iris = Iris::default();
    let store = Store::open_for_update(&path, &iris, Kind::File).expect("a store can be made");
    let mut store = loaded(store);
    group.bench_function("commit", |bencher| bencher.iter(|| store.commit()));
    group.bench_function("open", |bencher| bencher.iter(|| Store::open(&path)));
    for format in Format::all().filter(|f| f.family() == ngoaivu::export::Family::Rdf) {
        group.bench_function(format!("export {format}"), |bencher| {
            let scope = Scope::all(&iris);
            let oxigraph = store.statements();
            bencher
                .iter(|| write_store(oxigraph, &iris, &scope, format, false, &mut std::io::sink()));
        });
    }
    group.finish();
    queries(criterion, &store);
}

/// Every prebuilt query with the examples of its parameters.
fn queries(criterion: &mut Criterion, store: &Store) {
    let runner = Runner::new(store.statements(), store.iris(), None);
    let names = Names::new(store.statements(), store.iris());
    let catalog = Catalog::embedded().expect("the queries are right");
    let mut group = criterion.benchmark_group("query");
    for query in catalog.iter() {
        let given: Vec<_> = query
            .parameters
            .iter()
            .filter(|parameter| parameter.required)
            .filter_map(|p| Some((p.name.clone(), p.example.clone()?)))
            .collect();
        let Ok(bindings) = bind(query, &given, &names, store.iris()) else {
            // These articles do not speak of the example.
            continue;
        };
        group.bench_function(&query.name, |bencher| {
            bencher.iter(|| {
                let query = runner.prebuilt(query, &bindings);
                match query.and_then(|query| runner.run(query)) {
                    Ok(Answer::Rows(rows)) => rows.count(),
                    Ok(Answer::Truth(_)) => 1,
                    Ok(Answer::Graph(triples)) => triples.len(),
                    Err(error) => panic!("{error}"),
                }
            });
        });
    }
    group.finish();
}
