//! Terms of a shapes graph: what they are, and the lists they head.

use oxigraph::model::vocab::{rdf, rdfs, xsd};
use oxigraph::model::{Graph, LiteralRef, NamedNode, NamedOrBlankNodeRef, TermRef};

/// The namespace of SHACL.
pub(super) const SH: &str = "http://www.w3.org/ns/shacl#";

/// A term of SHACL.
pub(super) fn sh(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{SH}{name}"))
}

pub(super) fn named(term: TermRef<'_>) -> Option<NamedNode> {
    match term {
        TermRef::NamedNode(node) => Some(node.into_owned()),
        _ => None,
    }
}

pub(super) fn literal(term: TermRef<'_>) -> Option<LiteralRef<'_>> {
    match term {
        TermRef::Literal(literal) => Some(literal),
        _ => None,
    }
}

pub(super) fn count(term: TermRef<'_>) -> Option<usize> {
    let literal = literal(term).filter(|literal| literal.datatype() == xsd::INTEGER)?;
    literal.value().parse().ok()
}

pub(super) fn truth(term: TermRef<'_>) -> Option<bool> {
    let literal = literal(term).filter(|literal| literal.datatype() == xsd::BOOLEAN)?;
    match literal.value() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// The members of an RDF list.
pub(super) fn list<'g>(graph: &'g Graph, head: TermRef<'g>) -> Option<Vec<TermRef<'g>>> {
    let mut members = Vec::new();
    let mut rest = head;
    while rest != TermRef::NamedNode(rdf::NIL) {
        let node = subject_of(rest)?;
        members.push(graph.object_for_subject_predicate(node, rdf::FIRST)?);
        rest = graph.object_for_subject_predicate(node, rdf::REST)?;
        // A list that bites its tail has no end.
        if members.len() > graph.len() {
            return None;
        }
    }
    Some(members)
}

/// A term as the subject of statements.
pub(super) fn subject_of(term: TermRef<'_>) -> Option<NamedOrBlankNodeRef<'_>> {
    match term {
        TermRef::NamedNode(node) => Some(node.into()),
        TermRef::BlankNode(node) => Some(node.into()),
        TermRef::Literal(_) => None,
    }
}

/// What a shape that others refer to is, in words: its label, or what it asks for.
pub(super) fn describe(graph: &Graph, shape: TermRef<'_>) -> String {
    let Some(node) = subject_of(shape) else {
        return shape.to_string();
    };
    let labels = graph.objects_for_subject_predicate(node, rdfs::LABEL);
    let labels = labels.filter_map(literal);
    let mut labels: Vec<_> = labels
        .filter(|label| label.language() != Some("vi"))
        .collect();
    labels.sort_by_key(|label| label.value());
    if let Some(label) = labels.first() {
        let mut letters = label.value().chars();
        let first = letters.next().map(|c| c.to_lowercase().to_string());
        return first.unwrap_or_default() + letters.as_str();
    }
    let asked = ["class", "datatype", "nodeKind"]
        .into_iter()
        .find_map(|name| {
            let value = graph.object_for_subject_predicate(node, &sh(name))?;
            Some(value.to_string())
        });
    asked.unwrap_or_else(|| match shape {
        TermRef::NamedNode(_) => format!("as {shape} says"),
        _ => "as a shape without a name says".to_owned(),
    })
}

/// The same of a list of shapes.
pub(super) fn describe_all(graph: &Graph, shapes: TermRef<'_>, between: &str) -> String {
    let shapes = list(graph, shapes).unwrap_or_default();
    let words: Vec<String> = shapes
        .into_iter()
        .map(|shape| describe(graph, shape))
        .collect();
    words.join(&format!(" {between} "))
}
