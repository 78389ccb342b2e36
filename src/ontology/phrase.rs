//! A phrase that the matcher looks for, and how it must be written to count.

use super::Target;
use crate::text::{Case, Text, TokenRange};

/// How a phrase must be written to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CaseRule {
    /// In any case; acronyms as they are.
    Any,
    /// With a capital wherever the label has one.
    EveryCapital,
    /// The same, as the name of a country.
    Country,
    /// With a capital at one place at least where the label has one outside a country's name: long
    /// names of bodies are recognised also where a writer saves capitals (`Bộ quốc phòng`), but
    /// `hải quân Việt Nam` is no name.
    OneCapital,
}

/// A phrase with what it stands for.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) target: Target,
    /// Bit i: token i of the label begins with a capital.
    capitals: u64,
    /// Whether one capital is enough.
    one_is_enough: bool,
    /// Tokens that must be written exactly so: acronyms.
    exact: Box<[(usize, Box<str>)]>,
}

impl Phrase {
    /// The phrase that the tokens of a label are.
    pub(super) fn new(text: &Text, tokens: TokenRange, target: Target, rule: CaseRule) -> Self {
        let start = tokens.start;
        let capitals = match rule {
            CaseRule::Any => 0,
            CaseRule::EveryCapital | CaseRule::Country | CaseRule::OneCapital => tokens
                .clone()
                .take(64)
                .filter(|&token| is_capital(text, token))
                .fold(0, |bits, token| bits | 1 << (token - start)),
        };
        let exact = tokens
            .filter(|&token| text.tokens[token].case == Case::Upper)
            .map(|token| (token - start, text.clean(token).into()))
            .collect();
        Self {
            target,
            capitals,
            one_is_enough: false,
            exact,
        }
    }

    /// Lets one capital be enough outside the given places, if there is one at all.
    pub(super) fn relax(&mut self, elsewhere: u64) {
        let own = self.capitals & !elsewhere;
        if own != 0 {
            self.capitals = own;
            self.one_is_enough = true;
        }
    }

    #[inline]
    pub(super) fn is_written_at(&self, text: &Text, start: usize) -> bool {
        if self.capitals == 0 && self.exact.is_empty() {
            return true;
        }
        let exact = self
            .exact
            .iter()
            .all(|(offset, written)| text.clean(start + offset) == &**written);
        exact && self.capitals_are_written_at(text, start)
    }

    fn capitals_are_written_at(&self, text: &Text, start: usize) -> bool {
        let mut wanted = self.capitals;
        while wanted != 0 {
            let capital = is_capital(text, start + wanted.trailing_zeros() as usize);
            if capital == self.one_is_enough {
                return capital;
            }
            wanted &= wanted - 1;
        }
        !(self.one_is_enough && self.capitals != 0)
    }
}

fn is_capital(text: &Text, token: usize) -> bool {
    match text.tokens[token].case {
        Case::Title | Case::Upper => true,
        Case::Lower => false,
        Case::Mixed => text.clean(token).starts_with(char::is_uppercase),
    }
}

/// The form in which tokens are compared; all dashes and all apostrophes are one.
pub(super) fn folded(text: &Text, token: usize) -> &str {
    let folded = text.folded(token);
    if folded.as_bytes().first().is_none_or(|&byte| byte < 0xca) {
        return folded;
    }
    match folded {
        "–" | "—" | "‐" | "‑" | "−" => "-",
        "’" | "‘" | "ʼ" => "'",
        folded => folded,
    }
}
