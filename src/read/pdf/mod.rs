//! Reads PDF documents: the text page by page, title and author from the document's properties.

use std::cell::Cell;
use std::io::Read;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use flate2::read::ZlibDecoder;
use pdf_extract::{Dictionary, Document, Object, ObjectId};

use super::dateline::metadata_date;
use super::limits::Limits;
use super::origin::Origin;
use super::record::{Record, sha256};
use crate::model::{BlockKind, Metadata};

/// Stack for documents whose parts nest deep.
const STACK: usize = 256 << 20;

/// Drawings may use drawings this deep.
const DEEPEST: usize = 16;

/// The article of a PDF document.
pub(super) fn read(bytes: &[u8], origin: &Origin, limits: Limits) -> Result<Record, String> {
    check_size(bytes, limits)?;
    let (pages, weak) = apart(|| extract(bytes))?;
    let (text, hints) = arrange(&pages);
    if text.trim().is_empty() {
        return Err(
            "is a PDF of pictures without text; run it through text recognition first".to_owned(),
        );
    }
    Ok(Record {
        id: origin.stem.clone(),
        source: origin.source.clone(),
        text,
        hints,
        weak,
        sha256: sha256(bytes),
        ..Record::default()
    })
}

fn extract(bytes: &[u8]) -> Result<(Vec<String>, Metadata), String> {
    let damaged = |error: &dyn std::fmt::Display| format!("is a PDF that cannot be read: {error}");
    let document = Document::load_mem(bytes).map_err(|error| damaged(&error))?;
    if document.is_encrypted() {
        return Err("is a PDF with a password; save it without".to_owned());
    }
    for page in document.get_pages().values() {
        check_drawings(&document, *page, &mut Vec::new())?;
    }
    let properties = properties(&document);
    let pages = pdf_extract::extract_text_from_mem_by_pages(bytes);
    Ok((pages.map_err(|error| damaged(&error))?, properties))
}

/// Runs the foreign code where neither a panic nor a deep recursion of it ends the program.
fn apart<T: Send>(work: impl FnOnce() -> Result<T, String> + Send) -> Result<T, String> {
    thread_local! {
        static QUIET: Cell<bool> = const { Cell::new(false) };
    }
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                usual(info);
            }
        }));
    });
    let failed = || "is a PDF that cannot be read: its structure is damaged".to_owned();
    std::thread::scope(|scope| {
        let guarded = move || {
            QUIET.set(true);
            panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(failed()))
        };
        let thread = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, guarded);
        let thread = thread.map_err(|error| format!("cannot be read: {error}"))?;
        thread.join().unwrap_or_else(|_| Err(failed()))
    })
}

/// Refuses a document whose streams unpack to too much.
fn check_size(bytes: &[u8], limits: Limits) -> Result<(), String> {
    let too_large = || Err("is a PDF that unpacks to more than --max-document allows".to_owned());
    let mut left = limits.document;
    let mut rest = bytes;
    while let Some(at) = memchr::memmem::find(rest, b"stream") {
        let ends = rest[..at].ends_with(b"end");
        rest = &rest[at + 6..];
        let data = rest.trim_ascii_start();
        if ends || data.first() != Some(&0x78) {
            continue;
        }
        let unpacked = std::io::copy(
            &mut ZlibDecoder::new(data).take(left + 1),
            &mut std::io::sink(),
        );
        match left.checked_sub(unpacked.unwrap_or(0)) {
            Some(remaining) => left = remaining,
            None => return too_large(),
        }
    }
    let squeezed: Vec<u8> = bytes
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let twice = [
        &b"/FlateDecode/FlateDecode"[..],
        b"/Fl/Fl",
        b"/LZWDecode/FlateDecode",
        b"/FlateDecode/LZWDecode",
    ];
    if twice
        .iter()
        .any(|names| memchr::memmem::find(&squeezed, names).is_some())
    {
        return too_large();
    }
    Ok(())
}

/// Refuses drawings that use themselves.
fn check_drawings(
    document: &Document,
    id: ObjectId,
    path: &mut Vec<ObjectId>,
) -> Result<(), String> {
    if path.contains(&id) || path.len() > DEEPEST {
        return Err("is a PDF that cannot be read: a drawing in it uses itself".to_owned());
    }
    path.push(id);
    let object = document.get_object(id);
    let own = object.ok().and_then(|object| match object {
        Object::Stream(stream) => Some(&stream.dict),
        object => object.as_dict().ok(),
    });
    for used in own.map(|own| drawings(document, own)).unwrap_or_default() {
        check_drawings(document, used, path)?;
    }
    path.pop();
    Ok(())
}

/// The drawings that a page or drawing has at hand.
fn drawings(document: &Document, owner: &Dictionary) -> Vec<ObjectId> {
    let inner = |dictionary: &Dictionary, key: &[u8]| {
        let (_, object) = document.dereference(dictionary.get(key).ok()?).ok()?;
        object.as_dict().ok().cloned()
    };
    let Some(drawings) = inner(owner, b"Resources").and_then(|own| inner(&own, b"XObject")) else {
        return Vec::new();
    };
    drawings
        .iter()
        .filter_map(|(_, object)| object.as_reference().ok())
        .collect()
}

/// Pages joined to one text; a sentence may go on over the page, so a page's end is no gap. Page numbers
/// and what stands alike at the head or foot of most pages is furniture.
fn arrange(pages: &[String]) -> (String, Vec<Option<BlockKind>>) {
    let pages: Vec<Vec<&str>> = pages
        .iter()
        .map(|page| page.trim_matches('\n').lines().map(str::trim).collect())
        .collect();
    let shape = |line: &str| {
        line.chars()
            .filter(|ch| !ch.is_ascii_digit())
            .collect::<String>()
    };
    let edges = |page: &Vec<&str>| {
        let ends = [page.first(), page.last()];
        ends.into_iter()
            .flatten()
            .map(|line| shape(line))
            .collect::<Vec<_>>()
    };
    let all: Vec<Vec<String>> = pages.iter().map(edges).collect();
    let repeats = |line: &str| {
        let shape = shape(line);
        let count = all.iter().filter(|edges| edges.contains(&shape)).count();
        count >= 3 && count * 2 > pages.len()
    };
    let (mut lines, mut hints) = (Vec::new(), Vec::new());
    for page in &pages {
        for (at, line) in page.iter().enumerate() {
            let at_edge = at == 0 || at + 1 == page.len();
            let number =
                !line.is_empty() && line.chars().all(|ch| !ch.is_alphabetic()) && line.len() <= 12;
            hints.push((at_edge && (number || repeats(line))).then_some(BlockKind::Furniture));
            lines.push(*line);
        }
    }
    (lines.join("\n"), hints)
}

/// What the properties of the document say.
fn properties(document: &Document) -> Metadata {
    let info = document.trailer.get(b"Info").ok();
    let info = info.and_then(|info| document.dereference(info).ok()?.1.as_dict().ok());
    let text = |key: &[u8]| {
        let text = pdf_extract::decode_text_string(info?.get(key).ok()?).ok()?;
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    };
    Metadata {
        title: text(b"Title"),
        author: text(b"Author"),
        date: text(b"CreationDate").and_then(|date| metadata_date(date.trim_start_matches("D:"))),
        ..Metadata::default()
    }
}
