//! `cooperatesWith` of those who do something with each other, or of whom one is the other's partner.

use super::clause::{Extent, actors_from, left_edge, parties_from, subjects};
use super::cooperation::{REACH, add, organizes, pairs};
use super::findings::Findings;
use super::line::{ItemKind, Line};
use super::part_of::stands_for_state;
use super::served::Served;
use super::story::Story;
use crate::model::EntityType;
use crate::text::Case;

/// Farthest `là` may stand before the noun, and the one of whom it is said before `là`.
const SAID_REACH: usize = 5;
/// Farthest those who do something with each other may stand before the verb.
const VERB_REACH: usize = 6;

/// `A và B thiết lập quan hệ hữu nghị`: those who do so together do so with each other.
pub(super) fn each_other(story: &Story<'_>, line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("cooperation.reciprocal") {
        let partner = (verb.end..line.items.len().min(verb.end + REACH))
            .any(|at| line.is(at, &["với", "giữa"]));
        let close = (verb.start.saturating_sub(VERB_REACH)..verb.start).any(|at| line.is_actor(at));
        // `trong khuôn khổ hợp tác [A] - [B]` is no verb.
        let noun = line.entity(verb.end).is_some();
        if partner || noun || !close || organizes(line, verb.start, verb.start.saturating_sub(1)) {
            continue;
        }
        if let Some(subjects) = subjects(line, verb.start)
            && subjects.entities.len() == 2
            && !subjects.agents
        {
            let people = |&actor: &usize| line.reading.kind(actor) == EntityType::Person;
            let parties = if subjects.entities.iter().all(people) {
                states_of(story, findings, &subjects.entities)
            } else {
                subjects.entities
            };
            pairs(line, findings, &parties, "cooperation/each-other");
        }
    }
}

/// `cuộc tập trận chung của A và B`: joint work without a verb.
pub(super) fn exercises(line: &Line<'_>, findings: &mut Findings<'_>) {
    for noun in line.cue("cooperation.exercise") {
        let of = (noun.end..line.items.len().min(noun.end + REACH))
            .take_while(|&at| line.entity(at).is_none())
            .find(|&at| line.is(at, &["của", "giữa"]));
        if let Some(of) = of {
            let parties = parties_from(line, of + 1);
            pairs(line, findings, &parties, "cooperation/exercise");
        }
    }
}

/// The body that is told to work with others: `giao [Bộ A] chủ trì, phối hợp với [Bộ B]`.
pub(super) fn directed(line: &Line<'_>, verb: usize) -> Option<usize> {
    let body = (verb.saturating_sub(VERB_REACH)..verb)
        .rev()
        .find(|&at| !line.is(at, &[","]) && !line.is_cue(at, "cooperation.directed"))?;
    let named = line.kind(body) == Some(EntityType::Agency) && is_party(line, body);
    named.then(|| line.entity(body))?
}

/// Whether a name of one thing holds a name of the other: `Hội hữu nghị Lào - Chile` and Chile.
pub(super) fn names_inside(story: &Story<'_>, outer: usize, inner: usize) -> bool {
    let mut mentions = story.reading.mentions.iter().enumerate();
    mentions.any(|(index, located)| {
        let mut inside = story.inside[index].iter();
        located.mention.entity == outer && inside.any(|&i| story.reading.entity(i) == inner)
    })
}

/// A union of states named by its letters: `ASEAN` in `quan hệ ASEAN - Ấn Độ`.
pub(super) fn is_union(line: &Line<'_>, at: usize) -> bool {
    let text = line.reading.text;
    is_party(line, at)
        && line.kind(at) == Some(EntityType::Agency)
        && text.tokens[line.items[at].tokens.start].case == Case::Upper
}

/// Those who act, the states instead of the officials and governments that act for them.
pub(super) fn states_of(
    story: &Story<'_>,
    findings: &Findings<'_>,
    actors: &[usize],
) -> Vec<usize> {
    let person = |actor: usize| story.reading.kind(actor) == EntityType::Person;
    let people = actors.iter().any(|&actor| person(actor));
    let served = people.then(|| Served::new(story, findings));
    let mut parties = Vec::new();
    for &actor in actors {
        let party = match &served {
            Some(served) if person(actor) => served.state_of(actor),
            _ if stands_for_state(story.reading, actor) => story.state_of(actor).or(Some(actor)),
            _ => Some(actor),
        };
        parties.extend(party.filter(|party| !parties.contains(party)));
    }
    parties
}

