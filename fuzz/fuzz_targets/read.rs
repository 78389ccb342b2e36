//! Any bytes, as a file of any kind: they are read or refused, and blocks lie within the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ngoaivu_fuzz::{read, split};

/// The letter that comes first, and the ending of the file's name.
const ENDINGS: [(u8, &str); 14] = [
    (b't', "txt"),
    (b'h', "html"),
    (b'm', "md"),
    (b'c', "csv"),
    (b'v', "tsv"),
    (b'j', "json"),
    (b'l', "jsonl"),
    (b'w', "warc"),
    (b'd', "docx"),
    (b'e', "epub"),
    (b'z', "zip"),
    (b'p', "pdf"),
    (b'q', "parquet"),
    (b'n', ""),
];

fuzz_target!(|data: &[u8]| {
    let (ending, bytes) = split(data, &ENDINGS);
    read(&format!("a.{ending}"), bytes.to_vec());
});
