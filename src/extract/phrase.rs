//! Looks up at which token a phrase of a cue list begins or ends.

use super::cues::CueError;
use crate::ontology::{Cue, Kinds, Match, Matches, Ontology};
use crate::text::Text;

/// The list with this id, or an error that names it.
pub(super) fn cue(ontology: &Ontology, id: &str) -> Result<Cue, CueError> {
    ontology.cue(id).map_err(|_| CueError(id.to_owned()))
}

/// The longest phrase looked for before a token, in tokens.
const LONGEST_BEFORE: usize = 6;

/// A text with the phrases matched in it, addressable by token.
pub(super) struct Phrases<'a> {
    pub(super) text: &'a Text,
    matches: &'a Matches,
}

impl<'a> Phrases<'a> {
    pub(super) fn new(text: &'a Text, matches: &'a Matches) -> Self {
        Self { text, matches }
    }

    /// What begins at a token, longest first.
    pub(super) fn matches_at(&self, token: usize) -> &'a [Match] {
        self.matches.at(token)
    }

    /// Whether a phrase of one of the lists may begin at a token; where not, none does.
    #[inline]
    pub(super) fn any_may_begin(&self, lists: Kinds, token: usize) -> bool {
        self.matches.may_begin(lists, token)
    }

    /// One past the longest phrase of the list that begins at a token.
    #[inline]
    pub(super) fn at(&self, cue: Cue, token: usize) -> Option<usize> {
        self.matches.cue_at(cue, token)
    }

    /// Where the longest phrase of the list that ends right before `end` begins.
    pub(super) fn before(&self, cue: Cue, end: usize) -> Option<usize> {
        self.matches.cue_before(cue, end, LONGEST_BEFORE)
    }

    /// The token as a mark, or an empty text where there is none such.
    pub(super) fn clean(&self, token: usize) -> &'a str {
        if token < self.text.tokens.len() {
            self.text.clean(token)
        } else {
            ""
        }
    }
}
