//! `visits` from nouns: `chuyến thăm P của X`, `X bắt đầu chuyến thăm P`, `trong chuyến thăm P, X …`.

use super::clause::{cue_ending_at, left_edge};
use super::delegation::{Visitor, is_visitor, visitors_before, visitors_from, visitors_together};
use super::destination::{Destination, destination, territories_in};
use super::findings::Findings;
use super::line::{ItemKind, Line};
use super::setting;
use super::story::Story;
use super::visits::{add, time_of};
use crate::model::{Edtf, EntityType};

/// Farthest the visitor may stand behind the noun of visiting, in phrases and words.
const VISITOR_REACH: usize = 20;
/// Farthest the visitor may stand behind a visit at the head of a sentence.
const HEAD_REACH: usize = 30;

/// A noun of a visit with its destination.
struct Trip {
    start: usize,
    to: Destination,
}

/// States the visits that nouns of a line name; gives the places of the last one.
pub(super) fn read(
    story: &Story<'_>,
    line: &Line<'_>,
    findings: &mut Findings<'_>,
) -> Option<(Vec<usize>, Option<Edtf>)> {
    let mut made = None;
    for Trip { start, to } in trips(story, line) {
        let from = to.behind;
        let end = line.items.len().min(from + VISITOR_REACH);
        // What is said at the head of a clause about the end of a visit is not the time of the visit.
        let ends = cue_ending_at(line, "visits.end", start).is_some();
        let time = if ends {
            setting::behind(line, from).dates.first().copied()
        } else {
            time_of(line, start, from)
        };
        let (visitors, places) = if let Some(owner) = owner_of_trip(line, from, end) {
            let visitors = (owner + 1..end)
                .find(|&at| is_visitor(line, at))
                .filter(|&at| left_edge(line, at) == owner + 1)
                .map_or(Vec::new(), |at| visitors_together(line, at));
            (visitors, places_behind_owner(line, to.places, owner, end))
        } else if cue_ending_at(line, "visits.make", start).is_some() {
            (visitors_before(line, start), to.places)
        } else {
            let mut places = to.places;
            if !places.is_empty() {
                places.extend(setting_places(line, from));
            }
            let visitors = if acts_before(line, start) {
                Vec::new()
            } else {
                visitors_behind_comma(line, from)
            };
            (visitors, places)
        };
        let time = time.or_else(|| day_behind_owner(line, from, end));
        made = add(line, findings, &visitors, &places, time, "visits/noun").or(made);
    }
    made
}

/// Whether someone acts in the same clause before the noun of a visit: `sau khi A trở về từ chuyến thăm P,
/// B nói`.
fn acts_before(line: &Line<'_>, noun: usize) -> bool {
    (0..noun)
        .rev()
        .take_while(|&at| {
            !matches!(line.items[at].kind, ItemKind::Mark) && !line.is_cue(at, "clause.told")
        })
        .any(|at| {
            matches!(
                line.items[at].kind,
                ItemKind::Person(..) | ItemKind::Office(_)
            )
        })
}

/// The nouns of visits of a line, those that are names of events among them.
fn trips(story: &Story<'_>, line: &Line<'_>) -> Vec<Trip> {
    let nouns = line.cue("visits.noun").into_iter().map(|noun| Trip {
        start: noun.start,
        to: destination(story, line, noun.end),
    });
    let named = (0..line.items.len()).filter_map(|at| {
        let ItemKind::Name(mention) = line.items[at].kind else {
            return None;
        };
        line.cues.at("visits.noun", line.items[at].tokens.start)?;
        let places = territories_in(story, mention)
            .map(|(_, place)| place)
            .collect();
        let event = line.kind(at) == Some(EntityType::Event);
        event.then_some(Trip {
            start: at,
            to: Destination {
                places,
                behind: at + 1,
            },
        })
    });
    nouns.chain(named).collect()
}

/// The place of `của` behind a noun of a visit: `chuyến thăm P và tham dự [E] tại Q của X`.
fn owner_of_trip(line: &Line<'_>, from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    while at < end {
        if line.is(at, &["của"]) {
            return Some(at);
        }
        let and_attends = line.is(at, &["và"])
            && line.is_any_cue(at + 1, &["participates.verb", "visits.verb", "visits.noun"]);
        // `chuyến thăm P vào {tháng 5} của X`
        let dated = line.is(at, &["vào", "trong"]) && line.date(at + 1).is_some();
        let stop = line.is(at, &[",", ";", "."])
            || !and_attends && !dated && line.cue_at("visits.owner-end", at).is_some();
        if stop {
            return None;
        }
        at += 1;
    }
    None
}

