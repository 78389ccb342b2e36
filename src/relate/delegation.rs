//! Who travels: delegations with their senders and leaders, persons, offices.

use super::clause::{cue_ending_at, is_owner, left_edge};
use super::led::led_before;
use super::line::{ItemKind, Line};
use crate::model::EntityType;

/// Farthest a companion may stand behind `và`, in phrases and words.
const COMPANION_REACH: usize = 8;

/// A visitor: whom the delegation comes from or who leads it, with the role of an unnamed leader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Visitor {
    pub(super) entity: usize,
    pub(super) title: Option<String>,
}

/// The visitors before a verb: persons and offices, and senders of a delegation.
pub(super) fn visitors_before(line: &Line<'_>, verb: usize) -> Vec<Visitor> {
    if let Some(led) = led_before(line, verb) {
        let members = led.members.iter();
        return members.filter_map(|&at| visitor(line, at)).collect();
    }
    let nearest = (0..verb)
        .rev()
        .take_while(|&at| !line.is(at, &[";", ":", "."]))
        .find(|&at| is_visitor(line, at) && (at + 2 >= verb || !is_owner(line, at)));
    let Some(nearest) = nearest else {
        return Vec::new();
    };
    let mut visitors: Vec<Visitor> = visitor(line, nearest).into_iter().collect();
    let mut edge = phrase_start(line, nearest);
    while let Some(next) = companion_before(line, edge) {
        visitors.extend(visitor(line, next));
        edge = phrase_start(line, next);
    }
    visitors
}

/// The visitor joined on the left to the one whose phrase begins at `edge`: `X và Y`, `X do Y dẫn đầu`.
fn companion_before(line: &Line<'_>, edge: usize) -> Option<usize> {
    let joint = if edge > 0 && line.is(edge - 1, &["và", "cùng", "do"]) {
        edge - 1
    } else {
        cue_ending_at(line, "clause.join", edge)?
    };
    (joint.saturating_sub(4)..joint)
        .rev()
        .take_while(|&at| {
            matches!(line.items[at].kind, ItemKind::Word)
                || line.is(at, &[","])
                || is_visitor(line, at)
        })
        .find(|&at| is_visitor(line, at))
}

/// Farthest a verb of receiving may stand before that of visiting, in phrases and words.
const GUEST_REACH: usize = 30;

/// Those who are received where they visit: `vui mừng được đón tiếp A và đoàn [B] sang thăm P`.
pub(super) fn guests_before(line: &Line<'_>, verb: usize) -> Vec<Visitor> {
    let floor = verb.saturating_sub(GUEST_REACH);
    let received = line
        .cue("visits.welcome")
        .into_iter()
        .rfind(|cue| cue.start >= floor && cue.end < verb);
    let Some(cue) = received else {
        return Vec::new();
    };
    let first = (cue.end..verb)
        .take_while(|&at| matches!(line.items[at].kind, ItemKind::Word) || is_visitor(line, at))
        .find(|&at| is_visitor(line, at));
    let Some(first) = first.filter(|&at| phrase_start(line, at) == cue.end) else {
        return Vec::new();
    };
    let other = (first..verb)
        .any(|at| line.is(at, &[";", ":", ".", "“", "”"]) || line.is_cue(at, "clause.invite"));
    if other {
        return Vec::new();
    }
    visitors_together(line, first)
}

/// A visitor and the one who leads the delegation: `đoàn X do ông Y dẫn đầu`.
pub(super) fn visitors_from(line: &Line<'_>, at: usize) -> Vec<Visitor> {
    let mut visitors: Vec<Visitor> = visitor(line, at).into_iter().collect();
    let next = line.behind_bracket(at + 1);
    if line.is(next, &["do"])
        && next + 1 < line.items.len()
        && is_visitor(line, next + 1)
        && line.cue_at("visits.led", next + 2).is_some()
    {
        visitors.extend(visitor(line, next + 1));
    }
    visitors
}

/// Visitors joined by `và` or `cùng`: `Thủ tướng X, Phu nhân và Đoàn đại biểu cấp cao [Việt Nam]`.
pub(super) fn visitors_together(line: &Line<'_>, at: usize) -> Vec<Visitor> {
    let mut visitors = visitors_from(line, at);
    let mut next = line.behind_bracket(at + 1);
    while line.is(next, &["và", "cùng", ","]) {
        let comma = line.is(next, &[","]);
        let joint = if line.is(next + 1, &["cùng", "và"]) {
            next + 2
        } else {
            next + 1
        };
        let end = line.items.len().min(joint + COMPANION_REACH);
        let companion = (joint..end)
            .take_while(|&i| matches!(line.items[i].kind, ItemKind::Word) || is_visitor(line, i))
            .find(|&i| is_visitor(line, i))
            .filter(|&i| phrase_start(line, i) <= joint || line.is_cue(i - 1, "visits.high"));
        // `…, Bộ trưởng B nói`: behind a bare comma another clause may begin.
        let person = |&i: &usize| matches!(line.items[i].kind, ItemKind::Person(..));
        if comma && joint == next + 1 && companion.as_ref().is_some_and(person) {
            break;
        }
        if let Some(companion) = companion {
            visitors.extend(visitor(line, companion));
            next = line.behind_bracket(companion + 1);
        } else {
            // `và Phu nhân, cùng …`: a companion without a name.
            let unnamed =
                (joint + 1..end.min(joint + 4)).find(|&i| line.is(i, &["và", "cùng", ","]));
            match unnamed {
                Some(behind) => next = behind,
                None => break,
            }
        }
    }
    visitors
}

