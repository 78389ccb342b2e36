//! Refuses documents that would take up all time, memory or stack, before their text is taken out.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;
use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};
use rustc_hash::FxHashMap;

use super::super::limits::Limits;
use super::codes;

/// Drawings may use drawings this deep.
const DEEPEST: usize = 16;

/// Folders of pages may lie in one another this deep.
const DEEPEST_FOLDER: usize = 256;

/// Refuses a document whose streams unpack to too much.
pub(super) fn check_size(bytes: &[u8], limits: Limits) -> Result<(), String> {
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

/// Refuses what nests without end, and what draws more than is worth reading.
pub(super) fn check_structure(document: &Document, limits: Limits) -> Result<(), String> {
    codes::check(document)?;
    let mut drawings = Drawings {
        document,
        known: FxHashMap::default(),
        most: limits.document,
    };
    let mut total = 0_u64;
    let empty = Dictionary::new();
    for page in document.get_pages().into_values() {
        let folders = folders(document, page)?;
        let own = |dictionary: &&Dictionary| dictionary.get(b"Resources").is_ok();
        let resources = folders.into_iter().find(own);
        let resources = resources.and_then(|owner| inner(document, owner, b"Resources"));
        let content = document.get_page_content(page).unwrap_or_default();
        let mut path = Vec::new();
        let cost = drawings.cost(&content, resources.unwrap_or(&empty), &mut path)?;
        total = total.saturating_add(cost);
        if total > limits.document {
            return Err(TOO_MUCH.to_owned());
        }
    }
    Ok(())
}

const TOO_MUCH: &str = "is a PDF that draws more than --max-document allows";

/// A page, the folder it lies in, and so on to the outermost.
fn folders(document: &Document, page: ObjectId) -> Result<Vec<&Dictionary>, String> {
    let mut folders = Vec::from_iter(document.get_dictionary(page));
    while let Some(last) = folders.last() {
        if folders.len() > DEEPEST_FOLDER {
            return Err("is a PDF that cannot be read: its pages lie in themselves".to_owned());
        }
        let parent = last.get(b"Parent").and_then(Object::as_reference);
        match parent.and_then(|parent| document.get_dictionary(parent)) {
            Ok(parent) => folders.push(parent),
            Err(_) => break,
        }
    }
    Ok(folders)
}

/// What it costs to draw the drawings of a document, in bytes to go through.
struct Drawings<'a> {
    document: &'a Document,
    /// By the drawing and by where it takes what it uses from.
    known: FxHashMap<(ObjectId, usize), u64>,
    most: u64,
}

impl<'a> Drawings<'a> {
    fn cost(
        &mut self,
        content: &[u8],
        resources: &'a Dictionary,
        path: &mut Vec<ObjectId>,
    ) -> Result<u64, String> {
        let mut total = content.len() as u64;
        for (name, count) in drawn(content) {
            let drawings = inner(self.document, resources, b"XObject");
            let used = drawings.and_then(|drawings| drawings.get(&name).ok());
            let Some(used) = used.and_then(|used| used.as_reference().ok()) else {
                continue;
            };
            let cost = self.cost_of(used, resources, path)?;
            total = total.saturating_add(cost.saturating_mul(count));
            if total > self.most {
                return Err(TOO_MUCH.to_owned());
            }
        }
        Ok(total)
    }

    fn cost_of(
        &mut self,
        drawing: ObjectId,
        outer: &'a Dictionary,
        path: &mut Vec<ObjectId>,
    ) -> Result<u64, String> {
        if path.contains(&drawing) || path.len() > DEEPEST {
            return Err("is a PDF that cannot be read: a drawing in it uses itself".to_owned());
        }
        let Ok(Object::Stream(stream)) = self.document.get_object(drawing) else {
            return Ok(0);
        };
        let resources = inner(self.document, &stream.dict, b"Resources").unwrap_or(outer);
        let key = (drawing, std::ptr::from_ref(resources).addr());
        if let Some(&cost) = self.known.get(&key) {
            return Ok(cost);
        }
        path.push(drawing);
        let cost = self.cost(&unpacked(stream), resources, path)?;
        path.pop();
        self.known.insert(key, cost);
        Ok(cost)
    }
}

/// How often a content draws which of the drawings at hand.
fn drawn(content: &[u8]) -> BTreeMap<Vec<u8>, u64> {
    let mut drawn = BTreeMap::new();
    let content = Content::decode(content).map(|content| content.operations);
    for operation in content.unwrap_or_default() {
        let name = operation
            .operands
            .first()
            .and_then(|name| name.as_name().ok());
        if let (Some(name), "Do") = (name, operation.operator.as_str()) {
            *drawn.entry(name.to_vec()).or_default() += 1;
        }
    }
    drawn
}

/// What a stream holds, as the library that takes the text out reads it.
pub(super) fn unpacked(stream: &Stream) -> Vec<u8> {
    let unpacked = stream.filters().and_then(|_| stream.decompressed_content());
    unpacked.unwrap_or_else(|_| stream.content.clone())
}

/// A dictionary in a dictionary.
fn inner<'a>(document: &'a Document, owner: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    let (_, object) = document.dereference(owner.get(key).ok()?).ok()?;
    object.as_dict().ok()
}
