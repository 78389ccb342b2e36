//! `cooperatesWith` from names: `Thỏa thuận hợp tác giữa A và B`, `Hiệp định Thương mại A - B`.

use super::Reading;
use super::cooperation::add;
use super::findings::Findings;
use super::story::Story;
use crate::model::Predicate;

/// A name that says who cooperates: `Thỏa thuận hợp tác giữa [A] và [B]`.
pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    let reading = story.reading;
    for (index, located) in reading.mentions.iter().enumerate() {
        let line = &story.lines[located.sentence];
        let inside = &story.inside[index];
        let between = located
            .tokens
            .clone()
            .find(|&token| reading.text.folded(token) == "giữa");
        let agreement = line
            .cues
            .at("documents.agreement", located.tokens.start)
            .is_some();
        let mut cooperation = line.cues.inside("cooperation.noun", &located.tokens);
        let cooperation = cooperation.next().is_some();
        let from = match between {
            Some(between) if cooperation || agreement => between,
            // `Hiệp định Thương mại tự do [A] - [B]`
            None if agreement && two_parties(reading, inside) => located.tokens.start,
            _ => continue,
        };
        let mut parties = inside
            .iter()
            .copied()
            .filter(|&i| reading.mentions[i].tokens.start > from)
            .filter(|&i| Predicate::CooperatesWith.admits_subject(reading.kind(reading.entity(i))));
        let Some(one) = parties.next() else { continue };
        let joint = reading.mentions[one].tokens.end..located.tokens.end;
        let and = joint
            .clone()
            .find(|&token| ["và", "-", "–", "với"].contains(&reading.text.folded(token)));
        let other =
            parties.find(|&i| and.is_some_and(|and| reading.mentions[i].tokens.start > and));
        if let Some(other) = other {
            add(
                line,
                findings,
                reading.entity(one),
                reading.entity(other),
                "cooperation/name",
            );
        }
    }
}

/// Whether the names inside another are those of two that can be parties.
fn two_parties(reading: &Reading<'_>, inside: &[usize]) -> bool {
    let parties = inside
        .iter()
        .map(|&i| reading.kind(reading.entity(i)))
        .filter(|&kind| Predicate::CooperatesWith.admits_subject(kind));
    parties.count() == 2
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn name_of_an_agreement() {
        expect(
            "cooperatesWith",
            "[Thỏa thuận hợp tác giữa [Huế|Province] và [Gyeongju|Place]|Document] có hiệu lực.",
            &["Huế cooperatesWith Gyeongju"],
        );
    }

    #[test]
    fn two_names_in_an_agreement() {
        expect(
            "cooperatesWith",
            "[Hiệp định Thương mại tự do [Chile|Country] - [Lào|Country]|Document] có hiệu lực.",
            &["Chile cooperatesWith Lào"],
        );
    }

    #[test]
    fn each_agreement_has_its_own_parties() {
        expect(
            "cooperatesWith",
            "Hai bên trao thỏa thuận hợp tác giữa [Viện A|Agency] và [Viện B|Agency]; thỏa thuận hợp tác giữa [Viện C|Agency] và [Viện D|Agency].",
            &[
                "Viện A cooperatesWith Viện B",
                "Viện C cooperatesWith Viện D",
            ],
        );
    }

    #[test]
    fn an_agreement_is_with_those_of_the_body_that_it_founds() {
        expect(
            "involves",
            "[Thỏa thuận thành lập [Ủy ban hỗn hợp [Chile|Country] - [Lào|Country]|Agency]|Document] có hiệu lực.",
            &[
                "Thỏa thuận thành lập Ủy ban hỗn hợp Chile - Lào involves Chile",
                "Thỏa thuận thành lập Ủy ban hỗn hợp Chile - Lào involves Lào",
            ],
        );
    }
}
