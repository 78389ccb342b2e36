//! Hosts of events; and `takesPlaceIn` from who holds an event: a state has at home what it alone holds,
//! unless something else is said of where it is.

use std::collections::{BTreeMap, BTreeSet};

use super::clause::events_after;
use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::organizes::{add, host};
use super::story::Story;
use super::when_where::begins;
use crate::model::{EntityType, Object, Predicate, Relation, Span};

/// Reads after the families that say who holds an event and where it is.
pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        hosts(line, findings);
        both_sides(story, line, findings);
    }
    at_home(story, findings);
}

/// Farthest the host may stand behind the event, in phrases and words.
const HOST_REACH: usize = 4;

/// Farthest the host may stand before the words for its standing, in phrases and words.
const HOST_SOUGHT: usize = 14;

/// `chủ nhà E, [Chile] …`, `vai trò chủ nhà E của [Chile]`, `[Chile] là chủ nhà E`.
fn hosts(line: &Line<'_>, findings: &mut Findings<'_>) {
    for cue in line.cue("organizes.host") {
        let Some(event) = line.entity(cue.end).filter(|_| line.is_event(cue.end)) else {
            continue;
        };
        let next = line.behind_bracket(line.behind_quote(cue.end + 1));
        let behind = (next..line.items.len().min(next + HOST_REACH))
            .take_while(|&at| {
                line.is_place(at)
                    || line.is(at, &[","])
                    || line.is_cue(at, "organizes.behind-hosted")
            })
            .find(|&at| line.is_place(at));
        let before = (cue.start.saturating_sub(HOST_REACH)..cue.start)
            .rev()
            .take_while(|&at| line.is_place(at) || line.is_cue(at, "organizes.as-host"))
            .find(|&at| line.is_place(at));
        // `đóng góp của [Chile] … trên cương vị chủ nhà E`
        let standing = line.is_cue(cue.start.saturating_sub(1), "organizes.standing");
        let mut nearest = (cue.start.saturating_sub(HOST_SOUGHT)..cue.start)
            .rev()
            .take_while(|&at| standing && !line.is(at, &[",", ";", "."]))
            .filter(|&at| line.kind(at) == Some(EntityType::Country));
        let nearest = nearest.next().filter(|_| nearest.next().is_none());
        let territory = behind.or(before).or(nearest);
        if let Some(territory) = territory.and_then(|at| line.entity(at)) {
            add(line, findings, territory, event, "organizes/host");
            host(line, findings, territory, event);
        }
    }
}

/// `hai bên tổ chức Tọa đàm [A] - [B]`: the two states of the name hold it.
fn both_sides(story: &Story<'_>, line: &Line<'_>, findings: &mut Findings<'_>) {
    if !line.has_event() {
        return;
    }
    for verb in line.cue("organizes.verb") {
        let before = (verb.start.saturating_sub(BOTH_REACH)..verb.start)
            .rev()
            .take_while(|&at| line.entity(at).is_none() && !line.is(at, &[",", ";", "."]))
            .find(|&at| line.is_cue(at, "organizes.both"));
        if before.is_none() {
            continue;
        }
        for at in events_after(line, verb.end) {
            let (Some(event), ItemKind::Name(mention)) = (line.entity(at), &line.items[at].kind)
            else {
                continue;
            };
            let name = story.reading.entities[event].name.to_lowercase();
            if begins(story.reading, "happens.occasion", &name) {
                continue;
            }
            for state in two_states(story, *mention).into_iter().flatten() {
                add(line, findings, state, event, "organizes/both");
            }
        }
    }
}

/// Farthest `hai bên` may stand before the verb of holding, in phrases and words.
const BOTH_REACH: usize = 7;

/// What a state, a mission abroad or a province's committee alone holds.
fn at_home(story: &Story<'_>, findings: &mut Findings<'_>) {
    let mut held: BTreeMap<usize, Vec<(usize, Span)>> = BTreeMap::new();
    let all = findings.with(Predicate::Organizes);
    if all.is_empty() {
        return;
    }
    let named = Named::new(story);
    let mut organizers: BTreeMap<&Object, BTreeSet<usize>> = BTreeMap::new();
    for relation in &all {
        let of_event = organizers.entry(&relation.object).or_default();
        of_event.insert(relation.subject);
    }
    let alone = |relation: &Relation| organizers[&relation.object].len() == 1;
    for relation in &all {
        let Object::Entity(event) = relation.object else {
            continue;
        };
        if story.reading.kind(event) != EntityType::Event {
            continue;
        }
        let held_by = held.entry(event).or_default();
        let home = seat(story, &named, relation.subject, alone(relation)).filter(|home| {
            let mut seats = held_by.iter();
            seats.all(|(seat, _)| seat != home)
        });
        held_by.extend(home.map(|home| (home, relation.evidence)));
    }
    let seats = held
        .into_iter()
        .filter_map(|(event, held_by)| match held_by[..] {
            [(seat, evidence)] => Some((event, seat, evidence)),
            _ => None,
        });
    place(story, findings, seats.collect());
}

/// Where an article first names each thing.
struct Named(Vec<Option<usize>>);

impl Named {
    fn new(story: &Story<'_>) -> Self {
        let mut first = vec![None; story.reading.entities.len()];
        for (index, located) in story.reading.mentions.iter().enumerate() {
            let place = &mut first[located.mention.entity];
            if !located.mention.anaphor && place.is_none() {
                *place = Some(index);
            }
        }
        Self(first)
    }

