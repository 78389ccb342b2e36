//! The quads of one graph while they are being written, and the literals they use.

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{GraphName, Literal, NamedNode, Quad, Term};

use super::Iris;
use super::vocabulary::{edtf, nv};
use crate::model::{Edtf, EdtfDate};

/// A graph being written.
pub(super) struct Sheet<'a> {
    pub(super) iris: &'a Iris,
    graph: GraphName,
    quads: Vec<Quad>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(iris: &'a Iris, graph: NamedNode) -> Self {
        Self {
            iris,
            graph: graph.into(),
            quads: Vec::new(),
        }
    }

    pub(super) fn add(
        &mut self,
        subject: &NamedNode,
        predicate: impl Into<NamedNode>,
        object: impl Into<Term>,
    ) {
        self.quads.push(Quad::new(
            subject.clone(),
            predicate,
            object,
            self.graph.clone(),
        ));
    }

    /// Adds a property of the vocabulary.
    pub(super) fn add_term(&mut self, subject: &NamedNode, name: &str, object: impl Into<Term>) {
        self.add(subject, self.iris.term(name), object);
    }

    pub(super) fn add_type(&mut self, subject: &NamedNode, class: impl Into<NamedNode>) {
        self.add(subject, rdf::TYPE, class.into());
    }

    /// Adds the time that something speaks of.
    pub(super) fn add_time(&mut self, subject: &NamedNode, time: Edtf) {
        self.add_term(subject, nv::TIME, date(&time));
        self.add_limits(subject, time);
    }

    /// Adds the first and the last day of a time.
    pub(super) fn add_limits(&mut self, subject: &NamedNode, time: Edtf) {
        let limits = [
            (nv::BEGIN, time.start().first_day()),
            (nv::END, time.end().and_then(EdtfDate::last_day)),
        ];
        for (name, day) in limits {
            if let Some(day) = day {
                let day = Literal::new_typed_literal(day.to_string(), xsd::DATE);
                self.add_term(subject, name, day);
            }
        }
    }

    pub(super) fn into_quads(self) -> Vec<Quad> {
        self.quads
    }
}

/// An EDTF value.
pub(super) fn date(time: &impl ToString) -> Literal {
    Literal::new_typed_literal(time.to_string(), edtf::EDTF)
}

/// Words in Vietnamese.
pub(super) fn words(text: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(text, "vi")
}

/// A plain number, exact where `xsd:decimal` of 18 digits on each side can hold it.
pub(super) fn number(value: f64) -> Literal {
    // Decimals know no negative zero.
    let value = value + 0.0;
    let digits = value.to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    if value.is_finite() && whole.len() <= 18 && fraction.len() <= 18 {
        Literal::new_typed_literal(digits, xsd::DECIMAL)
    } else {
        Literal::from(value)
    }
}

/// A count of code points.
pub(super) fn offset(place: u32) -> Literal {
    Literal::new_typed_literal(place.to_string(), xsd::INTEGER)
}

/// `xsd:date` where a date is known to the day, else EDTF.
pub(super) fn day_or_date(date: EdtfDate) -> Literal {
    if date.year.is_some() && date.day.is_some() {
        Literal::new_typed_literal(date.to_string(), xsd::DATE)
    } else {
        self::date(&date)
    }
}
