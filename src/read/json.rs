//! Reads records of JSON: one on each line, or a list of them.

use std::io::BufRead;

use serde_json::{Map, Value};

use super::dateline::metadata_date;
use super::html;
use super::input::{Input, skipped};
use super::record::{Record, sha256};
use super::{Articles, ReadOptions, charset};
use crate::model::{Article, Metadata, Problem};

/// Names of the fields that records are read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldNames {
    /// Identity of the article.
    pub id: String,
    /// Title.
    pub title: String,
    /// Day of publication.
    pub date: String,
    /// Web address.
    pub url: String,
    /// Publisher.
    pub publisher: String,
    /// Author.
    pub author: String,
    /// The article itself, plain or in HTML.
    pub text: String,
}

impl Default for FieldNames {
    fn default() -> Self {
        Self {
            id: "id".to_owned(),
            title: "title".to_owned(),
            date: "date".to_owned(),
            url: "url".to_owned(),
            publisher: "publisher".to_owned(),
            author: "author".to_owned(),
            text: "text".to_owned(),
        }
    }
}

/// The articles of a file with one record on each line.
pub(super) fn read_lines(
    lines: Box<dyn BufRead>,
    input: &Input,
    options: &ReadOptions,
) -> Articles {
    let (input, options) = (input.clone(), options.clone());
    let records = lines
        .split(b'\n')
        .enumerate()
        .filter_map(move |(index, line)| {
            let number = index + 1;
            let source = format!("{}#{number}", input.name());
            let line = match line {
                Ok(line) => line,
                Err(error) => {
                    return Some(Err(skipped(&source, format!("cannot be read: {error}"))));
                }
            };
            let bytes = line
                .strip_prefix(b"\xef\xbb\xbf")
                .unwrap_or(&line)
                .trim_ascii();
            (!bytes.is_empty()).then(|| {
                let record = parse(bytes, &source)?;
                read_record(
                    record,
                    bytes,
                    source,
                    format!("{}#{number}", input.stem()),
                    &options,
                )
            })
        });
    Box::new(records)
}

/// The articles of a file that is one record or a list of them.
pub(super) fn read_document(bytes: &[u8], input: &Input, options: &ReadOptions) -> Articles {
    let source = input.name();
    let parsed = charset::decode(bytes, None)
        .map_err(|reason| skipped(&source, reason))
        .and_then(|decoded| parse(decoded.text.as_bytes(), &source));
    match parsed {
        Ok(Value::Array(records)) => {
            let (stem, options) = (input.stem(), options.clone());
            Box::new(records.into_iter().enumerate().map(move |(index, record)| {
                let number = index + 1;
                let bytes = record.to_string();
                let place = format!("{source}#{number}");
                read_record(
                    record,
                    bytes.as_bytes(),
                    place,
                    format!("{stem}#{number}"),
                    &options,
                )
            }))
        }
        Ok(record) => {
            let article = read_record(record, bytes, source, input.stem(), options);
            Box::new(std::iter::once(article))
        }
        Err(problem) => Box::new(std::iter::once(Err(problem))),
    }
}

fn parse(bytes: &[u8], source: &str) -> Result<Value, Problem> {
    serde_json::from_slice(bytes).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        skipped(source, format!("is no valid JSON ({place}): {error}"))
    })
}

fn read_record(
    record: Value,
    bytes: &[u8],
    source: String,
    id: String,
    options: &ReadOptions,
) -> Result<Article, Problem> {
    let Value::Object(mut record) = record else {
        return Err(skipped(&source, "is no JSON object"));
    };
    let names = &options.fields;
    let Some(text) = take(&mut record, &names.text) else {
        let message = format!(
            "has no text in a field `{}`; name the field it is in",
            names.text
        );
        return Err(skipped(&source, message));
    };
    let (text, hints) = if html::is_markup(&text) {
        html::extract(&text)
    } else {
        (text, Vec::new())
    };
    Record {
        id: take(&mut record, &names.id).unwrap_or(id),
        source,
        text,
        hints,
        metadata: Metadata {
            title: take(&mut record, &names.title),
            date: take(&mut record, &names.date).and_then(|date| metadata_date(&date)),
            url: take(&mut record, &names.url),
            publisher: take(&mut record, &names.publisher),
            author: take(&mut record, &names.author),
            language: None,
        },
        sha256: sha256(bytes),
    }
    .into_article(options)
}

/// A field's text, or its number written out; nothing where it is empty.
fn take(record: &mut Map<String, Value>, name: &str) -> Option<String> {
    match record.remove(name)? {
        Value::String(text) if !text.trim().is_empty() => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
