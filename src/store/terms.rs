//! The dictionary of a store in memory: every term once, found by number and by value.

use std::cmp::Ordering;
use std::hash::BuildHasher;
use std::io::Write;

use hashbrown::HashTable;
use oxigraph::model::vocab::xsd;
use oxigraph::model::{BlankNodeRef, LiteralRef, NamedNodeRef, Term, TermRef};
use rustc_hash::FxBuildHasher;
use spareval::ExpressionTerm;

use super::bytes::{Damage, Reader, Writer};
use super::order::sorted_texts;

/// What a term is besides its text, in the order of a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Iri,
    Blank,
    /// A literal without language.
    Typed,
    /// A literal in a language.
    Language,
}

/// A kind with the name of the datatype or language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Tag {
    kind: Kind,
    name: String,
    is_string: bool,
}

impl Tag {
    fn new(kind: Kind, name: String) -> Self {
        Self {
            kind,
            is_string: kind == Kind::Typed && name == xsd::STRING.as_str(),
            name,
        }
    }
}

/// All terms, numbered.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    tags: Vec<Tag>,
    /// The tag of each term.
    tag_of: Vec<u16>,
    /// Where the text of each term ends.
    ends: Vec<u32>,
    text: String,
    /// The numbers by value. Empty while the terms are sorted and looked up by halving.
    index: HashTable<Slot>,
}

/// A number beside the hash of its term, so that growing looks at no text again.
#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u32,
    number: u32,
}

/// Terms in the order of a snapshot.
pub(super) struct Sorted<'a> {
    /// The numbers of each tag.
    tags: Vec<(&'a Tag, Vec<u32>)>,
}

/// More terms or text than a snapshot can number.
#[derive(Debug)]
pub(super) struct TooLarge;

