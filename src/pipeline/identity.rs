//! Decides who is who across all articles of a store, and writes anew the articles that this changes.

use std::collections::{BTreeMap, BTreeSet};

use super::BuildError;
use super::arrivals::misnamed;
use crate::graph::{ArticleFacts, descriptions};
use crate::ontology::Ontology;
use crate::rdf::Mapping;
use crate::resolve::{Changes, Curation, Description, Identity, Knowledge, across};
use crate::store::{Store, StoreError};

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

/// Brings all articles of a store under the ids that all agree on. `fresh` are the descriptions of
/// articles that were read just now; those of the others come from the store.
pub(super) fn settle(
    store: &mut Store,
    mapping: &Mapping,
    knowledge: &Knowledge<'_>,
    fresh: &mut BTreeMap<String, Vec<Description>>,
    curation: &Curation,
) -> Result<Identity, BuildError> {
    for (old, new) in misnamed(&store.articles()?) {
        rename_article(store, mapping, fresh, &old, &new)?;
    }
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

fn decide(
    store: &Store,
    mapping: &Mapping,
    knowledge: &Knowledge<'_>,
    fresh: &mut BTreeMap<String, Vec<Description>>,
    curation: &Curation,
) -> Result<Identity, BuildError> {
    let mut all = Vec::new();
    let articles = store.articles()?;
    for article in &articles {
        match fresh.remove(&article.id) {
            Some(described) => all.extend(described),
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
    fresh: &mut BTreeMap<String, Vec<Description>>,
    old: &str,
    new: &str,
) -> Result<(), StoreError> {
    let mut facts = store.facts_as_read(mapping, old)?;
    new.clone_into(&mut facts.id);
    store.remove_article(old)?;
    store.replace_article(mapping, &facts)?;
    if let Some(mut described) = fresh.remove(old) {
        for description in &mut described {
            new.clone_into(&mut description.article);
        }
        fresh.insert(new.to_owned(), described);
    }
    Ok(())
}