/// `chuyến thăm P của X vào {tháng 4/2017}`, `chuyến thăm của X tới P từ {ngày 5-8/6}`: when, behind the owner
/// and before the next thought.
fn day_behind_owner(line: &Line<'_>, from: usize, end: usize) -> Option<Edtf> {
    let owner = owner_of_trip(line, from, end)?;
    let date = (owner..line.items.len().min(end + 4))
        .take_while(|&at| {
            !line.is(at, &[",", ";", ".", "(", "và"])
                && !line.is_cue(at, "visits.time-end")
                && line.cue_at("visits.noun", at).is_none()
        })
        .find(|&at| line.date(at).is_some())?;
    line.date(date)
        .filter(|_| line.is_cue(date - 1, "visits.before-time"))
}

/// The places of a visit, which may stand behind its owner: `chuyến thăm của X tới P`.
fn places_behind_owner(
    line: &Line<'_>,
    before: Vec<usize>,
    owner: usize,
    end: usize,
) -> Vec<usize> {
    if !before.is_empty() {
        return before;
    }
    (owner..end)
        .take_while(|&at| !line.is(at, &[",", ";", "."]))
        .find(|&at| line.is_cue(at, "visits.to"))
        .map_or(Vec::new(), |at| setting::places_at(line, at + 1).0)
}

/// The visitors of a clause whose head ends before `from`: `trong chuyến thăm P, chiều 9/7, X …`.
pub(super) fn visitors_behind_comma(line: &Line<'_>, from: usize) -> Vec<Visitor> {
    let end = line.items.len().min(from + HEAD_REACH);
    let visitor = (from..end)
        .take_while(|&at| !line.is(at, &[";", ":", ".", "”"]))
        .find(|&at| is_visitor(line, at) && line.is(left_edge(line, at).wrapping_sub(1), &[","]));
    let Some(at) = visitor else { return Vec::new() };
    let mut visitors = visitors_together(line, at);
    // `…, Chủ tịch A và Tổng thống B đồng chủ trì`: the host may act with the guest.
    let own = visitors_from(line, at).len();
    let others = visitors.split_off(own);
    visitors.extend(
        others
            .into_iter()
            .filter(|visitor| line.reading.kind(visitor.entity) != EntityType::Person),
    );
    visitors
}

