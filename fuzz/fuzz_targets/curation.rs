//! Any text as a curation file: it is understood or refused with its line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ngoaivu::resolve::Curation;

fuzz_target!(|text: &str| {
    let _ = Curation::parse("curation.toml", text);
});
