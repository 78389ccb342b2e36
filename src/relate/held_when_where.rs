//! `takesPlaceIn` and `occursOn` from clauses in which someone holds or attends the event.

use super::clause::{cue_ending_at, event_before, events_after, left_edge, subjects};
use super::findings::Findings;
use super::guests::received;
use super::line::Line;
use super::setting::{self, Setting};
use super::story::Story;
use super::when_where::{add, missing};
use crate::model::{Edtf, EntityType, Predicate};

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in story.lines.iter().filter(|line| line.has_event()) {
        objects(line, findings);
    }
    for line in &story.lines {
        days_at(line, findings);
    }
}

/// `Ngày D, tại P, X tổ chức E`; `X tổ chức E tại P vào ngày D`; `E do X tổ chức tại P`.
fn objects(line: &Line<'_>, findings: &mut Findings<'_>) {
    let verbs = ["organizes.verb", "participates.verb"];
    for (list, verb) in verbs
        .into_iter()
        .flat_map(|l| line.cue(l).into_iter().map(move |v| (l, v)))
    {
        if line.cue_at("participates.other-word", verb.start).is_some() {
            continue;
        }
        let subjects = subjects(line, verb.start);
        let agents = subjects.as_ref().is_some_and(|s| s.agents);
        if agents && list == "organizes.verb" {
            let start = subjects.map_or(verb.start, |s| s.start);
            let event = event_before(line, start).and_then(|at| line.entity(at));
            if let Some(event) = event {
                let behind = setting::behind(line, verb.end);
                add(line, findings, event, &behind, "when-where/verb");
            }
            continue;
        }
        let events = events_after(line, verb.end);
        let clause = subjects.map_or(verb.start, |s| s.start);
        let travels = is_of_journey(line, clause, verb.start);
        let head = if travels || is_planned(line, list, verb.start) {
            Setting::default()
        } else {
            setting::at_head(line, clause)
        };
        for &event_at in &events {
            let Some(event) = line.entity(event_at) else {
                continue;
            };
            let mut own = own_setting(line, event_at, events.len() == 1, verb.start);
            if travels {
                own.drop_stay();
            }
            // The day at the head says more than the year behind the event.
            let day = |date: &Edtf| date.start().month.is_some();
            if head.dates.iter().any(day) {
                own.dates.retain(day);
            }
            add(line, findings, event, &own, "when-where/object");
            add(
                line,
                findings,
                event,
                &missing(head.clone(), &own),
                "when-where/head",
            );
        }
    }
}

/// What stands behind an event, and where its guest comes for it.
fn own_setting(line: &Line<'_>, event: usize, alone: bool, verb: usize) -> Setting {
    let bracket = line.behind_quote(event + 1);
    let mut own = setting::in_bracket(line, bracket);
    if alone {
        own.extend(setting::right_behind(line, line.behind_bracket(bracket)));
        if own.places.is_empty() {
            own.extend(behind_participants(line, bracket));
        }
        if own.places.is_empty() {
            own.extend(goal_before(line, verb));
        }
    }
    own
}

/// `Ngày D, X lên đường thăm P và dự E`, `Ngày D, X tiếp Y nhân dịp dự E`: the day of the journey or the
/// reception.
fn is_of_journey(line: &Line<'_>, clause: usize, verb: usize) -> bool {
    let travels = (clause..verb).any(|at| {
        ["visits.verb", "visits.noun", "visits.journey"]
            .into_iter()
            .any(|list| line.cue_at(list, at).is_some_and(|end| end <= verb))
    });
    // `X tới [Chile] dự E`
    let arrives = |at: usize| {
        line.cue_at("visits.arrival", at).is_some_and(|end| {
            let place = line.cue_at("clause.noun", end).unwrap_or(end);
            place < verb && line.kind(place) == Some(EntityType::Country)
        })
    };
    travels || (clause..verb).any(arrives) || received(line, verb).is_some()
}

/// `Ngày D, X bàn kế hoạch tổ chức E`, `X được cấp giấy để dự E`: what is spoken of or wished for is on
/// another day.
fn is_planned(line: &Line<'_>, list: &str, verb: usize) -> bool {
    let nouns = match list {
        "organizes.verb" => "organizes.not-after",
        _ => "participates.not-after",
    };
    cue_ending_at(line, nouns, verb).is_some() || verb > 0 && line.is(verb - 1, &["để"])
}

/// Farthest a place may stand behind those who take part, in phrases and words.
const PARTICIPANTS: usize = 12;

