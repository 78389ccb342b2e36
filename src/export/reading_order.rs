//! The order in which people read a graph: people, bodies, places, events, then articles with their
//! statements, then vocabulary; names first, long lists of sources last.

use std::borrow::Cow;
use std::cmp::Ordering;

use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNodeRef, TermRef, TripleRef};
use rustc_hash::FxHashMap;

use crate::model::EntityType;
use crate::rdf::Iris;
use crate::rdf::vocabulary::{nv, oa, org, schema, sem, skos};

/// The triples in the order of reading, each once.
pub(super) fn sorted<'t>(
    triples: impl Iterator<Item = TripleRef<'t>>,
    order: &Order<'_>,
) -> Vec<TripleRef<'t>> {
    // Statements with one property often follow each other.
    let mut last = ("", order.middle);
    let mut placed: Vec<(usize, TripleRef<'t>)> = triples
        .map(|triple| {
            if !is_same(last.0, triple.predicate.as_str()) {
                last = (triple.predicate.as_str(), order.place(triple.predicate));
            }
            (last.1, triple)
        })
        .collect();
    let one_subject = placed
        .windows(2)
        .all(|pair| is_same_subject(&pair[0].1, &pair[1].1));
    if !one_subject {
        placed.sort_by_cached_key(|(_, triple)| order.subject(triple.subject));
    }
    for group in placed.chunk_by_mut(|a, b| is_same_subject(&a.1, &b.1)) {
        group.sort_by(|(place, a), (other, b)| {
            let by_predicate = || match is_same_predicate(a, b) {
                true => Ordering::Equal,
                false => a.predicate.as_str().cmp(b.predicate.as_str()),
            };
            let by_object = || object_order(a.object, b.object);
            place
                .cmp(other)
                .then_with(by_predicate)
                .then_with(by_object)
        });
    }
    let mut triples: Vec<TripleRef<'t>> = placed.into_iter().map(|(_, triple)| triple).collect();
    triples
        .dedup_by(|a, b| a.object == b.object && is_same_predicate(a, b) && is_same_subject(a, b));
    triples
}

/// Whether two triples have one subject.
pub(super) fn is_same_subject(a: &TripleRef<'_>, b: &TripleRef<'_>) -> bool {
    match (a.subject, b.subject) {
        (NamedOrBlankNodeRef::NamedNode(a), NamedOrBlankNodeRef::NamedNode(b)) => {
            is_same(a.as_str(), b.as_str())
        }
        (a, b) => a == b,
    }
}

/// Whether two triples have one property.
pub(super) fn is_same_predicate(a: &TripleRef<'_>, b: &TripleRef<'_>) -> bool {
    is_same(a.predicate.as_str(), b.predicate.as_str())
}

/// Whether two texts are equal; those of one term mostly lie in one place.
fn is_same(a: &str, b: &str) -> bool {
    std::ptr::eq(a, b) || a == b
}

/// Predicates that come first, in this order: what it is, its names, who did what, when.
fn first_predicates(iris: &Iris) -> Vec<NamedNode> {
    let named = [rdf::TYPE, skos::PREF_LABEL, rdfs::LABEL, skos::ALT_LABEL];
    let other_names = [nv::ACRONYM, nv::FORMER_NAME, nv::CODE];
    let triple = [
        rdf::SUBJECT,
        org::MEMBER,
        sem::HAS_ACTOR,
        rdf::PREDICATE,
        rdf::OBJECT,
        org::ORGANIZATION,
        sem::HAS_PLACE,
    ];
    let qualifiers = [
        nv::TITLE,
        nv::VALUE,
        nv::UNIT,
        nv::CHANGE,
        nv::TIME,
        nv::BEGIN,
        nv::END,
    ];
    let about = [
        schema::HEADLINE,
        schema::DATE_PUBLISHED,
        oa::HAS_SOURCE,
        oa::START,
        oa::END,
    ];
    let nodes = |list: &[NamedNodeRef<'_>]| -> Vec<NamedNode> {
        list.iter().map(|node| node.into_owned()).collect()
    };
    let terms =
        |list: &[&str]| -> Vec<NamedNode> { list.iter().map(|name| iris.term(name)).collect() };
    [
        nodes(&named),
        terms(&other_names),
        nodes(&triple),
        terms(&qualifiers),
        nodes(&about),
    ]
    .concat()
}

