//! Short forms of IRIs: a prefix with a local name, or the path below the base.

use std::collections::BTreeSet;

use crate::rdf::{Iris, PREFIXES};

/// How an IRI is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Short<'i> {
    /// A prefix and a local name that needs no escapes.
    Prefixed(&'static str, &'i str),
    /// Below the base.
    Relative(&'i str),
    /// In full.
    Full(&'i str),
}

/// The prefixes and the base of one output.
#[derive(Debug, Clone)]
pub(super) struct Compact {
    base: String,
    prefixes: Vec<(&'static str, String)>,
    used: BTreeSet<&'static str>,
    relative: bool,
    /// Prefixes that are also the scheme of an IRI (`geo:21,105`) or one of our own terms (`time`).
    ambiguous: BTreeSet<&'static str>,
    /// Whether nothing but our own terms can have a prefix below the base.
    own_base: bool,
}

impl Compact {
    pub(super) fn new(iris: &Iris) -> Self {
        let own = ("nv", format!("{}ontology#", iris.base()));
        let others = PREFIXES
            .iter()
            .map(|(name, iri)| (*name, (*iri).to_owned()));
        let mut prefixes: Vec<_> = others.chain([own]).collect();
        prefixes.sort();
        let below = |(name, iri): &(&str, String)| *name != "nv" && iri.starts_with(iris.base());
        Self {
            base: iris.base().to_owned(),
            own_base: !prefixes.iter().any(below),
            prefixes,
            used: BTreeSet::new(),
            relative: false,
            ambiguous: BTreeSet::new(),
        }
    }

    /// Notes an IRI that will be written, so that its prefix is declared.
    pub(super) fn note(&mut self, iri: &str) {
        let below = iri.strip_prefix(self.base.as_str());
        let is_term = below.is_some_and(|below| below.starts_with("ontology#"));
        if self.relative && self.own_base && below.is_some() && !is_term {
            // Things are many, and one of them is like the other: below the base or in full.
            return;
        }
        let alike = match self.shorten(iri) {
            Short::Prefixed("nv", local) => {
                self.used.insert("nv");
                local
            }
            Short::Prefixed(prefix, _) => {
                self.used.insert(prefix);
                return;
            }
            Short::Relative(_) => {
                self.relative = true;
                return;
            }
            Short::Full(iri) => iri.split_once(':').map_or("", |(scheme, _)| scheme),
        };
        let prefix = self.prefixes.iter().find(|(name, _)| *name == alike);
        self.ambiguous.extend(prefix.map(|(name, _)| *name));
    }

    /// Notes what another one of the same base has noted.
    pub(super) fn add(&mut self, other: Self) {
        self.used.extend(other.used);
        self.relative |= other.relative;
        self.ambiguous.extend(other.ambiguous);
    }

    /// The prefixes in use, by name.
    pub(super) fn prefixes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let used = self
            .prefixes
            .iter()
            .filter(|(name, _)| self.used.contains(name));
        used.map(|(name, iri)| (*name, iri.as_str()))
    }

    /// The base, if anything is written below it.
    pub(super) fn base(&self) -> Option<&str> {
        self.relative.then_some(self.base.as_str())
    }

    /// Whether a prefix means something else too where prefixes, schemes and terms stand alike.
    pub(super) fn is_ambiguous(&self, prefix: &str) -> bool {
        self.ambiguous.contains(prefix)
    }

    /// The short form of an IRI.
    pub(super) fn shorten<'i>(&self, iri: &'i str) -> Short<'i> {
        let below = iri.strip_prefix(self.base.as_str());
        if let Some(below) = below.filter(|_| self.own_base) {
            return match below.strip_prefix("ontology#") {
                Some(local) if is_plain_local(local) => Short::Prefixed("nv", local),
                _ => relative(below).map_or(Short::Full(iri), Short::Relative),
            };
        }
        let prefixed = self.prefixes.iter().find_map(|(name, start)| {
            let local = iri.strip_prefix(start.as_str())?;
            is_plain_local(local).then_some(Short::Prefixed(name, local))
        });
        let relative = || below.and_then(relative).map(Short::Relative);
        prefixed.or_else(relative).unwrap_or(Short::Full(iri))
    }
}

/// The IRI without the base, where that reads back as the same IRI.
fn relative(below: &str) -> Option<&str> {
    let safe = below.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !below.bytes().fold(false, |any, byte| any | (byte == b':'))
        && !has_dots(below);
    safe.then_some(below)
}

/// Whether a path has segments that resolving takes away.
fn has_dots(path: &str) -> bool {
    if !path.bytes().fold(false, |any, byte| any | (byte == b'.')) {
        return false;
    }
    let path = path.split(['#', '?']).next().unwrap_or(path);
    path.split('/')
        .any(|segment| segment == "." || segment == "..")
}

fn is_plain_local(local: &str) -> bool {
    local.starts_with(|c: char| c.is_ascii_alphabetic())
        && local
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_have_prefixes_and_things_are_below_the_base() {
        let compact = Compact::new(&Iris::default());
        let short = |iri: &'static str| compact.shorten(iri);
        assert_eq!(
            short("https://w3id.org/ngoaivu/ontology#visits"),
            Short::Prefixed("nv", "visits")
        );
        assert_eq!(
            short("https://w3id.org/ngoaivu/id/country/la"),
            Short::Relative("id/country/la")
        );
        for full in [
            "https://w3id.org/ngoaivu/../x",
            "https://w3id.org/ngoaivu/a:b",
            "https://w3id.org/ngoaivu/",
            "http://www.w3.org/ns/org#",
            "http://www.w3.org/ns/org#é",
        ] {
            assert_eq!(short(full), Short::Full(full));
        }
    }

    #[test]
    fn a_base_that_holds_other_vocabularies_leaves_them_their_prefixes() {
        let compact = Compact::new(&Iris::new("http://www.w3.org/").unwrap());
        assert_eq!(
            compact.shorten("http://www.w3.org/ns/org#member"),
            Short::Prefixed("org", "member")
        );
        assert_eq!(
            compact.shorten("http://www.w3.org/id/x"),
            Short::Relative("id/x")
        );
    }

    #[test]
    fn what_looks_like_a_prefix_is_known() {
        let mut compact = Compact::new(&Iris::default());
        compact.note("geo:21.0,105.8");
        compact.note("urn:x");
        compact.note("https://w3id.org/ngoaivu/ontology#time");
        assert!(compact.is_ambiguous("geo") && compact.is_ambiguous("time"));
        assert!(!compact.is_ambiguous("org"));
    }
}
