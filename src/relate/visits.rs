//! `visits`: delegations and their leaders, and where they came.

use super::clause::{cue_ending_at, left_edge, subjects};
use super::delegation::{Visitor, is_visitor, visitor, visitors_before, visitors_from};
use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::setting;
use super::story::Story;
use crate::model::{Edtf, EntityType, Object, Predicate};

/// Farthest the place may stand behind the verb or noun of visiting, in phrases and words.
const PLACE_REACH: usize = 5;
/// Farthest the visitor may stand behind the noun of visiting, in phrases and words.
const VISITOR_REACH: usize = 14;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        verbs(line, findings);
        nouns(line, findings);
    }
}

/// States that each visitor came to each place.
pub(super) fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    visitors: &[Visitor],
    places: &[usize],
    time: Option<Edtf>,
    rule: &'static str,
) {
    for visitor in visitors {
        for &place in places {
            let claim = Claim {
                subject: visitor.entity,
                predicate: Predicate::Visits,
                object: Object::Entity(place),
                evidence: line.evidence(),
                rule,
            };
            findings.add_qualified(claim, visitor.title.clone(), time);
        }
    }
}

/// `Tổng thống X thăm chính thức P`, `đoàn Y do ông Z dẫn đầu đã đến P`.
fn verbs(line: &Line<'_>, findings: &mut Findings<'_>) {
    let arrivals = line.cue("visits.arrival").into_iter().filter(|verb| {
        // `Thủ tướng [A] tới [Paris]`: directly behind the traveller.
        verb.start > 0 && is_visitor(line, verb.start - 1)
    });
    for verb in line.cue("visits.verb").into_iter().chain(arrivals) {
        let places = places_behind(line, verb.end);
        if places.is_empty() || cue_ending_at(line, "visits.noun-marker", verb.start).is_some() {
            continue;
        }
        let Some(subjects) = subjects(line, verb.start) else {
            continue;
        };
        let invited = (subjects.start.saturating_sub(3)..verb.start)
            .any(|at| line.cue_at("visits.invitation", at).is_some());
        if invited || subjects.agents && !is_led(line, verb.start) {
            continue;
        }
        let visitors = match owner_behind(line, verb.end) {
            Some(owner) => owner,
            None => visitors_before(line, verb.start),
        };
        let time = time_of(line, subjects.start, verb.end);
        add(line, findings, &visitors, &places, time, "visits/verb");
    }
}

/// The visitor behind the place: `… và thăm [Hà Lan] của Thủ tướng X`.
fn owner_behind(line: &Line<'_>, from: usize) -> Option<Vec<Visitor>> {
    let end = line.items.len().min(from + PLACE_REACH);
    let owner = (from..end)
        .take_while(|&at| line.is_place(at) || matches!(line.items[at].kind, ItemKind::Word))
        .take_while(|&at| line.cue_at("visits.owner-end", at).is_none())
        .find(|&at| line.is(at, &["của"]))?;
    let visitor = (owner + 1..line.items.len().min(owner + 3))
        .find(|&at| is_visitor(line, at))
        .and_then(|at| visitor(line, at))?;
    Some(vec![visitor])
}

/// Whether the words before a verb say who leads: `do ông Z dẫn đầu`.
fn is_led(line: &Line<'_>, verb: usize) -> bool {
    (verb.saturating_sub(4)..verb).any(|at| line.cue_at("visits.led", at).is_some())
}

