//! `partOfSeries`: which programme an event belongs to.

use super::clause::{event_before, things_after};
use super::findings::{Claim, Findings};
use super::line::Line;
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};
use crate::text::fold;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    editions(story, findings);
    numbered(story, findings);
    for (index, line) in story.lines.iter().enumerate() {
        members(line, findings);
        frames(story, index, line, findings);
    }
}

fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    event: usize,
    series: usize,
    rule: &'static str,
) {
    findings.add(Claim {
        subject: event,
        predicate: Predicate::PartOfSeries,
        object: Object::Entity(series),
        evidence: line.evidence(),
        rule,
    });
}

/// An event whose name holds the programme's: `Chương trình … lần thứ 5`.
fn editions(story: &Story<'_>, findings: &mut Findings<'_>) {
    for (index, located) in story.reading.mentions.iter().enumerate() {
        for &inner in &story.inside[index] {
            // `Diễn đàn “Vành đai và Con đường”` is about it.
            let start = story.reading.mentions[inner].tokens.start;
            let text = story.reading.text;
            if start > 0 && ["“", "\"", "'", "‘"].contains(&text.clean(start - 1)) {
                continue;
            }
            let line = &story.lines[located.sentence];
            // `lễ đón nhận Huân chương Lao động`: what is given there.
            if line.cues.at("names.award-head", start).is_some() {
                continue;
            }
            let series = story.reading.entity(inner);
            add(
                line,
                findings,
                located.mention.entity,
                series,
                "series/edition",
            );
        }
    }
}

/// `[Ngày hội Cà phê] … hằng năm`, `[Ngày hội Cà phê lần thứ 3]`: the event whose name is the programme's with
/// an edition or a year.
fn numbered(story: &Story<'_>, findings: &mut Findings<'_>) {
    let entities = &story.reading.entities;
    for located in &story.reading.mentions {
        let series = located.mention.entity;
        let known = story.reading.ontology.entry(&entities[series].id).is_some();
        if known || story.reading.kind(series) != EntityType::Programme {
            continue;
        }
        let name = fold(&entities[series].name);
        let line = &story.lines[located.sentence];
        for (event, entity) in entities.iter().enumerate() {
            let edition = entity.kind == EntityType::Event
                && fold(&entity.name).strip_prefix(&name).is_some_and(|rest| {
                    rest.contains(" thứ ") || rest.ends_with(|c: char| c.is_ascii_digit())
                });
            if edition {
                add(line, findings, event, series, "series/numbered");
            }
        }
    }
}

/// `chuỗi sự kiện “P” …, như E1, E2 và E3`: who organises the series organises its events.
fn members(line: &Line<'_>, findings: &mut Findings<'_>) {
    for cue in line.cue("series.such-as") {
        let series = event_before(line, cue.start)
            .filter(|&at| line.kind(at) == Some(EntityType::Programme))
            .and_then(|at| line.entity(at));
        let Some(series) = series else { continue };
        let events = things_after(line, cue.end, |at| line.kind(at) == Some(EntityType::Event));
        for event in events.into_iter().filter_map(|at| line.entity(at)) {
            add(line, findings, event, series, "series/members");
            findings.inherit(Predicate::Organizes, series, event, line.evidence());
        }
    }
}

/// `E nằm trong khuôn khổ Chương trình P`.
fn frames(story: &Story<'_>, index: usize, line: &Line<'_>, findings: &mut Findings<'_>) {
    for cue in line.cue("series.frame") {
        let events = things_after(line, cue.end, |at| {
            line.kind(at) == Some(EntityType::Programme)
        });
        let series = events.first().and_then(|&at| line.entity(at));
        let event = event_before(line, cue.start)
            .filter(|&at| line.kind(at) == Some(EntityType::Event))
            .and_then(|at| line.entity(at))
            .or_else(|| {
                // `Đây là một sự kiện của chuỗi …`
                let before = story
                    .event_before_line(index)
                    .filter(|_| line.is(0, &["đây"]));
                before.map(|(event, _)| event)
            });
        if let (Some(event), Some(series)) = (event, series) {
            add(line, findings, event, series, "series/frame");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn members() {
        expect(
            "partOfSeries",
            "Chuỗi sự kiện “[Gặp gỡ Đối tác|Programme]” do [Bộ Công Thương|Agency] chủ trì, như “[Gặp gỡ [Ý|Country]|Event]” ({3/2019=2019-03}) và “[Gặp gỡ [Pháp|Country]|Event]” ({5/2019=2019-05}).",
            &[
                "Gặp gỡ Ý partOfSeries Gặp gỡ Đối tác",
                "Gặp gỡ Pháp partOfSeries Gặp gỡ Đối tác",
            ],
        );
    }

    #[test]
    fn edition() {
        expect(
            "partOfSeries",
            "[[Ngày hội Cà phê|Programme] lần thứ 3|Event] thành công.",
            &["Ngày hội Cà phê lần thứ 3 partOfSeries Ngày hội Cà phê"],
        );
    }

    #[test]
    fn an_edition_is_of_the_series_of_its_name() {
        expect(
            "partOfSeries",
            "[Ngày hội Cà phê|Programme] được mở hằng năm. [Ngày hội Cà phê lần thứ 3|Event] và [Ngày hội Cà phê xanh|Event] thành công.",
            &["Ngày hội Cà phê lần thứ 3 partOfSeries Ngày hội Cà phê"],
        );
    }

    #[test]
    fn frame() {
        expect(
            "partOfSeries",
            "[Đêm nhạc Mùa xuân|Event] nằm trong khuôn khổ [Chương trình Sắc màu|Programme].",
            &["Đêm nhạc Mùa xuân partOfSeries Chương trình Sắc màu"],
        );
    }

    #[test]
    fn this_is_one_of_a_series() {
        expect(
            "partOfSeries",
            "[Đêm nhạc Mùa xuân|Event] kết thúc. Đây là một sự kiện của chuỗi “[Sắc màu|Programme]”.",
            &["Đêm nhạc Mùa xuân partOfSeries Sắc màu"],
        );
    }

    #[test]
    fn a_forum_on_a_quoted_initiative_is_none_of_its_series() {
        expect(
            "partOfSeries",
            "[Diễn đàn hợp tác “[Cánh buồm xanh|Programme]”|Event] khai mạc.",
            &[],
        );
    }
}
