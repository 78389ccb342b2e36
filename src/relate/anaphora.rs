//! Gives bare words their meaning: `hội nghị` said before, `chúng tôi` of a speaker.

use std::ops::Range;

use super::Reading;
use super::clause::cue_ending_at;
use super::line::{ItemKind, Line};
use super::offices::Offices;
use crate::model::EntityType;
use crate::text::Case;

/// Farthest `này` may stand behind a bare noun: `hội nghị trực tuyến này`.
const THIS_REACH: usize = 3;

/// The lists of nouns for events.
const EVENTS: [&str; 3] = ["anaphora.event", "anaphora.ceremony", "anaphora.any-event"];

/// Sets the entity of every bare noun and pronoun that stands for something said before.
pub(super) fn resolve(reading: &Reading<'_>, offices: &Offices, lines: &mut [Line<'_>]) {
    let mut events: Vec<Said> = Vec::new();
    let cities = Cities::new(reading);
    for (index, line) in lines.iter_mut().enumerate() {
        let speaker = offices.speaker_body(reading, index);
        let mut meanings: Vec<(Range<usize>, usize)> = Vec::new();
        let has_city = line.has("anaphora.province");
        let has_we = line.has("anaphora.we");
        let has_noun = EVENTS.into_iter().any(|list| line.has(list));
        for at in 0..line.items.len() {
            if has_city && let Some((noun, city)) = cities.bare_city(line, at) {
                meanings.push((noun, city));
            }
            if let ItemKind::Name(_) = line.items[at].kind
                && line.is_event(at)
                && let Some(event) = line.entity(at)
            {
                if line
                    .cues
                    .at("happens.occasion", line.items[at].tokens.start)
                    .is_none()
                {
                    let noun = noun_before_quote(line, at);
                    events.push(Said { event, noun });
                }
            } else if has_noun && let Some((noun, event)) = bare_event(reading, line, at, &events) {
                meanings.push((noun, event));
            } else if has_we
                && let (Some(end), Some(body)) = (line.cue_at("anaphora.we", at), speaker)
            {
                meanings.push((at..end, body));
            }
        }
        for (words, entity) in meanings.into_iter().rev() {
            line.join(words, entity);
        }
    }
}

/// An event that was named.
struct Said {
    event: usize,
    /// What it was called before its quoted name: `hội thảo “…”`.
    noun: Option<String>,
}

/// Farthest the noun of an event may stand before its quoted name.
const QUOTE_REACH: usize = 5;

/// `hội thảo` in `hội thảo khoa học “[…]”`.
fn noun_before_quote(line: &Line<'_>, at: usize) -> Option<String> {
    let quote = at
        .checked_sub(1)
        .filter(|&quote| line.is(quote, &["“", "\"", "‘", "«"]))?;
    let (start, end) = (quote.saturating_sub(QUOTE_REACH)..quote)
        .rev()
        .take_while(|&i| line.items[i].kind == ItemKind::Word)
        .find_map(|i| Some((i, line.cue_at("anaphora.event", i).filter(|&e| e <= quote)?)))?;
    let words: Vec<&str> = (start..end).map(|i| line.word(i)).collect();
    Some(words.join(" "))
}

/// The cities under central rule that an article names, by place.
struct Cities {
    /// Token and entity.
    named: Vec<(usize, usize)>,
}

impl Cities {
    fn new(reading: &Reading<'_>) -> Self {
        let cities: Vec<bool> = (0..reading.entities.len())
            .map(|entity| is_city(reading, entity))
            .collect();
        let named = reading
            .mentions
            .iter()
            .filter(|m| cities[m.mention.entity])
            .map(|m| (m.tokens.start, m.mention.entity))
            .collect();
        Self { named }
    }

    /// The bare `Thành phố` that begins here, and the city named last before it.
    fn bare_city(&self, line: &Line<'_>, at: usize) -> Option<(Range<usize>, usize)> {
        let end = line.cue_at("anaphora.province", at)?;
        let start = line.items[at].tokens.start;
        let capital = line.reading.text.tokens[start].case != Case::Lower && at > 0;
        let bare = line.items.get(end).is_none_or(|item| {
            matches!(item.kind, ItemKind::Word | ItemKind::Mark)
                && line.reading.text.tokens[item.tokens.start].case == Case::Lower
        });
        let before = self.named.partition_point(|(token, _)| *token < start);
        let (_, city) = *self.named.get(before.checked_sub(1)?)?;
        (capital && bare).then_some((at..end, city))
    }
}

