//! `partOf` of bodies that no phrase joins: the chambers of a parliament, the desks of a broadcaster that sign
//! behind it.

use super::findings::Findings;
use super::line::{ItemKind, Line};
use super::part_of::add;
use super::story::Story;
use crate::model::EntityType;
use crate::text::Case;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    chambers(story, findings);
    for line in &story.lines {
        desks(line, findings);
    }
}

/// `Thượng viện Chile` belongs to `Quốc hội Chile`, where an article names both.
fn chambers(story: &Story<'_>, findings: &mut Findings<'_>) {
    let reading = story.reading;
    let bodies = |list: &'static str| {
        reading.mentions.iter().filter(move |located| {
            let line = &story.lines[located.sentence];
            reading.kind(located.mention.entity) == EntityType::Agency
                && line.cues.at(list, located.tokens.start).is_some()
        })
    };
    for chamber in bodies("part-of.chamber") {
        let part = chamber.mention.entity;
        let Some(state) = story.state_of(part) else {
            continue;
        };
        let whole = bodies("part-of.parliament")
            .map(|located| located.mention.entity)
            .find(|&whole| story.state_of(whole) == Some(state));
        if let Some(whole) = whole.filter(|&whole| whole != part) {
            let line = &story.lines[chamber.sentence];
            add(line, findings, part, whole, "part-of/chamber");
        }
    }
}

/// `[VOV]-[Trung tâm Tin]` at the end of a line.
fn desks(line: &Line<'_>, findings: &mut Findings<'_>) {
    let text = line.reading.text;
    let end = line.items.len();
    let [.., whole, dash, desk] = line.items.as_slice() else {
        return;
    };
    let named = [whole, desk]
        .iter()
        .all(|item| matches!(item.kind, ItemKind::Name(_)));
    let opens = desk.tokens.start;
    if !named
        || !line.is(end - 2, &["-", "–"])
        || text.tokens[dash.tokens.start].space_before
        || text.tokens[whole.tokens.start].case != Case::Upper
        || line.cues.at("part-of.desk", opens).is_none()
    {
        return;
    }
    let bodies = [end - 1, end - 3].map(|at| {
        line.entity(at)
            .filter(|_| line.kind(at) == Some(EntityType::Agency))
    });
    if let [Some(part), Some(whole)] = bodies {
        add(line, findings, part, whole, "part-of/desk");
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn chambers_of_a_parliament() {
        expect(
            "partOf",
            "[Thượng viện [Chile|Country]|Agency] họp. [Quốc hội [Chile|Country]|Agency] và [Quốc hội [Lào|Country]|Agency] vui mừng.",
            &["Thượng viện Chile partOf Quốc hội Chile"],
        );
    }

    #[test]
    fn a_desk_that_signs() {
        expect(
            "partOf",
            "[An Bình|Person]/[VTX|Agency]-[Trung tâm Tin|Agency]",
            &["Trung tâm Tin partOf VTX"],
        );
        expect(
            "partOf",
            "[VTX|Agency] - [Trung tâm Tin|Agency] vui mừng.",
            &[],
        );
    }
}
