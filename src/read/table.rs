//! Reads tables, CSV and TSV: one article in each row, with the fields in columns named in the first row.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use super::fields::{FieldNames, Place};
use super::input::{one, skipped};
use super::open::articles;
use super::origin::Origin;
use super::record::decode;
use super::{Articles, ReadOptions};

/// Marks that stand in sentences, not in the names of columns.
const MARKS: [char; 7] = ['.', '?', '!', ':', '(', ')', '…'];
/// Words that the name of a column may have.
const WORDS: usize = 6;

/// The character between the columns, if a text opens with a row of names and one of them is the column
/// of the articles. A file that says it is a table has columns whatever their names; in another one a
/// sentence with commas is no row of names.
pub(super) fn delimiter(head: &str, ending: Option<&str>, fields: &FieldNames) -> Option<u8> {
    let first = head.trim_start_matches('\u{feff}').lines().next()?;
    let names = |delimiter: char| -> Vec<&str> {
        first
            .split(delimiter)
            .map(|name| name.trim().trim_matches('"'))
            .collect()
    };
    let says_so = matches!(ending, Some("csv" | "tsv"));
    let names_text = |delimiter: &char| {
        let names = names(*delimiter);
        names.len() > 1 && names.contains(&fields.text.as_str()) && (says_so || are_columns(&names))
    };
    let found = ['\t', ';', ',', '|'].into_iter().find(names_text);
    let found = found.or_else(|| match ending {
        Some("tsv") => Some('\t'),
        Some("csv") => [',', ';', '\t']
            .into_iter()
            .max_by_key(|mark| names(*mark).len()),
        _ => None,
    });
    found.and_then(|mark| u8::try_from(mark).ok())
}

fn are_columns(names: &[&str]) -> bool {
    let is_column = |name: &&str| name.split_whitespace().count() <= WORDS && !name.contains(MARKS);
    names.iter().all(is_column)
}

/// The articles of a table.
pub(super) fn read(
    bytes: &[u8],
    origin: &Origin,
    options: &ReadOptions,
) -> Result<Articles, String> {
    let (text, notes) = decode(bytes, None, options)?;
    let delimiter = delimiter(&text, origin.ending.as_deref(), &options.fields).unwrap_or(b',');
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(std::io::Cursor::new(text));
    let headers = rows
        .headers()
        .map_err(|error| format!("has no row of names: {error}"))?;
    let columns: BTreeMap<String, usize> = headers
        .iter()
        .enumerate()
        .map(|(column, name)| {
            (
                name.trim().trim_start_matches('\u{feff}').to_owned(),
                column,
            )
        })
        .collect();
    if !columns.contains_key(&options.fields.text) {
        let known: Vec<&str> = columns.keys().map(String::as_str).collect();
        return Err(format!(
            "has no column `{}`; its columns are {}: name the one with --field text=NAME",
            options.fields.text,
            known.join(", ")
        ));
    }
    let (origin, options) = (origin.clone(), options.clone());
    let mut notes = Some(notes);
    let articles = (1..)
        .zip(rows.into_records())
        .flat_map(move |(number, row)| {
            let source = format!("{}#{number}", origin.source);
            let id = format!("{}#{number}", origin.stem);
            let read = row
                .map_err(|error| format!("is no row of the table: {error}"))
                .and_then(|row| record(&row, &columns, source.clone(), id, &options));
            match read {
                Ok(mut record) => {
                    record.notes = notes.take().unwrap_or_default();
                    articles(record, &options)
                }
                Err(message) => one(Err(skipped(&source, message))),
            }
        });
    Ok(Box::new(articles))
}

fn record(
    row: &StringRecord,
    columns: &BTreeMap<String, usize>,
    source: String,
    id: String,
    options: &ReadOptions,
) -> Result<super::record::Record, String> {
    let bytes: Vec<u8> = row
        .iter()
        .flat_map(|cell| [cell.as_bytes(), b"\0"].concat())
        .collect();
    let take = |name: &str| {
        let cell = row.get(*columns.get(name)?)?;
        (!cell.trim().is_empty()).then(|| cell.to_owned())
    };
    options.fields.record(
        take,
        Place {
            source,
            id,
            bytes: &bytes,
        },
    )
}
