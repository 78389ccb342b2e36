//! What is enumerated behind a verb or preposition: things acted on, actors, parties.

use super::clause::{is_acting, push_actor};
use super::line::{ItemKind, Line};
use crate::model::EntityType;

/// Farthest an object may stand behind its verb, in phrases and words.
const OBJECT_REACH: usize = 12;
/// Farthest the next member of an enumeration may stand behind the one before, brackets aside.
const MEMBER_REACH: usize = 7;

/// Farthest the first event may stand behind `như`.
const LISTED_REACH: usize = 18;
/// Farthest `như` may stand behind the verb whose objects it gives examples of.
const SUMMED_REACH: usize = 24;
/// Farthest the noun that sums them up may stand behind the verb.
const SUM_REACH: usize = 4;

/// Farthest the next actor of an enumeration may stand behind its comma.
const NEXT_ACTOR_REACH: usize = 3;

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
    let mut listed = false;
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
        // `tổ chức nhiều hoạt động thiết thực như: …; triển lãm “…”`
        if found.is_empty()
            && let Some(behind) = examples_behind(line, from, at)
        {
            listed = true;
            at = behind;
            limit = at + LISTED_REACH;
            continue;
        }
        let noun = at + 1 < line.items.len() && line.cue_at("anaphora.event", at + 1).is_some();
        let joint = line.is(at, &[";"]) || line.is(at, &[","]) && !noun;
        let stop = line.is(at, &[".", ":", "?", "!"])
            || found.is_empty() && joint && !listed
            || line.cue_at("clause.object-end", at).is_some()
            || !found.is_empty() && line.is_actor(at);
        if stop {
            break;
        }
        at += 1;
    }
    found
}

/// The place behind `như:` where what is done is summed up before and events follow: `nhiều hoạt động`.
fn examples_behind(line: &Line<'_>, from: usize, at: usize) -> Option<usize> {
    if !line.has("series.such-as") {
        return None;
    }
    let cue = (at..line.items.len().min(from + SUMMED_REACH))
        .take_while(|&i| matches!(line.items[i].kind, ItemKind::Word) && line.entity(i).is_none());
    let summed = at == from && (from..from + SUM_REACH).any(|i| line.is_cue(i, "series.sum"));
    let behind = cue
        .filter(|_| summed)
        .find_map(|i| line.cue_at("series.such-as", i))?;
    Some(behind + usize::from(line.is(behind, &[":"])))
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
        // `X và Phu nhân cùng Đoàn đại biểu cấp cao [A]`
        let between = ["clause.join", "clause.noun"]
            .into_iter()
            .find_map(|list| line.cue_at(list, at))
            .filter(|_| !entities.is_empty());
        gap += usize::from(between.is_none());
        at = between.unwrap_or(at + 1);
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
        // `giữa Chile và một nước [châu Âu]`: none of those named.
        let of_region = line.kind(actor) == Some(EntityType::Place);
        let states = (at..actor).any(|i| line.is_cue(i, "visits.state-noun"));
        let one = || (at..actor).any(|i| line.is(i, &["một"]));
        if states && (of_region || one()) {
            return Vec::new();
        }
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

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn examples_of_what_is_held() {
        expect(
            "organizes",
            "[Bộ Y tế|Agency] đã tổ chức một đội chuyên trách những việc hết sức cần thiết và rất cấp bách như: đón khách; phục vụ [Lễ hội Hoa|Event].",
            &[],
        );
        expect(
            "organizes",
            "[Bộ Y tế|Agency] đã tổ chức nhiều hoạt động giao lưu nhân dân hết sức thiết thực và rất phong phú như: cuộc thi vẽ; triển lãm “[Sắc Xuân|Event]” và [Lễ hội Hoa|Event].",
            &["Bộ Y tế organizes Sắc Xuân", "Bộ Y tế organizes Lễ hội Hoa"],
        );
    }
}
