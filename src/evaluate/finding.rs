//! One difference from the gold: what was missed or wrong, by which rule, and where.

use super::document::Place;
use super::words::quoted;

/// Something that the gold has and the system lacks, or the other way round. Findings sort by measure,
/// then missed before wrong, then rule, then place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The measure it counts in: `mention Agency`, `relation organizes`.
    pub measure: String,
    /// Found though the gold has it not; else missed.
    pub wrong: bool,
    /// The rule that read what is wrong, where the system says so.
    pub rule: Option<String>,
    /// Name of the document.
    pub doc: String,
    /// Where in the document, in code points; for a relation what holds both of its ends.
    pub place: Option<(i64, i64)>,
    /// What it is, in one line without its measure.
    pub what: String,
}

impl Finding {
    /// Something that was missed.
    pub(super) fn missed(doc: &str, measure: &str, place: Option<Place>, what: String) -> Self {
        Self {
            measure: measure.to_owned(),
            wrong: false,
            rule: None,
            doc: doc.to_owned(),
            place,
            what,
        }
    }

    /// Something that is wrong.
    pub(super) fn wrong(doc: &str, measure: &str, place: Option<Place>, what: String) -> Self {
        Self {
            wrong: true,
            ..Self::missed(doc, measure, place, what)
        }
    }

    /// The same, read by this rule.
    pub(super) fn by(self, rule: Option<&str>) -> Self {
        Self {
            rule: rule.map(str::to_owned),
            ..self
        }
    }

    /// The group it is listed in.
    pub(super) fn heading(&self) -> String {
        match (&self.rule, self.wrong) {
            (Some(rule), _) => format!("{}, wrong by {rule}", self.measure),
            (None, true) => format!("{}, wrong", self.measure),
            (None, false) => format!("{}, missed", self.measure),
        }
    }

    /// Whether it is a relation, which names its predicate itself.
    pub(super) fn is_relation(&self) -> bool {
        self.measure.starts_with("relation ")
    }

    /// The finding in one line: document, `-` for missed or `+` for wrong, what.
    pub(super) fn line(&self) -> String {
        let sign = if self.wrong { '+' } else { '-' };
        let measure = if self.is_relation() {
            "relation"
        } else {
            &self.measure
        };
        format!("{} {sign} {measure} {}", self.doc, self.what)
    }
}

/// A span and the words there, in one line.
pub(super) fn spanned(place: Place, text: &str) -> String {
    let (start, end) = place;
    format!("{start}-{end} {}", quoted(text))
}
