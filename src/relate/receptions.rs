//! `visits` from the host's side: delegations and officials of other states that are received.

use super::clause::subjects;
use super::delegation::{Visitor, delegations, is_visitor, visitors_together};
use super::findings::Findings;
use super::line::{ItemKind, Line};
use super::served::Served;
use super::setting;
use super::story::Story;
use super::visits::{add, time_of};
use crate::model::{Edtf, EntityType, Predicate};

/// Delegations that a host receives: `đón tiếp 47 đoàn khách vào [Thành phố], nổi bật là các đoàn
/// Tổng thống [Chile] …`; the sentences that follow in the paragraph go on about them.
pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    let mut host: Option<(usize, usize, Option<Edtf>)> = None;
    for line in &story.lines {
        let block = story.reading.text.sentences[line.sentence].block_index;
        if host.is_some_and(|(of, _, _)| of != block) {
            host = None;
        }
        let mut from = 0;
        for cue in line.cue("visits.receive") {
            let end = line.items.len().min(cue.end + 10);
            let into =
                (cue.end..end).find(|&at| line.is_cue(at, "visits.into") && line.is_place(at + 1));
            let time = setting::at_head(line, cue.start).dates.first().copied();
            if let Some(into) = into
                && let Some(place) = line.entity(into + 1)
            {
                host = Some((block, place, time));
                from = into + 2;
            } else if line.cue_at("visits.delegation", cue.end).is_some()
                && let Some(place) = province_of_host(story, line, cue.start)
            {
                let visitors = delegations(line, cue.end);
                let time = time.or_else(|| time_of(line, cue.start, cue.end));
                add(line, findings, &visitors, &[place], time, "visits/host");
            }
        }
        let Some((_, place, time)) = host else {
            continue;
        };
        let visitors = delegations(line, from);
        add(line, findings, &visitors, &[place], time, "visits/received");
    }
}

/// `Ngoại trưởng [Nga] X tiếp Ngoại trưởng [Chile] Y`: who is received by an official at home, by one of
/// another state, came to the host's state. Reads after what says who holds which post and who travels.
pub(super) fn at_home(story: &Story<'_>, findings: &mut Findings<'_>) {
    let receptions = story.lines.iter().flat_map(|line| {
        let verbs = line.cue("visits.receives").into_iter();
        let received = verbs.filter(|verb| verb.end < line.items.len() && line.is_person(verb.end));
        received.map(move |verb| (line, verb))
    });
    let receptions: Vec<_> = receptions.collect();
    // Most articles speak of nobody's reception, and who serves whom need not be gathered.
    if receptions.is_empty() {
        return;
    }
    let served = Served::new(story, findings);
    for (line, verb) in receptions {
        let Some(state) = host_state(&served, line, findings, verb.start) else {
            continue;
        };
        let guests = guests(&served, line, verb.end, state);
        let time = time_of(line, verb.start, verb.end);
        add(line, findings, &guests, &[state], time, "visits/at-home");
    }
}

/// The state of the official who receives; none where a place is named or the host travels too.
fn host_state(
    served: &Served<'_, '_>,
    line: &Line<'_>,
    findings: &Findings<'_>,
    verb: usize,
) -> Option<usize> {
    let hosts = subjects(line, verb)?.entities;
    let &[host] = hosts.as_slice() else {
        return None;
    };
    let elsewhere = (0..line.items.len())
        .any(|at| line.is(at, &["tại", "ở"]) || line.cue_at("visits.aside", at).is_some());
    let travels = !findings.objects(host, Predicate::Visits).is_empty();
    let state = served.state_of(host)?;
    (!elsewhere && !travels).then_some(state)
}

/// The officials of other states behind a verb of receiving.
fn guests(served: &Served<'_, '_>, line: &Line<'_>, at: usize, state: usize) -> Vec<Visitor> {
    if !is_visitor(line, at) {
        return Vec::new();
    }
    let guests = visitors_together(line, at).into_iter();
    guests
        .filter(|guest| served.is_abroad(guest.entity, state))
        .collect()
}

/// The province of the one who receives: `Phó Chủ tịch UBND tỉnh [Hải Dương] … tiếp đoàn …`.
fn province_of_host(story: &Story<'_>, line: &Line<'_>, verb: usize) -> Option<usize> {
    let host = (0..verb)
        .rev()
        .take_while(|&at| !line.is(at, &[";", ":"]))
        .find(|&at| line.is_actor(at))?;
    let posts = match &line.items[host].kind {
        ItemKind::Person(_, posts) | ItemKind::Office(posts) => posts.as_slice(),
        _ => &[],
    };
    let mut bodies = posts
        .iter()
        .flat_map(|post| post.bodies.iter().copied())
        .chain(line.entity(host));
    bodies.find_map(|body| match story.reading.kind(body) {
        EntityType::Province => Some(body),
        EntityType::Agency => story.province_of(body),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn received_delegations() {
        expect(
            "visits",
            "{Năm 2011=2011}, Sở đón 12 đoàn khách vào [Đà Nẵng|Province], nổi bật là các đoàn Thủ tướng [Lào|Country], Bộ trưởng [Cuba|Country].",
            &[
                "Lào visits Đà Nẵng (Thủ tướng) @2011",
                "Cuba visits Đà Nẵng (Bộ trưởng) @2011",
            ],
        );
    }

    #[test]
    fn received_by_a_province() {
        expect(
            "visits",
            "{Ngày 5/6/2019=2019-06-05}, Phó Chủ tịch [UBND tỉnh [Bắc Ninh|Province]|Agency] [Trần Văn An|Person] tiếp đoàn thành phố [Gumi|Place] do Thị trưởng [Kim Ho|Person] dẫn đầu.",
            &[
                "Gumi visits Bắc Ninh @2019-06-05",
                "Kim Ho visits Bắc Ninh (Thị trưởng) @2019-06-05",
            ],
        );
    }

    #[test]
    fn received_at_home() {
        expect(
            "visits",
            "Ngoại trưởng [Nga|Country] [Ivan Petrov|Person] tiếp đón Ngoại trưởng [Chile|Country] [Juan Soto|Person].",
            &["Juan Soto visits Nga (Ngoại trưởng)"],
        );
    }

    #[test]
    fn received_elsewhere_or_as_ambassador() {
        expect(
            "visits",
            "Bên lề hội nghị, Ngoại trưởng [Nga|Country] [Ivan Petrov|Person] tiếp Ngoại trưởng [Chile|Country] [Juan Soto|Person]. Thủ tướng [Nga|Country] [Oleg Orlov|Person] tiếp Đại sứ [Chile|Country] [Ana Rojas|Person].",
            &[],
        );
    }

    #[test]
    fn a_bare_city() {
        expect(
            "visits",
            "Sở của [Đà Nẵng|Province] đón 12 đoàn khách vào Thành phố, nổi bật là đoàn Thủ tướng [Lào|Country].",
            &["Lào visits Đà Nẵng (Thủ tướng)"],
        );
    }
}
