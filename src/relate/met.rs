//! Where a clause says that people meet at a place.

use super::clause::left_edge;
use super::line::{ItemKind, Line};

/// Farthest a word of meeting may stand before the place, in phrases and words.
pub(super) const MEETING_REACH: usize = 7;
/// Farthest a place may stand behind that of a landmark in it.
const LANDMARK_REACH: usize = 5;

/// Where the setting begins that ends with the preposition at `at`: `tại nhà khách [A] ở [Paris]` begins
/// at `tại`.
pub(super) fn beginning(line: &Line<'_>, at: usize) -> usize {
    let landmark = at > 0 && line.is_place(at - 1);
    let plain = |&i: &usize| matches!(line.items[i].kind, ItemKind::Word) || i + 1 == at;
    let words = (at.saturating_sub(LANDMARK_REACH)..at).rev();
    let outer = words.take_while(plain).find(|&i| line.is(i, &["tại", "ở"]));
    outer.filter(|_| landmark).unwrap_or(at)
}

/// `tranh của [A] tại P`, `thân với [A] ở P`: what is told of, if no meeting, is there alone.
pub(super) fn is_only_named(line: &Line<'_>, at: usize) -> bool {
    let edge = left_edge(line, at);
    let named = edge > 0 && line.is_cue(edge - 1, "visits.mentioned");
    let meets = |i: usize| {
        let met = line.cue_at("participates.meet", i);
        let sent = line.cue_at("visits.delegation", i);
        met.or(sent).is_some() || line.is_cue(i, "visits.gathers")
    };
    named && !(clause_around(line, at).0..at).any(meets)
}

/// Where a clause says that people meet at the place behind the preposition.
pub(super) fn meetings_at(line: &Line<'_>, at: usize, start: usize, end: usize) -> Vec<usize> {
    let meets = |at: &usize| {
        let met = line
            .cue_at("participates.meet", *at)
            .is_some_and(|behind| !line.is_cue(behind, "visits.press-meeting"));
        // `tiếp [X]`, not `tiếp tục`
        let received = line.cue_at("visits.receive", *at).is_some_and(|behind| {
            (behind..behind + 2).any(|at| line.is_actor(at))
                || line.cue_at("visits.delegation", behind).is_some()
        });
        let speaks = line.is_cue(*at, "visits.speak");
        met || received || speaks
    };
    let meetings: Vec<usize> = (start..end).filter(meets).collect();
    let Some(before) = at.checked_sub(1).filter(|&before| before >= start) else {
        return meetings;
    };
    let direct = matches!(
        line.items[before].kind,
        ItemKind::Person(..) | ItemKind::Office(_) | ItemKind::Date(_)
    ) || line.is(before, &[","])
        || line.is_event(before);
    let near = (before.saturating_sub(MEETING_REACH)..=before)
        .rev()
        .take_while(|&at| !line.is_cue(at, "visits.other-matter"));
    if direct || near.into_iter().any(|at| meetings.contains(&at)) {
        return meetings;
    }
    Vec::new()
}

/// The stretch around a place in which no other thought begins.
pub(super) fn clause_around(line: &Line<'_>, at: usize) -> (usize, usize) {
    let ends = |i: usize| {
        line.is(i, &[";", ":", ".", "?", "!", "…", "“", "”", "rằng"])
            || line.is_cue(i, "clause.lets-know")
    };
    let start = (0..at)
        .rev()
        .find(|&i| ends(i) || line.opens_sentence(i + 1))
        .map_or(0, |i| i + 1);
    let end = (at..line.items.len())
        .find(|&i| ends(i) || i > at && line.opens_sentence(i))
        .unwrap_or(line.items.len());
    (start, end)
}
