//! Checks the nodes of a store against shapes.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};

use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedNode, Term, TermRef};
use oxigraph::store::StorageError;

use super::path::{Path, objects};
use super::report::{Report, Violation};
use super::shapes::{Constraint, Limit, Shape, Shapes, Target};
use super::term::subject_of;
use super::value::{compare, is_well_formed};
use crate::store::Statements;

/// Shapes that refer to each other in a circle end here, without a violation.
const DEEPEST: usize = 24;

/// Checks all graphs of a store together.
///
/// # Errors
/// If the store cannot be read.
pub fn validate(store: &Statements, shapes: &Shapes) -> Result<Report, StorageError> {
    let mut checker = Checker {
        store,
        shapes: &shapes.shapes,
        subclasses: HashMap::new(),
    };
    let mut report = Report::default();
    let mut nodes: HashSet<Term> = HashSet::new();
    for shape in &shapes.shapes {
        if !shape.active || shape.targets.is_empty() {
            continue;
        }
        report.shapes += 1;
        for node in checker.focus_nodes(shape)? {
            checker.check(shape, &node, 0, &mut report.violations)?;
            nodes.insert(node);
        }
    }
    report.nodes = nodes.len();
    report.sort();
    Ok(report)
}

struct Checker<'a> {
    store: &'a Statements,
    shapes: &'a [Shape],
    /// A class with all below it.
    subclasses: HashMap<NamedNode, HashSet<Term>>,
}

