//! Reads bytes of any format, and what is packed in them.

use std::fs::File;
use std::io::{BufReader, Cursor, ErrorKind, Read, Seek};

use super::format::Format;
use super::input::{one, skipped};
use super::limits::{Budget, Limits, read_whole};
use super::origin::Origin;
#[cfg(feature = "parquet")]
use super::parquet;
#[cfg(feature = "pdf")]
use super::pdf;
use super::record::{LONGEST, Record, too_long};
use super::{Articles, ReadOptions, archive, html, json, markdown, plain, table, warc};

/// How many bytes are looked at to tell the format.
const HEAD_LENGTH: u64 = 8 * 1024;

/// Bytes of the longest text that is looked into: sixteen for each character of the longest article,
/// since some texts spell their letters out as `&#7897;`.
const LONGEST_TEXT: u64 = 16 * LONGEST as u64;

/// How deep one thing may be packed in another: `a.zip` with `b.tar.gz` with `c.txt.gz` are four.
const DEEPEST: u8 = 4;

/// Bytes to read.
pub(super) enum Bytes {
    File(File),
    Stream(Box<dyn Read>),
    Whole(Vec<u8>),
}

/// What can be read from any place in it.
pub(super) trait Seekable: Read + Seek {}
impl<T: Read + Seek> Seekable for T {}

/// How bytes are read, and how much of it all is left to unpack.
#[derive(Clone)]
pub(super) struct Opener {
    pub(super) options: ReadOptions,
    pub(super) budget: Budget,
    depth: u8,
}

impl Opener {
    pub(super) fn new(options: &ReadOptions) -> Self {
        Self {
            options: options.clone(),
            budget: Budget::unpacked(options.limits),
            depth: 0,
        }
    }

    /// The one for what is packed in what this one reads.
    pub(super) fn inside(&self) -> Result<Self, String> {
        if self.depth == DEEPEST {
            return Err(format!(
                "is packed more than {DEEPEST} times over; unpack it first"
            ));
        }
        Ok(Self {
            depth: self.depth + 1,
            ..self.clone()
        })
    }

    /// The articles in these bytes.
    pub(super) fn read(&self, bytes: Bytes, origin: Origin) -> Articles {
        let source = origin.source.clone();
        self.try_read(bytes, origin)
            .unwrap_or_else(|message| one(Err(skipped(&source, message))))
    }

    fn try_read(&self, bytes: Bytes, origin: Origin) -> Result<Articles, String> {
        let (head, rest) = peek(bytes)?;
        let format = Format::detect(&head, origin.ending.as_deref(), &self.options.fields)?;
        match format {
            Format::Gzip | Format::Zstd => {
                let inside = self.inside()?;
                let packed = Cursor::new(head).chain(rest.stream());
                let stream = archive::unpack(format, packed).map_err(unreadable)?;
                let stream: Box<dyn Read> = Box::new(self.budget.watch(stream));
                return Ok(inside.read(Bytes::Stream(stream), origin.uncompressed()));
            }
            Format::Tar => {
                let stream = Cursor::new(head).chain(rest.stream());
                return Ok(archive::read_tar(Box::new(stream), origin, self.inside()?));
            }
            Format::JsonLines => {
                let lines = BufReader::new(Cursor::new(head).chain(rest.stream()));
                return Ok(json::read_lines(Box::new(lines), &origin, &self.options));
            }
            Format::Warc => {
                let records = BufReader::new(Cursor::new(head).chain(rest.stream()));
                return Ok(warc::read(Box::new(records), origin, self.inside()?));
            }
            #[cfg(feature = "parquet")]
            Format::Parquet => {
                return match rest {
                    Rest::File(file) => parquet::read_file(file, origin, &self.options),
                    stream => parquet::read_bytes(self.whole(head, stream)?, origin, &self.options),
                };
            }
            Format::Zip => return archive::read_zip(self.seekable(head, rest)?, origin, self),
            Format::Table => return table::read(head, rest.stream(), &origin, &self.options),
            _ => {}
        }
        let bytes = match format {
            Format::Plain | Format::Markdown => self.text(head, rest)?,
            _ => self.whole(head, rest)?,
        };
        let options = &self.options;
        let record = match format {
            Format::Json => return Ok(json::read_document(&bytes, &origin, options)),
            Format::Html => html::read(&bytes, &origin, options),
            Format::Markdown => markdown::read(&bytes, &origin, options),
            #[cfg(feature = "pdf")]
            Format::Pdf => pdf::read(&bytes, &origin, options),
            #[cfg(not(feature = "pdf"))]
            Format::Pdf => Err("is a PDF, which this build of ngoaivu leaves out; build it with the feature `pdf`".to_owned()),
            #[cfg(not(feature = "parquet"))]
            Format::Parquet => Err("is a Parquet table, which this build of ngoaivu leaves out; build it with the feature `parquet`".to_owned()),
            _ => plain::read(&bytes, &origin, options),
        };
        record.map(|record| articles(record, options))
    }

