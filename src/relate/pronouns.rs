//! Gives `ông` and `bà` their meaning: the one who acts in the sentence, or in the one before it.

use std::collections::BTreeMap;

use super::clause::{cue_ending_at, is_adverbial};
use super::line::{ItemKind, Line};
use crate::text::Case;

/// How many sentences back the one may be named whom a pronoun means.
const LOOK_BACK: usize = 2;

/// Makes every `ông` and `bà` without a name stand for whom it means.
pub(super) fn resolve(lines: &mut [Line<'_>]) {
    if !lines.iter().any(|line| line.has("anaphora.pronoun")) {
        return;
    }
    let called = called(lines);
    // Who acted last, and the sentence that says so.
    let mut acted: Option<(usize, usize)> = None;
    for (index, line) in lines.iter_mut().enumerate() {
        if line.has("anaphora.pronoun") {
            for at in 0..line.items.len() {
                if !is_pronoun(line, at) {
                    continue;
                }
                let word = line.word(at);
                let fits = |&person: &usize| called.get(&person).is_none_or(|w| w == word);
                let before = acted.filter(|(_, said)| index - said <= LOOK_BACK);
                let meant = meant(line, at, &fits).or(before.map(|(person, _)| person));
                if let Some(person) = meant.filter(fits) {
                    line.items[at].kind = ItemKind::Office(Vec::new());
                    line.name_holder(at, person);
                }
            }
        }
        if let Some(person) = first_to_act(line, line.items.len()) {
            acted = Some((person, index));
        }
    }
}

/// Whether people are called `ông` or `bà` before their names, where they always are the same.
fn called(lines: &[Line<'_>]) -> BTreeMap<usize, String> {
    let mut called: BTreeMap<usize, String> = BTreeMap::new();
    for line in lines {
        for item in &line.items {
            if let (ItemKind::Person(..), Some(person)) = (&item.kind, item.entity) {
                let word = line.reading.text.folded(item.tokens.start);
                if line.cues.begins("anaphora.pronoun", item.tokens.start) {
                    called.insert(person, word.to_owned());
                }
            }
        }
    }
    called
}

/// Whom a pronoun means in its own sentence: who acts there; behind `nhân dịp` the one named last.
fn meant(line: &Line<'_>, at: usize, fits: &impl Fn(&usize) -> bool) -> Option<usize> {
    if at > 0 && line.is_cue(at - 1, "anaphora.at-that") {
        let people = (0..at).rev().filter(|&at| line.is_person(at));
        return people.filter_map(|at| line.entity(at)).find(fits);
    }
    first_to_act(line, at)
}

/// The first one named in a sentence before a place who does something there.
fn first_to_act(line: &Line<'_>, before: usize) -> Option<usize> {
    (0..before)
        .find(|&at| line.is_person(at) && !is_adverbial(line, at))
        .and_then(|at| line.entity(at))
}

/// Whether a pronoun stands here alone: no name and no noun of its own behind it, no number before it.
fn is_pronoun(line: &Line<'_>, at: usize) -> bool {
    let Some(end) = line.cue_at("anaphora.pronoun", at) else {
        return false;
    };
    let lower = line.items.get(end).is_none_or(|next| {
        matches!(next.kind, ItemKind::Word | ItemKind::Mark)
            && line.reading.text.tokens[next.tokens.start].case == Case::Lower
            || matches!(next.kind, ItemKind::Mark | ItemKind::Date(_))
    });
    let subject = at == 0
        || !matches!(line.items[at - 1].kind, ItemKind::Word)
        || cue_ending_at(line, "anaphora.pronoun-before", at).is_some();
    let other = line.cue_at("anaphora.pronoun-other", end).is_some()
        || at > 0 && line.cue_at("anaphora.pronoun-other", at - 1) == Some(at)
        || at > 0 && line.cue_at("positions.plural", at - 1) == Some(at);
    end == at + 1 && subject && lower && !other && line.entity(at).is_none()
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn who_acted_before() {
        expect(
            "visits",
            "Ngoại trưởng [Chile|Country] [Juan Soto|Person] gặp báo giới. Sau đó, ông sẽ thăm [Lào|Country].",
            &["Juan Soto visits Lào"],
        );
        expect(
            "visits",
            "Bộ trưởng [Trần Văn An|Person] tiếp ông [Juan Soto|Person] nhân dịp ông sang thăm [Việt Nam|Country].",
            &["Juan Soto visits Việt Nam"],
        );
    }

    #[test]
    fn other_words_and_others_than_named() {
        expect(
            "visits",
            "Bà [Phạm Thị Hoa|Person] gặp báo giới. Hôm qua, ông đã thăm [Lào|Country], còn bà con kiều bào thăm [Chile|Country].",
            &[],
        );
    }
}
