//! `visits` of officials who are said to act in a place abroad: `X gặp Y tại Paris`, `X rời Paris`,
//! `tại Lyon, X …` on a visit to France.

use super::clause::{cue_ending_at, is_owner, left_edge, subjects};
use super::delegation::{Visitor, is_visitor, visitor, visitors_before};
use super::destination::destination;
use super::findings::Findings;
use super::line::{ItemKind, Line};
use super::met::{MEETING_REACH, beginning, clause_around, is_only_named, meetings_at};
use super::served::Served;
use super::setting;
use super::story::Story;
use super::visits::add;
use crate::model::{Edtf, EntityType, Object, Predicate};
use crate::text::Case;

/// Farthest those who meet may stand from that word.
const PARTY_REACH: usize = 10;

/// Reads after the families that say who holds which post and who visits what.
pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    let candidate = |line: &&Line<'_>| {
        let told = line.has("visits.leave") || line.has("visits.noun");
        told || (0..line.items.len()).any(|at| line.is(at, &["tại", "ở"]))
    };
    if !story.lines.iter().any(|line| candidate(&line)) {
        return;
    }
    let served = Served::new(story, findings);
    for line in story.lines.iter().filter(candidate) {
        during(&served, line, findings);
        for at in 0..line.items.len() {
            if line.is_cue(at, "visits.leave") {
                leaves(&served, line, findings, at);
            } else if line.is(at, &["tại", "ở"]) {
                acts_at(&served, line, findings, at);
            }
        }
    }
}

/// `X rời thủ đô P`: whoever leaves a place abroad was there.
fn leaves(served: &Served<'_, '_>, line: &Line<'_>, findings: &mut Findings<'_>, verb: usize) {
    let places = destination(served.story, line, verb + 1).places;
    let (Some(&first), Some(subjects)) = (places.first(), subjects(line, verb)) else {
        return;
    };
    let visitors: Vec<Visitor> = visitors_before(line, verb)
        .into_iter()
        .filter(|visitor| subjects.entities.contains(&visitor.entity))
        .filter(|visitor| served.is_abroad(visitor.entity, first))
        .collect();
    add(line, findings, &visitors, &places, None, "visits/left");
}

/// `X nói trong chuyến thăm P`: the one in the clause who is abroad in P.
fn during(served: &Served<'_, '_>, line: &Line<'_>, findings: &mut Findings<'_>) {
    for noun in line.cue("visits.noun") {
        let within = noun.start > 0 && line.is_cue(noun.start - 1, "visits.during");
        let to = destination(served.story, line, noun.end);
        let Some(&first) = to.places.first() else {
            continue;
        };
        if !within || line.is(to.behind, &["của"]) {
            continue;
        }
        let (start, _) = clause_around(line, noun.start);
        let mut visitors: Vec<Visitor> = Vec::new();
        for at in travellers(served, line, start..noun.start, first) {
            let named = |other: &Visitor| line.entity(at) == Some(other.entity);
            if !visitors.iter().any(named) {
                visitors.extend(visitor(line, at));
            }
        }
        if visitors.is_empty() {
            visitors.extend(only_stranger(served, line, start..noun.start, first));
        }
        if visitors.len() == 1 {
            add(line, findings, &visitors, &to.places, None, "visits/during");
        }
    }
}

/// The only person of a stretch, of whom the article does not say what state they serve; nobody for one
/// from home who is said to be at home.
fn only_stranger(
    served: &Served<'_, '_>,
    line: &Line<'_>,
    stretch: std::ops::Range<usize>,
    place: usize,
) -> Option<Visitor> {
    let mut people = stretch.filter(|&at| line.is_person(at));
    let first = people.next()?;
    let person = line.entity(first)?;
    let alone = people.all(|at| line.entity(at) == Some(person));
    let story = served.story;
    let at_home = story.is_vietnamese(person) && story.lies_at_home(place) != Some(false);
    let stranger = alone && !at_home && served.state_of(person).is_none();
    visitor(line, first).filter(|_| stranger)
}

