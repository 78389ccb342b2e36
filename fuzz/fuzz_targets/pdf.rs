//! Any bytes as a PDF or as a part of a well made one: what a page draws, a font, what its codes mean.
#![no_main]

use std::io::Write;

use libfuzzer_sys::fuzz_target;
use ngoaivu_fuzz::{read, split};

type Pack = fn(&[u8]) -> Vec<u8>;

/// The letter that comes first, and what is made of the bytes.
const KINDS: [(u8, Pack); 7] = [
    (b'c', |bytes| document(&[&stream("", bytes), FONT], b"")),
    (b'z', |bytes| document(&[&stream("/Filter/FlateDecode", &deflate(bytes)), FONT], b"")),
    // A page, a blank line, and what the sixth object holds, which the page draws.
    (b'd', |bytes| {
        let cut = bytes.windows(2).position(|pair| pair == b"\n\n").unwrap_or(bytes.len());
        let drawing = stream("/Type/XObject/Subtype/Form", &bytes[cut..]);
        document(&[&stream("", &bytes[..cut]), FONT, &drawing], b"")
    }),
    (b'f', |bytes| document(&[&stream("", WORDS), bytes, bytes], b"")),
    (b'u', |bytes| {
        const FONT: &[u8] = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R\
            /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 9/W[1[9 9]]>>]>>";
        document(&[&stream("", WORDS), FONT, &stream("", bytes)], b"")
    }),
    (b'i', |bytes| document(&[&stream("", WORDS), FONT], bytes)),
    (b'r', <[u8]>::to_vec),
];

const FONT: &[u8] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const WORDS: &[u8] = b"BT /F 9 Tf 1 2 Td <00010002000300200041> Tj ET";

fuzz_target!(|data: &[u8]| {
    let (pack, bytes) = split(data, &KINDS);
    read("a.pdf", pack(bytes));
});

fn stream(keys: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<</Length {}{keys}>>stream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).expect("bytes in memory");
    packer.finish().expect("a stream in memory")
}

/// A document of one page whose content is the first of these objects and whose font the second, with
/// properties.
fn document(objects: &[&[u8]], properties: &[u8]) -> Vec<u8> {
    const HEAD: [&[u8]; 3] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R\
            /Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>/ExtGState<</G 7 0 R>>>>>>",
    ];
    let mut document = b"%PDF-1.4\n".to_vec();
    let mut table = String::new();
    let mut count = 1;
    for object in HEAD.iter().chain(objects) {
        table += &format!("{:010} 00000 n \n", document.len());
        document.extend(format!("{count} 0 obj\n").bytes());
        document.extend(*object);
        document.extend(b"\nendobj\n");
        count += 1;
    }
    let start = document.len();
    document.extend(format!("xref\n0 {count}\n0000000000 65535 f \n{table}").bytes());
    document.extend(format!("trailer\n<</Size {count}/Root 1 0 R/Info<<").bytes());
    document.extend(properties);
    document.extend(format!(">>>>\nstartxref\n{start}\n%%EOF\n").bytes());
    document
}
