//! Measures whether the time to read an article grows with its length alone: one line of made sentences,
//! and the same line twice as long.
#![expect(clippy::print_stdout, reason = "its output is its purpose")]

#[expect(
    dead_code,
    reason = "the names of made articles are for other benchmarks"
)]
mod generator;

use std::time::{Duration, Instant};

use generator::Generator;
use ngoaivu::ontology::Ontology;
use ngoaivu::pipeline::Reader;
use ngoaivu::read::{ReadOptions, read_bytes};

/// Characters of the longest article that is read.
const LONGEST: usize = 1_000_000;

fn main() {
    let reader = Reader::new(Ontology::embedded()).expect("the cues that are compiled in");
    let line = line(LONGEST - 10);
    println!("{:>10} {:>9} {:>6}", "characters", "seconds", "ratio");
    let mut before: Option<Duration> = None;
    for length in [LONGEST / 8, LONGEST / 4, LONGEST / 2, LONGEST - 10] {
        let text: String = line.chars().take(length).collect();
        let taken = (0..3)
            .map(|_| time(&reader, &text))
            .min()
            .unwrap_or_default();
        let ratio = before.map_or(f64::NAN, |before| {
            taken.as_secs_f64() / before.as_secs_f64()
        });
        println!("{length:>10} {:>9.3} {ratio:>6.2}", taken.as_secs_f64());
        before = Some(taken);
    }
}

/// Made articles in one line.
fn line(length: usize) -> String {
    let generator = Generator::new(1);
    let mut line = String::new();
    for number in 0.. {
        if line.len() > length * 2 {
            break;
        }
        line.push_str(&generator.article(number).text.replace('\n', " "));
        line.push(' ');
    }
    line
}

fn time(reader: &Reader<'_>, text: &str) -> Duration {
    let begin = Instant::now();
    let articles = read_bytes("a.txt", text.as_bytes().to_vec(), &ReadOptions::default());
    for article in articles.flatten() {
        assert!(!reader.annotate(article).annotation.mentions.is_empty());
    }
    begin.elapsed()
}
