//! One sentence as a row of phrases, words and marks, with the questions rules ask of it.

use super::Reading;
use super::cues::{CueSet, Cues};
use super::grammar::Grammar;
use super::item;
pub(super) use super::item::{Item, ItemKind};
use super::story::NameIndex;
use super::unit::units;
use crate::model::{Edtf, EntityType, Span};
use crate::text::{Case, TokenRange};

/// A sentence.
pub(super) struct Line<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) cues: &'a Cues,
    /// Index in `Text::sentences`.
    pub(super) sentence: usize,
    pub(super) tokens: TokenRange,
    pub(super) items: Vec<Item>,
    /// Pairs of agencies of which a phrase says that the first belongs to the second.
    pub(super) owners: Vec<(usize, usize)>,
    /// The lists of cues of which a phrase begins in the sentence.
    lists: CueSet,
    /// The types of the entities that stand in the sentence.
    types: Types,
}

/// Some types of entities, each a bit.
#[derive(Clone, Copy, Default)]
struct Types(u16);

impl Types {
    fn add(&mut self, kind: EntityType) {
        self.0 |= 1 << kind as u16;
    }

    fn has(self, kind: EntityType) -> bool {
        self.0 & 1 << kind as u16 != 0
    }
}

impl<'a> Line<'a> {
    pub(super) fn new(
        reading: &'a Reading<'a>,
        cues: &'a Cues,
        names: &NameIndex,
        sentence: usize,
    ) -> Self {
        let tokens = reading.text.sentences[sentence].tokens.clone();
        let units = units(reading, &tokens);
        let grammar = Grammar {
            reading,
            cues,
            names,
            units: &units,
        };
        let mut items = Vec::with_capacity(units.len());
        let mut owners = Vec::new();
        let mut types = Types::default();
        let mut at = 0;
        while at < units.len() {
            let (kind, entity, next) = item::item_at(&grammar, at, &mut owners);
            if let Some(entity) = entity {
                types.add(reading.kind(entity));
            }
            items.push(Item {
                tokens: units[at].tokens.start..units[next - 1].tokens.end,
                kind,
                entity,
            });
            at = next;
        }
        let mut line = Self {
            reading,
            cues,
            sentence,
            lists: cues.lists_in(&tokens),
            tokens,
            items,
            owners,
            types,
        };
        line.drop_credits();
        line
    }

    /// Makes words one word that stands for an entity.
    pub(super) fn join(&mut self, words: std::ops::Range<usize>, entity: usize) {
        let tokens = self.items[words.start].tokens.start..self.items[words.end - 1].tokens.end;
        let word = Item {
            tokens,
            kind: ItemKind::Word,
            entity: Some(entity),
        };
        self.items.splice(words, [word]);
        self.types.add(self.reading.kind(entity));
    }

    /// Says who holds the office at a place.
    pub(super) fn name_holder(&mut self, at: usize, holder: usize) {
        self.items[at].entity = Some(holder);
        self.types.add(self.reading.kind(holder));
    }

    /// Makes the names of photographers and sources plain marks: `Ảnh: [An]/[TTXVN]` does nothing.
    fn drop_credits(&mut self) {
        const JOINTS: &[&str] = &[":", "/", "-", "–", ","];
        if !self.has("clause.credit") {
            return;
        }
        for at in 0..self.items.len() {
            let Some(mut next) = self.cue_at("clause.credit", at) else {
                continue;
            };
            while self.is_credited(next) || self.is(next, JOINTS) && self.is_credited(next + 1) {
                if self.is_credited(next) {
                    self.items[next].kind = ItemKind::Mark;
                    self.items[next].entity = None;
                }
                next += 1;
            }
        }
    }

    /// Whether a bare name stands at a place.
    fn is_credited(&self, at: usize) -> bool {
        match self.items.get(at).map(|item| &item.kind) {
            Some(ItemKind::Name(_)) => self.kind(at) == Some(EntityType::Agency),
            Some(ItemKind::Person(_, posts)) => posts.is_empty() && !self.goes_on(at + 1),
            _ => false,
        }
    }

    /// Whether something is said of the one before a place: `Ảnh: [A] phát biểu tại E`.
    fn goes_on(&self, at: usize) -> bool {
        self.is_any_cue(at, &["participates.setting", "participates.speech"])
            && !self.opens_sentence(at)
    }

    /// The sentence's place in the article.
    pub(super) fn evidence(&self) -> Span {
        self.reading.text.span(self.tokens.clone())
    }

    /// The entity at a place.
    pub(super) fn entity(&self, at: usize) -> Option<usize> {
        self.items.get(at)?.entity
    }

    /// The type of the entity at a place.
    pub(super) fn kind(&self, at: usize) -> Option<EntityType> {
        Some(self.reading.kind(self.entity(at)?))
    }

    /// The date at a place.
    pub(super) fn date(&self, at: usize) -> Option<Edtf> {
        match self.items.get(at)?.kind {
            ItemKind::Date(date) => Some(self.reading.dates[date].date.value),
            _ => None,
        }
    }

    /// The word or mark at a place in comparable form; empty for phrases.
    #[inline]
    pub(super) fn word(&self, at: usize) -> &str {
        match self.items.get(at) {
            Some(item) if matches!(item.kind, ItemKind::Word | ItemKind::Mark) => {
                self.reading.text.folded(item.tokens.start)
            }
            _ => "",
        }
    }

