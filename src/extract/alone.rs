//! Whether a known name is one of its own where it stands, or part of a word or of another name.

use super::Context;
use crate::model::EntityType;
use crate::ontology::Target;
use crate::text::{Case, TokenRange};

/// Whether a name of one syllable is a name of its own, and no part of a person's or place's name,
/// no pronoun and no common word.
pub(super) fn stands_alone(context: &Context<'_>, token: usize) -> bool {
    let text = context.text;
    if text.tokens[token].case == Case::Upper && text.clean(token).chars().count() > 1 {
        return true;
    }
    if opens_word(context, token) {
        return false;
    }
    let behind_honorific = context
        .role_before(token)
        .is_some_and(|(_, role)| context.is_form_of_address(role));
    if behind_honorific {
        return false;
    }
    if context.opens_sentence(token) {
        let pronoun = context.is_cue(context.cues.pronoun_country, token);
        let next_lower = context.is_word(token + 1) && !context.is_capital(token + 1);
        if next_lower && (context.is_compound(token) || (pronoun && text.folded(token + 1) != "và"))
        {
            return false;
        }
        if pronoun && addresses(context, token) {
            return false;
        }
    }
    !joins_before(context, token) && !joins_after(context, token)
}

/// `Mỹ` in `Bảo tàng Mỹ thuật`, `Pháp` in `Ủy ban Pháp luật`.
fn opens_word(context: &Context<'_>, token: usize) -> bool {
    context
        .cue_at(context.cues.no_country, token)
        .is_some_and(|end| end <= context.sentence_end(token))
}

/// `Anh Ali` at the start of a sentence: a form of address before an unknown name.
fn addresses(context: &Context<'_>, token: usize) -> bool {
    let next = token + 1;
    next < context.sentence_end(token)
        && context.is_capital(next)
        && context.name_at(next).is_none()
        && context.role_at(next).is_none()
        && context.head_noun_at(next).is_none()
}

/// `Tuấn` in `Tuấn Anh`: a capitalised syllable that is no role, head noun, name or word of its own.
fn joins_before(context: &Context<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else {
        return false;
    };
    if context.sentence(token).tokens.start == token
        || !context.is_capital(before)
        || context.text.tokens[before].case == Case::Upper
        || !context.text.is_vietnamese(before)
        || (context.opens_sentence(before) && before == context.sentence(before).tokens.start)
    {
        return false;
    }
    !(token.saturating_sub(7)..token).any(|start| {
        context.matches_at(start).iter().any(|m| {
            m.tokens.end == token
                && match m.target {
                    Target::Name(..) | Target::Role(_) | Target::HeadNoun(_) => true,
                    Target::Cue(cue) => cue == context.cues.compound,
                }
        })
    })
}

/// `Đức` in `Đức Thọ`, `Mỹ` in `Mỹ Đình`.
fn joins_after(context: &Context<'_>, token: usize) -> bool {
    let after = token + 1;
    if !context.text.is_vietnamese(token)
        || after >= context.sentence_end(token)
        || !context.is_capital(after)
        || context.text.tokens[after].case == Case::Upper
        || is_transcribed(context, after)
        // `Nga I. Petrov`
        || context.text.clean(after).chars().count() == 1 && context.is_mark(after + 1, ".")
        || !context.text.is_vietnamese(after)
        || context
            .role_before(token)
            .is_some_and(|(_, role)| !context.is_honorific(role))
    {
        return false;
    }
    // `Đình` in `sân Mỹ Đình`: a noun that is hardly written with a capital.
    let head = context.head_noun_at(after).is_some_and(|(range, head)| {
        let noun = &context.ontology.head_nouns[head];
        range.len() > 1 || noun.kind != EntityType::Place
    });
    let own_word = context.name_at(after).is_some()
        || context.role_at(after).is_some()
        || head
        || (context.cue_at(context.cues.surname, after).is_some() && context.is_capital(after + 1));
    !own_word
}

/// `Ma` in `Ma-ri-a`: a foreign name written by syllables.
fn is_transcribed(context: &Context<'_>, token: usize) -> bool {
    let dash = token + 1;
    context.is_mark(dash, "-")
        && !context.text.tokens[dash].space_before
        && dash + 1 < context.token_count()
        && !context.text.tokens[dash + 1].space_before
        && context.is_word(dash + 1)
        && !context.is_capital(dash + 1)
}

/// `Hòa Bình` in `Phó Thủ tướng Trương Hòa Bình`: a surname directly before makes it a person's name.
pub(super) fn inside_persons_name(
    context: &Context<'_>,
    tokens: &TokenRange,
    kind: EntityType,
) -> bool {
    let Some(before) = tokens.start.checked_sub(1) else {
        return false;
    };
    // `Đoàn Việt Nam`: what is also a common word is a surname only behind a title.
    let surer = match kind {
        EntityType::Province => {
            context.cue_at(context.cues.weak_surname, before).is_none()
                || context.role_before(before).is_some()
        }
        kind => kind == EntityType::Place,
    };
    surer
        && context.cue_at(context.cues.surname, before).is_some()
        && context.is_capital(before)
        && context.head_noun_at(before).is_none()
        && context.name_at(before).is_none()
        && !context.opens_sentence(before)
}

/// `biển Nhật Bản` in `Cảnh sát biển Nhật Bản`: its first word belongs to the noun before.
pub(super) fn begins_in_head_noun(context: &Context<'_>, start: usize) -> bool {
    !context.is_capital(start)
        && (start.saturating_sub(2)..start).any(|token| {
            context
                .head_noun_at(token)
                .is_some_and(|(head, _)| head.end > start)
        })
}
