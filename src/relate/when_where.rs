//! `takesPlaceIn` and `occursOn`: where and when an event takes place.

use super::Reading;
use super::clause::{events_after, is_adverbial, left_edge};
use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::setting::{self, Setting};
use super::story::Story;
use crate::model::{Edtf, Object, Predicate};

/// Farthest a verb of happening may stand behind its event, in phrases and words.
const VERB_REACH: usize = 14;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        if !line.has_event() {
            continue;
        }
        for at in line.events() {
            beside(line, findings, at);
            if let Some(event) = line.entity(at) {
                let day = setting::day_before_subject(line, at);
                add(line, findings, event, &day, "when-where/head");
            }
        }
        happenings(line, findings);
        bare_verbs(line, findings);
    }
}

pub(super) fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    event: usize,
    setting: &Setting,
    rule: &'static str,
) {
    let name = line.reading.entities[event].name.to_lowercase();
    if begins(line.reading, "happens.occasion", &name) {
        return;
    }
    // `Hội nghị tổng kết năm 2016`: the year that is looked back on.
    let reviews = begins(line.reading, "happens.review", &name);
    let other_year = |date: &Edtf| reviews && date.start().day.is_none();
    let mut claim = |predicate, object| {
        findings.add(Claim {
            subject: event,
            predicate,
            object,
            evidence: line.evidence(),
            rule,
        });
    };
    for &place in &setting.places {
        claim(Predicate::TakesPlaceIn, Object::Entity(place));
    }
    // `được tổ chức từ năm 1903`: a custom, not a date.
    let custom = |date: &Edtf| matches!(date, Edtf::Interval(from, None) if from.day.is_none());
    if setting.dates.iter().any(custom) {
        return;
    }
    for &date in setting.dates.iter().filter(|&date| !other_year(date)) {
        claim(Predicate::OccursOn, Object::Date(date));
    }
}

/// Whether a name begins with a phrase of a list, such as those of occasions for events, which have no
/// place and day of their own: `kỷ niệm 50 năm …`.
pub(super) fn begins(reading: &Reading<'_>, list: &str, name: &str) -> bool {
    let ontology = reading.ontology;
    let list = ontology.cue(list).ok();
    list.and_then(|cue| ontology.cue_list(cue))
        .is_some_and(|(_, list)| list.phrases.iter().any(|p| name.starts_with(p.as_str())))
}

/// `E (Hà Nội, ngày 30/11)`, `E năm 2016`, `E tại Hà Nội`.
fn beside(line: &Line<'_>, findings: &mut Findings<'_>, at: usize) {
    let Some(event) = line.entity(at) else { return };
    // `Dự án Khu du lịch (xã A, huyện B)`: where something is built.
    if line
        .cues
        .at("involves.project", line.items[at].tokens.start)
        .is_some()
    {
        return;
    }
    let next = line.behind_quote(at + 1);
    let bracket = setting::in_bracket(line, next);
    if !bracket.is_empty() {
        add(line, findings, event, &bracket, "when-where/bracket");
        return;
    }
    let next = line.behind_bracket(next);
    let next = line.cue_at("happens.before-date", next).unwrap_or(next);
    if let Some(date) = setting::day(line, next) {
        let mut setting = Setting::default();
        setting.dates.push(date);
        // `E tháng 9/2017 tại Huế`
        if line.is(next + 1, &["tại", "ở"]) {
            setting.extend(setting::right_behind(line, next + 1));
        }
        add(line, findings, event, &setting, "when-where/date-beside");
    } else if line.is(next, &["tại", "ở"]) && matches!(line.items[at].kind, ItemKind::Name(_)) {
        let mut setting = setting::right_behind(line, next);
        // `thăm [Đức] và dự E tại [Hamburg] {từ ngày 5 đến 8/7}`: the days of the journey.
        let travels = line
            .cue("visits.verb")
            .iter()
            .any(|verb| verb.end < at && !line.is_cue(verb.end, "happens.attends"));
        if travels {
            setting.drop_stay();
        }
        if setting.dates.is_empty() {
            setting.dates.extend(closing_day(line, next));
        }
        add(line, findings, event, &setting, "when-where/place-beside");
    }
}

/// Farthest behind its event a day may close the sentence, in phrases and words.
const CLOSING: usize = 8;

