//! Chooses what of a store is worth exporting.

use std::collections::HashSet;

use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term};

use crate::rdf::Iris;

/// Leaves out what the ontology knows of things that no article speaks of: thousands of names that would
/// bury a small graph. What articles name keeps its description, and so does what that leads to: the unit
/// that took its place, the body it is part of.
pub fn spoken_of(quads: Vec<Quad>, iris: &Iris) -> Vec<Quad> {
    let ontology = GraphName::from(iris.ontology_graph());
    let entities = format!("{}id/", iris.base());
    let (known, said): (Vec<Quad>, Vec<Quad>) = quads
        .into_iter()
        .partition(|quad| quad.graph_name == ontology);
    let mut wanted: HashSet<String> = HashSet::new();
    for quad in &said {
        wanted.extend(
            iris_of(quad)
                .filter(|iri| iri.starts_with(&entities))
                .map(str::to_owned),
        );
    }
    loop {
        // What the description of a wanted thing leads to is wanted too, so that everything has a name.
        let reached = known
            .iter()
            .filter(|quad| is_wanted(quad, &wanted))
            .flat_map(iris_of);
        let reached: Vec<String> = reached
            .filter(|iri| iri.starts_with(&entities) && !wanted.contains(*iri))
            .map(str::to_owned)
            .collect();
        if reached.is_empty() {
            break;
        }
        wanted.extend(reached);
    }
    let kept = known.into_iter().filter(|quad| is_wanted(quad, &wanted));
    let kept: Vec<Quad> = kept.collect();
    said.into_iter().chain(kept).collect()
}

fn is_wanted(quad: &Quad, wanted: &HashSet<String>) -> bool {
    match &quad.subject {
        NamedOrBlankNode::NamedNode(node) => wanted.contains(node.as_str()),
        NamedOrBlankNode::BlankNode(_) => false,
    }
}

fn iris_of(quad: &Quad) -> impl Iterator<Item = &str> {
    let subject = match &quad.subject {
        NamedOrBlankNode::NamedNode(node) => Some(node.as_str()),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    let object = match &quad.object {
        Term::NamedNode(node) => Some(node.as_str()),
        _ => None,
    };
    subject.into_iter().chain(object)
}

#[cfg(test)]
mod tests {
    use oxigraph::model::NamedNode;

    use super::*;
    use crate::rdf::vocabulary::nv;

    #[test]
    fn only_what_articles_name_stays_with_what_it_leads_to() {
        let iris = Iris::default();
        let node = |path: &str| NamedNode::new(format!("{}{path}", iris.base())).unwrap();
        let quad =
            |s: &str, p: &str, o: &str, g: &str| Quad::new(node(s), node(p), node(o), node(g));
        let successor = format!("ontology#{}", nv::SUCCESSOR);
        let said = quad(
            "id/agency/a",
            "ontology#visits",
            "id/province/old",
            "article/x",
        );
        let quads = vec![
            said,
            quad("id/province/old", &successor, "id/province/new", "ontology"),
            quad(
                "id/province/new",
                &successor,
                "id/province/newest",
                "ontology",
            ),
            quad(
                "id/province/newest",
                "ontology#liesIn",
                "id/country/vn",
                "ontology",
            ),
            quad(
                "id/province/other",
                &successor,
                "id/province/new",
                "ontology",
            ),
            quad("id/country/vn", "ontology#code", "ontology#x", "ontology"),
            quad("ontology#visits", "ontology#code", "ontology#x", "ontology"),
        ];
        let expected: Vec<Quad> = [&quads[..4], &quads[5..6]].concat();
        assert_eq!(spoken_of(quads, &iris), expected);
    }
}
