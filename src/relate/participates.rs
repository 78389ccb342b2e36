//! `participatesIn`: who attends an event.

use super::attendance::present_from;
use super::clause::{
    Extent, actors_from, cue_ending_at, event_before, events_after, is_adverbial, push_actor,
    subjects,
};
use super::findings::{Claim, Findings};
use super::frame;
use super::guests::received;
use super::line::{ItemKind, Line};
use super::story::Story;
use crate::model::{Object, Predicate};

/// Farthest a list may begin behind the words that name a side.
const SIDE_REACH: usize = 5;
/// Farthest the owner of an attendance may stand behind its event, in phrases and words.
const OWNER_REACH: usize = 8;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for (index, line) in story.lines.iter().enumerate() {
        verbs(line, findings);
        unnamed_events(story, index, line, findings);
        nouns(line, findings);
        owners(line, findings);
    }
}

fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    participant: usize,
    event: usize,
    rule: &'static str,
) {
    findings.add(Claim {
        subject: participant,
        predicate: Predicate::ParticipatesIn,
        object: Object::Entity(event),
        evidence: line.evidence(),
        rule,
    });
}

/// `X dự E`; `Dự E có X, Y`; `Phát biểu tại E, X nói …`.
fn verbs(line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("participates.verb") {
        let called = called(line, verb.start);
        let noun = cue_ending_at(line, "participates.not-after", verb.start).is_some();
        if noun && called.is_none() || line.cue_at("participates.other-word", verb.start).is_some()
        {
            continue;
        }
        let events = events_after(line, verb.end);
        let Some(&last) = events.last() else { continue };
        // `Trong bài phát biểu khai mạc E, X …`
        // A capital opens a sentence behind a caption, whose full stop is missing.
        let opens = line.opens_sentence(verb.start);
        let acting = (!line.is(verb.start, &["trong"]) && !opens)
            .then(|| subjects(line, called.unwrap_or(verb.start)))
            .flatten();
        let guests = received(line, verb.start);
        let (people, rule) = match acting {
            _ if let Some(guests) = guests => (guests, "participates/guest"),
            Some(ref acting)
                if names_journey(line, acting.start, verb.start)
                    || is_denied(line, acting.start, verb.start) =>
            {
                continue;
            }
            Some(subjects) if !subjects.agents => (subjects.entities, "participates/verb"),
            Some(_) => continue,
            None => behind_event(line, verb.start, last + 1),
        };
        let others = with_others(line, last + 1);
        for event in events.iter().filter_map(|&at| line.entity(at)) {
            for &person in &people {
                add(line, findings, person, event, rule);
            }
            for &other in others.iter().filter(|_| !people.is_empty()) {
                add(line, findings, other, event, "participates/together");
            }
        }
    }
}

/// Farthest `được` may stand before the verb of attending, in phrases and words.
const CALLED_REACH: usize = 6;

/// The place of `được` in `X được [Y] cử đi dự E`, `X được mời chính thức tham dự E`.
fn called(line: &Line<'_>, verb: usize) -> Option<usize> {
    let call = (verb.saturating_sub(CALLED_REACH)..verb)
        .rev()
        .take_while(|&at| matches!(line.items[at].kind, ItemKind::Word))
        .find(|&at| line.is_cue(at, "participates.called"))?;
    (call.saturating_sub(CALLED_REACH)..call)
        .rev()
        .take_while(|&at| line.is_actor(at) || matches!(line.items[at].kind, ItemKind::Word))
        .find(|&at| line.is(at, &["được"]))
}

/// `X đánh giá cao chuyến thăm [Đức] và dự E`: what is spoken of, not what X does; `X bắt đầu chuyến thăm …`
/// is what he does.
fn names_journey(line: &Line<'_>, subject: usize, verb: usize) -> bool {
    let joined = verb > 0 && line.is(verb - 1, &["và"]);
    let journey = (subject..verb)
        .rev()
        .find(|&at| line.is_cue(at, "visits.trip"));
    joined
        && journey.is_some_and(|at| {
            at > 0
                && !line.is_cue(at - 1, "participates.makes-journey")
                && (at..verb).all(|i| !line.is(i, &[",", ";"]))
        })
}

/// `X không cử phái đoàn đến dự E`: whether it is denied that the one who acts attends.
fn is_denied(line: &Line<'_>, subject: usize, verb: usize) -> bool {
    (subject..verb)
        .rev()
        .take_while(|&at| !line.is(at, &[",", ";", "và"]) && !line.is_actor(at))
        .any(|at| line.is_cue(at, "participates.denied"))
}

/// `X dự E cùng với Y và Z`: those beside the one who attends.
fn with_others(line: &Line<'_>, from: usize) -> Vec<usize> {
    let from = line.behind_bracket(line.behind_quote(from));
    if line.is(from, &["cùng"]) {
        let with = usize::from(line.is(from + 1, &["với"]));
        return present_from(line, from + 1 + with);
    }
    Vec::new()
}

