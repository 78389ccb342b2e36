//! The knowledge of `ontology/`: names, roles, head nouns and cues, and one matcher for all of them.

mod cues;
mod entry;
mod error;
mod fields;
mod files;
mod lexicon;
mod lexicon_builder;
mod load;
mod matches;
mod numbers;
mod phrase;
mod plain_turtle;
mod scanner;
mod term;
mod turtle;

#[cfg(test)]
mod data_tests;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::model::{EntityId, EntityType};
use crate::text::Text;

pub use cues::CueList;
pub use entry::{Entry, EntryIndex, Label, LabelKind};
pub use error::OntologyError;
pub use files::VOCABULARY;
pub use lexicon::{Cue, Match, Target};
pub use matches::{Kinds, Matches};
pub use numbers::NUMBERS;
pub use term::{HeadNoun, HeadNounIndex, Role, RoleBody, RoleIndex, RoleKind};

/// What the program knows before it reads: the content of `ontology/`.
#[derive(Debug, Default)]
pub struct Ontology {
    /// Named things.
    pub entries: Vec<Entry>,
    /// Role titles, honorifics, ranks, professions.
    pub roles: Vec<Role>,
    /// Nouns that open names.
    pub head_nouns: Vec<HeadNoun>,
    /// Lists of cue phrases with their ids, sorted by id.
    cues: Vec<(String, CueList)>,
    lexicon: lexicon::Lexicon,
    by_id: FxHashMap<EntityId, EntryIndex>,
    by_code: BTreeMap<String, Vec<EntryIndex>>,
    /// Digest of the files of a folder that extends what is compiled in.
    folder: Option<String>,
}

impl Ontology {
    /// The ontology compiled into the program.
    ///
    /// # Panics
    /// Where a file of `ontology/` holds a mistake, which the tests exclude.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Ontology> = OnceLock::new();
        EMBEDDED.get_or_init(|| match load::from_layers(&[files::embedded()]) {
            Ok(ontology) => ontology,
            Err(error) => panic!("ontology/{error}"),
        })
    }

    /// The compiled-in ontology extended by the files of a folder; what they describe under a known
    /// id, and lists of cues of a known name, replace what was known.
    pub fn load(folder: &Path) -> Result<Self, OntologyError> {
        let layers = [files::embedded(), files::in_folder(folder)?];
        let mut ontology = load::from_layers(&layers)?;
        let texts = layers[1].iter().map(|source| source.text.as_ref());
        ontology.folder = Some(files::digest(texts));
        Ok(ontology)
    }

    /// An ontology of these files alone, each with its name and its text.
    pub fn of_files(files: &[(&str, &str)]) -> Result<Self, OntologyError> {
        let files = files.iter().map(|(name, text)| files::named(name, text));
        load::from_layers(&[files.collect()])
    }

    /// Eight hexadecimal digits that change whenever a file of the ontology does.
    pub fn fingerprint(&self) -> String {
        let folder = self.folder.as_deref();
        let mut digest = files::digest(files::embedded_texts().chain(folder));
        digest.truncate(8);
        digest
    }

    /// All names, roles, head nouns and cues that a text holds, also nested and overlapping ones,
    /// sorted by start, the longest first.
    pub fn matches(&self, text: &Text) -> Matches {
        self.lexicon.matches(text)
    }

    /// The list of cues with this id, `FILE.LIST`, for example `organizes.active`.
    pub fn cue(&self, id: &str) -> Result<Cue, OntologyError> {
        let found = self
            .cues
            .binary_search_by(|(known, _)| known.as_str().cmp(id));
        match found.ok().and_then(|index| u16::try_from(index).ok()) {
            Some(index) => Ok(Cue(index)),
            None => {
                let (file, list) = id.split_once('.').unwrap_or((id, ""));
                let message = format!("there is no list `[{list}]`; add it, or correct its name");
                Err(OntologyError::new(
                    &format!("cues/{file}.toml"),
                    None,
                    message,
                ))
            }
        }
    }

    /// The id and the phrases of a list of cues.
    pub fn cue_list(&self, cue: Cue) -> Option<(&str, &CueList)> {
        self.cues
            .get(usize::from(cue.0))
            .map(|(id, list)| (id.as_str(), list))
    }

    /// Whether a folded word is one of a list of words.
    #[inline]
    pub fn is_word(&self, cue: Cue, folded: &str) -> bool {
        let list = self.cue_list(cue);
        list.is_some_and(|(_, list)| list.words.iter().any(|word| word == folded))
    }

    /// The entry with this id, `TYPE/SLUG`.
    pub fn entry(&self, id: &EntityId) -> Option<EntryIndex> {
        self.by_id.get(id).copied()
    }

    /// The state whose capital a place or province is: the point of a state is that of its capital.
    pub fn state_of_capital(&self, city: EntryIndex) -> Option<EntryIndex> {
        let entry = &self.entries[city];
        let state = match entry.kind {
            EntityType::Place => entry.territory,
            EntityType::Province => self.entries_coded("VN").first().copied(),
            _ => None,
        }?;
        (entry.point.is_some() && self.entries[state].point == entry.point).then_some(state)
    }

    /// The entries with this ISO code; units of different periods share one.
    pub fn entries_coded(&self, code: &str) -> &[EntryIndex] {
        self.by_code.get(code).map_or(&[], Vec::as_slice)
    }

    /// The entries that bear this name, in any case and with either placing of tone marks, and what
    /// kind of name it is for each.
    pub fn entries_named(&self, name: &str) -> Vec<(EntryIndex, LabelKind)> {
        let targets = self.lexicon.targets(name).into_iter();
        targets
            .filter_map(|target| match target {
                Target::Name(index, kind) => Some((index, kind)),
                _ => None,
            })
            .collect()
    }
}
