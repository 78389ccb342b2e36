//! Gives bare words their meaning: `hội nghị` said before, `chúng tôi` of a speaker.

use super::Reading;
use super::clause::cue_ending_at;
use super::line::{ItemKind, Line};
use super::offices::Offices;
use crate::model::EntityType;

/// Sets the entity of every bare noun and pronoun that stands for something said before.
pub(super) fn resolve(reading: &Reading<'_>, offices: &Offices, lines: &mut [Line<'_>]) {
    let mut events: Vec<usize> = Vec::new();
    for (index, line) in lines.iter_mut().enumerate() {
        let speaker = offices.speaker_body(reading, index);
        let mut meanings: Vec<(usize, usize)> = Vec::new();
        for at in 0..line.items.len() {
            if let ItemKind::Name(_) = line.items[at].kind
                && line.is_event(at)
                && let Some(event) = line.entity(at)
            {
                events.push(event);
            } else if let Some((noun, event)) = bare_event(reading, line, at, &events) {
                meanings.push((noun, event));
            } else if let (Some(end), Some(body)) = (line.cue_at("anaphora.we", at), speaker) {
                meanings.push((end - 1, body));
            }
        }
        for (at, entity) in meanings {
            line.items[at].entity = Some(entity);
        }
    }
}

/// The bare noun that begins here, and the event said before that it stands for.
fn bare_event(
    reading: &Reading<'_>,
    line: &Line<'_>,
    at: usize,
    events: &[usize],
) -> Option<(usize, usize)> {
    let end = ["anaphora.event", "anaphora.ceremony", "anaphora.any-event"]
        .into_iter()
        .find_map(|list| line.cue_at(list, at))?;
    let bare = end >= line.items.len()
        || line.items[end].kind == ItemKind::Mark && !line.is(end, &["“", "\"", "‘", "-", "–"])
        || line.cue_at("anaphora.behind", end).is_some();
    let before = at.wrapping_sub(1);
    let several = cue_ending_at(line, "positions.plural", at).is_some()
        || line.is(before, &["một", "mỗi", "từng"])
        || line.word(before).starts_with(|c: char| c.is_ascii_digit());
    if !bare || several {
        return None;
    }
    let words: Vec<&str> = (at..end).map(|i| line.word(i)).collect();
    let noun = words.join(" ");
    let any = line.cue_at("anaphora.any-event", at).is_some();
    let ceremony = line.cue_at("anaphora.ceremony", at).is_some();
    let fits = |event: &usize| {
        let name = reading.entities[*event].name.to_lowercase();
        any || name.starts_with(&noun) || ceremony && name.starts_with("lễ")
    };
    events
        .iter()
        .rev()
        .copied()
        .find(fits)
        .map(|event| (end - 1, event))
}

impl Offices {
    /// The body of the person who speaks: the last one named with a post in an agency.
    fn speaker_body(&self, reading: &Reading<'_>, line: usize) -> Option<usize> {
        self.held_before(line + 1)
            .filter(|&body| reading.kind(body) == EntityType::Agency)
            .last()
    }
}
