//! One article as its rules see it: lines, names, and who holds which post.

use std::collections::BTreeMap;

use super::Reading;
use super::anaphora;
use super::collective;
use super::cues::Cues;
use super::foreign_posts::is_of_other_state;
use super::grammar::Post;
use super::line::Line;
use super::offices::Offices;
use super::pronouns;
use crate::model::{EntityType, Span};
use crate::ontology::{EntryIndex, RoleBody, Target};

/// How many sentences back an event that is not named again may stand.
const LOOK_BACK: usize = 3;

/// The article's entities by their names.
pub(super) struct NameIndex {
    agencies: BTreeMap<String, usize>,
    by_id: BTreeMap<String, usize>,
    by_name: BTreeMap<String, usize>,
}

impl NameIndex {
    fn new(reading: &Reading<'_>) -> Self {
        let mut agencies = BTreeMap::new();
        let mut by_id = BTreeMap::new();
        let mut by_name = BTreeMap::new();
        for (index, entity) in reading.entities.iter().enumerate() {
            by_id.entry(entity.id.0.clone()).or_insert(index);
            let name = entity.name.to_lowercase();
            by_name.entry(name.clone()).or_insert(index);
            if entity.kind == EntityType::Agency {
                agencies.entry(name).or_insert(index);
                for alias in &entity.aliases {
                    agencies.entry(alias.to_lowercase()).or_insert(index);
                }
            }
        }
        for located in &reading.mentions {
            let entity = located.mention.entity;
            if reading.kind(entity) == EntityType::Agency && !located.mention.anaphor {
                agencies
                    .entry(reading.folded(located.tokens.clone()))
                    .or_insert(entity);
            }
        }
        Self {
            agencies,
            by_id,
            by_name,
        }
    }

    /// The agency with this name in comparable form.
    pub(super) fn agency(&self, folded: &str) -> Option<usize> {
        self.agencies.get(folded).copied()
    }

    /// The agencies whose names go on behind these words.
    fn agencies_from<'n>(&'n self, words: &'n str) -> impl Iterator<Item = (&'n str, usize)> {
        self.agencies
            .range(words.to_owned()..)
            .take_while(move |(name, _)| name.starts_with(words))
            .filter_map(move |(name, &agency)| {
                let rest = name[words.len()..].strip_prefix(' ')?;
                Some((rest, agency))
            })
    }

    /// The agency whose name begins with these words and ends with a name of this state.
    pub(super) fn agency_of(
        &self,
        reading: &Reading<'_>,
        words: &str,
        state: usize,
    ) -> Option<usize> {
        let entity = &reading.entities[state];
        let mut names: Vec<String> = [&entity.name]
            .into_iter()
            .chain(&entity.aliases)
            .map(|name| name.to_lowercase())
            .collect();
        let known = reading.ontology.entry(&entity.id);
        names.extend(known.into_iter().flat_map(|entry| {
            let labels = &reading.ontology.entries[entry].labels;
            labels.iter().map(|label| label.text.to_lowercase())
        }));
        let ends = |rest: &str| names.iter().any(|name| rest.ends_with(name.as_str()));
        self.agencies_from(words)
            .find(|(rest, _)| ends(rest))
            .map(|(_, agency)| agency)
    }

    /// The only agency whose name begins with these words.
    pub(super) fn only_agency(&self, words: &str) -> Option<usize> {
        let mut agencies = self.agencies_from(words).map(|(_, agency)| agency);
        let first = agencies.next()?;
        agencies.all(|other| other == first).then_some(first)
    }

    /// The article's entity for a thing the ontology knows.
    pub(super) fn entry(&self, reading: &Reading<'_>, entry: EntryIndex) -> Option<usize> {
        let entry = reading.ontology.entries.get(entry)?;
        self.by_id
            .get(&entry.id.0)
            .or_else(|| self.by_name.get(&entry.name.to_lowercase()))
            .copied()
    }

    /// Whether a body is of a kind that belongs to others.
    pub(super) fn has_level(&self, reading: &Reading<'_>, part: usize) -> bool {
        level(reading, part).is_some()
    }

    /// Whether the first body is of a kind that belongs to bodies of the second's kind.
    pub(super) fn may_belong(&self, reading: &Reading<'_>, part: usize, whole: usize) -> bool {
        match (level(reading, part), level(reading, whole)) {
            (Some(part), Some(whole)) => part < whole,
            _ => false,
        }
    }
}

