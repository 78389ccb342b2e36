//! What a check found, in words.

use std::fmt::Write as _;

use oxigraph::model::{NamedOrBlankNode, Term};

use super::report::{Report, Violation};
use super::shapes::{Constraint, Limit};
use crate::rdf::{Iris, PREFIXES};

/// The report for people: one paragraph for each node.
pub fn report_text(report: &Report, iris: &Iris) -> String {
    let name = |iri: &str| short(iri, iris);
    let mut text = String::new();
    let groups = report.violations.chunk_by(|a, b| a.focus == b.focus);
    for group in groups {
        let Some(first) = group.first() else { continue };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", shown(&first.focus, &name));
        for violation in group {
            let _ = writeln!(text, "  {}", line(violation, &name));
        }
        text.push('\n');
    }
    let Report {
        nodes,
        shapes,
        violations,
    } = report;
    let (count, nodes_hit) = (
        violations.len(),
        report
            .violations
            .chunk_by(|a, b| a.focus == b.focus)
            .count(),
    );
    let _ = match count {
        0 => writeln!(text, "conforms: {nodes} nodes, {shapes} shapes"),
        _ => writeln!(
            text,
            "does not conform: {count} violations in {nodes_hit} of {nodes} nodes"
        ),
    };
    text
}

fn line(violation: &Violation, name: &dyn Fn(&str) -> String) -> String {
    let mut text = String::new();
    if let Some(path) = &violation.path {
        let _ = write!(text, "{}: ", path.text(name));
    }
    let words = violation
        .messages
        .iter()
        .find(|message| message.language() == Some("en"))
        .or(violation.messages.first())
        .map_or_else(
            || named(&violation.expected, name),
            |message| message.value().to_owned(),
        );
    text.push_str(&words);
    if let Some(value) = &violation.value {
        let _ = write!(text, "; it is {}", shown(value, name));
    }
    if let NamedOrBlankNode::NamedNode(shape) = &violation.shape {
        let _ = write!(text, " ({})", name(shape.as_str()));
    }
    text
}

/// A term as people read it; long texts are cut.
fn shown(term: &Term, name: &dyn Fn(&str) -> String) -> String {
    const LONGEST: usize = 120;
    let text = match term {
        Term::NamedNode(node) => name(node.as_str()),
        Term::BlankNode(node) => node.to_string(),
        Term::Literal(literal) => named(&literal.to_string(), name),
    };
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// A text with the IRIs in it made short.
fn named(text: &str, name: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        out.push_str(before);
        match behind.split_once('>') {
            Some((iri, after)) if iri.contains(':') && !iri.contains(' ') => {
                out.push_str(&name(iri));
                rest = after;
            }
            _ => {
                out.push('<');
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out
}

/// An IRI with a prefix, or below the base.
fn short(iri: &str, iris: &Iris) -> String {
    if let Some(term) = iris.read_term(iri) {
        return format!("nv:{term}");
    }
    if let Some(below) = iri.strip_prefix(iris.base()) {
        return format!("<{below}>");
    }
    let known = PREFIXES.iter().find_map(|(prefix, start)| {
        let local = iri.strip_prefix(start)?;
        Some(format!("{prefix}:{local}"))
    });
    let shacl = iri.strip_prefix("http://www.w3.org/ns/shacl#");
    known
        .or_else(|| shacl.map(|local| format!("sh:{local}")))
        .unwrap_or_else(|| format!("<{iri}>"))
}

/// What a constraint asks for.
pub(super) fn expected(constraint: &Constraint) -> String {
    let all = |terms: &[Term]| -> String {
        let terms: Vec<String> = terms.iter().map(ToString::to_string).collect();
        terms.join(", ")
    };
    match constraint {
        Constraint::Class(class) => format!("must be a {class}"),
        Constraint::Datatype(datatype) => format!("must be a well-formed {datatype}"),
        Constraint::NodeKind(kind) => format!("must be of kind sh:{}", kind.name),
        Constraint::MinCount(1) => "is missing".to_owned(),
        Constraint::MinCount(least) => format!("needs at least {least} values"),
        Constraint::MaxCount(most) => format!("may have at most {most} values"),
        Constraint::Limit(limit, bound) => {
            let limit = match limit {
                Limit::MinInclusive => "at least",
                Limit::MinExclusive => "more than",
                Limit::MaxInclusive => "at most",
                Limit::MaxExclusive => "less than",
            };
            format!("must be {limit} {}", bound.value())
        }
        Constraint::MinLength(least) => format!("must have at least {least} characters"),
        Constraint::MaxLength(most) => format!("may have at most {most} characters"),
        Constraint::Pattern { source, .. } => format!("must match the pattern {source}"),
        Constraint::LanguageIn(tags) => format!("must be in the language {}", tags.join(" or ")),
        Constraint::UniqueLang => "has two values in one language".to_owned(),
        Constraint::In(terms) => format!("must be one of {}", all(terms)),
        Constraint::HasValue(value) => format!("must have the value {value}"),
        Constraint::Equals(property) => format!("must have the values of {property}"),
        Constraint::Disjoint(property) => format!("may not share a value with {property}"),
        Constraint::LessThan(property) => format!("must be less than {property}"),
        Constraint::LessThanOrEquals(property) => format!("may not be more than {property}"),
        Constraint::Property(_) => "must be as the shape it refers to".to_owned(),
        Constraint::Node(_, words) | Constraint::And(_, words) | Constraint::Or(_, words) => {
            format!("must be {words}")
        }
        Constraint::Not(_, words) => format!("may not be {words}"),
        Constraint::Xone(_, words) => format!("must be exactly one of {words}"),
        Constraint::Closed(_) => "has a property that a closed shape does not allow".to_owned(),
    }
}
