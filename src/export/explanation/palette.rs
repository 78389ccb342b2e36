//! Colours of an explanation, or none.

use crate::model::EntityType;

/// Whether an explanation is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    /// Plain text.
    Plain,
    /// ANSI colours, one for each type.
    Colour,
}

const RESET: &str = "\u{1b}[0m";

impl Palette {
    /// The sign that begins a name of this type.
    pub(super) fn of_type(self, kind: EntityType) -> &'static str {
        use EntityType as T;
        self.only(match kind {
            T::Person => "\u{1b}[33m",
            T::Agency => "\u{1b}[36m",
            T::Province => "\u{1b}[32m",
            T::Country => "\u{1b}[92m",
            T::Place => "\u{1b}[34m",
            T::Event => "\u{1b}[35m",
            T::Programme => "\u{1b}[95m",
            T::Document => "\u{1b}[31m",
            T::Product => "\u{1b}[93m",
        })
    }

    /// The sign that begins a date or figure.
    pub(super) fn number(self) -> &'static str {
        self.only("\u{1b}[4m")
    }

    /// The sign that begins what is less important.
    pub(super) fn faint(self) -> &'static str {
        self.only("\u{1b}[2m")
    }

    /// The sign that begins a heading.
    pub(super) fn bold(self) -> &'static str {
        self.only("\u{1b}[1m")
    }

    /// The sign that ends all others.
    pub(super) fn reset(self) -> &'static str {
        self.only(RESET)
    }

    fn only(self, sign: &'static str) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Colour => sign,
        }
    }
}
