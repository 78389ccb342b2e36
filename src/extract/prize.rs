//! Prizes: one that is given again and again is a series, and each time it is given an event.

use super::{Context, boundary};
use crate::model::{EntityType, Found, Source};

/// `Giải Báo chí Quốc gia` is a series, `Giải Báo chí Quốc gia lần thứ XI` an event whose name holds that of
/// the series.
pub(super) fn series(context: &Context<'_>, names: &mut Vec<Found>) {
    let mut inside = Vec::new();
    for name in names.iter_mut() {
        let Source::HeadNoun(_, noun @ 1..) = name.source else {
            continue;
        };
        let behind = name.tokens.start + noun;
        let prize = context.cue_at(context.cues.prize_head, name.tokens.start) == Some(behind)
            && context.cue_at(context.cues.prize, behind).is_some();
        if name.kind != EntityType::Event || !prize {
            continue;
        }
        match edition(context, behind, name.tokens.end) {
            None => name.kind = EntityType::Programme,
            Some(edition) if edition < name.tokens.end => {
                let mut whole = name.clone();
                whole.kind = EntityType::Programme;
                whole.rule = "programme/prize";
                whole.tokens.end = edition;
                inside.push(whole);
            }
            Some(_) => {}
        }
    }
    names.append(&mut inside);
}

/// Where the edition or the year of a prize begins, in its name or right behind it: `Giải Sách năm 2016`.
fn edition(context: &Context<'_>, start: usize, end: usize) -> Option<usize> {
    let year = |token: usize| context.is_number(token) && context.text.clean(token).len() == 4;
    let inside = (start..end).find(|&token| {
        let value = context.cue_at(context.cues.edition, token);
        value.is_some_and(|value| boundary::is_edition_value(context, value)) || year(token)
    });
    let behind = context.is_cue(context.cues.anniversary_span, end) && year(end + 1);
    inside.or(behind.then_some(end))
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::{check, paragraph};
    use crate::extract::{NameCues, names};
    use crate::model::EntityType;
    use crate::ontology::Ontology;
    use crate::text::Text;

    #[test]
    fn a_prize_and_the_time_it_is_given() {
        check("Bà nhận [Giải Báo chí Hoa Sen|Programme] hôm qua.");
        check("Bà nhận [Giải Báo chí Hoa Sen|Event] năm 2016.");
        check("Họ dự [Lễ trao giải Báo chí Hoa Sen|Event] tối qua.");
        check("Họ dự [Giải bóng chuyền Hoa Sen|Event] hôm qua.");
    }

    #[test]
    fn a_series_in_the_name_of_its_edition() {
        let ontology = Ontology::embedded();
        let text = Text::analyse(&paragraph("Họ dự Giải Báo chí Hoa Sen lần thứ 3 hôm qua."));
        let cues = NameCues::new(ontology).expect("all cue lists");
        let found = names(&text, ontology, &ontology.matches(&text), &cues);
        let found: Vec<(EntityType, String)> = found
            .into_iter()
            .map(|name| (name.kind, text.phrase(name.tokens)))
            .collect();
        let whole = (
            EntityType::Event,
            "Giải Báo chí Hoa Sen lần thứ 3".to_owned(),
        );
        let series = (EntityType::Programme, "Giải Báo chí Hoa Sen".to_owned());
        assert_eq!(found, [whole, series]);
    }
}
