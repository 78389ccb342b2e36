//! Years in the names of what is taking place.

use super::said::RECENT;
use super::{Evidence, Kind};
use crate::extract::date::Reader;
use crate::text::{Case, TokenKind};

/// `APEC 2017`, `Năm Hữu nghị Việt Nam - Lào 2017`.
pub(super) fn of_names(reader: &Reader<'_>) -> Vec<Evidence> {
    let phrases = &reader.phrases;
    let text = phrases.text;
    let named = |&token: &usize| {
        let (this, before) = (&text.tokens[token], &text.tokens[token - 1]);
        this.kind == TokenKind::Number
            && this.space_before
            && before.kind == TokenKind::Word
            && before.case != Case::Lower
            && !matches!(text.folded(token - 1), "năm" | "tháng" | "ngày" | "quý")
            && !matches!(text.clean(token + 1), "-" | "–" | "/")
            && phrases.before(reader.cues.present.horizon, token).is_none()
    };
    (1..text.tokens.len())
        .filter(named)
        .filter_map(|token| {
            let number = text.clean(token);
            let year: u16 = number.parse().ok()?;
            let recent = number.len() == 4 && RECENT.contains(&year);
            recent.then_some(Evidence::told(Kind::Name, year))
        })
        .collect()
}
