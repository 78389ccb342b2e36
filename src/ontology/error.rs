//! What can be wrong with the ontology's files, with the place to mend.

use std::fmt;

/// A mistake in a file of the ontology.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OntologyError {
    /// The file, relative to `ontology/` or as the user named it.
    pub file: String,
    /// The line, counted from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong and what to do, lower case, without a full stop.
    pub message: String,
}

impl OntologyError {
    pub(super) fn new(file: &str, line: Option<usize>, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            message: message.into(),
        }
    }
}

impl fmt::Display for OntologyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

impl std::error::Error for OntologyError {}