/// The order of one output.
pub(super) struct Order<'a> {
    /// The places of properties that come before the others or behind them.
    places: FxHashMap<String, usize>,
    middle: usize,
    iris: &'a Iris,
}

impl<'a> Order<'a> {
    pub(super) fn new(iris: &'a Iris) -> Self {
        let first = first_predicates(iris);
        let middle = first.len();
        let last = [nv::RULE, nv::MENTIONED_IN, nv::EVIDENCE_OF].map(|name| iris.term(name));
        let last = last.into_iter().zip(middle + 1..);
        let places = first.into_iter().zip(0..).chain(last);
        Self {
            places: places
                .map(|(node, place)| (node.into_string(), place))
                .collect(),
            middle,
            iris,
        }
    }

    /// The place of a property among those of its subject.
    fn place(&self, predicate: NamedNodeRef<'_>) -> usize {
        let place = self.places.get(predicate.as_str()).copied();
        place.unwrap_or(self.middle)
    }

    /// The place of a subject.
    pub(super) fn subject<'t>(&self, subject: NamedOrBlankNodeRef<'t>) -> (usize, Natural<'t>) {
        const UNKNOWN: usize = EntityType::ALL.len() + 3;
        match subject {
            NamedOrBlankNodeRef::NamedNode(node) => {
                let rank = self.rank(node).unwrap_or(UNKNOWN);
                (rank, Natural(with_rank_of_part(node.as_str())))
            }
            NamedOrBlankNodeRef::BlankNode(node) => (UNKNOWN + 1, Natural::new(node.as_str())),
        }
    }

    fn rank(&self, node: NamedNodeRef<'_>) -> Option<usize> {
        const ARTICLES: usize = EntityType::ALL.len();
        let below = node.as_str().strip_prefix(self.iris.base())?;
        let (segment, rest) = below.split_once(['/', '#'])?;
        match segment {
            "id" => {
                let kind = rest.split('/').next().and_then(EntityType::from_segment)?;
                EntityType::ALL.iter().position(|other| *other == kind)
            }
            "article" => Some(ARTICLES),
            "ontology" => Some(ARTICLES + 2),
            _ => Some(ARTICLES + 1),
        }
    }
}

/// Names before texts, numbers in them by value.
fn object_order(left: TermRef<'_>, right: TermRef<'_>) -> Ordering {
    let text = |term: TermRef<'_>| match term {
        TermRef::NamedNode(_) => 0,
        TermRef::BlankNode(_) => 1,
        TermRef::Literal(_) => 2,
    };
    match (left, right) {
        (TermRef::NamedNode(a), TermRef::NamedNode(b)) => natural_order(a.as_str(), b.as_str()),
        (TermRef::BlankNode(a), TermRef::BlankNode(b)) => natural_order(a.as_str(), b.as_str()),
        (TermRef::Literal(a), TermRef::Literal(b)) => natural_order(a.value(), b.value())
            // The whole object parts literals that differ in datatype or language alone.
            .then_with(|| left.to_string().cmp(&right.to_string())),
        _ => text(left).cmp(&text(right)),
    }
}

/// The IRI with a digit behind its `#`, by which the parts of an article come in this order: how it was
/// read, its statements, its figures, its sentences.
fn with_rank_of_part(iri: &str) -> Cow<'_, str> {
    let Some((whole, part)) = iri.split_once('#') else {
        return iri.into();
    };
    let parts = ["reading", "statement", "figure", "char"];
    let rank = parts
        .iter()
        .position(|start| part.starts_with(start))
        .unwrap_or(parts.len());
    format!("{whole}#{rank}{part}").into()
}

/// A text in which numbers are ordered by value: `statement-2` before `statement-10`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Natural<'t>(Cow<'t, str>);

impl<'t> Natural<'t> {
    fn new(text: &'t str) -> Self {
        Self(text.into())
    }
}

impl PartialOrd for Natural<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Natural<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        natural_order(&self.0, &other.0)
    }
}

