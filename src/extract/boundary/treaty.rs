//! What belongs to the titles of treaties alone: what they are about, and their parties.

use super::super::around;
use super::meeting::opens_document;
use crate::extract::Context;
use crate::model::{EntityType, Found};

/// Whether the noun before a title is that of a treaty.
pub(super) fn is_treaty(context: &Context<'_>, start: usize) -> bool {
    context
        .cue_before(context.cues.treaty_head, start)
        .is_some()
}

/// `Công ước về Luật Biển`: the law a treaty is about is in its name.
pub(super) fn is_subject_of_treaty(context: &Context<'_>, start: usize, at: usize) -> bool {
    context.text.folded(at - 1) == "về" && is_treaty(context, start)
}

/// `hỗ trợ` in `Nghị định thư giữa A và B về hỗ trợ sản xuất ô tô`: what a treaty is about may be doing.
pub(super) fn is_doing_of_treaty(
    context: &Context<'_>,
    start: usize,
    about: usize,
    verb: usize,
) -> bool {
    let done = context.cue_at(context.cues.first_verb, verb);
    context.text.folded(about) == "về"
        && done.is_some_and(|end| {
            context.is_word(end) && context.cue_at(context.cues.stop, end).is_none()
        })
        // `Lễ công bố Quyết định về thành lập thành phố`
        && (opens_document(context, start)
            || is_treaty(context, start))
}

/// `Thỏa thuận về những nguyên tắc`: what a treaty is about may be several things.
pub(super) fn are_subjects_of_treaty(context: &Context<'_>, start: usize, at: usize) -> bool {
    context.is_word(at)
        && context.is_cue(context.cues.plural, at)
        && is_subject_of_treaty(context, start, at)
}

/// `Hiệp định Thương mại tự do Việt Nam và Liên minh châu Âu`: a treaty between a state and a union.
pub(super) fn treaty_of_two(
    context: &Context<'_>,
    start: usize,
    at: usize,
    fixed: &[Found],
) -> bool {
    let state = around::around_token(fixed, at)
        .iter()
        .any(|f| f.tokens.end == at && f.kind == EntityType::Country && f.tokens.start > start);
    state && is_treaty(context, start)
}
