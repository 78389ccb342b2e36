//! Property paths of SHACL: read from a shapes graph, followed in a store.

use std::collections::HashSet;

use oxigraph::model::{Graph, NamedNode, NamedNodeRef, NamedOrBlankNode, Term, TermRef};
use oxigraph::store::StorageError;

use super::parse::ShapeError;
use super::term::{list, sh, subject_of};
use crate::store::Statements;

/// How to get from a node to its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Path {
    Predicate(NamedNode),
    Inverse(Box<Path>),
    Sequence(Vec<Path>),
    Alternative(Vec<Path>),
    /// Some times, at least so often, and at most once or any number of times.
    Repeat {
        path: Box<Path>,
        least: bool,
        many: bool,
    },
}

impl Path {
    /// The path that a term of a shapes graph stands for.
    pub(super) fn read(graph: &Graph, term: TermRef<'_>, depth: usize) -> Result<Self, ShapeError> {
        let wrong = || ShapeError::Path(term.to_string());
        if depth > 32 {
            return Err(wrong());
        }
        let read = |term: TermRef<'_>| Self::read(graph, term, depth + 1);
        let node = match term {
            TermRef::NamedNode(node) => return Ok(Self::Predicate(node.into_owned())),
            TermRef::BlankNode(node) => NamedOrBlankNode::from(node.into_owned()),
            TermRef::Literal(_) => return Err(wrong()),
        };
        if let Some(steps) = list(graph, term) {
            let steps: Result<Vec<Self>, _> = steps.into_iter().map(read).collect();
            return steps.map(Self::Sequence);
        }
        let operand = |name: &str| graph.object_for_subject_predicate(&node, &sh(name));
        if let Some(path) = operand("inversePath") {
            return Ok(Self::Inverse(Box::new(read(path)?)));
        }
        if let Some(paths) = operand("alternativePath") {
            let paths = list(graph, paths).ok_or_else(wrong)?;
            let paths: Result<Vec<Self>, _> = paths.into_iter().map(read).collect();
            return paths.map(Self::Alternative);
        }
        for (name, least, many) in [
            ("zeroOrMorePath", false, true),
            ("oneOrMorePath", true, true),
            ("zeroOrOnePath", false, false),
        ] {
            if let Some(path) = operand(name) {
                let path = Box::new(read(path)?);
                return Ok(Self::Repeat { path, least, many });
            }
        }
        Err(wrong())
    }

    /// The values of a node, each once, in the order in which they are met.
    pub(super) fn values(
        &self,
        store: &Statements,
        node: &Term,
    ) -> Result<Vec<Term>, StorageError> {
        self.follow(store, node, false)
    }

    fn follow(
        &self,
        store: &Statements,
        node: &Term,
        back: bool,
    ) -> Result<Vec<Term>, StorageError> {
        match self {
            Self::Predicate(predicate) if back => subjects(store, predicate.as_ref(), node),
            Self::Predicate(predicate) => objects(store, node, predicate.as_ref()),
            Self::Inverse(path) => path.follow(store, node, !back),
            Self::Alternative(paths) => {
                let mut found = Vec::new();
                for path in paths {
                    found.extend(path.follow(store, node, back)?);
                }
                Ok(once(found))
            }
            Self::Sequence(paths) => {
                let mut nodes = vec![node.clone()];
                let forth = paths.iter().map(|path| (path, back));
                let steps: Vec<_> = if back {
                    forth.rev().collect()
                } else {
                    forth.collect()
                };
                for (path, back) in steps {
                    let mut next = Vec::new();
                    for node in &nodes {
                        next.extend(path.follow(store, node, back)?);
                    }
                    nodes = once(next);
                }
                Ok(nodes)
            }
            Self::Repeat { path, least, many } => {
                let mut found = path.follow(store, node, back)?;
                let mut seen: HashSet<Term> = found.iter().cloned().collect();
                let mut open = if *many { found.clone() } else { Vec::new() };
                while let Some(node) = open.pop() {
                    for next in path.follow(store, &node, back)? {
                        if seen.insert(next.clone()) {
                            found.push(next.clone());
                            open.push(next);
                        }
                    }
                }
                if !least && seen.insert(node.clone()) {
                    found.push(node.clone());
                }
                Ok(found)
            }
        }
    }

    /// The path as SPARQL writes it, with short names from `name`.
    pub(super) fn text(&self, name: &dyn Fn(&str) -> String) -> String {
        let joined = |paths: &[Self], mark: &str| -> String {
            let texts: Vec<String> = paths.iter().map(|path| path.text(name)).collect();
            texts.join(mark)
        };
        match self {
            Self::Predicate(predicate) => name(predicate.as_str()),
            Self::Inverse(path) => format!("^{}", path.text(name)),
            Self::Sequence(paths) => joined(paths, "/"),
            Self::Alternative(paths) => joined(paths, "|"),
            Self::Repeat { path, least, many } => {
                let mark = match (least, many) {
                    (true, _) => "+",
                    (false, true) => "*",
                    (false, false) => "?",
                };
                format!("({}){mark}", path.text(name))
            }
        }
    }
}

/// The objects of a property, each once.
pub(super) fn objects(
    store: &Statements,
    node: &Term,
    predicate: NamedNodeRef<'_>,
) -> Result<Vec<Term>, StorageError> {
    let Some(subject) = subject_of(node.as_ref()) else {
        return Ok(Vec::new());
    };
    let quads = store.quads_for_pattern(Some(subject), Some(predicate), None, None);
    let found: Result<Vec<Term>, _> = quads.map(|quad| quad.map(|quad| quad.object)).collect();
    found.map(once)
}

fn subjects(
    store: &Statements,
    predicate: NamedNodeRef<'_>,
    node: &Term,
) -> Result<Vec<Term>, StorageError> {
    let quads = store.quads_for_pattern(None, Some(predicate), Some(node.as_ref()), None);
    let found: Result<Vec<Term>, _> = quads
        .map(|quad| quad.map(|quad| quad.subject.into()))
        .collect();
    found.map(once)
}

fn once(mut terms: Vec<Term>) -> Vec<Term> {
    if terms.len() > 1 {
        let mut seen = HashSet::new();
        terms.retain(|term| seen.insert(term.clone()));
    }
    terms
}
