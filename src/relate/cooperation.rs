//! `cooperatesWith`: friendship, twinning, agreements and joint work between two bodies or territories.

use super::clause::{Extent, actors_from, left_edge, parties_from, subjects};
use super::findings::{Claim, Findings};
use super::line::Line;
use super::part_of::is_top;
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};

/// Farthest `giữa` or `với` may stand behind the noun or verb of cooperation, in phrases and words.
const REACH: usize = 7;
/// Most parties of which every pair is stated.
const MOST_PARTIES: usize = 3;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        if line.cue("cooperation.hostile").is_empty() {
            between(line, findings);
            hyphenated(line, findings);
            with(line, findings);
            each_other(line, findings);
        }
    }
    names(story, findings);
}

fn add(line: &Line<'_>, findings: &mut Findings<'_>, one: usize, other: usize, rule: &'static str) {
    if [one, other]
        .into_iter()
        .any(|party| is_top(line.reading, party))
    {
        return;
    }
    findings.add(Claim {
        subject: one,
        predicate: Predicate::CooperatesWith,
        object: Object::Entity(other),
        evidence: line.evidence(),
        rule,
    });
}

fn pairs(line: &Line<'_>, findings: &mut Findings<'_>, parties: &[usize], rule: &'static str) {
    if parties.len() > MOST_PARTIES {
        return;
    }
    for (i, &one) in parties.iter().enumerate() {
        for &other in &parties[i + 1..] {
            add(line, findings, one, other, rule);
        }
    }
}

/// `quan hệ hữu nghị và hợp tác giữa A và B`; `… giữa hai nước` where the sentence names two.
fn between(line: &Line<'_>, findings: &mut Findings<'_>) {
    for at in (0..line.items.len()).filter(|&at| line.is(at, &["giữa"])) {
        let floor = at.saturating_sub(REACH);
        let named = line
            .cue("cooperation.noun")
            .iter()
            .any(|noun| noun.start >= floor && noun.end <= at);
        if !named {
            continue;
        }
        let kind = match line.cue_at("cooperation.two-countries", at + 1) {
            Some(_) => two_of(line, EntityType::Country),
            None => parties_from(line, at + 1),
        };
        pairs(line, findings, &kind, "cooperation/between");
    }
}

/// The two entities of a type that a sentence names, if it names exactly two.
fn two_of(line: &Line<'_>, kind: EntityType) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let reading = line.reading;
    let from = reading
        .mentions
        .partition_point(|m| m.tokens.start < line.tokens.start);
    for located in &reading.mentions[from..] {
        if located.tokens.start >= line.tokens.end {
            break;
        }
        let entity = located.mention.entity;
        if reading.kind(entity) == kind && !found.contains(&entity) {
            found.push(entity);
        }
    }
    if found.len() == 2 { found } else { Vec::new() }
}

/// `quan hệ Việt Nam - Lào`.
fn hyphenated(line: &Line<'_>, findings: &mut Findings<'_>) {
    for noun in line.cue("cooperation.noun") {
        let first = (noun.end..line.items.len().min(noun.end + 4))
            .take_while(|&at| {
                line.entity(at).is_some() || !line.is(at, &[",", ".", ";", "(", "giữa", "với"])
            })
            .find(|&at| line.is_place(at));
        let Some(first) = first else { continue };
        if line.is(first + 1, &["-", "–", "—"])
            && line.is_place(first + 2)
            && let (Some(one), Some(other)) = (line.entity(first), line.entity(first + 2))
        {
            add(line, findings, one, other, "cooperation/hyphen");
        }
    }
}

/// `A hợp tác chặt chẽ với B`, `A ký thỏa thuận hợp tác với B`; holding an event together is none.
fn with(line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("cooperation.verb") {
        let with = (verb.end..line.items.len().min(verb.end + REACH))
            .take_while(|&at| line.entity(at).is_none() && !line.is(at, &[",", ".", ";", "giữa"]))
            .find(|&at| {
                line.is(at, &["với", "cùng"]) && !line.is(at.wrapping_sub(1), &["đối", "so"])
            });
        let Some(with) = with else { continue };
        let Some(partner) =
            (with + 1..line.items.len().min(with + 5)).find(|&at| line.is_actor(at))
        else {
            continue;
        };
        if left_edge(line, partner) > with + 2 || organizes(line, verb.start, partner) {
            continue;
        }
        let Some(subjects) = subjects(line, verb.start) else {
            continue;
        };
        for other in actors_from(line, partner, Extent::Clause) {
            for &one in &subjects.entities {
                add(line, findings, one, other, "cooperation/with");
            }
        }
    }
}

/// `A và B thiết lập quan hệ hữu nghị`: those who do so together do so with each other.
fn each_other(line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("cooperation.reciprocal") {
        let partner = (verb.end..line.items.len().min(verb.end + REACH))
            .any(|at| line.is(at, &["với", "giữa"]));
        if partner {
            continue;
        }
        if let Some(subjects) = subjects(line, verb.start)
            && subjects.entities.len() == 2
            && !subjects.agents
        {
            pairs(line, findings, &subjects.entities, "cooperation/each-other");
        }
    }
}

