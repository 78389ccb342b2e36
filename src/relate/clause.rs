//! Finds who acts and what is acted on around a verb, over coordination and the words in between.

use super::destination::comes;
pub(super) use super::enumerated::{
    Extent, actors_from, event_before, events_after, parties_from, things_after,
};
use super::led::led_before;
use super::line::{ItemKind, Line};
use crate::model::EntityType;

/// Farthest a subject may stand before its verb, in phrases and words.
const SUBJECT_REACH: usize = 16;

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
    if let Some(first) = subject_of_list(line, verb) {
        return Some(first);
    }
    if let Some(led) = led_before(line, verb) {
        let mut entities = Vec::new();
        led.members
            .iter()
            .for_each(|&at| push_actor(line, at, &mut entities));
        return (!entities.is_empty()).then_some(Subjects {
            entities,
            start: led.start,
            agents: false,
        });
    }
    let nearest = nearest_actor(line, verb);
    if let Some(first) = subject_of_series(line, verb, nearest) {
        return Some(first);
    }
    let nearest = nearest?;
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
    subjects.agents = subjects.start > 0 && line.is_cue(subjects.start - 1, "organizes.agent");
    (!subjects.entities.is_empty()).then_some(subjects)
}

/// The subject of a series of verbs: in `A gặp B, dự E` it is not B who attends.
fn subject_of_series(line: &Line<'_>, verb: usize, nearest: Option<usize>) -> Option<Subjects> {
    let joint = (0..verb)
        .rev()
        .find(|&at| !line.is_cue(at, "clause.before-verb"))?;
    if !line.is(joint, &[",", "và"]) || nearest.is_some_and(|nearest| joint <= nearest) {
        return None;
    }
    let Some(nearest) = nearest else {
        return far_subject(line, joint);
    };
    // `B, đang thăm P và dự E`: what is said of B goes on.
    // Of a body in a list of those met, `gặp [Hội Gỗ], các hãng của [Lào], dự E`, nothing more is said.
    let alone = line.kind(nearest) == Some(EntityType::Person)
        || (nearest + 1..joint).all(|at| line.entity(at).is_none());
    let of_nearest = alone && line.is(nearest + 1, &[","]) && nearest + 1 != joint
        || (nearest + 1..joint).any(|at| line.is_cue(at, "clause.of-the-last"));
    if of_nearest {
        return None;
    }
    let (start, first) = first_actor(line, nearest)?;
    let entities = actors_from(line, first, Extent::Clause);
    let direct = line.entity(nearest).is_some_and(|e| entities.contains(&e));
    let governed = is_governed(line, start, first);
    if direct || entities.is_empty() || governed {
        return None;
    }
    Some(with_leader(line, first, entities))
}

/// Whether the first one who acts in a clause is only asked or wished to.
fn is_governed(line: &Line<'_>, start: usize, first: usize) -> bool {
    (start..first).any(|at| line.is_cue(at, "clause.invite"))
        || cue_ending_at(line, "clause.wish", left_edge(line, first)).is_some()
}

/// The first one who acts in the clause that ends at a place, with where the clause begins.
fn first_actor(line: &Line<'_>, end: usize) -> Option<(usize, usize)> {
    let start = (0..end)
        .rev()
        .find(|&at| {
            line.is(at, &[";", ":", "”", "“"])
                || line.is_cue(at, "clause.thought")
                || line.cue_at("clause.break", at).is_some()
                || line.opens_sentence(at)
        })
        .map_or(0, |at| at + 1);
    let first = (start..end)
        .find(|&at| line.is_actor(at) && !is_adverbial(line, at) && is_free(line, at))?;
    Some((start, first))
}

/// The subject of a series whose last verb stands far behind it: `Đoàn X đã tới P, bắt đầu chuyến thăm Q và
/// dự E`; only one who goes somewhere or attends something does.
fn far_subject(line: &Line<'_>, joint: usize) -> Option<Subjects> {
    const BEFORE: [&str; 4] = [
        "visits.verb",
        "visits.noun",
        "participates.verb",
        "participates.meet",
    ];
    let (start, first) = first_actor(line, joint)?;
    let goes = (first + 1..joint).any(|at| line.is_any_cue(at, &BEFORE));
    let governed = is_governed(line, start, first);
    let entities = actors_from(line, first, Extent::Clause);
    (goes && !governed && !entities.is_empty()).then(|| with_leader(line, first, entities))
}

