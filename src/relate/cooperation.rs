//! `cooperatesWith`: friendship, twinning, agreements and joint work between two bodies or territories.

use super::capitals::governments;
use super::clause::{Extent, actors_from, left_edge, parties_from, subjects};
use super::findings::{Claim, Findings};
use super::line::Line;
use super::part_of::is_top;
use super::story::Story;
use super::together::{
    directed, each_other, exercises, is_union, names_inside, partner_of, states_of,
};
use super::two_states::is_strained;
use crate::model::{EntityType, Object, Predicate};

/// Farthest `giữa` or `với` may stand behind the noun or verb of cooperation, in phrases and words.
pub(super) const REACH: usize = 7;
/// Farthest `giữa` may stand behind the noun of cooperation where no name stands between.
const BETWEEN_REACH: usize = 13;
/// Farthest `với` may stand behind a verb of signing, over the name of what is signed.
const SIGNED_REACH: usize = 24;
/// Farthest a partner named as one of many may stand behind `với`.
const NAMED_REACH: usize = 12;
/// Most parties of which every pair is stated.
const MOST_PARTIES: usize = 3;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        if line.cue("cooperation.hostile").is_empty() {
            between(line, findings);
            hyphenated(story, line, findings);
            with(story, line, findings);
            each_other(story, line, findings);
            partner_of(line, findings);
            exercises(line, findings);
        }
    }
}

