//! `takesPlaceIn` and `occursOn` from clauses in which someone holds or attends the event.

use super::clause::{event_before, events_after, subjects};
use super::findings::Findings;
use super::line::Line;
use super::setting::{self, Setting};
use super::story::Story;
use super::when_where::{add, missing};

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        objects(line, findings);
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
        // `Ngày D, X lên đường thăm P và dự E`: the day of the journey.
        let travels = (clause..verb.start).any(|at| {
            ["visits.verb", "visits.noun", "visits.journey"]
                .into_iter()
                .any(|list| line.cue_at(list, at).is_some())
        });
        let head = if travels {
            Setting::default()
        } else {
            setting::at_head(line, clause)
        };
        for &event_at in &events {
            let Some(event) = line.entity(event_at) else {
                continue;
            };
            let bracket_at = line.behind_quote(event_at + 1);
            let mut own = setting::in_bracket(line, bracket_at);
            if let [_] = events[..] {
                own.extend(setting::right_behind(line, line.behind_bracket(bracket_at)));
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
