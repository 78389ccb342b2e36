//! What a look at all statements has found already, by the numbers of terms.

use oxigraph::model::TermRef;
use rustc_hash::FxHashSet;

use super::bits::Bits;
use crate::store::Numbers;

/// What was found, by the numbers of terms.
#[derive(Default)]
pub(super) struct Numbered {
    subjects: Bits,
    /// Those that are no part of an article, whatever graph speaks of them.
    wholes: Bits,
    /// Objects but literals.
    objects: Bits,
    /// Properties with what kinds of objects they have.
    properties: FxHashSet<(u32, u16)>,
    last: Option<Numbers>,
}

impl Numbered {
    /// Whether a quad cannot tell anything new.
    pub(super) fn knows(&self, numbers: &Numbers) -> bool {
        let here = self.last.filter(|last| last.graph == numbers.graph);
        here.is_some_and(|last| {
            (last.subject == numbers.subject || self.wholes.contains(numbers.subject))
                && (numbers.is_text || self.objects.contains(numbers.object))
                && self.properties.contains(&(numbers.predicate, numbers.kind))
        })
    }

    pub(super) fn note(&mut self, object: TermRef<'_>, numbers: Numbers) {
        if !matches!(object, TermRef::Literal(_)) {
            self.objects.insert(numbers.object);
        }
        self.properties.insert((numbers.predicate, numbers.kind));
        self.last = Some(numbers);
    }

    /// Notes a subject that is no part of the article at hand.
    pub(super) fn note_subject(&mut self, subject: u32, iri: &str) {
        self.subjects.insert(subject);
        if !iri.contains('#') {
            self.wholes.insert(subject);
        }
    }

    pub(super) fn add_subjects(&mut self, other: &Self) {
        self.subjects.add(&other.subjects);
    }

    pub(super) fn subjects(&self) -> impl Iterator<Item = u32> {
        self.subjects.iter()
    }
}