/// `A là một trong những đối tác quan trọng nhất của B`, `A, đối tác lớn nhất của B, …`.
pub(super) fn partner_of(line: &Line<'_>, findings: &mut Findings<'_>) {
    for noun in line.cue("cooperation.noun") {
        let plain = |&at: &usize| matches!(line.items[at].kind, ItemKind::Word);
        let of = (noun.end..line.items.len().min(noun.end + REACH))
            .take_while(plain)
            .find(|&at| line.is(at, &["của"]));
        let one = said_to_be(line, noun.start).or_else(|| apposed(line, noun.start));
        let (Some(of), Some(one)) = (of, one.filter(|&at| is_party(line, at))) else {
            continue;
        };
        let behind = (of + 1..line.items.len().min(of + 4)).find(|&at| line.is_actor(at));
        let Some(other) = behind.filter(|&at| left_edge(line, at) == of + 1) else {
            continue;
        };
        for other in actors_from(line, other, Extent::Clause) {
            if let Some(one) = line.entity(one) {
                add(line, findings, one, other, "cooperation/partner");
            }
        }
    }
}

/// Of whom `là` says the noun.
fn said_to_be(line: &Line<'_>, noun: usize) -> Option<usize> {
    let is = (noun.saturating_sub(SAID_REACH)..noun)
        .rev()
        .take_while(|&at| matches!(line.items[at].kind, ItemKind::Word))
        .find(|&at| line.is_cue(at, "cooperation.become"))?;
    (is.saturating_sub(SAID_REACH)..is)
        .rev()
        .take_while(|&at| !matches!(line.items[at].kind, ItemKind::Mark))
        .take_while(|&at| !line.is_cue(at, "cooperation.not"))
        .find(|&at| line.is_actor(at))
}

/// Who stands before a comma behind which the noun stands for them.
fn apposed(line: &Line<'_>, noun: usize) -> Option<usize> {
    line.cue_at("cooperation.partner", noun)?;
    let before = noun.checked_sub(2)?;
    let edge = left_edge(line, before);
    let told = edge > 0 && line.is(edge - 1, &["theo"]);
    (line.is(noun - 1, &[",", "-", "–"]) && !told).then_some(before)
}

/// Whether a name stands here that can be a partner.
fn is_party(line: &Line<'_>, at: usize) -> bool {
    matches!(line.items[at].kind, ItemKind::Name(_))
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn partners_in_apposition() {
        expect(
            "cooperatesWith",
            "[Công ty Sao Mai|Agency], đối tác sản xuất lớn nhất của [Tập đoàn Hoa Sen|Agency], mở rộng nhà máy. [Lào|Country], quan hệ tốt của [Chile|Country] là điều hay.",
            &["Công ty Sao Mai cooperatesWith Tập đoàn Hoa Sen"],
        );
    }

    #[test]
    fn partners() {
        expect(
            "cooperatesWith",
            "[Chile|Country] hiện là một trong những đối tác quan trọng nhất của [Peru|Country]; ông [Juan Soto|Person] là đối tác của [Công ty Sao Mai|Agency].",
            &["Chile cooperatesWith Peru"],
        );
    }

    #[test]
    fn officials_act_for_their_states() {
        expect(
            "cooperatesWith",
            "Tổng thống [Chile|Country] [Juan Soto|Person] khẳng định coi trọng phát triển quan hệ hữu nghị với [Lào|Country].",
            &["Chile cooperatesWith Lào"],
        );
    }

    #[test]
    fn two_who_sign() {
        expect(
            "cooperatesWith",
            "[Đại học Sao Mai|Agency] và [Viện Hoa Sen|Agency] đã ký kết ba văn bản.",
            &["Viện Hoa Sen cooperatesWith Đại học Sao Mai"],
        );
    }

    #[test]
    fn two_who_hold_an_event() {
        expect(
            "cooperatesWith",
            "[Đại học Sao Mai|Agency] và [Viện Hoa Sen|Agency] phối hợp tổ chức [Hội thảo Xanh|Event].",
            &[],
        );
    }

    #[test]
    fn who_is_told_to_work_with_others() {
        expect(
            "cooperatesWith",
            "Thủ tướng giao [Bộ Y tế|Agency] chủ trì, phối hợp với [Bộ Xây dựng|Agency] rà soát.",
            &["Bộ Y tế cooperatesWith Bộ Xây dựng"],
        );
    }

    #[test]
    fn a_union_and_a_state() {
        expect(
            "cooperatesWith",
            "Hai bên trao đổi về quan hệ [ASEAN|Agency] - [Chile|Country].",
            &["ASEAN cooperatesWith Chile"],
        );
    }

    #[test]
    fn a_society_works_for_the_states_of_its_name() {
        expect(
            "cooperatesWith",
            "[Hội Hữu nghị [Chile|Country] - [Lào|Country]|Agency] vun đắp quan hệ hữu nghị với [Lào|Country].",
            &[],
        );
    }
}