/// Who sends the delegation that the person at a place leads: `đoàn [X] do ông Y dẫn đầu`.
pub(super) fn sender_led_by(line: &Line<'_>, leader: usize) -> Option<usize> {
    let joint = leader.checked_sub(1)?;
    line.cue_at("visits.led", leader + 1)?;
    if !line.is(joint, &["do"]) {
        return None;
    }
    let sender = (joint.saturating_sub(4)..joint).rev().find(|&at| {
        matches!(line.items[at].kind, ItemKind::Name(_)) && line.behind_bracket(at + 1) == joint
    })?;
    is_delegation(line, sender).then(|| line.entity(sender))?
}

/// A person, an office, or a name behind `đoàn`.
pub(super) fn is_visitor(line: &Line<'_>, at: usize) -> bool {
    match line.items[at].kind {
        ItemKind::Person(..) | ItemKind::Office(_) => true,
        ItemKind::Name(_) => {
            (line.kind(at) == Some(EntityType::Agency) || line.is_place(at))
                && is_delegation(line, at)
        }
        _ => false,
    }
}

/// Whether `đoàn` stands shortly before a name, with nothing but words in between.
fn is_delegation(line: &Line<'_>, at: usize) -> bool {
    delegation_start(line, at).is_some()
}

/// Where `đoàn` stands before a name: `đoàn đại biểu quân sự cấp cao [Lào]`.
fn delegation_start(line: &Line<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(7)..at)
        .rev()
        .take_while(|&i| matches!(line.items[i].kind, ItemKind::Word) && line.entity(i).is_none())
        .take_while(|&i| {
            !line.is_cue(i, "clause.tense") && line.cue_at("visits.journey", i).is_none()
        })
        .find(|&i| {
            let sends = line.kind(at) != Some(EntityType::Place);
            let delegation = line.cue_at("visits.delegation", i).is_some()
                && line.cue_at("visits.no-delegation", i).is_none();
            delegation || sends && line.cue_at("visits.vessel", i).is_some()
        })
}

/// Where the phrase of a visitor begins.
fn phrase_start(line: &Line<'_>, at: usize) -> usize {
    let delegation = match line.items[at].kind {
        ItemKind::Name(_) => delegation_start(line, at),
        _ => None,
    };
    delegation.unwrap_or_else(|| left_edge(line, at))
}

pub(super) fn visitor(line: &Line<'_>, at: usize) -> Option<Visitor> {
    match &line.items[at].kind {
        ItemKind::Person(_, posts) => Some(Visitor {
            entity: line.entity(at)?,
            title: posts.iter().find(|p| !p.rank_only).map(|p| p.title.clone()),
        }),
        ItemKind::Office(posts) if posts.is_empty() => Some(Visitor {
            entity: line.entity(at)?,
            title: None,
        }),
        ItemKind::Office(posts) => posts.iter().find_map(|post| {
            let sender = post.bodies.first().copied();
            Some(Visitor {
                entity: line
                    .entity(at)
                    .or_else(|| sender.filter(|_| !post.implied_body))?,
                title: Some(post.title.clone()),
            })
        }),
        ItemKind::Name(_) => Some(Visitor {
            entity: line.entity(at)?,
            title: None,
        }),
        _ => None,
    }
}

/// The delegations enumerated from a place on: `đoàn Tổng thống [Chile], Tổng thống [Áo]`.
pub(super) fn delegations(line: &Line<'_>, from: usize) -> Vec<Visitor> {
    let mut visitors = Vec::new();
    let mut at = from;
    while at < line.items.len() {
        let Some(first) = line.cue_at("visits.delegation", at) else {
            at += 1;
            continue;
        };
        at = first;
        while at < line.items.len() {
            if let Some(next) = line.cue_at("clause.noun", at) {
                at = next;
                continue;
            }
            let named = match line.items[at].kind {
                ItemKind::Office(_) | ItemKind::Person(..) => true,
                ItemKind::Name(_) => line.is_place(at) || line.kind(at) == Some(EntityType::Agency),
                _ => false,
            };
            if !named {
                break;
            }
            visitors.extend(visitors_from(line, at));
            at += 1;
            if line.is(at, &[",", "và"]) {
                at += 1;
            } else if !line.is_actor(at) {
                break;
            }
        }
    }
    visitors
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn ships_of_a_navy() {
        expect(
            "visits",
            "Tàu hộ vệ tên lửa của [Hải quân Chile|Agency] cập cảng [Cam Ranh|Place]; tàu chở hàng [Lào|Country] cập cảng [Huế|Province].",
            &["Hải quân Chile visits Cam Ranh"],
        );
    }

    #[test]
    fn guests_who_are_welcomed() {
        expect(
            "visits",
            "Chào đón đoàn [Hội Gỗ|Agency] sang thăm [Việt Nam|Country], ông [Trần Văn An|Person] nói lời cảm ơn.",
            &["Hội Gỗ visits Việt Nam"],
        );
    }
}
