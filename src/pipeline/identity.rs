//! Decides who is who across all articles of a store, and writes anew the articles that this changes.

use std::collections::{BTreeMap, BTreeSet};

use super::BuildError;
use super::arrivals::misnamed;
use crate::graph::{ArticleFacts, descriptions};
use crate::ontology::Ontology;
use crate::rdf::Mapping;
use crate::resolve::{
    Changes, Curation, Description, Identity, Knowledge, Printed, across, repeats,
};
use crate::store::{Store, StoreError};
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
    decide(store, mapping, &knowledge, &mut BTreeMap::new(), &curation)
}

/// Brings all articles of a store under the ids that all agree on, and links those that print one story.
/// `fresh` is what was read just now; what is known of the other articles comes from the store.
pub(super) fn settle(
    store: &mut Store,
    mapping: &Mapping,
    knowledge: &Knowledge<'_>,
    fresh: &mut BTreeMap<String, Fresh>,
    curation: &Curation,
) -> Result<Identity, BuildError> {
    let mut signatures = store.signatures()?;
    for (old, new) in misnamed(&store.articles()?) {
        rename_article(store, mapping, fresh, &old, &new)?;
        if let Some(signature) = signatures.remove(&old) {
            signatures.insert(new, signature);
        }
    }
    for (id, read) in fresh.iter_mut() {
        signatures.insert(id.clone(), std::mem::take(&mut read.signature));
    }
    link_stories(store, signatures)?;
    let identity = decide(store, mapping, knowledge, fresh, curation)?;
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

/// Keeps the signatures of the articles that are there, and writes which of these print one story.
fn link_stories(
    store: &mut Store,
    mut signatures: BTreeMap<String, Signature>,
) -> Result<(), BuildError> {
    let articles = store.articles()?;
    let printed = articles.into_iter().filter_map(|article| {
        let (article, published) = (article.id, article.published);
        signatures.remove(&article).map(|signature| Printed {
            article,
            published,
            signature,
        })
    });
    let printed: Vec<Printed> = printed.collect();
    let there = printed.iter();
    let there = there.map(|p| (p.article.clone(), p.signature.clone()));
    store.keep_signatures(&there.collect())?;
    store.replace_repeats(&repeats(printed))?;
    Ok(())
}

fn decide(
    store: &Store,
    mapping: &Mapping,
    knowledge: &Knowledge<'_>,
    fresh: &mut BTreeMap<String, Fresh>,
    curation: &Curation,
) -> Result<Identity, BuildError> {
    let mut all = Vec::new();
    let articles = store.articles()?;
    for article in &articles {
        match fresh.remove(&article.id) {
            Some(read) => all.extend(read.descriptions),
            None => {
                let facts = store.facts_as_read(mapping, &article.id)?;
                all.extend(descriptions(&facts, knowledge.ontology()));
            }
        }
    }
    let mut identity = across(all, knowledge, curation)?;
    for dropped in curation.dropped_statements() {
        if articles.iter().any(|a| a.id == dropped.article) {
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

/// Refuses to drop a statement that the article does not make.
fn check_dropped(facts: &ArticleFacts, curation: &Curation) -> Result<(), BuildError> {
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
    fresh: &mut BTreeMap<String, Fresh>,
    old: &str,
    new: &str,
) -> Result<(), StoreError> {
    let mut facts = store.facts_as_read(mapping, old)?;
    new.clone_into(&mut facts.id);
    store.remove_article(old)?;
    store.replace_article(mapping, &facts)?;
    if let Some(mut read) = fresh.remove(old) {
        for description in &mut read.descriptions {
            new.clone_into(&mut description.article);
        }
        fresh.insert(new.to_owned(), read);
    }
    Ok(())
}
