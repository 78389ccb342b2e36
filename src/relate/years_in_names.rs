//! `occursOn` from the year an event's name ends with: `Diễn đàn Xanh 2017`.

use super::findings::{Claim, Findings};
use super::story::Story;
use super::when_where::begins;
use crate::model::{EntityType, Object, Predicate};

/// States the year of each event for which no date is given; reads after all rules for dates.
pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    findings.drop_years_of_days();
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
        if let Some(year) = story.year_of_name(index) {
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
