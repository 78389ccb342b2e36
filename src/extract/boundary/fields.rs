//! Lists of what a body deals with: `Bộ Y tế, Lao động và Phúc lợi`, whatever their case.

use super::{fixed_at, opens_head, opens_role};
use crate::extract::Context;
use crate::model::Found;

/// Where a list of fields that goes on at a comma, or ends behind `và`, leads to. A comma goes on only
/// where an `và` closes the list.
pub(in crate::extract) fn step(
    context: &Context<'_>,
    at: usize,
    limit: usize,
    fixed: &[Found],
) -> Option<usize> {
    if context.text.folded(at) == "và" {
        let listed = context.cue_before(context.cues.field, at).is_some();
        return field(context, at + 1, limit, fixed).filter(|_| listed);
    }
    let mut next = at;
    while next < limit && context.is_mark(next, ",") {
        next = field(context, next + 1, limit, fixed)?;
    }
    let closed = next > at && next < limit && context.text.folded(next) == "và";
    field(context, next + 1, limit, fixed).filter(|_| closed)
}

/// The end of the field that begins at a token.
fn field(context: &Context<'_>, at: usize, limit: usize, fixed: &[Found]) -> Option<usize> {
    if at >= limit || fixed_at(fixed, at).is_some() {
        return None;
    }
    if opens_head(context, at) || opens_role(context, at) {
        return None;
    }
    context
        .cue_at(context.cues.field, at)
        .filter(|&end| end <= limit)
}
