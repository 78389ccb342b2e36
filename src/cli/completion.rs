//! Completes what is typed in a session: queries, parameters, prefixes, terms, names of things.

use rustyline::completion::{Completer, Pair};
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Context, Helper as Rustyline};

use crate::model::{EntityType, Predicate};
use crate::query::catalog::Catalog;
use crate::query::names::{Names, plain};
use crate::rdf::PREFIXES;
use crate::rdf::vocabulary::nv;
use crate::store::Store;

/// More are of no help.
const MOST: usize = 60;

const KEYWORDS: [&str; 25] = [
    "ASK",
    "BIND",
    "CONSTRUCT",
    "COUNT",
    "DESC",
    "DESCRIBE",
    "DISTINCT",
    "FILTER",
    "FROM",
    "GRAPH",
    "GROUP BY",
    "HAVING",
    "LIMIT",
    "MINUS",
    "NOT EXISTS",
    "OFFSET",
    "OPTIONAL",
    "ORDER BY",
    "PREFIX",
    "REGEX",
    "SELECT",
    "SERVICE",
    "UNION",
    "VALUES",
    "WHERE",
];

/// Words that can be completed.
pub(super) struct Helper {
    /// Names of queries, each with its parameters.
    queries: Vec<(String, Vec<String>)>,
    /// `nv:` terms, prefixes of other vocabularies, keywords.
    words: Vec<String>,
    /// Names of things with their letters as an English keyboard types them, sorted by these.
    names: Vec<(String, String)>,
}

impl Helper {
    /// All that a store and the queries know.
    pub(super) fn new(store: &Store, catalog: &Catalog) -> anyhow::Result<Self> {
        let queries = catalog.iter().map(|query| {
            let parameters = query.parameters.iter();
            let parameters = parameters.map(|parameter| parameter.name.clone()).collect();
            (query.name.clone(), parameters)
        });
        let classes = EntityType::ALL.iter().map(|kind| kind.name());
        let properties = Predicate::ALL.iter().map(|predicate| predicate.name());
        let terms = classes.chain(properties).chain(nv::ALL);
        let mut words: Vec<String> = terms.map(|name| format!("nv:{name}")).collect();
        words.extend(PREFIXES.iter().map(|(prefix, _)| format!("{prefix}:")));
        words.extend(
            [
                ".help",
                ".queries",
                ".format ",
                ".timeout ",
                ".explain ",
                ".quit",
            ]
            .map(str::to_owned),
        );
        words.extend(KEYWORDS.map(str::to_owned));
        words.sort();
        words.dedup();
        let all = Names::new(store.statements(), store.iris()).all()?;
        let mut names: Vec<(String, String)> =
            all.into_iter().map(|name| (plain(&name), name)).collect();
        names.sort();
        names.dedup();
        Ok(Self {
            queries: queries.collect(),
            words,
            names,
        })
    }

    /// Where the word at the end of `typed` begins, and what it may become.
    fn candidates(&self, typed: &str) -> (usize, Vec<String>) {
        if let Some(start) = open_quote(typed) {
            let wanted = plain(&typed[start..]);
            let from = self.names.partition_point(|(key, _)| *key < wanted);
            let matching = self.names[from..]
                .iter()
                .take_while(|(key, _)| key.starts_with(&wanted));
            let names = matching.map(|(_, name)| format!("{name}\""));
            return (start, names.take(MOST).collect());
        }
        let is_break = |c: char| c.is_whitespace() || "{}()[];,<>|/^!=&+*".contains(c);
        let start = typed.rfind(is_break).map_or(0, |place| {
            place + typed[place..].chars().next().map_or(1, char::len_utf8)
        });
        let word = &typed[start..];
        let query = typed.split_whitespace().next().unwrap_or("");
        let asked = self
            .queries
            .iter()
            .find(|(name, _)| name == query && start > 0);
        let candidates: Vec<String> = match asked {
            Some((_, parameters)) => parameters.iter().map(|name| format!("{name}=\"")).collect(),
            None if start == 0 => {
                let queries = self.queries.iter().map(|(name, _)| format!("{name} "));
                queries.chain(self.words.iter().cloned()).collect()
            }
            None => self.words.clone(),
        };
        let lower = word.to_lowercase();
        let fitting = candidates.into_iter().filter(|candidate| {
            !word.is_empty() && candidate.to_lowercase().starts_with(&lower)
                || (word.is_empty() && asked.is_some())
        });
        (start, fitting.take(MOST).collect())
    }
}

/// Where the text behind an open quotation mark begins.
fn open_quote(typed: &str) -> Option<usize> {
    let marks: Vec<usize> = typed.match_indices('"').map(|(place, _)| place).collect();
    (marks.len() % 2 == 1).then(|| marks.last().map_or(0, |place| place + 1))
}

impl Completer for Helper {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let (start, candidates) = self.candidates(line.get(..pos).unwrap_or(line));
        let pairs = candidates.into_iter().map(|candidate| Pair {
            display: candidate.trim_end_matches('"').to_owned(),
            replacement: candidate,
        });
        Ok((start, pairs.collect()))
    }
}

impl Validator for Helper {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        let count = |mark: char| context.input().matches(mark).count();
        if count('{') > count('}') {
            Ok(ValidationResult::Incomplete)
        } else {
            Ok(ValidationResult::Valid(None))
        }
    }
}

impl Highlighter for Helper {}

impl Hinter for Helper {
    type Hint = String;
}

impl Rustyline for Helper {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rdf::Iris;

    fn helper() -> Helper {
        let store = Store::in_memory(Iris::default());
        let mut helper = Helper::new(&store, Catalog::embedded().unwrap()).unwrap();
        helper.names = ["Cục Ngoại vụ", "Cục Lãnh sự", "Đà Nẵng"]
            .map(|name| (plain(name), name.to_owned()))
            .to_vec();
        helper.names.sort();
        helper
    }

    #[test]
    fn queries_parameters_terms_and_names_are_completed() {
        let helper = helper();
        assert_eq!(helper.candidates("pos"), (0, vec!["posts ".to_owned()]));
        assert_eq!(
            helper.candidates("posts bo"),
            (6, vec!["body=\"".to_owned()])
        );
        assert!(
            helper
                .candidates("posts ")
                .1
                .contains(&"title=\"".to_owned())
        );
        assert_eq!(
            helper.candidates("posts body=\"cuc ng"),
            (12, vec!["Cục Ngoại vụ\"".to_owned()])
        );
        assert_eq!(helper.candidates("x \"đà").1, ["Đà Nẵng\""]);
        let (start, terms) = helper.candidates("SELECT * { ?x nv:holds");
        assert_eq!((start, terms), (14, vec!["nv:holdsPosition".to_owned()]));
        assert_eq!(helper.candidates("sel").1, ["SELECT"]);
        assert!(
            helper
                .candidates("SELECT ?x { ?x foaf")
                .1
                .contains(&"foaf:".to_owned())
        );
        assert!(helper.candidates("SELECT ").1.is_empty());
    }
}
