//! What an article says of its entities.

use std::fmt;

use super::{Edtf, EntityType, Rule, Span};

/// The sixteen predicates of the annotation guidelines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each is defined in ontology/vocabulary.ttl under the same name"
)]
pub enum Predicate {
    HoldsPosition,
    PartOf,
    HasJurisdiction,
    Organizes,
    ParticipatesIn,
    TakesPlaceIn,
    OccursOn,
    HasTheme,
    Involves,
    PartOfSeries,
    IssuedBy,
    IssuedOn,
    CooperatesWith,
    Visits,
    ProductOf,
    MarketedIn,
}

impl Predicate {
    /// All predicates, in the order of the guidelines.
    pub const ALL: [Self; 16] = [
        Self::HoldsPosition,
        Self::PartOf,
        Self::HasJurisdiction,
        Self::Organizes,
        Self::ParticipatesIn,
        Self::TakesPlaceIn,
        Self::OccursOn,
        Self::HasTheme,
        Self::Involves,
        Self::PartOfSeries,
        Self::IssuedBy,
        Self::IssuedOn,
        Self::CooperatesWith,
        Self::Visits,
        Self::ProductOf,
        Self::MarketedIn,
    ];

    /// The name used in annotations and as local name of the ontology's property.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HoldsPosition => "holdsPosition",
            Self::PartOf => "partOf",
            Self::HasJurisdiction => "hasJurisdiction",
            Self::Organizes => "organizes",
            Self::ParticipatesIn => "participatesIn",
            Self::TakesPlaceIn => "takesPlaceIn",
            Self::OccursOn => "occursOn",
            Self::HasTheme => "hasTheme",
            Self::Involves => "involves",
            Self::PartOfSeries => "partOfSeries",
            Self::IssuedBy => "issuedBy",
            Self::IssuedOn => "issuedOn",
            Self::CooperatesWith => "cooperatesWith",
            Self::Visits => "visits",
            Self::ProductOf => "productOf",
            Self::MarketedIn => "marketedIn",
        }
    }

    /// The predicate with this [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.name() == name)
    }

    /// Whether the guidelines let an entity of this type be the subject.
    pub const fn admits_subject(self, kind: EntityType) -> bool {
        use EntityType as T;
        match self {
            Self::HoldsPosition => matches!(kind, T::Person),
            Self::PartOf | Self::HasJurisdiction => matches!(kind, T::Agency),
            Self::Organizes | Self::ParticipatesIn | Self::Visits => {
                matches!(
                    kind,
                    T::Person | T::Agency | T::Province | T::Country | T::Place
                )
            }
            Self::TakesPlaceIn | Self::HasTheme => matches!(kind, T::Event | T::Programme),
            Self::OccursOn | Self::PartOfSeries => matches!(kind, T::Event),
            Self::Involves => matches!(kind, T::Event | T::Programme | T::Document),
            Self::IssuedBy | Self::IssuedOn => matches!(kind, T::Document),
            Self::CooperatesWith => {
                matches!(kind, T::Agency | T::Province | T::Country | T::Place)
            }
            Self::ProductOf | Self::MarketedIn => matches!(kind, T::Product),
        }
    }

    /// Whether the guidelines let an entity of this type be the object; dates and texts are judged by
    /// [`takes_date`](Self::takes_date) and [`takes_text`](Self::takes_text).
    pub const fn admits_object(self, kind: EntityType) -> bool {
        use EntityType as T;
        match self {
            Self::HoldsPosition => {
                matches!(kind, T::Agency | T::Country | T::Province | T::Place)
            }
            Self::PartOf => matches!(kind, T::Agency),
            Self::HasJurisdiction | Self::TakesPlaceIn | Self::Visits | Self::MarketedIn => {
                matches!(kind, T::Province | T::Country | T::Place)
            }
            Self::Organizes | Self::ParticipatesIn => matches!(kind, T::Event | T::Programme),
            Self::OccursOn | Self::HasTheme | Self::IssuedOn => false,
            Self::Involves | Self::CooperatesWith => {
                matches!(kind, T::Agency | T::Country | T::Province | T::Place)
            }
            Self::PartOfSeries => matches!(kind, T::Programme),
            Self::IssuedBy => matches!(kind, T::Agency | T::Person | T::Event),
            Self::ProductOf => matches!(kind, T::Province | T::Place),
        }
    }

    /// Whether the object is a date.
    pub const fn takes_date(self) -> bool {
        matches!(self, Self::OccursOn | Self::IssuedOn)
    }

    /// Whether the object is a text.
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::HasTheme)
    }
}

impl fmt::Display for Predicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The object of a relation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Object {
    /// Index of an entity in [`Annotation::entities`](super::Annotation::entities).
    Entity(usize),
    /// A date.
    Date(Edtf),
    /// Words, for example a theme.
    Text(String),
}

/// One statement, with the sentence it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Index of the subject in [`Annotation::entities`](super::Annotation::entities).
    pub subject: usize,
    /// What is said.
    pub predicate: Predicate,
    /// Of what.
    pub object: Object,
    /// The role of a position or of a visitor, as written: `Quyền Cục trưởng`.
    pub title: Option<String>,
    /// When, where the sentence says so.
    pub time: Option<Edtf>,
    /// The sentence, or the run of sentences, it was read from.
    pub evidence: Span,
    /// Name of the rule that read it.
    pub rule: Rule,
}
