//! Measures how surely the year of an undated article is inferred: of articles whose year is known the
//! date of publication is hidden, and also the year of every day and month that is written with strokes.
#![expect(clippy::print_stdout, reason = "its output is its purpose")]

use std::path::Path;

use ngoaivu::model::{Article, DateExpression};
use ngoaivu::ontology::Ontology;
use ngoaivu::pipeline::Reader;
use ngoaivu::read::{ReadOptions, read_bytes, read_inputs};

/// Days without a year by what was made of them.
#[derive(Debug, Default)]
struct Count {
    right: usize,
    wrong: usize,
    open: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let year = arguments
        .iter()
        .position(|argument| argument == "--year")
        .and_then(|at| arguments.get(at + 1));
    let folder = arguments
        .iter()
        .find(|argument| !argument.starts_with("--") && Some(*argument) != year);
    let Some(folder) = folder else {
        println!("usage: cargo bench --bench years -- FOLDER [--year 2019]");
        return;
    };
    let year = year.and_then(|year| year.parse().ok());
    let reader = Reader::new(Ontology::embedded()).expect("the cues that are compiled in");
    let (mut plain, mut hidden) = (Count::default(), Count::default());
    let mut articles = 0;
    for article in read_inputs(&[Path::new(folder).to_owned()], &ReadOptions::default()).flatten() {
        let Some(known) = year.or_else(|| year_of(&article)) else {
            continue;
        };
        articles += 1;
        let text = article.text.clone();
        plain.add(&reader, article, known);
        let without = text.replace(&format!("/{known}"), "").into_bytes();
        let options = ReadOptions::default();
        for article in read_bytes("a.txt", without, &options).flatten() {
            hidden.add(&reader, article, known);
        }
    }
    println!("{articles} articles of a known year");
    plain.print("as they are");
    hidden.print("years of days hidden");
}

/// The year of publication.
fn year_of(article: &Article) -> Option<u16> {
    article.metadata.date.as_deref()?.get(..4)?.parse().ok()
}

impl Count {
    fn add(&mut self, reader: &Reader<'_>, mut article: Article, known: u16) {
        article.metadata.date = None;
        let annotation = reader.annotate(article).annotation;
        for date in annotation.dates.iter().filter(|date| is_day_alone(date)) {
            match date.value.start().year {
                None => self.open += 1,
                Some(year) if year == known => self.right += 1,
                Some(_) => self.wrong += 1,
            }
        }
    }

    fn print(&self, name: &str) {
        let settled = self.right + self.wrong;
        println!(
            "{name:24}{:6} right {:5} wrong {:6} open   precision {:.3}   recall {:.3}",
            self.right,
            self.wrong,
            self.open,
            self.right as f64 / settled.max(1) as f64,
            self.right as f64 / (settled + self.open).max(1) as f64,
        );
    }
}

/// A day in numbers, whose year is not written.
fn is_day_alone(date: &DateExpression) -> bool {
    let numbers = date
        .text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|number| !number.is_empty());
    let mut lengths = numbers.map(str::len).peekable();
    lengths.peek().is_some()
        && lengths.all(|length| length <= 2)
        && date.value.start().day.is_some()
}
