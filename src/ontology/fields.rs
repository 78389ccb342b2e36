//! Turns what a file says of one thing into the fields of an entry, a role or a head noun.

use super::turtle::{Node, SourceFile, Value};
use super::{Label, LabelKind, OntologyError, RoleKind};
use crate::model::{Edtf, EdtfDate, EntityType};

const NV: &str = "https://w3id.org/ngoaivu/ontology#";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const WGS84: &str = "http://www.w3.org/2003/01/geo/wgs84_pos#";
const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// What a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Entry(EntityType),
    Role(RoleKind),
    HeadNoun,
}

/// Everything that can be said of a thing, before ids are looked up.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) class: Option<Class>,
    pub(super) name: Option<String>,
    pub(super) name_en: Option<String>,
    pub(super) labels: Vec<Label>,
    pub(super) designation: Option<String>,
    pub(super) needs_context: bool,
    pub(super) code: Option<String>,
    pub(super) gso_code: Option<String>,
    pub(super) document_code: Option<String>,
    pub(super) occurs_on: Option<Edtf>,
    pub(super) valid_from: Option<EdtfDate>,
    pub(super) valid_until: Option<EdtfDate>,
    pub(super) successors: Vec<String>,
    pub(super) part_of: Option<String>,
    pub(super) territory: Option<String>,
    pub(super) latitude: Option<f64>,
    pub(super) longitude: Option<f64>,
    pub(super) links: Vec<String>,
    pub(super) rank: u8,
    pub(super) held_in: Option<String>,
    pub(super) heads: Option<String>,
    pub(super) names: Option<EntityType>,
    pub(super) anaphoric: bool,
    pub(super) local: bool,
    pub(super) lower_case: bool,
    pub(super) mission: bool,
    pub(super) outside_name: bool,
}

/// Reads the fields of a thing; an unknown or malformed statement is an error with its line.
pub(super) fn read(node: &Node, source: &SourceFile) -> Result<Fields, OntologyError> {
    let mut fields = Fields::default();
    for (predicate, value) in &node.statements {
        set(&mut fields, predicate, value).map_err(|message| {
            let needle = match value {
                Value::Iri(iri) => iri.rsplit(['#', '/']).next().unwrap_or(iri).to_owned(),
                Value::Literal(text, _) => format!("\"{text}\""),
            };
            source.error_at(&node.id, &needle, message)
        })?;
    }
    Ok(fields)
}

fn set(fields: &mut Fields, predicate: &str, value: &Value) -> Result<(), String> {
    if let Some(property) = predicate.strip_prefix(NV) {
        return set_own(fields, property, value);
    }
    if let Some(property) = predicate.strip_prefix(SKOS) {
        return set_skos(fields, property, value);
    }
    match predicate.strip_prefix(WGS84) {
        Some("lat") => return set_once(&mut fields.latitude, degrees(value, 90.0)?, "latitude"),
        Some("long") => {
            return set_once(&mut fields.longitude, degrees(value, 180.0)?, "longitude");
        }
        _ => {}
    }
    if predicate == RDF_TYPE {
        return set_once(&mut fields.class, class(value)?, "class");
    }
    Err(format!(
        "`{predicate}` is no property that the ontology knows"
    ))
}

fn set_own(fields: &mut Fields, property: &str, value: &Value) -> Result<(), String> {
    match property {
        "acronym" => label(fields, LabelKind::Acronym, value),
        "formerName" => label(fields, LabelKind::Former, value),
        "shortName" => label(fields, LabelKind::Short, value),
        "designation" => set_once(&mut fields.designation, words(value)?, property),
        "code" => set_once(&mut fields.code, words(value)?, property),
        "occursOn" => set_once(&mut fields.occurs_on, period(value)?, property),
        "documentCode" => set_once(&mut fields.document_code, words(value)?, property),
        "gsoCode" => set_once(&mut fields.gso_code, words(value)?, property),
        "validFrom" => set_once(&mut fields.valid_from, date(value)?, property),
        "validUntil" => set_once(&mut fields.valid_until, date(value)?, property),
        "successor" => {
            fields.successors.push(iri(value)?);
            Ok(())
        }
        "partOf" => set_once(&mut fields.part_of, iri(value)?, property),
        "hasJurisdiction" | "liesIn" | "serves" => {
            set_once(&mut fields.territory, iri(value)?, property)
        }
        "needsContext" => flag(&mut fields.needs_context, value),
        "rank" => {
            fields.rank = words(value)?
                .parse()
                .ok()
                .filter(|rank| *rank <= 9)
                .ok_or("a rank is a number from 0 to 9")?;
            Ok(())
        }
        "heldIn" => set_once(&mut fields.held_in, iri(value)?, property),
        "heads" => set_once(&mut fields.heads, iri(value)?, property),
        "names" => set_once(&mut fields.names, entity_type(value)?, property),
        "anaphoric" => flag(&mut fields.anaphoric, value),
        "local" => flag(&mut fields.local, value),
        "lowerCase" => flag(&mut fields.lower_case, value),
        "mission" => flag(&mut fields.mission, value),
        "outsideName" => flag(&mut fields.outside_name, value),
        _ => Err(format!(
            "`nv:{property}` is no property that the ontology knows"
        )),
    }
}

