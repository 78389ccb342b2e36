//! Finds who acts and what is acted on around a verb, over coordination and the words in between.

use super::destination::comes;
use super::line::{ItemKind, Line};
use crate::model::EntityType;

/// Farthest a subject may stand before its verb, in phrases and words.
const SUBJECT_REACH: usize = 16;
/// Farthest an object may stand behind its verb, in phrases and words.
const OBJECT_REACH: usize = 12;
/// Farthest the next member of an enumeration may stand behind the one before, brackets aside.
const MEMBER_REACH: usize = 7;

/// Farthest the next actor of an enumeration may stand behind its comma.
const NEXT_ACTOR_REACH: usize = 3;

/// Those who act.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Subjects {
    /// Entities, nearest to the verb first.
    pub(super) entities: Vec<usize>,
    /// Where the leftmost phrase begins.
    pub(super) start: usize,
    /// Whether `do` or `được` stands before them: the thing acted on is further left.
    pub(super) agents: bool,
}

/// Those who act in the clause of the verb at `verb`.
pub(super) fn subjects(line: &Line<'_>, verb: usize) -> Option<Subjects> {
    let nearest = nearest_actor(line, verb)?;
    if let Some(first) = subject_of_series(line, verb, nearest) {
        return Some(first);
    }
    let mut subjects = Subjects {
        entities: Vec::new(),
        start: left_edge(line, nearest),
        agents: false,
    };
    push_actor(line, nearest, &mut subjects.entities);
    while let Some(next) = joined_before(line, subjects.start) {
        push_actor(line, next, &mut subjects.entities);
        subjects.start = left_edge(line, next);
    }
    let wished = cue_ending_at(line, "clause.wish", subjects.start).is_some();
    if wished {
        return None;
    }
    subjects.agents = subjects.start > 0 && line.is(subjects.start - 1, &["do", "được", "bởi"]);
    (!subjects.entities.is_empty()).then_some(subjects)
}

/// The subject of a series of verbs: in `A gặp B, dự E` it is not B who attends.
fn subject_of_series(line: &Line<'_>, verb: usize, nearest: usize) -> Option<Subjects> {
    let joint = (0..verb)
        .rev()
        .find(|&at| !line.is(at, &["đã", "sẽ", "cùng", "cũng", "đồng", "thời", "có"]))?;
    if !line.is(joint, &[",", "và"]) || joint <= nearest {
        return None;
    }
    // `B, đang thăm P và dự E`: what is said of B goes on.
    let of_nearest = line.is(nearest + 1, &[","]) && nearest + 1 != joint
        || (nearest + 1..joint).any(|at| line.is(at, &["đang", "người", "vừa"]));
    if of_nearest {
        return None;
    }
    let start = (0..nearest)
        .rev()
        .find(|&at| {
            line.is(at, &[";", ":", "rằng", "biết", "nói", "hay", "”", "“"])
                || line.cue_at("clause.break", at).is_some()
                || line.opens_sentence(at)
        })
        .map_or(0, |at| at + 1);
    let first = (start..nearest)
        .find(|&at| line.is_actor(at) && !is_adverbial(line, at) && is_free(line, at))?;
    let mut entities = actors_from(line, first, Extent::Clause);
    let direct = line.entity(nearest).is_some_and(|e| entities.contains(&e));
    let governed = (start..first).any(|at| line.is(at, &["mời"]))
        || cue_ending_at(line, "clause.wish", left_edge(line, first)).is_some();
    if direct || entities.is_empty() || governed {
        return None;
    }
    // `Đoàn X do Y dẫn đầu thăm P, dự E`
    let behind = line.behind_bracket(first + 1);
    if line.is(behind, &["do"])
        && behind + 1 < line.items.len()
        && is_acting(line, behind + 1)
        && line.cue_at("visits.led", behind + 2).is_some()
    {
        push_actor(line, behind + 1, &mut entities);
    }
    entities.reverse();
    Some(Subjects {
        entities,
        start: left_edge(line, first),
        agents: false,
    })
}

/// The first phrase to the left of a verb that can be its subject.
fn nearest_actor(line: &Line<'_>, verb: usize) -> Option<usize> {
    let mut at = verb;
    let floor = verb.saturating_sub(SUBJECT_REACH);
    while at > floor {
        at -= 1;
        if line.is(at, &[")"]) {
            at = opening_bracket(line, at)?;
            continue;
        }
        if is_acting(line, at) && !is_adverbial(line, at) {
            return Some(at);
        }
        if line.opens_sentence(at) {
            return None;
        }
        if at + 1 == verb && line.is(at, &["để"]) && comes(line, at) {
            continue;
        }
        let said = line.is(at, &[","]) && cue_ending_at(line, "participates.speech", at).is_some();
        if said
            || line.is(at, &[";", ":", ".", "…", "?", "!"])
            || line
                .cue_at("clause.break", at)
                .is_some_and(|end| end <= verb)
        {
            return None;
        }
    }
    None
}

