//! `ngoaivu query --interactive`: asks one question after the other, with history and completion.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustyline::config::Config;
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{CompletionType, Editor};

use super::answer::{AnswerFormat, write_answer};
use super::completion::Helper;
use super::query::{prebuilt, refused};
use super::{Console, Usage};
use crate::export::Output;
use crate::query::catalog::Catalog;
use crate::query::run::{Parsed, Runner};
use crate::store::Store;

const HELP: &str = "\
Ask a prebuilt query:   posts body=\"Cục Ngoại vụ\"
or SPARQL:              SELECT ?name { ?x a nv:Event ; skos:prefLabel ?name } LIMIT 5
A query goes on over lines until its braces close. Tab completes names of queries, parameters,
prefixes, classes, properties and, behind a quotation mark, names of things.
  .queries              the prebuilt queries
  .format csv           how answers are written: table, csv, tsv, json, xml, markdown, turtle ...
  .timeout 10           stop a query after so many seconds; 0 lets it run
  .explain QUERY        how a query is evaluated
  .quit                 leave; Ctrl-D does too
";

/// What stays the same from question to question.
pub(super) struct Session<'a> {
    pub(super) store: &'a Store,
    pub(super) catalog: &'a Catalog,
    pub(super) console: Console,
    pub(super) format: Option<AnswerFormat>,
    pub(super) timeout: Option<Duration>,
}

impl Session<'_> {
    /// Reads and answers questions until there are no more.
    pub(super) fn run(&mut self) -> anyhow::Result<()> {
        let config = Config::builder()
            .completion_type(CompletionType::List)
            .build();
        let mut editor: Editor<Helper, FileHistory> = Editor::with_config(config)?;
        editor.set_helper(Some(Helper::new(self.store, self.catalog)?));
        let history = history_file();
        if let Some(path) = &history {
            // The first session has no history.
            let _ = editor.load_history(path);
        }
        self.console.note(".help says what can be asked");
        loop {
            match editor.readline("ngoaivu> ") {
                Ok(line) if matches!(line.trim(), ".quit" | ".exit") => break,
                Ok(line) => {
                    let _ = editor.add_history_entry(line.trim());
                    if let Err(error) = self.answer(line.trim()) {
                        self.console.error(&super::failure::message(&error));
                    }
                }
                Err(ReadlineError::Interrupted) => {}
                Err(ReadlineError::Eof) => break,
                Err(error) => return Err(error.into()),
            }
        }
        if let Some(path) = &history {
            save(&mut editor, path);
        }
        Ok(())
    }

    fn answer(&mut self, line: &str) -> anyhow::Result<()> {
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        match first {
            "" => Ok(()),
            ".help" => self.print(HELP),
            ".queries" => {
                let queries = self.catalog.iter();
                let lines = queries.map(|query| format!("{}  {}\n", query.name, query.title.vi));
                let text: String = lines.collect();
                self.print(&text)
            }
            ".format" => {
                self.format = Some(rest.parse().map_err(Usage)?);
                Ok(())
            }
            ".timeout" => {
                let seconds: f64 = rest.parse().map_err(|_| {
                    Usage("write a number of seconds, for example .timeout 10".to_owned())
                })?;
                let limit = Duration::try_from_secs_f64(seconds).unwrap_or_default();
                self.timeout = Some(limit).filter(|limit| !limit.is_zero());
                Ok(())
            }
            ".explain" => {
                let query = self.query(rest)?;
                let plan = self.runner().explain(query)?;
                self.print(&plan)
            }
            command if command.starts_with('.') => {
                Err(Usage(format!("there is no {command}; .help lists what there is")).into())
            }
            _ => self.ask(line),
        }
    }

    fn ask(&self, line: &str) -> anyhow::Result<()> {
        let begin = Instant::now();
        let answer = self.runner().run(self.query(line)?)?;
        let path = Path::new("-");
        let mut output = Output::create(path)?;
        let iris = self.store.iris();
        write_answer(answer, self.format, iris, path, &mut output, self.console)?;
        output.finish()?;
        let seconds = begin.elapsed().as_secs_f64();
        self.console.note(&format!("{seconds:.2} s"));
        Ok(())
    }

    /// A line as a query: a prebuilt one if it begins with its name, else SPARQL.
    fn query(&self, line: &str) -> anyhow::Result<Parsed> {
        let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        match self.catalog.get(name) {
            Ok(query) => {
                let given = parameters(rest).map_err(Usage)?;
                prebuilt(query, &given, self.store, &self.runner(), self.console)
            }
            // A word alone is a name that was mistyped, not SPARQL.
            Err(unknown) if !line.contains(['{', '<']) => {
                Err(Usage(format!("{unknown}; .queries lists them")).into())
            }
            Err(_) => self
                .runner()
                .free(line)
                .map_err(|error| refused(error, "the query")),
        }
    }

    fn runner(&self) -> Runner<'_> {
        Runner::new(self.store.statements(), self.store.iris(), self.timeout)
    }

    fn print(&self, text: &str) -> anyhow::Result<()> {
        let mut output = Output::create(Path::new("-"))?;
        std::io::Write::write_all(&mut output, text.as_bytes())?;
        Ok(output.finish()?)
    }
}

/// Pairs as `name=value`, where a value with blanks stands in quotation marks.
fn parameters(text: &str) -> Result<Vec<(String, String)>, String> {
    let mut given = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, value) = rest
            .split_once('=')
            .ok_or_else(|| format!("`{rest}`: write NAME=\"VALUE\""))?;
        let value = value.trim_start();
        let (value, behind) = match value.strip_prefix(['"', '\'']) {
            Some(quoted) => quoted
                .split_once(['"', '\''])
                .ok_or_else(|| "a quotation mark is not closed".to_owned())?,
            None => value.split_once(char::is_whitespace).unwrap_or((value, "")),
        };
        given.push((name.trim().to_owned(), value.to_owned()));
        rest = behind.trim_start();
    }
    Ok(given)
}

/// Where questions are remembered, after the rules of XDG; nowhere without a home.
fn history_file() -> Option<PathBuf> {
    let state = env::var_os("XDG_STATE_HOME").map(PathBuf::from);
    let state = state.filter(|path| path.is_absolute());
    let home = || Some(PathBuf::from(env::var_os("HOME")?).join(".local/state"));
    Some(state.or_else(home)?.join("ngoaivu").join("history"))
}

/// History is a convenience: where it cannot be kept, the session still was a success.
fn save(editor: &mut Editor<Helper, FileHistory>, path: &Path) {
    if let Some(folder) = path.parent() {
        let _ = fs::create_dir_all(folder);
    }
    let _ = editor.save_history(path);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_stand_bare_or_quoted() {
        let read = |text: &str| parameters(text).unwrap();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            read(" body=\"Cục Ngoại vụ\" from=2020  to='2021-02'"),
            [
                pair("body", "Cục Ngoại vụ"),
                pair("from", "2020"),
                pair("to", "2021-02")
            ]
        );
        assert!(read("").is_empty());
        assert!(parameters("body").is_err() && parameters("body=\"x").is_err());
    }
}
