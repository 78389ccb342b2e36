//! Where the titles of documents end: their number, their period, their parties.

use super::boundary::{self, Tail};
use super::{Context, event, law, parties};
use crate::model::{EntityType, Found};
use crate::text::TokenRange;

/// Where a title ends, and whether it names the parties of an agreement.
pub(super) fn extent(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    capital: bool,
) -> (usize, bool) {
    let treaty = context.cue_at(context.cues.treaty_head, head.start) == Some(head.end);
    let limit = context.sentence_end(head.start);
    let mut end = boundary::name_end(context, head.end, head.end, limit, Tail::Loose, found);
    end = period(
        context,
        end,
        limit,
        treaty && !of_plan(context, head.end, end),
    );
    // `Kế hoạch hợp tác năm 2017 giữa Bộ Y tế và Bộ Y tế Lào`: the parties behind the period.
    if end < limit && context.text.folded(end) == "giữa" {
        end = boundary::name_end(context, head.end, end + 1, limit, Tail::Loose, found);
    }
    end = trim(context, head.end, behind_number(context, head, end));
    if treaty && capital {
        end = with_state(context, found, head, end, limit);
    }
    let parties = with_parties(context, found, head, end, limit).filter(|&parties| {
        // `thỏa thuận hợp tác giữa [A] và [B]`: in lower case only what it is about makes it one.
        let about = (head.end..parties).find(|&t| context.text.folded(t) == "giữa");
        capital || treaty && about.is_some_and(|about| about > head.end + 1)
    });
    if law::is_law(context, head) && parties.is_none() {
        let end = law::closed(context, found, head, end);
        return (law::revised(context, end), false);
    }
    (parties.unwrap_or(end), parties.is_some())
}

/// `giữa Bộ A và Bộ B của Chile về việc …`: the parties behind the subject of an agreement, and the subject
/// or the year of a plan behind them.
fn with_parties(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
    limit: usize,
) -> Option<usize> {
    let behind = parties::behind(context, found, head, end, limit)?;
    let treaty = context
        .cue_at(context.cues.treaty_head, head.start)
        .is_some();
    let end = period(
        context,
        behind,
        limit,
        treaty && !of_plan(context, head.end, end),
    );
    if end + 1 >= limit || context.text.folded(end) != "về" {
        return Some(end);
    }
    let about = boundary::name_end(context, head.end, end, limit, Tail::Loose, found);
    Some(trim(context, end, about).max(end))
}

/// `Hiệp ước Hòa bình với Nhật Bản`: the state that a treaty with a subject is with.
fn with_state(
    context: &Context<'_>,
    found: &[Found],
    head: &TokenRange,
    end: usize,
    limit: usize,
) -> usize {
    let with = end > head.end && end + 1 < limit && context.text.folded(end) == "với";
    boundary::fixed_at(found, end + 1)
        .filter(|state| with && state.kind == EntityType::Country && state.tokens.end <= limit)
        .map_or(end, |state| state.tokens.end)
}

/// Whether what an agreement is about is a plan: `Thỏa thuận về Kế hoạch hợp tác`.
fn of_plan(context: &Context<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|t| {
        context.text.folded(t) == "về" && context.cue_at(context.cues.plan_head, t + 1).is_some()
    })
}

/// Cuts what was left at the end of a title: function words, and a time without a number (`trong giai đoạn
/// mới`).
fn trim(context: &Context<'_>, start: usize, end: usize) -> usize {
    let vague = (start + 1..end).find(|&t| {
        let spoken = context.cue_at(context.cues.vague_time, t);
        spoken.is_some_and(|behind| !(t..end.min(behind + 1)).any(|n| context.is_number(n)))
    });
    let end = vague.unwrap_or(end);
    // `về Quản lý nước`
    let fixed = (start..end).any(|t| context.cue_at(context.cues.listed, t) == Some(end));
    if fixed {
        end
    } else {
        event::trim(context, start, end)
    }
}

/// `Kết luận thanh tra số 18`: behind the number of an act only what it is about stands.
fn behind_number(context: &Context<'_>, head: &TokenRange, end: usize) -> usize {
    let plan = context.cue_at(context.cues.plan_head, head.start).is_some();
    let numbered = (head.end + 1..end).find(|&t| {
        context.is_number(t)
            && context.text.folded(t - 1) == "số"
            && t + 1 < end
            && context.text.folded(t + 1) == "về"
    });
    numbered.filter(|_| !plan).map_or(end, |number| number + 1)
}

/// `giai đoạn 2011 - 2015`, `10 năm 2021 - 2030`, `đến năm 2030` at the end of a title.
/// The year of a treaty is no part of its title.
fn period(context: &Context<'_>, mut end: usize, limit: usize, treaty: bool) -> usize {
    loop {
        let word = if end < limit {
            context.text.folded(end)
        } else {
            ""
        };
        let next = match word {
            "năm" if context.is_number(end + 1) && !treaty => end + 2,
            "giai" if end + 2 < limit && context.is_number(end + 2) => end + 3,
            "đến" if end + 2 < limit && context.text.folded(end + 1) == "năm" => end + 3,
            _ if context.is_dash(end) && context.is_number(end + 1) => end + 2,
            _ => match outlook(context, end, limit) {
                Some(behind) => behind,
                None => return end,
            },
        };
        if next > limit {
            return end;
        }
        end = next;
    }
}

/// `, tầm nhìn đến năm 2045`, `và định hướng đến năm 2030`: how far a plan looks ahead.
fn outlook(context: &Context<'_>, at: usize, limit: usize) -> Option<usize> {
    if at >= limit {
        return None;
    }
    let joined = context.is_mark(at, ",") || context.is_dash(at) || context.text.folded(at) == "và";
    let year = context.cue_at(context.cues.outlook, at + usize::from(joined))?;
    let named = year < limit && context.is_number(year) && context.text.clean(year).len() == 4;
    named.then_some(year + 1)
}
