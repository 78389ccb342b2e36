//! RDF 1.2: the node of a statement names the triple itself instead of its subject, predicate and object.

use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedNode, NamedOrBlankNode, Term, Triple, TripleRef};

use crate::rdf::vocabulary::{org, sem};

/// The property from a reifier to its triple; oxigraph's own constant belongs to a feature that is off.
pub(super) const REIFIES: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies";

/// All that is said of one subject.
pub(super) struct Group<'a> {
    pub(super) triples: &'a [TripleRef<'a>],
    /// The triple that the subject stands for.
    pub(super) reifies: Option<Triple>,
}

/// The properties that lead to subject and object; with the class where it says no more than these do.
const FORMS: [(&str, &str, bool); 3] = [
    (
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#object",
        true,
    ),
    (org::MEMBER.as_str(), org::ORGANIZATION.as_str(), false),
    (sem::HAS_ACTOR.as_str(), sem::HAS_PLACE.as_str(), false),
];

/// The triple that the node of a statement stands for. What the triple says is taken out of `triples`, but
/// posts and visits keep their own properties, which other vocabularies define.
pub(super) fn reify(triples: &mut Vec<Triple>) -> Option<Triple> {
    let object = |property: &str| {
        let mut found = triples.iter().filter(|t| t.predicate.as_str() == property);
        let first = found.next()?;
        found.next().is_none().then(|| first.object.clone())
    };
    let Term::NamedNode(predicate) = object(rdf::PREDICATE.as_str())? else {
        return None;
    };
    let (from, to, bare) = FORMS
        .into_iter()
        .find(|(from, to, _)| object(from).is_some() && object(to).is_some())?;
    let subject = NamedOrBlankNode::try_from(object(from)?).ok()?;
    let reified = Triple::new(subject, predicate, object(to)?);
    let statement = NamedNode::from(rdf::STATEMENT);
    triples.retain(|triple| {
        let property = triple.predicate.as_str();
        let said = property == rdf::PREDICATE.as_str()
            || (bare && (property == from || property == to))
            || (bare && triple.object == Term::from(statement.clone()));
        !said
    });
    Some(reified)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn triple(property: &str, object: &str) -> Triple {
        let node = |iri: &str| NamedNode::new_unchecked(iri);
        Triple::new(node("x:statement"), node(property), node(object))
    }

    #[test]
    fn plain_statements_become_reifiers_and_posts_keep_their_form() {
        let rdf = |name: &str| format!("http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}");
        let mut plain = vec![
            triple(&rdf("type"), &rdf("Statement")),
            triple(&rdf("subject"), "x:a"),
            triple(&rdf("predicate"), "x:p"),
            triple(&rdf("object"), "x:b"),
            triple("x:rule", "x:r"),
        ];
        let reified = reify(&mut plain).unwrap();
        assert_eq!(reified.to_string(), "<x:a> <x:p> <x:b>");
        assert_eq!(plain, [triple("x:rule", "x:r")]);

        let mut post = vec![
            triple(org::MEMBER.as_str(), "x:a"),
            triple(&rdf("predicate"), "x:p"),
            triple(org::ORGANIZATION.as_str(), "x:b"),
        ];
        assert!(reify(&mut post).is_some());
        assert_eq!(post.len(), 2);
        assert!(reify(&mut vec![triple("x:rule", "x:r")]).is_none());
    }
}
