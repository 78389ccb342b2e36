//! What a store says of one thing, in the order of time, each line with its source.

use std::collections::BTreeSet;

use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Term};
use oxigraph::store::StorageError;

use crate::model::EntityId;
use crate::rdf::Iris;
use crate::rdf::vocabulary::{nv, oa, org, sem, skos};
use crate::store::Statements;

/// The page of one thing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The name to show.
    pub name: String,
    /// All other names, sorted.
    pub names: BTreeSet<String>,
    /// What the ontology says beside names, in words: codes, period, what came before and after.
    pub known: Vec<String>,
    /// What articles say, in the order of time.
    pub lines: Vec<Line>,
    /// The articles that name it, sorted by id.
    pub articles: BTreeSet<String>,
}

/// One thing that an article says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The time that the sentence gives; empty where it gives none.
    pub time: String,
    /// When the article speaks; empty where that is unknown.
    pub seen: String,
    /// Who, what, of whom: names and the predicate.
    pub words: String,
    /// The sentence.
    pub quote: String,
    /// The article.
    pub article: String,
    /// Where the sentence stands in the article.
    pub place: (u32, u32),
}

impl Line {
    /// What it is sorted by: the time that the sentence gives, or else that of the article.
    fn key(&self) -> (bool, &str, &str, &str, (u32, u32)) {
        let time = if self.time.is_empty() {
            &self.seen
        } else {
            &self.time
        };
        (
            time.is_empty(),
            time,
            &self.words,
            &self.article,
            self.place,
        )
    }
}

/// Reads the page of a thing.
///
/// # Errors
/// If the store cannot be read.
pub fn page(store: &Statements, iris: &Iris, id: &EntityId) -> Result<Page, StorageError> {
    let desk = Desk { store, iris };
    let node = iris.entity(id);
    let mut page = Page {
        name: desk.name(&node)?,
        known: desk.known(&node)?,
        ..Page::default()
    };
    for property in [
        skos::PREF_LABEL.into_owned(),
        skos::ALT_LABEL.into_owned(),
        rdfs::LABEL.into_owned(),
        iris.term(nv::ACRONYM),
        iris.term(nv::FORMER_NAME),
    ] {
        page.names.extend(desk.texts(&node, property.as_ref())?);
    }
    page.names.remove(&page.name);
    for sentence in desk.objects(&node, iris.term(nv::MENTIONED_IN).as_ref())? {
        if let Term::NamedNode(sentence) = sentence
            && let Some((article, _)) = sentence.as_str().split_once('#')
        {
            page.articles.extend(iris.read_article(article));
        }
    }
    let mut lines = BTreeSet::new();
    for property in ENDS.into_iter().flatten() {
        let quads = store.quads_for_pattern(None, Some(property), Some((&node).into()), None);
        for quad in quads {
            if let NamedOrBlankNode::NamedNode(statement) = quad?.subject {
                lines.extend(desk.lines(&statement)?);
            }
        }
    }
    page.lines = lines.into_iter().collect();
    page.lines.sort_by(|a, b| a.key().cmp(&b.key()));
    Ok(page)
}

/// The properties that lead from a statement to its subject, and to its object.
const ENDS: [[NamedNodeRef<'static>; 3]; 2] = [
    [rdf::SUBJECT, org::MEMBER, sem::HAS_ACTOR],
    [rdf::OBJECT, org::ORGANIZATION, sem::HAS_PLACE],
];

struct Desk<'a> {
    store: &'a Statements,
    iris: &'a Iris,
}

