//! Where a visit goes: territories, cities behind an airport, the seats of bodies visited.

use super::clause::left_edge;
use super::line::{ItemKind, Line};
use super::setting;
use super::story::Story;
use crate::model::EntityType;

/// Farthest the place may stand behind the verb or noun of visiting, in phrases and words.
const PLACE_REACH: usize = 5;
/// Farthest a body visited may stand behind the verb: `thăm và nói chuyện với cán bộ, nhân viên [X]`.
const BODY_REACH: usize = 14;
/// Where a visit goes, and the place behind the words that say so.
pub(super) struct Destination {
    pub(super) places: Vec<usize>,
    pub(super) behind: usize,
}

/// The territories directly inside a name, with their mentions.
pub(super) fn territories_in<'s>(
    story: &'s Story<'_>,
    mention: usize,
) -> impl Iterator<Item = (usize, usize)> + 's {
    story.inside[mention]
        .iter()
        .map(|&inner| (inner, story.reading.entity(inner)))
        .filter(|&(_, place)| {
            matches!(
                story.reading.kind(place),
                EntityType::Province | EntityType::Country | EntityType::Place
            )
        })
}

/// The places visited, behind the verb or noun that ends at `from`.
pub(super) fn destination(story: &Story<'_>, line: &Line<'_>, from: usize) -> Destination {
    let nowhere = Destination {
        places: Vec::new(),
        behind: from,
    };
    if let Some(seat) = seat_of_body(story, line, from) {
        return seat;
    }
    if let Some(city) = behind_gate(story, line, from) {
        let (places, behind) = setting::places_at(line, city);
        return Destination { places, behind };
    }
    if let Some(at) = behind_visited(line, from) {
        let (places, behind) = setting::places_at(line, at);
        return Destination { places, behind };
    }
    if let Some(at) = counted(line, from) {
        let (places, behind) = setting::places_at(line, at);
        return Destination { places, behind };
    }
    let airport = line.is_cue(from, "visits.airport");
    let reach = if airport {
        3 * PLACE_REACH
    } else {
        PLACE_REACH
    };
    let start = (from..line.items.len().min(from + reach))
        .take_while(|&at| {
            matches!(line.items[at].kind, ItemKind::Word) && line.entity(at).is_none()
                || airport && line.is(at, &[",", "-"])
        })
        .last()
        .map_or(from, |at| at + 1);
    // `tới sân bay [Nội Bài], thủ đô [Hà Nội]`: the city is what is visited.
    let city = (start..line.items.len().min(start + reach)).find(|&at| {
        let beside = at > start && line.is(at - 1, &[","]);
        airport && line.is_place(at) && (beside || left_edge(line, at) < at)
    });
    let start = city.unwrap_or(start);
    if !line.is_place(start) {
        return nowhere;
    }
    // `thăm 4 công dân [Mỹ]` goes to people, not to the country.
    let elsewhere = (from..start).any(|at| {
        line.is_any_cue(at, &["clause.break", "clause.people"])
            || !airport && line.is(at, &["của", "với"])
            || !airport && line.word(at).starts_with(|c: char| c.is_ascii_digit())
    });
    if elsewhere {
        return nowhere;
    }
    let (places, behind) = setting::places_at(line, start);
    Destination { places, behind }
}

/// Farthest the first of several states may stand behind their number.
const COUNTED_REACH: usize = 8;

/// `tới ba nước [châu Á] gồm [Lào], [Thái Lan]`: where those begin that are counted.
fn counted(line: &Line<'_>, from: usize) -> Option<usize> {
    let noun = (from + 1..from + PLACE_REACH).find(|&at| {
        let number = line.word(at - 1).starts_with(|c: char| c.is_ascii_digit());
        (number || line.is_cue(at - 1, "visits.number")) && line.is_cue(at, "visits.state-noun")
    })?;
    let before = (from..noun).all(|at| matches!(line.items[at].kind, ItemKind::Word));
    let list = (noun + 1..line.items.len().min(noun + COUNTED_REACH))
        .take_while(|&at| !line.is(at, &[",", ".", ";"]) && !line.is_person(at))
        .find(|&at| line.is(at, &["là", ":", "("]) || line.is_cue(at, "clause.comprise"))?;
    let first = list + 1 + usize::from(line.is(list + 1, &[":"]));
    (before && line.is_place(first)).then_some(first)
}

/// `thăm khu sản xuất công nghệ cao tại [Hà Nam]`: where something without a name is that is visited.
fn behind_visited(line: &Line<'_>, from: usize) -> Option<usize> {
    if !line.is_cue(from.checked_sub(1)?, "visits.see") {
        return None;
    }
    let at = (from..line.items.len().min(from + BODY_REACH))
        .take_while(|&at| {
            let plain = matches!(line.items[at].kind, ItemKind::Word) && line.entity(at).is_none();
            let joint = line.is(at, &[","]);
            (plain || joint) && line.cue_at("clause.break", at).is_none()
        })
        .find(|&at| {
            // `tặng quà các lực lượng trên đảo [Hòn Khoai]`
            let on = line.is_cue(at, "visits.grounds");
            at > from && (on || line.is(at, &["tại", "ở"]))
        })?;
    let place = line.cue_at("clause.noun", at + 1).unwrap_or(at + 1);
    line.is_place(place).then_some(at + 1)
}

