//! Names that the ontology knows, where the text around them does not speak against it.

use super::alone::{begins_in_head_noun, inside_persons_name, stands_alone};
use super::{Context, boundary};
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

/// `Nam` in `phía Nam Việt Nam`, `Bắc` in `Tây Bắc Triều Tiên`: a side of the state named behind it.
fn is_side_of_state(context: &Context<'_>, tokens: &TokenRange, entry: &Entry) -> bool {
    let inner = tokens.start + 1;
    entry.kind == EntityType::Country
        && inner < tokens.end
        && context.is_cue(context.cues.compass, tokens.start)
        && tokens.start.checked_sub(1).is_some_and(|before| {
            context.is_cue(context.cues.compass, before)
                || context.is_cue(context.cues.side, before)
        })
        && context.name_at(inner).is_some_and(|(range, entry, _)| {
            range.end == tokens.end && context.entry(entry).kind == EntityType::Country
        })
}

/// Whether a short name stands where it is one.
fn short_stands(context: &Context<'_>, tokens: &TokenRange, entry: &Entry) -> bool {
    in_pair(context, tokens)
        || of_plenum(context, tokens)
        || behind_title(context, tokens, entry)
        || is_cited(context, tokens, entry)
}

/// `Nghị quyết Trung ương 4`: the committee by its short name, before the number of its plenum.
fn of_plenum(context: &Context<'_>, tokens: &TokenRange) -> bool {
    context.cue_at(context.cues.plenum, tokens.start) == Some(tokens.end)
        && context
            .cue_before(context.cues.of_plenum, tokens.start)
            .is_some()
        && boundary::is_edition_value(context, tokens.end)
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
            // `quan chức cao cấp [ASEAN]`
            .is_some_and(|level| level == 0 || !context.is_cue(context.cues.high, level - 1));
    if level
        || is_side_of_state(context, &tokens, known)
        || is_direction(context, &tokens, known)
        || is_domain(context, &tokens, known)
        || of_several(context, &tokens, entry)
    {
        return None;
    }
    if label == LabelKind::Contextual && !in_context(context, &tokens, known) {
        return None;
    }
    if place_like {
        let whole = match tokens.len() {
            1 => stands_alone(context, tokens.start),
            _ => {
                !inside_persons_name(context, &tokens, known.kind)
                    && !begins_in_head_noun(context, tokens.start)
            }
        };
        if !whole {
            return None;
        }
    }
    Some(named(context, tokens, entry))
}

