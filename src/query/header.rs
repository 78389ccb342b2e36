//! The comment block at the top of a query file: titles, description, parameters, as TOML.

use serde::Deserialize;

use crate::model::EntityType;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

/// What a query file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    pub(super) name: String,
    pub(super) title: Bilingual,
    pub(super) description: Bilingual,
    #[serde(default, rename = "parameter")]
    pub(super) parameters: Vec<Parameter>,
}

/// A parameter of a prebuilt query.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// What it is called on the command line.
    pub name: String,
    /// What values it takes.
    #[serde(rename = "type")]
    pub kind: ParameterKind,
    /// Whether the query makes no sense without it.
    #[serde(default)]
    pub required: bool,
    /// The value where none is given.
    pub default: Option<String>,
    /// A value that finds something in most collections.
    pub example: Option<String>,
    /// What it means.
    pub about: Bilingual,
}

impl Parameter {
    /// The variable that stands for its value in the query: `?givenBody` for `body`, since `?body` is
    /// better used for the column of the answer.
    pub fn variable(&self) -> String {
        let mut letters = self.name.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first
            .into_iter()
            .chain(letters)
            .fold("given".to_owned(), |mut name, c| {
                name.push(c);
                name
            })
    }
}

/// The values that a parameter takes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum ParameterKind {
    /// The name of an entity of one of these types.
    Entity(Vec<EntityType>),
    /// An article's id.
    Article,
    /// Words, compared as they are.
    Text,
    /// A whole number.
    Integer,
    /// A year.
    Year,
    /// A year, month or day, meaning its first day.
    FirstDay,
    /// A year, month or day, meaning its last day.
    LastDay,
}

impl TryFrom<String> for ParameterKind {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Ok(match text.as_str() {
            "article" => Self::Article,
            "text" => Self::Text,
            "integer" => Self::Integer,
            "year" => Self::Year,
            "first-day" => Self::FirstDay,
            "last-day" => Self::LastDay,
            "entity" => Self::Entity(EntityType::ALL.to_vec()),
            kinds => Self::Entity(
                kinds
                    .split('|')
                    .map(entity_type)
                    .collect::<Result<_, _>>()?,
            ),
        })
    }
}

fn entity_type(name: &str) -> Result<EntityType, String> {
    EntityType::from_segment(name.trim()).ok_or_else(|| {
        let segments: Vec<&str> = EntityType::ALL.iter().map(|t| t.segment()).collect();
        format!(
            "`{}` is no parameter type; there are article, text, integer, year, first-day, last-day, \
             entity, and {} joined by `|`",
            name.trim(),
            segments.join(", ")
        )
    })
}

impl ParameterKind {
    /// The type's name as a query file writes it.
    pub fn name(&self) -> String {
        match self {
            Self::Article => "article".to_owned(),
            Self::Text => "text".to_owned(),
            Self::Integer => "integer".to_owned(),
            Self::Year => "year".to_owned(),
            Self::FirstDay => "first-day".to_owned(),
            Self::LastDay => "last-day".to_owned(),
            Self::Entity(kinds) if kinds.len() == EntityType::ALL.len() => "entity".to_owned(),
            Self::Entity(kinds) => {
                let names: Vec<&str> = kinds.iter().map(|kind| kind.segment()).collect();
                names.join("|")
            }
        }
    }
}

/// What is wrong with a header, and on which line of the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HeaderError {
    pub(super) line: usize,
    pub(super) message: String,
}

impl Header {
    /// Reads the leading `#` lines of a query file.
    pub(super) fn parse(text: &str) -> Result<Self, HeaderError> {
        // Each line of the header is one line of TOML, so that line numbers are those of the file.
        let block: String = text
            .lines()
            .map_while(|line| line.strip_prefix('#'))
            .flat_map(|line| [line, "\n"])
            .collect();
        let header: Self = toml::from_str(&block).map_err(|error| HeaderError {
            line: line_of(&block, error.span().map_or(0, |span| span.start)),
            message: error.message().to_owned(),
        })?;
        header.check(&block)
    }

    fn check(self, block: &str) -> Result<Self, HeaderError> {
        for (index, parameter) in self.parameters.iter().enumerate() {
            let earlier = &self.parameters[..index];
            let problem = if earlier.iter().any(|other| other.name == parameter.name) {
                "stands twice"
            } else if !is_variable_name(&parameter.name) {
                "is no name; use letters, digits and `_`"
            } else if parameter.required && parameter.default.is_some() {
                "is required, so it needs no default"
            } else if parameter.required && parameter.example.is_none() {
                "is required, so it needs an example"
            } else {
                continue;
            };
            return Err(HeaderError {
                line: line_of_parameter(block, index),
                message: format!("parameter `{}` {problem}", parameter.name),
            });
        }
        Ok(self)
    }
}

fn is_variable_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn line_of(block: &str, offset: usize) -> usize {
    1 + block.bytes().take(offset).filter(|b| *b == b'\n').count()
}

/// The line on which the parameter of this index begins.
pub(super) fn line_of_parameter(block: &str, index: usize) -> usize {
    block
        .lines()
        .enumerate()
        .filter(|(_, line)| line.trim_start_matches('#').trim() == "[[parameter]]")
        .nth(index)
        .map_or(1, |(line, _)| line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"# name = "posts"
# title = { vi = "Chức vụ", en = "Posts" }
# description = { vi = "Ai giữ chức gì", en = "Who holds what" }
#
# [[parameter]]
# name = "body"
# type = "agency | province"
# required = true
# example = "Cục Ngoại vụ"
# about = { vi = "cơ quan", en = "the body" }
SELECT * WHERE { VALUES ?givenBody { UNDEF } }
"#;

    #[test]
    fn header_is_read() {
        let header = Header::parse(GOOD).unwrap();
        assert_eq!(header.name, "posts");
        let parameter = &header.parameters[0];
        assert_eq!(
            parameter.kind,
            ParameterKind::Entity(vec![EntityType::Agency, EntityType::Province])
        );
        assert_eq!(parameter.kind.name(), "agency|province");
        assert_eq!(parameter.variable(), "givenBody");
    }

    #[test]
    fn mistakes_are_told_with_their_line() {
        let cases = [
            (
                r#"type = "agency | province""#,
                r#"type = "agency | town""#,
                7,
                "`town`",
            ),
            ("required = true", "obligatory = true", 8, "obligatory"),
            (r#"name = "body""#, r#"name = "the body""#, 5, "`the body`"),
            (
                r#"example = "Cục Ngoại vụ""#,
                r#"default = "x""#,
                5,
                "default",
            ),
            ("en = \"Posts\"", "en = Posts", 2, ""),
        ];
        for (from, to, line, words) in cases {
            let error = Header::parse(&GOOD.replace(from, to)).unwrap_err();
            assert_eq!(error.line, line, "{to}: {}", error.message);
            assert!(error.message.contains(words), "{to}: {}", error.message);
        }
    }
}