pub(super) fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    one: usize,
    other: usize,
    rule: &'static str,
) {
    let Some((one, other)) = governments(line, one, other) else {
        return;
    };
    if [one, other]
        .into_iter()
        .any(|party| is_top(line.reading, party) && !says_state(line, party))
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

/// Whether the sentence names a body with its state, on its own or in another name: `Chính phủ Việt Nam`.
fn says_state(line: &Line<'_>, body: usize) -> bool {
    let reading = line.reading;
    let name = reading.entities[body].name.chars().count();
    let from = reading
        .mentions
        .partition_point(|m| m.tokens.start < line.tokens.start);
    reading.mentions[from..]
        .iter()
        .take_while(|located| located.tokens.start < line.tokens.end)
        .map(|located| &located.mention)
        .any(|mention| mention.entity == body && mention.text.chars().count() > name)
}

pub(super) fn pairs(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    parties: &[usize],
    rule: &'static str,
) {
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
    if !line.has("cooperation.noun") {
        return;
    }
    for at in (0..line.items.len()).filter(|&at| line.is(at, &["giữa"])) {
        // Over the fields: `giao lưu thương mại, kinh tế, văn hóa giữa A và B`.
        let open = |&word: &usize| {
            at - word <= REACH
                || line.entity(word).is_none() && !line.is(word, &[";", ".", ":", "(", ")"])
        };
        let words = (at.saturating_sub(BETWEEN_REACH)..at).rev();
        let floor = words.take_while(open).last().unwrap_or(at);
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
pub(super) fn two_of(line: &Line<'_>, kind: EntityType) -> Vec<usize> {
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
fn hyphenated(story: &Story<'_>, line: &Line<'_>, findings: &mut Findings<'_>) {
    for noun in line.cue("cooperation.noun") {
        let first = (noun.end..line.items.len().min(noun.end + 4))
            .take_while(|&at| {
                line.entity(at).is_some() || !line.is(at, &[",", ".", ";", "(", "giữa", "với"])
            })
            .find(|&at| line.is_place(at) || is_union(line, at));
        let Some(first) = first else { continue };
        if line.is(first + 1, &["-", "–", "—"])
            && (line.is_place(first) && line.is_place(first + 2)
                || line.is_place(first) && is_union(line, first + 2)
                || is_union(line, first) && line.is_place(first + 2))
            && let (Some(one), Some(other)) = (line.entity(first), line.entity(first + 2))
            && (is_close(line, noun.start..first) || !is_strained(story, one, other))
        {
            add(line, findings, one, other, "cooperation/hyphen");
        }
    }
}

/// Whether words say of relations that they are those of friends: `quan hệ đồng minh`.
fn is_close(line: &Line<'_>, mut words: std::ops::Range<usize>) -> bool {
    words.any(|at| line.is_cue(at, "cooperation.close"))
}

/// `A hợp tác chặt chẽ với B`, `A ký thỏa thuận hợp tác với B`; holding an event together is none.
fn with(story: &Story<'_>, line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("cooperation.verb") {
        // `đăng ký với` signs nothing.
        let registers = verb.start > 0 && line.is_cue(verb.start - 1, "cooperation.register");
        let signs = !registers && line.cue_at("documents.sign", verb.start).is_some();
        let reach = if signs { SIGNED_REACH } else { REACH };
        let Some(partner) = partner_behind(line, verb.end, reach) else {
            continue;
        };
        if organizes(line, verb.start, partner) {
            continue;
        }
        let subjects = subjects(line, verb.start).map(|subjects| subjects.entities);
        let told = || Some(vec![directed(line, verb.start)?]);
        let Some(subjects) = subjects.or_else(told) else {
            continue;
        };
        let others = actors_from(line, partner, Extent::Clause);
        let states = others
            .iter()
            .any(|&other| line.reading.kind(other) == EntityType::Country);
        let ones = if states {
            states_of(story, findings, &subjects)
        } else {
            subjects.clone()
        };
        // What officials say of relations under strain makes no friends.
        let said = ones != subjects;
        for other in others {
            for &one in ones
                .iter()
                .filter(|&&one| !(said && is_strained(story, one, other)))
                .filter(|&&one| !names_inside(story, one, other))
            {
                add(line, findings, one, other, "cooperation/with");
            }
        }
    }
}

/// The first partner behind a verb of cooperation: `với [B]`, `với các tổ chức, trong đó có [B]`,
/// `với 9 huyện của các tỉnh [B]`; after some verbs without `với`.
fn partner_behind(line: &Line<'_>, from: usize, reach: usize) -> Option<usize> {
    let end = line.items.len();
    let with = (from..end.min(from + reach))
        .take_while(|&at| line.entity(at).is_none() && !line.is(at, &[",", ".", ";", "giữa"]))
        .find(|&at| {
            line.is(at, &["với", "cùng"])
                && !line.is_cue(at.wrapping_sub(1), "cooperation.not-with")
        });
    let Some(with) = with else {
        // `phối hợp chặt chẽ [B]`
        let direct = line.cue_at("cooperation.closely", from);
        return direct.filter(|&at| line.is_actor(at));
    };
    let named = (with + 1..end.min(with + 1 + NAMED_REACH))
        .take_while(|&at| !line.is(at, &[";", ".", ":"]))
        .find_map(|at| line.cue_at("cooperation.such-as", at))
        .filter(|&at| line.is_actor(left_most(line, at)));
    if let Some(named) = named {
        return Some(left_most(line, named));
    }
    let partner = (with + 1..end.min(with + 8)).find(|&at| line.is_actor(at))?;
    let edge = left_edge(line, partner);
    let counted = (with + 1..edge).all(|at| {
        line.word(at).starts_with(|c: char| c.is_ascii_digit())
            || line.is(at, &["của"])
            || line.cue_at("clause.noun", at).is_some()
    });
    (edge <= with + 2 || counted).then_some(partner)
}

/// The place of the name behind common nouns.
fn left_most(line: &Line<'_>, at: usize) -> usize {
    line.cue_at("clause.noun", at).unwrap_or(at)
}

/// Whether those who work together from `verb` on, with partners from `partner` on, hold an event.
pub(super) fn organizes(line: &Line<'_>, verb: usize, partner: usize) -> bool {
    let end = (partner..line.items.len())
        .find(|&at| line.is(at, &[";", ".", ":"]))
        .unwrap_or(line.items.len());
    line.cue("organizes.verb").iter().any(|other| {
        let leads = other.end <= verb && other.end + 2 >= verb && line.has_event();
        (other.start > partner && other.start < end) || leads
    })
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
        expect(
            "cooperatesWith",
            "Họ thúc đẩy giao lưu thương mại, kinh tế, văn hóa và du lịch giữa [Chile|Country] và [Peru|Country]; quan hệ giữa [Lào|Country] và một nước [châu Âu|Place] tốt.",
            &["Chile cooperatesWith Peru"],
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
    fn a_capital_stands_for_its_government() {
        expect(
            "cooperatesWith",
            "[Santiago|Place] coi trọng quan hệ với [Lào|Country]; [Chile|Country] coi trọng quan hệ với thành phố [Huế|Place].",
            &["Chile cooperatesWith Huế"],
        );
    }

    #[test]
    fn one_of_many_partners() {
        expect(
            "cooperatesWith",
            "[Chile|Country] đã và đang đẩy mạnh hợp tác với các nước, các tổ chức, trong đó có [Interpol|Agency].",
            &["Chile cooperatesWith Interpol"],
        );
    }

    #[test]
    fn districts_of_provinces() {
        expect(
            "cooperatesWith",
            "Tỉnh [Sơn La|Province] đã kết nghĩa với 9 huyện của các tỉnh [Hủa Phăn|Place] và [Bò Kẹo|Place].",
            &[
                "Sơn La cooperatesWith Hủa Phăn",
                "Sơn La cooperatesWith Bò Kẹo",
            ],
        );
    }

    #[test]
    fn joint_exercises() {
        expect(
            "cooperatesWith",
            "Báo chí đưa tin về cuộc tập trận chung của [Chile|Country] và [Peru|Country].",
            &["Chile cooperatesWith Peru"],
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

    #[test]
    fn governments_named_with_their_states() {
        expect(
            "cooperatesWith",
            "Hai bên tăng cường hợp tác giữa [Quốc hội Việt Nam|Agency=Quốc hội] và [Quốc hội Lào|Agency].",
            &["Quốc hội cooperatesWith Quốc hội Lào"],
        );
        expect(
            "cooperatesWith",
            "Hai bên tăng cường hợp tác giữa [Quốc hội|Agency] và [Bộ Y tế|Agency].",
            &[],
        );
    }
}
