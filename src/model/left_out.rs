//! What was looked at in an article and not taken, with the reason.

use super::{EntityType, Span};

/// A candidate that is no part of the annotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it stands.
    pub span: Span,
    /// The words as written.
    pub text: String,
    /// What it was taken for; `None` for text that is not read at all.
    pub kind: Option<EntityType>,
    /// Name of the rule that proposed it; empty for text that is not read.
    pub rule: &'static str,
    /// Why it is left out.
    pub reason: String,
}
