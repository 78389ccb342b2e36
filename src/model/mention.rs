//! Where an article names an entity.

use super::{Rule, Span};

/// One naming of an entity in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Index of the entity in [`Annotation::entities`](super::Annotation::entities).
    pub entity: usize,
    /// Where it stands.
    pub span: Span,
    /// The words as written.
    pub text: String,
    /// A bare head noun (`Bộ`, `Cục`) that stands for a name said before.
    pub anaphor: bool,
    /// Name of the rule that found it.
    pub rule: Rule,
}
