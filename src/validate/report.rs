//! What a check found, as the triples of a SHACL validation report.

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{BlankNode, Literal, NamedNode, NamedOrBlankNode, Term, Triple};

use super::path::Path;
use super::shapes::{Constraint, Shape};
use super::term::sh;

/// The result of a check.
#[derive(Debug, Default)]
pub struct Report {
    /// Number of nodes that shapes are for.
    pub nodes: usize,
    /// Number of shapes with targets.
    pub shapes: usize,
    /// What is wrong, sorted by node.
    pub violations: Vec<Violation>,
}

/// One thing that is wrong.
#[derive(Debug, Clone)]
pub struct Violation {
    /// The node that was checked.
    pub focus: Term,
    /// The value that is wrong, where it is one.
    pub value: Option<Term>,
    /// The shape.
    pub shape: NamedOrBlankNode,
    /// The local name of the component of SHACL.
    pub component: &'static str,
    /// Words of the shape's author.
    pub messages: Vec<Literal>,
    /// What must hold, in words.
    pub expected: String,
    /// How bad it is.
    pub severity: NamedNode,
    pub(super) path: Option<Path>,
}

impl Violation {
    pub(super) fn new(
        shape: &Shape,
        constraint: &Constraint,
        focus: &Term,
        value: Option<Term>,
    ) -> Self {
        Self {
            focus: focus.clone(),
            value,
            shape: shape.id.clone(),
            component: constraint.component(),
            messages: shape.messages.clone(),
            expected: super::words::expected(constraint),
            severity: shape.severity.clone(),
            path: shape.path.clone(),
        }
    }

    fn key(&self) -> (String, String, &'static str, String, String) {
        (
            self.focus.to_string(),
            self.path
                .as_ref()
                .map(|path| path.text(&str::to_owned))
                .unwrap_or_default(),
            self.component,
            self.value
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            self.expected.clone(),
        )
    }
}

impl Report {
    /// Whether nothing is wrong.
    pub fn conforms(&self) -> bool {
        self.violations.is_empty()
    }

    pub(super) fn sort(&mut self) {
        self.violations.sort_by_cached_key(Violation::key);
    }
}

/// The report as SHACL defines it.
pub fn report_triples(report: &Report) -> Vec<Triple> {
    let node = BlankNode::new_unchecked("report");
    let conforms = Literal::new_typed_literal(report.conforms().to_string(), xsd::BOOLEAN);
    let mut triples = vec![
        Triple::new(node.clone(), rdf::TYPE, sh("ValidationReport")),
        Triple::new(node.clone(), sh("conforms"), conforms),
    ];
    for (number, violation) in report.violations.iter().enumerate() {
        let number = number + 1;
        let result = BlankNode::new_unchecked(format!("result{number}"));
        triples.push(Triple::new(node.clone(), sh("result"), result.clone()));
        let mut add = |property: &str, object: Term| {
            triples.push(Triple::new(result.clone(), sh(property), object));
        };
        add("focusNode", violation.focus.clone());
        if let Some(Path::Predicate(path)) = &violation.path {
            add("resultPath", path.clone().into());
        }
        if let Some(value) = &violation.value {
            add("value", value.clone());
        }
        // The blank nodes of shapes have no name outside their file.
        if let NamedOrBlankNode::NamedNode(shape) = &violation.shape {
            add("sourceShape", shape.clone().into());
        }
        add("sourceConstraintComponent", sh(violation.component).into());
        add("resultSeverity", violation.severity.clone().into());
        if violation.messages.is_empty() {
            let words = Literal::new_language_tagged_literal_unchecked(&violation.expected, "en");
            add("resultMessage", words.into());
        }
        for message in &violation.messages {
            add("resultMessage", message.clone().into());
        }
        triples.push(Triple::new(result, rdf::TYPE, sh("ValidationResult")));
    }
    triples
}
