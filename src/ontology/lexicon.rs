//! What the matcher of names, roles, head nouns and cues reports.

use super::{EntryIndex, HeadNounIndex, LabelKind, RoleIndex};
use crate::text::TokenRange;

/// A named list of phrases from `ontology/cues/*.toml`, for example `organizes.active`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cue(pub(super) u16);

/// What a matched phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A name of an entry.
    Name(EntryIndex, LabelKind),
    /// A role title.
    Role(RoleIndex),
    /// A head noun.
    HeadNoun(HeadNounIndex),
    /// A phrase of a cue list.
    Cue(Cue),
}

/// A phrase found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Where.
    pub tokens: TokenRange,
    /// What.
    pub target: Target,
}
