//! What every extractor looks at: the text, the matches by place, and the cues.

use super::cues::NameCues;
use crate::model::BlockKind;
use crate::ontology::{
    Cue, Entry, EntryIndex, HeadNounIndex, LabelKind, Match, Ontology, RoleIndex, RoleKind, Target,
};
use crate::text::{Case, Sentence, Text, TokenKind, TokenRange};

/// A text with everything matched in it, addressable by token.
pub struct Context<'a> {
    /// The text.
    pub text: &'a Text,
    /// The knowledge.
    pub ontology: &'a Ontology,
    /// The cue lists.
    pub cues: &'a NameCues,
    matches: &'a [Match],
    first_match: Vec<usize>,
    sentence_of: Vec<usize>,
}

impl<'a> Context<'a> {
    /// Indexes the matches of a text.
    pub fn new(
        text: &'a Text,
        ontology: &'a Ontology,
        matches: &'a [Match],
        cues: &'a NameCues,
    ) -> Self {
        let mut first_match = vec![matches.len(); text.tokens.len() + 1];
        for (index, found) in matches.iter().enumerate().rev() {
            first_match[found.tokens.start] = index;
        }
        for token in (0..text.tokens.len()).rev() {
            if first_match[token] == matches.len() {
                first_match[token] = first_match[token + 1];
            }
        }
        let mut sentence_of = vec![0; text.tokens.len()];
        for (index, sentence) in text.sentences.iter().enumerate() {
            sentence_of[sentence.tokens.clone()].fill(index);
        }
        Self {
            text,
            ontology,
            cues,
            matches,
            first_match,
            sentence_of,
        }
    }

    /// Number of tokens of the text.
    pub fn token_count(&self) -> usize {
        self.text.tokens.len()
    }

