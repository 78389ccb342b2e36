//! Names that the ontology knows, where the text around them does not speak against it.

use super::Context;
use crate::model::{EntityType, Found, Source};
use crate::ontology::{Entry, EntryIndex, Kinds, LabelKind, Target};
use crate::text::{Case, TokenKind, TokenRange};

/// All known names; where two entries share a name, the first one of the most fitting type.
pub(super) fn names(context: &Context<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for token in context.tokens_with(Kinds::NAME) {
        for matched in context.matches_at(token) {
            let Target::Name(entry, label) = matched.target else {
                continue;
            };
            if let Some(name) = judge(context, matched.tokens.clone(), entry, label) {
                let taken = found
                    .iter_mut()
                    .rev()
                    .take_while(|f| f.tokens.start == token)
                    .find(|f| f.tokens == name.tokens);
                match taken {
                    Some(other) if fits_better(context, &name, other) => *other = name,
                    Some(_) => {}
                    None => found.push(name),
                }
            }
        }
    }
    found
}

/// Whether a short name stands where it is one.
fn short_stands(context: &Context<'_>, tokens: &TokenRange, entry: &Entry) -> bool {
    in_pair(context, tokens)
        || behind_title(context, tokens, entry)
        || is_cited(context, tokens, entry)
}

/// A province before a town or district of its name, unless the text says `thành phố`, `huyện`.
fn fits_better(context: &Context<'_>, new: &Found, old: &Found) -> bool {
    let local = context
        .cue_before(context.cues.local_head, new.tokens.start)
        .is_some();
    match (new.kind, old.kind) {
        (EntityType::Province, EntityType::Place) => !local,
        (EntityType::Place, EntityType::Province) => local,
        (EntityType::Country, EntityType::Place) => true,
        // `tại Nhà Trắng` is where, `Nhà Trắng tuyên bố` is who.
        (EntityType::Place, EntityType::Agency) => behind_preposition(context, new.tokens.start),
        (EntityType::Agency, EntityType::Place) => !behind_preposition(context, new.tokens.start),
        _ => false,
    }
}

fn behind_preposition(context: &Context<'_>, token: usize) -> bool {
    context
        .cue_before(context.cues.location_preposition, token)
        .is_some()
        || context.cue_before(context.cues.arrival, token).is_some()
}

fn judge(
    context: &Context<'_>,
    tokens: TokenRange,
    entry: EntryIndex,
    label: LabelKind,
) -> Option<Found> {
    let known = context.entry(entry);
    let place_like = matches!(
        known.kind,
        EntityType::Country | EntityType::Province | EntityType::Place
    );
    let longer_word = tokens.len() == 1
        && (context
            .head_noun_at(tokens.start)
            .is_some_and(|(r, _)| r.len() > 1)
            || context
                .role_at(tokens.start)
                .is_some_and(|(r, _)| r.len() > 1));
    if longer_word {
        return None;
    }
    if label == LabelKind::Short && !short_stands(context, &tokens, known) {
        return None;
    }
    let level = known.kind == EntityType::Agency
        && context
            .cue_before(context.cues.level, tokens.start)
            .is_some();
    if level || is_direction(context, &tokens, known) {
        return None;
    }
    if label == LabelKind::Contextual && !in_context(context, &tokens, known) {
        return None;
    }
    if place_like && (tokens.len() == 1 || known.kind == EntityType::Place) {
        let start = tokens.start;
        if tokens.len() == 1 && !stands_alone(context, start) {
            return None;
        }
        if tokens.len() > 1 && inside_longer_name(context, &tokens) {
            return None;
        }
    }
    let tokens = without_designation(tokens, known);
    let mut tokens = tokens;
    if known.kind == EntityType::Place
        && !context.is_capital(tokens.start)
        && let Some(start) = context.cue_at(context.cues.local_head, tokens.start)
        && start < tokens.end
    {
        tokens.start = start;
    }
    let mut name = Found::new(tokens, known.kind, Source::Entry(entry), "known/name");
    if known.kind == EntityType::Place && is_other_place(context, &name.tokens, known) {
        name.source = Source::Context;
        name.rule = "known/village-of-district-name";
    }
    if known.kind == EntityType::Province && is_smaller_place(context, &name.tokens, entry) {
        name.kind = EntityType::Place;
        name.source = Source::Context;
        name.rule = "known/town-of-province";
    }
    Some(name)
}

/// `Tây Bắc` in `phía Tây Bắc Mát-xcơ-va`: where something lies, no region.
fn is_direction(context: &Context<'_>, tokens: &TokenRange, entry: &Entry) -> bool {
    entry.kind == EntityType::Place
        && context
            .cue_before(context.cues.direction, tokens.start)
            .is_some()
        && tokens
            .clone()
            .all(|t| matches!(context.text.folded(t), "đông" | "tây" | "nam" | "bắc"))
}

/// `Cao Bằng` in `thành phố Cao Bằng`: a town that bears its province's name has its designation in its
/// own name, but not in mentions.
fn without_designation(tokens: TokenRange, entry: &Entry) -> TokenRange {
    let own = entry.designation.as_deref().and_then(|designation| {
        let rest = entry.name.strip_prefix(designation)?.strip_prefix(' ')?;
        DISTRICTS
            .contains(&designation)
            .then(|| rest.split(' ').count())
    });
    match own {
        Some(own) if own < tokens.len() => tokens.end - own..tokens.end,
        _ => tokens,
    }
}

/// The second-level units of Viet Nam.
const DISTRICTS: [&str; 4] = ["thành phố", "thị xã", "huyện", "quận"];

