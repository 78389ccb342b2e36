//! Decides who is who: within an article, then across articles.

mod agency;
mod anaphor;
mod cluster;
mod document;
mod era;
mod event;
mod identity;
mod owner;
mod person;
mod slug;

pub use cluster::{Resolution, within_article};
pub use identity::assign;
