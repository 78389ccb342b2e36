//! `ngoaivu queries`: what can be asked.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{Outcome, Usage};
use crate::query::catalog::{Bilingual, Catalog, Parameter, PrebuiltQuery};

/// List the prebuilt queries with their parameters
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu queries                       all of them, in one line each with how to ask
  ngoaivu queries posts                 what one of them answers and what its parameters mean
  ngoaivu queries posts --sparql > my.rq
                                        its text, to change and run with `ngoaivu query --file`
  ngoaivu queries --queries my-queries/ also those of a folder of your own")]
pub(super) struct Args {
    /// Tell more about this query
    name: Option<String>,
    /// Print the text of the query
    #[arg(long, requires = "name")]
    sparql: bool,
    /// Know also the .rq files of this folder
    #[arg(long, value_name = "DIR")]
    queries: Option<PathBuf>,
    /// Print JSON
    #[arg(long, conflicts_with = "sparql")]
    json: bool,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let catalog = &catalog(args.queries.as_deref())?;
    let queries: Vec<&PrebuiltQuery> = match &args.name {
        Some(name) => vec![get(catalog, name)?],
        None => catalog.iter().collect(),
    };
    let mut text = String::new();
    if args.json {
        let queries: Vec<_> = queries.into_iter().map(as_json).collect();
        text = serde_json::to_string_pretty(&queries)?;
        text.push('\n');
    } else if args.sparql {
        queries.iter().for_each(|query| text.push_str(&query.text));
    } else if args.name.is_some() {
        queries.iter().for_each(|query| describe(query, &mut text));
    } else {
        list(&queries, &mut text);
    }
    io::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::Done)
}

/// The prebuilt queries, and those of a user's folder, which win where names meet.
pub(super) fn catalog(folder: Option<&Path>) -> anyhow::Result<Catalog> {
    let mut catalog = Catalog::embedded()?.clone();
    if let Some(folder) = folder {
        catalog.add_folder(folder)?;
    }
    Ok(catalog)
}

/// The query of this name; an unknown one is wrong usage.
pub(super) fn get<'a>(catalog: &'a Catalog, name: &str) -> anyhow::Result<&'a PrebuiltQuery> {
    let query = catalog.get(name);
    Ok(query.map_err(|error| Usage(format!("{error}; `ngoaivu queries` lists them")))?)
}

fn list(queries: &[&PrebuiltQuery], text: &mut String) {
    let width = queries
        .iter()
        .map(|query| query.name.len())
        .max()
        .unwrap_or(0);
    for query in queries {
        let Bilingual { vi, en } = &query.title;
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{:width$}  {vi}", query.name);
        let _ = writeln!(text, "{:width$}  {en}", "");
        let parameters: Vec<String> = query.parameters.iter().map(usage).collect();
        if !parameters.is_empty() {
            let _ = writeln!(text, "{:width$}  {}", "", parameters.join(" "));
        }
    }
}

/// How a parameter is given; in brackets if it may be left out.
fn usage(parameter: &Parameter) -> String {
    let value = parameter.example.as_ref().or(parameter.default.as_ref());
    let value = value.map_or_else(
        || parameter.kind.name().to_uppercase(),
        |value| quoted(value),
    );
    let usage = format!("--param {}={value}", parameter.name);
    if parameter.required {
        usage
    } else {
        format!("[{usage}]")
    }
}

/// A value as a shell takes it.
fn quoted(value: &str) -> String {
    if value
        .chars()
        .all(|c| c.is_alphanumeric() || "-_.,/".contains(c))
    {
        value.to_owned()
    } else {
        format!("\"{value}\"")
    }
}

fn describe(query: &PrebuiltQuery, text: &mut String) {
    let (title, description) = (&query.title, &query.description);
    let _ = writeln!(text, "{}\n\n{}\n{}\n", query.name, title.vi, title.en);
    let _ = writeln!(text, "{}\n{}", description.vi, description.en);
    for parameter in &query.parameters {
        let _ = writeln!(text, "\n{}", usage(parameter));
        let _ = writeln!(
            text,
            "    {}: {}",
            parameter.kind.name(),
            parameter.about.vi
        );
        let _ = writeln!(text, "    {}", parameter.about.en);
        if let Some(default) = &parameter.default {
            let _ = writeln!(text, "    default: {default}");
        }
    }
}

fn as_json(query: &PrebuiltQuery) -> serde_json::Value {
    let both = |text: &Bilingual| serde_json::json!({ "vi": text.vi, "en": text.en });
    let parameters: Vec<_> = query
        .parameters
        .iter()
        .map(|parameter| {
            serde_json::json!({
                "name": parameter.name, "type": parameter.kind.name(),
                "required": parameter.required, "default": parameter.default,
                "example": parameter.example, "about": both(&parameter.about),
            })
        })
        .collect();
    serde_json::json!({
        "name": query.name, "title": both(&query.title),
        "description": both(&query.description), "parameters": parameters,
    })
}