/// A known name with what belongs to it where it stands.
fn named(context: &Context<'_>, tokens: TokenRange, entry: EntryIndex) -> Found {
    let known = context.entry(entry);
    let mut tokens = without_designation(context, tokens, known);
    if known.kind == EntityType::Place
        && !context.is_capital(tokens.start)
        && let Some(start) = context.cue_at(context.cues.local_head, tokens.start)
        && start < tokens.end
    {
        tokens.start = start;
    }
    match known.kind {
        EntityType::Country => tokens.start = with_form_of_state(context, &tokens),
        EntityType::Person => tokens.start = with_initial(context, &tokens),
        _ => {}
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
    name
}

/// Where a state's name begins with its form of government: `Cộng hòa Haiti`, unlike `Đảng Cộng hòa Mỹ`.
fn with_form_of_state(context: &Context<'_>, tokens: &TokenRange) -> usize {
    let form = context.cue_before(context.cues.state_form, tokens.start);
    let formal = |start: &usize| {
        let listed = context
            .name_at(*start)
            .is_some_and(|(range, ..)| range.end >= tokens.end);
        let party = context.cue_before(context.cues.partisan, *start).is_some();
        context.is_capital(*start) && !listed && !party
    };
    form.filter(formal).unwrap_or(tokens.start)
}

/// `S.` before a surname that is known: `S. Lavrov`.
fn with_initial(context: &Context<'_>, tokens: &TokenRange) -> usize {
    let initial = tokens.start.checked_sub(2).filter(|&start| {
        context.is_mark(start + 1, ".")
            && context.is_capital(start)
            && context.text.clean(start).chars().count() == 1
            && tokens.len() == 1
            && context.sentence(tokens.start).tokens.contains(&start)
    });
    initial.unwrap_or(tokens.start)
}

/// `VN` in `VOV.VN`: an ending of an address on the net.
fn is_domain(context: &Context<'_>, tokens: &TokenRange, entry: &Entry) -> bool {
    entry.kind == EntityType::Country
        && tokens.start > 0
        && context.is_mark(tokens.start - 1, ".")
        && !context.text.tokens[tokens.start].space_before
        && context.text.tokens[tokens.start].case == Case::Upper
}

/// `hai Đảng`, `Chính phủ hai nước`, `Quốc hội của các nước`: what several states have is not that of Viet Nam;
/// `các Bộ Công an, Quốc phòng` are.
pub(super) fn of_several(context: &Context<'_>, tokens: &TokenRange, entry: EntryIndex) -> bool {
    let state = |token: usize| {
        context
            .name_at(token)
            .is_some_and(|(_, found, _)| context.entry(found).kind == EntityType::Country)
    };
    let end = tokens.end;
    let two = tokens.start > 0 && context.text.folded(tokens.start - 1) == "hai";
    let goes_on = (context.is_mark(end, ",") && !two
        || context.is_dash(end)
        || end < context.token_count() && context.text.folded(end) == "và")
        && end + 1 < context.token_count()
        && context.is_capital(end + 1);
    let counted = context.cue_before(context.cues.of_several, tokens.start);
    let ordinal = |at: usize| at > 0 && context.is_cue(context.cues.ordinal_before, at - 1);
    context.entry(entry).kind == EntityType::Agency
        && (context.head_noun_at(tokens.start).is_some()
            || context
                .cue_at(context.cues.shared_body, tokens.start)
                .is_some())
        && context.is_of_home(entry)
        && !tokens.clone().any(state)
        && !state(end)
        && (counted.is_some_and(|at| !goes_on && !ordinal(at))
            || context.cue_at(context.cues.several_states, end).is_some())
}

/// `Tây Bắc` in `phía Tây Bắc Mát-xcơ-va`: where something lies, no region.
fn is_direction(context: &Context<'_>, tokens: &TokenRange, entry: &Entry) -> bool {
    entry.kind == EntityType::Place
        && context
            .cue_before(context.cues.direction, tokens.start)
            .is_some()
        && tokens
            .clone()
            .all(|t| context.is_cue(context.cues.compass, t))
}

/// `Cao Bằng` in `thành phố Cao Bằng`: a town that bears its province's name has its designation in its
/// own name, but not in mentions.
fn without_designation(context: &Context<'_>, tokens: TokenRange, entry: &Entry) -> TokenRange {
    let own = entry.designation.as_deref().and_then(|designation| {
        let rest = entry.name.strip_prefix(designation)?.strip_prefix(' ')?;
        is_district(context, designation).then(|| rest.split(' ').count())
    });
    match own {
        Some(own) if own < tokens.len() => tokens.end - own..tokens.end,
        _ => tokens,
    }
}

/// Whether a designation is that of a second-level unit of Viet Nam.
fn is_district(context: &Context<'_>, designation: &str) -> bool {
    let list = context.ontology.cue_list(context.cues.district);
    list.is_some_and(|(_, list)| list.phrases.iter().any(|noun| noun == designation))
}

/// `xã Hương Sơn`, `phường Ba Đình`: not the district of that name.
fn is_other_place(context: &Context<'_>, tokens: &TokenRange, entry: &Entry) -> bool {
    let district = entry
        .designation
        .as_deref()
        .is_some_and(|designation| is_district(context, designation));
    let head = context.cue_before(context.cues.local_head, tokens.start);
    let Some(start) = head.filter(|_| district) else {
        return false;
    };
    context.cue_at(context.cues.district, start) != Some(tokens.start)
}

/// `thành phố Cao Bằng` is a town, `thành phố Đà Nẵng` is the province.
fn is_smaller_place(context: &Context<'_>, tokens: &TokenRange, entry: EntryIndex) -> bool {
    let Some(start) = context.cue_before(context.cues.local_head, tokens.start) else {
        return false;
    };
    // Other units of this name count, too: a city may have been the capital of a province of its name.
    let is_city = |entry: EntryIndex| {
        let entry = context.entry(entry);
        entry.kind == EntityType::Province && entry.designation.as_deref() == Some("thành phố")
    };
    let central = is_city(entry)
        || context.matches_at(tokens.start).iter().any(|other| {
            other.tokens == *tokens && matches!(other.target, Target::Name(e, _) if is_city(e))
        });
    !(central && context.is_cue(context.cues.city_noun, start))
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
                // `Cục Tình báo Trung ương`
                .is_some_and(|noun| noun == 0 || !context.is_compound(noun - 1)))
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

/// `Hà Nội`, `Cao Bằng`: a place's name that begins like a person's, unlike the district's in `ông Vũ
/// Quang Minh`.
pub(super) fn is_place(context: &Context<'_>, start: usize, end: usize) -> bool {
    context.name_at(start).is_some_and(|(range, entry, _)| {
        let entry = context.entry(entry);
        let district = entry.kind == EntityType::Place && entry.designation.is_some();
        let within_person = district
            && range.end < end
            && context.cue_before(context.cues.local_head, start).is_none();
        entry.kind != EntityType::Person
            && range.end >= end.min(start + 2)
            && range.end + 1 >= end
            && !within_person
    })
}
