//! What an expert says of who is who: a TOML file with `same`, `different`, `rename`, `retype`, `drop`.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::description::Description;
use crate::model::{EntityId, EntityType};

/// A curation file, read. It is applied last, over whatever articles say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Curation {
    /// The file as written; empty where there is none.
    pub text: String,
    /// Whether unknown things are only remarked: so for a curation from an earlier build, whose articles
    /// may be gone.
    pub lenient: bool,
    pub(super) file: String,
    pub(super) same: Vec<Vec<Thing>>,
    pub(super) different: Vec<Vec<Thing>>,
    pub(super) renames: Vec<(Thing, String)>,
    pub(super) retypes: Vec<(Thing, EntityType)>,
    pub(super) drops: Vec<Thing>,
    pub(super) dropped_statements: Vec<DroppedStatement>,
}

/// A thing that a rule is about: by id, or only as one article speaks of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Thing {
    pub(super) id: EntityId,
    pub(super) article: Option<String>,
    pub(super) line: usize,
}

/// A statement of one article that an expert takes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DroppedStatement {
    /// The article.
    pub article: String,
    /// `SUBJECT PREDICATE OBJECT`, in ids as read.
    pub words: String,
    /// Where the file says so.
    pub line: usize,
}

/// What is wrong with a curation file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {message}")]
pub struct CurationError {
    /// The file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    same: Vec<Things>,
    #[serde(default)]
    different: Vec<Things>,
    #[serde(default)]
    rename: Vec<Rename>,
    #[serde(default)]
    retype: Vec<Retype>,
    #[serde(default)]
    drop: Vec<Drop>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Things {
    things: Spanned<Vec<Spanned<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rename {
    thing: Spanned<String>,
    name: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Retype {
    thing: Spanned<String>,
    r#type: Spanned<String>,
}

/// A thing, or a statement of an article.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Drop {
    thing: Option<Spanned<String>>,
    article: Option<Spanned<String>>,
    subject: Option<String>,
    predicate: Option<String>,
    object: Option<String>,
}

impl Curation {
    /// Reads the text of `file`.
    ///
    /// # Errors
    /// If it is no TOML of this form, or a rule says nothing.
    pub fn parse(file: &str, text: &str) -> Result<Self, CurationError> {
        let source = Source { file, text };
        let read: File = toml::from_str(text).map_err(|e| {
            let start = e.span().map_or(0, |span| span.start);
            source.error(start, e.message().to_owned())
        })?;
        let mut curation = Self {
            text: text.to_owned(),
            file: file.to_owned(),
            same: source.lists(&read.same, "same")?,
            different: source.lists(&read.different, "different")?,
            ..Self::default()
        };
        for rename in &read.rename {
            let name = rename.name.get_ref().trim().to_owned();
            if name.is_empty() {
                let message = "the new name is empty".to_owned();
                return Err(source.error(rename.name.span().start, message));
            }
            curation.renames.push((source.thing(&rename.thing)?, name));
        }
        for retype in &read.retype {
            let kind = source.kind(&retype.r#type)?;
            curation.retypes.push((source.thing(&retype.thing)?, kind));
        }
        for (nth, drop) in read.drop.iter().enumerate() {
            source.read_drop(nth, drop, &mut curation)?;
        }
        curation.refuse_vague()?;
        Ok(curation)
    }

    /// The statements that are taken out.
    pub fn dropped_statements(&self) -> &[DroppedStatement] {
        &self.dropped_statements
    }

    /// An error at a line of the file.
    pub fn error(&self, line: usize, message: String) -> CurationError {
        CurationError {
            file: self.file.clone(),
            line,
            message,
        }
    }

    /// Whether it says nothing.
    pub(super) fn is_silent(&self) -> bool {
        self.same.is_empty()
            && self.different.is_empty()
            && self.renames.is_empty()
            && self.retypes.is_empty()
            && self.drops.is_empty()
            && self.dropped_statements.is_empty()
    }

    /// The sides on which rules of `different` put a description: rule and side, by number.
    pub(super) fn sides(&self, description: &Description) -> BTreeSet<(usize, usize)> {
        let mut sides = BTreeSet::new();
        for (rule, things) in self.different.iter().enumerate() {
            for (side, thing) in things.iter().enumerate() {
                if thing.means(description.id.as_str(), &description.article) {
                    sides.insert((rule, side));
                }
            }
        }
        sides
    }

    fn refuse_vague(&self) -> Result<(), CurationError> {
        for things in &self.different {
            for (nth, thing) in things.iter().enumerate() {
                let twin = |other: &&Thing| other.id == thing.id && other.article == thing.article;
                if things[..nth].iter().any(|other| twin(&other)) {
                    let message = format!(
                        "`{}` cannot differ from itself; say in which articles: `{} in ARTICLE`",
                        thing.id, thing.id
                    );
                    return Err(self.error(thing.line, message));
                }
            }
        }
        Ok(())
    }
}

/// A file while it is read.
struct Source<'a> {
    file: &'a str,
    text: &'a str,
}

impl Source<'_> {
    fn line(&self, offset: usize) -> usize {
        let before = self.text.bytes().take(offset);
        1 + before.filter(|byte| *byte == b'\n').count()
    }

    fn error(&self, offset: usize, message: String) -> CurationError {
        CurationError {
            file: self.file.to_owned(),
            line: self.line(offset),
            message,
        }
    }

    fn thing(&self, written: &Spanned<String>) -> Result<Thing, CurationError> {
        let start = written.span().start;
        Thing::parse(written.get_ref(), self.line(start)).ok_or_else(|| {
            let message = format!(
                "`{}` is no thing; write TYPE/NAME or `TYPE/NAME in ARTICLE`, as `ngoaivu explain --entity` prints it",
                written.get_ref()
            );
            self.error(start, message)
        })
    }

    fn lists(&self, rules: &[Things], what: &str) -> Result<Vec<Vec<Thing>>, CurationError> {
        let lists = rules.iter().map(|rule| {
            let things = rule.things.get_ref();
            if things.len() < 2 {
                let message = format!("`{what}` needs two things or more");
                return Err(self.error(rule.things.span().start, message));
            }
            things.iter().map(|thing| self.thing(thing)).collect()
        });
        lists.collect()
    }

    fn kind(&self, written: &Spanned<String>) -> Result<EntityType, CurationError> {
        let name = written.get_ref();
        let kind = EntityType::from_name(name).or_else(|| EntityType::from_segment(name));
        kind.ok_or_else(|| {
            let kinds = EntityType::ALL.map(EntityType::name).join(", ");
            let message = format!("`{name}` is no type; there are {kinds}");
            self.error(written.span().start, message)
        })
    }

    fn read_drop(
        &self,
        nth: usize,
        drop: &Drop,
        curation: &mut Curation,
    ) -> Result<(), CurationError> {
        let statement = (&drop.article, &drop.subject, &drop.predicate, &drop.object);
        match (&drop.thing, statement) {
            (Some(dropped), (None, None, None, None)) => {
                curation.drops.push(self.thing(dropped)?);
            }
            (None, (Some(article), Some(subject), Some(predicate), Some(object))) => {
                curation.dropped_statements.push(DroppedStatement {
                    article: article.get_ref().clone(),
                    words: format!("{subject} {predicate} {object}"),
                    line: self.line(article.span().start),
                });
            }
            _ => {
                let table = self.text.match_indices("[[drop]]").nth(nth);
                let message = "`drop` takes a `thing`, or `article`, `subject`, `predicate` and `object` of a statement";
                return Err(self.error(table.map_or(0, |(at, _)| at), message.to_owned()));
            }
        }
        Ok(())
    }
}

impl Thing {
    fn parse(written: &str, line: usize) -> Option<Self> {
        let (id, article) = match written.split_once(" in ") {
            Some((id, article)) => (id.trim(), Some(article.trim().to_owned())),
            None => (written.trim(), None),
        };
        let id = EntityId(id.to_owned());
        id.kind()?;
        let named = id
            .as_str()
            .split_once('/')
            .is_some_and(|(_, s)| !s.is_empty());
        named.then_some(Self { id, article, line })
    }

    /// Whether a description is of this thing, by the id that its article gives it.
    pub(super) fn means(&self, id: &str, article: &str) -> bool {
        let of_article = self.article.as_deref();
        self.id.as_str() == id && of_article.is_none_or(|own| own == article)
    }
}