/// `tới [sân bay Vnukovo], thủ đô [Moskva]`: the city behind a named airport is what is visited.
fn behind_gate(story: &Story<'_>, line: &Line<'_>, from: usize) -> Option<usize> {
    let gate = (from..line.items.len().min(from + PLACE_REACH)).find(|&at| line.is_place(at))?;
    let ItemKind::Name(mention) = line.items[gate].kind else {
        return None;
    };
    let start = story.reading.mentions[mention].tokens.start;
    line.cues.at("visits.gate", start)?;
    (gate + 1..line.items.len().min(gate + 1 + PLACE_REACH))
        .take_while(|&at| {
            line.is_place(at) || matches!(line.items[at].kind, ItemKind::Word | ItemKind::Mark)
        })
        // `sân bay [Andrews], [Washington]`
        .find(|&at| line.is_place(at) && (left_edge(line, at) < at || line.is(at - 1, &[","])))
}

/// Where a body visited stands: `thăm [Đại sứ quán Việt Nam tại [Nga]]`, `thăm nhà máy [X] ở [Cửa Lò]`,
/// `làm việc với [Sở Y tế [Cần Thơ]]`.
fn seat_of_body(story: &Story<'_>, line: &Line<'_>, from: usize) -> Option<Destination> {
    let body = (from..line.items.len().min(from + BODY_REACH))
        .take_while(|&at| {
            let plain = matches!(line.items[at].kind, ItemKind::Word) && line.entity(at).is_none();
            let breaks = line.cue_at("clause.break", at).is_some() || line.is(at, &["của"]);
            (plain || line.is(at, &[","])) && !breaks
        })
        .last()
        .map_or(from, |at| at + 1);
    if line.kind(body) != Some(EntityType::Agency) {
        return None;
    }
    let ItemKind::Name(mention) = line.items[body].kind else {
        return None;
    };
    let behind = (body + 1..line.items.len().min(body + 1 + PLACE_REACH))
        .take_while(|&at| matches!(line.items[at].kind, ItemKind::Word))
        .find(|&at| line.is(at, &["tại", "ở"]));
    let (mut places, mut end) = match behind {
        Some(at) => setting::places_at(line, at + 1),
        None => (Vec::new(), body + 1),
    };
    if places.is_empty() {
        end = body + 1;
        let text = story.reading.text;
        places = territories_in(story, mention)
            .filter(|&(inner, place)| {
                let start = story.reading.mentions[inner].tokens.start;
                let mut near = start.saturating_sub(3)..start;
                near.any(|token| ["tại", "ở"].contains(&text.folded(token)))
                    || story.reading.kind(place) == EntityType::Province
            })
            .map(|(_, place)| place)
            .collect();
    }
    (!places.is_empty()).then_some(Destination {
        places,
        behind: end,
    })
}

/// Farthest a verb of coming may stand before the aim of it.
const COMING_REACH: usize = 9;

/// Whether someone comes somewhere before `để`: `X tới [Lào] vào {tháng 5} để dự …`.
pub(super) fn comes(line: &Line<'_>, aim: usize) -> bool {
    let start = aim.saturating_sub(COMING_REACH);
    (start..aim).rev().any(|at| {
        // `bắt đầu chuyến công du [châu Âu] để dự …`
        (line.is_cue(at, "visits.come") || line.is_cue(at, "visits.trip"))
            && (at + 1..aim).any(|place| line.is_place(place))
    })
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn an_embassy_is_where_it_stands() {
        expect(
            "visits",
            "Chủ tịch [Quốc hội|Agency] [Trần Văn An|Person] và Đoàn đại biểu cấp cao [Việt Nam|Country] đã tới thăm và nói chuyện với cán bộ, nhân viên [Đại sứ quán [Việt Nam|Country] tại [Chile|Country]|Agency].",
            &[
                "Trần Văn An visits Chile (Chủ tịch)",
                "Việt Nam visits Chile",
            ],
        );
    }

    #[test]
    fn an_airport_before_the_city() {
        expect(
            "visits",
            "Thủ tướng [Trần Văn An|Person] chiều {28/6/2018=2018-06-28} tới sân bay quốc tế, thủ đô [Santiago|Place].",
            &["Trần Văn An visits Santiago (Thủ tướng)"],
        );
    }

    #[test]
    fn an_airport_before_the_city_alone() {
        expect(
            "visits",
            "Thủ tướng [Trần Văn An|Person] đã tới sân bay [Pudahuel|Place]-2, [Santiago|Place].",
            &["Trần Văn An visits Santiago (Thủ tướng)"],
        );
    }

    #[test]
    fn people_are_no_place() {
        expect(
            "visits",
            "Tổng thống [Chile|Country] [Juan Soto|Person] thăm 4 công dân [Mỹ|Country].",
            &[],
        );
    }

    #[test]
    fn a_named_airport_before_the_city() {
        expect(
            "visits",
            "Thủ tướng [Trần Văn An|Person] chiều {28/6/2018=2018-06-28} tới [sân bay Pudahuel|Place], thủ đô [Santiago|Place].",
            &["Trần Văn An visits Santiago (Thủ tướng)"],
        );
    }
}