/// Whether those who work together from `verb` on, with partners from `partner` on, hold an event.
fn organizes(line: &Line<'_>, verb: usize, partner: usize) -> bool {
    let end = (partner..line.items.len())
        .find(|&at| line.is(at, &[";", ".", ":"]))
        .unwrap_or(line.items.len());
    line.cue("organizes.verb").iter().any(|other| {
        (other.start > partner && other.start < end) || (other.end <= verb && other.end + 2 >= verb)
    })
}

/// A name that says who cooperates: `Thỏa thuận hợp tác giữa [A] và [B]`.
fn names(story: &Story<'_>, findings: &mut Findings<'_>) {
    let reading = story.reading;
    for (index, located) in reading.mentions.iter().enumerate() {
        let line = &story.lines[located.sentence];
        let inside = &story.inside[index];
        let between = located
            .tokens
            .clone()
            .find(|&token| reading.text.folded(token) == "giữa");
        let Some(between) = between else { continue };
        if line
            .cues
            .inside("cooperation.noun", &located.tokens)
            .is_empty()
        {
            continue;
        }
        let mut parties = inside
            .iter()
            .copied()
            .filter(|&i| reading.mentions[i].tokens.start > between)
            .filter(|&i| Predicate::CooperatesWith.admits_subject(reading.kind(reading.entity(i))));
        let Some(one) = parties.next() else { continue };
        let joint = reading.mentions[one].tokens.end..located.tokens.end;
        let and = joint
            .clone()
            .find(|&token| reading.text.folded(token) == "và");
        let other =
            parties.find(|&i| and.is_some_and(|and| reading.mentions[i].tokens.start > and));
        if let Some(other) = other {
            add(
                line,
                findings,
                reading.entity(one),
                reading.entity(other),
                "cooperation/name",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn between() {
        expect(
            "cooperatesWith",
            "Quan hệ hữu nghị và hợp tác giữa tỉnh [Quảng Trị|Province] và tỉnh [Savannakhet|Place] ngày càng bền chặt.",
            &["Quảng Trị cooperatesWith Savannakhet"],
        );
    }

    #[test]
    fn hyphen() {
        expect(
            "cooperatesWith",
            "Đây là mốc mới trong quan hệ [Việt Nam|Country] - [Cuba|Country].",
            &["Việt Nam cooperatesWith Cuba"],
        );
    }

    #[test]
    fn with() {
        expect(
            "cooperatesWith",
            "[Đại học Cần Thơ|Agency] đã ký thỏa thuận hợp tác với [Đại học Kyoto|Agency].",
            &["Đại học Cần Thơ cooperatesWith Đại học Kyoto"],
        );
    }

    #[test]
    fn two_countries() {
        expect(
            "cooperatesWith",
            "Đại sứ [Ý|Country] mong [Việt Nam|Country] tham gia, góp phần tăng cường hợp tác giữa hai nước.",
            &["Ý cooperatesWith Việt Nam"],
        );
    }

    #[test]
    fn an_event_held_together_is_no_cooperation() {
        expect(
            "cooperatesWith",
            "[Bộ Công Thương|Agency] phối hợp với [Hiệp hội Gỗ|Agency] tổ chức [Hội nghị Gỗ|Event].",
            &[],
        );
    }

    #[test]
    fn named_together_is_no_cooperation() {
        expect(
            "cooperatesWith",
            "[Lào|Country] và [Cuba|Country] có dân số khác nhau giữa các vùng.",
            &[],
        );
    }

    #[test]
    fn tension_is_no_cooperation() {
        expect(
            "cooperatesWith",
            "Căng thẳng trong quan hệ giữa [Nga|Country] và [Mỹ|Country] gia tăng.",
            &[],
        );
    }

    #[test]
    fn name_of_an_agreement() {
        expect(
            "cooperatesWith",
            "[Thỏa thuận hợp tác giữa [Huế|Province] và [Gyeongju|Place]|Document] có hiệu lực.",
            &["Huế cooperatesWith Gyeongju"],
        );
    }

    #[test]
    fn each_agreement_has_its_own_parties() {
        expect(
            "cooperatesWith",
            "Hai bên trao thỏa thuận hợp tác giữa [Viện A|Agency] và [Viện B|Agency]; thỏa thuận hợp tác giữa [Viện C|Agency] và [Viện D|Agency].",
            &[
                "Viện A cooperatesWith Viện B",
                "Viện C cooperatesWith Viện D",
            ],
        );
    }

    #[test]
    fn holding_an_event_with_others_is_none_in_the_passive() {
        expect(
            "cooperatesWith",
            "[Hội chợ Gỗ|Event] do [Bộ Công Thương|Agency] phối hợp với [Hiệp hội Gỗ|Agency] tổ chức.",
            &[],
        );
    }

    #[test]
    fn each_other() {
        expect(
            "cooperatesWith",
            "[Bắc Ninh|Province] và [Gumi|Place] thiết lập quan hệ hữu nghị năm 2010.",
            &["Gumi cooperatesWith Bắc Ninh"],
        );
    }
}
