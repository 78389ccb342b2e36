//! `visits`: delegations and their leaders, and where they came.

use super::attendance::present_from;
use super::clause::{Subjects, cue_ending_at, subjects};
use super::delegation::{Visitor, guests_before, is_visitor, visitor, visitors_before};
use super::destination::{Destination, destination};
use super::findings::{Claim, Findings};
use super::inspections;
use super::line::{ItemKind, Line};
use super::setting;
use super::story::Story;
use super::trips;
use crate::model::{Edtf, EntityType, Object, Predicate, Span};

/// Farthest the owner of a visit may stand behind the place, in phrases and words.
const OWNER_REACH: usize = 5;
/// Farthest the list of a delegation's members may begin behind the words for it.
const LIST_REACH: usize = 30;
/// How many sentences on the members of a delegation may be named.
const FOLLOWING: usize = 2;

/// A visit that was read, whose further members may follow.
struct Visit {
    line: usize,
    places: Vec<usize>,
    time: Option<Edtf>,
    evidence: Span,
}

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    let mut last: Option<Visit> = None;
    for (index, line) in story.lines.iter().enumerate() {
        let made = verbs(story, line, findings).or(trips::read(story, line, findings));
        inspections::read(story, line, findings);
        if let Some((places, time)) = made {
            last = Some(Visit {
                line: index,
                places,
                time,
                evidence: line.evidence(),
            });
        }
        if let Some(visit) = last
            .as_ref()
            .filter(|visit| index - visit.line <= FOLLOWING)
        {
            members(line, findings, visit);
        }
    }
}

/// States that each visitor came to each place; gives the places if anyone did.
pub(super) fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    visitors: &[Visitor],
    places: &[usize],
    time: Option<Edtf>,
    rule: &'static str,
) -> Option<(Vec<usize>, Option<Edtf>)> {
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
    let any = !visitors.is_empty() && !places.is_empty();
    any.then(|| (places.to_vec(), time))
}

/// `Tham gia đoàn có A; B`: those who travel with the delegation spoken of before.
fn members(line: &Line<'_>, findings: &mut Findings<'_>, visit: &Visit) {
    for cue in line.cue("visits.members") {
        let end = line.items.len().min(cue.end + LIST_REACH);
        let Some(list) = (cue.end..end).find_map(|at| line.cue_at("participates.list", at)) else {
            continue;
        };
        let evidence = Span::new(visit.evidence.start, line.evidence().end);
        for subject in present_from(line, list) {
            if line.reading.kind(subject) != EntityType::Person {
                continue;
            }
            for &place in &visit.places {
                let claim = Claim {
                    subject,
                    predicate: Predicate::Visits,
                    object: Object::Entity(place),
                    evidence,
                    rule: "visits/members",
                };
                findings.add_qualified(claim, None, visit.time);
            }
        }
    }
}

/// `Tổng thống X thăm chính thức P`, `đoàn Y do ông Z dẫn đầu đã đến P`, `Sau khi đến P, X …`.
fn verbs(
    story: &Story<'_>,
    line: &Line<'_>,
    findings: &mut Findings<'_>,
) -> Option<(Vec<usize>, Option<Edtf>)> {
    let mut made = None;
    let arrivals = line.cue("visits.arrival").into_iter().filter(|verb| {
        // `Thủ tướng [A] tới [Paris]`: directly behind the traveller, a date aside.
        let traveller = behind_traveller(line, verb.start);
        // `đến nhận nhiệm vụ`: who comes to stay does not visit.
        let direct = traveller > 0 && is_visitor(line, traveller - 1);
        // `đến từ [Lào]`, `đến nay`
        !line.is_cue(verb.end, "visits.arrives-not") && (direct || goes_on(line, verb.start))
    });
    for verb in line.cue("visits.verb").into_iter().chain(arrivals) {
        let Destination { places, .. } = destination(story, line, verb.end);
        if places.is_empty() || cue_ending_at(line, "visits.noun-marker", verb.start).is_some() {
            continue;
        }
        let Some(subjects) = subjects(line, verb.start) else {
            let guests = guests_before(line, verb.start);
            let time = time_of(line, verb.start, verb.end);
            made = add(line, findings, &guests, &places, time, "visits/guest").or(made);
            continue;
        };
        let invited = (subjects.start.saturating_sub(3)..verb.start)
            .any(|at| line.cue_at("visits.invitation", at).is_some());
        if invited || subjects.agents && !is_led(line, verb.start) {
            continue;
        }
        let visitors = match owner_behind(line, verb.end) {
            Some(owner) => owner,
            None => travellers(line, verb.start, &subjects),
        };
        let time = time_of(line, subjects.start, verb.end);
        made = add(line, findings, &visitors, &places, time, "visits/verb").or(made);
    }
    for cue in line.cue("visits.on-arrival") {
        let to = destination(story, line, cue.end);
        let visitors = trips::visitors_behind_comma(line, to.behind);
        let time = time_of(line, cue.start, cue.end);
        made = add(
            line,
            findings,
            &visitors,
            &to.places,
            time,
            "visits/arrival",
        )
        .or(made);
    }
    made
}

/// Farthest the visit told before may stand from the next stop.
const STOP_REACH: usize = 16;

