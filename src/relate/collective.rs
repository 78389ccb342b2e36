//! Gives groups their members: `lãnh đạo các địa phương` after `các địa phương [A], [B] và [C]`.

use super::clause::cue_ending_at;
use super::line::{ItemKind, Line};
use crate::model::EntityType;

/// Fewest members of a group.
const SMALLEST: usize = 3;

/// Finds the groups that sentences enumerate, and makes later words for them stand for their members.
pub(super) fn resolve(lines: &mut [Line<'_>]) {
    let mut group: Vec<usize> = Vec::new();
    for line in lines {
        if !line.has("anaphora.localities") {
            continue;
        }
        let mut meanings = Vec::new();
        for at in 0..line.items.len() {
            let Some(end) = line.cue_at("anaphora.localities", at) else {
                continue;
            };
            let members = enumerated(line, end);
            if members.len() >= SMALLEST {
                // `các thành phố [Lima], …` abroad are not `các địa phương` of before.
                if all_provinces(line, &members) || !all_provinces(line, &group) {
                    group = members;
                }
            } else if group.len() >= SMALLEST && stands_for(line, at, end, group.len()) {
                meanings.push((at..end, group.clone()));
            }
        }
        for (words, members) in meanings.into_iter().rev() {
            line.join_group(words, members);
        }
    }
}

/// Whether a group is one of provinces.
fn all_provinces(line: &Line<'_>, group: &[usize]) -> bool {
    let province = |&member: &usize| line.reading.kind(member) == EntityType::Province;
    !group.is_empty() && group.iter().all(province)
}

/// The territories enumerated from a place on.
fn enumerated(line: &Line<'_>, from: usize) -> Vec<usize> {
    let mut members = Vec::new();
    let mut at = if line.is(from, &[":"]) || line.is_cue(from, "clause.comprise") {
        from + 1
    } else {
        from
    };
    while line.is_place(at) && line.kind(at) != Some(EntityType::Country) {
        members.extend(line.entity(at));
        let joint = line.behind_bracket(at + 1);
        if !line.is(joint, &[",", "và"]) {
            break;
        }
        at = line.cue_at("clause.noun", joint + 1).unwrap_or(joint + 1);
    }
    members
}

/// Whether words for localities mean a group of that size: they give its number, or are led or represented,
/// and nothing says that others are meant.
fn stands_for(line: &Line<'_>, at: usize, end: usize, size: usize) -> bool {
    let others = line.cue_at("anaphora.other-localities", end).is_some()
        || line.is_place(end) && line.kind(end) != Some(EntityType::Country);
    let number = at.checked_sub(1).map_or("", |before| line.word(before));
    if number.starts_with(|c: char| c.is_ascii_digit()) {
        return !others && number.parse() == Ok(size);
    }
    !others && line.is(at, &["các"]) && cue_ending_at(line, "anaphora.delegates", at).is_some()
}

/// Whether a body's name is only the kind of several: `[Sở Y tế] các tỉnh`, `[Sở Y tế] của 19 tỉnh`.
pub(super) fn one_of_many(line: &Line<'_>, at: usize) -> bool {
    let next = at + 1 + usize::from(line.is(at + 1, &["của"]));
    let number = next > at + 1 && line.word(next).starts_with(|c: char| c.is_ascii_digit());
    line.kind(at) == Some(EntityType::Agency) && (line.is_cue(next, "anaphora.several") || number)
}

impl Line<'_> {
    /// Makes words one item that stands for several entities.
    fn join_group(&mut self, words: std::ops::Range<usize>, members: Vec<usize>) {
        let tokens = self.items[words.start].tokens.start..self.items[words.end - 1].tokens.end;
        let group = super::line::Item {
            tokens,
            kind: ItemKind::Group(members),
            entity: None,
        };
        self.items.splice(words, [group]);
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    const LEAD: &str = "Đoàn lãnh đạo các địa phương [Huế|Province], [Hà Nam|Province] và [Long An|Province] thăm [Chile|Country]. ";

    #[test]
    fn those_who_lead_the_localities_named_before() {
        expect(
            "participatesIn",
            &format!("{LEAD}Lãnh đạo các địa phương đã tham dự [Diễn đàn Xanh|Event]."),
            &[
                "Huế participatesIn Diễn đàn Xanh",
                "Hà Nam participatesIn Diễn đàn Xanh",
                "Long An participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn cities_abroad_are_another_group() {
        expect(
            "participatesIn",
            &format!(
                "{LEAD}Đoàn tới các thành phố [Lima|Place], [Cusco|Place] và [Ica|Place]. Lãnh đạo các địa phương đã tham dự [Diễn đàn Xanh|Event]."
            ),
            &[
                "Huế participatesIn Diễn đàn Xanh",
                "Hà Nam participatesIn Diễn đàn Xanh",
                "Long An participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn a_number_must_be_that_of_the_group() {
        expect(
            "participatesIn",
            &format!(
                "{LEAD}Đại diện 3 tỉnh đã dự [Diễn đàn Xanh|Event]. Đại diện 5 tỉnh đã dự [Lễ hội Hoa|Event]."
            ),
            &[
                "Huế participatesIn Diễn đàn Xanh",
                "Hà Nam participatesIn Diễn đàn Xanh",
                "Long An participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn other_localities() {
        expect(
            "participatesIn",
            &format!("{LEAD}Lãnh đạo các địa phương khác đã tham dự [Diễn đàn Xanh|Event]."),
            &[],
        );
    }
}
