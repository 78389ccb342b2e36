//! What one article says of one thing: all that resolution across articles goes by.

use std::collections::BTreeSet;

use crate::model::{Edtf, EntityId, Predicate};

/// One thing as one article describes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Description {
    /// The article.
    pub article: String,
    /// The id that the article's own description gives it.
    pub id: EntityId,
    /// The fullest form in the article.
    pub name: String,
    /// The year in which the article speaks, where it is known.
    pub spoken: Option<u16>,
    /// The posts that the article says it holds.
    pub posts: BTreeSet<Post>,
    /// What stands in the same sentences.
    pub companions: BTreeSet<EntityId>,
    /// What statements connect it with, seen from it.
    pub ties: BTreeSet<(Predicate, EntityId)>,
    /// When it took place or was issued.
    pub dates: BTreeSet<Edtf>,
}

/// A post that a person holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Post {
    /// The body, under the id that the article gives it.
    pub body: EntityId,
    /// The body's name in the article.
    pub body_name: String,
    /// The role as written.
    pub title: Option<String>,
    /// The state or territory whose body it is, where the article says so.
    pub territory: Option<EntityId>,
    /// When, where the sentence says so.
    pub time: Option<Edtf>,
}