impl Terms {
    /// Number of terms.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The term with a number.
    pub(super) fn get(&self, number: u32) -> Option<TermRef<'_>> {
        let tag = self
            .tags
            .get(usize::from(*self.tag_of.get(number as usize)?))?;
        let text = self.text(number);
        Some(match tag.kind {
            Kind::Iri => NamedNodeRef::new_unchecked(text).into(),
            Kind::Blank => BlankNodeRef::new_unchecked(text).into(),
            Kind::Typed if tag.is_string => LiteralRef::new_simple_literal(text).into(),
            Kind::Typed => {
                let datatype = NamedNodeRef::new_unchecked(&tag.name);
                LiteralRef::new_typed_literal(text, datatype).into()
            }
            Kind::Language => {
                LiteralRef::new_language_tagged_literal_unchecked(text, &tag.name).into()
            }
        })
    }

    /// What a term is besides its text, as a number, and whether it is a text without a datatype of its own.
    pub(super) fn kind(&self, number: u32) -> Option<(u16, bool)> {
        let tag = *self.tag_of.get(number as usize)?;
        let kind = self.tags.get(usize::from(tag))?;
        Some((tag, kind.is_string || kind.kind == Kind::Language))
    }

    /// The number of a term, if it is there.
    pub(super) fn find(&self, term: TermRef<'_>) -> Option<u32> {
        if let Some(canonical) = canonical(term) {
            return self.find_canonical(canonical.as_ref());
        }
        self.find_canonical(term)
    }

    /// The number of a term, which is added if it is not there.
    pub(super) fn intern(&mut self, term: TermRef<'_>) -> Result<u32, TooLarge> {
        if let Some(canonical) = canonical(term) {
            return self.intern_canonical(canonical.as_ref());
        }
        self.intern_canonical(term)
    }

    fn find_canonical(&self, term: TermRef<'_>) -> Option<u32> {
        let (kind, name, text) = parts(term);
        let tag = self.tag(kind, name)?;
        if self.index.is_empty() {
            return self.find_sorted(tag, text);
        }
        self.find_hashed(hash(tag, text), tag, text)
    }

    fn find_hashed(&self, hash: u32, tag: u16, text: &str) -> Option<u32> {
        let is_it = |slot: &Slot| slot.hash == hash && self.is(slot.number, tag, text);
        self.index.find(spread(hash), is_it).map(|slot| slot.number)
    }

    fn find_sorted(&self, tag: u16, text: &str) -> Option<u32> {
        let first = self.tag_of.partition_point(|other| *other < tag);
        let mut numbers = first..self.tag_of.partition_point(|other| *other <= tag);
        while !numbers.is_empty() {
            let middle = numbers.start.midpoint(numbers.end);
            let number = u32::try_from(middle).ok()?;
            match self.text(number).cmp(text) {
                Ordering::Equal => return Some(number),
                Ordering::Less => numbers.start = middle + 1,
                Ordering::Greater => numbers.end = middle,
            }
        }
        None
    }

    fn intern_canonical(&mut self, term: TermRef<'_>) -> Result<u32, TooLarge> {
        let (kind, name, text) = parts(term);
        let tag = match self.tag(kind, name) {
            Some(tag) => tag,
            None => {
                let name = name.to_owned();
                self.tags.push(Tag::new(kind, name));
                u16::try_from(self.tags.len() - 1).map_err(|_| TooLarge)?
            }
        };
        if self.index.is_empty() {
            self.index_all();
        }
        let hash = hash(tag, text);
        if let Some(number) = self.find_hashed(hash, tag, text) {
            return Ok(number);
        }
        let number = self.push(tag, text)?;
        self.note(hash, number);
        Ok(number)
    }

    fn push(&mut self, tag: u16, text: &str) -> Result<u32, TooLarge> {
        let number = u32::try_from(self.ends.len()).map_err(|_| TooLarge)?;
        let end = u32::try_from(self.text.len() + text.len()).map_err(|_| TooLarge)?;
        // The last number stands for the default graph.
        if number == u32::MAX {
            return Err(TooLarge);
        }
        self.text.push_str(text);
        self.ends.push(end);
        self.tag_of.push(tag);
        Ok(number)
    }

    fn index_all(&mut self) {
        let all = self.ends.len();
        self.index.reserve(all, |slot| spread(slot.hash));
        for number in (0_u32..).take(all) {
            let tag = self.tag_of.get(number as usize).copied();
            let hash = hash(tag.unwrap_or_default(), self.text(number));
            self.note(hash, number);
        }
    }

    fn note(&mut self, hash: u32, number: u32) {
        let slot = Slot { hash, number };
        let grow = |slot: &Slot| spread(slot.hash);
        self.index.insert_unique(spread(hash), slot, grow);
    }

    fn tag(&self, kind: Kind, name: &str) -> Option<u16> {
        let is_it = |tag: &Tag| tag.kind == kind && tag.name == name;
        u16::try_from(self.tags.iter().position(is_it)?).ok()
    }

    fn is(&self, number: u32, tag: u16, text: &str) -> bool {
        self.tag_of.get(number as usize) == Some(&tag) && self.text(number) == text
    }

    fn text(&self, number: u32) -> &str {
        let [start, end] = self.ends(number);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Where the text of a term lies.
    pub(super) fn ends(&self, number: u32) -> [usize; 2] {
        let index = number as usize;
        let start = index
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let ends = [start, self.ends.get(index)];
        ends.map(|end| end.copied().unwrap_or(0) as usize)
    }

    /// The first and the last byte of a text, in one.
    pub(super) fn letters(&self, [start, end]: [usize; 2]) -> u8 {
        let byte = |place: usize| self.text.as_bytes().get(place).copied();
        byte(start).unwrap_or(0) ^ byte(end.saturating_sub(1)).unwrap_or(0)
    }

    /// The terms of these numbers in the order of a snapshot, and where each number goes.
    pub(super) fn sorted(&self, used: &[bool]) -> (Sorted<'_>, Vec<u32>) {
        let mut tags: Vec<(&Tag, u16)> = self.tags.iter().zip(0..).collect();
        tags.sort_unstable();
        let mut sorted = Sorted { tags: Vec::new() };
        let mut places = 0_u32..;
        let mut place = vec![0; self.len()];
        let mut by_tag: Vec<Vec<u32>> = vec![Vec::new(); tags.len()];
        for ((number, tag), used) in (0_u32..).zip(&self.tag_of).zip(used) {
            if *used && let Some(numbers) = by_tag.get_mut(usize::from(*tag)) {
                numbers.push(number);
            }
        }
        for (tag, old) in tags {
            let numbers = std::mem::take(&mut by_tag[usize::from(old)]);
            if numbers.is_empty() {
                continue;
            }
            let numbers = sorted_texts(numbers, |number| self.text(number).as_bytes());
            for (number, new) in numbers.iter().zip(&mut places) {
                place[*number as usize] = new;
            }
            sorted.tags.push((tag, numbers));
        }
        (sorted, place)
    }

    /// How many terms from the first on are IRIs, and how many IRIs or blank nodes; of sorted terms.
    pub(super) fn nodes(&self) -> (u32, u32) {
        let below = |kind: Kind| {
            let after = |tag: &u16| {
                self.tags
                    .get(usize::from(*tag))
                    .is_some_and(|t| t.kind < kind)
            };
            u32::try_from(self.tag_of.partition_point(after)).unwrap_or(u32::MAX)
        };
        (below(Kind::Blank), below(Kind::Typed))
    }

    /// Writes terms in this order.
    pub(super) fn write(&self, sorted: &Sorted<'_>, out: &mut Writer<impl Write>) {
        out.number(count(sorted.tags.len()));
        for (tag, numbers) in &sorted.tags {
            out.number(match tag.kind {
                Kind::Iri => 0,
                Kind::Blank => 1,
                Kind::Typed => 2,
                Kind::Language => 3,
            });
            out.string(&tag.name);
            out.number(count(numbers.len()));
        }
        let numbers = || sorted.tags.iter().flat_map(|(_, numbers)| numbers);
        let texts = || numbers().map(|number| self.text(*number));
        let mut end = 0;
        out.numbers(texts().map(|text| {
            end += count(text.len());
            end
        }));
        out.number(end);
        texts().for_each(|text| out.bytes(text.as_bytes()));
    }

    pub(super) fn read(input: &mut Reader<'_>) -> Result<Self, Damage> {
        let mut terms = Self::default();
        let mut counts = Vec::new();
        let mut total = 0_u32;
        for _ in 0..input.number()? {
            let (kind, name) = (input.number()?, input.string()?.to_owned());
            let kind = match kind {
                0 => Kind::Iri,
                1 => Kind::Blank,
                2 => Kind::Typed,
                3 => Kind::Language,
                _ => return Err(Damage("unknown kind of term")),
            };
            terms.tags.push(Tag::new(kind, name));
            let count = input.number()?;
            total = total.checked_add(count).ok_or(Damage("too many terms"))?;
            counts.push(count as usize);
        }
        terms.ends = input.numbers(total as usize)?;
        terms.text = input.string()?.to_owned();
        for (count, tag) in counts.into_iter().zip(0_u16..) {
            terms.tag_of.resize(terms.tag_of.len() + count, tag);
        }
        terms.check()?;
        Ok(terms)
    }

    fn check(&self) -> Result<(), Damage> {
        let last = self.ends.last().copied().unwrap_or(0);
        let ordered = self.ends.is_sorted() && last as usize == self.text.len();
        let whole = self
            .ends
            .iter()
            .all(|&end| self.text.is_char_boundary(end as usize));
        let sorted = self.tags.windows(2).all(|pair| pair[0] < pair[1]);
        if ordered && whole && sorted && self.tag_of.len() == self.ends.len() {
            Ok(())
        } else {
            Err(Damage("terms overlap"))
        }
    }
}

