//! Names of a long text by where they begin, so that looking around a place never means looking at all.

use crate::model::{EntityType, Found, Source};
use crate::text::TokenRange;

/// No name has more tokens.
const LONGEST: usize = 200;

/// Brings names into the order in which they begin; those that begin together stay as they are.
pub(super) fn sort(found: &mut [Found]) {
    found.sort_by_key(|name| name.tokens.start);
}

/// The sorted names that begin at a token.
pub(super) fn beginning_at(found: &[Found], token: usize) -> &[Found] {
    begin_in(found, token, token + 1)
}

/// The sorted names of which some may overlap a range, or end where it does.
pub(super) fn around<'f>(found: &'f [Found], range: &TokenRange) -> &'f [Found] {
    begin_in(found, range.start.saturating_sub(LONGEST), range.end)
}

/// The sorted names of which some may hold a token.
pub(super) fn around_token(found: &[Found], token: usize) -> &[Found] {
    around(found, &(token..token + 1))
}

/// Whether a token stands inside a name, behind its first word: `Nam` in `Việt Nam`.
pub(super) fn is_inside(found: &[Found], token: usize) -> bool {
    let mut near = around_token(found, token).iter();
    near.any(|name| name.tokens.start < token && token < name.tokens.end)
}

/// Whether a known territory begins at a token.
pub(super) fn begins_territory(found: &[Found], token: usize) -> bool {
    let mut here = beginning_at(found, token).iter();
    here.any(|name| is_territory(name) && matches!(name.source, Source::Entry(_)))
}

/// Whether a territory ends before a token that begins behind another one.
pub(super) fn ends_territory(found: &[Found], behind: usize, end: usize) -> bool {
    let mut names = around_token(found, end).iter();
    names.any(|name| is_territory(name) && name.tokens.end == end && name.tokens.start > behind)
}

fn is_territory(name: &Found) -> bool {
    matches!(
        name.kind,
        EntityType::Country | EntityType::Province | EntityType::Place
    )
}

fn begin_in(found: &[Found], from: usize, to: usize) -> &[Found] {
    let first = found.partition_point(|name| name.tokens.start < from);
    let rest = &found[first..];
    let count = rest.partition_point(|name| name.tokens.start < to);
    &rest[..count]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_looked_for_where_they_can_be() {
        let name = |tokens| Found::new(tokens, EntityType::Place, Source::Context, "test");
        let mut found = [name(9..12), name(3..5), name(9..10), name(700..702)];
        sort(&mut found);
        let starts =
            |names: &[Found]| -> Vec<usize> { names.iter().map(|n| n.tokens.end).collect() };
        assert_eq!(starts(beginning_at(&found, 9)), [12, 10]);
        assert_eq!(starts(around_token(&found, 11)), [5, 12, 10]);
        assert_eq!(starts(around(&found, &(690..701))), [702]);
        assert!(around_token(&found, 500).is_empty());
    }
}
