//! The things an article speaks of.

use std::fmt;

/// The nine entity types of the annotation guidelines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityType {
    /// A named human being.
    Person,
    /// A named organisation (*cơ quan, tổ chức*).
    Agency,
    /// A first-level unit of Viet Nam (*tỉnh, thành phố trực thuộc trung ương*).
    Province,
    /// A sovereign state.
    Country,
    /// Any other named place.
    Place,
    /// A particular meeting, conference, visit, festival.
    Event,
    /// A recurring series, programme, campaign or award.
    Programme,
    /// A law, directive, plan, agreement with a name or number.
    Document,
    /// A named local product.
    Product,
}

impl EntityType {
    /// All types, in the order in which people read a report.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Agency,
        Self::Province,
        Self::Country,
        Self::Place,
        Self::Event,
        Self::Programme,
        Self::Document,
        Self::Product,
    ];

    /// The name used in annotations and as local name of the ontology's class.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Agency => "Agency",
            Self::Province => "Province",
            Self::Country => "Country",
            Self::Place => "Place",
            Self::Event => "Event",
            Self::Programme => "Programme",
            Self::Document => "Document",
            Self::Product => "Product",
        }
    }

    /// The path segment in entity IRIs.
    pub const fn segment(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Agency => "agency",
            Self::Province => "province",
            Self::Country => "country",
            Self::Place => "place",
            Self::Event => "event",
            Self::Programme => "programme",
            Self::Document => "document",
            Self::Product => "product",
        }
    }

    /// The type with this [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.name() == name)
    }

    /// The type with this [`segment`](Self::segment).
    pub fn from_segment(segment: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.segment() == segment)
    }
}

impl fmt::Display for EntityType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Identity of an entity across articles: `TYPE/SLUG`, for example `province/thanh-hoa` or
/// `person/nguyễn-hoàng-long`. The slug is a function of the entity's description alone, never of the
/// order of reading; it keeps Vietnamese letters, since without them different names would meet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub String);

impl EntityId {
    /// An id from a type and a slug.
    pub fn new(kind: EntityType, slug: &str) -> Self {
        Self([kind.segment(), "/", slug].concat())
    }

    /// `TYPE/SLUG`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The type its first segment names.
    pub fn kind(&self) -> Option<EntityType> {
        EntityType::from_segment(self.0.split('/').next()?)
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An entity as one article describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Identity across articles.
    pub id: EntityId,
    /// Its type.
    pub kind: EntityType,
    /// The fullest proper form in Vietnamese.
    pub name: String,
    /// Other forms that this article uses, sorted, without the name.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2 for a country, ISO 3166-2 for a province.
    pub code: Option<String>,
}
