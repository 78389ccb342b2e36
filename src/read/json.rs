//! Reads records of JSON: one on each line, or a list of them.

use std::io::BufRead;

use serde_json::{Map, Value};

use super::fields::Place;
use super::input::{one, skipped};
use super::limits::read_line;
use super::open::{articles, unreadable};
use super::origin::Origin;
use super::record::decode;
use super::{Articles, ReadOptions};
use crate::model::Problem;

/// The articles of a file with one record on each line.
pub(super) fn read_lines(
    mut lines: Box<dyn BufRead>,
    origin: &Origin,
    options: &ReadOptions,
) -> Articles {
    let (origin, options) = (origin.clone(), options.clone());
    let mut ended = false;
    let mut next = move || {
        if ended {
            return None;
        }
        let line = read_line(&mut lines, options.limits.document);
        // A line that is too long is left behind; any other error would come again and again.
        ended = matches!(&line, Err(error) if error.kind() != std::io::ErrorKind::FileTooLarge);
        line.map_err(unreadable).transpose()
    };
    let records = (1..).map_while(move |number| Some((number, next()?)));
    let records = records.flat_map(move |(number, line)| {
        let source = format!("{}#{number}", origin.source);
        let line = match line {
            Ok(line) => line,
            Err(message) => return one(Err(skipped(&source, message))),
        };
        let bytes = line
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(&line)
            .trim_ascii();
        if bytes.is_empty() {
            return Box::new(std::iter::empty());
        }
        let id = format!("{}#{number}", origin.stem);
        match parse(bytes, &source) {
            Ok(record) => read_record(record, Place { source, id, bytes }, &options),
            Err(problem) => one(Err(problem)),
        }
    });
    Box::new(records)
}

/// The articles of a file that is one record or a list of them.
pub(super) fn read_document(bytes: &[u8], origin: &Origin, options: &ReadOptions) -> Articles {
    let source = origin.source.clone();
    let parsed = decode(bytes, None, options)
        .map_err(|reason| skipped(&source, reason))
        .and_then(|(text, _)| parse(text.as_bytes(), &source));
    match parsed {
        Ok(Value::Array(records)) => {
            let (stem, options) = (origin.stem.clone(), options.clone());
            Box::new((1..).zip(records).flat_map(move |(number, record)| {
                let bytes = record.to_string();
                let place = Place {
                    source: format!("{source}#{number}"),
                    id: format!("{stem}#{number}"),
                    bytes: bytes.as_bytes(),
                };
                read_record(record, place, &options)
            }))
        }
        Ok(record) => {
            let id = origin.stem.clone();
            read_record(record, Place { source, id, bytes }, options)
        }
        Err(problem) => one(Err(problem)),
    }
}

fn parse(bytes: &[u8], source: &str) -> Result<Value, Problem> {
    serde_json::from_slice(bytes).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        skipped(source, format!("is no valid JSON ({place}): {error}"))
    })
}

fn read_record(record: Value, place: Place<'_>, options: &ReadOptions) -> Articles {
    let source = place.source.clone();
    let Value::Object(mut record) = record else {
        return one(Err(skipped(&source, "is no JSON object")));
    };
    match options.fields.record(|name| take(&mut record, name), place) {
        Ok(record) => articles(record, options),
        Err(message) => one(Err(skipped(&source, message))),
    }
}

/// A field's text, or its number written out; nothing where it is empty.
fn take(record: &mut Map<String, Value>, name: &str) -> Option<String> {
    match record.remove(name)? {
        Value::String(text) if !text.trim().is_empty() => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
