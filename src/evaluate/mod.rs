//! Scores annotations against a gold standard: precision, recall, F1.
//!
//! What counts as found: a **mention** with exactly the gold span and type; an **entity** that is
//! paired with a gold entity of its type by shared spans; a **date** that overlaps and has the same
//! value; a **relation** between paired entities with the same predicate; a **figure** that overlaps,
//! with the same value and half of the unit's words. Anaphors and optional mentions are neither right
//! nor wrong.

mod count;
mod dates;
mod document;
mod entities;
mod figures;
mod finding;
mod gold;
mod mentions;
mod pairing;
mod passage;
mod relations;
mod report;
mod words;

use std::collections::BTreeMap;

pub use count::{Count, Scores};
pub use document::Document;
pub use finding::Finding;
pub use gold::{GoldError, GoldFile, read_annotations, read_gold_folder};
pub use passage::Passages;
pub use report::{errors, json, table};

use pairing::Pairing;

/// Scores a system's annotations, by name of the document, against gold documents.
/// A gold document without one counts as missed whole.
pub fn score<'a>(
    gold: impl IntoIterator<Item = &'a Document>,
    system: &BTreeMap<String, Document>,
) -> Scores {
    let nothing = Document::default();
    let mut scores = Scores::default();
    for gold in gold {
        let system = system.get(&gold.doc).unwrap_or(&nothing);
        let pairing = Pairing::of(gold, system);
        mentions::score(gold, system, &mut scores);
        entities::score(gold, system, &pairing, &mut scores);
        dates::score(gold, system, &mut scores);
        relations::score(gold, system, &pairing, &mut scores);
        figures::score(gold, system, &mut scores);
    }
    scores.errors.sort();
    scores
}
