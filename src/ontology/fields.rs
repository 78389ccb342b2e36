//! Turns what a file says of one thing into the fields of an entry, a role or a head noun.

use super::turtle::{OWN, Property, SourceFile, Statement, Value, Vocabulary};
use super::{Label, LabelKind, OntologyError, RoleKind};
use crate::model::{Edtf, EdtfDate, EntityType};

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

impl Fields {
    /// Adds what a statement says; one that is unknown or malformed is an error with its line.
    pub(super) fn add(
        &mut self,
        statement: &Statement<'_>,
        source: &SourceFile,
    ) -> Result<(), OntologyError> {
        set(self, statement.property, statement.value).map_err(|message| {
            let needle = match statement.value {
                Value::Iri(iri) => iri.rsplit(['#', '/']).next().unwrap_or(iri).to_owned(),
                Value::Class(class) => class.to_owned(),
                Value::Literal(text, _) => format!("\"{text}\""),
            };
            source.error_at(statement.subject, &needle, message)
        })
    }
}

fn set(fields: &mut Fields, property: Property<'_>, value: Value<'_>) -> Result<(), String> {
    match (property.vocabulary, property.name) {
        (Vocabulary::Own, name) => set_own(fields, name, value),
        (Vocabulary::Skos, name) => set_skos(fields, name, value),
        (Vocabulary::Wgs84, "lat") => {
            set_once(&mut fields.latitude, degrees(value, 90.0)?, "latitude")
        }
        (Vocabulary::Wgs84, "long") => {
            set_once(&mut fields.longitude, degrees(value, 180.0)?, "longitude")
        }
        (Vocabulary::Rdf, "type") => set_once(&mut fields.class, class(value)?, "class"),
        _ => Err(format!(
            "`{}` is no property that the ontology knows",
            property.iri()
        )),
    }
}

fn set_own(fields: &mut Fields, property: &str, value: Value<'_>) -> Result<(), String> {
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
            fields.rank = text(value)?
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

fn set_skos(fields: &mut Fields, property: &str, value: Value<'_>) -> Result<(), String> {
    match (property, value) {
        ("prefLabel", Value::Literal(text, Some("en"))) => set_once(
            &mut fields.name_en,
            text.to_owned(),
            "English skos:prefLabel",
        ),
        ("prefLabel", Value::Literal(..)) => {
            set_once(&mut fields.name, words(value)?, "Vietnamese skos:prefLabel")
        }
        ("altLabel", Value::Literal(_, Some("en"))) => Ok(()),
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

fn label(fields: &mut Fields, kind: LabelKind, value: Value<'_>) -> Result<(), String> {
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

fn flag(field: &mut bool, value: Value<'_>) -> Result<(), String> {
    *field = match text(value)? {
        "true" => true,
        "false" => false,
        other => return Err(format!("`{other}` is neither true nor false")),
    };
    Ok(())
}

/// Words or a number, which neither begin nor end with a blank.
fn text(value: Value<'_>) -> Result<&str, String> {
    let text = match value {
        Value::Literal(text, _) => text,
        Value::Class(_) | Value::Iri(_) => {
            return Err(format!("`{}` is an id where a text is needed", iri(value)?));
        }
    };
    let blank = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    match text {
        _ if text.is_empty() || blank && text.trim().is_empty() => Err("an empty text".to_owned()),
        _ if blank => Err(format!("`{text}` begins or ends with a blank")),
        _ => Ok(text),
    }
}

fn words(value: Value<'_>) -> Result<String, String> {
    text(value).map(str::to_owned)
}

fn iri(value: Value<'_>) -> Result<String, String> {
    match value {
        Value::Iri(iri) => Ok(iri.to_owned()),
        Value::Class(class) => Ok([OWN, class].concat()),
        Value::Literal(text, _) => Err(format!("`{text}` is a text where an id is needed")),
    }
}

fn date(value: Value<'_>) -> Result<EdtfDate, String> {
    let text = text(value)?;
    text.parse()
        .map_err(|error: <EdtfDate as std::str::FromStr>::Err| error.to_string())
}

fn period(value: Value<'_>) -> Result<Edtf, String> {
    let text = text(value)?;
    text.parse()
        .map_err(|error: <Edtf as std::str::FromStr>::Err| error.to_string())
}

fn degrees(value: Value<'_>, limit: f64) -> Result<f64, String> {
    let text = text(value)?;
    text.parse()
        .ok()
        .filter(|degrees: &f64| degrees.abs() <= limit)
        .ok_or_else(|| format!("`{text}` is no angle in degrees up to {limit}"))
}

fn class_name(value: Value<'_>) -> Result<&str, String> {
    match value {
        Value::Class(name) | Value::Iri(name) => Ok(name),
        Value::Literal(text, _) => Err(format!("`{text}` is a text where an id is needed")),
    }
}

fn class(value: Value<'_>) -> Result<Class, String> {
    let name = class_name(value)?;
    let class = match name {
        "Role" => Class::Role(RoleKind::Position),
        "Honorific" => Class::Role(RoleKind::Honorific),
        "Rank" => Class::Role(RoleKind::Rank),
        "Profession" => Class::Role(RoleKind::Profession),
        "RolePrefix" => Class::Role(RoleKind::Prefix),
        "RoleSuffix" => Class::Role(RoleKind::Suffix),
        "HeadNoun" => Class::HeadNoun,
        _ => Class::Entry(
            EntityType::from_name(name)
                .ok_or_else(|| format!("`{name}` is no class that the ontology knows"))?,
        ),
    };
    Ok(class)
}

fn entity_type(value: Value<'_>) -> Result<EntityType, String> {
    let name = class_name(value)?;
    EntityType::from_name(name).ok_or_else(|| format!("`{name}` is none of the nine entity types"))
}
