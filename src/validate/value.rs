//! Literals as values: whether they are well formed, and which of two is smaller.

use std::cmp::Ordering;
use std::str::FromStr;

use oxigraph::model::LiteralRef;
use oxigraph::model::vocab::xsd;
use oxsdatatypes::{Boolean, Date, DateTime, Decimal, Double, Integer, Time};

/// Whether the text of a literal is one of its datatype; unknown datatypes take any text.
pub(super) fn is_well_formed(literal: LiteralRef<'_>) -> bool {
    let text = literal.value();
    match literal.datatype() {
        xsd::INTEGER => Integer::from_str(text).is_ok() || is_long_integer(text),
        xsd::NON_NEGATIVE_INTEGER => is_long_integer(text) && !text.starts_with('-'),
        xsd::DECIMAL => Decimal::from_str(text).is_ok(),
        xsd::DOUBLE | xsd::FLOAT => Double::from_str(text).is_ok(),
        xsd::BOOLEAN => Boolean::from_str(text).is_ok(),
        xsd::DATE => Date::from_str(text).is_ok(),
        xsd::DATE_TIME => DateTime::from_str(text).is_ok(),
        xsd::TIME => Time::from_str(text).is_ok(),
        _ => true,
    }
}

fn is_long_integer(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The order of two literals as SPARQL compares them; none where they cannot be compared.
pub(super) fn compare(left: LiteralRef<'_>, right: LiteralRef<'_>) -> Option<Ordering> {
    fn parsed<T: FromStr + PartialOrd>(left: &str, right: &str) -> Option<Ordering> {
        left.parse::<T>()
            .ok()?
            .partial_cmp(&right.parse::<T>().ok()?)
    }
    let (a, b) = (left.value(), right.value());
    if is_number(left) && is_number(right) {
        return parsed::<Decimal>(a, b).or_else(|| parsed::<Double>(a, b));
    }
    if left.datatype() != right.datatype() {
        return None;
    }
    match left.datatype() {
        xsd::DATE => parsed::<Date>(a, b),
        xsd::DATE_TIME => parsed::<DateTime>(a, b),
        xsd::TIME => parsed::<Time>(a, b),
        xsd::BOOLEAN => parsed::<Boolean>(a, b),
        xsd::STRING => Some(a.cmp(b)),
        _ => None,
    }
}

fn is_number(literal: LiteralRef<'_>) -> bool {
    [
        xsd::INTEGER,
        xsd::DECIMAL,
        xsd::DOUBLE,
        xsd::FLOAT,
        xsd::LONG,
        xsd::INT,
        xsd::NON_NEGATIVE_INTEGER,
        xsd::POSITIVE_INTEGER,
    ]
    .contains(&literal.datatype())
}
