//! The knowledge of `ontology/`: names, roles, head nouns and cues, and one matcher for all of them.

mod entry;
mod lexicon;
mod term;

pub use entry::{Entry, EntryIndex, Label, LabelKind};
pub use lexicon::{Cue, Match, Target};
pub use term::{HeadNoun, HeadNounIndex, Role, RoleBody, RoleIndex};
