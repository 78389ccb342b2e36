//! Reads plain text, with a block of metadata before it where there is one.

use super::ReadOptions;
use super::dateline::metadata_date;
use super::furniture::plain_form;
use super::origin::Origin;
use super::record::{Record, decode, sha256};
use crate::model::{BlockKind, Metadata};

/// The article in the bytes of a text file.
pub(super) fn read(bytes: &[u8], origin: &Origin, options: &ReadOptions) -> Result<Record, String> {
    let (text, notes) = decode(bytes, None, options)?;
    let (metadata, lines) = front_matter(&text);
    Ok(Record {
        id: origin.stem.clone(),
        source: origin.source.clone(),
        text,
        hints: vec![Some(BlockKind::Furniture); lines],
        metadata,
        sha256: sha256(bytes),
        notes,
        ..Record::default()
    })
}

/// Metadata in the first lines, `key: value` each, and how many lines they take.
fn front_matter(text: &str) -> (Metadata, usize) {
    let mut metadata = Metadata::default();
    let mut count = 0;
    let mut keys = 0;
    for line in text.split('\n') {
        let line = line.trim();
        let fence = line == "---" && (count == 0 || keys > 0);
        if fence || line.is_empty() && keys > 0 && count == keys {
            count += 1;
            if line.is_empty() || keys > 0 {
                break;
            }
            continue;
        }
        if !take_pair(line, &mut metadata) {
            break;
        }
        keys += 1;
        count += 1;
    }
    if keys == 0 {
        (Metadata::default(), 0)
    } else {
        (metadata, count)
    }
}

/// Takes a `key: value` into the metadata; says whether it is one.
pub(super) fn take_pair(line: &str, metadata: &mut Metadata) -> bool {
    let Some((key, value)) = line.split_once([':', '=', '\t']) else {
        return false;
    };
    let value = value.trim().trim_matches('"');
    let field = match plain_form(key).as_str() {
        "doc_id" | "id" | "docid" | "category" | "source" | "lang" => None,
        "title" | "tiêu đề" => Some(&mut metadata.title),
        "date" | "published" | "publish_date" | "ngày đăng" => {
            metadata.date = metadata_date(value);
            None
        }
        "url" | "link" => Some(&mut metadata.url),
        "publisher" | "site" => Some(&mut metadata.publisher),
        "author" | "tác giả" => Some(&mut metadata.author),
        "language" => Some(&mut metadata.language),
        _ => return false,
    };
    if let Some(field) = field.filter(|_| !value.is_empty()) {
        *field = Some(value.to_owned());
    }
    true
}