    /// Everything that begins at a token, longest first.
    pub fn matches_at(&self, token: usize) -> &'a [Match] {
        if token >= self.token_count() {
            return &[];
        }
        &self.matches[self.first_match[token]..self.first_match[token + 1]]
    }

    /// The longest name that begins at a token and needs no context.
    pub fn name_at(&self, token: usize) -> Option<(TokenRange, EntryIndex, LabelKind)> {
        self.matches_at(token).iter().find_map(|m| match m.target {
            Target::Name(_, LabelKind::Contextual) => None,
            Target::Name(entry, kind) => Some((m.tokens.clone(), entry, kind)),
            _ => None,
        })
    }

    /// The longest role that begins at a token.
    pub fn role_at(&self, token: usize) -> Option<(TokenRange, RoleIndex)> {
        self.matches_at(token).iter().find_map(|m| match m.target {
            Target::Role(role) if self.is_title(role) => Some((m.tokens.clone(), role)),
            _ => None,
        })
    }

    /// Whether a role can stand before a name by itself, unlike `Quyền` and `Thường trực`.
    fn is_title(&self, role: RoleIndex) -> bool {
        !matches!(
            self.ontology.roles[role].kind,
            RoleKind::Prefix | RoleKind::Suffix
        )
    }

    /// Whether a role is a form of address, a rank or a profession: a name follows at once.
    pub fn is_honorific(&self, role: RoleIndex) -> bool {
        matches!(
            self.ontology.roles[role].kind,
            RoleKind::Honorific | RoleKind::Rank | RoleKind::Profession
        )
    }

    /// The longest head noun that begins at a token, unless a longer role begins there
    /// (`Bộ trưởng` is no `Bộ`).
    pub fn head_noun_at(&self, token: usize) -> Option<(TokenRange, HeadNounIndex)> {
        let (tokens, head) = self.matches_at(token).iter().find_map(|m| match m.target {
            Target::HeadNoun(head) => Some((m.tokens.clone(), head)),
            _ => None,
        })?;
        match self.role_at(token) {
            Some((role, _)) if role.end > tokens.end => None,
            _ => Some((tokens, head)),
        }
    }

    /// The head noun that begins at a token, where it is written as one: a noun of two syllables with
    /// two capitals may be part of a person's name (`Nguyễn Đại Hội`).
    pub fn plain_head_noun_at(&self, token: usize) -> Option<(TokenRange, HeadNounIndex)> {
        self.head_noun_at(token)
            .filter(|(range, _)| range.len() == 1 || range.clone().any(|t| !self.is_capital(t)))
    }

    /// Where the longest phrase of a cue list that begins at a token ends.
    pub fn cue_at(&self, cue: Cue, token: usize) -> Option<usize> {
        self.matches_at(token)
            .iter()
            .find(|m| m.target == Target::Cue(cue))
            .map(|m| m.tokens.end)
    }

    /// Where a phrase of a cue list that ends before `end` begins; looks back six tokens.
    pub fn cue_before(&self, cue: Cue, end: usize) -> Option<usize> {
        (end.saturating_sub(6)..end).find(|&start| {
            self.matches_at(start)
                .iter()
                .any(|m| m.tokens.end == end && m.target == Target::Cue(cue))
        })
    }

    /// The role that ends before `end`, the longest one.
    pub fn role_before(&self, end: usize) -> Option<(TokenRange, RoleIndex)> {
        (end.saturating_sub(8)..end).find_map(|start| {
            self.matches_at(start).iter().find_map(|m| match m.target {
                Target::Role(role) if m.tokens.end == end && self.is_title(role) => {
                    Some((m.tokens.clone(), role))
                }
                _ => None,
            })
        })
    }

    /// The entry with this index.
    pub fn entry(&self, entry: EntryIndex) -> &'a Entry {
        &self.ontology.entries[entry]
    }

    /// Whether a token is a word that begins with a capital.
    pub fn is_capital(&self, token: usize) -> bool {
        self.text
            .tokens
            .get(token)
            .is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower)
    }

    /// Whether a token is a word.
    pub fn is_word(&self, token: usize) -> bool {
        self.text
            .tokens
            .get(token)
            .is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// Whether a token is a number.
    pub fn is_number(&self, token: usize) -> bool {
        self.text
            .tokens
            .get(token)
            .is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// Whether a token is this mark.
    pub fn is_mark(&self, token: usize, mark: &str) -> bool {
        token < self.token_count() && self.text.clean(token) == mark
    }

    /// Whether a token is a hyphen or dash.
    pub fn is_dash(&self, token: usize) -> bool {
        token < self.token_count() && matches!(self.text.clean(token), "-" | "–" | "—")
    }

    /// Whether a token opens or closes a quotation.
    pub fn is_quote(&self, token: usize) -> bool {
        token < self.token_count()
            && matches!(
                self.text.clean(token),
                "\"" | "“" | "”" | "'" | "‘" | "’" | "«" | "»"
            )
    }

    /// The sentence a token stands in.
    pub fn sentence(&self, token: usize) -> &'a Sentence {
        &self.text.sentences[self.sentence_of[token]]
    }

    /// One past the last token of the sentence.
    pub fn sentence_end(&self, token: usize) -> usize {
        self.sentence(token).tokens.end
    }

    /// Whether a capital at this token may be due to the start of a sentence or quotation.
    pub fn opens_sentence(&self, token: usize) -> bool {
        let start = self.sentence(token).tokens.start;
        token == start
            || (token == start + 1 && !self.is_word(start))
            || (token > 0 && (self.is_quote(token - 1) || self.is_mark(token - 1, ":")))
    }

    /// Whether a sentence is written in capitals, so that they say nothing.
    pub fn in_capitals(&self, token: usize) -> bool {
        let sentence = self.sentence(token);
        let words = || {
            sentence
                .tokens
                .clone()
                .filter(|&t| self.is_word(t) && self.text.clean(t).chars().nth(1).is_some())
        };
        let all = words().count();
        all >= 4
            && words()
                .filter(|&t| self.text.tokens[t].case == Case::Upper)
                .count()
                * 4
                >= all * 3
    }

    /// Whether a token stands in a block of this kind.
    pub fn in_block(&self, token: usize, kind: BlockKind) -> bool {
        self.sentence(token).block == kind
    }

    /// Whether two tokens are one word of two syllables, by the list of compounds.
    pub fn is_compound(&self, token: usize) -> bool {
        self.cue_at(self.cues.compound, token)
            .is_some_and(|end| end >= token + 2)
    }
}