/// `E với sự tham dự của 600 đại biểu tại [Tokyo]`: nobody with a name stands between.
fn behind_participants(line: &Line<'_>, from: usize) -> Setting {
    let noun = line
        .cue("participates.noun")
        .into_iter()
        .find(|noun| (from..from + 3).contains(&noun.start));
    let end = |from: usize| line.items.len().min(from + PARTICIPANTS);
    let at = noun.and_then(|noun| {
        (noun.end..end(noun.end))
            .take_while(|&at| line.entity(at).is_none() && !line.is(at, &[".", ";"]))
            .find(|&at| line.is(at, &["tại", "ở"]))
    });
    at.map_or_else(Setting::default, |at| setting::right_behind(line, at))
}

/// `sang thăm [Đức] và dự E`, `tới [Lào] vào {tháng 5} để dự E`: who comes somewhere to attend attends
/// there and then.
fn goal_before(line: &Line<'_>, verb: usize) -> Setting {
    let mut setting = Setting::default();
    let joined = |at: &usize| line.is(*at, &["và", "để", ","]) || line.is_cue(*at, "clause.tense");
    let Some(mut joint) = (0..verb).rev().find(|at| !joined(at)) else {
        return setting;
    };
    let date = setting::day(line, joint);
    if date.is_some() {
        let between = |at: &usize| line.is_cue(*at, "happens.before-day");
        match (0..joint).rev().find(|at| !between(at)) {
            Some(place) => joint = place,
            None => return setting,
        }
    }
    let start = left_edge(line, joint);
    let comes = cue_ending_at(line, "visits.verb", start).is_some()
        || start > 0 && line.is_cue(start - 1, "visits.arrival");
    let list = start > 1 && line.is(start - 1, &[",", "và"]);
    if line.is_place(joint) && comes && !list {
        setting.places.extend(line.entity(joint));
        setting.dates.extend(date);
    }
    setting
}

