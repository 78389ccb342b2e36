//! Any bytes inside of what is well made: a part of an office document, of a book, of an archive. So they
//! reach the readers behind the checksums.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use ngoaivu_fuzz::{read, split};

type Pack = fn(&[u8]) -> (&'static str, Vec<u8>);

/// The letter that comes first, and what is made of the bytes.
const KINDS: [(u8, Pack); 9] = [
    (b'd', |bytes| ("a.docx", docx(&[("word/document.xml", bytes)]))),
    (b'D', |bytes| {
        let text = "<w:document><w:body><w:p><w:r><w:t>Bộ Ngoại giao họp.</w:t></w:r></w:p></w:body></w:document>";
        ("a.docx", docx(&[("word/document.xml", text.as_bytes()), ("docProps/core.xml", bytes)]))
    }),
    (b'e', |bytes| ("a.epub", epub(None, bytes))),
    (b'E', |bytes| ("a.epub", epub(Some(bytes), b"<p>B\xe1\xbb\x99 Ngo\xe1\xba\xa1i giao</p>"))),
    (b'z', |bytes| ("a.zip", zip(&[("a.html", bytes), ("b/a.json", bytes)]))),
    (b'g', |bytes| ("a.gz", gzip(bytes))),
    (b's', |bytes| ("a.zst", zstd::encode_all(bytes, 1).unwrap_or_default())),
    (b't', |bytes| ("a.tar", tar(bytes))),
    (b'w', |bytes| ("a.warc", warc(bytes))),
];

fuzz_target!(|data: &[u8]| {
    let (pack, bytes) = split(data, &KINDS);
    let (name, packed) = pack(bytes);
    read(name, packed);
});

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        archive.start_file(*name, options).expect("a part");
        archive.write_all(bytes).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

fn docx(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    zip(&[&[types], parts].concat())
}

fn epub(package: Option<&[u8]>, chapter: &[u8]) -> Vec<u8> {
    const CONTAINER: &[u8] = b"<container><rootfiles><rootfile full-path=\"a.opf\"/></rootfiles></container>";
    const PACKAGE: &[u8] = b"<package><manifest><item id=\"a\" href=\"a.xhtml\" \
        media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>";
    zip(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("a.opf", package.unwrap_or(PACKAGE)),
        ("a.xhtml", chapter),
    ])
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).expect("bytes in memory");
    packer.finish().expect("a stream in memory")
}

fn tar(bytes: &[u8]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes.len() as u64);
    archive.append_data(&mut header, "a", bytes).expect("a part in memory");
    archive.into_inner().expect("an archive in memory")
}

/// A record with an answer of a server, with the headers that the bytes begin with.
fn warc(bytes: &[u8]) -> Vec<u8> {
    let answer = [b"HTTP/1.1 200 OK\r\n", bytes].concat();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.vn/b\r\nContent-Length: {}\r\n\r\n",
        answer.len()
    );
    [head.as_bytes(), &answer, b"\r\n\r\n"].concat()
}