/// How high in a hierarchy bodies with this head noun stand.
fn level(reading: &Reading<'_>, mention: usize) -> Option<u8> {
    const LISTS: [&str; 4] = [
        "part-of.section",
        "part-of.department",
        "part-of.directorate",
        "part-of.body",
    ];
    let start = reading.mentions[mention].tokens.start;
    let mut best: Option<(usize, u8)> = None;
    for found in reading.matches.at(start) {
        let Target::Cue(cue) = found.target else {
            continue;
        };
        for (rank, list) in (0u8..).zip(LISTS) {
            if reading.ontology.cue(list).is_ok_and(|c| c == cue)
                && best.is_none_or(|(end, _)| found.tokens.end > end)
            {
                best = Some((found.tokens.end, rank));
            }
        }
    }
    best.map(|(_, rank)| rank)
}

/// An article ready for the rules.
pub(super) struct Story<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) lines: Vec<Line<'a>>,
    pub(super) names: NameIndex,
    pub(super) offices: Offices,
    /// For each mention the mentions directly inside it.
    pub(super) inside: Vec<Vec<usize>>,
}

impl<'a> Story<'a> {
    pub(super) fn new(reading: &'a Reading<'a>, cues: &'a Cues) -> Self {
        let names = NameIndex::new(reading);
        let mut lines: Vec<Line<'a>> = (0..reading.text.sentences.len())
            .map(|sentence| Line::new(reading, cues, &names, sentence))
            .collect();
        let offices = Offices::new(&lines);
        offices.name_holders(&mut lines);
        anaphora::resolve(reading, &offices, &mut lines);
        collective::resolve(&mut lines);
        pronouns::resolve(&mut lines);
        Self {
            reading,
            lines,
            names,
            offices,
            inside: inside(reading),
        }
    }
}

/// For each mention the mentions directly inside it.
fn inside(reading: &Reading<'_>) -> Vec<Vec<usize>> {
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); reading.mentions.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, located) in reading.mentions.iter().enumerate() {
        open.retain(|&o| reading.mentions[o].tokens.end >= located.tokens.end);
        // The innermost name of another entity that holds this one.
        let holder = open
            .iter()
            .rev()
            .copied()
            .find(|&o| reading.entity(o) != located.mention.entity);
        if let Some(holder) = holder {
            inside[holder].push(index);
        }
        open.push(index);
    }
    inside
}

