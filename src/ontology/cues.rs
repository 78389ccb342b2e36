//! Reads the lists of cue phrases from `ontology/cues/*.toml`.

use std::collections::BTreeMap;

use rustc_hash::{FxBuildHasher, FxHashSet};
use serde::Deserialize;

use super::OntologyError;
use super::turtle::SourceFile;
use crate::text::fold;

/// A list of phrases that tell something, for example the verbs of organising.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueList {
    /// What the phrases tell, for people.
    pub doc: String,
    /// The phrases, looked for in texts, in any case.
    #[serde(default)]
    pub phrases: Vec<String>,
    /// Words and parts of words (`trì` of `chủ trì`) that are not looked for, but compared where a rule asks;
    /// folded.
    #[serde(default)]
    pub words: Vec<String>,
}

/// The lists of a file, each under `FILE.LIST`.
pub(super) fn read(source: &SourceFile) -> Result<Vec<(String, CueList)>, OntologyError> {
    let file = source.name.rsplit(['/', '\\']).next().unwrap_or("");
    let stem = file.strip_suffix(".toml").unwrap_or(file);
    let read: BTreeMap<String, CueList> = toml::from_str(&source.text).map_err(|error| {
        let line = error.span().map(|span| line_at(&source.text, span.start));
        OntologyError::new(&source.name, line, error.message())
    })?;
    let named = read.into_iter().map(|(name, mut list)| {
        check(source, &name, &list)?;
        for word in &mut list.words {
            *word = fold(word);
        }
        Ok(([stem, ".", &name].concat(), list))
    });
    named.collect()
}

fn check(source: &SourceFile, name: &str, list: &CueList) -> Result<(), OntologyError> {
    let length = list.phrases.len() + list.words.len();
    let mut seen = FxHashSet::with_capacity_and_hasher(length, FxBuildHasher);
    for phrase in list.phrases.iter().chain(&list.words) {
        if phrase.trim().is_empty() {
            let message = format!("the list `{name}` holds an empty phrase");
            return Err(source.error_at(name, "\"\"", message));
        }
        if !seen.insert(phrase) {
            let message = format!("`{phrase}` stands twice in the list `{name}`");
            return Err(source.error_at(name, phrase, message));
        }
    }
    Ok(())
}

fn line_at(text: &str, offset: usize) -> usize {
    1 + text[..offset.min(text.len())].matches('\n').count()
}
