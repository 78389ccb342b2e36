//! Reads tables, CSV and TSV: one article in each row, with the fields in columns named in the first row.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use csv::{ReaderBuilder, StringRecord};

use super::fields::{FieldNames, Place};
use super::input::{one, skipped};
use super::limits::{Budget, read_whole};
use super::open::{articles, unreadable};
use super::origin::Origin;
use super::record::decode;
use super::{Articles, ReadOptions, charset};

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

/// How much is looked at to tell the character set: more than a few articles.
const SAMPLE: u64 = 1 << 20;

/// The articles of a table. One in UTF-8 is read row by row; one in another character set, which is told
/// from all of it, as a whole.
pub(super) fn read(
    mut head: Vec<u8>,
    mut rest: Box<dyn Read>,
    origin: &Origin,
    options: &ReadOptions,
) -> Result<Articles, String> {
    let room = SAMPLE.saturating_sub(head.len() as u64);
    let more = rest.by_ref().take(room).read_to_end(&mut head);
    let goes_on = more.map_err(unreadable)? as u64 == room;
    if options.charset.is_none() && is_utf_8(&head, goes_on) {
        let start = if head.starts_with(MARK) {
            MARK.len()
        } else {
            0
        };
        let text = String::from_utf8_lossy(&head[start..]).into_owned();
        let budget = Budget::row(options.limits);
        let rows = budget.watch(Cursor::new(head.split_off(start)).chain(rest));
        return rows_of(&text, Box::new(rows), Vec::new(), budget, origin, options);
    }
    let bytes = read_whole(head, rest, options.limits).map_err(unreadable)?;
    let (text, notes) = decode(&bytes, None, options)?;
    let opening = text.lines().next().unwrap_or_default().to_owned();
    let rows = Box::new(Cursor::new(text));
    let budget = Budget::row(options.limits);
    rows_of(&opening, rows, notes, budget, origin, options)
}

/// The mark of UTF-8 at the beginning of a file.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Whether these bytes are UTF-8, perhaps with some damage: plain ASCII may be the beginning of anything.
fn is_utf_8(sample: &[u8], goes_on: bool) -> bool {
    charset::is_utf_8(sample) && !sample.contains(&0) && !(goes_on && sample.is_ascii())
}

/// The articles in the rows of a table that begins with `opening`.
fn rows_of(
    opening: &str,
    rows: Box<dyn Read>,
    notes: Vec<String>,
    budget: Budget,
    origin: &Origin,
    options: &ReadOptions,
) -> Result<Articles, String> {
    let delimiter = delimiter(opening, origin.ending.as_deref(), &options.fields).unwrap_or(b',');
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(rows);
    let headers = rows
        .headers()
        .map_err(|error| format!("has no row of names: {error}"))?;
    let columns = columns(headers, options)?;
    let (origin, options) = (origin.clone(), options.clone());
    let mut notes = Some(notes);
    let mut records = rows.into_records();
    let mut ended = false;
    let next = move |number| {
        if ended {
            return None;
        }
        budget.refill(options.limits.document);
        let row = records.next()?;
        // What cannot be read once cannot be read again.
        ended = matches!(&row, Err(error) if error.is_io_error());
        let source = format!("{}#{number}", origin.source);
        let id = format!("{}#{number}", origin.stem);
        let read = row
            .map_err(|error| format!("is no row of the table: {error}"))
            .and_then(|row| record(&row, &columns, source.clone(), id, &options));
        Some(match read {
            Ok(mut record) => {
                record.notes = notes.take().unwrap_or_default();
                articles(record, &options)
            }
            Err(message) => one(Err(skipped(&source, message))),
        })
    };
    Ok(Box::new((1..).map_while(next).flatten()))
}

/// The columns by their names, of which one must be that of the articles.
fn columns(
    headers: &StringRecord,
    options: &ReadOptions,
) -> Result<BTreeMap<String, usize>, String> {
    let named = headers.iter().enumerate().map(|(column, name)| {
        let name = name.trim().trim_start_matches('\u{feff}');
        (name.to_owned(), column)
    });
    let columns: BTreeMap<String, usize> = named.collect();
    if columns.contains_key(&options.fields.text) {
        return Ok(columns);
    }
    let known: Vec<&str> = columns.keys().map(String::as_str).collect();
    Err(format!(
        "has no column `{}`; its columns are {}: name the one with --field text=NAME",
        options.fields.text,
        known.join(", ")
    ))
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
