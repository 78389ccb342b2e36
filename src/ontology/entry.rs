//! Named things that the ontology knows: countries, provinces, agencies, places, programmes.

use crate::model::{Edtf, EdtfDate, EntityId, EntityType};

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
    /// `nv:shortName`: a form that names the thing only beside another such form or in set phrases
    /// (`Việt` and `Lào` in `Việt - Lào`, `Nhật` in `Việt - Nhật`), and else is a common word or name.
    Short,
    /// Any name of an entry with `nv:needsContext`: a place that is called like a person or a province
    /// counts only behind its designation (`huyện Kim Sơn`) or before the territory it lies in.
    Contextual,
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
    /// Preferred name in English, where the ontology gives one.
    pub name_en: Option<String>,
    /// All Vietnamese labels that are matched in texts, the preferred one first.
    pub labels: Vec<Label>,
    /// The kind of territorial unit or place as a word before the name: `huyện`, `thành phố`, `bang`.
    pub designation: Option<String>,
    /// ISO 3166-1 alpha-2 or ISO 3166-2.
    pub code: Option<String>,
    /// What its documents bear behind the sign of their kind: `TW` in `15-CT/TW`, `CP` in `21/NQ-CP`.
    pub document_code: Option<String>,
    /// Code of Viet Nam's statistics office (GSO), which needs a period to be an identity.
    pub gso_code: Option<String>,
    /// First day of existence, where it is not all of the time the press covers.
    pub valid_from: Option<EdtfDate>,
    /// First day on which it was no more.
    pub valid_until: Option<EdtfDate>,
    /// When it took place, for events.
    pub occurs_on: Option<Edtf>,
    /// What took its place.
    pub successors: Vec<EntryIndex>,
    /// The body it is part of (`Cục Ngoại vụ` of `Bộ Ngoại giao`).
    pub part_of: Option<EntryIndex>,
    /// The territory it is the body of, the country or province a place lies in, the state a person serves.
    pub territory: Option<EntryIndex>,
    /// Latitude and longitude in degrees (WGS 84), for places.
    pub point: Option<(f64, f64)>,
    /// The same thing in other collections: Wikidata, GeoNames.
    pub links: Vec<String>,
    /// The file of the ontology that describes it, for `explain`.
    pub source: String,
}

impl Entry {
    /// Whether it existed on a day; open ends count as existing. Where a boundary is known to the
    /// year only, that whole year counts.
    pub fn exists_on(&self, day: EdtfDate) -> bool {
        let began = self.valid_from.is_none_or(|from| not_after(from, day));
        let ended = self.valid_until.is_some_and(|until| {
            until.day.is_some() && not_after(until, day) || before(until, day)
        });
        began && !ended
    }
}

/// Whether `a` is not later than `b`, as far as both are known; an open year is never later.
fn not_after(a: EdtfDate, b: EdtfDate) -> bool {
    match (a.year, b.year) {
        (Some(x), Some(y)) if x != y => x < y,
        (Some(_), Some(_)) => match (a.month, b.month) {
            (Some(x), Some(y)) if x != y => x < y,
            (Some(_), Some(_)) => a.day.is_none() || b.day.is_none() || a.day <= b.day,
            _ => true,
        },
        _ => true,
    }
}

/// Whether `a` is certainly earlier than `b`.
fn before(a: EdtfDate, b: EdtfDate) -> bool {
    !not_after(b, a)
}
