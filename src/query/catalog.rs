//! The prebuilt queries: `queries/*.rq` with their headers, compiled into the binary.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::OnceLock;

use spargebra::{Query, SparqlParser};

use super::embedded::EMBEDDED;
pub use super::header::{Bilingual, Parameter, ParameterKind};
use super::header::{Header, line_of_parameter};
use super::placeholder::placeholders;
use super::suggestion::{did_you_mean, nearest};
use super::syntax::SyntaxError;
use crate::rdf::{DEFAULT_BASE, Iris};

/// A query with a name, parameters, and words on what it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrebuiltQuery {
    /// What it is called on the command line; its file is `NAME.rq`.
    pub name: String,
    /// A title in both languages.
    pub title: Bilingual,
    /// What it answers.
    pub description: Bilingual,
    /// Its parameters, in the order in which people think of them.
    pub parameters: Vec<Parameter>,
    /// Where it stands.
    pub file: String,
    /// The file's text: SPARQL that any tool runs, with a header of comments.
    pub text: String,
}

/// The prebuilt queries by name.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    queries: BTreeMap<String, PrebuiltQuery>,
}

/// What is wrong with a query file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {message}")]
pub struct CatalogError {
    /// The file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// A name that no prebuilt query has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no query `{name}`{hint}")]
pub struct UnknownQuery {
    /// The name as given.
    pub name: String,
    /// What may have been meant.
    pub hint: String,
}

impl Catalog {
    /// The queries that come with the program.
    ///
    /// # Errors
    /// If a file has a mistake, which a test keeps from happening.
    pub fn embedded() -> Result<&'static Self, CatalogError> {
        static CATALOG: OnceLock<Result<Catalog, CatalogError>> = OnceLock::new();
        let catalog = CATALOG.get_or_init(|| {
            let mut catalog = Self::default();
            for (name, text) in EMBEDDED {
                catalog.add(&format!("queries/{name}.rq"), name, text)?;
            }
            Ok(catalog)
        });
        catalog.as_ref().map_err(Clone::clone)
    }

    /// Adds a query from the text of `file`; one of the same name is replaced.
    ///
    /// # Errors
    /// If the header is wrong or not that of `name`.
    pub fn add(&mut self, file: &str, name: &str, text: &str) -> Result<(), CatalogError> {
        let query = PrebuiltQuery::read(file, name, text)?;
        self.queries.insert(query.name.clone(), query);
        Ok(())
    }

    /// Adds the `.rq` files of a folder.
    ///
    /// # Errors
    /// If the folder or a file cannot be read, or a query is wrong.
    pub fn add_folder(&mut self, folder: &Path) -> Result<(), CatalogError> {
        let unreadable = |path: &Path, error: io::Error| CatalogError {
            file: path.display().to_string(),
            line: 1,
            message: format!("cannot be read: {error}"),
        };
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, error))? {
            let path = entry.map_err(|error| unreadable(folder, error))?.path();
            if path.extension().is_some_and(|ending| ending == "rq") {
                files.push(path);
            }
        }
        files.sort();
        for path in files {
            let text = fs::read_to_string(&path).map_err(|error| unreadable(&path, error))?;
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let file = path.display().to_string();
            self.add(&file, &stem, &text)?;
            self.get(&stem)
                .map_or(Ok(()), |query| query.parse(&Iris::default()).map(drop))?;
        }
        Ok(())
    }

    /// The query of this name.
    ///
    /// # Errors
    /// If there is none; the error suggests similar names.
    pub fn get(&self, name: &str) -> Result<&PrebuiltQuery, UnknownQuery> {
        self.queries.get(name).ok_or_else(|| {
            let names = self.queries.keys().map(String::as_str);
            UnknownQuery {
                name: name.to_owned(),
                hint: did_you_mean(&nearest(name, names)),
            }
        })
    }

    /// All queries, by name.
    pub fn iter(&self) -> impl Iterator<Item = &PrebuiltQuery> {
        self.queries.values()
    }
}

