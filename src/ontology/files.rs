//! The files of `ontology/`: those compiled into the binary, and those of a folder a user names.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::OntologyError;
use super::turtle::SourceFile;

/// The vocabulary: classes and properties with labels and definitions. The names do not need it.
pub const VOCABULARY: &str = include_str!("../../ontology/vocabulary.ttl");

macro_rules! embed {
    ($($name:literal),* $(,)?) => {
        /// All names, roles, head nouns and cues, the only list of these files.
        const EMBEDDED: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../ontology/", $name)))),*];
    };
}

embed![
    "cues/anaphora.toml",
    "cues/clause.toml",
    "cues/compounds.toml",
    "cues/cooperation.toml",
    "cues/dates.toml",
    "cues/documents.toml",
    "cues/figures.toml",
    "cues/happens.toml",
    "cues/identity.toml",
    "cues/involves.toml",
    "cues/jurisdiction.toml",
    "cues/markets.toml",
    "cues/names.toml",
    "cues/organizes.toml",
    "cues/part-of.toml",
    "cues/participates.toml",
    "cues/persons.toml",
    "cues/positions.toml",
    "cues/products.toml",
    "cues/series.toml",
    "cues/theme.toml",
    "cues/visits.toml",
    "head_nouns.ttl",
    "roles.ttl",
    // Where two things bear one name, the one that stands earlier here is meant first.
    "names/countries.ttl",
    "names/provinces.ttl",
    "names/events.ttl",
    "names/former_countries.ttl",
    "names/former_provinces.ttl",
    "names/agencies.ttl",
    "names/firms.ttl",
    "names/documents.ttl",
    "names/people.ttl",
    "names/statesmen.ttl",
    "names/programmes.ttl",
    "names/places.ttl",
    "names/cities.ttl",
    "names/districts.ttl",
];

/// The files that are compiled in.
pub(super) fn embedded() -> Vec<SourceFile> {
    EMBEDDED
        .iter()
        .map(|(name, text)| SourceFile {
            name: (*name).to_owned(),
            text: Cow::Borrowed(text),
        })
        .collect()
}

/// A file of this name.
pub(super) fn named(name: &str, text: &str) -> SourceFile {
    SourceFile {
        name: name.to_owned(),
        text: Cow::Owned(text.to_owned()),
    }
}

/// The texts of the files that are compiled in.
pub(super) fn embedded_texts<'a>() -> impl Iterator<Item = &'a str> {
    EMBEDDED.iter().map(|(_, text)| *text)
}

/// SHA-256 of texts, in lower-case hexadecimal.
pub(super) fn digest<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update((text.len() as u64).to_le_bytes());
        digest.update(text);
    }
    let digest = digest.finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The data files of a folder and the folders in it, sorted by path. The vocabulary and SHACL shapes
/// are for other tools and are passed over.
pub(super) fn in_folder(folder: &Path) -> Result<Vec<SourceFile>, OntologyError> {
    let mut files = Vec::new();
    for item in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let item = item.map_err(|error| {
            OntologyError::new(&folder.display().to_string(), None, error.to_string())
        })?;
        if item.file_type().is_file() && is_data(item.path()) {
            files.push(read(item.path())?);
        }
    }
    if files.is_empty() {
        let message = "no .ttl or .toml file here; name a folder laid out as `ontology/`";
        return Err(OntologyError::new(
            &folder.display().to_string(),
            None,
            message,
        ));
    }
    Ok(files)
}

fn is_data(path: &Path) -> bool {
    let stem = path
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or("");
    let ending = path
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or("");
    matches!(ending, "ttl" | "toml") && stem != "vocabulary" && !stem.starts_with("shapes")
}

fn read(path: &Path) -> Result<SourceFile, OntologyError> {
    let name = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(text) => Ok(SourceFile {
            name,
            text: text.into(),
        }),
        Err(error) => Err(OntologyError::new(&name, None, error.to_string())),
    }
}
