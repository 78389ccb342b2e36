//! Reads the lists of cue phrases from `ontology/cues/*.toml`.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
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

/// Adds the lists of a file under `FILE.LIST`, or replaces those of that name.
pub(super) fn read(
    source: &SourceFile,
    lists: &mut BTreeMap<String, CueList>,
) -> Result<(), OntologyError> {
    let file = source.name.rsplit(['/', '\\']).next().unwrap_or("");
    let stem = file.strip_suffix(".toml").unwrap_or(file);
    let read: BTreeMap<String, CueList> = toml::from_str(&source.text).map_err(|error| {
        let line = error.span().map(|span| line_at(&source.text, span.start));
        OntologyError::new(&source.name, line, error.message())
    })?;
    for (name, mut list) in read {
        check(source, &name, &list)?;
        for word in &mut list.words {
            *word = fold(word);
        }
        lists.insert(format!("{stem}.{name}"), list);
    }
    Ok(())
}

fn check(source: &SourceFile, name: &str, list: &CueList) -> Result<(), OntologyError> {
    let mut seen = FxHashSet::default();
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