/// `Ngày D, tại E, X nói …`: the day of what is done at an event is a day of the event.
fn days_at(line: &Line<'_>, findings: &mut Findings<'_>) {
    for cue in line.cue("participates.setting") {
        let event_at = cue.end;
        let date_at = (cue.start.saturating_sub(2)..cue.start)
            .rev()
            .find(|&at| !line.is(at, &[","]));
        let date = date_at
            .and_then(|at| setting::day(line, at))
            .filter(|date| date.start().month.is_some() || date.start().day.is_some());
        let Some((date, event)) = date.zip(line.entity(event_at)) else {
            continue;
        };
        let at_head = setting::at_head(line, cue.start).dates.contains(&date);
        if at_head
            && line.is(cue.start, &["tại"])
            && line.is_event(event_at)
            && !findings.states(event, Predicate::OccursOn)
        {
            let mut day = Setting::default();
            day.dates.push(date);
            add(line, findings, event, &day, "when-where/setting");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn head() {
        expect(
            "takesPlaceIn occursOn",
            "Sáng {3/4/2019=2019-04-03}, tại [Hà Nội|Province], [Bộ Công Thương|Agency] tổ chức [Hội nghị Gỗ|Event].",
            &[
                "Hội nghị Gỗ takesPlaceIn Hà Nội",
                "Hội nghị Gỗ occursOn 2019-04-03",
            ],
        );
    }

    #[test]
    fn the_day_behind_a_comma_before_the_subject() {
        expect(
            "takesPlaceIn occursOn",
            "Theo tờ Gỗ Xanh, trong hai {ngày 3-4/4/2019=2019-04-03/2019-04-04}, tại [Huế|Place], [Bộ Công Thương|Agency] đã tổ chức [Hội nghị Gỗ|Event].",
            &[
                "Hội nghị Gỗ takesPlaceIn Huế",
                "Hội nghị Gỗ occursOn 2019-04-03/2019-04-04",
            ],
        );
        expect(
            "occursOn",
            "Theo tờ Gỗ Xanh ra {ngày 3/4/2019=2019-04-03} ở nhiều nơi, [Bộ Công Thương|Agency] tổ chức [Hội nghị Gỗ|Event].",
            &[],
        );
    }

    #[test]
    fn head_behind_an_occasion() {
        expect(
            "takesPlaceIn occursOn",
            "Trong khuôn khổ chuyến thăm [Chile|Country], sáng {3/4/2019=2019-04-03}, tại [Santiago|Place], ông [Trần Văn An|Person] chủ trì [Hội nghị Gỗ|Event].",
            &[
                "Hội nghị Gỗ takesPlaceIn Santiago",
                "Hội nghị Gỗ occursOn 2019-04-03",
            ],
        );
    }

    #[test]
    fn the_month_of_whose_end_it_is_and_the_day_that_closes_a_caption() {
        expect(
            "takesPlaceIn occursOn",
            "Hai bên gặp nhau bên lề [Diễn đàn Xanh|Event] vào cuối {tháng 4/2019=2019-04} tại [Huế|Province].",
            &[
                "Diễn đàn Xanh takesPlaceIn Huế",
                "Diễn đàn Xanh occursOn 2019-04",
            ],
        );
        expect(
            "takesPlaceIn occursOn",
            "Bà [Phạm Thị Hoa|Person] và các nhà lãnh đạo [Hội Gỗ|Agency] tại [Diễn đàn Xanh|Event] ở [Lima|Place], {ngày 3/4/2019=2019-04-03}.",
            &[
                "Diễn đàn Xanh takesPlaceIn Lima",
                "Diễn đàn Xanh occursOn 2019-04-03",
            ],
        );
    }

    #[test]
    fn passive() {
        expect(
            "takesPlaceIn occursOn",
            "[Hội nghị Gỗ|Event] do [Bộ Công Thương|Agency] tổ chức tại [Hà Nội|Province] vào {ngày 3/4/2019=2019-04-03}.",
            &[
                "Hội nghị Gỗ takesPlaceIn Hà Nội",
                "Hội nghị Gỗ occursOn 2019-04-03",
            ],
        );
    }

    #[test]
    fn the_day_of_the_journey() {
        expect(
            "occursOn",
            "{Ngày 4/7/2017=2017-07-04}, Thủ tướng [Trần Văn An|Person] rời [Hà Nội|Province], lên đường thăm [Đức|Country] và dự [Diễn đàn Xanh|Event].",
            &[],
        );
    }

    #[test]
    fn who_comes_to_attend_attends_there() {
        expect(
            "takesPlaceIn",
            "Thủ tướng [Trần Văn An|Person] sẽ sang [Chile|Country] dự [Diễn đàn Xanh|Event].",
            &["Diễn đàn Xanh takesPlaceIn Chile"],
        );
    }

    #[test]
    fn and_then() {
        expect(
            "takesPlaceIn occursOn",
            "Thủ tướng [Trần Văn An|Person] sẽ tới [Chile|Country] vào {tháng 5/2019=2019-05} để dự [Diễn đàn Xanh|Event].",
            &[
                "Diễn đàn Xanh takesPlaceIn Chile",
                "Diễn đàn Xanh occursOn 2019-05",
            ],
        );
    }

    #[test]
    fn the_place_behind_those_who_take_part() {
        expect(
            "takesPlaceIn",
            "Ông [Trần Văn An|Person] dự [Diễn đàn Xanh|Event] với sự tham dự của 600 đại biểu, doanh nghiệp tại [Tokyo|Place].",
            &["Diễn đàn Xanh takesPlaceIn Tokyo"],
        );
    }

    #[test]
    fn the_day_at_the_head_says_more_than_the_year() {
        expect(
            "occursOn",
            "{Ngày 3/4/2019=2019-04-03}, [Bộ Y tế|Agency] tổ chức [Lễ hội Hoa|Event] {năm 2019=2019}.",
            &["Lễ hội Hoa occursOn 2019-04-03"],
        );
    }

    #[test]
    fn coming_to_attend_is_no_journey() {
        expect(
            "takesPlaceIn occursOn",
            "Chiều {6/4/2019=2019-04-06} tại [Hà Nội|Province], ông [Trần Văn An|Person] đã đến dự [Diễn đàn Xanh|Event].",
            &[
                "Diễn đàn Xanh takesPlaceIn Hà Nội",
                "Diễn đàn Xanh occursOn 2019-04-06",
            ],
        );
    }

    #[test]
    fn the_day_of_what_is_done_there() {
        expect(
            "occursOn",
            "{Tháng 1/2016=2016-01}, tại [Đại hội Xanh|Event], ông [Trần Văn An|Person] được bầu làm Chủ tịch.",
            &["Đại hội Xanh occursOn 2016-01"],
        );
    }

    #[test]
    fn what_is_told_has_its_own_head() {
        expect(
            "takesPlaceIn occursOn",
            "Bản tin cho biết vào sáng {12/5/2017=2017-05-12}, tại [Huế|Place], ông [Trần Văn An|Person] đã dự [Diễn đàn Xanh|Event].",
            &[
                "Diễn đàn Xanh takesPlaceIn Huế",
                "Diễn đàn Xanh occursOn 2017-05-12",
            ],
        );
    }

    #[test]
    fn a_sentence_runs_on_from_a_caption() {
        expect(
            "takesPlaceIn occursOn",
            "Quang cảnh thành phố. Ảnh: [Lê Bình|Person]/[TTXVN|Agency] Sáng {3/4/2019=2019-04-03}, tại [Hà Nội|Province], [Bộ Công Thương|Agency] tổ chức [Hội nghị Gỗ|Event].",
            &[
                "Hội nghị Gỗ takesPlaceIn Hà Nội",
                "Hội nghị Gỗ occursOn 2019-04-03",
            ],
        );
    }
}