/// The places visited, behind the verb or noun.
fn places_behind(line: &Line<'_>, from: usize) -> Vec<usize> {
    let start = (from..line.items.len().min(from + PLACE_REACH))
        .take_while(|&at| {
            matches!(line.items[at].kind, ItemKind::Word) && line.entity(at).is_none()
        })
        .last()
        .map_or(from, |at| at + 1);
    if line.kind(start) == Some(EntityType::Agency) {
        // `thăm nhà máy [X] đóng ở [Cửa Lò]`
        return (start + 1..line.items.len().min(start + PLACE_REACH))
            .take_while(|&at| matches!(line.items[at].kind, ItemKind::Word))
            .find(|&at| line.is(at, &["tại", "ở"]))
            .map_or(Vec::new(), |at| setting::places_at(line, at + 1).0);
    }
    if !line.is_place(start) {
        return Vec::new();
    }
    // `thăm 4 công dân [Mỹ]` goes to people, not to the country.
    let elsewhere = (from..start).any(|at| {
        ["clause.break", "clause.people"]
            .into_iter()
            .any(|list| line.cue_at(list, at).is_some())
            || line.is(at, &["của", "với"])
            || line.word(at).starts_with(|c: char| c.is_ascii_digit())
    });
    if elsewhere {
        return Vec::new();
    }
    setting::places_at(line, start).0
}

/// When a visit takes place: said behind it, else at the head of the clause.
pub(super) fn time_of(line: &Line<'_>, head_end: usize, from: usize) -> Option<Edtf> {
    let behind = setting::behind(line, from).dates;
    let head = setting::at_head(line, head_end).dates;
    behind.first().or_else(|| head.first()).copied()
}

