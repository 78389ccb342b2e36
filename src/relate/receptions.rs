//! `visits` from the host's side: delegations that are received.

use super::delegation::delegations;
use super::findings::Findings;
use super::line::{ItemKind, Line};
use super::setting;
use super::story::Story;
use super::visits::{add, time_of};
use crate::model::{Edtf, EntityType};

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
    fn a_bare_city() {
        expect(
            "visits",
            "Sở của [Đà Nẵng|Province] đón 12 đoàn khách vào Thành phố, nổi bật là đoàn Thủ tướng [Lào|Country].",
            &["Lào visits Đà Nẵng (Thủ tướng)"],
        );
    }
}
