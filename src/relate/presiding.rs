//! Who chairs or hosts an event: named behind it, or in a list with their posts.

use std::ops::Range;

use super::clause::{Extent, actors_from, cue_ending_at, events_after};
use super::line::Line;
use crate::model::EntityType;

/// Farthest the first one who presides may stand behind `là` or `có`, in phrases and words.
const NAMED_REACH: usize = 4;

/// `Chủ trì E có X và Y`, `Đăng cai E là X`: a sentence that begins with its verb names them behind the event.
pub(super) fn named_behind(line: &Line<'_>, verb: &Range<usize>) -> Option<(usize, Vec<usize>)> {
    let opens = verb.start == 0 || line.opens_sentence(verb.start);
    let presides = line.is_cue(verb.end - 1, "organizes.preside")
        || cue_ending_at(line, "organizes.take-on", verb.end).is_some();
    if !opens || !presides {
        return None;
    }
    let event_at = events_after(line, verb.end).first().copied()?;
    let next = line.behind_bracket(line.behind_quote(event_at + 1));
    if !line.is_cue(next, "organizes.named-behind") {
        return None;
    }
    let first = (next + 1..line.items.len().min(next + 1 + NAMED_REACH))
        .take_while(|&at| !line.is(at, &["để", "cho", "của", "mà", "với"]))
        .find(|&at| line.is_actor(at))?;
    let named = actors_from(line, first, Extent::Clause);
    Some((line.entity(event_at)?, who_preside(line, named)))
}

/// Of a list with people in it those: where their posts are is no organiser besides.
pub(super) fn who_preside(line: &Line<'_>, mut named: Vec<usize>) -> Vec<usize> {
    let person = |&one: &usize| line.reading.kind(one) == EntityType::Person;
    if named.iter().any(person) {
        named.retain(person);
    }
    named
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn who_presides_is_not_told_again_as_a_guest() {
        expect(
            "organizes participatesIn",
            "[Diễn đàn Xanh|Event] họp dưới sự đồng chủ trì của ông [Trần Văn An|Person] và ông [Sato Ken|Person], Thị trưởng [Osaka|Place].",
            &[
                "Trần Văn An organizes Diễn đàn Xanh",
                "Sato Ken organizes Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn those_who_preside_named_behind_the_event() {
        expect(
            "organizes",
            "Đồng chủ trì [Diễn đàn Xanh|Event] là Thứ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] và ông [Sato Ken|Person].",
            &[
                "Trần Văn An organizes Diễn đàn Xanh",
                "Sato Ken organizes Diễn đàn Xanh",
            ],
        );
    }

    #[test]
    fn what_hosting_means_is_no_host() {
        expect(
            "organizes",
            "Đăng cai [Diễn đàn Xanh|Event] là dịp để [Chile|Country] mời bạn bè.",
            &[],
        );
    }
}