/// `chuyến thăm P của X`, `X bắt đầu chuyến thăm P`, `trong chuyến thăm P, X …`.
fn nouns(line: &Line<'_>, findings: &mut Findings<'_>) {
    for noun in line.cue("visits.noun") {
        let places = places_behind(line, noun.end);
        let end = line.items.len().min(noun.end + VISITOR_REACH);
        let owner = (noun.end..end)
            .take_while(|&at| {
                !line.is(at, &[",", ";", "."]) && line.cue_at("visits.owner-end", at).is_none()
            })
            .find(|&at| line.is(at, &["của"]));
        // What is said at the head of a clause about the end of a visit is not the time of the visit.
        let ends = cue_ending_at(line, "visits.end", noun.start).is_some();
        let time = if ends {
            setting::behind(line, noun.end).dates.first().copied()
        } else {
            time_of(line, noun.start, noun.end)
        };
        if let Some(owner) = owner {
            let places = if places.is_empty() {
                (owner..end)
                    .find(|&at| line.is(at, &["tại", "tới", "đến", "ở"]))
                    .map_or(Vec::new(), |at| setting::places_at(line, at + 1).0)
            } else {
                places
            };
            let visitors: Vec<Visitor> = (owner + 1..end)
                .find(|&at| is_visitor(line, at))
                .filter(|&at| left_edge(line, at) == owner + 1)
                .and_then(|at| visitor(line, at))
                .into_iter()
                .collect();
            add(line, findings, &visitors, &places, time, "visits/noun");
        } else if cue_ending_at(line, "visits.make", noun.start).is_some() {
            let visitors = visitors_before(line, noun.start);
            add(line, findings, &visitors, &places, time, "visits/noun");
        } else if let Some(comma) = (noun.end..end).find(|&at| line.is(at, &[","])) {
            let visitors = (comma + 1..line.items.len().min(comma + 7))
                .find(|&at| is_visitor(line, at))
                .map_or(Vec::new(), |at| visitors_from(line, at));
            add(line, findings, &visitors, &places, time, "visits/noun");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn person() {
        expect(
            "visits",
            "{Ngày 3/4/2019=2019-04-03}, Tổng thống [Chile|Country] [Juan Soto|Person] thăm chính thức [Việt Nam|Country].",
            &["Juan Soto visits Việt Nam (Tổng thống) @2019-04-03"],
        );
    }

    #[test]
    fn unnamed_leader() {
        expect(
            "visits",
            "Tổng thống [Chile|Country] đã đến [Hà Nội|Province].",
            &["Chile visits Hà Nội (Tổng thống)"],
        );
    }

    #[test]
    fn delegation_and_leader() {
        expect(
            "visits",
            "Đoàn [Hội Hữu nghị|Agency] do ông [Trần Văn An|Person] dẫn đầu đã tới thăm [Lào|Country].",
            &["Hội Hữu nghị visits Lào", "Trần Văn An visits Lào"],
        );
    }

    #[test]
    fn noun_with_owner() {
        expect(
            "visits",
            "Chuyến thăm chính thức [Nhật Bản|Country] của Thủ tướng [Trần Văn An|Person] thành công tốt đẹp.",
            &["Trần Văn An visits Nhật Bản (Thủ tướng)"],
        );
    }

    #[test]
    fn noun_with_subject() {
        expect(
            "visits",
            "Chủ tịch [Quốc hội|Agency] [Trần Văn An|Person] bắt đầu chuyến thăm hữu nghị chính thức [Cuba|Country] từ {ngày 3/4/2019=2019-04-03}.",
            &["Trần Văn An visits Cuba (Chủ tịch) @2019-04-03"],
        );
    }

    #[test]
    fn noun_before_the_visitor() {
        expect(
            "visits",
            "Trong chuyến công tác tại [Nghệ An|Province], đoàn [Đại sứ quán [Ý|Country]|Agency] do Đại sứ [Marco Rossi|Person] dẫn đầu đã làm việc với các sở.",
            &[
                "Đại sứ quán Ý visits Nghệ An",
                "Marco Rossi visits Nghệ An (Đại sứ)",
            ],
        );
    }

    #[test]
    fn an_invitation_is_no_visit() {
        expect(
            "visits",
            "Thủ tướng [Trần Văn An|Person] mời Tổng thống [Chile|Country] sang thăm [Việt Nam|Country].",
            &[],
        );
    }

    #[test]
    fn the_host_who_invites_does_not_visit() {
        expect(
            "visits",
            "Thủ tướng [Trần Văn An|Person] bắt đầu chuyến thăm [Hà Lan|Country] theo lời mời của Thủ tướng [Jan Smit|Person].",
            &["Trần Văn An visits Hà Lan (Thủ tướng)"],
        );
    }

    #[test]
    fn visitor_behind_a_second_place() {
        expect(
            "visits",
            "Thứ trưởng [Lê Văn Bình|Person] nói về kết quả dự họp và thăm [Hà Lan|Country] của Thủ tướng [Trần Văn An|Person].",
            &["Trần Văn An visits Hà Lan (Thủ tướng)"],
        );
    }

    #[test]
    fn photographers_do_not_travel() {
        expect(
            "visits",
            "Ảnh: [Lê Bình|Person]/[TTXVN|Agency] Vui mừng được sang thăm [Lào|Country].",
            &[],
        );
    }

    #[test]
    fn a_relative_of_the_named_travels() {
        expect(
            "visits",
            "Chuyến thăm [Lào|Country] của con gái ông [Trần Văn An|Person] kết thúc.",
            &[],
        );
    }

    #[test]
    fn a_bare_title_is_the_own_one() {
        expect(
            "visits",
            "Thủ tướng [Nguyễn Văn An|Person] hội đàm với Thủ tướng [Đức|Country] [Karl Braun|Person]. Chuyến thăm [Đức|Country] của Thủ tướng thành công.",
            &["Nguyễn Văn An visits Đức (Thủ tướng)"],
        );
    }

    #[test]
    fn the_day_of_return_is_not_the_day_of_the_visit() {
        expect(
            "visits",
            "Sáng {12/7/2017=2017-07-12}, Thủ tướng [Nguyễn Văn An|Person] kết thúc chuyến thăm [Hà Lan|Country].",
            &["Nguyễn Văn An visits Hà Lan (Thủ tướng)"],
        );
    }

    #[test]
    fn a_headline_of_arrival() {
        expect(
            "visits",
            "Thủ tướng [Nguyễn Văn An|Person] tới [Paris|Place]",
            &["Nguyễn Văn An visits Paris (Thủ tướng)"],
        );
    }

    #[test]
    fn greetings_travel_alone() {
        expect(
            "visits",
            "Thủ tướng [Nguyễn Văn An|Person] gửi lời chúc tới [Lào|Country].",
            &[],
        );
    }

    #[test]
    fn people_are_no_place() {
        expect(
            "visits",
            "Tổng thống [Chile|Country] [Juan Soto|Person] thăm 4 công dân [Mỹ|Country].",
            &[],
        );
    }
}
