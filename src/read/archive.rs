//! Reads what is packed: gzip, zstd, tar and zip. Nothing is unpacked to disk, and links are not followed.

use std::io::{self, Read};

use flate2::read::MultiGzDecoder;
use tar::{Archive, EntryType};
use zip::ZipArchive;

use super::Articles;
use super::format::Format;
use super::input::{note, one, skipped};
use super::limits::{PARTS, read_whole};
use super::office;
use super::open::{Bytes, Opener, Seekable};
use super::origin::Origin;

/// Memory that a zstd stream may ask for, as a power of two.
const ZSTD_WINDOW: u32 = 27;

/// What a compressed stream unpacks to.
pub(super) fn unpack(format: Format, packed: impl Read + 'static) -> io::Result<Box<dyn Read>> {
    if format == Format::Zstd {
        let mut decoder = zstd::Decoder::new(packed)?;
        decoder.window_log_max(ZSTD_WINDOW)?;
        return Ok(Box::new(decoder));
    }
    Ok(Box::new(MultiGzDecoder::new(packed)))
}

/// The articles of a tar archive, part by part in its order.
pub(super) fn read_tar(stream: Box<dyn Read>, origin: Origin, inside: Opener) -> Articles {
    let mut stream = Some(stream);
    let mut count = 0;
    let parts = std::iter::from_fn(move || {
        let source = stream.as_mut()?;
        count += 1;
        let part = next_tar_part(source, &origin, &inside, count);
        if !matches!(part, Some(Ok(_))) {
            stream = None;
        }
        Some(match part? {
            Ok(articles) => articles,
            Err(message) => one(Err(skipped(&origin.source, message))),
        })
    });
    Box::new(parts.flatten())
}

/// Reads one part, and leaves the stream where the next one begins.
fn next_tar_part(
    source: &mut Box<dyn Read>,
    origin: &Origin,
    inside: &Opener,
    count: usize,
) -> Option<Result<Articles, String>> {
    if count > PARTS {
        return Some(Err(format!(
            "has more than {PARTS} parts; the others are left out"
        )));
    }
    let damaged = |error: io::Error| format!("is a damaged tar archive at part {count}: {error}");
    let mut archive = Archive::new(&mut *source);
    let entry = match archive.entries() {
        Ok(mut entries) => entries.next()?,
        Err(error) => return Some(Err(damaged(error))),
    };
    let mut entry = match entry {
        Ok(entry) => entry,
        Err(error) => return Some(Err(damaged(error))),
    };
    let kind = entry.header().entry_type();
    let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
    let (size, part) = (entry.size(), origin.part(&name));
    let articles = match kind {
        EntryType::Regular | EntryType::Continuous if is_hidden(&name) => no_articles(),
        EntryType::Regular | EntryType::Continuous => whole_part(&mut entry, part, inside),
        EntryType::Directory | EntryType::XGlobalHeader => no_articles(),
        _ => one(Err(note(
            &part.source,
            "is a link or device in an archive; left out",
        ))),
    };
    // What was not read of it, and the blanks up to a multiple of 512 bytes.
    let rest = io::copy(&mut entry, &mut io::sink());
    let blanks = (512 - size % 512) % 512;
    match rest.and_then(|_| io::copy(&mut source.take(blanks), &mut io::sink())) {
        Ok(_) => Some(Ok(articles)),
        Err(error) => Some(Err(damaged(error))),
    }
}

fn whole_part(stream: impl Read, part: Origin, inside: &Opener) -> Articles {
    let watched = inside.budget.watch(stream);
    match read_whole(Vec::new(), watched, inside.options.limits) {
        Ok(bytes) => inside.read(Bytes::Whole(bytes), part),
        Err(error) => one(Err(skipped(
            &part.source,
            format!("cannot be read: {error}"),
        ))),
    }
}

/// The articles of a zip archive, part by part in the order of its directory.
pub(super) fn read_zip(
    source: Box<dyn Seekable>,
    origin: Origin,
    opener: &Opener,
) -> Result<Articles, String> {
    let archive =
        ZipArchive::new(source).map_err(|error| format!("is a damaged zip archive: {error}"))?;
    let mut archive = match office::read(archive, &origin, opener)? {
        Ok(articles) => return Ok(articles),
        Err(archive) => archive,
    };
    let inside = opener.inside()?;
    let parts = archive.len().min(PARTS);
    let articles =
        (0..parts).flat_map(move |index| read_zip_part(&mut archive, index, &origin, &inside));
    Ok(Box::new(articles))
}

fn read_zip_part(
    archive: &mut ZipArchive<Box<dyn Seekable>>,
    index: usize,
    origin: &Origin,
    inside: &Opener,
) -> Articles {
    let entry = match archive.by_index(index) {
        Ok(entry) => entry,
        Err(error) => {
            let message = format!("part {} cannot be read: {error}", index + 1);
            return one(Err(skipped(&origin.source, message)));
        }
    };
    let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
    let part = origin.part(&name);
    if entry.is_dir() || is_hidden(&name) {
        no_articles()
    } else if entry.is_symlink() {
        one(Err(note(&part.source, "is a link in an archive; left out")))
    } else {
        whole_part(entry, part, inside)
    }
}

/// Whether a part is hidden or put there by a system's archiver, not by a person.
fn is_hidden(name: &str) -> bool {
    name.starts_with("__MACOSX/")
        || name
            .rsplit('/')
            .next()
            .is_some_and(|file| file.starts_with('.'))
}

fn no_articles() -> Articles {
    Box::new(std::iter::empty())
}