/// Whether an entity is a city of the first level.
fn is_city(reading: &Reading<'_>, entity: usize) -> bool {
    let described = &reading.entities[entity];
    described.kind == EntityType::Province
        && reading
            .ontology
            .entries_named(&described.name)
            .iter()
            .map(|(entry, _)| &reading.ontology.entries[*entry])
            .any(|entry| {
                entry.kind == EntityType::Province
                    && entry.designation.as_deref() == Some("thành phố")
            })
}

/// The bare noun that begins here, and the event said before that it stands for.
fn bare_event(
    reading: &Reading<'_>,
    line: &Line<'_>,
    at: usize,
    events: &[Said],
) -> Option<(Range<usize>, usize)> {
    let end = EVENTS
        .into_iter()
        .filter_map(|list| line.cue_at(list, at))
        .max()?;
    let this = (end..end + THIS_REACH)
        .take_while(|&i| {
            i == end
                || line
                    .items
                    .get(i - 1)
                    .is_some_and(|i| i.kind == ItemKind::Word)
        })
        .find(|&i| line.is(i, &["này"]));
    let bare = this.is_some()
        || end >= line.items.len()
        || line.items[end].kind == ItemKind::Mark && !line.is(end, &["“", "\"", "‘", "-", "–"])
        || line.cue_at("anaphora.behind", end).is_some();
    let before = at.wrapping_sub(1);
    let several = cue_ending_at(line, "positions.plural", at).is_some()
        || line.is_cue(before, "anaphora.not-one")
        || line.word(before).starts_with(|c: char| c.is_ascii_digit());
    if !bare || several {
        return None;
    }
    let words: Vec<&str> = (at..end).map(|i| line.word(i)).collect();
    let whole = words.join(" ");
    let noun = line
        .cue_at("anaphora.classifier", at)
        .filter(|&behind| behind < end)
        .map_or_else(|| whole.clone(), |behind| words[behind - at..].join(" "));
    let any = line.cue_at("anaphora.any-event", at) == Some(end) && is_definite(line, at);
    let ceremony = line.cue_at("anaphora.ceremony", at) == Some(end);
    let named = |event: usize| reading.entities[event].name.to_lowercase();
    let fits = |said: &Said| {
        let name = named(said.event);
        let called = said.noun.as_deref();
        called.is_some_and(|called| called == noun || called == whole)
            || name.starts_with(&noun)
            || name.starts_with(&whole)
            || ceremony && (name.starts_with("lễ ") || name.contains(" lễ "))
    };
    let last = |fits: &dyn Fn(&Said) -> bool| {
        let said = events.iter().rev().find(|said| fits(said))?;
        Some(said.event)
    };
    last(&fits)
        .or_else(|| {
            last(&|said| {
                any && reading.kind(said.event) == EntityType::Event
                    && !is_no_gathering(reading, &named(said.event))
            })
        })
        .map(|event| (at..this.map_or(end, |this| this + 1), event))
}

/// Whether a name is that of a journey, an undertaking or a year, at which nobody is present.
fn is_no_gathering(reading: &Reading<'_>, name: &str) -> bool {
    let list = reading.ontology.cue("anaphora.no-gathering").ok();
    list.and_then(|cue| reading.ontology.cue_list(cue))
        .is_some_and(|(_, list)| list.phrases.iter().any(|p| name.starts_with(p.as_str())))
}

/// Whether a bare noun that may stand for any event means one spoken of: it opens the sentence, has a
/// capital or says where something is done.
fn is_definite(line: &Line<'_>, at: usize) -> bool {
    let start = line.items[at].tokens.start;
    at == 0
        || line.reading.text.tokens[start].case != Case::Lower
        || line.is(at - 1, &[","])
        || line.is_cue(at - 1, "anaphora.definite")
        || cue_ending_at(line, "participates.verb", at).is_some()
}

impl Offices {
    /// The body of the person who speaks: the last one named with a post in an agency.
    fn speaker_body(&self, reading: &Reading<'_>, line: usize) -> Option<usize> {
        self.held_before(line + 1)
            .filter(|&body| reading.kind(body) == EntityType::Agency)
            .last()
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn what_a_quoted_event_was_called() {
        expect(
            "participatesIn",
            "Sáng qua, [Bộ Y tế|Agency] tổ chức hội thảo khoa học “[Sức khỏe và cây xanh|Event]”. Phát biểu tại hội thảo, ông [Trần Văn An|Person] cảm ơn các đại biểu.",
            &["Trần Văn An participatesIn Sức khỏe và cây xanh"],
        );
    }
}
