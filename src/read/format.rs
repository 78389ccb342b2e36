//! Tells the format of a file by its first bytes, then by its ending.

use super::fields::FieldNames;
use super::{markdown, table};

/// A format that articles are read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Plain,
    Html,
    /// One record in JSON on each line.
    JsonLines,
    /// One record or a list of them.
    Json,
    Gzip,
    Zstd,
    Tar,
    /// An archive, or what is made like one: an office document, a book.
    Zip,
    /// A table with one article in each row, columns parted by a character.
    Table,
    Markdown,
    Pdf,
    Parquet,
    /// Pages as a crawler got them, or their text.
    Warc,
}

/// Formats told by their first bytes.
const MAGIC: [(&[u8], Format); 6] = [
    (b"\x1f\x8b", Format::Gzip),
    (b"\x28\xb5\x2f\xfd", Format::Zstd),
    (b"PK\x03\x04", Format::Zip),
    (b"%PDF-", Format::Pdf),
    (b"PAR1", Format::Parquet),
    (b"WARC/", Format::Warc),
];

/// Formats told by their first bytes that are not read.
const FOREIGN: [(&[u8], &str); 8] = [
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a document in RTF"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ", "compressed with xz"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
];

impl Format {
    /// The format of bytes that begin with `head`, from something whose name ends in `ending`, or why it
    /// is not read.
    pub(super) fn detect(
        head: &[u8],
        ending: Option<&str>,
        fields: &FieldNames,
    ) -> Result<Self, String> {
        if head.is_empty() {
            return Err("the file is empty".to_owned());
        }
        if let Some((_, format)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
            return Ok(*format);
        }
        if head.get(257..262) == Some(b"ustar") {
            return Ok(Self::Tar);
        }
        if head.starts_with(b"PK\x05\x06") {
            return Err("is an empty zip archive".to_owned());
        }
        if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| head.starts_with(magic)) {
            return Err(format!(
                "is {what}, which is not read; save it as text or HTML"
            ));
        }
        let bare = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
        let start = bare.trim_ascii_start();
        match start.first() {
            Some(b'{' | b'[') => return Ok(Self::detect_json(start, ending)),
            Some(b'<') if looks_like_html(start) => return Ok(Self::Html),
            _ => {}
        }
        let text = String::from_utf8_lossy(bare);
        Ok(match ending {
            Some("html" | "htm" | "xhtml") => Self::Html,
            Some("md" | "markdown") => Self::Markdown,
            _ if table::delimiter(&text, ending, fields).is_some() => Self::Table,
            _ if markdown::is_markdown(&text) => Self::Markdown,
            _ => Self::Plain,
        })
    }

    fn detect_json(start: &[u8], ending: Option<&str>) -> Self {
        let is_lines = start.starts_with(b"{") && {
            let line = start.split(|&byte| byte == b'\n').next().unwrap_or(start);
            let whole = serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok();
            whole || matches!(ending, Some("jsonl" | "ndjson"))
        };
        let after = start.get(1..).unwrap_or_default().trim_ascii_start();
        let opens_json = matches!(after.first(), Some(b'"' | b'{' | b'}' | b']'));
        if is_lines {
            Self::JsonLines
        } else if opens_json {
            Self::Json
        } else {
            Self::Plain
        }
    }
}

fn looks_like_html(start: &[u8]) -> bool {
    let head = start[..start.len().min(1024)].to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<article",
        "<div",
        "<p>",
        "<p ",
        "<meta",
        "<h1",
        "<?xml",
        "<!--",
    ]
    .iter()
    .any(|tag| head.starts_with(tag))
}