/// `X gặp Y tại P`, `tại P, X …`: who meets others in a place abroad came there, and so did who is on
/// a visit to the state it lies in.
fn acts_at(served: &Served<'_, '_>, line: &Line<'_>, findings: &mut Findings<'_>, at: usize) {
    let (mut places, behind) = setting::places_at(line, at + 1);
    places.retain(|&place| is_destination(served.story, place));
    let Some(&first) = places.first() else { return };
    let at = beginning(line, at);
    let before = at.checked_sub(1).map(|before| &line.items[before].kind);
    let venue = at > 0 && line.is_event(at - 1);
    // `đoàn tỉnh [X] tại P`, `Ngoại trưởng [X] tại P`: who stands before the place is there.
    let there = at
        .checked_sub(1)
        .filter(|&before| stands(line, before) && !is_only_named(line, before));
    let of_name = matches!(before, Some(ItemKind::Name(_))) && !venue && there.is_none();
    if of_name || at > 0 && line.is_cue(at - 1, "visits.live") {
        return;
    }
    let (start, end) = clause_around(line, at);
    let invited = (start..end).any(|at| line.cue_at("visits.invitation", at).is_some());
    if invited {
        return;
    }
    let meetings = meetings_at(line, at, start, end);
    let between = (behind..end.min(behind + 2)).find(|&at| line.is(at, &["giữa"]));
    let time = day_at(line, at, behind);
    let mut with: Option<&'static str> = None;
    for at in travellers(served, line, start..end, first) {
        let Some(visitor) = visitor(line, at) else {
            continue;
        };
        let meet = there == Some(at)
            || meetings
                .iter()
                .copied()
                .chain(between.filter(|_| !meetings.is_empty()))
                .any(|meeting| meeting.abs_diff(at) <= PARTY_REACH);
        // Where a meeting attended is held, `visits/attended` tells.
        let stop = !venue && is_on_visit(served, findings, visitor.entity, first);
        // `X và Đoàn đại biểu [Y]`: the delegation is where its leader is.
        let led = with.filter(|_| matches!(line.items[at].kind, ItemKind::Name(_)));
        let rule = match (stop, meet, led) {
            (true, ..) => "visits/stop",
            (_, true, _) => "visits/met",
            (.., Some(rule)) => rule,
            _ => continue,
        };
        with = Some(rule);
        add(line, findings, &[visitor], &places, time, rule);
    }
}

/// The day of what is done at a place: behind it, else at the head of its sentence.
fn day_at(line: &Line<'_>, at: usize, behind: usize) -> Option<Edtf> {
    let next = behind + usize::from(line.is_cue(behind, "visits.before-day"));
    line.date(next).or_else(|| {
        let head = setting::at_head(line, at).dates;
        head.into_iter().find(|date| date.start().day.is_some())
    })
}

/// Whether a person stands here or a delegation that was sent; missions stay.
fn stands(line: &Line<'_>, at: usize) -> bool {
    match line.items[at].kind {
        ItemKind::Person(..) => true,
        ItemKind::Name(_) => {
            let words = at.saturating_sub(MEETING_REACH)..at;
            is_visitor(line, at) && !words.rev().any(|i| line.is_cue(i, "visits.mission"))
        }
        _ => false,
    }
}

/// Whether one comes to a place rather than to a house or a gate in it: a state, a city, a province.
fn is_destination(story: &Story<'_>, place: usize) -> bool {
    let reading = story.reading;
    match reading.kind(place) {
        EntityType::Country | EntityType::Province => true,
        _ => {
            let ontology = reading.ontology;
            let known = ontology.entry(&reading.entities[place].id);
            known.is_some_and(|entry| {
                let entry = &ontology.entries[entry];
                let state = entry
                    .territory
                    .is_some_and(|of| ontology.entries[of].kind == EntityType::Country);
                state && entry.designation.is_some()
            })
        }
    }
}

/// Whether someone is said to visit the state in which a place lies.
fn is_on_visit(
    served: &Served<'_, '_>,
    findings: &Findings<'_>,
    traveller: usize,
    place: usize,
) -> bool {
    let there = served.story.state_code(place);
    let visits = findings.objects(traveller, Predicate::Visits);
    visits.into_iter().any(|visited| match visited {
        Object::Entity(visited) => served.story.state_code(visited) == there,
        _ => false,
    })
}

/// Where those are named in a stretch who are abroad in a place.
fn travellers(
    served: &Served<'_, '_>,
    line: &Line<'_>,
    stretch: std::ops::Range<usize>,
    place: usize,
) -> Vec<usize> {
    stretch
        .filter(|&at| is_visitor(line, at) && !is_rank(line, at))
        .filter(|&at| {
            let edge = left_edge(line, at);
            let only_named = edge > 0 && line.is(edge - 1, &["theo", "cho", "về"]);
            // `trước chuyến thăm của [A]`: who may not have come yet.
            let journey = edge.saturating_sub(MEETING_REACH)..edge;
            let owner = is_owner(line, at)
                && journey
                    .into_iter()
                    .any(|i| line.cue_at("visits.noun", i).is_some());
            !only_named && !owner && cue_ending_at(line, "clause.reporter", edge).is_none()
        })
        .filter(|&at| {
            visitor(line, at).is_some_and(|visitor| served.is_abroad(visitor.entity, place))
        })
        .collect()
}

