//! Refuses tables of what the codes of a font mean that are made to take up all memory or stack.

use std::collections::BTreeSet;

use pdf_extract::{Dictionary, Document, Object, ObjectId};

use super::bounds::unpacked;

/// Codes that the ranges of one table may hold: more than Unicode has characters.
const MOST: u64 = 1 << 21;

/// Lists and names may lie in one another this deep in a table.
const DEEPEST: usize = 64;

/// Dictionaries and lists may lie in one another this deep in a document, as where it is parsed.
const DEEPEST_OBJECT: usize = 128;

/// Refuses a document with such a table.
pub(super) fn check(document: &Document) -> Result<(), String> {
    let mut tables = BTreeSet::new();
    for object in document.objects.values() {
        find_tables(object, DEEPEST_OBJECT, &mut tables);
    }
    for table in tables {
        let object = document.get_object(table);
        let stream = object.and_then(Object::as_stream);
        if stream.is_ok_and(|stream| !is_sane(&unpacked(stream))) {
            return Err("is a PDF that cannot be read: a font of it is damaged".to_owned());
        }
    }
    Ok(())
}

/// Adds what fonts name as their tables.
fn find_tables(object: &Object, depth: usize, tables: &mut BTreeSet<ObjectId>) {
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    let in_dictionary = |dictionary: &Dictionary, tables: &mut BTreeSet<ObjectId>| {
        for key in [&b"ToUnicode"[..], b"Encoding"] {
            let table = dictionary.get(key).and_then(Object::as_reference);
            tables.extend(table);
        }
        for (_, value) in dictionary {
            find_tables(value, depth, tables);
        }
    };
    match object {
        Object::Dictionary(dictionary) => in_dictionary(dictionary, tables),
        Object::Stream(stream) => in_dictionary(&stream.dict, tables),
        Object::Array(values) => {
            for value in values {
                find_tables(value, depth, tables);
            }
        }
        _ => {}
    }
}

/// Whether a table neither nests deep nor spans more codes than there are.
fn is_sane(table: &[u8]) -> bool {
    let mut depth = 0_usize;
    for byte in table {
        match byte {
            b'(' | b'[' | b'<' => depth += 1,
            b')' | b']' | b'>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return false;
        }
    }
    let mut rest = table;
    let mut left = MOST;
    while let Some(at) = memchr::memmem::find(rest, b"beginbfrange") {
        rest = &rest[at + b"beginbfrange".len()..];
        let Some(spanned) = codes_of_ranges(rest) else {
            return false;
        };
        match left.checked_sub(spanned) {
            Some(remaining) => left = remaining,
            None => return false,
        }
    }
    true
}

/// How many codes the ranges span that stand here; none where they are not written as usual.
fn codes_of_ranges(table: &[u8]) -> Option<u64> {
    let mut bytes = table.iter().copied();
    let mut total = 0_u64;
    let mut ends: Vec<u32> = Vec::new();
    while let Some(byte) = bytes.next() {
        match byte {
            b'<' => ends.push(code(&mut bytes)?),
            // What each code of a range means, one by one.
            b'[' => {
                bytes.by_ref().find(|&byte| byte == b']')?;
                ends.push(0);
            }
            b'%' => {
                bytes.by_ref().find(|&byte| matches!(byte, b'\r' | b'\n'));
            }
            b' ' | b'\t' | b'\r' | b'\n' | b'\x0c' | b'\0' => {}
            b'e' => break,
            _ => return None,
        }
        if let [first, last, _] = ends[..] {
            total += u64::from(last.saturating_sub(first)) + 1;
            ends.clear();
        }
    }
    Some(total)
}

/// A number in hexadecimal digits, up to its bracket.
fn code(bytes: &mut impl Iterator<Item = u8>) -> Option<u32> {
    let mut code = 0_u32;
    loop {
        match bytes.next()? {
            b'>' => return Some(code),
            byte if byte.is_ascii_whitespace() => {}
            byte => code = code << 4 | char::from(byte).to_digit(16)?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_sane;

    #[test]
    fn ranges_of_usual_size_are_sane() {
        let table = b"1 begincodespacerange <0000> <ffff> endcodespacerange\n\
            2 beginbfrange\n<0001> <00ff> <1ea0> % tones\n<0100><0101>[<0041> <0042>]\nendbfrange\n\
            1 beginbfchar <0003> <0020> endbfchar";
        assert!(is_sane(table));
    }

    #[test]
    fn tables_made_to_take_all_memory_are_not() {
        assert!(!is_sane(
            b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"
        ));
        assert!(!is_sane(b"1 beginbfrange (aaaa) (zzzz) <0041> endbfrange"));
        assert!(!is_sane(
            &[b"[".repeat(100_000), b"]".repeat(100_000)].concat()
        ));
        let many = "<00000000> <000fffff> <0041>\n".repeat(3);
        assert!(!is_sane(
            format!("3 beginbfrange\n{many}endbfrange").as_bytes()
        ));
    }
}
