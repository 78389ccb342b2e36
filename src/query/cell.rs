//! What a term looks like in a table for people.

use oxigraph::model::vocab::xsd;
use oxigraph::model::{LiteralRef, NamedNodeRef, TermRef};

use super::run::{QueryError, Rows};
use crate::rdf::{Iris, PREFIXES};

/// The cells of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cells {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<String>>,
}

/// A column's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) name: String,
    /// Whether all its cells are numbers, which stand at the right.
    pub(super) numeric: bool,
}

impl Cells {
    /// Reads all rows.
    pub(super) fn read(rows: Rows, iris: &Iris) -> Result<Self, QueryError> {
        let names = rows.columns().to_vec();
        let mut numeric = vec![true; names.len()];
        let mut cells = Vec::new();
        for row in rows {
            let row = row?;
            let terms = row.values().iter().zip(&mut numeric);
            cells.push(
                terms
                    .map(|(term, numeric)| {
                        let Some(term) = term else {
                            return String::new();
                        };
                        *numeric &= is_number(term.as_ref());
                        cell(term.as_ref(), iris)
                    })
                    .collect(),
            );
        }
        let columns = names.into_iter().zip(numeric);
        Ok(Self {
            columns: columns
                .map(|(name, numeric)| Column { name, numeric })
                .collect(),
            rows: cells,
        })
    }
}

pub(super) fn is_number(term: TermRef<'_>) -> bool {
    let TermRef::Literal(literal) = term else {
        return false;
    };
    let datatype = literal.datatype();
    [xsd::INTEGER, xsd::DECIMAL, xsd::DOUBLE, xsd::FLOAT].contains(&datatype)
}

fn cell(term: TermRef<'_>, iris: &Iris) -> String {
    match term {
        TermRef::NamedNode(node) => one_line(&short_iri(node, iris)),
        TermRef::Literal(literal) => one_line(&literal_text(literal)),
        other => one_line(&other.to_string()),
    }
}

fn literal_text(literal: LiteralRef<'_>) -> String {
    let text = literal.value();
    if is_number(literal.into()) {
        let plain = text
            .parse()
            .map_or_else(|_| text.to_owned(), |value: f64| value.to_string());
        // A number that a double cannot hold is better long than wrong.
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        return if digits <= 15 { plain } else { text.to_owned() };
    }
    text.to_owned()
}

/// An entity as `TYPE/SLUG`, an article as `article/ID`, a term with its prefix, others in full.
fn short_iri(node: NamedNodeRef<'_>, iris: &Iris) -> String {
    let iri = node.as_str();
    if let Some(below) = iri.strip_prefix(iris.base()) {
        return match below.strip_prefix("ontology#") {
            Some(term) => format!("nv:{term}"),
            None => below.strip_prefix("id/").unwrap_or(below).to_owned(),
        };
    }
    PREFIXES
        .iter()
        .find_map(|(prefix, start)| Some(format!("{prefix}:{}", iri.strip_prefix(start)?)))
        .unwrap_or_else(|| iri.to_owned())
}

/// Without line breaks, and without the control characters by which a text could steer a terminal.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        if c.is_whitespace() {
            space = !line.is_empty();
        } else if !is_unsafe(c) {
            if space {
                line.push(' ');
                space = false;
            }
            line.push(c);
        }
    }
    line
}

/// Control characters, and marks that turn the direction of what follows.
fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use oxigraph::model::{Literal, NamedNode};

    use super::*;

    fn shown(term: TermRef<'_>) -> String {
        cell(term, &Iris::default())
    }

    #[test]
    fn numbers_are_plain() {
        let decimal = |text: &str| Literal::new_typed_literal(text, xsd::DECIMAL);
        assert_eq!(shown((&decimal("119.0")).into()), "119");
        assert_eq!(shown((&decimal("60280000000.0")).into()), "60280000000");
        assert_eq!(shown((&decimal("20.3")).into()), "20.3");
        let long = "123456789012345678901.5";
        assert_eq!(shown((&decimal(long)).into()), long);
    }

    #[test]
    fn iris_are_short() {
        let short = |iri: &str| shown((&NamedNode::new(iri).unwrap()).into());
        assert_eq!(
            short("https://w3id.org/ngoaivu/id/country/jp"),
            "country/jp"
        );
        assert_eq!(
            short("https://w3id.org/ngoaivu/article/a#char=1,2"),
            "article/a#char=1,2"
        );
        assert_eq!(
            short("https://w3id.org/ngoaivu/ontology#visits"),
            "nv:visits"
        );
        assert_eq!(short("http://www.w3.org/ns/org#member"), "org:member");
        assert_eq!(short("http://example.org/x"), "http://example.org/x");
    }

    #[test]
    fn texts_cannot_steer_the_terminal() {
        let literal = Literal::new_simple_literal(" a\u{1b}[31m\n\tb\u{202e}c ");
        assert_eq!(shown((&literal).into()), "a[31m bc");
    }
}
