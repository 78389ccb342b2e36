//! Any text as a curation file: it is understood or refused with its line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ngoaivu::resolve::Curation;

fuzz_target!(|text: &str| {
    match Curation::parse("curation.toml", text) {
        Ok(curation) => assert_eq!(curation.text, text),
        Err(error) => assert!(error.line >= 1 && error.line <= text.split('\n').count() + 1),
    }
});
