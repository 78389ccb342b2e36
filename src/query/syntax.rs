//! Tells where a SPARQL query breaks the grammar.

use std::fmt;

use spargebra::SparqlSyntaxError;

/// How many of the words that could have stood there are listed.
const MOST_EXPECTED: usize = 8;

/// A syntax error with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// The line itself.
    source_line: String,
}

impl SyntaxError {
    /// Reads the place out of what the parser of `text` said.
    pub(super) fn new(text: &str, error: &SparqlSyntaxError) -> Self {
        let said = error.to_string();
        let (line, column, message) = located(&said).unwrap_or((1, 1, said.as_str()));
        Self {
            line,
            column,
            message: readable(message),
            source_line: text.lines().nth(line - 1).unwrap_or_default().to_owned(),
        }
    }
}

impl std::error::Error for SyntaxError {}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "syntax error in line {}, column {}: {}",
            self.line, self.column, self.message
        )?;
        if !self.source_line.trim().is_empty() {
            let indent: String = self
                .source_line
                .chars()
                .take(self.column.saturating_sub(1))
                .map(|c| if c == '\t' { c } else { ' ' })
                .collect();
            write!(f, "\n  {}\n  {indent}^", self.source_line)?;
        }
        Ok(())
    }
}

/// The parts of `error at LINE:COLUMN: MESSAGE`.
fn located(said: &str) -> Option<(usize, usize, &str)> {
    let (place, message) = said.strip_prefix("error at ")?.split_once(": ")?;
    let (line, column) = place.split_once(':')?;
    Some((line.parse().ok()?, column.parse().ok()?, message))
}

/// The parser lists everything that could have stood there, down to classes of characters: what a person
/// can use of it.
fn readable(message: &str) -> String {
    let list = message.strip_prefix("expected ").unwrap_or(message);
    let list = list.strip_prefix("one of ").unwrap_or(list);
    let items: Vec<&str> = list
        .split(", ")
        .filter(|item| !is_character_class(item))
        .collect();
    // Among the tokens there may be a whole sentence, such as "Prefix not found", which says it best.
    if let Some(sentence) = items.iter().find(|item| is_sentence(item)) {
        let mut letters = sentence.chars();
        let first = letters.next().map(|c| c.to_lowercase().to_string());
        return first.unwrap_or_default() + letters.as_str();
    }
    match items.as_slice() {
        [] => "this cannot stand here".to_owned(),
        [item] => format!("expected {item}"),
        items if items.len() <= MOST_EXPECTED => format!("expected one of {}", items.join(", ")),
        items => format!("expected one of {}, …", items[..MOST_EXPECTED].join(", ")),
    }
}

fn is_character_class(item: &str) -> bool {
    item.starts_with('[') || item.contains("\\u") || item.contains("..") || item.contains('\n')
}

fn is_sentence(item: &str) -> bool {
    item.contains(' ') && !item.contains('"')
}

#[cfg(test)]
mod tests {
    use spargebra::SparqlParser;

    use super::*;

    fn error_of(text: &str) -> SyntaxError {
        SyntaxError::new(text, &SparqlParser::new().parse_query(text).unwrap_err())
    }

    #[test]
    fn place_is_line_and_column_of_the_text() {
        let error = error_of("SELECT ?tên\nWHER { ?s ?p ?o }");
        assert_eq!((error.line, error.column), (2, 6));
        assert_eq!(
            error.to_string(),
            "syntax error in line 2, column 6: expected WHERE\n  \
             WHER { ?s ?p ?o }\n       ^"
        );
    }

    #[test]
    fn messages_are_for_people() {
        let message = |text: &str| error_of(text).message;
        assert_eq!(message("SELECT * { ?s foo:bar ?o }"), "prefix not found");
        assert_eq!(
            message("SELECT ?x (COUNT(?y) AS ?n) { ?x ?p ?y }"),
            "the SELECT contains a variable that is unbound"
        );
        assert_eq!(message("SELECT * { ?s ?p ?o }}"), "this cannot stand here");
        assert!(message("SELECT * { ?s ?p ?o").starts_with("expected one of \",\", \".\""));
    }
}