impl Story<'_> {
    /// Whether a person's name begins with a Vietnamese surname.
    pub(super) fn is_vietnamese(&self, person: usize) -> bool {
        let name = &self.reading.entities[person].name;
        let surname = name.split_whitespace().next().unwrap_or("");
        let Ok(cue) = self.reading.ontology.cue("persons.surname") else {
            return true;
        };
        self.reading.ontology.cue_list(cue).is_none_or(|(_, list)| {
            list.phrases
                .iter()
                .any(|phrase| phrase.to_lowercase() == surname.to_lowercase())
        })
    }

    /// The state that the ontology knows a person to hold office in, where the article names it.
    pub(super) fn state_served(&self, person: usize) -> Option<usize> {
        let ontology = self.reading.ontology;
        let entry = ontology.entry(&self.reading.entities[person].id)?;
        let state = ontology.entries[entry].territory?;
        self.names.entry(self.reading, state)
    }

    /// Whether a body is of the article's own state: it names no other one.
    pub(super) fn is_of_home(&self, body: usize) -> bool {
        self.state_of(body)
            .is_none_or(|state| self.reading.entities[state].code.as_deref() == Some("VN"))
    }

    /// Whether a place lies in Viet Nam, where the ontology knows where it lies.
    pub(super) fn lies_at_home(&self, place: usize) -> Option<bool> {
        self.state_code(place).map(|code| code == "VN")
    }

    /// The code of the state that a place lies in, where the ontology knows it.
    pub(super) fn state_code(&self, place: usize) -> Option<&str> {
        let described = &self.reading.entities[place];
        match described.kind {
            EntityType::Country => return described.code.as_deref(),
            EntityType::Province => return Some("VN"),
            _ => {}
        }
        let ontology = self.reading.ontology;
        let mut entry = ontology.entry(&described.id)?;
        while let Some(territory) = ontology.entries[entry].territory {
            entry = territory;
        }
        let known = &ontology.entries[entry];
        match known.kind {
            EntityType::Province => Some("VN"),
            EntityType::Country => known.code.as_deref(),
            _ => None,
        }
    }

    /// Whether a post is that of a diplomat, who represents the state abroad.
    pub(super) fn is_diplomat(&self, post: &Post) -> bool {
        self.is_diplomatic_title(&post.title)
    }

    /// Whether a title is that of a diplomat.
    pub(super) fn is_diplomatic_title(&self, title: &str) -> bool {
        let title = title.to_lowercase();
        let diplomats = self.reading.ontology.cue("positions.diplomat").ok();
        diplomats
            .and_then(|cue| self.reading.ontology.cue_list(cue))
            .is_some_and(|(_, list)| {
                list.phrases
                    .iter()
                    .any(|p| title.starts_with(&p.to_lowercase()))
            })
    }

    /// The article's own state, where it names it.
    pub(super) fn home(&self) -> Option<usize> {
        self.reading.entities.iter().position(|entity| {
            entity.kind == EntityType::Country && entity.code.as_deref() == Some("VN")
        })
    }

    /// The two states an article is about: no third one is named half as often.
    pub(super) fn two_countries(&self) -> Option<[usize; 2]> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for located in &self.reading.mentions {
            let entity = located.mention.entity;
            if self.reading.kind(entity) == EntityType::Country {
                *counts.entry(entity).or_default() += 1;
            }
        }
        let mut ranked: Vec<(usize, usize)> = counts.into_iter().map(|(e, n)| (n, e)).collect();
        ranked.sort_by_key(|&(n, entity)| (std::cmp::Reverse(n), entity));
        let [(_, one), (second, other), rest @ ..] = ranked.as_slice() else {
            return None;
        };
        let alone = rest.first().is_none_or(|(third, _)| third * 2 <= *second);
        (alone && *second > 1).then_some([*one, *other])
    }

    /// The state beside Viet Nam that an article is about, which a foreign head of state or of
    /// government, a minister or a diplomat without a state serves.
    pub(super) fn guest_state(&self, post: &Post) -> Option<usize> {
        let ontology = self.reading.ontology;
        let fits = match ontology.roles[post.role].body {
            RoleBody::Country => true,
            RoleBody::Entry(entry) => ontology.entries[entry].id.0 == "agency/chinh-phu",
            _ => false,
        };
        let home = self.home()?;
        let states = self.two_countries()?;
        let guest = states.into_iter().find(|&state| state != home)?;
        (fits && states.contains(&home)).then_some(guest)
    }

    /// Whether a person's name fits the state a body is of: Vietnamese names go with Viet Nam, known
    /// statesmen with their own state.
    pub(super) fn may_serve(&self, person: usize, body: usize) -> bool {
        if is_of_other_state(self, person, body) {
            return false;
        }
        let state = self.state_of(body);
        if let Some(served) = self.state_served(person)
            && state.is_some_and(|state| state != served)
        {
            return false;
        }
        match state {
            Some(country) => {
                let home = self.reading.entities[country].code.as_deref() == Some("VN");
                home == self.is_vietnamese(person)
            }
            None => true,
        }
    }

    /// The state that a body's name names; a state itself.
    pub(super) fn state_of(&self, body: usize) -> Option<usize> {
        if self.reading.kind(body) == EntityType::Country {
            return Some(body);
        }
        let mut mentions = self.reading.mentions.iter().enumerate();
        mentions.find_map(|(index, located)| {
            let mut inside = self.inside[index].iter().map(|&i| self.reading.entity(i));
            let country = inside.find(|&e| self.reading.kind(e) == EntityType::Country)?;
            (located.mention.entity == body).then_some(country)
        })
    }

    /// The event spoken of last before a line, in the sentence before it or earlier in its paragraph,
    /// and the stretch from there to the line.
    pub(super) fn event_before_line(&self, index: usize) -> Option<(usize, Span)> {
        let block = |line: &Line<'_>| self.reading.text.sentences[line.sentence].block_index;
        let here = &self.lines[index];
        let (before, event) = (index.saturating_sub(LOOK_BACK)..index)
            .rev()
            .take_while(|&i| i + 1 == index || block(&self.lines[i]) == block(here))
            .find_map(|i| {
                let line = &self.lines[i];
                let at = (0..line.items.len())
                    .rev()
                    .find(|&at| line.kind(at) == Some(EntityType::Event))?;
                Some((line, line.entity(at)?))
            })?;
        Some((
            event,
            Span::new(before.evidence().start, here.evidence().end),
        ))
    }

    /// The province that a body's name ends with.
    pub(super) fn province_of(&self, body: usize) -> Option<usize> {
        let mut mentions = self.reading.mentions.iter().enumerate();
        mentions.find_map(|(index, located)| {
            let province = self.inside[index]
                .iter()
                .map(|&i| self.reading.entity(i))
                .find(|&e| self.reading.kind(e) == EntityType::Province)?;
            (located.mention.entity == body).then_some(province)
        })
    }
}
