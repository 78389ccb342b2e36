//! Roles and meetings inside titles: what goes on with a name, and what opens another one.

use super::loose::is_anniversary;
use super::{fixed_at, is_edition_value, opens_role};
use crate::extract::Context;
use crate::model::{EntityType, Found};

/// Where a title goes on behind a role or the noun of a title that belongs to it.
pub(super) fn titled_part(
    context: &Context<'_>,
    start: usize,
    at: usize,
    fixed: &[Found],
) -> Option<usize> {
    if of_meeting(context, at, fixed) || is_worked_on(context, start, at) {
        return Some(at + 1);
    }
    // `Đối thoại Quốc phòng cấp Thứ trưởng`
    let level = context.cue_before(context.cues.level, at).is_some();
    // `Hội nghị các Bộ trưởng phụ trách Thương mại`
    let several = at == start + 1 && context.text.folded(start) == "các";
    let (role, _) = context.role_at(at).filter(|_| opens_role(context, at))?;
    if several {
        return context
            .cue_at(context.cues.in_charge, role.end)
            .or(Some(role.end));
    }
    // `Lễ chuyển giao Chủ tịch ASEAN`
    let handed = context.cue_before(context.cues.handing_over, at).is_some();
    // `Lễ công bố Quyết định của Thủ tướng về …`
    let issued = context.text.folded(at - 1) == "của" && opens_document(context, start);
    (level || handed || issued || is_anniversary(context, start)).then_some(role.end)
}

/// `phiên họp lần thứ 21 của Hội nghị các bên`, `Hội nghị các quan chức của Diễn đàn APEC`: the meeting
/// whose session is numbered, the forum that is a body.
fn of_meeting(context: &Context<'_>, at: usize, fixed: &[Found]) -> bool {
    let value = at.saturating_sub(2);
    let numbered = is_edition_value(context, value)
        && context.cue_before(context.cues.edition, value).is_some()
        && context.text.folded(value.saturating_sub(1)) == "thứ";
    let forum = context
        .cue_at(context.cues.forum, at)
        .and_then(|end| fixed_at(fixed, end));
    context.text.folded(at - 1) == "của"
        && is_meeting(context, at)
        && (numbered || forum.is_some_and(|body| body.kind == EntityType::Agency))
}

/// `Hội nghị triển khai Chỉ thị số 5`: the document that a meeting deals with.
fn is_worked_on(context: &Context<'_>, start: usize, at: usize) -> bool {
    // `40 năm Ngày ký Hiệp định`: a day.
    opens_document(context, at)
        && context.cue_before(context.cues.first_verb, at).is_some()
        && context.cue_before(context.cues.days_of, start).is_none()
}

/// `Hội nghị giao thương với doanh nghiệp Chile`: whom the dealings that a title speaks of are with.
pub(super) fn other_side(context: &Context<'_>, with: usize) -> bool {
    context.cue_before(context.cues.linking, with).is_some()
        && context
            .cue_at(context.cues.other_side, with + 1)
            .is_some_and(|end| context.is_capital(end))
}

/// Whether the noun of a document stands here.
pub(super) fn opens_document(context: &Context<'_>, at: usize) -> bool {
    context
        .head_noun_at(at)
        .is_some_and(|(_, head)| context.ontology.head_nouns[head].kind == EntityType::Document)
}

/// Whether a capital opens the name of another programme or award.
pub(super) fn opens_programme(context: &Context<'_>, at: usize) -> bool {
    context.is_capital(at)
        && context.head_noun_at(at).is_some_and(|(_, head)| {
            context.ontology.head_nouns[head].kind == EntityType::Programme
        })
}

/// Whether a meeting's noun stands here.
pub(in crate::extract) fn is_meeting(context: &Context<'_>, at: usize) -> bool {
    context
        .head_noun_at(at)
        .is_some_and(|(_, head)| context.ontology.head_nouns[head].kind == EntityType::Event)
}

/// Whether a capitalised head noun of a title or body begins here.
pub(super) fn opens_any_head(context: &Context<'_>, at: usize) -> bool {
    context.is_capital(at)
        && context.head_noun_at(at).is_some_and(|(range, head)| {
            let kind = context.ontology.head_nouns[head].kind;
            kind == EntityType::Document || (kind == EntityType::Event && range.len() >= 2)
        })
}