/// The places at the head of the clause behind a visit: `…, tại thủ đô [Moskva], X`.
fn setting_places(line: &Line<'_>, from: usize) -> Vec<usize> {
    let end = line.items.len().min(from + HEAD_REACH);
    (from..end)
        .take_while(|&at| !is_visitor(line, at) && !line.is(at, &[";", ":", "."]))
        .find(|&at| line.is(at, &["tại"]) && line.is(at.wrapping_sub(1), &[","]))
        .map_or(Vec::new(), |at| {
            let (places, behind) = setting::places_at(line, at + 1);
            // A hall is where they meet, the city behind it where they came.
            let city = |place: &usize| {
                (at..behind).any(|i| line.entity(i) == Some(*place) && left_edge(line, i) < i)
            };
            places.into_iter().filter(city).collect()
        })
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn the_days_of_a_visit_hold_one_of_them() {
        expect(
            "visits",
            "{Ngày 3/4/2019=2019-04-03}, ông [Trần Văn An|Person] thăm [Chile|Country]. Ông [Trần Văn An|Person] thăm [Chile|Country] {từ ngày 3 đến 5/4/2019=2019-04-03/2019-04-05}.",
            &["Trần Văn An visits Chile @2019-04-03/2019-04-05"],
        );
    }

    #[test]
    fn the_day_behind_the_visitor() {
        expect(
            "visits",
            "Gần đây nhất là chuyến thăm [Chile|Country] của Chủ tịch Quốc hội [Trần Văn An|Person] vào {tháng 4/2019=2019-04} và chuyến thăm khác.",
            &["Trần Văn An visits Chile (Chủ tịch Quốc hội) @2019-04"],
        );
        expect(
            "visits",
            "Báo nhắc lại chuyến thăm [Chile|Country] của ông [Trần Văn An|Person], sau khi hai bên ký kết vào {tháng 4/2019=2019-04}.",
            &["Trần Văn An visits Chile"],
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
    fn noun_with_attendance_before_the_owner() {
        expect(
            "visits",
            "Chuyến thăm chính thức [Đức|Country] và tham dự [Diễn đàn Xanh|Event] của Thủ tướng [Trần Văn An|Person] và Đoàn đại biểu cấp cao [Việt Nam|Country] bắt đầu.",
            &["Trần Văn An visits Đức (Thủ tướng)", "Việt Nam visits Đức"],
        );
    }

    #[test]
    fn a_visit_that_is_a_name() {
        expect(
            "visits",
            "[Chuyến thăm [Nga|Country]|Event] của Tổng thống [Chile|Country] [Juan Soto|Person] kéo dài hai ngày.",
            &["Juan Soto visits Nga (Tổng thống)"],
        );
    }

    #[test]
    fn a_day_between_a_visit_and_its_owner() {
        expect(
            "visits",
            "Chuyến thăm [Lào|Country] vào {tháng 5/2019=2019-05} của Tổng thống [Chile|Country] [Juan Soto|Person] thành công.",
            &["Juan Soto visits Lào (Tổng thống) @2019-05"],
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
    fn the_day_of_return_is_not_the_day_of_the_visit() {
        expect(
            "visits",
            "Sáng {12/7/2017=2017-07-12}, Thủ tướng [Nguyễn Văn An|Person] kết thúc chuyến thăm [Hà Lan|Country].",
            &["Nguyễn Văn An visits Hà Lan (Thủ tướng)"],
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
    fn the_host_who_invites_does_not_visit() {
        expect(
            "visits",
            "Thủ tướng [Trần Văn An|Person] bắt đầu chuyến thăm [Hà Lan|Country] theo lời mời của Thủ tướng [Jan Smit|Person].",
            &["Trần Văn An visits Hà Lan (Thủ tướng)"],
        );
    }

    #[test]
    fn who_speaks_behind_the_visit_of_another() {
        expect(
            "visits",
            "Sau khi Thủ tướng [Trần Văn An|Person] trở về từ chuyến thăm [Chile|Country], Đại sứ [Peru|Country] [Juan Soto|Person] chúc mừng. Về chuyến thăm tới [Chile|Country] của Thủ tướng [Trần Văn An|Person], bà [Lê Thị Hoa|Person] nói ngắn.",
            &["Trần Văn An visits Chile (Thủ tướng)"],
        );
    }

    #[test]
    fn a_visit_at_the_head() {
        expect(
            "visits",
            "Trong khuôn khổ chuyến thăm chính thức [Chile|Country], tối {29/6/2018=2018-06-29} (giờ địa phương), tại [Nhà khách Quốc gia|Place], thủ đô [Santiago|Place], Thủ tướng [Trần Văn An|Person] và Phu nhân, cùng Đoàn đại biểu cấp cao [Việt Nam|Country] dự chiêu đãi.",
            &[
                "Trần Văn An visits Chile (Thủ tướng) @2018-06-29",
                "Trần Văn An visits Santiago (Thủ tướng) @2018-06-29",
                "Việt Nam visits Chile @2018-06-29",
                "Việt Nam visits Santiago @2018-06-29",
            ],
        );
    }

    #[test]
    fn the_city_left_does_not_travel() {
        expect(
            "visits",
            "Thủ tướng [Trần Văn An|Person] và đoàn sẽ rời [Lyon|Place] đến [Paris|Place].",
            &[],
        );
    }

    #[test]
    fn the_host_acts_with_the_guest() {
        expect(
            "visits",
            "Trong chuyến thăm [Chile|Country], Thủ tướng [Trần Văn An|Person] và Tổng thống [Juan Soto|Person] khai mạc triển lãm.",
            &["Trần Văn An visits Chile (Thủ tướng)"],
        );
    }

    #[test]
    fn a_visit_to_a_city_of_a_state() {
        expect(
            "visits",
            "Tin này có trong chuyến thăm chính thức tới thành phố [Boston|Place], bang [Massachusetts|Place], [Mỹ|Country] của Đại sứ [Trần Văn An|Person].",
            &[
                "Trần Văn An visits Boston (Đại sứ)",
                "Trần Văn An visits Massachusetts (Đại sứ)",
                "Trần Văn An visits Mỹ (Đại sứ)",
            ],
        );
    }

    #[test]
    fn a_stop_on_the_way() {
        expect(
            "visits",
            "Khi dừng chân tại [Lào|Country], ông [Sato Ken|Person] nghỉ ngơi. Tàu dừng chân, ông [Juan Soto|Person] ở [Chile|Country].",
            &["Sato Ken visits Lào"],
        );
    }
}
