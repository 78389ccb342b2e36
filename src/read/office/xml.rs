//! Walks through XML without ever expanding an entity that the file itself defines.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What is met on the way. Names are without prefix.
pub(super) enum Step<'a> {
    Open(&'a BytesStart<'a>),
    Close(&'a str),
    Text(&'a str),
}

/// Elements may nest this deep.
const DEEPEST: usize = 1000;

/// Hands everything in a piece of XML to `visit`, in order.
pub(super) fn walk(xml: &str, mut visit: impl FnMut(Step<'_>)) -> Result<(), String> {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(format!(
                        "nests more than {DEEPEST} elements of XML in one another"
                    ));
                }
                visit(Step::Open(&element));
            }
            Ok(Event::End(element)) => {
                depth = depth.saturating_sub(1);
                visit(Step::Close(element.local_name().as_ref()));
            }
            Ok(Event::Text(text)) => visit(Step::Text(&text)),
            Ok(Event::CData(text)) => visit(Step::Text(&text)),
            Ok(Event::GeneralRef(reference)) => {
                let meant = reference
                    .resolve_char_ref()
                    .ok()
                    .flatten()
                    .map(String::from);
                let meant = meant.or_else(|| predefined(&reference).map(str::to_owned));
                visit(Step::Text(&meant.unwrap_or_default()));
            }
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => {
                let place = reader.error_position();
                return Err(format!("holds broken XML at offset {place}: {error}"));
            }
        }
    }
}

/// The value of an attribute by its name without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found
        .normalized_value(quick_xml::XmlVersion::Explicit1_0)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

/// The text of the first element of this name.
pub(super) fn first_text(xml: &str, name: &str) -> Option<String> {
    let (mut within, mut done) = (false, false);
    let mut found = String::new();
    walk(xml, |step| match step {
        Step::Open(element) if !done && element.local_name().as_ref() == name => within = true,
        Step::Close(closed) if within && closed == name => (within, done) = (false, true),
        Step::Text(text) if within => found.push_str(text),
        _ => {}
    })
    .ok()?;
    let words: Vec<&str> = found.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn predefined(name: &str) -> Option<&'static str> {
    Some(match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "apos" => "'",
        "quot" => "\"",
        _ => return None,
    })
}
