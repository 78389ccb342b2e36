//! The articles of a run by id, so that none takes the place of another unnoticed: two files of one name
//! in different folders are two articles.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::model::{Problem, Severity};
use crate::store::StoredArticle;

/// What stands between an article's name and the digest of its place where two have one name.
const MARK: char = '~';
const DIGITS: usize = 8;

/// What becomes of an article that arrives.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// It is in the store, or goes there, under this id, and as read from there.
    As { id: String, source: String },
    /// It is left out; the reason is noted.
    LeftOut,
}

/// The articles of a run.
#[derive(Default)]
pub(super) struct Arrivals {
    /// The stored articles by the name they share.
    stored: BTreeMap<String, Vec<StoredArticle>>,
    /// Source, hash and id of those that arrived, by name.
    seen: BTreeMap<String, Vec<(String, String, String)>>,
    /// The ids that arrived.
    pub(super) ids: BTreeSet<String>,
    pub(super) problems: Vec<Problem>,
    sync: bool,
}

impl Arrivals {
    pub(super) fn new(stored: Vec<StoredArticle>, sync: bool) -> Self {
        let mut arrivals = Self {
            sync,
            ..Self::default()
        };
        for article in stored {
            let name = name_of(&article.id).to_owned();
            arrivals.stored.entry(name).or_default().push(article);
        }
        arrivals
    }

    /// Whether the store holds this very article, read by the same program.
    pub(super) fn holds(&self, article: &StoredArticle) -> bool {
        let stored = self.stored.get(&article.id).into_iter().flatten();
        stored.into_iter().any(|stored| {
            let (id, source) = (article.id.clone(), article.source.clone());
            same_place(&stored.source, &source)
                && StoredArticle {
                    id,
                    source,
                    ..stored.clone()
                } == *article
        })
    }

    /// Notes an article by the id that its source gives it.
    pub(super) fn note(&mut self, id: &str, source: &str, sha256: &str) -> Arrival {
        let seen = self.seen.get(id).map_or(&[][..], Vec::as_slice);
        if let Some((first, ..)) = seen.iter().find(|(_, hash, _)| hash == sha256) {
            let message = format!("the same article as {first}; left out");
            return self.leave_out(source, message, Severity::Note);
        }
        let own = !is_derived(id, source);
        if let (true, Some((first, ..))) = (own, seen.first()) {
            let message = format!("has the id `{id}` like {first}; rename one of the two");
            return self.leave_out(source, message, Severity::Skipped);
        }
        let stored = self.stored.get(id).map_or(&[][..], Vec::as_slice);
        let here = |s: &&StoredArticle| same_place(&s.source, source);
        let mut kept = source;
        let there = stored.iter().find(here);
        let working = match there.or_else(|| stored.first().filter(|_| own)) {
            Some(stored) => {
                // A folder may be written in several ways: the first one stays.
                if here(&stored) {
                    kept = &stored.source;
                }
                stored.id.clone()
            }
            None if !self.sync && stored.iter().any(|s| s.sha256 == sha256) => {
                let twin = stored.iter().find(|s| s.sha256 == sha256);
                let first = twin.map_or("", |twin| twin.source.as_str());
                let message = format!("the same article as {first}; left out");
                return self.leave_out(source, message, Severity::Note);
            }
            None if stored.is_empty() && seen.is_empty() => id.to_owned(),
            None => marked(id, source),
        };
        let arrival = (source.to_owned(), sha256.to_owned(), working.clone());
        self.seen.entry(id.to_owned()).or_default().push(arrival);
        self.ids.insert(working.clone());
        Arrival::As {
            id: working,
            source: kept.to_owned(),
        }
    }

    fn leave_out(&mut self, source: &str, message: String, severity: Severity) -> Arrival {
        self.problems.push(Problem {
            source: source.to_owned(),
            message,
            severity,
        });
        Arrival::LeftOut
    }
}

/// The ids that articles must change, old and new: the plain name where there is one of the name, a
/// digest of the place behind it where there are several.
pub(super) fn misnamed(stored: &[StoredArticle]) -> Vec<(String, String)> {
    let mut by_name: BTreeMap<&str, Vec<&StoredArticle>> = BTreeMap::new();
    for article in stored {
        let name = name_of(&article.id);
        by_name.entry(name).or_default().push(article);
    }
    let mut misnamed = Vec::new();
    for (name, articles) in by_name {
        for article in &articles {
            let right = if articles.len() == 1 {
                name.to_owned()
            } else {
                marked(name, &article.source)
            };
            if right != article.id {
                misnamed.push((article.id.clone(), right));
            }
        }
    }
    misnamed
}

/// A source or id without the record or the part of an archive.
pub(super) fn file(source: &str) -> &str {
    source.split(['#', '!']).next().unwrap_or(source)
}

