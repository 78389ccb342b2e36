//! Reads shapes from a graph, and refuses by name what is not supported.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{
    Graph, Literal, LiteralRef, NamedNode, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef,
    TermRef,
};
use regex::RegexBuilder;

use super::path::Path;
use super::shapes::{Constraint, Limit, NodeKind, Shape, Shapes, Target};
use super::term::{
    self, SH, count, describe, describe_all, list, literal, named, sh, subject_of, truth,
};

/// Properties of shapes that say nothing about what must hold.
const DESCRIPTIVE: [&str; 17] = [
    "path",
    "targetClass",
    "targetNode",
    "targetSubjectsOf",
    "targetObjectsOf",
    "severity",
    "message",
    "deactivated",
    "name",
    "description",
    "order",
    "group",
    "defaultValue",
    "flags",
    "ignoredProperties",
    "shapesGraph",
    "entailment",
];

const KINDS: [NodeKind; 6] = [
    kind("IRI", true, false, false),
    kind("BlankNode", false, true, false),
    kind("Literal", false, false, true),
    kind("BlankNodeOrIRI", true, true, false),
    kind("IRIOrLiteral", true, false, true),
    kind("BlankNodeOrLiteral", false, true, true),
];

const fn kind(name: &'static str, iri: bool, blank: bool, literal: bool) -> NodeKind {
    NodeKind {
        name,
        iri,
        blank,
        literal,
    }
}

/// Makes a target of a class or property.
type Wrap = fn(NamedNode) -> Target;

/// What is wrong with a shape.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShapeError {
    /// A constraint that the program does not check.
    #[error("shape {shape} uses sh:{property}, which is not supported")]
    Unsupported {
        /// The shape.
        shape: String,
        /// The local name of the property.
        property: String,
    },
    /// A value that its property cannot have.
    #[error("shape {shape} has the value {value} for sh:{property}, which makes no sense there")]
    Value {
        /// The shape.
        shape: String,
        /// The local name of the property.
        property: String,
        /// The value.
        value: String,
    },
    /// A path that is none.
    #[error("{0} is no property path")]
    Path(String),
    /// Nothing to check.
    #[error("there are no shapes")]
    Empty,
}

/// The shapes of a graph.
///
/// # Errors
/// If there are none, or they use what is not supported.
pub(super) fn read_shapes(graph: &Graph) -> Result<Shapes, ShapeError> {
    let mut reader = Reader {
        graph,
        numbers: BTreeMap::new(),
        shapes: Vec::new(),
    };
    for root in reader.roots() {
        reader.shape(&root)?;
    }
    let shapes: Option<Vec<Shape>> = reader.shapes.into_iter().collect();
    match shapes {
        Some(shapes) if !shapes.is_empty() => Ok(Shapes { shapes }),
        _ => Err(ShapeError::Empty),
    }
}

struct Reader<'g> {
    graph: &'g Graph,
    numbers: BTreeMap<String, usize>,
    /// Empty places are of shapes that are being read.
    shapes: Vec<Option<Shape>>,
}

impl<'g> Reader<'g> {
    /// The nodes that are shapes by themselves, in the order of their names.
    fn roots(&self) -> Vec<NamedOrBlankNode> {
        let mut roots: BTreeMap<String, NamedOrBlankNode> = BTreeMap::new();
        let mut add =
            |node: NamedOrBlankNodeRef<'_>| drop(roots.insert(node.to_string(), node.into_owned()));
        for class in ["NodeShape", "PropertyShape"] {
            let class = sh(class);
            let nodes = self.graph.subjects_for_predicate_object(rdf::TYPE, &class);
            nodes.for_each(&mut add);
        }
        for target in &DESCRIPTIVE[1..5] {
            let target = sh(target);
            let triples = self.graph.triples_for_predicate(&target);
            triples.for_each(|triple| add(triple.subject));
        }
        roots.into_values().collect()
    }

