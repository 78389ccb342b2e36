//! Delegations with their leaders before a verb: `đoàn [X] do ông A, Chủ tịch [Y], dẫn đầu đã tới …`.

use super::delegation::is_visitor;
use super::line::{ItemKind, Line};

/// Farthest the words for leading may stand before the verb, in phrases and words.
const VERB_REACH: usize = 9;
/// Farthest `do` may stand before the words for leading.
const LEADER_REACH: usize = 30;
/// Farthest the leader may stand behind `do`, and the sender before it.
const SIDE_REACH: usize = 6;
/// Verbs of which none stands between those who are named together and theirs.
pub(super) const OTHER_VERBS: [&str; 4] = [
    "participates.verb",
    "participates.speech",
    "organizes.verb",
    "visits.verb",
];

/// A delegation that a verb is said of.
pub(super) struct Led {
    /// The places of its leader, its sender and those who travel with it.
    pub(super) members: Vec<usize>,
    /// Where its words begin.
    pub(super) start: usize,
}

/// The delegation whose leader is named before the verb at `verb`.
pub(super) fn led_before(line: &Line<'_>, verb: usize) -> Option<Led> {
    if !line.has("visits.led") {
        return None;
    }
    let led = line
        .cue("visits.led")
        .into_iter()
        .rfind(|led| led.end <= verb && led.end + VERB_REACH >= verb)?;
    let by = (led.start.saturating_sub(LEADER_REACH)..led.start)
        .rev()
        .take_while(|&at| !line.is(at, &[";", ":", ".", "?", "!"]))
        .find(|&at| line.is(at, &["do"]))?;
    let leader = (by + 1..led.start.min(by + SIDE_REACH))
        .find(|&at| line.is_person(at))
        .filter(|&leader| !(leader..led.start).any(|at| line.is_any_cue(at, &OTHER_VERBS)))?;
    let mut members = vec![leader];
    let sender = (by.saturating_sub(SIDE_REACH)..by)
        .rev()
        .find(|&at| matches!(line.items[at].kind, ItemKind::Name(_)))
        .filter(|&at| is_visitor(line, at));
    members.extend(sender);
    for at in led.end..verb {
        match line.items[at].kind {
            ItemKind::Name(_) if is_visitor(line, at) => members.push(at),
            ItemKind::Name(_) | ItemKind::Person(..) => return None,
            ItemKind::Mark if !line.is(at, &[",", "(", ")"]) => return None,
            _ if line.is_any_cue(at, &OTHER_VERBS) => return None,
            _ => {}
        }
    }
    let start = sender.unwrap_or(by);
    Some(Led { members, start })
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn the_posts_of_the_leader_between() {
        expect(
            "visits",
            "Đoàn công tác của [Hội Gỗ|Agency] do ông [Trần Văn An|Person], Ủy viên Ban Chấp hành, Giám đốc [Sở Y tế|Agency], dẫn đầu và Phu nhân đã thăm [Lào|Country].",
            &["Hội Gỗ visits Lào", "Trần Văn An visits Lào (Ủy viên)"],
        );
        expect(
            "participatesIn",
            "Đoàn [Chile|Country] do bà [Ana Rojas|Person] - Chủ tịch [Hội Gỗ|Agency] - làm trưởng đoàn và đoàn công tác của [Công ty Hoa Sen|Agency] cùng tham dự [Diễn đàn Xanh|Event].",
            &[
                "Chile participatesIn Diễn đàn Xanh",
                "Ana Rojas participatesIn Diễn đàn Xanh",
                "Công ty Hoa Sen participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn an_alliance_led_by_someone_is_no_delegation() {
        expect(
            "visits",
            "Liên minh do [Chile|Country] dẫn đầu cho biết ông [Sato Ken|Person] đã thăm [Lào|Country].",
            &["Sato Ken visits Lào"],
        );
    }
}
