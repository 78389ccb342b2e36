//! Decides who is who across all articles of a store, and writes anew the articles that this changes.

use std::collections::{BTreeMap, BTreeSet};

use super::BuildError;
use super::arrivals::misnamed;
use crate::graph::{ArticleFacts, descriptions};
use crate::ontology::Ontology;
use crate::rdf::Mapping;
use crate::resolve::{
    Changes, Curation, Description, Descriptions, Identity, Knowledge, Printed, across, repeats,
};
use crate::store::{Store, StoreError, StoredArticle};
use crate::text::Signature;

/// What deciding goes by of an article that was read just now.
pub(super) struct Fresh {
    pub(super) descriptions: Vec<Description>,
    pub(super) signature: Signature,
}

impl Fresh {
    pub(super) fn new(facts: &ArticleFacts, signature: Signature, ontology: &Ontology) -> Self {
        Self {
            descriptions: descriptions(facts, ontology),
            signature,
        }
    }
}

/// What deciding goes by of all articles that were read just now.
#[derive(Default)]
pub(super) struct Arrived {
    ids: BTreeSet<String>,
    descriptions: Descriptions,
    signatures: BTreeMap<String, Signature>,
}

impl Arrived {
    /// Adds an article; it takes the place of one with its id.
    pub(super) fn insert(&mut self, id: String, fresh: Fresh) {
        if !self.ids.insert(id.clone()) {
            self.descriptions.retain_articles(|article| article != id);
        }
        let descriptions = fresh.descriptions.iter();
        descriptions.for_each(|description| self.descriptions.push(description));
        self.signatures.insert(id, fresh.signature);
    }

    #[cfg(test)]
    pub(super) fn remove(&mut self, id: &str) {
        self.ids.remove(id);
        self.signatures.remove(id);
        self.descriptions.retain_articles(|article| article != id);
    }

    pub(super) fn rename(&mut self, old: &str, new: &str) {
        if self.ids.remove(old) {
            self.ids.insert(new.to_owned());
            self.descriptions.rename_article(old, new);
        }
        if let Some(signature) = self.signatures.remove(old) {
            self.signatures.insert(new.to_owned(), signature);
        }
    }

    pub(super) fn take_signatures(&mut self) -> BTreeMap<String, Signature> {
        std::mem::take(&mut self.signatures)
    }
}

/// Who is who in a store, with the reasons: the same decision that the last build took.
///
/// # Errors
/// If the store cannot be read.
pub fn identity(
    store: &Store,
    mapping: &Mapping,
    ontology: &Ontology,
) -> Result<Identity, BuildError> {
    let text = store.curation()?;
    let mut curation = Curation::parse("the curation of the last build", &text)?;
    curation.lenient = true;
    let knowledge = Knowledge::new(ontology);
    let articles = ids(&store.articles()?);
    let all = all_descriptions(store, mapping, &knowledge, &articles, Arrived::default())?;
    decide(all, &articles, &knowledge, &curation)
}

/// Brings all articles of a store under the ids that all agree on, and links those that print one story.
/// `arrived` is what was read just now; what is known of the other articles comes from the store.
pub(super) fn settle(
    store: &mut Store,
    mapping: &Mapping,
    knowledge: &Knowledge<'_>,
    mut arrived: Arrived,
    curation: &Curation,
) -> Result<Identity, BuildError> {
    let mut signatures = store.signatures()?;
    for (old, new) in misnamed(&store.articles()?) {
        rename_article(store, mapping, &old, &new)?;
        arrived.rename(&old, &new);
        if let Some(signature) = signatures.remove(&old) {
            signatures.insert(new, signature);
        }
    }
    signatures.append(&mut arrived.take_signatures());
    let articles = store.articles()?;
    link_stories(store, &articles, signatures, false)?;
    let articles = ids(&articles);
    let all = all_descriptions(store, mapping, knowledge, &articles, arrived)?;
    let identity = decide(all, &articles, knowledge, curation)?;
    let in_force = store.changes()?;
    let articles: BTreeSet<&String> = identity.changes.keys().chain(in_force.keys()).collect();
    let none = Changes::default();
    for article in articles {
        let wanted = identity.changes.get(article).unwrap_or(&none);
        if in_force.get(article).unwrap_or(&none) == wanted {
            continue;
        }
        let facts = store.facts_as_read(mapping, article)?;
        check_dropped(&facts, curation)?;
        store.replace_resolved(mapping, &facts, wanted)?;
    }
    Ok(identity)
}