/// `X dự và phát biểu.`, `Phát biểu khai mạc, X …`: the event is that of the sentence before.
fn unnamed_events(story: &Story<'_>, index: usize, line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("participates.verb") {
        if line.cue_at("participates.other-word", verb.start).is_some() {
            continue;
        }
        let end = line
            .cue_at("participates.tail", verb.end)
            .unwrap_or(verb.end);
        let people = if end >= line.items.len() || line.is(end, &[".", ";"]) {
            subjects(line, verb.start)
                .filter(|subjects| !subjects.agents)
                .map_or(Vec::new(), |subjects| subjects.entities)
        } else if (verb.start == 0 || line.opens_sentence(verb.start)) && line.is(end, &[","]) {
            behind_event(line, verb.start, end).0
        } else {
            continue;
        };
        let Some((event, evidence)) = story.event_before_line(index) else {
            continue;
        };
        for subject in people {
            findings.add(Claim {
                subject,
                predicate: Predicate::ParticipatesIn,
                object: Object::Entity(event),
                evidence,
                rule: "participates/same-event",
            });
        }
    }
}

/// Those named behind the event of a clause that begins with its verb.
fn behind_event(line: &Line<'_>, verb: usize, from: usize) -> (Vec<usize>, &'static str) {
    let from = line.behind_quote(from);
    // `[Chile] mời các nước dự E, dù X phản đối`: another clause.
    if !frame::begins(line, verb) {
        return (Vec::new(), "participates/participle");
    }
    let from = frame::comma_behind(line, from).unwrap_or(from);
    if line.is(from, &[","])
        && line.cue_at("participates.side", from + 1).is_none()
        && let Some(actor) = (from + 1..line.items.len().min(from + 5))
            .find(|&at| line.is_actor(at) && !is_adverbial(line, at))
    {
        // `Trưởng đoàn [A], Thứ trưởng X`: the one named says who that is.
        let named = (actor + 1..line.items.len().min(actor + 3))
            .take_while(|&at| line.is_actor(at) || line.is(at, &[",", "-", "–"]))
            .find(|&at| matches!(line.items[at].kind, ItemKind::Person(..)))
            .filter(|_| matches!(line.items[actor].kind, ItemKind::Office(_)));
        let mut people = Vec::new();
        push_actor(line, named.unwrap_or(actor), &mut people);
        return (people, "participates/participle");
    }
    (Vec::new(), "participates/participle")
}

/// `E có sự tham gia của X`, `với sự tham dự của X, E …`.
fn nouns(line: &Line<'_>, findings: &mut Findings<'_>) {
    for noun in line.cue("participates.noun") {
        let before = event_before(line, noun.start);
        let event = before.or_else(|| (noun.end..line.items.len()).find(|&at| line.is_event(at)));
        let Some(event) = event.and_then(|at| line.entity(at)) else {
            continue;
        };
        // `sự tham dự của phía [A] gồm: X; Y`
        let listed = (noun.end..line.items.len().min(noun.end + SIDE_REACH))
            .find_map(|at| line.cue_at("participates.list", at))
            .or_else(|| among(line, noun.end));
        let people = match (listed, before) {
            (Some(from), _) => present_from(line, from),
            (None, Some(_)) => {
                let mut people = actors_from(line, noun.end, Extent::Sentence);
                let first = line.items.get(noun.end);
                if first.is_some_and(|first| matches!(first.kind, ItemKind::Person(..))) {
                    people.extend(present_from(line, noun.end));
                }
                people
            }
            (None, None) => actors_from(line, noun.end, Extent::Clause),
        };
        for person in people {
            add(line, findings, person, event, "participates/noun");
        }
    }
}

/// Farthest those named may stand behind the noun that sums them up, in phrases and words.
const AMONG_REACH: usize = 18;

/// `sự tham dự của 20 nước và tổ chức, trong đó có [A], [B]`: where those who are named begin, behind
/// words that name nobody.
fn among(line: &Line<'_>, from: usize) -> Option<usize> {
    let end = line.items.len().min(from + AMONG_REACH);
    let mut unnamed = (from..end)
        .take_while(|&at| !line.is_actor(at) && !line.is_event(at) && !line.is(at, &[".", ";"]));
    // `quan chức đến từ [A], [B]`
    let origin = |at: usize| line.is(at, &["từ"]) && line.is(at - 1, &["đến"]);
    let at = unnamed.find(|&at| {
        line.cue_at("series.such-as", at).is_some()
            || at > from && origin(at) && (line.is_place(at + 1))
    })?;
    line.cue_at("series.such-as", at)
        .or_else(|| origin(at).then_some(at + 1))
        .map(|next| next + usize::from(line.is(next, &[":"])))
}

/// `chuyến thăm Đức và tham dự [E] tại Hamburg của Thủ tướng X`: the verb used as a noun.
fn owners(line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("participates.verb") {
        let Some(&event_at) = events_after(line, verb.end).last() else {
            continue;
        };
        let end = line.items.len().min(event_at + OWNER_REACH);
        let owner = (event_at + 1..end)
            .take_while(|&at| {
                line.is_place(at)
                    || line.is(at, &["(", ")", "”", "tại", "ở", "của"])
                    || line.cue_at("clause.noun", at).is_some()
            })
            .find(|&at| line.is(at, &["của"]));
        let person = owner.and_then(|owner| {
            let delegation = line.is_cue(owner + 1, "visits.group");
            (owner + 1..end).find(|&at| {
                matches!(
                    line.items[at].kind,
                    ItemKind::Person(..) | ItemKind::Office(_)
                ) || delegation && line.is_actor(at)
            })
        });
        if let (Some(person), Some(event)) =
            (person.and_then(|at| line.entity(at)), line.entity(event_at))
        {
            add(line, findings, person, event, "participates/owner");
        }
    }
}
