//! Runs of capitalised words: the raw material of unknown names.

use super::Context;
use crate::text::{Case, TokenRange};

/// The run of capitalised words that begins at a token, with initials (`Daniel J. Kritenbrink`),
/// hyphens (`Kim Jong-un`, `Ban Ki-moon`) and particles (`Ursula von der Leyen`, `Adel al-Jubeir`).
/// Ends before `limit`, before a role or a head noun, and before a known name of two words.
pub(super) fn personal(context: &Context<'_>, start: usize, limit: usize) -> TokenRange {
    let mut end = start;
    while end < limit && context.is_capital(end) {
        if end > start && !is_initial(context, end, limit) && interrupts(context, end) {
            break;
        }
        end += 1;
        end = after_initial(context, end, limit);
        end = after_hyphens(context, end, limit);
        if let Some(next) = after_particles(context, end, limit) {
            end = next;
        }
    }
    start..end
}

fn interrupts(context: &Context<'_>, token: usize) -> bool {
    let two_words = |range: &TokenRange| range.len() >= 2;
    context
        .role_at(token)
        .is_some_and(|(range, _)| two_words(&range))
        || context.plain_head_noun_at(token).is_some_and(|(range, _)| {
            two_words(&range) || context.text.tokens[token].case == Case::Upper
        })
        || context
            .name_at(token)
            .is_some_and(|(range, ..)| two_words(&range))
        || surely_opens_sentence(context, token)
}

/// `P.` in `Joseph P. Kennedy`.
fn is_initial(context: &Context<'_>, token: usize, limit: usize) -> bool {
    context.text.clean(token).chars().count() == 1
        && context.is_mark(token + 1, ".")
        && token + 2 < limit
        && context.is_capital(token + 2)
}

/// Steps over the point of an initial: `J.` in `Daniel J. Kritenbrink`.
fn after_initial(context: &Context<'_>, end: usize, limit: usize) -> usize {
    let word = context.text.clean(end - 1);
    // `Ý.` ends a sentence.
    let single = word.chars().count() <= 2 && (word.is_ascii() || word == "Đ");
    if single && end + 1 < limit && context.is_mark(end, ".") && context.is_capital(end + 1) {
        end + 1
    } else {
        end
    }
}

/// Steps over hyphenated parts without spaces: `-un` in `Jong-un`.
pub(super) fn after_hyphens(context: &Context<'_>, mut end: usize, limit: usize) -> usize {
    while end + 1 < limit
        && (context.is_mark(end, "-") || context.is_mark(end, "'") || context.is_mark(end, "’"))
        && !context.text.tokens[end].space_before
        && !context.text.tokens[end + 1].space_before
        && context.is_word(end + 1)
        && !parts_authors(context, end)
    {
        end += 2;
    }
    end
}

/// `Lê Hà-Trần An`: a hyphen between two names of two syllables and more.
fn parts_authors(context: &Context<'_>, hyphen: usize) -> bool {
    let syllable = |t: usize| context.is_capital(t) && context.text.is_vietnamese(t);
    hyphen >= 2
        && [hyphen - 2, hyphen - 1, hyphen + 1, hyphen + 2]
            .into_iter()
            .all(syllable)
        && context.text.tokens[hyphen + 2].space_before
}

fn after_particles(context: &Context<'_>, end: usize, limit: usize) -> Option<usize> {
    let mut next = end;
    while next < limit
        && next < end + 3
        && context.cue_at(context.cues.particle, next) == Some(next + 1)
        && !context.is_capital(next)
    {
        next += 1;
    }
    // `al-Thani`
    let joined = next > end
        && next + 1 < limit
        && context.is_mark(next, "-")
        && !context.text.tokens[next].space_before
        && !context.text.tokens[next + 1].space_before;
    next += usize::from(joined);
    (next > end && next < limit && context.is_capital(next)).then_some(next)
}

/// `Trong` in `James Olsen Trong khi đó`: such a word behind a foreign one, or before one that is no predicate of a
/// name.
fn surely_opens_sentence(context: &Context<'_>, token: usize) -> bool {
    opens_clause(context, token)
        && (!context.text.is_vietnamese(token - 1)
            || context
                .cue_at(context.cues.behind_opener, token + 1)
                .is_some())
}

/// `Với` in `Thứ trưởng Hồ Thị Hoa Với bà Hoa`, `Bà` in `Ảnh: Vũ Hội Bà Lê Thị Hoa`: the first word of a
/// sentence that follows a headline or caption without a stop.
pub(super) fn opens_sentence_without_stop(context: &Context<'_>, token: usize) -> bool {
    let address = context.is_cue(context.cues.pronoun, token) && context.is_capital(token + 1);
    address || opens_clause(context, token)
}

/// Whether a word with which sentences open stands before words in lower case.
fn opens_clause(context: &Context<'_>, token: usize) -> bool {
    let opener = context.cue_at(context.cues.sentence_opener, token) == Some(token + 1)
        && (context.is_word(token + 1) || context.is_number(token + 1))
        && !context.is_capital(token + 1)
        && (context.cue_at(context.cues.stop, token + 1).is_none()
            || context
                .cue_at(context.cues.behind_opener, token + 1)
                .is_some()
            || context.role_at(token + 1).is_some());
    let phrase = context
        .cue_at(context.cues.sentence_opener, token)
        .is_some_and(|end| end > token + 1 && !context.is_capital(token + 1));
    opener || phrase
}

/// `Khoa Quan` in `Phó Giáo sư Khoa Quan hệ quốc tế`, `Ngôn` in `thạc sĩ Ngôn ngữ`: a field, no person.
pub(super) fn ends_in_half_a_word(context: &Context<'_>, run: &TokenRange, limit: usize) -> bool {
    run.end < limit
        && run.end > run.start
        && context.is_word(run.end)
        && !context.is_capital(run.end)
        && context.is_compound(run.end - 1)
        && context.cue_at(context.cues.stop, run.end).is_none()
}

/// `Viện` in `đại biểu Viện Chiến lược`, `Sử` in `Giáo sư Sử học`.
pub(super) fn opens_body(context: &Context<'_>, start: usize) -> bool {
    let next = start + 1;
    let goes_on = context.is_word(next) && !context.is_capital(next) && context.is_compound(start);
    goes_on || context.head_noun_at(start).is_some() && context.is_capital(next)
}

/// A capitalised word that goes on in lower case: `Đối` in `Bộ trưởng Đối ngoại`.
pub(super) fn is_common_word(context: &Context<'_>, token: usize) -> bool {
    let next = token + 1;
    context.is_word(next)
        && next < context.sentence_end(token)
        && !context.is_capital(next)
        && (context.is_compound(token)
            || (context.text.is_vietnamese(token)
                && context.cue_at(context.cues.stop, next).is_none()))
}
