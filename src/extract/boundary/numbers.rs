//! Numbers that belong to the name of a body.

use crate::extract::Context;

/// Whether the number behind a word is part of a name: `Quân khu 7`, `Sư đoàn 5`.
pub(super) fn number_in_name(context: &Context<'_>, at: usize) -> bool {
    // `Công an 6 tháng đầu năm`, but `Quân khu 7 năm 2019`
    let counts = context
        .cue_at(context.cues.counted, at + 1)
        .is_some_and(|end| !context.is_number(end));
    at > 0
        && !counts
        && context.text.clean(at).len() <= 3
        && (context.head_noun_at(at - 1).is_some()
            || context
                .head_noun_at(at.saturating_sub(2))
                .is_some_and(|(r, _)| r.end == at)
            || context.is_cue(context.cues.before_number, at - 1))
}

/// `Bệnh viện Nhi đồng 1`, `Công ty Thép Sao Mai 2 đã`: the number that tells firms and hospitals apart, behind
/// which nothing is counted.
pub(super) fn number_of_body(context: &Context<'_>, start: usize, at: usize) -> bool {
    let next = at + 1;
    let ends = next >= context.sentence_end(at)
        || [",", ".", ";", ")", "("]
            .into_iter()
            .any(|mark| context.is_mark(next, mark))
        || context.is_word(next)
            && (context.is_capital(next) || context.cue_at(context.cues.stop, next).is_some());
    let counted = context.cue_at(context.cues.counted, next).is_some();
    let body = context.cue_before(context.cues.numbered_body, start);
    at > start && ends && !counted && body.is_some() && context.text.clean(at).len() <= 3
}

/// `Trường THPT Thạch Thành 1`: the number that tells schools of one place apart ends the name.
pub(super) fn number_of_school(
    context: &Context<'_>,
    start: usize,
    at: usize,
    limit: usize,
) -> bool {
    let ends = at + 1 >= limit || !(context.is_word(at + 1) || context.is_number(at + 1));
    let school = context.cue_before(context.cues.school_head, start);
    at > start && ends && school.is_some() && context.text.clean(at).len() <= 2
}