impl PrebuiltQuery {
    fn read(file: &str, name: &str, text: &str) -> Result<Self, CatalogError> {
        let error = |line, message| CatalogError {
            file: file.to_owned(),
            line,
            message,
        };
        let header = Header::parse(text).map_err(|e| error(e.line, e.message))?;
        if header.name != name {
            let message = format!("the header calls it `{}`, the file `{name}`", header.name);
            return Err(error(1, message));
        }
        Ok(Self {
            name: header.name,
            title: header.title,
            description: header.description,
            parameters: header.parameters,
            file: file.to_owned(),
            text: text.to_owned(),
        })
    }

    /// Parses the query for a store whose IRIs begin at the base of `iris`.
    ///
    /// # Errors
    /// If its text is no SPARQL, or its placeholders aren't its parameters.
    pub fn parse(&self, iris: &Iris) -> Result<Query, CatalogError> {
        let error = |line, message| CatalogError {
            file: self.file.clone(),
            line,
            message,
        };
        // Files with a header speak of the usual base; what someone typed is never changed.
        let text = self.text.replace(DEFAULT_BASE, iris.base());
        let query = SparqlParser::new().parse_query(&text).map_err(|e| {
            let e = SyntaxError::new(&text, &e);
            error(e.line, e.to_string())
        })?;
        let mut open = placeholders(&query);
        for (index, parameter) in self.parameters.iter().enumerate() {
            let variable = parameter.variable();
            if !open.remove(&variable) {
                let name = &parameter.name;
                return Err(error(
                    line_of_parameter(&self.text, index),
                    format!(
                        "parameter `{name}` has no `VALUES ?{variable} {{ UNDEF }}` in the query"
                    ),
                ));
            }
        }
        match open.first() {
            None => Ok(query),
            Some(name) => Err(error(
                1,
                format!("no parameter of the header is meant by `?{name}`"),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_embedded_and_right() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("queries");
        let mut files: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "rq"))
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        files.sort();
        let catalog = Catalog::embedded().unwrap();
        let names: Vec<&str> = catalog.iter().map(|query| query.name.as_str()).collect();
        assert_eq!(names, files);
        for query in catalog.iter() {
            query.parse(&Iris::default()).unwrap();
        }
    }

    #[test]
    fn every_parameter_shows_how_to_use_it() {
        for query in Catalog::embedded().unwrap().iter() {
            for parameter in &query.parameters {
                let shown = parameter.example.is_some() || parameter.default.is_some();
                assert!(shown, "{}: {}", query.name, parameter.name);
            }
        }
    }

    #[test]
    fn unknown_name_brings_suggestions() {
        let error = Catalog::embedded().unwrap().get("carreer").unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is no query `carreer`; did you mean career?"
        );
    }

    fn catalog_error(text: &str) -> CatalogError {
        let mut catalog = Catalog::default();
        match catalog.add("mine/a.rq", "a", text) {
            Err(error) => error,
            Ok(()) => catalog
                .get("a")
                .unwrap()
                .parse(&Iris::default())
                .unwrap_err(),
        }
    }

    #[test]
    fn mistakes_name_file_and_line() {
        let header = "# name = \"a\"\n# title = { vi = \"\", en = \"\" }\n\
                      # description = { vi = \"\", en = \"\" }\n";
        let error = catalog_error("SELECT * {}");
        assert_eq!((error.file.as_str(), error.line), ("mine/a.rq", 1));
        let error = catalog_error(&header.replace("\"a\"", "\"b\""));
        assert_eq!(error.line, 1);
        let error = catalog_error(&format!("{header}SELECT *\nWHERE {{ ?s ?p }}"));
        assert_eq!(error.line, 5);
        let error = catalog_error(&format!("{header}SELECT * {{ VALUES ?x {{ UNDEF }} }}"));
        assert!(error.message.contains("`?x`"), "{error}");
        let parameter = "# [[parameter]]\n# name = \"y\"\n# type = \"text\"\n\
                         # about = { vi = \"\", en = \"\" }\n";
        let error = catalog_error(&format!("{header}{parameter}SELECT * {{}}"));
        assert!(
            error.line == 4 && error.message.contains("VALUES ?givenY"),
            "{error}"
        );
    }
}
