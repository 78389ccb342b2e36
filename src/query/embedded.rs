//! The texts of `queries/*.rq`; a test holds the list complete.

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../queries/", $name, ".rq")))),*]
    };
}

/// Names and texts, by name.
pub(super) const EMBEDDED: &[(&str, &str)] = embedded![
    "article",
    "career",
    "cooperation",
    "date-conflicts",
    "delegations-received",
    "delegations-sent",
    "documents",
    "editions",
    "events-by-organizer",
    "events-in-period",
    "events-in-place",
    "events-with-partner",
    "figure-conflicts",
    "figures",
    "participants",
    "partner-coverage",
    "posts",
    "products",
    "province-succession",
    "repeats",
    "shared-partners",
    "sources",
    "statements",
];
