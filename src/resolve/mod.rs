//! Decides who is who: within an article, then across articles.

mod across;
mod agency;
mod anaphor;
mod cluster;
mod comparable;
mod curation;
mod description;
mod descriptions;
mod document;
mod era;
mod event;
mod event_core;
mod event_name;
mod event_year;
mod gathered;
mod generic;
mod identity;
mod knowledge;
mod mission;
mod owner;
mod person;
mod repeats;
mod slug;

pub use across::{Apart, Certainty, Changes, Group, Identity, Link, Reason, across};
pub use cluster::{Resolution, within_article};
pub use curation::{Curation, CurationError};
pub use description::{Description, Post};
pub use descriptions::Descriptions;
pub use identity::{assign, refine};
pub use knowledge::Knowledge;
pub use repeats::{Printed, repeats};