/// Keeps the signatures of the articles that are there, and writes which of these print one story. `first` says
/// that the store has none of either yet.
pub(super) fn link_stories(
    store: &mut Store,
    articles: &[StoredArticle],
    mut signatures: BTreeMap<String, Signature>,
    first: bool,
) -> Result<(), BuildError> {
    let there: BTreeSet<&String> = articles.iter().map(|article| &article.id).collect();
    signatures.retain(|article, _| there.contains(article));
    match first {
        true => store.add_signatures(&signatures)?,
        false => store.keep_signatures(&signatures)?,
    }
    let printed = articles.iter().filter_map(|article| {
        let signature = signatures.remove(&article.id)?;
        Some(Printed {
            article: article.id.clone(),
            published: article.published.clone(),
            signature,
        })
    });
    let printed: Vec<Printed> = printed.collect();
    store.replace_repeats(&repeats(printed))?;
    Ok(())
}

/// The ids of articles, sorted.
pub(super) fn ids(articles: &[StoredArticle]) -> BTreeSet<String> {
    articles.iter().map(|article| article.id.clone()).collect()
}

/// What all articles say of their things.
fn all_descriptions(
    store: &Store,
    mapping: &Mapping,
    knowledge: &Knowledge<'_>,
    articles: &BTreeSet<String>,
    arrived: Arrived,
) -> Result<Descriptions, StoreError> {
    let Arrived {
        ids: arrived,
        descriptions: mut all,
        ..
    } = arrived;
    for article in articles.difference(&arrived) {
        let facts = store.facts_as_read(mapping, article)?;
        let described = descriptions(&facts, knowledge.ontology());
        described
            .iter()
            .for_each(|description| all.push(description));
    }
    Ok(all)
}

/// Who is who in these articles.
fn decide(
    mut all: Descriptions,
    articles: &BTreeSet<String>,
    knowledge: &Knowledge<'_>,
    curation: &Curation,
) -> Result<Identity, BuildError> {
    all.retain_articles(|article| articles.contains(article));
    all.sort();
    let mut identity = across(all, knowledge, curation)?;
    for dropped in curation.dropped_statements() {
        if articles.contains(&dropped.article) {
            continue;
        }
        let message = format!("there is no article `{}`", dropped.article);
        let error = curation.error(dropped.line, message);
        if !curation.lenient {
            return Err(error.into());
        }
        identity.idle.push(error);
        identity.changes.remove(&dropped.article);
    }
    Ok(identity)
}

/// Who is who in articles all of which arrived just now.
pub(super) fn decide_arrived(
    arrived: Arrived,
    articles: &BTreeSet<String>,
    knowledge: &Knowledge<'_>,
    curation: &Curation,
) -> Result<Identity, BuildError> {
    decide(arrived.descriptions, articles, knowledge, curation)
}

/// Refuses to drop a statement that the article does not make.
pub(super) fn check_dropped(facts: &ArticleFacts, curation: &Curation) -> Result<(), BuildError> {
    if curation.lenient {
        return Ok(());
    }
    for dropped in curation.dropped_statements() {
        let made = || facts.statements.keys().any(|s| s.words() == dropped.words);
        if dropped.article == facts.id && !made() {
            let message = format!(
                "article `{}` does not say `{}`",
                dropped.article, dropped.words
            );
            return Err(curation.error(dropped.line, message).into());
        }
    }
    Ok(())
}

/// Gives an article of a store another id.
fn rename_article(
    store: &mut Store,
    mapping: &Mapping,
    old: &str,
    new: &str,
) -> Result<(), StoreError> {
    let mut facts = store.facts_as_read(mapping, old)?;
    new.clone_into(&mut facts.id);
    store.remove_article(old)?;
    store.replace_article(mapping, &facts)
}
