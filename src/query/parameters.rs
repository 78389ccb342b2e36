//! Turns the values that people write for parameters into terms.

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, NamedNode, Term};
use oxigraph::store::StorageError;
use unicode_normalization::UnicodeNormalization;

use super::catalog::PrebuiltQuery;
use super::header::{Parameter, ParameterKind};
use super::names::{NamedEntity, Names};
use super::placeholder::Values;
use super::suggestion::{did_you_mean, nearest};
use crate::model::{Edtf, EdtfDate};
use crate::rdf::Iris;

const DATE_FORMS: &str = "date such as 2022, 2022-03, 2022-03-25 or 25/3/2022";

/// The values of a query's parameters, ready to be put in.
#[derive(Debug, Clone, Default)]
pub struct Bindings {
    pub(super) values: Values,
    /// What each name was understood as, in the order of the parameters.
    pub understood: Vec<Understood>,
}

/// How a name was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The parameter.
    pub parameter: String,
    /// The name as given.
    pub given: String,
    /// The entities that it may mean; all of them are asked for.
    pub entities: Vec<NamedEntity>,
}

/// Why parameters were refused.
#[derive(Debug, thiserror::Error)]
pub enum ParameterError {
    /// The query has no such parameter.
    #[error("query `{query}` has no parameter `{name}`; {has}{hint}")]
    Unknown {
        /// The query.
        query: String,
        /// What was given.
        name: String,
        /// What there is.
        has: String,
        /// What may have been meant.
        hint: String,
    },
    /// The same parameter twice.
    #[error("parameter `{0}` is given twice")]
    Twice(String),
    /// A parameter without which the query makes no sense.
    #[error("query `{query}` needs a value for `{name}`, for example --param {name}=\"{example}\"")]
    Missing {
        /// The query.
        query: String,
        /// The parameter.
        name: String,
        /// A value that works.
        example: String,
    },
    /// No entity bears the name.
    #[error("the store knows no {kind} called `{given}` (parameter `{name}`){hint}")]
    NoSuchName {
        /// The parameter.
        name: String,
        /// The types looked for.
        kind: String,
        /// The name as given.
        given: String,
        /// What may have been meant.
        hint: String,
    },
    /// A value of the wrong kind.
    #[error("`{given}` is no {wanted} (parameter `{name}`)")]
    Invalid {
        /// The parameter.
        name: String,
        /// The value as given.
        given: String,
        /// What would do.
        wanted: &'static str,
    },
    /// The store could not be read.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Reads `given` pairs of name and value for the parameters of `query`.
///
/// # Errors
/// If a parameter is unknown, missing, or its value means nothing.
pub fn bind(
    query: &PrebuiltQuery,
    given: &[(String, String)],
    names: &Names<'_>,
    iris: &Iris,
) -> Result<Bindings, ParameterError> {
    refuse_unknown(query, given)?;
    let mut bindings = Bindings::default();
    for parameter in &query.parameters {
        let value = given
            .iter()
            .find(|(name, _)| *name == parameter.name)
            .map(|(_, value)| value)
            .or(parameter.default.as_ref());
        match value {
            Some(value) => {
                let terms = read(parameter, value, names, iris, &mut bindings.understood)?;
                bindings.values.insert(parameter.variable(), terms);
            }
            None if parameter.required => return Err(missing(query, parameter)),
            None => {}
        }
    }
    Ok(bindings)
}

fn refuse_unknown(query: &PrebuiltQuery, given: &[(String, String)]) -> Result<(), ParameterError> {
    for (index, (name, _)) in given.iter().enumerate() {
        let known: Vec<&str> = query.parameters.iter().map(|p| p.name.as_str()).collect();
        if !known.contains(&name.as_str()) {
            return Err(ParameterError::Unknown {
                query: query.name.clone(),
                name: name.clone(),
                has: if known.is_empty() {
                    "it takes none".to_owned()
                } else {
                    format!("it takes {}", known.join(", "))
                },
                hint: did_you_mean(&nearest(name, known)),
            });
        }
        if given[..index].iter().any(|(earlier, _)| earlier == name) {
            return Err(ParameterError::Twice(name.clone()));
        }
    }
    Ok(())
}

fn missing(query: &PrebuiltQuery, parameter: &Parameter) -> ParameterError {
    ParameterError::Missing {
        query: query.name.clone(),
        name: parameter.name.clone(),
        example: parameter.example.clone().unwrap_or_default(),
    }
}

fn read(
    parameter: &Parameter,
    given: &str,
    names: &Names<'_>,
    iris: &Iris,
    understood: &mut Vec<Understood>,
) -> Result<Vec<Term>, ParameterError> {
    let invalid = |wanted| ParameterError::Invalid {
        name: parameter.name.clone(),
        given: given.to_owned(),
        wanted,
    };
    let term: Term = match &parameter.kind {
        ParameterKind::Entity(kinds) => {
            let entities = names.find(given, kinds)?;
            if entities.is_empty() {
                return Err(ParameterError::NoSuchName {
                    name: parameter.name.clone(),
                    kind: parameter.kind.name().replace('|', ", "),
                    given: given.to_owned(),
                    hint: did_you_mean(&names.suggest(given, kinds)?),
                });
            }
            let terms = entities
                .iter()
                .map(|entity| entity.iri.clone().into())
                .collect();
            understood.push(Understood {
                parameter: parameter.name.clone(),
                given: given.to_owned(),
                entities,
            });
            return Ok(terms);
        }
        ParameterKind::Article => article(given, iris).into(),
        ParameterKind::Text => Literal::new_simple_literal(nfc(given)).into(),
        ParameterKind::Integer => {
            let number: i64 = given.trim().parse().map_err(|_| invalid("whole number"))?;
            Literal::from(number).into()
        }
        ParameterKind::Year => {
            let wanted = "year such as 2022";
            let year: i64 = given.trim().parse().map_err(|_| invalid(wanted))?;
            if !(1..=9999).contains(&year) {
                return Err(invalid(wanted));
            }
            Literal::from(year).into()
        }
        ParameterKind::FirstDay | ParameterKind::LastDay => {
            let last = parameter.kind == ParameterKind::LastDay;
            day(given, last).ok_or_else(|| invalid(DATE_FORMS))?
        }
    };
    Ok(vec![term])
}

fn nfc(text: &str) -> String {
    text.trim().nfc().collect()
}

/// An article by its id or its IRI.
fn article(given: &str, iris: &Iris) -> NamedNode {
    let given = nfc(given);
    match iris.read_article(&given) {
        Some(id) => iris.article(&id),
        None => iris.article(&given),
    }
}

/// The first or last day of a year, month, day or interval, as `xsd:date`.
fn day(given: &str, last: bool) -> Option<Term> {
    let given = given.trim();
    let value: Edtf = match given.parse() {
        Ok(value) => value,
        Err(_) => Edtf::Date(vietnamese_date(given)?),
    };
    let day = if last {
        value.end()?.last_day()?
    } else {
        value.start().first_day()?
    };
    Some(Literal::new_typed_literal(day.to_string(), xsd::DATE).into())
}

/// `25/3/2022`, `3/2022`.
fn vietnamese_date(text: &str) -> Option<EdtfDate> {
    let numbers: Vec<u16> = text
        .split('/')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let small = |number: u16| u8::try_from(number).ok();
    let date = match *numbers.as_slice() {
        [month, year] => EdtfDate::month(Some(year), small(month)?),
        [day, month, year] => EdtfDate::day(Some(year), small(month)?, small(day)?),
        _ => return None,
    };
    (date.is_valid() && date.year >= Some(1000)).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let shown = |text: &str, last| day(text, last).map(|term| term.to_string());
        let date = |text: &str| {
            Some(format!(
                "\"{text}\"^^<http://www.w3.org/2001/XMLSchema#date>"
            ))
        };
        assert_eq!(shown("2012", false), date("2012-01-01"));
        assert_eq!(shown("2012", true), date("2012-12-31"));
        assert_eq!(shown("2012-02", true), date("2012-02-29"));
        assert_eq!(shown("25/3/2022", false), date("2022-03-25"));
        assert_eq!(shown("6/2012", true), date("2012-06-30"));
        assert_eq!(shown("2012-01/2012-06", true), date("2012-06-30"));
        for wrong in ["31/2/2022", "yesterday", "5/22", "XXXX-04-16"] {
            assert_eq!(shown(wrong, false), None, "{wrong}");
        }
    }
}
