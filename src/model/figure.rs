//! Numbers that an article reports as facts.

use super::{Edtf, Rule, Span};

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The plain number: `35 nghìn` is 35000.
    pub value: f64,
    /// The counted noun or currency as written: `thỏa thuận`, `USD`, `%`.
    pub unit: String,
    /// The time it speaks of.
    pub time: Option<Edtf>,
    /// Change against the time it is compared with, in per cent, signed.
    pub change: Option<f64>,
    /// Index of the entity it belongs to in [`Annotation::entities`](super::Annotation::entities),
    /// where the sentence says whose it is.
    pub owner: Option<usize>,
    /// Where the number and its unit stand.
    pub span: Span,
    /// The words as written.
    pub text: String,
    /// The sentence it was read from.
    pub evidence: Span,
    /// Name of the rule that read it.
    pub rule: Rule,
}