    /// The first mention of an entity by name.
    fn first(&self, entity: usize) -> Option<usize> {
        self.0.get(entity).copied().flatten()
    }
}

/// Where an organiser is at home: the state itself, the state a mission is in, the province of a people's
/// committee that holds it alone.
fn seat(story: &Story<'_>, named: &Named, organizer: usize, alone: bool) -> Option<usize> {
    let reading = story.reading;
    match reading.kind(organizer) {
        EntityType::Country => Some(organizer),
        EntityType::Agency => {
            let name = reading.entities[organizer].name.to_lowercase();
            if begins(reading, "happens.host-body", &name) {
                return alone.then(|| story.province_of(organizer))?;
            }
            let mention = named.first(organizer)?;
            let abroad = |&&inner: &&usize| {
                let start = reading.mentions[inner].tokens.start;
                reading.kind(reading.entity(inner)) == EntityType::Country
                    && start > 0
                    && reading.text.folded(start - 1) == "tại"
            };
            let state = story.inside[mention].iter().find(abroad)?;
            Some(reading.entity(*state))
        }
        _ => None,
    }
}

/// States where events are, unless that is known or their names say it.
fn place(story: &Story<'_>, findings: &mut Findings<'_>, seats: Vec<(usize, usize, Span)>) {
    let mut placed: BTreeSet<usize> = findings
        .with(Predicate::TakesPlaceIn)
        .into_iter()
        .map(|relation| relation.subject)
        .collect();
    for (event, seat, evidence) in seats {
        // `Những ngày văn hóa Chile tại Lào` is where its name says.
        let said = story.reading.entities[event].name.contains(" tại ");
        if !said && placed.insert(event) {
            findings.add(Claim {
                subject: event,
                predicate: Predicate::TakesPlaceIn,
                object: Object::Entity(seat),
                evidence,
                rule: "when-where/host",
            });
        }
    }
}

/// `X thăm [Chile] … dự Diễn đàn [Lào] - [Chile]`: a meeting of two states that a visitor of one of them
/// attends is there. Reads after the families that say who visits whom.
pub(super) fn on_visits(story: &Story<'_>, findings: &mut Findings<'_>) {
    let mut visits: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for visit in findings.with(Predicate::Visits) {
        if let Object::Entity(place) = visit.object {
            visits.entry(visit.subject).or_default().push(place);
        }
    }
    if visits.is_empty() {
        return;
    }
    let named = Named::new(story);
    let mut found: Vec<(usize, usize, Span)> = Vec::new();
    for attends in findings.with(Predicate::ParticipatesIn) {
        let Object::Entity(event) = attends.object else {
            continue;
        };
        let visited = visits.get(&attends.subject).map_or(&[][..], Vec::as_slice);
        let person = story.reading.kind(attends.subject) == EntityType::Person;
        if visited.is_empty() || !person || story.reading.kind(event) != EntityType::Event {
            continue;
        }
        let two = named
            .first(event)
            .and_then(|mention| two_states(story, mention));
        let Some(two) = two else {
            continue;
        };
        let mut visited: Vec<usize> = visited
            .iter()
            .copied()
            .filter(|p| two.contains(p))
            .collect();
        visited.dedup();
        if let [state] = visited[..] {
            found.push((event, state, attends.evidence));
        }
    }
    place(story, findings, found);
}

/// The two states that a name names.
fn two_states(story: &Story<'_>, mention: usize) -> Option<[usize; 2]> {
    let reading = story.reading;
    let mut states: Vec<usize> = story.inside[mention]
        .iter()
        .map(|&inner| reading.entity(inner))
        .filter(|&state| reading.kind(state) == EntityType::Country)
        .collect();
    states.dedup();
    states.try_into().ok()
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn a_state_holds_at_home_what_it_holds_alone() {
        expect(
            "takesPlaceIn",
            "[Peru|Country] ủng hộ [Chile|Country] tổ chức [Diễn đàn Xanh|Event].",
            &["Diễn đàn Xanh takesPlaceIn Chile"],
        );
        expect(
            "takesPlaceIn",
            "[Chile|Country] và [Peru|Country] tổ chức [Diễn đàn Xanh|Event], [Lào|Country] tổ chức [Lễ hội Hoa|Event] tại [Huế|Province].",
            &["Lễ hội Hoa takesPlaceIn Huế"],
        );
    }

    #[test]
    fn a_mission_holds_where_it_is() {
        expect(
            "takesPlaceIn",
            "[Đại sứ quán [Chile|Country] tại [Lào|Country]|Agency] tổ chức [Diễn đàn Xanh|Event].",
            &["Diễn đàn Xanh takesPlaceIn Lào"],
        );
    }

    #[test]
    fn a_meeting_of_two_states_is_in_the_one_visited() {
        expect(
            "takesPlaceIn",
            "Thủ tướng [Trần Văn An|Person] thăm chính thức [Chile|Country]. Ông [Trần Văn An|Person] dự [Diễn đàn Doanh nghiệp [Lào|Country] - [Chile|Country]|Event].",
            &["Diễn đàn Doanh nghiệp Lào - Chile takesPlaceIn Chile"],
        );
    }

    #[test]
    fn two_sides_hold_a_meeting_of_theirs() {
        expect(
            "organizes",
            "Trong chuyến thăm, hai bên tổ chức [Tọa đàm Doanh nghiệp [Lào|Country] - [Chile|Country]|Event].",
            &[
                "Lào organizes Tọa đàm Doanh nghiệp Lào - Chile",
                "Chile organizes Tọa đàm Doanh nghiệp Lào - Chile",
            ],
        );
    }
}
