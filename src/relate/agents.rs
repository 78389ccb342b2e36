//! Who holds an event where subject and verb stand apart: `E do X (Y) phối hợp với Z tổ chức`, `X nỗ lực để
//! tổ chức E`.

use super::clause::{
    Subjects, cue_ending_at, event_before, is_acting, left_edge, push_actor, subjects,
};
use super::line::Line;

/// Farthest `do` may stand before the verb of holding, in phrases and words.
const AGENT_REACH: usize = 45;
/// What tells of something else between `do` and the verb.
const OTHER_CLAUSE: [&str; 4] = [
    "clause.break",
    "participates.verb",
    "visits.verb",
    "visits.led",
];

/// All between `do` and the verb at `verb` who are joined.
pub(super) fn agents(line: &Line<'_>, verb: usize) -> Option<Subjects> {
    let by = (verb.saturating_sub(AGENT_REACH)..verb)
        .rev()
        .take_while(|&at| !line.is(at, &[";", ":", ".", "?", "!"]) && !line.is_event(at))
        .find(|&at| line.is(at, &["do"]))?;
    let other = |at: usize| line.is_any_cue(at, &OTHER_CLAUSE);
    if (by..verb).any(other) || event_before(line, by).is_none() {
        return None;
    }
    let mut entities = Vec::new();
    let mut territories = true;
    let mut at = by + 1;
    while at < verb {
        let behind = line.behind_bracket(at);
        if behind > at {
            at = behind;
            continue;
        }
        let edge = left_edge(line, at);
        let with = cue_ending_at(line, "clause.join", edge).is_some();
        let listed = edge == by + 1 || line.is(edge - 1, &[",", "và", "&"]);
        if is_acting(line, at) {
            // `do Đại sứ quán các nước [A], [B] tổ chức`: territories behind something else only say whose.
            let place = line.is_place(at);
            if with || listed && (!place || territories) {
                push_actor(line, at, &mut entities);
            }
            territories &= place;
        } else if line.is_cue(at, "organizes.whose") {
            territories = false;
        }
        at += 1;
    }
    (!entities.is_empty()).then_some(Subjects {
        entities,
        start: by + 1,
        agents: true,
    })
}

/// `[Chile] nỗ lực để tổ chức E`, `phối hợp với [Chile] để tổ chức E`: whose aim it is.
pub(super) fn aimed(line: &Line<'_>, verb: usize) -> Option<Subjects> {
    let aim = verb.checked_sub(1).filter(|&at| line.is(at, &["để"]))?;
    let beside = aim.checked_sub(1).filter(|&at| line.is_actor(at));
    let Some(beside) = beside else {
        return subjects(line, aim);
    };
    let mut entities = Vec::new();
    push_actor(line, beside, &mut entities);
    (!entities.is_empty()).then(|| Subjects {
        entities,
        start: left_edge(line, beside),
        agents: false,
    })
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn all_between_do_and_the_verb() {
        expect(
            "organizes",
            "[Diễn đàn Xanh|Event] do [Hội Gỗ|Agency] ([VIFORES|Agency=Hội Gỗ]) phối hợp với [Bộ Y tế|Agency], [Sao Mai|Agency] (tại [Huế|Province]) và các đơn vị khác cùng tổ chức.",
            &[
                "Hội Gỗ organizes Diễn đàn Xanh",
                "Bộ Y tế organizes Diễn đàn Xanh",
                "Sao Mai organizes Diễn đàn Xanh",
            ],
        );
        expect(
            "organizes",
            "[Diễn đàn Xanh|Event] do Đại sứ quán bốn nước là [Chile|Country], [Peru|Country] tổ chức.",
            &[],
        );
    }

    #[test]
    fn whose_aim_it_is() {
        expect(
            "organizes",
            "[Bộ Y tế|Agency] phối hợp chặt chẽ với [Chile|Country] để tổ chức thành công [Diễn đàn Xanh|Event].",
            &["Chile organizes Diễn đàn Xanh"],
        );
    }
}