    /// The number of the shape that a node is.
    fn shape(&mut self, node: &NamedOrBlankNode) -> Result<usize, ShapeError> {
        let key = node.to_string();
        if let Some(number) = self.numbers.get(&key) {
            return Ok(*number);
        }
        let number = self.shapes.len();
        self.numbers.insert(key, number);
        self.shapes.push(None);
        let get = |name: &str| self.graph.object_for_subject_predicate(node, &sh(name));
        let path = get("path")
            .map(|path| Path::read(self.graph, path, 0))
            .transpose()?;
        let severity = match get("severity") {
            Some(TermRef::NamedNode(severity)) => severity.into_owned(),
            _ => sh("Violation"),
        };
        let active =
            !matches!(get("deactivated"), Some(TermRef::Literal(l)) if l.value() == "true");
        let mut messages: Vec<Literal> = self
            .graph
            .objects_for_subject_predicate(node, &sh("message"))
            .filter_map(|message| match message {
                TermRef::Literal(message) => Some(message.into_owned()),
                _ => None,
            })
            .collect();
        messages.sort_by_cached_key(ToString::to_string);
        let shape = Shape {
            id: node.clone(),
            path,
            targets: self.targets(node),
            constraints: self.constraints(node)?,
            severity,
            messages,
            active,
        };
        self.shapes[number] = Some(shape);
        Ok(number)
    }