/// `xã Hương Sơn`, `phường Ba Đình`: not the district of that name.
fn is_other_place(context: &Context<'_>, tokens: &TokenRange, entry: &Entry) -> bool {
    let district = entry
        .designation
        .as_deref()
        .is_some_and(|d| DISTRICTS.contains(&d));
    let head = context.cue_before(context.cues.local_head, tokens.start);
    let Some(start) = head.filter(|_| district) else {
        return false;
    };
    let head = context.text.phrase(start..tokens.start).to_lowercase();
    let abbreviated = head.starts_with("tp") || head.starts_with("tx");
    !abbreviated && !DISTRICTS.contains(&head.as_str())
}

/// `thành phố Cao Bằng` is a town, `thành phố Đà Nẵng` is the province.
fn is_smaller_place(context: &Context<'_>, tokens: &TokenRange, entry: EntryIndex) -> bool {
    let Some(start) = context.cue_before(context.cues.local_head, tokens.start) else {
        return false;
    };
    let head = context.text.folded(start);
    // Other units of this name count, too: a city may have been the capital of a province of its name.
    let is_city = |entry: EntryIndex| {
        let entry = context.entry(entry);
        entry.kind == EntityType::Province && entry.designation.as_deref() == Some("thành phố")
    };
    let central = is_city(entry)
        || context.matches_at(tokens.start).iter().any(|other| {
            other.tokens == *tokens && matches!(other.target, Target::Name(e, _) if is_city(e))
        });
    !(central && (head.starts_with("tp") || head.starts_with("thành")))
}

/// `Việt - Lào`, `Mỹ-Trung`: an abbreviation is one only beside another country.
fn in_pair(context: &Context<'_>, tokens: &TokenRange) -> bool {
    let country = |range: &TokenRange, entry: EntryIndex| {
        !range.is_empty() && context.entry(entry).kind == EntityType::Country
    };
    let after = context.is_dash(tokens.end)
        && context
            .name_at(tokens.end + 1)
            .is_some_and(|(r, e, _)| country(&r, e));
    let before = tokens.start >= 2
        && context.is_dash(tokens.start - 1)
        && (tokens.start.saturating_sub(5)..tokens.start - 1).any(|start| {
            context.matches_at(start).iter().any(|m| {
                m.tokens.end == tokens.start - 1
                    && matches!(m.target, Target::Name(e, _) if country(&m.tokens, e))
            })
        });
    after || before
}

/// `GTVT` in `Bộ trưởng GTVT`: the rest of a body's name behind the title of its head.
fn behind_title(context: &Context<'_>, tokens: &TokenRange, entry: &Entry) -> bool {
    let role = context
        .role_before(tokens.start)
        .map(|(_, role)| &context.ontology.roles[role]);
    let noun = role.and_then(|role| role.head_noun);
    noun.is_some_and(|noun| {
        let noun = &context.ontology.head_nouns[noun].name;
        entry
            .name
            .strip_prefix(noun.as_str())
            .is_some_and(|rest| rest.starts_with(' '))
    })
}

/// `Dân trí` in `phóng viên Dân trí`, `Tin Tức` in `TTXVN/Tin Tức`: a paper's short name where it is
/// cited as one.
fn is_cited(context: &Context<'_>, tokens: &TokenRange, entry: &Entry) -> bool {
    let credited = tokens.start >= 2
        && context.is_mark(tokens.start - 1, "/")
        && context.text.tokens[tokens.start - 2].case == Case::Upper;
    entry.kind == EntityType::Agency
        && context.is_capital(tokens.start)
        && !context.is_capital(tokens.end)
        && (credited
            || context
                .cue_before(context.cues.of_paper, tokens.start)
                .is_some())
}

/// `huyện Kim Sơn`, `Kim Sơn (Ninh Bình)`, `Kim Sơn, tỉnh Ninh Bình`: a name that is one only behind its
/// designation or before its territory.
fn in_context(context: &Context<'_>, tokens: &TokenRange, entry: &Entry) -> bool {
    let behind = entry.designation.as_deref().is_some_and(|designation| {
        let mut place = tokens.start;
        designation.split(' ').rev().all(|word| {
            place = place.saturating_sub(1);
            place < tokens.start && context.text.folded(place) == word
        })
    });
    let next = tokens.end + 1;
    let before = matches!(context.text.tokens.get(tokens.end), Some(mark) if mark.kind == TokenKind::Mark)
        && (next..next + 3).any(|token| {
            context
                .name_at(token)
                .is_some_and(|(_, found, _)| Some(found) == entry.territory)
        });
    behind || before
}

/// Whether a name of one syllable is a name of its own, and no part of a person's or place's name,
/// no pronoun and no common word.
fn stands_alone(context: &Context<'_>, token: usize) -> bool {
    let text = context.text;
    if text.tokens[token].case == Case::Upper && text.clean(token).chars().count() > 1 {
        return true;
    }
    let behind_honorific = context
        .role_before(token)
        .is_some_and(|(_, role)| context.is_form_of_address(role));
    if behind_honorific {
        return false;
    }
    if context.opens_sentence(token) {
        let pronoun = text.folded(token) == "anh";
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
        || !context.text.is_vietnamese(after)
        || context.role_before(token).is_some()
    {
        return false;
    }
    let own_word = context.name_at(after).is_some()
        || context.role_at(after).is_some()
        || context.head_noun_at(after).is_some()
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

/// Whether capitalised syllables directly around a small place's name make it part of another name.
fn inside_longer_name(context: &Context<'_>, tokens: &TokenRange) -> bool {
    let before = tokens.start.checked_sub(1).is_some_and(|before| {
        context.cue_at(context.cues.surname, before).is_some()
            && context.is_capital(before)
            && context.head_noun_at(before).is_none()
            && context.name_at(before).is_none()
    });
    before && !context.opens_sentence(tokens.start - 1)
}
