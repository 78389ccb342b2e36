//! Any text as a file of an ontology: it is understood, and then can be looked for, or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ngoaivu::ontology::Ontology;
use ngoaivu::text::Text;
use ngoaivu_fuzz::split;

/// The letter that comes first, and the file's name.
const FILES: [(u8, &str); 2] = [(b't', "names/a.ttl"), (b'c', "cues/a.toml")];

fuzz_target!(|data: &[u8]| {
    let (file, bytes) = split(data, &FILES);
    let Ok(content) = std::str::from_utf8(bytes) else {
        return;
    };
    match Ontology::of_files(&[(file, content)]) {
        Ok(ontology) => {
            let text = Text::from_phrase(content);
            for found in ontology.matches(&text).iter() {
                assert!(found.tokens.start < found.tokens.end && found.tokens.end <= text.tokens.len());
            }
        }
        Err(error) => assert!(error.to_string().contains(file), "{error}"),
    }
});
