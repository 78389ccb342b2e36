//! `participatesIn`: who meets whom on the fringe of an event.

use super::attendance::represented;
use super::clause::events_after;
use super::findings::Findings;
use super::frame;
use super::line::Line;
use super::speakers::{SPEECH_REACH, add, is_person, is_visit};
use super::story::Story;

/// Farthest those who meet may stand before the event on whose fringe they do.
const MEETING_REACH: usize = 40;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        meetings(line, findings);
    }
}

/// `X gặp Y bên lề E`, `Bên lề E, X gặp Y`: all who meet there are there.
fn meetings(line: &Line<'_>, findings: &mut Findings<'_>) {
    for fringe in line.cue("participates.fringe") {
        let Some(event_at) = events_after(line, fringe.end).first().copied() else {
            continue;
        };
        // `trong khuôn khổ chuyến thăm [Lào] và dự E`: those met are not all at E.
        let journey = (fringe.end..event_at).any(|at| line.is_cue(at, "visits.trip"));
        let elsewhere = journey || is_visit(line, event_at);
        let Some(event) = line.entity(event_at).filter(|_| !elsewhere) else {
            continue;
        };
        let clause = |at: &usize| {
            !line.is(*at, &[";", ":", ".", "“", "”", "\""])
                && !line.is_cue(*at, "participates.thought")
        };
        let before = (fringe.start.saturating_sub(MEETING_REACH)..fringe.start)
            .rev()
            .take_while(clause)
            .last()
            .map_or(fringe.start..fringe.start, |start| start..fringe.start);
        let stretch = if before.clone().any(|at| is_person(line, at)) {
            before
        } else {
            event_at + 1
                ..(event_at + 1..line.items.len())
                    .take_while(clause)
                    .last()
                    .map_or(event_at + 1, |at| at + 1)
        };
        let meets = stretch
            .clone()
            .any(|at| line.cue_at("participates.meet", at).is_some());
        if !meets {
            continue;
        }
        let mut who: Vec<usize> = stretch
            .clone()
            .filter_map(|at| match is_person(line, at) {
                true => line.entity(at),
                false => represented(line, at),
            })
            .collect();
        // `Trong cuộc gặp với X bên lề E, Y nói …`
        let mut opening = stretch.clone().take(FRAME);
        if stretch.start < fringe.start
            && opening.any(|at| line.is(at, &["trong", "tại"]) && frame::begins(line, at))
        {
            who.extend(behind_comma(line, event_at + 1));
        }
        add(line, findings, &who, event, "participates/meeting");
    }
}

/// Farthest from the start of a sentence its frame may open, behind words of time and order.
const FRAME: usize = 4;

/// Farthest who acts may stand behind the comma of an adverbial, in phrases and words.
const ACTOR_REACH: usize = 4;

/// The first one to act behind the next comma.
fn behind_comma(line: &Line<'_>, from: usize) -> Option<usize> {
    let end = line.items.len().min(from + SPEECH_REACH);
    let comma = (from..end)
        .take_while(|&at| !is_person(line, at) && !line.is(at, &[".", ";"]))
        .find(|&at| line.is(at, &[","]))?;
    let actor =
        (comma + 1..line.items.len().min(comma + ACTOR_REACH)).find(|&at| is_person(line, at))?;
    line.entity(actor)
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn meeting_on_the_fringe() {
        expect(
            "participatesIn",
            "Cuộc gặp giữa Thủ tướng [Trần Văn An|Person] và ông [Sato Ken|Person] bên lề [Diễn đàn Xanh|Event] kéo dài một giờ.",
            &[
                "Trần Văn An participatesIn Diễn đàn Xanh",
                "Sato Ken participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn the_source_of_the_news_is_not_there() {
        expect(
            "participatesIn",
            "Người phát ngôn [Trần Văn An|Person] cho biết Thủ tướng [Lê Văn Bình|Person] sẽ gặp ông [Sato Ken|Person] bên lề [Diễn đàn Xanh|Event].",
            &[
                "Lê Văn Bình participatesIn Diễn đàn Xanh",
                "Sato Ken participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn the_other_one_of_a_meeting_acts_behind_it() {
        expect(
            "participatesIn",
            "Trong cuộc gặp với ông [Sato Ken|Person] bên lề [Diễn đàn Xanh|Event] hôm qua, ông [Trần Văn An|Person] đã cảm ơn.",
            &[
                "Sato Ken participatesIn Diễn đàn Xanh",
                "Trần Văn An participatesIn Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn a_meeting_behind_words_of_order() {
        expect(
            "participatesIn",
            "Trước đó, trong cuộc gặp ông [Sato Ken|Person] bên lề [Diễn đàn Xanh|Event] vào cuối {tháng 4=2019-04} tại [Huế|Province], bà [Phạm Thị Hoa|Person] nêu rõ lập trường.",
            &[
                "Sato Ken participatesIn Diễn đàn Xanh",
                "Phạm Thị Hoa participatesIn Diễn đàn Xanh",
            ],
        );
    }
}
