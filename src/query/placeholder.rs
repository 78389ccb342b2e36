//! Puts the values of parameters into a parsed query, as terms: a query's text is never changed.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{Term, Variable};
use spargebra::Query;
use spargebra::algebra::GraphPattern;
use spargebra::term::GroundTerm;

/// Values by variable; a variable without values is left open.
pub(super) type Values = BTreeMap<String, Vec<Term>>;

/// The names of the placeholders of a query. A placeholder is a block `VALUES ?name { UNDEF }`, which any
/// SPARQL tool reads as "no restriction".
pub(super) fn placeholders(query: &Query) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut collect = |variable: &Variable| {
        found.insert(variable.as_str().to_owned());
        None
    };
    let mut query = query.clone();
    walk(pattern_of(&mut query), &mut collect);
    found
}

/// Gives each placeholder the values of its parameter. One without values vanishes, since a join with a
/// variable that may be unbound keeps the optimiser from using indexes.
pub(super) fn fill(query: &mut Query, values: &Values) {
    let mut replace = |variable: &Variable| Some(replacement(variable, values));
    walk(pattern_of(query), &mut replace);
}

fn replacement(variable: &Variable, values: &Values) -> GraphPattern {
    match values.get(variable.as_str()) {
        Some(terms) => GraphPattern::Values {
            variables: vec![variable.clone()],
            bindings: terms.iter().map(|term| vec![ground(term)]).collect(),
        },
        None => GraphPattern::Bgp {
            patterns: Vec::new(),
        },
    }
}

fn ground(term: &Term) -> Option<GroundTerm> {
    match term {
        Term::NamedNode(node) => Some(GroundTerm::NamedNode(node.clone())),
        Term::Literal(literal) => Some(GroundTerm::Literal(literal.clone())),
        _ => None,
    }
}

fn pattern_of(query: &mut Query) -> &mut GraphPattern {
    match query {
        Query::Select { pattern, .. }
        | Query::Construct { pattern, .. }
        | Query::Describe { pattern, .. }
        | Query::Ask { pattern, .. } => pattern,
    }
}

/// Calls `visit` on every placeholder outside of filters and puts what it returns in its place.
fn walk(pattern: &mut GraphPattern, visit: &mut impl FnMut(&Variable) -> Option<GraphPattern>) {
    if let Some(variable) = placeholder(pattern) {
        if let Some(replacement) = visit(variable) {
            *pattern = replacement;
        }
        return;
    }
    match pattern {
        GraphPattern::Bgp { .. } | GraphPattern::Path { .. } | GraphPattern::Values { .. } => {}
        GraphPattern::Join { left, right }
        | GraphPattern::LeftJoin { left, right, .. }
        | GraphPattern::Lateral { left, right }
        | GraphPattern::Union { left, right }
        | GraphPattern::Minus { left, right } => {
            walk(left, visit);
            walk(right, visit);
        }
        GraphPattern::Filter { inner, .. }
        | GraphPattern::Graph { inner, .. }
        | GraphPattern::Extend { inner, .. }
        | GraphPattern::OrderBy { inner, .. }
        | GraphPattern::Project { inner, .. }
        | GraphPattern::Distinct { inner }
        | GraphPattern::Reduced { inner }
        | GraphPattern::Slice { inner, .. }
        | GraphPattern::Group { inner, .. }
        | GraphPattern::Service { inner, .. } => walk(inner, visit),
    }
}

fn placeholder(pattern: &GraphPattern) -> Option<&Variable> {
    match pattern {
        GraphPattern::Values {
            variables,
            bindings,
        } => match (variables.as_slice(), bindings.as_slice()) {
            ([variable], [row]) if row.iter().all(Option::is_none) => Some(variable),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use oxigraph::model::NamedNode;
    use spargebra::SparqlParser;

    use super::*;

    fn parsed() -> Query {
        SparqlParser::new()
            .parse_query(
                "SELECT ?s WHERE { VALUES ?who { UNDEF } VALUES ?fixed { 1 2 }
                 { SELECT ?s { VALUES ?when { UNDEF } ?s ?who ?when } } UNION { ?s ?p ?fixed } }",
            )
            .unwrap()
    }

    #[test]
    fn placeholders_are_found_in_subqueries_and_fixed_values_are_not() {
        let names: Vec<String> = placeholders(&parsed()).into_iter().collect();
        assert_eq!(names, ["when", "who"]);
    }

    #[test]
    fn values_go_in_as_terms_and_open_placeholders_vanish() {
        let hostile = NamedNode::new("http://a.vn/x").unwrap();
        let mut query = parsed();
        let values = Values::from([("who".to_owned(), vec![hostile.into()])]);
        fill(&mut query, &values);
        let text = query.to_string();
        assert!(
            text.contains("VALUES ( ?who ) { ( <http://a.vn/x> )"),
            "{text}"
        );
        assert!(!text.contains("UNDEF"), "{text}");
        assert!(placeholders(&query).is_empty());
    }
}
