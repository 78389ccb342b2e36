//! Shapes as they are checked: targets, paths and constraints.

use std::collections::BTreeSet;

use oxigraph::model::{Literal, NamedNode, NamedOrBlankNode, Term};
use regex::Regex;

use super::path::Path;

/// Shapes that refer to each other by number.
#[derive(Debug, Default)]
pub struct Shapes {
    pub(super) shapes: Vec<Shape>,
}

/// One shape.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) id: NamedOrBlankNode,
    /// From the focus node to the values; the focus node is the value where there is none.
    pub(super) path: Option<Path>,
    pub(super) targets: Vec<Target>,
    pub(super) constraints: Vec<Constraint>,
    pub(super) severity: NamedNode,
    pub(super) messages: Vec<Literal>,
    pub(super) active: bool,
}

/// Which nodes a shape is for.
#[derive(Debug, Clone)]
pub(super) enum Target {
    Class(NamedNode),
    Node(Term),
    SubjectsOf(NamedNode),
    ObjectsOf(NamedNode),
}

/// The kinds of node of `sh:nodeKind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NodeKind {
    pub(super) name: &'static str,
    pub(super) iri: bool,
    pub(super) blank: bool,
    pub(super) literal: bool,
}

/// How a value is compared with a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    MinInclusive,
    MinExclusive,
    MaxInclusive,
    MaxExclusive,
}

/// What must hold of the values of a shape. Where other shapes decide, the text says what they are.
#[derive(Debug)]
pub(super) enum Constraint {
    Class(NamedNode),
    Datatype(NamedNode),
    NodeKind(NodeKind),
    MinCount(usize),
    MaxCount(usize),
    Limit(Limit, Literal),
    MinLength(usize),
    MaxLength(usize),
    Pattern { regex: Regex, source: String },
    LanguageIn(Vec<String>),
    UniqueLang,
    In(Vec<Term>),
    HasValue(Term),
    Equals(NamedNode),
    Disjoint(NamedNode),
    LessThan(NamedNode),
    LessThanOrEquals(NamedNode),
    Node(usize, String),
    Property(usize),
    Not(usize, String),
    And(Vec<usize>, String),
    Or(Vec<usize>, String),
    Xone(Vec<usize>, String),
    Closed(BTreeSet<String>),
}

impl Constraint {
    /// The local name of its component in SHACL.
    pub(super) fn component(&self) -> &'static str {
        match self {
            Self::Class(_) => "ClassConstraintComponent",
            Self::Datatype(_) => "DatatypeConstraintComponent",
            Self::NodeKind(_) => "NodeKindConstraintComponent",
            Self::MinCount(_) => "MinCountConstraintComponent",
            Self::MaxCount(_) => "MaxCountConstraintComponent",
            Self::Limit(Limit::MinInclusive, _) => "MinInclusiveConstraintComponent",
            Self::Limit(Limit::MinExclusive, _) => "MinExclusiveConstraintComponent",
            Self::Limit(Limit::MaxInclusive, _) => "MaxInclusiveConstraintComponent",
            Self::Limit(Limit::MaxExclusive, _) => "MaxExclusiveConstraintComponent",
            Self::MinLength(_) => "MinLengthConstraintComponent",
            Self::MaxLength(_) => "MaxLengthConstraintComponent",
            Self::Pattern { .. } => "PatternConstraintComponent",
            Self::LanguageIn(_) => "LanguageInConstraintComponent",
            Self::UniqueLang => "UniqueLangConstraintComponent",
            Self::In(_) => "InConstraintComponent",
            Self::HasValue(_) => "HasValueConstraintComponent",
            Self::Equals(_) => "EqualsConstraintComponent",
            Self::Disjoint(_) => "DisjointConstraintComponent",
            Self::LessThan(_) => "LessThanConstraintComponent",
            Self::LessThanOrEquals(_) => "LessThanOrEqualsConstraintComponent",
            Self::Node(..) => "NodeConstraintComponent",
            Self::Property(_) => "PropertyConstraintComponent",
            Self::Not(..) => "NotConstraintComponent",
            Self::And(..) => "AndConstraintComponent",
            Self::Or(..) => "OrConstraintComponent",
            Self::Xone(..) => "XoneConstraintComponent",
            Self::Closed(_) => "ClosedConstraintComponent",
        }
    }
}