/// `E ở [Riyadh], [Saudi Arabia], {ngày 21/5}.`: the day that closes a sentence behind the places of an event.
fn closing_day(line: &Line<'_>, from: usize) -> Option<Edtf> {
    let comma = (from + 1..line.items.len().min(from + CLOSING))
        .take_while(|&at| line.is_place(at) || line.is(at, &[",", "(", ")"]))
        .find(|&at| line.is(at, &[","]) && line.date(at + 1).is_some())?;
    let closes = comma + 2 >= line.items.len() || line.is(comma + 2, &[".", ")", "(", ";"]);
    setting::day(line, comma + 1).filter(|_| closes)
}

/// `E diễn ra tại P ngày D`, `Ngày D, tại P đã diễn ra E`.
fn happenings(line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("happens.verb") {
        let before = event_near(line, verb.start);
        let behind = setting::behind(line, verb.end);
        if let Some(event_at) = before
            && let Some(event) = line.entity(event_at)
        {
            if !behind.is_empty() {
                add(line, findings, event, &behind, "when-where/verb");
            }
            let head = if another_acts(line, event_at) {
                Setting::default()
            } else {
                setting::at_head(line, event_at)
            };
            if behind.dates.is_empty() && !head.dates.is_empty()
                || behind.places.is_empty() && !head.places.is_empty()
            {
                add(
                    line,
                    findings,
                    event,
                    &missing(head, &behind),
                    "when-where/head",
                );
            }
        } else if let Some(event_at) = events_after(line, verb.end).first().copied()
            && let Some(event) = line.entity(event_at)
        {
            let head = setting::at_head(line, verb.start);
            add(line, findings, event, &head, "when-where/head");
        }
    }
}

/// `Ngày D, [A] giới thiệu những gì sẽ có ở E diễn ra tại P`: whether someone else acts between the head and
/// an event.
fn another_acts(line: &Line<'_>, event: usize) -> bool {
    let governs = |at: usize| {
        let edge = left_edge(line, at);
        edge > 0 && line.is(edge - 1, &["của", "giữa", "do", "với"])
    };
    (0..event)
        .rev()
        .take_while(|&at| line.date(at).is_none() && !line.is(at, &[";", ":"]))
        .take_while(|&at| !line.opens_sentence(at + 1))
        .any(|at| {
            line.is_actor(at) && !line.is_place(at) && !is_adverbial(line, at) && !governs(at)
        })
}

/// The event shortly before a verb; words in quotation marks between them do not count.
fn event_near(line: &Line<'_>, verb: usize) -> Option<usize> {
    let mut left = VERB_REACH;
    let mut at = verb;
    while at > 0 && left > 0 {
        at -= 1;
        left -= 1;
        if line.is(at, &["”"])
            && let Some(open) = (0..at).rev().find(|&i| line.is(i, &["“"]))
            && !(open..at).any(|i| line.is_event(i))
        {
            at = open;
        } else if line.is(at, &[";", "."]) {
            return None;
        } else if line.is_event(at) {
            return Some(at);
        }
    }
    None
}

/// `E tổ chức tại P`: the verb alone, directly behind the event.
fn bare_verbs(line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("happens.bare-verb") {
        let floor = verb.start.saturating_sub(3);
        let before = (floor..verb.start)
            .rev()
            .take_while(|&at| {
                line.is_event(at)
                    || line.is(at, &["”", ",", "\""])
                    || line.is_cue(at, "happens.passive")
            })
            .find(|&at| line.is_event(at));
        let Some(event_at) = before else { continue };
        let next = line
            .cue_at("happens.before-date", verb.end)
            .unwrap_or(verb.end);
        if !line.is(verb.end, &["tại", "ở"]) && line.date(next).is_none() {
            continue;
        }
        if let Some(event) = line.entity(event_at) {
            add(
                line,
                findings,
                event,
                &setting::behind(line, verb.end),
                "when-where/verb",
            );
        }
    }
}

/// What a head adds to what is already known.
pub(super) fn missing(head: Setting, known: &Setting) -> Setting {
    Setting {
        places: if known.places.is_empty() {
            head.places
        } else {
            Vec::new()
        },
        dates: if known.dates.is_empty() {
            head.dates
        } else {
            Vec::new()
        },
    }
}