/// `X thăm [Lào], đến [Chile]`: whether a place is the next stop of a visit told before.
fn goes_on(line: &Line<'_>, verb: usize) -> bool {
    let joined = verb > 0 && line.is(verb - 1, &[",", "và"]);
    let told = (verb.saturating_sub(STOP_REACH)..verb).any(|at| {
        line.cue_at("visits.verb", at)
            .is_some_and(|end| line.is_place(end))
    });
    joined && told
}

/// The visitors before a verb; of a list of doings, `A gặp B; thăm P`, the people it is told of.
fn travellers(line: &Line<'_>, verb: usize, subjects: &Subjects) -> Vec<Visitor> {
    let nearest = visitors_before(line, verb);
    if !nearest.is_empty() {
        return nearest;
    }
    (subjects.start..verb)
        .filter(|&at| line.is_person(at))
        .filter(|&at| {
            line.entity(at)
                .is_some_and(|e| subjects.entities.contains(&e))
        })
        .filter_map(|at| visitor(line, at))
        .collect()
}

/// The place behind the traveller of a verb: `[A] chiều {28/6} tới` is `[A] tới`.
fn behind_traveller(line: &Line<'_>, verb: usize) -> usize {
    let mut at = verb;
    while at > 0
        && (line.date(at - 1).is_some()
            || line.is_cue(at - 1, "happens.time-of-day")
            || line.is_cue(at - 1, "visits.behind-traveller"))
    {
        at -= 1;
    }
    at
}

/// The visitor behind the place: `… và thăm [Hà Lan] của Thủ tướng X`.
fn owner_behind(line: &Line<'_>, from: usize) -> Option<Vec<Visitor>> {
    let end = line.items.len().min(from + OWNER_REACH);
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
pub(super) fn is_led(line: &Line<'_>, verb: usize) -> bool {
    (verb.saturating_sub(4)..verb).any(|at| line.cue_at("visits.led", at).is_some())
}

/// When a visit takes place: said behind it, else at the head of the clause.
pub(super) fn time_of(line: &Line<'_>, head_end: usize, from: usize) -> Option<Edtf> {
    let behind = setting::behind(line, from).dates;
    let head = setting::at_head(line, head_end).dates;
    behind.first().or_else(|| head.first()).copied()
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
    fn who_is_head_of_the_delegation() {
        expect(
            "visits",
            "Đoàn [Hội Hữu nghị|Agency] do ông [Trần Văn An|Person] làm Trưởng đoàn đã bay sang [Lào|Country].",
            &["Hội Hữu nghị visits Lào", "Trần Văn An visits Lào"],
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
    fn upon_arrival() {
        expect(
            "visits",
            "Ngay sau khi đến thành phố [Lyon|Place], [Pháp|Country], chiều {5/7/2018=2018-07-05}, Thủ tướng [Trần Văn An|Person] đã gặp kiều bào.",
            &[
                "Trần Văn An visits Lyon (Thủ tướng) @2018-07-05",
                "Trần Văn An visits Pháp (Thủ tướng) @2018-07-05",
            ],
        );
    }

    #[test]
    fn a_leader_before_the_delegation() {
        expect(
            "visits",
            "Chủ tịch nước chào mừng Thượng tướng [Juan Soto|Person] và Đoàn đại biểu quân sự cấp cao nước [Chile|Country] sang thăm [Việt Nam|Country].",
            &["Juan Soto visits Việt Nam", "Chile visits Việt Nam"],
        );
    }

    #[test]
    fn those_who_travel_along() {
        expect(
            "visits",
            "Thủ tướng [Trần Văn An|Person] lên đường thăm chính thức [Chile|Country]. Tham gia đoàn có: Bộ trưởng [Bộ Y tế|Agency] [Lê Văn Bình|Person]; Thứ trưởng [Bộ Công an|Agency] [Võ Văn Nam|Person].",
            &[
                "Trần Văn An visits Chile (Thủ tướng)",
                "Lê Văn Bình visits Chile",
                "Võ Văn Nam visits Chile",
            ],
        );
    }

    #[test]
    fn the_next_stop() {
        expect(
            "visits",
            "Tổng thống [Chile|Country] [Juan Soto|Person] sẽ thăm [Lào|Country], đến [Pháp|Country] dự họp; hàng hóa [Peru|Country], đến [Nga|Country] ngày càng nhiều.",
            &[
                "Juan Soto visits Lào (Tổng thống)",
                "Juan Soto visits Pháp (Tổng thống)",
            ],
        );
    }

    #[test]
    fn states_that_are_counted() {
        expect(
            "visits",
            "Bà [Ana Rojas|Person] đã có chuyến công du tới ba nước [châu Á|Place] gồm [Lào|Country], [Nhật Bản|Country] và [Ấn Độ|Country].",
            &[
                "Ana Rojas visits Lào",
                "Ana Rojas visits Nhật Bản",
                "Ana Rojas visits Ấn Độ",
            ],
        );
    }

    #[test]
    fn a_union_is_no_delegation() {
        expect(
            "visits",
            "Tình đoàn kết của người [Việt Nam|Country] thăm [Lào|Country].",
            &[],
        );
    }

    #[test]
    fn whose_friend_travels() {
        expect(
            "visits",
            "Ông [Sato Ken|Person], bạn của ông [Juan Soto|Person], được cho là sẽ đặt chân đến [Lào|Country]. Em [Lê Bình|Person] đến từ [Chile|Country].",
            &["Sato Ken visits Lào"],
        );
    }
}
