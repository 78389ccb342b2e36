//! The dictionary of a snapshot: every term once, sorted, found by number and by value.

use oxigraph::model::vocab::xsd;
use oxigraph::model::{BlankNode, Literal, NamedNode, NamedNodeRef, Term};

use super::bytes::{Damage, Reader, Writer};

/// What a term is besides its text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Tag {
    /// An IRI.
    Iri,
    /// A blank node.
    Blank,
    /// A literal without language of this datatype.
    Typed(String),
    /// A literal in this language.
    Language(String),
}

impl Tag {
    /// The tag and the text of a term.
    pub(super) fn of(term: Term) -> (Self, String) {
        match term {
            Term::NamedNode(node) => (Self::Iri, node.into_string()),
            Term::BlankNode(node) => (Self::Blank, node.into_string()),
            Term::Literal(literal) => {
                let tag = match literal.language() {
                    Some(language) => Self::Language(language.to_owned()),
                    None => Self::Typed(literal.datatype().as_str().to_owned()),
                };
                let (value, ..) = literal.destruct();
                (tag, value)
            }
        }
    }

    fn term(&self, text: &str) -> Term {
        match self {
            Self::Iri => NamedNode::new_unchecked(text).into(),
            Self::Blank => BlankNode::new_unchecked(text).into(),
            Self::Typed(datatype) if datatype == xsd::STRING.as_str() => {
                Literal::new_simple_literal(text).into()
            }
            Self::Typed(datatype) => {
                let datatype = NamedNodeRef::new_unchecked(datatype);
                Literal::new_typed_literal(text, datatype).into()
            }
            Self::Language(language) => {
                Literal::new_language_tagged_literal_unchecked(text, language).into()
            }
        }
    }
}

/// All terms, sorted by tag and text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    /// The tags in order, each with the number of its first term.
    tags: Vec<(Tag, u32)>,
    /// Where the text of each term ends.
    ends: Vec<u32>,
    text: String,
}

impl Terms {
    /// A dictionary of terms that are sorted and all different.
    pub(super) fn from_sorted<'a>(
        terms: impl Iterator<Item = (&'a Tag, &'a str)>,
    ) -> Result<Self, TooLarge> {
        let mut dictionary = Self::default();
        for (tag, text) in terms {
            if dictionary.tags.last().is_none_or(|(last, _)| last != tag) {
                dictionary.tags.push((tag.clone(), dictionary.len()));
            }
            dictionary.text.push_str(text);
            let end = u32::try_from(dictionary.text.len()).map_err(|_| TooLarge)?;
            dictionary.ends.push(end);
        }
        Ok(dictionary)
    }

    /// Number of terms.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// The term with a number.
    pub(super) fn get(&self, number: u32) -> Option<Term> {
        let text = self.text(number)?;
        let after = self.tags.partition_point(|(_, first)| *first <= number);
        let (tag, _) = self.tags.get(after.checked_sub(1)?)?;
        Some(tag.term(text))
    }

    fn text(&self, number: u32) -> Option<&str> {
        let index = number as usize;
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start as usize..end as usize)
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.number(count(self.tags.len()));
        for (index, (tag, first)) in self.tags.iter().enumerate() {
            let (kind, name) = match tag {
                Tag::Iri => (0, ""),
                Tag::Blank => (1, ""),
                Tag::Typed(datatype) => (2, datatype.as_str()),
                Tag::Language(language) => (3, language.as_str()),
            };
            let following = self
                .tags
                .get(index + 1)
                .map_or(self.len(), |(_, first)| *first);
            out.number(kind);
            out.string(name);
            out.number(following - first);
        }
        out.numbers(self.ends.iter().copied());
        out.string(&self.text);
    }

    pub(super) fn read(input: &mut Reader<'_>) -> Result<Self, Damage> {
        let mut tags = Vec::new();
        let mut first = 0_u32;
        for _ in 0..input.number()? {
            let (kind, name) = (input.number()?, input.string()?.to_owned());
            let tag = match kind {
                0 => Tag::Iri,
                1 => Tag::Blank,
                2 => Tag::Typed(name),
                3 => Tag::Language(name),
                _ => return Err(Damage("unknown kind of term")),
            };
            tags.push((tag, first));
            first = first
                .checked_add(input.number()?)
                .ok_or(Damage("too many terms"))?;
        }
        let ends = input.numbers(first as usize)?;
        let text = input.string()?.to_owned();
        let terms = Self { tags, ends, text };
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
        if ordered && whole {
            Ok(())
        } else {
            Err(Damage("terms overlap"))
        }
    }
}

/// More text than a snapshot can number.
#[derive(Debug)]
pub(super) struct TooLarge;

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
