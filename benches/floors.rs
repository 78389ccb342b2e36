//! What oxigraph alone needs for an N-Quads file: the floor that stores are measured against.
//!
//! `cargo bench --bench floors -- parse|lenient|load FILE` prints quads and seconds of this process.
#![expect(clippy::print_stdout, reason = "its output is its purpose")]

use std::error::Error;
use std::fs;
use std::time::Instant;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::store::Store;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    let [what, file] = words.as_slice() else {
        println!("usage: cargo bench --bench floors -- parse|lenient|load FILE");
        return Ok(());
    };
    let begin = Instant::now();
    let text = fs::read(file)?;
    let parser = match what.as_str() {
        "parse" => RdfParser::from_format(RdfFormat::NQuads),
        _ => RdfParser::from_format(RdfFormat::NQuads).lenient(),
    };
    let count = if what == "load" {
        let store = Store::new()?;
        let mut loader = store.bulk_loader();
        loader.load_from_slice(parser, &text)?;
        loader.commit()?;
        store.len()?
    } else {
        let mut count = 0;
        for quad in parser.for_slice(&text) {
            quad?;
            count += 1;
        }
        count
    };
    println!("{count} quads, {:.3} s", begin.elapsed().as_secs_f64());
    Ok(())
}