/// Kind, datatype or language, and text of a term.
fn parts(term: TermRef<'_>) -> (Kind, &str, &str) {
    match term {
        TermRef::NamedNode(node) => (Kind::Iri, "", node.as_str()),
        TermRef::BlankNode(node) => (Kind::Blank, "", node.as_str()),
        TermRef::Literal(literal) => match literal.language() {
            Some(language) => (Kind::Language, language, literal.value()),
            None => (Kind::Typed, literal.datatype().as_str(), literal.value()),
        },
    }
}

/// The literal as oxigraph keeps it, so that both backends hold the same: `05` is the number 5.
fn canonical(term: TermRef<'_>) -> Option<Term> {
    let TermRef::Literal(literal) = term else {
        return None;
    };
    let datatype = literal.datatype();
    let is_value = literal.language().is_none()
        && datatype != xsd::STRING
        && datatype
            .as_str()
            .starts_with("http://www.w3.org/2001/XMLSchema#");
    is_value.then(|| ExpressionTerm::from(Term::from(literal.into_owned())).into())
}

fn hash(tag: u16, text: &str) -> u32 {
    let hash = FxBuildHasher.hash_one((tag, text));
    (hash ^ (hash >> 32)) as u32
}

/// A table takes the place from the low bits and a tag from the highest.
fn spread(hash: u32) -> u64 {
    (u64::from(hash) << 32) | u64::from(hash)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
