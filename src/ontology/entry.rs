//! Named things that the ontology knows: countries, provinces, agencies, places, programmes.

use crate::model::{EdtfDate, EntityId, EntityType};

/// Index into the ontology's list of entries.
pub type EntryIndex = usize;

/// What kind of name a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// `skos:prefLabel` in Vietnamese: the name to show.
    Preferred,
    /// `skos:altLabel`: another name in use (`Mỹ` for `Hoa Kỳ`).
    Alias,
    /// `nv:acronym`: `UBND`, `TPHCM`.
    Acronym,
    /// `nv:formerName`: a name of the past.
    Former,
}

/// One name of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The name as written.
    pub text: String,
    /// What kind of name.
    pub kind: LabelKind,
}

/// A thing the ontology knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Identity, `TYPE/SLUG`; the same as in the graph.
    pub id: EntityId,
    /// Type.
    pub kind: EntityType,
    /// Preferred name in Vietnamese.
    pub name: String,
    /// All Vietnamese labels that are matched in texts, the preferred one first.
    pub labels: Vec<Label>,
    /// ISO 3166-1 alpha-2 or ISO 3166-2.
    pub code: Option<String>,
    /// Code of Viet Nam's statistics office (GSO), which needs a period to be an identity.
    pub gso_code: Option<String>,
    /// First day of existence, where it is not all of the time the press covers.
    pub valid_from: Option<EdtfDate>,
    /// First day on which it was no more.
    pub valid_until: Option<EdtfDate>,
    /// What took its place.
    pub successors: Vec<EntryIndex>,
    /// The body it is part of (`Cục Ngoại vụ` of `Bộ Ngoại giao`).
    pub part_of: Option<EntryIndex>,
    /// The territory it is the body of, or the country or province a place lies in.
    pub territory: Option<EntryIndex>,
    /// Latitude and longitude in degrees (WGS 84), for places.
    pub point: Option<(f64, f64)>,
}
