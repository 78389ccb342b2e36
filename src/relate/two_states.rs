//! `cooperatesWith` of the two states an article is about: `quan hệ hai nước`.

use super::cooperation::{add, two_of};
use super::findings::Findings;
use super::line::Line;
use super::story::Story;
use crate::model::EntityType;

/// Farthest the words for two states may stand from a noun of cooperation, in phrases and words.
const REACH: usize = 8;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    let said = |line: &&Line<'_>| is_said(line);
    if !story.lines.iter().any(|line| said(&line)) {
        return;
    }
    let Some([one, other]) = story.two_countries() else {
        return;
    };
    if is_strained(story, one, other) {
        return;
    }
    let line = story
        .lines
        .iter()
        .filter(said)
        .find(|line| two_of(line, EntityType::Country).is_empty());
    if let Some(line) = line {
        add(line, findings, one, other, "cooperation/two-states");
    }
}

/// Whether a line speaks of cooperation or relations of two states.
fn is_said(line: &Line<'_>) -> bool {
    let states = line.cue("cooperation.two-countries");
    if states.is_empty() || line.has("cooperation.hostile") {
        return false;
    }
    let nouns = line.cue("cooperation.noun");
    states.iter().any(|states| {
        nouns.iter().any(|noun| {
            noun.end <= states.start && states.start - noun.end <= REACH
                || states.end <= noun.start && noun.start - states.end <= REACH
        })
    })
}

/// Whether an article on two other states speaks of conflict, so that their relations are no friendship.
pub(super) fn is_strained(story: &Story<'_>, one: usize, other: usize) -> bool {
    let home = story.home();
    home != Some(one)
        && home != Some(other)
        && story
            .lines
            .iter()
            .any(|line| line.has("cooperation.hostile"))
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn the_two_states_of_an_article() {
        expect(
            "cooperatesWith",
            "Đại sứ [Chile|Country] đến [Việt Nam|Country]. [Chile|Country] ở xa [Việt Nam|Country]. Chuyến đi góp phần củng cố quan hệ hữu nghị giữa hai nước.",
            &["Chile cooperatesWith Việt Nam"],
        );
    }

    #[test]
    fn one_of_three_states() {
        expect(
            "cooperatesWith",
            "[Chile|Country] gặp [Việt Nam|Country]. [Chile|Country] gặp [Lào|Country]. [Việt Nam|Country] mời [Lào|Country]. Quan hệ hữu nghị giữa hai nước phát triển.",
            &[],
        );
    }

    #[test]
    fn strained_relations_of_others() {
        expect(
            "cooperatesWith",
            "[Chile|Country] cáo buộc [Peru|Country]. Quan hệ [Chile|Country] - [Peru|Country] được bàn tới. Hợp tác giữa hai nước gặp khó.",
            &[],
        );
    }
}
