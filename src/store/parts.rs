//! All quads of a store, looked at on all threads.

use oxigraph::model::{NamedOrBlankNodeRef, QuadRef};
use oxigraph::store::StorageError;
use rayon::prelude::*;

use super::Statements;
use super::decoder::Decoder;
use super::rows::Row;
use super::table::Table;

/// Parts in which all quads are looked at, and quads that are not worth a part of their own.
const PARTS: usize = 8;
const FEW: usize = 4_096;

/// The numbers of the terms of a quad, where a store has numbers for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// Of its graph.
    pub graph: u32,
    /// Of its subject.
    pub subject: u32,
    /// Of its predicate.
    pub predicate: u32,
    /// Of its object.
    pub object: u32,
    /// What the object is: an IRI, a literal of one datatype, a literal in one language.
    pub kind: u16,
    /// Whether the object is a text without a datatype of its own.
    pub is_text: bool,
}

impl Numbers {
    fn of(&[graph, subject, predicate, object]: &Row, table: &Table) -> Option<Self> {
        let (kind, is_text) = table.terms().kind(object)?;
        Some(Self {
            graph,
            subject,
            predicate,
            object,
            kind,
            is_text,
        })
    }
}

impl Statements {
    /// The node with this number; none where the terms have no numbers.
    pub fn node(&self, number: u32) -> Option<NamedOrBlankNodeRef<'_>> {
        self.table()?.node(number)
    }

    /// Prepares for what will be asked of the subjects with these numbers.
    pub fn bring_near(&self, subjects: impl Iterator<Item = u32>) {
        if let Some(table) = self.table() {
            table.bring_near(subjects);
        }
    }

    /// Looks at each quad where it lies, at some on each thread; gives what was found in each part. Waiting for
    /// the words of terms is most of the work, so a quad whose numbers say all there is to know is not read.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn in_parts<T: Send>(
        &self,
        empty: impl Fn() -> T + Sync,
        knows: impl Fn(&T, &Numbers) -> bool + Sync,
        look: impl Fn(&mut T, Option<Numbers>, QuadRef<'_>) + Sync,
    ) -> Result<Vec<T>, StorageError> {
        let Some(table) = self.table() else {
            let mut found = empty();
            self.each_quad(|quad| look(&mut found, None, quad))?;
            return Ok(vec![found]);
        };
        let rows = table.rows();
        let part = rows.len().div_ceil(PARTS).max(FEW);
        let parts = rows.par_chunks(part).map(|rows| {
            let (mut found, mut decoder) = (empty(), Decoder::new(table));
            for row in rows {
                let numbers = Numbers::of(row, table);
                if numbers.is_some_and(|numbers| knows(&found, &numbers)) {
                    continue;
                }
                if let Some(quad) = decoder.quad(row) {
                    look(&mut found, numbers, quad);
                }
            }
            found
        });
        Ok(parts.collect())
    }
}
