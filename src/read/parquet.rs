//! Reads Parquet tables: one article in each row, with the fields in columns.

use std::collections::BTreeMap;
use std::fs::File;
use std::iter;

use bytes::Bytes;
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};

use super::fields::Place;
use super::foreign::guarded;
use super::input::{one, skipped};
use super::open::articles;
use super::origin::Origin;
use super::{Articles, ReadOptions};

/// The articles of a table in a file.
pub(super) fn read_file(
    file: File,
    origin: Origin,
    options: &ReadOptions,
) -> Result<Articles, String> {
    read(file, origin, options)
}

/// The articles of a table in memory.
pub(super) fn read_bytes(
    bytes: Vec<u8>,
    origin: Origin,
    options: &ReadOptions,
) -> Result<Articles, String> {
    read(Bytes::from(bytes), origin, options)
}

fn read(
    source: impl ChunkReader + 'static,
    origin: Origin,
    options: &ReadOptions,
) -> Result<Articles, String> {
    let damaged = |error: &dyn std::fmt::Display| format!("is a damaged Parquet table: {error}");
    // The library panics where a table contradicts itself.
    let reader = guarded(|| SerializedFileReader::new(source)).unwrap_or_else(contradiction);
    let reader = reader.map_err(|error| damaged(&error))?;
    let schema = reader.metadata().file_metadata().schema_descr_ptr();
    let names: Vec<&str> = schema
        .root_schema()
        .get_fields()
        .iter()
        .map(|field| field.name())
        .collect();
    if !names.contains(&options.fields.text.as_str()) {
        return Err(format!(
            "has no column `{}`; its columns are {}: name the one with --field text=NAME",
            options.fields.text,
            names.join(", ")
        ));
    }
    let groups = reader.metadata().row_groups();
    let size = groups
        .iter()
        .map(|group| group.total_byte_size().max(0) as u64)
        .max();
    if size.unwrap_or(0) > options.limits.document {
        return Err("has groups of rows larger than --max-document allows".to_owned());
    }
    let options = options.clone();
    let rows = guarded(|| RowIter::from_file_into(Box::new(reader)));
    let mut rows = rows.ok_or_else(|| damaged(&CONTRADICTION))?;
    let mut ended = false;
    let rows = iter::from_fn(move || {
        if ended {
            return None;
        }
        let row = guarded(|| rows.next()).unwrap_or_else(|| Some(contradiction()));
        ended = !matches!(row, Some(Ok(_)));
        row
    });
    Ok(Box::new((1..).zip(rows).flat_map(move |(number, row)| {
        let place = format!("{}#{number}", origin.source);
        let id = format!("{}#{number}", origin.stem);
        let record = row.map_err(|error| damaged_row(&error)).and_then(|row| {
            let cells = cells(&row);
            let bytes: Vec<u8> = cells
                .iter()
                .flat_map(|(name, cell)| [name.as_bytes(), b"\0", cell.as_bytes(), b"\0"].concat())
                .collect();
            let place = Place {
                source: place.clone(),
                id,
                bytes: &bytes,
            };
            options
                .fields
                .record(|name| cells.get(name).cloned(), place)
        });
        match record {
            Ok(record) => articles(record, &options),
            Err(message) => one(Err(skipped(&place, message))),
        }
    })))
}

/// What is wrong with a table that no reader can follow.
const CONTRADICTION: &str = "it contradicts itself";

fn contradiction<T>() -> Result<T, ParquetError> {
    Err(ParquetError::General(CONTRADICTION.to_owned()))
}

fn damaged_row(error: &ParquetError) -> String {
    format!("is a damaged row of a Parquet table: {error}")
}

/// The cells of a row that hold a text, a number or a date, by column.
fn cells(row: &Row) -> BTreeMap<String, String> {
    let text = |field: &Field| match field {
        Field::Str(text) => Some(text.clone()),
        Field::Bytes(bytes) => bytes.as_utf8().ok().map(str::to_owned),
        Field::Null | Field::Group(_) | Field::ListInternal(_) | Field::MapInternal(_) => None,
        other => Some(other.to_string()),
    };
    row.get_column_iter()
        .filter_map(|(name, field)| Some((name.clone(), text(field)?)))
        .filter(|(_, cell)| !cell.trim().is_empty())
        .collect()
}