/// The actor that is joined on the left to the phrase that begins at `start`.
fn joined_before(line: &Line<'_>, start: usize) -> Option<usize> {
    if start == 0 {
        return None;
    }
    let sep = start - 1;
    let through_comma = line.is(sep, &[","]);
    let joint = if through_comma || line.is(sep, &["và", "&"]) {
        sep
    } else {
        cue_ending_at(line, "clause.join", start)?
    };
    let mut at = joint.checked_sub(1)?;
    if through_comma && line.is(at, &["và"]) {
        at = at.checked_sub(1)?;
    }
    let strong = !through_comma && !line.is(sep, &["và", "&"]);
    let reach = if strong { 5 } else { 0 };
    let floor = at.saturating_sub(reach);
    loop {
        if line.is(at, &[")"]) {
            at = opening_bracket(line, at)?.checked_sub(1)?;
            continue;
        }
        if is_acting(line, at) && !is_adverbial(line, at) {
            let free = strong || is_free(line, at);
            return free.then_some(at);
        }
        let passable = matches!(line.items[at].kind, ItemKind::Word) && line.entity(at).is_none()
            || line.is(at, &[","]) && strong;
        if at <= floor || !passable || line.cue_at("clause.break", at).is_some() {
            return None;
        }
        at -= 1;
    }
}

/// Whether someone who can act stands here; a pronoun with a known meaning counts.
fn is_acting(line: &Line<'_>, at: usize) -> bool {
    line.is_actor(at)
        || matches!(line.items[at].kind, ItemKind::Word)
            && line
                .kind(at)
                .is_some_and(|kind| matches!(kind, EntityType::Agency | EntityType::Person))
}

/// Adds the entity of an actor; an office without a known holder acts for its body.
pub(super) fn push_actor(line: &Line<'_>, at: usize, entities: &mut Vec<usize>) {
    if let ItemKind::Group(members) = &line.items[at].kind {
        entities.extend(members);
        return;
    }
    let entity = line.entity(at).or_else(|| match &line.items[at].kind {
        ItemKind::Office(posts) => posts
            .iter()
            .filter(|post| !post.implied_body)
            .find_map(|post| post.bodies.first().copied()),
        _ => None,
    });
    if let Some(entity) = entity
        && !entities.contains(&entity)
    {
        entities.push(entity);
    }
}

/// Where the phrase of a name begins, its common nouns included: `đại diện tỉnh [Nghệ An]`.
pub(super) fn left_edge(line: &Line<'_>, at: usize) -> usize {
    let mut edge = at;
    while let Some(start) = cue_ending_at(line, "clause.noun", edge) {
        edge = start;
    }
    edge
}

/// Whether a phrase only says where or from what: `tại [Hà Nội]`, `theo [Bộ Ngoại giao]`.
fn is_adverbial(line: &Line<'_>, at: usize) -> bool {
    let mut edge = left_edge(line, at);
    // `tại thủ đô [Minsk], [Belarus]`: a list of places has one preposition.
    while line.is_place(at)
        && edge >= 2
        && line.is(edge - 1, &[",", "và"])
        && line.is_place(edge - 2)
    {
        edge = left_edge(line, edge - 2);
    }
    if edge == 0 || cue_ending_at(line, "clause.join", edge).is_some() {
        return false;
    }
    let visited = ["visits.verb", "visits.noun"]
        .into_iter()
        .any(|list| cue_ending_at(line, list, edge).is_some());
    if line.is_place(at) {
        visited
            || cue_ending_at(line, "clause.locative", edge).is_some()
            || cue_ending_at(line, "clause.people", edge).is_some()
            || line.is(edge - 1, &["của", "với", "cho"])
                && !line.is(edge.saturating_sub(2), &["cùng", "hợp"])
    } else {
        cue_ending_at(line, "clause.oblique", edge).is_some()
            || cue_ending_at(line, "clause.reporter", edge).is_some()
    }
}

/// Whether nothing governs the phrase: a clause, an enumeration or an agent begins with it.
fn is_free(line: &Line<'_>, at: usize) -> bool {
    let edge = left_edge(line, at);
    if edge == 0 {
        return true;
    }
    let before = edge - 1;
    matches!(line.items[before].kind, ItemKind::Mark | ItemKind::Date(_))
        || line.is(
            before,
            &[
                "và", "do", "được", "bởi", "cùng", "với", "có", "gồm", "là", "đó", "sau", "này",
            ],
        )
        || cue_ending_at(line, "clause.join", edge).is_some()
}