/// Those who act from a place on, with who leads them: `Đoàn X do Y dẫn đầu thăm P, dự E`.
fn with_leader(line: &Line<'_>, first: usize, mut entities: Vec<usize>) -> Subjects {
    let behind = line.behind_bracket(first + 1);
    if line.is(behind, &["do"])
        && behind + 1 < line.items.len()
        && is_acting(line, behind + 1)
        && line.cue_at("visits.led", behind + 2).is_some()
    {
        push_actor(line, behind + 1, &mut entities);
    }
    entities.reverse();
    Subjects {
        entities,
        start: left_edge(line, first),
        agents: false,
    }
}

/// The person whose doings a list tells: `A gặp B; thăm P; dự E`.
fn subject_of_list(line: &Line<'_>, verb: usize) -> Option<Subjects> {
    let and = usize::from(verb > 1 && line.is(verb - 1, &["và"]));
    let joint = verb
        .checked_sub(1 + and)
        .filter(|&at| line.is(at, &[";"]))?;
    let start = (0..joint)
        .rev()
        .find(|&at| {
            line.is(at, &[".", ":", "“", "”"])
                || line.is_cue(at, "clause.message")
                || line.opens_sentence(at)
        })
        .map_or(0, |at| at + 1);
    let first = (start..joint)
        .find(|&at| line.is_actor(at) && !is_adverbial(line, at) && is_free(line, at))
        .filter(|&at| line.kind(at) == Some(EntityType::Person))?;
    let mut entities = actors_from(line, first, Extent::Clause);
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
    let mut during = false;
    let mut goal = false;
    let floor = verb.saturating_sub(SUBJECT_REACH);
    while at > floor {
        at -= 1;
        if line.is(at, &[")"]) {
            at = opening_bracket(line, at)?;
            continue;
        }
        // `X đến thẳng [Lima] để dự E`: it is not the place that attends.
        if goal && line.is_place(at) {
            continue;
        }
        goal &= !line.is_cue(at, "visits.come") && !line.is_cue(at, "visits.trip");
        // `câu nói của [A] khi thăm P`
        let owner = during && is_owner(line, at);
        if is_acting(line, at) && (owner || !is_adverbial(line, at)) {
            return Some(at);
        }
        // `ý thức của người dân khi tham gia E`
        let people = during && line.cue_at("clause.people", at).is_some();
        if people || line.opens_sentence(at) {
            return None;
        }
        // `kể từ khi ký`: since then, whoever did it.
        let since = at > 0 && line.is(at - 1, &["từ"]);
        let meanwhile = !since && line.cue_at("clause.while", at) == Some(verb);
        during |= meanwhile;
        if meanwhile {
            continue;
        }
        if at + 1 == verb && line.is(at, &["để"]) && comes(line, at) {
            goal = true;
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
        // `[Hội Gỗ] tại [Lào] và [B]`: where a body has its seat.
        if line.is_place(at)
            && at > 1
            && line.is(at - 1, &["tại", "ở"])
            && line.kind(at - 2) == Some(EntityType::Agency)
        {
            at -= 2;
            continue;
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
pub(super) fn is_acting(line: &Line<'_>, at: usize) -> bool {
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
pub(super) fn is_adverbial(line: &Line<'_>, at: usize) -> bool {
    let mut edge = left_edge(line, at);
    // `tại thủ đô [Minsk], [Belarus]`: a list of places has one preposition.
    while line.is_place(at)
        && edge >= 2
        && line.is(edge - 1, &[",", "và", "-", "–"])
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
                && !line.is_cue(edge.saturating_sub(2), "clause.joins-with")
    } else {
        is_owner(line, at)
            || cue_ending_at(line, "clause.oblique", edge).is_some()
            || cue_ending_at(line, "clause.reporter", edge).is_some()
    }
}

/// Farthest the word for a delegation may stand before `của`.
const DELEGATION_REACH: usize = 5;

/// Whether a person only owns something, and does not act: `trong chuyến thăm của [A], hai bên …`. A
/// delegation acts as the one whose it is.
pub(super) fn is_owner(line: &Line<'_>, at: usize) -> bool {
    let edge = left_edge(line, at);
    if edge == 0 || !line.is_person(at) || !line.is(edge - 1, &["của"]) {
        return false;
    }
    !(edge.saturating_sub(DELEGATION_REACH)..edge)
        .any(|i| line.cue_at("visits.delegation", i).is_some())
}

/// Whether nothing governs the phrase: a clause, an enumeration or an agent begins with it.
fn is_free(line: &Line<'_>, at: usize) -> bool {
    let edge = left_edge(line, at);
    if edge == 0 {
        return true;
    }
    let before = edge - 1;
    matches!(line.items[before].kind, ItemKind::Mark | ItemKind::Date(_))
        || line.is_cue(before, "clause.before-actor")
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