    fn whole(&self, head: Vec<u8>, rest: Rest) -> Result<Vec<u8>, String> {
        whole(head, rest, self.options.limits).map_err(unreadable)
    }

    /// All bytes of a text, if they may be one article.
    fn text(&self, head: Vec<u8>, rest: Rest) -> Result<Vec<u8>, String> {
        let limits = self.options.limits;
        if limits.document <= LONGEST_TEXT {
            return self.whole(head, rest);
        }
        let document = LONGEST_TEXT;
        whole(head, rest, Limits { document, ..limits }).map_err(|error| match error.kind() {
            ErrorKind::FileTooLarge => too_long(),
            _ => unreadable(error),
        })
    }

    fn seekable(&self, head: Vec<u8>, rest: Rest) -> Result<Box<dyn Seekable>, String> {
        Ok(match rest {
            Rest::File(mut file) => {
                file.rewind().map_err(unreadable)?;
                Box::new(BufReader::new(file))
            }
            stream => Box::new(Cursor::new(self.whole(head, stream)?)),
        })
    }
}

/// All bytes; a file that is too large is told by its size before it is read.
fn whole(head: Vec<u8>, rest: Rest, limits: Limits) -> std::io::Result<Vec<u8>> {
    if let Rest::File(file) = &rest {
        limits.check(file.metadata()?.len())?;
    }
    read_whole(head, rest.stream(), limits)
}

/// The article of a record, with the notes on it.
pub(super) fn articles(record: Record, options: &ReadOptions) -> Articles {
    Box::new(record.into_results(options).into_iter())
}

/// Why bytes cannot be read.
#[allow(clippy::needless_pass_by_value, reason = "an argument of map_err")]
pub(super) fn unreadable(error: std::io::Error) -> String {
    format!("cannot be read: {error}")
}

/// What follows the head.
enum Rest {
    File(File),
    Stream(Box<dyn Read>),
}

impl Rest {
    fn stream(self) -> Box<dyn Read> {
        match self {
            Self::File(file) => Box::new(file),
            Self::Stream(stream) => stream,
        }
    }
}

fn peek(bytes: Bytes) -> Result<(Vec<u8>, Rest), String> {
    let mut head = Vec::new();
    let mut take = |source: &mut dyn Read| {
        source
            .take(HEAD_LENGTH)
            .read_to_end(&mut head)
            .map_err(unreadable)
    };
    let rest = match bytes {
        Bytes::File(mut file) => {
            take(&mut file)?;
            Rest::File(file)
        }
        Bytes::Stream(mut stream) => {
            take(&mut stream)?;
            Rest::Stream(stream)
        }
        Bytes::Whole(bytes) => {
            let mut whole = Cursor::new(bytes);
            take(&mut whole)?;
            Rest::Stream(Box::new(whole))
        }
    };
    Ok((head, rest))
}
