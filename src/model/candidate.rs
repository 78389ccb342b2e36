//! A name found in a text before it is known whose it is.

use std::ops::Range;

use super::EntityType;

/// What tells the type of a found name. Indices are those of the ontology's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// An entry of the ontology.
    Entry(usize),
    /// A head noun, with the number of tokens it takes at the name's start.
    HeadNoun(usize, usize),
    /// The form of the name and what stands around it.
    Context,
    /// Another name of this article, by its first token and its length: an acronym, a repetition.
    SameAs(usize, usize),
    /// The form of the name, of a body of the state whose name begins at a token behind others.
    OfState(usize),
}

/// A name found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where, in tokens of the text.
    pub tokens: Range<usize>,
    /// Its type.
    pub kind: EntityType,
    /// How it was known.
    pub source: Source,
    /// A bare head noun standing for a name said before.
    pub anaphor: bool,
    /// Name of the rule.
    pub rule: &'static str,
}

impl Found {
    /// A name that is no anaphor.
    pub fn new(tokens: Range<usize>, kind: EntityType, source: Source, rule: &'static str) -> Self {
        Self {
            tokens,
            kind,
            source,
            anaphor: false,
            rule,
        }
    }
}
