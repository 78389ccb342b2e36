//! Arguments on articles and how to read them, shared by the commands that do.

use std::path::PathBuf;

use super::problems::{self, Counts, Report};
use super::{Console, Outcome};
use crate::model::{EdtfDate, Problem};
use crate::ontology::Ontology;
use crate::pipeline::{Reader, Source, Workers, skipped};
use crate::read::{Charset, FieldNames, Limits, ReadOptions};

/// `FIELD=NAME` of the option `--field`.
fn field(pair: &str) -> Result<(String, String), String> {
    match pair.split_once('=') {
        Some((field, name)) if FieldNames::ALL.contains(&field) && !name.is_empty() => {
            Ok((field.to_owned(), name.to_owned()))
        }
        _ => Err(format!(
            "expected FIELD=NAME with FIELD one of {}",
            FieldNames::ALL.join(", ")
        )),
    }
}

/// How articles are read.
#[derive(Debug, clap::Args)]
pub(super) struct ReadingArgs {
    /// Day of publication of articles that give none, for example 2022-03-25
    #[arg(long, value_name = "DATE")]
    date: Option<EdtfDate>,
    /// Character set of all inputs, for example tcvn3, vni, viscii, windows-1258; guessed by default
    #[arg(long, value_name = "NAME")]
    encoding: Option<Charset>,
    /// Where records and tables have a field under another name: text=content; repeatable
    #[arg(long = "field", value_name = "FIELD=NAME", value_parser = field)]
    fields: Vec<(String, String)>,
    /// Read articles in other languages too, which are set aside otherwise
    #[arg(long)]
    any_language: bool,
    /// Largest document or record, in MB
    #[arg(long, value_name = "MB", default_value_t = 256)]
    max_document: u32,
    /// Most that one compressed input or archive may unpack to, in MB
    #[arg(long, value_name = "MB", default_value_t = 32_768)]
    max_unpacked: u32,
    /// Most seconds of computing that one PDF may take
    #[arg(long, value_name = "N", default_value_t = 60)]
    pdf_seconds: u32,
    /// Folder whose names, roles and cues replace or extend those built in
    #[arg(long, value_name = "DIR")]
    ontology: Option<PathBuf>,
    /// Number of threads; 0 is one for each core
    #[arg(long, value_name = "N", default_value_t = 0)]
    threads: usize,
    /// Write what was read and what was skipped and why to this file, as JSON
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Fail (exit code 1) if any input was skipped
    #[arg(long)]
    strict: bool,
}

impl ReadingArgs {
    /// What is known before any article is read.
    pub(super) fn ontology(&self) -> anyhow::Result<&'static Ontology> {
        match &self.ontology {
            // It is needed until the program ends.
            Some(folder) => Ok(Box::leak(Box::new(Ontology::load(folder)?))),
            None => Ok(Ontology::embedded()),
        }
    }

    pub(super) fn reader(&self, ontology: &'static Ontology) -> anyhow::Result<Reader<'static>> {
        Ok(Reader::new(ontology)?)
    }

    pub(super) fn workers(&self) -> anyhow::Result<Workers> {
        Ok(Workers::new(self.threads)?)
    }

    /// The articles of these inputs; a path that leads nowhere stops the work before it begins.
    pub(super) fn source(&self, inputs: &[PathBuf]) -> anyhow::Result<Source> {
        for input in inputs {
            let name = input.to_string_lossy();
            let pattern = name.contains(['*', '?', '[']);
            if name != "-" && !pattern && !input.exists() {
                anyhow::bail!("{name}: no such file or folder; check the path");
            }
        }
        let mut fields = FieldNames::default();
        for (field, name) in &self.fields {
            if let Some(known) = fields.get_mut(field) {
                known.clone_from(name);
            }
        }
        Ok(Source {
            inputs: inputs.to_vec(),
            options: ReadOptions {
                date: self.date,
                fields,
                charset: self.encoding,
                any_language: self.any_language,
                limits: Limits {
                    document: u64::from(self.max_document) << 20,
                    unpacked: u64::from(self.max_unpacked) << 20,
                    pdf_seconds: self.pdf_seconds,
                },
                helper: std::env::current_exe().ok(),
            },
        })
    }

    /// Writes the report that the user asked for.
    pub(super) fn report(&self, counts: Counts, problems: &[Problem]) -> anyhow::Result<()> {
        match &self.report {
            Some(path) => Report::new(counts, problems).write(path),
            None => Ok(()),
        }
    }

    /// Lists the problems and counts skipped inputs, which are a failure under `--strict`.
    pub(super) fn outcome(&self, problems: &[Problem], console: Console) -> Outcome {
        problems::list(problems, console);
        let skipped = skipped(problems);
        if skipped == 0 {
            return Outcome::Done;
        }
        let inputs = if skipped == 1 { "input" } else { "inputs" };
        if self.strict {
            console.error(&format!(
                "{skipped} {inputs} skipped, and --strict asks for all"
            ));
            Outcome::Incomplete
        } else {
            console.note(&format!("{skipped} {inputs} skipped"));
            Outcome::Done
        }
    }
}
