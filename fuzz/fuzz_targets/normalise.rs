//! Any text in tokens: they stand in order, on characters, and are what is written there.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ngoaivu::text::{Text, fold};
use unicode_normalization::is_nfc;

fuzz_target!(|source: &str| {
    let text = Text::from_phrase(source);
    let points: Vec<char> = source.chars().collect();
    let mut end = 0;
    for (index, token) in text.tokens.iter().enumerate() {
        let (from, to) = (token.span.start as usize, token.span.end as usize);
        assert!(end <= from && from < to && to <= points.len());
        end = to;
        let written: String = points[from..to].iter().collect();
        let clean = text.clean(index);
        assert!(!clean.is_empty() && !text.folded(index).is_empty());
        assert!(is_nfc(clean), "{clean:?}");
        // Whatever is cut out of the source reads the same again.
        let again = Text::from_phrase(&written);
        let again: String = (0..again.tokens.len()).map(|i| again.clean(i)).collect();
        assert_eq!(again, clean, "{written:?}");
    }
    let covered: usize = text.sentences.iter().map(|sentence| sentence.tokens.len()).sum();
    assert_eq!(covered, text.tokens.len());
    let folded = fold(source);
    assert_eq!(fold(&folded), folded, "{source:?}");
});
