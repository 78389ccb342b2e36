//! The year that tells events of one name apart: in the bracket behind the name.

use super::cluster::Material;
use super::event_core::digits;
use crate::model::Found;

/// Farthest the year stands behind the bracket that holds it: `(16 - 17/5/2020)`.
const BRACKET_REACH: usize = 8;

/// `“Gặp gỡ Chile” (6/2020)`: the year in the bracket behind a name that has no number of its own.
pub(super) fn year_in_bracket<'a>(material: &Material<'a>, name: &Found) -> Option<&'a str> {
    let text = material.text;
    let own = name
        .tokens
        .clone()
        .any(|token| digits(text.folded(token)).is_some());
    let quoted = usize::from(["”", "\"", "’", "»"].contains(&word(material, name.tokens.end)));
    let open = name.tokens.end + quoted;
    if own || word(material, open) != "(" {
        return None;
    }
    let inside = (open + 1..open + BRACKET_REACH).map(|token| word(material, token));
    let mut inside = inside.take_while(|word| *word != ")" && !word.is_empty());
    inside.find(|word| is_year(word))
}

/// A word of the text in comparable form; none behind its end.
fn word<'a>(material: &Material<'a>, token: usize) -> &'a str {
    match token < material.text.tokens.len() {
        true => material.text.folded(token),
        false => "",
    }
}

pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && digits(word).is_some() && (word.starts_with("19") || word.starts_with("20"))
}