/// The name of a source without folders and ending: what an article of it is called.
pub(super) fn stem(source: &str) -> &str {
    let file = file(source);
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether an id comes from the name of its file: `tin` from `a/tin.txt` and `tin.txt.gz`.
fn is_derived(id: &str, source: &str) -> bool {
    let name = file(source).rsplit(['/', '\\']).next().unwrap_or(source);
    let standard_input = source == "-";
    let rest = name.strip_prefix(file(id));
    standard_input || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// An id without the digest.
pub(super) fn name_of(id: &str) -> &str {
    match id.rsplit_once(MARK) {
        Some((name, digest))
            if digest.len() == DIGITS && digest.bytes().all(|b| b.is_ascii_hexdigit()) =>
        {
            name
        }
        _ => id,
    }
}

fn marked(name: &str, source: &str) -> String {
    let digest = Sha256::digest(place(source).as_bytes());
    let digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{name}{MARK}{}", &digits[..DIGITS])
}

/// Whether two sources are one place in different words: `tin/a.txt`, `./tin/a.txt`, and in full.
fn same_place(a: &str, b: &str) -> bool {
    a == b || in_full(a) == in_full(b)
}

/// A source from the root on, without `.` and `..`.
fn in_full(source: &str) -> PathBuf {
    let path = std::path::absolute(source).unwrap_or_else(|_| source.into());
    let mut full = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                full.pop();
            }
            other => full.push(other),
        }
    }
    full
}

/// A source with `/` between folders and without `.`.
fn place(source: &str) -> String {
    let parts = Path::new(source).components();
    let parts: Vec<String> = parts
        .filter(|part| *part != Component::CurDir)
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(id: &str, source: &str) -> StoredArticle {
        StoredArticle {
            id: id.to_owned(),
            sha256: format!("hash of {source}"),
            software: String::new(),
            source: source.to_owned(),
            published: None,
        }
    }

    fn under(id: &str, source: &str) -> Arrival {
        let (id, source) = (id.to_owned(), source.to_owned());
        Arrival::As { id, source }
    }

    #[test]
    fn a_folder_may_be_written_in_several_ways() {
        let known = vec![
            stored("tin", "bao/tin.txt"),
            stored(&marked("tin", "lễ/tin.txt"), "lễ/tin.txt"),
        ];
        let full = std::env::current_dir().unwrap().join("bao/tin.txt");
        let full = full.to_str().unwrap();
        for source in ["./bao/tin.txt", "bao//tin.txt", "lễ/../bao/tin.txt", full] {
            let mut arrivals = Arrivals::new(known.clone(), true);
            let article = StoredArticle {
                source: source.to_owned(),
                ..known[0].clone()
            };
            assert!(arrivals.holds(&article), "{source}");
            let arrival = arrivals.note("tin", source, "new");
            assert_eq!(arrival, under("tin", "bao/tin.txt"), "{source}");
        }
        let mut arrivals = Arrivals::new(known, true);
        let other = arrivals.note("tin", "lễ/bao/tin.txt", "new");
        let mark = marked("tin", "lễ/bao/tin.txt");
        assert_eq!(other, under(&mark, "lễ/bao/tin.txt"));
    }

    #[test]
    fn two_files_of_one_name_are_two_articles() {
        let mut arrivals = Arrivals::default();
        let first = arrivals.note("tin", "a/tin.txt", "1");
        assert_eq!(first, under("tin", "a/tin.txt"));
        let second = arrivals.note("tin", "b/tin.txt", "2");
        assert_eq!(second, under(&marked("tin", "b/tin.txt"), "b/tin.txt"));
        assert_eq!(arrivals.note("tin", "c/tin.txt", "1"), Arrival::LeftOut);
        assert_eq!(arrivals.problems.len(), 1);
    }

    #[test]
    fn ids_end_up_the_same_in_any_order() {
        let one = [
            stored("tin", "a/tin.txt"),
            stored(&marked("tin", "b/tin.txt"), "b/tin.txt"),
        ];
        let other = [
            stored("tin", "b/tin.txt"),
            stored(&marked("tin", "a/tin.txt"), "a/tin.txt"),
        ];
        let right = |articles: &[StoredArticle]| {
            let renamed = misnamed(articles);
            let mut ids: Vec<String> = articles
                .iter()
                .map(|article| {
                    let new = renamed.iter().find(|(old, _)| *old == article.id);
                    new.map_or(article.id.clone(), |(_, new)| new.clone())
                })
                .collect();
            ids.sort();
            ids
        };
        assert_eq!(right(&one), right(&other));
        let left = [stored(&marked("tin", "b/tin.txt"), "b/tin.txt")];
        assert_eq!(right(&left), ["tin"]);
    }

    #[test]
    fn a_record_with_an_id_of_its_own_is_the_same_wherever_it_stands() {
        let known = vec![stored("abc", "tin-1.jsonl#3")];
        let mut arrivals = Arrivals::new(known, false);
        let again = arrivals.note("abc", "tin-2.jsonl#1", "new");
        assert_eq!(again, under("abc", "tin-2.jsonl#1"));
        assert_eq!(
            arrivals.note("abc", "tin-2.jsonl#9", "newer"),
            Arrival::LeftOut
        );
    }
}
