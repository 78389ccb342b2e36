//! The words with which a sentence begins before the one who acts: `Phát biểu tại E diễn ra hôm qua, X …`.

use super::clause::is_adverbial;
use super::line::{ItemKind, Line};

/// Longest stretch between the event of a frame and the comma behind it, in phrases and words.
const TAIL: usize = 24;
/// Farthest the one who acts may stand behind the comma.
const ACTOR_REACH: usize = 5;
/// Farthest a frame may begin from the start of its sentence.
const OPENING: usize = 6;

/// Whether a sentence begins at a place, words of time and order aside: nobody is named before.
pub(super) fn begins(line: &Line<'_>, at: usize) -> bool {
    let start = (0..at)
        .rev()
        .find(|&i| line.is(i, &[".", ";", ":", "?", "!"]) || line.opens_sentence(i + 1))
        .map_or(0, |i| i + 1);
    let people = (start..at).any(|i| {
        matches!(
            line.items[i].kind,
            ItemKind::Person(..) | ItemKind::Office(_)
        )
    });
    let near = at - start <= OPENING && (start..at).all(|i| line.entity(i).is_none());
    near || !people && line.is(at.wrapping_sub(1), &[","])
}

/// The comma behind a frame whose event ends before `from`: what is said of the event's time, place and
/// organiser may stand between, and a person behind it acts.
pub(super) fn comma_behind(line: &Line<'_>, from: usize) -> Option<usize> {
    let end = line.items.len().min(from + TAIL);
    let mut at = from;
    while at < end {
        if line.is(at, &["("]) {
            at = line.behind_bracket(at).max(at + 1);
            continue;
        }
        if line.is(at, &["“", "\""]) {
            // A theme in quotation marks.
            let close = (at + 1..line.items.len()).find(|&i| line.is(i, &["”", "\""]));
            at = close.map_or(end, |close| close + 1);
            continue;
        }
        if line.is(at, &[","]) && acts_behind(line, at) {
            return Some(at);
        }
        let other = line.is_event(at)
            || line.is(at, &[".", ";", ":", "?", "!"])
            || matches!(
                line.items[at].kind,
                ItemKind::Person(..) | ItemKind::Office(_)
            )
            || line.cue_at("participates.speech", at).is_some();
        if other {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether someone acts shortly behind a comma.
fn acts_behind(line: &Line<'_>, comma: usize) -> bool {
    (comma + 1..line.items.len().min(comma + ACTOR_REACH))
        .take_while(|&at| !line.is(at, &[",", ".", ";"]))
        .find(|&at| line.is_actor(at))
        .is_some_and(|at| {
            !is_adverbial(line, at)
                && matches!(
                    line.items[at].kind,
                    ItemKind::Person(..) | ItemKind::Office(_)
                )
        })
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn what_is_said_of_the_event_between() {
        expect(
            "participatesIn",
            "Tuy nhiên, phát biểu tại [Diễn đàn Xanh|Event] diễn ra sáng {5/7/2018=2018-07-05} ở [Huế|Province], ông [Trần Văn An|Person] nói không.",
            &["Trần Văn An participatesIn Diễn đàn Xanh"],
        );
        expect(
            "participatesIn",
            "Tại [Diễn đàn Xanh|Event] do [Bộ Y tế|Agency] tổ chức chiều qua, bà [Phạm Thị Hoa|Person] cho biết giá đã giảm.",
            &["Phạm Thị Hoa participatesIn Diễn đàn Xanh"],
        );
    }

    #[test]
    fn a_guest_behind_another_clause() {
        expect(
            "participatesIn",
            "Ông [Trần Văn An|Person] mời bạn bè dự [Diễn đàn Xanh|Event] tại [Huế|Province], ông [Lê Bình|Person] nói.",
            &[],
        );
    }
}
