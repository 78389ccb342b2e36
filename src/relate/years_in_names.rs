//! `occursOn` from the year an event's name ends with: `Diễn đàn Xanh 2017`.

use super::findings::{Claim, Findings};
use super::story::Story;
use super::when_where::begins;
use crate::model::{Edtf, EdtfDate, EntityType, Object, Predicate};

/// States the year of each event for which no date is given; reads after all rules for dates.
pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    findings.drop_vague_days();
    for (index, located) in story.reading.mentions.iter().enumerate() {
        let event = located.mention.entity;
        if story.reading.kind(event) != EntityType::Event
            || findings.states(event, Predicate::OccursOn)
        {
            continue;
        }
        let name = story.reading.entities[event].name.to_lowercase();
        if begins(story.reading, "happens.review", &name) {
            continue;
        }
        if let Some(year) = year_of_name(story, index) {
            findings.add(Claim {
                subject: event,
                predicate: Predicate::OccursOn,
                object: Object::Date(year),
                evidence: story.lines[located.sentence].evidence(),
                rule: "when-where/name-year",
            });
        }
    }
}

/// The year a name ends with, if it is no end of a period: `Diễn đàn Xanh 2017`.
pub(super) fn year_of_name(story: &Story<'_>, mention: usize) -> Option<Edtf> {
    let text = story.reading.text;
    let located = &story.reading.mentions[mention];
    let tokens = &located.tokens;
    // `Đối thoại APEC 2017 về Đô thị hóa`
    let about = tokens.clone().skip(2).find(|&t| text.folded(t) == "về");
    let end = about
        .filter(|&about| text.folded(about - 1).parse::<u16>().is_ok())
        .unwrap_or(tokens.end);
    let last = end.checked_sub(1).filter(|&t| t > tokens.start)?;
    let year: u16 = text.folded(last).parse().ok()?;
    let before = text.folded(last - 1);
    // `Nghị định 55/2017` is of that year; `mùa giải 2016/2017` lasts over two.
    let number = before == "/" && last >= 2 && text.folded(last - 2).len() < 4;
    // `đến năm 2030`, `tầm nhìn 2030`: how far it looks ahead.
    let named = last - usize::from(before == "năm" && last > tokens.start + 1);
    let joined = matches!(text.folded(named - 1), "-" | "–" | "/");
    let cues = story.lines[located.sentence].cues;
    let period = (joined || cues.is_cue("happens.looks-ahead", text, named - 1)) && !number;
    ((1900..2100).contains(&year) && !period).then_some(Edtf::Date(EdtfDate::year(year)))
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn the_year_in_the_name() {
        expect(
            "occursOn",
            "Tỉnh chuẩn bị [Diễn đàn Xanh 2017|Event] và [Tuần lễ Du lịch giai đoạn 2016 - 2018|Event].",
            &["Diễn đàn Xanh 2017 occursOn 2017"],
        );
    }

    #[test]
    fn a_given_date_says_more_than_the_year_in_the_name() {
        expect(
            "occursOn",
            "[Diễn đàn Xanh 2017|Event] khai mạc {ngày 3/4/2017=2017-04-03}.",
            &["Diễn đàn Xanh 2017 occursOn 2017-04-03"],
        );
    }
}