fn set_skos(fields: &mut Fields, property: &str, value: &Value) -> Result<(), String> {
    match (property, value) {
        ("prefLabel", Value::Literal(text, Some(language))) if language == "en" => {
            set_once(&mut fields.name_en, text.clone(), "English skos:prefLabel")
        }
        ("prefLabel", Value::Literal(text, _)) => {
            set_once(&mut fields.name, filled(text)?, "Vietnamese skos:prefLabel")
        }
        ("altLabel", Value::Literal(_, Some(language))) if language == "en" => Ok(()),
        ("altLabel", _) => label(fields, LabelKind::Alias, value),
        ("exactMatch", _) => {
            fields.links.push(iri(value)?);
            Ok(())
        }
        ("note" | "editorialNote" | "definition" | "example", _) => Ok(()),
        _ => Err(format!(
            "`skos:{property}` is no property that the ontology knows"
        )),
    }
}

/// What must hold whatever the class; puts the preferred name first among the labels.
pub(super) fn check(fields: &mut Fields) -> Result<Class, String> {
    let Some(class) = fields.class else {
        return Err("it has no class; begin it with `a nv:Agency ;` or another class".to_owned());
    };
    let Some(name) = &fields.name else {
        return Err("it has no Vietnamese name; add `skos:prefLabel \"…\"@vi`".to_owned());
    };
    let preferred = Label {
        text: name.clone(),
        kind: LabelKind::Preferred,
    };
    fields.labels.insert(0, preferred);
    for (i, label) in fields.labels.iter().enumerate() {
        if fields.labels[..i]
            .iter()
            .any(|other| other.text == label.text)
        {
            return Err(format!("the label `{}` stands twice", label.text));
        }
    }
    if fields.needs_context {
        for label in &mut fields.labels {
            label.kind = LabelKind::Contextual;
        }
    }
    if fields.latitude.is_some() != fields.longitude.is_some() {
        return Err("a point needs both latitude and longitude".to_owned());
    }
    Ok(class)
}

fn label(fields: &mut Fields, kind: LabelKind, value: &Value) -> Result<(), String> {
    let text = words(value)?;
    fields.labels.push(Label { text, kind });
    Ok(())
}

fn set_once<T>(field: &mut Option<T>, value: T, what: &str) -> Result<(), String> {
    if field.replace(value).is_some() {
        return Err(format!("a second {what}; only one can hold"));
    }
    Ok(())
}

fn flag(field: &mut bool, value: &Value) -> Result<(), String> {
    *field = match words(value)?.as_str() {
        "true" => true,
        "false" => false,
        other => return Err(format!("`{other}` is neither true nor false")),
    };
    Ok(())
}

fn filled(text: &str) -> Result<String, String> {
    if text.trim().is_empty() {
        return Err("an empty text".to_owned());
    }
    if text.trim() != text {
        return Err(format!("`{text}` begins or ends with a blank"));
    }
    Ok(text.to_owned())
}

fn words(value: &Value) -> Result<String, String> {
    match value {
        Value::Literal(text, _) => filled(text),
        Value::Iri(iri) => Err(format!("`{iri}` is an id where a text is needed")),
    }
}

fn iri(value: &Value) -> Result<String, String> {
    match value {
        Value::Iri(iri) => Ok(iri.clone()),
        Value::Literal(text, _) => Err(format!("`{text}` is a text where an id is needed")),
    }
}

fn date(value: &Value) -> Result<EdtfDate, String> {
    let text = words(value)?;
    text.parse()
        .map_err(|error: <EdtfDate as std::str::FromStr>::Err| error.to_string())
}

fn period(value: &Value) -> Result<Edtf, String> {
    let text = words(value)?;
    text.parse()
        .map_err(|error: <Edtf as std::str::FromStr>::Err| error.to_string())
}

fn degrees(value: &Value, limit: f64) -> Result<f64, String> {
    let text = words(value)?;
    text.parse()
        .ok()
        .filter(|degrees: &f64| degrees.abs() <= limit)
        .ok_or_else(|| format!("`{text}` is no angle in degrees up to {limit}"))
}

fn class(value: &Value) -> Result<Class, String> {
    let name = iri(value)?;
    let local = name.strip_prefix(NV).unwrap_or(&name);
    let class = match local {
        "Role" => Class::Role(RoleKind::Position),
        "Honorific" => Class::Role(RoleKind::Honorific),
        "Rank" => Class::Role(RoleKind::Rank),
        "Profession" => Class::Role(RoleKind::Profession),
        "RolePrefix" => Class::Role(RoleKind::Prefix),
        "RoleSuffix" => Class::Role(RoleKind::Suffix),
        "HeadNoun" => Class::HeadNoun,
        _ => Class::Entry(
            EntityType::from_name(local)
                .ok_or_else(|| format!("`{local}` is no class that the ontology knows"))?,
        ),
    };
    Ok(class)
}

fn entity_type(value: &Value) -> Result<EntityType, String> {
    let name = iri(value)?;
    let local = name.strip_prefix(NV).unwrap_or(&name);
    EntityType::from_name(local)
        .ok_or_else(|| format!("`{local}` is none of the nine entity types"))
}