    fn targets(&self, node: &NamedOrBlankNode) -> Vec<Target> {
        let mut targets = Vec::new();
        let of = |name: &str| -> Vec<TermRef<'g>> {
            self.graph
                .objects_for_subject_predicate(node, &sh(name))
                .collect()
        };
        targets.extend(
            of("targetNode")
                .into_iter()
                .map(|node| Target::Node(node.into_owned())),
        );
        let wraps: [(&str, Wrap); 3] = [
            ("targetClass", Target::Class),
            ("targetSubjectsOf", Target::SubjectsOf),
            ("targetObjectsOf", Target::ObjectsOf),
        ];
        for (name, wrap) in wraps {
            for term in of(name) {
                if let TermRef::NamedNode(node) = term {
                    targets.push(wrap(node.into_owned()));
                }
            }
        }
        // A class that is a shape is its own target.
        let classes = [
            rdfs::CLASS,
            NamedNodeRef::new_unchecked("http://www.w3.org/2002/07/owl#Class"),
        ];
        let mut types = self.graph.objects_for_subject_predicate(node, rdf::TYPE);
        if let NamedOrBlankNode::NamedNode(node) = node
            && types.any(|class| {
                classes
                    .iter()
                    .any(|known| class == TermRef::NamedNode(*known))
            })
        {
            targets.push(Target::Class(node.clone()));
        }
        targets
    }

    fn constraints(&mut self, node: &NamedOrBlankNode) -> Result<Vec<Constraint>, ShapeError> {
        let graph = self.graph;
        let mut found: Vec<(String, TermRef<'g>)> = graph
            .triples_for_subject(node)
            .filter_map(|triple| {
                let name = triple.predicate.as_str().strip_prefix(SH)?;
                (!DESCRIPTIVE.contains(&name)).then(|| (name.to_owned(), triple.object))
            })
            .collect();
        found.sort_by_cached_key(|(name, value)| (name.clone(), value.to_string()));
        let mut constraints = Vec::new();
        for (name, value) in found {
            constraints.extend(self.constraint(node, &name, value)?);
        }
        Ok(constraints)
    }

    fn constraint(
        &mut self,
        node: &NamedOrBlankNode,
        name: &str,
        value: TermRef<'g>,
    ) -> Result<Option<Constraint>, ShapeError> {
        let wrong = || ShapeError::Value {
            shape: node.to_string(),
            property: name.to_owned(),
            value: value.to_string(),
        };
        let iri = || named(value).ok_or_else(wrong);
        let literal = || literal(value).ok_or_else(wrong);
        let count = || count(value).ok_or_else(wrong);
        let truth = || truth(value).ok_or_else(wrong);
        let terms = || list(self.graph, value).ok_or_else(wrong);
        let constraint = match name {
            "class" => Constraint::Class(iri()?),
            "datatype" => Constraint::Datatype(iri()?),
            "nodeKind" => Constraint::NodeKind(node_kind(&iri()?).ok_or_else(wrong)?),
            "minCount" => Constraint::MinCount(count()?),
            "maxCount" => Constraint::MaxCount(count()?),
            "minInclusive" => Constraint::Limit(Limit::MinInclusive, literal()?.into_owned()),
            "minExclusive" => Constraint::Limit(Limit::MinExclusive, literal()?.into_owned()),
            "maxInclusive" => Constraint::Limit(Limit::MaxInclusive, literal()?.into_owned()),
            "maxExclusive" => Constraint::Limit(Limit::MaxExclusive, literal()?.into_owned()),
            "minLength" => Constraint::MinLength(count()?),
            "maxLength" => Constraint::MaxLength(count()?),
            "pattern" => self.pattern(node, literal()?.value()).ok_or_else(wrong)?,
            "languageIn" => {
                let tags = terms()?.into_iter().map(term::literal);
                let tags: Option<Vec<_>> =
                    tags.map(|tag| Some(tag?.value().to_lowercase())).collect();
                Constraint::LanguageIn(tags.ok_or_else(wrong)?)
            }
            "uniqueLang" if truth()? => Constraint::UniqueLang,
            "in" => Constraint::In(terms()?.into_iter().map(TermRef::into_owned).collect()),
            "hasValue" => Constraint::HasValue(value.into_owned()),
            "equals" => Constraint::Equals(iri()?),
            "disjoint" => Constraint::Disjoint(iri()?),
            "lessThan" => Constraint::LessThan(iri()?),
            "lessThanOrEquals" => Constraint::LessThanOrEquals(iri()?),
            "closed" if truth()? => Constraint::Closed(self.allowed(node)),
            "uniqueLang" | "closed" => return Ok(None),
            _ => return self.combination(node, name, value).map(Some),
        };
        Ok(Some(constraint))
    }

    /// A constraint that leaves the decision to other shapes.
    fn combination(
        &mut self,
        node: &NamedOrBlankNode,
        name: &str,
        value: TermRef<'g>,
    ) -> Result<Constraint, ShapeError> {
        let wrong = || ShapeError::Value {
            shape: node.to_string(),
            property: name.to_owned(),
            value: value.to_string(),
        };
        Ok(match name {
            "node" => Constraint::Node(
                self.nested(value).ok_or_else(wrong)??,
                describe(self.graph, value),
            ),
            "property" => Constraint::Property(self.nested(value).ok_or_else(wrong)??),
            "not" => Constraint::Not(
                self.nested(value).ok_or_else(wrong)??,
                describe(self.graph, value),
            ),
            "and" => Constraint::And(
                self.all(value).ok_or_else(wrong)??,
                describe_all(self.graph, value, "and"),
            ),
            "or" => Constraint::Or(
                self.all(value).ok_or_else(wrong)??,
                describe_all(self.graph, value, "or"),
            ),
            "xone" => Constraint::Xone(
                self.all(value).ok_or_else(wrong)??,
                describe_all(self.graph, value, "or"),
            ),
            _ => {
                return Err(ShapeError::Unsupported {
                    shape: node.to_string(),
                    property: name.to_owned(),
                });
            }
        })
    }

    fn nested(&mut self, value: TermRef<'g>) -> Option<Result<usize, ShapeError>> {
        let node = subject_of(value)?.into_owned();
        Some(self.shape(&node))
    }

    fn all(&mut self, value: TermRef<'g>) -> Option<Result<Vec<usize>, ShapeError>> {
        let members = list(self.graph, value)?;
        members
            .into_iter()
            .map(|member| self.nested(member))
            .collect()
    }

    /// The properties that a closed shape allows.
    fn allowed(&self, node: &NamedOrBlankNode) -> BTreeSet<String> {
        let graph = self.graph;
        let properties = sh("property");
        let shapes = graph.objects_for_subject_predicate(node, &properties);
        let paths = shapes.filter_map(|shape| {
            named(graph.object_for_subject_predicate(subject_of(shape)?, &sh("path"))?)
        });
        let ignored = graph.object_for_subject_predicate(node, &sh("ignoredProperties"));
        let ignored = ignored
            .and_then(|ignored| list(graph, ignored))
            .unwrap_or_default();
        let ignored = ignored.into_iter().filter_map(named);
        paths.chain(ignored).map(NamedNode::into_string).collect()
    }

    fn pattern(&self, node: &NamedOrBlankNode, source: &str) -> Option<Constraint> {
        let flags = self.graph.object_for_subject_predicate(node, &sh("flags"));
        let flags = flags.and_then(literal).map_or("", LiteralRef::value);
        let has = |flag| flags.contains(flag);
        let pattern = if has('q') {
            regex::escape(source)
        } else {
            source.to_owned()
        };
        let regex = RegexBuilder::new(&pattern)
            .case_insensitive(has('i'))
            .dot_matches_new_line(has('s'))
            .multi_line(has('m'))
            .ignore_whitespace(has('x'))
            .build()
            .ok()?;
        Some(Constraint::Pattern {
            regex,
            source: source.to_owned(),
        })
    }
}

fn node_kind(iri: &NamedNode) -> Option<NodeKind> {
    let name = iri.as_str().strip_prefix(SH)?;
    KINDS.into_iter().find(|kind| kind.name == name)
}
