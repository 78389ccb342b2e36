//! Rows of a table as quads of words, in few steps where rows that follow each other are alike.

use std::hint::black_box;

use oxigraph::model::{GraphNameRef, NamedNodeRef, NamedOrBlankNodeRef, QuadRef, TermRef};

use super::rows::{DEFAULT_GRAPH, Row};
use super::table::Table;

/// Reads rows, and remembers the words of the last one.
#[derive(Clone)]
pub(super) struct Decoder<'a> {
    table: &'a Table,
    graph: (u32, GraphNameRef<'a>),
    subject: Option<(u32, NamedOrBlankNodeRef<'a>)>,
    predicate: Option<(u32, NamedNodeRef<'a>)>,
}

impl<'a> Decoder<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        Self {
            table,
            graph: (DEFAULT_GRAPH, GraphNameRef::DefaultGraph),
            subject: None,
            predicate: None,
        }
    }

    /// The quad of a row.
    pub(super) fn quad(
        &mut self,
        &[graph, subject, predicate, object]: &Row,
    ) -> Option<QuadRef<'a>> {
        if self.graph.0 != graph {
            let name = match graph {
                DEFAULT_GRAPH => GraphNameRef::DefaultGraph,
                graph => self.table.node(graph)?.into(),
            };
            self.graph = (graph, name);
        }
        let subject = match self.subject {
            Some((known, node)) if known == subject => node,
            _ => self.subject.insert((subject, self.table.node(subject)?)).1,
        };
        let predicate = match self.predicate {
            Some((known, node)) if known == predicate => node,
            _ => match self.table.terms().get(predicate)? {
                TermRef::NamedNode(node) => self.predicate.insert((predicate, node)).1,
                _ => return None,
            },
        };
        let object = self.table.terms().get(object)?;
        Some(QuadRef::new(subject, predicate, object, self.graph.1))
    }
}

impl Table {
    /// Reads the first and the last letter of all that these subjects have before it is asked for: memory
    /// answers many questions together far sooner than one after the other.
    pub(super) fn bring_near(&self, subjects: impl Iterator<Item = u32>) {
        let found = subjects.map(|subject| self.find([None, Some(subject), None, None]));
        let objects: Vec<u32> = found.flatten().map(|[.., object]| object).collect();
        let places: Vec<[usize; 2]> = objects.iter().map(|o| self.terms().ends(*o)).collect();
        let letters = places.iter().map(|ends| self.terms().letters(*ends));
        black_box(letters.fold(0, |all, letters| all ^ letters));
    }
}