/// Whether an office is only the rank of something: `đối thoại cấp thứ trưởng`.
fn is_rank(line: &Line<'_>, at: usize) -> bool {
    matches!(line.items[at].kind, ItemKind::Office(_))
        && line.reading.text.tokens[line.items[at].tokens.start].case == Case::Lower
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn who_meets_abroad_came_there() {
        expect(
            "visits",
            "Ngoại trưởng [Chile|Country] [Juan Soto|Person] gặp Ngoại trưởng [Pháp|Country] [Jean Petit|Person] tại [Paris|Place].",
            &["Juan Soto visits Paris (Ngoại trưởng)"],
        );
    }

    #[test]
    fn the_day_of_what_is_done_abroad() {
        expect(
            "visits",
            "{Chiều 3/4/2019=2019-04-03}, tại [Paris|Place], Ngoại trưởng [Chile|Country] [Juan Soto|Person] gặp Ngoại trưởng [Pháp|Country] [Jean Petit|Person].",
            &["Juan Soto visits Paris (Ngoại trưởng) @2019-04-03"],
        );
    }

    #[test]
    fn where_reporters_and_news_are_nobody_came() {
        expect(
            "visits",
            "Phóng viên [TTXVN|Agency] tại [Paris|Place] dẫn lời Ngoại trưởng [Chile|Country] [Juan Soto|Person] gặp các nghị sĩ. Ngoại trưởng [Chile|Country] [Juan Soto|Person] nói về vụ cháy tại [Lyon|Place].",
            &[],
        );
    }

    #[test]
    fn what_is_told_of_may_be_there_alone() {
        expect(
            "visits",
            "Họ treo tranh của Thủ tướng [Chile|Country] [Juan Soto|Person] ở [Paris|Place].",
            &[],
        );
    }

    #[test]
    fn a_delegation_received_abroad() {
        expect(
            "visits",
            "Chiều qua, tại [Hà Nội|Province], Bộ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] tiếp Đoàn đại biểu [Quốc hội [Chile|Country]|Agency].",
            &["Quốc hội Chile visits Hà Nội"],
        );
    }

    #[test]
    fn who_leaves_was_there() {
        expect(
            "visits",
            "Chiều qua, Thủ tướng [Việt Nam|Country] [Trần Văn An|Person] rời thủ đô [Paris|Place]; Thủ tướng [Việt Nam|Country] [Trần Văn An|Person] rời [Hà Nội|Province].",
            &["Trần Văn An visits Paris (Thủ tướng)"],
        );
    }

    #[test]
    fn a_stop_of_a_visit() {
        expect(
            "visits",
            "Thủ tướng [Việt Nam|Country] [Trần Văn An|Person] thăm chính thức [Pháp|Country]. Tại thành phố [Lyon|Place], Thủ tướng [Việt Nam|Country] [Trần Văn An|Person] trồng cây lưu niệm.",
            &[
                "Trần Văn An visits Pháp (Thủ tướng)",
                "Trần Văn An visits Lyon (Thủ tướng)",
            ],
        );
    }

    #[test]
    fn what_was_said_during_a_visit() {
        expect(
            "visits",
            "Ngoại trưởng [Chile|Country] [Juan Soto|Person] đã tuyên bố trong chuyến thăm tới [Lào|Country] rằng hai bên là bạn.",
            &["Juan Soto visits Lào (Ngoại trưởng)"],
        );
    }

    #[test]
    fn the_delegation_is_where_its_leader_is() {
        expect(
            "visits",
            "Thủ tướng [Việt Nam|Country] [Trần Văn An|Person] thăm chính thức [Pháp|Country]. Tại [Lyon|Place], Thủ tướng [Việt Nam|Country] [Trần Văn An|Person] và Đoàn đại biểu cấp cao [Quốc hội [Việt Nam|Country]|Agency] trồng cây.",
            &[
                "Trần Văn An visits Pháp (Thủ tướng)",
                "Trần Văn An visits Lyon (Thủ tướng)",
                "Quốc hội Việt Nam visits Lyon",
            ],
        );
    }

    #[test]
    fn someone_unknown_on_a_visit() {
        expect(
            "visits",
            "Đô đốc [Harry Stone|Person] trong chuyến thăm [Lào|Country]. Ông [Trần Văn An|Person] cảm ơn ông [Sato Ken|Person] trong chuyến thăm [Chile|Country].",
            &["Harry Stone visits Lào"],
        );
    }
}
