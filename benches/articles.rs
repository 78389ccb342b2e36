//! Writes made articles to files, for measuring whole runs of the program.
//!
//! `cargo bench --bench articles -- COUNT TARGET [SEED]`: a file `TARGET` ending in `.jsonl`, or a folder
//! of text files, a thousand in each folder of it.
#![expect(clippy::print_stdout, reason = "its output is its purpose")]

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use generator::Generator;

mod generator;

fn main() -> io::Result<()> {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    let [count, target, seed @ ..] = words.as_slice() else {
        println!("usage: cargo bench --bench articles -- COUNT TARGET [SEED]");
        return Ok(());
    };
    let number = |word: &str| word.parse::<u64>().map_err(io::Error::other);
    let generator = Generator::new(seed.first().map_or(Ok(1), |seed| number(seed))?);
    let (count, target) = (number(count)?, Path::new(target));
    let bytes = if target.extension().is_some_and(|ending| ending == "jsonl") {
        write_lines(&generator, count, target)?
    } else {
        write_files(&generator, count, target)?
    };
    println!("{count} articles, {bytes} bytes of text");
    Ok(())
}

fn write_lines(generator: &Generator, count: u64, target: &Path) -> io::Result<usize> {
    let mut file = BufWriter::new(File::create(target)?);
    let mut bytes = 0;
    for number in 0..count {
        let made = generator.article(number);
        bytes += made.text.len();
        let line = serde_json::json!({ "id": made.id, "text": made.text });
        writeln!(file, "{line}")?;
    }
    file.flush()?;
    Ok(bytes)
}

fn write_files(generator: &Generator, count: u64, target: &Path) -> io::Result<usize> {
    let mut bytes = 0;
    for number in 0..count {
        let folder = target.join(format!("{:04}", number / 1000));
        fs::create_dir_all(&folder)?;
        let made = generator.article(number);
        bytes += made.text.len();
        fs::write(folder.join(made.id).with_extension("txt"), made.text)?;
    }
    Ok(bytes)
}
