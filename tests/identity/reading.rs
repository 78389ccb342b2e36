//! Reads articles with the library and tells under which id a name of one of them ends up.

use std::collections::BTreeMap;

use ngoaivu::graph::{ArticleFacts, descriptions};
use ngoaivu::model::{Article, Block, BlockKind, EntityId, Metadata, Span};
use ngoaivu::ontology::Ontology;
use ngoaivu::pipeline::Reader;
use ngoaivu::resolve::{Changes, Curation, Knowledge, across};

/// A name in an article.
pub(crate) struct Item<'a> {
    pub(crate) article: &'a str,
    pub(crate) name: &'a str,
}

/// Articles after all of them agreed on ids.
pub(crate) struct Resolved {
    facts: BTreeMap<String, ArticleFacts>,
    changes: BTreeMap<String, Changes>,
}

impl Resolved {
    /// The id under which the article's thing of this name meets others.
    pub(crate) fn id(&self, item: &Item<'_>) -> Option<String> {
        let facts = self.facts.get(item.article)?;
        let short = item.name.replace("UBND", "Ủy ban nhân dân");
        let (id, _) = facts.entities.iter().find(|(_, entity)| {
            entity.name == item.name || entity.name == short || entity.aliases.contains(item.name)
        })?;
        let changes = self.changes.get(item.article);
        let new = changes.and_then(|changes| changes.ids.get(id));
        new.map_or(Some(id), Option::as_ref)
            .map(EntityId::to_string)
    }
}

/// Reads articles (id, day, text) and resolves them together.
pub(crate) fn resolve(articles: &[(String, String, String)]) -> Resolved {
    let ontology = Ontology::embedded();
    let reader = Reader::new(ontology).expect("the lists are there");
    let facts: BTreeMap<String, ArticleFacts> = articles
        .iter()
        .map(|(id, date, text)| {
            (
                id.clone(),
                ArticleFacts::from(&reader.annotate(article(id, date, text))),
            )
        })
        .collect();
    let described = facts
        .values()
        .flat_map(|facts| descriptions(facts, ontology));
    let knowledge = Knowledge::new(ontology);
    let identity = across(
        described.collect::<Vec<_>>().into(),
        &knowledge,
        &Curation::default(),
    );
    Resolved {
        changes: identity.expect("there is no curation").changes,
        facts,
    }
}

fn article(id: &str, date: &str, text: &str) -> Article {
    let length = u32::try_from(text.chars().count()).expect("short");
    Article {
        id: id.to_owned(),
        source: format!("{id}.txt"),
        text: text.to_owned(),
        blocks: vec![Block {
            span: Span::new(0, length),
            kind: BlockKind::Body,
        }],
        metadata: Metadata {
            date: Some(date.to_owned()),
            ..Metadata::default()
        },
        sha256: String::new(),
    }
}