impl Desk<'_> {
    fn objects(
        &self,
        node: &NamedNode,
        property: NamedNodeRef<'_>,
    ) -> Result<Vec<Term>, StorageError> {
        let quads = self
            .store
            .quads_for_pattern(Some(node.into()), Some(property), None, None);
        quads.map(|quad| Ok(quad?.object)).collect()
    }

    fn texts(
        &self,
        node: &NamedNode,
        property: NamedNodeRef<'_>,
    ) -> Result<BTreeSet<String>, StorageError> {
        let objects = self.objects(node, property)?.into_iter();
        Ok(objects
            .filter_map(|term| match term {
                Term::Literal(literal) => Some(literal.value().to_owned()),
                _ => None,
            })
            .collect())
    }

    fn text(
        &self,
        node: &NamedNode,
        property: NamedNodeRef<'_>,
    ) -> Result<Option<String>, StorageError> {
        Ok(self.texts(node, property)?.pop_first())
    }

    fn name(&self, node: &NamedNode) -> Result<String, StorageError> {
        let name = self.text(node, skos::PREF_LABEL)?;
        let id = || self.iris.read_entity(node.as_str());
        Ok(name.unwrap_or_else(|| id().map_or_else(|| node.as_str().to_owned(), |id| id.0)))
    }

    fn term(&self, term: &Term) -> Result<String, StorageError> {
        match term {
            Term::NamedNode(node) => self.name(node),
            Term::Literal(literal) => Ok(literal.value().to_owned()),
            _ => Ok(String::new()),
        }
    }

    /// Codes, period, what came before and after.
    fn known(&self, node: &NamedNode) -> Result<Vec<String>, StorageError> {
        let mut known = Vec::new();
        for (name, words) in [
            (nv::CODE, "code"),
            (nv::GSO_CODE, "statistics office"),
            (nv::VALID_FROM, "since"),
            (nv::VALID_UNTIL, "no more since"),
        ] {
            for text in self.texts(node, self.iris.term(name).as_ref())? {
                known.push(format!("{words} {text}"));
            }
        }
        let successor = self.iris.term(nv::SUCCESSOR);
        let mut after = BTreeSet::new();
        for heir in self.objects(node, successor.as_ref())? {
            after.insert(format!("followed by {}", self.term(&heir)?));
        }
        let mut before = BTreeSet::new();
        let object = Some(node.into());
        for quad in self
            .store
            .quads_for_pattern(None, Some(successor.as_ref()), object, None)
        {
            if let NamedOrBlankNode::NamedNode(earlier) = quad?.subject {
                before.insert(format!("took in {}", self.name(&earlier)?));
            }
        }
        known.extend(before.into_iter().chain(after));
        Ok(known)
    }

    /// The lines of one statement, one for each of its sentences.
    fn lines(&self, statement: &NamedNode) -> Result<Vec<Line>, StorageError> {
        let mut ends = [String::new(), String::new()];
        for (end, properties) in ends.iter_mut().zip(ENDS) {
            for property in properties {
                if let Some(term) = self.objects(statement, property)?.first() {
                    *end = self.term(term)?;
                }
            }
        }
        let [subject, object] = ends;
        let predicate = match self.objects(statement, rdf::PREDICATE)?.first() {
            Some(Term::NamedNode(iri)) => iri.as_str().rsplit('#').next().map(str::to_owned),
            _ => None,
        };
        let term = |name| self.iris.term(name);
        let title = self.text(statement, term(nv::TITLE).as_ref())?;
        let title = title.map_or_else(String::new, |title| format!(" ({title})"));
        let words = format!(
            "{subject} {} {object}{title}",
            predicate.unwrap_or_default()
        );
        let begin = self.text(statement, term(nv::BEGIN).as_ref())?;
        let time = match self.text(statement, term(nv::TIME).as_ref())? {
            Some(time) => time,
            None => begin.unwrap_or_default(),
        };
        let mut lines = Vec::new();
        for sentence in self.objects(statement, term(nv::EVIDENCE_OF).as_ref())? {
            if let Term::NamedNode(sentence) = sentence {
                lines.push(self.line(&sentence, time.clone(), words.clone())?);
            }
        }
        Ok(lines)
    }

    fn line(
        &self,
        sentence: &NamedNode,
        time: String,
        words: String,
    ) -> Result<Line, StorageError> {
        let number = |property| -> Result<u32, StorageError> {
            let text = self.text(sentence, property)?;
            Ok(text.and_then(|text| text.parse().ok()).unwrap_or(0))
        };
        let article = match self.objects(sentence, oa::HAS_SOURCE)?.pop() {
            Some(Term::NamedNode(article)) => Some(article),
            _ => None,
        };
        let seen = match &article {
            Some(article) => self.text(article, self.iris.term(nv::AS_OF).as_ref())?,
            None => None,
        };
        let id = article.and_then(|article| self.iris.read_article(article.as_str()));
        Ok(Line {
            time,
            seen: seen.unwrap_or_default(),
            words,
            quote: self.text(sentence, oa::EXACT)?.unwrap_or_default(),
            article: id.unwrap_or_default(),
            place: (number(oa::START)?, number(oa::END)?),
        })
    }
}