impl<'a> Checker<'a> {
    fn focus_nodes(&mut self, shape: &Shape) -> Result<Vec<Term>, StorageError> {
        let mut nodes: BTreeMap<String, Term> = BTreeMap::new();
        for target in &shape.targets {
            let (predicate, classes, subjects) = match target {
                Target::Node(node) => {
                    nodes.insert(node.to_string(), node.clone());
                    continue;
                }
                Target::Class(class) => (
                    rdf::TYPE.into_owned(),
                    Some(self.classes_below(class)?),
                    true,
                ),
                Target::SubjectsOf(predicate) => (predicate.clone(), None, true),
                Target::ObjectsOf(predicate) => (predicate.clone(), None, false),
            };
            let ends: Vec<Option<TermRef<'_>>> = match &classes {
                Some(classes) => classes.iter().map(|class| Some(class.as_ref())).collect(),
                None => vec![None],
            };
            for end in ends {
                let quads = self
                    .store
                    .quads_for_pattern(None, Some(predicate.as_ref()), end, None);
                for quad in quads {
                    let quad = quad?;
                    let node = if subjects {
                        quad.subject.into()
                    } else {
                        quad.object
                    };
                    nodes.insert(node.to_string(), node);
                }
            }
        }
        Ok(nodes.into_values().collect())
    }

    /// A class and its subclasses, as the data know them.
    fn classes_below(&mut self, class: &NamedNode) -> Result<HashSet<Term>, StorageError> {
        if let Some(known) = self.subclasses.get(class) {
            return Ok(known.clone());
        }
        let below = Path::Inverse(Box::new(Path::Repeat {
            path: Box::new(Path::Predicate(rdfs::SUB_CLASS_OF.into_owned())),
            least: false,
            many: true,
        }));
        let found: HashSet<Term> = below
            .values(self.store, &class.clone().into())?
            .into_iter()
            .collect();
        self.subclasses.insert(class.clone(), found.clone());
        Ok(found)
    }

    fn has_class(&mut self, node: &Term, class: &NamedNode) -> Result<bool, StorageError> {
        if !self.subclasses.contains_key(class) {
            self.classes_below(class)?;
        }
        let types = objects(self.store, node, rdf::TYPE)?;
        let below = self.subclasses.get(class);
        Ok(below.is_some_and(|below| types.iter().any(|class| below.contains(class))))
    }

    fn conforms(&mut self, shape: usize, node: &Term, depth: usize) -> Result<bool, StorageError> {
        let mut found = Vec::new();
        let shapes = self.shapes;
        self.check(&shapes[shape], node, depth, &mut found)?;
        Ok(found.is_empty())
    }

    fn check(
        &mut self,
        shape: &'a Shape,
        focus: &Term,
        depth: usize,
        found: &mut Vec<Violation>,
    ) -> Result<(), StorageError> {
        if !shape.active || depth > DEEPEST {
            return Ok(());
        }
        let values = match &shape.path {
            Some(path) => path.values(self.store, focus)?,
            None => vec![focus.clone()],
        };
        for constraint in &shape.constraints {
            if let Constraint::Property(property) = constraint {
                let shapes = self.shapes;
                for value in &values {
                    self.check(&shapes[*property], value, depth + 1, found)?;
                }
                continue;
            }
            for wrong in self.wrong_values(constraint, focus, &values, depth)? {
                found.push(Violation::new(shape, constraint, focus, wrong));
            }
        }
        Ok(())
    }

    /// The values that break a constraint; an empty one where it is not of a value.
    fn wrong_values(
        &mut self,
        constraint: &Constraint,
        focus: &Term,
        values: &[Term],
        depth: usize,
    ) -> Result<Vec<Option<Term>>, StorageError> {
        let missing = |wrong: bool| if wrong { vec![None] } else { Vec::new() };
        match constraint {
            Constraint::MinCount(least) => Ok(missing(values.len() < *least)),
            Constraint::MaxCount(most) => Ok(missing(values.len() > *most)),
            Constraint::HasValue(value) => Ok(missing(!values.contains(value))),
            Constraint::UniqueLang => Ok(vec![None; repeated_languages(values)]),
            Constraint::Equals(_)
            | Constraint::Disjoint(_)
            | Constraint::LessThan(_)
            | Constraint::LessThanOrEquals(_) => self.against_property(constraint, focus, values),
            Constraint::Closed(allowed) => self.outside(values, allowed),
            _ => {
                let mut wrong = Vec::new();
                for value in values {
                    if !self.holds(constraint, value, depth)? {
                        wrong.push(Some(value.clone()));
                    }
                }
                Ok(wrong)
            }
        }
    }

    /// Whether a constraint on single values holds of one.
    fn holds(
        &mut self,
        constraint: &Constraint,
        value: &Term,
        depth: usize,
    ) -> Result<bool, StorageError> {
        let text = text_of(value);
        Ok(match constraint {
            Constraint::Class(class) => self.has_class(value, class)?,
            Constraint::Datatype(datatype) => match value {
                Term::Literal(literal) => {
                    literal.datatype() == datatype.as_ref() && is_well_formed(literal.as_ref())
                }
                _ => false,
            },
            Constraint::NodeKind(kind) => match value {
                Term::NamedNode(_) => kind.iri,
                Term::BlankNode(_) => kind.blank,
                Term::Literal(_) => kind.literal,
            },
            Constraint::Limit(limit, bound) => match value {
                Term::Literal(value) => {
                    let order = compare(value.as_ref(), bound.as_ref());
                    order.is_some_and(|order| within(*limit, order))
                }
                _ => false,
            },
            Constraint::MinLength(least) => text.is_some_and(|text| text.chars().count() >= *least),
            Constraint::MaxLength(most) => text.is_some_and(|text| text.chars().count() <= *most),
            Constraint::Pattern { regex, .. } => text.is_some_and(|text| regex.is_match(text)),
            Constraint::LanguageIn(ranges) => match value {
                Term::Literal(literal) => {
                    literal.language().is_some_and(|tag| in_range(tag, ranges))
                }
                _ => false,
            },
            Constraint::In(allowed) => allowed.contains(value),
            Constraint::Node(shape, _) => self.conforms(*shape, value, depth + 1)?,
            Constraint::Not(shape, _) => !self.conforms(*shape, value, depth + 1)?,
            Constraint::And(shapes, _) => self.conforming(shapes, value, depth)? == shapes.len(),
            Constraint::Or(shapes, _) => self.conforming(shapes, value, depth)? > 0,
            Constraint::Xone(shapes, _) => self.conforming(shapes, value, depth)? == 1,
            _ => true,
        })
    }

    fn conforming(
        &mut self,
        shapes: &[usize],
        value: &Term,
        depth: usize,
    ) -> Result<usize, StorageError> {
        let mut count = 0;
        for shape in shapes {
            count += usize::from(self.conforms(*shape, value, depth + 1)?);
        }
        Ok(count)
    }

    fn against_property(
        &self,
        constraint: &Constraint,
        focus: &Term,
        values: &[Term],
    ) -> Result<Vec<Option<Term>>, StorageError> {
        let (property, or_equal) = match constraint {
            Constraint::Equals(property) => {
                let others = objects(self.store, focus, property.as_ref())?;
                let lone = values.iter().filter(|value| !others.contains(value));
                let missing = others.iter().filter(|other| !values.contains(other));
                return Ok(lone.chain(missing).cloned().map(Some).collect());
            }
            Constraint::Disjoint(property) => {
                let others = objects(self.store, focus, property.as_ref())?;
                let both = values.iter().filter(|value| others.contains(value));
                return Ok(both.cloned().map(Some).collect());
            }
            Constraint::LessThan(property) => (property, false),
            Constraint::LessThanOrEquals(property) => (property, true),
            _ => return Ok(Vec::new()),
        };
        let others = objects(self.store, focus, property.as_ref())?;
        let mut wrong = Vec::new();
        for value in values {
            for other in &others {
                let order = match (value, other) {
                    (Term::Literal(a), Term::Literal(b)) => compare(a.as_ref(), b.as_ref()),
                    _ => None,
                };
                let right =
                    order == Some(Ordering::Less) || (or_equal && order == Some(Ordering::Equal));
                if !right {
                    wrong.push(Some(value.clone()));
                }
            }
        }
        Ok(wrong)
    }

    /// The values of properties that a closed shape does not allow.
    fn outside(
        &self,
        values: &[Term],
        allowed: &std::collections::BTreeSet<String>,
    ) -> Result<Vec<Option<Term>>, StorageError> {
        let mut wrong = Vec::new();
        for value in values {
            let Some(subject) = subject_of(value.as_ref()) else {
                continue;
            };
            let mut seen = HashSet::new();
            for quad in self
                .store
                .quads_for_pattern(Some(subject), None, None, None)
            {
                let quad = quad?;
                let other = !allowed.contains(quad.predicate.as_str());
                if other && seen.insert((quad.predicate, quad.object.clone())) {
                    wrong.push(Some(quad.object));
                }
            }
        }
        Ok(wrong)
    }
}

fn text_of(value: &Term) -> Option<&str> {
    match value {
        Term::NamedNode(node) => Some(node.as_str()),
        Term::Literal(literal) => Some(literal.value()),
        Term::BlankNode(_) => None,
    }
}

fn within(limit: Limit, order: Ordering) -> bool {
    match limit {
        Limit::MinInclusive => order.is_ge(),
        Limit::MinExclusive => order.is_gt(),
        Limit::MaxInclusive => order.is_le(),
        Limit::MaxExclusive => order.is_lt(),
    }
}

fn in_range(tag: &str, ranges: &[String]) -> bool {
    let tag = tag.to_lowercase();
    ranges.iter().any(|range| {
        let rest = tag.strip_prefix(range.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    })
}

/// How many languages more than one value has.
fn repeated_languages(values: &[Term]) -> usize {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in values {
        if let Term::Literal(literal) = value
            && let Some(tag) = literal.language()
        {
            *counts.entry(tag.to_lowercase()).or_default() += 1;
        }
    }
    counts.values().filter(|count| **count > 1).count()
}
