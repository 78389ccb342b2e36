//! Reads what is made like a zip archive: Word documents and EPUB books.

mod docx;
mod epub;
mod xml;

use std::io::{Read, Seek};

use zip::ZipArchive;

use super::Articles;
use super::limits::read_whole;
use super::open::{Opener, Seekable};
use super::origin::Origin;

/// A document that is an archive of its parts.
pub(super) struct Package {
    archive: ZipArchive<Box<dyn Seekable>>,
    opener: Opener,
}

/// Kinds of packages that are not read, told by a part that they all have.
const FOREIGN: [(&str, &str); 3] = [
    ("xl/workbook.xml", "a spreadsheet; save it as CSV"),
    ("ppt/presentation.xml", "a presentation; save it as text"),
    (
        "META-INF/manifest.xml",
        "an OpenDocument file; save it as DOCX or text",
    ),
];

/// The articles of an archive that is a document; the archive itself where it is none.
pub(super) fn read(
    archive: ZipArchive<Box<dyn Seekable>>,
    origin: &Origin,
    opener: &Opener,
) -> Result<Result<Articles, ZipArchive<Box<dyn Seekable>>>, String> {
    let has = |name: &str| archive.index_for_name(name).is_some();
    if let Some((_, what)) = FOREIGN.iter().find(|(name, _)| has(name)) {
        return Err(format!("is {what}"));
    }
    let is_document = has("word/document.xml");
    if !is_document && !has("META-INF/container.xml") {
        return Ok(Err(archive));
    }
    let package = Package {
        archive,
        opener: opener.clone(),
    };
    if is_document {
        docx::read(package, origin)
    } else {
        epub::read(package, origin)
    }
    .map(Ok)
}

impl Package {
    /// The bytes of a part; none where there is no such part.
    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let Some(index) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let failed =
            |error: &dyn std::fmt::Display| format!("its part {name} cannot be read: {error}");
        let part = self
            .archive
            .by_index(index)
            .map_err(|error| failed(&error))?;
        let bytes = read_whole(
            Vec::new(),
            self.opener.budget.watch(part),
            self.opener.options.limits,
        );
        bytes.map(Some).map_err(|error| failed(&error))
    }

    /// A part as text.
    fn xml(&mut self, name: &str) -> Result<Option<String>, String> {
        let Some(bytes) = self.part(name)? else {
            return Ok(None);
        };
        let decoded = super::charset::decode(&bytes, None);
        decoded
            .map(|decoded| Some(decoded.text))
            .map_err(|reason| format!("its part {name} {reason}"))
    }

    /// All bytes of the package as it was found.
    fn into_bytes(self) -> Result<Vec<u8>, String> {
        let mut source = self.archive.into_inner();
        let mut bytes = Vec::new();
        source
            .rewind()
            .and_then(|()| source.read_to_end(&mut bytes))
            .map_err(super::open::unreadable)?;
        Ok(bytes)
    }
}