    /// Whether one of these words or marks stands at a place.
    #[inline]
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.contains(&word)
    }

    /// Whether a place holds an event or a programme.
    pub(super) fn is_event(&self, at: usize) -> bool {
        matches!(
            self.kind(at),
            Some(EntityType::Event | EntityType::Programme)
        )
    }

    /// Whether an event or a programme stands anywhere in the sentence.
    #[inline]
    pub(super) fn has_event(&self) -> bool {
        self.types.has(EntityType::Event) || self.types.has(EntityType::Programme)
    }

    /// The places that hold an event or a programme, in order.
    pub(super) fn events(&self) -> impl Iterator<Item = usize> {
        let end = if self.has_event() {
            self.items.len()
        } else {
            0
        };
        (0..end).filter(|&at| self.is_event(at))
    }

    /// The places that hold an entity of a type, in order.
    pub(super) fn places_of(&self, kind: EntityType) -> impl Iterator<Item = usize> {
        let there = self.types.has(kind);
        let end = if there { self.items.len() } else { 0 };
        (0..end).filter(move |&at| self.kind(at) == Some(kind))
    }

    /// Whether a place holds a person, by name or by post.
    pub(super) fn is_person(&self, at: usize) -> bool {
        matches!(
            self.items[at].kind,
            ItemKind::Person(..) | ItemKind::Office(_)
        ) && self.kind(at) == Some(EntityType::Person)
    }

    /// Whether a place holds a territory.
    pub(super) fn is_place(&self, at: usize) -> bool {
        matches!(
            self.kind(at),
            Some(EntityType::Province | EntityType::Country | EntityType::Place)
        )
    }

    /// Whether a place holds someone who can act: a person, an office, an agency, a territory.
    pub(super) fn is_actor(&self, at: usize) -> bool {
        match self.items.get(at).map(|item| &item.kind) {
            Some(ItemKind::Person(..) | ItemKind::Office(_) | ItemKind::Group(_)) => true,
            Some(ItemKind::Name(_)) => {
                self.kind(at) == Some(EntityType::Agency) || self.is_place(at)
            }
            _ => false,
        }
    }

    /// Whether a phrase of a cue list begins anywhere in the sentence.
    #[inline]
    pub(super) fn has(&self, list: &'static str) -> bool {
        self.lists.has(list)
    }

    /// Where the phrases of a cue list stand: item ranges, in order. Phrases inside names are left out.
    #[inline]
    pub(super) fn cue(&self, list: &'static str) -> Vec<std::ops::Range<usize>> {
        if self.has(list) {
            self.ranges_of(list)
        } else {
            Vec::new()
        }
    }

    fn ranges_of(&self, list: &'static str) -> Vec<std::ops::Range<usize>> {
        self.cues
            .inside(list, &self.tokens)
            .filter_map(|tokens| self.items_of(tokens))
            .collect()
    }

    /// Where the phrase of a cue list that begins at a place ends.
    #[inline]
    pub(super) fn cue_at(&self, list: &'static str, at: usize) -> Option<usize> {
        let item = self.items.get(at)?;
        let tokens = self.cues.at(list, item.tokens.start)?;
        Some(self.items_of(&tokens)?.end)
    }

    /// Whether the word or mark at a place is of a cue list, or begins a phrase of it.
    #[inline]
    pub(super) fn is_cue(&self, at: usize, list: &'static str) -> bool {
        self.items.get(at).is_some_and(|item| {
            matches!(item.kind, ItemKind::Word | ItemKind::Mark)
                && self.cues.is_cue(list, self.reading.text, item.tokens.start)
        })
    }

    /// Whether a phrase of one of these cue lists stands at a place.
    pub(super) fn is_any_cue(&self, at: usize, lists: &[&'static str]) -> bool {
        lists.iter().any(|list| self.cue_at(list, at).is_some())
    }

    /// The items that hold exactly these tokens, if they are words and marks only.
    fn items_of(&self, tokens: &TokenRange) -> Option<std::ops::Range<usize>> {
        let start = self
            .items
            .partition_point(|item| item.tokens.end <= tokens.start);
        let end = self
            .items
            .partition_point(|item| item.tokens.start < tokens.end);
        let items = self.items.get(start..end)?;
        let exact = items.first()?.tokens.start == tokens.start
            && items.last()?.tokens.end == tokens.end
            && items
                .iter()
                .all(|item| matches!(item.kind, ItemKind::Word | ItemKind::Mark));
        exact.then_some(start..end)
    }

    /// Whether a new sentence begins here without a full stop before it, as behind a caption:
    /// `Thủ tướng [A] đón [B] Chiều {5/3}, …`.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        let Some(item) = self.items.get(at) else {
            return false;
        };
        let token = item.tokens.start;
        at > 0
            && item.kind == ItemKind::Word
            && self.reading.text.tokens[token].case != Case::Lower
            && self.cue_at("clause.opening", at).is_some()
            && !self.is(at - 1, &["“", "\"", "‘"])
    }

    /// Where the stretch before a place begins that no such mark and no new sentence parts.
    pub(super) fn start_of_stretch(&self, end: usize, marks: &[&str]) -> usize {
        let parts = |&at: &usize| self.is(at, marks) || self.opens_sentence(at);
        let last = (0..end).rev().find(parts);
        last.map_or(0, |at| at + usize::from(!self.opens_sentence(at)))
    }

    /// Skips a closing quotation mark.
    pub(super) fn behind_quote(&self, at: usize) -> usize {
        if self.is(at, &["”", "\"", "’", "'", "»"]) {
            at + 1
        } else {
            at
        }
    }

    /// The place behind a bracket that opens at `at`; `at` itself if none does.
    pub(super) fn behind_bracket(&self, at: usize) -> usize {
        if !self.is(at, &["("]) {
            return at;
        }
        (at + 1..self.items.len())
            .find(|&i| self.is(i, &[")"]))
            .map_or(at, |close| close + 1)
    }
}
