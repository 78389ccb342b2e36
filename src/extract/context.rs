//! What every extractor looks at: the text, the matches by place, and the cues.

use super::cues::NameCues;
use crate::model::BlockKind;
use crate::ontology::{
    Cue, Entry, EntryIndex, HeadNounIndex, Kinds, LabelKind, Match, Matches, Ontology, RoleIndex,
    RoleKind, Target,
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
    matches: &'a Matches,
    sentence_of: Vec<usize>,
    /// For each sentence whether it is written in capitals.
    capitals: Vec<bool>,
}

impl<'a> Context<'a> {
    /// Indexes the sentences of a text.
    pub fn new(
        text: &'a Text,
        ontology: &'a Ontology,
        matches: &'a Matches,
        cues: &'a NameCues,
    ) -> Self {
        let mut sentence_of = vec![0; text.tokens.len()];
        for (index, sentence) in text.sentences.iter().enumerate() {
            sentence_of[sentence.tokens.clone()].fill(index);
        }
        Self {
            text,
            ontology,
            cues,
            matches,
            sentence_of,
            capitals: text
                .sentences
                .iter()
                .map(|s| in_capitals(text, s))
                .collect(),
        }
    }

    /// Number of tokens of the text.
    #[inline]
    pub fn token_count(&self) -> usize {
        self.text.tokens.len()
    }

    /// Everything that begins at a token, longest first.
    #[inline]
    pub fn matches_at(&self, token: usize) -> &'a [Match] {
        self.matches.at(token)
    }

    /// The tokens at which something of one of the kinds may begin, in order.
    #[inline]
    pub fn tokens_with(&self, kinds: Kinds) -> impl Iterator<Item = usize> {
        self.matches.beginning(kinds)
    }

    /// The longest name that begins at a token and needs no context.
    #[inline]
    pub fn name_at(&self, token: usize) -> Option<(TokenRange, EntryIndex, LabelKind)> {
        let may_begin = self.matches.may_begin(Kinds::NAME, token);
        may_begin.then(|| self.longest_name(token)).flatten()
    }

    fn longest_name(&self, token: usize) -> Option<(TokenRange, EntryIndex, LabelKind)> {
        self.matches_at(token).iter().find_map(|m| match m.target {
            Target::Name(_, LabelKind::Contextual) => None,
            Target::Name(entry, kind) => Some((m.tokens.clone(), entry, kind)),
            _ => None,
        })
    }

    /// The longest role that begins at a token.
    #[inline]
    pub fn role_at(&self, token: usize) -> Option<(TokenRange, RoleIndex)> {
        let may_begin = self.matches.may_begin(Kinds::ROLE, token);
        may_begin.then(|| self.longest_role(token)).flatten()
    }

    fn longest_role(&self, token: usize) -> Option<(TokenRange, RoleIndex)> {
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

    /// Whether a role is a form of address (`ông`, `bà`): what stands behind it is a person's name even
    /// where it could be a country's.
    pub fn is_form_of_address(&self, role: RoleIndex) -> bool {
        self.ontology.roles[role].kind == RoleKind::Honorific
    }

    /// Whether a word that only goes on with a title begins at a token: `Thường trực`.
    pub fn is_title_suffix(&self, token: usize) -> bool {
        self.matches_at(token).iter().any(|m| match m.target {
            Target::Role(role) => self.ontology.roles[role].kind == RoleKind::Suffix,
            _ => false,
        })
    }

    /// The longest head noun that begins at a token, unless a longer role begins there
    /// (`Bộ trưởng` is no `Bộ`).
    #[inline]
    pub fn head_noun_at(&self, token: usize) -> Option<(TokenRange, HeadNounIndex)> {
        let may_begin = self.matches.may_begin(Kinds::HEAD_NOUN, token);
        may_begin.then(|| self.longest_head_noun(token)).flatten()
    }

    fn longest_head_noun(&self, token: usize) -> Option<(TokenRange, HeadNounIndex)> {
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
    #[inline]
    pub fn cue_at(&self, cue: Cue, token: usize) -> Option<usize> {
        self.matches.cue_at(cue, token)
    }

    /// Whether a word of a cue list stands at a token, or a phrase begins there.
    #[inline]
    pub fn is_cue(&self, cue: Cue, token: usize) -> bool {
        self.ontology.is_word(cue, self.text.folded(token)) || self.cue_at(cue, token).is_some()
    }

    /// Where a phrase of a cue list that ends before `end` begins; looks back six tokens.
    pub fn cue_before(&self, cue: Cue, end: usize) -> Option<usize> {
        self.matches.cue_before(cue, end, 6)
    }

    /// The role that ends before `end`, the longest one.
    pub fn role_before(&self, end: usize) -> Option<(TokenRange, RoleIndex)> {
        if !self.matches.may_end(Kinds::ROLE, end) {
            return None;
        }
        let mut starts = (end.saturating_sub(8)..end)
            .filter(|&start| self.matches.may_begin(Kinds::ROLE, start));
        starts.find_map(|start| {
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

    /// Whether a known body is one of Viet Nam, itself or by what it is part of.
    pub fn is_of_home(&self, entry: EntryIndex) -> bool {
        let mut entry = self.entry(entry);
        for _ in 0..4 {
            match entry.territory.or(entry.part_of) {
                Some(up) => entry = self.entry(up),
                None => break,
            }
        }
        entry.code.as_deref() == Some("VN")
    }

    /// Whether a token is a word that begins with a capital.
    #[inline]
    pub fn is_capital(&self, token: usize) -> bool {
        self.text
            .tokens
            .get(token)
            .is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower)
    }

    /// Whether a token is a word.
    #[inline]
    pub fn is_word(&self, token: usize) -> bool {
        self.text
            .tokens
            .get(token)
            .is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// Whether a token is a number.
    #[inline]
    pub fn is_number(&self, token: usize) -> bool {
        self.text
            .tokens
            .get(token)
            .is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// Whether a token is this mark.
    #[inline]
    pub fn is_mark(&self, token: usize, mark: &str) -> bool {
        token < self.token_count() && self.text.clean(token) == mark
    }

    /// Whether a token is a hyphen or dash.
    #[inline]
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
    #[inline]
    pub fn sentence(&self, token: usize) -> &'a Sentence {
        &self.text.sentences[self.sentence_of[token]]
    }

    /// One past the last token of the sentence.
    #[inline]
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
        self.capitals[self.sentence_of[token]]
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

/// Whether three words in four of a sentence are written in capitals; single letters do not count.
fn in_capitals(text: &Text, sentence: &Sentence) -> bool {
    let mut tokens = text.tokens[sentence.tokens.clone()].iter();
    if !tokens.any(|token| token.case == Case::Upper) {
        return false;
    }
    let (mut all, mut capital) = (0, 0);
    for token in sentence.tokens.clone() {
        let described = &text.tokens[token];
        if described.kind == TokenKind::Word && text.clean(token).chars().nth(1).is_some() {
            all += 1;
            capital += usize::from(described.case == Case::Upper);
        }
    }
    all >= 4 && capital * 4 >= all * 3
}