/// The order of two texts in which numbers count by value.
fn natural_order(left: &str, right: &str) -> Ordering {
    let (mut a, mut b) = (left.as_bytes(), right.as_bytes());
    loop {
        let same = common_length(a, b);
        // A number may have begun before the first difference.
        let number = same
            - a[..same]
                .iter()
                .rev()
                .take_while(|x| x.is_ascii_digit())
                .count();
        let (x, y) = (digits(&a[number..]), digits(&b[number..]));
        if x.is_empty() || y.is_empty() {
            // Equal but for leading zeros, which must not make two texts one.
            return a[same..].cmp(&b[same..]).then_with(|| left.cmp(right));
        }
        let order = x.len().cmp(&y.len());
        let (short, long) = (without_zeros(x), without_zeros(y));
        let by_value = short.len().cmp(&long.len()).then_with(|| short.cmp(long));
        if by_value != Ordering::Equal {
            return by_value;
        }
        if order == Ordering::Equal {
            return a[same..].cmp(&b[same..]).then_with(|| left.cmp(right));
        }
        (a, b) = (&a[number + x.len()..], &b[number + y.len()..]);
    }
}

/// How many bytes two texts share at their beginning.
fn common_length(a: &[u8], b: &[u8]) -> usize {
    const STEP: usize = 16;
    let steps = a.chunks_exact(STEP).zip(b.chunks_exact(STEP));
    let same = STEP * steps.take_while(|(x, y)| x == y).count();
    let rest = a[same..].iter().zip(&b[same..]);
    same + rest.take_while(|(x, y)| x == y).count()
}

fn digits(text: &[u8]) -> &[u8] {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    &text[..count]
}

fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == b'0').count();
    &number[zeros..]
}

#[cfg(test)]
mod tests {
    use oxigraph::model::Triple;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_ordered_by_value() {
        let mut texts = [
            "x#statement-10",
            "x#statement-2",
            "x",
            "x#char=9,12",
            "x#char=9,2",
            "x02",
            "x2",
        ]
        .map(Natural::new);
        texts.sort();
        let sorted: Vec<&str> = texts.iter().map(|text| &*text.0).collect();
        assert_eq!(
            sorted,
            [
                "x",
                "x#char=9,2",
                "x#char=9,12",
                "x#statement-2",
                "x#statement-10",
                "x02",
                "x2"
            ]
        );
    }

    proptest! {
        #[test]
        fn natural_order_is_an_order(a in "[a0-2]{0,5}", b in "[a0-2]{0,5}", c in "[a0-2]{0,5}") {
            let (x, y, z) = (Natural::new(&a), Natural::new(&b), Natural::new(&c));
            prop_assert_eq!(x.cmp(&y), y.cmp(&x).reverse());
            prop_assert_eq!(x == y, x.cmp(&y) == Ordering::Equal);
            prop_assert!(!(x <= y && y <= z) || x <= z);
        }
    }

    #[test]
    fn people_come_before_bodies_and_names_before_the_rest() {
        let iris = Iris::default();
        let triple = |subject: &str, predicate: &str| {
            let node = |iri: &str| NamedNode::new_unchecked(iri);
            let subject = node(&format!("{}{subject}", iris.base()));
            Triple::new(subject, node(predicate), node("x:o"))
        };
        let triples = [
            triple("article/a#statement-1", "x:p"),
            triple("id/agency/b", "x:p"),
            triple("id/person/a", iris.term(nv::MENTIONED_IN).as_str()),
            triple("id/person/a", "x:p"),
            triple("id/person/a", skos::PREF_LABEL.as_str()),
            triple("article/a", "x:p"),
            triple("id/person/a", "x:p"),
            triple("id/person/a", rdf::TYPE.as_str()),
        ];
        let triples = sorted(triples.iter().map(Triple::as_ref), &Order::new(&iris));
        let shown: Vec<String> = triples
            .iter()
            .map(|t| format!("{} {}", t.subject, t.predicate).replace(iris.base(), ""))
            .collect();
        assert_eq!(
            shown,
            [
                "<id/person/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
                "<id/person/a> <http://www.w3.org/2004/02/skos/core#prefLabel>",
                "<id/person/a> <x:p>",
                "<id/person/a> <ontology#mentionedIn>",
                "<id/agency/b> <x:p>",
                "<article/a> <x:p>",
                "<article/a#statement-1> <x:p>",
            ]
        );
    }
}