/// Where a phrase of a cue list that ends before `end` begins.
#[inline]
pub(super) fn cue_ending_at(line: &Line<'_>, list: &'static str, end: usize) -> Option<usize> {
    if !line.has(list) {
        return None;
    }
    (end.saturating_sub(6)..end).find(|&start| line.cue_at(list, start) == Some(end))
}

/// Where the bracket that closes at `close` opens.
fn opening_bracket(line: &Line<'_>, close: usize) -> Option<usize> {
    (0..close).rev().find(|&at| line.is(at, &["("]))
}

/// The events or programmes that are the object of a verb that ends before `from`.
pub(super) fn events_after(line: &Line<'_>, from: usize) -> Vec<usize> {
    if !line.has_event() {
        return Vec::new();
    }
    things_after(line, from, |at| line.is_event(at))
}

/// The things of one kind that are the object of a verb that ends before `from`, with those
/// enumerated behind the first; their places.
pub(super) fn things_after(
    line: &Line<'_>,
    from: usize,
    wanted: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = from;
    let mut limit = from + OBJECT_REACH;
    while at < line.items.len().min(limit) {
        if wanted(at) {
            found.push(at);
            let next = line.behind_quote(at + 1);
            at = line.behind_quote(line.behind_bracket(next));
            limit = at + MEMBER_REACH;
            if !continues(line, at) {
                break;
            }
            continue;
        }
        let listed = at + 1 < line.items.len() && line.cue_at("anaphora.event", at + 1).is_some();
        let stop = line.is(at, &[".", ":", "?", "!"])
            || found.is_empty() && (line.is(at, &[";"]) || line.is(at, &[","]) && !listed)
            || line.cue_at("clause.object-end", at).is_some()
            || !found.is_empty() && line.is_actor(at);
        if stop {
            break;
        }
        at += 1;
    }
    found
}

/// Whether an enumeration goes on at a place.
fn continues(line: &Line<'_>, at: usize) -> bool {
    line.is(at, &[",", "và", "hay", "hoặc", "cùng", ";", "&"])
}

/// The event or programme spoken of last before a place.
pub(super) fn event_before(line: &Line<'_>, before: usize) -> Option<usize> {
    if !line.has_event() {
        return None;
    }
    (0..before)
        .rev()
        .take_while(|&at| !line.is(at, &[";", "?", "!"]))
        .find(|&at| line.is_event(at))
}

/// How far an enumeration may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// To the end of the clause.
    Clause,
    /// Over semicolons, to the end of the sentence.
    Sentence,
}

/// The actors enumerated from a place on: `X, Y và đại diện Z`.
pub(super) fn actors_from(line: &Line<'_>, from: usize, extent: Extent) -> Vec<usize> {
    let mut entities = Vec::new();
    let mut at = from;
    let mut gap = 0;
    while at < line.items.len() {
        let reach = if entities.is_empty() {
            MEMBER_REACH
        } else {
            NEXT_ACTOR_REACH
        };
        if gap > reach {
            break;
        }
        if is_acting(line, at) {
            push_actor(line, at, &mut entities);
            gap = 0;
            at = line.behind_bracket(at + 1);
            if !continues(line, at) || extent == Extent::Clause && line.is(at, &[";"]) {
                break;
            }
            at += 1;
            continue;
        }
        let stop = line.is(at, &[".", "?", "!"])
            || line.cue_at("clause.object-end", at).is_some()
            || line.is_event(at);
        if stop {
            break;
        }
        gap += 1;
        at += 1;
    }
    entities
}

/// The parties behind `giữa`: `A và B`, `A, B và C`, `A với B`; none without the last joint.
pub(super) fn parties_from(line: &Line<'_>, from: usize) -> Vec<usize> {
    let mut entities = Vec::new();
    let mut at = from;
    let mut last = false;
    while at < line.items.len() {
        let Some(actor) = (at..line.items.len().min(at + NEXT_ACTOR_REACH + 1))
            .take_while(|&i| !line.is(i, &[",", ";", "và", "với"]) || is_acting(line, i))
            .find(|&i| is_acting(line, i))
        else {
            return Vec::new();
        };
        push_actor(line, actor, &mut entities);
        if last {
            return entities;
        }
        at = line.behind_bracket(actor + 1);
        last = line.is(at, &["và", "với", "-", "–"]);
        if !last && !line.is(at, &[","]) {
            return Vec::new();
        }
        at += 1;
    }
    Vec::new()
}
